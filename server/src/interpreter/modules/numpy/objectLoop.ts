/**
 * Ufuncs on values that NumPy keeps as objects: it asks the value itself, by the operator or by a method of the ufunc's
 * name. So `numpy.exp(x)` of a symbolic variable is `x.exp()`.
 */
import { NDArray } from '../../../tensor/ndarray.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { compare, isTrue } from '../../protocols/comparison.ts';
import { binaryFunctions, unary } from '../../protocols/operators.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import type { Value } from '../../values.ts';
import { NumpyScalar } from './numpyScalar.ts';

/** The operators that functions of two arguments are for objects. */
export const binaryOperators: Readonly<Record<string, keyof typeof binaryFunctions>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  true_divide: '/',
  floor_divide: '//',
  remainder: '%',
  power: '**',
  bitwise_and: '&',
  bitwise_or: '|',
  bitwise_xor: '^',
};

const unaryOperators: Readonly<Record<string, (value: Value) => Value>> = {
  absolute: (value) => callMethod(value, '__abs__'),
  negative: (value) => unary('-', value),
  invert: (value) => unary('~', value),
  sign: signOf,
  square: (value) => binaryFunctions['*'](value, value),
};

/** The larger or smaller of two, as their own comparison tells. */
const choose =
  (operator: '>=' | '<=') =>
  (a: Value, b: Value): Value =>
    isTrue(compare(operator, a, b)) ? a : b;

const choices: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  maximum: choose('>='),
  minimum: choose('<='),
  fmax: choose('>='),
  fmin: choose('<='),
};

/** Those that know numbers only. */
const ofNumbersOnly: ReadonlySet<string> = new Set(['isnan', 'isinf', 'isfinite', 'signbit', 'spacing']);

function signOf(value: Value): Value {
  if (isTrue(compare('>', value, 0))) return 1;
  return isTrue(compare('<', value, 0)) ? -1 : 0;
}

/** A value of another library, which NumPy would keep as an object. */
export const isObject = (value: Value | undefined): value is Value =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof NDArray || value instanceof NumpyScalar) &&
  lookupInType(typeOf(value), '__array_priority__') !== undefined;

/** What the ufunc `name` gives for objects; undefined where it has no operator for them. */
export function applyToObjects(name: string, values: readonly Value[]): Value | undefined {
  const [first, second] = values;
  if (second !== undefined) {
    const choice = choices[name];
    if (choice) return choice(first!, second);
    const operator = binaryOperators[name];
    return operator === undefined ? undefined : binaryFunctions[operator](first!, second);
  }
  const operate = unaryOperators[name];
  if (operate) return operate(first!);
  if (ofNumbersOnly.has(name)) {
    raiseTypeError(
      `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  }
  return callMethod(first!, name);
}

function callMethod(value: Value, name: string): Value {
  const method = tryGetAttribute(value, name);
  if (method !== undefined) return call(method, []);
  return raiseTypeError(
    `loop of ufunc does not support argument 0 of type ${typeOf(value).name} which has no callable ${name} method`,
  );
}
