/** Fixes for what steps return: a pair meant as an update, parts in the wrong order, values of Python. */
import { t } from '../../base/l10n.ts';
import { contains, type Span } from '../../base/span.ts';
import type { AnyNode, Expression, List, NumberLiteral, Tuple, UnaryOp } from '../../python/syntax.ts';
import type { ScanFact } from '../facts.ts';
import type { PairIsTwoOutputs, StepReturnsPythonValue, UnparsableStepReturn } from '../mistakes.ts';
import { type Change, isRefusal, type Outcome, refuse, safe, together } from './fix.ts';
import { tensorMember } from './importedNames.ts';
import { passOfScan } from './passUpdates.ts';
import type { Program } from './program.ts';
import { inList, partOf } from './stepReturn.ts';
import { hasBrackets, insert, replace, wrap } from './textEdits.ts';

/** The scan whose call has this span. */
export const scanAt = (program: Program, { start, end }: Span): ScanFact | null =>
  program.analysis.scans.find(({ span }) => span.start === start && span.end === end) ?? null;

/** The expression that a step returns at a span: of a lambda its body, of a `return` its value. */
export function returnedAt(program: Program, span: Span): Expression | null {
  const value = returnedValue(
    program.innermost(span, (node) => node.kind === 'Return' || node.kind === 'Lambda'),
  );
  return value !== null && (contains(value, span) || contains(span, value)) ? value : null;
}

function returnedValue(node: AnyNode | null): Expression | null {
  if (node?.kind === 'Return') return node.value;
  return node?.kind === 'Lambda' ? node.body : null;
}

/** A change of a step that gives its scan updates, and the edits that pass them on. */
export function withPassing(program: Program, change: Change, scanSpan: Span): Change {
  const scan = scanAt(program, scanSpan);
  const passed = scan === null ? safe() : passOfScan(program, scan);
  return isRefusal(passed) ? { ...change, isSafe: false } : together(change, passed);
}

// ----------------------------------------------------------------------------------------------------------------- pairs

/** `return (s, s + 1)` → `return {s: s + 1}`. That this was meant is a guess, so it is not safe. */
export function pairAsUpdate(program: Program, mistake: PairIsTwoOutputs): Outcome<Change> {
  const value = returnedAt(program, mistake.span);
  const isPair = (node: AnyNode): node is Tuple | List =>
    (node.kind === 'Tuple' || node.kind === 'List') && node.elements.length === 2;
  const pair = value !== null && isPair(value) ? value : program.innermost(mistake.span, isPair);
  const [key, entry] = pair?.elements ?? [];
  if (pair === null || key === undefined || entry === undefined)
    return refuse(t('The pair is not written out here.'));
  const comma = program.tokenAfter(program.withParentheses(key).end);
  if (comma?.text !== ',') return refuse(t('The pair is not written out here.'));
  const braces = hasBrackets(program, pair)
    ? [
        replace({ start: pair.start, end: pair.start + 1 }, '{'),
        replace({ start: pair.end - 1, end: pair.end }, '}'),
      ]
    : wrap(pair, '{', '}');
  const change = { edits: [...braces, replace(comma, ':')], isSafe: false };
  return withPassing(program, change, mistake.scan);
}

// ------------------------------------------------------------------------------------------------------ order and lists

