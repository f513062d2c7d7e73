/**
 * Series of coefficients, lowest degree first, as the functions of `numpy.polynomial` compute with them. The order of the operations
 * is that of NumPy's `polyutils`, on which the last digits depend. Coefficients are float64; others are refused by name.
 */
import { isComplex, isText } from '../../../../tensor/dtype.ts';
import type { NDArray } from '../../../../tensor/ndarray.ts';
import { exceptionType, notSupported, raise, raiseValueError } from '../../../exceptions.ts';
import type { Value } from '../../../values.ts';
import { floats, numbersOf } from '../arrayMath.ts';
import { convolve } from '../calculus.ts';
import { arrayOf } from '../conversion.ts';

export type Series = readonly number[];

/** A product of two series of some basis. */
export type Multiply = (a: Series, b: Series) => number[];

/** The vector that a value stands for. */
export function vectorOf(value: Value): NDArray {
  const array = arrayOf(value);
  if (array.size === 0) raiseValueError('Coefficient array is empty');
  if (array.ndim > 1) raiseValueError('Coefficient array is not 1-d');
  if (isComplex(array.dtype)) notSupported('series with complex coefficients');
  if (isText(array.dtype)) raiseValueError('Coefficient arrays have no common type');
  if (array.dtype === 'float32' || array.dtype === 'float16')
    notSupported('series with coefficients of less than double precision');
  return array;
}

/** The coefficients that a value stands for, with all their zeros. */
export const untrimmed = (value: Value): number[] => numbersOf(vectorOf(value));

/** Without the zeros of the highest degrees; one coefficient stays. */
export function trimmed(series: Series): number[] {
  let length = series.length;
  while (length > 1 && series[length - 1] === 0) length--;
  return series.slice(0, length);
}

export const seriesOf = (value: Value): number[] => trimmed(untrimmed(value));

export function added(a: Series, b: Series): number[] {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return trimmed(long.map((each, i) => (i < short.length ? each + short[i] : each)));
}

export function subtracted(a: Series, b: Series): number[] {
  if (a.length > b.length) return trimmed(a.map((each, i) => (i < b.length ? each - b[i] : each)));
  return trimmed(b.map((each, i) => (i < a.length ? -each + a[i] : -each)));
}

export const scaled = (series: Series, factor: number): number[] => series.map((each) => each * factor);
export const shrunk = (series: Series, divisor: number): number[] => series.map((each) => each / divisor);

/** The product of series of powers. */
export const convolved: Multiply = (a, b) => numbersOf(convolve(floats(a), floats(b)));

/** Without coefficients up to `tolerance` at the end. */
export function cutOff(series: Series, tolerance: number): number[] {
  if (tolerance < 0) raiseValueError('tol must be non-negative');
  const last = series.findLastIndex((each) => Math.abs(each) > tolerance);
  return last < 0 ? [series[0] * 0] : series.slice(0, last + 1);
}

const raiseDivision = (): never => raise(exceptionType('ZeroDivisionError'), '');

/** Quotient and rest where they need no loop; null where they do. */
export function dividedShort(a: Series, b: Series): [number[], number[]] | null {
  if (b.at(-1) === 0) raiseDivision();
  if (a.length < b.length) return [[a[0] * 0], [...a]];
  return b.length === 1 ? [shrunk(a, b[0]), [a[0] * 0]] : null;
}

/** Quotient and rest in any basis. */
export function divided(multiply: Multiply, a: Series, b: Series): [number[], number[]] {
  const short = dividedShort(a, b);
  if (short) return short;
  const quotient = new Array<number>(a.length - b.length + 1);
  let rest: number[] = [...a];
  for (let i = a.length - b.length; i >= 0; i--) {
    const product = multiply([...new Array<number>(i).fill(0), 1], b);
    const q = rest.at(-1)! / product.at(-1)!;
    rest = rest.slice(0, -1).map((each, k) => each - q * product[k]);
    quotient[i] = q;
  }
  return [quotient, trimmed(rest)];
}

/** The product of the linear factors of sorted zeros, halves first. */
export function fromRoots(
  line: (off: number, scale: number) => number[],
  multiply: Multiply,
  roots: Series,
): number[] {
  if (roots.length === 0) return [1];
  const sorted = Float64Array.from(roots).sort();
  let factors = Array.from(sorted, (root) => line(-root, 1));
  while (factors.length > 1) {
    const half = Math.floor(factors.length / 2);
    const products = Array.from({ length: half }, (_, i) => multiply(factors[i], factors[i + half]));
    if (factors.length % 2 === 1) products[0] = multiply(products[0], factors.at(-1)!);
    factors = products;
  }
  return factors[0];
}
