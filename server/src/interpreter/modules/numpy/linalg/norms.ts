/** Norms of vectors and matrices. */
import { isFloat } from '../../../../tensor/dtype.ts';
import { cast, type NDArray, scalar } from '../../../../tensor/ndarray.ts';
import { reduce } from '../../../../tensor/reduce.ts';
import { permute, reshape } from '../../../../tensor/shaping.ts';
import { raiseValueError } from '../../../exceptions.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { PyFloat, type Value } from '../../../values.ts';
import { axesOf, isMissing, keptShape } from '../arguments.ts';
import { arrayOf } from '../conversion.ts';
import { presented } from '../numpyScalar.ts';
import { dotArrays } from '../products.ts';
import { total } from '../ufuncReduce.ts';
import { compute } from '../ufuncs.ts';
import { singularValuesOf } from './matrices.ts';

const root = (array: NDArray): NDArray => compute('sqrt', [{ kind: 'array', array }]);
const magnitude = (array: NDArray): NDArray => compute('absolute', [{ kind: 'array', array }]);

/** `norm(x, ord, axis, keepdims)`. */
export function norm(value: Value, order?: Value, axis?: Value, keepdims?: Value): Value {
  const given = arrayOf(value);
  const array = isFloat(given.dtype) ? given : cast(given, 'float64');
  const axes = axesOf(axis, array.ndim);
  const isPlain = isMissing(order) || (order === 2 && axes.length === 1) || order === 'fro';
  const result = isPlain
    ? euclidean(array, { axes, isWhole: isMissing(axis) })
    : axes.length === 2
      ? matrixNorm(array, order, axes)
      : vectorNorm(array, order, axes);
  return presented(
    isMissing(keepdims) || !isTrue(keepdims) ? result : reshape(result, keptShape(array.shape, axes)),
  );
}

function euclidean(array: NDArray, over: { axes: readonly number[]; isWhole: boolean }): NDArray {
  if (over.isWhole) {
    const vector = reshape(array, [array.size]);
    return root(dotArrays(vector, vector));
  }
  const squared = compute(
    'multiply',
    [magnitude(array), magnitude(array)].map((each) => ({ kind: 'array', array: each }) as const),
  );
  return root(total(squared, 'sum', { axes: over.axes, dtype: array.dtype }));
}

const infinite = (order: Value): boolean =>
  order instanceof PyFloat && Math.abs(order.value) === Number.POSITIVE_INFINITY;

function extreme(array: NDArray, kind: 'max' | 'min', axes: readonly number[]): NDArray {
  return reduce(array, kind, { axes, accumulate: array.dtype, output: array.dtype });
}

function vectorNorm(array: NDArray, order: Value, axes: readonly number[]): NDArray {
  if (axes.length !== 1) raiseValueError('Improper number of dimensions to norm.');
  const sizes = magnitude(array);
  const sum = (terms: NDArray): NDArray => total(terms, 'sum', { axes, dtype: array.dtype });
  if (infinite(order)) return extreme(sizes, toFloat(order) > 0 ? 'max' : 'min', axes);
  if (typeof order === 'string') raiseValueError(`Invalid norm order '${order}' for vectors`);
  const power = toFloat(order);
  if (power === 1) return sum(sizes);
  const of = (name: string, base: NDArray, exponent: number): NDArray =>
    compute(name, [
      { kind: 'array', array: base },
      { kind: 'array', array: scalar(array.dtype, exponent) },
    ]);
  if (power === 0) return sum(cast(of('not_equal', sizes, 0), array.dtype));
  return of('power', sum(of('power', sizes, power)), 1 / power);
}

function matrixNorm(array: NDArray, order: Value, axes: readonly number[]): NDArray {
  const [rows, columns] = axes as [number, number];
  if (rows === columns) raiseValueError('Duplicate axes given.');
  if (infinite(order)) return sumThenExtreme(array, { summed: columns, other: rows }, toFloat(order));
  if (order === 1 || order === -1) return sumThenExtreme(array, { summed: rows, other: columns }, order);
  if (order !== 2 && order !== -2 && order !== 'nuc') raiseValueError('Invalid norm order for matrices.');
  const others = array.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const values = singularValuesOf(permute(array, [...others, rows, columns]));
  const last = [values.ndim - 1];
  if (order === 'nuc') return total(values, 'sum', { axes: last, dtype: values.dtype });
  return extreme(values, order === 2 ? 'max' : 'min', last);
}

function sumThenExtreme(
  array: NDArray,
  { summed, other }: { summed: number; other: number },
  sign: number,
): NDArray {
  const sums = total(magnitude(array), 'sum', { axes: [summed], dtype: array.dtype });
  return extreme(sums, sign > 0 ? 'max' : 'min', [other > summed ? other - 1 : other]);
}
