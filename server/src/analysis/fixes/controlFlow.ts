/** Fixes for Python's decisions on symbolic variables: `T.switch`, `T.eq`, `T.and_`. */
import { t } from '../../base/l10n.ts';
import { contains } from '../../base/span.ts';
import type { AnyNode, Compare, Expression, If, IfExp, Statement } from '../../python/syntax.ts';
import type { PythonControlFlow } from '../mistakes.ts';
import type { Library } from '../terms.ts';
import { type Change, isRefusal, type Outcome, refuse, unsafe } from './fix.ts';
import { tensorMember } from './importedNames.ts';
import type { Program } from './program.ts';
import { elementText, operandText, replace } from './textEdits.ts';

type Decision = If | IfExp | (Expression & { readonly kind: 'BoolOp' | 'UnaryOp' });

/** The decision as an operation of the library. Both sides are computed then, so it is not safe. */
export function symbolicDecision(program: Program, mistake: PythonControlFlow): Outcome<Change> {
  if (mistake.form === 'while') return refuse(t('A loop of Python runs once: let `scan` end with `until`.'));
  if (mistake.form === 'assert')
    return refuse(t('An `assert` of Python is checked once: use the `Assert` op of the library.'));
  const decision = decisionAround(program, mistake);
  if (decision === null) return refuse(t('The decision is not understood.'));
  if (hasPythonPart(decision.kind === 'If' || decision.kind === 'IfExp' ? decision.test : decision))
    return refuse(t('A part of it may be a value of Python, which has to be decided by Python.'));
  if (program.hasComment(decision)) return refuse(t('There are comments in it that would be lost.'));
  const names = namesAt(program, mistake.version.library, decision);
  if (isRefusal(names)) return names;
  const code = codeOf(program, decision, names);
  return isRefusal(code) ? code : unsafe(...names.edits, replace(code.span, code.text));
}

/** The outermost thing that decides by the marked expression. */
function decisionAround(program: Program, { span }: PythonControlFlow): Decision | null {
  const isPart = (node: AnyNode): node is Decision => {
    if (node.kind === 'If' || node.kind === 'IfExp')
      return contains(node.test, span) || (node.start === span.start && contains(span, node.test));
    return node.kind === 'BoolOp' || (node.kind === 'UnaryOp' && node.operator === 'not');
  };
  let found: Decision | null = program.innermost(span, isPart);
  for (let outer: AnyNode | null = found; outer !== null; outer = program.parentOf(outer)) {
    if (isPart(outer) && contains(outer, span)) found = outer;
    else if (outer.kind !== 'Compare') break;
  }
  return found;
}

/** True when an operand of `and` and `or` is no comparison, or one of identity: often a flag or a test for None. */
function hasPythonPart(test: Expression): boolean {
  if (test.kind === 'UnaryOp' && test.operator === 'not') return hasPythonPart(test.operand);
  if (test.kind === 'Compare') return test.operators.some((operator) => /^(is|in|not)/.test(operator));
  return test.kind === 'BoolOp' && test.values.some((value) => !isComparison(value) || hasPythonPart(value));
}

const isComparison = (node: Expression): boolean =>
  node.kind === 'Compare' ||
  node.kind === 'BoolOp' ||
  (node.kind === 'UnaryOp' && node.operator === 'not' && isComparison(node.operand));

/** How the operations are called where the decision stands. */
interface Names {
  readonly edits: Change['edits'];
  readonly of: (member: string) => string;
}

function namesAt(program: Program, library: Library, place: AnyNode): Outcome<Names> {
  const found = new Map<string, string>();
  const edits: Change['edits'][number][] = [];
  for (const member of ['switch', 'eq', 'neq', 'and_', 'or_']) {
    const named = tensorMember(program, library, member, place);
    if (isRefusal(named)) return named;
    found.set(member, named.name);
    edits.push(...named.change.edits);
  }
  return { edits, of: (member) => found.get(member) ?? member };
}

