/**
 * Relatives of the error function, which is in cephesErrorFunctions.ts: the scaled one by a Chebyshev series of (1 + 2x) exp(x²) erfc(x) in
 * (x - 3.75)/(x + 3.75) (M. M. Shepherd and J. G. Laframboise, Mathematics of Computation 36, 1981); the inverses by Halley's
 * iteration.
 */
import * as libm from '../libm.ts';
import { erf, erfc } from './cephesErrorFunctions.ts';
import { chebyshev } from './chebyshev.ts';
import { specialTables as tables } from './specialTables.ts';

/** exp(x²) erfc(x). */
export function erfcx(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < 0) return x < -26.7 ? Number.POSITIVE_INFINITY : 2 * expOfSquare(x, 1) - erfcx(-x);
  if (x > 1e8) return 1 / (x * 1.772453850905516);
  return chebyshev(tables.scaledErfc, (x - 3.75) / (x + 3.75)) / (1 + 2 * x);
}

/** exp(±x²) with the part of x² that one number does not hold. */
function expOfSquare(x: number, sign: 1 | -1): number {
  const high = Math.round(x * 128) / 128;
  return libm.exp(sign * high * high) * libm.exp(sign * (x - high) * (x + high));
}

const halfRootPi = 0.886226925452758;

/** The x with erf(x) = y. */
export function erfinv(y: number): number {
  if (Number.isNaN(y) || Math.abs(y) > 1) return Number.NaN;
  if (Math.abs(y) === 1) return y * Number.POSITIVE_INFINITY;
  if (y === 0 || Math.abs(y) < 1e-9) return y * halfRootPi;
  if (y > 0.5) return erfcinv(1 - y);
  return y < -0.5 ? -erfcinv(1 + y) : improved(inverseGuess(y, 1 - y * y), (x) => erf(x) - y);
}

/** The x with erfc(x) = y. */
export function erfcinv(y: number): number {
  if (Number.isNaN(y) || y < 0 || y > 2) return Number.NaN;
  if (y === 0) return Number.POSITIVE_INFINITY;
  if (y === 2) return Number.NEGATIVE_INFINITY;
  if (y > 1.5) return -erfcinv(2 - y);
  if (y >= 0.5) return erfinv(1 - y);
  return improved(inverseGuess(1, y * (2 - y)), (x) => y - erfc(x), y);
}

/** S. Winitzki's approximation, from the sign of y and 1 - y². */
function inverseGuess(y: number, oneMinusSquare: number): number {
  const log = libm.log(oneMinusSquare);
  const middle = 2 / (Math.PI * 0.147) + log / 2;
  return Math.sign(y) * Math.sqrt(Math.sqrt(middle * middle - log / 0.147) - middle);
}

function improved(guess: number, error: (x: number) => number, scale = 1): number {
  let x = guess;
  for (let round = 0; round < 4; round++) {
    const step = (error(x) / scale) * halfRootPi * (libm.exp(x * x) * scale);
    if (!Number.isFinite(step)) break;
    x -= step / (1 + x * step);
  }
  return x;
}
