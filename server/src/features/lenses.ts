/**
 * Run lenses above the cells: Run cell · Run above · Run all. Only in files that name one of the libraries: a file with
 * `# %%` markers and nothing of ours in it belongs to other extensions.
 */

import type { CodeLens } from 'vscode-languageserver-types';
import { commands } from '../../../protocol/src/editor.ts';
import { t } from '../base/l10n.ts';
import { mightUseLibrary } from '../project/scanText.ts';
import type { Cell, ParsedFile } from '../python/parsedFile.ts';
import type { DocumentView } from './documentView.ts';

/** The lenses of a document. A file without markers is one cell. */
export function cellLenses(file: ParsedFile, view: DocumentView): readonly CodeLens[] {
  if (!mightUseLibrary(file.text)) return [];
  const cells = file.cells.filter((cell) => cell.marker !== null || !isBlank(file.text, cell));
  return cells.flatMap((cell, index) => lensesOf(cell, index, view));
}

function lensesOf(cell: Cell, index: number, view: DocumentView): readonly CodeLens[] {
  const position = view.rangeOf(cell).start;
  const range = { start: position, end: position };
  const lens = (title: string, command: string): CodeLens => ({
    range,
    command: { title, command, arguments: [view.uri, position] },
  });
  const above = index === 0 ? [] : [lens(t('Run above'), commands.runAbove)];
  return [lens(t('Run cell'), commands.runCell), ...above, lens(t('Run all'), commands.runAll)];
}

const isBlank = (text: string, cell: Cell): boolean => text.slice(cell.start, cell.end).trim() === '';
