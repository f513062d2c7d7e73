/** `numpy.linalg`: norms; everything else is refused by name. */
import { isFloat } from '../../../tensor/dtype.ts';
import { cast, type NDArray } from '../../../tensor/ndarray.ts';
import { reduce } from '../../../tensor/reduce.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { notSupported } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { PyFloat, type PyModule, type Value } from '../../values.ts';
import { axesOf, isMissing, keptShape } from './arguments.ts';
import { arrayOf } from './conversion.ts';
import { numpyExceptions } from './numpyErrors.ts';
import { presented } from './numpyScalar.ts';
import { dotArrays } from './products.ts';
import { total } from './ufuncReduce.ts';
import { compute } from './ufuncs.ts';

const root = (array: NDArray): NDArray => compute('sqrt', [{ kind: 'array', array }]);
const magnitude = (array: NDArray): NDArray => compute('absolute', [{ kind: 'array', array }]);

function norm(value: Value, order?: Value, axis?: Value, keepdims?: Value): Value {
  const given = arrayOf(value);
  const array = isFloat(given.dtype) ? given : cast(given, 'float64');
  const axes = axesOf(axis, array.ndim);
  const isPlain = isMissing(order) || (order === 2 && axes.length === 1) || order === 'fro';
  const result = isPlain
    ? euclidean(array, { axes, isWhole: isMissing(axis) })
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

function vectorNorm(array: NDArray, order: Value, axes: readonly number[]): NDArray {
  const isInfinite = order instanceof PyFloat && Math.abs(order.value) === Number.POSITIVE_INFINITY;
  if (axes.length !== 1 || (order !== 1 && !isInfinite)) return notSupported('this norm');
  const sizes = magnitude(array);
  if (order === 1) return total(sizes, 'sum', { axes, dtype: array.dtype });
  const kind = (order as PyFloat).value > 0 ? 'max' : 'min';
  return reduce(sizes, kind, { axes, accumulate: array.dtype, output: array.dtype });
}

/** Makes `numpy.linalg`. */
export function linalgModule(numpy: 1 | 2): PyModule {
  return defineModule({
    name: 'numpy.linalg',
    values: { LinAlgError: numpyExceptions(numpy).linAlgError },
    functions: { 'norm(x, ord?, axis?, keepdims?)': norm },
    refused:
      'cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul matrix_norm matrix_power matrix_rank matrix_transpose multi_dot outer pinv qr slogdet solve svd svdvals tensordot tensorinv tensorsolve test trace vecdot vector_norm'.split(
        ' ',
      ),
  });
}
