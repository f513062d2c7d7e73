/** Parts of a variable along its first axis. */
import { int64Constant } from '../constants.ts';
import { constantIn, lengthOf } from '../ops/math.ts';
import { alloc } from '../ops/shapes.ts';
import { subtensor } from '../ops/subtensor.ts';
import type { Variable } from '../variable.ts';

/** The rows from the last to the first. */
export const backwards = (input: Variable): Variable =>
  subtensor(input, [{ kind: 'slice', start: null, stop: null, step: int64Constant(input.context, -1) }]);

/** The first `count` rows. */
export const firstRows = (input: Variable, count: Variable): Variable =>
  subtensor(input, [{ kind: 'slice', start: null, stop: count, step: null }]);

/** All rows but the first `count`. */
export const rowsFrom = (input: Variable, count: number): Variable =>
  count === 0
    ? input
    : subtensor(input, [
        { kind: 'slice', start: int64Constant(input.context, count), stop: null, step: null },
      ]);

export const rowAt = (input: Variable, index: number): Variable =>
  subtensor(input, [{ kind: 'integer', value: int64Constant(input.context, index) }]);

/** `count` rows of zeros like those of `model`. */
export function zeroRows(model: Variable, count: Variable): Variable {
  const lengths = [...model.type.shape.keys()].slice(1).map((axis) => lengthOf(model, axis));
  return alloc(constantIn(model.context, model.dtype, 0), [count, ...lengths]);
}
