/** Windows that rearrange axes and copies that join arrays: reshape, transpose, concatenate. */
import { type DType, makeStorage, promoteAll } from './dtype.ts';
import { EngineError } from './engineError.ts';
import { assign, fromStorage, type NDArray, zeros } from './ndarray.ts';
import { contiguousStrides, elementCount, normalizeAxis, printShape, type Shape } from './shape.ts';

/** The array in another shape: a window where C order allows, else a copy. One length may be -1. */
export function reshape(array: NDArray, wanted: Shape): NDArray {
  const shape = solveShape(array, wanted);
  const strides = array.isContiguous ? contiguousStrides(shape) : windowStrides(array, shape);
  if (strides === null) return fromStorage(array.dtype, array.elements(), shape);
  return array.view({ shape, strides, offset: array.layout.offset });
}

/** The strides of a window of another shape; null where the elements do not lie so. NumPy's `_attempt_nocopy_reshape`. */
function windowStrides(array: NDArray, shape: Shape): number[] | null {
  const axes = array.shape.flatMap((length, axis) => (length === 1 ? [] : [axis]));
  const lengths = axes.map((axis) => array.shape[axis]);
  const steps = axes.map((axis) => array.layout.strides[axis]);
  const strides = new Array<number>(shape.length);
  let [from, to] = [0, 0];
  while (to < shape.length && from < lengths.length) {
    let [fromEnd, toEnd] = [from + 1, to + 1];
    let [count, wanted] = [lengths[from], shape[to]];
    while (count !== wanted) {
      if (wanted < count) wanted *= shape[toEnd++];
      else count *= lengths[fromEnd++];
    }
    for (let axis = from; axis < fromEnd - 1; axis++)
      if (steps[axis] !== lengths[axis + 1] * steps[axis + 1]) return null;
    strides[toEnd - 1] = steps[fromEnd - 1];
    for (let axis = toEnd - 1; axis > to; axis--) strides[axis - 1] = strides[axis] * shape[axis];
    [from, to] = [fromEnd, toEnd];
  }
  return strides.fill(to > 0 ? strides[to - 1] : 1, to);
}

function solveShape(array: NDArray, wanted: Shape): number[] {
  const unknown = wanted.filter((length) => length < 0).length;
  if (unknown > 1) throw new EngineError('ValueError', 'can only specify one unknown dimension');
  const known = elementCount(wanted.filter((length) => length >= 0));
  const rest = array.size / known;
  const fits = unknown === 0 ? known === array.size : Number.isInteger(rest);
  if (!fits) {
    throw new EngineError(
      'ValueError',
      `cannot reshape array of size ${array.size} into shape ${wantedShape(wanted)}`,
    );
  }
  return wanted.map((length) => (length < 0 ? rest : length));
}

/** A shape as NumPy's C code prints it: an unknown length in front is left out, later ones are `newaxis`. */
function wantedShape(wanted: Shape): string {
  const first = wanted.findIndex((length) => length >= 0);
  if (first < 0) return '()';
  const text = wanted.slice(first).map((length) => (length < 0 ? 'newaxis' : `${length}`));
  return `(${text.join(',')}${wanted.length === 1 ? ',' : ''})`;
}

/** Axes in another order; `axes` names the source axis of each axis of the result. */
export function permute(array: NDArray, axes: readonly number[]): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({ shape: axes.map((a) => shape[a]), strides: axes.map((a) => strides[a]), offset });
}

export const transpose = (array: NDArray): NDArray =>
  permute(
    array,
    array.shape.map((_, axis) => array.ndim - 1 - axis),
  );

/** A new axis of length 1 at `axis` of the result. */
export function expandAxis(array: NDArray, axis: number): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({ shape: shape.toSpliced(axis, 0, 1), strides: strides.toSpliced(axis, 0, 0), offset });
}

/** Joins arrays along an axis; the element types are promoted. */
export function concatenate(arrays: readonly NDArray[], axis: number): NDArray {
  if (arrays.length === 0) throw new EngineError('ValueError', 'need at least one array to concatenate');
  const first = arrays[0];
  if (first.ndim === 0) throw new EngineError('ValueError', 'zero-dimensional arrays cannot be concatenated');
  const at = normalizeAxis(axis, first.ndim);
  for (const [i, array] of arrays.entries()) checkJoin(first, array, { at, i });
  const length = arrays.reduce((sum, array) => sum + array.shape[at], 0);
  const result = zeros(promoteAll(arrays.map((array) => array.dtype)), first.shape.with(at, length));
  let start = 0;
  for (const array of arrays) {
    const { strides, offset } = result.layout;
    assign(result.view({ shape: array.shape, strides, offset: offset + start * strides[at] }), array);
    start += array.shape[at];
  }
  return result;
}

function checkJoin(first: NDArray, array: NDArray, where: { at: number; i: number }): void {
  if (array.ndim !== first.ndim) {
    throw new EngineError(
      'ValueError',
      `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.ndim} dimension(s) and the array at index ${where.i} has ${array.ndim} dimension(s)`,
    );
  }
  for (let axis = 0; axis < first.ndim; axis++) {
    if (axis === where.at || array.shape[axis] === first.shape[axis]) continue;
    throw new EngineError(
      'ValueError',
      `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${axis}, the array at index 0 has size ${first.shape[axis]} and the array at index ${where.i} has size ${array.shape[axis]}`,
    );
  }
}

/** Joins arrays of one shape along a new axis. */
export function stack(arrays: readonly NDArray[], axis: number): NDArray {
  if (arrays.length === 0) throw new EngineError('ValueError', 'need at least one array to stack');
  if (arrays.some((array) => printShape(array.shape) !== printShape(arrays[0].shape))) {
    throw new EngineError('ValueError', 'all input arrays must have the same shape');
  }
  const at = normalizeAxis(axis, arrays[0].ndim + 1);
  return concatenate(
    arrays.map((array) => expandAxis(array, at)),
    at,
  );
}

/** `start, start + step, …` before `stop`, as `np.arange` counts them. */
export function arange(dtype: DType, range: { start: number; stop: number; step: number }): NDArray {
  const { start, stop, step } = range;
  if (step === 0) throw new EngineError('ValueError', 'Maximum allowed size exceeded');
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (!Number.isFinite(length)) throw new EngineError('ValueError', 'arange: cannot compute length');
  const storage = makeStorage(dtype, length);
  const big = storage instanceof BigInt64Array || storage instanceof BigUint64Array;
  for (let i = 0; i < length; i++) {
    const value = start + i * step;
    storage[i] = big ? BigInt(Math.trunc(value)) : value;
  }
  return fromStorage(dtype, storage, [length]);
}
