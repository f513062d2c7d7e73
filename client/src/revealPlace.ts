/** Shows a place that an answer of the evaluator names: in the document, or in a module that it imports. */
import * as vscode from 'vscode';
import type { PlaceData } from '../../protocol/src/places.ts';
import { t } from './l10n.ts';
import { revealCell } from './notebooks/notebookOf.ts';

/** Where a place of the document is now; null where nobody knows. */
export type RangeOf = (uri: string, place: PlaceData) => vscode.Range | null;

/** In the column where the document is already shown; never over a webview that asked. */
export async function revealPlace(uri: string, place: PlaceData, rangeOf: RangeOf): Promise<void> {
  if (place.cell !== undefined) return revealCell(place.cell);
  const document = vscode.Uri.parse(uri);
  const { path } = place;
  // A module lies beside the document, on the same disk or host.
  const target = path === undefined ? document : document.with({ path: vscode.Uri.file(path).path });
  const selection = path === undefined ? rangeOf(uri, place) : rangeInFile(place);
  if (selection === null) {
    throw new Error(t('Nobody knows any more where that stands. Run the program again.'));
  }
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shown = visibleTextEditors.find((editor) => editor.document.uri.toString() === target.toString());
  const viewColumn = (shown ?? activeTextEditor)?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(target, { selection, viewColumn });
}

function rangeInFile({ range }: PlaceData): vscode.Range {
  const { start, end } = range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
