/** Ops about order: sort, argsort, the greatest k, the places of values in sorted ones, distinct values. */
import type { DType } from '../../tensor/dtype.ts';
import { promote } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { getItem, type IndexItem, onAxis } from '../../tensor/indexing.ts';
import { cast, int64Vector, type NDArray } from '../../tensor/ndarray.ts';
import {
  argsortAlong,
  compareRows,
  type Groups,
  groupsOf,
  searchPositions,
  sortedAlong,
} from '../../tensor/ordering.ts';
import { elementCount, normalizeAxis } from '../../tensor/shape.ts';
import { permute, reshape } from '../../tensor/shaping.ts';
import { int64Constant } from '../constants.ts';
import type { Dialect } from '../dialects.ts';
import type { TensorType } from '../tensorType.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';
import { flattened } from './math.ts';

export interface SortParams {
  /** The name of the algorithm, which only shows in the text: all are stable here. */
  readonly algorithm: string;
}

/** The axis of an input that gives one. */
const axisOf = (array: NDArray, axis: NDArray): number => normalizeAxis(Number(axis.at(0)), array.ndim);

const printSort = (name: string, { algorithm }: SortParams, dialect: Dialect): string =>
  dialect.opText === 'plain' ? `${name}{kind='${algorithm}'}` : `${name}{${algorithm}, None}`;

/** The input and the axis. */
export const sortEntry: OpEntry<SortParams> = {
  kind: 'sort',
  infer: (_, [input]) => [input.type],
  evaluate: (_, [input, axis], runner) => {
    runner.host.allocate(input.byteLength * 2);
    return [sortedAlong(input, axisOf(input, axis))];
  },
  print: (params, dialect) => printSort('SortOp', params, dialect),
};

export const argsortEntry: OpEntry<SortParams> = {
  kind: 'argsort',
  infer: (_, [input]) => [{ dtype: 'int64', shape: input.type.shape }],
  evaluate: (_, [input, axis], runner) => {
    runner.host.allocate(input.size * 24);
    return [argsortAlong(input, axisOf(input, axis))];
  },
  print: (params, dialect) => printSort('ArgSortOp', params, dialect),
};

/** `sort` or `argsort`; without an axis of the flattened tensor. */
export function ordered(
  entry: OpEntry<SortParams>,
  input: Variable,
  options: SortParams & { readonly axis: Variable | null },
): Variable {
  const { axis, algorithm } = options;
  const source = axis === null ? flattened(input, 1) : input;
  return apply(entry, { algorithm }, [source, axis ?? int64Constant(input.context, 0)])[0];
}

export interface TopKParams {
  /** As the program gave it. */
  readonly axis: number;
  readonly values: boolean;
  readonly indices: boolean;
  readonly indexType: DType;
}

/** The k greatest elements along an axis (the least for a negative k), their places, or both; in no order that counts. */
export const topKEntry: OpEntry<TopKParams> = {
  kind: 'topK',
  infer: ({ axis, values, indices, indexType }, [input]) => {
    const place = normalizeAxis(axis, input.ndim);
    const shape = input.type.shape.map((length, at) => (at === place ? null : length));
    const types: TensorType[] = [];
    if (values) types.push({ dtype: input.dtype, shape });
    if (indices) types.push({ dtype: indexType, shape });
    return types;
  },
  evaluate: ({ axis: given, values, indices, indexType }, [input, count], runner) => {
    const axis = normalizeAxis(given, input.ndim);
    runner.host.allocate(input.size * 24);
    const k = Number(count.at(0));
    const length = input.shape[axis];
    if (k === 0) throw new EngineError('ValueError', 'topk: kth cannot be zero');
    if (Math.abs(k) > length) {
      throw new EngineError(
        'ValueError',
        `topk: kth cannot be larger than the size of specified axis ${axis}`,
      );
    }
    const places = argsortAlong(input, axis);
    const part: IndexItem =
      k > 0
        ? { kind: 'slice', start: length - k, stop: null, step: null }
        : { kind: 'slice', start: 0, stop: -k, step: null };
    const kept = getItem(places, onAxis(axis, part)).copy();
    const found: NDArray[] = [];
    if (values) found.push(getItem(input, alongAxis(kept, axis)));
    if (indices) found.push(cast(kept, indexType));
    return found;
  },
  print: ({ axis }) => `TopKOp{axis=${axis}, sorted=False}`,
};

/** Index arrays that take `places` along one axis and everything in its place along the others. */
function alongAxis(places: NDArray, axis: number): IndexItem[] {
  return places.shape.map((length, at): IndexItem => {
    if (at === axis) return { kind: 'array', array: places };
    const shape = places.shape.map((_, i) => (i === at ? length : 1));
    return { kind: 'array', array: reshape(int64Vector([...Array(length).keys()]), shape) };
  });
}

/** The input vector, the values, and the order of the input where it is not sorted. */
export const searchSortedEntry: OpEntry<{ readonly side: 'left' | 'right' }> = {
  kind: 'searchSorted',
  infer: (_, [, values]) => [{ dtype: 'int64', shape: values.type.shape }],
  evaluate: ({ side }, [input, values, sorter], runner) => {
    runner.host.allocate(values.size * 8);
    const source = sorter === undefined ? input : getItem(input, [{ kind: 'array', array: sorter }]);
    const common = promote(source.dtype, values.dtype);
    return [searchPositions(cast(source, common).elements(), cast(values, common), side)];
  },
  print: ({ side }) => `SearchsortedOp{side='${side}'}`,
};

export interface UniqueParams {
  readonly index: boolean;
  readonly inverse: boolean;
  readonly counts: boolean;
  /** Null for the flattened tensor. */
  readonly axis: number | null;
}

/** The distinct elements, or the distinct parts along an axis. */
export const uniqueEntry: OpEntry<UniqueParams> = {
  kind: 'unique',
  infer: ({ axis, ...more }, [input]) => {
    const shape = axis === null ? [null] : input.type.shape.map((n, at) => (at === axis ? null : n));
    const places: TensorType = { dtype: 'int64', shape: [null] };
    return [
      { dtype: input.dtype, shape },
      ...(more.index ? [places] : []),
      ...(more.inverse ? [places] : []),
      ...(more.counts ? [places] : []),
    ];
  },
  evaluate: ({ axis, index, inverse, counts }, [input], runner) => {
    runner.host.allocate(input.size * 32);
    const source = axis === null ? reshape(input, [input.size]) : input;
    const at = axis ?? 0;
    const groups = groupsAlong(source, at);
    const firsts = int64Vector(groups.firsts);
    return [
      getItem(source, onAxis<IndexItem>(at, { kind: 'array', array: firsts })),
      ...(index ? [firsts] : []),
      ...(inverse ? [int64Vector(groups.inverse)] : []),
      ...(counts ? [int64Vector(groups.counts)] : []),
    ];
  },
  print: ({ axis, index, inverse, counts }) => {
    const word = (flag: boolean): string => (flag ? 'True' : 'False');
    return `Unique{return_index=${word(index)}, return_inverse=${word(inverse)}, return_counts=${word(counts)}, axis=${axis ?? 'None'}}`;
  },
};

function groupsAlong(array: NDArray, axis: number): Groups {
  const moved = permute(array, [axis, ...[...array.shape.keys()].filter((at) => at !== axis)]);
  const length = elementCount(moved.shape.slice(1));
  return groupsOf(array.shape[axis], compareRows(moved.elements(), length));
}
