/** PyTensor's axes that become one, an axis that becomes several, and what packs tensors into one: `tensor/reshape.py` (PyTensor 3). */
import { isDiscrete } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { reshape } from '../../tensor/shaping.ts';
import { int64Constant } from '../constants.ts';
import { printVariable } from '../printVariable.ts';
import { vectorLength } from '../scalarConstant.ts';
import { apply, Constant, type OpEntry, type Variable } from '../variable.ts';
import { castTo } from './elemwise.ts';
import { reduced } from './math.ts';
import { constantLength, join, makeVector, shapeOf } from './shapes.ts';
import { splitInto } from './splitting.ts';
import { type SubtensorParams, subtensor } from './subtensor.ts';

export interface JoinedAxes {
  readonly start: number;
  readonly count: number;
}

export const joinAxesEntry: OpEntry<JoinedAxes> = {
  kind: 'joinAxes',
  infer: ({ start, count }, [input]) => {
    if (start + count > input.ndim) {
      throw new EngineError(
        'ValueError',
        `JoinDims was asked to join dimensions ${start} to ${count}, but input ${printVariable(input)} has only ${input.ndim} dimensions.`,
      );
    }
    const { shape } = input.type;
    const joined = shape
      .slice(start, start + count)
      .reduce((a, b) => (a === null || b === null ? null : a * b), 1);
    return [{ dtype: input.dtype, shape: shape.toSpliced(start, count, joined) }];
  },
  evaluate: ({ start, count }, [input]) => {
    const joined = input.shape.slice(start, start + count).reduce((a, b) => a * b, 1);
    return [reshape(input, input.shape.toSpliced(start, count, joined))];
  },
  print: ({ start, count }) => `JoinDims{start_axis=${start}, n_axes=${count}}`,
};

/** Inputs: the tensor, and the lengths that the axis becomes. */
export const splitAxisEntry: OpEntry<{ readonly axis: number }> = {
  kind: 'splitAxis',
  infer: ({ axis }, [input, lengths]) => {
    if (!isDiscrete(lengths.dtype) || lengths.dtype === 'bool')
      throw new EngineError('TypeError', 'shape must be an integer tensor');
    if (lengths.ndim !== 1) {
      throw new EngineError(
        'TypeError',
        `shape must be a 1-D tensor, got ${printVariable(lengths)} with ${lengths.ndim} dimensions`,
      );
    }
    return [{ dtype: input.dtype, shape: input.type.shape.toSpliced(axis, 1, ...knownLengths(lengths)) }];
  },
  evaluate: ({ axis }, [input, lengths]) => {
    const parts = Array.from(lengths.elements() as ArrayLike<number>, Number);
    return [reshape(input, input.shape.toSpliced(axis, 1, ...parts))];
  },
  print: ({ axis }) => `SplitDims{axis=${axis}}`,
};

function knownLengths(lengths: Variable): (number | null)[] {
  const count = vectorLength(lengths);
  if (count === null)
    throw new EngineError('ValueError', `Length of ${printVariable(lengths)} cannot be determined`);
  const part = partOfShape(lengths);
  if (part !== null) return part;
  return Array.from({ length: count }, (_, at) => {
    if (lengths instanceof Constant) return Number(lengths.value.at(at));
    const element = subtensor(lengths, [{ kind: 'integer', value: int64Constant(lengths.context, at) }]);
    return constantLength(element);
  });
}

/** What a slice of the shape of a variable is known to be. */
function partOfShape({ owner }: Variable): (number | null)[] | null {
  if (owner?.op.entry.kind !== 'subtensor') return null;
  const [source, ...bounds] = owner.inputs;
  const [item] = (owner.op.params as SubtensorParams).pattern;
  if (source.owner?.op.entry.kind !== 'shape' || item.kind !== 'slice' || item.step) return null;
  if (!bounds.every((bound) => bound instanceof Constant)) return null;
  const numbers = bounds.map((bound) => Number(bound.value.at(0)));
  const start = item.start ? numbers[0] : 0;
  return source.owner.inputs[0].type.shape.slice(start, item.stop ? numbers.at(-1) : undefined);
}

/** `join_dims(x, start_axis, n_axes)`; null for all axes that remain. */
export function joinedAxes(input: Variable, first: number, count: number | null): Variable {
  const start = first < 0 ? first + Math.max(1, input.ndim) : first;
  if (start < 0 || start > input.ndim) {
    throw new EngineError(
      'IndexError',
      `Axis ${start} is out of bounds for array of dimension ${input.ndim}`,
    );
  }
  return apply(joinAxesEntry, { start, count: count ?? input.ndim - start }, [input])[0];
}

export const splitAxis = (input: Variable, lengths: Variable, axis: number): Variable =>
  apply(splitAxisEntry, { axis }, [input, lengths])[0];

/** Tensors as one, with their first and last axes kept, and the shapes of what became one axis. */
export function packed(
  tensors: readonly Variable[],
  kept: { readonly before: number; readonly after: number },
): { joined: Variable; shapes: Variable[] } {
  const constant = (tensor: Variable, value: number): Variable => int64Constant(tensor.context, value);
  const shapes = tensors.map((tensor) =>
    subtensor(shapeOf(tensor), [
      {
        kind: 'slice',
        start: constant(tensor, kept.before),
        stop: constant(tensor, tensor.ndim - kept.after),
        step: null,
      },
    ]),
  );
  const flat = tensors.map((tensor) =>
    joinedAxes(tensor, kept.before, tensor.ndim - kept.after - kept.before),
  );
  return { joined: join(flat, kept.before), shapes };
}

/** What `packed` made one, apart again. */
export function unpacked(input: Variable, shapes: readonly Variable[], axis: number): Variable[] {
  const options = { axis: null, keepsAxes: false, dtype: 'int64' } as const;
  const sizes = shapes.map((shape) => castTo(reduced('prod', shape, options), 'int64'));
  const parts =
    shapes.length === 1
      ? [input]
      : splitInto(input, makeVector(input.context, sizes, 'int64'), { axis, count: shapes.length });
  return parts.map((part, i) => splitAxis(part, shapes[i], axis));
}
