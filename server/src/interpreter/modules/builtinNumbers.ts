/** Built-in functions on numbers and order. */
import { raiseTypeError, raiseValueError } from '../exceptions.ts';
import { call, callSpecial, callUnary } from '../protocols/calls.ts';
import { isTrue, richCompare } from '../protocols/comparison.ts';
import { roundFloat } from '../protocols/formatting.ts';
import { indexOf, sizeOf } from '../protocols/items.ts';
import { iterate, toArray } from '../protocols/iteration.ts';
import { asInteger, isLong, powerModulo } from '../protocols/numbers.ts';
import { binaryFunctions, dispatchBinary, tryMethods } from '../protocols/operators.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { runtime } from '../runtime.ts';
import { roundDouble, roundInteger } from '../types/numberTypes.ts';
import {
  type Keywords,
  NotImplemented,
  PyBuiltin,
  PyBytes,
  PyFloat,
  PyFunction,
  PyTuple,
  type PyType,
  type Value,
} from '../values.ts';

/** Python's `absolute`. */
export function absolute(value: Value): Value {
  if (typeof value === 'number') return Math.abs(value);
  const method = lookupInType(typeOf(value), '__abs__');
  if (method === undefined) raiseTypeError(`bad operand type for abs(): '${typeOf(value).name}'`);
  return callUnary(method, value);
}

/** Python's `sum`. */
export function sum(items: Value, start: Value | undefined): Value {
  if (start instanceof PyBytes) raiseTypeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (typeof start === 'string') raiseTypeError("sum() can't sum strings [use ''.join(seq) instead]");
  const next = iterate(items);
  let total: Value = start ?? 0;
  // CPython 3.12 adds floats with compensation (Neumaier).
  let compensation = 0;
  const isExact = runtime().python === 3;
  for (let item = next(); item !== undefined; item = next()) {
    if (isExact && total instanceof PyFloat && item instanceof PyFloat) {
      const [x, y]: [number, number] = [total.value, item.value];
      const t: number = x + y;
      compensation += Math.abs(x) >= Math.abs(y) ? x - t + y : y - t + x;
      total = new PyFloat(t);
    } else {
      if (compensation !== 0 && total instanceof PyFloat && asInteger(item) === undefined) {
        // Anything else ends the compensated sum.
        if (Number.isFinite(compensation)) total = new PyFloat(total.value + compensation);
        compensation = 0;
      }
      total = binaryFunctions['+'](total, item);
    }
  }
  if (compensation !== 0 && Number.isFinite(compensation) && total instanceof PyFloat) {
    return new PyFloat(total.value + compensation);
  }
  return total;
}

/** Python's `extreme`. */
export function extreme(name: 'min' | 'max'): PyBuiltin {
  const operator = name === 'min' ? '<' : '>';
  return new PyBuiltin(name, (args, keywords) => {
    const items = args.length === 1 ? toArray(args[0]!) : args;
    if (args.length === 0) raiseTypeError(`${name} expected at least 1 argument, got 0`);
    checkExtremeKeywords(name, args, keywords);
    const key = keywords?.get('key') ?? null;
    const fallback = keywords?.get('default');
    if (items.length === 0) {
      if (fallback !== undefined) return fallback;
      raiseValueError(
        runtime().python === 2
          ? `${name}() arg is an empty sequence`
          : `${name}() iterable argument is empty`,
      );
    }
    let best: Value = items[0]!;
    let bestKey: Value = key === null ? best : call(key, [best]);
    for (const item of items.slice(1)) {
      const itemKey = key === null ? item : call(key, [item]);
      if (isTrue(richCompare(operator, itemKey, bestKey))) [best, bestKey] = [item, itemKey];
    }
    return best;
  });
}

function checkExtremeKeywords(name: string, args: readonly Value[], keywords: Keywords): void {
  for (const given of keywords?.keys() ?? []) {
    if (given !== 'key' && given !== 'default') {
      raiseTypeError(
        runtime().python === 2
          ? `${name}() got an unexpected keyword argument`
          : `'${given}' is an invalid keyword argument for ${name}()`,
      );
    }
  }
  if (args.length > 1 && keywords?.has('default')) {
    raiseTypeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  }
}

