/** The continuous distributions of `scipy.stats`, with SciPy's formulas in SciPy's order of operations (`_continuous_distns.py`). */
import * as libm from '../../../../tensor/libm.ts';
import { betainc, betaincinv } from '../../../../tensor/special/beta.ts';
import { betaln } from '../../../../tensor/special/cephesBeta.ts';
import { gammaln } from '../../../../tensor/special/cephesLogGamma.ts';
import { innerBounds, ndtr, ndtri } from '../../../../tensor/special/cephesNormal.ts';
import {
  gammainc,
  gammaincc,
  gammainccinv,
  gammaincinv,
} from '../../../../tensor/special/incompleteGamma.ts';
import { sigmoid } from '../../../../tensor/special/specialPrimitives.ts';
import { xlog1py, xlogy } from '../logProducts.ts';
import type { DistributionRow } from './distributionRow.ts';

const wholeLine = (): readonly [number, number] => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
const positiveHalf = (): readonly [number, number] => [0, Number.POSITIVE_INFINITY];
const positive = (...shapes: number[]): boolean => shapes.every((shape) => shape > 0);
const rootOfTwoPi = Math.sqrt(2 * Math.PI);
const logRootOfTwoPi = libm.log(rootOfTwoPi);
const inner = innerBounds[2];

const normalDensity = (x: number): number => libm.exp((-x * x) / 2) / rootOfTwoPi;

/** Student's distribution function by the incomplete beta function, from the nearer side. */
function studentCdf(x: number, df: number): number {
  const square = x * x;
  const tail = 0.5 * betainc(df / 2, 0.5, df / (df + square));
  return x > 0 ? 1 - tail : tail;
}

function studentPpf(q: number, df: number): number {
  if (q === 0.5) return 0;
  const tail = Math.min(q, 1 - q);
  const part = betaincinv(df / 2, 0.5, 2 * tail);
  const size = Math.sqrt((df * (1 - part)) / part);
  return q < 0.5 ? -size : size;
}

const studentLogDensity = (x: number, df: number): number =>
  gammaln((df + 1) / 2) -
  gammaln(df / 2) -
  0.5 * (libm.log(df) + libm.log(Math.PI)) -
  ((df + 1) / 2) * libm.log1p((x * x) / df);

