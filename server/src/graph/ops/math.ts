/** Functions of `theano.tensor` that are made of several ops, composed as the libraries compose them. */
import { type DType, integerRange, isBig, isComplex, isDiscrete, kindOf } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { cast, scalar } from '../../tensor/ndarray.ts';
import { normalizeAxis } from '../../tensor/shape.ts';
import { int64Constant, integerConstant } from '../constants.ts';
import { apply, applyNew, Constant, type GraphContext, type Variable } from '../variable.ts';
import { type AxisOrder, dimShuffle, dimShuffleEntry } from './dimShuffle.ts';
import { castTo, elemwise } from './elemwise.ts';
import { cumulativeEntry, type ReductionOptions, reduction, reductionAxes } from './reductions.ts';
import { arangeEntry, eyeEntry, join, makeVector, reshaped, shapeOf } from './shapes.ts';
import { subtensor } from './subtensor.ts';

export interface ReduceOptions extends ReductionOptions {
  readonly keepsAxes: boolean;
  readonly dtype: DType | null;
}

/** A reduction whose axes may stay as axes of length 1. */
export function reduced(
  name: Parameters<typeof reduction>[0],
  input: Variable,
  options: ReduceOptions,
): Variable {
  if (name === 'min' || name === 'argmin') return lowest(name, input, options);
  const result = reduction(name, input, options);
  return options.keepsAxes ? restoreAxes(result, input, options.axis) : result;
}

/** The least as the libraries write it: the greatest of what is turned around. */
function lowest(name: 'min' | 'argmin', input: Variable, options: ReduceOptions): Variable {
  const { dtype, context } = input;
  if (isComplex(dtype)) throw new EngineError('NotImplementedError', '');
  const turned = (variable: Variable): Variable => {
    if (dtype === 'bool') return elemwise('invert', variable);
    if (kindOf(dtype) !== 'uint') return elemwise('neg', variable);
    return elemwise(
      'sub',
      new Constant(
        context,
        scalar(dtype, isBig(dtype) ? integerRange(dtype)[1] : Number(integerRange(dtype)[1])),
      ),
      variable,
    );
  };
  const greatest = reduced(name === 'min' ? 'max' : 'argmax', turned(input), options);
  return name === 'min' ? turned(greatest) : greatest;
}

/** What a reduction of `input` gave, with the reduced axes back as axes of length 1. */
export function restoreAxes(result: Variable, input: Variable, axis: readonly number[] | null): Variable {
  const axes = reductionAxes(input, axis);
  let next = 0;
  const order = input.type.shape.map((_, i): number | 'x' =>
    axes === null || axes.includes(i) ? 'x' : next++,
  );
  return dimShuffle(result, order);
}

/** One length of a variable, as a scalar of int64. */
export const lengthOf = (variable: Variable, axis: number): Variable => partOf(shapeOf(variable), axis);

const partOf = (vector: Variable, index: number): Variable =>
  subtensor(vector, [{ kind: 'integer', value: int64Constant(vector.context, index) }]);

/** The sum divided by the lengths: integers give float64. */
export function mean(input: Variable, options: ReduceOptions): Variable {
  const isHalf = input.dtype === 'float16' && options.dtype === null;
  const sum = reduced('sum', input, isHalf ? { ...options, dtype: 'float32' } : options);
  const axes = reductionAxes(input, options.axis) ?? [...input.type.shape.keys()];
  const within: DType = singleTypes.has(sum.dtype) ? 'float32' : 'float64';
  // The libraries cast the whole shape, then read lengths of it.
  const lengths = castTo(shapeOf(input), within);
  const quotient = divided(
    sum,
    axes.map((axis) => partOf(lengths, axis)),
  );
  const result = isDiscrete(quotient.dtype) ? castTo(quotient, within) : quotient;
  return isHalf || options.dtype === 'float16' ? castTo(result, 'float16') : result;
}

const singleTypes: ReadonlySet<DType> = new Set(['float16', 'float32', 'complex64']);

/** Divided by one length after the other, or by their product. */
function divided(sum: Variable, lengths: readonly Variable[]): Variable {
  if (sum.context.dialect.meanDivision === 'byEach' || lengths.length === 0)
    return lengths.reduce((rest, length) => elemwise('true_div', rest, length), sum);
  return elemwise(
    'true_div',
    sum,
    lengths.reduce((a, b) => elemwise('mul', a, b)),
  );
}

export interface VarianceOptions extends ReduceOptions {
  readonly ddof: number;
  /** The second pass of `corrected=True`. */
  readonly isCorrected?: boolean;
}

