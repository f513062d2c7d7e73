/** The product of two doubles plus a third, rounded once: T. J. Dekker, "A floating-point technique for extending the available precision" (1971). */

const splitter = 134217729;

/** The upper half of the digits of `x`. */
export const highHalf = (x: number): number => splitter * x - (splitter * x - x);

/** a·b + c, rounded once; a product that leaves the range of exact halves is rounded twice. */
export function fused(a: number, b: number, c: number): number {
  const product = a * b;
  const aHigh = highHalf(a);
  const aLow = a - aHigh;
  const bHigh = highHalf(b);
  const bLow = b - bHigh;
  const low = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
  const sum = product + c;
  const part = sum - product;
  const result = sum + (product - (sum - part) + (c - part) + low);
  return Number.isNaN(result) ? sum : result;
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
