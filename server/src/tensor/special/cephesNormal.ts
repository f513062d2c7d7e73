/**
 * The normal distribution function and its inverse, with the polynomials and the order of operations of Cephes (`ndtr.c`, `ndtri.c`), which
 * SciPy has. The versions of SciPy differ in where the error function is used for the middle: `inner`.
 */
import * as libm from '../libm.ts';
import { erf, erfc } from './cephesErrorFunctions.ts';
import { erfcx } from './errorFunctions.ts';

/** Up to here (over the root of 2) the middle reaches: SciPy before 1.15, and since. */
export const innerBounds = { 1: Math.SQRT1_2, 2: 1 } as const;

/** The probability that a standard normal draw is below `x`. */
export function ndtr(x: number, inner: number): number {
  if (Number.isNaN(x)) return x;
  const scaled = x * Math.SQRT1_2;
  const size = Math.abs(scaled);
  if (size < inner) return 0.5 + 0.5 * erf(scaled);
  const tail = 0.5 * erfc(size);
  return scaled > 0 ? 1 - tail : tail;
}

/** The logarithm of {@link ndtr} by the error function that keeps its digits: scaled on the left, complementary elsewhere. */
export function logNdtr(x: number): number {
  const scaled = x * Math.SQRT1_2;
  return x < -1 ? libm.log(erfcx(-scaled) / 2) - scaled * scaled : libm.log1p(-erfc(scaled) / 2);
}

const tables = {
  middle: {
    above: [
      -59.96335010141079, 98.00107541859997, -56.67628574690703, 13.931260938727968, -1.2391658386738125,
    ],
    below: [
      1, 1.9544885833814176, 4.676279128988815, 86.36024213908905, -225.46268785411937, 200.26021238006066,
      -82.03722561683334, 15.90562251262117, -1.1833162112133,
    ],
  },
  tail: {
    above: [
      4.0554489230596245, 31.525109459989388, 57.16281922464213, 44.08050738932008, 14.684956192885803,
      2.1866330685079025, -0.1402560791713545, -0.03504246268278482, -0.0008574567851546854,
    ],
    below: [
      1, 15.779988325646675, 45.39076351288792, 41.3172038254672, 15.04253856929075, 2.504649462083094,
      -0.14218292285478779, -0.03808064076915783, -0.0009332594808954574,
    ],
  },
  farTail: {
    above: [
      3.2377489177694603, 6.915228890689842, 3.9388102529247444, 1.3330346081580755, 0.20148538954917908,
      0.012371663481782003, 0.00030158155350823543, 2.6580697468673755e-6, 6.239745391849833e-9,
    ],
    below: [
      1, 6.02427039364742, 3.6798356385616087, 1.3770209948908132, 0.21623699359449663, 0.013420400608854318,
      0.00032801446468212774, 2.8924786474538068e-6, 6.790194080099813e-9,
    ],
  },
} as const;

function polynomial(coefficients: readonly number[], x: number): number {
  let result = 0;
  for (const coefficient of coefficients) result = result * x + coefficient;
  return result;
}

const ratio = ({ above, below }: (typeof tables)[keyof typeof tables], x: number): number =>
  polynomial(above, x) / polynomial(below, x);

/** The point below which a standard normal draw is with probability `p`. */
export function ndtri(p: number): number {
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (!(p > 0 && p < 1)) return Number.NaN;
  const edge = 0.1353352832366127;
  const isUpper = p > 1 - edge;
  const y = isUpper ? 1 - p : p;
  if (y > edge) {
    const centered = y - 0.5;
    const square = centered * centered;
    return (centered + centered * (square * ratio(tables.middle, square))) * 2.5066282746310007;
  }
  const x = Math.sqrt(-2 * libm.log(y));
  const inverse = 1 / x;
  const size = x - libm.log(x) / x - inverse * ratio(x < 8 ? tables.tail : tables.farTail, inverse);
  return isUpper ? size : -size;
}
