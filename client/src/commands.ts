/** The commands of the extension. A notification appears only when one of them failed. */
import * as vscode from 'vscode';
import { commands, linkCommands, methods, type RunScope } from '../../protocol/src/editor.ts';
import type { PositionData } from '../../protocol/src/places.ts';
import type { DocumentStates } from './documentStates.ts';
import { fixAll } from './fixAll.ts';
import { internalCommands } from './internalCommands.ts';
import { manageTrustCommand } from './lensView.ts';
import { isPosition, openPage, showPlaces, toPosition } from './linkCommands.ts';
import { resultsText } from './resultsText.ts';
import type { ServerLink } from './serverLink.ts';
import { chooseValue, type StateCommandContext, stateHandlers } from './stateView/stateCommands.ts';
import type { TextDocuments } from './textDocuments.ts';
import { valueHandlers } from './values/valueCommands.ts';

export interface CommandContext {
  readonly server: ServerLink;
  readonly documents: DocumentStates;
  readonly texts: TextDocuments;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
  readonly state: StateCommandContext;
}

/** Where a command is meant: a document and a place in it. */
interface Target {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

const examplePath = 'examples/theano/four_variants.py';

/** Registers all commands; the result unregisters them. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const handlers: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
    [commands.runCell]: (uri, position) => run(context, 'cell', target(uri, position)),
    [commands.runAbove]: (uri, position) => run(context, 'above', target(uri, position)),
    [commands.runAll]: (uri, position) => run(context, 'all', target(uri, position)),
    [commands.cancel]: (uri) =>
      forDocument(uri, (document) => context.server.ask(methods.cancel, uriOf(document))),
    [commands.resetState]: (uri) => forDocument(uri, (document) => reset(context, uriOf(document))),
    [commands.clearResults]: (uri) => forDocument(uri, (document) => clear(context, document)),
    [commands.clearLineResults]: () => clearLine(context),
    [commands.readResults]: (uri, position) => readResults(context, target(uri, position)),
    [commands.fixAll]: () => fixAll(),
    [commands.showLog]: () => context.log.show(true),
    [commands.openExample]: () => openExample(context.extensionUri),
    [linkCommands.showPlaces]: (uri, position, places) => showPlaces(uri, position, places),
    [linkCommands.openPage]: (address) => openPage(address),
    [internalCommands.copyResult]: (uri, id) => withResult(context, uri, id, copyToClipboard),
    [internalCommands.openResult]: (uri, id) =>
      withResult(context, uri, id, (text) => context.texts.show('Value', text)),
    ...stateHandlers(context.state),
    ...valueHandlers({ ...context.state, choose: () => chooseValue(context.state) }),
  };
  const registered = Object.entries(handlers).map(([name, handler]) =>
    vscode.commands.registerCommand(name, (...args: unknown[]) => guarded(context, () => handler(...args))),
  );
  return vscode.Disposable.from(...registered);
}

/** The one place where a failed command becomes a notification. */
async function guarded(context: CommandContext, action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    context.log.error(error instanceof Error ? error : message);
    void vscode.window.showErrorMessage(`ScanLens: ${message}`);
  }
}

async function run(context: CommandContext, scope: RunScope, target: Target | null): Promise<void> {
  if (target === null) throw new Error('Open a Python file to run its cells.');
  if (!vscode.workspace.isTrusted) return refuseUntrusted();
  const { document, position } = target;
  const { version } = document;
  const { tracker } = context.documents.of(document);
  tracker.keep(version, document.getText());
  const place: PositionData = { line: position.line, character: position.character };
  const response = await context.server
    .run({ uri: uriOf(document), version, scope, position: place })
    .catch((error: unknown) => {
      tracker.release(version);
      throw error;
    });
  if (!('refused' in response)) return;
  tracker.release(version);
  throw new Error(response.refused);
}

async function reset({ server, state }: CommandContext, uri: string): Promise<void> {
  await server.ask(methods.reset, uri);
  state.view.model.touch(uri);
  state.values.touch(uri);
}

async function refuseUntrusted(): Promise<void> {
  const manage = 'Manage Workspace Trust';
  const message = 'ScanLens runs code only in a trusted workspace. Rules and hovers work without trust.';
  const choice = await vscode.window.showErrorMessage(message, manage);
  if (choice === manage) await vscode.commands.executeCommand(manageTrustCommand);
}

function clear({ documents }: CommandContext, document: vscode.TextDocument): void {
  const { tracker, uri } = documents.of(document);
  tracker.clear();
  documents.touched(uri);
}

function clearLine({ documents }: CommandContext): void {
  const editor = vscode.window.activeTextEditor;
  const state = editor === undefined ? null : documents.find(editor.document.uri.toString());
  if (editor === undefined || state === null) return;
  const { line } = editor.selection.active;
  state.tracker.clearWhere(({ end }) => editor.document.positionAt(end).line === line);
  documents.touched(state.uri);
}

async function readResults({ documents, texts }: CommandContext, target: Target | null): Promise<void> {
  if (target === null) throw new Error('Open a Python file to read the results of its cells.');
  const { document, position } = target;
  const cell = documents.find(document.uri.toString())?.tracker.cellAt(document.offsetAt(position)) ?? null;
  if (cell === null) throw new Error('This cell has no results yet. Run it first.');
  await texts.show(
    'Results',
    resultsText(cell, (offset) => document.positionAt(offset).line),
  );
}

async function openExample(extensionUri: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, examplePath));
  const content = new TextDecoder().decode(bytes);
  const document = await vscode.workspace.openTextDocument({ language: 'python', content });
  await vscode.window.showTextDocument(document);
}

async function withResult(
  { documents }: CommandContext,
  uri: unknown,
  id: unknown,
  action: (text: string) => unknown,
): Promise<void> {
  const found = typeof id === 'number' ? documents.find(String(uri))?.tracker.find(id) : null;
  if (found === null || found === undefined) throw new Error('This result is not there any more.');
  await action(found.result.full);
}

async function copyToClipboard(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
}

async function forDocument(uri: unknown, action: (document: vscode.TextDocument) => unknown): Promise<void> {
  const found = target(uri, undefined);
  if (found === null) throw new Error('Open a Python file first.');
  await action(found.document);
}

/** The place that a lens names, or the cursor. Arguments come from anywhere, so nothing about them is believed. */
function target(uri: unknown, position: unknown): Target | null {
  const editor = vscode.window.activeTextEditor;
  if (typeof uri !== 'string') {
    const isPython = editor?.document.languageId === 'python';
    return isPython ? { document: editor.document, position: editor.selection.active } : null;
  }
  const wanted = vscode.Uri.parse(uri).toString();
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === wanted);
  if (document === undefined) return null;
  return { document, position: isPosition(position) ? toPosition(position) : cursorIn(document) };
}

function cursorIn(document: vscode.TextDocument): vscode.Position {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  return editor?.selection.active ?? new vscode.Position(0, 0);
}

const uriOf = (document: vscode.TextDocument): string => document.uri.toString();
