/**
 * The connection to the language server: options, our own messages, and what its lenses become on the way. The server, and the code of the
 * client library, are loaded when something is first asked: a Python file that has nothing to do with us costs neither.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Middleware, State } from 'vscode-languageclient';
import {
  type AskParams,
  type CellsParams,
  type InitializationOptions,
  type MeasuredParams,
  methods,
  type PlotParams,
  type ProducersParams,
  type ProgressParams,
  type ResultsParams,
  type RunParams,
  type RunResponse,
  type RunStateParams,
  type Settings,
  type StateChangedParams,
} from '../../protocol/src/editor.ts';
import type { CellOutputsParams } from '../../protocol/src/notebook.ts';
import type { PositionData, RangeData } from '../../protocol/src/places.ts';
import type { PlotData } from '../../protocol/src/plots.ts';
import type { AnswerTo, Question, QuestionKind, Questions } from '../../protocol/src/questions.ts';
import { protocolVersion } from '../../protocol/src/version.ts';
import type { DocumentStates } from './documentStates.ts';
import { isRunLens, type LensState, presentLens } from './lensView.ts';
import { showsOwnColours } from './pythonColours.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

/** Under this name the speeds of the machine's GPU are remembered. */
const gpuSpeedsKey = 'gpuSpeeds';

