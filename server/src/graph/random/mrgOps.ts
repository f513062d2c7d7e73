/**
 * The ops behind `MRG_RandomStreams`: uniform numbers from a matrix of states, and choices from uniform numbers.
 * Theano 1.0.5, `sandbox/rng_mrg.py` and `sandbox/multinomial.py`.
 */
import { byteSize, type DType, isFloat } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { cast, fromStorage, fromValues, full, type NDArray } from '../../tensor/ndarray.ts';
import { drawScales, nextDraw, stateLength } from '../../tensor/random/mrg31k3p.ts';
import { reduce } from '../../tensor/reduce.ts';
import { elementCount } from '../../tensor/shape.ts';
import { constantLength } from '../ops/shapes.ts';
import { printType, type StaticLength } from '../tensorType.ts';
import { apply, Constant, type OpEntry, type OpRunner, type Variable } from '../variable.ts';

export interface MrgUniformParams {
  readonly dtype: DType;
  readonly ndim: number;
}

const mostDraws = 2147483647;

export const mrgUniformEntry: OpEntry<MrgUniformParams> = {
  kind: 'mrgUniform',
  infer: ({ dtype, ndim }, [states, size]) => [
    { dtype: states.dtype, shape: [null, null] },
    { dtype, shape: lengthsOfOne(size, ndim) },
  ],
  evaluate: ({ dtype, ndim }, [states, size], runner) => {
    const shape = Array.from(size.elements() as ArrayLike<number | bigint>, Number);
    if (shape.length !== ndim)
      throw new EngineError('ValueError', `size must have length ${ndim} (not ${shape.length})`);
    return drawUniform(states, { dtype, shape }, runner);
  },
  print: ({ dtype, ndim }, dialect, index) =>
    `mrg_uniform{${printType(dialect, { dtype, shape: new Array<null>(ndim).fill(null) })},no_inplace}.${index}`,
};

/** Lengths of 1 broadcast; others are forgotten. */
function lengthsOfOne(size: Variable, ndim: number): StaticLength[] {
  const isOne = (axis: number): boolean => {
    if (size instanceof Constant) return Number(size.value.at(axis)) === 1;
    const part = size.owner?.op.entry.kind === 'makeVector' ? size.owner.inputs[axis] : null;
    return part !== null && constantLength(part) === 1;
  };
  return Array.from({ length: ndim }, (_, axis) => (isOne(axis) ? 1 : null));
}

function drawUniform(
  states: NDArray,
  { dtype, shape }: { dtype: DType; shape: readonly number[] },
  { host }: OpRunner,
): readonly [NDArray, NDArray] {
  const count = elementCount(shape);
  if (shape.some((length) => length < 0))
    throw new EngineError('ValueError', 'negative dimensions are not allowed');
  if (count > mostDraws)
    throw new EngineError('ValueError', 'rng_mrg does not support more then (2**31 -1) samples');
  host.allocate(count * byteSize(dtype) + states.byteLength);
  const next = Int32Array.from(states.elements() as ArrayLike<number>);
  const streamCount = states.shape[0];
  const draws = dtype === 'float32' ? new Float32Array(count) : new Float64Array(count);
  const scale = drawScales[dtype === 'float32' ? 'float32' : 'float64'];
  let stream = 0;
  for (let i = 0; i < count; i++) {
    if ((i & 0xfff) === 0) host.checkpoint();
    draws[i] = nextDraw(next, stream * stateLength) * scale;
    if (++stream === streamCount) stream = 0;
  }
  const drawn = fromStorage(dtype === 'float32' ? dtype : 'float64', draws, shape);
  return [fromStorage('int32', next, [...states.shape]), cast(drawn, dtype)];
}

/** The next states and uniform numbers. */
export function mrgUniform(states: Variable, size: Variable, params: MrgUniformParams): [Variable, Variable] {
  const [next, draw] = apply(mrgUniformEntry, params, [states, size]);
  return [next, draw];
}

export interface PickParams {
  /** How often each outcome came, or the outcomes themselves without replacement. */
  readonly gives: 'counts' | 'outcomes';
  readonly dtype: DType;
  /** The type as the program gave it: `auto`, or its name. */
  readonly typeText: string;
}

