/** Batch normalization as `theano/tensor/nnet/bn.py` (Theano 1.0.5) computes it, made of other ops. */
import { promoteAll } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { scalar } from '../../tensor/ndarray.ts';
import { floatValue } from '../constants.ts';
import { Constant, type Variable } from '../variable.ts';
import { dimShuffle, rebroadcast } from './dimShuffle.ts';
import { castTo, elemwise } from './elemwise.ts';
import { lengthOf, mean, variance } from './math.ts';

const add = (a: Variable, b: Variable): Variable => elemwise('add', a, b);
const sub = (a: Variable, b: Variable): Variable => elemwise('sub', a, b);
const mul = (a: Variable, b: Variable): Variable => elemwise('mul', a, b);
const div = (a: Variable, b: Variable): Variable => elemwise('true_div', a, b);

/** `batch_normalization(inputs, gamma, beta, mean, std)`: the older function, with the deviation as it is given. */
export const normalized = (
  inputs: Variable,
  given: { gamma: Variable; beta: Variable; mean: Variable; std: Variable },
): Variable => add(mul(sub(inputs, given.mean), div(given.gamma, given.std)), given.beta);

/** The axes over which to normalize, by name or one by one. */
export function normalizationAxes(
  axes: 'per-activation' | 'spatial' | readonly number[],
  ndim: number,
): readonly number[] {
  const all = [...Array(ndim).keys()];
  const chosen =
    axes === 'per-activation' ? [0] : axes === 'spatial' ? all.filter((axis) => axis !== 1) : axes;
  if (chosen.length === 0)
    throw new EngineError('ValueError', 'there should be at least one normalization axis');
  const sorted = chosen.toSorted((a, b) => a - b);
  if (sorted[0] < 0 || sorted.at(-1)! >= ndim) {
    const text = `(${sorted.join(', ')}${sorted.length === 1 ? ',' : ''})`;
    throw new EngineError('ValueError', `axes should be less than ndim (<${ndim}), but ${text} given`);
  }
  return sorted;
}

export interface Normalization {
  readonly inputs: Variable;
  readonly gamma: Variable;
  readonly beta: Variable;
  readonly axes: readonly number[];
  readonly epsilon: number;
}

/** Parameters have the axes that stay, or all of them with a length of 1. */
class Parameters {
  readonly #ndim: number;
  readonly #axes: readonly number[];
  readonly #kept: readonly number[];
  readonly isFull: boolean;

  constructor({ inputs, gamma, beta, axes }: Normalization) {
    this.#ndim = inputs.ndim;
    this.#axes = axes;
    this.#kept = [...Array(inputs.ndim).keys()].filter((axis) => !axes.includes(axis));
    this.isFull = gamma.ndim === inputs.ndim;
    if (gamma.ndim === this.ndim && beta.ndim === this.ndim) return;
    throw new EngineError(
      'ValueError',
      `gamma and beta dimensionality must match the number of non-normalized axes, or have the same number of dimensions as the inputs; got ${gamma.ndim} and ${beta.ndim} instead of ${this.ndim}`,
    );
  }

  get ndim(): number {
    return this.isFull ? this.#ndim : this.#kept.length;
  }

  /** With all axes. */
  spread(parameter: Variable): Variable {
    const axes = [...Array(this.#ndim).keys()];
    if (this.isFull)
      return rebroadcast(
        parameter,
        axes.map((axis) => (this.#axes.includes(axis) ? 1 : undefined)),
      );
    return dimShuffle(
      parameter,
      axes.map((axis) => (this.#axes.includes(axis) ? 'x' : this.#kept.indexOf(axis))),
    );
  }

  /** Back to the axes that the parameters were given with. */
  gathered(result: Variable): Variable {
    return this.isFull ? result : dimShuffle(result, this.#kept);
  }
}

function epsilonOf({ inputs, epsilon }: Normalization): Constant {
  const { context } = inputs;
  const cut = context.floatX === 'float32' ? Math.fround(epsilon) : epsilon;
  if (cut < 1e-5)
    throw new EngineError(
      'ValueError',
      `epsilon must be at least 1e-5, got ${String(cut).replace(/e-(\d)$/, 'e-0$1')}`,
    );
  return new Constant(context, scalar(context.floatX, cut));
}

/** How running averages are carried on. */
export interface Running {
  readonly factor: Variable;
  readonly mean: Variable;
  readonly variance: Variable;
}

/** `batch_normalization_train`: the output, the mean, one over the deviation, and the new running averages. */
export function normalizedInTraining(given: Normalization, running: Running | null): readonly Variable[] {
  const parameters = new Parameters(given);
  checkRunning(running, parameters);
  const epsilon = epsilonOf(given);
  const { inputs, axes } = given;
  const { context } = inputs;
  const dtype = promoteAll([inputs, given.gamma, given.beta].map((variable) => variable.dtype));
  const x = castTo(inputs, dtype);
  const options = { axis: axes, keepsAxes: true, dtype: null };
  const center = mean(x, options);
  const spread = variance(x, { ...options, ddof: 0 });
  const one = new Constant(context, floatValue(context, 1));
  const inverse = castTo(div(one, elemwise('sqrt', add(spread, epsilon))), dtype);
  const scaled = mul(sub(x, center), mul(parameters.spread(castTo(given.gamma, dtype)), inverse));
  const output = add(scaled, parameters.spread(castTo(given.beta, dtype)));
  const results = [center, inverse];
  if (running !== null) {
    const old = (average: Variable): Variable =>
      mul(parameters.spread(castTo(average, dtype)), sub(one, running.factor));
    const count = axes.map((axis) => lengthOf(x, axis)).reduce(mul);
    const unbiased = castTo(div(count, sub(count, one)), dtype);
    results.push(
      castTo(add(old(running.mean), mul(center, running.factor)), dtype),
      castTo(add(old(running.variance), mul(mul(unbiased, spread), running.factor)), dtype),
    );
  }
  return [output, ...results.map((result) => parameters.gathered(result))];
}

function checkRunning(running: Running | null, parameters: Parameters): void {
  if (running === null) return;
  for (const [name, variable] of [
    ['running_mean', running.mean],
    ['running_var', running.variance],
  ] as const) {
    if (variable.ndim === parameters.ndim) continue;
    throw new EngineError(
      'ValueError',
      `${name} must be of the same dimensionality as gamma and beta; got ${variable.ndim} instead of ${parameters.ndim}`,
    );
  }
}

/** `batch_normalization_test`: with averages that are given. */
export function normalizedInTest(
  given: Normalization,
  averages: { mean: Variable; variance: Variable },
): Variable {
  const parameters = new Parameters(given);
  if (averages.mean.ndim !== parameters.ndim || averages.variance.ndim !== parameters.ndim) {
    throw new EngineError(
      'ValueError',
      `mean and var must be of the same dimensionality as gamma and beta; got ${averages.mean.ndim} and ${averages.variance.ndim} instead of ${parameters.ndim}`,
    );
  }
  const epsilon = epsilonOf(given);
  const all = [given.inputs, given.gamma, given.beta, averages.mean, averages.variance];
  const dtype = promoteAll(all.map((variable) => variable.dtype));
  const [x, ...rest] = all.map((variable) => castTo(variable, dtype));
  const [gamma, beta, center, spread] = rest.map((variable) => parameters.spread(variable));
  const scale = div(gamma, castTo(elemwise('sqrt', add(spread, epsilon)), dtype));
  return add(mul(sub(x, center), scale), beta);
}
