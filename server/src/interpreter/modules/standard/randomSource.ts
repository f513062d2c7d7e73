/**
 * The generator behind Python's `random`: seeding, bits and integers below a bound, with the differences of Python 2. The
 * distributions are in randomModule.ts.
 */
import { Mt19937 } from '../../../tensor/random/mt19937.ts';
import { sha512 } from '../../../tensor/random/sha512.ts';
import { raiseOverflowError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { callMethodOfType, callSpecial } from '../../protocols/calls.ts';
import { hash } from '../../protocols/hashing.ts';
import { indexOf } from '../../protocols/items.ts';
import { asInteger, bitLength, floorDivide, type Integer } from '../../protocols/numbers.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { utf8 } from '../../utf8.ts';
import { int, PyBytes, PyFloat, PyObject, PyUnicode, type Value } from '../../values.ts';

/** `random.Random`. Classes of the program may give it another `random` or `getrandbits`. */
export class PyRandom extends PyObject {
  readonly engine = new Mt19937();
  /** The second of the last pair of `gauss`. */
  pendingGauss: number | null = null;
}

/** `random.SystemRandom`. */
export class PySystemRandom extends PyRandom {}

const mask64 = (1n << 64n) - 1n;

/** An unpredictable 32-bit word. */
const entropyWord = (): number => Math.floor(Math.random() * 2 ** 32);

/** Words of an integer, the least significant first; one word for 0. */
function wordsOf(value: bigint): number[] {
  const words: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words.length > 0 ? words : [0];
}

function bigEndian(bytes: ArrayLike<number>): bigint {
  let value = 0n;
  for (let i = 0; i < bytes.length; i++) value = (value << 8n) | BigInt(bytes[i]!);
  return value;
}

/** `random.seed(a, version)`. */
export function seed(self: PyRandom, value: Value | undefined, version: Value | undefined): null {
  self.pendingGauss = null;
  if (value === undefined || value === null) {
    self.engine.seedByArray(Array.from({ length: 624 }, entropyWord));
    return null;
  }
  self.engine.seedByArray(wordsOf(seedNumber(value, { isVersion2: version === undefined || version === 2 })));
  return null;
}

function seedNumber(value: Value, { isVersion2 }: { readonly isVersion2: boolean }): bigint {
  const integer = asInteger(value);
  if (integer !== undefined) return integer < 0 ? -BigInt(integer) : BigInt(integer);
  if (pythonVersion() === 2) return oldHash(value);
  const bytes =
    typeof value === 'string' ? Uint8Array.from(utf8(value)) : value instanceof PyBytes ? value.data : null;
  if (bytes) return isVersion2 ? bigEndian([...bytes, ...sha512(bytes)]) : versionOne(value, bytes);
  if (typeof callMethodOfType(value, '__float__') !== 'object' || !isFloat(value))
    raiseTypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.');
  return BigInt(hash(value)) & mask64;
}

const isFloat = (value: Value): boolean => typeOf(value).mro.some((type) => type.name === 'float');

/** Version 1 of seeding by a text: the hash of Python 2. */
function versionOne(value: Value, bytes: Uint8Array): bigint {
  const codes = typeof value === 'string' ? [...value].map((letter) => letter.codePointAt(0)!) : [...bytes];
  return oldTextHash(codes);
}

function oldTextHash(codes: readonly number[]): bigint {
  let x = codes.length > 0 ? BigInt(codes[0]!) << 7n : 0n;
  for (const code of codes) x = ((1000003n * x) ^ BigInt(code)) & mask64;
  x ^= BigInt(codes.length);
  return x === mask64 ? mask64 - 1n : x;
}

/** Python 2's `hash`, which seeds with whatever has one. */
function oldHash(value: Value): bigint {
  if (typeof value === 'string') return oldTextHash([...value].map((letter) => letter.charCodeAt(0)));
  if (value instanceof PyUnicode)
    return oldTextHash([...value.value].map((letter) => letter.codePointAt(0)!));
  if (value instanceof PyFloat && !Number.isInteger(value.value)) return oldFloatHash(value.value);
  return BigInt(hash(value)) & mask64;
}

function oldFloatHash(value: number): bigint {
  if (!Number.isFinite(value)) return BigInt(hash(new PyFloat(value))) & mask64;
  let exponent = 0;
  let fraction = value;
  while (Math.abs(fraction) >= 1) {
    fraction /= 2;
    exponent++;
  }
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2;
    exponent--;
  }
  const scaled = fraction * 2 ** 31;
  const high = Math.trunc(scaled);
  const low = Math.trunc((scaled - high) * 2 ** 31);
  const sum = BigInt(high) + BigInt(low) + BigInt(exponent) * 32768n;
  return (sum === -1n ? -2n : sum) & mask64;
}