/** Python's `round`. */
export function round(value: Value, digits: Value | undefined): Value {
  if (runtime().python === 2) return roundPython2(value, digits);
  if (value instanceof PyFloat) return roundDouble(value.value, digits);
  const plain = typeof value === 'object' ? undefined : asInteger(value);
  if (plain !== undefined) return roundInteger(plain, digits);
  const method = lookupInType(typeOf(value), '__round__');
  if (method === undefined) raiseTypeError(`type ${typeOf(value).name} doesn't define __round__ method`);
  return callSpecial(method, value, digits === undefined ? [] : [digits]);
}

/** Python 2: half away from zero, and always a float. */
function roundPython2(value: Value, digits: Value | undefined): Value {
  const places = digits === undefined ? 0 : sizeOf(digits);
  const method = lookupInType(typeOf(value), '__float__');
  if (method === undefined) raiseTypeError('a float is required');
  const double = (callUnary(method, value) as PyFloat).value;
  // The decimal digits of JS are those of the exact value, and half goes up.
  if (places >= 0 && places <= 100 && Math.abs(double) < 1e21) {
    const size = Number(Math.abs(double).toFixed(places));
    return new PyFloat(double < 0 || Object.is(double, -0) ? -size : size);
  }
  const even = roundFloat(double, places);
  const half = Math.abs(double - even) * 10 ** places;
  if (half !== 0.5 || Math.abs(even) > Math.abs(double)) return new PyFloat(even);
  return new PyFloat(even + Math.sign(double) * 10 ** -places);
}

/** Python's `pow`. */
export function pow(base: Value, exponent: Value, modulus: Value | undefined): Value {
  if (modulus === undefined || modulus === null) return dispatchBinary('**', base, exponent);
  const [a, b, m] = [asInteger(base), asInteger(exponent), asInteger(modulus)];
  const own = a === undefined ? lookupInType(typeOf(base), '__pow__') : undefined;
  if (own instanceof PyFunction) return callSpecial(own, base, [exponent, modulus]);
  if (a === undefined || b === undefined || m === undefined) {
    return raiseTypeError('pow() 3rd argument not allowed unless all arguments are integers');
  }
  return powerModulo(a, b, m);
}

/** Python 2's `coerce`: both numbers in the wider of their types. */
export function coerce(a: Value, b: Value): Value {
  const [left, right] = [typeOf(a), typeOf(b)];
  const isText = left.name === 'str' || left.name === 'unicode';
  if (left === right && !isText) return new PyTuple([a, b]);
  const ranks = ['bool', 'int', 'long', 'float', 'complex'];
  const [x, y] = [left, right].map(({ name, isNative }) => (isNative ? ranks.indexOf(name) : -1));
  if (x! < 0 || y! < 0) raiseTypeError('number coercion failed');
  // True and 2 stay what they are.
  const widen = (value: Value, own: number, type: PyType, other: number): Value =>
    own >= other || other < 2 ? value : call(type, [value]);
  return new PyTuple([widen(a, x!, right, y!), widen(b, y!, left, x!)]);
}

/** Python's `divmod`. */
export function divmod(a: Value, b: Value): Value {
  const result = tryMethods('__divmod__', '__rdivmod__', a, b);
  if (result !== NotImplemented) return result;
  const quotient = tryMethods('__floordiv__', '__rfloordiv__', a, b);
  if (quotient === NotImplemented) {
    raiseTypeError(`unsupported operand type(s) for divmod(): '${typeOf(a).name}' and '${typeOf(b).name}'`);
  }
  return new PyTuple([quotient, binaryFunctions['%'](a, b)]);
}

/** Python's `radixText`. */
export const radixText =
  (prefix: string, radix: number) =>
  (value: Value): string => {
    const integer = BigInt(indexOf(value));
    const mark = prefix !== '0b' && isLong(value) ? 'L' : '';
    return `${integer < 0n ? '-' : ''}${prefix}${(integer < 0n ? -integer : integer).toString(radix)}${mark}`;
  };
