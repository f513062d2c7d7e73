/**
 * Element types: their names, sizes, storage and the rules by which two of them become one.
 *
 * The rules are NumPy's (`np.promote_types`); Theano, Aesara and PyTensor use the same table for their `upcast`.
 * Texts are a family of types, one for each length, and times one for each unit. Object types have a name nowhere here: arrays of them are refused where
 * they would be made.
 */
import { type Complex, ComplexArray, type ComplexDType } from './complex.ts';
import { notSupported } from './engineError.ts';
import { askForMemory } from './interrupt.ts';
import {
  type Column,
  fieldsOf,
  isRecord,
  type RecordArray,
  type RecordDType,
  type RecordElement,
  recordStorage,
} from './recordElement.ts';
import {
  bytesDType,
  isBytes,
  type Text,
  TextArray,
  type TextDType,
  textDType,
  textLength,
} from './textElement.ts';
import { isMoment, isTime, promoteTimes, type TimeDType } from './timeElement.ts';

/** The types that symbolic variables can have too. */
export type RealDType =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'float16'
  | 'float32'
  | 'float64';

/** The types of numbers. */
export type NumberDType = RealDType | ComplexDType;

export type DType = NumberDType | TextDType | TimeDType | RecordDType;

/** The storage of an array. `bool` is stored as 0 and 1 in bytes. */
export type TypedArray =
  | Uint8Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Float32Array
  | Float64Array
  | ComplexArray
  | TextArray
  | RecordArray;

/**
 * One element as JavaScript holds it: 64-bit integers are `bigint`, complex numbers `Complex`, texts
 * `Text`, all others `number`.
 */
export type Element = number | bigint | Complex | Text | RecordElement;

export type DTypeKind =
  | 'bool'
  | 'int'
  | 'uint'
  | 'float'
  | 'complex'
  | 'text'
  | 'bytes'
  | 'moment'
  | 'span'
  | 'record';

interface DTypeFacts {
  readonly kind: DTypeKind;
  readonly bytes: number;
  readonly make: (length: number) => TypedArray;
}

const facts: Readonly<Record<NumberDType, DTypeFacts>> = {
  bool: { kind: 'bool', bytes: 1, make: (n) => new Uint8Array(n) },
  int8: { kind: 'int', bytes: 1, make: (n) => new Int8Array(n) },
  int16: { kind: 'int', bytes: 2, make: (n) => new Int16Array(n) },
  int32: { kind: 'int', bytes: 4, make: (n) => new Int32Array(n) },
  int64: { kind: 'int', bytes: 8, make: (n) => new BigInt64Array(n) },
  uint8: { kind: 'uint', bytes: 1, make: (n) => new Uint8Array(n) },
  uint16: { kind: 'uint', bytes: 2, make: (n) => new Uint16Array(n) },
  uint32: { kind: 'uint', bytes: 4, make: (n) => new Uint32Array(n) },
  uint64: { kind: 'uint', bytes: 8, make: (n) => new BigUint64Array(n) },
  float16: { kind: 'float', bytes: 2, make: (n) => makeHalfStorage(n) },
  float32: { kind: 'float', bytes: 4, make: (n) => new Float32Array(n) },
  float64: { kind: 'float', bytes: 8, make: (n) => new Float64Array(n) },
  complex64: { kind: 'complex', bytes: 8, make: (n) => new ComplexArray(n, 8) },
  complex128: { kind: 'complex', bytes: 16, make: (n) => new ComplexArray(n, 16) },
};

/** What the engines of today have and the types of TypeScript's ES2023 do not. */
const halves = globalThis as unknown as { Float16Array?: new (length: number) => Float32Array };

/** A storage that rounds to half precision whatever is written. */
function makeHalfStorage(length: number): TypedArray {
  if (!halves.Float16Array) throw notSupported('arrays of float16 (this JavaScript engine has none)');
  return new halves.Float16Array(length);
}

