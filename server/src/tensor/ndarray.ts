/**
 * The array of all dynamic rooms: an element type, a shape and a strided window on a storage, as in NumPy. Windows share
 * their storage, so writing through one is seen through the others. Text is in text.ts, arithmetic in elementwise.ts.
 */
import { assert } from '../base/assert.ts';
import { Complex, ComplexArray, componentStorage, isZero } from './complex.ts';
import {
  componentType,
  type DType,
  type Element,
  isBig,
  isComplex,
  isFloat,
  isInteger,
  isText,
  makeStorage,
  type TypedArray,
} from './dtype.ts';
import { ElementArray } from './elementArray.ts';
import { EngineError, notSupported } from './engineError.ts';
import { castFast } from './fastCasts.ts';
import { inBlocks, spent } from './interrupt.ts';
import { fieldsOf, isRecord, RecordArray, RecordElement } from './recordElement.ts';
import { contiguousStrides, elementCount, type Shape, tightShape } from './shape.ts';
import { cutText, Text, textLength } from './textElement.ts';
import { convertTime, isMoment, isTime } from './timeElement.ts';

/** Where the elements of a window lie. Strides and offset are counted in elements. */
export interface Layout {
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

export class NDArray {
  readonly dtype: DType;
  readonly storage: TypedArray;
  readonly layout: Layout;
  /** The array whose storage this one looks at; null where it has its own. */
  base: NDArray | null = null;

  constructor(dtype: DType, storage: TypedArray, layout: Layout) {
    this.dtype = dtype;
    this.storage = storage;
    this.layout = layout;
  }

  get shape(): Shape {
    return this.layout.shape;
  }

  get ndim(): number {
    return this.layout.shape.length;
  }

  get size(): number {
    return elementCount(this.layout.shape);
  }

  get byteLength(): number {
    return this.size * this.storage.BYTES_PER_ELEMENT;
  }

  /** True when the window is its elements in C order without gaps (it may begin inside the storage). */
  get isContiguous(): boolean {
    const { shape, strides } = this.layout;
    let step = 1;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      if (shape[axis] !== 1 && strides[axis] !== step) return this.size === 0;
      step *= shape[axis];
    }
    return true;
  }

  /** The elements in C order: the storage itself where that is possible, else a copy. Only for reading. */
  elements(): TypedArray {
    const { size } = this;
    const { offset } = this.layout;
    if (this.isContiguous) {
      return offset === 0 && this.storage.length === size
        ? this.storage
        : this.storage.subarray(offset, offset + size);
    }
    return gather(this);
  }

  /** The element at a position in C order. */
  at(position: number): Element {
    return this.storage[
      this.isContiguous ? this.layout.offset + position : positionOffset(this.layout, position)
    ];
  }

  /** The only element of an array of one element; raises Python's TypeError otherwise. */
  item(): Element {
    if (this.size !== 1) {
      throw new EngineError('ValueError', 'can only convert an array of size 1 to a Python scalar');
    }
    return this.at(0);
  }

  /** An independent array with the same elements, in C order. */
  copy(): NDArray {
    const source = this.elements();
    return fromStorage(this.dtype, source === this.storage ? source.slice() : detached(source), this.shape);
  }

  /** The same storage through another window. */
  view(layout: Layout): NDArray {
    const window = new NDArray(this.dtype, this.storage, layout);
    window.base = this.base ?? this;
    return window;
  }
}

function detached(elements: TypedArray): TypedArray {
  return elements.slice();
}

/** The storage offset of the element at `position` in C order. */
export function positionOffset(layout: Layout, position: number): number {
  let rest = position;
  let offset = layout.offset;
  for (let axis = layout.shape.length - 1; axis >= 0; axis--) {
    const length = layout.shape[axis];
    offset += (rest % length) * layout.strides[axis];
    rest = Math.floor(rest / length);
  }
  return offset;
}

