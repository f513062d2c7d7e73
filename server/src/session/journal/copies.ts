/**
 * Copies of arrays that the program may write into after a journal has seen them: arguments and results of calls. Copying takes
 * a small part of the time of a run, so in a loop over large arrays only some of them are copied.
 */
import { NDArray } from '../../tensor/ndarray.ts';
import { bytesOf } from './ledger.ts';

/** Copied whatever was copied before. */
const smallByteLength = 4096;
/** What a run may copy at once. */
const freeBytes = 64 * 1024 * 1024;
/** And for each millisecond that it takes: copying 4 bytes takes about a nanosecond, and a thirtieth of the time is spent. */
const bytesPerMs = 128 * 1024;

export class CopyBudget {
  readonly #elapsedMs: () => number;
  #copied = 0;

  constructor(elapsedMs: () => number) {
    this.#elapsedMs = elapsedMs;
  }

  /** An array of its own with the same elements; null where it would take too long. */
  copy(array: NDArray): NDArray | null {
    if (array.ndim === 0 || bytesOf(array) <= smallByteLength) return copyOf(array);
    const { byteLength } = array;
    if (byteLength > smallByteLength) {
      if (this.#copied + byteLength > freeBytes + bytesPerMs * this.#elapsedMs()) return null;
      this.#copied += byteLength;
    }
    return copyOf(array);
  }

  /** Copies of all of them, or null. */
  copyAll(arrays: readonly NDArray[]): readonly NDArray[] | null {
    const copies: NDArray[] = [];
    for (const array of arrays) {
      const copy = this.copy(array);
      if (copy === null) return null;
      copies.push(copy);
    }
    return copies;
  }
}

/** Short for arrays that are all of their storage, as nearly every result is. */
function copyOf(array: NDArray): NDArray {
  const { dtype, storage, layout } = array;
  return storage.length === array.size && array.isContiguous
    ? new NDArray(dtype, storage.slice(), layout)
    : array.copy();
}
