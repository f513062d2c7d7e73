/**
 * Bessel functions of the first kind and the modified ones. Orders 0 and 1 by Chebyshev series (near: with the first two zeros
 * split off; far: amplitude and phase, DLMF 10.17), other orders by power series, by Miller's backward recurrence (DLMF 10.23.2
 * gives the scale) and far out by Hankel's expansion.
 */
import * as libm from '../libm.ts';
import { chebyshev, chebyshevOn } from './chebyshev.ts';
import { gamma, logGamma } from './gammaFunctions.ts';
import { specialTables as tables } from './specialTables.ts';

/** The squares of the first two zeros, each as a sum of two numbers. */
const zeroSquares = [
  [
    [5.783185962946784, 4.123247343506204e-16],
    [30.471262343662087, -2.3665344857506588e-16],
  ],
  [
    [14.681970642123893, -9.858177825793294e-17],
    [49.2184563216946, 5.086354069436341e-16],
  ],
] as const;

export function j0(x: number): number {
  return Math.abs(x) < 6 ? nearZeros(0, tables.j0Near, x * x) : farBessel(0, Math.abs(x));
}

export function j1(x: number): number {
  if (Math.abs(x) < 6) return x * nearZeros(1, tables.j1Near, x * x);
  return Math.sign(x) * farBessel(1, Math.abs(x));
}

function nearZeros(order: 0 | 1, coefficients: readonly number[], square: number): number {
  const [first, second] = zeroSquares[order];
  return (
    (square - first[0] - first[1]) *
    (square - second[0] - second[1]) *
    chebyshevOn(coefficients, [0, 36], square)
  );
}

function farBessel(order: 0 | 1, x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : 0;
  const t = 72 / (x * x) - 1;
  const p = chebyshev(order === 0 ? tables.p0 : tables.p1, t);
  const q = chebyshev(order === 0 ? tables.q0 : tables.q1, t) / x;
  const [sine, cosine] = [libm.sin(x) * Math.SQRT1_2, libm.cos(x) * Math.SQRT1_2];
  const phase = order === 0 ? [cosine + sine, sine - cosine] : [sine - cosine, -cosine - sine];
  return Math.sqrt(2 / (Math.PI * x)) * (p * phase[0] - q * phase[1]);
}

/** The modified functions times exp(-|x|). */
function scaledI0(x: number): number {
  const size = Math.abs(x);
  if (size <= 8) return chebyshevOn(tables.i0Near, [0, 8], size);
  return chebyshevOn(tables.i0Far, [0, 1], 8 / size) / Math.sqrt(size);
}

function scaledI1(x: number): number {
  const size = Math.abs(x);
  if (size <= 8) return x * chebyshevOn(tables.i1Near, [0, 8], size);
  return (Math.sign(x) * chebyshevOn(tables.i1Far, [0, 1], 8 / size)) / Math.sqrt(size);
}

export const i0 = (x: number): number => libm.exp(Math.abs(x)) * scaledI0(x);
export const i1 = (x: number): number => libm.exp(Math.abs(x)) * scaledI1(x);

/** The power series of J (sign -1) or I (sign 1) of any order that is no negative integer. */
function powerSeries(order: number, x: number, sign: 1 | -1): number {
  const quarter = (sign * x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 1000; k++) {
    term *= quarter / (k * (k + order));
    sum += term;
    if (Math.abs(term) < 1e-17 * Math.abs(sum)) break;
  }
  if (order < 150 && x > 1e-5) return ((x / 2) ** order * sum) / gamma(order + 1);
  return libm.exp(order * libm.log(x / 2) - logGamma(order + 1)) * sum;
}

/** The sums of Hankel's expansion: the even and the odd terms, with alternating signs for J. */
function hankelSums(order: number, x: number): readonly [number, number] {
  const square = 4 * order * order;
  const sums: [number, number] = [0, 0];
  let term = 1;
  for (let k = 0; k < 100; k++) {
    sums[k % 2] += k % 4 < 2 ? term : -term;
    const next = (term * (square - (2 * k + 1) ** 2)) / ((k + 1) * 8 * x);
    if (Math.abs(next) > Math.abs(term) && k > order) break;
    term = next;
    if (Math.abs(term) < 1e-18) break;
  }
  return sums;
}

