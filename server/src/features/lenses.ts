/**
 * Run lenses above the cells: Run cell · Run above · Run all. Only in files that name one of the libraries: a file with
 * `# %%` markers and nothing of ours in it belongs to other extensions.
 */
import type { CodeLens } from 'vscode-languageserver-types';
import { commands } from '../../../protocol/src/editor.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import type { Cell, ParsedFile } from '../python/parsedFile.ts';
import { mightUseLibrary } from './scanText.ts';

/** The lenses of a document. A file without markers is one cell. */
export function cellLenses(
  file: ParsedFile,
  document: { readonly uri: string; readonly lines: LineIndex },
): readonly CodeLens[] {
  if (!mightUseLibrary(file.text)) return [];
  const cells = file.cells.filter((cell) => cell.marker !== null || !isBlank(file.text, cell));
  return cells.flatMap((cell, index) => lensesOf(cell, { ...document, index }));
}

function lensesOf(
  cell: Cell,
  place: {
    readonly uri: string;
    readonly lines: LineIndex;
    readonly index: number;
  },
): readonly CodeLens[] {
  const { uri, lines } = place;
  const position = lines.positionAt(cell.start);
  const range = { start: position, end: position };
  const lens = (title: string, command: string): CodeLens => ({
    range,
    command: { title, command, arguments: [uri, position] },
  });
  const above = place.index === 0 ? [] : [lens('Run above', commands.runAbove)];
  return [lens('Run cell', commands.runCell), ...above, lens('Run all', commands.runAll)];
}

const isBlank = (text: string, cell: Cell): boolean => text.slice(cell.start, cell.end).trim() === '';
