/** NumPy's own functions on arrays and plain numbers, for the functions of this folder that are made of them. */
import { type DType, isBig, isFloat } from '../../../tensor/dtype.ts';
import { fullSlice, getItem, type IndexItem } from '../../../tensor/indexing.ts';
import { cast, fromValues, NDArray, scalar } from '../../../tensor/ndarray.ts';
import { permute, reshape } from '../../../tensor/shaping.ts';
import type { Value } from '../../values.ts';
import { arrayOf } from './conversion.ts';
import type { Operand } from './promotion.ts';
import { operandOf } from './promotion.ts';
import { compute } from './ufuncs.ts';

/** A number stands for Python's: an int where it is whole. */
export type Part = NDArray | number;

const partOperand = (part: Part): Operand =>
  part instanceof NDArray
    ? { kind: 'array', array: part }
    : { kind: 'number', weak: Number.isInteger(part) ? 'int' : 'float', value: part };

/** The ufunc `name` of arrays and numbers. */
export const apply = (name: string, ...parts: Part[]): NDArray => compute(name, parts.map(partOperand));

export const add = (a: Part, b: Part): NDArray => apply('add', a, b);
export const subtract = (a: Part, b: Part): NDArray => apply('subtract', a, b);
export const multiply = (a: Part, b: Part): NDArray => apply('multiply', a, b);
export const divide = (a: Part, b: Part): NDArray => apply('true_divide', a, b);

/** The ufunc `name` of values of a program: Python's numbers adapt to the arrays. */
export const applyToValues = (name: string, ...values: Value[]): NDArray =>
  compute(
    name,
    values.map((value) => operandOf(value) ?? { kind: 'array', array: arrayOf(value) }),
  );

/** All elements in C order. */
export const flat = (array: NDArray): NDArray => reshape(array, [array.size]);

/** A window in which `axis` is the last one. */
export function axisLast(array: NDArray, axis: number): NDArray {
  return permute(array, [...array.shape.keys()].filter((at) => at !== axis).concat(axis));
}

/** A window in which the last axis stands at `axis`. */
export function lastTo(array: NDArray, axis: number): NDArray {
  const order = [...array.shape.keys()].slice(0, -1);
  order.splice(axis, 0, array.ndim - 1);
  return permute(array, order);
}

/** Bounds of {@link along}. */
export interface Bounds {
  readonly start?: number | null;
  readonly stop?: number | null;
  readonly step?: number | null;
}

/** The window `array[:, …, start:stop:step]` on one axis. */
export function along(array: NDArray, axis: number, bounds: Bounds): NDArray {
  const items: IndexItem[] = array.shape.map(() => fullSlice);
  items[axis] = {
    kind: 'slice',
    start: bounds.start ?? null,
    stop: bounds.stop ?? null,
    step: bounds.step ?? null,
  };
  return getItem(array, items);
}

/** The elements as JavaScript numbers: for places, counts and floats. */
export function numbersOf(array: NDArray): number[] {
  const values = cast(array, 'float64').elements() as Float64Array;
  const found = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) found[i] = values[i];
  return found;
}

/** A vector of floats. */
export const floats = (values: readonly number[], shape: readonly number[] = [values.length]): NDArray =>
  fromValues('float64', shape, values);

/** The type in which means and the like are computed. */
export const floatTypeOf = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64');

/** The array in a float type. */
export const asFloat = (array: NDArray): NDArray => cast(array, floatTypeOf(array.dtype));

/** An array without axes of a plain number in a type. */
export const constant = (dtype: DType, value: number): NDArray =>
  scalar(dtype, isBig(dtype) ? BigInt(Math.trunc(value)) : value);