/** The mean of squared distances from the mean. */
export function variance(input: Variable, options: VarianceOptions): Variable {
  const center = mean(input, { axis: options.axis, keepsAxes: true, dtype: null });
  const distance = elemwise('sub', input, center);
  const square = (of: Variable): Variable => elemwise('pow', of, constantIn(of.context, of.dtype, 2));
  const { ddof } = options;
  const squares = square(distance);
  if (ddof === 0) {
    const result = mean(squares, options);
    return options.isCorrected ? elemwise('sub', result, square(mean(distance, options))) : result;
  }
  const axes = reductionAxes(input, options.axis) ?? [...input.type.shape.keys()];
  const lengths = axes.map((axis) => lengthOf(input, axis));
  const fewer = lengths.map((length) => elemwise('sub', length, integerConstant(input.context, ddof)));
  const over = (sum: Variable, divisors: readonly Variable[]): Variable =>
    divisors.reduce((rest, divisor) => elemwise('true_div', rest, divisor), sum);
  const result = over(reduced('sum', squares, options), fewer);
  if (!options.isCorrected) return result;
  const error = square(reduced('sum', distance, options));
  return elemwise(
    'sub',
    result,
    over(
      error,
      fewer.map((length, i) => elemwise('mul', length, lengths[i])),
    ),
  );
}

/** Tensors side by side along a new axis. */
export function stacked(tensors: readonly Variable[], axis: number): Variable {
  const [first] = tensors;
  const count = first.ndim + 1;
  if (axis < -count || axis >= count) {
    throw new EngineError('IndexError', `axis ${axis} is out of bounds [-${count}, ${count})`);
  }
  const at = axis < 0 ? axis + count : axis;
  const isSingle = tensors.length === 1 && first.context.dialect.stackOfOne === 'added';
  if (tensors.every((tensor) => tensor.ndim === 0) && !isSingle) return makeVector(first.context, tensors);
  const order = (tensor: Variable): AxisOrder =>
    [...tensor.type.shape.keys()].toSpliced(at, 0, -1).map((i) => (i < 0 ? 'x' : i));
  const expanded = tensors.map((tensor) => dimShuffle(tensor, order(tensor)));
  return expanded.length === 1 ? expanded[0] : join(expanded, at);
}

/** `arange(start, stop, step)`: integers give int64, floats floatX or their own type. */
export function range(bounds: { start: Variable; stop: Variable; step: Variable }, dtype: DType): Variable {
  for (const bound of [bounds.start, bounds.stop, bounds.step])
    if (bound.ndim !== 0) throw new EngineError('AssertionError');
  return apply(arangeEntry, { dtype }, [bounds.start, bounds.stop, bounds.step])[0];
}

/** The identity matrix, or one with ones on another diagonal. */
export function eyeMatrix(
  context: GraphContext,
  size: readonly [Variable, Variable, Variable],
  dtype: DType,
): Variable {
  return applyNew(context, { entry: eyeEntry, params: { dtype } }, size)[0];
}

/** A tensor of one value in the shape of another. */
export function filledLike(model: Variable, value: Constant): Variable {
  return elemwise('second', model, value);
}

/** A constant of a small integer in the type of a variable. */
export const constantIn = (context: GraphContext, dtype: DType, value: number): Constant =>
  new Constant(context, cast(scalar('float64', value), dtype));

/** All axes from the `ndim - 1`th on become one. */
export function flattened(variable: Variable, ndim: number): Variable {
  if (ndim < 1 || ndim > Math.max(1, variable.ndim)) {
    throw new EngineError('ValueError', `ndim ${ndim} out of bound [1, ${variable.ndim + 1})`);
  }
  if (variable.ndim === ndim) return variable;
  // The libraries cut the shape, and do not know what is in the part.
  const kept = subtensor(shapeOf(variable), [
    { kind: 'slice', start: null, stop: int64Constant(variable.context, ndim - 1), step: null },
  ]);
  const lengths = [...Array(ndim - 1).keys()].map((axis) =>
    subtensor(kept, [{ kind: 'integer', value: int64Constant(variable.context, axis) }]),
  );
  const shape = makeVector(variable.context, [...lengths, int64Constant(variable.context, -1)], 'int64');
  return reshaped(variable, shape, ndim);
}

/** The running sum or product; without an axis of the flattened tensor. */
export function cumulative(variable: Variable, kind: 'sum' | 'prod', axis: number | null): Variable {
  const input = axis === null ? flattened(variable, 1) : variable;
  const isOutside = axis !== null && (axis < -input.ndim || axis >= input.ndim);
  if (isOutside && variable.context.dialect.cumulativeAxis === 'own') {
    throw new EngineError('ValueError', `axis(=${axis}) out of bounds`);
  }
  const at = normalizeAxis(axis ?? 0, input.ndim);
  return apply(cumulativeEntry, { kind, axis: at, given: axis }, [input])[0];
}

/** Axes of length 1 that are dropped: all of them, or those named. */
export function squeezed(variable: Variable, axes: readonly number[] | null): Variable {
  const dropped = axes?.map((axis) => normalizeAxis(axis, variable.ndim));
  const isDropped = (axis: number): boolean => dropped?.includes(axis) ?? variable.type.shape[axis] === 1;
  const order = [...variable.type.shape.keys()].filter((axis) => !isDropped(axis));
  if (variable.context.dialect.emptyShuffle === 'variable') return dimShuffle(variable, order);
  return apply(dimShuffleEntry, { order }, [variable])[0];
}
