/**
 * The elementary functions as the C library of the real NumPy and CPython (glibc 2.36) gives them, where JavaScript's differ
 * in the last digit. Most of glibc's are correctly rounded but for a few cases in a thousand, so these compute with about
 * 68 bits and round once. The reductions are P. Tang's (tables of exact points), the double-double arithmetic is T. J. Dekker's.
 * `log10` and the hyperbolic functions with their inverses follow the formulas of fdlibm and glibc; `exp` and `exp2` are in
 * exponential.ts, `log` and `log2` in logarithm.ts, `log1p` and `expm1` in nearOne.ts, `pow` in power.ts, the inverse
 * trigonometric functions in arcs.ts.
 */
import { exp, exp2 } from './exponential.ts';
import { mantissaOf, scaleByTwo } from './floatParts.ts';
import { log, log2 } from './logarithm.ts';
import { expm1, log1p } from './nearOne.ts';
import {
  addPairs,
  dividePairs,
  exactProduct,
  exactSum,
  multiplyPairs,
  negated,
  type Pair,
  pair,
  pairSum,
  splitter,
} from './pairs.ts';

export { acos, asin, atan, atan2 } from './arcs.ts';
export { pow } from './power.ts';
export { exp, exp2, expm1, log, log1p, log2 };

// ------------------------------------------------------------------------------------------------------- exponential

const log2Of = { hi: Math.LN2, lo: 2.3190468138462996e-17 } as const;
/** ln 2 / 128 in parts of few bits, so that products with whole numbers are exact. */
const stepHigh = 0.00541521234663378;
const stepMiddle = 1.4907929131586486e-12;
const stepLow = 3.339980929490351e-22;

/** 2^(i/128): high parts, low parts, and the high parts split in two halves of 26 bits. */
let powers: { high: Float64Array; low: Float64Array; front: Float64Array } | null = null;

function powersOfTwo(): NonNullable<typeof powers> {
  if (powers) return powers;
  const { hi, lo } = log2Of;
  const made = { high: new Float64Array(128), low: new Float64Array(128), front: new Float64Array(128) };
  for (let i = 0; i < 128; i++) {
    const x = pair((hi * i) / 8192, (lo * i) / 8192 + exactProduct(hi, i).lo / 8192);
    const power = exponentialSeries(x, 6);
    made.high[i] = power.hi;
    made.low[i] = power.lo;
    made.front[i] = splitter * power.hi - (splitter * power.hi - power.hi);
  }
  powers = made;
  return made;
}

/** e^x by the series, then squared so many times. */
function exponentialSeries(x: Pair, squarings: number): Pair {
  let sum: Pair = { hi: 1, lo: 0 };
  for (let n = 12; n >= 1; n--)
    sum = addPairs({ hi: 1, lo: 0 }, dividePairs(multiplyPairs(x, sum), { hi: n, lo: 0 }));
  for (let i = 0; i < squarings; i++) sum = multiplyPairs(sum, sum);
  return sum;
}

/** Where {@link computeExponential} leaves its result: this loop runs for every element of an array and makes no objects. */
let exponentialHigh = 0;
let exponentialLow = 0;
let exponentialExponent = 0;

/** e^x as a pair times a power of two. */
function computeExponential(x: number): void {
  const count = Math.round(x / (Math.LN2 / 128));
  const first = x - count * stepHigh;
  const middle = -count * stepMiddle;
  const r = first + middle;
  const part = r - first;
  const low = first - (r - part) + (middle - part) - count * stepLow;
  const rFront = splitter * r - (splitter * r - r);
  const rBack = r - rFront;
  const square = r * r;
  const squareLow = rFront * rFront - square + 2 * rFront * rBack + rBack * rBack;
  const cubic = r * square * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720)));
  const half = r + square / 2;
  const rest = square / 2 - (half - r) + (low + (squareLow / 2 + r * low) + cubic);
  const p = half + rest;
  const pLow = rest - (p - half);
  const index = ((count % 128) + 128) % 128;
  const { high, low: lows, front } = powersOfTwo();
  const power = high[index]!;
  const powerLow = lows[index]!;
  const powerFront = front[index]!;
  const powerBack = power - powerFront;
  const pFront = splitter * p - (splitter * p - p);
  const pBack = p - pFront;
  const product = power * p;
  const productLow =
    powerFront * pFront - product + powerFront * pBack + powerBack * pFront + powerBack * pBack;
  const sum = power + product;
  const sumLow = product - (sum - power) + (productLow + power * pLow + powerLow * p + powerLow);
  exponentialHigh = sum + sumLow;
  exponentialLow = sumLow - (exponentialHigh - sum);
  exponentialExponent = (count - index) / 128;
}

// --------------------------------------------------------------------------------------------------------- logarithm

/** The logarithm of 2 in parts of few bits, so that products with exponents are exact. */
export const log10Of2 = { high: 3.0102999566361177e-1, low: 3.694239077158931e-13 } as const;

