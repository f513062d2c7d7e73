/**
 * Which pieces of a text a run is about: its cells, or the lines of a selection. A selection is run as what it is: whole
 * statements of the module, in its namespace; one that cuts a statement is refused, since half of a loop means something else.
 */

import type { RunParams } from '../../../protocol/src/editor.ts';
import type { RangeData } from '../../../protocol/src/places.ts';
import { t } from '../base/l10n.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import { type Span, touches } from '../base/span.ts';
import type { Cell, ParsedFile } from '../python/parsedFile.ts';

/** What one version of a text is, as far as runs ask. */
export interface RunSource {
  readonly file: ParsedFile;
  readonly lines: LineIndex;
}

/** The pieces of a run in order, or why there are none. A piece of a cell carries what its cell says of itself. */
export function runPieces(
  { file, lines }: RunSource,
  { scope, position, selection }: RunParams,
): readonly Cell[] | string {
  if (scope === 'all') return file.cells;
  if (scope === 'selection')
    return selectedPieces({ file, lines }, selection ?? { start: position, end: position });
  const here = cellAt(file, lines.offsetAt(position));
  if (here === null) return t('There is nothing to run.');
  if (scope === 'cell') return [here];
  if (scope === 'through') return file.cells.filter((cell) => cell.index <= here.index);
  if (scope === 'below') return file.cells.filter((cell) => cell.index >= here.index);
  const above = file.cells.filter((cell) => cell.index < here.index);
  return above.length > 0 ? above : t('There is no cell above this one.');
}

const cellAt = ({ cells }: ParsedFile, offset: number): Cell | null =>
  cells.findLast((cell) => touches(cell, offset)) ?? cells[0] ?? null;

/** The lines of a selection, cut where cells begin. */
function selectedPieces({ file, lines }: RunSource, selection: RangeData): readonly Cell[] | string {
  const span = wholeLines(lines, selection);
  const statements = file.module.body.filter(
    (statement) => statement.start < span.end && span.start < statement.end,
  );
  const cutOff = statements.find(({ start, end }) => start < span.start || span.end < end);
  if (cutOff !== undefined) {
    const [first, last] = [lines.lineAt(cutOff.start) + 1, lines.lineAt(cutOff.end) + 1];
    return t('The selection is a part of the statement in lines {0} to {1}. Select all of it.', first, last);
  }
  if (statements.length === 0) return t('The selection holds no statement.');
  return file.cells.flatMap((cell) => {
    const piece = { ...cell, start: Math.max(cell.start, span.start), end: Math.min(cell.end, span.end) };
    const isFilled = statements.some(({ start }) => piece.start <= start && start < piece.end);
    return isFilled ? [piece] : [];
  });
}

/** A selection that ends at the very start of a line does not mean that line. */
function wholeLines(lines: LineIndex, { start, end }: RangeData): Span {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { start: lines.lineStart(start.line), end: lines.lineStart(last + 1) };
}
