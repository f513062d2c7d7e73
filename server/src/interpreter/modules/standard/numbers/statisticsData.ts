/** Data of `statistics`: exact fractions, and the type that results become, as in CPython's `_sum`, `_ss` and `_convert`. */
import { notSupported, raiseTypeError } from '../../../exceptions.ts';
import { trueDivide } from '../../../protocols/numbers.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { isSubtype, typeOf } from '../../../pyType.ts';
import { boolType, floatType, intType } from '../../../types/numberTypes.ts';
import { int, PyFloat, type PyType, type Value } from '../../../values.ts';
import { context } from '../decimal/decimalContext.ts';
import { decimalType, fractionOf, PyDecimal } from '../decimal/decimalModule.ts';
import * as decimals from '../decimal/decimalNumber.ts';
import { fractionType, PyFraction, rationalOf } from './fractionsModule.ts';
import { integerRoot } from './integerMath.ts';
import type { Rational } from './rational.ts';
import * as exact from './rational.ts';

/** What results become: the type of the data. */
export type Kind = 'int' | 'float' | 'fraction' | 'decimal';

export interface Data {
  readonly values: readonly Rational[];
  readonly kind: Kind;
}

const none: Rational = { n: 0n, d: 1n };
const typesOfKinds: Readonly<Record<Kind, PyType>> = {
  int: intType,
  float: floatType,
  fraction: fractionType,
  decimal: decimalType,
};

/** The type of numbers of both types. */
function coerced(a: Kind, b: Kind): Kind {
  if (a === b || b === 'int') return a;
  if (a === 'int') return b;
  if (a !== 'decimal' && b !== 'decimal') return 'float';
  return raiseTypeError(`don't know how to coerce ${nameOf(a)} and ${nameOf(b)}`);
}

const nameOf = (kind: Kind): string => typesOfKinds[kind].name.replace('decimal.', '');

function ratioOf(value: Value): { readonly ratio: Rational; readonly kind: Kind } {
  if (value instanceof PyFloat) {
    if (!Number.isFinite(value.value)) notSupported('statistics of infinities and NaN');
    return { ratio: exact.ofDouble(value.value), kind: 'float' };
  }
  if (value instanceof PyDecimal) {
    if (value.special !== null) notSupported('statistics of infinities and NaN');
    return { ratio: fractionOf(value), kind: 'decimal' };
  }
  const ratio = rationalOf(value);
  if (ratio) return { ratio, kind: value instanceof PyFraction ? 'fraction' : 'int' };
  const { name, module } = typeOf(value);
  if (module === 'numpy') notSupported(`statistics of ${name}`);
  return raiseTypeError(`can't convert type '${name}' to numerator/denominator`);
}

/** The numbers, exactly; raises TypeError for what is no number. */
export function dataOf(given: readonly Value[]): Data {
  let kind: Kind = 'int';
  const values = given.map((value) => {
    const found = ratioOf(value);
    const type = typeOf(value);
    if (type !== typesOfKinds[found.kind] && type !== boolType && !isSubtype(type, intType)) {
      notSupported(`statistics of ${type.name}`);
    }
    kind = coerced(kind, found.kind);
    return found.ratio;
  });
  return { values, kind };
}

export const asDouble = ({ n, d }: Rational): number => trueDivide(int(n), int(d)).value;

const asDecimal = ({ n, d }: Rational): PyDecimal =>
  binaryFunctions['/'](integerDecimal(n), integerDecimal(d)) as PyDecimal;
const integerDecimal = (value: bigint): PyDecimal => new PyDecimal(decimals.decimal(value, 0));

/** A result in the type of the data. */
export function convert(value: Rational, kind: Kind): Value {
  if (kind === 'fraction') return new PyFraction(value);
  if (kind === 'decimal') return asDecimal(value);
  if (kind === 'int' && value.d === 1n) return int(value.n);
  return new PyFloat(asDouble(value));
}

export const sumOf = (values: readonly Rational[]): Rational => values.reduce(exact.add, none);
export const over = (value: Rational, count: number): Rational =>
  exact.divide(value, { n: BigInt(count), d: 1n });

/** The sum of the squares of the distances from the mean, or from `center` in the arithmetic of the data. */
export function squares(
  given: readonly Value[],
  center: Value,
): { readonly sum: Rational; readonly kind: Kind } {
  if (center !== null) {
    const { values, kind } = dataOf(
      given.map((value) => {
        const distance = binaryFunctions['-'](value, center);
        return binaryFunctions['*'](distance, distance);
      }),
    );
    return { sum: sumOf(values), kind };
  }
  const { values, kind } = dataOf(given);
  if (values.length === 0) return { sum: none, kind };
  const middle = over(sumOf(values), values.length);
  const all = values.map((value) => {
    const distance = exact.subtract(value, middle);
    return exact.multiply(distance, distance);
  });
  return { sum: sumOf(all), kind };
}

/** The root of a fraction, rounded once: 64 more bits than a double has, with a sticky bit. */
function doubleRoot({ n, d }: Rational): number {
  if (n === 0n) return 0;
  const shift = Math.max(0, 130 - (n.toString(2).length - d.toString(2).length));
  const even = BigInt(shift + (shift % 2));
  const scaled = (n << even) / d;
  const root = integerRoot(scaled);
  const sticky = root * root === scaled && (n << even) % d === 0n ? 0n : 1n;
  return asDouble(exact.rational(root * 2n + sticky, 1n << (even / 2n + 1n)));
}

/** The root of a fraction as a Decimal: that of the rounded quotient, moved to its neighbour where that is nearer. */
function decimalRoot(value: Rational): PyDecimal {
  if (value.n === 0n) return new PyDecimal(decimals.decimal(0n, -1));
  const { prec, rounding } = context();
  const root = decimals.squareRoot(asDecimal(value).value, { prec, rounding });
  const digits = decimals.digitCount(root.coefficient);
  const full = decimals.rescale(root, root.exponent - (prec - digits), rounding);
  const isAbove = (coefficient: bigint): boolean => {
    const half = fractionOf(new PyDecimal({ ...full, coefficient: 2n * coefficient + 1n }));
    const middle = exact.divide(half, { n: 2n, d: 1n });
    return exact.compare(value, exact.multiply(middle, middle)) > 0;
  };
  if (isAbove(full.coefficient)) return new PyDecimal({ ...full, coefficient: full.coefficient + 1n });
  if (!isAbove(full.coefficient - 1n)) return new PyDecimal({ ...full, coefficient: full.coefficient - 1n });
  return new PyDecimal(root);
}

export const rootOf = (value: Rational, kind: Kind): Value =>
  kind === 'decimal' ? decimalRoot(value) : new PyFloat(doubleRoot(value));
