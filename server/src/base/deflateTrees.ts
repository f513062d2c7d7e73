/**
 * The codes of deflated data (RFC 1951) as zlib's `trees.c` (Jean-loup Gailly) chooses them: Huffman trees with lengths of at most 15,
 * and for each block the shortest of stored, fixed and dynamic codes.
 */
import { once } from './once.ts';

const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceExtra = [
  ...[0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13],
];
const codeExtra = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7];
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const literalCount = 286;
const distanceCount = 30;
const endOfBlock = 256;

/** The code of each length less three, and the first length of each code. */
const lengthCodes = new Uint8Array(256);
const lengthBases: number[] = [];
let lengthAt = 0;
for (let code = 0; code < 28; code++) {
  lengthBases.push(lengthAt);
  for (let i = 0; i < 1 << lengthExtra[code]!; i++) lengthCodes[lengthAt++] = code;
}
lengthBases.push(0);
lengthCodes[255] = 28;

const distanceBases: number[] = [];
let distanceAt = 0;
for (const extra of distanceExtra) {
  distanceBases.push(distanceAt);
  distanceAt += 1 << extra;
}

/** The code of a distance less one. */
function distanceCode(distance: number): number {
  let [low, high] = [0, distanceCount - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (distanceBases[middle]! <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Codes by symbol, each with its bits in the order in which they are sent. */
interface Tree {
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i++) result = (result << 1) | ((code >> i) & 1);
  return result;
}

function treeOf(lengths: Uint8Array): Tree {
  const counts = new Uint16Array(16);
  for (const length of lengths) if (length > 0) counts[length]!++;
  const next = new Uint16Array(17);
  for (let bits = 1; bits <= 15; bits++) next[bits + 1] = (next[bits]! + counts[bits]!) << 1;
  const codes = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length > 0) codes[symbol] = reversed(next[length]!++, length);
  }
  return { codes, lengths };
}

const fixedLiterals = once(() =>
  treeOf(
    Uint8Array.from({ length: 288 }, (_, symbol) =>
      symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
    ),
  ),
);
const fixedDistances = once(() => treeOf(new Uint8Array(distanceCount).fill(5)));

/** A heap of symbols by frequency, then by depth. */
class Heap {
  readonly items: number[] = [0];
  readonly #frequencies: Uint32Array;
  readonly #depths: Uint8Array;

  constructor(frequencies: Uint32Array, depths: Uint8Array) {
    this.#frequencies = frequencies;
    this.#depths = depths;
  }

  get size(): number {
    return this.items.length - 1;
  }

