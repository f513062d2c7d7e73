/**
 * Table of the elementwise functions of `scipy.special` that real numbers have, by their number of operands. The algorithms are in
 * `tensor/special`; where two generations of SciPy (1.12 and 1.17, which the libraries run on) compute differently a row has both.
 */
import * as libm from '../../../tensor/libm.ts';
import { i0, i1, iv, ive, j0, j1, jv } from '../../../tensor/special/bessel.ts';
import { betainc, betaincinv } from '../../../tensor/special/beta.ts';
import { beta, betaln, binom } from '../../../tensor/special/cephesBeta.ts';
import { psi } from '../../../tensor/special/cephesDigamma.ts';
import { erf, erfc } from '../../../tensor/special/cephesErrorFunctions.ts';
import { gammaln } from '../../../tensor/special/cephesLogGamma.ts';
import { innerBounds, logNdtr, ndtr, ndtri } from '../../../tensor/special/cephesNormal.ts';
import { erfcinv, erfcx, erfinv } from '../../../tensor/special/errorFunctions.ts';
import { gamma } from '../../../tensor/special/gammaFunctions.ts';
import { gammainc, gammaincc, gammainccinv, gammaincinv } from '../../../tensor/special/incompleteGamma.ts';
import { owensT } from '../../../tensor/special/owensT.ts';
import { sigmoid } from '../../../tensor/special/specialPrimitives.ts';
import type { FloatFunction } from './floatFunctions.ts';
import { xlog1py, xlogy } from './logProducts.ts';

/** A function, or one for each generation: that of NumPy 1 and of NumPy 2. */
export type SpecialRow = FloatFunction | { readonly 1: FloatFunction; readonly 2: FloatFunction };

const oldLogit = (p: number): number => libm.log(p / (1 - p));

/** Around a half the quotient would lose digits. */
function logit(p: number): number {
  if (p < 0.3 || p > 0.65) return oldLogit(p);
  const doubled = 2 * (p - 0.5);
  return libm.log1p(doubled) - libm.log1p(-doubled);
}

const logExpit = (x: number): number => (x < 0 ? x - libm.log1p(libm.exp(x)) : -libm.log1p(libm.exp(-x)));

function relativeEntropy(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x > 0 && y > 0) return x * libm.log(x / y);
  return x === 0 && y >= 0 ? 0 : Number.POSITIVE_INFINITY;
}

function divergence(x: number, y: number): number {
  const entropy = relativeEntropy(x, y);
  if (x > 0 && y > 0) return entropy - x + y;
  return x === 0 && y >= 0 ? y : entropy;
}

function entropy(x: number): number {
  if (Number.isNaN(x)) return x;
  return x > 0 ? -x * libm.log(x) : x === 0 ? 0 : Number.NEGATIVE_INFINITY;
}

/** Whether the difference is small decides between a square and a line. */
function huber(delta: number, r: number): number {
  if (delta < 0) return Number.POSITIVE_INFINITY;
  return Math.abs(r) <= delta ? 0.5 * r * r : delta * (Math.abs(r) - 0.5 * delta);
}

const boxcox = (x: number, power: number): number =>
  Math.abs(power) < 1e-19 ? libm.log(x) : libm.expm1(power * libm.log(x)) / power;

export const unarySpecial: Readonly<Record<string, SpecialRow>> = {
  cbrt: libm.cbrt,
  digamma: psi,
  entr: entropy,
  erf,
  erfc,
  erfcinv,
  erfcx,
  erfinv,
  exp10: (x) => 10 ** x,
  exp2: (x) => 2 ** x,
  expit: sigmoid,
  expm1: libm.expm1,
  exprel: (x) =>
    Math.abs(x) < Number.EPSILON / 2 ? 1 : x > 717 ? Number.POSITIVE_INFINITY : libm.expm1(x) / x,
  gamma,
  gammaln,
  i0,
  i0e: (x) => ive(0, x),
  i1,
  i1e: (x) => ive(1, x),
  j0,
  j1,
  log1p: libm.log1p,
  log_expit: logExpit,
  log_ndtr: logNdtr,
  logit: { 1: oldLogit, 2: logit },
  ndtr: { 1: (x) => ndtr(x, innerBounds[1]), 2: (x) => ndtr(x, innerBounds[2]) },
  ndtri,
  psi,
  rgamma: (x) => (Number.isInteger(x) && x <= 0 ? 0 : 1 / gamma(x)),
};

export const binarySpecial: Readonly<Record<string, SpecialRow>> = {
  beta,
  betaln,
  binom,
  boxcox,
  gammainc,
  gammaincc,
  gammainccinv,
  gammaincinv,
  huber,
  iv,
  ive,
  jn: jv,
  jv,
  kl_div: divergence,
  owens_t: owensT,
  rel_entr: relativeEntropy,
  xlog1py,
  xlogy,
};

export const ternarySpecial: Readonly<Record<string, SpecialRow>> = { betainc, betaincinv };
