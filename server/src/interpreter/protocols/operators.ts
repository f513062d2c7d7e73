/** Operators: fast ways for numbers and strings, then Python's dispatch through the operands' types. */
import type { BinaryOperator } from '../../python/syntax.ts';
import { raiseTypeError } from '../exceptions.ts';
import { isSubtype, lookupInType, operatorNames, typeOf } from '../pyType.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import { int, NotImplemented, PyFloat, type PyType, type Value } from '../values.ts';
import { callDirect, callUnary } from './calls.ts';

export type BinaryFunction = (a: Value, b: Value) => Value;

/** Python 2 without `from __future__ import division`: `/` is the classic division. */
export type AnyBinaryOperator = BinaryOperator | 'classic /';

const methodNames: Readonly<Record<AnyBinaryOperator, string>> = { ...operatorNames, 'classic /': 'div' };
const symbol = (operator: AnyBinaryOperator): string => (operator === 'classic /' ? '/' : operator);

/** `a operator b` through the types; raises TypeError when neither operand knows it. */
export function dispatchBinary(operator: AnyBinaryOperator, a: Value, b: Value): Value {
  const result = tryBinary(operator, a, b);
  if (result === NotImplemented) return raiseUnsupported(operator, a, b, symbol(operator));
  return result;
}

/** Like {@link dispatchBinary}, but `NotImplemented` when neither operand knows the operator. */
export function tryBinary(operator: AnyBinaryOperator, a: Value, b: Value): Value {
  const result = tryMethods(`__${methodNames[operator]}__`, `__r${methodNames[operator]}__`, a, b);
  const isClassic = operator === 'classic /' && result === NotImplemented;
  // The types that came later divide in the same way by either `/`.
  return isClassic && typeOf(a).isNative && typeOf(b).isNative ? tryBinary('/', a, b) : result;
}

/** Asks `a.name(b)`, then `b.reflectedName(a)`; the other way round when the type of `b` derives from that of `a`. */
export function tryMethods(name: string, reflectedName: string, a: Value, b: Value): Value {
  const leftType = typeOf(a);
  const rightType = typeOf(b);
  const left = lookupInType(leftType, name);
  const right = leftType === rightType ? undefined : lookupInType(rightType, reflectedName);
  const rightFirst = right !== undefined && right !== null && isSubtype(rightType, leftType);
  if (rightFirst && right !== lookupInType(leftType, reflectedName)) {
    const result = callDirect(right, b, a);
    if (result !== NotImplemented) return result;
  }
  if (left !== undefined && left !== null) {
    const result = callDirect(left, a, b);
    if (result !== NotImplemented) return result;
  }
  return right === undefined || right === null ? NotImplemented : callDirect(right, b, a);
}

function raiseUnsupported(operator: AnyBinaryOperator, a: Value, b: Value, text: string): never {
  const [left, right] = [typeOf(a), typeOf(b)];
  if (
    operator === '+' &&
    ['str', 'list', 'tuple', 'bytes', 'bytearray'].includes(left.name) &&
    left.isNative
  ) {
    raiseTypeError(concatenationMessage(left, right));
  }
  if (operator === '*') {
    const sequence = [left, right].find((type) => ['str', 'list', 'tuple', 'bytes'].includes(type.name));
    const other = sequence === left ? right : left;
    if (sequence) raiseTypeError(`can't multiply sequence by non-int of type '${other.name}'`);
  }
  const shown = operator === '**' && !text.endsWith('=') ? '** or pow()' : text;
  return raiseTypeError(`unsupported operand type(s) for ${shown}: '${left.name}' and '${right.name}'`);
}

function concatenationMessage(left: PyType, right: PyType): string {
  if (left.name === 'str' && pythonVersion() === 2)
    return `cannot concatenate 'str' and '${right.name}' objects`;
  if (left.name === 'bytes' || left.name === 'bytearray') return `can't concat ${right.name} to ${left.name}`;
  return `can only concatenate ${left.name} (not "${right.name}") to ${left.name}`;
}

/** `a operator= b`: the in-place method of `a` where it has one, else the operator. */
export function inPlace(operator: AnyBinaryOperator, a: Value, b: Value): Value {
  if (typeof a !== 'object' || a instanceof PyFloat) return binaryFunctions[operator](a, b);
  const method = a === null ? undefined : lookupInType(typeOf(a), `__i${methodNames[operator]}__`);
  if (method !== undefined && method !== null) {
    const result = callDirect(method, a, b);
    if (result !== NotImplemented) return result;
  }
  const result = tryBinary(operator, a, b);
  if (result === NotImplemented) return raiseUnsupported(operator, a, b, `${symbol(operator)}=`);
  return result;
}

/** `a operator= b` as a function. */
export function inPlaceFunction(operator: AnyBinaryOperator): BinaryFunction {
  const plain = binaryFunctions[operator];
  return (a, b) => (typeof a !== 'object' || a instanceof PyFloat ? plain(a, b) : inPlace(operator, a, b));
}

