/**
 * `log1p` and `expm1` as the C library gives them (glibc 2.36 on machines that fuse multiplication and addition): the methods and coefficients
 * of fdlibm (Sun Microsystems, 1993), rounded where the library rounds. JavaScript's own differ in the last digit.
 */
import { fused } from './fusedMultiply.ts';

/** The numbers of the methods, for code that does the same with vectors. */
export const nearOneTerms = {
  logarithm: [
    0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
    0.15313837699209373, 0.14798198605116586,
  ],
  exponential: [
    -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6,
    -2.0109921818362437e-7,
  ],
  ln2High: 0.6931471803691238,
  ln2Low: 1.9082149292705877e-10,
} as const;

const { logarithm: p, exponential: q, ln2High, ln2Low } = nearOneTerms;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

function highWord(x: number): number {
  float[0] = x;
  return words[1]!;
}

/** `x` with another exponent, and the upper part of its digits. */
function withHighWord(x: number, high: number): number {
  float[0] = x;
  words[1] = high;
  return float[0];
}

/** log(1 + x). */
export function log1p(x: number): number {
  if (!(x > -1 && x < Number.POSITIVE_INFINITY))
    return x === -1 ? Number.NEGATIVE_INFINITY : x < -1 ? Number.NaN : x;
  const size = Math.abs(x);
  if (size < 2 ** -29) return size < 2 ** -54 ? x : fused(x * x, -0.5, x);
  const head = highWord(size);
  if (head < (x < 0 ? 0x3fd2bec4 : 0x3fda827a)) return logarithmNear(x, 0, 0);
  const u = head < 0x43400000 ? 1 + x : x;
  const start = highWord(u);
  const k = (start >>> 20) - 1023;
  const c = head < 0x43400000 ? (k > 0 ? 1 - (u - x) : x - (u - 1)) / u : 0;
  const digits = start & 0xfffff;
  if (digits < 0x6a09e) return logarithmNear(withHighWord(u, digits | 0x3ff00000) - 1, k, c);
  return logarithmNear(withHighWord(u, digits | 0x3fe00000) - 1, k + 1, c);
}

/** log(1 + f) + k·log 2 + c, for 1 + f between the roots of ½ and 2. */
function logarithmNear(f: number, k: number, c: number): number {
  const half = 0.5 * f * f;
  if (k === 0) return f - (half - curvedPart(f, half));
  const low = fused(k, ln2Low, c);
  if (f === 0) return k * ln2High + low;
  const more = isVeryNear(f)
    ? half * fused(-0.6666666666666666, f, 1) - low
    : half - (low + curvedPart(f, half));
  return k * ln2High - (more - f);
}

/** Where the upper half of the digits says no more than that 1 + f is near 1. */
const isVeryNear = (f: number): boolean => f < 2 ** -20 && f >= -3 * 2 ** -21;

/** What is left of the series beyond f - f²/2. */
function curvedPart(f: number, half: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const first = fused(z, p[0], z2 * fused(p[2], z, p[1]));
  const second = fused(z4, fused(p[4], z, p[3]), first);
  return s * (half + fused(z2 * z4, fused(p[6], z, p[5]), second));
}

/** exp(x) - 1. */
export function expm1(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 709.782712893384)) return x > 0 ? Number.POSITIVE_INFINITY : x < 0 ? -1 : x;
  const head = highWord(size);
  if (x < 0 && head >= 0x4043687a) return -1;
  if (head <= 0x3fd62e42) return head < 0x3c900000 ? x : exponentialNear(x, 0, 0);
  const k = head < 0x3ff0a2b2 ? Math.sign(x) : Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const rest = high - low;
  return exponentialNear(rest, k, high - rest - low);
}

/** exp(x + c)·2^k - 1, for |x| below half of log 2. */
function exponentialNear(x: number, k: number, c: number): number {
  const half = 0.5 * x;
  const square = x * half;
  const square2 = square * square;
  const near = fused(square2, fused(q[2], square, q[1]), fused(square, q[0], 1));
  const r = fused(square2 * square2, fused(q[4], square, q[3]), near);
  const t = fused(-r, half, 3);
  const first = square * ((r - t) / fused(-t, x, 6));
  if (k === 0) return x - fused(first, x, -square);
  const e = fused(first - c, x, -c) - square;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return scaled(1 - (e - x), k) - 1;
  return k < 20 ? scaled(1 - 2 ** -k - (e - x), k) : scaled(x - (e + 2 ** -k) + 1, k);
}

const scaled = (y: number, k: number): number => (k === 1024 ? y * 2 * 2 ** 1023 : y * 2 ** k);