/** Where the uniform numbers of a generator come from: the class of the program may have its own. */
export function uniformOf(self: PyRandom): () => number {
  if (self instanceof PySystemRandom) return Math.random;
  const { engine, cls } = self;
  if (cls !== null) {
    const own = lookupInType(cls, 'random');
    if (isOfProgram(own)) return () => toFloat(callSpecial(own, self, []));
  }
  return () => engine.nextDouble();
}

const isOfProgram = (found: Value | undefined): found is Value =>
  found !== undefined && found !== null && typeOf(found).name === 'function';

/** `getrandbits(k)`. */
export function randomBits(self: PyRandom, count: number): Integer {
  if (count < 0) raiseValueError('number of bits must be non-negative');
  const word = self instanceof PySystemRandom ? entropyWord : () => self.engine.nextUint32();
  if (count === 0) return 0;
  if (count <= 32) return word() >>> (32 - count);
  runtime().allocate(count / 8);
  const digits: string[] = [];
  for (let rest = count; rest > 0; rest -= 32) {
    const digit = rest < 32 ? word() >>> (32 - rest) : word();
    digits.push(digit.toString(16).padStart(8, '0'));
  }
  return int(BigInt(`0x${digits.reverse().join('')}`));
}

/** `getrandbits` as programs call it. */
export function bitsMethod(self: PyRandom, count: Value): Integer {
  const wanted = indexOf(count);
  if (typeof wanted === 'bigint') raiseOverflowError('Python int too large to convert to C int');
  if (pythonVersion() === 2 && wanted <= 0) raiseValueError('number of bits must be greater than zero');
  return randomBits(self, wanted);
}

/** An integer in [0, bound), bound > 0. */
export function below(self: PyRandom, bound: Integer): Integer {
  if (
    self.cls === null &&
    !(self instanceof PySystemRandom) &&
    typeof bound === 'number' &&
    bound <= 0xffffffff &&
    pythonVersion() === 3
  )
    return belowWord(self.engine, bound);
  if (pythonVersion() === 2) return belowByFraction(self, bound);
  const own = self.cls === null ? undefined : lookupInType(self.cls, 'getrandbits');
  if (isOfProgram(own)) return belowByBits(bound, (count) => asInteger(callSpecial(own, self, [count])) ?? 0);
  if (self.cls !== null && isOfProgram(lookupInType(self.cls, 'random'))) return belowByRandom(self, bound);
  return belowByBits(bound, (count) => randomBits(self, count));
}

/** The frequent case: one word for each try. */
function belowWord(engine: Mt19937, bound: number): number {
  const shift = Math.clz32(bound);
  let found = engine.nextUint32() >>> shift;
  while (found >= bound) found = engine.nextUint32() >>> shift;
  return found;
}

function belowByBits(bound: Integer, bits: (count: number) => Integer): Integer {
  const count = bitLength(bound);
  let found = bits(count);
  while (found >= bound) found = bits(count);
  return found;
}

/** For classes that have only their own `random`. */
function belowByRandom(self: PyRandom, bound: Integer): Integer {
  const random = uniformOf(self);
  const most = 2 ** 53;
  if (bound >= most) return floorDivide(int(BigInt(Math.floor(random() * Number(bound)))), 1);
  const limit = (most - (most % Number(bound))) / most;
  let found = random();
  while (found >= limit) found = random();
  return Math.floor(found * most) % Number(bound);
}

/** Python 2 multiplies, except for bounds that a float can not tell apart. */
function belowByFraction(self: PyRandom, bound: Integer): Integer {
  if (bound < 2 ** 53) return Math.floor(uniformOf(self)() * Number(bound));
  const count = Math.floor(1.00001 + Math.log2(Number(BigInt(bound) - 1n)));
  let found = randomBits(self, count);
  while (found >= bound) found = randomBits(self, count);
  return found;
}
