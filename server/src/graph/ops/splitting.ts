/** Ops that cut a tensor into parts or repeat its elements: split, repeat with a vector of counts, choose. */

import { type DType, isDiscrete, isInteger, promoteAll } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { getItem, type IndexItem, onAxis } from '../../tensor/indexing.ts';
import { broadcastTo, cast, int64Vector, type NDArray } from '../../tensor/ndarray.ts';
import { broadcastShapes, normalizeAxis } from '../../tensor/shape.ts';
import { concatenate, reshape } from '../../tensor/shaping.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Dialect } from '../dialects.ts';
import { printType, type StaticLength } from '../tensorType.ts';
import { apply, Constant, type OpEntry, type Variable } from '../variable.ts';
import { flattened } from './math.ts';
import { constantLength } from './shapes.ts';

export interface SplitParams {
  readonly count: number;
  readonly axis: number;
}

/** Parts of given lengths one after another: the inputs are the tensor and the lengths. */
export const splitEntry: OpEntry<SplitParams> = {
  kind: 'split',
  infer: ({ count, axis }, [input, lengths]) => {
    if (lengths.ndim !== 1 || !isInteger(lengths.dtype)) throw wrongLengths(lengths);
    return Array.from({ length: count }, (_, part) => ({
      dtype: input.dtype,
      shape: input.type.shape.map((length, at) => (at === axis ? partLength(lengths, part) : length)),
    }));
  },
  evaluate: ({ count, axis }, [input, lengths], runner, { inputs: [variable] }) => {
    runner.host.allocate(input.byteLength);
    const parts = Array.from(lengths.elements() as ArrayLike<number>, Number);
    checkParts(parts, input, { count, axis, dialect: variable.context.dialect });
    let start = 0;
    return parts.map((length) => {
      const item: IndexItem = { kind: 'slice', start, stop: start + length, step: null };
      start += length;
      return getItem(input, onAxis(axis, item)).copy();
    });
  },
  print: ({ count }) => `Split{${count}}`,
};

/** The length of a part where the lengths are known when the graph is built; only PyTensor looks. */
function partLength(lengths: Variable, part: number): StaticLength {
  if (lengths.context.dialect.partShapes !== 'lengths') return null;
  if (lengths instanceof Constant) {
    if (part < lengths.value.size) return Number(lengths.value.at(part));
    throw new EngineError('ValueError', 'Number of splits is larger than splits size');
  }
  const { owner } = lengths;
  return owner?.op.entry.kind === 'makeVector' ? constantLength(owner.inputs[part]) : null;
}

const wrongLengths = ({ context: { dialect }, type }: Variable): EngineError =>
  new EngineError('TypeError', fillText(dialect.splitType, printType(dialect, type)));

function checkParts(
  parts: readonly number[],
  input: NDArray,
  split: SplitParams & { dialect: Dialect },
): void {
  const { count, axis, dialect } = split;
  const sum = parts.reduce((a, b) => a + b, 0);
  const refuse = (text: string): EngineError => new EngineError('ValueError', text);
  if (parts.length !== count) throw refuse(fillText(dialect.splitCount, parts.length, count));
  if (sum !== input.shape[axis]) throw refuse(fillText(dialect.splitSum, sum, input.shape[axis]));
  if (parts.some((length) => length < 0)) throw refuse(dialect.splitNegative);
}

/** `split(x, lengths, n_splits, axis)`. */
export function splitInto(input: Variable, lengths: Variable, params: SplitParams): Variable[] {
  return apply(splitEntry, { ...params, axis: normalizeAxis(params.axis, input.ndim) }, [input, lengths]);
}

export interface RepeatParams {
  readonly axis: number;
  /** No axis was given: the tensor was flattened. */
  readonly isFlat: boolean;
}

