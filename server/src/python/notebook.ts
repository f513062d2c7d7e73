/**
 * A Jupyter notebook as one Python text: its code cells joined by `# %%` markers, with what is not Python (magics, shell
 * commands, help) neutralised in place, so that lines keep their numbers within a cell. Reads the JSON of nbformat 3 and 4.
 */
import type { Span } from '../base/span.ts';
import { neutraliseMagics } from './magics.ts';

/** A code cell: where its source lies in the joined text. */
export interface NotebookCell {
  /** From 0, over all cells of the notebook, also those that are not code. */
  readonly index: number;
  /** Of the source, without the marker line before it. */
  readonly span: Span;
}

export interface Notebook {
  readonly text: string;
  readonly cells: readonly NotebookCell[];
}

/** Why a text is not a notebook, as one sentence. */
export interface NotebookProblem {
  readonly problem: string;
}

/** Stands before the source of each cell in the joined text. */
export const cellMarker = '# %%\n';

/** A code cell as a part of the joined text: its source is as long as before and begins after the marker. */
export function joinedCell(source: string): string {
  const end = source.endsWith('\n') || source === '' ? '' : '\n';
  return cellMarker + neutraliseMagics(source) + end;
}

/** Reads the text of an `.ipynb` file. */
export function readNotebook(json: string): Notebook | NotebookProblem {
  let content: unknown;
  try {
    content = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'The notebook is not valid JSON.' };
  }
  const cells = cellsOf(content);
  if (cells === null) return { problem: 'The file is JSON, but not a notebook: it has no list of cells.' };
  const language = languageOf(content);
  if (language !== null && !/^i?python\d?$/i.test(language))
    return { problem: `The notebook is written in ${language}, not Python.` };
  return join(cells);
}

/** The cell of the joined text that holds `offset`: the last one that begins at or before it. */
export function notebookCellAt(notebook: Notebook, offset: number): NotebookCell | null {
  return notebook.cells.findLast((cell) => cell.span.start <= offset) ?? notebook.cells[0] ?? null;
}

function join(cells: readonly unknown[]): Notebook {
  let text = '';
  const joined: NotebookCell[] = [];
  for (const [index, cell] of cells.entries()) {
    if (!isRecord(cell) || cell['cell_type'] !== 'code') continue;
    const source = sourceOf(cell);
    const start = text.length + cellMarker.length;
    joined.push({ index, span: { start, end: start + source.length } });
    text += joinedCell(source);
  }
  return { text, cells: joined };
}

/** nbformat 3 keeps the cells in worksheets. */
function cellsOf(content: unknown): readonly unknown[] | null {
  if (!isRecord(content)) return null;
  if (Array.isArray(content['cells'])) return content['cells'];
  const worksheets = content['worksheets'];
  if (!Array.isArray(worksheets)) return null;
  return worksheets.flatMap((sheet) =>
    isRecord(sheet) && Array.isArray(sheet['cells']) ? sheet['cells'] : [],
  );
}

/** The source is one text or a list of lines; nbformat 3 calls it `input`. */
function sourceOf(cell: Readonly<Record<string, unknown>>): string {
  const source = cell['source'] ?? cell['input'];
  if (typeof source === 'string') return source;
  return Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : '';
}

function languageOf(content: unknown): string | null {
  const metadata = field(content, 'metadata');
  const name =
    field(field(metadata, 'language_info'), 'name') ?? field(field(metadata, 'kernelspec'), 'language');
  return typeof name === 'string' ? name : null;
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
