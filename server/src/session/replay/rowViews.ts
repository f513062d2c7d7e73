/** Rows of arrays: windows along the first axis. */
import { assign, fromStorage, type NDArray, zeros } from '../../tensor/ndarray.ts';

/** Rows `from` … `to`. */
export function rowsBetween(array: NDArray, from: number, to: number): NDArray {
  const { shape, strides, offset } = array.layout;
  const count = Math.max(0, to - from);
  return array.view({ shape: [count, ...shape.slice(1)], strides, offset: offset + from * strides[0]! });
}

export function rowAt(array: NDArray, index: number): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({
    shape: shape.slice(1),
    strides: strides.slice(1),
    offset: offset + index * strides[0]!,
  });
}

/** The array as the only row of one with an axis more. */
export function asRow(array: NDArray): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({ shape: [1, ...shape], strides: [0, ...strides], offset });
}

/** Rows of the same shape one after another, in an array of its own. */
export function stacked(rows: readonly NDArray[]): NDArray {
  const [first] = rows;
  const array = zeros(first!.dtype, [rows.length, ...first!.shape]);
  rows.forEach((row, i) => {
    assign(rowAt(array, i), row);
  });
  return array;
}

/** The elements without gaps, as rows lie in a scan. */
export const withoutGaps = (array: NDArray): NDArray =>
  array.isContiguous ? array : fromStorage(array.dtype, array.elements(), array.shape);
