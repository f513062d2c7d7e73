/**
 * Copies of arrays that the program may write into after a journal has seen them: arguments and results of calls. Copying takes
 * a small part of the time of a run, so in a loop over large arrays only some of them are copied.
 */
import { NDArray } from '../../tensor/ndarray.ts';

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

  /** Copies of all of them, or null where that would take too long. `spare`: earlier copies that nobody needs any more. */
  copyAll(arrays: readonly NDArray[], spare: readonly NDArray[] | null = null): readonly NDArray[] | null {
    const copies: NDArray[] = [];
    for (let i = 0; i < arrays.length; i++) {
      const array = arrays[i];
      if (!this.#isAllowed(array.byteLength)) return null;
      copies.push(copyInto(array, spare?.[i]) ?? copyOf(array));
    }
    return copies;
  }

  /** An array of its own with the same elements; null where it would take too long. */
  copy(array: NDArray): NDArray | null {
    return this.#isAllowed(array.byteLength) ? copyOf(array) : null;
  }

  #isAllowed(byteLength: number): boolean {
    if (byteLength <= smallByteLength) return true;
    if (this.#copied + byteLength > freeBytes + bytesPerMs * this.#elapsedMs()) return false;
    this.#copied += byteLength;
    return true;
  }
}

/** In a loop copies follow each other that are alike: to fill an old one takes a tenth of the time of making one. */
function copyInto({ dtype, storage, layout }: NDArray, spare: NDArray | undefined): NDArray | null {
  if (spare === undefined || spare.dtype !== dtype || spare.layout !== layout) return null;
  if (spare.storage.length !== storage.length) return null;
  (spare.storage as Float64Array).set(storage as Float64Array);
  return spare;
}

/** Short for arrays that are all of their storage, as nearly every result is. */
function copyOf(array: NDArray): NDArray {
  const { dtype, storage, layout } = array;
  return storage.length === array.size && array.isContiguous
    ? new NDArray(dtype, storage.slice(), layout)
    : array.copy();
}
