/** Pools over the last axes and their gradients: `theano/tensor/signal/pool.py` (Theano 1.0.5). */
import { EngineError } from '../../tensor/engineError.ts';
import { spent } from '../../tensor/interrupt.ts';
import { cast, fromStorage, type NDArray } from '../../tensor/ndarray.ts';
import { elementCount } from '../../tensor/shape.ts';
import { apply, type OpEntry, type OpRunner, type Variable } from '../variable.ts';
import { allocateShape } from './shapes.ts';

export type PoolMode = 'max' | 'sum' | 'average_inc_pad' | 'average_exc_pad';

export interface PoolParams {
  readonly mode: PoolMode;
  readonly ignoresBorder: boolean;
  /** One number for each of the last axes. */
  readonly window: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
}

/** A window along one axis: elements of the input, and how many elements it has with its padding. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly whole: number;
}

/** `Pool.out_shape`. */
function pooledLength(length: number, axis: number, params: PoolParams): number {
  const [window, stride] = [params.window[axis], params.stride[axis]];
  const padded = length + 2 * params.padding[axis];
  if (params.ignoresBorder) return Math.max(0, Math.floor((padded - window) / stride) + 1);
  if (stride >= window) return Math.floor((padded - 1) / stride) + 1;
  return Math.max(0, Math.floor((padded - 1 - window + stride) / stride)) + 1;
}

function spansOf(length: number, axis: number, params: PoolParams): Span[] {
  const padding = params.padding[axis];
  const end = length + 2 * padding;
  return Array.from({ length: pooledLength(length, axis, params) }, (_, i) => {
    const first = i * params.stride[axis];
    const last = Math.min(first + params.window[axis], end);
    return {
      from: Math.max(first - padding, 0),
      to: Math.min(last - padding, length),
      whole: last - first,
    };
  });
}

/** Calls `visit` for every window with the offsets of its elements in the input. */
function forEachWindow(
  shape: readonly number[],
  params: PoolParams,
  visit: (offsets: readonly number[], whole: number, output: number) => void,
): void {
  const rank = params.window.length;
  const lengths = shape.slice(-rank);
  const spans = lengths.map((length, axis) => spansOf(length, axis, params));
  const planes = elementCount(shape.slice(0, -rank));
  const size = elementCount(lengths);
  let output = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (const window of products(spans)) {
      const offsets = offsetsOf(window, lengths, plane * size);
      spent(offsets.length);
      visit(
        offsets,
        window.reduce((count, span) => count * span.whole, 1),
        output++,
      );
    }
  }
}

/** All choices of one span per axis, the last axis fastest. */
function products(spans: readonly (readonly Span[])[]): Span[][] {
  return spans.reduce<Span[][]>(
    (all, own) => all.flatMap((chosen) => own.map((span) => [...chosen, span])),
    [[]],
  );
}

function offsetsOf(window: readonly Span[], lengths: readonly number[], start: number): number[] {
  return window.reduce<number[]>(
    (offsets, { from, to }, axis) => {
      const rest = elementCount(lengths.slice(axis + 1));
      return offsets.flatMap((offset) =>
        Array.from({ length: Math.max(0, to - from) }, (_, i) => offset + (from + i) * rest),
      );
    },
    [start],
  );
}

function pooledShape(shape: readonly number[], params: PoolParams): number[] {
  const rank = params.window.length;
  return shape.map((length, axis) => {
    const at = axis - shape.length + rank;
    return at < 0 ? length : pooledLength(length, at, params);
  });
}

const valuesOf = (array: NDArray): Float64Array => cast(array, 'float64').elements() as Float64Array;

/** Sums of float64 in the type and shape of a result. */
const stored = (values: Float64Array, dtype: NDArray['dtype'], shape: readonly number[]): NDArray =>
  cast(fromStorage('float64', values, shape), dtype);

function greatest(values: Float64Array, offsets: readonly number[]): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const offset of offsets)
    if (values[offset] > best || Number.isNaN(values[offset])) best = values[offset];
  return best;
}

