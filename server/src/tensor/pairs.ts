/** Arithmetic on sums of two doubles, about 100 bits: T. J. Dekker, "A floating-point technique for extending the available precision" (1971). */

/** A number in two parts: the high one is the sum rounded. */
export interface Pair {
  readonly hi: number;
  readonly lo: number;
}

export const pair = (hi: number, lo: number): Pair => {
  const sum = hi + lo;
  return { hi: sum, lo: lo - (sum - hi) };
};

/** Exact, whatever the sizes are. */
export function exactSum(a: number, b: number): Pair {
  const sum = a + b;
  const part = sum - a;
  return { hi: sum, lo: a - (sum - part) + (b - part) };
}

export const splitter = 134217729;

/** Exact, for factors below 2^996. */
export function exactProduct(a: number, b: number): Pair {
  const product = a * b;
  const ta = splitter * a;
  const aHigh = ta - (ta - a);
  const aLow = a - aHigh;
  const tb = splitter * b;
  const bHigh = tb - (tb - b);
  const bLow = b - bHigh;
  return { hi: product, lo: aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

export function multiplyPairs(a: Pair, b: Pair): Pair {
  const { hi, lo } = exactProduct(a.hi, b.hi);
  return pair(hi, lo + (a.hi * b.lo + a.lo * b.hi));
}

export function addPairs(a: Pair, b: Pair): Pair {
  const { hi, lo } = exactSum(a.hi, b.hi);
  return pair(hi, lo + (a.lo + b.lo));
}

export function dividePairs(a: Pair, b: Pair): Pair {
  const quotient = a.hi / b.hi;
  const { hi, lo } = exactProduct(quotient, b.hi);
  const rest = a.hi - hi - lo + a.lo - quotient * b.lo;
  return pair(quotient, rest / b.hi);
}

/** The square root of a pair that is not negative. */
export function rootOfPair(x: Pair): Pair {
  const root = Math.sqrt(x.hi);
  const { hi, lo } = exactProduct(root, root);
  return pair(root, (x.hi - hi - lo + x.lo) / (root === 0 ? 1 : 2 * root));
}

export const negated = ({ hi, lo }: Pair): Pair => ({ hi: -hi, lo: -lo });

export const pairSum = ({ hi, lo }: Pair): number => hi + lo;
