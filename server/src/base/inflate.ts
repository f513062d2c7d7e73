/**
 * Deflated data (RFC 1951) back into bytes. Written for archives that a program opens: the size of the result is known before, and more
 * than that is never made. Huffman codes are read bit by bit from counts per length, as Mark Adler's `puff.c` does.
 */

/** The data is not what it says; whoever asked decides what that means. */
export class InflateError extends Error {
  override name = 'InflateError';
}

/** Inflates into exactly `size` bytes. Calls `turn` now and then. Throws {@link InflateError}. */
export function inflate(data: Uint8Array, size: number, turn: () => void): Uint8Array {
  const state = new Inflater(data, size);
  while (!state.block()) turn();
  if (state.written !== size) throw new InflateError('the data ends too early');
  return state.output;
}

/** Inflates data of unknown size that may go on after its end. `grow` is asked before the result gets that much longer. */
export function inflateAll(
  data: Uint8Array,
  { turn, grow }: { readonly turn: () => void; readonly grow: (byteLength: number) => void },
): { readonly bytes: Uint8Array; readonly end: number } {
  const state = new Inflater(data, Math.max(1024, data.length * 2), (byteLength) => {
    grow(byteLength);
    turn();
  });
  while (!state.block()) turn();
  return { bytes: state.output.slice(0, state.written), end: state.end };
}

interface Huffman {
  /** How many codes have each length. */
  readonly counts: Uint16Array;
  /** Symbols in the order of their codes. */
  readonly symbols: Uint16Array;
}

function huffman(lengths: readonly number[]): Huffman {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const offsets = new Uint16Array(16);
  for (let length = 1; length < 15; length++) offsets[length + 1] = offsets[length]! + counts[length]!;
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) if (length > 0) symbols[offsets[length]!++] = symbol;
  return { counts, symbols };
}

const lengthBases = [
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163],
  ...[195, 227, 258],
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = [
  ...[1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073],
  ...[4097, 6145, 8193, 12289, 16385, 24577],
];
const distanceBits = [
  ...[0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13],
];
/** The order in which the lengths of the code for lengths come. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const fixedLengths = huffman(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const fixedDistances = huffman(new Array<number>(30).fill(5));

class Inflater {
  output: Uint8Array;
  written = 0;
  readonly #data: Uint8Array;
  readonly #grow: ((byteLength: number) => void) | null;
  #at = 0;
  #bits = 0;
  #bitCount = 0;

  constructor(data: Uint8Array, size: number, grow: ((byteLength: number) => void) | null = null) {
    this.#data = data;
    this.#grow = grow;
    this.output = new Uint8Array(size);
  }

  /** The first byte that was not read. */
  get end(): number {
    return this.#at;
  }

  /** Reads one block; true after the last. */
  block(): boolean {
    const isLast = this.#take(1) === 1;
    const kind = this.#take(2);
    if (kind === 0) this.#stored();
    else if (kind === 1) this.#codes(fixedLengths, fixedDistances);
    else if (kind === 2) this.#dynamic();
    else throw new InflateError('a block has an unknown kind');
    return isLast;
  }

  #take(count: number): number {
    while (this.#bitCount < count) {
      const byte = this.#data[this.#at++];
      if (byte === undefined) throw new InflateError('the data ends too early');
      this.#bits |= byte << this.#bitCount;
      this.#bitCount += 8;
    }
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#bitCount -= count;
    return value;
  }

  #write(byte: number): void {
    if (this.written >= this.output.length) this.#extend();
    this.output[this.written++] = byte;
  }

  #extend(): void {
    if (this.#grow === null) throw new InflateError('there is more data than it says');
    const size = this.output.length * 2;
    this.#grow(size);
    const longer = new Uint8Array(size);
    longer.set(this.output);
    this.output = longer;
  }

  #stored(): void {
    this.#bits = 0;
    this.#bitCount = 0;
    const length = this.#take(16);
    this.#take(16);
    for (let i = 0; i < length; i++) this.#write(this.#take(8));
  }

  #symbol({ counts, symbols }: Huffman): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= 15; length++) {
      code |= this.#take(1);
      const count = counts[length]!;
      if (code - count < first) return symbols[index + (code - first)]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new InflateError('a code is not among those that there are');
  }

  #codes(lengths: Huffman, distances: Huffman): void {
    for (let symbol = this.#symbol(lengths); symbol !== 256; symbol = this.#symbol(lengths)) {
      if (symbol < 256) this.#write(symbol);
      else this.#repeat(symbol - 257, distances);
    }
  }

  #repeat(index: number, distances: Huffman): void {
    const base = lengthBases[index];
    if (base === undefined) throw new InflateError('a length is not among those that there are');
    const length = base + this.#take(lengthBits[index]!);
    const symbol = this.#symbol(distances);
    const distance = distanceBases[symbol]! + this.#take(distanceBits[symbol]!);
    const from = this.written - distance;
    if (!(from >= 0)) throw new InflateError('a distance leads before the beginning');
    for (let i = 0; i < length; i++) this.#write(this.output[from + i]!);
  }

  #dynamic(): void {
    const lengthCount = this.#take(5) + 257;
    const distanceCount = this.#take(5) + 1;
    const codeCount = this.#take(4) + 4;
    const codeLengths = new Array<number>(19).fill(0);
    for (let i = 0; i < codeCount; i++) codeLengths[lengthOrder[i]!] = this.#take(3);
    const code = huffman(codeLengths);
    const lengths: number[] = [];
    while (lengths.length < lengthCount + distanceCount) {
      const symbol = this.#symbol(code);
      if (symbol < 16) lengths.push(symbol);
      else {
        const isRepeat = symbol === 16;
        const times = isRepeat ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
        const value = isRepeat ? lengths.at(-1) : 0;
        if (value === undefined) throw new InflateError('nothing to repeat');
        for (let i = 0; i < times; i++) lengths.push(value);
      }
    }
    this.#codes(huffman(lengths.slice(0, lengthCount)), huffman(lengths.slice(lengthCount)));
  }
}
