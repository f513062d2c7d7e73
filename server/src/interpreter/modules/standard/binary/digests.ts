/**
 * MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4) of bytes. The constants are made as the standards define them: sines, and
 * fractions of square and cube roots of primes.
 */
import { once } from '../../../../base/once.ts';
import { turn } from '../../../runtime.ts';
import { blake2bDigest, blake2sDigest, sha3 } from './newerDigests.ts';

/** Gives the digest of all of the bytes. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

export interface DigestRow {
  readonly digest: Digest;
  readonly digestSize: number;
  readonly blockSize: number;
}

/** The bytes with the padding of the standards: 0x80, zeros, the length in bits. */
function padded(bytes: Uint8Array, blockSize: 64 | 128, order: 'little' | 'big'): DataView {
  const lengthSize = blockSize / 8;
  const size = Math.ceil((bytes.length + 1 + lengthSize) / blockSize) * blockSize;
  const all = new Uint8Array(size);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  const bits = BigInt(bytes.length) * 8n;
  if (order === 'little') view.setBigUint64(size - 8, bits, true);
  else view.setBigUint64(size - 8, bits);
  return view;
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function wordBytes(words: ArrayLike<number>, order: 'little' | 'big'): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (let i = 0; i < words.length; i++) view.setUint32(i * 4, words[i]!, order === 'little');
  return new Uint8Array(view.buffer);
}

// ---------------------------------------------------------------------------------------------------------------- MD5

const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0);
const md5Shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

/** The mixing function of a round, and which word it reads. */
function md5Round(i: number, [b, c, d]: readonly [number, number, number]): readonly [number, number] {
  if (i < 16) return [(b & c) | (~b & d), i];
  if (i < 32) return [(d & b) | (~d & c), (5 * i + 1) % 16];
  if (i < 48) return [b ^ c ^ d, (3 * i + 5) % 16];
  return [c ^ (b | ~d), (7 * i) % 16];
}

function md5(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, 'little');
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    turn();
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const [mixed, word] = md5Round(i, [b, c, d]);
      const sum = (a + mixed + sines[i]! + view.getInt32(offset + word * 4, true)) | 0;
      [a, d, c] = [d, c, b];
      b = (b + rotate(sum, md5Shifts[i >> 4]![i & 3]!)) | 0;
    }
    for (const [index, value] of [a, b, c, d].entries()) state[index]! += value;
  }
  return wordBytes(state, 'little');
}

// -------------------------------------------------------------------------------------------------------------- SHA-1

function sha1Round(i: number, [b, c, d]: readonly [number, number, number]): readonly [number, number] {
  if (i < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (i < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (i < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function sha1(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, 'big');
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    turn();
    for (let i = 0; i < 80; i++) {
      words[i] =
        i < 16
          ? view.getInt32(offset + i * 4)
          : rotate(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
    }
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const [mixed, constant] = sha1Round(i, [b, c, d]);
      const sum = (rotate(a, 5) + mixed + e + constant + words[i]!) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, sum];
    }
    for (const [index, value] of [a, b, c, d, e].entries()) state[index]! += value;
  }
  return wordBytes(state, 'big');
}

// -------------------------------------------------------------------------------------------------------------- SHA-2

const mask64 = (1n << 64n) - 1n;

const primes = once((): readonly bigint[] => {
  const found: bigint[] = [];
  for (let n = 2n; found.length < 80; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
});

/** The first 64 bits after the point of the root of a prime. */
function rootFraction(prime: bigint, degree: 2n | 3n): bigint {
  const target = prime << (64n * degree);
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return low & mask64;
}

const cubeRoots = once(() => primes().map((prime) => rootFraction(prime, 3n)));
const squareRoots = once(() =>
  primes()
    .slice(0, 16)
    .map((prime) => rootFraction(prime, 2n)),
);
const highWord = (value: bigint): number => Number(value >> 32n) | 0;
const lowWord = (value: bigint): number => Number(value & 0xffffffffn) | 0;
const constants32 = once(() => Int32Array.from(cubeRoots().slice(0, 64), highWord));

function schedule32(view: DataView, offset: number, words: Int32Array): void {
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      words[i] = view.getInt32(offset + i * 4);
      continue;
    }
    const x = words[i - 15]!;
    const y = words[i - 2]!;
    const s0 = rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3);
    const s1 = rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10);
    words[i] = (words[i - 16]! + s0 + words[i - 7]! + s1) | 0;
  }
}

