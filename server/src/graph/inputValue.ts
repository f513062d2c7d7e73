/**
 * Values from outside on their way into a typed variable: arguments of calls, values of shared variables, constants as
 * updates. The rules and texts are those of `TensorType.filter` (Theano 1.0.5).
 */

import { integerRange, isFloat, isInteger, promote } from '../tensor/dtype.ts';
import { EngineError } from '../tensor/engineError.ts';
import { cast, type NDArray } from '../tensor/ndarray.ts';
import { printShape } from '../tensor/shape.ts';
import { arrayRepr, arrayText, scalarText } from '../tensor/text.ts';
import { fillText } from './dialects/fillText.ts';
import { printType, type TensorType } from './tensorType.ts';
import type { GraphContext } from './variable.ts';

/** A value as `np.asarray` sees it, and what it was. */
export interface GivenValue {
  readonly array: NDArray;
  /** `ndarray`: an array; `float`: a Python float; `other`: numbers, NumPy scalars, lists. */
  readonly origin: 'ndarray' | 'float' | 'other';
  /** `str(value)`. */
  readonly text: () => string;
  /** The program's value, for the arguments of errors. */
  readonly source: unknown;
  /** `type(value)` and its text. */
  readonly sourceType: () => { readonly value: unknown; readonly text: string };
}

export interface FilterOptions {
  /** true: convert whatever it loses; false: never lose; null: only a Python float into floatX. */
  readonly allowDowncast: boolean | null;
  /** Takes nothing but an array of the very type. */
  readonly isStrict?: boolean;
}

/** The value as an array of the type; raises TypeError where it does not fit. */
export function filterValue(
  context: GraphContext,
  type: TensorType,
  given: GivenValue,
  options: FilterOptions,
): NDArray {
  const array = convert(context, type, given, options);
  if (array.ndim !== type.shape.length) {
    throw new EngineError(
      'TypeError',
      `Wrong number of dimensions: expected ${type.shape.length}, got ${array.ndim} with shape ${printShape(array.shape)}.`,
    );
  }
  checkShape(context, type, array);
  return array;
}

function convert(
  context: GraphContext,
  type: TensorType,
  given: GivenValue,
  options: FilterOptions,
): NDArray {
  const { array, origin } = given;
  if (options.isStrict && !(origin === 'ndarray' && array.dtype === type.dtype))
    throw notStrictly(context, type, given);
  if (array.dtype === type.dtype) return array;
  const converted = (): NDArray => cast(array, type.dtype);
  if (options.allowDowncast === true) return converted();
  if (origin === 'ndarray') {
    if (promote(type.dtype, array.dtype) === type.dtype) return converted();
    throw losesPrecision(context, type, given);
  }
  if (options.allowDowncast === null && origin === 'float' && type.dtype === context.floatX)
    return converted();
  checkNewRange(context, type, given);
  const result = converted();
  if (sameNumbers(array, result)) return result;
  throw storesOther(context, type, { given, result });
}

function notStrictly(
  { dialect }: GraphContext,
  type: TensorType,
  { array, origin, source, sourceType }: GivenValue,
): EngineError {
  const wanted = printType(dialect, type);
  if (origin === 'ndarray')
    return new EngineError('TypeError', fillText(dialect.otherDType, wanted, type.dtype, array.dtype));
  const { text, value } = sourceType();
  const values = dialect.errorValues === 'arguments' ? [source, value] : [];
  return new EngineError('TypeError', fillText(dialect.noArray, wanted, text), ...values);
}

/** NumPy 2 refuses a Python integer that the type does not hold. */
function checkNewRange({ dialect }: GraphContext, { dtype }: TensorType, given: GivenValue): void {
  const isPlain = typeof given.source === 'number' || typeof given.source === 'bigint';
  if (dialect.numpy === 1 || !isPlain || !isInteger(dtype)) return;
  const [low, high] = integerRange(dtype);
  const value = BigInt(given.source as number | bigint);
  if (low <= value && value <= high) return;
  throw new EngineError('OverflowError', `Python integer ${value} out of bounds for ${dtype}`);
}

/** Every element has the same numeric value; NaN counts as equal. */
function sameNumbers(a: NDArray, b: NDArray): boolean {
  const left = a.elements();
  const right = b.elements();
  for (let i = 0; i < left.length; i++) {
    // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number of the same value count as the same
    if (left[i] != right[i] && !(Number.isNaN(left[i]) && Number.isNaN(right[i]))) return false;
  }
  return true;
}

function losesPrecision(context: GraphContext, type: TensorType, given: GivenValue): EngineError {
  const { dtype } = given.array;
  const value = arrayRepr(given.array, context.dialect.numpy);
  return new EngineError(
    'TypeError',
    `${printType(context.dialect, type)} cannot store a value of dtype ${dtype} without risking loss of precision. If you do not mind this loss, you can: 1) explicitly cast your data to ${type.dtype}, or 2) set "allow_input_downcast=True" when calling "function". Value: "${value}"`,
  );
}

function storesOther(
  context: GraphContext,
  type: TensorType,
  values: { given: GivenValue; result: NDArray },
): EngineError {
  const { dialect } = context;
  const text = values.given.text();
  const shown = text.length > 80 ? `${text.slice(0, 75)}(...)` : text;
  const { result } = values;
  const stored =
    dialect.storedNumber === 'asArray' || result.ndim > 0
      ? arrayText(result, dialect.numpy)
      : scalarText(isFloat(result.dtype) ? 'float64' : result.dtype, result.at(0), dialect.numpy);
  return new EngineError(
    'TypeError',
    `${printType(dialect, type)} cannot store accurately value ${shown}, it would be represented as ${stored}. If you do not mind this precision loss, you can: 1) explicitly convert your data to a numpy array of dtype ${type.dtype}, or 2) set "allow_input_downcast=True" when calling "function".`,
    ...(dialect.errorValues === 'arguments' ? [values.given.source] : []),
  );
}

/** Raises where the array has other lengths than the type says. */
export function checkShape(context: GraphContext, type: TensorType, array: NDArray): void {
  const wrong = type.shape.some((length, axis) => length !== null && length !== array.shape[axis]);
  if (!wrong) return;
  const { errorValues, unfitShape } = context.dialect;
  const wanted = type.shape.map((length) => (length === null ? 'None' : String(length)));
  const tuple = wanted.length === 1 ? `(${wanted[0]},)` : `(${wanted.join(', ')})`;
  const values =
    errorValues === 'arguments' ? [[...array.shape], [...type.shape.map((length) => length === 1)]] : [];
  throw new EngineError('TypeError', fillText(unfitShape, tuple, printShape(array.shape)), ...values);
}
