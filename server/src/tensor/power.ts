/**
 * Powers of doubles as the C library gives them (glibc 2.28 and later on machines that fuse multiplication and addition): S. Nagy's, of
 * Arm's optimized routines. The logarithm in two doubles, by a table of short inverses, then the exponential of the product; every step
 * that counts is rounded as there. The table is computed at first use with integers.
 */
import { expOfSum } from './exponential.ts';
import { fused, highHalf } from './fusedMultiply.ts';
import { fixedLog, toFixed, toNumber } from './logarithm.ts';

/** The numbers of the method, for code that does the same with vectors. */
export const powerTerms = {
  /** The bits of the least mantissa. */
  firstBits: 0x3fe6955500000000n,
  ln2High: 0.6931471805598903,
  ln2Low: 5.497923018708371e-14,
  /** Of log(1 + r) after r - r²/2, by powers of r, each times a power of -2. */
  terms: [
    -0.6666666666666679, 0.5000000000000007, 0.7999999995323976, -0.6666666663487739, -1.142909628459501,
    1.0000415263675542,
  ],
} as const;

const { firstBits, ln2High, ln2Low, terms } = powerTerms;
const steps = 128;
const firstHigh = Number(firstBits >> 32n);

interface Tables {
  readonly inverse: Float64Array;
  /** The logarithm of 1/inverse to 43 places, and the rest of it. */
  readonly log: Float64Array;
  readonly logLow: Float64Array;
}

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);
const words = new Int32Array(float.buffer);
/** Depends on the machine's byte order. */
const upperWord = (() => {
  float[0] = 1;
  return words[1] === 0 ? 0 : 1;
})();

function withBits(value: bigint): number {
  bits[0] = value;
  return float[0]!;
}

/** Mantissas below 1 have inverses of 7 places, those above of 8: their products are exact in few digits. */
function makeTables(): Tables {
  const made: Tables = {
    inverse: new Float64Array(steps),
    log: new Float64Array(steps),
    logLow: new Float64Array(steps),
  };
  for (let i = 0; i < steps; i++) {
    const ends = [i, i + 1].map((k) => withBits(firstBits + (BigInt(k) << 45n)));
    const centre = (ends[0]! + ends[1]!) / 2;
    const places = centre < 1 ? 128 : 256;
    const numerator = Math.round(places / centre);
    const exact = -fixedLog(BigInt(numerator), BigInt(places));
    made.inverse[i] = numerator / places;
    made.log[i] = Math.round(toNumber(exact) * 2 ** 43) / 2 ** 43;
    made.logLow[i] = toNumber(exact - toFixed(made.log[i]!));
  }
  return made;
}

let made: Tables | null = null;

export function powerTables(): Tables {
  made ??= makeTables();
  return made;
}

/** Python's and C's power. */
export function pow(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (base === 0 || !Number.isFinite(base) || !Number.isFinite(exponent))
    return powerOfExtremes(base, exponent);
  if (base > 0) return powerOfPositive(base, exponent);
  if (!Number.isInteger(exponent)) return Number.NaN;
  const size = powerOfPositive(-base, exponent);
  return exponent % 2 === 0 ? size : -size;
}

/** As JavaScript has it, but for (-1) ** inf. */
const powerOfExtremes = (base: number, exponent: number): number =>
  base === -1 && !Number.isNaN(exponent) ? 1 : base ** exponent;

const leastNormal = 2 ** -1022;

function powerOfPositive(x: number, y: number): number {
  const size = Math.abs(y);
  if (x === 1 || size < 2 ** -65) return 1;
  if (size >= 2 ** 63) return x > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  const high = x < leastNormal ? logarithm(x * 2 ** 52, -52) : logarithm(x, 0);
  const product = y * high;
  const more = fused(y, logarithmLow[0]!, fused(y, high, -product));
  if (Math.abs(product) < 2 ** -54) return 1;
  if (Math.abs(product) >= 1024) return product > 0 ? Number.POSITIVE_INFINITY : 0;
  return expOfSum(product, more);
}

/** Where {@link logarithm} leaves what the sum lost; an array, because a variable would make a new number each time. */
const logarithmLow = new Float64Array(1);

/** log(x · 2^shift), for normal x. */
function logarithm(x: number, shift: number): number {
  float[0] = x;
  // The lower word of the least mantissa is 0: nothing is borrowed.
  const beyond = (words[upperWord]! - firstHigh) | 0;
  const index = (beyond >>> 13) & (steps - 1);
  words[upperWord]! -= beyond & 0xfff00000;
  const z = float[0]!;
  const k = (beyond >> 20) + shift;
  const { inverse, log, logLow } = powerTables();
  // Exact, since the inverse has few digits.
  const zHigh = highHalf(z);
  const r = zHigh * inverse[index]! - 1 + (z - zHigh) * inverse[index]!;
  const first = k * ln2High + log[index]!;
  const second = first + r;
  const half = -0.5 * r;
  const square = r * half;
  const high = second + square;
  const lost = fused(half, r, -square);
  const rest = k * ln2Low + logLow[index]! + (first - second + r) + lost + (second - high + square);
  const inner = terms[2] + r * terms[3] + square * (terms[4] + r * terms[5]);
  const curved = fused(square, inner, fused(r, terms[1], terms[0]));
  const low = fused(r * square, curved, rest);
  const sum = high + low;
  logarithmLow[0] = high - sum + low;
  return sum;
}