/** fdlibm's, as glibc has it: it is not the rounded logarithm. */
export function log10(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log10(x);
  const exponent = binaryExponent(x);
  const isNegative = exponent < 0 ? 1 : 0;
  const whole = exponent + isNegative;
  const mantissa = x / 2 ** whole;
  const rest = whole * log10Of2.low + Math.LOG10E * log(mantissa);
  return rest + whole * log10Of2.high;
}

/** The power of two with which the number begins. */
function binaryExponent(x: number): number {
  const guess = Math.floor(Math.log2(x));
  if (2 ** guess > x) return guess - 1;
  return 2 ** (guess + 1) <= x ? guess + 1 : guess;
}

// ------------------------------------------------------------------------------------------------------ trigonometry

/** π/2 in parts of few bits, so that products with whole numbers are exact. */
export const quarterTurn = {
  high: 1.5707963267341256,
  middle: 6.077100506303966e-11,
  low: 2.0222662487959506e-21,
} as const;
let circle: { sin: Pair; cos: Pair }[] | null = null;

/** Sine and cosine of i/64. */
export function circlePoints(): { sin: Pair; cos: Pair }[] {
  if (circle) return circle;
  circle = Array.from({ length: 52 }, (_, i) => ({
    sin: circularSeries(i / 64, 1),
    cos: circularSeries(i / 64, 0),
  }));
  return circle;
}

/** The series of the sine (`first` 1) or the cosine (0). */
function circularSeries(x: number, first: 0 | 1): Pair {
  const square = exactProduct(x, x);
  let sum: Pair = { hi: 1, lo: 0 };
  for (let n = 30 + first; n > first; n -= 2)
    sum = addPairs(
      { hi: 1, lo: 0 },
      negated(dividePairs(multiplyPairs(square, sum), { hi: n * (n - 1), lo: 0 })),
    );
  return first === 1 ? multiplyPairs(sum, { hi: x, lo: 0 }) : sum;
}

/** Sine and cosine of an angle that is at most π/4 away from a multiple of π/2; |x| < 10^5. */
function circularPairs(x: number, tail = 0): { sin: Pair; cos: Pair } {
  const turns = Math.round(x / (Math.PI / 2));
  const high = x - turns * quarterTurn.high;
  const first = exactSum(high, -turns * quarterTurn.middle);
  const second = exactSum(first.hi, -turns * quarterTurn.low + tail);
  const angle = pair(second.hi, second.lo + first.lo);
  const found = nearPairs(angle);
  switch (((turns % 4) + 4) % 4) {
    case 0:
      return found;
    case 1:
      return { sin: found.cos, cos: negated(found.sin) };
    case 2:
      return { sin: negated(found.sin), cos: negated(found.cos) };
    default:
      return { sin: negated(found.cos), cos: found.sin };
  }
}

function nearPairs(angle: Pair): { sin: Pair; cos: Pair } {
  const isNegative = angle.hi < 0;
  const positive = isNegative ? negated(angle) : angle;
  const index = Math.round(positive.hi * 64);
  const d = exactSum(positive.hi - index / 64, positive.lo);
  const square = exactProduct(d.hi, d.hi);
  const z = square.hi;
  // sin d - d and cos d - 1.
  const sine: Pair = pair(d.hi, d.lo - d.hi * z * (1 / 6 - z * (1 / 120 - z * (1 / 5040))));
  const cosine: Pair = pair(
    -z / 2,
    -square.lo / 2 - d.hi * d.lo + z * z * (1 / 24 - z * (1 / 720 - z * (1 / 40320))),
  );
  const point = circlePoints()[index]!;
  const sin = addPairs(point.sin, addPairs(multiplyPairs(point.cos, sine), multiplyPairs(point.sin, cosine)));
  const cos = addPairs(
    point.cos,
    addPairs(multiplyPairs(point.cos, cosine), negated(multiplyPairs(point.sin, sine))),
  );
  return { sin: isNegative ? negated(sin) : sin, cos };
}

const isNear = (x: number): boolean => Math.abs(x) < 1e5 && Math.abs(x) > 2 ** -27;

export const sin = (x: number): number => (isNear(x) ? pairSum(circularPairs(x).sin) : Math.sin(x));
export const cos = (x: number): number => (isNear(x) ? pairSum(circularPairs(x).cos) : Math.cos(x));

export function tan(x: number): number {
  if (!isNear(x)) return Math.tan(x);
  const { sin: s, cos: c } = circularPairs(x);
  return pairSum(dividePairs(s, c));
}

// ---------------------------------------------------------------------------------------------- hyperbolic and others

/** From here on half of e^x is the product of two roots. */
export const largeHyperbolic = 709.782712893384;
/** From here on the results are infinite. */
export const mostHyperbolic = 710.4758600739439;

function halfPower(size: number): number {
  if (size < largeHyperbolic) return 0.5 * exp(size);
  const root = exp(0.5 * size);
  return size <= mostHyperbolic ? 0.5 * root * root : Number.POSITIVE_INFINITY;
}

