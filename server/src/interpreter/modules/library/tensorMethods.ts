/**
 * What is both a function of `theano.tensor` and a method of variables, as one table: `T.sum(x, axis=0)` and
 * `x.sum(axis=0)`. The first parameter is the variable.
 */

import { floatValue, int64Constant, integerValue } from '../../../graph/constants.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import { dimShuffle, dimShuffleEntry, transposed } from '../../../graph/ops/dimShuffle.ts';
import { castTo, elemwise } from '../../../graph/ops/elemwise.ts';
import {
  cumulative,
  filledLike,
  flattened,
  mean,
  type ReduceOptions,
  reduced,
  restoreAxes,
  squeezed,
  variance,
} from '../../../graph/ops/math.ts';
import { dotProduct } from '../../../graph/ops/products.ts';
import type { ScalarOpName } from '../../../graph/ops/scalarOps.ts';
import { shapeOf } from '../../../graph/ops/shapes.ts';
import { apply, Constant, type GraphContext, type Variable } from '../../../graph/variable.ts';
import type { DType } from '../../../tensor/dtype.ts';
import { unsupportedTypes } from '../../../tensor/elementwise.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import type { Reduction } from '../../../tensor/reduce.ts';
import { raiseKeyError, raiseTypeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { tryIndex } from '../../protocols/items.ts';
import { asDouble } from '../../protocols/numbers.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import {
  asVariable,
  axesArgument,
  constantAs,
  dtypeOf,
  integerArgument,
  isNameOfType,
  optionalDType,
} from './convert.ts';
import { reshapeOf } from './reshaping.ts';
import { optionalElementType } from './tensorTypeObject.ts';

type Missing = Value | undefined;

/** The body of a function: a variable and the other arguments, `undefined` where missing. */
export type TensorBody = (input: Variable, ...rest: never[]) => Value;

const isOn = (value: Missing): boolean => value !== undefined && isTrue(value);

const reduceOptions = (
  input: Variable,
  axis: Missing,
  keepsAxes: Missing,
  types: { dtype?: Missing; accumulate?: Missing } = {},
): ReduceOptions => ({
  axis: axesArgument(axis),
  dtype: optionalElementType(input.context, types.dtype),
  accumulate: optionalElementType(input.context, types.accumulate),
  keepsAxes: isOn(keepsAxes),
});

const sumLike =
  (name: Reduction): TensorBody =>
  (input, ...[axis, dtype, keepdims, accumulate, hasNoZeros]: Missing[]): Variable =>
    reduced(name, input, {
      ...reduceOptions(input, axis, keepdims, { dtype, accumulate }),
      hasNoZeros: isOn(hasNoZeros),
    });

const maxLike =
  (name: Reduction) =>
  (input: Variable, axis: Missing, keepdims: Missing): Variable => {
    const result = reduced(name, input, reduceOptions(input, axis, keepdims));
    const hasName = name === 'max' && input.context.dialect.maximumName !== null;
    return hasName && result.owner?.op.entry.kind === 'reduce' ? named(result, 'max') : result;
  };

/** The libraries name what these functions give. */
function named(variable: Variable, name: string): Variable {
  variable.name = name;
  return variable;
}

