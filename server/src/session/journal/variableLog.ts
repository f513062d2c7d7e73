/**
 * The shared variables of a namespace and their histories: what changed each of them, with the values before and after by
 * reference. In a long history the first and the last changes are kept; of old ones the values go first.
 */
import type { PlaceData } from '../../../../protocol/src/places.ts';
import type { SharedVariable } from '../../graph/variable.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import type { Ledger } from './ledger.ts';
import type { RecordedChange, RecordedVariable } from './records.ts';

const firstChangeCount = 20;
const lastChangeCount = 200;

export class VariableLog {
  readonly #ledger: Ledger;
  readonly #nextId: () => number;
  /** By what a variable and its clones have in common. */
  readonly #byCell = new Map<object, RecordedVariable>();
  readonly #byId = new Map<number, RecordedVariable>();
  /** What was forgotten and is seen again is the same variable. */
  readonly #ids = new WeakMap<object, number>();
  readonly #places = new WeakMap<object, PlaceData>();

  constructor(ledger: Ledger, nextId: () => number) {
    this.#ledger = ledger;
    this.#nextId = nextId;
  }

  /** In the order in which they were first seen. */
  get variables(): IterableIterator<RecordedVariable> {
    return this.#byId.values();
  }

  find(id: number): RecordedVariable | null {
    return this.#byId.get(id) ?? null;
  }

  /** A variable is made. Most are never asked for, so nothing is kept but the place. */
  made(variable: SharedVariable, place: PlaceData): void {
    this.#places.set(variable.cell, place);
  }

  /** What is known of a variable. */
  of(variable: SharedVariable): RecordedVariable {
    const known = this.#byCell.get(variable.cell);
    if (known !== undefined) return known;
    const made: RecordedVariable = {
      id: this.#ids.get(variable.cell) ?? this.#nextId(),
      variable,
      place: this.#places.get(variable.cell) ?? null,
      changeCount: 0,
      firstChanges: [],
      lastChanges: [],
    };
    this.#byCell.set(variable.cell, made);
    this.#byId.set(made.id, made);
    this.#ids.set(variable.cell, made.id);
    return made;
  }

  /** Forgets the histories of all others: what no name reaches may be gone for the program, and its memory has to be, too. */
  keepOnly(cells: ReadonlySet<object>): void {
    for (const recorded of [...this.#byId.values()]) {
      if (cells.has(recorded.variable.cell)) continue;
      for (const change of changesOf(recorded)) this.loseValues(change);
      this.#byCell.delete(recorded.variable.cell);
      this.#byId.delete(recorded.id);
    }
  }

  add(recorded: RecordedVariable, change: RecordedChange): void {
    const { firstChanges, lastChanges } = recorded;
    if (change.values !== null) {
      this.#ledger.hold(change.values.before);
      this.#ledger.hold(change.values.after);
    }
    if (firstChanges.length < firstChangeCount) {
      firstChanges.push(change);
      return;
    }
    lastChanges.push(change);
    const replaced = lastChanges.length > lastChangeCount ? lastChanges.shift() : undefined;
    if (replaced !== undefined) this.loseValues(replaced);
  }

  /** The values of a change are too old or too large. */
  loseValues(change: RecordedChange): void {
    if (change.values === null) return;
    this.#ledger.release(change.values.before);
    this.#ledger.release(change.values.after);
    change.values = null;
  }
}

/** The changes that are kept, oldest first. */
export function changesOf({ firstChanges, lastChanges }: RecordedVariable): RecordedChange[] {
  return [...firstChanges, ...lastChanges].sort((a, b) => a.number - b.number);
}

/** The change of this id; null where it is not kept. */
export const changeOf = (recorded: RecordedVariable, id: number): RecordedChange | null =>
  changesOf(recorded).find((change) => change.id === id) ?? null;

/** The value that a variable had first, as far as anybody saw; null where it is too old. */
export function firstValue(recorded: RecordedVariable): NDArray | null {
  const [first] = recorded.firstChanges;
  return first === undefined ? recorded.variable.value : (first.values?.before ?? null);
}
