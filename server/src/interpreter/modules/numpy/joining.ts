/** Joining and cutting: concatenate, the stacks, the splits, tile, append, insert, delete, resize, trim_zeros. */
import { type DType, promoteAll } from '../../../tensor/dtype.ts';
import { fullSlice, getItem, type IndexItem, setItem } from '../../../tensor/indexing.ts';
import { assign, broadcastTo, cast, NDArray, zeros } from '../../../tensor/ndarray.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { concatenate, permute, reshape, stack } from '../../../tensor/shaping.ts';
import { notSupported, raiseIndexError, raiseValueError } from '../../exceptions.ts';
import { indexOf } from '../../protocols/items.ts';
import { PyList, PySlice, PyTuple, type Value } from '../../values.ts';
import { arraysOf, axisOf, type Given, integerOf, isMissing, outputOf, shapeOf } from './arguments.ts';
import { along, flat, numbersOf } from './arrayMath.ts';
import { arrayOf, castChecked, integerVector, reserve } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { atLeast2, atLeast3, takeAxis } from './manipulation.ts';
import { checkWritable } from './readOnly.ts';

/** The arrays in one type, where one is asked for. Of no arrays whoever joins them complains. */
function joinedAs(arrays: readonly NDArray[], dtype?: Value): NDArray[] {
  if (arrays.length === 0) return [];
  const type: DType | undefined = optionalDType(dtype);
  const target = type ?? promoteAll(arrays.map((array) => array.dtype));
  reserve(
    target,
    arrays.reduce((sum, array) => sum + array.size, 0),
  );
  return type === undefined ? [...arrays] : arrays.map((array) => castChecked(array, type));
}

/** Where joins put what they made. */
function delivered(result: NDArray, out: Value | undefined): NDArray {
  const target = outputOf(out);
  if (target === undefined) return result;
  checkWritable(target, 'output array is read-only');
  if (target.shape.join() !== result.shape.join()) raiseValueError('Output array is the wrong shape');
  assign(target, castChecked(result, target.dtype));
  return target;
}

function join(values: Value, ...[axis, out, dtype]: Given): NDArray {
  const arrays = arraysOf(values);
  if (axis === null) return delivered(concatenate(joinedAs(arrays.map(flat), dtype), 0), out);
  return delivered(concatenate(joinedAs(arrays, dtype), axis === undefined ? 0 : integerOf(axis)), out);
}

const stackValues = (values: Value, ...[axis, out, dtype]: Given): NDArray =>
  delivered(stack(joinedAs(arraysOf(values), dtype), isMissing(axis) ? 0 : integerOf(axis)), out);

const atLeast1 = (array: NDArray): NDArray => (array.ndim === 0 ? reshape(array, [1]) : array);

function hstack(values: Value, dtype?: Value): NDArray {
  const arrays = arraysOf(values).map(atLeast1);
  return concatenate(joinedAs(arrays, dtype), arrays[0]?.ndim === 1 ? 0 : 1);
}

const columnStack = (values: Value): NDArray =>
  concatenate(
    joinedAs(arraysOf(values).map((array) => (array.ndim < 2 ? reshape(array, [array.size, 1]) : array))),
    1,
  );

function tile(value: Value, times: Value): NDArray {
  const array = arrayOf(value);
  const counts = shapeOf(times);
  if (counts.some((count) => count < 0)) raiseValueError('negative dimensions are not allowed');
  const ndim = Math.max(array.ndim, counts.length);
  const shape = [...new Array<number>(ndim - array.ndim).fill(1), ...array.shape];
  const repeats = [...new Array<number>(ndim - counts.length).fill(1), ...counts];
  reserve(array.dtype, array.size * elementCount(repeats));
  const spread = shape.flatMap((length, axis) => [repeats[axis]!, length]);
  const source = reshape(
    array,
    shape.flatMap((length) => [1, length]),
  );
  return reshape(
    broadcastTo(source, spread).copy(),
    shape.map((length, axis) => length * repeats[axis]!),
  );
}

// ------------------------------------------------------------------------------------------------------------ splits

/** The parts of an array along an axis. */
function split(value: Value, sections: Value, options: { axis: number; mayDiffer: boolean }): Value {
  const array = arrayOf(value);
  const length = array.shape[options.axis]!;
  const ends = splitPoints(sections, length, { mayDiffer: options.mayDiffer });
  const bounds = [0, ...ends, length];
  return new PyList(
    bounds.slice(1).map((stop, i) => along(array, options.axis, { start: bounds[i]!, stop })),
  );
}