function total(values: Float64Array, offsets: readonly number[]): number {
  let sum = 0;
  for (const offset of offsets) sum += values[offset];
  return sum;
}

/** By what the sum of a window is divided. */
const divisor = (mode: PoolMode, offsets: readonly number[], whole: number): number =>
  mode === 'average_inc_pad' ? whole : mode === 'average_exc_pad' ? offsets.length : 1;

function checkRank(input: Variable, params: PoolParams): void {
  if (input.ndim < params.window.length) throw new EngineError('TypeError', 'requires more dimensions');
}

const pooledType = (input: Variable, params: PoolParams) => ({
  dtype: input.dtype,
  shape: input.type.shape.map((length, axis) => (axis < input.ndim - params.window.length ? length : null)),
});

function prepare(
  runner: OpRunner,
  input: NDArray,
  params: PoolParams,
): { shape: number[]; target: Float64Array } {
  const shape = pooledShape(input.shape, params);
  allocateShape(runner, shape, 'float64');
  return { shape, target: new Float64Array(elementCount(shape)) };
}

export const poolEntry: OpEntry<PoolParams> = {
  kind: 'pool',
  infer: (params, [input]) => {
    checkRank(input, params);
    return [pooledType(input, params)];
  },
  evaluate: (params, [input], runner) => {
    const { shape, target } = prepare(runner, input, params);
    const values = valuesOf(input);
    forEachWindow(input.shape, params, (offsets, whole, at) => {
      target[at] =
        params.mode === 'max'
          ? greatest(values, offsets)
          : total(values, offsets) / divisor(params.mode, offsets, whole);
    });
    return [stored(target, input.dtype, shape)];
  },
  print: (params) => printPool('Pool', params),
};

const printPool = (name: string, { ignoresBorder, mode, window }: PoolParams): string =>
  `${name}{ignore_border=${ignoresBorder ? 'True' : 'False'}, mode='${mode}', ndim=${window.length}}`;

/** The gradient of the pool: of several greatest elements in a window each has the whole gradient. */
export const poolGradientEntry: OpEntry<PoolParams> = {
  kind: 'poolGradient',
  infer: (_, [input]) => [input.type],
  evaluate: (params, [input, gradient], runner) => {
    allocateShape(runner, input.shape, 'float64');
    const target = new Float64Array(input.size);
    const [values, slopes] = [valuesOf(input), valuesOf(gradient)];
    forEachWindow(input.shape, params, (offsets, whole, at) => {
      const best = params.mode === 'max' ? greatest(values, offsets) : 0;
      const share = slopes[at] / divisor(params.mode, offsets, whole);
      for (const offset of offsets)
        if (params.mode !== 'max' || values[offset] === best) target[offset] += share;
    });
    return [stored(target, input.dtype, input.shape)];
  },
  print: (params) => printPool(params.mode === 'max' ? 'MaxPoolGrad' : 'AveragePoolGrad', params),
};

/** What the gradient of a greatest-of pool does to its own gradient: sums where the greatest elements are. */
export const poolSelectionEntry: OpEntry<PoolParams> = {
  kind: 'poolSelection',
  infer: (params, [input]) => [pooledType(input, params)],
  evaluate: (params, [input, chosen], runner) => {
    const { shape, target } = prepare(runner, input, params);
    const [values, parts] = [valuesOf(input), valuesOf(chosen)];
    forEachWindow(input.shape, params, (offsets, _, at) => {
      const best = greatest(values, offsets);
      for (const offset of offsets) if (values[offset] === best) target[at] += parts[offset];
    });
    return [stored(target, input.dtype, shape)];
  },
  print: (params) => printPool('DownsampleFactorMaxGradGrad', params),
};

export const pool = (params: PoolParams, input: Variable): Variable => apply(poolEntry, params, [input])[0];
export const poolGradient = (params: PoolParams, input: Variable, gradient: Variable): Variable =>
  apply(poolGradientEntry, params, [input, gradient])[0];
export const pooledSelection = (params: PoolParams, input: Variable, chosen: Variable): Variable =>
  apply(poolSelectionEntry, params, [input, chosen])[0];
