/**
 * The calls of compiled functions that can be looked at and made again: the first ones of each run, and the latest of each place.
 * The newest runs are kept; of old calls the values go first, then the calls.
 */
import type { Ledger } from './ledger.ts';
import type { CallValues, RecordedCall } from './records.ts';

const keptCallCount = 400;

export class CallLog {
  readonly #ledger: Ledger;
  /** In the order in which they were made. */
  #settled: RecordedCall[] = [];
  /** Of the present run, by the start of the call expression: the latest after the first ones. */
  readonly #latest = new Map<number, RecordedCall>();
  /** How many calls there have been. */
  count = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** The calls that are kept, oldest first. */
  get calls(): readonly RecordedCall[] {
    return this.#latest.size === 0
      ? this.#settled
      : [...this.#settled, ...this.#latest.values()].sort((a, b) => a.id - b.id);
  }

  find(id: number): RecordedCall | null {
    return this.calls.find((call) => call.id === id) ?? null;
  }

  /** Keeps one of the first calls of a run. */
  add(call: RecordedCall): void {
    if (call.values !== null) this.#hold(call.values);
    this.#push(call);
  }

  /** Keeps a later call in place of the one before it in the same place. */
  addLatest(call: RecordedCall): void {
    if (call.values !== null) this.#hold(call.values);
    const place = call.place.span.start;
    const replaced = this.#latest.get(place);
    if (replaced !== undefined) this.loseValues(replaced);
    this.#latest.set(place, call);
  }

  /** A run has ended: what was the latest stays. */
  endRun(): void {
    const latest = [...this.#latest.values()].sort((a, b) => a.id - b.id);
    this.#latest.clear();
    for (const call of latest) this.#push(call);
  }

  /** Forgets all calls; their functions hold shared variables. */
  clear(): void {
    for (const call of this.calls) this.loseValues(call);
    this.#settled = [];
    this.#latest.clear();
  }

  /** The values of a call are too old or too large. */
  loseValues(call: RecordedCall): void {
    if (call.values === null) return;
    const { inputs, sharedBefore, outputs } = call.values;
    for (const array of inputs) this.#ledger.release(array);
    for (const array of sharedBefore) this.#ledger.release(array);
    for (const array of outputs ?? []) this.#ledger.release(array);
    call.values = null;
  }

  #hold({ inputs, sharedBefore, outputs }: CallValues): void {
    for (const array of inputs) this.#ledger.hold(array);
    for (const array of sharedBefore) this.#ledger.hold(array);
    for (const array of outputs ?? []) this.#ledger.hold(array);
  }

  #push(call: RecordedCall): void {
    this.#settled.push(call);
    if (this.#settled.length <= keptCallCount) return;
    const oldest = this.#settled.shift();
    if (oldest !== undefined) this.loseValues(oldest);
  }
}
