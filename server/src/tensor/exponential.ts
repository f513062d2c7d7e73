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
} as const;

const { perStep, shift, stepHigh, stepLow, terms, limit } = exponentialSteps;

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

export function exp(x: number): number {
  if (!(x > -745.2 && x < 709.79)) return Math.exp(x);
  const count = perStep * x + shift - shift;
  const r = fused(count, stepLow, x + count * stepHigh);
  const index = ((count % steps) + steps) % steps;
  const { power, rest } = powersOfTwo();
  const square = r * r;
  const first = fused(square, fused(r, terms[1], terms[0]), rest[index]! + r);
  const tail = fused(square * square, fused(r, terms[3], terms[2]), first);
  const exponent = (count - index) / steps;
  const scale = power[index]!;
  if (x <= -limit) return small(scale, scale * tail, exponent);
  const value = fused(scale, tail, scale);
  return exponent < 1000 ? value * 2 ** exponent : value * 2 ** 1000 * 2 ** (exponent - 1000);
}

/** Here the sum is not fused; where the subnormal numbers begin it is rounded to their places before it is scaled. */
function small(power: number, more: number, exponent: number): number {
  const factor = 2 ** (exponent + 1022);
  const [scale, rest] = [power * factor, more * factor];
  const value = scale + rest;
  if (value >= 1) return value * 2 ** -1022;
  const sum = 1 + value;
  return (sum + (1 - sum + value + (scale - value + rest)) - 1) * 2 ** -1022;
}
