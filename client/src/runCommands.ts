/** Commands that run a document or a part of it, and that move from cell to cell. */
import * as vscode from 'vscode';
import { commands, methods, type RunScope, type RunStateParams } from '../../protocol/src/editor.ts';
import type { CellRegion } from './cellRegions.ts';
import {
  type CommandContext,
  type CommandHandlers,
  editorOf,
  pythonEditorOrThrow,
  type Target,
  targetOrThrow,
  uriOf,
} from './commandTargets.ts';
import { t } from './l10n.ts';
import { manageTrustCommand } from './lensView.ts';
import { isNotebookCell } from './notebooks/notebookOf.ts';

/** What a person wants to be run. */
interface WantedRun extends Target {
  readonly scope: RunScope;
  readonly selection?: vscode.Range;
}

export function runCommands(context: CommandContext): CommandHandlers {
  const runScope = (scope: RunScope) => async (uri: unknown, position: unknown) => {
    const wanted = { scope, ...targetOrThrow(uri, position) };
    const isClick = typeof uri === 'string';
    if (!(isClick && isAsked(context, wanted))) await run(context, wanted);
  };
  return {
    [commands.runCell]: runScope('cell'),
    [commands.runAbove]: runScope('above'),
    [commands.runBelow]: runScope('below'),
    [commands.runAll]: runScope('all'),
    [commands.runAndAdvance]: () => runAndAdvance(context),
    [commands.runSelection]: () => runSelection(context),
    [commands.cancel]: (uri) => tell(context, methods.cancel, uri),
    [commands.resetState]: async (uri) => {
      await tell(context, methods.reset, uri);
      context.documents.touched(uriOf(targetOrThrow(uri, undefined).document));
    },
    [commands.nextCell]: () => goToCell(context, 'next'),
    [commands.previousCell]: () => goToCell(context, 'previous'),
    [commands.selectCell]: () => selectCell(context),
  };
}

/**
 * A moment after a click its lens says Cancel: whoever clicks twice before meant one run. The key runs once for each press.
 */
function isAsked(context: CommandContext, wanted: WantedRun): boolean {
  const { document, scope } = wanted;
  const { version } = document;
  const notices = context.documents.find(uriOf(document))?.tracker.notices;
  return notices?.has({ offset: noticePlace(context, wanted), version, scope }) === true;
}

async function run(context: CommandContext, wanted: WantedRun): Promise<void> {
  if (!vscode.workspace.isTrusted) return refuseUntrusted();
  if (isNotebookCell(wanted.document)) await context.runNotebookCell(wanted.document);
  else await start(context, wanted);
}

/** Runs, and waits for the end. The workspace has to be trusted. */
export async function runToEnd(
  context: CommandContext,
  wanted: WantedRun,
  token: vscode.CancellationToken,
): Promise<Exclude<RunStateParams['state'], 'running'>> {
  const uri = uriOf(wanted.document);
  const runId = await start(context, wanted);
  const cancel = () => {
    context.server.ask(methods.cancel, uri).catch((error: unknown) => context.log.error(String(error)));
  };
  if (token.isCancellationRequested) cancel();
  const cancelling = token.onCancellationRequested(cancel);
  const ended = await context.documents.whenEnded(uri, runId);
  cancelling.dispose();
  return ended;
}

/** Asks for a run; the result is its id. */
async function start(context: CommandContext, wanted: WantedRun): Promise<number> {
  const { document, position, scope, selection } = wanted;
  if (isNotebookCell(document))
    throw new Error(t('That works in files only, not in the cells of a notebook.'));
  const { version } = document;
  const { tracker, uri } = context.documents.of(document);
  tracker.keep(version, document.getText());
  // Before anything else is done, so that the person sees at once that the click was heard.
  const notice = tracker.notices.add({
    offset: noticePlace(context, wanted),
    startedAt: Date.now(),
    version,
    scope,
  });
  context.documents.touched(uri);
  const giveUp = () => {
    tracker.release(version);
    tracker.notices.withdraw(notice);
    context.documents.touched(uri);
  };
  const params = { uri: uriOf(document), version, scope, position: plainPosition(position) };
  const response = await context.server
    .run(selection === undefined ? params : { ...params, selection: plainRange(selection) })
    .catch((error: unknown) => {
      giveUp();
      throw error;
    });
  if (!('refused' in response)) return response.runId;
  giveUp();
  throw new Error(response.refused);
}

