/** `hashlib` and `hmac`; the algorithms are in `digests.ts`. */

import { PySet } from '../../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call, isCallable } from '../../../protocols/calls.ts';
import { address } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import type { NativeBody } from '../../../signature.ts';
import { asText } from '../../../types/textValues.ts';
import { type PyModule, PyObject, type Value } from '../../../values.ts';
import { bytesOf, bytesValue } from './bufferArguments.ts';
import { type DigestRow, digests } from './digests.ts';

/** A hash object, or a keyed one: what it was fed with. */
class PyHash extends PyObject {
  readonly name: string;
  readonly row: DigestRow;
  /** The two keys of HMAC; null for a plain hash. */
  readonly keys: { readonly inner: Uint8Array; readonly outer: Uint8Array } | null;
  chunks: readonly Uint8Array[] = [];
  constructor(name: string, keys: PyHash['keys'] = null) {
    super();
    this.name = name;
    this.row = digests.get(name)!;
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
      const copy = new PyHash(self.name, self.keys);
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

const refusedAlgorithms = [
  'blake2b',
  'blake2s',
  'sha3_224',
  'sha3_256',
  'sha3_384',
  'sha3_512',
  'shake_128',
  'shake_256',
];

function named(name: Value): string {
  const text = asText(name) ?? raiseTypeError('name must be a string');
  const lower = text.toLowerCase();
  if (digests.has(lower)) return lower;
  if (refusedAlgorithms.includes(lower)) notSupported(`hashlib.${lower}`);
  return raiseValueError(`unsupported hash type ${text}`);
}

export const hashlibModule = (): PyModule => {
  const makers: Record<string, NativeBody> = {};
  for (const name of digests.keys()) {
    makers[`${name}(string?, *, usedforsecurity?)`] = (data?: Value) => makeHash(name, data);
  }
  const all = PySet.from([...digests.keys(), ...refusedAlgorithms]);
  return defineModule({
    name: 'hashlib',
    values: { algorithms_guaranteed: all, algorithms_available: all },
    functions: {
      ...makers,
      'new(name, data?, **options)': (name: Value, data?: Value) => makeHash(named(name), data),
    },
    refused: [...refusedAlgorithms, 'pbkdf2_hmac', 'scrypt', 'file_digest'],
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
