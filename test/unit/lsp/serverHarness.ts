/**
 * A language server in this process and a client that talks to it through streams, as over standard input and output. The
 * evaluator is a fake that a test plays; the clock is real. What the server says is waited for, never slept for.
 */
import { PassThrough } from 'node:stream';
import {
  type CodeLens,
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type Hover,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {
  type CellsParams,
  methods,
  type ResultsParams,
  type RunParams,
  type RunResponse,
  type RunScope,
  type RunStateParams,
} from '../../../protocol/src/editor.ts';
import type { AskRequest, EvaluatorMessage, RunEnd, RunRequest } from '../../../protocol/src/evaluator.ts';
import type { Answer, Question } from '../../../protocol/src/questions.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import { protocolVersion } from '../../../protocol/src/version.ts';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { serve } from '../../../server/src/lsp/server.ts';
import { folderOf, type WorkspaceFiles } from '../../../server/src/project/workspaceFiles.ts';
import { createPythonParser } from '../../../server/src/python/parser.ts';
import type { ProcessListener } from '../../../server/src/session/evaluatorProcess.ts';
import { readParserAssets, readTranslations } from '../../../server/src/session/nodeAssets.ts';
import { nodeClock } from '../../../server/src/session/nodeClock.ts';

export interface ServerOptions {
  readonly isTrusted?: boolean;
  /** Whether the client shows code actions that can not be done. */
  readonly showsDisabled?: boolean;
  /** Files on disk by their addresses; a test may change them. They lie in the workspace `file:///w`. */
  readonly files?: Map<string, string>;
  /** What was run in a server that has ended. */
  readonly lostNamespaces?: readonly unknown[];
  /** Texts in the person's language by their English ones. */
  readonly translations?: Readonly<Record<string, unknown>>;
  /** The language, for a client that does not send its texts. */
  readonly locale?: string;
  /** What `workspace/configuration` answers; without it the client can not be asked. */
  readonly settings?: Record<string, unknown>;
}

/** Plays the evaluator: a test decides what it answers. */
export class FakeEvaluators {
  readonly runs: RunRequest[] = [];
  readonly requests: string[] = [];
  #listener: ProcessListener | null = null;
  /** Called with each run; by default nothing happens until the test says so. */
  onRun: (request: RunRequest) => void = () => {};
  onAsk: (question: Question) => Answer | null = () => null;

  readonly start = (listener: ProcessListener) => {
    return {
      canInterrupt: true,
      send: (request: { readonly type: string }) => {
        this.requests.push(request.type);
        this.#listener = listener;
        if (request.type === 'hello') this.#say({ type: 'ready', protocolVersion });
        if (request.type === 'ask') {
          const { askId, question } = request as AskRequest;
          this.#say({ type: 'answer', askId, answer: this.onAsk(question) });
        }
        if (request.type !== 'run') return;
        const run = request as RunRequest;
        // Nobody asked for the program with which a process gets ready.
        if (run.runId === 0) return;
        this.runs.push(run);
        this.onRun(run);
      },
      kill: () => this.requests.push('kill'),
    };
  };

  event(runId: number, event: RunEvent): void {
    this.#say({ type: 'event', runId, event });
  }

  end(runId: number, end: Partial<RunEnd> = {}): void {
    this.#say({
      type: 'ended',
      runId,
      end: {
        outcome: 'finished',
        error: null,
        elapsedMs: 3,
        state: {},
        callCount: 0,
        namespaceLost: false,
        ...end,
      },
    });
  }

  crash(reason: string): void {
    this.#listener?.exited(reason);
  }

  /** Messages come later than what caused them, as from another process. */
  #say(message: EvaluatorMessage): void {
    const listener = this.#listener;
    queueMicrotask(() => listener?.message(message));
  }
}

type Notification = { readonly method: string; readonly params: unknown };

export class TestServer {
  readonly evaluators = new FakeEvaluators();
  readonly logged: string[] = [];
  /** What the server asked the client to ask for again. */
  readonly refreshed: string[] = [];
  settings: Record<string, unknown>;
  readonly #client: MessageConnection;
  readonly #streams: readonly PassThrough[];
  readonly #texts = new Map<string, { text: string; version: number }>();
  readonly #received: Notification[] = [];
  #waiting: (() => void)[] = [];

