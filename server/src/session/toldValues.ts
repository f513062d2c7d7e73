/**
 * Which expression statements of a run have a value that somebody wants to be told. Texts that stand alone are mostly not meant as
 * values: the docstring of a file, comments between statements, the prose of a markdown cell.
 */
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { Statement } from '../python/syntax.ts';

/** The first statement of a file documents it; a notebook has nothing of that kind. */
export type TextKind = 'file' | 'notebook';

/** As in Jupyter the last statement of a cell is shown whatever it is. */
export function valuesToTell(
  { module: { body }, cells: allCells }: Pick<ParsedFile, 'module' | 'cells'>,
  cells: readonly Span[],
  kind: TextKind,
): (span: Span) => boolean {
  const shown = new Set(
    cells.map((cell) => body.findLast(({ start }) => cell.start <= start && start < cell.end)),
  );
  const isProse = ({ start }: Statement) =>
    allCells.some((cell) => cell.start <= start && start < cell.end && /\[(markdown|md)\]/i.test(cell.title));
  const hidden = body.filter(
    (statement, index) =>
      isText(statement) && (!shown.has(statement) || (index === 0 && kind === 'file') || isProse(statement)),
  );
  const starts = new Set(hidden.map(({ start }) => start));
  return ({ start }) => !starts.has(start);
}

const isText = (statement: Statement): boolean =>
  statement.kind === 'ExpressionStatement' && statement.value.kind === 'String';
