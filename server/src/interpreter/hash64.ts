/**
 * Hashes of 64 bits in two halves of 32, because the tables of CPython's sets are filled by all of them. The hash of a tuple
 * is that of CPython 3.8 and later (`tupleobject.c`, after xxHash).
 */

/** Both halves are unsigned. */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

/** The two halves of a hash as Python shows it. */
export function hash64Of(value: number | bigint): Hash64 {
  if (typeof value === 'number') {
    if ((value | 0) === value) return { high: value < 0 ? 0xffffffff : 0, low: value >>> 0 };
    const low = value % 4294967296;
    const unsigned = low < 0 ? low + 4294967296 : low;
    return { high: ((value - unsigned) / 4294967296) >>> 0, low: unsigned };
  }
  const bits = BigInt.asUintN(64, value);
  return { high: Number(bits >> 32n), low: Number(bits & 0xffffffffn) };
}

/** The hash as Python shows it: a signed integer. */
export function shownHash({ high, low }: Hash64): number | bigint {
  const signed = high | 0;
  if (signed >= -2097152 && signed < 2097152) return signed * 4294967296 + low;
  return (BigInt(signed) << 32n) | BigInt(low);
}

/** The upper half of the product of two unsigned numbers of 32 bits. */
function productHigh(a: number, b: number): number {
  const [a1, a0, b1, b0] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const carried = a0 * b1 + (middle & 0xffff);
  return a1 * b1 + Math.floor(middle / 65536) + Math.floor(carried / 65536);
}

const prime1 = hash64Of(11400714785074694791n);
const prime2 = hash64Of(14029467366897019727n);
const prime5 = hash64Of(2870177450012600261n);
const lengthMask = hash64Of(2870177450012600261n ^ 3527539n);

/** The hash of a tuple whose elements have these hashes. */
export function tupleHash(lanes: readonly Hash64[]): Hash64 {
  let { high, low } = prime5;
  for (const lane of lanes) {
    const productLow = Math.imul(lane.low, prime2.low) >>> 0;
    const upper =
      productHigh(lane.low, prime2.low) + Math.imul(lane.high, prime2.low) + Math.imul(lane.low, prime2.high);
    const sum = low + productLow;
    low = sum >>> 0;
    high = (high + upper + (sum > 0xffffffff ? 1 : 0)) >>> 0;
    // Turned by 31 bits.
    const turned = ((high << 31) | (low >>> 1)) >>> 0;
    low = ((low << 31) | (high >>> 1)) >>> 0;
    high = turned;
    const top = productHigh(low, prime1.low) + Math.imul(high, prime1.low) + Math.imul(low, prime1.high);
    low = Math.imul(low, prime1.low) >>> 0;
    high = top >>> 0;
  }
  const sum = low + ((lanes.length ^ lengthMask.low) >>> 0);
  low = sum >>> 0;
  high = (high + lengthMask.high + (sum > 0xffffffff ? 1 : 0)) >>> 0;
  return high === 0xffffffff && low === 0xffffffff ? { high: 0, low: 1546275796 } : { high, low };
}

const mask64 = (1n << 64n) - 1n;

/** The hash of a frozenset whose elements have these hashes (`setobject.c`). */
export function frozenSetHash(elements: readonly Hash64[]): Hash64 {
  let result = 0n;
  for (const { high, low } of elements) {
    const hash = (BigInt(high) << 32n) | BigInt(low);
    result ^= ((hash ^ 89869747n ^ (hash << 16n)) * 3644798167n) & mask64;
  }
  result ^= (BigInt(elements.length + 1) * 1927868237n) & mask64;
  result ^= (result >> 11n) ^ (result >> 25n);
  result = (result * 69069n + 907133923n) & mask64;
  return hash64Of(result === mask64 ? 590923713n : result);
}
