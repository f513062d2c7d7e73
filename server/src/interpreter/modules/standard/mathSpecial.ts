/**
 * Functions of `math` that JavaScript does not have: gamma by Lanczos' approximation with the constants of Boost, as in
 * CPython's `mathmodule.c`; erf and erfc as in FreeBSD's `s_erf.c` (Sun Microsystems), which glibc uses too.
 */
import * as libm from '../../../tensor/libm.ts';

const g = 6.024680040776729583740234375;
const lanczosNumerator = [
  23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
  35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
  6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
  248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
  2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
  8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
  2.5066282746310002701649081771338373386264310793408,
];
const lanczosDenominator = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];
/** (n - 1)! for the first integers. */
const factorials = Array.from({ length: 23 }, (_, n) =>
  Array.from({ length: n }, (_, i) => i + 1).reduce((all, each) => all * each, 1),
);

function lanczos(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      numerator = numerator * x + lanczosNumerator[i]!;
      denominator = denominator * x + lanczosDenominator[i]!;
    }
  } else {
    for (let i = 0; i < 13; i++) {
      numerator = numerator / x + lanczosNumerator[i]!;
      denominator = denominator / x + lanczosDenominator[i]!;
    }
  }
  return numerator / denominator;
}

/** sin(pi x). */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const sign = x < 0 ? -1 : 1;
  switch (Math.round(2 * y)) {
    case 0:
      return sign * libm.sin(Math.PI * y);
    case 1:
      return sign * libm.cos(Math.PI * (y - 0.5));
    case 2:
      return sign * libm.sin(Math.PI * (1 - y));
    case 3:
      return -sign * libm.cos(Math.PI * (y - 1.5));
    default:
      return sign * libm.sin(Math.PI * (y - 2));
  }
}

/** NaN outside of the domain. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x > 0 || Number.isNaN(x) ? x : Number.NaN;
  if (x === 0) return Number.NaN;
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= 23) return factorials[x - 1]!;
  }
  const absolute = Math.abs(x);
  if (absolute < 1e-20) return 1 / x;
  if (absolute > 200) return x < 0 ? 0 / sinPi(x) : Number.POSITIVE_INFINITY;
  const y = absolute + g - 0.5;
  const rest = absolute > g - 0.5 ? y - absolute - (g - 0.5) : y - (g - 0.5) - absolute;
  const z = (rest * g) / y;
  let result: number;
  if (x < 0) {
    result = (-Math.PI / sinPi(absolute) / absolute) * (libm.exp(y) / lanczos(absolute));
    result -= z * result;
    const root = absolute < 140 ? absolute - 0.5 : absolute / 2 - 0.25;
    result /= y ** root;
    return absolute < 140 ? result : result / y ** root;
  }
  result = lanczos(absolute) / libm.exp(y);
  result += z * result;
  if (absolute < 140) return result * y ** (absolute - 0.5);
  const half = y ** (absolute / 2 - 0.25);
  return result * half * half;
}

/** NaN at the poles. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.NaN : 0;
  const absolute = Math.abs(x);
  if (absolute < 1e-20) return -libm.log(absolute);
  const result =
    libm.log(lanczos(absolute)) - g + (absolute - 0.5) * (libm.log(absolute + g - 0.5) - 1);
  if (x >= 0) return result;
  return libm.log(Math.PI) - libm.log(Math.abs(sinPi(absolute))) - libm.log(absolute) - result;
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, each) => sum * x + each, 0);

const pp = [
  1.28379167095512558561e-1, -3.25042107247001499370e-1, -2.84817495755985104766e-2,
  -5.77027029648944159157e-3, -2.37630166566501626084e-5,
];
const qq = [
  1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
  1.32494738004321644526e-4, -3.96022827877536812320e-6,
];
const pa = [
  -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
  3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2,
  -2.16637559486879084300e-3,
];
const qa = [
  1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
  1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.19844998467991074170e-2,
];
const ra = [
  -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
  -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2,
  -8.12874355063065934246e1, -9.81432934416914548592,
];
const sa = [
  1, 1.96512716674392571292e1, 1.37657754143519042600e2, 4.34565877475229228821e2,
  6.45387271733267880336e2, 4.29008140027567833386e2, 1.08635005541779435134e2,
  6.57024977031928170135, -6.04244152148580987438e-2,
];
const rb = [
  -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
  -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3,
  -4.83519191608651397019e2,
];
const sb = [
  1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3,
  3.19985821950859553908e3, 2.55305040643316442583e3, 4.74528541206955367215e2,
  -2.24409524465858183362e1,
];
const erx = 8.45062911510467529297e-1;
const efx = 1.28379167095512586316e-1;

const words = new DataView(new ArrayBuffer(8));

/** The number with the lower half of its bits cleared. */
function highWord(x: number): number {
  words.setFloat64(0, x);
  words.setUint32(4, 0);
  return words.getFloat64(0);
}

/** exp(-x²) times a correction, over x, for |x| ≥ 1.25. */
function tail(x: number): number {
  const s = 1 / (x * x);
  const isNear = x < 1 / 0.35;
  const [r, t] = isNear ? [polynomial(ra, s), polynomial(sa, s)] : [polynomial(rb, s), polynomial(sb, s)];
  const z = highWord(x);
  return (libm.exp(-z * z - 0.5625) * libm.exp((z - x) * (z + x) + r / t)) / x;
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const sign = x < 0 ? -1 : 1;
  const a = Math.abs(x);
  if (a < 0.84375) {
    if (a < 2 ** -28) return x + efx * x;
    const z = x * x;
    return x + x * (polynomial(pp, z) / polynomial(qq, z));
  }
  if (a < 1.25) return sign * (erx + polynomial(pa, a - 1) / polynomial(qa, a - 1));
  return a >= 6 ? sign : sign * (1 - tail(a));
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const a = Math.abs(x);
  if (a < 0.84375) {
    if (a < 2 ** -56) return 1 - x;
    const z = x * x;
    const y = polynomial(pp, z) / polynomial(qq, z);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
  }
  if (a < 1.25) {
    const ratio = polynomial(pa, a - 1) / polynomial(qa, a - 1);
    return x >= 0 ? 1 - erx - ratio : 1 + (erx + ratio);
  }
  if (a >= 28) return x > 0 ? 0 : 2;
  if (x < -6) return 2;
  return x > 0 ? tail(a) : 2 - tail(a);
}

/** The neighbour of `x` on the way to `y`. */
export function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  words.setFloat64(0, x);
  const bits = words.getBigInt64(0);
  words.setBigInt64(0, x < y === x > 0 ? bits + 1n : bits - 1n);
  return words.getFloat64(0);
}

export function ulp(x: number): number {
  if (!Number.isFinite(x)) return Math.abs(x);
  const a = Math.abs(x);
  const next = nextAfter(a, Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next - a : a - nextAfter(a, 0);
}

/** IEEE 754's remainder: of the quotient rounded half to even. */
export function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(x) || y === 0) return Number.NaN;
  if (!Number.isFinite(y)) return x;
  const [a, b] = [Math.abs(x), Math.abs(y)];
  const m = a % b;
  const c = b - m;
  const rest = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (a - m)) % b);
  return x < 0 || Object.is(x, -0) ? -rest : rest;
}
