/**
 * Bytes deflated (RFC 1951) as zlib does it, byte for byte: hash chains, greedy matches at levels 1 to 3 and lazy ones above, blocks
 * of 16,383 symbols. The rules are those of zlib's `deflate.c` (Jean-loup Gailly and Mark Adler).
 */
import { BlockWriter } from './deflateTrees.ts';

interface Level {
  /** Matches of this length halve the search twice. */
  readonly good: number;
  /** Lazy levels: a match this long is taken at once. Greedy ones: longer matches are not put into the table. */
  readonly lazy: number;
  readonly nice: number;
  readonly chain: number;
  readonly isGreedy: boolean;
}

const level = (good: number, lazy: number, nice: number, chain: number): Level => ({
  good,
  lazy,
  nice,
  chain,
  isGreedy: false,
});

/** By compression level; there is no level 0. */
const levels: readonly (Level | null)[] = [
  null,
  { ...level(4, 4, 8, 4), isGreedy: true },
  { ...level(4, 5, 16, 8), isGreedy: true },
  { ...level(4, 6, 32, 32), isGreedy: true },
  level(4, 4, 16, 16),
  level(8, 16, 32, 32),
  level(8, 16, 128, 128),
  level(8, 32, 128, 256),
  level(32, 128, 258, 1024),
  level(32, 258, 258, 4096),
];

const windowSize = 32_768;
const farthest = windowSize - 262;
const longest = 258;
/** A match of three bytes farther away than this costs more than its bytes. */
const tooFar = 4096;

class Deflater {
  readonly #data: Uint8Array;
  readonly #level: Level;
  readonly #turn: () => void;
  readonly #blocks = new BlockWriter();
  readonly #heads = new Int32Array(32_768);
  readonly #before = new Int32Array(windowSize);
  #at = 0;
  #blockStart = 0;
  #matchStart = 0;

  constructor(data: Uint8Array, compression: Level, turn: () => void) {
    this.#data = data;
    this.#level = compression;
    this.#turn = turn;
  }

  all(): Uint8Array {
    if (this.#level.isGreedy) this.#greedily();
    else this.#lazily();
    this.#flush({ isLast: true });
    const { bytes, length } = this.#blocks.out;
    return bytes.slice(0, length);
  }

  #left(): number {
    return this.#data.length - this.#at;
  }

  /** Puts the three bytes at `at` into the table; where such bytes came last before, 0 for nowhere. */
  #insert(at: number): number {
    const data = this.#data;
    const hash = ((data[at]! << 10) ^ (data[at + 1]! << 5) ^ data[at + 2]!) & 0x7fff;
    const found = this.#heads[hash]!;
    this.#before[at & (windowSize - 1)] = found;
    this.#heads[hash] = at;
    return found;
  }

  /** The longest match from `candidate` on backwards that is longer than `least`; its length. */
  #longestMatch(candidate: number, least: number): number {
    const data = this.#data;
    const { good, nice, chain } = this.#level;
    const at = this.#at;
    const most = Math.min(longest, this.#left());
    const enough = Math.min(nice, most);
    const limit = at > farthest ? at - farthest : 0;
    let best = least;
    let tries = least >= good ? chain >> 2 : chain;
    for (let match = candidate; ; ) {
      if (
        data[match + best] === data[at + best] &&
        data[match] === data[at] &&
        data[match + 1] === data[at + 1]
      ) {
        let length = 2;
        while (length < most && data[match + length] === data[at + length]) length++;
        if (length > best) {
          this.#matchStart = match;
          best = length;
          if (length >= enough) break;
        }
      }
      match = this.#before[match & (windowSize - 1)]!;
      if (match <= limit || --tries === 0) break;
    }
    return Math.min(best, this.#left());
  }

  #flush(options: { readonly isLast: boolean }): void {
    this.#turn();
    this.#blocks.flush(this.#data.subarray(this.#blockStart, this.#at), options);
    this.#blockStart = this.#at;
  }

  #isReachable(found: number): boolean {
    return found !== 0 && this.#at - found <= farthest;
  }

  #greedily(): void {
    while (this.#left() > 0) {
      const found = this.#left() >= 3 ? this.#insert(this.#at) : 0;
      const length = this.#isReachable(found) ? this.#longestMatch(found, 2) : 0;
      if (length >= 3) {
        this.#blocks.match(this.#at - this.#matchStart, length);
        const end = this.#at + length;
        const isInserted = length <= this.#level.lazy && this.#data.length - end >= 3;
        this.#at++;
        if (isInserted) for (; this.#at < end; this.#at++) this.#insert(this.#at);
        this.#at = end;
      } else this.#blocks.literal(this.#data[this.#at++]!);
      if (this.#blocks.isFull) this.#flush({ isLast: false });
    }
  }

  #lazily(): void {
    let length = 2;
    let isPending = false;
    while (this.#left() > 0) {
      const found = this.#left() >= 3 ? this.#insert(this.#at) : 0;
      const [lengthBefore, startBefore] = [length, this.#matchStart];
      length = 2;
      if (this.#isReachable(found) && lengthBefore < this.#level.lazy) {
        length = this.#longestMatch(found, lengthBefore);
        if (length === 3 && this.#at - this.#matchStart > tooFar) length = 2;
      }
      if (lengthBefore >= 3 && length <= lengthBefore) {
        this.#takeBefore(startBefore, lengthBefore);
        length = 2;
        isPending = false;
        if (this.#blocks.isFull) this.#flush({ isLast: false });
      } else {
        if (isPending) this.#blocks.literal(this.#data[this.#at - 1]!);
        if (isPending && this.#blocks.isFull) this.#flush({ isLast: false });
        isPending = true;
        this.#at++;
      }
    }
    if (isPending) this.#blocks.literal(this.#data[this.#at - 1]!);
  }

  /** Takes the match that began one byte before. */
  #takeBefore(start: number, length: number): void {
    this.#blocks.match(this.#at - 1 - start, length);
    const end = this.#at - 1 + length;
    for (this.#at++; this.#at < end; this.#at++) {
      if (this.#at + 3 <= this.#data.length) this.#insert(this.#at);
    }
  }
}

/** Deflates with a level from 1 to 9. Calls `turn` at every block. */
export const deflate = (data: Uint8Array, compression: number, turn: () => void): Uint8Array =>
  new Deflater(data, levels[compression]!, turn).all();
