/** An array seen as planes of rows and columns: its last two axes. A vector is a column, an array without axes one place. */
import type { NDArray } from '../../tensor/ndarray.ts';

/** Where the places of a plane lie in the storage. */
export interface Plane {
  readonly offset: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** `indices` has one number for each axis but the last two; null where there is no such plane. */
export function planeOf({ layout }: NDArray, indices: readonly number[]): Plane | null {
  const { shape, strides } = layout;
  const lead = Math.max(0, shape.length - 2);
  if (indices.length !== lead || indices.some((index, axis) => !isIn(index, shape[axis]))) return null;
  const offset = indices.reduce((sum, index, axis) => sum + index * strides[axis], layout.offset);
  if (shape.length < 2) {
    const [rowCount = 1] = shape;
    return { offset, rowCount, columnCount: 1, rowStride: strides[0] ?? 0, columnStride: 0 };
  }
  return {
    offset,
    rowCount: shape[lead],
    columnCount: shape[lead + 1],
    rowStride: strides[lead],
    columnStride: strides[lead + 1],
  };
}

const isIn = (index: number, length: number): boolean =>
  Number.isInteger(index) && index >= 0 && index < length;
