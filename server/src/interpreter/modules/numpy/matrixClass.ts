/**
 * Matrices as NumPy's functions see them: arrays that keep two axes, and which functions give matrices for them. What matrices do
 * themselves is in matrixType.ts.
 */
import { NDArray } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { raiseValueError } from '../../exceptions.ts';
import type { NativeBody } from '../../signature.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { isMissing } from './arguments.ts';

export class Matrix extends NDArray {}

/** A window of two axes on an array, as a matrix. */
export function asMatrix(array: NDArray): Matrix {
  if (array instanceof Matrix && array.ndim === 2) return array;
  if (array.ndim > 2) raiseValueError('shape too large to be a matrix.');
  const { dtype, storage, layout } = array.ndim === 2 ? array : reshape(array, [1, array.size]);
  const made = new Matrix(dtype, storage, layout);
  made.base = array.base ?? array;
  return made;
}

/** The array that a matrix is a window on, or the array itself. */
export const plainArray = (array: NDArray): NDArray =>
  array instanceof Matrix ? array.view(array.layout) : array;

/** What a function gives, as matrices where it is arrays of one or two axes. */
export function kept(result: Value): Value {
  if (result instanceof PyTuple) return new PyTuple(result.items.map(kept));
  if (result instanceof PyList) return new PyList(result.items.map(kept));
  if (!(result instanceof NDArray) || result.ndim === 0 || result.ndim > 2) return result;
  return asMatrix(result);
}

/** The same for results of several kinds: vectors stay arrays. */
export function keptPlanes(result: Value): Value {
  if (result instanceof PyTuple) return new PyTuple(result.items.map(keptPlanes));
  return result instanceof NDArray && result.ndim === 2 ? asMatrix(result) : result;
}

/** A reduction along an axis leaves a column or a row. */
export function keptLine(result: Value, axis: Value | undefined): Value {
  if (!(result instanceof NDArray) || isMissing(axis)) return result;
  if (result.ndim !== 1) return kept(result);
  return asMatrix(axis === 0 || axis === -2 ? result : reshape(result, [result.size, 1]));
}

export const reductionNames = 'sum prod max min mean std var all any argmax argmin ptp'.split(' ');

/** Functions that give matrices for matrices, besides the reductions. */
const keptBy = new Set(
  `dot matmul concatenate hstack vstack column_stack transpose reshape squeeze diagonal diag repeat tile
  roll flip fliplr flipud rot90 sort argsort cumsum cumprod round clip take append zeros_like ones_like empty_like
  full_like real imag nan_to_num kron swapaxes average matrix_power delete insert diff split hsplit vsplit
  array_split moveaxis isclose gradient inner partition`.split(/\s+/),
);
const planesKeptBy = new Set('inv pinv solve eig eigh svd qr cholesky lstsq'.split(' '));
const reductionSet = new Set([...reductionNames, 'amax', 'amin']);

const holdsMatrix = (value: unknown): boolean =>
  value instanceof Matrix ||
  ((value instanceof PyList || value instanceof PyTuple) &&
    value.items.some((each) => each instanceof Matrix));

/** A function's body that gives matrices for matrices where NumPy's does. */
function keepMatrix([signature, body]: [string, NativeBody]): [string, NativeBody] {
  const name = signature.slice(0, signature.indexOf('('));
  const run = body as unknown as (...args: Value[]) => Value;
  const wrapped = (keep: (result: Value, axis: Value | undefined) => Value): [string, NativeBody] => [
    signature,
    ((...args: Value[]) => {
      const result = run(...args);
      return holdsMatrix(args[0]) || holdsMatrix(args[1]) ? keep(result, args[1]) : result;
    }) as unknown as NativeBody,
  ];
  if (reductionSet.has(name)) return wrapped(keptLine);
  if (keptBy.has(name)) return wrapped(kept);
  return planesKeptBy.has(name) ? wrapped(keptPlanes) : [signature, body];
}

export const keepMatrices = (functions: Readonly<Record<string, NativeBody>>): Record<string, NativeBody> =>
  Object.fromEntries(Object.entries(functions).map(keepMatrix));

/** The result of a ufunc on operands of which one may be a matrix. */
export const keepMatrixOf = (operands: readonly Value[], result: Value): Value =>
  operands.some((operand) => operand instanceof Matrix) ? kept(result) : result;
