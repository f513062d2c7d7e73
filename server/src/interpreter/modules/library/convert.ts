/** Python values as the engine wants them: variables, element types, axes, lengths, indices, arguments of calls. */

import { floatValue, int64Constant, integerConstant, unnamedConstant } from '../../../graph/constants.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import type { GivenValue } from '../../../graph/inputValue.ts';
import { stacked } from '../../../graph/ops/math.ts';
import { arangeEntry } from '../../../graph/ops/shapes.ts';
import { subtensor } from '../../../graph/ops/subtensor.ts';
import { printVariable } from '../../../graph/printVariable.ts';
import { vectorLength } from '../../../graph/scalarConstant.ts';
import { printType } from '../../../graph/tensorType.ts';
import { applyNew, Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { type DType, isComplex, isDType, isText } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { cast, NDArray } from '../../../tensor/ndarray.ts';
import { isException, notSupported, type PythonException, raiseTypeError } from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { asInteger } from '../../protocols/numbers.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyComplex, PyFloat, PyList, PyRange, PyTuple, type Value } from '../../values.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { PyDType, toDType } from '../numpy/dtypeObjects.ts';
import { NumpyScalar } from '../numpy/numpyScalar.ts';

const boolAdvice =
  'Please use np.array(True) or np.array(False) if you need these constants. This error might be caused by using the == operator on Variables. v == w does not do what you think it does, use';

/** `as_tensor_variable(value)`; raises the library's errors for what is no tensor. */
export function asVariable(context: GraphContext, value: Value): Variable {
  if (value instanceof Variable) return tensorVariable(value);
  if (typeof value === 'boolean') throw new EngineError(context.dialect.boolConstants, boolMessage(context));
  if (value instanceof PyRange) return rangeVariable(context, value);
  return constantOf(context, value);
}

/** Python's ranges: a constant, refused, or the op. */
function rangeVariable(context: GraphContext, range: PyRange): Variable {
  switch (context.dialect.ranges) {
    case 'constant':
      return constantOf(context, range);
    case 'refused':
      throw noTensor(context, range);
    case 'op': {
      const bounds = [range.start, range.stop, range.step].map((bound) => integerConstant(context, bound));
      return applyNew(context, { entry: arangeEntry, params: { dtype: 'int64' } }, bounds)[0]!;
    }
  }
}

/** The states of random generators are no tensors. */
function tensorVariable(variable: Variable): Variable {
  const { dialect } = variable.context;
  if (variable.type.generator === undefined) return variable;
  const type = `${dialect.library}.tensor.random.type.${printType(dialect, variable.type)}`;
  const values = dialect.errorValues === 'arguments' ? [variable] : [];
  throw new EngineError(dialect.noTensorType, fillText(dialect.noTensorTypeText, type), ...values);
}

function boolMessage({ dialect }: GraphContext): string {
  return `Cannot cast True or False as a tensor variable. ${boolAdvice} ${dialect.library}.tensor.eq(v, w) instead.`;
}

/** `constant(value)`: bools count as integers here. */
export function constantOf(context: GraphContext, value: Value): Variable {
  if (value instanceof Variable) return value;
  if (value instanceof NDArray) return unnamedConstant(context, symbolicArray(value).copy());
  if (value instanceof NumpyScalar) return unnamedConstant(context, symbolicArray(value));
  if (value instanceof PyFloat) return unnamedConstant(context, floatValue(context, value.value));
  if (value instanceof PyComplex) return new Constant(context, arrayOf(value));
  const integer = asInteger(value);
  if (integer !== undefined) return integerConstant(context, integer);
  if (value instanceof PyList || value instanceof PyTuple) return sequenceVariable(context, value);
  if (value instanceof PyRange) return new Constant(context, symbolicArray(value));
  throw noTensor(context, value);
}

/** The refusal of a value that is no tensor. */
function noTensor({ dialect }: GraphContext, value: Value): EngineError {
  const values = dialect.errorValues === 'arguments' ? [typeOf(value)] : [];
  const text = fillText(dialect.noTensorText, str(value), repr(value));
  return new EngineError(dialect.noTensor, text, ...values);
}

function sequenceVariable(context: GraphContext, value: PyList | PyTuple): Variable {
  if (!holdsVariable(value)) {
    const array = arrayOf(value);
    if (isText(array.dtype)) throw noTensorOfTexts(context, value, array);
    return new Constant(context, checkedArray(array).copy());
  }
  if (
    context.dialect.listsOfConstants === 'constant' &&
    value.items.every((item) => item instanceof Constant || !holdsVariable(item))
  ) {
    const items = value.items.map((item) => (item instanceof Constant ? item.value : item));
    return new Constant(context, symbolicArray(new PyList(items)).copy());
  }
  if (!value.items.some((item) => item instanceof Variable)) throw noTensorOfObjects(context, value);
  return stacked(
    value.items.map((item) => asVariable(context, item)),
    0,
  );
}

function noTensorOfTexts(context: GraphContext, value: Value, { dtype }: NDArray): EngineError {
  if (context.dialect.listsOfObjects === 'noTensor') return noTensor(context, value);
  // Aesara names the type by the number of its bits.
  const shown = context.dialect.listsOfTexts === 'bits' ? `str${32 * Number(dtype.slice(2))}` : dtype;
  return new EngineError('TypeError', `Unsupported dtype for TensorType: ${shown}`);
}

/** Lists of lists with variables: an array of objects to NumPy. */
const noTensorOfObjects = (context: GraphContext, value: Value): EngineError =>
  context.dialect.listsOfObjects === 'noTensor'
    ? noTensor(context, value)
    : new EngineError('TypeError', 'Unsupported dtype for TensorType: object');

function holdsVariable(value: Value): boolean {
  if (value instanceof PyList || value instanceof PyTuple) return value.items.some(holdsVariable);
  return value instanceof Variable;
}

/** True for operands that arithmetic with a variable takes; others get a chance to answer themselves. */
export const isOperand = (value: Value): boolean =>
  (value instanceof Variable && value.type.generator === undefined) ||
  value instanceof NDArray ||
  value instanceof NumpyScalar ||
  value instanceof PyFloat ||
  value instanceof PyComplex ||
  value instanceof PyList ||
  value instanceof PyTuple ||
  asInteger(value) !== undefined;

/** A dtype argument: text, NumPy class or dtype; `floatX` is the context's. */
export function dtypeOf(context: GraphContext, value: Value): DType {
  const text = asText(value);
  return text === 'floatX' ? context.floatX : checkSymbolic(toDType(value));
}

/** Theano knows element types by their whole names (and NumPy's objects): `float`, `'i4'` and classes are none to it. */
export function isNameOfType(value: Value): boolean {
  const text = asText(value);
  return value instanceof PyDType || (text !== null && (text === 'floatX' || isDType(text as DType)));
}

/** The type itself; refuses those that symbolic variables do not have here. */
function checkSymbolic(dtype: DType): DType {
  if (!isDType(dtype)) notSupported(`symbolic variables of the type ${dtype}`);
  return dtype;
}

/** A value as an array that a symbolic variable can have. */
export const symbolicArray = (value: Value): NDArray => checkedArray(arrayOf(value));

function checkedArray(array: NDArray): NDArray {
  checkSymbolic(array.dtype);
  return array;
}

/** The same where None and a missing argument mean "the usual one". */
export const optionalDType = (context: GraphContext, value: Value | undefined): DType | null =>
  value === undefined || value === null ? null : dtypeOf(context, value);

/** A Python integer argument. */
export function integerArgument(value: Value, name: string): number {
  const index = value instanceof Constant && value.ndim === 0 ? Number(value.value.at(0)) : tryIndex(value);
  if (index === undefined) return raiseTypeError(`${name} must be an integer, not ${typeOf(value).name}`);
  return Number(index);
}

/** `axis=`: None, an integer, or several; null for all. */
export function axesArgument(value: Value | undefined): readonly number[] | null {
  if (value === undefined || value === null) return null;
  if (value instanceof PyList || value instanceof PyTuple)
    return value.items.map((item) => integerArgument(item, 'axis'));
  if (value instanceof NDArray && value.ndim === 1)
    return Array.from(value.elements() as ArrayLike<number>, Number);
  if (value instanceof Variable && !(value instanceof Constant)) throw noIteration(value);
  if (value instanceof PyFloat) raiseTypeError("'float' object is not iterable");
  if (asText(value) !== null) raiseTypeError("'str' object cannot be interpreted as an integer");
  return [integerArgument(value, 'axis')];
}

/** The refusal to take a variable apart whose number of elements nobody can know. */
export function noIteration(variable: Variable): EngineError {
  const { dialect } = variable.context;
  if (variable.ndim === 1) return unknownLength(variable);
  return new EngineError('TypeError', dialect.noIteration);
}

/** A shape argument as a list of scalar variables; a symbolic vector of known length is taken apart by the caller. */
export function lengthsArgument(context: GraphContext, value: Value): Variable[] {
  if (value instanceof PyList || value instanceof PyTuple)
    return value.items.map((item) => lengthVariable(context, item));
  if (value instanceof NDArray && value.ndim === 1) {
    return Array.from(value.elements() as ArrayLike<number>, (n) => int64Constant(context, n));
  }
  if (value instanceof Variable && value.ndim === 1) return vectorParts(value);
  return [lengthVariable(context, value)];
}

function lengthVariable(context: GraphContext, value: Value): Variable {
  if (value instanceof Variable) return value;
  const integer = tryIndex(value);
  return integer === undefined ? asVariable(context, value) : int64Constant(context, integer);
}

/** The elements of a symbolic vector whose length is known: what `make_vector` took, or a constant's, or a shape's. */
export function vectorParts(vector: Variable): Variable[] {
  const { owner, context } = vector;
  if (owner?.op.entry.kind === 'makeVector') return [...owner.inputs];
  const length = vectorLength(vector);
  if (length === null) throw unknownLength(vector);
  return Array.from({ length }, (_, i) =>
    subtensor(vector, [{ kind: 'integer', value: int64Constant(context, i) }]),
  );
}

/** The refusal to count the elements of a symbolic vector. */
export function unknownLength(vector: Variable): EngineError {
  const text = printVariable(vector);
  const debugged = `${text} [id A]${vector.owner ? " ''" : ''}`;
  return new EngineError('ValueError', fillText(vector.context.dialect.unknownLength, text, debugged));
}

/** `type(value)`, for errors. */
export const sourceTypeOf = (value: Value): { readonly value: Value; readonly text: string } => ({
  value: typeOf(value),
  text: repr(typeOf(value)),
});

/** An argument of a compiled function. */
export function givenValue(value: Value): GivenValue {
  const origin = value instanceof NDArray ? 'ndarray' : value instanceof PyFloat ? 'float' : 'other';
  const text = (): string => str(value);
  if (value instanceof Variable) {
    return raiseTypeError(
      `Expected an array-like object, but found a Variable: maybe you are trying to call a function on a (possibly shared) variable instead of a numeric array?`,
    );
  }
  return { array: symbolicArray(value), origin, text, source: value, sourceType: () => sourceTypeOf(value) };
}

/** What the check of what a conversion lost says where it meets objects. */
export const noCheckText =
  "ufunc 'isnan' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''";

/**
 * The same for a variable of known element type. What NumPy does not take for that type (texts, complex numbers, objects)
 * fails in NumPy's words, as an error of the call.
 */
export function givenFor(dtype: DType, value: Value): GivenValue {
  if (value === null) notSupported('None as the value of a variable');
  return asEngineError(() => {
    const isTyped = value instanceof Variable || value instanceof NDArray || value instanceof NumpyScalar;
    if (!isTyped && dtype !== 'bool' && !fitsKind(arrayOf(value).dtype, dtype)) {
      arrayOf(value, dtype);
      // What can be read as a number is compared with that number, for which NumPy has no rule.
      raiseTypeError(noCheckText);
    }
    return givenValue(value);
  });
}

const fitsKind = (given: string, wanted: DType): boolean =>
  isDType(given) && (!isComplex(given) || isComplex(wanted));

/** Errors that NumPy has with a value belong to the library's call. */
function asEngineError<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    for (const type of ['TypeError', 'ValueError', 'OverflowError'] as const) {
      if (isException(error, type)) throw new EngineError(type, str((error as PythonException).value));
    }
    throw error;
  }
}

/** A given value as a constant of a type. */
export const constantAs = (context: GraphContext, array: NDArray, dtype: DType): Constant =>
  new Constant(context, cast(array, dtype));

/** The items of a list or tuple, or the value alone; None is nothing. */
export function wrapIntoList(value: Value | undefined): Value[] {
  if (value === undefined || value === null) return [];
  return value instanceof PyList || value instanceof PyTuple ? [...value.items] : [value];
}
