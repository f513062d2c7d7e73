/**
 * Keeps the results of documents in the state of the workspace, so that they are there again, as stale, when a tab or the window
 * was closed and opened. Files that are renamed take theirs along.
 */
import * as vscode from 'vscode';
import type { DocumentState, DocumentStates } from './documentStates.ts';
import {
  isStoredDocument,
  type Lines,
  restoreResults,
  type StoredDocument,
  storeResults,
} from './storedResults.ts';

const prefix = 'results:';
/** So much later than a change things are kept: a run changes its results often. */
const delayMs = 1000;
/** Documents whose results are kept, a megabyte at most; the oldest go first. */
const mostDocuments = 10;

export class ResultStore implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #documents: DocumentStates;
  readonly #subscriptions: vscode.Disposable[];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(memento: vscode.Memento, documents: DocumentStates) {
    this.#memento = memento;
    this.#documents = documents;
    this.#subscriptions = [
      documents.onDidCreate((state) => this.#restore(state)),
      documents.onWillForget((state) => this.#keep(state)),
      documents.onDidChange(({ uri }) => this.#soon(uri)),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri.toString(), newUri.toString());
      }),
    ];
  }

  dispose(): void {
    for (const uri of [...this.#timers.keys()]) this.#keepIfKnown(uri);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #soon(uri: string): void {
    if (this.#timers.has(uri)) return;
    this.#timers.set(
      uri,
      setTimeout(() => this.#keepIfKnown(uri), delayMs),
    );
  }

  #keepIfKnown(uri: string): void {
    const state = this.#documents.find(uri);
    if (state !== null) this.#keep(state);
    else this.#forgetTimer(uri);
  }

  #forgetTimer(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  #keep({ uri, document, tracker }: DocumentState): void {
    this.#forgetTimer(uri);
    const shown = { cells: tracker.cells, pins: tracker.pins.all };
    const stored = storeResults(shown, linesOf(document), Date.now());
    const known = this.#memento.get(prefix + uri);
    if (areSame(stored, known)) return;
    void this.#memento.update(prefix + uri, stored ?? undefined);
    if (known === undefined) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const kept = this.#memento.keys().flatMap((key) => {
      const stored = key.startsWith(prefix) ? this.#memento.get(key) : undefined;
      return isStoredDocument(stored) ? [{ key, keptAt: stored.keptAt }] : [];
    });
    kept.sort((a, b) => b.keptAt - a.keptAt);
    for (const { key } of kept.slice(mostDocuments)) void this.#memento.update(key, undefined);
  }

  #restore(state: DocumentState): void {
    const stored = this.#memento.get<StoredDocument>(prefix + state.uri);
    if (!isStoredDocument(stored) || state.tracker.cells.length > 0) return;
    const { cells, pins } = restoreResults(stored, linesOf(state.document));
    state.tracker.restore(cells);
    for (const pin of pins) state.tracker.pins.add(pin);
    this.#documents.touched(state.uri);
  }

  /** A file, or a folder with all in it. The editor may have opened the new one already. */
  #rename(from: string, to: string): void {
    for (const key of this.#memento.keys()) {
      const uri = key.startsWith(prefix) ? key.slice(prefix.length) : '';
      if (uri !== from && !uri.startsWith(`${from}/`)) continue;
      const renamed = to + uri.slice(from.length);
      void this.#memento.update(prefix + renamed, this.#memento.get(key));
      void this.#memento.update(key, undefined);
      const state = this.#documents.find(renamed);
      if (state !== null) this.#restore(state);
    }
  }
}

/** Each change is written to the disk with all that is kept. */
function areSame(stored: StoredDocument | null, known: unknown): boolean {
  if (stored === null || !isStoredDocument(known)) return stored === null && known === undefined;
  const content = ({ results, pins }: StoredDocument) => JSON.stringify([results, pins]);
  return content(stored) === content(known);
}

function linesOf(document: vscode.TextDocument): Lines {
  return {
    lineCount: document.lineCount,
    textOf: (line) => document.lineAt(line).text,
    lineAt: (offset) => document.positionAt(offset).line,
    startOf: (line) => document.offsetAt(new vscode.Position(line, 0)),
  };
}