/** Functions and methods by signature without the variable. */
export const tensorMethods: Readonly<Record<string, TensorBody>> = {
  'sum(axis?, dtype?, keepdims?, acc_dtype?)': sumLike('sum'),
  'prod(axis?, dtype?, keepdims?, acc_dtype?, no_zeros_in_input?)': sumLike('prod'),
  'max(axis?, keepdims?)': maxLike('max'),
  'min(axis?, keepdims?)': maxLike('min'),
  'all(axis?, keepdims?)': maxLike('all'),
  'any(axis?, keepdims?)': maxLike('any'),
  'argmax(axis?, keepdims?)': positionOf('argmax'),
  'argmin(axis?, keepdims?)': positionOf('argmin'),
  'max_and_argmax(axis?, keepdims?)': (input, axis: Missing, keepdims: Missing) =>
    new PyList([maxLike('max')(input, axis, keepdims), positionsOf('argmax', input, axis, keepdims)]),
  'mean(axis?, dtype?, keepdims?, acc_dtype?)': (input, ...[axis, dtype, keepdims, accumulate]: Missing[]) =>
    named(mean(input, reduceOptions(input, axis, keepdims, { dtype, accumulate })), 'mean'),
  'var(axis?, ddof?, keepdims?, corrected?)': (input, ...rest: Missing[]) => varianceOf(input, rest),
  'std(axis?, ddof?, keepdims?, corrected?)': (input, ...rest: Missing[]) =>
    named(elemwise('sqrt', varianceOf(input, rest)), 'std'),
  'cumsum(axis?)': (input, axis: Missing) => cumulative(input, 'sum', optionalAxis(axis)),
  'cumprod(axis?)': (input, axis: Missing) => cumulative(input, 'prod', optionalAxis(axis)),
  '__dot__(right)': (input, other: Value) => dotProduct(input, asVariable(input.context, other)),
  'dot(right)': (input, other: Value) => dotProduct(input, asVariable(input.context, other)),
  'reshape(newshape, ndim?)': (input, shape: Value, ndim: Missing) => reshapeOf(input, shape, ndim),
  'flatten(ndim?, outdim?)': (input, ndim: Missing, outdim: Missing) =>
    flattened(input, integerArgument(outdim ?? ndim ?? 1, 'ndim')),
  'squeeze(axis?)': (input, axis: Missing) => squeezed(input, axesArgument(axis)),
  'clip(a_min, a_max)': (input, low: Value, high: Value) =>
    elemwise('clip', input, asVariable(input.context, low), asVariable(input.context, high)),
  'zeros_like(dtype?, opt?)': (input, dtype: Missing) => likeOf(input, 0, dtype),
  'ones_like(dtype?, opt?)': (input, dtype: Missing) => likeOf(input, 1, dtype),
  'round(mode?)': (input, mode: Missing) => roundOf(input, mode),
  'fill(value)': (input, value: Value) => elemwise('second', input, asVariable(input.context, value)),
};

function positionOf(name: 'argmax' | 'argmin'): TensorBody {
  return (input, axis: Missing, keepdims: Missing) => positionsOf(name, input, axis, keepdims);
}

/** The libraries' own words: they look at the axes before the reduction does. */
function checkPositionAxes({ context: { dialect }, ndim }: Variable, axes: readonly number[] | null): void {
  const wrong = axes?.find((axis) => axis < -ndim || axis >= ndim);
  if (wrong === undefined) return;
  throw new EngineError(dialect.positionAxis, fillText(dialect.positionAxisText, wrong, ndim));
}

function positionsOf(name: 'argmax' | 'argmin', input: Variable, axis: Missing, keepdims: Missing): Variable {
  checkPositionAxes(input, axesArgument(axis));
  const result = reduced(name, input, reduceOptions(input, axis, undefined));
  named(result, 'argmax');
  return isOn(keepdims) ? restoreAxes(result, input, axesArgument(axis)) : result;
}

function varianceOf(input: Variable, [axis, ddof, keepdims, corrected]: readonly Missing[]): Variable {
  if (typeof ddof === 'boolean') {
    throw new EngineError(
      'ValueError',
      'Parameter keepdims is now at index 3: (input,                           axis=None, ddof=0, keepdims=False, corrected=False)',
    );
  }
  return named(
    variance(input, {
      ...reduceOptions(input, axis, keepdims),
      ddof: ddof === undefined ? 0 : integerArgument(ddof, 'ddof'),
      isCorrected: isOn(corrected),
    }),
    'var',
  );
}

const optionalAxis = (axis: Missing): number | null =>
  axis === undefined || axis === null ? null : integerArgument(axis, 'axis');

function likeOf(input: Variable, value: number, dtype: Missing): Variable {
  const wanted = optionalDType(input.context, dtype) ?? input.dtype;
  return filledLike(input, constantAs(input.context, integerValue(value), wanted));
}