function splitPoints(
  sections: Value,
  length: number,
  { mayDiffer }: { readonly mayDiffer: boolean },
): number[] {
  if (sections instanceof PyList || sections instanceof PyTuple) return sections.items.map(integerOf);
  const array = arrayOf(sections);
  if (array.ndim > 0) return numbersOf(array);
  const count = integerOf(sections);
  if (mayDiffer && count <= 0) raiseValueError('number sections must be larger than 0.');
  if (!mayDiffer && length % count !== 0) raiseValueError('array split does not result in an equal division');
  const extra = length % count;
  const sizes = Array.from({ length: count }, (_, i) => Math.floor(length / count) + (i < extra ? 1 : 0));
  let at = 0;
  return sizes.slice(0, -1).map((size) => {
    at += size;
    return at;
  });
}

const splitter =
  (mayDiffer: boolean) =>
  (value: Value, sections: Value, axis?: Value): Value =>
    split(value, sections, { axis: isMissing(axis) ? 0 : axisOf(axis, arrayOf(value).ndim), mayDiffer });

const splitterAlong =
  (name: string, chooseAxis: (ndim: number) => number, least: number) =>
  (value: Value, sections: Value): Value => {
    const { ndim } = arrayOf(value);
    if (ndim < least) raiseValueError(`${name} only works on arrays of ${least} or more dimensions`);
    return split(value, sections, { axis: chooseAxis(ndim), mayDiffer: false });
  };

function unstack(value: Value, axis?: Value): Value {
  const array = arrayOf(value);
  if (array.ndim === 0) raiseValueError('Input array must be at least 1-d.');
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const order = [at, ...[...array.shape.keys()].filter((each) => each !== at)];
  const first = permute(array, order);
  return new PyTuple(
    Array.from({ length: array.shape[at]! }, (_, i) => getItem(first, [{ kind: 'integer', value: i }])),
  );
}

// --------------------------------------------------------------------------------------------- append, insert, delete

function append(value: Value, more: Value, axis?: Value): NDArray {
  const [a, b] = [arrayOf(value), arrayOf(more)];
  return isMissing(axis)
    ? concatenate(joinedAs([flat(a), flat(b)]), 0)
    : concatenate(joinedAs([a, b]), axisOf(axis, a.ndim));
}

/** The rows that a program names: numbers, a slice, a list or a mask. */
function rowsNamed(which: Value, length: number): number[] {
  if (which instanceof PySlice) {
    const items: IndexItem[] = [
      { kind: 'slice', start: bound(which.start), stop: bound(which.stop), step: bound(which.step) },
    ];
    return numbersOf(getItem(integerVector([...new Array(length).keys()]), items));
  }
  const given = arrayOf(which);
  const array = flat(given.size === 0 ? cast(given, 'int64') : given);
  if (array.dtype === 'bool' && given.ndim > 0)
    return numbersOf(array).flatMap((isNamed, row) => (isNamed ? [row] : []));
  return numbersOf(array);
}

const bound = (value: Value): number | null => (value === null ? null : Number(indexOf(value)));

interface Target {
  readonly array: NDArray;
  readonly axis: number;
  readonly length: number;
}

function targetOf(value: Value, axis: Value | undefined): Target {
  const given = arrayOf(value);
  const array = isMissing(axis) ? flat(given) : given;
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  return { array, axis: at, length: array.shape[at]! };
}

function deleteRows(value: Value, which: Value, axis?: Value): NDArray {
  const { array, axis: at, length } = targetOf(value, axis);
  if (which instanceof NDArray && which.dtype === 'bool' && which.ndim > 0 && which.size !== length)
    raiseValueError(
      `boolean array argument obj to delete must be one dimensional and match the axis length of ${length}`,
    );
  const dropped = new Set<number>();
  for (const row of rowsNamed(which, length)) {
    if (row < -length || row >= length)
      raiseIndexError(`index ${row} is out of bounds for axis ${at} with size ${length}`);
    dropped.add(row < 0 ? row + length : row);
  }
  const kept = [...new Array(length).keys()].filter((row) => !dropped.has(row));
  return takeAxis(array, integerVector(kept), at);
}

