/**
 * Catalogue number 16: Python decides on a symbolic variable while the graph is built. Comparisons by order raise, `==`
 * compares objects, and a bare variable is true or raises, as the release has it.
 */
import { appendAll } from '../../base/appendAll.ts';
import type { Span } from '../../base/span.ts';
import type { AnyNode, Compare, Expression, FunctionDef, Lambda } from '../../python/syntax.ts';
import { childrenOf, walk } from '../../python/walk.ts';
import { has } from '../libraryVersions.ts';
import type { Machine } from '../machine.ts';
import type { PythonControlFlow } from '../mistakes.ts';
import type { StepContext, Value } from '../values.ts';
import { calledName, ownStep, spanOf, tell } from './observing.ts';
import { isParameter, isSurelySymbolic } from './surelySymbolic.ts';

type Form = PythonControlFlow['form'];

/** The truth of `test` is asked for. Of `and` and `or` only the first operand surely is. */
export function observeTest(machine: Machine, test: Expression, form: Form): void {
  if (machine.step === null) return;
  if (test.kind === 'BoolOp') {
    const [first] = test.values;
    if (first !== undefined) observeTest(machine, first, test.operator);
  } else if (test.kind === 'UnaryOp' && test.operator === 'not') observeTest(machine, test.operand, 'not');
  else observeLeaf(machine, test, form);
}

function observeLeaf(machine: Machine, test: Expression, form: Form): void {
  const step = ownStep(machine);
  if (step === null || isGuarded(machine, test)) return;
  const found = test.kind === 'Compare' ? comparisonOf(machine, test) : bareTest(machine, step, test);
  const span = spanOf(test);
  if (found === 'unknown' || found === 'fine')
    machine.observe('python-control-flow-on-symbolic', span, found);
  else {
    const scan = spanOf(step.scan.site);
    tell(machine, step.scan.library, { kind: 'python-control-flow-on-symbolic', span, form, ...found, scan });
  }
}

type Found = Pick<PythonControlFlow, 'comparison' | 'effect'>;

function comparisonOf(machine: Machine, test: Compare): Found | 'fine' | 'unknown' {
  const [operator] = test.operators;
  const [right] = test.comparators;
  if (operator === undefined || right === undefined) return 'unknown';
  const sides = [test.left, right];
  if (/^[<>]/.test(operator)) {
    if (sides.some((side) => isSurelySymbolic(machine, side)))
      return { comparison: 'order', effect: 'raises' };
    return sides.every((side) => isPlain(machine, side)) ? 'fine' : 'unknown';
  }
  if ((operator !== '==' && operator !== '!=') || test.operators.length > 1) return 'unknown';
  if (isUnequal(machine, test.left, right) || isUnequal(machine, right, test.left))
    return { comparison: operator, effect: operator === '==' ? 'alwaysFalse' : 'alwaysTrue' };
  return sides.every((side) => isPlain(machine, side)) ? 'fine' : 'unknown';
}

const isPlain = (machine: Machine, node: Expression): boolean =>
  node.kind === 'Number' || (node.kind === 'Name' && machine.evaluate(node).kind === 'number');

/**
 * A variable is never equal to a number, and a parameter of the step to no other variable. Whether two variables of the
 * program are the same one may be what is asked.
 */
function isUnequal(machine: Machine, variable: Expression, other: Expression): boolean {
  if (!isSurelySymbolic(machine, variable)) return false;
  if (isNumber(machine, other)) return true;
  if (variable.kind !== 'Name' || !isParameter(machine, machine.evaluate(variable))) return false;
  const isSameName = other.kind === 'Name' && other.name === variable.name;
  return !isSameName && isSurelySymbolic(machine, other);
}

function isNumber(machine: Machine, node: Expression): boolean {
  if (node.kind === 'Number') return true;
  if (node.kind === 'UnaryOp' && node.operator === '-') return isNumber(machine, node.operand);
  const value: Value | null = node.kind === 'Name' ? machine.evaluate(node) : null;
  return value?.kind === 'number' && value.variety !== 'bool';
}

function bareTest(machine: Machine, step: StepContext, test: Expression): Found | 'fine' | 'unknown' {
  const refuses = has(step.scan.version, 'refusesTruthOfVariables');
  // Theano takes a variable for true: `if bias:` is how many ask for an argument that may be None.
  const isAsked = refuses || test.kind === 'Call' || isRequiredParameter(machine, step, test);
  if (isAsked && isSurelySymbolic(machine, test))
    return { comparison: null, effect: refuses ? 'raises' : 'alwaysTrue' };
  const value = test.kind === 'Name' ? machine.evaluate(test) : null;
  return value?.kind === 'number' || value?.kind === 'none' ? 'fine' : 'unknown';
}

/** A parameter of the step itself that scan always gives. */
function isRequiredParameter(machine: Machine, step: StepContext, test: Expression): boolean {
  const { node, call } = machine.activation;
  if (test.kind !== 'Name' || call?.site !== step.scan.site || node.kind !== 'FunctionDef') return false;
  const isRequired = node.parameters.items.some(
    ({ target, default: fallback, variety }) =>
      target.kind === 'Identifier' &&
      target.name === test.name &&
      fallback === null &&
      variety === 'positional',
  );
  return isRequired && isParameter(machine, machine.evaluate(test));
}

// --------------------------------------------------------------------------------------------------------------- guards

const guards = new WeakMap<AnyNode, readonly Span[]>();
const asksForType = /^(?:isinstance|hasattr|callable|type|issubclass|is_symbolic|isscalar)$/;

/** True where a test around it asks what the value is, or an exception is expected. */
function isGuarded(machine: Machine, test: Expression): boolean {
  const { node } = machine.activation;
  if (node.kind !== 'FunctionDef' && node.kind !== 'Lambda') return false;
  return guardsIn(node).some(({ start, end }) => start <= test.start && test.end <= end);
}

function guardsIn(node: FunctionDef | Lambda): readonly Span[] {
  const known = guards.get(node) ?? collectGuards(node);
  guards.set(node, known);
  return known;
}

function collectGuards(node: FunctionDef | Lambda): readonly Span[] {
  const found: Span[] = [];
  walk(node, (inner) => {
    if (inner.kind === 'Try') appendAll(found, inner.body);
    const test = inner.kind === 'If' || inner.kind === 'IfExp' ? inner.test : null;
    if ((test !== null && asks(test)) || (inner.kind === 'BoolOp' && asks(inner))) found.push(inner);
  });
  return found;
}

function asks(test: AnyNode): boolean {
  const pending: AnyNode[] = [test];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'Call' && asksForType.test(calledName(node.function))) return true;
    appendAll(pending, childrenOf(node));
  }
  return false;
}
