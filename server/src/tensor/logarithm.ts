/**
 * The natural logarithm as the C library rounds it, fast enough for streams of random numbers: the sums are carried in pairs
 * of doubles, so that all but one argument in several thousand is rounded correctly, which glibc does as nearly.
 *
 * Method: table-driven reduction (P. T. P. Tang, "Table-driven implementation of the logarithm function", 1990) with
 * Dekker's exact products. The table is computed at first use with integers of 160 bits.
 */

/** A sum of two doubles, the second below half a unit of the first. */
interface Pair {
  high: number;
  low: number;
}

export const fixedBits = 160n;
export const fixedOne = 1n << fixedBits;

/** A number in units of 2^-160 as a pair. */
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

/** Cuts a double to its upper 26 bits. */
function upperHalf(value: number): number {
  const scaled = value * 134217729;
  return scaled - (scaled - value);
}

/** What `a * b` loses by rounding to `product` (T. J. Dekker, 1971). */
function productError(a: number, b: number, product: number): number {
  const ah = upperHalf(a);
  const bh = upperHalf(b);
  const al = a - ah;
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}

const float = new Float64Array([1]);
const words = new Uint32Array(float.buffer);
/** Where sign and exponent lie: depends on the machine's byte order. */
const upperWord = words[1] === 0 ? 0 : 1;

/** log((1 + t) / (1 - t)) = 2 (t + t^3/3 + …), in units of 2^-160. */
export function fixedLog(numerator: bigint, denominator: bigint): bigint {
  const t = ((numerator - denominator) * fixedOne) / (numerator + denominator);
  const square = (t * t) >> fixedBits;
  let power = t;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * square) >> fixedBits;
  }
  return 2n * sum;
}

/** The mantissa is reduced to within 1/128 of 1 by the steps of the table. */
const steps = 128;
const firstStep = 90;

export interface Tables {
  /** The number of the first step. */
  readonly firstStep: number;
  readonly inverse: Float64Array;
  readonly logHigh: Float64Array;
  readonly logLow: Float64Array;
  /** ln 2 with trailing zeros, so that products with exponents are exact; and the rest. */
  readonly ln2High: number;
  readonly ln2Low: number;
}

function makeTables(): Tables {
  const count = 182 - firstStep;
  const inverse = new Float64Array(count);
  const logHigh = new Float64Array(count);
  const logLow = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const short = Math.round((steps / (i + firstStep)) * 512);
    inverse[i] = short / 512;
    ({ high: logHigh[i], low: logLow[i] } = pairOf(-fixedLog(BigInt(short), 512n)));
  }
  const ln2High = Math.round(Math.LN2 * 2 ** 32) / 2 ** 32;
  return {
    firstStep,
    inverse,
    logHigh,
    logLow,
    ln2High,
    ln2Low: toNumber(fixedLog(2n, 1n) - toFixed(ln2High)),
  };
}

let made: Tables | null = null;

/** What the method reads, also for code that does the same with vectors. */
export function logarithmTables(): Tables {
  made ??= makeTables();
  return made;
}

const leastNormal = 2 ** -1022;
/** Where {@link computeLogarithm} leaves the sum and what it lost: this runs for every element of an array and makes no objects. */
const found = new Float64Array(2);

/** The natural logarithm. */
export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY || x === 1) return Math.log(x);
  const exponent = takeApart(x);
  computeLogarithm(float[0]!, exponent);
  return found[0]! + found[1]!;
}

/** log2 e in two parts. */
export const log2e = { hi: Math.LOG2E, lo: 2.0355273740931033e-17 } as const;

/** The logarithm to the base 2. */
export function log2(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log2(x);
  const exponent = takeApart(x);
  computeLogarithm(float[0]!, 0);
  const high = found[0]! + found[1]!;
  const low = found[0]! - high + found[1]!;
  const product = high * log2e.hi;
  const lost = productError(high, log2e.hi, product) + (high * log2e.lo + low * log2e.hi);
  const sum = exponent + product;
  const part = sum - exponent;
  return sum + (exponent - (sum - part) + (product - part) + lost);
}

/** Leaves the mantissa, between the roots of 1/2 and 2, in `float`; gives the exponent. */
function takeApart(x: number): number {
  const isSmall = x < leastNormal;
  float[0] = isSmall ? x * 2 ** 54 : x;
  const head = words[upperWord];
  const exponent = (head >>> 20) - (isSmall ? 1023 + 54 : 1023);
  words[upperWord] = (head & 0xfffff) | 0x3ff00000;
  if (float[0]! < Math.SQRT2) return exponent;
  float[0]! /= 2;
  return exponent + 1;
}

/** log(mantissa · 2^exponent) in two parts. */
function computeLogarithm(mantissa: number, exponent: number): void {
  const t = logarithmTables();
  const index = Math.round(mantissa * steps) - firstStep;
  const inverse = t.inverse[index];
  const mantissaHigh = upperHalf(mantissa);
  const first = mantissaHigh * inverse - 1;
  const second = (mantissa - mantissaHigh) * inverse;
  const r = first + second;
  const rLow = first - r + second;
  const square = r * r;
  const half = -0.5 * square;
  const halfLow = -0.5 * productError(r, r, square) - r * rLow;
  const tail =
    square *
    r *
    (1 / 3 - r * (0.25 - r * (0.2 - r * (1 / 6 - r * (1 / 7 - r * (0.125 - r * (1 / 9 - r * 0.1)))))));
  const base = exponent * t.ln2High;
  const table = t.logHigh[index];
  const a = base + table;
  const aLow = table - (a - base);
  const b = a + r;
  const bLow = a - (b - (b - a)) + (r - (b - a));
  const c = b + half;
  const cLow = half - (c - b);
  const small = cLow + (bLow + (aLow + (halfLow + tail + (rLow + (t.logLow[index] + exponent * t.ln2Low)))));
  found[0] = c;
  found[1] = small;
}
