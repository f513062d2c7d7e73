/**
 * From a name to the line that made its present value: for a shared variable the call that changed it last, else the nearest
 * binding above, among several one whose line shows a result.
 */
import * as vscode from 'vscode';
import { type CommandContext, pythonEditorOrThrow, uriOf } from './commandTargets.ts';
import { t } from './l10n.ts';
import { toPosition } from './linkCommands.ts';

/** `a`, `model.W`. */
const dottedName = /[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*/u;

export async function goToProducingLine(context: CommandContext): Promise<void> {
  const editor = pythonEditorOrThrow();
  const { document, selection } = editor;
  const word = document.getWordRangeAtPosition(selection.active, dottedName);
  if (word === undefined) throw new Error(t('Put the cursor on a name first.'));
  const place =
    (await lastChange(context, document, document.getText(word))) ?? (await binding(context, editor));
  if (place === null)
    throw new Error(t('Nothing in this file gives a value to “{0}”.', document.getText(word)));
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function lastChange(
  { server, documents }: CommandContext,
  document: vscode.TextDocument,
  name: string,
): Promise<vscode.Position | null> {
  const state = await server.question(uriOf(document), 'state', {});
  const change = state?.variables.find((variable) => variable.name === name)?.lastChange ?? null;
  if (change === null || change.place === null || change.place.path !== undefined) return null;
  const { version, span } = change.place;
  const present = documents.find(uriOf(document))?.tracker.presentSpan(version, span) ?? null;
  return present === null ? null : document.positionAt(present.start);
}

async function binding(
  { server, documents }: CommandContext,
  { document, selection }: vscode.TextEditor,
): Promise<vscode.Position | null> {
  const { line, character } = selection.active;
  const ranges = await server.producers(uriOf(document), { line, character });
  const cells = documents.find(uriOf(document))?.tracker.cells ?? [];
  const lines = new Set(
    cells.flatMap(({ results }) => results.map(({ end }) => document.positionAt(end).line)),
  );
  const above = ranges.filter(({ start }) => start.line <= line);
  const chosen = above.find(({ start }) => lines.has(start.line)) ?? ranges[0];
  return chosen === undefined ? null : toPosition(chosen.start);
}
