/** Ops that pick, repeat or move whole parts: a choice between two graphs, rolls, takes, repeats. */

import { EngineError } from '../../tensor/engineError.ts';
import { onAxis } from '../../tensor/indexing.ts';
import { isNonZero } from '../../tensor/ndarray.ts';
import { normalizeAxis } from '../../tensor/shape.ts';
import { int64Constant } from '../constants.ts';
import { sameType, tensorType } from '../tensorType.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';
import { dimShuffle } from './dimShuffle.ts';
import { elemwise } from './elemwise.ts';
import { flattened, lengthOf, stacked } from './math.ts';
import { join, reshaped, shapeOf } from './shapes.ts';
import { nonzeroEntry, subtensor } from './subtensor.ts';

type None = Record<string, never>;

/** One of two values by a scalar condition; unlike `switch`, the shapes may differ. */
export const ifElseEntry: OpEntry<None> = {
  kind: 'ifElse',
  infer: (_, [, then, otherwise]) => {
    const refuse = (what: string, one: unknown, other: unknown): never => {
      const text = `IfElse requires compatible ${what} for both branches: got true_branch=${one}, false_branch=${other}`;
      throw new EngineError('TypeError', text);
    };
    if (then.dtype !== otherwise.dtype) refuse('dtypes', then.dtype, otherwise.dtype);
    if (then.ndim !== otherwise.ndim) refuse('ndim values', then.ndim, otherwise.ndim);
    const isSame = sameType(then.type, otherwise.type);
    const shape = then.type.shape.map((n, axis) => (isSame || n === otherwise.type.shape[axis] ? n : null));
    return [tensorType(then.context.dialect, { dtype: then.dtype, shape })];
  },
  evaluate: (_, [condition, then, otherwise]) => [isNonZero(condition.at(0)) ? then : otherwise],
  print: () => 'if{}',
};

/** `ifelse(condition, then, otherwise)` for one pair. */
export const ifElse = (condition: Variable, then: Variable, otherwise: Variable): Variable =>
  apply(ifElseEntry, {}, [condition, then, otherwise])[0];

/** The places of elements that are not zero, one vector per axis. */
export function nonzeroPlaces(input: Variable): Variable[] {
  if (input.ndim === 0) throw new EngineError('ValueError', 'Nonzero only supports non-scalar arrays.');
  const places = apply(nonzeroEntry, { axis: 0 }, [input]);
  if (input.context.dialect.nonzeroGives === 'vectors') return places;
  // These are the rows of a matrix.
  const rows = stacked(places, 0);
  return places.map((_, i) => subtensor(rows, [{ kind: 'integer', value: int64Constant(input.context, i) }]));
}

/** `take(x, indices, axis)`; without an axis from the flattened tensor. */
export function taken(input: Variable, indices: Variable, axis: number | null): Variable {
  const source = axis === null ? flattened(input, 1) : input;
  const at = axis === null ? 0 : normalizeAxis(axis, input.ndim);
  return subtensor(source, onAxis(at, { kind: indices.ndim === 0 ? 'integer' : 'array', value: indices }));
}

/** `roll(x, shift, axis)`: what leaves at the end comes back at the front. */
export function rolled(input: Variable, shift: Variable, axis: number | null): Variable {
  if (axis === null && input.ndim > 1) {
    return reshaped(rolled(flattened(input, 1), shift, 0), shapeOf(input), input.ndim);
  }
  const at = normalizeAxis(axis ?? 0, input.ndim);
  const cut = elemwise('sub', lengthOf(input, at), elemwise('mod', shift, lengthOf(input, at)));
  const front = subtensor(input, onAxis(at, { kind: 'slice', start: cut, stop: null, step: null }));
  const end = subtensor(input, onAxis(at, { kind: 'slice', start: null, stop: cut, step: null }));
  return join([front, end], at);
}

/** Two axes exchanged. */
export function swapped(input: Variable, first: number, second: number): Variable {
  const [a, b] = [first, second].map((axis) => {
    if (axis < -input.ndim || axis >= input.ndim) {
      throw new EngineError('IndexError', 'list index out of range');
    }
    return normalizeAxis(axis, input.ndim);
  });
  return dimShuffle(
    input,
    [...input.type.shape.keys()].map((axis) => (axis === a ? b : axis === b ? a : axis)),
  );
}