export function roundOf(input: Variable, mode: Missing): Variable {
  const name = mode === undefined || mode === null ? 'half_to_even' : asText(mode);
  if (name === 'half_to_even') return elemwise('round_half_to_even', input);
  if (name === 'half_away_from_zero') return elemwise('round_half_away_from_zero', input);
  throw new EngineError('Exception', `round mode ${str(mode!)} is not implemented.`);
}

/** `x.dimshuffle(0, 'x', 1)` or with one list. */
export function dimShuffleOf(input: Variable, given: readonly Value[]): Variable {
  const items =
    given.length === 1 && (given[0] instanceof PyList || given[0] instanceof PyTuple)
      ? given[0].items
      : given;
  return dimShuffle(
    input,
    items.map((item) => (asText(item) === 'x' ? 'x' : axisOfPattern(input.context, item))),
  );
}

function axisOfPattern({ dialect }: GraphContext, item: Value): number {
  if (tryIndex(item) !== undefined || item instanceof Constant) return integerArgument(item, 'axis');
  const type = repr(typeOf(item));
  const values = dialect.errorValues === 'arguments' ? [item, type] : [];
  return raiseTypeError(fillText(dialect.noAxisOfOrder, str(item), type), ...values);
}

/** `transpose(axes?)`. */
export function transposeOf(input: Variable, given: readonly Value[]): Variable {
  const axes =
    given.length === 1 && (given[0] instanceof PyList || given[0] instanceof PyTuple)
      ? given[0].items
      : given;
  if (axes.length === 0 || (axes.length === 1 && axes[0] === null)) return namedTranspose(input);
  return dimShuffle(
    input,
    axes.map((axis) => {
      const at = integerArgument(axis, 'axis');
      return at < 0 ? at + input.ndim : at;
    }),
  );
}

/** `x.T`, which keeps the name of a variable that has one. */
export function namedTranspose(input: Variable): Variable {
  const moved = transposed(input);
  const isCopied = moved === input && input.ndim > 0 && input.context.dialect.emptyShuffle === 'application';
  const result = isCopied
    ? apply(dimShuffleEntry, { order: [...input.type.shape.keys()] }, [input])[0]!
    : moved;
  if (input.name !== null && result !== input) result.name = `${input.name}.T`;
  return result;
}

/** `T.cast(x, dtype)`. */
export const castOf = (input: Variable, dtype: Value): Variable =>
  castTo(input, castType(input.context, dtype));

/** A type may be looked up in a table of names: what is not in it is a missing key. */
function castType(context: GraphContext, dtype: Value): DType {
  if (context.dialect.namesOfTypes === 'own' && !isNameOfType(dtype)) return raiseKeyError(dtype);
  return dtypeOf(context, dtype);
}

/** The number of elements: the product of the lengths. */
export function sizeOf(input: Variable): Value {
  if (input.ndim === 0)
    return input.context.dialect.sizeOfNumber === 'int' ? 1 : int64Constant(input.context, 1);
  return reduced('prod', shapeOf(input), { axis: null, keepsAxes: false, dtype: null });
}

/** `x.norm(L, axis)`: the powers added up, whatever the order. */
export function normOf(input: Variable, order: Value, axis: Missing): Variable {
  const { context } = input;
  const number = asDouble(order);
  if (number === undefined) throw unsupportedTypes('isinf');
  if (number === 0 || Math.abs(number) === Number.POSITIVE_INFINITY)
    throw new EngineError('NotImplementedError', '');
  const size = elemwise('abs_', input);
  const options = reduceOptions(input, axis, undefined);
  const L = asVariable(context, order);
  const sum = reduced('sum', elemwise('pow', size, L), options);
  return elemwise('pow', sum, new Constant(context, floatValue(context, 1 / number)));
}

/** Elementwise functions of one variable that are methods as well. */
export const unaryMethods: readonly ScalarOpName[] = [
  'exp',
  'exp2',
  'log',
  'log2',
  'log10',
  'log1p',
  'sqrt',
  'sin',
  'cos',
  'tan',
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
  'arcsinh',
  'arccosh',
  'arctanh',
  'ceil',
  'floor',
  'trunc',
];