/** The first line of the cell, where its lens is, unless that can not be seen: then the line of the cursor. */
function noticePlace({ documents }: CommandContext, { document, position, scope }: WantedRun): number {
  const offset = document.offsetAt(position);
  if (scope === 'selection') return offset;
  const start = documents.find(uriOf(document))?.regions.at(offset)?.start ?? offset;
  const editor = editorOf(document);
  const place = document.positionAt(start);
  const isSeen = editor?.visibleRanges.some((range) => range.contains(place)) ?? true;
  return isSeen ? start : document.offsetAt(editor?.selection.active ?? position);
}

const plainPosition = ({ line, character }: vscode.Position) => ({ line, character });
const plainRange = ({ start, end }: vscode.Range) => ({
  start: plainPosition(start),
  end: plainPosition(end),
});

export async function refuseUntrusted(): Promise<void> {
  const manage = t('Manage Workspace Trust');
  const message = t('ScanLens runs code only in a trusted workspace. Rules and hovers work without trust.');
  const choice = await vscode.window.showErrorMessage(message, manage);
  if (choice === manage) await vscode.commands.executeCommand(manageTrustCommand);
}

function tell(context: CommandContext, method: typeof methods.cancel | typeof methods.reset, uri: unknown) {
  return context.server.ask(method, uriOf(targetOrThrow(uri, undefined).document));
}

/** As in a notebook: the cell runs, and the cursor is in the next one. After the last cell it stays. */
async function runAndAdvance(context: CommandContext): Promise<void> {
  const editor = pythonEditorOrThrow();
  const { document, selection } = editor;
  const running = run(context, { scope: 'cell', document, position: selection.active });
  const next = context.documents.find(uriOf(document))?.regions.after(document.offsetAt(selection.active));
  if (next != null) moveTo(editor, firstLineIn(document, next));
  await running;
}

async function runSelection(context: CommandContext): Promise<void> {
  const { document, selection } = pythonEditorOrThrow();
  await run(context, { scope: 'selection', document, position: selection.start, selection });
}

function goToCell({ documents }: CommandContext, where: 'next' | 'previous'): void {
  const editor = pythonEditorOrThrow();
  const { document, selection } = editor;
  const regions = documents.find(uriOf(document))?.regions;
  const offset = document.offsetAt(selection.active);
  const here = regions?.at(offset) ?? null;
  const isAtStart = here !== null && selection.active.line <= firstLineIn(document, here);
  const found = where === 'next' ? regions?.after(offset) : regions?.before(offset, isAtStart);
  if (found != null) moveTo(editor, firstLineIn(document, found));
}

function selectCell({ documents }: CommandContext): void {
  const editor = pythonEditorOrThrow();
  const { document, selection } = editor;
  const cell = documents.find(uriOf(document))?.regions.at(document.offsetAt(selection.active)) ?? null;
  if (cell === null) throw new Error(t('This file has no cells.'));
  editor.selection = new vscode.Selection(document.positionAt(cell.start), document.positionAt(cell.end));
}

/** The line in which a person starts to write: under the marker, where the cell has one. */
function firstLineIn(document: vscode.TextDocument, { start, end }: CellRegion): number {
  const first = document.positionAt(start).line;
  const last = document.positionAt(Math.max(start, end - 1)).line;
  const isMarker = /^\s*#\s*(%%|In\s?\[)/.test(document.lineAt(first).text);
  return isMarker ? Math.min(first + 1, last) : first;
}

function moveTo(editor: vscode.TextEditor, line: number): void {
  const place = new vscode.Position(line, 0);
  editor.selection = new vscode.Selection(place, place);
  // The marker above belongs to what is looked at.
  const shown = new vscode.Range(Math.max(0, line - 1), 0, line, 0);
  editor.revealRange(shown, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
