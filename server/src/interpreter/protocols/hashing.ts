/**
 * `hash` and the keys of containers. Numbers hash as in CPython (modulo 2^61 - 1); strings and objects hash by other
 * functions than CPython's, whose values are random or addresses.
 */

import { bytesOfString, isAscii } from '../byteTexts.ts';
import { PyFrozenSet } from '../containers.ts';
import { raiseTypeError } from '../exceptions.ts';
import { frozenSetHash, type Hash64, hash64Of, shownHash, tupleHash } from '../hash64.ts';
import {
  python2ComplexHash,
  python2FloatHash,
  python2FrozenSetHash,
  python2IntegerHash,
  python2TextHash,
  python2TupleHash,
} from '../hash64Python2.ts';
import { installKeyProtocol, type Token } from '../keyTable.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { beginPass, pythonVersion, runtime, turn } from '../runtime.ts';
import {
  int,
  PyBoxed,
  PyBuiltin,
  PyComplex,
  PyFloat,
  PyFunction,
  PyLong,
  PyRange,
  PyTuple,
  PyUnicode,
  type Value,
} from '../values.ts';
import { callUnary } from './calls.ts';
import { equals } from './comparison.ts';
import { asInteger, type Integer } from './numbers.ts';

const modulus = (1n << 61n) - 1n;

/** `hash(value)`; raises TypeError for unhashable values. */
export function hash(value: Value): Integer {
  if (pythonVersion() === 2) {
    const known = python2Hash(value);
    if (known !== null) return shownHash(known);
  }
  if (typeof value === 'string') return hashText(value);
  if (value instanceof PyBoxed) return hashObject(value);
  const integer = asInteger(value);
  if (integer !== undefined) return hashInteger(integer);
  if (value instanceof PyFloat) return hashFloat(value.value);
  if (value instanceof PyUnicode) return hashText(value.value);
  if (value === null) return 0xfca86420;
  return hashObject(value);
}

function hashObject(value: Value): Integer {
  const type = typeOf(value);
  const method = lookupInType(type, '__hash__');
  if (method === undefined) return identityOf(value as object);
  if (method === null) raiseTypeError(`unhashable type: '${type.name}'`);
  const result = asInteger(callUnary(method, value));
  if (result === undefined) raiseTypeError('__hash__ method should return an integer');
  // What fits 64 bits is the hash itself.
  if (typeof result === 'number') return result === -1 ? -2 : result;
  return BigInt.asIntN(64, result) === result ? result : hashInteger(result);
}

/** `id(value)` of an object: a number that no other object of the run has. Equal texts and numbers are one object. */
export function identityOf(value: object): number {
  const plain = value as Value;
  if (typeof plain !== 'object' || plain === null) return Math.abs(Number(hash(plain)));
  const running = runtime();
  let identity = running.identities.get(value);
  if (identity === undefined) {
    identity = running.nextIdentity;
    running.nextIdentity += 16;
    running.identities.set(value, identity);
  }
  return identity;
}

function hashInteger(value: Integer): Integer {
  if (typeof value === 'number' && Math.abs(value) < 2 ** 53) return value === -1 ? -2 : value;
  const big = BigInt(value);
  const rest = big < 0n ? -(-big % modulus) : big % modulus;
  return int(rest === -1n ? -2n : rest);
}

function hashFloat(value: number): Integer {
  if (Number.isNaN(value)) return 0;
  if (!Number.isFinite(value)) return value > 0 ? 314159 : -314159;
  if (Number.isInteger(value)) return hashInteger(Number.isSafeInteger(value) ? value : BigInt(value));
  const { mantissa, exponent } = split(value);
  const shift = ((exponent % 61) + 61) % 61;
  const rest = (BigInt(Math.abs(mantissa)) << BigInt(shift)) % modulus;
  const signed = value < 0 ? -rest : rest;
  return int(signed === -1n ? -2n : signed);
}

/** value = mantissa * 2^exponent with an integer mantissa. */
function split(value: number): { mantissa: number; exponent: number } {
  let mantissa = value;
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  return { mantissa, exponent };
}

/** Characters of a text between two questions whether the run has to stop. */
const hashedAtOnce = 1 << 20;

/** Of a text; not CPython's, which is random. */
export function hashText(text: string): number {
  let result = 0x811c9dc5;
  const { length } = text;
  for (let from = 0; from < length; from += hashedAtOnce) {
    const to = Math.min(from + hashedAtOnce, length);
    beginPass(to - from);
    for (let i = from; i < to; i++) result = Math.imul(result ^ text.charCodeAt(i), 0x01000193);
  }
  return result === -1 ? -2 : result;
}

/** Of a tuple with these elements. */
export function hashSequence(items: readonly Value[]): Integer {
  turn();
  beginPass(items.length);
  return shownHash(tupleHash(items.map((item) => hash64Of(hash(item)))));
}

/** Of a frozenset with these elements. */
export const hashUnordered = (items: Iterable<Value>): Integer =>
  shownHash(frozenSetHash(Array.from(items, (item) => hash64Of(hash(item)))));

