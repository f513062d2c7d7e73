/** Floats taken apart: fractions, mantissas, neighbours; as `modf`, `frexp`, `ldexp` and `nextafter` of C do it. */
import type { DType } from './dtype.ts';
import { makeStorage } from './dtype.ts';

/** The fraction and the whole part, both with the sign of `x`. */
export function fractionOf(x: number): readonly [number, number] {
  const whole = Math.trunc(x);
  if (!Number.isFinite(x)) return Number.isNaN(x) ? [x, x] : [x > 0 ? 0 : -0, x];
  const fraction = x - whole;
  return [fraction === 0 && (x < 0 || Object.is(x, -0)) ? -0 : fraction, whole];
}

/** `x` as a mantissa in [0.5, 1) and an exponent of two. */
export function mantissaOf(x: number): readonly [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let mantissa = x;
  let exponent = 0;
  if (Math.abs(mantissa) < 2 ** -1022) {
    mantissa *= 2 ** 54;
    exponent -= 54;
  }
  const shift = Math.floor(Math.log2(Math.abs(mantissa))) + 1;
  // In two steps, since 2 ** -1024 is no normal number; both are exact.
  const half = shift >> 1;
  mantissa *= 2 ** -half;
  mantissa *= 2 ** (half - shift);
  exponent += shift;
  if (Math.abs(mantissa) >= 1) return [mantissa / 2, exponent + 1];
  return Math.abs(mantissa) < 0.5 ? [mantissa * 2, exponent - 1] : [mantissa, exponent];
}

/** `x * 2 ** exponent`, rounded once. */
export function scaleByTwo(x: number, exponent: number): number {
  if (exponent > 1023) return scaleByTwo(x * 2 ** 1023, Math.max(exponent - 1023, -5000));
  if (exponent >= -1022) return x * 2 ** exponent;
  if (exponent < -2200) return x * 0;
  // Steps through the normal numbers, so that only the last one rounds.
  const [mantissa, own] = mantissaOf(x);
  const total = exponent + own;
  return total > -1000 ? mantissa * 2 ** total : mantissa * 2 ** -1000 * 2 ** (total + 1000);
}

type Bits = BigInt64Array | Int32Array | Int16Array;

/** The float after `x` towards `y` in a float type. */
export function nextAfter(x: number, y: number, dtype: DType): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  const storage = makeStorage(dtype, 1);
  const { buffer } = storage as Float64Array;
  const bits: Bits =
    dtype === 'float64'
      ? new BigInt64Array(buffer)
      : dtype === 'float32'
        ? new Int32Array(buffer)
        : new Int16Array(buffer);
  const one = dtype === 'float64' ? 1n : 1;
  if (x === 0) {
    bits[0] = one;
    return y > 0 ? Number(storage[0]) : -Number(storage[0]);
  }
  storage[0] = x;
  // Away from zero the bits count up, whatever the sign is.
  const step = x > 0 === y > x ? one : -one;
  bits[0] = (bits[0] as never) + (step as never);
  return Number(storage[0]);
}

/** The distance to the next float away from zero. */
export function spacing(x: number, dtype: DType): number {
  if (!Number.isFinite(x)) return Number.NaN;
  return nextAfter(x, x < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, dtype) - x;
}

export function bigGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `log2(2 ** x + 2 ** y)`. */
export function logAddExp2(x: number, y: number): number {
  if (x === y) return x + 1;
  const difference = x - y;
  if (difference > 0) return x + Math.log1p(2 ** -difference) * Math.LOG2E;
  return difference <= 0 ? y + Math.log1p(2 ** difference) * Math.LOG2E : difference;
}
