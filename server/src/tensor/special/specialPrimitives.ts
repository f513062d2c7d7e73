/** The special functions as scalar operations, beside those of primitives.ts. */
import * as libm from '../libm.ts';
import { i0, i1, iv, ive, j0, j1, jv } from './bessel.ts';
import { betainc, betaincGrad, betaincinv } from './beta.ts';
import { psi } from './cephesDigamma.ts';
import { erf, erfc } from './cephesErrorFunctions.ts';
import { gammaln } from './cephesLogGamma.ts';
import { erfcinv, erfcx, erfinv } from './errorFunctions.ts';
import { gamma, polygamma, trigamma } from './gammaFunctions.ts';
import {
  chi2sf,
  gammainc,
  gammaincc,
  gammainccGrad,
  gammainccinv,
  gammaincGrad,
  gammaincinv,
  gammal,
  gammau,
} from './incompleteGamma.ts';
import { owensT } from './owensT.ts';

/** A scalar operation on floats only. */
const float = (compute: (...args: number[]) => number) => ({ float: compute, big: null });

export const sigmoid = (x: number): number => 1 / (1 + libm.exp(-x));

/** log(1 + exp(x)) without overflow (M. Mächler, "Accurately computing log(1 - exp(-|a|))", 2012). */
function softplus(x: number): number {
  if (x < -37) return libm.exp(x);
  if (x < 18) return libm.log1p(libm.exp(x));
  return x < 33.3 ? x + libm.exp(-x) : x;
}

/** log(1 - exp(x)), from the same source. */
const log1mexp = (x: number): number => (x < -Math.LN2 ? libm.log1p(-libm.exp(x)) : libm.log(-libm.expm1(x)));

export const specialPrimitives = {
  sigmoid: float(sigmoid),
  softplus: float(softplus),
  log1mexp: float(log1mexp),
  xlogy: float((x, y) => (x === 0 ? 0 : x * libm.log(y))),
  xlog1py: float((x, y) => (x === 0 ? 0 : x * libm.log1p(y))),
  deg2rad: float((x) => x * (Math.PI / 180)),
  rad2deg: float((x) => x * (180 / Math.PI)),
  erf: float(erf),
  erfc: float(erfc),
  erfcx: float(erfcx),
  erfinv: float(erfinv),
  erfcinv: float(erfcinv),
  gamma: float(gamma),
  gammaln: float(gammaln),
  psi: float(psi),
  trigamma: float(trigamma),
  polygamma: float(polygamma),
  gammainc: float(gammainc),
  gammaincc: float(gammaincc),
  gammaincinv: float(gammaincinv),
  gammainccinv: float(gammainccinv),
  gammau: float(gammau),
  gammal: float(gammal),
  gammaincByK: float(gammaincGrad),
  gammainccByK: float(gammainccGrad),
  chi2sf: float(chi2sf),
  betainc: float(betainc),
  betaincinv: float(betaincinv),
  betaincByA: float((a, b, x) => betaincGrad(a, b, x, 'a')),
  betaincByB: float((a, b, x) => betaincGrad(a, b, x, 'b')),
  owensT: float(owensT),
  j0: float(j0),
  j1: float(j1),
  jv: float(jv),
  i0: float(i0),
  i1: float(i1),
  iv: float(iv),
  ive: float(ive),
};
