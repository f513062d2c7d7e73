/**
 * Functions of `math` that JavaScript does not have: gamma by Lanczos' approximation with the constants of Boost, as in
 * CPython's `mathmodule.c`; erf and erfc as in FreeBSD's `s_erf.c` (Sun Microsystems), which glibc uses too.
 */
import { nextAfter } from '../../../tensor/floatParts.ts';
import * as libm from '../../../tensor/libm.ts';

const g = 6.02468004077673;
const lanczosNumerator = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
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
    result = ((-Math.PI / sinPi(absolute) / absolute) * libm.exp(y)) / lanczos(absolute);
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
  const result = libm.log(lanczos(absolute)) - g + (absolute - 0.5) * (libm.log(absolute + g - 0.5) - 1);
  if (x >= 0) return result;
  return libm.log(Math.PI) - libm.log(Math.abs(sinPi(absolute))) - libm.log(absolute) - result;
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, each) => sum * x + each, 0);

const pp = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
  -2.3763016656650163e-5,
];
const qq = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
  -3.960228278775368e-6,
];
const pa = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
];
const qa = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
];
const ra = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const sa = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const rb = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
];
const sb = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
];
const erx = 0.8450629115104675;
const efx = 0.1283791670955126;

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

export function ulp(x: number): number {
  if (!Number.isFinite(x)) return Math.abs(x);
  const a = Math.abs(x);
  const next = nextAfter(a, Number.POSITIVE_INFINITY, 'float64');
  return Number.isFinite(next) ? next - a : a - nextAfter(a, 0, 'float64');
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
