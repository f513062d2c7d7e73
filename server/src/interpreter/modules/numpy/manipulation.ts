/** Shapes: reshape, transpose, repeat, take, split, joins, … as methods and as functions of the module. */
import { type DType, promoteAll } from '../../../tensor/dtype.ts';
import { fullSlice, getItem, type IndexItem } from '../../../tensor/indexing.ts';
import { broadcastTo, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { broadcastShapes, elementCount, type Shape } from '../../../tensor/shape.ts';
import { concatenate, expandAxis, permute, reshape, stack } from '../../../tensor/shaping.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { toArray } from '../../protocols/iteration.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import {
  arraysOf,
  axesOf,
  axisOf,
  checkOrder,
  type Given,
  integerOf,
  isMissing,
  refuseArguments,
  shapeOf,
  shapeOfArguments,
} from './arguments.ts';
import { arrayOf, castChecked, integerVector, numpyVersion, reserve } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { presented } from './numpyScalar.ts';
import { asReadOnly } from './readOnly.ts';

const flat = (array: NDArray): NDArray => reshape(array, [array.size]);

function transpose(array: NDArray, axes: readonly Value[]): NDArray {
  const given =
    axes.length === 1 && (axes[0] === null || axes[0] instanceof PyTuple || axes[0] instanceof PyList)
      ? axes[0]
      : axes;
  if (given === null || (Array.isArray(given) && given.length === 0))
    return permute(
      array,
      array.shape.map((_, axis) => array.ndim - 1 - axis),
    );
  const list = Array.isArray(given) ? given : (given as PyTuple).items;
  if (list.length !== array.ndim) raiseValueError("axes don't match array");
  const order = list.map((axis) => axisOf(axis as Value, array.ndim));
  if (new Set(order).size !== order.length) raiseValueError('repeated axis in transpose');
  return permute(array, order);
}

function squeeze(array: NDArray, axis?: Value): NDArray {
  const axes = isMissing(axis)
    ? array.shape.flatMap((length, at) => (length === 1 ? [at] : []))
    : axesOf(axis, array.ndim);
  if (axes.some((at) => array.shape[at] !== 1))
    raiseValueError('cannot select an axis to squeeze out which has size not equal to one');
  const kept = array.shape.map((_, at) => at).filter((at) => !axes.includes(at));
  const { shape, strides, offset } = array.layout;
  return array.view({ shape: kept.map((at) => shape[at]), strides: kept.map((at) => strides[at]), offset });
}

function swapAxes(array: NDArray, first: Value, second: Value): NDArray {
  const [a, b] = [axisOf(first, array.ndim), axisOf(second, array.ndim)];
  return permute(
    array,
    array.shape.map((_, axis) => (axis === a ? b : axis === b ? a : axis)),
  );
}

/** The rows `indices` of an axis, as a copy. */
export function takeAxis(array: NDArray, indices: NDArray, axis: number): NDArray {
  const items: IndexItem[] = array.shape.map(() => fullSlice);
  items[axis] = { kind: 'array', array: indices };
  reserve(array.dtype, (array.size / Math.max(1, array.shape[axis])) * indices.size);
  return getItem(array, items);
}

function take(array: NDArray, indices: Value, ...[axis, out, mode]: Given): Value {
  refuseArguments({ out, mode });
  const source = isMissing(axis) ? flat(array) : array;
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const picked = arrayOf(indices);
  const asVector = picked.ndim === 0 ? reshape(picked, [1]) : picked;
  const found = takeAxis(source, cast(asVector, 'int64'), at);
  return picked.ndim > 0 ? found : presented(squeeze(found, at));
}

function repeat(array: NDArray, repeats: Value, axis?: Value): NDArray {
  const source = isMissing(axis) ? flat(array) : array;
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const length = source.shape[at];
  const counts = arrayOf(repeats);
  const each =
    counts.ndim === 0 || counts.size === 1
      ? new Array<number>(length).fill(Number(counts.at(0)))
      : Array.from(counts.elements(), Number);
  if (each.length !== length)
    raiseValueError(`operands could not be broadcast together with shape (${length},) (${each.length},)`);
  if (each.some((count) => count < 0)) raiseValueError('repeats may not contain negative values.');
  const indices = each.flatMap((count, index) => new Array<number>(count).fill(index));
  return takeAxis(source, integerVector(indices), at);
}

/** A diagonal of a matrix as a window. */
export function diagonalOf(array: NDArray, shift: number): NDArray {
  if (array.ndim < 2) raiseValueError('diag requires an array of at least two dimensions');
  if (array.ndim > 2) notSupported('the diagonal of more than two axes');
  const { shape, strides, offset } = array.layout;
  const [rows, columns] = shape;
  const length = Math.max(0, shift >= 0 ? Math.min(rows, columns - shift) : Math.min(rows + shift, columns));
  const start = shift >= 0 ? shift * strides[1] : -shift * strides[0];
  return array.view({
    shape: [length],
    strides: [strides[0] + strides[1]],
    offset: offset + (length > 0 ? start : 0),
  });
}

/** Methods that are functions of the module too: signature without the array → body. */
export const shapeMethods = {
  'ravel(order?)': (array: NDArray, order?: Value) => {
    checkOrder(order);
    return flat(array);
  },
  'squeeze(axis?)': squeeze,
  'swapaxes(axis1, axis2)': swapAxes,
  'repeat(repeats, axis?)': repeat,
  'take(indices, axis?, out?, mode?)': take,
  'diagonal(offset?)': (array: NDArray, shift?: Value) =>
    asReadOnly(diagonalOf(array, isMissing(shift) ? 0 : integerOf(shift))),
};

/** Methods whose function of the module has another signature. */
export const shapeOnlyMethods = {
  'reshape(*shape, order?)': (array: NDArray, shape: Value[], order?: Value) => {
    checkOrder(order);
    return reshape(array, shapeOfArguments(shape));
  },
  'transpose(*axes)': transpose,
  'flatten(order?)': (array: NDArray, order?: Value) => {
    checkOrder(order);
    reserve(array.dtype, array.size);
    return flat(array).copy();
  },
};

// ------------------------------------------------------------------------------------------------------------ joins

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

function join(values: Value, axis?: Value, out?: Value, dtype?: Value): NDArray {
  refuseArguments({ out });
  const arrays = arraysOf(values);
  if (axis === null) return concatenate(joinedAs(arrays.map(flat), dtype), 0);
  return concatenate(joinedAs(arrays, dtype), axis === undefined ? 0 : integerOf(axis));
}

function stackValues(values: Value, axis?: Value, out?: Value, dtype?: Value): NDArray {
  refuseArguments({ out });
  return stack(joinedAs(arraysOf(values), dtype), isMissing(axis) ? 0 : integerOf(axis));
}

const atLeast1 = (array: NDArray): NDArray => (array.ndim === 0 ? reshape(array, [1]) : array);
const atLeast2 = (array: NDArray): NDArray =>
  array.ndim === 0 ? reshape(array, [1, 1]) : array.ndim === 1 ? expandAxis(array, 0) : array;

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
  const spread = shape.flatMap((length, axis) => [repeats[axis], length]);
  const source = reshape(
    array,
    shape.flatMap((length) => [1, length]),
  );
  return reshape(
    broadcastTo(source, spread).copy(),
    shape.map((length, axis) => length * repeats[axis]),
  );
}

