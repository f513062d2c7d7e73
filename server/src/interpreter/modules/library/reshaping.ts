/** `reshape` as a function and as a method, with each library's refusals. */

import { fillText } from '../../../graph/dialects/fillText.ts';
import { makeVector, reshaped } from '../../../graph/ops/shapes.ts';
import { printVariable } from '../../../graph/printVariable.ts';
import { vectorLength } from '../../../graph/scalarConstant.ts';
import { Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { isDiscrete } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { int64Vector, NDArray } from '../../../tensor/ndarray.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { asInteger } from '../../protocols/numbers.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, lengthsArgument } from './convert.ts';

type Missing = Value | undefined;

/** `x.reshape(shape, ndim)`: lengths one after another, as NumPy takes them, are none. */
export function reshapeMethod(
  input: Variable,
  shape: Value,
  rest: readonly Value[],
  ndim: Missing,
): Variable {
  const isNew = input.context.dialect.reshapeRest === 'refused';
  if (rest.length > (isNew ? 0 : 1)) {
    raiseTypeError(
      `_tensor_py_operators.reshape() takes ${isNew ? '2' : 'from 2 to 3'} positional arguments but ${rest.length + 2} were given`,
    );
  }
  return reshapeOf(input, shape, rest[0] ?? ndim);
}

/** `reshape(x, shape, ndim)`. */
export function reshapeOf(input: Variable, shape: Value, ndim: Missing): Variable {
  const { context } = input;
  if (ndim === undefined || ndim === null) {
    const lengths = shapeVariable(context, shape);
    if (lengths.ndim !== 1) {
      return raiseTypeError(
        `New shape in reshape must be a vector or a list/tuple of scalar. Got ${printVariable(lengths)} after conversion to a vector.`,
      );
    }
    return checked(input, lengths, vectorLength(lengths) ?? raiseUnknownLength(lengths));
  }
  const wanted = asInteger(ndim);
  if (wanted === undefined) raiseValueError(`Expected ndim to be an integer, is ${repr(typeOf(ndim))}`);
  if (wanted < 0) raiseValueError('The output dimensions after reshape must be 0 or greater');
  return checked(input, onAxis(context, shapeVariable(context, shape), shape), Number(wanted));
}

/** A single length stands for a vector of one; Theano refuses it. */
function onAxis(context: GraphContext, lengths: Variable, shape: Value): Variable {
  if (lengths.ndim > 0) return lengths;
  if (context.dialect.singleLength === 'refused')
    throw new EngineError('AsTensorError', `Cannot convert ${str(shape)} to TensorType`, typeOf(shape));
  return makeVector(context, [lengths]);
}

function checked(input: Variable, lengths: Variable, ndim: number): Variable {
  const { dialect } = input.context;
  if (!isDiscrete(lengths.dtype) && vectorLength(lengths) !== 0) {
    throw dialect.errorValues === 'arguments'
      ? new EngineError('TypeError', 'Shape must be integers', lengths, lengths.dtype)
      : new EngineError('TypeError', `Shape must be integers; got ${lengths.dtype}`);
  }
  const length = vectorLength(lengths);
  if (dialect.reshapeKnows === 'elements' && length !== null && length !== ndim)
    raiseValueError(fillText(dialect.reshapeCount, length, ndim));
  return reshaped(input, lengths, ndim);
}

function raiseUnknownLength(lengths: Variable): never {
  return raiseValueError(
    `The length of the provided shape (${printVariable(lengths)}) cannot be automatically determined, so ${lengths.context.dialect.title} is not able to know what the number of dimensions of the reshaped variable will be. You can provide the 'ndim' keyword argument to 'reshape' to avoid this problem.`,
  );
}

/** The lengths as one variable; those that are all numbers are one constant. */
function shapeVariable(context: GraphContext, shape: Value): Variable {
  if (shape instanceof Variable) return shape;
  if (!(shape instanceof PyList || shape instanceof PyTuple)) {
    return shape instanceof NDArray && shape.ndim === 1
      ? vectorOf(context, lengthsArgument(context, shape))
      : asVariable(context, shape);
  }
  if (shape.items.includes(null)) {
    throw context.dialect.listsOfObjects === 'noTensor'
      ? new EngineError('AsTensorError', `Cannot convert ${str(shape)} to TensorType`, typeOf(shape))
      : new EngineError('TypeError', 'Unsupported dtype for TensorType: object');
  }
  if (
    !shape.items.some((item) => item instanceof Variable) &&
    !shape.items.every((item) => tryIndex(item) !== undefined)
  )
    return asVariable(context, shape);
  const lengths = lengthsArgument(context, shape);
  if (lengths.some((length) => length.ndim > 0)) raiseTypeError('Shape elements must be scalars');
  return vectorOf(context, lengths);
}

function vectorOf(context: GraphContext, lengths: readonly Variable[]): Variable {
  if (!lengths.every((length) => isDiscrete(length.dtype))) return makeVector(context, lengths);
  if (lengths.length === 0 || !lengths.every((length) => length instanceof Constant))
    return makeVector(context, lengths, 'int64');
  return new Constant(
    context,
    int64Vector(lengths.map((length) => Number((length as Constant).value.at(0)))),
  );
}
