/**
 * Integers in a range: by masked rejection as RandomState draws them, or by D. Lemire's method ("Fast random integer
 * generation in an interval", 2019) as Generator does. Types of 8 and 16 bits take several from one word of 32 bits.
 */
import { type BitGenerator, nextUint64 } from './bitGenerator.ts';

export type BoundedMethod = 'masked' | 'lemire';

/** The smallest number of the form 2^n - 1 that is at least `range`, below 2^32. */
const maskOf = (range: number): number => (range === 0 ? 0 : 2 ** (32 - Math.clz32(range)) - 1) >>> 0;

/** An integer in [0, most], by rejection; `most` < 2^53. */
export function randomInterval(bits: BitGenerator, most: number): number {
  if (most === 0) return 0;
  if (most > 0xffffffff) return Number(maskedLong(bits, BigInt(most)));
  const mask = maskOf(most);
  let value = (bits.nextUint32() & mask) >>> 0;
  while (value > most) value = (bits.nextUint32() & mask) >>> 0;
  return value;
}

function maskedLong(bits: BitGenerator, range: bigint): bigint {
  const mask = (1n << BigInt(range.toString(2).length)) - 1n;
  let value = nextUint64(bits) & mask;
  while (value > range) value = nextUint64(bits) & mask;
  return value;
}

function lemireLong(bits: BitGenerator, range: bigint): bigint {
  const count = range + 1n;
  const mask = (1n << 64n) - 1n;
  let product = nextUint64(bits) * count;
  if ((product & mask) < count) {
    const threshold = (mask - range) % count;
    while ((product & mask) < threshold) product = nextUint64(bits) * count;
  }
  return product >> 64n;
}

/** The upper and lower 32 bits of a product of 32-bit numbers. */
function lemireWord(bits: BitGenerator, range: number): number {
  const count = range + 1;
  let word = bits.nextUint32();
  let lower = Math.imul(word, count) >>> 0;
  if (lower < count) {
    const threshold = (0xffffffff - range) % count;
    while (lower < threshold) {
      word = bits.nextUint32();
      lower = Math.imul(word, count) >>> 0;
    }
  }
  return upperOfProduct(word, count);
}

function upperOfProduct(a: number, b: number): number {
  const low = (a & 0xffff) * b;
  const high = (a >>> 16) * b + Math.floor(low / 65536);
  return Math.floor(high / 65536);
}

/** An integer in [0, most] by Lemire's method; `most` < 2^53. */
export function lemireInterval(bits: BitGenerator, most: number): number {
  if (most === 0) return 0;
  if (most === 0xffffffff) return bits.nextUint32();
  return most < 0xffffffff ? lemireWord(bits, most) : Number(lemireLong(bits, BigInt(most)));
}

/** Draws integers of one element type; small ones share words, so one instance serves a whole array. */
export class BoundedIntegers {
  readonly #bits: BitGenerator;
  readonly #method: BoundedMethod;
  readonly #width: 1 | 8 | 16 | 32 | 64;
  #word = 0;
  #left = 0;

  constructor(bits: BitGenerator, method: BoundedMethod, width: 1 | 8 | 16 | 32 | 64) {
    this.#bits = bits;
    this.#method = method;
    this.#width = width;
  }

  /** An integer in [0, range]. */
  draw(range: number): number {
    if (range === 0) return 0;
    if (this.#width === 1) return this.#small(1) & 1;
    if (this.#width <= 16) return this.#drawSmall(range, this.#width);
    if (range === 0xffffffff) return this.#bits.nextUint32();
    return this.#method === 'masked' ? randomInterval(this.#bits, range) : lemireInterval(this.#bits, range);
  }

  /** An integer in [0, range] for ranges of 2^32 and more. */
  drawLong(range: bigint): bigint {
    if (range === (1n << 64n) - 1n) return nextUint64(this.#bits);
    return this.#method === 'masked' ? maskedLong(this.#bits, range) : lemireLong(this.#bits, range);
  }

  #drawSmall(range: number, width: number): number {
    const full = 2 ** width - 1;
    if (range === full) return this.#small(width);
    if (this.#method === 'masked') {
      const mask = maskOf(range);
      let value = this.#small(width) & mask;
      while (value > range) value = this.#small(width) & mask;
      return value;
    }
    const count = range + 1;
    let product = this.#small(width) * count;
    if ((product & full) < count) {
      const threshold = (full - range) % count;
      while ((product & full) < threshold) product = this.#small(width) * count;
    }
    return Math.floor(product / 2 ** width);
  }

  /** The next bits of the shared word. */
  #small(width: number): number {
    if (this.#left === 0) {
      this.#word = this.#bits.nextUint32();
      this.#left = 32 / width - 1;
    } else {
      this.#word >>>= width;
      this.#left--;
    }
    return this.#word & (2 ** width - 1);
  }
}
