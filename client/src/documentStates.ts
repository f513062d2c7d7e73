/** What the client knows of each open document: its tracked results, and whether it has cells. Follows edits and closing. */
import * as vscode from 'vscode';
import type {
  CellsParams,
  ProgressParams,
  ResultsParams,
  RunStateParams,
  StateChangedParams,
} from '../../protocol/src/editor.ts';
import { CellRegions } from './cellRegions.ts';
import { ResultTracker } from './trackedResults.ts';

export interface DocumentState {
  readonly uri: string;
  readonly document: vscode.TextDocument;
  readonly tracker: ResultTracker;
  /** The newest message about its cells; null before there is one. */
  cells: CellsParams | null;
  /** Where they are now. */
  readonly regions: CellRegions;
}

export type DocumentChange =
  /** `runs`: results or the states of runs. */
  | { readonly uri: string; readonly what: 'runs' | 'cells' }
  /** `line`: the only one that was edited; null where more than the inside of one line changed. */
  | { readonly uri: string; readonly what: 'text'; readonly line: number | null };

export class DocumentStates implements vscode.Disposable {
  readonly #states = new Map<string, DocumentState>();
  readonly #changed = new vscode.EventEmitter<DocumentChange>();
  readonly #created = new vscode.EventEmitter<DocumentState>();
  readonly #forgetting = new vscode.EventEmitter<DocumentState>();
  readonly #subscriptions: vscode.Disposable[];

  readonly onDidChange = this.#changed.event;
  readonly onDidCreate = this.#created.event;
  /** The document was closed. */
  readonly onWillForget = this.#forgetting.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      this.#created,
      this.#forgetting,
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document.uri.toString())),
    ];
  }

  find(uri: string): DocumentState | null {
    return this.#states.get(uri) ?? null;
  }

  /** The state of an open document. */
  of(document: vscode.TextDocument): DocumentState {
    const uri = document.uri.toString();
    const known = this.#states.get(uri);
    if (known !== undefined) return known;
    const tracker = new ResultTracker(document.getText(), () => Date.now());
    const state: DocumentState = { uri, document, tracker, cells: null, regions: new CellRegions() };
    this.#states.set(uri, state);
    this.#created.fire(state);
    return state;
  }

  get isAnyRunning(): boolean {
    return [...this.#states.values()].some(({ tracker }) => tracker.isRunning);
  }

  /** To be called by whoever changes a tracker. */
  touched(uri: string): void {
    this.#changed.fire({ uri, what: 'runs' });
  }

  receiveCells(params: CellsParams): void {
    const document = openDocument(params.uri);
    if (document === undefined) return;
    const state = this.of(document);
    state.cells = params;
    // One about an older text comes before the one about the present text: until then edits have moved the cells.
    if (params.version === document.version) {
      state.regions.set(
        params.cells.map(({ start, end }) => ({
          start: document.offsetAt(new vscode.Position(start.line, start.character)),
          end: document.offsetAt(new vscode.Position(end.line, end.character)),
        })),
      );
    }
    this.#changed.fire({ uri: document.uri.toString(), what: 'cells' });
  }

  receiveResults(params: ResultsParams): void {
    const uri = vscode.Uri.parse(params.uri).toString();
    if (this.find(uri)?.tracker.setResults(params) === true) this.#changed.fire({ uri, what: 'runs' });
  }

  receiveRunState(params: RunStateParams): void {
    const uri = vscode.Uri.parse(params.uri).toString();
    if (this.find(uri)?.tracker.setRunState(params, Date.now()) === true)
      this.#changed.fire({ uri, what: 'runs' });
  }

  /** How a run of a document ends; cancelled when the document is closed. */
  whenEnded(uri: string, runId: number): Promise<Exclude<RunStateParams['state'], 'running'>> {
    return new Promise((resolve) => {
      const look = (): boolean => {
        const run = this.find(uri)?.tracker.cells.find((cell) => cell.run.runId === runId)?.run;
        if (run?.state === 'running') return false;
        resolve(run?.state ?? 'cancelled');
        return true;
      };
      if (look()) return;
      const changes = this.#changed.event((change) => {
        if (change.uri === uri && look()) stopLooking();
      });
      const closing = this.#forgetting.event((state) => {
        if (state.uri !== uri) return;
        resolve('cancelled');
        stopLooking();
      });
      const stopLooking = () => {
        changes.dispose();
        closing.dispose();
      };
    });
  }

  receiveProgress(params: ProgressParams): void {
    const uri = vscode.Uri.parse(params.uri).toString();
    if (this.find(uri)?.tracker.setProgress(params) === true) this.#changed.fire({ uri, what: 'runs' });
  }

  receiveStateChanged(params: StateChangedParams): void {
    const uri = vscode.Uri.parse(params.uri).toString();
    this.find(uri)?.tracker.stateChanged(params.variableIds);
    this.#changed.fire({ uri, what: 'runs' });
  }

  /** The server ended: no run goes on. */
  serverEnded(): void {
    for (const { uri, tracker } of this.#states.values()) {
      tracker.endAll('crashed');
      this.#changed.fire({ uri, what: 'runs' });
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#states.clear();
  }

  #closed(uri: string): void {
    const state = this.find(uri);
    if (state !== null) this.#forgetting.fire(state);
    this.#states.delete(uri);
  }

  #edited(event: vscode.TextDocumentChangeEvent): void {
    const state = this.find(event.document.uri.toString());
    if (state === null || event.contentChanges.length === 0) return;
    const edits = event.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      text,
    }));
    state.tracker.edit(edits, event.document.getText());
    state.regions.edit(edits);
    this.#changed.fire({ uri: state.uri, what: 'text', line: onlyLine(event.contentChanges) });
  }
}

function onlyLine(changes: readonly vscode.TextDocumentContentChangeEvent[]): number | null {
  const [first] = changes;
  const isInside = changes.length === 1 && first?.range.isSingleLine === true && !/[\r\n]/.test(first.text);
  return isInside ? first.range.start.line : null;
}

function openDocument(uri: string): vscode.TextDocument | undefined {
  const wanted = vscode.Uri.parse(uri).toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}