/** Makes a client that is not started yet. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export interface ServerLinkOptions {
  readonly createClient: CreateClient;
  readonly documents: DocumentStates;
  readonly log: vscode.LogOutputChannel;
  readonly memory: vscode.Memento;
}

export class ServerLink implements vscode.Disposable {
  readonly #options: ServerLinkOptions;
  readonly #documents: DocumentStates;
  /** Null until something is asked. */
  #starting: Promise<BaseLanguageClient> | null = null;
  /** Null until it can be talked to. */
  #client: BaseLanguageClient | null = null;
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #runState = new vscode.EventEmitter<RunStateParams>();
  readonly #outputs = new vscode.EventEmitter<CellOutputsParams>();
  readonly #subscriptions: vscode.Disposable[];
  /** What was run since the server started, and what was run in one that has ended and not since. */
  readonly #ran = new Set<string>();
  readonly #lost = new Set<string>();
  #state: ServerState = 'starting';

  readonly onDidChangeState = this.#stateChanged.event;
  readonly onDidReceiveRunState = this.#runState.event;
  /** What runs of notebook cells have to show. */
  readonly onDidReceiveOutputs = this.#outputs.event;

  constructor(options: ServerLinkOptions) {
    this.#options = options;
    this.#documents = options.documents;
    this.#subscriptions = [
      this.#stateChanged,
      this.#runState,
      this.#outputs,
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#trustGranted()),
      vscode.extensions.onDidChange(() => this.refreshLenses()),
    ];
  }

  get state(): ServerState {
    return this.#state;
  }

  /** What is asked of the server starts it by itself, too. */
  async start(): Promise<void> {
    await this.#started();
  }

  /** Ends the server; waits at most `timeoutMs` for it to say goodbye. */
  async stop(timeoutMs: number): Promise<void> {
    if (this.#client?.needsStop()) await this.#client.stop(timeoutMs);
  }

  async run(params: RunParams): Promise<RunResponse> {
    this.#ran.add(params.uri);
    this.#lost.delete(params.uri);
    return (await this.#started()).sendRequest(methods.run, params);
  }

  /** Asks what the runs of a document have left behind; null where it is not there any more. */
  async question<Kind extends QuestionKind>(
    uri: string,
    kind: Kind,
    asks: Questions[Kind]['asks'],
    token?: vscode.CancellationToken,
  ): Promise<AnswerTo<Kind> | null> {
    if (this.#client === null || this.#state !== 'running') return null;
    const question = { kind, ...asks } as unknown as Question;
    const params: AskParams = { uri, question };
    return this.#client.sendRequest<AnswerTo<Kind> | null>(methods.ask, params, token);
  }

  /** Where the name at `position` gets its value, the nearest place above first. */
  async producers(uri: string, position: PositionData): Promise<readonly RangeData[]> {
    const params: ProducersParams = { uri, position };
    const client = await this.#started();
    return (await client.sendRequest<readonly RangeData[] | null>(methods.producers, params)) ?? [];
  }

  /** Something that a run drew; null where it is not kept any more. */
  async plot(params: PlotParams): Promise<PlotData | null> {
    if (this.#client === null || this.#state !== 'running') return null;
    return this.#client.sendRequest<PlotData | null>(methods.plot, params);
  }

  /** Somebody is about to run something: the first run should not wait for a process to start. */
  prepare(uri: string): void {
    if (this.#state === 'stopped') return;
    this.#started()
      .then((client) => client.sendNotification(methods.prepare, { uri }))
      .catch((error: unknown) => this.#options.log.error(String(error)));
  }

  /** Asks for something that needs only a document. */
  async ask(method: typeof methods.cancel | typeof methods.reset, uri: string): Promise<null> {
    return (await this.#started()).sendRequest(method, { uri });
  }

  /** Makes the editor ask for the lenses again. */
  refreshLenses(): void {
    if (this.#state !== 'running') return;
    const feature = this.#client?.getFeature('textDocument/codeLens');
    for (const { document } of vscode.window.visibleTextEditors) {
      if (document.languageId === 'python') feature?.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** The client, once its server runs; every call gives the same one. */
  #started(): Promise<BaseLanguageClient> {
    this.#starting ??= this.#create();
    return this.#starting;
  }

  async #create(): Promise<BaseLanguageClient> {
    const { createClient, log, memory } = this.#options;
    const client = await createClient({
      documentSelector: [{ language: 'python' }],
      outputChannel: log,
      initializationOptions: () => initializationOptions(memory, [...this.#lost]),
      middleware: {
        provideCodeLenses: (document, token, next) => this.#lenses(document, token, next),
        provideDocumentSemanticTokens: (document, token, next) =>
          showsOwnColours(document) ? next(document, token) : null,
        provideDocumentRangeSemanticTokens: (document, range, token, next) =>
          showsOwnColours(document) ? next(document, range, token) : null,
      },
    });
    this.#client = client;
    this.#subscriptions.push(...this.#listen(client));
    await client.start();
    return client;
  }

  #listen(client: BaseLanguageClient): readonly vscode.Disposable[] {
    const { memory } = this.#options;
    const documents = this.#documents;
    return [
      client.onDidChangeState(({ newState }) => this.#setState(serverStates[newState])),
      client.onNotification(
        methods.measured,
        ({ gpuSpeeds }: MeasuredParams) => void memory.update(gpuSpeedsKey, gpuSpeeds),
      ),
      client.onNotification(methods.cells, (params: CellsParams) => documents.receiveCells(params)),
      client.onNotification(methods.results, (params: ResultsParams) => documents.receiveResults(params)),
      client.onNotification(methods.runState, (params: RunStateParams) => {
        documents.receiveRunState(params);
        this.#runState.fire(params);
      }),
      client.onNotification(methods.outputs, (params: CellOutputsParams) => this.#outputs.fire(params)),
      client.onNotification(methods.progress, (params: ProgressParams) => documents.receiveProgress(params)),
      client.onNotification(methods.stateChanged, (params: StateChangedParams) =>
        documents.receiveStateChanged(params),
      ),
    ];
  }

  #setState(state: ServerState): void {
    this.#state = state;
    if (state === 'stopped') {
      for (const uri of this.#ran) this.#lost.add(uri);
      this.#ran.clear();
      this.#documents.serverEnded();
    }
    this.#stateChanged.fire(state);
  }

  #trustGranted(): void {
    if (this.#state === 'running') void this.#client?.sendNotification(methods.trust, null);
    this.refreshLenses();
  }

  async #lenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    next: Parameters<NonNullable<Middleware['provideCodeLenses']>>[2],
  ): Promise<vscode.CodeLens[]> {
    const lenses = (await next(document, token)) ?? [];
    const known = this.#documents.find(document.uri.toString());
    const state: LensState = {
      isTrusted: vscode.workspace.isTrusted,
      hasJupyter: vscode.extensions.getExtension('ms-toolsai.jupyter') !== undefined,
      runAt: ({ line, character }: PositionData) => {
        const start = document.offsetAt(new vscode.Position(line, character));
        return known?.tracker.runWithin(known.regions.at(start) ?? { start, end: start + 1 }) ?? null;
      },
      now: Date.now(),
    };
    return presentLenses(lenses, state);
  }
}

function presentLenses(lenses: readonly vscode.CodeLens[], state: LensState): vscode.CodeLens[] {
  const seen = new Set<number>();
  return lenses.flatMap((lens) => {
    const { command, range } = lens;
    if (command === undefined) return [lens];
    const isFirst = isRunLens(command.command) && !seen.has(range.start.line);
    if (isFirst) seen.add(range.start.line);
    const view = { title: command.title, command: command.command, arguments: command.arguments ?? [] };
    const presented = presentLens(view, { position: range.start, isFirst }, state);
    if (presented === null) return [];
    return [new vscode.CodeLens(range, { ...presented, arguments: [...presented.arguments] })];
  });
}

/** Asked again whenever the server starts anew. */
function initializationOptions(
  memory: vscode.Memento,
  lostNamespaces: readonly string[],
): InitializationOptions {
  const settings = vscode.workspace.getConfiguration().get<Settings>('scanlens');
  return {
    protocolVersion,
    isTrusted: vscode.workspace.isTrusted,
    hasLinkCommands: true,
    gpuSpeeds: memory.get(gpuSpeedsKey),
    lostNamespaces,
    translations: vscode.l10n.bundle ?? {},
    settings: JSON.parse(JSON.stringify(settings ?? {})),
  };
}

/** By the numbers of the library's `State`, which is not loaded here. */
const serverStates = { 1: 'stopped', 2: 'running', 3: 'starting', 4: 'stopped' } as const satisfies Readonly<
  Record<State, ServerState>
>;
