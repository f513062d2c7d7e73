/**
 * NumPy's discrete distributions: one integer each, as a number. The methods: Kachitvichyanukul and Schmeiser's BTPE
 * (binomial), Hörmann's PTRS (poisson), Stadlober's HRUA (hypergeometric), Kemp (logseries), Devroye (zipf).
 */
import { spent } from '../interrupt.ts';
import { exp, expm1, log, log1p } from '../libm.ts';
import { randomInterval } from './boundedIntegers.ts';
import type { Sampler } from './sampler.ts';

// ----------------------------------------------------------------------------------------------------------- log gamma

const gammaSeries = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4,
  8.417508417508418e-4, -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2,
  1.796443723688307e-1, -1.3924322169059,
];

/** log(gamma(x)) after Zhang and Jin, as NumPy's acceptance tests compute it. */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const shift = x < 7 ? Math.trunc(7 - x) : 0;
  let x0 = x + shift;
  const square = (1 / x0) * (1 / x0);
  let sum = gammaSeries[9];
  for (let k = 8; k >= 0; k--) sum = sum * square + gammaSeries[k];
  let result = sum / x0 + 0.5 * 1.8378770664093453 + (x0 - 0.5) * log(x0) - x0;
  for (let k = 0; k < shift; k++) {
    result -= log(x0 - 1);
    x0 -= 1;
  }
  return result;
}

// ------------------------------------------------------------------------------------------------------------- poisson

export function poisson(s: Sampler, mean: number): number {
  if (mean >= 10) return poissonByRejection(s, mean);
  return mean === 0 ? 0 : poissonByProducts(s, mean);
}

function poissonByProducts(s: Sampler, mean: number): number {
  const limit = exp(-mean);
  let product = 1;
  for (let count = 0; ; count++) {
    product *= s.bits.nextDouble();
    if (!(product > limit)) return count;
  }
}

function poissonByRejection(s: Sampler, mean: number): number {
  const root = Math.sqrt(mean);
  const logMean = log(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const limit = 0.9277 - 3.6224 / (b - 2);
  for (; ; spent(1)) {
    const u = s.bits.nextDouble() - 0.5;
    const v = s.bits.nextDouble();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= limit) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const left = log(v) + log(inverse) - log(a / (us * us) + b);
    if (left <= -mean + k * logMean - logGamma(k + 1)) return k;
  }
}

// ------------------------------------------------------------------------------------------------------------ binomial

export function binomial(s: Sampler, n: number, p: number): number {
  if (!s.isLegacy && (n === 0 || p === 0)) return 0;
  if (p <= 0.5) return p * n <= 30 ? binomialByInversion(s, n, p) : binomialByRejection(s, n, p);
  const q = 1 - p;
  return n - (q * n <= 30 ? binomialByInversion(s, n, q) : binomialByRejection(s, n, q));
}

function binomialByInversion(s: Sampler, n: number, p: number): number {
  const q = 1 - p;
  const start = exp(n * log(q));
  const mean = n * p;
  const bound = Math.trunc(Math.min(n, mean + 10 * Math.sqrt(mean * q + 1)));
  let x = 0;
  let px = start;
  let u = s.bits.nextDouble();
  while (u > px) {
    x++;
    if (x > bound) {
      x = 0;
      px = start;
      u = s.bits.nextDouble();
    } else {
      u -= px;
      px = ((n - x + 1) * p * px) / (x * q);
    }
  }
  return x;
}

/** What BTPE computes once for its parameters; p <= 0.5. */
interface BinomialPlan {
  readonly n: number;
  readonly p: number;
  readonly q: number;
  readonly m: number;
  readonly p1: number;
  readonly xm: number;
  readonly xl: number;
  readonly xr: number;
  readonly c: number;
  readonly leftRate: number;
  readonly rightRate: number;
  readonly p2: number;
  readonly p3: number;
  readonly p4: number;
}

let lastPlan: BinomialPlan | null = null;

function binomialPlan(n: number, p: number): BinomialPlan {
  if (lastPlan && lastPlan.n === n && lastPlan.p === p) return lastPlan;
  const q = 1 - p;
  const fm = n * p + p;
  const m = Math.floor(fm);
  const p1 = Math.floor(2.195 * Math.sqrt(n * p * q) - 4.6 * q) + 0.5;
  const xm = m + 0.5;
  const [xl, xr] = [xm - p1, xm + p1];
  const c = 0.134 + 20.5 / (15.3 + m);
  const left = (fm - xl) / (fm - xl * p);
  const leftRate = left * (1 + left / 2);
  const right = (xr - fm) / (xr * q);
  const rightRate = right * (1 + right / 2);
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / leftRate;
  lastPlan = { n, p, q, m, p1, xm, xl, xr, c, leftRate, rightRate, p2, p3, p4: p3 + c / rightRate };
  return lastPlan;
}

