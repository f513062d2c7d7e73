/** The rows of an output, fetched from memory slice after slice. */
import { makeStorage, type TypedArray } from '../../../tensor/dtype.ts';
import { fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import { type RowType, rowBytes } from '../../lower/loop.ts';
import { elementCountOf } from '../../lower/values.ts';
import type { ScanCall } from './compiledScan.ts';
import type { LinearMemory } from './linearMemory.ts';

/** Rows for which there is room at once where a loop may end early. */
const firstRows = 4096;

export class RowCollector {
  readonly #row: RowType;
  readonly #call: ScanCall;
  readonly #length: number;
  #storage: TypedArray;
  #count = 0;

  constructor(row: RowType, call: ScanCall) {
    this.#row = row;
    this.#call = call;
    this.#length = elementCountOf(row);
    const { params, stepCount } = call;
    this.#storage = this.#room(params.isWhile ? Math.min(stepCount, firstRows) : stepCount);
  }

  /** Copies rows that lie in memory one behind another. */
  take(memory: LinearMemory, address: number, count: number): void {
    this.#grow(this.#count + count);
    const source = memory.window(this.#storage, address, count * this.#length);
    (this.#storage as Float64Array).set(source as Float64Array, this.#count * this.#length);
    this.#count += count;
  }

  finish(): NDArray {
    const { dtype, shape } = this.#row;
    const length = this.#count * this.#length;
    const storage = this.#storage.length === length ? this.#storage : this.#storage.slice(0, length);
    return fromStorage(dtype, storage, [this.#count, ...shape]);
  }

  #room(rows: number): TypedArray {
    this.#call.runner.host.allocate(rows * rowBytes(this.#row));
    return makeStorage(this.#row.dtype, rows * this.#length);
  }

  #grow(rows: number): void {
    if (rows * this.#length <= this.#storage.length) return;
    const old = this.#storage;
    this.#storage = this.#room(Math.min(this.#call.stepCount, Math.max(rows, this.#count * 2)));
    (this.#storage as Float64Array).set(old as Float64Array);
  }
}
