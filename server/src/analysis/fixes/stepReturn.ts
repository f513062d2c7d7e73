/**
 * Return values of step functions as they are written: which parts are outputs, updates and the condition, and how
 * updates are added. The grammar is that of Theano 1.0.5, `scan_utils.get_updates_and_outputs`.
 */
import { t } from '../../base/l10n.ts';
import type { Expression, FunctionDef, Lambda, Return, Tuple } from '../../python/syntax.ts';
import { type Change, type Outcome, refuse, safe } from './fix.ts';
import { roleOfCallee } from './importedNames.ts';
import type { Program } from './program.ts';
import { hasBrackets, insert } from './textEdits.ts';
import { type Addition, formOf, mergeInto } from './updatesForms.ts';

export type Part = 'outputs' | 'updates' | 'until' | 'unclear';

/** What an element of a step's return value is. A name of which nothing is known counts as a variable. */
export function partOf(program: Program, node: Expression): Part {
  if (node.kind === 'Call' && isUntil(program, node.function)) return 'until';
  if (node.kind === 'List' || node.kind === 'Tuple') return isPairs(node) ? 'updates' : 'outputs';
  switch (formOf(program, node)) {
    case 'dict':
    case 'scan':
      return 'updates';
    case 'pairs':
    case 'tuple':
    case 'view':
      return 'unclear';
    case 'empty':
      return node.kind === 'Dict' || node.kind === 'Call' ? 'updates' : 'unclear';
    case 'unknown':
      return 'outputs';
  }
}

function isUntil(program: Program, callee: Expression): boolean {
  if (roleOfCallee(program, callee)?.role === 'until') return true;
  return /(^|\.)until$/.test(program.text(callee));
}

const isPairs = ({ elements }: { readonly elements: readonly Expression[] }): boolean =>
  elements.length > 0 &&
  elements.every((pair) => (pair.kind === 'Tuple' || pair.kind === 'List') && pair.elements.length === 2);

/** The return statements of a function, in source order. */
export const returnsOf = (program: Program, step: FunctionDef): readonly Return[] =>
  program.all('Return').filter((node) => program.functionAround(node) === step);

/** What a step returns, one expression per way; null where some way returns nothing that can be changed. */
export function returnedBy(program: Program, step: FunctionDef | Lambda): readonly Expression[] | null {
  if (step.kind === 'Lambda') return [step.body];
  const values = returnsOf(program, step).map(({ value }) => value);
  return values.length > 0 && values.every((value) => value !== null) ? values : null;
}

/** Adds updates to a return value. */
export function addToReturn(program: Program, value: Expression, addition: Addition): Outcome<Change> {
  if (value.kind === 'Tuple' && !isPairs(value)) return addToTuple(program, value, addition);
  switch (partOf(program, value)) {
    case 'updates':
      return mergeInto(program, value, addition);
    case 'outputs': {
      const after = insert(program.withParentheses(value).end, `, ${addition.text}`);
      // The body of a lambda ends at a comma.
      const isBare = program.parentOf(value)?.kind === 'Lambda' && value.kind !== 'Tuple';
      return safe(
        ...(isBare
          ? [insert(program.withParentheses(value).start, '('), { ...after, newText: `${after.newText})` }]
          : [after]),
      );
    }
    default:
      return refuse(t('What the step returns is not understood.'));
  }
}

function addToTuple(program: Program, value: Tuple, addition: Addition): Outcome<Change> {
  const parts = value.elements.map((element) => partOf(program, element));
  const base = parts.at(-1) === 'until' ? parts.slice(0, -1) : parts;
  const [first, second] = value.elements;
  if (first === undefined || base.some((part) => part === 'unclear' || part === 'until'))
    return refuse(t('What the step returns is not understood.'));
  const after = (element: Expression): Outcome<Change> =>
    safe(insert(program.withParentheses(element).end, `, ${addition.text}`));
  if (base.length === 1) return base[0] === 'updates' ? mergeInto(program, first, addition) : after(first);
  if (base.length === 2 && base[1] === 'updates' && second !== undefined)
    return mergeInto(program, second, addition);
  const isFlat = base.every((part) => part === 'outputs') && base.length === parts.length;
  if (!isFlat) return refuse(t('What the step returns is not understood.'));
  return safe(...inList(program, value, value.elements.length), ...atEnd(program, value, addition.text));
}

/** `a, b, …` with its first elements as a list. */
export function inList(program: Program, tuple: Tuple, count: number): Change['edits'] {
  const start = tuple.elements[0] ?? tuple;
  const end = tuple.elements[count - 1] ?? tuple;
  return [insert(program.withParentheses(start).start, '['), insert(program.withParentheses(end).end, ']')];
}

/** Adds `, code` at the end of a tuple that has brackets or not. */
function atEnd(program: Program, tuple: Tuple, code: string): Change['edits'] {
  const last = tuple.elements.at(-1) ?? tuple;
  const before = program.tokenBefore(hasBrackets(program, tuple) ? tuple.end - 1 : tuple.end);
  if (before?.text === ',') return [insert(before.end, ` ${code}`)];
  return [insert(program.withParentheses(last).end, `, ${code}`)];
}
