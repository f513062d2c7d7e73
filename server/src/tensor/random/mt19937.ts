/**
 * The Mersenne Twister MT19937 (M. Matsumoto and T. Nishimura, 1998) with its two ways of seeding: by one number and by
 * an array of numbers. CPython's `random` and NumPy's RandomState are streams of it.
 */
import type { BitGenerator } from './bitGenerator.ts';

const length = 624;
const middle = 397;

export class Mt19937 implements BitGenerator {
  readonly name = 'MT19937';
  readonly key = new Uint32Array(length);
  /** The next word of `key`; 624: all are used. */
  position = length;
  high = 0;
  low = 0;

  /** Seeds by one number of 32 bits (`init_genrand`). */
  seedByNumber(seed: number): this {
    const { key } = this;
    key[0] = seed;
    for (let i = 1; i < length; i++) {
      const previous = key[i - 1];
      key[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.position = length;
    return this;
  }

  /** Seeds by numbers of 32 bits, at least one (`init_by_array`). */
  seedByArray(words: ArrayLike<number>): this {
    this.seedByNumber(19650218);
    const { key } = this;
    let i = 1;
    let j = 0;
    for (let count = Math.max(length, words.length); count > 0; count--) {
      key[i] = (key[i] ^ Math.imul(key[i - 1] ^ (key[i - 1] >>> 30), 1664525)) + words[j] + j;
      i++;
      j++;
      if (i >= length) i = wrapAround(key);
      if (j >= words.length) j = 0;
    }
    for (let count = length - 1; count > 0; count--) {
      key[i] = (key[i] ^ Math.imul(key[i - 1] ^ (key[i - 1] >>> 30), 1566083941)) - i;
      i++;
      if (i >= length) i = wrapAround(key);
    }
    key[0] = 0x80000000;
    return this;
  }

  nextUint32(): number {
    if (this.position >= length) this.#twist();
    let word = this.key[this.position++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  draw64(): void {
    this.high = this.nextUint32();
    this.low = this.nextUint32();
  }

  nextDouble(): number {
    const high = this.nextUint32() >>> 5;
    return (high * 67108864 + (this.nextUint32() >>> 6)) / 9007199254740992;
  }

  copy(): Mt19937 {
    const copy = new Mt19937();
    copy.key.set(this.key);
    copy.position = this.position;
    return copy;
  }

  #twist(): void {
    const { key } = this;
    let i = 0;
    for (; i < length - middle; i++) key[i] = key[i + middle] ^ mixed(key[i], key[i + 1]);
    for (; i < length - 1; i++) key[i] = key[i + middle - length] ^ mixed(key[i], key[i + 1]);
    key[i] = key[middle - 1] ^ mixed(key[i], key[0]);
    this.position = 0;
  }
}

function wrapAround(key: Uint32Array): number {
  key[0] = key[length - 1];
  return 1;
}

function mixed(upper: number, lower: number): number {
  const word = (upper & 0x80000000) | (lower & 0x7fffffff);
  return (word >>> 1) ^ (lower & 1 ? 0x9908b0df : 0);
}
