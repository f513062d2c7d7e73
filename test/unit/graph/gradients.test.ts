import { describe, expect, it } from 'vitest';
import { int64Constant } from '../../../server/src/graph/constants.ts';
import { scalarGradients } from '../../../server/src/graph/gradient/scalarGradients.ts';
import { normalizedInTraining } from '../../../server/src/graph/ops/batchNormalization.ts';
import { convolution } from '../../../server/src/graph/ops/convolution.ts';
import { dimShuffle } from '../../../server/src/graph/ops/dimShuffle.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { gated } from '../../../server/src/graph/ops/gradientGate.ts';
import { joinedAxes, splitAxis } from '../../../server/src/graph/ops/joinedAxes.ts';
import {
  cumulative,
  flattened,
  lengthOf,
  mean,
  reduced,
  variance,
} from '../../../server/src/graph/ops/math.ts';
import { neighbours } from '../../../server/src/graph/ops/neighbours.ts';
import { type PoolMode, pool } from '../../../server/src/graph/ops/pooling.ts';
import { ifElse, rolled, swapped, taken } from '../../../server/src/graph/ops/rearranging.ts';
import { matrixProduct, reduction } from '../../../server/src/graph/ops/reductions.ts';
import { type ScalarOpName, scalarOps } from '../../../server/src/graph/ops/scalarOps.ts';
import { alloc, join, makeVector, reshaped, shapeOf } from '../../../server/src/graph/ops/shapes.ts';
import { categoricalLoss, softmax } from '../../../server/src/graph/ops/softmax.ts';
import { covariance } from '../../../server/src/graph/ops/statistics.ts';
import { incSubtensor, type SymbolicIndex, subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import { Constant, type Variable } from '../../../server/src/graph/variable.ts';
import { fromStorage, fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { type Engine, floats, ints } from './engine.ts';
import { type Differentiable, expectGradient } from './finiteDifferences.ts';

const matrix = (rows: number, ...values: number[]): NDArray =>
  fromValues('float64', [rows, values.length / rows], values);
const number = (value: number): NDArray => fromValues('float64', [], [value]);

const positive = [0.3, 0.7, 1.6, 2.4];
const within = [-0.7, -0.2, 0.3, 0.8];
const above = [1.3, 1.7, 2.6, 3.4];
const probabilities = [0.2, 0.4, 0.6, 0.8];

/** Where an op is differentiable, for those that are not everywhere. */
const domains: Readonly<Partial<Record<ScalarOpName, readonly (readonly number[])[]>>> = {
  erfinv: [within],
  erfcinv: [probabilities],
  log1mexp: [[-2, -1, -0.5, -0.2]],
  gamma: [positive],
  gammaln: [positive],
  psi: [positive],
  tri_gamma: [positive],
  gammainc: [positive, above],
  gammaincc: [positive, above],
  gammaincinv: [probabilities],
  gammainccinv: [probabilities],
  betainc: [positive, above, probabilities],
  betaincinv: [probabilities],
  polygamma: [positive],
  jv: [above],
  iv: [above],
  ive: [above],
  xlogy: [within, positive],
  xlogx: [positive],
  xlogy0: [within, positive],
  xlog1py: [within, positive],
  arccosh: [above],
  arcsin: [within],
  arccos: [within],
  arctanh: [within],
  sqrt: [positive],
  log: [positive],
  log2: [positive],
  log10: [positive],
  log1p: [positive],
  pow: [positive, within],
  mod: [above, positive],
  switch: [[1, 0, 1, 0], above, within],
  clip: [
    [-2, 0.2, 0.4, 3],
    [-1, -1, -1, -1],
    [1, 1, 1, 1],
  ],
};

/** First operands that have no gradient. */
const fixed: Readonly<Partial<Record<ScalarOpName, readonly (Float64Array | BigInt64Array)[]>>> = {
  polygamma: [BigInt64Array.of(1n, 2n, 1n, 3n)],
  jv: [Float64Array.of(0.5, 1, 2, 3.5)],
  iv: [Float64Array.of(0.5, 1, 2, 3.5)],
  ive: [Float64Array.of(0.5, 1, 2, 3.5)],
  gammaincinv: [Float64Array.of(0.8, 1.5, 2, 4)],
  gammainccinv: [Float64Array.of(0.8, 1.5, 2, 4)],
  betaincinv: [Float64Array.of(0.8, 1.5, 2, 4), Float64Array.of(2, 1.2, 3, 0.7)],
};

/** The libraries have no second derivative of these. */
const onlyOnce: readonly ScalarOpName[] = ['gammainc', 'gammaincc', 'betainc'];

describe('elementwise ops', () => {
  const names = Object.keys(scalarOps) as ScalarOpName[];
  const curved = names.filter((name) => typeof scalarGradients[name] === 'function');
  it.each(curved)('%s agrees with differences of its values', (name) => {
    const constants = fixed[name] ?? [];
    const usual = [within, above, positive].slice(0, scalarOps[name].arity);
    const inputs = (domains[name] ?? usual).map((values) => floats(...values));
    const build = (engine: Engine, ...operands: Variable[]): Variable => {
      const first = constants.map(
        (values) =>
          new Constant(
            engine.context,
            fromStorage(values instanceof Float64Array ? 'float64' : 'int64', values, [values.length]),
          ),
      );
      return elemwise(name, ...first, ...operands);
    };
    expectGradient({ inputs, build, checksTwice: !onlyOnce.includes(name) });
  });

  it.each(['gammau', 'complex', 'real'] as const)('%s has no gradient', (name) => {
    const operands = [above, above].slice(0, scalarOps[name].arity);
    const build = (_: Engine, ...given: Variable[]): Variable => elemwise('abs_', elemwise(name, ...given));
    expect(() => expectGradient({ inputs: operands.map((values) => floats(...values)), build })).toThrow(
      /grad|pullback/,
    );
  });
});

const all: SymbolicIndex = { kind: 'slice', start: null, stop: null, step: null };
const at = (engine: Engine, value: number): SymbolicIndex => ({
  kind: 'integer',
  value: int64Constant(engine.context, value),
});
const picked = (engine: Engine, ...values: number[]): SymbolicIndex => ({
  kind: 'array',
  value: new Constant(engine.context, ints(...values)),
});
const from = (engine: Engine, start: number, step: number): SymbolicIndex => ({
  kind: 'slice',
  start: int64Constant(engine.context, start),
  stop: null,
  step: int64Constant(engine.context, step),
});
const square = (x: Variable): Variable => elemwise('sqr', x);
const options = { axis: [0], keepsAxes: false, dtype: null };

const grid = matrix(2, 0.5, -1.2, 2, 0.7, 1.1, -0.4);
const other = matrix(3, 1, 0.5, -0.3, 2, 0.1, 1.5);
const line = floats(0.4, -1.3, 2.2);

/** Numbers without order or repetition in a shape. */
const scattered = (...shape: number[]): NDArray => {
  const count = shape.reduce((a, b) => a * b, 1);
  return fromValues(
    'float64',
    shape,
    Array.from({ length: count }, (_, i) => Math.sin(i * 2.3 + 0.4) * 2),
  );
};
const images = scattered(1, 2, 4, 3);
const filters = scattered(2, 2, 2, 2);
const regions = scattered(2, 2, 2, 2, 2, 2);
const convolved = {
  border: 'valid',
  strides: [1, 1],
  dilations: [1, 1],
  groups: 1,
  isFlipped: true,
  isUnshared: false,
} as const;
const pooled = (
  image: Variable,
  mode: PoolMode,
  given: Partial<Record<'stride' | 'padding', number[]>> = {},
) => {
  const { stride = [2, 2], padding = [0, 0] } = given;
  const sizes = [[2, 2], stride, padding].map((size) => new Constant(image.context, ints(...size)));
  const ignoresBorder = stride[0] === 2;
  return square(pool({ mode, ignoresBorder, rank: 2 }, image, sizes));
};

const cases: Readonly<Record<string, Differentiable>> = {
  'repeats an operand along an axis of length one': {
    inputs: [grid, line],
    build: (_, a, b) => elemwise('mul', a!, square(dimShuffle(b!, ['x', 0]))),
  },
  'softmax of rows': { inputs: [grid], build: (_, a) => square(softmax(a!, [1])) },
  'softmax of all': { inputs: [grid], build: (_, a) => square(softmax(a!, null)) },
  'log softmax': { inputs: [grid], build: (_, a) => square(softmax(a!, [0], 'logarithm')) },
  'loss of given classes': {
    inputs: [matrix(2, 0.5, 0.2, 0.3, 0.7, 0.1, 0.2)],
    build: (engine, a) => square(categoricalLoss(a!, new Constant(engine.context, ints(2, 0)))),
    checksTwice: false,
  },
  convolution: { inputs: [images, filters], build: (_, a, b) => square(convolution(a!, b!, convolved)) },
  'convolution with strides, padding and dilation': {
    inputs: [images, filters],
    build: (_, a, b) =>
      square(
        convolution(a!, b!, {
          ...convolved,
          border: [
            [1, 2],
            [0, 1],
          ],
          strides: [2, 1],
          dilations: [1, 2],
          isFlipped: false,
        }),
      ),
  },
  'convolution with filters of their own for every place': {
    inputs: [images, regions],
    build: (_, a, b) => square(convolution(a!, b!, { ...convolved, strides: [2, 1], isUnshared: true })),
  },
  'axes that become one': { inputs: [images], build: (_, a) => square(joinedAxes(a!, 1, 2)) },
  'an axis that becomes several': {
    inputs: [images],
    build: (_, a) => square(splitAxis(a!, new Constant(a!.context, ints(2, 2)), 2)),
  },
  'patches that overlap': {
    inputs: [images],
    build: (_, a) => {
      const [lengths, steps] = [ints(2, 2), ints(1, 1)].map((size) => new Constant(a!.context, size));
      return square(neighbours('valid', a!, [lengths!, steps!]));
    },
  },
  'patches side by side, without borders': {
    inputs: [images],
    build: (_, a) => {
      const lengths = new Constant(a!.context, ints(2, 2));
      return square(neighbours('ignore_borders', a!, [lengths, lengths]));
    },
  },
  'greatest of windows': { inputs: [images], build: (_, a) => pooled(a!, 'max') },
  'mean of windows with their padding': {
    inputs: [images],
    build: (_, a) => pooled(a!, 'average_inc_pad', { padding: [1, 1] }),
  },
  'mean of windows that count no padding': {
    inputs: [images],
    build: (_, a) => pooled(a!, 'average_exc_pad'),
  },
  'sum of windows that overlap': {
    inputs: [images],
    build: (_, a) => pooled(a!, 'sum', { stride: [1, 2] }),
  },
  'batch normalization': {
    inputs: [grid, line, line],
    build: (_, a, gamma, beta) =>
      normalizedInTraining({ inputs: a!, gamma: gamma!, beta: beta!, axes: [0], epsilon: 0.1 }, null)[0]!,
  },
  'corrected variance': {
    inputs: [grid],
    build: (_, a) => variance(a!, { ...options, ddof: 1, isCorrected: true }),
  },
  'product without zeros': {
    inputs: [grid],
    build: (_, a) => reduction('prod', a!, { axis: [1], hasNoZeros: true }),
  },
  covariance: {
    inputs: [grid],
    build: (_, a) => covariance(a!, { other: null, areRows: true, ddof: 1 }),
  },
  sum: { inputs: [grid], build: (_, a) => reduced('sum', square(a!), options) },
  'sum with kept axes': {
    inputs: [grid],
    build: (_, a) =>
      elemwise('mul', a!, reduced('sum', square(a!), { ...options, axis: [1], keepsAxes: true })),
  },
  // The libraries have no second derivative of a product that may hold zeros.
  prod: { inputs: [grid], build: (_, a) => reduced('prod', a!, options), checksTwice: false },
  'prod with one zero': {
    inputs: [floats(2, 0, 3)],
    build: (_, a) => reduced('prod', a!, { ...options, axis: null }),
    checksTwice: false,
  },
  max: { inputs: [grid], build: (_, a) => square(reduced('max', a!, options)) },
  min: { inputs: [grid], build: (_, a) => square(reduced('min', a!, { ...options, axis: null })) },
  mean: { inputs: [grid], build: (_, a) => square(mean(a!, options)) },
  var: { inputs: [grid], build: (_, a) => variance(a!, { ...options, ddof: 1 }) },
  cumsum: { inputs: [grid], build: (_, a) => square(cumulative(a!, 'sum', 1)) },
  cumprod: { inputs: [line], build: (_, a) => cumulative(a!, 'prod', 0) },
  'dot of vectors': { inputs: [line, floats(1, 2, 3)], build: (_, a, b) => matrixProduct(a!, b!) },
  'dot of matrices': { inputs: [grid, other], build: (_, a, b) => square(matrixProduct(a!, b!)) },
  'dot of a matrix and a vector': { inputs: [grid, line], build: (_, a, b) => square(matrixProduct(a!, b!)) },
  'dot of a vector and a matrix': {
    inputs: [line, other],
    build: (_, a, b) => square(matrixProduct(a!, b!)),
  },
  dimshuffle: { inputs: [grid], build: (_, a) => square(dimShuffle(a!, [1, 'x', 0])) },
  swapaxes: { inputs: [grid], build: (_, a) => square(swapped(a!, 0, 1)) },
  reshape: { inputs: [grid], build: (_, a) => square(flattened(a!, 1)) },
  'reshape to the shape of another': {
    inputs: [grid, other],
    build: (_, a, b) => elemwise('mul', square(reshaped(a!, shapeOf(b!), 2)), b!),
  },
  alloc: {
    inputs: [line, grid],
    build: (_, a, b) => square(alloc(a!, [lengthOf(b!, 0), lengthOf(a!, 0)])),
  },
  'vectors of scalars': {
    inputs: [number(0.3), number(1.2)],
    build: (engine, a, b) => square(makeVector(engine.context, [a!, b!, square(a!)])),
  },
  join: {
    inputs: [grid, matrix(2, 1, 2)],
    build: (_, a, b) => square(join([a!, b!, a!], 1)),
  },
  ifelse: {
    inputs: [line, floats(1, 2, 3)],
    build: (engine, a, b) => square(ifElse(engine.constant(1), a!, b!)),
  },
  'a row': { inputs: [grid], build: (engine, a) => square(subtensor(a!, [at(engine, -1)])) },
  'every other element backwards': {
    inputs: [grid],
    build: (engine, a) => square(subtensor(a!, [all, from(engine, 2, -2)])),
  },
  'elements picked twice': {
    inputs: [line],
    build: (engine, a) => square(subtensor(a!, [picked(engine, 2, 0, 2)])),
  },
  'elements picked by two lists': {
    inputs: [grid],
    build: (engine, a) => square(subtensor(a!, [picked(engine, 1, 0, 1), picked(engine, 2, 2, 2)])),
  },
  'a part replaced': {
    inputs: [grid, line],
    build: (engine, a, b) => square(incSubtensor(a!, b!, { indices: [at(engine, 1)], mode: 'set' })),
  },
  'a part increased': {
    inputs: [grid, number(2)],
    build: (engine, a, b) => square(incSubtensor(a!, b!, { indices: [all, at(engine, 1)], mode: 'inc' })),
  },
  'elements increased twice': {
    inputs: [line, floats(1, 2, 3)],
    build: (engine, a, b) =>
      square(incSubtensor(a!, b!, { indices: [picked(engine, 0, 0, 1)], mode: 'inc' })),
  },
  take: {
    inputs: [grid],
    build: (engine, a) => square(taken(a!, new Constant(engine.context, ints(0, 2)), 1)),
  },
  roll: { inputs: [line], build: (engine, a) => elemwise('mul', a!, rolled(a!, engine.constant(1), 0)) },
};

describe('other ops', () => {
  it.each(Object.entries(cases))('%s', (_, given) => {
    expectGradient(given);
  });

  it('finds a gradient that differs from the values', () => {
    const given: Differentiable = {
      inputs: [floats(0.5)],
      build: (_, x) => gated(square(x!), { gate: 'zero' }),
    };
    expect(() => expectGradient(given)).toThrow('x0[0]');
  });
});
