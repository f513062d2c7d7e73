/**
 * The extension, the same in the Node and in the web worker host: makes the parts, connects them, redraws. What differs
 * between the hosts is how the server is started.
 */
import * as vscode from 'vscode';
import type { Ask } from './ask.ts';
import { registerCommands } from './commands.ts';
import type { RunPython } from './comparison/pythonRunner.ts';
import { ContextKeys } from './contextKeys.ts';
import { type DocumentChange, DocumentStates } from './documentStates.ts';
import { inlineMode } from './inlineMode.ts';
import { InlineResults } from './inlineResults.ts';
import { useTranslator } from './l10n.ts';
import { NotebookKernel } from './notebooks/notebookKernel.ts';
import { ResultHovers } from './resultHovers.ts';
import { ResultStore } from './resultStore.ts';
import { type CreateClient, ServerLink } from './serverLink.ts';
import { ServerStart } from './serverStart.ts';
import { StateView } from './stateView/stateView.ts';
import { StatusBar } from './statusBar.ts';
import { TextDocuments } from './textDocuments.ts';
import { ValueDocuments } from './values/valueDocuments.ts';
import { WebviewPanels } from './webviews/webviewPanels.ts';

/** How often the status bar counts while a cell runs. */
const tickMs = 200;
/** The lenses count every so many ticks: the editor asks for lenses only when nothing has changed for 250 ms. */
const ticksPerLens = 4;
/** After ten seconds they count more slowly: the editor draws them anew each time, and a click on Cancel at that moment is lost. */
const [longRunTicks, ticksPerLensOfLongRun] = [50, 20];
/** What is said of a run elsewhere (lenses, status bar, context keys) comes so much later than what stands in the text, and at most so often. */
const elsewhereMs = 30;
/** How long the server may take to say goodbye. */
const stopTimeoutMs = 1000;

/** A started extension. */
export interface Extension {
  stop(): Promise<void>;
}

/** What differs between the hosts. */
export interface HostParts {
  readonly createClient: CreateClient;
  /** null where no program can be started. */
  readonly runPython: RunPython | null;
}

/** Starts the extension; everything it makes is given to `context.subscriptions`. */
export function startExtension(context: vscode.ExtensionContext, host: HostParts): Extension {
  useTranslator((text, ...args) => vscode.l10n.t(text, ...args));
  const log = vscode.window.createOutputChannel('ScanLens', { log: true });
  const documents = new DocumentStates();
  const server = new ServerLink({
    createClient: host.createClient,
    documents,
    log,
    memory: context.globalState,
  });
  const view = new View(documents, server);
  const texts = new TextDocuments();
  const { extensionUri } = context;
  const ask: Ask = (uri, kind, asks) => server.question(uri, kind, asks);
  const values = new ValueDocuments(ask, documents);
  const state = { ask, view: new StateView(ask, documents), values };
  const panels = new WebviewPanels({
    server,
    documents,
    extensionUri,
    log,
    rangeOf: (uri, place) => state.view.rangeOf(uri, place),
  });
  const stateChanged = (uri: string) => {
    state.view.model.touch(uri);
    values.touch(uri);
    panels.ran(uri);
  };
  const notebooks = new NotebookKernel({ server, log, stateChanged });
  const runNotebookCell = (cell: vscode.TextDocument) => notebooks.runCell(cell);
  const registered = registerCommands(
    { server, documents, texts, log, runNotebookCell, extensionUri },
    { state, panels, notebooks, runPython: host.runPython },
  );
  const hovers = new ResultHovers(documents);
  // Disposed before the documents, from which it reads a last time.
  const store = new ResultStore(context.workspaceState, documents);
  context.subscriptions.push(log, store, documents, server, view, texts, hovers);
  context.subscriptions.push(state.view, values, panels, notebooks, registered);
  const start = () =>
    void server
      .start()
      .catch((error: unknown) => log.error(`The language server did not start: ${String(error)}`));
  context.subscriptions.push(new ServerStart(start));
  return { stop: () => server.stop(stopTimeoutMs) };
}

/** Keeps what is seen (inline results, lenses, status bar, context keys) up to date. */
class View implements vscode.Disposable {
  readonly #documents: DocumentStates;
  readonly #server: ServerLink;
  readonly #inline = new InlineResults();
  readonly #status: StatusBar;
  readonly #keys: ContextKeys;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setInterval> | null = null;
  #tickCount = 0;
  #elsewhere: ReturnType<typeof setTimeout> | null = null;
  #haveRunsChanged = false;

  constructor(documents: DocumentStates, server: ServerLink) {
    this.#documents = documents;
    this.#server = server;
    this.#status = new StatusBar(documents);
    this.#keys = new ContextKeys(documents);
    this.#subscriptions = [
      this.#inline,
      this.#status,
      documents.onDidChange((change) => this.#documentChanged(change)),
      server.onDidChangeState(() => this.#status.update(server.state)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#activeChanged()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#drawAll()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (this.#inline.isBare(textEditor)) this.#draw(textEditor);
      }),
      vscode.window.onDidChangeTextEditorSelection(() => this.#keys.update()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#activeChanged()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('scanlens')) this.#drawAll();
      }),
    ];
    this.#activeChanged();
  }

  dispose(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    if (this.#elsewhere !== null) clearTimeout(this.#elsewhere);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #activeChanged(): void {
    this.#keys.update();
    this.#status.update(this.#server.state);
  }

  #documentChanged(change: DocumentChange): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== change.uri) continue;
      if (change.what === 'text') this.#inline.forget(editor, change.line);
      this.#draw(editor);
    }
    this.#haveRunsChanged ||= change.what === 'runs';
    this.#elsewhere ??= setTimeout(() => this.#tellElsewhere(), elsewhereMs);
  }

  #tellElsewhere(): void {
    this.#elsewhere = null;
    this.#activeChanged();
    if (!this.#haveRunsChanged) return;
    this.#haveRunsChanged = false;
    this.#runsChanged();
  }

  #drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#draw(editor);
  }

  #draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    const state = this.#documents.find(document.uri.toString());
    this.#inline.draw(editor, state?.tracker ?? null, inlineMode(document));
  }

  /** Lenses carry the state of runs; while one is going they count. */
  #runsChanged(): void {
    this.#server.refreshLenses();
    const isRunning = this.#documents.isAnyRunning;
    if (isRunning && this.#timer === null) {
      this.#tickCount = 0;
      this.#timer = setInterval(() => this.#tick(), tickMs);
    }
    if (isRunning || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    this.#tickCount++;
    const each = this.#tickCount < longRunTicks ? ticksPerLens : ticksPerLensOfLongRun;
    if (this.#tickCount % each === 0) this.#server.refreshLenses();
    this.#status.update(this.#server.state);
    this.#drawAll();
  }
}
