/**
 * PCG64 (M. O'Neill, "PCG: A family of simple fast space-efficient statistically good algorithms", 2014): a linear
 * congruential generator of 128 bits with output XSL-RR, NumPy's default. The state is kept in four words of 32 bits; its
 * products with the 16-bit digits of the multiplier are exact in doubles.
 */
import { WordGenerator } from './wordGenerator.ts';

const multiplier = 0x2360ed051fc65da44385df649fccf645n;
const digits = Array.from({ length: 8 }, (_, i) => Number((multiplier >> BigInt(16 * i)) & 0xffffn));
const [m0, m1, m2, m3, m4, m5, m6, m7] = digits;
const carry = 1 / 65536;
const mask128 = (1n << 128n) - 1n;

export class Pcg64 extends WordGenerator {
  readonly name = 'PCG64';
  /** Least significant first. */
  readonly state = new Uint32Array(4);
  readonly increment = new Uint32Array(4);

  /** Seeds as NumPy does: the first two words choose the state, the last two the stream. */
  seed(words: ArrayLike<bigint>): this {
    const stream = (words[2] << 64n) | words[3];
    this.setState(0n, ((stream << 1n) | 1n) & mask128);
    this.#step();
    this.setState((this.stateValue + ((words[0] << 64n) | words[1])) & mask128, this.incrementValue);
    this.#step();
    return this;
  }

  get stateValue(): bigint {
    return joined(this.state);
  }

  get incrementValue(): bigint {
    return joined(this.increment);
  }

  setState(state: bigint, increment: bigint): void {
    for (let i = 0; i < 4; i++) {
      this.state[i] = Number((state >> BigInt(32 * i)) & 0xffffffffn);
      this.increment[i] = Number((increment >> BigInt(32 * i)) & 0xffffffffn);
    }
  }

  draw64(): void {
    this.#step();
    const { state } = this;
    const high = state[3] ^ state[1];
    const low = state[2] ^ state[0];
    const rotation = state[3] >>> 26;
    const count = rotation & 31;
    const [a, b] = rotation < 32 ? [high, low] : [low, high];
    this.high = count === 0 ? a >>> 0 : ((a >>> count) | (b << (32 - count))) >>> 0;
    this.low = count === 0 ? b >>> 0 : ((b >>> count) | (a << (32 - count))) >>> 0;
  }

  copy(): Pcg64 {
    const copy = new Pcg64();
    copy.state.set(this.state);
    copy.increment.set(this.increment);
    this.share(copy);
    return copy;
  }

  /** state = state * multiplier + increment, digit by digit. */
  #step(): void {
    const { state, increment } = this;
    const [s0, s1, s2, s3] = state;
    let sum = s0 * m0 + increment[0];
    let rest = Math.floor(sum * carry);
    const d0 = sum - rest * 65536;
    sum = s0 * m1 + rest;
    rest = Math.floor(sum * carry);
    state[0] = d0 + (sum - rest * 65536) * 65536;
    sum = s0 * m2 + s1 * m0 + increment[1] + rest;
    rest = Math.floor(sum * carry);
    const d2 = sum - rest * 65536;
    sum = s0 * m3 + s1 * m1 + rest;
    rest = Math.floor(sum * carry);
    state[1] = d2 + (sum - rest * 65536) * 65536;
    sum = s0 * m4 + s1 * m2 + s2 * m0 + increment[2] + rest;
    rest = Math.floor(sum * carry);
    const d4 = sum - rest * 65536;
    sum = s0 * m5 + s1 * m3 + s2 * m1 + rest;
    rest = Math.floor(sum * carry);
    state[2] = d4 + (sum - rest * 65536) * 65536;
    sum = s0 * m6 + s1 * m4 + s2 * m2 + s3 * m0 + increment[3] + rest;
    rest = Math.floor(sum * carry);
    const d6 = sum - rest * 65536;
    sum = s0 * m7 + s1 * m5 + s2 * m3 + s3 * m1 + rest;
    state[3] = d6 + (sum - Math.floor(sum * carry) * 65536) * 65536;
  }
}

const joined = (words: Uint32Array): bigint =>
  words.reduceRight((value, word) => (value << 32n) | BigInt(word), 0n);
