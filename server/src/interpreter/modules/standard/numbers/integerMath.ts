/** What several modules compute of integers of any size: divisors, roots, products. Long ones can be stopped in between. */
import { turn } from '../../../runtime.ts';

/** The greatest common divisor, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) {
    turn();
    [x, y] = [y, x % y];
  }
  return x < 0n ? -x : x;
}

/** The integer part of the square root of an integer that is not negative, by Newton's method. */
export function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    turn();
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

/** `from` · (`from` + 1) · … · `to`, by halves, so that factors of equal length meet; 1 where there are none. */
export function productOfRange(from: number, to: number): bigint {
  if (to - from < 16) {
    let product = 1n;
    for (let factor = from; factor <= to; factor++) product *= BigInt(factor);
    return product;
  }
  turn();
  const middle = (from + to) >> 1;
  return productOfRange(from, middle) * productOfRange(middle + 1, to);
}
