/**
 * Which shared variables cells have read, and which of their results are stale because one of these was changed later: by another
 * cell in a later run, by restoring a value, or because the state was emptied. Edits do not make that undone.
 */
import { t } from './l10n.ts';

interface Known {
  readonly reads: ReadonlySet<number>;
  reason: string | null;
}

export class StateReads<Cell extends object> {
  readonly #known = new WeakMap<Cell, Known>();

  /** A cell has run and has read these variables. */
  ran(cell: Cell, reads: readonly number[]): void {
    this.#known.set(cell, { reads: new Set(reads), reason: null });
  }

  /** The variables were changed after these cells had run. */
  changed(cells: readonly Cell[], variableIds: readonly number[]): void {
    for (const cell of cells) {
      const known = this.#known.get(cell);
      if (known === undefined || known.reason !== null) continue;
      if (variableIds.some((id) => known.reads.has(id)))
        known.reason = t('State that it read was changed after this run.');
    }
  }

  /** There is no variable any more. */
  emptied(cells: readonly Cell[]): void {
    for (const cell of cells) {
      const known = this.#known.get(cell);
      if (known !== undefined && known.reason === null && known.reads.size > 0)
        known.reason = t('State that it read was reset after this run.');
    }
  }

  whyStale(cell: Cell): string | null {
    return this.#known.get(cell)?.reason ?? null;
  }
}
