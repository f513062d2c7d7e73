/** Shows a place that an answer of the evaluator names: in the document, or in a module that it imports. */
import * as vscode from 'vscode';
import type { PlaceData, RangeData } from '../../protocol/src/places.ts';
import { toPosition } from './linkCommands.ts';

/** Beside the webview that asked, in the column where the document is already shown. */
export async function revealPlace(uri: string, place: PlaceData): Promise<void> {
  const target = targetOf(vscode.Uri.parse(uri), place);
  const document = await vscode.workspace.openTextDocument(target);
  const selection = rangeOf(document, place);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { viewColumn, selection });
}

function targetOf(document: vscode.Uri, { path }: PlaceData): vscode.Uri {
  if (path === undefined) return document;
  return document.with({ path });
}

/** Lines and characters where the server knows them; the text may have changed since it was run, so they are only near. */
function rangeOf(document: vscode.TextDocument, { range, span }: PlaceData): vscode.Range {
  if (isRange(range)) return new vscode.Range(toPosition(range.start), toPosition(range.end));
  return new vscode.Range(document.positionAt(Number(span?.start)), document.positionAt(Number(span?.end)));
}

const isRange = (range: RangeData | undefined): range is RangeData =>
  Number.isInteger(range?.start?.line) && Number.isInteger(range?.end?.line);