/** See {@link installKeyProtocol}. */
function orderHash(key: Value): Hash64 | null {
  if (pythonVersion() === 2) return python2Hash(key);
  if (typeof key === 'string') return null;
  if (typeof key !== 'object' || key === null || key instanceof PyFloat) return hash64Of(hash(key));
  if (key instanceof PyUnicode) return null;
  if ((key instanceof PyTuple || key instanceof PyFrozenSet) && key.cls === null) return partsHash(key);
  if (key instanceof PyLong || key instanceof PyComplex) return hash64Of(hash(key));
  if (key instanceof PyBoxed && isPlainKey(key)) return orderHash(key.plain);
  const number = numbersAsKeys.get(key.constructor);
  if (number) return orderHash(number(key as never));
  const method = lookupInType(typeOf(key), '__hash__');
  return method instanceof PyFunction || key instanceof PyRange ? hash64Of(hash(key)) : null;
}

/** CPython 2.7's hash; null for what hashes by its address. */
function python2Hash(key: Value): Hash64 | null {
  if (typeof key === 'string') return python2TextHash(bytesOfString(key));
  if (key instanceof PyUnicode) return python2TextHash(Array.from(key.value, (each) => each.codePointAt(0)!));
  const integer = asInteger(key);
  if (integer !== undefined && !(key instanceof PyBoxed)) return python2IntegerHash(integer);
  if (typeof key !== 'object' || key === null) return null;
  if (key instanceof PyFloat) return python2FloatHash(key.value);
  if (key instanceof PyComplex) {
    const [re, im] = [python2FloatHash(key.re), python2FloatHash(key.im)];
    return key.im === 0 ? re : python2ComplexHash(re, im);
  }
  if (key instanceof PyBoxed && isPlainKey(key)) return python2Hash(key.plain);
  if ((key instanceof PyTuple || key instanceof PyFrozenSet) && key.cls === null) {
    const parts = hashesOf(key instanceof PyTuple ? key.items : key.table.keys(), python2Hash);
    if (parts === null) return null;
    return key instanceof PyTuple ? python2TupleHash(parts) : python2FrozenSetHash(parts);
  }
  const number = numbersAsKeys.get(key.constructor);
  if (number) return python2Hash(number(key as never));
  return lookupInType(typeOf(key), '__hash__') instanceof PyFunction ? hash64Of(hashObject(key)) : null;
}

/** The hashes of all elements; null when one has none. */
function hashesOf(items: readonly Value[], hashOf: (item: Value) => Hash64 | null): Hash64[] | null {
  const parts: Hash64[] = [];
  for (const item of items) {
    const part = hashOf(item);
    if (part === null) return null;
    parts.push(part);
  }
  return parts;
}

function partsHash(key: PyTuple | PyFrozenSet): Hash64 | null {
  const parts = hashesOf(key instanceof PyTuple ? key.items : key.table.keys(), orderHash);
  if (parts === null) return null;
  return key instanceof PyTuple ? tupleHash(parts) : frozenSetHash(parts);
}

/** The last 32 bits of a hash. */
function hashBits(item: Value): number {
  if (typeof item === 'number' && (item | 0) === item) return item === -1 ? -2 : item;
  const whole = hash(item);
  return typeof whole === 'number' && (whole | 0) === whole
    ? whole
    : Number(BigInt.asIntN(32, BigInt(whole)));
}

/** A number for buckets: it only has to agree with equality, and is quicker than the hash of a tuple. */
function bucketHash(key: Value): number {
  if (!(key instanceof PyTuple) || key.cls !== null) return Number(hash(key));
  const { items } = key;
  let result = 0x345678;
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    const bits = item instanceof PyTuple ? bucketHash(item) | 0 : hashBits(item);
    result = Math.imul(result ^ bits, 1000003) | 0;
  }
  return result;
}

/** Classes of other modules that stand for numbers as keys (NumPy's scalars): the number of a value. */
export const numbersAsKeys = new Map<unknown, (key: never) => Value>();

function token(key: Value): Token | undefined {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
      return key;
    case 'boolean':
      return key ? 1 : 0;
  }
  if (key === null) return noneToken;
  if (key instanceof PyFloat) return floatToken(key);
  // A byte string of the same units is another key.
  if (key instanceof PyUnicode) return isAscii(key.value) ? key.value : undefined;
  if (key instanceof PyLong) return key.value;
  if (key instanceof PyComplex) return key.im === 0 ? floatToken(new PyFloat(key.re)) : undefined;
  if (key instanceof PyTuple || key instanceof PyFrozenSet) return undefined;
  if (key instanceof PyBoxed && isPlainKey(key)) return token(key.plain);
  const plain = numbersAsKeys.get(key.constructor);
  if (plain) return token(plain(key as never));
  const method = lookupInType(typeOf(key), '__hash__');
  return method === undefined ? key : undefined;
}

/** True when the class of a boxed value left hash and equality to the native type. */
function isPlainKey(key: PyBoxed): boolean {
  const isNative = (name: string): boolean => lookupInType(typeOf(key), name) instanceof PyBuiltin;
  return isNative('__hash__') && isNative('__eq__');
}

const noneToken = { none: true };

function floatToken(key: PyFloat): Token {
  const { value } = key;
  if (Number.isNaN(value)) return key;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value + 0;
}

/** `a == b` of keys with the same hash: mostly tuples of numbers and texts. */
function keysEqual(a: Value, b: Value): boolean {
  if (a instanceof PyTuple && b instanceof PyTuple && a.items.length === b.items.length) {
    const { items } = a;
    let index = 0;
    while (index < items.length && items[index] === b.items[index]) index++;
    if (index === items.length && a.cls === null && b.cls === null) return true;
  }
  return equals(a, b);
}

installKeyProtocol({ token, hash: bucketHash, orderHash, equals: keysEqual });
