/** Functions that move, repeat or cut whole axes, composed as the libraries compose them: tile, moveaxis, flip, diff, take_along_axis. */

import { EngineError } from '../../tensor/engineError.ts';
import { fullSlice, onAxis } from '../../tensor/indexing.ts';
import { normalizeAxis } from '../../tensor/shape.ts';
import { int64Constant } from '../constants.ts';
import type { Variable } from '../variable.ts';
import { dimShuffle } from './dimShuffle.ts';
import { elemwise, padLeft } from './elemwise.ts';
import { flattened, lengthOf, range } from './math.ts';
import { alloc, makeVector, reshaped } from './shapes.ts';
import { type SymbolicIndex, subtensor } from './subtensor.ts';

/** `tile(x, reps)`: the tensor as often as `counts` say along each axis. */
export function tiled(input: Variable, counts: readonly Variable[]): Variable {
  const { context } = input;
  const ndim = Math.max(counts.length, input.ndim);
  const one = int64Constant(context, 1);
  const all = [...new Array<Variable>(ndim - counts.length).fill(one), ...counts];
  const own = padLeft(input, ndim);
  const lengths = [...Array(ndim).keys()].map((axis) =>
    axis < ndim - input.ndim ? one : lengthOf(input, axis - (ndim - input.ndim)),
  );
  const spread = dimShuffle(
    own,
    lengths.flatMap((_, axis): (number | 'x')[] => ['x', axis]),
  );
  const repeated = alloc(
    spread,
    lengths.flatMap((length, axis) => [all[axis], length]),
  );
  const shape = lengths.map((length, axis) => elemwise('mul', length, all[axis]));
  return reshaped(repeated, makeVector(context, shape, 'int64'), ndim);
}

/** `repeat(x, count, axis)` for one count: another axis is filled and joined with the one before it. */
export function repeatedAlike(input: Variable, count: Variable, axis: number | null): Variable {
  const source = axis === null ? flattened(input, 1) : input;
  const at = normalizeAxis(axis ?? 0, source.ndim);
  const lengths = [...source.type.shape.keys()].map((i) => lengthOf(source, i));
  const spread = withAxis(source, at + 1);
  const repeated = alloc(spread, lengths.toSpliced(at + 1, 0, count));
  const shape = lengths.with(at, elemwise('mul', lengths[at], count));
  return reshaped(repeated, makeVector(input.context, shape, 'int64'), source.ndim);
}

/** A new axis of length 1. */
export const withAxis = (input: Variable, axis: number): Variable =>
  dimShuffle(
    input,
    [...input.type.shape.keys()].toSpliced(axis, 0, -1).map((at) => (at < 0 ? 'x' : at)),
  );

/** New axes of length 1 at places of the result. */
export function withAxes(input: Variable, axes: readonly number[]): Variable {
  const ndim = input.ndim + axes.length;
  const places = axes.map((axis) => normalizeAxis(axis, ndim));
  if (new Set(places).size < places.length) throw new EngineError('ValueError', 'repeated axis');
  let next = 0;
  return dimShuffle(
    input,
    Array.from({ length: ndim }, (_, axis) => (places.includes(axis) ? 'x' : next++)),
  );
}

/** `moveaxis(x, source, destination)`. */
export function movedAxes(input: Variable, source: readonly number[], target: readonly number[]): Variable {
  if (source.length !== target.length) {
    throw new EngineError(
      'ValueError',
      '`source` and `destination` arguments must have the same number of elements',
    );
  }
  const from = source.map((axis) => axisNamed('source', axis, input.ndim));
  const to = target.map((axis) => axisNamed('destination', axis, input.ndim));
  const order = [...input.type.shape.keys()].filter((axis) => !from.includes(axis));
  const pairs = to.map((place, i) => [place, from[i]] as const).sort(([a], [b]) => a - b);
  for (const [place, axis] of pairs) order.splice(place, 0, axis);
  return dimShuffle(input, order);
}

/** An axis from 0; the error names the argument. */
function axisNamed(name: string, axis: number, ndim: number): number {
  if (axis >= -ndim && axis < ndim) return normalizeAxis(axis, ndim);
  throw new EngineError('AxisError', `${name}: axis ${axis} is out of bounds for array of dimension ${ndim}`);
}

/** The elements of some axes in reversed order. */
export function flipped(input: Variable, axes: readonly number[]): Variable {
  const places = axes.map((axis) => normalizeAxis(axis, input.ndim));
  const step = int64Constant(input.context, -1);
  const backwards: SymbolicIndex = { kind: 'slice', start: null, stop: null, step };
  return subtensor(
    input,
    [...input.type.shape.keys()].map((axis) => (places.includes(axis) ? backwards : fullSlice)),
  );
}

/** `diff(x, n, axis)`: the differences of neighbours. */
export function differences(input: Variable, count: number, axis: number): Variable {
  const at = normalizeAxis(axis, input.ndim);
  const { context } = input;
  const later: SymbolicIndex = { kind: 'slice', start: int64Constant(context, 1), stop: null, step: null };
  const earlier: SymbolicIndex = { kind: 'slice', start: null, stop: int64Constant(context, -1), step: null };
  let result = input;
  for (let i = 0; i < count; i++) {
    result = elemwise('sub', subtensor(result, onAxis(at, later)), subtensor(result, onAxis(at, earlier)));
  }
  return result;
}

/** `take_along_axis(x, indices, axis)`: without an axis from the flattened tensor. */
export function takenAlong(input: Variable, indices: Variable, axis: number | null): Variable {
  const source = axis === null ? flattened(input, 1) : input;
  const at = normalizeAxis(axis ?? 0, source.ndim);
  if (source.ndim !== indices.ndim) {
    throw new EngineError('ValueError', '`indices` and `arr` must have the same number of dimensions');
  }
  const index = [...source.type.shape.keys()].map((i): SymbolicIndex => {
    if (i === at) return { kind: 'array', value: indices };
    const places = range(
      {
        start: int64Constant(input.context, 0),
        stop: lengthOf(source, i),
        step: int64Constant(input.context, 1),
      },
      'int64',
    );
    const order = [...source.type.shape.keys()].map((axisOf): number | 'x' => (axisOf === i ? 0 : 'x'));
    return { kind: 'array', value: dimShuffle(places, order) };
  });
  return subtensor(source, index);
}