export const continuousRows: Readonly<Record<string, DistributionRow>> = {
  norm: {
    shapes: [],
    support: wholeLine,
    density: normalDensity,
    logDensity: (x) => (-x * x) / 2 - logRootOfTwoPi,
    cdf: (x) => ndtr(x, inner),
    sf: (x) => ndtr(-x, inner),
    ppf: ndtri,
    isf: (q) => -ndtri(q),
    draw: { method: 'standard_normal' },
    mean: () => 0,
    variance: () => 1,
  },
  uniform: {
    shapes: [],
    support: () => [0, 1],
    density: () => 1,
    cdf: (x) => x,
    ppf: (q) => q,
    draw: { method: 'uniform', args: () => [0, 1] },
    mean: () => 0.5,
    variance: () => 1 / 12,
  },
  expon: {
    shapes: [],
    support: positiveHalf,
    density: (x) => libm.exp(-x),
    logDensity: (x) => -x,
    cdf: (x) => -libm.expm1(-x),
    sf: (x) => libm.exp(-x),
    ppf: (q) => -libm.log1p(-q),
    isf: (q) => -libm.log(q),
    draw: { method: 'standard_exponential' },
    mean: () => 1,
    variance: () => 1,
  },
  gamma: {
    shapes: ['a'],
    allows: positive,
    support: positiveHalf,
    logDensity: (x, a) => xlogy(a - 1, x) - x - gammaln(a),
    cdf: (x, a) => gammainc(a, x),
    sf: (x, a) => gammaincc(a, x),
    ppf: (q, a) => gammaincinv(a, q),
    isf: (q, a) => gammainccinv(a, q),
    draw: { method: 'standard_gamma', args: (a) => [a] },
    mean: (a) => a,
    variance: (a) => a,
  },
  beta: {
    shapes: ['a', 'b'],
    allows: positive,
    support: () => [0, 1],
    logDensity: (x, a, b) => xlog1py(b - 1, -x) + xlogy(a - 1, x) - betaln(a, b),
    cdf: (x, a, b) => betainc(a, b, x),
    ppf: (q, a, b) => betaincinv(a, b, q),
    draw: { method: 'beta', args: (a, b) => [a, b] },
    mean: (a, b) => a / (a + b),
    variance: (a, b) => (a * b) / ((a + b) ** 2 * (a + b + 1)),
  },
  t: {
    shapes: ['df'],
    allows: positive,
    support: wholeLine,
    logDensity: studentLogDensity,
    cdf: studentCdf,
    sf: (x, df) => studentCdf(-x, df),
    ppf: studentPpf,
    isf: (q, df) => -studentPpf(q, df),
    draw: { method: 'standard_t', args: (df) => [df] },
    mean: (df) => (df > 1 ? 0 : Number.POSITIVE_INFINITY),
    variance: (df) => (df > 2 ? df / (df - 2) : df > 1 ? Number.POSITIVE_INFINITY : Number.NaN),
  },
  chi2: {
    shapes: ['df'],
    allows: positive,
    support: positiveHalf,
    logDensity: (x, df) => xlogy(df / 2 - 1, x) - x / 2 - gammaln(df / 2) - (libm.log(2) * df) / 2,
    cdf: (x, df) => gammainc(df / 2, x / 2),
    sf: (x, df) => gammaincc(df / 2, x / 2),
    ppf: (q, df) => 2 * gammaincinv(df / 2, q),
    draw: { method: 'chisquare', args: (df) => [df] },
    mean: (df) => df,
    variance: (df) => 2 * df,
  },
  cauchy: {
    shapes: [],
    support: wholeLine,
    density: (x) => 1 / Math.PI / (1 + x * x),
    cdf: (x) => 0.5 + (1 / Math.PI) * libm.atan(x),
    ppf: (q) => libm.tan(Math.PI * q - Math.PI / 2),
    sf: (x) => 0.5 - (1 / Math.PI) * libm.atan(x),
    draw: 'ppf',
    mean: () => Number.NaN,
    variance: () => Number.NaN,
  },
  laplace: {
    shapes: [],
    support: wholeLine,
    density: (x) => 0.5 * libm.exp(-Math.abs(x)),
    cdf: (x) => (x > 0 ? 1 - 0.5 * libm.exp(-x) : 0.5 * libm.exp(x)),
    ppf: (q) => (q > 0.5 ? -libm.log(2 * (1 - q)) : libm.log(2 * q)),
    draw: { method: 'laplace', args: () => [0, 1] },
    mean: () => 0,
    variance: () => 2,
  },
  logistic: {
    shapes: [],
    support: wholeLine,
    logDensity: (x) => -Math.abs(x) - 2 * libm.log1p(libm.exp(-Math.abs(x))),
    cdf: sigmoid,
    sf: (x) => sigmoid(-x),
    ppf: (q) => libm.log(q / (1 - q)),
    draw: { method: 'logistic' },
    mean: () => 0,
    variance: () => (Math.PI * Math.PI) / 3,
  },
  lognorm: {
    shapes: ['s'],
    allows: positive,
    support: positiveHalf,
    logDensity: (x, s) =>
      x === 0 ? Number.NEGATIVE_INFINITY : -(libm.log(x) ** 2) / (2 * s ** 2) - libm.log(s * x * rootOfTwoPi),
    cdf: (x, s) => ndtr(libm.log(x) / s, inner),
    sf: (x, s) => ndtr(-libm.log(x) / s, inner),
    ppf: (q, s) => libm.exp(s * ndtri(q)),
    draw: { method: 'standard_normal', transform: (z, s) => libm.exp(s * z) },
    mean: (s) => Math.sqrt(libm.exp(s * s)),
    variance: (s) => libm.exp(s * s) * (libm.exp(s * s) - 1),
  },
  halfnorm: {
    shapes: [],
    support: positiveHalf,
    density: (x) => Math.sqrt(2 / Math.PI) * libm.exp((-x * x) / 2),
    logDensity: (x) => 0.5 * libm.log(2 / Math.PI) - (x * x) / 2,
    cdf: (x) => ndtr(x, inner) * 2 - 1,
    ppf: (q) => ndtri((1 + q) / 2),
    draw: { method: 'standard_normal', transform: (z) => Math.abs(z) },
    mean: () => Math.sqrt(2 / Math.PI),
    variance: () => 1 - 2 / Math.PI,
  },
  invgamma: {
    shapes: ['a'],
    allows: positive,
    support: positiveHalf,
    logDensity: (x, a) => -(a + 1) * libm.log(x) - gammaln(a) - 1 / x,
    cdf: (x, a) => gammaincc(a, 1 / x),
    sf: (x, a) => gammainc(a, 1 / x),
    ppf: (q, a) => 1 / gammainccinv(a, q),
    draw: 'ppf',
    mean: (a) => (a > 1 ? 1 / (a - 1) : Number.POSITIVE_INFINITY),
    variance: (a) => (a > 2 ? 1 / (a - 1) ** 2 / (a - 2) : Number.POSITIVE_INFINITY),
  },
};
