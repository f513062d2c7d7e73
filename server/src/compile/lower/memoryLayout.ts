/**
 * How arrays of a program lie in the memory of compiled code: with their axes in the same order, and with gaps where they have some, because
 * the routines that multiply matrices add in an order that depends on it.
 */
import type { TypedArray } from '../../tensor/dtype.ts';
import { assign, type NDArray, zeros } from '../../tensor/ndarray.ts';
import { contiguousStrides } from '../../tensor/shape.ts';

/** Strides in elements. What goes backwards or repeats is laid out anew, as the routines do; vectors keep that they have gaps. */
export function layoutStrides(array: NDArray): readonly number[] {
  const { shape, strides } = array.layout;
  const axes = [...shape.keys()].filter((axis) => shape[axis] !== 1).sort((a, b) => strides[a] - strides[b]);
  if (axes.length > 1 && axes.some((axis) => strides[axis] <= 0)) return contiguousStrides(shape);
  const wanted = new Array<number>(shape.length).fill(0);
  let [there, here] = [1, 1];
  for (const axis of axes) {
    wanted[axis] = strides[axis] === there ? here : here + 1;
    there = strides[axis] * shape[axis];
    here = wanted[axis] * shape[axis];
  }
  return wanted;
}

/** The elements as they have to lie in memory. */
export function laidOut(array: NDArray): TypedArray {
  const { shape, offset, strides } = array.layout;
  const wanted = layoutStrides(array);
  const reach =
    array.size === 0 ? 0 : shape.reduce((sum, length, axis) => sum + (length - 1) * wanted[axis], 1);
  const isAsIs = shape.every((length, axis) => length === 1 || wanted[axis] === strides[axis]);
  if (isAsIs) return array.storage.subarray(offset, offset + reach);
  const room = zeros(array.dtype, [reach]);
  assign(room.view({ shape, strides: wanted, offset: 0 }), array);
  return room.storage;
}
