/**
 * Sine and cosine as the C library rounds them, in the manner of elementary.ts: the argument is reduced in three parts
 * (W. J. Cody and W. Waite, 1980), the rest is within 1/128 of an entry of a table of sines and cosines with 106 bits.
 */
import { fixedBits, fixedOne, pairOf, productError, shortened, toFixed, toNumber } from './fixedPoint.ts';

const stepsPerUnit = 64;
const entryCount = 52;

interface Tables {
  readonly sinHigh: Float64Array;
  readonly sinLow: Float64Array;
  readonly cosHigh: Float64Array;
  readonly cosLow: Float64Array;
  /** A quarter turn in three parts; products of the first two with small integers are exact. */
  readonly quarter: readonly [number, number, number];
}

/** The Taylor series of sine (from the first power) or cosine (from the zeroth). */
function fixedSeries(x: bigint, firstPower: 0 | 1): bigint {
  const square = (x * x) >> fixedBits;
  let term = firstPower === 1 ? x : fixedOne;
  let sum = 0n;
  for (let n = BigInt(firstPower); term !== 0n && term !== -1n; n += 2n) {
    sum += term;
    term = -((term * square) >> fixedBits) / ((n + 1n) * (n + 2n));
  }
  return sum;
}

/** arctan(1/n) by its series. */
function fixedArctan(n: bigint): bigint {
  let power = fixedOne / n;
  let sum = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += k % 4n === 1n ? power / k : -power / k;
    power /= n * n;
  }
  return sum;
}

function makeTables(): Tables {
  const table = (): Float64Array => new Float64Array(entryCount);
  const [sinHigh, sinLow, cosHigh, cosLow] = [table(), table(), table(), table()];
  for (let i = 0; i < entryCount; i++) {
    const x = (fixedOne * BigInt(i)) / BigInt(stepsPerUnit);
    ({ high: sinHigh[i], low: sinLow[i] } = pairOf(fixedSeries(x, 1)));
    ({ high: cosHigh[i], low: cosLow[i] } = pairOf(fixedSeries(x, 0)));
  }
  const quarter = 2n * (4n * fixedArctan(5n) - fixedArctan(239n));
  const first = shortened(toNumber(quarter), 33);
  const second = shortened(toNumber(quarter - toFixed(first)), 33);
  const third = toNumber(quarter - toFixed(first) - toFixed(second));
  return { sinHigh, sinLow, cosHigh, cosLow, quarter: [first, second, third] };
}

let made: Tables | null = null;

function tables(): Tables {
  made ??= makeTables();
  return made;
}

/** Beyond it the reduction in three parts is not exact. */
const largest = 2 ** 19;

/** The sine. */
export const sin = (x: number): number =>
  Math.abs(x) < largest && Math.abs(x) > 1e-8 ? evaluate(x, 0) : Math.sin(x);

/** The cosine. */
export const cos = (x: number): number =>
  Math.abs(x) < largest && Math.abs(x) > 1e-8 ? evaluate(x, 1) : Math.cos(x);

/** sin(x + shift quarter turns). */
function evaluate(x: number, shift: number): number {
  const t = tables();
  const turns = Math.round(x / (Math.PI / 2));
  const first = x - turns * t.quarter[0];
  const second = turns * t.quarter[1];
  const main = first - second;
  const mainLow = first - main - second;
  const third = turns * t.quarter[2];
  const r = main - third;
  const rLow = main - r - third + mainLow;
  const quadrant = (((turns + shift) % 4) + 4) % 4;
  const isNegative = r < 0;
  const index = Math.round(Math.abs(r) * stepsPerUnit);
  const rest = (isNegative ? -r : r) - index / stepsPerUnit;
  const restLow = isNegative ? -rLow : rLow;
  const d = rest + restLow;
  const dLow = rest - d + restLow;
  const value = quadrant % 2 === 0 ? sineNear(t, index, d, dLow) : cosineNear(t, index, d, dLow);
  const isFlipped = quadrant >= 2 !== (isNegative && quadrant % 2 === 0);
  return isFlipped ? -value : value;
}

/** sin d - d and cos d - 1 for a small d. */
const sineTail = (d: number): number => {
  const square = d * d;
  return -d * square * (1 / 6 - square * (1 / 120 - square / 5040));
};
const cosineTail = (d: number): number => {
  const square = d * d;
  return -square * (0.5 - square * (1 / 24 - square / 720));
};

/** sin(i/64 + d) = S cos d + C sin d. */
function sineNear(t: Tables, index: number, ...[d, dLow]: [number, number]): number {
  const s = t.sinHigh[index];
  const c = t.cosHigh[index];
  const product = c * d;
  const small =
    s * cosineTail(d) + c * (sineTail(d) + dLow) + productError(c, d, product) + t.cosLow[index] * d;
  const sum = s + product;
  return sum + (s === 0 ? small : product - (sum - s) + (small + t.sinLow[index]));
}

/** cos(i/64 + d) = C cos d - S sin d. */
function cosineNear(t: Tables, index: number, ...[d, dLow]: [number, number]): number {
  const s = t.sinHigh[index];
  const c = t.cosHigh[index];
  const product = -s * d;
  const small =
    c * cosineTail(d) - s * (sineTail(d) + dLow) + productError(-s, d, product) - t.sinLow[index] * d;
  const sum = c + product;
  return sum + (product - (sum - c) + (small + t.cosLow[index]));
}
