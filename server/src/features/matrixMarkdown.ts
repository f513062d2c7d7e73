/** Small matrices as tables, with the numbers of rows and columns. */
import type { ArrayData } from '../../../protocol/src/results.ts';
import { codeSpan, escapeMarkdown, table, tableCode } from './markdown.ts';

/** More columns than this do not fit beside each other in a hover. */
const mostColumns = 12;

/** Null for what is no matrix, or of which not all is there. */
export function matrixMarkdown({ dtype, shape, data }: ArrayData, title = ''): string | null {
  const [rowCount = 0, columnCount = 0] = shape;
  const isWhole = shape.length === 2 && data.length > 0 && data.length === rowCount * columnCount;
  if (!isWhole || columnCount > mostColumns) return null;
  const rows = Array.from({ length: rowCount }, (_, row) => [
    String(row),
    ...data
      .slice(row * columnCount, (row + 1) * columnCount)
      .map((value) => tableCode(typeof value === 'boolean' ? pythonBoolean(value) : String(value))),
  ]);
  const head = ['', ...Array.from({ length: columnCount }, (_, column) => String(column))];
  const name = title === '' ? '' : `${codeSpan(title)}: `;
  return `${name}${escapeMarkdown(`${dtype} (${rowCount}, ${columnCount})`)}\n\n${table(head, rows)}`;
}

const pythonBoolean = (value: boolean): string => (value ? 'True' : 'False');
