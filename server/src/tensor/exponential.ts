/**
 * The exponential function as the C library gives it (glibc 2.28 and later on machines that fuse multiplication and addition): S. Nagy's, of
 * Arm's optimized routines. The argument is reduced to within ln 2 / 256, the table has 2^(i/128), a polynomial the rest; the error is below
 * 0.511 units of the last place, and every step is rounded as there. The table is computed at first use with integers.
 */
import { fused } from './fusedMultiply.ts';

/** In how many steps the powers go from 1 to 2. */
const steps = 128;

/** The numbers of the method, for code that does the same with vectors. */
export const exponentialSteps = {
  perStep: Math.LOG2E * steps,
  /** Added and taken away again it rounds to a whole number, which is then in the lowest bits. */
  shift: 1.5 * 2 ** 52,
  /** ln 2 / 128 in two parts, negated; the first has few bits. */
  stepHigh: -0.005415212348111709,
  stepLow: -1.2864023111638346e-14,
  terms: [0.49999999999996786, 0.16666666666665886, 0.0416666808410674, 0.008333335853059549],
  /** Beyond it scaling by a power of two takes care. */
  limit: 512,
  /** Of 2^x - 1, the lowest first; and the limit there. */
  terms2: [Math.LN2, 0.24022650695909065, 0.0555041086686087, 0.009618131975721055, 0.0013332074570119598],
  limit2: 928,
} as const;

const { perStep, shift, stepHigh, stepLow, terms, limit, terms2, limit2 } = exponentialSteps;

interface Powers {
  /** 2^(i/128), the nearest double. */
  readonly power: Float64Array;
  /** What is missing there, relative to it. */
  readonly rest: Float64Array;
}

const fixedBits = 160n;
const fixedOne = 1n << fixedBits;
const toNumber = (value: bigint): number => Number(value) / 2 ** 160;

function squareRoot(value: bigint): bigint {
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

let made: Powers | null = null;

export function powersOfTwo(): Powers {
  if (made) return made;
  const roots: bigint[] = [];
  for (let root = 2n * fixedOne; roots.length < 7; ) {
    root = squareRoot(root << fixedBits);
    roots.unshift(root);
  }
  made = { power: new Float64Array(steps), rest: new Float64Array(steps) };
  for (let i = 0; i < steps; i++) {
    const exact = roots.reduce(
      (product, root, k) => ((i >> k) & 1 ? (product * root) >> fixedBits : product),
      fixedOne,
    );
    made.power[i] = toNumber(exact);
    const rounded = BigInt(made.power[i] * 2 ** 60) << (fixedBits - 60n);
    made.rest[i] = toNumber(((exact - rounded) << fixedBits) / rounded);
  }
  return made;
}

export const exp = (x: number): number => (x > -745.2 && x < 709.79 ? expOfSum(x, 0) : Math.exp(x));

/** e^(x + more), for |x| below 1024 and `more` beside it below 2^-15. */
export function expOfSum(x: number, more: number): number {
  const count = perStep * x + shift - shift;
  const r = fused(count, stepLow, x + count * stepHigh) + more;
  const index = ((count % steps) + steps) % steps;
  const { power, rest } = powersOfTwo();
  const square = r * r;
  const first = fused(square, fused(r, terms[1], terms[0]), rest[index]! + r);
  const tail = fused(square * square, fused(r, terms[3], terms[2]), first);
  const exponent = (count - index) / steps;
  const scale = power[index]!;
  if (x <= -limit) return small(scale, scale * tail, exponent);
  const value = fused(scale, tail, scale);
  return exponent < 1000 ? value * twoTo(exponent) : value * 2 ** 1000 * twoTo(exponent - 1000);
}

/** 2^x, by the same method; here no step is fused. */
export function exp2(x: number): number {
  if (!(x > -1076 && x < 1024)) return 2 ** x;
  const shift2 = shift / steps;
  const nearest = x + shift2 - shift2;
  const r = x - nearest;
  const count = nearest * steps;
  const index = ((count % steps) + steps) % steps;
  const { power, rest } = powersOfTwo();
  const square = r * r;
  const low = terms2[1] + r * terms2[2];
  const high = terms2[3] + r * terms2[4];
  const tail = rest[index]! + r * terms2[0] + square * low + square * square * high;
  const exponent = (count - index) / steps;
  const scale = power[index]!;
  if (x <= -limit2) return small(scale, scale * tail, exponent);
  const value = scale + scale * tail;
  return exponent < 1000 ? value * twoTo(exponent) : value * 2 ** 1000 * twoTo(exponent - 1000);
}

const wholePowers = Float64Array.from({ length: 2048 }, (_, i) => 2 ** (i - 1024));

/** Computing it takes longer than all the rest. */
const twoTo = (exponent: number): number => wholePowers[exponent + 1024]!;

/** Here the sum is not fused; where the subnormal numbers begin it is rounded to their places before it is scaled. */
function small(power: number, more: number, exponent: number): number {
  const factor = twoTo(exponent + 1022);
  const [scale, rest] = [power * factor, more * factor];
  const value = scale + rest;
  if (value >= 1) return value * 2 ** -1022;
  const sum = 1 + value;
  return (sum + (1 - sum + value + (scale - value + rest)) - 1) * 2 ** -1022;
}
