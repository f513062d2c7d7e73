/**
 * One page of an array as text, laid out as NumPy prints arrays: brackets, columns that are aligned at the decimal point, `...` for
 * what is left out; and before each line the index of its first element. Pure.
 */
import type { PageData } from '../../../protocol/src/values.ts';

export interface PageText {
  readonly lines: readonly string[];
  /** Where an element of the page stands; null when it is on another one. Row and column are those of the plane. */
  readonly placeOf: (row: number, column: number) => TextPlace | null;
}

export interface TextPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A vector is broken into lines of at most so many characters. */
const lineWidth = 100;
/** Elements of a vector on one line: numbers that are easily added. */
const elementsPerLine = [20, 10, 5, 2, 1] as const;

/** `+19` has to fit over an element. */
const offsetWidth = 3;

/** The text of a page without anything before or after it. */
export function pageText(page: PageData): PageText {
  const ndim = page.shape.length;
  if (page.shape.includes(0)) return fixedText('[]');
  if (ndim === 0) return fixedText(page.rows[0]?.[0] ?? '');
  return ndim === 1 ? vectorText(page) : matrixText(page);
}

function fixedText(text: string): PageText {
  return { lines: [text], placeOf: () => ({ line: 0, start: 0, end: text.length }) };
}

function vectorText(page: PageData): PageText {
  const cells = aligned(
    page.rows.map((row) => row[0] ?? ''),
    offsetWidth,
  );
  const width = cells[0]?.length ?? 0;
  const perLine = elementsPerLine.find((count) => count * (width + 1) <= lineWidth) ?? 1;
  const rows = Array.from({ length: Math.ceil(cells.length / perLine) }, (_, line) =>
    cells.slice(line * perLine, (line + 1) * perLine),
  );
  const isFirst = page.rowStart === 0;
  const isLast = page.rowStart + cells.length >= page.rowCount;
  const labels = rows.map((_, line) => String(page.rowStart + line * perLine));
  const gutter = gutterWidth(labels);
  const heading = perLine > 1 ? [headingLine(gutter + 1, rows[0] ?? [], (index) => `+${index}`)] : [];
  const body = rows.map((row, line) => {
    const open = isFirst && line === 0 ? '[' : ' ';
    const isEnd = line === rows.length - 1;
    const close = !isEnd ? '' : isLast ? ']' : ' ...';
    return `${(labels[line] ?? '').padStart(gutter - 2)}  ${open}${row.join(' ')}${close}`;
  });
  const before = isFirst ? [] : [`${' '.repeat(gutter)} ...`];
  const skipped = heading.length + before.length;
  const placeOf = (row: number): TextPlace | null => {
    const index = row - page.rowStart;
    if (index < 0 || index >= cells.length) return null;
    const start = gutter + 1 + (index % perLine) * (width + 1);
    return { line: skipped + Math.floor(index / perLine), start, end: start + width };
  };
  return { lines: [...heading, ...before, ...body], placeOf };
}

function matrixText(page: PageData): PageText {
  const columnCount = page.rows[0]?.length ?? 0;
  const labelOf = (column: number) => String(page.columnStart + column);
  const columns = Array.from({ length: columnCount }, (_, column) =>
    aligned(
      page.rows.map((row) => row[column] ?? ''),
      labelOf(column).length,
    ),
  );
  const edges = edgesOf(page, columnCount);
  const labels = page.rows.map((_, row) => String(page.rowStart + row));
  const gutter = gutterWidth(labels);
  const lead = edges.left.length;
  const heading = headingLine(
    gutter + 2 + lead,
    columns.map((column) => column[0] ?? ''),
    labelOf,
  );
  const body = page.rows.map((_, row) => {
    const open = row === 0 && edges.isTop ? '[[' : ' [';
    const close = row === page.rows.length - 1 && edges.isBottom ? ']]' : ']';
    const cells = columns.map((column) => column[row] ?? '').join(' ');
    const label = (labels[row] ?? '').padStart(gutter - 2);
    return `${label}  ${open}${edges.left}${cells}${edges.right}${close}`;
  });
  const gap = `${' '.repeat(gutter)} ...`;
  const before = edges.isTop ? [] : [gap];
  const after = edges.isBottom ? [] : [gap];
  const skipped = 1 + before.length;
  const placeOf = (row: number, column: number): TextPlace | null => {
    const [line, index] = [row - page.rowStart, column - page.columnStart];
    if (line < 0 || line >= page.rows.length || index < 0 || index >= columnCount) return null;
    const widths = columns.map((cells) => cells[0]?.length ?? 0);
    const start = gutter + 2 + lead + widths.slice(0, index).reduce((sum, width) => sum + width + 1, 0);
    return { line: skipped + line, start, end: start + (widths[index] ?? 0) };
  };
  return { lines: [heading, ...before, ...body, ...after], placeOf };
}

/** What is left out around a page of a matrix. */
function edgesOf(page: PageData, columnCount: number) {
  return {
    isTop: page.rowStart === 0,
    isBottom: page.rowStart + page.rows.length >= page.rowCount,
    left: page.columnStart === 0 ? '' : '... ',
    right: page.columnStart + columnCount >= page.columnCount ? '' : ' ...',
  };
}

const gutterWidth = (labels: readonly string[]): number => longestOf(labels) + 2;

/** Over each column its index. */
function headingLine(indent: number, cells: readonly string[], labelOf: (column: number) => string): string {
  const labels = cells.map((cell, column) => labelOf(column).padStart(cell.length));
  return `${' '.repeat(indent)}${labels.join(' ')}`;
}

const decimal = /^[^.e]*(\.[^e]*)?$/;

/** Texts of one width: numbers stand with their points below each other, other things at the right. */
function aligned(cells: readonly string[], minWidth: number): readonly string[] {
  const fractions = cells.map((cell) => decimal.exec(cell)?.[1] ?? '');
  const hasPoints =
    fractions.some((fraction) => fraction !== '') && cells.every((cell) => decimal.test(cell));
  const longest = hasPoints ? longestOf(fractions) : 0;
  const padded = cells.map((cell, row) =>
    /\d/.test(cell) ? cell + ' '.repeat(Math.max(0, longest - (fractions[row] ?? '').length)) : cell,
  );
  const width = Math.max(minWidth, longestOf(padded));
  return padded.map((cell) => cell.padStart(width));
}

const longestOf = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0);
