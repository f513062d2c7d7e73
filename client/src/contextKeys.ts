/** The context keys that `when` clauses of package.json ask for. Set only when they change: each set goes to the editor. */
import * as vscode from 'vscode';
import type { DocumentStates } from './documentStates.ts';

/** As they are written in package.json. */
export const contextKeys = {
  /** The active file marks cells and has something to do with scan. */
  hasCells: 'scanlens.hasCells',
  /** The cell at the cursor shows results. */
  cellHasResults: 'scanlens.cellHasResults',
  /** A cell of the active file runs. */
  isRunning: 'scanlens.isRunning',
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
    const cell = editor && state?.tracker.cellAt(editor.document.offsetAt(editor.selection.active));
    this.#set(contextKeys.hasCells, state?.cells?.hasMarkers === true && state.cells.cells.length > 0);
    this.#set(contextKeys.cellHasResults, (cell?.results.length ?? 0) > 0);
    this.#set(contextKeys.isRunning, state?.tracker.isRunning === true);
  }

  #set(key: string, value: boolean): void {
    if (this.#last.get(key) === value) return;
    this.#last.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
