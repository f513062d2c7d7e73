/** `unravel_index` and `ravel_multi_index`: a place as one number, and as one number per axis. */

import { isDiscrete } from '../../tensor/dtype.ts';
import { mapElements } from '../../tensor/elementwise.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { cast, type NDArray } from '../../tensor/ndarray.ts';
import { contiguousStrides, elementCount } from '../../tensor/shape.ts';
import { fillText } from '../dialects/fillText.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';

export type AxisNesting = 'C' | 'F';

export interface UnravelParams {
  readonly ndim: number;
  readonly order: AxisNesting;
}

const numbers = (array: NDArray): number[] => Array.from(array.elements() as ArrayLike<number>, Number);

/** What one step along each axis counts. */
const stepsOf = (lengths: readonly number[], order: AxisNesting): number[] =>
  order === 'C' ? contiguousStrides(lengths) : contiguousStrides(lengths.toReversed()).reverse();

function checkIntegers(variables: readonly Variable[], dims: Variable): void {
  for (const variable of [...variables, dims]) {
    if (isDiscrete(variable.dtype) && variable.dtype !== 'bool') continue;
    throw new EngineError('TypeError', `'${variable.dtype}' object cannot be interpreted as an index`);
  }
  if (dims.ndim !== 1) throw new EngineError('TypeError', 'dims must be a 1D array');
}

/** The inputs are the numbers and the lengths of the axes. */
export const unravelIndexEntry: OpEntry<UnravelParams> = {
  kind: 'unravelIndex',
  infer: ({ ndim }, [indices, dims]) => {
    checkIntegers([indices], dims);
    return new Array(ndim).fill({ dtype: 'int64', shape: indices.type.shape.map(() => null) });
  },
  evaluate: ({ order: given }, [indices, dims], runner, { inputs: [variable] }) => {
    const order = variable.context.dialect.unravelOrder === 'forgotten' ? 'C' : given;
    const lengths = numbers(dims);
    runner.host.allocate(indices.size * 8 * lengths.length);
    const size = elementCount(lengths);
    const steps = stepsOf(lengths, order);
    const wrong = numbers(indices).find((index) => index < 0 || index >= size);
    if (wrong !== undefined) {
      throw new EngineError('ValueError', `index ${wrong} is out of bounds for array with size ${size}`);
    }
    return lengths.map((length, axis) =>
      mapElements(
        (index) => BigInt(Math.floor(Number(index) / steps[axis]) % length),
        [cast(indices, 'int64')],
        'int64',
      ),
    );
  },
  print: ({ ndim, order }, dialect) => fillText(dialect.unravelText, ndim, order),
};

export interface RavelParams {
  readonly mode: 'raise' | 'wrap' | 'clip';
  readonly order: AxisNesting;
}

/** The inputs are the numbers per axis, then the lengths of the axes. */
export const ravelMultiIndexEntry: OpEntry<RavelParams> = {
  kind: 'ravelMultiIndex',
  infer: (_, inputs) => {
    const [parts, dims] = [inputs.slice(0, -1), inputs[inputs.length - 1]];
    checkIntegers(parts, dims);
    return [{ dtype: 'int64', shape: parts[0].type.shape.map(() => null) }];
  },
  evaluate: ({ mode, order }, inputs, runner) => {
    const [parts, dims] = [inputs.slice(0, -1), inputs[inputs.length - 1]];
    const lengths = numbers(dims);
    runner.host.allocate(parts[0].size * 8);
    if (parts.length !== lengths.length) {
      throw new EngineError(
        'ValueError',
        `parameter multi_index must be a sequence of length ${lengths.length}`,
      );
    }
    const steps = stepsOf(lengths, order);
    const counted = parts.map((part, axis) =>
      mapElements(
        (place) => BigInt(placeWithin(Number(place), lengths[axis], mode) * steps[axis]),
        [cast(part, 'int64')],
        'int64',
      ),
    );
    const sum = (a: NDArray, b: NDArray): NDArray =>
      mapElements((x, y) => (x as bigint) + (y as bigint), [a, b], 'int64');
    return [counted.reduce(sum)];
  },
  print: ({ mode, order }) => `RavelMultiIndex{mode='${mode}', order='${order}'}`,
};

function placeWithin(place: number, length: number, mode: RavelParams['mode']): number {
  if (mode === 'wrap') return ((place % length) + length) % length;
  if (mode === 'clip') return Math.min(Math.max(place, 0), length - 1);
  if (place < 0 || place >= length) throw new EngineError('ValueError', 'invalid entry in coordinates array');
  return place;
}

/** `unravel_index(indices, dims)`: one tensor per axis. */
export const unraveled = (indices: Variable, dims: Variable, params: UnravelParams): Variable[] =>
  apply(unravelIndexEntry, params, [indices, dims]);

/** `ravel_multi_index(parts, dims)`. */
export const raveled = (parts: readonly Variable[], dims: Variable, params: RavelParams): Variable =>
  apply(ravelMultiIndexEntry, params, [...parts, dims])[0];
