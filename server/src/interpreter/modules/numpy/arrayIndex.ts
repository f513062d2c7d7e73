/** `array[index]` and `array[index] = value`: a Python index as the items of the array's indexing. */
import { isFloat, isInexact, isInteger } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { getItem, type IndexItem, setItem } from '../../../tensor/indexing.ts';
import { assign, broadcastTo, NDArray, scalar } from '../../../tensor/ndarray.ts';
import { isRecord } from '../../../tensor/recordElement.ts';
import {
  isException,
  notSupported,
  raiseIndexError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { Ellipsis, PyFloat, PyList, PyRange, PySlice, PyTuple, type Value } from '../../values.ts';
import {
  arrayOf,
  castChecked,
  elementOf,
  foreignArray,
  isArrayLike,
  numpyVersion,
  reserve,
} from './conversion.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { checkWritable } from './readOnly.ts';
import { fieldNamed, PyVoid } from './recordValues.ts';

const invalidIndex = (): never =>
  raiseIndexError(
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
  );

/** `array[index]`. */
export function getArrayItem(array: NDArray, index: Value): Value {
  if (isRecord(array.dtype)) return getRecordItem(array, index);
  const place = placeOf(array, index);
  if (place >= 0) return new NumpyScalar(array.dtype, array.storage[place]);
  const choice = singleBool(index);
  if (choice !== undefined) return chosenWhole(array, { isChosen: choice }).copy();
  const items = indexItems(index);
  if (items.some((item) => item.kind === 'array')) reserve(array.dtype, array.size);
  const found = inWordsOf(numpyVersion(), () => getItem(array, items));
  const isElement =
    found.ndim === 0 &&
    !items.some((item) => item.kind === 'ellipsis' || (item.kind === 'array' && item.array.ndim > 0));
  return isElement ? new NumpyScalar(found.dtype, found.at(0)) : found;
}

/** A record is a window on the array; a text names a field. */
function getRecordItem(array: NDArray, index: Value): Value {
  const name = asText(index);
  if (name !== null) return fieldNamed(array, name);
  if (index instanceof PyList && index.items.length > 0 && index.items.every((item) => asText(item) !== null))
    notSupported('several fields of an array of records');
  const found = inWordsOf(numpyVersion(), () => getItem(array, indexItems(index)));
  return found.ndim === 0 ? new PyVoid(found) : found;
}

/** The bool that is the whole index; `undefined` for every other index. */
function singleBool(index: Value): boolean | undefined {
  if (typeof index === 'boolean') return index;
  return index instanceof NumpyScalar && index.dtype === 'bool' ? index.value !== 0 : undefined;
}

/** What a single bool picks: a mask without axes stands for a new first axis. */
function chosenWhole(array: NDArray, { isChosen }: { readonly isChosen: boolean }): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({ shape: [isChosen ? 1 : 0, ...shape], strides: [0, ...strides], offset });
}

/** Where in the storage the element of plain integers lies; -1 for every other index, also one outside the array. */
function placeOf(array: NDArray, index: Value): number {
  const { shape, strides, offset } = array.layout;
  if (typeof index === 'number') return shape.length === 1 ? place(offset, [index], array.layout) : -1;
  if (!(index instanceof PyTuple) || index.items.length !== shape.length || strides.length === 0) return -1;
  return place(offset, index.items, array.layout);
}

function place(start: number, items: readonly Value[], layout: NDArray['layout']): number {
  let found = start;
  for (let axis = 0; axis < items.length; axis++) {
    const item = items[axis];
    const length = layout.shape[axis];
    if (typeof item !== 'number' || item >= length || item < -length) return -1;
    found += (item < 0 ? item + length : item) * layout.strides[axis];
  }
  return found;
}

const newMaskMessage =
  /^boolean index did not match indexed array along axis (\d+); size of axis is (\d+) but size of corresponding boolean axis is (\d+)$/;

/** NumPy 1.24 words the error about a mask of the wrong size differently. */
function inWordsOf<T>(numpy: 1 | 2, body: () => T): T {
  try {
    return body();
  } catch (error) {
    const match = numpy === 1 && error instanceof EngineError ? newMaskMessage.exec(error.message) : null;
    if (!match) throw error;
    const [, axis, length, given] = match;
    return raiseIndexError(
      `boolean index did not match indexed array along dimension ${axis}; dimension is ${length} but corresponding boolean dimension is ${given}`,
    );
  }
}