interface Code {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

function codeOf(program: Program, decision: Decision, names: Names): Outcome<Code> {
  if (decision.kind === 'If') return codeOfIf(program, decision, names);
  if (decision.kind === 'IfExp') {
    const parts = [testText(program, decision.test, names), valueText(program, decision.body, names)];
    parts.push(valueText(program, decision.orelse, names));
    return { span: decision, text: `${names.of('switch')}(${parts.join(', ')})` };
  }
  return { span: decision, text: testText(program, decision, names) };
}

/** A branch of a conditional expression; a chain of them becomes a chain of switches. */
function valueText(program: Program, node: Expression, names: Names): string {
  if (node.kind !== 'IfExp') return elementText(program, node);
  const parts = [testText(program, node.test, names), valueText(program, node.body, names)];
  return `${names.of('switch')}(${[...parts, valueText(program, node.orelse, names)].join(', ')})`;
}

// ---------------------------------------------------------------------------------------------------------------- tests

/** A test of Python as a symbolic one. */
function testText(program: Program, test: Expression, names: Names): string {
  switch (test.kind) {
    case 'BoolOp': {
      const member = names.of(test.operator === 'and' ? 'and_' : 'or_');
      return test.values
        .map((value) => testText(program, value, names))
        .reduce((left, right) => `${member}(${left}, ${right})`);
    }
    case 'UnaryOp':
      if (test.operator !== 'not') return elementText(program, test);
      return `${names.of('eq')}(${testText(program, test.operand, names)}, 0)`;
    case 'Compare':
      return comparisonText(program, test, names);
    default:
      return elementText(program, test);
  }
}

/** `a < b < c` is two comparisons; `==` of variables is their identity, and becomes `eq`. */
function comparisonText(program: Program, { left, operators, comparators }: Compare, names: Names): string {
  const sides = [left, ...comparators];
  const single = operators.map((operator, index) => {
    const [a, b] = [sides[index] ?? left, sides[index + 1] ?? left];
    const member = operator === '==' ? 'eq' : operator === '!=' ? 'neq' : null;
    if (member !== null) return `${names.of(member)}(${elementText(program, a)}, ${elementText(program, b)})`;
    return `${operandText(program, a)} ${operator} ${operandText(program, b)}`;
  });
  return single.reduce((first, second) => `${names.of('and_')}(${first}, ${second})`);
}

// ---------------------------------------------------------------------------------------------------------- if and else

/** What an `if` with one value on each side gives its value to. */
interface Choice {
  /** `y = ` or `return `. */
  readonly head: string;
  readonly text: string;
  readonly end: number;
}

const notSimple = (): string =>
  t('Only an `if` that gives one variable a value on each side, or returns one, can become a switch.');

function codeOfIf(program: Program, node: If, names: Names): Outcome<Code> {
  const choice = choiceOfIf(program, node, names);
  if (choice === null) return refuse(notSimple());
  const span = { start: node.start, end: choice.end };
  if (program.hasComment(span)) return refuse(t('There are comments in it that would be lost.'));
  if (program.text(span).startsWith('elif')) return refuse(t('The `if` begins further up.'));
  return { span, text: choice.head + choice.text };
}

function choiceOfIf(program: Program, node: If, names: Names): Choice | null {
  const yes = choiceOf(program, node.body, names);
  const no =
    node.orelse.length > 0 ? choiceOf(program, node.orelse, names) : choiceAfter(program, node, names);
  if (yes === null || no === null || yes.head !== no.head) return null;
  const test = testText(program, node.test, names);
  return { head: yes.head, text: `${names.of('switch')}(${test}, ${yes.text}, ${no.text})`, end: no.end };
}

function choiceOf(program: Program, block: readonly Statement[], names: Names): Choice | null {
  const [only, ...others] = block;
  if (only === undefined || others.length > 0) return null;
  if (only.kind === 'If') return choiceOfIf(program, only, names);
  return simpleChoice(program, only);
}

function simpleChoice(program: Program, node: Statement): Choice | null {
  const value = node.kind === 'Assign' || node.kind === 'Return' ? node.value : null;
  if (value === null || notValues.has(value.kind)) return null;
  const text = elementText(program, value);
  if (node.kind === 'Return') return { head: 'return ', text, end: node.end };
  const [target, ...others] = node.kind === 'Assign' ? node.targets : [];
  if (target?.kind !== 'Name' || others.length > 0) return null;
  return { head: `${target.name} = `, text, end: node.end };
}

/** Values that a switch can not choose between. */
const notValues: ReadonlySet<Expression['kind']> = new Set([
  'Tuple',
  'List',
  'Dict',
  'DictComp',
  'ListComp',
  'Lambda',
  'String',
  'Constant',
  'Yield',
]);

/** `if test: return a` with `return b` right after it. */
function choiceAfter(program: Program, node: If, names: Names): Choice | null {
  const block = program.blockOf(node) ?? [];
  const next = block[block.indexOf(node) + 1];
  if (next === undefined || node.body[0]?.kind !== 'Return') return null;
  return choiceOf(program, [next], names);
}
