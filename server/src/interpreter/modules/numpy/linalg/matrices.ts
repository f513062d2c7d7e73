/** Arguments of `numpy.linalg` as stacks of matrices, results as arrays, and the errors in NumPy's words. */
import { Complex } from '../../../../tensor/complex.ts';
import { type DType, isFloat, kindOf } from '../../../../tensor/dtype.ts';
import { singularValues } from '../../../../tensor/linalg/singularValues.ts';
import { cast, fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import { elementCount, type Shape } from '../../../../tensor/shape.ts';
import { notSupported, raise } from '../../../exceptions.ts';
import { runtime } from '../../../runtime.ts';
import type { Value } from '../../../values.ts';
import { arrayOf, numpyVersion, reserve } from '../conversion.ts';
import { numpyExceptions } from '../numpyErrors.ts';

/** Raises LinAlgError. */
export const raiseLinAlg = (message: string): never =>
  raise(numpyExceptions(numpyVersion()).linAlgError, message);

/** Matrices of one shape. */
export interface Stack {
  /** The axes before the last two. */
  readonly lead: Shape;
  readonly rows: number;
  readonly columns: number;
  /** Each rows after rows, in double precision. */
  readonly matrices: readonly Float64Array[];
  /** The type of the results. */
  readonly dtype: DType;
}

/** The type in which NumPy gives the results for an argument. */
function resultType(array: NDArray): DType {
  if (kindOf(array.dtype) === 'complex') notSupported('numpy.linalg of complex matrices');
  return array.dtype === 'float32' ? 'float32' : 'float64';
}

export function stackOf(array: NDArray): Stack {
  if (array.ndim < 2)
    raiseLinAlg(`${array.ndim}-dimensional array given. Array must be at least two-dimensional`);
  const dtype = resultType(array);
  const lead = array.shape.slice(0, -2);
  const [rows, columns] = array.shape.slice(-2) as [number, number];
  reserve('float64', array.size);
  const elements = (
    isFloat(array.dtype) && array.dtype === 'float64' ? array : cast(array, 'float64')
  ).elements() as Float64Array;
  const size = rows * columns;
  const matrices = Array.from({ length: elementCount(lead) }, (_, i) =>
    elements.slice(i * size, (i + 1) * size),
  );
  return { lead, rows, columns, matrices, dtype };
}

/** Square matrices; raises LinAlgError for others. */
export function squareStack(value: Value): Stack {
  const stack = stackOf(arrayOf(value));
  if (stack.rows !== stack.columns) raiseLinAlg('Last 2 dimensions of the array must be square');
  return stack;
}

/** Raises LinAlgError for NaN and infinity, which no iteration survives. */
export function checkFinite(stack: Stack): void {
  if (!stack.matrices.every((matrix) => matrix.every(Number.isFinite)))
    raiseLinAlg('Array must not contain infs or NaNs');
}

/** One result for each matrix, joined. `shape` is that of one result. */
export function joined(stack: Stack, shape: Shape, results: readonly ArrayLike<number>[]): NDArray {
  const size = elementCount(shape);
  reserve(stack.dtype, size * results.length);
  const all = new Float64Array(size * results.length);
  for (const [i, result] of results.entries()) all.set(result, i * size);
  return fromValues(stack.dtype, [...stack.lead, ...shape], all);
}

/** The same for complex results. */
export function joinedComplex(stack: Stack, shape: Shape, results: readonly (readonly Complex[])[]): NDArray {
  const dtype = stack.dtype === 'float32' ? 'complex64' : 'complex128';
  reserve(dtype, elementCount(shape) * results.length);
  return fromValues(dtype, [...stack.lead, ...shape], results.flat());
}

/** Applies a computation to every matrix; an iteration that fails becomes LinAlgError. */
export function each<T>(stack: Stack, body: (matrix: Float64Array, index: number) => T): T[] {
  const cost = stack.rows * stack.columns * Math.min(stack.rows, stack.columns);
  return stack.matrices.map((matrix, index) => {
    if (index % 64 === 0 || cost > 10_000) runtime().checkpoint();
    try {
      return body(matrix, index);
    } catch (error) {
      if (error instanceof RangeError) return raiseLinAlg(error.message);
      throw error;
    }
  });
}

/** The singular values of every matrix. */
export function singularValuesOf(array: NDArray): NDArray {
  const stack = stackOf(array);
  checkConverges(stack);
  const found = each(stack, (matrix) => singularValues(matrix, stack.rows, stack.columns).values);
  return joined(stack, [Math.min(stack.rows, stack.columns)], found);
}

/** NaN and infinity end the iteration of a singular value decomposition. */
export function checkConverges(stack: Stack): void {
  if (!stack.matrices.every((matrix) => matrix.every(Number.isFinite))) raiseLinAlg('SVD did not converge');
}

export const complexPair = (re: number, im: number): Complex => new Complex(re, im);
