/** Exact fractions in lowest terms. Pure: no values of Python. */
import { gcd } from './integerMath.ts';

export interface Rational {
  readonly n: bigint;
  /** Positive. */
  readonly d: bigint;
}

/** `n / d`; `d` is not zero. */
export function rational(n: bigint, d = 1n): Rational {
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  return common === 1n ? { n, d } : { n: n / common, d: d / common };
}

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);

/** Negative, zero or positive. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const floor = ({ n, d }: Rational): bigint => (n < 0n && n % d !== 0n ? n / d - 1n : n / d);

/** Half to even. */
export function round(value: Rational): bigint {
  const below = floor(value);
  const twice = 2n * (value.n - below * value.d);
  if (twice > value.d || (twice === value.d && below % 2n !== 0n)) return below + 1n;
  return below;
}

/** The fraction that a finite double is. */
export function ofDouble(value: number): Rational {
  let numerator = value;
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return rational(BigInt(numerator), denominator);
}

/** The nearest fraction whose denominator is at most `limit` (continued fractions, Knuth volume 2, 4.5.3). */
export function limitDenominator(value: Rational, limit: bigint): Rational {
  if (value.d <= limit) return value;
  let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
  let { n, d } = value;
  for (;;) {
    const a = floor({ n, d });
    const q2 = q0 + a * q1;
    if (q2 > limit) break;
    [p0, q0, p1, q1] = [p1, q1, p0 + a * p1, q2];
    [n, d] = [d, n - a * d];
  }
  const k = (limit - q0) / q1;
  const isSecondNearer = 2n * d * (q0 + k * q1) <= value.d;
  return isSecondNearer ? { n: p1, d: q1 } : rational(p0 + k * p1, q0 + k * q1);
}
