/**
 * The inverse trigonometric functions, rounded once from about 68 bits, as glibc's nearly always are. All are angles of two legs in pairs of
 * doubles: the nearest i/64 to their ratio comes from a table (P. T. P. Tang's way), the rest by the series of the arctangent.
 */
import { fixedBits, fixedOne, pairOf } from './logarithm.ts';
import {
  addPairs,
  dividePairs,
  exactProduct,
  exactSum,
  negated,
  type Pair,
  pair,
  pairSum,
  rootOfPair,
} from './pairs.ts';

const points = 64;

/** arctan(numerator / denominator), in units of 2^-160; the ratio is at most 1/2. */
function fixedArcTangent(numerator: bigint, denominator: bigint): bigint {
  const t = (numerator * fixedOne) / denominator;
  const square = (t * t) >> fixedBits;
  let power = t;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += (n & 2n) === 0n ? power / n : -power / n;
    power = (power * square) >> fixedBits;
  }
  return sum;
}

/** Ratios above 1/4 by their difference from 1/2, whose tangent is a ratio too. */
function makePoints(): Pair[] {
  const ofHalf = fixedArcTangent(1n, 2n);
  return Array.from({ length: points + 1 }, (_, i) => {
    const n = BigInt(i);
    const exact = i <= 16 ? fixedArcTangent(n, 64n) : ofHalf + fixedArcTangent(2n * n - 64n, 128n + n);
    const { high, low } = pairOf(exact);
    return { hi: high, lo: low };
  });
}

let made: Pair[] | null = null;

/** The arctangents of i/64, also for code that does the same with vectors. */
export function arcPoints(): readonly Pair[] {
  made ??= makePoints();
  return made;
}

export const halfPi: Pair = { hi: Math.PI / 2, lo: 6.123233995736766e-17 };
export const wholePi: Pair = { hi: Math.PI, lo: 1.2246467991473532e-16 };

const whole = (hi: number): Pair => ({ hi, lo: 0 });

/** arctan(a / b), for 0 ≤ a ≤ b. */
function upToEighth(a: Pair, b: Pair): Pair {
  const index = Math.round(points * (a.hi / b.hi));
  const point = whole(index / points);
  const above = addPairs(a, negated(scaled(b, point.hi)));
  const below = addPairs(b, scaled(a, point.hi));
  const d = dividePairs(above, below);
  const z = d.hi * d.hi;
  const curved = d.hi * z * (z * (1 / 5 - z * (1 / 7 - z * (1 / 9))) - 1 / 3);
  return addPairs(arcPoints()[index]!, pair(d.hi, d.lo + curved));
}

/** A pair times a number of few digits. */
function scaled(a: Pair, factor: number): Pair {
  const { hi, lo } = exactProduct(a.hi, factor);
  return { hi, lo: lo + a.lo * factor };
}

/** The angle between the first axis and the point (x, y), y not negative. */
function angleTo(y: Pair, x: Pair): number {
  const width = x.hi < 0 ? negated(x) : x;
  const isSteep = y.hi > width.hi;
  const flat = isSteep ? upToEighth(width, y) : upToEighth(y, width);
  const acute = isSteep ? addPairs(halfPi, negated(flat)) : flat;
  return pairSum(x.hi < 0 ? addPairs(wholePi, negated(acute)) : acute);
}

/** The root of 1 - x². */
function otherLeg(x: number): Pair {
  const square = exactProduct(x, x);
  const rest = exactSum(1, -square.hi);
  return rootOfPair(pair(rest.hi, rest.lo - square.lo));
}

export function asin(x: number): number {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  const angle = angleTo(whole(Math.abs(x)), otherLeg(x));
  return isBelowZero(x) ? -angle : angle;
}

export const acos = (x: number): number => (Math.abs(x) <= 1 ? angleTo(otherLeg(x), whole(x)) : Number.NaN);

export const atan = (x: number): number => atan2(x, 1);

/** Where the parts of products are exact. */
export const ordinary = { least: 2 ** -400, most: 2 ** 400 } as const;
const isOrdinary = (size: number): boolean => size > ordinary.least && size < ordinary.most;

export function atan2(y: number, x: number): number {
  const [height, width] = [Math.abs(y), Math.abs(x)];
  if (!isOrdinary(height) || !isOrdinary(width)) return Math.atan2(y, x);
  const angle = angleTo(whole(height), whole(x));
  return y < 0 ? -angle : angle;
}

const isBelowZero = (x: number): boolean => x < 0 || Object.is(x, -0);
