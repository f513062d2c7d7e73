/**
 * The type in which an operation computes. NumPy 2 follows NEP 50: Python numbers adapt to the other operands. Before,
 * the *values* of scalars (also NumPy's own, and arrays without axes) decided, whenever an array took part.
 */
import { Complex } from '../../../tensor/complex.ts';
import {
  canCastSafely,
  complexOf,
  type DType,
  type Element,
  integerRange,
  isBig,
  isComplex,
  isFloat,
  isInteger,
  isText,
  kindOf,
  promote,
  promoteAll,
} from '../../../tensor/dtype.ts';
import { NDArray, scalar, toElement } from '../../../tensor/ndarray.ts';
import { isRecord, RecordElement } from '../../../tensor/recordElement.ts';
import { Text } from '../../../tensor/textElement.ts';
import { isTime } from '../../../tensor/timeElement.ts';
import { raiseOverflowError } from '../../exceptions.ts';
import { asInteger } from '../../protocols/numbers.ts';
import { PyComplex, PyFloat, PyList, PyRange, PyTuple, type Value } from '../../values.ts';
import { arrayOf, foreignArray, numpyVersion, outOfBounds, typeOfLeaf } from './conversion.ts';
import { NumpyScalar } from './numpyScalar.ts';

/** A value that takes part in an operation. */
export type Operand = { readonly kind: 'array'; readonly array: NDArray } | NumberOperand;

/** A Python number, whose type is still open. */
export type NumberOperand =
  | { readonly kind: 'number'; readonly weak: 'int' | 'float'; readonly value: number | bigint }
  | { readonly kind: 'number'; readonly weak: 'complex'; readonly value: Complex };

/** The operand that a value is; `undefined` for what is neither number, scalar, array nor sequence. */
export function operandOf(value: Value): Operand | undefined {
  if (value instanceof NDArray) return { kind: 'array', array: value };
  if (value instanceof NumpyScalar) return { kind: 'array', array: value.toArray() };
  if (typeof value === 'boolean') return { kind: 'array', array: scalar('bool', value ? 1 : 0) };
  if (value instanceof PyFloat) return { kind: 'number', weak: 'float', value: value.value };
  if (value instanceof PyComplex)
    return { kind: 'number', weak: 'complex', value: new Complex(value.re, value.im) };
  const integer = asInteger(value);
  if (integer !== undefined) return { kind: 'number', weak: 'int', value: integer };
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyRange)
    return { kind: 'array', array: arrayOf(value) };
  const array = foreignArray(value);
  return array && { kind: 'array', array };
}

/** The common type of operands, as `np.result_type` gives it. */
export function commonType(operands: readonly Operand[]): DType {
  return numpyVersion() === 2 ? typeByKind(operands) : typeByValue(operands);
}

function typeByKind(operands: readonly Operand[]): DType {
  const strong = operands.flatMap((operand) => (operand.kind === 'array' ? [operand.array.dtype] : []));
  const weak = operands.flatMap((operand) => (operand.kind === 'number' ? [operand] : []));
  let found = strong.length > 0 ? promoteAll(strong) : undefined;
  for (const each of weak) found = withNumber(found, each);
  return found ?? 'float64';
}

function withNumber(dtype: DType | undefined, number: NumberOperand): DType {
  if (dtype !== undefined && isText(dtype)) return promote(dtype, typeOfNumber(number));
  if (dtype !== undefined && isComplex(dtype)) return dtype;
  if (number.weak === 'complex')
    return dtype !== undefined && isFloat(dtype) ? complexOf(dtype) : 'complex128';
  if (number.weak === 'float') return dtype !== undefined && isFloat(dtype) ? dtype : 'float64';
  return dtype === undefined || dtype === 'bool' ? typeOfLeaf(number.value) : dtype;
}

const typeOfNumber = ({ weak, value }: NumberOperand): DType =>
  weak === 'complex' ? 'complex128' : weak === 'float' ? 'float64' : typeOfLeaf(value);

/** Functions for which NumPy 1.24 takes the first of its loops that holds all operands: signed before unsigned. */
const firstLoop = new Set(
  'remainder floor_divide power bitwise_and bitwise_or bitwise_xor fmod left_shift right_shift'.split(' '),
);

/** The type in which the function `name` computes. */
export function functionType(name: string, operands: readonly Operand[]): DType {
  const common = commonType(operands);
  if (numpyVersion() === 2 || kindOf(common) !== 'uint' || !firstLoop.has(name)) return common;
  const signed = common.replace('uint', 'int') as DType;
  const holds = (operand: Operand): boolean =>
    operand.kind === 'number'
      ? operand.weak !== 'complex' && fits(operand.value, signed)
      : canCastSafely(operand.array.dtype, signed);
  return operands.every(holds) ? signed : common;
}

const category = (dtype: DType): number => (dtype === 'bool' ? 0 : isInteger(dtype) ? 1 : 2);

