/**
 * The calls of compiled functions that can be looked at and made again: the first ones of each run, and the latest of each place.
 * The newest runs are kept; of old calls the values go first, then the calls.
 */
import type { Ledger } from './ledger.ts';
import type { CallValues, RecordedCall } from './records.ts';

/** Calls of a run that are all kept. */
export const firstCallCount = 100;
const keptCallCount = 400;

export class CallLog {
  readonly #ledger: Ledger;
  /** In the order in which they were made. */
  #settled: RecordedCall[] = [];
  /** Of the present run, by the start of the call expression: the latest after the first ones. */
  readonly #latest = new Map<number, RecordedCall>();
  #runCallCount = 0;
  #callCount = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** How many calls there have been. */
  get callCount(): number {
    return this.#callCount;
  }

  /** True while every call of the run is kept. */
  get keepsNext(): boolean {
    return this.#runCallCount < firstCallCount;
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

  beginRun(): void {
    this.#settle();
    this.#runCallCount = 0;
  }

  endRun(): void {
    this.#settle();
  }

  add(call: RecordedCall): void {
    const isFirst = this.keepsNext;
    this.#callCount++;
    this.#runCallCount++;
    if (call.values !== null) this.#hold(call.values);
    if (isFirst) this.#push(call);
    else {
      const place = call.place.span.start;
      const replaced = this.#latest.get(place);
      if (replaced !== undefined) this.loseValues(replaced);
      this.#latest.set(place, call);
    }
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

  #settle(): void {
    const latest = [...this.#latest.values()].sort((a, b) => a.id - b.id);
    this.#latest.clear();
    for (const call of latest) this.#push(call);
  }
}