/** Calls `visit` with the storage offset of every element, in C order. */
export function forEachOffset(layout: Layout, visit: (offset: number, position: number) => void): void {
  const { shape, strides } = layout;
  const count = elementCount(shape);
  if (count === 0) return;
  const index = new Array<number>(shape.length).fill(0);
  let offset = layout.offset;
  for (let position = 0; position < count; position++) {
    visit(offset, position);
    if ((position & 0x3fff) === 0x3fff) spent(0x4000);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]++;
      offset += strides[axis];
      if (index[axis] < shape[axis]) break;
      offset -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
  }
}

function gather(array: NDArray): TypedArray {
  const target = makeStorage(array.dtype, array.size);
  const { storage } = array;
  forEachOffset(array.layout, (offset, position) => {
    target[position] = storage[offset];
  });
  return target;
}

/** An array over `storage`, which it takes over, in C order. */
export function fromStorage(dtype: DType, storage: TypedArray, shape: Shape): NDArray {
  assert(storage.length === elementCount(shape), 'storage and shape differ in length');
  return new NDArray(dtype, storage, { shape, strides: contiguousStrides(shape), offset: 0 });
}

/** An array of zeros. Raises NumPy's ValueError for a negative length. */
export function zeros(dtype: DType, shape: Shape): NDArray {
  if (shape.some((length) => length < 0))
    throw new EngineError('ValueError', 'negative dimensions are not allowed');
  return fromStorage(dtype, makeStorage(dtype, elementCount(shape)), shape);
}

/** An array of one value. */
export function full(dtype: DType, shape: Shape, value: Element): NDArray {
  const result = zeros(dtype, shape);
  const element = toElement(dtype, value);
  (result.storage as { fill(value: Element): void }).fill(element);
  return result;
}

/** A 0-d array. */
export const scalar = (dtype: DType, value: Element): NDArray => full(dtype, [], value);

/** An array from values in C order; values are converted as by `toElement`. */
export function fromValues(dtype: DType, shape: Shape, values: ArrayLike<Element>): NDArray {
  const result = zeros(dtype, shape);
  assert(values.length === result.size, 'values and shape differ in length');
  const { storage } = result;
  for (let i = 0; i < values.length; i++) storage[i] = toElement(dtype, values[i]);
  return result;
}

/** A vector of int64. */
export const int64Vector = (values: readonly number[]): NDArray =>
  fromValues('int64', [values.length], values);

/** A value as an element of a type, by C's rules: integers wrap, floats are cut towards zero, `bool` is "not zero". */
export function toElement(dtype: DType, value: Element): Element {
  if (isComplex(dtype)) return toComplex(value, dtype === 'complex64' ? Math.fround : Number);
  if (isRecord(dtype)) return toRecord(value);
  if (isText(dtype)) return toText(value, textLength(dtype));
  if (dtype === 'bool') return isNonZero(value) ? 1 : 0;
  if (value instanceof Complex || value instanceof Text || value instanceof RecordElement)
    return Number(value);
  if (isBig(dtype)) return typeof value === 'bigint' ? value : truncateToBig(value, dtype);
  if (isFloat(dtype)) return Number(value);
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  return Number.isFinite(value) ? value : 0;
}

/** What `bool()` says of an element. */
export const isNonZero = (value: Element): boolean =>
  value instanceof Complex
    ? !isZero(value)
    : value instanceof Text
      ? value.value !== ''
      : value !== 0 && value !== 0n;

/** Records are made by those who know their fields. */
function toRecord(value: Element): RecordElement {
  if (value instanceof RecordElement) return value;
  throw notSupported('numbers as records here');
}

/** A field of an array of records, as a window on its column. */
export function fieldOf(array: NDArray, name: string): NDArray | undefined {
  const { dtype, storage } = array;
  if (!isRecord(dtype) || !(storage instanceof RecordArray)) return undefined;
  const at = fieldsOf(dtype).findIndex((field) => field.name === name);
  if (at < 0) return undefined;
  const made = new NDArray(
    fieldsOf(dtype)[at].dtype as DType,
    storage.columns[at] as TypedArray,
    array.layout,
  );
  made.base = array.base ?? array;
  return made;
}

