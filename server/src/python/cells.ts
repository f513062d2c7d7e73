/** The cells of a file: from one marker comment (`# %%`, `#%%`, `# In[3]:`) to the next. */
import { type TokenTable, tokenKinds } from './lexer.ts';
import type { Cell } from './parsedFile.ts';

const markerPattern = /^#\s*%%(?!%)\s*(.*)$|^#\s*In\s?\[[\d ]*\]:?\s*(.*)$/;

/**
 * Cells cover the whole text. A marker is a comment alone on its line, so one inside a string is none. Text before the
 * first marker is a cell of its own unless it is blank; then it belongs to the first marker's cell.
 */
export function findCells(text: string, tokens: TokenTable): Cell[] {
  const markers = markersIn(text, tokens);
  const first = markers[0];
  if (!first) return [{ start: 0, end: text.length, index: 0, title: '', marker: null }];
  const starts = markers.map((marker) => marker.lineStart);
  const hasPreamble = text.slice(0, first.lineStart).trim() !== '';
  const cells: Cell[] = [];
  if (hasPreamble) cells.push({ start: 0, end: first.lineStart, index: 0, title: '', marker: null });
  else starts[0] = 0;
  for (const [index, { start, end, title }] of markers.entries())
    cells.push({
      start: starts[index]!,
      end: starts[index + 1] ?? text.length,
      index: cells.length,
      title,
      marker: { start, end },
    });
  return cells;
}

interface Marker {
  readonly start: number;
  readonly end: number;
  readonly lineStart: number;
  readonly title: string;
}

function markersIn(text: string, tokens: TokenTable): Marker[] {
  const result: Marker[] = [];
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.kinds[index] !== tokenKinds.comment) continue;
    const start = tokens.starts[index]!;
    const end = tokens.ends[index]!;
    const match = markerPattern.exec(text.slice(start, end));
    if (!match) continue;
    const lineStart = lineStartBefore(text, start);
    if (text.slice(lineStart, start).trim() !== '') continue;
    result.push({ start, end, lineStart, title: (match[1] ?? match[2] ?? '').trim() });
  }
  return result;
}

function lineStartBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}