  sift(start: number): void {
    const { items, size } = this;
    const moved = items[start]!;
    let at = start;
    for (let child = at * 2; child <= size; child = at * 2) {
      if (child < size && this.#isSmaller(items[child + 1]!, items[child]!)) child++;
      if (this.#isSmaller(moved, items[child]!)) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = moved;
  }

  takeLeast(): number {
    const least = this.items[1]!;
    const last = this.items.pop()!;
    if (this.size > 0) {
      this.items[1] = last;
      this.sift(1);
    }
    return least;
  }

  #isSmaller(a: number, b: number): boolean {
    const [left, right] = [this.#frequencies[a]!, this.#frequencies[b]!];
    return left < right || (left === right && this.#depths[a]! <= this.#depths[b]!);
  }
}

interface BuiltTree extends Tree {
  /** The last symbol that occurs. */
  readonly last: number;
  /** Bits of all symbols with what they carry. */
  readonly bits: number;
}

interface Alphabet {
  readonly count: number;
  readonly mostBits: number;
  extraOf(symbol: number): number;
}

const literals: Alphabet = {
  count: literalCount,
  mostBits: 15,
  extraOf: (symbol) => (symbol > endOfBlock ? lengthExtra[symbol - endOfBlock - 1]! : 0),
};
const distances: Alphabet = {
  count: distanceCount,
  mostBits: 15,
  extraOf: (symbol) => distanceExtra[symbol]!,
};
const codeLengths: Alphabet = { count: 19, mostBits: 7, extraOf: (symbol) => codeExtra[symbol]! };

/** The Huffman tree of these frequencies; `frequencies` has room for inner nodes. */
function buildTree(given: Uint32Array, alphabet: Alphabet): BuiltTree {
  const { count } = alphabet;
  const frequencies = new Uint32Array(count * 2 + 1);
  frequencies.set(given);
  const depths = new Uint8Array(count * 2 + 1);
  const parents = new Uint16Array(count * 2 + 1);
  const heap = new Heap(frequencies, depths);
  let last = -1;
  for (let symbol = 0; symbol < count; symbol++) {
    if (frequencies[symbol] === 0) continue;
    heap.items.push(symbol);
    last = symbol;
  }
  while (heap.size < 2) {
    const forced = last < 2 ? ++last : 0;
    heap.items.push(forced);
    frequencies[forced] = 1;
  }
  const leaves = new Set(heap.items.slice(1));
  for (let at = heap.size >> 1; at >= 1; at--) heap.sift(at);
  const order: number[] = [];
  let node = count;
  do {
    const least = heap.takeLeast();
    const second = heap.items[1]!;
    order.push(least, second);
    frequencies[node] = frequencies[least]! + frequencies[second]!;
    depths[node] = Math.max(depths[least]!, depths[second]!) + 1;
    parents[least] = node;
    parents[second] = node;
    heap.items[1] = node++;
    heap.sift(1);
  } while (heap.size >= 2);
  order.push(heap.items[1]!);
  const lengths = limitedLengths(order.reverse(), { parents, leaves, alphabet });
  let bits = 0;
  for (const symbol of leaves) {
    bits += frequencies[symbol]! * (lengths[symbol]! + alphabet.extraOf(symbol));
    // zlib forgives one bit for a symbol that is only there because a tree needs two.
    if (given[symbol] === 0) bits--;
  }
  return { ...treeOf(lengths), last, bits };
}

/** The length of each symbol's code, from the root down; too long ones are shortened as zlib does. */
function limitedLengths(
  order: readonly number[],
  { parents, leaves, alphabet }: { parents: Uint16Array; leaves: ReadonlySet<number>; alphabet: Alphabet },
): Uint8Array {
  const { count, mostBits } = alphabet;
  const lengths = new Uint8Array(parents.length);
  const counts = new Uint16Array(17);
  let overflow = 0;
  for (const node of order.slice(1)) {
    const bits = Math.min(lengths[parents[node]!]! + 1, mostBits);
    if (lengths[parents[node]!]! + 1 > mostBits) overflow++;
    lengths[node] = bits;
    if (leaves.has(node)) counts[bits]!++;
  }
  if (overflow > 0) {
    for (let left = overflow; left > 0; left -= 2) {
      let bits = mostBits - 1;
      while (counts[bits] === 0) bits--;
      counts[bits]!--;
      counts[bits + 1]! += 2;
      counts[mostBits]!--;
    }
    const upwards = [...order].reverse().filter((node) => leaves.has(node));
    let at = 0;
    for (let bits = mostBits; bits > 0; bits--) {
      for (let n = counts[bits]!; n > 0; n--) lengths[upwards[at++]!] = bits;
    }
  }
  return lengths.slice(0, count);
}

/** Bits in the order of deflate. */
class BitWriter {
  bytes = new Uint8Array(1024);
  length = 0;
  #bits = 0;
  #count = 0;

  put(value: number, count: number): void {
    this.#bits |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.byte(this.#bits & 0xff);
      this.#bits >>>= 8;
      this.#count -= 8;
    }
  }

  align(): void {
    if (this.#count > 0) this.byte(this.#bits & 0xff);
    this.#bits = 0;
    this.#count = 0;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const longer = new Uint8Array(this.length * 2);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    this.bytes[this.length++] = value;
  }
}

/** The lengths of codes as symbols of their own: repetitions, and what they carry. */
function runLengths(lengths: readonly number[]): (readonly [symbol: number, carried: number])[] {
  const result: (readonly [number, number])[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at]!;
    let run = 1;
    while (at + run < lengths.length && lengths[at + run] === length && run < (length === 0 ? 138 : 7)) run++;
    at += pushRun(result, { length, run, before: at === 0 ? -1 : lengths[at - 1]! });
  }
  return result;
}

/** Adds the beginning of a run; answers how many lengths it stands for. */
function pushRun(
  result: (readonly [number, number])[],
  { length, run, before }: { readonly length: number; readonly run: number; readonly before: number },
): number {
  if (length === 0) {
    if (run < 3) for (let i = 0; i < run; i++) result.push([0, 0]);
    else result.push(run <= 10 ? [17, run - 3] : [18, run - 11]);
    return run;
  }
  const isNew = before !== length;
  const own = isNew ? 1 : 0;
  const repeated = Math.min(run - own, 6);
  if (isNew) result.push([length, 0]);
  if (repeated < 3) for (let i = 0; i < repeated; i++) result.push([length, 0]);
  else result.push([16, repeated - 3]);
  return own + repeated;
}

/** One block: literals, and pairs of a length and a distance. */
export class BlockWriter {
  readonly out = new BitWriter();
  readonly #literals = new Uint32Array(literalCount);
  readonly #distances = new Uint32Array(distanceCount);
  /** Distance (0 for a literal), then the literal or the length less three. */
  readonly #symbols = new Uint16Array(2 * 16_384);
  #count = 0;

  get isFull(): boolean {
    return this.#count === 16_383;
  }

  literal(byte: number): void {
    this.#add(0, byte);
    this.#literals[byte]!++;
  }

  match(distance: number, length: number): void {
    this.#add(distance, length - 3);
    this.#literals[lengthCodes[length - 3]! + endOfBlock + 1]!++;
    this.#distances[distanceCode(distance - 1)]!++;
  }

  #add(distance: number, value: number): void {
    this.#symbols[2 * this.#count] = distance;
    this.#symbols[2 * this.#count + 1] = value;
    this.#count++;
  }

  /** Ends the block; `stored` is what it stands for. */
  flush(stored: Uint8Array, { isLast }: { readonly isLast: boolean }): void {
    this.#literals[endOfBlock] = 1;
    const trees = {
      literals: buildTree(this.#literals, literals),
      distances: buildTree(this.#distances, distances),
    };
    const runs = runLengths([...trees.literals.lengths.subarray(0, trees.literals.last + 1)]);
    const more = runLengths([...trees.distances.lengths.subarray(0, trees.distances.last + 1)]);
    const frequencies = new Uint32Array(19);
    for (const [symbol] of [...runs, ...more]) frequencies[symbol]!++;
    const codes = buildTree(frequencies, codeLengths);
    let sent = 18;
    while (sent >= 3 && codes.lengths[codeOrder[sent]!] === 0) sent--;
    const dynamicBits = trees.literals.bits + trees.distances.bits + codes.bits + 3 * (sent + 1) + 14;
    const dynamicSize = (dynamicBits + 3 + 7) >> 3;
    const fixedSize = (this.#fixedBits() + 3 + 7) >> 3;
    const { out } = this;
    if (stored.length + 4 <= Math.min(fixedSize, dynamicSize)) this.#store(stored, isLast);
    else if (fixedSize <= dynamicSize) {
      out.put((1 << 1) | Number(isLast), 3);
      this.#send(fixedLiterals(), fixedDistances());
    } else {
      out.put((2 << 1) | Number(isLast), 3);
      out.put(trees.literals.last + 1 - 257, 5);
      out.put(trees.distances.last, 5);
      out.put(sent - 3, 4);
      for (let rank = 0; rank <= sent; rank++) out.put(codes.lengths[codeOrder[rank]!]!, 3);
      for (const [symbol, carried] of [...runs, ...more]) {
        out.put(codes.codes[symbol]!, codes.lengths[symbol]!);
        out.put(carried, codeExtra[symbol]!);
      }
      this.#send(trees.literals, trees.distances);
    }
    this.#literals.fill(0);
    this.#distances.fill(0);
    this.#count = 0;
    if (isLast) out.align();
  }

  #fixedBits(): number {
    let bits = 0;
    for (const [symbol, count] of this.#literals.entries()) {
      bits += count * (fixedLiterals().lengths[symbol]! + literals.extraOf(symbol));
    }
    for (const [symbol, count] of this.#distances.entries()) bits += count * (5 + distanceExtra[symbol]!);
    return bits;
  }

  #store(stored: Uint8Array, isLast: boolean): void {
    const { out } = this;
    out.put(Number(isLast), 3);
    out.align();
    for (const half of [stored.length, ~stored.length & 0xffff]) {
      out.byte(half & 0xff);
      out.byte(half >> 8);
    }
    for (const byte of stored) out.byte(byte);
  }

  #send(literalTree: Tree, distanceTree: Tree): void {
    const { out } = this;
    const put = ({ codes, lengths }: Tree, symbol: number): void => out.put(codes[symbol]!, lengths[symbol]!);
    for (let at = 0; at < this.#count; at++) {
      const distance = this.#symbols[2 * at]!;
      const value = this.#symbols[2 * at + 1]!;
      if (distance === 0) {
        put(literalTree, value);
        continue;
      }
      const code = lengthCodes[value]!;
      put(literalTree, code + endOfBlock + 1);
      if (lengthExtra[code]! > 0) out.put(value - lengthBases[code]!, lengthExtra[code]!);
      const far = distanceCode(distance - 1);
      put(distanceTree, far);
      out.put(distance - 1 - distanceBases[far]!, distanceExtra[far]!);
    }
    put(literalTree, endOfBlock);
  }
}
