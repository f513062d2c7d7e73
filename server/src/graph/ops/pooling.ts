/** Pools over the last axes and their gradients: `theano/tensor/signal/pool.py` (Theano 1.0.5). */
import { kindOf } from '../../tensor/dtype.ts';
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
  /** How many of the last axes are pooled. */
  readonly rank: number;
}

/** A pool whose sizes are known: one number for each of the last axes. */
interface Windows {
  readonly ignoresBorder: boolean;
  readonly window: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
}

function windowsOf({ ignoresBorder, rank }: PoolParams, sizes: readonly NDArray[]): Windows {
  if (sizes.some((size) => size.size !== rank)) throw new EngineError('AssertionError');
  const [window, stride, padding] = sizes.map((size) =>
    Array.from(size.elements() as ArrayLike<number>, Number),
  );
  return { ignoresBorder, window, stride, padding };
}

/** A window along one axis: elements of the input, and how many elements it has with its padding. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly whole: number;
}

/** `Pool.out_shape`. */
function pooledLength(length: number, axis: number, params: Windows): number {
  const [window, stride] = [params.window[axis], params.stride[axis]];
  const padded = length + 2 * params.padding[axis];
  if (params.ignoresBorder) return Math.max(0, Math.floor((padded - window) / stride) + 1);
  if (stride >= window) return Math.floor((padded - 1) / stride) + 1;
  return Math.max(0, Math.floor((padded - 1 - window + stride) / stride)) + 1;
}

function spansOf(length: number, axis: number, params: Windows): Span[] {
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
  params: Windows,
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

function pooledShape(shape: readonly number[], params: Windows): number[] {
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

function checkInputs([input, ...sizes]: readonly Variable[], { rank }: PoolParams): void {
  if (input.ndim < rank) throw new EngineError('TypeError', 'requires more dimensions');
  if (sizes.some((size) => size.ndim !== 1)) throw new EngineError('AssertionError');
  const wrong = sizes.findIndex(({ dtype }) => kindOf(dtype) !== 'int');
  if (wrong >= 0) throw new EngineError('TypeError', `${sizeNames[wrong]} parameters must be ints.`);
}

const sizeNames = ['Pool downsample', 'Stride', 'Padding'];

const pooledType = (input: Variable, { rank }: PoolParams) => ({
  dtype: input.dtype,
  shape: input.type.shape.map((length, axis) => (axis < input.ndim - rank ? length : null)),
});

function prepare(
  runner: OpRunner,
  input: NDArray,
  windows: Windows,
): { shape: number[]; target: Float64Array } {
  const shape = pooledShape(input.shape, windows);
  allocateShape(runner, shape, 'float64');
  return { shape, target: new Float64Array(elementCount(shape)) };
}

/** Inputs: the tensor, windows, strides, padding. */
export const poolEntry: OpEntry<PoolParams> = {
  kind: 'pool',
  infer: (params, inputs) => {
    checkInputs(inputs, params);
    return [pooledType(inputs[0], params)];
  },
  evaluate: (params, [input, ...sizes], runner) => {
    const windows = windowsOf(params, sizes);
    const { shape, target } = prepare(runner, input, windows);
    const values = valuesOf(input);
    forEachWindow(input.shape, windows, (offsets, whole, at) => {
      target[at] =
        params.mode === 'max'
          ? greatest(values, offsets)
          : total(values, offsets) / divisor(params.mode, offsets, whole);
    });
    return [stored(target, input.dtype, shape)];
  },
  print: (params) => printPool('Pool', params),
};

const printPool = (name: string, { ignoresBorder, mode, rank }: PoolParams): string =>
  `${name}{ignore_border=${ignoresBorder ? 'True' : 'False'}, mode='${mode}', ndim=${rank}}`;

/** The gradient of the pool: of several greatest elements in a window each has the whole gradient. Inputs: tensor, gradient, sizes. */
export const poolGradientEntry: OpEntry<PoolParams> = {
  kind: 'poolGradient',
  infer: (_, [input]) => [input.type],
  evaluate: (params, [input, gradient, ...sizes], runner) => {
    allocateShape(runner, input.shape, 'float64');
    const target = new Float64Array(input.size);
    const [values, slopes] = [valuesOf(input), valuesOf(gradient)];
    const windows = windowsOf(params, sizes);
    if (params.mode === 'average_exc_pad' && windows.padding.some((length) => length !== 0))
      throw new EngineError('NotImplementedError', '');
    forEachWindow(input.shape, windows, (offsets, whole, at) => {
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
  evaluate: (params, [input, chosen, ...sizes], runner) => {
    const windows = windowsOf(params, sizes);
    const { shape, target } = prepare(runner, input, windows);
    const [values, parts] = [valuesOf(input), valuesOf(chosen)];
    forEachWindow(input.shape, windows, (offsets, _, at) => {
      const best = greatest(values, offsets);
      for (const offset of offsets) if (values[offset] === best) target[at] += parts[offset];
    });
    return [stored(target, input.dtype, shape)];
  },
  print: (params) => printPool('DownsampleFactorMaxGradGrad', params),
};

type Sizes = readonly Variable[];

/** The pool; `sizes` are windows, strides and padding. */
export const pool = (params: PoolParams, input: Variable, sizes: Sizes): Variable =>
  apply(poolEntry, params, [input, ...sizes])[0];
export const poolGradient = (params: PoolParams, pair: readonly Variable[], sizes: Sizes): Variable =>
  apply(poolGradientEntry, params, [...pair, ...sizes])[0];
export const pooledSelection = (params: PoolParams, pair: readonly Variable[], sizes: Sizes): Variable =>
  apply(poolSelectionEntry, params, [...pair, ...sizes])[0];