const dispatcher =
  (operator: AnyBinaryOperator): BinaryFunction =>
  (a, b) =>
    dispatchBinary(operator, a, b);

/** The sum, difference or product of two integers as JS numbers may be inexact from here on. */
const largest = Number.MAX_SAFE_INTEGER;

function add(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    return sum <= largest && sum >= -largest ? sum : int(BigInt(a) + BigInt(b));
  }
  if (a instanceof PyFloat) {
    if (b instanceof PyFloat) return new PyFloat(a.value + b.value);
    if (typeof b === 'number') return new PyFloat(a.value + b);
  } else if (typeof a === 'string') {
    if (typeof b === 'string') return concatenate(a, b);
  } else if (typeof a === 'number' && b instanceof PyFloat) return new PyFloat(a + b.value);
  return dispatchBinary('+', a, b);
}

/** Texts up to this length are joined without asking for memory. */
const longText = 65_536;

function concatenate(a: string, b: string): string {
  if (a.length + b.length > longText) runtime().allocate(a.length + b.length);
  return a + b;
}

function subtract(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    return difference <= largest && difference >= -largest ? difference : int(BigInt(a) - BigInt(b));
  }
  if (a instanceof PyFloat) {
    if (b instanceof PyFloat) return new PyFloat(a.value - b.value);
    if (typeof b === 'number') return new PyFloat(a.value - b);
  } else if (typeof a === 'number' && b instanceof PyFloat) return new PyFloat(a - b.value);
  return dispatchBinary('-', a, b);
}

function multiply(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    return product <= largest && product >= -largest ? product + 0 : int(BigInt(a) * BigInt(b));
  }
  if (a instanceof PyFloat) {
    if (b instanceof PyFloat) return new PyFloat(a.value * b.value);
    if (typeof b === 'number') return new PyFloat(a.value * b);
  } else if (typeof a === 'number' && b instanceof PyFloat) return new PyFloat(a * b.value);
  return dispatchBinary('*', a, b);
}

function divide(a: Value, b: Value): Value {
  const x = typeof a === 'number' ? a : a instanceof PyFloat ? a.value : undefined;
  const y = typeof b === 'number' ? b : b instanceof PyFloat ? b.value : undefined;
  if (x !== undefined && y !== undefined && y !== 0) return new PyFloat(x / y);
  return dispatchBinary('/', a, b);
}

function modulo(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0) {
    const rest = (a | 0) === a && (b | 0) === b ? (a | 0) % (b | 0) : a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  return dispatchBinary('%', a, b);
}

function floorDivide(a: Value, b: Value): Value {
  // The quotient of two integers of 32 bits is exact enough to be rounded down.
  if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b && b !== 0) {
    return Math.floor(a / b) + 0;
  }
  return dispatchBinary('//', a, b);
}

function power(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && b >= 0 && b <= 64) {
    let result = 1;
    for (let factor = 0; factor < b && result <= largest && result >= -largest; factor++) result *= a;
    if (result <= largest && result >= -largest) return result + 0;
  }
  return dispatchBinary('**', a, b);
}

const and: BinaryFunction = (a, b) =>
  typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b
    ? a & b
    : dispatchBinary('&', a, b);

const or: BinaryFunction = (a, b) =>
  typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b
    ? a | b
    : dispatchBinary('|', a, b);

const exclusiveOr: BinaryFunction = (a, b) =>
  typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b
    ? a ^ b
    : dispatchBinary('^', a, b);

function shiftLeft(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && b >= 0 && b < 53) {
    const shifted = a * 2 ** b;
    if (shifted <= largest && shifted >= -largest) return shifted;
  }
  return dispatchBinary('<<', a, b);
}

const shiftRight: BinaryFunction = (a, b) =>
  typeof a === 'number' && typeof b === 'number' && (a | 0) === a && b >= 0 && b < 32
    ? a >> b
    : dispatchBinary('>>', a, b);

/** Every binary operator as a function. */
export const binaryFunctions: Readonly<Record<AnyBinaryOperator, BinaryFunction>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '@': dispatcher('@'),
  '/': divide,
  'classic /': dispatcher('classic /'),
  '%': modulo,
  '**': power,
  '<<': shiftLeft,
  '>>': shiftRight,
  '|': or,
  '^': exclusiveOr,
  '&': and,
  '//': floorDivide,
};

const unaryMethods = { '-': '__neg__', '+': '__pos__', '~': '__invert__' } as const;

/** `-a`, `+a`, `~a`. */
export function unary(operator: '-' | '+' | '~', a: Value): Value {
  if (typeof a === 'number' && operator !== '~') return operator === '-' ? 0 - a : a;
  const type = typeOf(a);
  const method = lookupInType(type, unaryMethods[operator]);
  if (method === undefined || method === null) {
    raiseTypeError(`bad operand type for unary ${operator}: '${type.name}'`);
  }
  return callUnary(method, a);
}
