/**
 * The incomplete gamma functions: the power series below, Lentz's continued fraction above the diagonal (DLMF 8.7.1, 8.9.2), both
 * with the factor x^a e^-x / Γ(a + 1) computed without cancellation; their inverses by Halley's iteration between bounds; and the
 * derivatives by the parameter (W. Gautschi, ACM Transactions on Mathematical Software 5, 1979, as PyTensor computes them).
 */
import * as libm from '../libm.ts';
import { erfcinv } from './errorFunctions.ts';
import { digamma, gamma, logGamma, stirlingRest } from './gammaFunctions.ts';

/** x^a e^-x / Γ(a + 1). */
function prefactor(a: number, x: number): number {
  if (a < 10) {
    const power = x ** a * libm.exp(-x);
    if (power > 1e-290 && Number.isFinite(power)) return power / gamma(a + 1);
    return libm.exp(a * libm.log(x) - x - logGamma(a + 1));
  }
  const ratio = (x - a) / a;
  const exponent = Math.abs(ratio) < 0.4 ? a * log1pMinus(ratio) : a * libm.log(x / a) - (x - a);
  return libm.exp(exponent - stirlingRest(a)) / Math.sqrt(2 * Math.PI * a);
}

/** ln(1 + x) - x, also where the two nearly cancel. */
function log1pMinus(x: number): number {
  let sum = 0;
  let power = x;
  for (let k = 2; k < 200; k++) {
    power *= -x;
    sum += power / k;
    if (Math.abs(power) < 1e-19 * Math.abs(sum)) break;
  }
  return sum;
}

const isWrong = (a: number, x: number): boolean => !(a >= 0) || !(x >= 0);

/** P(a, x), the regularized lower function. */
export function gammainc(a: number, x: number): number {
  if (isWrong(a, x)) return Number.NaN;
  if (a === 0) return x > 0 ? 1 : Number.NaN;
  if (x === 0) return 0;
  if (!Number.isFinite(a)) return Number.isFinite(x) ? 0 : Number.NaN;
  if (!Number.isFinite(x)) return 1;
  return x < a || x < 1.1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Q(a, x), the regularized upper function. */
export function gammaincc(a: number, x: number): number {
  if (isWrong(a, x)) return Number.NaN;
  if (a === 0) return x > 0 ? 0 : Number.NaN;
  if (x === 0) return 1;
  if (!Number.isFinite(a)) return Number.isFinite(x) ? 1 : Number.NaN;
  if (!Number.isFinite(x)) return 0;
  if (x >= 1.1) return x < a ? 1 - lowerSeries(a, x) : upperFraction(a, x);
  return x < a ? 1 - lowerSeries(a, x) : upperSeries(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 1e6; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return Math.min(1, sum * prefactor(a, x));
}

/** For small a and x: 1 - x^a / Γ(a + 1) - x^a Σ (-x)^k / (k! (a + k) Γ(a)), DLMF 8.7.3. */
function upperSeries(a: number, x: number): number {
  let factor = 1;
  let sum = 0;
  for (let k = 1; k < 1000; k++) {
    factor *= -x / k;
    const term = factor / (a + k);
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum)) break;
  }
  const log = libm.log(x);
  return -libm.expm1(a * log - logGamma(1 + a)) - libm.exp(a * log - logGamma(a)) * sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 1e6; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = numerator * d + b;
    c = b + numerator / c;
    if (d === 0) d = 1e-300;
    if (c === 0) c = 1e-300;
    d = 1 / d;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return Math.min(1, value * prefactor(a, x) * a);
}

/** Γ(a, x) and γ(a, x) themselves. */
export const gammau = (a: number, x: number): number => gammaincc(a, x) * gamma(a);
export const gammal = (a: number, x: number): number => gammainc(a, x) * gamma(a);

/** The probability that a chi-squared variable of k degrees of freedom is greater than x. */
export const chi2sf = (x: number, k: number): number =>
  k > 0 ? gammaincc(k / 2, Math.max(x, 0) / 2) : Number.NaN;

