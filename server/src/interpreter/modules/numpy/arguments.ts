/** Arguments of NumPy's functions: integers, shapes, axes, orders. */
import { NDArray } from '../../../tensor/ndarray.ts';
import { normalizeAxis, type Shape } from '../../../tensor/shape.ts';
import { notSupported, raiseOverflowError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { tryIndex } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { PyFloat, PyList, PyTuple, PyUnicode, type Value } from '../../values.ts';
import { arrayOf, mostAxes } from './conversion.ts';

/** The arguments after the first ones: each may be missing. */
export type Given = (Value | undefined)[];

/** True for an argument that is missing or None. */
export const isMissing = (value: Value | undefined): value is undefined | null =>
  value === undefined || value === null;

/** A flag that may be missing. */
export const flag = (value: Value | undefined, missing: boolean): boolean =>
  value === undefined ? missing : isTrue(value);

/** Integers beyond 2^53 count nothing that an array could have. */
function fitting(integer: number | bigint): number {
  if (typeof integer === 'bigint') raiseOverflowError('Python int too large to convert to C long');
  return integer;
}

/** An integer; floats are refused with Python's message. */
export function integerOf(value: Value): number {
  const integer = tryIndex(value);
  if (integer === undefined)
    raiseTypeError(`'${typeOf(value).name}' object cannot be interpreted as an integer`);
  return fitting(integer);
}

/** A length, or a sequence of lengths. */
export function shapeOf(value: Value): number[] {
  if (value instanceof PyFloat) raiseTypeError("'float' object cannot be interpreted as an integer");
  if (value instanceof NDArray && value.ndim > 0) return toArray(value).map(integerOf);
  const integer = tryIndex(value);
  if (integer !== undefined) return [fitting(integer)];
  if (value instanceof PyTuple || value instanceof PyList) {
    const { length } = value.items;
    if (length > mostAxes()) {
      const now = mostAxes() === 64 ? 'currently ' : '';
      raiseValueError(`maximum supported dimension for an ndarray is ${now}${mostAxes()}, found ${length}`);
    }
    return value.items.map(integerOf);
  }
  return raiseTypeError(`expected a sequence of integers or a single integer, got '${repr(value)}'`);
}

/** `reshape(2, 3)` or `reshape((2, 3))`. */
export const shapeOfArguments = (args: readonly Value[]): number[] =>
  args.length === 1 ? shapeOf(args[0]!) : args.map(integerOf);

/** An axis from 0; raises AxisError. */
export const axisOf = (value: Value, ndim: number): number => normalizeAxis(integerOf(value), ndim);

/** The axes of a reduction: None is all of them. */
export function axesOf(value: Value | undefined, ndim: number): number[] {
  if (isMissing(value)) return Array.from({ length: ndim }, (_, axis) => axis);
  if (!(value instanceof PyTuple) && !(value instanceof PyList)) return [axisOf(value, ndim)];
  const axes = value.items.map((item) => axisOf(item, ndim));
  if (new Set(axes).size !== axes.length) raiseValueError("duplicate value in 'axis'");
  return axes;
}

/** The shape of a result that keeps its reduced axes. */
export const keptShape = (shape: Shape, axes: readonly number[]): number[] =>
  shape.map((length, axis) => (axes.includes(axis) ? 1 : length));

/** The memory order that is asked for; K and A depend on the array. */
export type Order = 'C' | 'F' | 'A' | 'K';

/** `order=`; what is missing is C. */
export function orderOf(value: Value | undefined): Order {
  const order = value instanceof PyUnicode ? value.value : (value ?? 'C');
  if (order === 'C' || order === 'F' || order === 'A' || order === 'K') return order;
  if (typeof order !== 'string') raiseTypeError(`order must be str, not ${typeOf(order as Value).name}`);
  return raiseValueError(`order must be one of 'C', 'F', 'A', or 'K' (got '${order}')`);
}

/** The arrays of a sequence of array-likes. */
export function arraysOf(value: Value): NDArray[] {
  if (value instanceof NDArray && value.ndim === 0) raiseTypeError('iteration over a 0-d array');
  return toArray(value).map((item) => arrayOf(item));
}

/** An argument that has to be an array that can be written to. */
export function outputOf(value: Value | undefined): NDArray | undefined {
  if (isMissing(value)) return undefined;
  if (value instanceof PyTuple && value.items.length === 1) return outputOf(value.items[0]!);
  if (value instanceof NDArray) return value;
  return raiseTypeError('return arrays must be of ArrayType');
}

/** Refuses arguments that ScanLens does not follow. */
export function refuseArguments(given: Readonly<Record<string, Value | undefined>>): void {
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && value !== null) notSupported(`the argument ${name}`);
  }
}
