/**
 * Starts the language server when a Python text has first something to do with scan, so that files that have not cost no process. What
 * needs an answer of the server starts it, too (`ServerLink`).
 */
import * as vscode from 'vscode';
import { needsServer } from './serverNeed.ts';

export class ServerStart implements vscode.Disposable {
  readonly #start: () => void;
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(start: () => void) {
    this.#start = start;
    if (vscode.workspace.textDocuments.some(isReason)) {
      start();
      return;
    }
    this.#subscriptions.push(
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (isReason(document)) this.#begin();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === 'python' && contentChanges.some((change) => isReasonIn(document, change)))
          this.#begin();
      }),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  #begin(): void {
    this.dispose();
    this.#start();
  }
}

const isReason = (document: vscode.TextDocument): boolean =>
  document.languageId === 'python' && needsServer(document.getText());

/** Only the lines that were changed: words do not go over their ends. */
function isReasonIn(document: vscode.TextDocument, change: vscode.TextDocumentContentChangeEvent): boolean {
  const first = change.range.start.line;
  const last = Math.min(document.lineCount - 1, first + (change.text.match(/\n/g)?.length ?? 0));
  return needsServer(document.getText(new vscode.Range(first, 0, last, Number.MAX_SAFE_INTEGER)));
}
