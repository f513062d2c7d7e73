/** Covariances, medians and tables of confusion, composed as the libraries compose them. */
import { EngineError } from '../../tensor/engineError.ts';
import { floatValue, int64Constant, integerConstant } from '../constants.ts';
import { apply, Constant, type Variable } from '../variable.ts';
import { dimShuffle, transposed } from './dimShuffle.ts';
import { castTo, elemwise } from './elemwise.ts';
import { lengthOf, mean, squeezed } from './math.ts';
import { ifElse } from './rearranging.ts';
import { matrixProduct } from './reductions.ts';
import { join, makeVector, reshaped } from './shapes.ts';
import { ordered, sortEntry, uniqueEntry } from './sorting.ts';
import { type SymbolicIndex, subtensor } from './subtensor.ts';

export interface CovarianceOptions {
  readonly other: Variable | null;
  /** Variables are in rows, observations in columns. */
  readonly areRows: boolean;
  readonly ddof: number;
}

/** `cov(m, y)`. */
export function covariance(input: Variable, { other, areRows, ddof }: CovarianceOptions): Variable {
  const { context } = input;
  const oriented = (matrix: Variable): Variable => (areRows ? matrix : transposed(matrix));
  const all = other === null ? oriented(input) : join([oriented(input), oriented(other)], 0);
  const degrees = elemwise('sub', lengthOf(all, 1), integerConstant(context, ddof));
  const centered = elemwise('sub', all, mean(all, { axis: [1], keepsAxes: true, dtype: null }));
  const products = matrixProduct(centered, transposed(centered));
  const scaled = elemwise('mul', products, elemwise('true_div', integerConstant(context, 1), degrees));
  return squeezed(scaled, null);
}

/** The middle of the sorted elements along the axes, or the mean of the two in the middle. */
export function median(input: Variable, axis: readonly number[] | null): Variable {
  const { context, ndim } = input;
  const all = [...Array(ndim).keys()];
  const axes = axis?.map((one) => (one < 0 ? one + ndim : one)) ?? all;
  const kept = all.filter((one) => !axes.includes(one));
  const moved = dimShuffle(input, [...kept, ...axes]);
  const lengths = kept.map((one) => lengthOf(input, one));
  const flat =
    axes.length === 1
      ? moved
      : reshaped(
          moved,
          makeVector(context, [...lengths, int64Constant(context, -1)], 'int64'),
          kept.length + 1,
        );
  const size = lengthOf(flat, kept.length);
  const half = elemwise('int_div', size, integerConstant(context, 2));
  const sorted = ordered(sortEntry, flat, {
    algorithm: 'quicksort',
    axis: int64Constant(context, kept.length),
  });
  const full: SymbolicIndex = { kind: 'slice', start: null, stop: null, step: null };
  const at = (position: Variable): Variable =>
    subtensor(sorted, [...kept.map(() => full), { kind: 'integer', value: position }]);
  const [upper, lower] = [at(half), at(elemwise('sub', half, integerConstant(context, 1)))];
  const two = new Constant(context, floatValue(context, 2));
  const even = elemwise('true_div', elemwise('add', upper, lower), two);
  const isEven = elemwise(
    'eq',
    elemwise('mod', size, integerConstant(context, 2)),
    integerConstant(context, 0),
  );
  return ifElse(isEven, even, castTo(upper, even.dtype));
}

/** How often each class was taken for each, and the classes in order. */
export function confusionMatrix(actual: Variable, predicted: Variable): readonly [Variable, Variable] {
  if (actual.ndim !== 1) throw new EngineError('ValueError', 'actual must be 1-d tensor variable');
  if (predicted.ndim !== 1) throw new EngineError('ValueError', 'pred must be 1-d tensor variable');
  const none = { index: false, inverse: false, counts: false, axis: null };
  const [order] = apply(uniqueEntry, none, [join([actual, predicted], 0)]);
  const oneHot = (classes: Variable): Variable =>
    castTo(elemwise('eq', dimShuffle(classes, [0, 'x']), dimShuffle(order, ['x', 0])), 'int64');
  return [matrixProduct(transposed(oneHot(actual)), oneHot(predicted)), order];
}
