/**
 * NumPy's other bit generators: PCG64DXSM (M. O'Neill), Philox 4x64-10 (J. K. Salmon and others, "Parallel random
 * numbers: as easy as 1, 2, 3", 2011) and SFC64 (C. Doty-Humphrey). They are rarely used, so they compute with bigints.
 */
import { WordGenerator } from './wordGenerator.ts';

const mask64 = (1n << 64n) - 1n;
const mask128 = (1n << 128n) - 1n;

/** The generators that compute a word as one bigint. */
abstract class LongGenerator extends WordGenerator {
  protected abstract next(): bigint;

  draw64(): void {
    const word = this.next();
    this.high = Number(word >> 32n);
    this.low = Number(word & 0xffffffffn);
  }
}

/** The multiplier of PCG64, with which also this one is seeded. */
const pcgMultiplier = 0x2360ed051fc65da44385df649fccf645n;
const cheapMultiplier = 0xda942042e4dd58b5n;

export class Pcg64Dxsm extends LongGenerator {
  readonly name = 'PCG64DXSM';
  state = 0n;
  increment = 1n;

  seed(words: ArrayLike<bigint>): this {
    this.increment = ((((words[2] << 64n) | words[3]) << 1n) | 1n) & mask128;
    const start = this.increment + ((words[0] << 64n) | words[1]);
    this.state = (start * pcgMultiplier + this.increment) & mask128;
    return this;
  }

  protected next(): bigint {
    let high = this.state >> 64n;
    const low = (this.state & mask64) | 1n;
    high ^= high >> 32n;
    high = (high * cheapMultiplier) & mask64;
    high ^= high >> 48n;
    this.#step();
    return (high * low) & mask64;
  }

  copy(): Pcg64Dxsm {
    const copy = new Pcg64Dxsm();
    copy.state = this.state;
    copy.increment = this.increment;
    this.share(copy);
    return copy;
  }

  #step(): void {
    this.state = (this.state * cheapMultiplier + this.increment) & mask128;
  }
}

export class Philox extends LongGenerator {
  readonly name = 'Philox';
  counter = 0n;
  key: readonly [bigint, bigint] = [0n, 0n];
  buffer: bigint[] = [0n, 0n, 0n, 0n];
  position = 4;

  seed(words: ArrayLike<bigint>): this {
    this.key = [words[0], words[1]];
    return this;
  }

  protected next(): bigint {
    if (this.position >= 4) {
      this.counter = (this.counter + 1n) & ((1n << 256n) - 1n);
      this.buffer = philoxBlock(this.counter, this.key);
      this.position = 0;
    }
    return this.buffer[this.position++];
  }

  copy(): Philox {
    const copy = new Philox();
    copy.counter = this.counter;
    copy.key = this.key;
    copy.buffer = [...this.buffer];
    copy.position = this.position;
    this.share(copy);
    return copy;
  }
}

function philoxBlock(counter: bigint, key: readonly [bigint, bigint]): bigint[] {
  let [c0, c1, c2, c3] = [0n, 64n, 128n, 192n].map((shift) => (counter >> shift) & mask64);
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const first = 0xd2e7470ee14c6c93n * c0;
    const second = 0xca5a826395121157n * c2;
    [c0, c1, c2, c3] = [(second >> 64n) ^ c1 ^ k0, second & mask64, (first >> 64n) ^ c3 ^ k1, first & mask64];
    k0 = (k0 + 0x9e3779b97f4a7c15n) & mask64;
    k1 = (k1 + 0xbb67ae8584caa73bn) & mask64;
  }
  return [c0, c1, c2, c3];
}

export class Sfc64 extends LongGenerator {
  readonly name = 'SFC64';
  /** a, b, c and the counter. */
  words: bigint[] = [0n, 0n, 0n, 1n];

  seed(words: ArrayLike<bigint>): this {
    this.words = [words[0], words[1], words[2], 1n];
    for (let i = 0; i < 12; i++) this.next();
    return this;
  }

  protected next(): bigint {
    const [a, b, c, counter] = this.words;
    const result = (a + b + counter) & mask64;
    const rotated = ((c << 24n) | (c >> 40n)) & mask64;
    this.words = [
      b ^ (b >> 11n),
      (c + (c << 3n)) & mask64,
      (rotated + result) & mask64,
      (counter + 1n) & mask64,
    ];
    return result;
  }

  copy(): Sfc64 {
    const copy = new Sfc64();
    copy.words = [...this.words];
    this.share(copy);
    return copy;
  }
}