/** NumPy's `insert`: places count in the old array, several at one place keep their order. */
function insert(value: Value, which: Value, values: Value, axis?: Value): NDArray {
  const { array, axis: at, length } = targetOf(value, axis);
  const rows = rowsNamed(which, length);
  for (const row of rows) {
    if (row < -length || row > length)
      raiseIndexError(`index ${row} is out of bounds for axis ${at} with size ${length}`);
  }
  const isSingle = rows.length === 1 && !(which instanceof PySlice);
  const source = sourceOf(values, array, { axis: at, isScalar: isSingle && arrayOf(which).ndim === 0 });
  const places = rows.map((row) => (row < 0 ? row + length : row));
  const count = isSingle ? source.shape[at]! : places.length;
  const all = isSingle ? new Array<number>(count).fill(places[0]!) : places;
  const order = [...all.keys()].sort((a, b) => all[a]! - all[b]! || a - b);
  const newPlaces = new Array<number>(count);
  for (const [rank, i] of order.entries()) newPlaces[i] = all[i]! + rank;
  reserve(array.dtype, (array.size / Math.max(1, length)) * (length + count));
  const result = zeros(array.dtype, array.shape.with(at, length + count));
  const taken = new Set(newPlaces);
  const old = [...new Array(length + count).keys()].filter((row) => !taken.has(row));
  const itemsAt = (chosen: readonly number[]): IndexItem[] => {
    const items: IndexItem[] = array.shape.map(() => fullSlice);
    items[at] = { kind: 'array', array: integerVector(chosen) };
    return items;
  };
  setItem(result, itemsAt(old), array);
  setItem(result, itemsAt(newPlaces), source);
  return result;
}

/** The values to insert with the axes of the array; for a single place the first axis of the values counts. */
function sourceOf(values: Value, array: NDArray, place: { axis: number; isScalar: boolean }): NDArray {
  const given = castChecked(arrayOf(values), array.dtype);
  const widened =
    given.ndim < array.ndim
      ? reshape(given, [...new Array<number>(array.ndim - given.ndim).fill(1), ...given.shape])
      : given;
  if (!place.isScalar) return widened;
  const order = [...widened.shape.keys()].slice(1);
  order.splice(place.axis, 0, 0);
  return permute(widened, order);
}

/** `np.resize`: repeats the elements as often as needed. */
function resize(value: Value, shape: Value): NDArray {
  const source = flat(arrayOf(value));
  const lengths = shapeOf(shape);
  if (lengths.some((length) => length < 0))
    raiseValueError('all elements of `new_shape` must be non-negative');
  const size = elementCount(lengths);
  reserve(source.dtype, size);
  if (source.size === 0 || size === 0) return zeros(source.dtype, lengths);
  const result = zeros(source.dtype, lengths);
  const values = source.elements();
  for (let i = 0; i < size; i++) result.storage[i] = values[i % values.length] as never;
  return result;
}

function trimZeros(value: Value, trim?: Value, axis?: Value): Value {
  if (!isMissing(axis)) return notSupported('the argument axis of numpy.trim_zeros');
  const array = arrayOf(value);
  if (array.ndim !== 1) return notSupported('numpy.trim_zeros of more than one axis');
  const sides = isMissing(trim) ? 'fb' : String(trim).toLowerCase();
  if (!/^(f|b|fb|bf)$/.test(sides)) raiseValueError(`unexpected character(s) in \`trim\`: '${sides}'`);
  const isFull = numbersOf(array).map((element) => element !== 0);
  const first = sides.includes('f') ? isFull.indexOf(true) : 0;
  const last = sides.includes('b') ? isFull.lastIndexOf(true) + 1 : array.size;
  const [start, stop] = isFull.includes(true) ? [first, last] : [0, 0];
  if (value instanceof PyList) return new PyList(value.items.slice(start, stop));
  if (value instanceof PyTuple) return new PyTuple(value.items.slice(start, stop));
  return along(array, 0, { start, stop });
}

/** Functions of the module. */
export const joiningFunctions = {
  'concatenate(arrays, axis?, out?, *, dtype?, casting?)': join,
  'stack(arrays, axis?, out?, *, dtype?, casting?)': stackValues,
  'vstack(tup, *, dtype?, casting?)': (values: Value, dtype?: Value) =>
    concatenate(joinedAs(arraysOf(values).map(atLeast2), dtype), 0),
  'hstack(tup, *, dtype?, casting?)': hstack,
  'dstack(tup)': (values: Value) => concatenate(joinedAs(arraysOf(values).map(atLeast3)), 2),
  'column_stack(tup)': columnStack,
  'tile(A, reps)': tile,
  'split(ary, indices_or_sections, axis?)': splitter(false),
  'array_split(ary, indices_or_sections, axis?)': splitter(true),
  'hsplit(ary, indices_or_sections)': splitterAlong('hsplit', (ndim) => (ndim > 1 ? 1 : 0), 1),
  'vsplit(ary, indices_or_sections)': splitterAlong('vsplit', () => 0, 2),
  'dsplit(ary, indices_or_sections)': splitterAlong('dsplit', () => 2, 3),
  'unstack(x, /, *, axis?)': unstack,
  'append(arr, values, axis?)': append,
  'insert(arr, obj, values, axis?)': insert,
  'delete(arr, obj, axis?)': deleteRows,
  'resize(a, new_shape)': resize,
  'trim_zeros(filt, trim?, axis?)': trimZeros,
};
