/** The product of two doubles plus a third, rounded once: T. J. Dekker, "A floating-point technique for extending the available precision" (1971). */

import { mantissaOf, scaleByTwo } from './floatParts.ts';

const splitter = 134217729;

/** The upper half of the digits of `x`. */
export const highHalf = (x: number): number => splitter * x - (splitter * x - x);

/** Where both the product and the sum are below this, digits may be lost, and the result is computed exactly. */
const least = 2 ** -850;

/** a·b + c, rounded once. */
export function fused(a: number, b: number, c: number): number {
  const product = a * b;
  const aHigh = highHalf(a);
  const aLow = a - aHigh;
  const bHigh = highHalf(b);
  const bLow = b - bHigh;
  const low = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
  const sum = product + c;
  const part = sum - product;
  const tail = product - (sum - part) + (c - part) + low;
  const result = sum + tail;
  return isSafe(product, sum, result) && !isMidway(sum, tail, result) ? result : fusedExactly(a, b, c);
}

/** True where the sum and its tail lie midway between two doubles: digits that the tail lost may decide. */
export function isMidway(sum: number, tail: number, result: number): boolean {
  const twice = 2 * (tail - (result - sum));
  return twice !== 0 && result + twice - result === twice;
}

/** True where the halves of the factors were exact: not of what is very large, very small, or not finite. */
export const isSafe = (product: number, sum: number, result: number): boolean =>
  (Math.abs(sum) > least || Math.abs(product) > least) && !Number.isNaN(result);

/** The same by integers of any length. */
export function fusedExactly(a: number, b: number, c: number): number {
  if (a === 0 || b === 0 || !Number.isFinite(a) || !Number.isFinite(b)) return a * b + c;
  if (!Number.isFinite(c)) return c;
  const [x, y, z] = [a, b, c].map(asInteger);
  const exponent = x.exponent + y.exponent;
  const lowest = Math.min(exponent, z.exponent);
  const sum =
    ((x.digits * y.digits) << BigInt(exponent - lowest)) + (z.digits << BigInt(z.exponent - lowest));
  return rounded(sum, lowest);
}

/** A float as a whole number times a power of two. */
function asInteger(value: number): { digits: bigint; exponent: number } {
  if (value === 0) return { digits: 0n, exponent: 0 };
  const [mantissa, exponent] = mantissaOf(value);
  return { digits: BigInt(mantissa * 2 ** 53), exponent: exponent - 53 };
}

/** digits · 2 ** exponent, to the nearest double, of two the even one. */
function rounded(digits: bigint, exponent: number): number {
  const size = digits < 0n ? -digits : digits;
  const lowest = Math.max(size.toString(2).length + exponent - 53, -1074);
  const dropped = lowest - exponent;
  const kept = dropped > 0 ? halfToEven(size, BigInt(dropped)) : size;
  const result = scaleByTwo(Number(kept), dropped > 0 ? lowest : exponent);
  return digits < 0n ? -result : result;
}

function halfToEven(value: bigint, dropped: bigint): bigint {
  const quotient = value >> dropped;
  const rest = value - (quotient << dropped);
  const half = 1n << (dropped - 1n);
  const isUp = rest > half || (rest === half && (quotient & 1n) === 1n);
  return isUp ? quotient + 1n : quotient;
}

/** The same for three single floats, rounded to single precision. */
export function fusedSingle(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  const result = Math.fround(sum);
  const rest = sum - result;
  if (rest === 0 || Math.fround(result + 2 * rest) !== result + 2 * rest) return result;
  // The sum lies midway between two single floats: what was lost in it decides.
  const part = sum - product;
  const error = product - (sum - part) + (c - part);
  return error * rest > 0 ? result + 2 * rest : result;
}
