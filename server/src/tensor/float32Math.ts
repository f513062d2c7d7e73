/**
 * `exp`, `log`, `sin` and `cos` of single floats as NumPy computes them with vector instructions (its
 * `loops_exponent_log` and `loops_trigonometric`, on processors with AVX2 and FMA): reductions by W. Cody and W. Waite, then
 * rational functions or polynomials, every step rounded to single precision. They are not the rounded results.
 */

import { fusedSingle as fused } from './fusedMultiply.ts';

const round = Math.fround;

/** The polynomial with these coefficients, the highest first. */
function polynomial(x: number, coefficients: readonly number[]): number {
  let value = coefficients[0]!;
  for (let i = 1; i < coefficients.length; i++) value = fused(value, x, coefficients[i]!);
  return value;
}

const singles = (values: readonly number[]): number[] => values.map(round);

/** To the nearest whole number, ties to even. */
function nearest(x: number): number {
  const magic = 12582912;
  return round(round(x + magic) - magic);
}

const log2e = round(Math.LOG2E);
const ln2High = round(-6.93145752e-1);
const ln2Low = round(-1.42860677e-6);
const exponentialAbove = singles([
  0.0005082762527590694, 0.006757896990527505, 0.051145120816372985, 0.24736154348955208, 0.7257664613233125,
  0.999999999998087,
]);
const exponentialBelow = singles([0.021595093756858297, -0.27423353904116676, 1]);

/** Beyond these the results are infinite and 0. */
const mostPower = 88.72283935546875;
const leastPower = -103.97208404541016;

export function exp(x: number): number {
  if (!(x < mostPower && x > leastPower)) return Math.exp(x);
  const power = nearest(round(x * log2e));
  const rest = fused(power, ln2Low, fused(power, ln2High, x));
  const value = round(polynomial(rest, exponentialAbove) / polynomial(rest, exponentialBelow));
  return round(value * 2 ** power);
}

const logarithmAbove = singles([
  0.025899791179079226, 0.3808837741388408, 1.4800006335765066, 2.112677543073053, 0.9999999999999999, 0,
]);
const logarithmBelow = singles([
  0.005875095403124574, 0.15464763749839067, 0.9864942958519419, 2.453006071784736, 2.6126775430731093, 1,
]);
const ln2 = round(Math.LN2);
const root2 = round(Math.SQRT2);

export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return Math.log(x);
  let exponent = Math.floor(Math.log2(x));
  let mantissa = x / 2 ** exponent;
  if (mantissa >= 2) {
    mantissa /= 2;
    exponent++;
  } else if (mantissa < 1) {
    mantissa *= 2;
    exponent--;
  }
  if (mantissa > root2) {
    mantissa /= 2;
    exponent++;
  }
  const rest = round(mantissa - 1);
  const value = round(polynomial(rest, logarithmAbove) / polynomial(rest, logarithmBelow));
  return fused(exponent, ln2, value);
}

const twoOverPi = round(0.6366197466850281);
const turnHigh = -(0x1921fb0 / 2 ** 24);
const turnMiddle = -(0x15110b4 / 2 ** 46);
const turnLow = -(0x1846988 / 2 ** 72);
const sineTerms = [0x17d3bbc / 2 ** 43, -(0x1a06bba / 2 ** 37), 0x111119a / 2 ** 31, -(0x1555556 / 2 ** 27)];
const cosineTerms = [0x198e616 / 2 ** 40, -(0x16c06dc / 2 ** 34), 0x155553c / 2 ** 29, -0.5, 1];

function circular(x: number, shift: 0 | 1): number {
  const turns = round(fused(x, twoOverPi, 12582912) - 12582912);
  const angle = fused(turns, turnLow, fused(turns, turnMiddle, fused(turns, turnHigh, x)));
  const square = round(angle * angle);
  const quadrant = (((turns + shift) % 4) + 4) % 4;
  const value =
    quadrant % 2 === 1
      ? polynomial(square, cosineTerms)
      : fused(fused(polynomial(square, sineTerms), square, 0), angle, angle);
  return quadrant >= 2 ? -value : value;
}

const mostAngle = 71476.0625;
const isSmall = (x: number): boolean => Math.abs(x) <= mostAngle;

export const sin = (x: number): number => (isSmall(x) ? circular(x, 0) : Math.sin(x));
export const cos = (x: number): number => (isSmall(x) ? circular(x, 1) : Math.cos(x));

/** The numbers of these methods, for code that does the same with vectors. */
export const singleTerms = {
  log2e,
  ln2High,
  ln2Low,
  exponentialAbove,
  exponentialBelow,
  mostPower,
  leastPower,
  logarithmAbove,
  logarithmBelow,
  ln2,
  root2,
  twoOverPi,
  turnHigh,
  turnMiddle,
  turnLow,
  sineTerms,
  cosineTerms,
  mostAngle,
} as const;