/** `array[index] = value`. */
export function setArrayItem(array: NDArray, index: Value, value: Value): void {
  checkWritable(array);
  const field = isRecord(array.dtype) ? asText(index) : null;
  if (field !== null) {
    setArrayItem(fieldNamed(array, field), Ellipsis, value);
    return;
  }
  const place = placeOf(array, index);
  if (place >= 0 && array.dtype === 'float64' && (value instanceof PyFloat || typeof value === 'number')) {
    array.storage[place] = typeof value === 'number' ? value : value.value;
    return;
  }
  const choice = singleBool(index);
  if (choice !== undefined) {
    const whole = chosenWhole(array, { isChosen: choice });
    assign(whole, broadcastTo(sourceOf(value, array), whole.shape, 'input array'));
    return;
  }
  const items = indexItems(index);
  if (items.length === array.ndim && items.every((item) => item.kind === 'integer'))
    checkElement(array, value);
  inWordsOf(numpyVersion(), () => setItem(array, items, sourceOf(value, array)));
}

/** One element takes no sequence. */
function checkElement(array: NDArray, value: Value): void {
  if (isRecord(array.dtype)) return;
  const isList = value instanceof PyList || value instanceof PyTuple;
  if (isList && numpyVersion() === 2 && isInteger(array.dtype))
    raiseTypeError(
      `int() argument must be a string, a bytes-like object or a real number, not '${typeOf(value).name}'`,
    );
  const isVector = value instanceof NDArray && value.ndim > 0 && (value.size !== 1 || numpyVersion() === 2);
  if (isList || isVector) raiseValueError('setting an array element with a sequence.');
}

function sourceOf(value: Value, target: NDArray): NDArray {
  if (value instanceof NDArray) return castChecked(value, target.dtype);
  if (isRecord(target.dtype) && value instanceof PyTuple)
    return scalar(target.dtype, elementOf(value, target.dtype));
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyRange)
    return arrayOf(value, target.dtype);
  return scalar(target.dtype, elementOf(value, target.dtype));
}

/** A Python index as items. */
export function indexItems(index: Value): IndexItem[] {
  if (index instanceof PyTuple) return checkEllipses(index.items.map(indexItem));
  return [indexItem(index)];
}

function checkEllipses(items: IndexItem[]): IndexItem[] {
  if (items.filter((item) => item.kind === 'ellipsis').length > 1)
    raiseIndexError("an index can only have a single ellipsis ('...')");
  return items;
}

function indexItem(value: Value): IndexItem {
  if (value === null) return { kind: 'newAxis' };
  if (value === Ellipsis) return { kind: 'ellipsis' };
  if (typeof value === 'number') return { kind: 'integer', value };
  if (value instanceof PySlice) {
    return { kind: 'slice', start: bound(value.start), stop: bound(value.stop), step: bound(value.step) };
  }
  if (typeof value === 'boolean') return notSupported('indexing an array with a single bool');
  if (value instanceof NumpyScalar) return scalarItem(value);
  if (value instanceof NDArray) return arrayItem(value);
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyRange)
    return arrayItem(listIndex(value));
  const foreign = foreignArray(value);
  if (foreign !== undefined) return arrayItem(foreign);
  const integer = isArrayLike(value) ? tryIndex(value) : tryOwnIndex(value);
  return integer === undefined ? invalidIndex() : { kind: 'integer', value: Number(integer) };
}

/** NumPy forgets why a value is no integer. */
function tryOwnIndex(value: Value): number | bigint | undefined {
  if (typeof value === 'string') return undefined;
  try {
    return tryIndex(value);
  } catch (error) {
    if (isException(error, 'TypeError')) return undefined;
    throw error;
  }
}

/** An empty list picks nothing, as integers. */
function listIndex(value: Value): NDArray {
  const array = arrayOf(value);
  if (array.size > 0 && isInexact(array.dtype)) invalidIndex();
  return array.size === 0 ? arrayOf(value, 'int64') : array;
}

function scalarItem(value: NumpyScalar): IndexItem {
  if (value.dtype === 'bool') return notSupported('indexing an array with a single bool');
  if (isFloat(value.dtype)) return invalidIndex();
  return { kind: 'integer', value: Number(value.value) };
}

function arrayItem(array: NDArray): IndexItem {
  if (isFloat(array.dtype)) raiseIndexError('arrays used as indices must be of integer (or boolean) type');
  if (array.ndim === 0) {
    return array.dtype === 'bool'
      ? notSupported('indexing an array with a single bool')
      : { kind: 'integer', value: Number(array.at(0)) };
  }
  return { kind: 'array', array };
}

function bound(value: Value): number | null {
  if (value === null) return null;
  const integer = tryIndex(value);
  if (integer === undefined)
    raiseTypeError('slice indices must be integers or None or have an __index__ method');
  return Number(integer);
}