/** Texts, times and records have no values that could decide. */
const isNoNumber = (dtype: DType): boolean => isText(dtype) || isTime(dtype) || isRecord(dtype);

function typeByValue(operands: readonly Operand[]): DType {
  if (operands.some((operand) => operand.kind === 'array' && isNoNumber(operand.array.dtype)))
    return typeByKind(operands);
  const arrays = operands.flatMap((operand) =>
    operand.kind === 'array' && operand.array.ndim > 0 ? [operand.array.dtype] : [],
  );
  const scalars = operands.flatMap((operand) =>
    operand.kind === 'number' || operand.array.ndim === 0 ? [scalarOf(operand)] : [],
  );
  const arrayCategory = Math.max(-1, ...arrays.map(category));
  const scalarCategory = Math.max(-1, ...scalars.map(({ dtype }) => category(dtype)));
  if (arrays.length === 0 || scalarCategory > arrayCategory)
    return promoteAll([...arrays, ...scalars.map(({ dtype }) => dtype)]);
  return scalars.reduce((found, each) => promoteSmall(found, leastType(each)), promoteAll(arrays));
}

interface ScalarFacts {
  readonly dtype: DType;
  readonly value: Element;
}

function scalarOf(operand: Operand): ScalarFacts {
  if (operand.kind === 'array') return { dtype: operand.array.dtype, value: operand.array.at(0) };
  if (operand.weak === 'complex') return { dtype: 'complex128', value: operand.value };
  return { dtype: operand.weak === 'float' ? 'float64' : typeOfLeaf(operand.value), value: operand.value };
}

/** NumPy's `min_scalar_type`, with whether an unsigned type could as well be signed. */
function leastType({ dtype, value }: ScalarFacts): { dtype: DType; isSmall: boolean } {
  if (dtype === 'bool') return { dtype, isSmall: false };
  if (value instanceof Complex) {
    const parts = [value.re, value.im].map((part) => leastFloat('float64', part));
    return { dtype: parts.includes('float64') ? 'complex128' : 'complex64', isSmall: false };
  }
  if (isFloat(dtype)) return { dtype: leastFloat(dtype, Number(value)), isSmall: false };
  if (value instanceof Text || value instanceof RecordElement) return { dtype, isSmall: false };
  const kind = value >= 0 ? 'uint' : 'int';
  const widths: readonly DType[] =
    kind === 'uint' ? ['uint8', 'uint16', 'uint32', 'uint64'] : ['int8', 'int16', 'int32', 'int64'];
  const least = widths.find((width) => fits(value, width)) ?? 'int64';
  const signed = least.replace('uint', 'int') as DType;
  return { dtype: least, isSmall: kind === 'uint' && fits(value, signed) };
}

/** `np.min_scalar_type` of an array without axes. */
export const leastTypeOf = (array: NDArray): DType =>
  leastType({ dtype: array.dtype, value: array.at(0) }).dtype;

/** True when an integer type holds the value. */
export const fits = (value: number | bigint, dtype: DType): boolean => {
  const [low, high] = integerRange(dtype);
  return value >= low && value <= high;
};

function leastFloat(dtype: DType, value: number): DType {
  if (!Number.isFinite(value) || Math.abs(value) < 65000) return 'float16';
  return dtype === 'float32' || Math.abs(value) < 3.4e38 ? 'float32' : 'float64';
}

/** Promotes; a small unsigned value counts as signed beside a signed type. */
function promoteSmall(found: DType, least: { dtype: DType; isSmall: boolean }): DType {
  const asSigned = least.isSmall && kindOf(found) === 'int';
  return promote(found, asSigned ? (least.dtype.replace('uint', 'int') as DType) : least.dtype);
}

/** Python itself refuses first what C's `long` does not hold. */
const outOfRange = (value: number | bigint, dtype: DType): string =>
  value < -(1n << 63n) || value >= 1n << (dtype === 'uint64' ? 64n : 63n)
    ? 'Python int too large to convert to C long'
    : outOfBounds(value, dtype);

/** An operand as an array that can be cast to `common`; NumPy 2 refuses Python integers that do not fit. */
export function operandArray(operand: Operand, common: DType): NDArray {
  if (operand.kind === 'array') return operand.array;
  if (operand.weak === 'complex') return scalar('complex128', operand.value);
  if (operand.weak === 'float') return scalar('float64', operand.value);
  if (numpyVersion() === 2 && isInteger(common) && !fits(operand.value, common))
    raiseOverflowError(outOfRange(operand.value, common));
  const own = isInteger(common) ? common : 'float64';
  return scalar(own, isBig(own) ? BigInt(operand.value) : toElement(own, Number(operand.value)));
}

/** True when the operation is between scalars only: NumPy words its warnings differently then. */
export const areScalars = (operands: readonly Operand[]): boolean =>
  operands.every((operand) => operand.kind === 'number' || operand.array.ndim === 0);
