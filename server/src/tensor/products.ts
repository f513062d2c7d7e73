/** Products of matrices, also of whole stacks of them. */
import type { DType } from './dtype.ts';
import { broadcastTo, cast, type NDArray, zeros } from './ndarray.ts';
import { dot } from './reduce.ts';
import { broadcastShapes, elementCount } from './shape.ts';
import { concatenate, reshape } from './shaping.ts';

/** Two matrices or vectors in the type of the result; booleans mean "and" and "or". */
export function product(a: NDArray, b: NDArray, dtype: DType): NDArray {
  if (dtype !== 'bool') return dot(a, b, dtype);
  return cast(dot(cast(a, 'int64'), cast(b, 'int64'), 'int64'), 'bool');
}

/** `np.matmul`: matrices in the last two axes, the axes before broadcast; a vector counts as a row in front, a column behind. */
export function matmul(a: NDArray, b: NDArray, dtype: DType): NDArray {
  if (a.ndim <= 2 && b.ndim <= 2) return product(a, b, dtype);
  const left = a.ndim === 1 ? reshape(a, [1, a.shape[0]]) : a;
  const right = b.ndim === 1 ? reshape(b, [b.shape[0], 1]) : b;
  const batch = broadcastShapes([left.shape.slice(0, -2), right.shape.slice(0, -2)]);
  const [n, k] = left.shape.slice(-2);
  const m = right.shape[right.ndim - 1];
  const lefts = reshape(broadcastTo(left, [...batch, n, k]), [elementCount(batch), n, k]);
  const rights = reshape(broadcastTo(right, [...batch, right.shape[right.ndim - 2], m]), [
    elementCount(batch),
    right.shape[right.ndim - 2],
    m,
  ]);
  const products = Array.from({ length: elementCount(batch) }, (_, i) =>
    reshape(product(matrixAt(lefts, i), matrixAt(rights, i), dtype), [1, n, m]),
  );
  const shape = [...batch, ...(a.ndim === 1 ? [] : [n]), ...(b.ndim === 1 ? [] : [m])];
  return reshape(products.length === 0 ? zeros(dtype, shape) : concatenate(products, 0), shape);
}

/** One matrix of a stack. */
export function matrixAt(stack: NDArray, index: number): NDArray {
  const { shape, strides, offset } = stack.layout;
  return stack.view({
    shape: shape.slice(1),
    strides: strides.slice(1),
    offset: offset + index * strides[0],
  });
}