/** Every element along an axis as often as a vector of counts says. */
export const repeatEntry: OpEntry<RepeatParams> = {
  kind: 'repeat',
  infer: ({ axis }, [input, counts]) => {
    if (!isInteger(counts.dtype)) throw new EngineError('TypeError', 'repeats.dtype must be an integer.');
    if (counts.dtype === 'uint64') {
      throw new EngineError(
        'TypeError',
        "dtypes ('uint64',) are not supported by numpy.repeat for the 'repeats' parameter, ",
        'uint64',
      );
    }
    return [
      { dtype: input.dtype, shape: input.type.shape.map((length, at) => (at === axis ? null : length)) },
    ];
  },
  evaluate: ({ axis }, [input, counts], runner) => {
    const given = Array.from(counts.elements() as ArrayLike<number>, Number);
    const length = input.shape[axis];
    if (given.length !== length && given.length !== 1) {
      throw new EngineError(
        'ValueError',
        `operands could not be broadcast together with shape (${length},) (${given.length},)`,
      );
    }
    if (given.some((count) => count < 0)) {
      throw new EngineError('ValueError', 'repeats may not contain negative values.');
    }
    const total = Array.from({ length }, (_, i) => given[i % given.length]).reduce((a, b) => a + b, 0);
    runner.host.allocate((total + (input.byteLength / Math.max(1, length)) * total) * 8);
    const places = Array.from({ length }, (_, i) => i).flatMap((i) =>
      new Array<number>(given[i % given.length]).fill(i),
    );
    return [getItem(input, onAxis(axis, { kind: 'array', array: int64Vector(places) }))];
  },
  print: ({ axis, isFlat }, dialect) =>
    `${dialect.repeatOpName}{axis=${isFlat && dialect.opText === 'classic' ? 'None' : axis}}`,
};

/** `repeat(x, counts, axis)` for a vector of counts. */
export function repeatedByCounts(input: Variable, counts: Variable, axis: number | null): Variable {
  const source = axis === null ? flattened(input, 1) : input;
  const at = normalizeAxis(axis ?? 0, source.ndim);
  return apply(repeatEntry, { axis: at, isFlat: axis === null }, [source, counts])[0];
}

export type ChooseMode = 'raise' | 'wrap' | 'clip';

export interface ChooseParams {
  readonly mode: ChooseMode;
  /** The choices are the parts of one tensor along its first axis. */
  readonly isStacked: boolean;
}

/** For each place the element of the choice that the first input names; the choices are the other inputs. */
export const chooseEntry: OpEntry<ChooseParams> = {
  kind: 'choose',
  infer: ({ isStacked }, [index, ...choices]) => {
    if (!isDiscrete(index.dtype)) {
      throw new EngineError(
        'TypeError',
        `choose first argument must have an [u]int* dtype. Got ${index.dtype}.`,
      );
    }
    const shapes = choices.map(({ type }) => (isStacked ? type.shape.slice(1) : type.shape));
    return [
      {
        dtype: promoteAll(choices.map((choice) => choice.dtype)),
        shape: chosenShape([index.type.shape, ...shapes]),
      },
    ];
  },
  evaluate: ({ mode, isStacked }, [index, ...given], runner) => {
    const choices = isStacked ? partsOf(given[0]) : given;
    const dtype: DType = promoteAll(choices.map((choice) => choice.dtype));
    const shape = broadcastShapes([index, ...choices].map((array) => array.shape));
    const size = shape.reduce((a, b) => a * b, 1);
    runner.host.allocate(size * 8 * (choices.length + 2));
    const spread = choices.map((choice) => reshape(broadcastTo(cast(choice, dtype), shape), [1, size]));
    const rows = Array.from(broadcastTo(index, shape).elements() as ArrayLike<number>, (one) =>
      choiceOf(Number(one), choices.length, mode),
    );
    const table = concatenate(spread, 0);
    const columns = int64Vector([...Array(size).keys()]);
    const picked = getItem(table, [
      { kind: 'array', array: int64Vector(rows) },
      { kind: 'array', array: columns },
    ]);
    return [reshape(picked, shape)];
  },
  print: ({ mode }) => `Choose{mode='${mode}'}`,
};

function choiceOf(index: number, count: number, mode: ChooseMode): number {
  if (mode === 'wrap') return ((index % count) + count) % count;
  if (mode === 'clip') return Math.min(Math.max(index, 0), count - 1);
  if (index < 0 || index >= count) throw new EngineError('ValueError', 'invalid entry in choice array');
  return index;
}

const partsOf = (stack: NDArray): NDArray[] =>
  Array.from({ length: stack.shape[0] }, (_, i) => getItem(stack, [{ kind: 'integer', value: i }]));

function chosenShape(shapes: readonly (readonly StaticLength[])[]): StaticLength[] {
  const ndim = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: ndim }, (_, axis): StaticLength => {
    const lengths = shapes.map((shape) =>
      axis < ndim - shape.length ? 1 : shape[axis - (ndim - shape.length)],
    );
    return lengths.every((length) => length === 1) ? 1 : null;
  });
}
