/** Arrays that lines of the program show: the latest ones, as they were when they were shown. */
import type { NDArray } from '../../tensor/ndarray.ts';
import type { Ledger } from './ledger.ts';

const keptCount = 300;

export interface ShownValue {
  readonly id: number;
  readonly array: NDArray;
}

export class ShownValues {
  readonly #ledger: Ledger;
  readonly #kept = new Map<number, ShownValue>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Oldest first. */
  get values(): IterableIterator<ShownValue> {
    return this.#kept.values();
  }

  find(id: number): NDArray | null {
    return this.#kept.get(id)?.array ?? null;
  }

  add(value: ShownValue): void {
    this.#kept.set(value.id, value);
    this.#ledger.hold(value.array);
    const [oldest] = this.#kept.values();
    if (this.#kept.size > keptCount && oldest !== undefined) this.lose(oldest);
  }

  lose(value: ShownValue): void {
    this.#kept.delete(value.id);
    this.#ledger.release(value.array);
  }
}