function binomialByRejection(s: Sampler, n: number, p: number): number {
  const plan = binomialPlan(n, p);
  const { p1, p2, p3, xm, xl, xr, c, m } = plan;
  for (; ; spent(1)) {
    const u = s.bits.nextDouble() * plan.p4;
    let v = s.bits.nextDouble();
    if (u <= p1) return Math.floor(xm - p1 * v + u);
    let y: number;
    if (u <= p2) {
      const x = xl + (u - p1) / c;
      v = v * c + 1 - Math.abs(m - x + 0.5) / p1;
      if (v > 1) continue;
      y = Math.floor(x);
    } else if (u <= p3) {
      y = Math.floor(xl + log(v) / plan.leftRate);
      if (y < 0 || v === 0) continue;
      v = v * (u - p2) * plan.leftRate;
    } else {
      y = Math.floor(xr - log(v) / plan.rightRate);
      if (y > n || v === 0) continue;
      v = v * (u - p3) * plan.rightRate;
    }
    if (acceptsBinomial(plan, y, v)) return y;
  }
}

/** Whether the point of height v at y lies under the distribution. */
function acceptsBinomial(plan: BinomialPlan, y: number, v: number): boolean {
  const { n, p, q, m } = plan;
  const variance = n * p * q;
  const k = Math.abs(y - m);
  if (k <= 20 || k >= variance / 2 - 1) return v <= binomialRatio(plan, y);
  const rho = (k / variance) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / variance + 0.5);
  const t = (-k * k) / (2 * variance);
  const a = log(v);
  if (a < t - rho) return true;
  if (a > t + rho) return false;
  const x1 = y + 1;
  const f1 = m + 1;
  const z = n + 1 - m;
  const w = n - y + 1;
  const bound =
    plan.xm * log(f1 / x1) +
    (n - m + 0.5) * log(z / w) +
    (y - m) * log((w * p) / (x1 * q)) +
    stirling(f1) +
    stirling(z) +
    stirling(x1) +
    stirling(w);
  return a <= bound;
}

function binomialRatio({ n, p, q, m }: BinomialPlan, y: number): number {
  const s = p / q;
  const a = s * (n + 1);
  let f = 1;
  for (let i = m + 1; i <= y; i++) f *= a / i - s;
  for (let i = y + 1; i <= m; i++) f /= a / i - s;
  return f;
}

function stirling(x: number): number {
  const square = x * x;
  return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320;
}

/** Counts of the categories; the last takes what is left. */
export function multinomial(s: Sampler, n: number, chances: ArrayLike<number>): number[] {
  const counts = new Array<number>(chances.length).fill(0);
  let rest = n;
  let share = 1;
  for (let i = 0; i < chances.length - 1; i++) {
    counts[i] = binomial(s, rest, chances[i] / share);
    rest -= counts[i];
    if (rest <= 0) break;
    share -= chances[i];
  }
  if (rest > 0) counts[chances.length - 1] = rest;
  return counts;
}

// -------------------------------------------------------------------------------------------------------------- others

export function geometric(s: Sampler, p: number): number {
  if (p >= 0.3333333333333333) return geometricBySearch(s, p);
  const exponent = s.isLegacy ? log1p(-s.bits.nextDouble()) / log(1 - p) : -s.exponential() / log1p(-p);
  return Math.ceil(exponent);
}

function geometricBySearch(s: Sampler, p: number): number {
  let x = 1;
  let sum = p;
  let product = p;
  const u = s.bits.nextDouble();
  for (; u > sum; x++) {
    product *= 1 - p;
    sum += product;
  }
  return x;
}

export function logSeries(s: Sampler, p: number): number {
  const r = s.isLegacy ? log(1 - p) : log1p(-p);
  for (; ; spent(1)) {
    const v = s.bits.nextDouble();
    if (v >= p) return 1;
    const u = s.bits.nextDouble();
    const q = s.isLegacy ? 1 - exp(r * u) : -expm1(r * u);
    if (v <= q * q) {
      const result = Math.floor(1 + log(v) / log(q));
      if (result >= 1 && v !== 0) return result;
    } else return v >= q ? 1 : 2;
  }
}

