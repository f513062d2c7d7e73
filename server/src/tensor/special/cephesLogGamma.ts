/**
 * ln |Γ(x)| to the last digit of SciPy's `gammaln`: rational functions between 2 and 3, to which arguments below 13 are led step by
 * step, and Stirling's series above. `lgam` of Cephes (S. L. Moshier), which SciPy has. The functions that need the logarithm
 * near its zeros to full relative precision take `logGamma` of gammaFunctions.ts.
 */
import * as libm from '../libm.ts';
import { sinPi } from './gammaFunctions.ts';

/** Coefficients from the highest power on; a denominator begins with 1, which is not written. */
export const cephesLogGamma = {
  stirling: [
    8.116141674705085e-4, -5.950619042843014e-4, 7.936503404577169e-4, -2.777777777300997e-3,
    8.333333333333319e-2,
  ],
  farStirling: [0.0007936507936507937, -0.002777777777777778, 0.08333333333333333],
  numerator: [
    -1378.2515256912086, -38801.631513463784, -331612.9927388712, -1162370.974927623, -1721737.0082083966,
    -853555.6642457654,
  ],
  denominator: [
    -351.81570143652345, -17064.210665188115, -220528.59055385445, -1139334.4436798252, -2532523.0717758294,
    -2018891.4143353277,
  ],
  halfLogTwoPi: 0.9189385332046727,
  /** Above it the result is infinite. */
  largest: 2.556348e305,
} as const;

const { stirling, farStirling, numerator, denominator, halfLogTwoPi, largest } = cephesLogGamma;

function polynomial(coefficients: readonly number[], x: number, start = 0): number {
  let sum = start;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

/** Infinite at the poles. */
export function gammaln(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return x < 0 ? x : Number.POSITIVE_INFINITY;
  if (x < -34) return reflected(x);
  return x < 13 ? near(x) : far(x);
}

function near(x: number): number {
  let product = 1;
  let shift = 0;
  let at = x;
  while (at >= 3) {
    shift -= 1;
    at = x + shift;
    product *= at;
  }
  while (at < 2) {
    if (at === 0) return Number.POSITIVE_INFINITY;
    product /= at;
    shift += 1;
    at = x + shift;
  }
  const log = libm.log(Math.abs(product));
  if (at === 2) return log;
  const rest = x + (shift - 2);
  return log + (rest * polynomial(numerator, rest)) / polynomial(denominator, rest, 1);
}

function far(x: number): number {
  if (x > largest) return Number.POSITIVE_INFINITY;
  const most = (x - 0.5) * libm.log(x) - x + halfLogTwoPi;
  if (x > 1e8) return most;
  return most + polynomial(x >= 1000 ? farStirling : stirling, 1 / (x * x)) / x;
}

const logPi = 1.1447298858494002;

function reflected(x: number): number {
  const whole = Math.floor(-x);
  if (whole === -x) return Number.POSITIVE_INFINITY;
  const rest = -x - whole;
  const sine = -x * sinPi(rest > 0.5 ? whole + 1 + x : rest);
  return sine === 0 ? Number.POSITIVE_INFINITY : logPi - libm.log(sine) - gammaln(-x);
}
