/** Arrays that a program may not write to, like the views that `np.broadcast_to` gives. */
import type { NDArray } from '../../../tensor/ndarray.ts';
import { raiseValueError } from '../../exceptions.ts';

const readOnly = new WeakSet<NDArray>();

/** Marks an array and gives it back. */
export function asReadOnly(array: NDArray): NDArray {
  readOnly.add(array);
  return array;
}

export function setWritable(array: NDArray, options: { isWritable: boolean }): void {
  if (options.isWritable) readOnly.delete(array);
  else readOnly.add(array);
}

export const isReadOnly = (array: NDArray): boolean => readOnly.has(array);

/** Raises NumPy's ValueError for an array that must not change. */
export function checkWritable(array: NDArray, message = 'assignment destination is read-only'): void {
  if (readOnly.has(array)) raiseValueError(message);
}
