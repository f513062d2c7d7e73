/** SHA-3 (FIPS 202) and BLAKE2 without a key (RFC 7693) of bytes. */
import { turn } from '../../../runtime.ts';

const mask = (1n << 64n) - 1n;
const left = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & mask;

// -------------------------------------------------------------------------------------------------------------- SHA-3

/** The constants of the rounds come from a shift register, the rotations and places from a walk over the lanes. */
const roundConstants: bigint[] = [];
let register = 1;
for (let round = 0; round < 24; round++) {
  let constant = 0n;
  for (let j = 0; j < 7; j++) {
    if (register & 1) constant |= 1n << ((1n << BigInt(j)) - 1n);
    register = (register << 1) ^ (register >> 7 ? 0x171 : 0);
  }
  roundConstants.push(constant);
}
const walk: (readonly [place: number, by: bigint])[] = [];
for (let t = 0, x = 1, y = 0; t < 24; t++) {
  walk.push([x + 5 * y, BigInt((((t + 1) * (t + 2)) / 2) % 64)]);
  [x, y] = [y, (2 * x + 3 * y) % 5];
}

function keccak(lanes: bigint[]): void {
  for (const constant of roundConstants) {
    const columns = [0, 1, 2, 3, 4].map(
      (x) => lanes[x]! ^ lanes[x + 5]! ^ lanes[x + 10]! ^ lanes[x + 15]! ^ lanes[x + 20]!,
    );
    for (let i = 0; i < 25; i++) {
      lanes[i] = lanes[i]! ^ columns[(i + 4) % 5]! ^ left(columns[(i + 1) % 5]!, 1n);
    }
    const moved = [...lanes];
    for (const [place, by] of walk) {
      const [x, y] = [place % 5, Math.floor(place / 5)];
      moved[y + 5 * ((2 * x + 3 * y) % 5)] = left(lanes[place]!, by);
    }
    for (let i = 0; i < 25; i++) {
      const row = i - (i % 5);
      lanes[i] = moved[i]! ^ (~moved[row + ((i + 1) % 5)]! & mask & moved[row + ((i + 2) % 5)]!);
    }
    lanes[0] = lanes[0]! ^ constant;
  }
}

/** SHA-3 with a digest of so many bytes. */
export function sha3(bytes: Uint8Array, size: number): Uint8Array {
  const rate = 200 - 2 * size;
  const padded = new Uint8Array((Math.floor(bytes.length / rate) + 1) * rate);
  padded.set(bytes);
  padded[bytes.length]! |= 0x06;
  padded[padded.length - 1]! |= 0x80;
  const view = new DataView(padded.buffer);
  const lanes = new Array<bigint>(25).fill(0n);
  for (let offset = 0; offset < padded.length; offset += rate) {
    turn();
    for (let i = 0; i < rate / 8; i++) lanes[i] = lanes[i]! ^ view.getBigUint64(offset + 8 * i, true);
    keccak(lanes);
  }
  return wordsOf(lanes.slice(0, 8), 8).slice(0, size);
}

function wordsOf(words: readonly bigint[], width: 4 | 8): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * width));
  for (const [index, word] of words.entries()) {
    if (width === 8) view.setBigUint64(index * 8, word, true);
    else view.setUint32(index * 4, Number(word), true);
  }
  return new Uint8Array(view.buffer);
}

// ------------------------------------------------------------------------------------------------------------- BLAKE2

const orders = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
] as const;
const corners = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

interface Blake {
  readonly width: 4 | 8;
  readonly rounds: number;
  readonly rotations: readonly [bigint, bigint, bigint, bigint];
  readonly initial: readonly bigint[];
}

const blake2b: Omit<Blake, 'initial'> = { width: 8, rounds: 12, rotations: [32n, 24n, 16n, 63n] };
const blake2s: Omit<Blake, 'initial'> = { width: 4, rounds: 10, rotations: [16n, 12n, 8n, 7n] };

function compress(
  state: bigint[],
  block: readonly bigint[],
  end: { count: bigint; isLast: boolean },
  blake: Blake,
): void {
  const bits = BigInt(blake.width * 8);
  const whole = (1n << bits) - 1n;
  const turned = (value: bigint, by: bigint): bigint => (value >> by) | ((value << (bits - by)) & whole);
  const v = [...state, ...blake.initial];
  v[12] = v[12]! ^ (end.count & whole);
  v[13] = v[13]! ^ (end.count >> bits);
  if (end.isLast) v[14] = v[14]! ^ whole;
  const [r1, r2, r3, r4] = blake.rotations;
  for (let round = 0; round < blake.rounds; round++) {
    const order = orders[round % 10]!;
    for (const [i, [a, b, c, d]] of corners.entries()) {
      v[a] = (v[a]! + v[b]! + block[order[2 * i]!]!) & whole;
      v[d] = turned(v[d]! ^ v[a]!, r1);
      v[c] = (v[c]! + v[d]!) & whole;
      v[b] = turned(v[b]! ^ v[c]!, r2);
      v[a] = (v[a]! + v[b]! + block[order[2 * i + 1]!]!) & whole;
      v[d] = turned(v[d]! ^ v[a]!, r3);
      v[c] = (v[c]! + v[d]!) & whole;
      v[b] = turned(v[b]! ^ v[c]!, r4);
    }
  }
  for (let i = 0; i < 8; i++) state[i] = state[i]! ^ v[i]! ^ v[i + 8]!;
}

function blake2(bytes: Uint8Array, size: number, blake: Blake): Uint8Array {
  const blockSize = blake.width * 16;
  const state = [...blake.initial];
  state[0] = state[0]! ^ 0x01010000n ^ BigInt(size);
  const count = Math.max(1, Math.ceil(bytes.length / blockSize));
  const padded = new Uint8Array(count * blockSize);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  for (let index = 0; index < count; index++) {
    turn();
    const isLast = index === count - 1;
    const words = Array.from({ length: 16 }, (_, i) => {
      const at = index * blockSize + i * blake.width;
      return blake.width === 8 ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true));
    });
    const read = isLast ? bytes.length : (index + 1) * blockSize;
    compress(state, words, { count: BigInt(read), isLast }, blake);
  }
  return wordsOf(state, blake.width).slice(0, size);
}

/** `initial`: the initial words of SHA-512 and of SHA-256. */
export const blake2bDigest = (bytes: Uint8Array, size: number, initial: readonly bigint[]): Uint8Array =>
  blake2(bytes, size, { ...blake2b, initial });
export const blake2sDigest = (bytes: Uint8Array, size: number, initial: readonly bigint[]): Uint8Array =>
  blake2(bytes, size, { ...blake2s, initial });