function refuseNumber(): never {
  throw notSupported('numbers as texts here');
}

/** How numbers become texts is the affair of those who know Python; here only the empty text has a number, 0. */
function toText(value: Element, length: number): Text {
  if (value instanceof Text) return cutText(value, length);
  return value === 0 ? new Text('') : refuseNumber();
}

const toComplex = (value: Element, round: (x: number) => number): Complex =>
  value instanceof Complex
    ? new Complex(round(value.re), round(value.im))
    : new Complex(round(Number(value)), 0);

/** What x86-64 gives for a float outside int64 (and NaN): the least int64. */
const outsideInt64 = -(1n << 63n);

/** A float as a 64-bit integer, as x86-64 converts it: unsigned ones from 2^64 on are 0. */
function truncateToBig(value: number, dtype: DType): bigint {
  if (value >= -(2 ** 63) && value < 2 ** 63)
    return dtype === 'uint64' ? BigInt.asUintN(64, BigInt(Math.trunc(value))) : BigInt(Math.trunc(value));
  if (dtype === 'int64') return outsideInt64;
  if (value >= 2 ** 63) return value < 2 ** 64 ? BigInt(value) : 0n;
  return 1n << 63n;
}

/** The same for int32, by way of which floats become narrower integers. */
const outsideInt32 = -(2 ** 31);

const isOutside = (dtype: DType, value: number): boolean =>
  dtype === 'uint32' ? !(Math.abs(value) < 2 ** 63) : !(value > outsideInt32 - 1 && value < 2 ** 31);

/** The real or imaginary parts of a complex array, as a window on them. */
export function componentOf(array: NDArray, part: 're' | 'im'): NDArray {
  assert(array.storage instanceof ComplexArray, 'only complex arrays have components');
  const made = new NDArray(componentType(array.dtype), componentStorage(array.storage, part), array.layout);
  made.base = array.base ?? array;
  return made;
}

/** The real parts of a complex array in a real type, an array of its own. */
export const withoutImaginary = (array: NDArray, dtype: DType): NDArray =>
  cast(componentOf(array, 're').copy(), dtype);

/**
 * An array with another element type; the same array when the type is the same. Complex numbers do not become real ones
 * here (see {@link withoutImaginary}): who casts without thinking of them is refused.
 */
export function cast(array: NDArray, dtype: DType): NDArray {
  if (array.dtype === dtype) return array;
  if (isRecord(array.dtype) || isRecord(dtype)) throw notSupported('this function of arrays of records');
  if (isTime(array.dtype) || isTime(dtype)) return castTime(array, dtype);
  const source = array.elements();
  const result = zeros(dtype, array.shape);
  const { storage } = result;
  if (castFast(source, array.dtype, storage, dtype)) return result;
  const isCut = isFloat(array.dtype) && isInteger(dtype) && !isBig(dtype);
  inBlocks(source.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = source[i];
      storage[i] = toElement(dtype, isCut && isOutside(dtype, value as number) ? outsideInt32 : value);
    }
  });
  return result;
}

/** Times in another unit. What takes times for numbers, or numbers for times, has to say so (see {@link asCounts}). */
function castTime(array: NDArray, dtype: DType): NDArray {
  const from = array.dtype;
  if (!isTime(from) || !isTime(dtype) || isMoment(from) !== isMoment(dtype))
    throw notSupported(`this function of arrays of the types ${from} and ${dtype}`);
  const values = Array.from(array.elements() as BigInt64Array, (value) => convertTime(value, from, dtype));
  return fromStorage(dtype, BigInt64Array.from(values), array.shape);
}

