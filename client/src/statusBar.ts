/** The one status bar item: the state of the document in the active editor. */
import * as vscode from 'vscode';
import { commands } from '../../protocol/src/editor.ts';
import type { DocumentStates } from './documentStates.ts';
import { statusView } from './runTexts.ts';
import type { ServerState } from './serverLink.ts';

export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #documents: DocumentStates;

  constructor(documents: DocumentStates) {
    this.#documents = documents;
    this.#item = vscode.window.createStatusBarItem('scanlens.status', vscode.StatusBarAlignment.Right, 90);
    this.#item.name = 'ScanLens';
  }

  /** Shows the state of the active document; nothing where it has no cells of ours. */
  update(server: ServerState): void {
    const document = vscode.window.activeTextEditor?.document;
    const state = document === undefined ? null : this.#documents.find(document.uri.toString());
    const isOurs = document?.languageId === 'python' && (state?.cells?.cells.length ?? 0) > 0;
    if (!isOurs) {
      this.#item.hide();
      return;
    }
    const cells = state?.tracker.cells.filter(({ isRestored }) => !isRestored) ?? [];
    const runs = cells.map((cell) => cell.run);
    const view = statusView({ server, isTrusted: vscode.workspace.isTrusted, runs, now: Date.now() });
    this.#item.text = view.text;
    this.#item.tooltip = view.tooltip;
    this.#item.command = view.action === 'cancel' ? commands.cancel : commands.showLog;
    const error = new vscode.ThemeColor('statusBarItem.errorBackground');
    this.#item.backgroundColor = view.kind === 'error' ? error : undefined;
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
