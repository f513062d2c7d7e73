/**
 * The gamma function, its logarithm and the derivatives of that. Near the origin Chebyshev series (specialTables.ts), far from
 * it the series of Stirling and Bernoulli, below zero the reflection formulas: DLMF 5.4 to 5.15, 25.11. The values at poles are
 * those of SciPy.
 */
import * as libm from '../libm.ts';
import { chebyshevOn } from './chebyshev.ts';
import { specialTables as tables } from './specialTables.ts';

/** The even Bernoulli numbers from the second on. */
const bernoulli = [
  1 / 6,
  -1 / 30,
  1 / 42,
  -1 / 30,
  5 / 66,
  -691 / 2730,
  7 / 6,
  -3617 / 510,
  43867 / 798,
  -174611 / 330,
  854513 / 138,
];

const halfLogTwoPi = 0.9189385332046728;
const squareRootOfTwoPi = 2.5066282746310002;

/** sin(πx) without the rounding of πx. */
export function sinPi(x: number): number {
  const rest = x - 2 * Math.floor(x / 2);
  if (rest === 0 || rest === 1) return 0;
  if (rest > 1) return -sinPi(rest - 1);
  if (rest > 0.75) return libm.sin(Math.PI * (1 - rest));
  return rest < 0.25 ? libm.sin(Math.PI * rest) : libm.cos(Math.PI * (0.5 - rest));
}

/** By powers of 1/x². */
const stirlingTerms = bernoulli.slice(0, 9).map((value, k) => value / ((2 * k + 2) * (2 * k + 1)));

/** What Stirling's formula leaves out of ln Γ(x), for x ≥ 10. */
export function stirlingRest(x: number): number {
  if (x > 1e8) return 1 / (12 * x);
  const inverse = 1 / (x * x);
  let sum = 0;
  for (let k = 8; k >= 0; k--) sum = sum * inverse + stirlingTerms[k];
  return sum / x;
}

/** Γ(x); NaN at the negative integers, infinite with the sign of x at 0. */
export function gamma(x: number): number {
  if (x === 0) return 1 / x;
  if (Number.isInteger(x)) return x < 0 ? Number.NaN : x > 171 ? Number.POSITIVE_INFINITY : factorial(x - 1);
  if (x === Number.NEGATIVE_INFINITY) return Number.NaN;
  if (x < -33) return negativeGamma(x);
  if (x > 33) return stirlingGamma(x);
  let product = 1;
  let at = x;
  for (; at >= 3; at--) product *= at - 1;
  let divisor = 1;
  for (; at < 2; at++) divisor *= at;
  return (product * chebyshevOn(tables.gamma, [2, 3], at)) / divisor;
}

function factorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return product;
}

function stirlingGamma(x: number): number {
  if (x > 171.7) return Number.POSITIVE_INFINITY;
  const rest = libm.exp(stirlingRest(x));
  if (x < 143) return squareRootOfTwoPi * (x ** (x - 0.5) / libm.exp(x)) * rest;
  const root = x ** (0.5 * x - 0.25);
  return squareRootOfTwoPi * (root * (root / libm.exp(x))) * rest;
}

function negativeGamma(x: number): number {
  const sine = sinPi(-x);
  return -Math.PI / (sine * -x * gamma(-x));
}

/** ln |Γ(x)|; infinite at the poles. */
export function logGamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x) || (x <= 0 && Number.isInteger(x))) return Number.POSITIVE_INFINITY;
  if (x < 0) return libm.log(Math.PI / Math.abs(x * sinPi(x))) - logGamma(-x);
  if (x >= 13) return (x - 0.5) * libm.log(x) - x + halfLogTwoPi + stirlingRest(x);
  if (x < 1) return logGammaNear(x + 1) - libm.log(x);
  let product = 1;
  let at = x;
  while (at > 3) product *= --at;
  return logGammaNear(at) + (product === 1 ? 0 : libm.log(product));
}

/** Between 1 and 3, with the zeros at 1 and 2 to full precision. */
const logGammaNear = (x: number): number => (x - 1) * (x - 2) * chebyshevOn(tables.logGamma, [1, 3], x);

const digammaRoot = [1.4616321449683622, 9.549995429965697e-17] as const;

/** The derivative of ln Γ(x). */
export function digamma(x: number): number {
  if (x === 0) return -1 / x;
  if (Number.isNaN(x) || x === Number.NEGATIVE_INFINITY || (x < 0 && Number.isInteger(x))) return Number.NaN;
  if (x < 0) return digamma(1 - x) - Math.PI * cotangentPi(x);
  let shift = 0;
  let at = x;
  if (at <= 10) for (; at > 2; ) shift += 1 / --at;
  for (; at < 1; at++) shift -= 1 / at;
  return at <= 2 ? shift + digammaNear(at) : shift + digammaFar(at);
}

/** cot(πx). */
const cotangentPi = (x: number): number => sinPi(x + 0.5) / sinPi(x);

const digammaNear = (x: number): number =>
  (x - digammaRoot[0] - digammaRoot[1]) * chebyshevOn(tables.digamma, [1, 2], x);

/** By powers of 1/x². */
const digammaTerms = bernoulli.slice(0, 8).map((value, k) => value / (2 * k + 2));

function digammaFar(x: number): number {
  if (x > 1e17) return libm.log(x);
  const inverse = 1 / (x * x);
  let sum = 0;
  for (let k = 7; k >= 0; k--) sum = (sum + digammaTerms[k]) * inverse;
  return libm.log(x) - 0.5 / x - sum;
}

/** The sum of (q + k)^-s over all k, for s > 1, by Euler and Maclaurin. */
function hurwitzZeta(s: number, q: number): number {
  if (q <= 0 && Number.isInteger(q)) return Number.POSITIVE_INFINITY;
  if (q <= 0 && !Number.isInteger(s)) return Number.NaN;
  let sum = 0;
  let at = q;
  for (; at < 12; at++) sum += at ** -s;
  let factor = at ** -s;
  sum += (at * factor) / (s - 1) + factor / 2;
  factor *= s / at;
  for (let k = 0; k < bernoulli.length; k++) {
    sum += (bernoulli[k] / inverseFactorials[k]) * factor;
    factor *= ((s + 2 * k + 1) * (s + 2 * k + 2)) / (at * at);
  }
  return sum;
}

/** (2k + 2)! */
const inverseFactorials = bernoulli.map((_, k) => factorial(2 * k + 2));

/** The n-th derivative of the digamma function. */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  return (n % 2 === 0 ? -1 : 1) * gamma(n + 1) * hurwitzZeta(n + 1, x);
}

export const trigamma = (x: number): number => hurwitzZeta(2, x);
