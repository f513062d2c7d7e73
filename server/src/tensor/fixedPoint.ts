/**
 * Numbers with 160 bits after the point, as integers: for the tables of elementary.ts and trigonometry.ts, which need more
 * than a double holds.
 */

/** A sum of two doubles, the second below half a unit of the first. */
export interface Pair {
  high: number;
  low: number;
}

export const fixedBits = 160n;
export const fixedOne = 1n << fixedBits;

/** A number as a pair. */
export function pairOf(value: bigint): Pair {
  const high = toNumber(value);
  return { high, low: toNumber(value - toFixed(high)) };
}

/** The nearest double. */
export const toNumber = (value: bigint): number => Number(value) / 2 ** 160;

/** A double, exactly where 160 bits suffice. */
export function toFixed(value: number): bigint {
  let scaled = value;
  let shift = 160;
  while (shift > 0 && !Number.isSafeInteger(scaled)) {
    scaled *= 2;
    shift--;
  }
  return BigInt(Math.trunc(scaled)) << BigInt(shift);
}

/** The number cut to its upper bits. */
export function shortened(value: number, keptBits: number): number {
  const scale = 2 ** (keptBits - 1 - Math.floor(Math.log2(Math.abs(value))));
  return Math.round(value * scale) / scale;
}

/** Cuts a double to its upper 26 bits. */
export function upperHalf(value: number): number {
  const scaled = value * 134217729;
  return scaled - (scaled - value);
}

/** What `a * b` loses by rounding to `product` (T. J. Dekker, 1971). */
export function productError(a: number, b: number, product: number): number {
  const ah = upperHalf(a);
  const bh = upperHalf(b);
  const al = a - ah;
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}
