/** The context keys that `when` clauses of package.json ask for. Set only when they change: each set goes to the editor. */
import * as vscode from 'vscode';
import { hasResultsIn } from './decorationPlan.ts';
import type { DocumentState, DocumentStates } from './documentStates.ts';
import { inlineMode } from './inlineMode.ts';

/** As they are written in package.json. */
export const contextKeys = {
  /** The active file marks cells and has something to do with scan. */
  hasCells: 'scanlens.hasCells',
  /** A result stands after the line of the cursor. */
  lineHasResults: 'scanlens.lineHasResults',
  /** A cell of the active file runs. */
  isRunning: 'scanlens.isRunning',
  /** The state view has something to show. */
  hasState: 'scanlens.hasState',
} as const;

export class ContextKeys {
  readonly #documents: DocumentStates;
  readonly #last = new Map<string, boolean>();

  constructor(documents: DocumentStates) {
    this.#documents = documents;
  }

  /** Looks at the active editor again. */
  update(): void {
    const editor = vscode.window.activeTextEditor;
    const state = editor === undefined ? null : this.#documents.find(editor.document.uri.toString());
    this.#set(contextKeys.hasCells, state?.cells?.hasMarkers === true && state.cells.cells.length > 0);
    this.#set(contextKeys.lineHasResults, editor !== undefined && hasResultsAtCursor(editor, state));
    this.#set(contextKeys.isRunning, state?.tracker.isRunning === true);
  }

  #set(key: string, value: boolean): void {
    if (this.#last.get(key) === value) return;
    this.#last.set(key, value);
    void setContextKey(key, value);
  }
}

export const setContextKey = (key: string, value: boolean): Thenable<unknown> =>
  vscode.commands.executeCommand('setContext', key, value);

function hasResultsAtCursor(
  { document, selection }: vscode.TextEditor,
  state: DocumentState | null,
): boolean {
  if (state === null || inlineMode(document) === 'off') return false;
  const { cells, pins } = state.tracker;
  const { start, end } = document.lineAt(selection.active.line).range;
  const part = { start: document.offsetAt(start), end: document.offsetAt(end) };
  return hasResultsIn({ cells, pins: pins.all, part });
}
