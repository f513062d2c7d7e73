/** Ops that cut a tensor into parts or repeat its elements: split, repeat with a vector of counts, choose. */
import { type DType, isDiscrete, isInteger, promoteAll } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { getItem, type IndexItem } from '../../tensor/indexing.ts';
import { broadcastTo, cast, int64Vector, type NDArray } from '../../tensor/ndarray.ts';
import { broadcastShapes, normalizeAxis } from '../../tensor/shape.ts';
import { concatenate, reshape } from '../../tensor/shaping.ts';
import { printType, type StaticLength } from '../tensorType.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';
import { flattened } from './math.ts';

const fullSlice: IndexItem = { kind: 'slice', start: null, stop: null, step: null };

const onAxis = (axis: number, item: IndexItem): IndexItem[] => [
  ...new Array<IndexItem>(axis).fill(fullSlice),
  item,
];

export interface SplitParams {
  readonly count: number;
  readonly axis: number;
}

/** Parts of given lengths one after another: the inputs are the tensor and the lengths. */
export const splitEntry: OpEntry<SplitParams> = {
  kind: 'split',
  infer: ({ count, axis }, [input, lengths]) => {
    if (lengths.ndim !== 1 || !isInteger(lengths.dtype)) throw wrongLengths(lengths);
    const isFull = input.context.dialect.staticShapes === 'full';
    const shape = input.type.shape.map((length, at) => (at === axis && isFull ? null : length));
    return new Array(count).fill({ dtype: input.dtype, shape });
  },
  evaluate: ({ count, axis }, [input, lengths], runner, { inputs: [variable] }) => {
    runner.host.allocate(input.byteLength);
    const parts = Array.from(lengths.elements() as ArrayLike<number>, Number);
    checkParts(parts, input, { count, axis, isNew: variable.context.dialect.opText === 'pytensor' });
    let start = 0;
    return parts.map((length) => {
      const item: IndexItem = { kind: 'slice', start, stop: start + length, step: null };
      start += length;
      return getItem(input, onAxis(axis, item)).copy();
    });
  },
  print: ({ count }) => `Split{${count}}`,
};

function wrongLengths(lengths: Variable): EngineError {
  return lengths.context.dialect.typeText === 'theano'
    ? new EngineError(
        'TypeError',
        'splits must have type tensor.lvector',
        printType(lengths.context.dialect, lengths.type),
      )
    : new EngineError('TypeError', '`splits` must be a integer vector');
}

function checkParts(
  parts: readonly number[],
  input: NDArray,
  { count, axis, isNew }: SplitParams & { isNew: boolean },
): void {
  if (parts.length !== count) {
    throw isNew
      ? new EngineError('ValueError', 'Length of splits is not equal to n_splits')
      : new EngineError(
          'ValueError',
          'In Split.perform(), len(splits) != len_splits.',
          `(${parts.length}, ${count})`,
        );
  }
  const sum = parts.reduce((a, b) => a + b, 0);
  if (sum !== input.shape[axis]) {
    throw new EngineError(
      'ValueError',
      isNew
        ? `Split sizes sum to ${sum}; expected ${input.shape[axis]}`
        : `The splits sum to ${sum}, expected ${input.shape[axis]}`,
    );
  }
  if (parts.some((length) => length < 0)) {
    throw new EngineError(
      'ValueError',
      isNew
        ? 'Split sizes cannot be negative'
        : 'Split: you tried to make an ndarray with a negative number of elements.',
    );
  }
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
    dialect.opText === 'pytensor' ? `Repeat{axis=${axis}}` : `RepeatOp{axis=${isFlat ? 'None' : axis}}`,
};

/** `repeat(x, counts, axis)` for a vector of counts. */
export function repeatedByCounts(input: Variable, counts: Variable, axis: number | null): Variable {
  const source = axis === null ? flattened(input, 1) : input;
  const at = normalizeAxis(axis ?? 0, source.ndim);
  return apply(repeatEntry, { axis: at, isFlat: axis === null }, [source, counts])[0];
}

export type ChooseMode = 'raise' | 'wrap' | 'clip';

/** For each place the element of the choice that the first input names; the choices are the other inputs. */
export const chooseEntry: OpEntry<{ readonly mode: ChooseMode }> = {
  kind: 'choose',
  infer: (_, [index, ...choices]) => {
    if (!isDiscrete(index.dtype)) {
      throw new EngineError(
        'TypeError',
        `choose first argument must have an [u]int* dtype. Got ${index.dtype}.`,
      );
    }
    return [
      { dtype: promoteAll(choices.map((choice) => choice.dtype)), shape: chosenShape([index, ...choices]) },
    ];
  },
  evaluate: ({ mode }, [index, ...choices], runner) => {
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

function chosenShape(inputs: readonly Variable[]): StaticLength[] {
  const ndim = Math.max(...inputs.map((input) => input.ndim));
  return Array.from({ length: ndim }, (_, axis): StaticLength => {
    const lengths = inputs.map(({ type, ndim: own }) =>
      axis < ndim - own ? 1 : type.shape[axis - (ndim - own)],
    );
    return lengths.every((length) => length === 1) ? 1 : null;
  });
}