/** The same elements as counts of their unit, or counts as times: a window on the same storage. */
export function asCounts(array: NDArray, dtype: DType = 'int64'): NDArray {
  const window = new NDArray(dtype, array.storage, array.layout);
  window.base = array.base ?? array;
  return window;
}

/** Writes `source`, broadcast and converted, into the window `target`. Raises NumPy's ValueError when it does not fit. */
export function assign(target: NDArray, source: NDArray): void {
  const spread = broadcastTo(source, target.shape, 'input array');
  const own = isTime(spread.dtype) || isTime(target.dtype) ? cast(spread, target.dtype) : spread;
  const values = own.storage === target.storage ? own.copy() : own;
  if (assignWhole(target, values)) return;
  const offsets = offsetsOf(values.layout);
  const { storage, dtype } = target;
  const from = values.storage;
  forEachOffset(target.layout, (offset, position) => {
    storage[offset] = toElement(dtype, from[offsets[position]]);
  });
}

/** Writes without a look at single elements where both lie without gaps; false where they do not. */
function assignWhole(target: NDArray, source: NDArray): boolean {
  const { storage, dtype } = target;
  // An empty window may lie behind the end of its storage.
  if (target.size === 0) return true;
  if (storage instanceof ElementArray || !target.isContiguous || source.dtype !== dtype) return false;
  const { offset } = target.layout;
  const isOne = source.size > 0 && source.layout.strides.every((step) => step === 0);
  if (isOne)
    (storage as { fill(value: Element, start: number, end: number): void }).fill(
      source.at(0),
      offset,
      offset + target.size,
    );
  else if (source.isContiguous) (storage as Float64Array).set(source.elements() as Float64Array, offset);
  else return false;
  return true;
}

function offsetsOf(layout: Layout): Int32Array {
  const offsets = new Int32Array(elementCount(layout.shape));
  forEachOffset(layout, (offset, position) => {
    offsets[position] = offset;
  });
  return offsets;
}

/** A window of the wanted shape in which lengths of 1 repeat. */
export function broadcastTo(
  array: NDArray,
  shape: Shape,
  what: 'input array' | 'operands' = 'operands',
): NDArray {
  const { shape: from, strides: steps, offset } = array.layout;
  const lead = shape.length - from.length;
  const isDroppable = what === 'input array' && from.slice(0, -lead).every((length) => length === 1);
  if (lead < 0 && !isDroppable) throw doesNotFit(array.shape, shape, what);
  const strides = shape.map((length, axis) => {
    const source = axis - lead;
    if (source < 0) return 0;
    if (from[source] === length) return length === 1 ? 0 : steps[source];
    if (from[source] !== 1) throw doesNotFit(array.shape, shape, what);
    return 0;
  });
  return array.view({ shape, strides, offset });
}

function doesNotFit(from: Shape, to: Shape, what: 'input array' | 'operands'): EngineError {
  return what === 'input array'
    ? new EngineError(
        'ValueError',
        `could not broadcast input array from shape ${tightShape(from)} into shape ${tightShape(to)}`,
      )
    : new EngineError(
        'ValueError',
        `operands could not be broadcast together with remapped shapes [original->remapped]: ${tightShape(from)}  and requested shape ${tightShape(to)}`,
      );
}

/** True when type, shape and every element are the same; NaN counts as equal to NaN. */
export function sameValue(a: NDArray, b: NDArray): boolean {
  if (a.dtype !== b.dtype || a.ndim !== b.ndim || a.shape.some((n, axis) => n !== b.shape[axis]))
    return false;
  const left = a.elements();
  const right = b.elements();
  for (let i = 0; i < left.length; i++) {
    if (!isSame(left[i], right[i])) return false;
  }
  return true;
}

function isSame(a: Element, b: Element): boolean {
  if (a instanceof Complex && b instanceof Complex) return isSame(a.re, b.re) && isSame(a.im, b.im);
  if (a instanceof Text && b instanceof Text) return a.value === b.value;
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
