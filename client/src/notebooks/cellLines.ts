/**
 * Where lines of cells are after later edits. Only edits that move lines are kept, and of each cell only the latest: of an older place
 * nobody knows any more where it is. Pure.
 */

/** A change as the editor tells it: lines from 0. */
export interface LineChange {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number };
  };
  readonly text: string;
}

interface KeptChange {
  /** Of the cell, after the change. */
  readonly version: number;
  readonly first: number;
  readonly last: number;
  /** By how many lines what follows moves. */
  readonly by: number;
}

interface KeptCell {
  readonly changes: KeptChange[];
  /** Of all changes since this version none was forgotten. */
  since: number;
}

const mostChanges = 1000;

export class CellLines {
  readonly #cells = new Map<string, KeptCell>();

  /** `version` is that after the changes, which apply one after another. */
  edited(uri: string, version: number, changes: readonly LineChange[]): void {
    const cell = this.#cells.get(uri) ?? { changes: [], since: 0 };
    this.#cells.set(uri, cell);
    for (const { range, text } of changes) {
      const { start, end } = range;
      const lineCount = text.split('\n').length - 1;
      // What is typed before the first letter of a line moves that line, too.
      const isBefore = start.character === 0 && start.line === end.line && text.endsWith('\n');
      const by = lineCount - (end.line - start.line);
      if (by !== 0)
        cell.changes.push({ version, first: isBefore ? start.line - 1 : start.line, last: end.line, by });
    }
    for (const forgotten of cell.changes.splice(0, cell.changes.length - mostChanges))
      cell.since = forgotten.version;
  }

  /** The line now that was `line` in a version of the cell; null where nobody knows. */
  lineNow(uri: string, version: number, line: number): number | null {
    const cell = this.#cells.get(uri);
    if (cell === undefined) return line;
    if (version < cell.since) return null;
    return cell.changes.filter((change) => change.version > version).reduce(movedLine, line);
  }

  forget(uri: string): void {
    this.#cells.delete(uri);
  }
}

/** What is left of the last line that was replaced moves with what follows; a line that is gone is where the first one was. */
function movedLine(line: number, { first, last, by }: KeptChange): number {
  if (line <= first) return line;
  return line >= last ? line + by : first;
}