/** J of a real order; NaN for negative arguments unless the order is an integer. */
export function jv(order: number, x: number): number {
  if (Number.isNaN(order) || Number.isNaN(x)) return Number.NaN;
  const isWhole = Number.isInteger(order);
  if (x < 0) return isWhole ? (order % 2 === 0 ? 1 : -1) * jv(order, -x) : Number.NaN;
  if (isWhole && order < 0) return (order % 2 === 0 ? 1 : -1) * jv(-order, x);
  if (order === 0) return j0(x);
  if (order === 1) return j1(x);
  if (x === 0) return order > 0 ? 0 : Number.POSITIVE_INFINITY * Math.sign(gamma(order + 1));
  if (!Number.isFinite(x)) return 0;
  if (x * x < 8 * Math.abs(order + 1) || x < 2) return powerSeries(order, x, -1);
  if (x > Math.max(25, (order * order) / 2)) {
    const [p, q] = hankelSums(order, x);
    const phase = x - (order / 2 + 0.25) * Math.PI;
    return Math.sqrt(2 / (Math.PI * x)) * (p * libm.cos(phase) - q * libm.sin(phase));
  }
  return order < 0 ? downwards(order, x) : miller(order, x);
}

/** Below zero the recurrence is stable: from two orders in [0, 2) down. */
function downwards(order: number, x: number): number {
  const fraction = order - Math.floor(order);
  let [above, here] = [miller(fraction + 1, x), miller(fraction, x)];
  for (let at = fraction; at > order + 0.5; at--) [above, here] = [here, ((2 * at) / x) * here - above];
  return here;
}

/** Backwards from an order so high that the value there does not matter. */
function miller(order: number, x: number): number {
  const fraction = order - Math.floor(order);
  const start = 2 * Math.ceil((Math.max(order, x) + 30 + 4 * Math.cbrt(Math.max(order, x))) / 2);
  let [above, here] = [0, 1e-280];
  let [sum, found] = [0, 0];
  let weight = millerWeight(fraction, start / 2);
  for (let k = start; k >= 0; k--) {
    if (k === Math.floor(order)) found = here;
    if (k % 2 === 0) {
      sum += weight * here;
      const half = k / 2;
      if (half > 0) weight *= millerStep(fraction, half);
    }
    if (Math.abs(here) > 1e250) {
      [above, here, sum, found] = [above * 1e-250, here * 1e-250, sum * 1e-250, found * 1e-250];
    }
    [above, here] = [here, ((2 * (k + fraction)) / x) * here - above];
  }
  return (found / sum) * (x / 2) ** fraction;
}

/** (ν + 2k) Γ(ν + k) / k!, the weights whose sum is (x/2)^ν. */
const millerWeight = (fraction: number, k: number): number =>
  (fraction + 2 * k) * libm.exp(logGamma(fraction + k) - logGamma(k + 1));

/** From the weight of k to that of k - 1. */
function millerStep(fraction: number, k: number): number {
  if (k === 1) return gamma(fraction + 1) / ((fraction + 2) * gamma(fraction + 1));
  return ((fraction + 2 * k - 2) * k) / ((fraction + 2 * k) * (fraction + k - 1));
}

/** exp(-|x|) I of a real order; NaN for negative arguments unless the order is an integer. */
export function ive(order: number, x: number): number {
  if (Number.isNaN(order) || Number.isNaN(x)) return Number.NaN;
  const isWhole = Number.isInteger(order);
  if (x < 0) return isWhole ? (order % 2 === 0 ? 1 : -1) * ive(order, -x) : Number.NaN;
  const size = isWhole ? Math.abs(order) : order;
  if (size === 0) return scaledI0(x);
  if (size === 1) return scaledI1(x);
  if (x === 0) return size > 0 ? 0 : Number.POSITIVE_INFINITY * Math.sign(gamma(size + 1));
  if (!Number.isFinite(x)) return 0;
  if (x > Math.max(30, size * size)) return modifiedFar(size, x);
  return powerSeries(size, x, 1) * libm.exp(-x);
}

export const iv = (order: number, x: number): number =>
  Math.abs(x) > 30 ? libm.exp(Math.abs(x)) * ive(order, x) : ive(order, x) * libm.exp(Math.abs(x));

function modifiedFar(order: number, x: number): number {
  const square = 4 * order * order;
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 100; k++) {
    const next = (-term * (square - (2 * k + 1) ** 2)) / ((k + 1) * 8 * x);
    if (Math.abs(next) > Math.abs(term) && k > order) break;
    term = next;
    sum += term;
    if (Math.abs(term) < 1e-17) break;
  }
  return sum / Math.sqrt(2 * Math.PI * x);
}
