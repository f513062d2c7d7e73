/** Functions of `theano.tensor.nnet` that are made of other ops, in the order of operations that is written there (Theano 1.0.5). */

import { isDiscrete, isFloat } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { fullSlice } from '../../tensor/indexing.ts';
import { scalar } from '../../tensor/ndarray.ts';
import { floatValue, int64Constant, integerConstant } from '../constants.ts';
import { Constant, type GraphContext, type Variable } from '../variable.ts';
import { dimShuffle } from './dimShuffle.ts';
import { castTo, elemwise } from './elemwise.ts';
import { constantIn, lengthOf, range, reduced } from './math.ts';
import { dotProduct } from './products.ts';
import { matrixProduct } from './reductions.ts';
import { makeVector, reshaped } from './shapes.ts';
import { categoricalLoss, softmax } from './softmax.ts';
import { type SymbolicIndex, subtensor } from './subtensor.ts';

const add = (a: Variable, b: Variable): Variable => elemwise('add', a, b);
const sub = (a: Variable, b: Variable): Variable => elemwise('sub', a, b);
const mul = (a: Variable, b: Variable): Variable => elemwise('mul', a, b);

/** A Python float as a constant. */
export const floatConstant = (context: GraphContext, value: number): Constant =>
  new Constant(context, floatValue(context, value));

/** `relu(x, alpha)`; null for the alpha that is the number 0. */
export function relu(x: Variable, alpha: Variable | null): Variable {
  const half = floatConstant(x.context, 0.5);
  const size = elemwise('abs_', x);
  if (alpha === null) return mul(half, add(x, size));
  const one = integerConstant(x.context, 1);
  return add(mul(mul(half, add(one, alpha)), x), mul(mul(half, sub(one, alpha)), size));
}

export const elu = (x: Variable, alpha: Variable): Variable =>
  elemwise('switch', elemwise('gt', x, integerConstant(x.context, 0)), x, mul(alpha, elemwise('expm1', x)));

export const selu = (x: Variable): Variable =>
  mul(floatConstant(x.context, 1.0507009873554805), elu(x, floatConstant(x.context, 1.6732632423543772)));

/** A piecewise linear sigmoid: clip(0.2 x + 0.5, 0, 1) in the type of the sigmoid. */
export function hardSigmoid(x: Variable): Variable {
  const { dtype } = elemwise('sigmoid', x);
  const constant = (value: number): Variable => new Constant(x.context, scalar(dtype, value));
  const line = add(mul(x, constant(0.2)), constant(0.5));
  return elemwise('clip', line, integerConstant(x.context, 0), integerConstant(x.context, 1));
}

export function binaryCrossEntropy(output: Variable, target: Variable): Variable {
  const one = floatConstant(output.context, 1);
  const kept = mul(target, elemwise('log', output));
  const lost = mul(sub(one, target), elemwise('log', sub(one, output)));
  return elemwise('neg', add(kept, lost));
}

/** The targets are a distribution, or the class of each row. */
export function categoricalCrossEntropy(coding: Variable, target: Variable): Variable {
  if (target.ndim === coding.ndim) {
    const products = mul(target, elemwise('log', coding));
    const options = { axis: [coding.ndim - 1], keepsAxes: false, dtype: null };
    return elemwise('neg', reduced('sum', products, options));
  }
  if (target.ndim === coding.ndim - 1) return categoricalLoss(coding, target);
  throw new EngineError('TypeError', 'rank mismatch between coding and true distributions');
}

function checkBiased(x: Variable, b: Variable): void {
  if (x.ndim !== 2 || !isFloat(x.dtype))
    throw new EngineError('ValueError', 'x must be 2-d tensor of floats');
  if (b.ndim !== 1 || !isFloat(b.dtype))
    throw new EngineError('ValueError', 'b must be 1-d tensor of floats');
}

/** The softmax of the rows of `x + b`. */
export function softmaxWithBias(x: Variable, b: Variable): Variable {
  checkBiased(x, b);
  return softmax(castTo(add(x, b), x.dtype), [1]);
}

