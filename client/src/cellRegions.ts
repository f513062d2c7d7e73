/** Where the cells of a document are while its text changes: as the server last said, moved by the edits since. Pure. */
import { type Edit, moveOffset } from './editTracking.ts';

/** Offsets in the present text; cells follow each other without gaps. */
export interface CellRegion {
  readonly start: number;
  readonly end: number;
}

export class CellRegions {
  #regions: CellRegion[] = [];

  /** What the server says of the present version. */
  set(regions: readonly CellRegion[]): void {
    this.#regions = [...regions];
  }

  edit(edits: readonly Edit[]): void {
    for (const edit of edits) {
      this.#regions = this.#regions.map(({ start, end }) => ({
        start: start === 0 ? 0 : moveOffset(start, edit, 'right'),
        end: moveOffset(end, edit, 'right'),
      }));
    }
  }

  get all(): readonly CellRegion[] {
    return this.#regions;
  }

  /** The cell that holds `offset`; the end of the text belongs to the last cell. */
  at(offset: number): CellRegion | null {
    return this.#regions.findLast(({ start }) => start <= offset) ?? null;
  }

  /** The cell after the one that holds `offset`. */
  after(offset: number): CellRegion | null {
    return this.#regions.find(({ start }) => start > offset) ?? null;
  }

  /** The start of the cell that holds `offset` where `offset` is inside of it, else the cell before. */
  before(offset: number, isAtStart: boolean): CellRegion | null {
    const here = this.at(offset);
    if (here === null || !isAtStart) return here;
    return this.#regions.findLast(({ start }) => start < here.start) ?? null;
  }
}
