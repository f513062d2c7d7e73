/**
 * Python values as arrays: numbers, texts, scalars, arrays and nested sequences. Values that NumPy would keep as
 * objects are refused, because there are no arrays of them here.
 */
import { Complex } from '../../../tensor/complex.ts';
import {
  byteSize,
  componentType,
  type DType,
  type Element,
  integerRange,
  isBig,
  isComplex,
  isDiscrete,
  isFloat,
  isInteger,
  isText,
  kindOf,
  promote,
  writtenLength,
} from '../../../tensor/dtype.ts';
import { toBigs } from '../../../tensor/fastCasts.ts';
import {
  asCounts,
  cast,
  componentOf,
  fromStorage,
  fromValues,
  NDArray,
  toElement,
  withoutImaginary,
  zeros,
} from '../../../tensor/ndarray.ts';
import { fieldsOf, isRecord, type RecordDType, recordType } from '../../../tensor/recordElement.ts';
import { elementCount, printShape } from '../../../tensor/shape.ts';
import { scalarText } from '../../../tensor/text.ts';
import {
  bytesDType,
  characterCount,
  isBytes,
  Text,
  type TextDType,
  textDType,
  textLength,
  withTextLength,
} from '../../../tensor/textElement.ts';
import { isTime, type TimeDType, unitOf } from '../../../tensor/timeElement.ts';
import { notSupported, raiseOverflowError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { lengthOf } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { asInteger, truncate } from '../../protocols/numbers.ts';
import { str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { runtime, turn } from '../../runtime.ts';
import { parseInteger, toFloat, toInteger } from '../../types/numberTypes.ts';
import { PyComplex, PyFloat, PyList, PyRange, PyTuple, type Value } from '../../values.ts';
import { arrayOfForeign, isForeignSequence } from './foreignSequences.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { PyVoid, recordElement } from './recordValues.ts';
import { charactersIn, knownText, textScalar, typeOfText } from './textScalar.ts';
import { timeElement, withUnit } from './timeValues.ts';
import { warn } from './warnings.ts';

/** Which NumPy the running program meets. */
export const numpyVersion = (): 1 | 2 => runtime().numpy;

/** The type of texts of whatever length. */
export const anyText = textDType(0);

/** The type of strings of whatever number of bytes. */
export const anyBytes = bytesDType(0);

const isAnyLength = (dtype: DType): dtype is TextDType => dtype === anyText || dtype === anyBytes;

/** Asks for memory for an array before it is made. */
export function reserve(dtype: DType, count: number): void {
  // A complex element is an object of its own.
  runtime().allocate(count * (isComplex(dtype) ? 40 : byteSize(dtype)));
}

/** The array that an object of a class of the program is to NumPy, by its `__array__` or as a sequence; undefined for others. */
export const foreignArray = (value: Value): NDArray | undefined =>
  arrayOfForeign(value) ?? (isOwnSequence(value) ? arrayOf(value) : undefined);

const isOwnSequence = (value: Value): boolean =>
  !isNumber(value) && knownText(value) === null && isForeignSequence(value);

const isPlainSequence = (value: Value): boolean =>
  value instanceof PyList || value instanceof PyTuple || value instanceof PyRange;

/** Sequences that become axes. */
const isSequence = (value: Value): boolean => isPlainSequence(value) || isOwnSequence(value);

/** True for what {@link arrayOf} takes. */
export const isArrayLike = (value: Value): boolean =>
  value instanceof NDArray || value instanceof NumpyScalar || isSequence(value) || isNumber(value);

const isNumber = (value: Value): boolean =>
  value instanceof PyFloat || value instanceof PyComplex || asInteger(value) !== undefined;

/** The value as an array: an array itself unless `dtype` asks for another type. */
export function arrayOf(value: Value, dtype?: DType): NDArray {
  if (value instanceof NDArray) return dtype === undefined ? value : castChecked(value, dtype);
  if (value instanceof NumpyScalar) return castChecked(value.toArray(), dtype ?? value.dtype);
  if (dtype !== undefined && isRecord(dtype)) return recordsOf(value, dtype);
  const given = arrayOfForeign(value);
  if (given !== undefined) return dtype === undefined ? given : castChecked(given, dtype);
  const shape = shapeOf(value);
  const leaves: Value[] = [];
  collect(value, shape, 0, leaves);
  const type = withLength(dtype ?? discoverType(leaves), leaves);
  reserve(type, elementCount(shape));
  return fill(type, shape, leaves);
}

/** Lists are axes, tuples are records. */
function recordsOf(value: Value, dtype: RecordDType): NDArray {
  const shape: number[] = [];
  let level: readonly Value[] = [value];
  while (level.length > 0 && level.every((item) => item instanceof PyList)) {
    const [first] = level as readonly PyList[];
    if (level.some((item) => (item as PyList).items.length !== first!.items.length))
      inhomogeneous([...shape, level.length]);
    shape.push(first!.items.length);
    level = level.flatMap((item) => (item as PyList).items);
  }
  if (elementCount(shape) !== level.length || level.some(isAxis)) notSupported('this array of records');
  const type = withLengths(dtype, level);
  reserve(type, level.length);
  return fromValues(
    type,
    shape,
    level.map((item) => recordElement(item, type, elementOf)),
  );
}

const isAxis = (value: Value): boolean => value instanceof PyList || value instanceof NDArray;

/** Fields of texts without a length take that of their longest one. */
function withLengths(dtype: RecordDType, records: readonly Value[]): RecordDType {
  const fields = fieldsOf(dtype).map((field, k) => {
    const values = records.map((record) => (record instanceof PyTuple ? (record.items[k] ?? null) : record));
    return {
      name: field.name,
      dtype: records.some((each) => each instanceof PyVoid)
        ? field.dtype
        : withLength(field.dtype as DType, values),
    };
  });
  return recordType(fields);
}

/** A type of texts without a length takes that of the longest leaf. */
function withLength(dtype: DType, leaves: readonly Value[]): DType {
  if (isTime(dtype) && unitOf(dtype) === null) return withUnit(dtype, leaves);
  if (!isAnyLength(dtype)) return dtype;
  const length = (leaf: Value): number =>
    leaf instanceof NDArray
      ? textLength(castChecked(leaf, dtype).dtype as TextDType)
      : characterCount(writtenText(leaf, dtype));
  return withTextLength(dtype, Math.max(1, ...leaves.map(length)));
}

function fill(dtype: DType, shape: readonly number[], leaves: readonly Value[]): NDArray {
  const result = zeros(dtype, shape);
  const { storage } = result;
  let position = 0;
  for (const leaf of leaves) {
    if (leaf instanceof NDArray) {
      const values = castChecked(leaf, dtype).elements();
      for (let i = 0; i < values.length; i++) storage[position++] = values[i];
    } else storage[position++] = elementOf(leaf, dtype);
  }
  return result;
}

const inhomogeneous = (shape: readonly number[]): never =>
  raiseValueError(
    `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${shape.length} dimensions. The detected shape was ${printShape(shape)} + inhomogeneous part.`,
  );

/** What an item of a sequence takes before it is an element. */
const itemBytes = 8;

/** How many axes an array may have. */
export const mostAxes = (): number => (numpyVersion() === 1 ? 32 : 64);

/** The longest shape that all parts share; `axis` are around it. */
function shapeOf(value: Value, axis = 0): number[] {
  if (value instanceof NDArray) return [...value.shape];
  if (!isSequence(value)) return [];
  if (axis >= mostAxes()) {
    raiseValueError(
      `setting an array element with a sequence. The requested array would exceed the maximum number of dimension of ${mostAxes()}.`,
    );
  }
  turn();
  // A length may be a lie, and asking for the items takes as long as it says.
  if (!isPlainSequence(value)) runtime().allocate(itemBytes * lengthOf(value));
  const items = toArray(value);
  if (items.length === 0) return [0];
  const inner = shapeOf(items[0]!, axis + 1);
  const isUniform = items.every((item, index) => {
    // The first one was asked already: asking it again at every depth would double the work each time.
    const shape = index === 0 ? inner : shapeOf(item, axis + 1);
    return shape.length === inner.length && shape.every((length, axis) => length === inner[axis]);
  });
  if (isUniform) return [items.length, ...inner];
  return inhomogeneous([items.length, ...sharedPrefix(items.map((item) => shapeOf(item, axis + 1)))]);
}

function sharedPrefix(shapes: readonly (readonly number[])[]): number[] {
  const [first, ...rest] = shapes;
  const prefix: number[] = [];
  for (const [axis, length] of first!.entries()) {
    if (!rest.every((shape) => shape[axis] === length)) break;
    prefix.push(length);
  }
  return prefix;
}

function collect(value: Value, shape: readonly number[], axis: number, leaves: Value[]): void {
  if (value instanceof NDArray && axis < shape.length) leaves.push(value);
  else if (axis < shape.length) for (const item of toArray(value)) collect(item, shape, axis + 1, leaves);
  else leaves.push(value);
}

/** The type that holds all leaves; float64 without any. */
function discoverType(leaves: readonly Value[]): DType {
  let found: DType | undefined;
  for (const leaf of leaves) {
    const dtype = typeOfLeaf(leaf);
    found = found === undefined ? dtype : promote(found, dtype);
  }
  return found ?? 'float64';
}

/** The element type that NumPy gives a Python number on its own. */
export function typeOfLeaf(leaf: Value): DType {
  if (typeof leaf === 'boolean') return 'bool';
  if (typeof leaf === 'number') return 'int64';
  if (leaf instanceof PyFloat) return 'float64';
  if (leaf instanceof PyComplex) return 'complex128';
  if (leaf instanceof NumpyScalar || leaf instanceof NDArray) return leaf.dtype;
  if (leaf instanceof PyVoid) return leaf.dtype;
  const integer = asInteger(leaf);
  if (integer !== undefined) return typeOfInteger(integer);
  const text = knownText(leaf);
  return text === null ? refuseElement(leaf) : typeOfText(text);
}

function typeOfInteger(value: number | bigint): DType {
  const big = BigInt(value);
  if (big >= -(1n << 63n) && big < 1n << 63n) return 'int64';
  if (big >= 0n && big < 1n << 64n) return 'uint64';
  return notSupported('an array of integers beyond 64 bits (NumPy keeps them as Python objects)');
}

function refuseElement(value: Value): never {
  return notSupported(`an array of '${typeOf(value).name}' objects`);
}

/** What an array of text holds for a value. */
function writtenText(value: Value, dtype: TextDType): string {
  if (isSequence(value)) raiseValueError('setting an array element with a sequence.');
  const text = knownText(value);
  if (text !== null) return charactersIn(dtype, text);
  const isKnown = value === null || isNumber(value) || value instanceof NumpyScalar;
  return isKnown ? str(value) : refuseElement(value);
}

/** One Python number as an element of `dtype`, with NumPy's errors. */
export function elementOf(value: Value, dtype: DType): Element {
  if (isText(dtype)) return toElement(dtype, new Text(writtenText(value, dtype)));
  if (isTime(dtype)) return timeElement(value, dtype);
  if (isRecord(dtype)) return recordElement(value, dtype, elementOf);
  if (value instanceof PyFloat) return floatElement(value.value, dtype);
  if (value instanceof PyComplex) return complexElement(new Complex(value.re, value.im), dtype);
  if (value instanceof NumpyScalar) return scalarElement(value, dtype);
  const integer = asInteger(value);
  if (integer !== undefined) return integerAs(integer, dtype, typeof value === 'boolean');
  if (value instanceof NDArray) return elementOfArray(value, dtype);
  const text = knownText(value)?.text;
  if (text !== undefined && isFloat(dtype)) return toElement(dtype, toFloat(value));
  if (text !== undefined && isInteger(dtype)) return integerAs(parseInteger(text, 10, value), dtype, false);
  if (isSequence(value)) raiseValueError('setting an array element with a sequence.');
  if (value === null && isFloat(dtype)) return Number.NaN;
  if (isFloat(dtype)) return toElement(dtype, toFloat(value));
  if (isInteger(dtype)) return integerAs(toInteger(value), dtype, false);
  return refuseElement(value);
}

function elementOfArray(value: NDArray, dtype: DType): Element {
  if (value.size !== 1) raiseValueError('setting an array element with a sequence.');
  if (value.ndim > 0) warn('DeprecationWarning', conversionWarning);
  return toElement(dtype, value.item());
}

export const conversionWarning =
  'Conversion of an array with ndim > 0 to a scalar is deprecated, and will error in future. Ensure you extract a single element from your array before performing this operation. (Deprecated NumPy 1.25.)';

function complexElement(value: Complex, dtype: DType): Element {
  if (isComplex(dtype) || dtype === 'bool') return toElement(dtype, value);
  const name = isInteger(dtype) ? 'int' : 'float';
  if (numpyVersion() === 1 && !isInteger(dtype)) raiseTypeError("can't convert complex to float");
  const kinds =
    name === 'int' ? 'a string, a bytes-like object or a real number' : 'a string or a real number';
  return raiseTypeError(`${name}() argument must be ${kinds}, not 'complex'`);
}

function scalarElement(value: NumpyScalar, dtype: DType): Element {
  if (value.value instanceof Complex) return complexElement(value.value, dtype);
  return isFloat(value.dtype) ? floatElement(Number(value.value), dtype) : toElement(dtype, value.value);
}

function floatElement(value: number, dtype: DType): Element {
  if (!isInteger(dtype)) return toElement(dtype, value);
  return integerAs(truncate(value), dtype, false);
}

/** A Python integer: NumPy 2 refuses what does not fit, NumPy 1.24 lets it wrap and warns. */
function integerAs(value: number | bigint, dtype: DType, isBool: boolean): Element {
  if (!isInteger(dtype) || isBool) return toElement(dtype, value);
  const [low, high] = integerRange(dtype);
  if (value >= low && value <= high) return isBig(dtype) ? BigInt(value) : Number(value);
  if (value < -(1n << 63n) || value >= 1n << 64n || (kindOf(dtype) === 'int' && isBig(dtype)))
    raiseOverflowError('Python int too large to convert to C long');
  if (numpyVersion() === 2) raiseOverflowError(outOfBounds(value, dtype));
  warn(
    'DeprecationWarning',
    `NumPy will stop allowing conversion of out-of-bound Python integers to integer arrays.  The conversion of ${value} to ${dtype} will fail in the future.\nFor the old behavior, usually:\n    np.array(value).astype(dtype)\`\nwill give the desired result (the cast overflows).`,
  );
  return wrap(value, dtype);
}

function wrap(value: number | bigint, dtype: DType): Element {
  const holder = zeros(dtype, [1]);
  holder.storage[0] = toElement(dtype, BigInt(value));
  return holder.storage[0];
}

/** NumPy 2's message for a Python integer that the type can not hold. */
export const outOfBounds = (value: number | bigint, dtype: DType): string =>
  `Python integer ${value} out of bounds for ${dtype}`;

/** A cast as `astype` does it, with the warning for NaN and infinity as integers. */
export function castChecked(array: NDArray, dtype: DType): NDArray {
  if (array.dtype === dtype) return array;
  if (isRecord(array.dtype) || isRecord(dtype)) return notSupported('casts of arrays of records');
  if (isText(dtype)) return castToText(array, dtype);
  if (isTime(array.dtype) || isTime(dtype)) return castTimes(array, dtype);
  if (isText(array.dtype)) return castFromText(array, dtype);
  reserve(dtype, array.size);
  if (isComplex(array.dtype) && !isComplex(dtype) && dtype !== 'bool') {
    warn('ComplexWarning', 'Casting complex values to real discards the imaginary part');
    return castChecked(withoutImaginary(array, componentType(array.dtype)), dtype);
  }
  const result = cast(array, dtype);
  if (isFloat(array.dtype) && isInteger(dtype) && hasNonFinite(array))
    warn('RuntimeWarning', 'invalid value encountered in cast');
  if (isNarrower(dtype, array.dtype) && !hasNonFinite(array) && hasNonFinite(result))
    warn('RuntimeWarning', 'overflow encountered in cast');
  return result;
}

/** Texts of a type without a length in the type that the longest of them needs; other arrays as they are. */
export function fitted(array: NDArray): NDArray {
  if (!isAnyLength(array.dtype)) return array;
  const texts = Array.from(array.elements() as ArrayLike<Element>) as Text[];
  const length = texts.reduce((most, { value }) => Math.max(most, characterCount(value)), 1);
  return fromValues(withTextLength(array.dtype, length), array.shape, texts);
}

/** Between times and counts of their unit, texts or other units. */
function castTimes(array: NDArray, dtype: DType): NDArray {
  reserve(dtype, array.size);
  const from = array.dtype;
  if (isTime(from) && isTime(dtype)) return unitOf(dtype) === null ? array : cast(array, dtype);
  if (isTime(from))
    return cast(asCounts(array).copy(), dtype === 'bool' ? notSupported('times as booleans') : dtype);
  if (!isText(from)) {
    if (!isInteger(from) && from !== 'bool') return notSupported(`numbers of the type ${from} as times`);
    return asCounts(cast(array, 'int64').copy(), dtype);
  }
  const texts = Array.from(array.elements() as ArrayLike<Text>, ({ value }) => value);
  const type = withLength(dtype, texts);
  return fromValues(
    type,
    array.shape,
    texts.map((text) => timeElement(text, type as TimeDType)),
  );
}

function castToText(array: NDArray, dtype: TextDType): NDArray {
  if (isText(array.dtype)) return castBetweenTexts(array, dtype);
  const target = isAnyLength(dtype) ? withTextLength(dtype, writtenLength(array.dtype)) : dtype;
  reserve(target, array.size);
  const write = (element: Element): Text => new Text(scalarText(array.dtype, element, numpyVersion()));
  return fromValues(target, array.shape, Array.from(array.elements() as ArrayLike<Element>, write));
}

function castBetweenTexts(array: NDArray, dtype: TextDType): NDArray {
  const own = array.dtype as TextDType;
  const target = isAnyLength(dtype) ? withTextLength(dtype, textLength(own)) : dtype;
  if (isBytes(own) === isBytes(target)) return isAnyLength(dtype) ? array : cast(array, target);
  reserve(target, array.size);
  const write = ({ value }: Text): Element =>
    toElement(target, new Text(charactersIn(target, { text: value, isBytes: isBytes(own) })));
  return fromValues(target, array.shape, Array.from(array.elements() as ArrayLike<Text>, write));
}

/** Texts are read as Python's `int` and `float` read them. */
function castFromText(array: NDArray, dtype: DType): NDArray {
  reserve(dtype, array.size);
  if (dtype === 'bool') return numpyVersion() === 2 ? cast(array, dtype) : notSupported('texts as booleans');
  const read = (element: Element): Element => elementOf(textScalar(array.dtype, element as Text), dtype);
  return fromValues(dtype, array.shape, Array.from(array.elements() as ArrayLike<Element>, read));
}

/** True for a float type whose range is smaller: a cast to it can overflow. */
const isNarrower = (to: DType, from: DType): boolean =>
  (isFloat(to) || isComplex(to)) &&
  !isInteger(from) &&
  byteSize(componentType(to)) < byteSize(componentType(from));

/** True when an element is NaN or infinite. */
export function hasNonFinite(array: NDArray): boolean {
  if (isDiscrete(array.dtype)) return false;
  if (isComplex(array.dtype))
    return hasNonFinite(componentOf(array, 're')) || hasNonFinite(componentOf(array, 'im'));
  const values = array.elements() as ArrayLike<number>;
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return true;
  return false;
}

/** A vector of Python integers, exactly. */
export function integerVector(values: readonly (number | bigint)[]): NDArray {
  const isExact = values.every((value) => typeof value === 'number');
  const storage = isExact ? toBigs(values as readonly number[]) : BigInt64Array.from(values, BigInt);
  return fromStorage('int64', storage, [values.length]);
}
