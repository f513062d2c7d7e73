/** Shapes: reshape, transpose, repeat, take, split, joins, … as methods and as functions of the module. */
import { canCastSafely } from '../../../tensor/dtype.ts';
import { fullSlice, getItem, type IndexItem } from '../../../tensor/indexing.ts';
import { assign, broadcastTo, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { commonShape, type Shape } from '../../../tensor/shape.ts';
import { expandAxis, permute, reshape, transpose as reversed } from '../../../tensor/shaping.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import {
  axesOf,
  axisOf,
  type Given,
  integerOf,
  isMissing,
  type Order,
  orderOf,
  outputOf,
  shapeOf,
  shapeOfArguments,
} from './arguments.ts';
import { arrayOf, castChecked, integerVector, numpyVersion, reserve } from './conversion.ts';
import { raiseAxisError } from './numpyErrors.ts';
import { presented } from './numpyScalar.ts';
import { asReadOnly } from './readOnly.ts';

const flat = (array: NDArray): NDArray => reshape(array, [array.size]);

/** A tuple; a list before NumPy 2. */
export const listBefore2 = (arrays: Value[]): Value =>
  numpyVersion() === 2 ? new PyTuple(arrays) : new PyList(arrays);

const isFortran = (array: NDArray): boolean => !array.isContiguous && reversed(array).isContiguous;

/** The elements as a vector, in the wanted order. */
function ravel(array: NDArray, order: Order): NDArray {
  if (order === 'F' || (order === 'A' && isFortran(array))) return flat(reversed(array));
  if (order !== 'K') return flat(array);
  const { strides } = array.layout;
  const axes = [...strides.keys()].sort((a, b) => Math.abs(strides[b]!) - Math.abs(strides[a]!) || a - b);
  return flat(permute(array, axes));
}

/** Another shape, filled in the wanted order. */
export function reshapeIn(array: NDArray, shape: Shape, order: Order): NDArray {
  if (order === 'K') raiseValueError("order 'K' is not permitted for reshaping");
  const isReversed = order === 'F' || (order === 'A' && isFortran(array));
  if (!isReversed) return reshape(array, shape);
  const solved = reshape(zeroStrides(array), shape).shape;
  return reversed(reshape(reversed(array), solved.toReversed()));
}

/** Only the shape matters: nothing is copied. */
const zeroStrides = (array: NDArray): NDArray => array.view({ shape: [array.size], strides: [1], offset: 0 });

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

/** Indices brought into the axis, for the modes that allow any. */
function brought(indices: NDArray, length: number, mode: Value): NDArray {
  const places = Array.from(indices.elements(), Number).map((index) =>
    mode === 'wrap' ? ((index % length) + length) % length : Math.min(Math.max(index, 0), length - 1),
  );
  return reshape(integerVector(places), indices.shape);
}

