/** Operators on abstract values. */
import type { BinaryOperator, Expression, UnaryOperator } from '../python/syntax.ts';
import { observeFrozen } from './detectors/onceInStep.ts';
import { observeMerge } from './detectors/updatesMerges.ts';
import { observeOperator } from './detectors/wholeResults.ts';
import type { Machine } from './machine.ts';
import { arrayOperator } from './numpyCalls.ts';
import { exactElements, joinAll, noteContained } from './objects.ts';
import { asTensor, operatorResult, unknownDType } from './tensorRules.ts';
import { type DictEntry, type NumberValue, tuple, unknown, unknownNumber, type Value } from './values.ts';

/** `left operator right`. */
export function binary(
  machine: Machine,
  operator: BinaryOperator,
  [left, right]: readonly [Value, Value],
  node: Expression,
): Value {
  if (left.kind === 'tuple' || right.kind === 'tuple' || left.kind === 'updates')
    observeOperator(machine, operator, [left, right], node);
  if (isGraphValue(left) || isGraphValue(right)) {
    observeFrozen(machine, [left, right]);
    giveUpOther(machine, left, node);
    giveUpOther(machine, right, node);
    return machine.file.python.major === 2 && operator === '/'
      ? oldDivision(left, right)
      : operatorResult(operator, left, right);
  }
  if (left.kind === 'number' && right.kind === 'number') {
    const isOldDivision = operator === '/' && machine.file.python.major === 2;
    return numbers(isOldDivision ? '//' : operator, left, right);
  }
  // A text that shows them keeps nothing.
  if (operator === '%' && left.kind === 'text') return unknown;
  if (holdsUpdates(left) || holdsUpdates(right)) {
    const sources = node.kind === 'BinOp' ? [node.left, node.right] : [node];
    observeMerge(machine, operator, [left, right], { span: node, sources });
    return mergeUpdates(machine, left, right, node);
  }
  if (left.kind === 'array' || right.kind === 'array')
    return { kind: 'array', ...arrayOperator(operator, left, right) };
  return sequences(machine, operator, [left, right], node);
}

/** In Python 2 the library follows `config.int_division` where both sides are integers. */
function oldDivision(left: Value, right: Value): Value {
  const result = operatorResult('/', left, right);
  const isWhole = [left, right].every((side) => /int|bool/.test(asTensor(side)?.dtype.float64 ?? 'int'));
  return isWhole ? { ...result, dtype: unknownDType } : result;
}

const isGraphValue = (value: Value): boolean =>
  value.kind === 'union'
    ? value.options.some(isGraphValue) && value.options.every((o) => isGraphValue(o) || o.kind === 'number')
    : value.kind === 'symbolic' || value.kind === 'shared';

const holdsUpdates = (value: Value): boolean =>
  value.kind === 'updates' || (value.kind === 'union' && value.options.some(holdsUpdates));

/** An operand of a tensor operation that is no tensor: only the library sees it. */
function giveUpOther(machine: Machine, value: Value, node: Expression): void {
  if (asTensor(value) === null) machine.escape(value, { kind: 'call', span: node });
}

function numbers(operator: BinaryOperator, left: NumberValue, right: NumberValue): Value {
  const variety = operator === '/' || left.variety === 'float' || right.variety === 'float' ? 'float' : 'int';
  if (left.value === null || right.value === null) return unknownNumber(variety);
  const value = calculate(operator, left.value, right.value);
  // Python 2 divides integers to an integer: the quotient of two of them is not decided here.
  const isCertain =
    value !== null && operator !== '/' && (variety === 'float' || Number.isSafeInteger(value));
  return { kind: 'number', variety, value: isCertain ? value : null };
}

function calculate(operator: BinaryOperator, a: number, b: number): number | null {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return null;
  }
}

/** `u1 + u2`, `pairs + u`, `u1 | u2`: an object that holds both. */
function mergeUpdates(machine: Machine, left: Value, right: Value, node: Expression): Value {
  const entries = [left, right].map((value, index): DictEntry => {
    noteContained(machine, value, node);
    return { key: null, value, name: '', start: node.start + index, end: node.end, isCertain: true };
  });
  return machine.objectAt(node, 'dict', { kind: 'dict', entries, isExact: true });
}

function sequences(
  machine: Machine,
  operator: BinaryOperator,
  [left, right]: readonly [Value, Value],
  node: Expression,
): Value {
  const sum = operator === '+' && left.kind === right.kind ? sumOf(machine, left, right, node) : null;
  if (sum !== null) return sum;
  const times = operator === '*' ? repeatedExactly(machine, [left, right], node) : null;
  if (times !== null) return times;
  if (isPassive(left) && isPassive(right)) return unknown;
  const isRepeated =
    operator === '*' && (isList(left) || isList(right)) && (isPassive(left) || isPassive(right));
  if (isRepeated) return repeated(machine, isList(left) ? left : right, node);
  for (const value of [left, right]) machine.escape(value, { kind: 'call', span: node });
  machine.unfollowed++;
  return unknown;
}

/** A sequence that is added to itself again and again grows without end. */
const longestSum = 1000;

/** Two tuples or two lists as one, where all elements are known. */
function sumOf(machine: Machine, left: Value, right: Value, node: Expression): Value | null {
  const isTuple = left.kind === 'tuple';
  if (!isTuple && !(isList(left) && isList(right))) return null;
  const [first, second] = [exactElements(machine, left), exactElements(machine, right)];
  if (first === null || second === null || first.length + second.length > longestSum) return null;
  const elements = [...first, ...second];
  return isTuple
    ? tuple(elements)
    : machine.objectAt(node, 'list', { kind: 'list', elements, isExact: true });
}

const mostRepeated = 32;

/** `(False,) * 3`, `[None] * 2`: where everything is known and short. */
function repeatedExactly(
  machine: Machine,
  [left, right]: readonly [Value, Value],
  node: Expression,
): Value | null {
  const [list, number] = left.kind === 'number' ? [right, left] : [left, right];
  const elements = number.kind === 'number' && number.variety === 'int' ? exactElements(machine, list) : null;
  if (elements === null || number.kind !== 'number' || number.value === null) return null;
  if (number.value < 0 || number.value * elements.length > mostRepeated) return null;
  const all = Array.from({ length: number.value }, () => elements).flat();
  if (list.kind === 'tuple') return tuple(all);
  for (const element of elements) noteContained(machine, element, node);
  return machine.objectAt(node, 'list', { kind: 'list', elements: all, isExact: true });
}

function repeated(machine: Machine, list: Value, node: Expression): Value {
  const elements = exactElements(machine, list) ?? [unknown];
  return machine.objectAt(node, 'list', {
    kind: 'list',
    elements: [joinAll(machine, elements)],
    isExact: false,
  });
}

const isList = (value: Value): boolean => value.kind === 'container' && value.object.variety === 'list';
const isPassive = (value: Value): boolean =>
  value.kind === 'number' || value.kind === 'text' || value.kind === 'unknown' || value.kind === 'none';

/** `operator operand`. */
export function unary(operator: UnaryOperator, operand: Value): Value {
  if (operator === 'not') return unknownNumber('bool');
  if (operand.kind === 'number') {
    const value = operator === '-' && operand.value !== null ? -operand.value : operand.value;
    return operator === '~' ? unknownNumber('int') : { ...operand, value };
  }
  if (operand.kind === 'symbolic' || operand.kind === 'array') return operand;
  return operand.kind === 'shared' ? operatorResult('+', operand, operand) : unknown;
}
