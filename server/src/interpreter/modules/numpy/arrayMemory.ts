/** What a program sees of an array's memory: flags, base, view, bytes, resizing in place, whether two arrays share it. */

import { bytesOf } from '../../../tensor/bytes.ts';
import { byteSize, type DType, makeStorage, type TypedArray } from '../../../tensor/dtype.ts';
import { ElementArray } from '../../../tensor/elementArray.ts';
import { forEachOffset, NDArray } from '../../../tensor/ndarray.ts';
import { contiguousStrides, elementCount } from '../../../tensor/shape.ts';
import { transpose } from '../../../tensor/shaping.ts';
import {
  notSupported,
  raiseAttributeError,
  raiseKeyError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { defineType } from '../../pyType.ts';
import { PyBytes, PyObject, PyTuple, PyType, type Value } from '../../values.ts';
import { flag, type Given, isMissing, orderOf, shapeOfArguments } from './arguments.ts';
import { setArrayItem } from './arrayIndex.ts';
import { arrayOf, numpyVersion, reserve } from './conversion.ts';
import { toDType } from './dtypeObjects.ts';
import { reshapeIn } from './manipulation.ts';
import { checkWritable, isReadOnly, setWritable } from './readOnly.ts';
import { warn } from './warnings.ts';

class ArrayFlags extends PyObject {
  readonly array: NDArray;
  constructor(array: NDArray) {
    super();
    this.array = array;
  }
}

type Test = (array: NDArray) => boolean;

const isRowMajor: Test = (array) => array.isContiguous;
const isColumnMajor: Test = (array) => transpose(array).isContiguous;

/** In the order in which NumPy prints them. */
const flags: Readonly<Record<string, Test>> = {
  C_CONTIGUOUS: isRowMajor,
  F_CONTIGUOUS: isColumnMajor,
  OWNDATA: (array) => array.base === null,
  WRITEABLE: (array) => !isReadOnly(array),
  ALIGNED: () => true,
  WRITEBACKIFCOPY: () => false,
};

const flagsByKey: ReadonlyMap<string, Test> = new Map([
  ...Object.entries(flags),
  ['CONTIGUOUS', isRowMajor],
  ['C', isRowMajor],
  ['F', isColumnMajor],
  ['FORTRAN', isColumnMajor],
  ['O', flags['OWNDATA']],
  ['W', flags['WRITEABLE']],
  ['A', flags['ALIGNED']],
  ['X', flags['WRITEBACKIFCOPY']],
  ['FNC', (array: NDArray) => isColumnMajor(array) && !isRowMajor(array)],
  ['FORC', (array: NDArray) => isColumnMajor(array) || isRowMajor(array)],
]);

const attributeNames = [
  'C_CONTIGUOUS',
  'F_CONTIGUOUS',
  'OWNDATA',
  'ALIGNED',
  'WRITEBACKIFCOPY',
  'CONTIGUOUS',
  'FORTRAN',
  'FNC',
  'FORC',
];

const flagText = ({ array }: ArrayFlags): string =>
  Object.entries(flags)
    .map(([name, test]) => `  ${name} : ${test(array) ? 'True' : 'False'}\n`)
    .join('');

const setWriteable = (self: ArrayFlags, value: Value): void => {
  setWritable(self.array, { isWritable: flag(value, true) });
};

defineType<ArrayFlags>({
  name: 'flagsobj',
  module: 'numpy',
  class: ArrayFlags,
  attributes: {
    ...Object.fromEntries(
      attributeNames.map((name) => [
        name.toLowerCase(),
        (self: ArrayFlags) => flagsByKey.get(name)!(self.array),
      ]),
    ),
    writeable: { get: (self) => !isReadOnly(self.array), set: setWriteable },
  },
  getItem: (self, key) => {
    const test = typeof key === 'string' ? flagsByKey.get(key) : undefined;
    return test ? test(self.array) : raiseKeyError('Unknown flag');
  },
  setItem: (self, key, value) => {
    if (key === 'WRITEABLE' || key === 'W') setWriteable(self, value);
    else raiseKeyError('Unknown flag');
  },
  repr: flagText,
  str: flagText,
});

// ---------------------------------------------------------------------------------------------------------------- views

/** The same bytes as elements of another type. */
function reinterpreted(array: NDArray, dtype: DType): NDArray {
  const from = array.storage;
  const [old, next] = [byteSize(array.dtype), byteSize(dtype)];
  const empty = makeStorage(dtype, 0);
  if (from.BYTES_PER_ELEMENT !== old || empty.BYTES_PER_ELEMENT !== next || !('buffer' in from))
    return notSupported(`a view of ${array.dtype} as ${dtype}`);
  if (old === next) return windowOn(array, dtype, array.layout);
  const { shape } = array;
  if (array.ndim === 0)
    raiseValueError('Changing the dtype of a 0d array is only supported if the itemsize is unchanged');
  if (!array.isContiguous) {
    if (array.layout.strides[array.ndim - 1] !== 1)
      raiseValueError('To change to a dtype of a different size, the last axis must be contiguous');
    return notSupported('a view of an array with gaps as another type');
  }
  const last = shape[array.ndim - 1] * old;
  if (next < old && old % next !== 0)
    raiseValueError(
      'When changing to a smaller dtype, its size must be a divisor of the size of original dtype',
    );
  if (next > old && last % next !== 0)
    raiseValueError(
      'When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.',
    );
  const lengths = shape.with(array.ndim - 1, last / next);
  const offset = (array.layout.offset * old) / next;
  if (!Number.isInteger(offset)) return notSupported('a view that begins within an element');
  return windowOn(array, dtype, { shape: lengths, strides: contiguousStrides(lengths), offset });
}

function windowOn(array: NDArray, dtype: DType, layout: NDArray['layout']): NDArray {
  const from = array.storage as Float64Array;
  const size = byteSize(dtype);
  const Storage = makeStorage(dtype, 0).constructor as new (
    buffer: ArrayBufferLike,
    offset: number,
    length: number,
  ) => TypedArray;
  if (from.byteOffset % size !== 0) return notSupported('a view that begins within an element');
  const storage = new Storage(from.buffer, from.byteOffset, Math.floor(from.byteLength / size));
  const view = new NDArray(dtype, storage, layout);
  view.base = array.base ?? array;
  return view;
}

function viewOf(array: NDArray, ...[dtype, type]: Given): Value {
  const wanted = dtype ?? type;
  if (isMissing(wanted)) return array.view(array.layout);
  if (wanted instanceof PyType && wanted.name === 'numpy.ndarray') return array.view(array.layout);
  const target = toDType(wanted);
  return target === array.dtype ? array.view(array.layout) : reinterpreted(array, target);
}

// ---------------------------------------------------------------------------------------------------------------- bytes

const toBytes = (array: NDArray, order?: Value): PyBytes => {
  reserve(array.dtype, array.size);
  return new PyBytes(bytesOf(orderOf(order) === 'F' ? transpose(array) : array));
};

/** The bytes of every element in the other order. */
function byteSwapped(array: NDArray, inPlace?: Value): NDArray {
  const result = flag(inPlace, false) ? array : array.copy();
  if (!result.isContiguous) return notSupported('byteswap of an array with gaps');
  const size = byteSize(array.dtype);
  const { offset } = result.layout;
  const storage = result.storage as Float64Array;
  const bytes = new Uint8Array(storage.buffer, storage.byteOffset + offset * size, result.size * size);
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
  return result;
}

// --------------------------------------------------------------------------------------------------------------- resize

/** `array.resize(shape)`: the array itself gets more or fewer elements; new ones are 0. */
function resizeInPlace(array: NDArray, args: readonly Value[]): Value {
  const wanted = args.length === 1 && args[0] === null ? [...array.shape] : shapeOfArguments(args);
  if (wanted.some((length) => length < 0)) raiseValueError('negative dimensions not allowed');
  if (array.base !== null) raiseValueError('cannot resize this array: it does not own its data');
  if (!array.isContiguous) raiseValueError('resize only works on single-segment arrays');
  checkWritable(array, 'cannot resize a read-only array');
  const count = elementCount(wanted);
  reserve(array.dtype, count);
  const storage = makeStorage(array.dtype, count);
  const old = array.elements();
  for (let i = 0; i < Math.min(count, old.length); i++) storage[i] = old[i] as never;
  const target = array as { storage: TypedArray; layout: NDArray['layout'] };
  target.storage = storage;
  target.layout = { shape: wanted, strides: contiguousStrides(wanted), offset: 0 };
  return null;
}

// -------------------------------------------------------------------------------------------------------------- sharing

/** First and last place in the storage, in bytes. */
function bounds(array: NDArray): [number, number] {
  const { shape, strides, offset } = array.layout;
  let [low, high] = [offset, offset];
  shape.forEach((length, axis) => {
    const reach = strides[axis] * (length - 1);
    if (reach < 0) low += reach;
    else high += reach;
  });
  const size = byteSize(array.dtype);
  return [low * size, (high + 1) * size];
}

/** What two arrays have in common when they share memory; complex elements and texts have no bytes. */
const buffers = (array: NDArray): unknown =>
  array.storage instanceof ElementArray ? array.storage : array.storage.buffer;

function mayShare(a: NDArray, b: NDArray): boolean {
  if (a.size === 0 || b.size === 0 || buffers(a) !== buffers(b)) return false;
  const [[low, high], [start, end]] = [bounds(a), bounds(b)];
  return low < end && start < high;
}

function shares(a: NDArray, b: NDArray): boolean {
  if (!mayShare(a, b)) return false;
  if (a.dtype !== b.dtype) return notSupported('numpy.shares_memory of arrays of two types');
  reserve('int64', a.size);
  const places = new Set<number>();
  forEachOffset(a.layout, (offset) => places.add(offset));
  let found = false;
  forEachOffset(b.layout, (offset) => {
    found ||= places.has(offset);
  });
  return found;
}

/** Attributes of arrays. */
export const memoryAttributes = {
  flags: (self: NDArray): Value => new ArrayFlags(self),
  base: (self: NDArray): Value => self.base,
  mT: (self: NDArray): Value => {
    if (numpyVersion() === 1) raiseAttributeError("'numpy.ndarray' object has no attribute 'mT'");
    if (self.ndim < 2) raiseValueError('matrix transpose with ndim < 2 is undefined');
    const { shape, strides, offset } = self.layout;
    const swap = <T>(list: readonly T[]): T[] => [
      ...list.slice(0, -2),
      list[list.length - 1],
      list[list.length - 2],
    ];
    return self.view({ shape: swap(shape), strides: swap(strides), offset });
  },
};

/** Methods of arrays. */
export const memoryMethods = {
  'view(dtype?, type?)': viewOf,
  'tobytes(order?)': toBytes,
  'byteswap(inplace?)': byteSwapped,
  'resize(*new_shape, refcheck?)': resizeInPlace,
  'tostring(order?)': (array: NDArray, order?: Value) => {
    if (numpyVersion() === 2) raiseAttributeError("'numpy.ndarray' object has no attribute 'tostring'");
    warn('DeprecationWarning', 'tostring() is deprecated. Use tobytes() instead.');
    return toBytes(array, order);
  },
  'itemset(*args)': (array: NDArray, args: Value[]) => {
    if (numpyVersion() === 2)
      raiseAttributeError(
        '`itemset` was removed from the ndarray class in NumPy 2.0. Use `arr[index] = value` instead.',
      );
    const value = args.at(-1) ?? raiseTypeError('itemset must have at least one argument');
    const place =
      args.length === 2 && !(args[0] instanceof PyTuple) && array.ndim !== 1 ? null : args.slice(0, -1);
    const index = place === null ? reshapeIn(array, [array.size], 'C') : array;
    setArrayItem(index, place === null ? args[0] : place.length === 1 ? place[0] : new PyTuple(place), value);
    return null;
  },
  '__array__(dtype?, *, copy?)': (array: NDArray, dtype?: Value) =>
    isMissing(dtype) ? array : arrayOf(array, toDType(dtype)),
};

/** Functions of the module. */
export const memoryFunctions = {
  'shares_memory(a, b, /, max_work?)': (a: Value, b: Value) => shares(arrayOf(a), arrayOf(b)),
  'may_share_memory(a, b, /, max_work?)': (a: Value, b: Value) => mayShare(arrayOf(a), arrayOf(b)),
  'isfortran(a)': (value: Value) => {
    const array = arrayOf(value);
    return isColumnMajor(array) && !isRowMajor(array);
  },
};