/** The nearest half-precision number. */
export function roundToHalf(value: number): number {
  const storage = makeHalfStorage(1);
  storage[0] = value;
  return storage[0] as number;
}

function factsOf(dtype: DType): DTypeFacts {
  const found = (facts as Readonly<Partial<Record<string, DTypeFacts>>>)[dtype];
  if (found) return found;
  if (isTime(dtype)) return isMoment(dtype) ? momentFacts : spanFacts;
  return isRecord(dtype) ? recordFacts(dtype) : textFacts(dtype as TextDType);
}

function recordFacts(dtype: RecordDType): DTypeFacts {
  const fields = fieldsOf(dtype).map((field) => factsOf(field.dtype as DType));
  const bytes = fields.reduce((sum, field) => sum + field.bytes, 0);
  const makeColumns = (n: number): Column[] => fields.map((field) => field.make(n) as Column);
  return { kind: 'record', bytes, make: (n) => recordStorage(n, bytes, makeColumns) };
}

const momentFacts: DTypeFacts = { kind: 'moment', bytes: 8, make: (n) => new BigInt64Array(n) };
const spanFacts: DTypeFacts = { ...momentFacts, kind: 'span' };

const textFacts = (dtype: TextDType): DTypeFacts => {
  const bytes = textLength(dtype) * (isBytes(dtype) ? 1 : 4);
  return { kind: isBytes(dtype) ? 'bytes' : 'text', bytes, make: (n) => new TextArray(n, bytes) };
};

/** Every type of numbers, narrow to wide within each kind. */
export const dtypes = Object.keys(facts) as readonly NumberDType[];

export const isDType = (name: string): name is NumberDType => Object.hasOwn(facts, name);
/** True for the types that symbolic variables can have. */
export const isRealDType = (name: string): name is RealDType => isDType(name) && kindOf(name) !== 'complex';
export const kindOf = (dtype: DType): DTypeKind => factsOf(dtype).kind;
export const byteSize = (dtype: DType): number => factsOf(dtype).bytes;

export function makeStorage(dtype: DType, length: number): TypedArray {
  if (length >= longStorage) askForMemory(length * byteSize(dtype));
  return factsOf(dtype).make(length);
}

/** Elements of a storage for which memory is asked. */
const longStorage = 65_536;

/** Real floats; complex types are none. */
export const isFloat = (dtype: DType): boolean => kindOf(dtype) === 'float';
export const isComplex = (dtype: DType): dtype is ComplexDType => kindOf(dtype) === 'complex';
/** Texts and strings of bytes. */
export const isText = (dtype: DType): dtype is TextDType => dtype.startsWith('<U') || isBytes(dtype);
/** Floats and complex types. */
export const isInexact = (dtype: DType): boolean => isFloat(dtype) || isComplex(dtype);
export const isInteger = (dtype: DType): boolean => kindOf(dtype) === 'int' || kindOf(dtype) === 'uint';
/** Booleans and integers: NumPy's and the libraries' discrete types. */
export const isDiscrete = (dtype: DType): boolean =>
  !isInexact(dtype) && !isText(dtype) && !isTime(dtype) && !isRecord(dtype);
/** True for the types whose elements are `bigint`: the widest integers, and times. */
export const isBig = (dtype: DType): boolean => dtype === 'int64' || dtype === 'uint64' || isTime(dtype);

