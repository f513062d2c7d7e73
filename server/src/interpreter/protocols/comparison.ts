/** Truth, identity, comparison and membership. */
import type { ComparisonOperator } from '../../python/syntax.ts';
import { PyDict, PySet } from '../containers.ts';
import { raiseTypeError } from '../exceptions.ts';
import { comparisonNames, isSubtype, lookupInType, type RichComparison, typeOf } from '../pyType.ts';
import { beginPass, pythonVersion, turn } from '../runtime.ts';
import { NotImplemented, PyFloat, PyLong, PyTuple, PyUnicode, type Value } from '../values.ts';
import { callDirect, callUnary } from './calls.ts';
import { iterate } from './iteration.ts';
import { asInteger } from './numbers.ts';

/** `bool(value)`. */
export function isTrue(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return value !== '';
    case 'bigint':
      return value !== 0n;
  }
  if (value === null) return false;
  if (value instanceof PyFloat) return value.value !== 0;
  return objectIsTrue(value);
}

function objectIsTrue(value: object): boolean {
  const type = typeOf(value);
  const boolName = pythonVersion() === 2 && !type.isNative ? '__nonzero__' : '__bool__';
  const method = lookupInType(type, boolName) ?? lookupInType(type, '__bool__');
  if (method !== undefined && method !== null) {
    const result = callUnary(method, value);
    if (typeof result === 'boolean') return result;
    if (pythonVersion() === 2 && typeof result === 'number') return result !== 0;
    raiseTypeError(`${boolName} should return bool, returned ${typeOf(result).name}`);
  }
  const length = lookupInType(type, '__len__');
  return length === undefined || length === null ? true : isTrue(callUnary(length, value));
}

/** `a is b`. Numbers, strings and tuples without identity in our model are the same when they are equal. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof PyLong && b instanceof PyLong) return a.value === b.value;
  if (a instanceof PyUnicode && b instanceof PyUnicode) return a.value === b.value;
  return false;
}

const swapped: Readonly<Record<RichComparison, RichComparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** What a three-way result says about an operator. */
export function holds(operator: RichComparison, order: number | undefined): boolean {
  if (order === undefined) return operator === '!=';
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** `a operator b` for the six comparisons; the result may be any value (an array, a symbolic variable). */
export function richCompare(operator: RichComparison, a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return holds(operator, a < b ? -1 : a > b ? 1 : 0);
  if (typeof a === 'string' && typeof b === 'string') return holds(operator, compareText(a, b));
  const result = tryCompare(operator, a, b);
  if (result !== NotImplemented) return result;
  if (operator === '==') return isSame(a, b);
  if (operator === '!=') return !isSame(a, b);
  if (pythonVersion() === 2) return holds(operator, compareMixed(a, b));
  return raiseTypeError(
    `'${operator}' not supported between instances of '${typeOf(a).name}' and '${typeOf(b).name}'`,
  );
}

/** `a < b` as a JS boolean, for sorting. */
export function isLess(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b) < 0;
  if (a instanceof PyFloat && b instanceof PyFloat) return a.value < b.value;
  if (a instanceof PyTuple && b instanceof PyTuple && a.cls === null && b.cls === null) {
    return isTrue(compareSequences('<', a.items, b.items));
  }
  return isTrue(richCompare('<', a, b));
}

/** By code points, as Python orders text. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    const [x, y] = [a.codePointAt(i)!, b.codePointAt(i)!];
    return orderOfUnit(x) < orderOfUnit(y) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

/** A low surrogate on its own stands for a character beyond the BMP whose first half was equal. */
const orderOfUnit = (point: number): number => (point >= 0xdc00 && point < 0xe000 ? point + 0x100000 : point);

function tryCompare(operator: RichComparison, a: Value, b: Value): Value {
  const leftType = typeOf(a);
  const rightType = typeOf(b);
  if (rightType !== leftType && isSubtype(rightType, leftType)) {
    const result = askComparison(swapped[operator], b, a);
    if (result !== NotImplemented) return result;
    return askComparison(operator, a, b);
  }
  const result = askComparison(operator, a, b);
  return result === NotImplemented ? askComparison(swapped[operator], b, a) : result;
}

function askComparison(operator: RichComparison, self: Value, other: Value): Value {
  const type = typeOf(self);
  const method = lookupInType(type, comparisonNames[operator]);
  if (method !== undefined && method !== null) return callDirect(method, self, other);
  if (operator === '!=' && pythonVersion() === 3) {
    const equal = lookupInType(type, '__eq__');
    if (equal === undefined || equal === null) return NotImplemented;
    const result = callDirect(equal, self, other);
    return result === NotImplemented ? result : !isTrue(result);
  }
  if (pythonVersion() === 2 && !type.isNative) return askThreeWay(operator, self, other);
  return NotImplemented;
}

function askThreeWay(operator: RichComparison, self: Value, other: Value): Value {
  const method = lookupInType(typeOf(self), '__cmp__');
  if (method === undefined) return NotImplemented;
  const order = callDirect(method, self, other);
  return order === NotImplemented ? order : holds(operator, Number(asInteger(order) ?? 0));
}

/** Python 2's order of values of different types: None, numbers, then by the name of the type. */
function compareMixed(a: Value, b: Value): number {
  const rank = (value: Value): string => {
    if (value === null) return '';
    if (asInteger(value) !== undefined || value instanceof PyFloat) return '\u0001';
    return typeOf(value).name;
  };
  return compareText(rank(a), rank(b));
}

/** `a == b` as a JS boolean: identity counts as equal, as in containers. */
export function equals(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  return a === b || isTrue(richCompare('==', a, b));
}

/** `cmp(a, b)`. */
export function threeWay(a: Value, b: Value): number {
  if (equals(a, b)) return 0;
  return isTrue(richCompare('<', a, b)) ? -1 : 1;
}

/** `item in container`. */
export function contains(container: Value, item: Value): boolean {
  if (container instanceof PyDict || container instanceof PySet) {
    if (container.cls === null) return container.table.has(item);
  }
  const type = typeOf(container);
  const method = lookupInType(type, '__contains__');
  if (method !== undefined && method !== null) return isTrue(callDirect(method, container, item));
  const isIterable = (lookupInType(type, '__iter__') ?? lookupInType(type, '__getitem__') ?? null) !== null;
  if (!isIterable) raiseTypeError(`argument of type '${type.name}' is not iterable`);
  const next = iterate(container);
  for (let each = next(); each !== undefined; each = next()) if (equals(each, item)) return true;
  return false;
}

/** Any comparison operator. */
export function compare(operator: ComparisonOperator, a: Value, b: Value): Value {
  switch (operator) {
    case 'is':
      return isSame(a, b);
    case 'is not':
      return !isSame(a, b);
    case 'in':
      return contains(b, a);
    case 'not in':
      return !contains(b, a);
    default:
      return richCompare(operator, a, b);
  }
}

/** Compares sequences element by element, as tuples and lists do. */
export function compareSequences(operator: RichComparison, a: readonly Value[], b: readonly Value[]): Value {
  if (a.length !== b.length && (operator === '==' || operator === '!=')) return operator === '!=';
  const length = Math.min(a.length, b.length);
  turn();
  beginPass(length);
  for (let index = 0; index < length; index++) {
    const x = a[index]!;
    const y = b[index]!;
    if (x === y) continue;
    turn();
    if (!equals(x, y)) {
      if (operator === '==' || operator === '!=') return operator === '!=';
      return richCompare(operator, x, y);
    }
  }
  return holds(operator, a.length - b.length);
}
