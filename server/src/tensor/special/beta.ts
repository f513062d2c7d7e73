/**
 * The incomplete beta function by Lentz's continued fraction (DLMF 8.17.22) with its front factor by Stirling's rests, its
 * inverse, and its derivatives by the parameters (by the series of `betainc` differentiated term by term).
 */
import * as libm from '../libm.ts';
import { digamma, gamma, logGamma, stirlingRest } from './gammaFunctions.ts';

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
  if (Math.min(a, b) > 10) {
    const sum = a + b;
    const rest = stirlingRest(a) + stirlingRest(b) - stirlingRest(sum);
    return (
      (a - 0.5) * libm.log(a / sum) +
      b * libm.log1p(-a / sum) +
      rest +
      0.9189385332046728 -
      0.5 * libm.log(sum) +
      (0.5 * libm.log(sum) - 0.5 * libm.log(b))
    );
  }
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** x^a (1 - x)^b / B(a, b). */
function front(a: number, b: number, x: number): number {
  if (a + b < 150) {
    const power = x ** a * libm.exp(b * libm.log1p(-x));
    if (power > 1e-290) return (power * gamma(a + b)) / gamma(a) / gamma(b);
  }
  const sum = a + b;
  if (Math.min(a, b) < 10) return libm.exp(a * libm.log(x) + b * libm.log1p(-x) - logBeta(a, b));
  const middle = a / sum;
  const shift = x - middle;
  const exponent = a * libm.log1p(shift / middle) + b * libm.log1p(-shift / (1 - middle));
  const rest = stirlingRest(sum) - stirlingRest(a) - stirlingRest(b);
  return libm.exp(exponent + rest) * Math.sqrt((a * b) / (2 * Math.PI * sum));
}

/** The regularized incomplete beta function. */
export function betainc(a: number, b: number, x: number): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || x > 1) return Number.NaN;
  if (x === 0 || x === 1) return x;
  return x > (a + 1) / (a + b + 2) ? 1 - fraction(b, a, 1 - x) : fraction(a, b, x);
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 1e5; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return Math.min(1, (front(a, b, x) * value) / a);
}

const nonZero = (value: number): number => (value === 0 ? 1e-300 : value);

/** The x with betainc(a, b, x) = p, between bounds that close in. */
export function betaincinv(a: number, b: number, p: number): number {
  if (!(a > 0) || !(b > 0) || !(p >= 0) || p > 1) return Number.NaN;
  if (p === 0 || p === 1) return p;
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let round = 0; round < 300; round++) {
    const error = betainc(a, b, x) - p;
    if (error === 0) return x;
    if (error > 0) high = x;
    else low = x;
    let next = x - (error * x * (1 - x)) / front(a, b, x);
    if (Math.abs(next - x) <= 2e-16 * x) return next;
    if (!(next > low && next < high))
      next = low > 0 || high < 1e-3 ? Math.sqrt(Math.max(low, 1e-308) * high) : high / 2;
    x = next;
  }
  return x;
}

/** The derivative of betainc by a (`by` 'a') or by b. */
export function betaincGrad(a: number, b: number, x: number, by: 'a' | 'b'): number {
  if (x === 0 || x === 1) return 0;
  if (x > (a + 1) / (a + b + 2)) return -betaincGrad(b, a, 1 - x, by === 'a' ? 'b' : 'a');
  // I = front(a, b) Σ (a + b)_n / (a)_{n + 1} x^n, DLMF 8.17.8.
  let term = 1 / a;
  let slope = by === 'a' ? -1 / (a * a) : 0;
  let [sum, slopes] = [term, slope];
  for (let n = 0; n < 1e5; n++) {
    const ratio = ((a + b + n) * x) / (a + n + 1);
    const change = by === 'a' ? (x * (1 - b)) / (a + n + 1) ** 2 : x / (a + n + 1);
    slope = slope * ratio + term * change;
    term *= ratio;
    sum += term;
    slopes += slope;
    if (term < 1e-17 * sum && Math.abs(slope) <= 1e-17 * Math.abs(slopes)) break;
  }
  const logChange =
    by === 'a' ? libm.log(x) - digamma(a) + digamma(a + b) : libm.log1p(-x) - digamma(b) + digamma(a + b);
  return front(a, b, x) * (sum * logChange + slopes);
}