function sha256(bytes: Uint8Array, initial: Int32Array): Uint8Array {
  const view = padded(bytes, 64, 'big');
  const state = initial.slice();
  const words = new Int32Array(64);
  const constants = constants32();
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    turn();
    schedule32(view, offset, words);
    let [a, b, c, d, e, f, g, h] = state as unknown as number[] & { length: 8 };
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e!, 26) ^ rotate(e!, 21) ^ rotate(e!, 7);
      const choice = (e! & f!) ^ (~e! & g!);
      const first = (h! + s1 + choice + constants[i]! + words[i]!) | 0;
      const s0 = rotate(a!, 30) ^ rotate(a!, 19) ^ rotate(a!, 10);
      const majority = (a! & b!) ^ (a! & c!) ^ (b! & c!);
      [h, g, f, e, d, c, b, a] = [g, f, e, (d! + first) | 0, c, b, a, (first + s0 + majority) | 0];
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index]! += value!;
  }
  return wordBytes(state, 'big');
}

const rotate64 = (value: bigint, by: bigint): bigint => ((value >> by) | (value << (64n - by))) & mask64;

function schedule64(view: DataView, offset: number, words: bigint[]): void {
  for (let i = 0; i < 80; i++) {
    if (i < 16) {
      words[i] = view.getBigUint64(offset + i * 8);
      continue;
    }
    const x = words[i - 15]!;
    const y = words[i - 2]!;
    const s0 = rotate64(x, 1n) ^ rotate64(x, 8n) ^ (x >> 7n);
    const s1 = rotate64(y, 19n) ^ rotate64(y, 61n) ^ (y >> 6n);
    words[i] = (words[i - 16]! + s0 + words[i - 7]! + s1) & mask64;
  }
}

function sha512(bytes: Uint8Array, initial: readonly bigint[]): Uint8Array {
  const view = padded(bytes, 128, 'big');
  const state = [...initial];
  const words: bigint[] = [];
  const constants = cubeRoots();
  for (let offset = 0; offset < view.byteLength; offset += 128) {
    turn();
    schedule64(view, offset, words);
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 80; i++) {
      const s1 = rotate64(e!, 14n) ^ rotate64(e!, 18n) ^ rotate64(e!, 41n);
      const choice = (e! & f!) ^ (~e! & mask64 & g!);
      const first = h! + s1 + choice + constants[i]! + words[i]!;
      const s0 = rotate64(a!, 28n) ^ rotate64(a!, 34n) ^ rotate64(a!, 39n);
      const majority = (a! & b!) ^ (a! & c!) ^ (b! & c!);
      [h, g, f, e, d, c, b, a] = [g, f, e, (d! + first) & mask64, c, b, a, (first + s0 + majority) & mask64];
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) {
      state[index] = (state[index]! + value!) & mask64;
    }
  }
  const result = new DataView(new ArrayBuffer(64));
  for (const [index, value] of state.entries()) result.setBigUint64(index * 8, value);
  return new Uint8Array(result.buffer);
}

const initial256 = once(() => Int32Array.from(squareRoots().slice(0, 8), highWord));
const initial224 = once(() => Int32Array.from(squareRoots().slice(8), lowWord));

/** By Python's names. */
export const digests: ReadonlyMap<string, DigestRow> = new Map([
  ['md5', { digest: md5, digestSize: 16, blockSize: 64 }],
  ['sha1', { digest: sha1, digestSize: 20, blockSize: 64 }],
  ['sha224', { digest: (bytes) => sha256(bytes, initial224()).slice(0, 28), digestSize: 28, blockSize: 64 }],
  ['sha256', { digest: (bytes) => sha256(bytes, initial256()), digestSize: 32, blockSize: 64 }],
  [
    'sha384',
    { digest: (bytes) => sha512(bytes, squareRoots().slice(8)).slice(0, 48), digestSize: 48, blockSize: 128 },
  ],
  ['sha512', { digest: (bytes) => sha512(bytes, squareRoots().slice(0, 8)), digestSize: 64, blockSize: 128 }],
  ...[224, 256, 384, 512].map((bits): [string, DigestRow] => {
    const size = bits / 8;
    return [
      `sha3_${bits}`,
      { digest: (bytes) => sha3(bytes, size), digestSize: size, blockSize: 200 - 2 * size },
    ];
  }),
  ['blake2b', blakeRow('blake2b', 64)],
  ['blake2s', blakeRow('blake2s', 32)],
]);

/** BLAKE2 with a digest of so many bytes. */
export function blakeRow(name: 'blake2b' | 'blake2s', size: number): DigestRow {
  const initial = () => squareRoots().slice(0, 8);
  return name === 'blake2b'
    ? { digest: (bytes) => blake2bDigest(bytes, size, initial()), digestSize: size, blockSize: 128 }
    : {
        digest: (bytes) =>
          blake2sDigest(
            bytes,
            size,
            initial().map((word) => word >> 32n),
          ),
        digestSize: size,
        blockSize: 64,
      };
}
