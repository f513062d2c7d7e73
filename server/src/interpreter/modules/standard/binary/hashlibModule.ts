/** `hashlib` and `hmac`; the algorithms are in `digests.ts`. */

import { PySet } from '../../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call, isCallable } from '../../../protocols/calls.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { address } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import type { NativeBody } from '../../../signature.ts';
import { asText } from '../../../types/textValues.ts';
import { type PyModule, PyObject, type Value } from '../../../values.ts';
import { bytesOf, bytesValue } from './bufferArguments.ts';
import { blakeRow, type DigestRow, digests } from './digests.ts';

/** A hash object, or a keyed one: what it was fed with. */
class PyHash extends PyObject {
  readonly name: string;
  readonly row: DigestRow;
  /** The two keys of HMAC; null for a plain hash. */
  readonly keys: { readonly inner: Uint8Array; readonly outer: Uint8Array } | null;
  chunks: readonly Uint8Array[] = [];
  constructor(name: string, keys: PyHash['keys'] = null, row = digests.get(name)!) {
    super();
    this.name = name;
    this.row = row;
    this.keys = keys;
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

function digestOf(self: PyHash): Uint8Array {
  runtime().checkpoint();
  const { digest } = self.row;
  if (self.keys === null) return digest(joined(self.chunks));
  return digest(joined([self.keys.outer, digest(joined([self.keys.inner, ...self.chunks]))]));
}

const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function update(self: PyHash, data: Value): null {
  if (runtime().python === 3 && asText(data) !== null)
    raiseTypeError('Strings must be encoded before hashing');
  const bytes = bytesOf(data, 'object supporting the buffer API required');
  runtime().allocate(bytes.length);
  self.chunks = [...self.chunks, bytes.slice()];
  return null;
}

defineType<PyHash>({
  name: 'HASH',
  module: '_hashlib',
  class: PyHash,
  attributes: {
    name: (self) => (self.keys === null ? self.name : `hmac-${self.name}`),
    digest_size: (self) => self.row.digestSize,
    block_size: (self) => self.row.blockSize,
  },
  methods: {
    'update(data)': update,
    'digest()': (self: PyHash) => bytesValue(digestOf(self)),
    'hexdigest()': (self: PyHash) => hexadecimal(digestOf(self)),
    'copy()': (self: PyHash) => {
      const copy = new PyHash(self.name, self.keys, self.row);
      copy.chunks = self.chunks;
      return copy;
    },
  },
  repr: (self) => `<${self.name} _hashlib.HASH object @ ${address(self)}>`,
});

function makeHash(name: string, data: Value | undefined): PyHash {
  const made = new PyHash(name);
  if (data !== undefined) update(made, data);
  return made;
}

const refusedAlgorithms = ['shake_128', 'shake_256'];

/** `blake2b` and `blake2s`: digests of any size up to the usual one. */
const makeBlake =
  (name: 'blake2b' | 'blake2s') =>
  (data?: Value, size?: Value, ...rest: (Value | undefined)[]): PyHash => {
    if (rest.some((option) => option !== undefined)) notSupported(`hashlib.${name} with options`);
    const most = digests.get(name)!.digestSize;
    const count = size === undefined ? most : sizeOf(size);
    if (count < 1 || count > most) {
      raiseValueError(`digest_size for ${name} must be between 1 and ${most} bytes, here it is ${count}`);
    }
    const made = new PyHash(name, null, blakeRow(name, count));
    if (data !== undefined) update(made, data);
    return made;
  };

/** PBKDF2 (RFC 8018) with HMAC. */
function deriveKey(name: Value, password: Value, salt: Value, ...rest: (Value | undefined)[]): Value {
  const [rounds, length = null] = rest;
  const algorithm = named(name);
  const { digestSize } = digests.get(algorithm)!;
  const count = sizeOf(rounds!);
  const size = length === null ? digestSize : sizeOf(length);
  if (count < 1) raiseValueError('iteration value must be greater than 0.');
  if (size < 1) raiseValueError('key length must be greater than 0.');
  runtime().allocate(size);
  const keyed = (message: Uint8Array): Uint8Array => {
    const made = makeKeyed(password, undefined, algorithm);
    made.chunks = [message];
    return digestOf(made);
  };
  const blocks: Uint8Array[] = [];
  for (let index = 1; blocks.length * digestSize < size; index++) {
    const number = Uint8Array.of(index >>> 24, index >>> 16, index >>> 8, index);
    let last = keyed(joined([bytesOf(salt), number]));
    const block = last.slice();
    for (let round = 1; round < count; round++) {
      last = keyed(last);
      for (let i = 0; i < digestSize; i++) block[i]! ^= last[i]!;
    }
    blocks.push(block);
  }
  return bytesValue(joined(blocks).slice(0, size));
}

function named(name: Value): string {
  const text = asText(name) ?? raiseTypeError('name must be a string');
  const lower = text.toLowerCase();
  if (digests.has(lower)) return lower;
  if (refusedAlgorithms.includes(lower)) notSupported(`hashlib.${lower}`);
  return raiseValueError(`unsupported hash type ${text}`);
}

const blakeParameters =
  'data?, /, *, digest_size?, key?, salt?, person?, fanout?, depth?, leaf_size?, node_offset?, node_depth?, inner_size?, last_node?';

export const hashlibModule = (): PyModule => {
  const makers: Record<string, NativeBody> = {};
  for (const name of digests.keys()) {
    if (name === 'blake2b' || name === 'blake2s') continue;
    makers[`${name}(string?, *, usedforsecurity?)`] = (data?: Value) => makeHash(name, data);
  }
  const all = PySet.from([...digests.keys(), ...refusedAlgorithms]);
  return defineModule({
    name: 'hashlib',
    values: { algorithms_guaranteed: all, algorithms_available: all },
    functions: {
      ...makers,
      [`blake2b(${blakeParameters})`]: makeBlake('blake2b'),
      [`blake2s(${blakeParameters})`]: makeBlake('blake2s'),
      'pbkdf2_hmac(hash_name, password, salt, iterations, dklen?)': deriveKey,
      'new(name, data?, **options)': (name: Value, data?: Value) => makeHash(named(name), data),
    },
    refused: [...refusedAlgorithms, 'scrypt', 'file_digest'],
  });
};

/** The name of a hash that is given by name, by its maker or by its module. */
function algorithmOf(given: Value): string {
  if (asText(given) !== null) return named(given);
  const made = isCallable(given) ? call(given, []) : null;
  return made instanceof PyHash ? made.name : notSupported('a hash of this kind for hmac');
}

function makeKeyed(key: Value, message: Value | undefined, algorithm: Value | undefined): PyHash {
  if (algorithm === undefined || algorithm === null) {
    if (runtime().python === 3) raiseTypeError("Missing required argument 'digestmod'.");
    return makeKeyed(key, message, 'md5');
  }
  const name = algorithmOf(algorithm);
  const row = digests.get(name)!;
  const given = bytesOf(key, 'key: expected bytes or bytearray, but got %');
  const short = given.length > row.blockSize ? row.digest(given) : given;
  const block = new Uint8Array(row.blockSize);
  block.set(short);
  const made = new PyHash(name, {
    inner: block.map((byte) => byte ^ 0x36),
    outer: block.map((byte) => byte ^ 0x5c),
  });
  if (message !== undefined && message !== null) update(made, message);
  return made;
}

export const hmacModule = (): PyModule =>
  defineModule({
    name: 'hmac',
    functions: {
      'new(key, msg?, digestmod?)': makeKeyed,
      'digest(key, msg, digest)': (key: Value, message: Value, algorithm: Value) =>
        bytesValue(digestOf(makeKeyed(key, message, algorithm))),
      'compare_digest(a, b)': (a: Value, b: Value) => {
        const [x, y] = [a, b].map((each) => asText(each) ?? hexadecimal(bytesOf(each)));
        return x === y;
      },
    },
    refused: '*',
  });