export const pickEntry: OpEntry<PickParams> = {
  kind: 'pickFromUniform',
  infer: ({ dtype, gives }, [chances, uniform]) => {
    if (chances.ndim !== 2)
      throw new EngineError('NotImplementedError', 'pvals ndim should be 2', chances.ndim);
    if (uniform.ndim !== 1)
      throw new EngineError('NotImplementedError', 'unis ndim should be 1', uniform.ndim);
    // Aesara gives outcomes the shape of the probabilities, which is theirs only by chance.
    const isKept = gives === 'outcomes';
    return [{ dtype, shape: chances.type.shape.map((length) => (isKept || length === 1 ? length : null)) }];
  },
  evaluate: ({ gives, dtype }, [chances, uniform, count], runner) => {
    const samples = Number(count.at(0));
    const [rows, width] = chances.shape;
    if (gives === 'outcomes' && samples > width) {
      throw new EngineError(
        'ValueError',
        'Cannot sample without replacement n samples bigger than the size of the distribution.',
      );
    }
    if (uniform.shape[0] !== rows * samples) {
      const text = 'unis.shape[0] != pvals.shape[0] * n_samples';
      throw new EngineError('ValueError', text, uniform.shape[0], rows, samples);
    }
    runner.host.allocate(rows * Math.max(width, samples) * 8);
    return [
      cast(
        gives === 'counts' ? counts(chances, uniform, samples) : outcomes(chances, uniform, samples),
        dtype,
      ),
    ];
  },
  print: ({ gives, typeText }) =>
    gives === 'counts'
      ? `MultinomialFromUniform{${typeText}}`
      : `ChoiceFromUniform{odtype='${typeText}', replace=False}`,
};

/** For every uniform number the outcome at which the running sum of the probabilities reaches it. */
function counts(chances: NDArray, uniform: NDArray, samples: number): NDArray {
  const [rows, width] = chances.shape;
  const found = new Float64Array(rows * width);
  for (let i = 0; i < samples * rows; i++) {
    const row = i % rows;
    let sum = 0;
    let at = 0;
    for (; at < width; at++) {
      sum += Number(chances.at(row * width + at));
      if (!(sum < Number(uniform.at(i)))) break;
    }
    if (at === width)
      throw new EngineError('IndexError', `index ${width} is out of bounds for axis 1 with size ${width}`);
    found[row * width + at]++;
  }
  return fromStorage('float64', found, [rows, width]);
}

/** The same for outcomes that are taken out of the probabilities once they came; -1 where the sum stays below. */
function outcomes(chances: NDArray, uniform: NDArray, samples: number): NDArray {
  const [rows, width] = chances.shape;
  const isSingle = chances.dtype === 'float32';
  const rounded = (value: number): number => (isSingle ? Math.fround(value) : value);
  const left = Float64Array.from(chances.elements() as ArrayLike<number>, Number);
  const found = full('float64', [rows, samples], -1);
  for (let i = 0; i < samples * rows; i++) {
    const row = i % rows;
    let sum = 0;
    for (let at = 0; at < width; at++) {
      sum = rounded(sum + left[row * width + at]);
      if (sum > Number(uniform.at(i))) {
        found.storage[row * samples + Math.floor(i / rows)] = at;
        left[row * width + at] = 0;
        normalize(
          left.subarray(row * width, (row + 1) * width),
          isFloat(chances.dtype) ? chances.dtype : 'float64',
        );
        break;
      }
    }
  }
  return found;
}

function normalize(row: Float64Array, dtype: DType): void {
  const values = fromValues(dtype, [row.length], row);
  const sum = Number(reduce(values, 'sum', { axes: [0], accumulate: dtype, output: dtype }).at(0));
  row.set(row.map((value) => (dtype === 'float32' ? Math.fround(value / sum) : value / sum)));
}

/** Counts or outcomes of `count` draws per row of probabilities. */
export const pickFromUniform = (
  chances: Variable,
  uniform: Variable,
  count: Variable,
  params: PickParams,
): Variable => apply(pickEntry, params, [chances, uniform, count])[0];
