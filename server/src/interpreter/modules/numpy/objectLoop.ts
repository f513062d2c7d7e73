/**
 * Ufuncs on values that NumPy keeps as objects: it asks the value itself, by the operator or by a method of the ufunc's
 * name. So `numpy.exp(x)` of a symbolic variable is `x.exp()`.
 */
import { raiseTypeError } from '../../exceptions.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { binaryFunctions, unary } from '../../protocols/operators.ts';
import { typeOf } from '../../pyType.ts';
import type { Value } from '../../values.ts';

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
  square: (value) => binaryFunctions['*'](value, value),
};

/** What the ufunc `name` gives for objects; undefined where it has no operator for them. */
export function applyToObjects(name: string, values: readonly Value[]): Value | undefined {
  const [first, second] = values;
  if (second !== undefined) {
    const operator = binaryOperators[name];
    return operator === undefined ? undefined : binaryFunctions[operator](first!, second);
  }
  const operate = unaryOperators[name];
  if (operate) return operate(first!);
  return callMethod(first!, name);
}

function callMethod(value: Value, name: string): Value {
  const method = tryGetAttribute(value, name);
  if (method !== undefined) return call(method, []);
  return raiseTypeError(
    `loop of ufunc does not support argument 0 of type ${typeOf(value).name} which has no callable ${name} method`,
  );
}