/** The x with P(a, x) = p. */
export function gammaincinv(a: number, p: number): number {
  if (!(a >= 0) || !(p >= 0) || p > 1) return Number.NaN;
  if (p === 0 || a === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  return p > 0.9 ? inverse(a, 1 - p, 'upper') : inverse(a, p, 'lower');
}

/** The x with Q(a, x) = q. */
export function gammainccinv(a: number, q: number): number {
  if (!(a >= 0) || !(q >= 0) || q > 1) return Number.NaN;
  if (q === 0) return Number.POSITIVE_INFINITY;
  if (q === 1 || a === 0) return 0;
  return q > 0.9 ? inverse(a, 1 - q, 'lower') : inverse(a, q, 'upper');
}

function inverse(a: number, wanted: number, tail: 'lower' | 'upper'): number {
  const value = tail === 'lower' ? gammainc : gammaincc;
  const direction = tail === 'lower' ? 1 : -1;
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let x = inverseGuess(a, wanted, tail);
  for (let round = 0; round < 200; round++) {
    const error = direction * (value(a, x) - wanted);
    if (error === 0) return x;
    if (error > 0) high = Math.min(high, x);
    else low = Math.max(low, x);
    const density = (prefactor(a, x) * a) / x;
    const step = error / density;
    let next = x - step / Math.max(0.5, 1 - (step * ((a - 1) / x - 1)) / 2);
    if (Math.abs(next - x) <= 2e-16 * x) return next;
    if (!(next > low && next < high)) next = Number.isFinite(high) ? (low + high) / 2 : 2 * low;
    x = next;
  }
  return x;
}

/** Wilson and Hilferty's, or the first term of the series near 0. */
function inverseGuess(a: number, wanted: number, tail: 'lower' | 'upper'): number {
  const normal = -Math.SQRT2 * erfcinv(2 * wanted) * (tail === 'lower' ? 1 : -1);
  const cube = 1 - 1 / (9 * a) + normal / (3 * Math.sqrt(a));
  if (cube > 0.3) return a * cube ** 3;
  const lower = tail === 'lower' ? wanted : 1 - wanted;
  return Math.max(1e-300, libm.exp((libm.log(lower) + logGamma(a + 1)) / a));
}

/** The derivative of P(k, x) by k, as far as the libraries add up. */
export function gammaincGrad(k: number, x: number): number {
  if (x === 0) return 0;
  const root = -756 - x * x + 60 * x;
  if ((k < 0.8 && x > 15) || (k < 12 && x > 30) || (root > 0 && k < Math.sqrt(root)))
    return -gammainccGrad(k, x);
  const log = libm.log(x);
  const plain = cutSeries(k, log, () => 1);
  const weighted = cutSeries(k, log, (n) => digamma(k + n + 1));
  return libm.exp(-x) * (log * plain - weighted);
}

/** The sum of x^(k + n) / Γ(k + n + 1) times weights, until a term is at most 1e-10. */
function cutSeries(k: number, logX: number, weight: (n: number) => number): number {
  let logGammaNext = logGamma(k + 1);
  let sum = 0;
  for (let n = 0; n <= 1e5; n++) {
    const term = libm.exp((k + n) * logX - logGammaNext) * weight(n);
    sum += term;
    if (term <= 1e-10 && n >= 1) return sum;
    logGammaNext += libm.log1p(k + n);
  }
  return Number.NaN;
}

/** The derivative of Q(k, x) by k. */
export function gammainccGrad(k: number, x: number): number {
  const log = libm.log(x);
  return x >= k && x >= 8 ? gradientFar(k, x, log) : gradientNear(k, x, log);
}

function gradientFar(k: number, x: number, log: number): number {
  let sum = 0;
  let power = x;
  let below = k - 1;
  let factor = below;
  let slope = 1;
  let delta = slope / power;
  for (let n = 0; n < 9; n++) {
    sum += delta;
    power *= x;
    below -= 1;
    slope = below * slope + factor;
    factor *= below;
    delta = slope / power;
  }
  return gammaincc(k, x) * (log - digamma(k)) + (libm.exp(-x + (k - 1) * log) * sum) / gamma(k);
}

function gradientNear(k: number, x: number, log: number): number {
  let sum = 0;
  let logSize = 0;
  for (let n = 1; n < 1e5; n++) {
    const logDelta = logSize - 2 * libm.log(n - 1 + k);
    sum += (n % 2 === 1 ? 1 : -1) * libm.exp(logDelta);
    logSize += log - libm.log(n);
    if (logSize - 2 * libm.log(n + k) <= -13.815510557964274) break;
  }
  return gammainc(k, x) * (digamma(k) - log) + (libm.exp(k * log) * sum) / gamma(k);
}