/** fdlibm's, as glibc has it. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 2 ** -28)) return x;
  const sign = x < 0 ? -1 : 1;
  if (size >= 22) return sign * halfPower(size);
  const t = expm1(size);
  return 0.5 * sign * (size < 1 ? 2 * t - (t * t) / (t + 1) : t + t / (t + 1));
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 0.34657359027997264)) {
    const t = expm1(size);
    const w = 1 + t;
    return size < 2 ** -55 ? w : 1 + (t * t) / (w + w);
  }
  if (size >= 22) return halfPower(size);
  const t = exp(size);
  return 0.5 * t + 0.5 / t;
}

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 22) || size < 2 ** -20) return Math.tanh(x);
  // (1 - e^-2x) / (1 + e^-2x)
  computeExponential(-2 * size);
  const scale = 2 ** exponentialExponent;
  const small: Pair = { hi: exponentialHigh * scale, lo: exponentialLow * scale };
  const one: Pair = { hi: 1, lo: 0 };
  const result = pairSum(dividePairs(addPairs(one, negated(small)), addPairs(one, small)));
  return x < 0 ? -result : result;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 2 ** -28) || size === Number.POSITIVE_INFINITY) return x;
  const square = x * x;
  const result =
    size > 2 ** 28
      ? log(size) + Math.LN2
      : size > 2
        ? log(2 * size + 1 / (Math.sqrt(square + 1) + size))
        : log1p(size + square / (1 + Math.sqrt(1 + square)));
  return x < 0 ? -result : result;
}

export function acosh(x: number): number {
  if (!(x > 1) || x === Number.POSITIVE_INFINITY) return x === 1 ? 0 : x < 1 ? Number.NaN : x;
  if (x > 2 ** 28) return log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const more = x - 1;
  return log1p(more + Math.sqrt(2 * more + more * more));
}

export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1)) return size === 1 ? x * Number.POSITIVE_INFINITY : Number.NaN;
  if (size < 2 ** -28) return x;
  const twice = size + size;
  const ratio = size < 0.5 ? twice + (twice * size) / (1 - size) : twice / (1 - size);
  const result = 0.5 * log1p(ratio);
  return x < 0 ? -result : result;
}

/** Coefficients of the first guess of the cube root, the highest first. */
const cubeRootTerms = [
  -0.14526389938548637, 0.7849323449766392, -1.8346927748361308, 2.4469312256353444, -2.114994941673713,
  1.508191937815849, 0.35489576504391984,
];
/** 2^(-2/3) to 2^(2/3). */
const cubeRootFactors = [
  1 / 1.5874010519681996,
  1 / 1.2599210498948732,
  1,
  1.2599210498948732,
  1.5874010519681996,
];

/** glibc's: a polynomial and one step of Halley; it is not the rounded root. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x + x;
  const [mantissa, exponent] = mantissaOf(Math.abs(x));
  let guess = cubeRootTerms[0]!;
  for (let i = 1; i < cubeRootTerms.length; i++) guess = cubeRootTerms[i]! + guess * mantissa;
  const cube = guess * guess * guess;
  const third = Math.trunc(exponent / 3);
  const factor = cubeRootFactors[2 + exponent - 3 * third]!;
  const root = ((guess * (cube + 2 * mantissa)) / (2 * cube + mantissa)) * factor;
  return scaleByTwo(x > 0 ? root : -root, third);
}

const isPlain = (x: number): boolean => x >= 2 ** -1000 && x <= 2 ** 1000;

/** The length of the hypotenuse, rounded once. */
export function hypot(x: number, y: number): number {
  const [a, b] = [Math.max(Math.abs(x), Math.abs(y)), Math.min(Math.abs(x), Math.abs(y))];
  if (!(a < 2 ** 400 && b > 2 ** -400)) {
    if (!Number.isFinite(a) || b < a * 2 ** -60 || !isPlain(a)) return Math.hypot(x, y);
    const scale = 2 ** binaryExponent(a);
    return hypot(a / scale, b / scale) * scale;
  }
  const sum = addPairs(exactProduct(a, a), exactProduct(b, b));
  const root = Math.sqrt(sum.hi);
  const square = exactProduct(root, root);
  return root + (sum.hi - square.hi - square.lo + sum.lo) / (2 * root);
}

/** The root of the sum of squares, rounded once. */
export function norm(values: readonly number[]): number {
  const most = values.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
  if (values.length <= 1 || !(most < 2 ** 400 && most > 2 ** -400)) return Math.hypot(...values);
  let sum: Pair = { hi: 0, lo: 0 };
  for (const value of values)
    if (Math.abs(value) > 2 ** -450) sum = addPairs(sum, exactProduct(value, value));
  const root = Math.sqrt(sum.hi);
  const square = exactProduct(root, root);
  return root + (sum.hi - square.hi - square.lo + sum.lo) / (2 * root);
}
