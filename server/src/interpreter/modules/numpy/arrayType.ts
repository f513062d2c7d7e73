/** `numpy.ndarray`: attributes, methods, operators and protocols of arrays. */
import { byteSize, isComplex, isInteger } from '../../../tensor/dtype.ts';
import { inBlocks, spent } from '../../../tensor/interrupt.ts';
import { assign, componentOf, isNonZero, NDArray, scalar, zeros } from '../../../tensor/ndarray.ts';
import { contiguousStrides } from '../../../tensor/shape.ts';
import { reshape, transpose } from '../../../tensor/shaping.ts';
import {
  notSupported,
  raiseAttributeError,
  raiseIndexError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { formatValue } from '../../protocols/formatting.ts';
import { truncate } from '../../protocols/numbers.ts';
import { defineType, directMethod } from '../../pyType.ts';
import { grow, turn } from '../../runtime.ts';
import { int, PyComplex, PyFloat, PyList, PyTuple, type Value } from '../../values.ts';
import { flag, type Given, integerOf, isMissing, shapeOf } from './arguments.ts';
import { getArrayItem, setArrayItem } from './arrayIndex.ts';
import { memoryAttributes, memoryMethods } from './arrayMemory.ts';
import { arrayOf, castChecked, elementOf, numpyVersion, reserve } from './conversion.ts';
import { dtypeObject, toDType } from './dtypeObjects.ts';
import { FlatView, fillFlat } from './flatView.ts';
import { shapeMethods, shapeOnlyMethods } from './manipulation.ts';
import { complexNumber, NumpyScalar, pythonNumber } from './numpyScalar.ts';
import {
  addClassicDivision,
  binaryOperators,
  classicDivideInPlace,
  compareElementwise,
  divideWithRest,
  inPlaceOperators,
  reflectedOperators,
  unaryOperators,
} from './operators.ts';
import { orderMethods, partitionInPlace, sortInPlace } from './ordering.ts';
import { reprOfArray, textOfArray } from './printing.ts';
import { productFunctions } from './products.ts';
import { asReadOnly, checkWritable, setWritable } from './readOnly.ts';
import { diagonalSum, pointToPoint, reductions } from './reductions.ts';
import { selectionMethods } from './selection.ts';
import { operateUnary } from './ufuncs.ts';
import { warn } from './warnings.ts';

function truthOf(array: NDArray): boolean {
  if (array.size === 1) return isNonZero(array.at(0));
  if (array.size > 1)
    raiseValueError(
      'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
    );
  if (numpyVersion() === 2)
    raiseValueError(
      'The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.',
    );
  warn(
    'DeprecationWarning',
    'The truth value of an empty array is ambiguous. Returning False, but in future this will result in an error. Use `array.size > 0` to check that an array is not empty.',
  );
  return false;
}

/** The element of an array of one element, for `float()` and `int()`. */
function onlyElement(array: NDArray): Value {
  const isNew = numpyVersion() === 2;
  if (array.size !== 1 || (isNew && array.ndim > 0)) {
    raiseTypeError(
      isNew
        ? 'only 0-dimensional arrays can be converted to Python scalars'
        : 'only size-1 arrays can be converted to Python scalars',
    );
  }
  return pythonNumber(array.dtype, array.at(0));
}

function indexValue(array: NDArray): number | bigint {
  if (array.ndim > 0 || !isInteger(array.dtype))
    raiseTypeError('only integer scalar arrays can be converted to a scalar index');
  return int(array.at(0) as number | bigint);
}

/** `array.real` and `array.imag`: windows on the components of complex arrays. */
function partOf(array: NDArray, part: 're' | 'im'): NDArray {
  if (isComplex(array.dtype)) return componentOf(array, part);
  return part === 're' ? array : asReadOnly(zeros(array.dtype, array.shape));
}

function setPart(array: NDArray, part: 're' | 'im', value: Value): void {
  if (part === 'im' && !isComplex(array.dtype)) raiseTypeError('array does not have imaginary part to set');
  setArrayItem(partOf(array, part), new PyTuple([]), value);
}

/** For `float()` and `int()`: a complex number loses its imaginary part, with a warning. */
function onlyReal(array: NDArray): Value {
  const only = onlyElement(array);
  if (!(only instanceof PyComplex)) return only;
  warn('ComplexWarning', 'Casting complex values to real discards the imaginary part');
  return new PyFloat(only.re);
}

function toNested(array: NDArray): Value {
  const { dtype, shape, ndim } = array;
  if (ndim === 0) return pythonNumber(dtype, array.at(0));
  grow(array.size * 24);
  const values = array.elements();
  const steps = contiguousStrides(shape);
  const build = (axis: number, start: number): PyList => {
    const length = shape[axis]!;
    // Rows without elements may be as many as one likes.
    turn();
    grow(length * 8);
    const items = new Array<Value>(length);
    if (axis < ndim - 1) {
      for (let i = 0; i < length; i++) items[i] = build(axis + 1, start + i * steps[axis]!);
    } else {
      inBlocks(length, (from, to) => {
        for (let i = from; i < to; i++) items[i] = pythonNumber(dtype, values[start + i]!);
      });
      spent(length);
    }
    return new PyList(items);
  };
  return build(0, 0);
}

function itemOf(array: NDArray, args: readonly Value[]): Value {
  if (args.length === 0) {
    if (array.size !== 1) raiseValueError('can only convert an array of size 1 to a Python scalar');
    return pythonNumber(array.dtype, array.at(0));
  }
  const index = args.length === 1 ? args[0]! : new PyTuple(args);
  if (index instanceof PyTuple) {
    if (index.items.length !== array.ndim) raiseValueError('incorrect number of indices for array');
    const found = getArrayItem(array, index) as NumpyScalar;
    return pythonNumber(found.dtype, found.value);
  }
  const at = integerOf(index);
  if (at < -array.size || at >= array.size)
    raiseIndexError(`index ${at} is out of bounds for size ${array.size}`);
  return pythonNumber(array.dtype, array.at(at < 0 ? at + array.size : at));
}

const castingRules = new Set(['unsafe', 'same_kind', 'safe', 'equiv', 'no']);

function asType(array: NDArray, dtype: Value, ...[order, casting, _subok, copy]: Given): NDArray {
  if (!isMissing(order) && order !== 'K' && order !== 'C' && order !== 'A')
    notSupported('astype with this order');
  if (!isMissing(casting) && casting !== 'unsafe') {
    if (typeof casting === 'string' && castingRules.has(casting))
      notSupported(`astype(casting='${casting}')`);
    raiseValueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe'");
  }
  const wanted = toDType(dtype);
  if (wanted !== array.dtype) return castChecked(array, wanted);
  if (!flag(copy, true)) return array;
  reserve(array.dtype, array.size);
  return array.copy();
}

/** `array.shape = …`: the array itself gets another window. */
function setShape(array: NDArray, value: Value): void {
  const reshaped = reshape(array, shapeOf(value));
  if (reshaped.storage !== array.storage) {
    raiseAttributeError(
      'Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.',
    );
  }
  (array as { layout: NDArray['layout'] }).layout = reshaped.layout;
}

function formatArray(array: NDArray, specification: string): string {
  if (array.ndim === 0) return formatValue(pythonNumber(array.dtype, array.at(0)), specification);
  if (specification !== '') raiseTypeError('unsupported format string passed to numpy.ndarray.__format__');
  return textOfArray(array);
}

function iterateArray(array: NDArray): () => Value | undefined {
  if (array.ndim === 0) raiseTypeError('iteration over a 0-d array');
  let index = 0;
  return () => (index < array.shape[0]! ? getArrayItem(array, index++) : undefined);
}

function containsItem(array: NDArray, item: Value): boolean {
  const equal = compareElementwise(array, '==', item);
  if (!(equal instanceof NDArray)) return equal instanceof NumpyScalar ? isNonZero(equal.value) : false;
  return equal.elements().some(Boolean);
}

const conjugate = (array: NDArray): Value =>
  isComplex(array.dtype) ? operateUnary('conjugate', array) : array;

/** What arrays have in NumPy and not here. */
const refusedAttributes = new Set(
  'ctypes data dump dumps getfield getflat newbyteorder setfield tofile device to_device __array_interface__ __array_struct__'.split(
    ' ',
  ),
);

export const ndarrayType = defineType<NDArray>({
  name: 'ndarray',
  module: 'numpy',
  class: NDArray,
  create: () => notSupported('numpy.ndarray() (use numpy.zeros or numpy.array)'),
  attributes: {
    ...memoryAttributes,
    shape: { get: (self) => new PyTuple([...self.shape]), set: setShape },
    dtype: (self) => dtypeObject(self.dtype),
    ndim: (self) => self.ndim,
    size: (self) => self.size,
    itemsize: (self) => byteSize(self.dtype),
    nbytes: (self) => self.byteLength,
    strides: (self) => new PyTuple(self.layout.strides.map((stride) => stride * byteSize(self.dtype))),
    T: (self) => transpose(self),
    real: {
      get: (self) => partOf(self, 're'),
      set: (self, value) => {
        setPart(self, 're', value);
      },
    },
    imag: {
      get: (self) => partOf(self, 'im'),
      set: (self, value) => {
        setPart(self, 'im', value);
      },
    },
    flat: {
      get: (self) => new FlatView(self),
      set: (self, value) => {
        checkWritable(self);
        fillFlat(self, castChecked(arrayOf(value), self.dtype));
      },
    },
  },
  constants: { __array_priority__: new PyFloat(0) },
  methods: {
    ...(reductions as Record<string, (self: NDArray, ...args: never[]) => Value>),
    ...diagonalSum,
    'ptp(axis?, out?, keepdims?)': (self: NDArray, axis?: Value, out?: Value, keepdims?: Value) => {
      if (numpyVersion() === 1) return pointToPoint['ptp(axis?, out?, keepdims?)'](self, axis, out, keepdims);
      return raiseAttributeError(
        '`ptp` was removed from the ndarray class in NumPy 2.0. Use np.ptp(arr, ...) instead.',
      );
    },
    ...shapeMethods,
    ...shapeOnlyMethods,
    ...orderMethods,
    ...memoryMethods,
    ...selectionMethods,
    'partition(kth, axis?, kind?, order?)': partitionInPlace,
    'astype(dtype, order?, casting?, subok?, copy?)': asType,
    'copy(order?)': (self: NDArray) => {
      reserve(self.dtype, self.size);
      return self.copy();
    },
    '__copy__()': (self: NDArray) => self.copy(),
    '__deepcopy__(memo)': (self: NDArray) => self.copy(),
    '__complex__()': (self: NDArray) => {
      onlyElement(self);
      return complexNumber(self.at(0));
    },
    'tolist()': toNested,
    'item(*args)': itemOf,
    'fill(value)': (self: NDArray, value: Value) => {
      checkWritable(self);
      assign(self, scalar(self.dtype, elementOf(value, self.dtype)));
      return null;
    },
    'dot(b, out?)': productFunctions['dot(a, b, out?)'],
    'sort(axis?, kind?, order?, *, stable?)': sortInPlace,
    'conj()': conjugate,
    'conjugate()': conjugate,
    'setflags(write?, align?, uic?)': (self: NDArray, write?: Value) => {
      if (!isMissing(write)) setWritable(self, { isWritable: flag(write, true) });
      return null;
    },
    '__divmod__(other)': divideWithRest,
    '__rdivmod__(other)': (self: Value, other: Value) => divideWithRest(other, self),
  },
  binary: binaryOperators,
  reflected: reflectedOperators,
  inPlace: inPlaceOperators,
  unary: unaryOperators,
  compare: compareElementwise,
  hash: null,
  repr: reprOfArray,
  str: textOfArray,
  format: formatArray,
  iterate: iterateArray,
  getItem: getArrayItem,
  setItem: setArrayItem,
  deleteItem: () => raiseValueError('cannot delete array elements'),
  contains: containsItem,
  length: (self) => (self.ndim === 0 ? raiseTypeError('len() of unsized object') : self.shape[0]!),
  bool: truthOf,
  index: indexValue,
  int: (self) => {
    const only = onlyReal(self);
    return only instanceof PyFloat
      ? truncate(only.value)
      : typeof only === 'boolean'
        ? Number(only)
        : (only as number | bigint);
  },
  float: (self) => {
    const only = onlyReal(self);
    return only instanceof PyFloat ? only.value : Number(only as number | bigint | boolean);
  },
  abs: (self) => operateUnary('absolute', self),
  getMissing: (_self, name) => (refusedAttributes.has(name) ? notSupported(`ndarray.${name}`) : undefined),
});
ndarrayType.name = 'numpy.ndarray';
addClassicDivision(ndarrayType);
ndarrayType.namespace.set(
  '__idiv__',
  directMethod('__idiv__', classicDivideInPlace as (self: never, other: never) => Value, {
    type: ndarrayType,
  }),
);