/** The loss of each row's class, the probabilities, and the most probable class. */
export function biasedLoss(
  x: Variable,
  b: Variable,
  classes: Variable,
): readonly [Variable, Variable, Variable] {
  checkBiased(x, b);
  if (classes.ndim !== 1 || !isDiscrete(classes.dtype))
    throw new EngineError('ValueError', 'y_idx must be 1-d tensor of [u]ints');
  const rows = castTo(add(x, b), x.dtype);
  const logarithms = softmax(rows, [1], 'logarithm');
  const loss = elemwise('neg', subtensor(logarithms, onePerRow(logarithms, classes)));
  const options = { axis: [1], keepsAxes: false, dtype: null };
  return [loss, softmax(rows, [1]), castTo(reduced('argmax', rows, options), classes.dtype)];
}

/** The index of one element in each row. */
export const onePerRow = (matrix: Variable, columns: Variable): readonly SymbolicIndex[] => [
  { kind: 'array', value: positions(lengthOf(matrix, 0)) },
  { kind: 'array', value: columns },
];

const positions = (count: Variable): Variable =>
  range(
    { start: int64Constant(count.context, 0), stop: count, step: int64Constant(count.context, 1) },
    'int64',
  );

/** A column of one value before the columns of a matrix is a matter of the caller; this is the first row of zeros as a bias. */
export const zeroBias = (x: Variable): Variable => {
  const first = subtensor(x, [{ kind: 'integer', value: int64Constant(x.context, 0) }]);
  return elemwise('second', first, constantIn(x.context, x.dtype, 0));
};

export interface HierarchicalSoftmax {
  readonly x: Variable;
  readonly batchSize: Variable;
  readonly outputCount: Variable;
  readonly classCount: Variable;
  readonly perClass: Variable;
  readonly weights: readonly [Variable, Variable];
  readonly biases: readonly [Variable, Variable];
  readonly target: Variable | null;
}

const shapeVector = (context: GraphContext, ...lengths: Variable[]): Variable =>
  makeVector(context, lengths, 'int64');

/** A softmax over classes times one within each class. */
export function hierarchicalSoftmax(given: HierarchicalSoftmax): Variable {
  const { x, weights, biases } = given;
  const classes = softmax(add(dotProduct(x, weights[0]), biases[0]), [1]);
  return given.target === null ? allOutputs(given, classes) : targetOutputs(given, classes, given.target);
}

function allOutputs(given: HierarchicalSoftmax, classes: Variable): Variable {
  const { x, batchSize, classCount, perClass, weights, biases } = given;
  const { context } = x;
  const rest = int64Constant(context, -1);
  const wide = reshaped(
    dimShuffle(weights[1], [1, 0, 2]),
    shapeVector(context, lengthOf(weights[1], 1), rest),
    2,
  );
  const shape = [lengthOf(x, 0), lengthOf(weights[1], 0), lengthOf(weights[1], 2)];
  const activations = add(reshaped(matrixProduct(x, wide), shapeVector(context, ...shape), 3), biases[1]);
  const within = softmax(reshaped(activations, shapeVector(context, rest, perClass), 2), [1]);
  const cube = reshaped(within, shapeVector(context, batchSize, classCount, rest), 3);
  const products = mul(dimShuffle(classes, [0, 1, 'x']), cube);
  const flat = reshaped(products, shapeVector(context, batchSize, rest), 2);
  return subtensor(flat, [fullSlice, { ...fullSlice, stop: given.outputCount }]);
}

function targetOutputs(given: HierarchicalSoftmax, classes: Variable, target: Variable): Variable {
  const { x, batchSize, perClass, weights, biases } = given;
  const classOf = elemwise('int_div', target, perClass);
  const placeOf = elemwise('mod', target, perClass);
  const own = (table: Variable): Variable => subtensor(table, [{ kind: 'array', value: classOf }]);
  const options = { axis: [1], keepsAxes: false, dtype: null };
  const products = reduced('sum', mul(dimShuffle(x, [0, 1, 'x']), own(weights[1])), options);
  const within = softmax(add(products, own(biases[1])), [1]);
  const rows = positions(batchSize);
  const picked = (matrix: Variable, columns: Variable): Variable =>
    subtensor(matrix, [
      { kind: 'array', value: rows },
      { kind: 'array', value: columns },
    ]);
  return mul(picked(classes, classOf), picked(within, placeOf));
}