/** The parts of an array along an axis. */
function split(value: Value, sections: Value, options: { axis: number; mayDiffer: boolean }): Value {
  const array = arrayOf(value);
  const length = array.shape[options.axis];
  const ends = splitPoints(sections, length, options.mayDiffer);
  const bounds = [0, ...ends, length];
  return new PyList(
    bounds.slice(1).map((stop, i) => {
      const items: IndexItem[] = array.shape.map(() => fullSlice);
      items[options.axis] = { kind: 'slice', start: bounds[i], stop, step: null };
      return getItem(array, items);
    }),
  );
}

function splitPoints(sections: Value, length: number, mayDiffer: boolean): number[] {
  if (sections instanceof PyList || sections instanceof PyTuple) return sections.items.map(integerOf);
  const array = arrayOf(sections);
  if (array.ndim > 0) return Array.from(array.elements(), Number);
  const count = integerOf(sections);
  if (count <= 0) raiseValueError('number sections must be larger than 0.');
  if (length % count !== 0 && !mayDiffer) raiseValueError('array split does not result in an equal division');
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

// -------------------------------------------------------------------------------------------------- other functions

function expandDims(value: Value, axis: Value): NDArray {
  const array = arrayOf(value);
  const axes = axis instanceof PyTuple ? axis.items : [axis];
  const ndim = array.ndim + axes.length;
  const places = axes.map((each) => axisOf(each, ndim)).sort((a, b) => a - b);
  return places.reduce((found, place) => expandAxis(found, place), array);
}

function moveAxis(value: Value, source: Value, destination: Value): NDArray {
  const array = arrayOf(value);
  const from = axesOf(source, array.ndim);
  const to = axesOf(destination, array.ndim);
  const order = array.shape.map((_, axis) => axis).filter((axis) => !from.includes(axis));
  const moves = to.map((place, i) => [place, from[i]] as const).sort((a, b) => a[0] - b[0]);
  for (const [place, axis] of moves) order.splice(place, 0, axis);
  return permute(array, order);
}

function rolled(array: NDArray, shift: number, axis: number): NDArray {
  const length = array.shape[axis];
  const order = Array.from({ length }, (_, i) => (((i - shift) % length) + length) % length);
  return takeAxis(array, integerVector(order), axis);
}

function roll(value: Value, shift: Value, axis?: Value): NDArray {
  const array = arrayOf(value);
  if (array.size === 0) return array.copy();
  if (isMissing(axis)) return reshape(rolled(flat(array), integerOf(shift), 0), array.shape);
  const axes = axesOf(axis, array.ndim);
  const shifts =
    shift instanceof PyTuple || shift instanceof PyList
      ? shift.items.map(integerOf)
      : axes.map(() => integerOf(shift));
  return axes.reduce((found, at, i) => rolled(found, shifts[i], at), array);
}

function flip(value: Value, axis?: Value): NDArray {
  const array = arrayOf(value);
  const axes = axesOf(axis, array.ndim);
  return getItem(
    array,
    array.shape.map((_, at) =>
      axes.includes(at) ? { kind: 'slice', start: null, stop: null, step: -1 } : fullSlice,
    ),
  );
}

const spread = (value: Value, shape: Shape): NDArray => asReadOnly(broadcastTo(arrayOf(value), shape));

function broadcastArrays(values: readonly Value[]): Value {
  const arrays = values.map((value) => arrayOf(value));
  const shape = broadcastShapes(arrays.map((array) => array.shape));
  const found = arrays.map((array) => broadcastTo(array, shape));
  return numpyVersion() === 2 ? new PyTuple(found) : new PyList(found);
}

function append(value: Value, more: Value, axis?: Value): NDArray {
  const [a, b] = [arrayOf(value), arrayOf(more)];
  return isMissing(axis)
    ? concatenate(joinedAs([flat(a), flat(b)]), 0)
    : concatenate(joinedAs([a, b]), axisOf(axis, a.ndim));
}

function deleteRows(value: Value, which: Value, axis?: Value): NDArray {
  const array = isMissing(axis) ? flat(arrayOf(value)) : arrayOf(value);
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const length = array.shape[at];
  const dropped = new Set(
    Array.from(flat(arrayOf(which)).elements() as ArrayLike<number | bigint>, (index) =>
      Number(index) < 0 ? Number(index) + length : Number(index),
    ),
  );
  for (const index of dropped) if (index < 0 || index >= length) notSupported('np.delete outside the array');
  const kept = Array.from({ length }, (_, i) => i).filter((i) => !dropped.has(i));
  return takeAxis(array, integerVector(kept), at);
}

const onEach =
  (wrap: (array: NDArray) => NDArray) =>
  (values: Value[]): Value => {
    const found = values.map((value) => wrap(arrayOf(value)));
    return found.length === 1 ? found[0]! : numpyVersion() === 2 ? new PyTuple(found) : new PyList(found);
  };

/** Functions of the module. */
export const shapeFunctions = {
  'reshape(a, newshape, order?)': (value: Value, shape: Value, order?: Value) => {
    checkOrder(order);
    return reshape(arrayOf(value), shapeOf(shape));
  },
  'transpose(a, axes?)': (value: Value, axes?: Value) =>
    transpose(arrayOf(value), isMissing(axes) ? [] : toArray(axes)),
  'concatenate(arrays, axis?, out?, *, dtype?)': join,
  'stack(arrays, axis?, out?, *, dtype?)': stackValues,
  'vstack(tup, *, dtype?)': (values: Value, dtype?: Value) =>
    concatenate(joinedAs(arraysOf(values).map(atLeast2), dtype), 0),
  'hstack(tup, *, dtype?)': hstack,
  'column_stack(tup)': columnStack,
  'tile(A, reps)': tile,
  'split(ary, indices_or_sections, axis?)': splitter(false),
  'array_split(ary, indices_or_sections, axis?)': splitter(true),
  'expand_dims(a, axis)': expandDims,
  'moveaxis(a, source, destination)': moveAxis,
  'roll(a, shift, axis?)': roll,
  'flip(m, axis?)': flip,
  'flipud(m)': (value: Value) => flip(value, 0),
  'fliplr(m)': (value: Value) => flip(value, 1),
  'broadcast_to(array, shape)': (value: Value, shape: Value) => spread(value, shapeOf(shape)),
  'broadcast_arrays(*args)': broadcastArrays,
  'append(arr, values, axis?)': append,
  'delete(arr, obj, axis?)': deleteRows,
  'atleast_1d(*arys)': onEach(atLeast1),
  'atleast_2d(*arys)': onEach(atLeast2),
};
