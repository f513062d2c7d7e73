/**
 * How many bytes the values of a journal take. Arrays that are held several times (what a variable is after one change it is before
 * the next) count once; of small ones nobody asks.
 */
import type { NDArray } from '../../tensor/ndarray.ts';

/** To find out whether a smaller one is held already would cost more than it. */
const smallByteLength = 1024;
/** What any array takes besides its elements. */
const overheadBytes = 200;

type Storage = NDArray['storage'];

export class Ledger {
  readonly #counts = new Map<Storage, number>();
  #byteLength = 0;

  get byteLength(): number {
    return this.#byteLength;
  }

  hold(array: NDArray): void {
    const byteLength = bytesOf(array);
    if (byteLength <= smallByteLength) {
      this.#byteLength += byteLength + overheadBytes;
      return;
    }
    const count = this.#counts.get(array.storage) ?? 0;
    this.#counts.set(array.storage, count + 1);
    if (count === 0) this.#byteLength += byteLength + overheadBytes;
  }

  release(array: NDArray): void {
    const byteLength = bytesOf(array);
    if (byteLength > smallByteLength) {
      const count = this.#counts.get(array.storage) ?? 0;
      if (count > 1) {
        this.#counts.set(array.storage, count - 1);
        return;
      }
      this.#counts.delete(array.storage);
    }
    this.#byteLength -= byteLength + overheadBytes;
  }
}

/** A window keeps all of its storage. */
export const bytesOf = ({ storage }: NDArray): number => storage.length * storage.BYTES_PER_ELEMENT;