/** The type that holds the values of both (`np.promote_types`). int64 with uint64 gives float64, as in NumPy. */
export function promote(a: DType, b: DType): DType {
  if (a === b) return a;
  if (isRecord(a) || isRecord(b)) throw notSupported('a common type of records');
  if (isText(a) || isText(b)) {
    const length = Math.max(writtenLength(a), writtenLength(b));
    return [a, b].every((dtype) => isBytes(dtype) || !isText(dtype)) ? bytesDType(length) : textDType(length);
  }
  if (isTime(a) || isTime(b)) return promoteWithTime(a, b);
  const left = facts[a];
  const right = facts[b];
  if (left.kind === 'bool') return b;
  if (right.kind === 'bool') return a;
  if (left.kind === right.kind) return left.bytes >= right.bytes ? a : b;
  if (isComplex(a) || isComplex(b)) return promoteComplex(a, b);
  if (left.kind === 'float') return promoteFloat(left.bytes, right.bytes);
  if (right.kind === 'float') return promoteFloat(right.bytes, left.bytes);
  const [signed, unsigned] = left.kind === 'int' ? [left, right] : [right, left];
  return promoteSigned(signed.bytes, unsigned.bytes);
}

/** Beside a span an integer is one too; moments have no type with numbers. */
function promoteWithTime(a: DType, b: DType): DType {
  if (isTime(a) && isTime(b)) return promoteTimes(a, b);
  const [time, other] = isTime(a) ? [a, b] : [b, a];
  if (isMoment(time) || !isDiscrete(other)) throw notSupported(`a common type of ${a} and ${b}`);
  return time;
}

/** Characters of the longest integer with a sign, by the bytes of its type. */
const integerLengths: Readonly<Record<number, number>> = { 1: 4, 2: 6, 4: 11, 8: 21 };

/** How many characters the elements of a type take as text. */
export function writtenLength(dtype: DType): number {
  if (isText(dtype)) return textLength(dtype);
  if (isTime(dtype)) return 28;
  if (isRecord(dtype)) throw notSupported('records as texts');
  const { kind, bytes } = facts[dtype];
  if (kind === 'bool') return 5;
  if (kind === 'float') return 32;
  if (kind === 'complex') return 64;
  return integerLengths[bytes]! - (kind === 'uint' ? 1 : 0);
}

/** The type of the components of a complex type; other types are their own. */
export const componentType = (dtype: DType): DType =>
  dtype === 'complex64' ? 'float32' : dtype === 'complex128' ? 'float64' : dtype;

/** The complex type that holds a real type's values. */
export const complexOf = (dtype: DType): ComplexDType =>
  promote(componentType(dtype), 'float32') === 'float32' ? 'complex64' : 'complex128';

const promoteComplex = (a: DType, b: DType): DType => complexOf(promote(componentType(a), componentType(b)));

function promoteFloat(floatBytes: number, integerBytes: number): DType {
  const needed = integerBytes === 1 ? 2 : integerBytes === 2 ? 4 : 8;
  return floatOfBytes(Math.max(floatBytes, needed));
}

function promoteSigned(signedBytes: number, unsignedBytes: number): DType {
  const needed = Math.max(signedBytes, unsignedBytes * 2);
  return needed > 8 ? 'float64' : signedOfBytes(needed);
}

const signedOfBytes = (bytes: number): DType =>
  bytes <= 1 ? 'int8' : bytes === 2 ? 'int16' : bytes === 4 ? 'int32' : 'int64';
const floatOfBytes = (bytes: number): DType => (bytes <= 2 ? 'float16' : bytes === 4 ? 'float32' : 'float64');

/** The type of several operands; at least one is given. */
export const promoteAll = (all: readonly DType[]): DType => all.reduce(promote);

/** True when NumPy casts `from` to `to` under the rule `safe`: no value can change. */
export const canCastSafely = (from: DType, to: DType): boolean => promote(from, to) === to;

/** The least and the greatest value of an integer type. */
export function integerRange(dtype: DType): readonly [bigint, bigint] {
  const { kind, bytes } = factsOf(dtype);
  const bits = BigInt(bytes * 8);
  return kind === 'int' ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

/** The narrowest signed type that holds `value`; null when int64 does not. */
export function narrowestSigned(value: bigint): DType | null {
  for (const dtype of ['int8', 'int16', 'int32', 'int64'] as const) {
    const [low, high] = integerRange(dtype);
    if (low <= value && value <= high) return dtype;
  }
  return null;
}
