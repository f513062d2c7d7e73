/** The beta function, its logarithm and binomial coefficients with the order of operations of Cephes (`beta.c`) and SciPy (`binom`). */
import * as libm from '../libm.ts';
import { gammaln } from './cephesLogGamma.ts';
import { gamma } from './gammaFunctions.ts';

/** The gamma function of more than this is no double. */
const mostGamma = 171.6243769563027;

const isLarge = (...values: number[]): boolean => values.some((value) => Math.abs(value) > mostGamma);

function betaOfGammas(a: number, b: number): number {
  const whole = gamma(a + b);
  const first = gamma(a);
  const second = gamma(b);
  return Math.abs(first - whole) > Math.abs(second - whole)
    ? (second / whole) * first
    : (first / whole) * second;
}

export const betaln = (a: number, b: number): number =>
  isLarge(a, b, a + b) ? gammaln(a) + (gammaln(b) - gammaln(a + b)) : libm.log(Math.abs(betaOfGammas(a, b)));

/** Of positive numbers; NaN of others. */
export function beta(a: number, b: number): number {
  if (!(a > 0 && b > 0)) return Number.NaN;
  return isLarge(a, b, a + b) ? libm.exp(betaln(a, b)) : betaOfGammas(a, b);
}

/** `n` over `k`, of any real numbers where the beta function is known; NaN elsewhere. */
export function binom(n: number, k: number): number {
  if (n < 0 && Number.isInteger(n)) return Number.NaN;
  if (Number.isInteger(k) && (Math.abs(n) > 1e-8 || n === 0)) {
    const least = Number.isInteger(n) && k > n / 2 && n > 0 ? n - k : k;
    if (least < 0) return 0;
    if (least < 20) return binomialProduct(n, least);
  }
  return 1 / (n + 1) / beta(1 + n - k, 1 + k);
}

function binomialProduct(n: number, k: number): number {
  let above = 1;
  let below = 1;
  for (let i = 1; i <= k; i++) {
    above *= i + n - k;
    below *= i;
    if (Math.abs(above) > 1e50) {
      above /= below;
      below = 1;
    }
  }
  return above / below;
}