const largestInteger = 2 ** 63;

export function zipf(s: Sampler, a: number): number {
  if (!s.isLegacy && a >= 1025) return 1;
  const power = a - 1;
  const b = 2 ** power;
  const least = s.isLegacy || s.numpy === 1 ? 0 : largestInteger ** -power;
  for (; ; spent(1)) {
    const unit = s.bits.nextDouble();
    const u = least === 0 ? 1 - unit : unit * least + (1 - unit);
    const v = s.bits.nextDouble();
    const x = Math.floor(u ** (-1 / power));
    if (x > largestInteger || x < 1) continue;
    const t = (1 + 1 / x) ** power;
    if ((v * x * (t - 1)) / (b - 1) <= t / b) return x;
  }
}

// ------------------------------------------------------------------------------------------------------ hypergeometric

/** How many good ones are in a sample. */
export function hypergeometric(s: Sampler, ...[good, bad, sample]: [number, number, number]): number {
  const urn = { good, bad, sample };
  if (s.isLegacy)
    return sample > 10 ? hypergeometricByRatio(s, urn) : sample > 0 ? hypergeometricByParts(s, urn) : 0;
  return sample >= 10 && sample <= good + bad - 10
    ? hypergeometricByRatio(s, urn)
    : hypergeometricBySelection(s, urn);
}

interface Urn {
  readonly good: number;
  readonly bad: number;
  readonly sample: number;
}

function hypergeometricByParts(s: Sampler, { good, bad, sample }: Urn): number {
  const rest = bad + good - sample;
  const most = Math.min(bad, good);
  let y = most;
  let k = sample;
  while (y > 0) {
    const u = s.bits.nextDouble();
    y -= Math.floor(u + y / (rest + k));
    k--;
    if (k === 0) break;
  }
  const z = most - y;
  return good > bad ? sample - z : z;
}

function hypergeometricBySelection(s: Sampler, { good, bad, sample }: Urn): number {
  const total = good + bad;
  const isComplement = sample > Math.floor(total / 2);
  let count = isComplement ? total - sample : sample;
  let left = total;
  let goodLeft = good;
  while (count > 0 && goodLeft > 0 && left > goodLeft) {
    left--;
    if (randomInterval(s.bits, left) < goodLeft) goodLeft--;
    count--;
  }
  if (left === goodLeft) goodLeft -= count;
  return isComplement ? goodLeft : good - goodLeft;
}

/** log(n!), as the two families compute it. */
const logFactorialOf = (s: Sampler, n: number): number =>
  s.isLegacy ? logGamma(n + 1) : n < 2 ? 0 : logFactorial(n);

function logFactorial(n: number): number {
  if (n < 126) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return log(product);
  }
  return (n + 0.5) * log(n) - n + (0.9189385332046727 + (1 / n) * (1 / 12 - 1 / (360 * n * n)));
}

function hypergeometricByRatio(s: Sampler, { good, bad, sample }: Urn): number {
  const [least, most, population] = [Math.min(good, bad), Math.max(good, bad), good + bad];
  const m = Math.min(sample, population - sample);
  const p = least / population;
  const q = s.isLegacy ? 1 - p : most / population;
  const a = m * p + 0.5;
  const variance = s.isLegacy
    ? ((population - m) * sample * p * q) / (population - 1)
    : ((population - m) * m * p * q) / (population - 1);
  const c = Math.sqrt(variance + 0.5);
  const h = 1.7155277699214135 * c + 0.8989161620588988;
  const mode = Math.floor(((m + 1) * (least + 1)) / (population + 2));
  const weight = (k: number): number =>
    logFactorialOf(s, k) +
    logFactorialOf(s, least - k) +
    logFactorialOf(s, m - k) +
    logFactorialOf(s, most - m + k);
  const g = weight(mode);
  const bound = Math.min(Math.min(m, least) + 1, Math.floor(a + 16 * c));
  for (; ; spent(1)) {
    const u = s.bits.nextDouble();
    const v = s.bits.nextDouble();
    const x = a + (h * (v - 0.5)) / u;
    if (x < 0 || x >= bound) continue;
    const k = Math.floor(x);
    const t = g - weight(k);
    const isAccepted = u * (4 - u) - 3 <= t || (u * (u - t) < 1 && 2 * log(u) <= t);
    if (!isAccepted) continue;
    const drawn = good > bad ? m - k : k;
    return m < sample ? good - drawn : drawn;
  }
}