  constructor(options: ServerOptions = {}) {
    this.settings = options.settings ?? {};
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    this.#streams = [toServer, toClient];
    const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    serve(connection, {
      createParser: () => createPythonParser(readParserAssets()),
      readTranslations,
      startEvaluator: this.evaluators.start,
      clock: nodeClock,
      files: filesIn(options.files ?? new Map()),
      floatXSources: (option) => ({ option, environments: [], files: [] }),
    });
    this.#client = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.#client.onNotification((method, params) => this.#receive({ method, params }));
    this.#client.onRequest('workspace/configuration', () => [this.settings]);
    this.#client.onRequest('client/registerCapability', () => null);
    for (const what of ['codeLens', 'inlayHint', 'semanticTokens'])
      this.#client.onRequest(`workspace/${what}/refresh`, () => {
        this.refreshed.push(what);
        return null;
      });
    this.#client.listen();
  }

  async initialize(options: ServerOptions = {}): Promise<void> {
    const canPull = options.settings !== undefined;
    await this.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: options.files === undefined ? null : [{ uri: 'file:///w', name: 'w' }],
      capabilities: {
        textDocument: { codeAction: { disabledSupport: options.showsDisabled ?? true } },
        workspace: {
          configuration: canPull,
          didChangeWatchedFiles: { dynamicRegistration: options.files !== undefined },
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
          semanticTokens: { refreshSupport: true },
          didChangeConfiguration: { dynamicRegistration: true },
        },
      },
      initializationOptions: {
        protocolVersion,
        isTrusted: options.isTrusted ?? true,
        hasLinkCommands: true,
        settings: {},
        translations: options.translations,
        lostNamespaces: options.lostNamespaces,
        locale: options.locale,
      },
    });
    await this.notify('initialized', {});
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.#client.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#client.sendNotification(method, params);
  }

  /** Sends a body as it is, whatever it says. */
  sendBody(body: string): void {
    const [toServer] = this.#streams;
    toServer?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  // ------------------------------------------------------------------------------------------------------- documents

  async open(text: string, uri = 'file:///w/a.py'): Promise<string> {
    this.#texts.set(uri, { text, version: 1 });
    const textDocument = { uri, languageId: 'python', version: 1, text };
    await this.notify('textDocument/didOpen', { textDocument });
    return uri;
  }

  /** Replaces the first `old` by `replacement` with one ranged change. */
  async edit(uri: string, old: string, replacement: string): Promise<number> {
    const { text, version } = this.#known(uri);
    const offset = text.indexOf(old);
    if (offset < 0) throw new Error(`"${old}" is not in the text`);
    const lines = new LineIndex(text);
    const range = { start: lines.positionAt(offset), end: lines.positionAt(offset + old.length) };
    const next = text.slice(0, offset) + replacement + text.slice(offset + old.length);
    this.#texts.set(uri, { text: next, version: version + 1 });
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version: version + 1 },
      contentChanges: [{ range, text: replacement }],
    });
    return version + 1;
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Asks about the first `place` in the present text. */
  ask<R>(method: string, uri: string, place: string, more: object = {}): Promise<R> {
    const position = this.#position(uri, place);
    return this.request(method, {
      textDocument: { uri },
      position,
      range: { start: position, end: position },
      ...more,
    });
  }

  hover(uri: string, place: string): Promise<Hover | null> {
    return this.request('textDocument/hover', {
      textDocument: { uri },
      position: this.#position(uri, place),
    });
  }

  lenses(uri: string): Promise<CodeLens[] | null> {
    return this.request('textDocument/codeLens', { textDocument: { uri } });
  }

  /** Asks for a run at the first `place` in the present text. */
  run(uri: string, scope: RunScope, place: string): Promise<RunResponse> {
    const { version } = this.#known(uri);
    const params: RunParams = { uri, version, scope, position: this.#position(uri, place) };
    return this.request(methods.run, params);
  }

  /** Asks for a run of the lines that `part` of the text touches. */
  runSelection(uri: string, part: string): Promise<RunResponse> {
    const { text, version } = this.#known(uri);
    const lines = new LineIndex(text);
    const start = text.indexOf(part);
    const selection = { start: lines.positionAt(start), end: lines.positionAt(start + part.length) };
    const params: RunParams = { uri, version, scope: 'selection', position: selection.start, selection };
    return this.request(methods.run, params);
  }

  // ---------------------------------------------------------------------------------------------- what the server says

  /** The diagnostics of a version, when they are there. */
  async diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]> {
    const found = await this.wait<{ uri: string; version?: number; diagnostics: Diagnostic[] }>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && params.version === version,
    );
    return found.diagnostics;
  }

  cells(uri: string, version: number): Promise<CellsParams> {
    return this.wait<CellsParams>(
      methods.cells,
      (params) => params.uri === uri && params.version === version,
    );
  }

  /** The last state of a run; `state` is waited for. */
  runState(runId: number, state: RunStateParams['state']): Promise<RunStateParams> {
    return this.wait<RunStateParams>(
      methods.runState,
      (params) => params.runId === runId && params.state === state,
    );
  }

  /** All notifications of a method so far. */
  said<T>(method: string): readonly T[] {
    return this.#received.filter((one) => one.method === method).map(({ params }) => params as T);
  }

  /** For those who go on for long. */
  forgetSaid(): void {
    this.#received.length = 0;
    this.logged.length = 0;
  }

  /** The results of a run as they stand at its end. */
  resultsOf(runId: number): readonly ResultsParams['results'][number][] {
    const all = this.said<ResultsParams>(methods.results).filter((params) => params.runId === runId);
    return all.at(-1)?.results ?? [];
  }

  /** The first notification, past or future, that fits. */
  async wait<T>(method: string, fits: (params: T) => boolean): Promise<T> {
    for (;;) {
      const found = this.said<T>(method).find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    this.#client.dispose();
    for (const stream of this.#streams) stream.destroy();
  }

  #receive(notification: Notification): void {
    this.#received.push(notification);
    if (notification.method === 'window/logMessage')
      this.logged.push((notification.params as { message: string }).message);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #known(uri: string): { text: string; version: number } {
    const known = this.#texts.get(uri);
    if (known === undefined) throw new Error(`${uri} is not open`);
    return known;
  }

  #position(uri: string, place: string): RunParams['position'] {
    const { text } = this.#known(uri);
    const offset = text.indexOf(place);
    if (offset < 0) throw new Error(`"${place}" is not in the text`);
    return new LineIndex(text).positionAt(offset);
  }
}

/** A started server; the test that uses it stops it. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const server = new TestServer(options);
  await server.initialize(options);
  return server;
}

function filesIn(files: ReadonlyMap<string, string>): WorkspaceFiles {
  return {
    read: (path) => files.get(path) ?? null,
    names: (folder) =>
      [...files.keys()].flatMap((path) => (folderOf(path) === folder ? path.slice(folder.length + 1) : [])),
  };
}
