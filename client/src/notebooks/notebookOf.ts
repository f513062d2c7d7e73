/** From a cell to its notebook: results of cells are about the notebook, in whose namespace they all run. */
import * as vscode from 'vscode';
import type { PlaceData } from '../../../protocol/src/places.ts';
import { t } from '../l10n.ts';
import type { CellLines } from './cellLines.ts';

const cellScheme = 'vscode-notebook-cell';

export const isNotebookCell = ({ uri }: vscode.TextDocument): boolean => uri.scheme === cellScheme;

/** The notebook of which a document is a cell. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | null {
  if (!isNotebookCell(document)) return null;
  const isCell = (notebook: vscode.NotebookDocument) =>
    notebook.getCells().some((cell) => cell.document === document);
  return vscode.workspace.notebookDocuments.find(isCell) ?? null;
}

/** The address under which runs of a document leave their state. */
export const stateUriOf = (document: vscode.TextDocument): string =>
  (notebookOf(document) ?? document).uri.toString();

/** Where a place of a notebook is now, in the cell that it names; null when the cell is gone, or nobody knows. */
export function rangeInCell({ cell, cellVersion, range }: PlaceData, lines: CellLines): vscode.Range | null {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === cell);
  if (cell === undefined || document === undefined || range === undefined) return null;
  const { start, end } = range;
  const first = lines.lineNow(cell, cellVersion ?? document.version, start.line);
  if (first === null) return null;
  const last = first + end.line - start.line;
  return document.validateRange(new vscode.Range(first, start.character, last, end.character));
}

/** Shows a cell in its notebook. */
export async function revealCell(uri: string): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  const notebook = document === undefined ? null : notebookOf(document);
  const index = notebook?.getCells().find((cell) => cell.document === document)?.index;
  if (notebook === null || index === undefined) throw new Error(t('The cell is not there any more.'));
  const selections = [new vscode.NotebookRange(index, index + 1)];
  await vscode.window.showNotebookDocument(notebook, { selections });
}
