/**
 * The hashes of CPython 2.7 on machines of 64 bits, where nothing is random: `stringobject.c`, `tupleobject.c`, `longobject.c`,
 * `setobject.c`, `_Py_HashDouble`.
 */
import { type Hash64, hash64Of } from './hash64.ts';

const twoTo32 = 4294967296;
const multiplier = 1000003;

/** -1 says "error" in C. */
const neverMinusOne = (hash: Hash64): Hash64 =>
  hash.high === 0xffffffff && hash.low === 0xffffffff ? { high: hash.high, low: 0xfffffffe } : hash;

/** Of a str by its bytes, of unicode by its code points. */
export function python2TextHash(units: ArrayLike<number>): Hash64 {
  const { length } = units;
  if (length === 0) return { high: 0, low: 0 };
  let high = 0;
  let low = (units[0]! << 7) >>> 0;
  for (let index = 0; index < length; index++) {
    const product = low * multiplier;
    high = (Math.imul(high, multiplier) + Math.floor(product / twoTo32)) >>> 0;
    low = ((product % twoTo32) ^ units[index]!) >>> 0;
  }
  return neverMinusOne({ high, low: (low ^ length) >>> 0 });
}

const bitsOf = ({ high, low }: Hash64): bigint => (BigInt(high) << 32n) | BigInt(low);
const mask = (1n << 64n) - 1n;
const ofBits = (bits: bigint): Hash64 => neverMinusOne(hash64Of(bits & mask));

/** Of an int or long. */
export function python2IntegerHash(value: number | bigint): Hash64 {
  if (typeof value === 'number') return neverMinusOne(hash64Of(value));
  let digits = value < 0n ? -value : value;
  if (digits <= mask >> 1n) return ofBits(value);
  const parts: bigint[] = [];
  for (; digits > 0n; digits >>= 30n) parts.push(digits & 0x3fffffffn);
  let hash = 0n;
  for (const part of parts.reverse()) {
    hash = (((hash << 30n) | (hash >> 34n)) & mask) + part;
    if (hash > mask) hash = (hash & mask) + 1n;
  }
  return ofBits(value < 0n ? -hash : hash);
}

/** Of a float. */
export function python2FloatHash(value: number): Hash64 {
  if (Number.isNaN(value)) return { high: 0, low: 0 };
  if (!Number.isFinite(value)) return hash64Of(value > 0 ? 314159 : -271828);
  if (Number.isInteger(value)) {
    return python2IntegerHash(Number.isSafeInteger(value) ? value + 0 : BigInt(value));
  }
  const { mantissa, exponent } = binaryParts(value);
  const shifted = mantissa * 2147483648;
  const upper = Math.trunc(shifted);
  const rest = Math.trunc((shifted - upper) * 2147483648);
  return ofBits(BigInt(upper) + BigInt(rest) + (BigInt(exponent) << 15n));
}

/** C's `frexp`: a mantissa from 0.5 up to 1. */
function binaryParts(value: number): { readonly mantissa: number; readonly exponent: number } {
  let mantissa = value;
  let exponent = 0;
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2;
    exponent++;
  }
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2;
    exponent--;
  }
  return { mantissa, exponent };
}

/** Of a complex number by the hashes of its parts. */
export const python2ComplexHash = (re: Hash64, im: Hash64): Hash64 =>
  ofBits(bitsOf(re) + BigInt(multiplier) * bitsOf(im));

/** Of a tuple by the hashes of its elements. */
export function python2TupleHash(elements: readonly Hash64[]): Hash64 {
  let hash = 0x345678n;
  let factor = BigInt(multiplier);
  let left = BigInt(elements.length);
  for (const element of elements) {
    left--;
    hash = ((hash ^ bitsOf(element)) * factor) & mask;
    factor += 82520n + left + left;
  }
  return ofBits(hash + 97531n);
}

/** Of a frozenset by the hashes of its elements. */
export function python2FrozenSetHash(elements: readonly Hash64[]): Hash64 {
  let hash = (1927868237n * BigInt(elements.length + 1)) & mask;
  for (const element of elements) {
    const bits = bitsOf(element);
    hash ^= ((bits ^ (bits << 16n) ^ 89869747n) * 3644798167n) & mask;
  }
  hash = (hash * 69069n + 907133923n) & mask;
  return hash === mask ? hash64Of(590923713) : hash64Of(hash);
}