/** Puts the parts of a return value into the order and the lists that scan reads. */
export function parsableReturn(program: Program, mistake: UnparsableStepReturn): Outcome<Change> {
  const value = returnedAt(program, mistake.span);
  if (value?.kind !== 'Tuple' || mistake.form === 'nestedLists')
    return refuse(reasons[mistake.form]?.() ?? t('What the step returns is not understood.'));
  if (mistake.form === 'outputsAsUpdates') return updatesAsDict(program, value, mistake.scan);
  const parts = value.elements.map((element) => partOf(program, element));
  if (parts.includes('unclear')) return refuse(t('What the step returns is not understood.'));
  const passedOn = (change: Change): Change =>
    parts.includes('updates') ? withPassing(program, change, mistake.scan) : change;
  const count = parts.filter((part) => part === 'outputs').length;
  const isSorted = parts.every((part, index) => order[part] >= order[parts[index - 1] ?? 'outputs']);
  const isOnce = ['updates', 'until'].every((part) => parts.filter((one) => one === part).length < 2);
  if (!isOnce || count === 0)
    return refuse(reasons[mistake.form]?.() ?? t('What the step returns is not understood.'));
  if (!isSorted) {
    if (count > 1) return refuse(t('The outputs are not next to each other.'));
    return passedOn(safe(...sorted(program, value)));
  }
  if (count < 2) return refuse(t('What the step returns is not understood.'));
  return passedOn(safe(...inList(program, value, count)));
}

/** `[a, b], [(s, t), (u, v)]` with the pairs as `{s: t, u: v}`. */
function updatesAsDict(program: Program, { elements }: Tuple, scan: Span): Outcome<Change> {
  const [, pairs] = elements;
  if (pairs?.kind !== 'List') return refuse(t('The pairs are not written here.'));
  const entries = pairs.elements.map((pair) => (pair.kind === 'Tuple' ? pair.elements : []));
  if (entries.some(({ length }) => length !== 2)) return refuse(t('The pairs are not written here.'));
  const texts = entries.map((pair) => pair.map((part) => program.text(program.withParentheses(part))));
  return withPassing(
    program,
    safe(replace(pairs, `{${texts.map((pair) => pair.join(': ')).join(', ')}}`)),
    scan,
  );
}

const order = { outputs: 0, updates: 1, until: 2, unclear: 3 } as const;

const reasons: Readonly<Partial<Record<UnparsableStepReturn['form'], () => string>>> = {
  untilAlone: () => t('A step with a condition has to return an output or updates too.'),
  nestedLists: () => t('Which of the lists are outputs is not clear.'),
};

/** Every element replaced by the one that belongs there. */
function sorted(program: Program, value: Tuple): Change['edits'] {
  const spans = value.elements.map((element) => program.withParentheses(element));
  const inOrder = value.elements
    .map((element, index) => ({ rank: order[partOf(program, element)], span: spans[index] ?? element }))
    .sort((a, b) => a.rank - b.rank);
  return spans.flatMap((span, index) => {
    const source = inOrder[index]?.span ?? span;
    return source === span ? [] : [replace(span, program.text(source))];
  });
}

// ------------------------------------------------------------------------------------------------------ values of Python

/** Wraps the number or array that a step returns in a constant of the library. */
export function constantForValue(program: Program, mistake: StepReturnsPythonValue): Outcome<Change> {
  const { value, span, version } = mistake;
  if (value === 'none' || value === 'nothing')
    return refuse(t('What the step should return there is not known.'));
  if (value === 'text') return refuse(t('A text is no variable.'));
  const returned = program.innermost(span, isNumberLike) ?? returnedAt(program, span);
  if (returned === null) return refuse(t('The value is not written out here.'));
  const found = value === 'number' ? numbersIn(returned) : [returned];
  if (found.length === 0) return refuse(t('The value is not written out here.'));
  const constant = tensorMember(program, version.library, 'constant', returned);
  if (isRefusal(constant)) return constant;
  const wrapped = found.flatMap((node) => [insert(node.start, `${constant.name}(`), insert(node.end, ')')]);
  return together(constant.change, safe(...wrapped));
}

type NumberLike = NumberLiteral | UnaryOp;

const isNumberLike = (node: AnyNode): node is NumberLike =>
  node.kind === 'Number' || (node.kind === 'UnaryOp' && node.operand.kind === 'Number');

/** The numbers among the elements of a return value. */
function numbersIn(value: Expression): readonly Expression[] {
  if (isNumberLike(value)) return [value];
  const isDisplay = value.kind === 'Tuple' || value.kind === 'List';
  return isDisplay ? value.elements.flatMap(numbersIn) : [];
}
