/** Which shared variables each cell of a run has read and written itself, or through the functions that it called. */
import type { CellAccess } from '../../../../protocol/src/evaluator.ts';
import type { RecordedFunction, RecordedVariable } from './records.ts';

export class CellAccesses {
  #cells: { readonly reads: Set<number>; readonly writes: Set<number> }[] = [];
  /** Counts the cells of all runs, so that a function knows which of them has called it. */
  #number = 0;

  beginRun(): void {
    this.#cells = [];
  }

  beginCell(): void {
    this.#number++;
    this.#cells.push({ reads: new Set(), writes: new Set() });
  }

  /** One for each cell that was begun in this run. */
  get all(): readonly CellAccess[] {
    return this.#cells.map(({ reads, writes }) => ({ reads: [...reads], writes: [...writes] }));
  }

  read({ id }: RecordedVariable): void {
    this.#cells.at(-1)?.reads.add(id);
  }

  write({ id }: RecordedVariable): void {
    this.#cells.at(-1)?.writes.add(id);
  }

  /** True for the first call of a function in a cell: later ones read nothing new. */
  isFirstCall(called: RecordedFunction): boolean {
    if (called.cellNumber === this.#number) return false;
    called.cellNumber = this.#number;
    return true;
  }
}