function take(array: NDArray, indices: Value, ...[axis, out, mode]: Given): Value {
  const source = isMissing(axis) ? flat(array) : array;
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const given = arrayOf(indices);
  if (!canCastSafely(given.dtype, 'int64') && given.size > 0)
    raiseTypeError(
      `Cannot cast array data from dtype('${given.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  const whole = cast(given, 'int64');
  const isAny = mode === 'wrap' || mode === 'clip';
  const picked = isAny ? brought(whole, source.shape[at], mode) : whole;
  const asVector = picked.ndim === 0 ? reshape(picked, [1]) : picked;
  const taken = takeAxis(source, asVector, at);
  const found = picked.ndim > 0 ? taken : squeeze(taken, at);
  const target = outputOf(out);
  if (target === undefined) return presented(found);
  assign(target, castChecked(found, target.dtype));
  return target;
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

/** The diagonal of two axes as a window; it is the last axis. */
export function diagonalOf(array: NDArray, shift: number, axes: readonly [number, number] = [0, 1]): NDArray {
  if (array.ndim < 2) raiseValueError('diag requires an array of at least two dimensions');
  const [first, second] = axes;
  if (first === second) raiseValueError('axis1 and axis2 cannot be the same');
  const { shape, strides, offset } = array.layout;
  const [rows, columns] = [shape[first], shape[second]];
  const length = Math.max(0, shift >= 0 ? Math.min(rows, columns - shift) : Math.min(rows + shift, columns));
  const start = shift >= 0 ? shift * strides[second] : -shift * strides[first];
  const rest = [...shape.keys()].filter((axis) => axis !== first && axis !== second);
  return array.view({
    shape: [...rest.map((axis) => shape[axis]), length],
    strides: [...rest.map((axis) => strides[axis]), strides[first] + strides[second]],
    offset: offset + (length > 0 ? start : 0),
  });
}

/** The axes of a diagonal, as arguments. */
export const diagonalAxes = (array: NDArray, first?: Value, second?: Value): [number, number] => {
  if (array.ndim < 2) raiseValueError('diag requires an array of at least two dimensions');
  return [axisOf(first ?? 0, array.ndim), axisOf(second ?? 1, array.ndim)];
};

/** Methods that are functions of the module too: signature without the array → body. */
export const shapeMethods = {
  'ravel(order?)': (array: NDArray, order?: Value) => ravel(array, orderOf(order)),
  'squeeze(axis?)': squeeze,
  'swapaxes(axis1, axis2)': swapAxes,
  'repeat(repeats, axis?)': repeat,
  'take(indices, axis?, out?, mode?)': take,
  'diagonal(offset?, axis1?, axis2?)': (array: NDArray, ...[shift, first, second]: Given) =>
    asReadOnly(
      diagonalOf(array, isMissing(shift) ? 0 : integerOf(shift), diagonalAxes(array, first, second)),
    ),
};

/** Methods whose function of the module has another signature. */
export const shapeOnlyMethods = {
  'reshape(*shape, order?, copy?)': (array: NDArray, shape: Value[], order?: Value) => {
    if (shape.length === 0) raiseTypeError("reshape() missing required argument 'shape' (pos 0)");
    return reshapeIn(array, shapeOfArguments(shape), orderOf(order));
  },
  'transpose(*axes)': transpose,
  'flatten(order?)': (array: NDArray, order?: Value) => {
    reserve(array.dtype, array.size);
    return ravel(array, orderOf(order)).copy();
  },
};

// -------------------------------------------------------------------------------------------------- other functions

function expandDims(value: Value, axis: Value): NDArray {
  const array = arrayOf(value);
  const axes = axis instanceof PyTuple || axis instanceof PyList ? axis.items : [axis];
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
  const all = axes.length === 1 ? shifts.map(() => axes[0]) : axes;
  return all.reduce((found, at, i) => rolled(found, shifts.length === 1 ? shifts[0] : shifts[i], at), array);
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
  const shape = commonShape(arrays.map((array) => array.shape));
  const found = arrays.map((array) => broadcastTo(array, shape));
  return listBefore2(found);
}

const onEach =
  (wrap: (array: NDArray) => NDArray) =>
  (values: Value[]): Value => {
    const found = values.map((value) => wrap(arrayOf(value)));
    return found.length === 1 ? found[0]! : listBefore2(found);
  };

const spreadArrays = (shapes: Value[]): Value =>
  new PyTuple(commonShape(shapes.map((shape) => shapeOf(shape))));

function rollAxis(value: Value, axis: Value, start?: Value): NDArray {
  const array = arrayOf(value);
  const from = axisOf(axis, array.ndim);
  const given = isMissing(start) ? 0 : integerOf(start);
  const to = given < 0 ? given + array.ndim : given;
  if (to < 0 || to > array.ndim)
    raiseAxisError(
      `'start' arg requires ${-array.ndim} <= start < ${array.ndim + 1}, but ${given} was passed in`,
    );
  const order = [...array.shape.keys()].filter((each) => each !== from);
  order.splice(from < to ? to - 1 : to, 0, from);
  return permute(array, order);
}

/** Quarter turns in the plane of two axes. */
function rotate(value: Value, times?: Value, plane?: Value): NDArray {
  const array = arrayOf(value);
  const given = isMissing(plane) ? [0, 1] : toArray(plane).map(integerOf);
  if (given.length !== 2) raiseValueError('len(axes) must be 2.');
  const [first, second] = given as [number, number];
  if (first === second || Math.abs(first - second) === array.ndim) raiseValueError('Axes must be different.');
  if ([first, second].some((axis) => axis >= array.ndim || axis < -array.ndim))
    raiseValueError(
      `Axes=${repr(plane instanceof PyList ? plane : new PyTuple(given))} out of range for array of ndim=${array.ndim}.`,
    );
  const turns = (((isMissing(times) ? 1 : integerOf(times)) % 4) + 4) % 4;
  if (turns === 0) return flip(array, new PyTuple([]));
  if (turns === 2) return flip(array, new PyTuple([first, second]));
  const swapped = (source: NDArray): NDArray => swapAxes(source, first, second);
  return turns === 1 ? swapped(flip(array, second)) : flip(swapped(array), second);
}

const flipper =
  (axis: 0 | 1) =>
  (value: Value): NDArray => {
    const array = arrayOf(value);
    if (array.ndim <= axis) raiseValueError(`Input must be >= ${axis + 1}-d.`);
    return flip(array, axis);
  };

const atLeast1 = (array: NDArray): NDArray => (array.ndim === 0 ? reshape(array, [1]) : array);
/** A matrix: a vector is its only row. */
export const atLeast2 = (array: NDArray): NDArray =>
  array.ndim === 0 ? reshape(array, [1, 1]) : array.ndim === 1 ? expandAxis(array, 0) : array;
/** Three axes: a vector lies along the middle one. */
export const atLeast3 = (array: NDArray): NDArray =>
  array.ndim < 2 ? reshape(array, [1, array.size, 1]) : array.ndim === 2 ? expandAxis(array, 2) : array;

/** Functions of the module. */
export const shapeFunctions = {
  'reshape(a, shape?, order?, *, newshape?, copy?)': (value: Value, ...[shape, order, newShape]: Given) => {
    const wanted = shape ?? newShape;
    if (isMissing(wanted)) raiseTypeError("reshape() missing 1 required positional argument: 'shape'");
    return reshapeIn(arrayOf(value), shapeOf(wanted), orderOf(order));
  },
  'transpose(a, axes?)': (value: Value, axes?: Value) =>
    transpose(arrayOf(value), isMissing(axes) ? [] : toArray(axes)),
  'expand_dims(a, axis)': expandDims,
  'moveaxis(a, source, destination)': moveAxis,
  'roll(a, shift, axis?)': roll,
  'flip(m, axis?)': flip,
  'flipud(m)': flipper(0),
  'fliplr(m)': flipper(1),
  'rot90(m, k?, axes?)': rotate,
  'rollaxis(a, axis, start?)': rollAxis,
  'matrix_transpose(x, /)': (value: Value) => {
    const array = arrayOf(value);
    if (array.ndim < 2)
      raiseValueError(`Input array must be at least 2-dimensional, but it is ${array.ndim}`);
    return swapAxes(array, -1, -2);
  },
  'broadcast_to(array, shape, subok?)': (value: Value, shape: Value) => spread(value, shapeOf(shape)),
  'broadcast_arrays(*args, subok?)': broadcastArrays,
  'broadcast_shapes(*args)': spreadArrays,
  'atleast_1d(*arys)': onEach(atLeast1),
  'atleast_2d(*arys)': onEach(atLeast2),
  'atleast_3d(*arys)': onEach(atLeast3),
};
