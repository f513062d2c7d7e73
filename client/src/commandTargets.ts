/** Where a command is meant, and the context in which commands work. Arguments come from anywhere, so nothing about them is believed. */
import * as vscode from 'vscode';
import type { DocumentStates } from './documentStates.ts';
import { t } from './l10n.ts';
import { isPosition, toPosition } from './linkCommands.ts';
import type { ServerLink } from './serverLink.ts';
import type { TextDocuments } from './textDocuments.ts';
import type { TrackedResult } from './trackedResults.ts';

export interface CommandContext {
  readonly server: ServerLink;
  readonly documents: DocumentStates;
  readonly texts: TextDocuments;
  readonly log: vscode.LogOutputChannel;
  /** Runs the cell of a notebook; throws where that is not our business. */
  readonly runNotebookCell: (cell: vscode.TextDocument) => Promise<void>;
  readonly extensionUri: vscode.Uri;
}

/** A command by its name: what it does with the arguments that it gets. */
export type CommandHandlers = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** A document and a place in it. */
export interface Target {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/** The place that a lens names, or the cursor. */
function findTarget(uri: unknown, position: unknown): Target | null {
  if (typeof uri !== 'string') {
    const editor = presentPythonEditor();
    return editor === null ? null : { document: editor.document, position: editor.selection.active };
  }
  const wanted = vscode.Uri.parse(uri).toString();
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === wanted);
  if (document === undefined) return null;
  return { document, position: isPosition(position) ? toPosition(position) : cursorIn(document) };
}

export function targetOrThrow(uri: unknown, position: unknown): Target {
  const found = findTarget(uri, position);
  if (found === null) throw new Error(t('Open a Python file first.'));
  return found;
}

/** The editor that {@link presentPythonEditor} finds. */
export function pythonEditorOrThrow(): vscode.TextEditor {
  const editor = presentPythonEditor();
  if (editor === null) throw new Error(t('Open a Python file first.'));
  return editor;
}

/**
 * The active editor, when it shows Python. While something that is no text is active, such as the walkthrough or a webview, the one
 * file beside it that can be seen.
 */
export function presentPythonEditor(): vscode.TextEditor | null {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shown = activeTextEditor === undefined ? visibleTextEditors : [activeTextEditor];
  const [editor, ...others] = shown.filter(({ document }) => document.languageId === 'python');
  return others.length === 0 ? (editor ?? null) : null;
}

/** The result that a link of a hover names. */
export function resultOrThrow(documents: DocumentStates, uri: unknown, id: unknown): TrackedResult {
  const found = typeof id === 'number' ? documents.find(String(uri))?.tracker.find(id) : null;
  if (found == null) throw new Error(t('This result is not there any more.'));
  return found;
}

function cursorIn(document: vscode.TextDocument): vscode.Position {
  return editorOf(document)?.selection.active ?? new vscode.Position(0, 0);
}

export const editorOf = (document: vscode.TextDocument): vscode.TextEditor | undefined =>
  vscode.window.visibleTextEditors.find((one) => one.document === document);

export const uriOf = (document: vscode.TextDocument): string => document.uri.toString();
