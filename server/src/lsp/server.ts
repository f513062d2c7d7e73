/**
 * The language server: puts the parts together and answers a connection until it closes. Knows neither Node nor the
 * browser; the two entries and the tests give it a connection and an environment.
 */

import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import {
  type AskParams,
  type DocumentParams,
  type GpuProgramParams,
  type InitializationOptions,
  methods,
  type PlotParams,
  type ProducersParams,
  type RunParams,
  type RunResponse,
  type Settings,
} from '../../../protocol/src/editor.ts';
import type { RangeData } from '../../../protocol/src/places.ts';
import type { PlotData } from '../../../protocol/src/plots.ts';
import type { Answer } from '../../../protocol/src/questions.ts';
import { protocolVersion } from '../../../protocol/src/version.ts';
import { fixesFor } from '../analysis/fixes/fixes.ts';
import { type Translations, t, useTranslations } from '../base/l10n.ts';
import { producersAt } from '../features/producers.ts';
import { rangeOf } from '../features/ranges.ts';
import type { PythonParser } from '../python/parser.ts';
import { EvaluatorHost } from '../session/evaluatorHost.ts';
import { type FloatXDecision, resolveFloatX } from '../session/floatX.ts';
import type { AnalysedText } from './analysedText.ts';
import { serverCapabilities } from './capabilities.ts';
import { followDocuments } from './documentSync.ts';
import { Documents } from './documents.ts';
import { answerEditor } from './editorRequests.ts';
import { type ClientTraits, LanguageFeatures } from './languageFeatures.ts';
import { Projects } from './projects.ts';
import { PublishedDiagnostics } from './publishedDiagnostics.ts';
import { Refreshes } from './refreshes.ts';
import { describe, Requests } from './requests.ts';
import { Runs } from './runs.ts';
import type { ServerEnvironment } from './serverEnvironment.ts';
import { isRecord, SettingsStore, settingsSection } from './settings.ts';
import { StaticChecks } from './staticChecks.ts';
import { canWatchFiles, watchFiles } from './watchedFiles.ts';

/** For a document that is not known, and for our own mistakes. */
const notRunReason = (): string => t('The document could not be run. The log of ScanLens says why.');

/** Registers every handler on `connection` and starts to listen. */
export function serve(connection: Connection, environment: ServerEnvironment): void {
  new Server(connection, environment).listen();
}

class Server {
  readonly #connection: Connection;
  readonly #environment: ServerEnvironment;
  readonly #settings: SettingsStore;
  readonly #documents: Documents;
  readonly #projects: Projects;
  readonly #requests: Requests;
  readonly #features: LanguageFeatures;
  readonly #evaluators: EvaluatorHost;
  readonly #runs: Runs;
  readonly #checks: StaticChecks;
  readonly #diagnostics: PublishedDiagnostics;
  readonly #refreshes: Refreshes;
  #folders: readonly string[] = [];
  #client: ClientTraits = { hasLinkCommands: false, showsDisabled: false };
  #canRegisterConfiguration = false;
  #canWatchFolders = false;
  #canWatchFiles = false;
  #isInitialized: (parser: Promise<PythonParser>) => void = () => {};

  constructor(connection: Connection, environment: ServerEnvironment) {
    this.#connection = connection;
    this.#environment = environment;
    this.#settings = new SettingsStore(connection);
    const parser = new Promise<PythonParser>((resolve) => {
      this.#isInitialized = resolve;
    });
    this.#documents = new Documents(parser);
    this.#requests = new Requests(this.#documents, connection.console);
    this.#projects = new Projects({
      documents: this.#documents,
      files: environment.files,
      tellConfiguration: (uri, diagnostics) =>
        void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }),
    });
    this.#features = new LanguageFeatures({
      otherFiles: this.#projects,
      fixesFor,
      parse: (text) => this.#documents.parse(text),
      surroundingsOf: (text) => this.#projects.of(text),
      floatXOf: (text, settings) => this.#floatXOf(text, settings),
    });
    const { startEvaluator, clock } = environment;
    this.#evaluators = new EvaluatorHost({
      start: startEvaluator,
      clock,
      log: (text) => connection.console.log(text),
      lost: (uri) => this.#runs.lost(uri),
      keepGpuSpeeds: (gpuSpeeds) => void connection.sendNotification(methods.measured, { gpuSpeeds }),
    });
    this.#runs = this.#makeRuns();
    this.#refreshes = new Refreshes(connection, environment.clock);
    this.#diagnostics = new PublishedDiagnostics((params) => void connection.sendDiagnostics(params));
    this.#checks = new StaticChecks({
      documents: this.#documents,
      clock: environment.clock,
      check: async (text) => {
        const settings = await this.#settings.of(text.uri);
        this.#projects.use(text, settings);
        return this.#features.check(text, settings);
      },
      tell: (text, findings) => this.#tell(text, findings),
      background: (name, work) => this.#requests.background(name, work),
    });
  }

  listen(): void {
    this.#answerLifecycle();
    this.#followDocuments();
    this.#answerFeatures();
    this.#answerRuns();
    this.#connection.listen();
  }

  #makeRuns(): Runs {
    const { clock } = this.#environment;
    const { console } = this.#connection;
    const orNothing = <T>(what: string, make: () => readonly T[]): readonly T[] => {
      try {
        return make();
      } catch (error) {
        console.error(`${what} failed: ${describe(error)}`);
        return [];
      }
    };
    return new Runs({
      host: this.#evaluators,
      clock,
      settingsOf: (uri) => this.#settings.of(uri),
      workspaceOf: (document) => ({ roots: this.#folders, texts: this.#documents.othersThan(document) }),
      floatXOf: (document, settings) => this.#floatXOf(document, settings).value,
      droppedScansOf: (document, settings) =>
        orNothing('droppedScans', () => this.#features.droppedScans(document, settings)),
      parse: (text) => this.#documents.parse(text),
      notify: (method, params) => void this.#connection.sendNotification(method, params),
      present: (record) => orNothing('results', () => this.#features.inlineResults(record)),
      presentCell: (writer, { events, end }) => orNothing('outputs', () => writer.next(events, end)),
    });
  }

  #floatXOf(text: AnalysedText, settings: Settings): FloatXDecision {
    const sources = this.#environment.floatXSources(settings.floatX, text.uri, this.#folders);
    const configured = this.#projects.of(text).floatX;
    return resolveFloatX({ ...sources, configured }, this.#features.libraryOf(text));
  }

  #answerLifecycle(): void {
    this.#connection.onInitialize((params) => this.#initialize(params));
    this.#connection.onInitialized(() => {
      if (this.#canWatchFolders)
        this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri));
          this.#setFolders([
            ...this.#folders.filter((uri) => !gone.has(uri)),
            ...added.map(({ uri }) => uri),
          ]);
          for (const text of this.#documents.all) this.#checks.now(text);
        });
      if (this.#canWatchFiles) watchFiles(this.#connection, (places) => this.#placesChanged(places));
      if (!this.#canRegisterConfiguration) return;
      const options = { section: settingsSection };
      void this.#connection.client.register(DidChangeConfigurationNotification.type, options);
    });
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      void this.#settingsChanged(isRecord(settings) ? settings[settingsSection] : settings);
    });
    this.#connection.onShutdown(() => this.#dispose());
    // The process itself is ended by the connection.
    this.#connection.onExit(() => this.#dispose());
  }

  async #settingsChanged(pushed: unknown): Promise<void> {
    const texts = [...this.#documents.all];
    const settings = () => Promise.all(texts.map(({ uri }) => this.#settings.of(uri)));
    const before = await settings();
    this.#settings.changed(pushed);
    for (const text of texts) this.#checks.now(text);
    this.#refreshes.settingsChanged(before, await settings());
  }

  #initialize(params: InitializeParams): InitializeResult {
    const options = initializationOptions(params.initializationOptions);
    if (options.protocolVersion !== protocolVersion)
      this.#connection.console.warn(
        `the client speaks version ${options.protocolVersion}, this server ${protocolVersion}`,
      );
    const { workspace, textDocument } = params.capabilities;
    const locale = options.locale ?? params.locale ?? 'en';
    useTranslations(options.translations ?? this.#environment.readTranslations?.(locale) ?? {});
    this.#refreshes.begin(params.capabilities);
    this.#client = {
      hasLinkCommands: options.hasLinkCommands,
      showsDisabled: textDocument?.codeAction?.disabledSupport === true,
    };
    this.#canWatchFolders = workspace?.workspaceFolders === true;
    this.#canRegisterConfiguration = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    this.#settings.begin(options.settings, { canPull: workspace?.configuration === true });
    this.#setFolders((params.workspaceFolders ?? []).map(({ uri }) => uri));
    this.#canWatchFiles = canWatchFiles(params.capabilities);
    if (this.#canWatchFiles) this.#projects.watchesFiles();
    this.#evaluators.useGpuSpeeds(options.gpuSpeeds);
    this.#runs.noteLosses(options.lostNamespaces);
    if (options.isTrusted) this.#runs.trust();
    const parser = this.#environment.createParser();
    parser.catch((error: unknown) => this.#connection.console.error(`no parser: ${describe(error)}`));
    this.#isInitialized(parser);
    return { serverInfo: { name: 'ScanLens' }, capabilities: serverCapabilities };
  }

  #followDocuments(): void {
    followDocuments(this.#connection, this.#documents, {
      opened: (text) => {
        this.#placesChanged([text.uri]);
        this.#checks.now(text);
      },
      changed: (text) => {
        this.#placesChanged([text.uri]);
        this.#checks.soon(text);
      },
      closed: (text) => {
        this.#projects.forget(text);
        this.#placesChanged([text.uri]);
        this.#checks.forget(text.uri);
        this.#settings.forget(text.uri);
        this.#runs.forget(text.uri);
        this.#diagnostics.forget(text);
      },
    });
  }

  #setFolders(uris: readonly string[]): void {
    this.#folders = uris;
    this.#projects.setRoots(uris);
  }

  /** Files and folders on disk, or open documents: whoever imports them, or has them for a project, is checked again. */
  #placesChanged(places: readonly string[]): void {
    const affected = this.#projects.changed(places);
    for (const text of affected) this.#checks.soon(text);
    // About what it has changed itself an editor asks again unbidden.
    if (affected.some(({ uri }) => !places.includes(uri))) this.#refreshes.surroundingsChanged();
  }

  #answerFeatures(): void {
    answerEditor(this.#connection, {
      requests: this.#requests,
      features: this.#features,
      settingsOf: (uri) => this.#settings.of(uri),
      floatXOf: (text, settings) => this.#floatXOf(text, settings),
      client: () => this.#client,
    });
  }

  #answerRuns(): void {
    const answer = (method: string, act: (uri: string) => Promise<null>) => {
      const handler = this.#requests.aboutText(method, ({ uri }) => act(uri));
      this.#connection.onRequest(method, (params: DocumentParams) => handler(params));
    };
    const run = this.#requests.aboutPart('run', (document, params: RunParams) =>
      this.#runs.run(document, params),
    );
    this.#connection.onRequest<RunResponse, void>(methods.run, async (params: RunParams) => {
      return (await run(params)) ?? { refused: notRunReason() };
    });
    this.#connection.onRequest<Answer | null, void>(methods.ask, (params: AskParams, token) =>
      this.#requests.aboutText(methods.ask, (document, { question }: AskParams) =>
        isRecord(question) ? this.#runs.ask(document.uri, question, token) : null,
      )(params, token),
    );
    this.#connection.onRequest<readonly RangeData[] | null, void>(
      methods.producers,
      this.#requests.about(methods.producers, ({ file, lines }, { position }: ProducersParams) =>
        producersAt(file, lines.offsetAt(position)).map((span) => rangeOf(lines, span)),
      ),
    );
    this.#connection.onRequest<PlotData | null, void>(
      methods.plot,
      this.#requests.aboutText(methods.plot, ({ uri }, params: PlotParams) =>
        this.#runs.plot({ ...params, uri }),
      ),
    );
    answer(methods.cancel, (uri) => this.#runs.cancel(uri));
    answer(methods.reset, (uri) => this.#runs.reset(uri));
    this.#connection.onNotification(methods.gpuProgram, ({ text }: GpuProgramParams) => {
      if (typeof text === 'string') this.#environment.useGpuProgram?.(text);
    });
    const prepare = this.#requests.aboutText(methods.prepare, ({ file }) => this.#runs.warmUp(file));
    this.#connection.onNotification(methods.prepare, (params: DocumentParams) => void prepare(params));
    this.#connection.onNotification(methods.trust, () => this.#trust());
  }

  #trust(): void {
    this.#runs.trust();
    for (const document of this.#documents.all) this.#checks.now(document);
  }

  #tell(text: AnalysedText, findings: ReturnType<LanguageFeatures['check']>): void {
    const { uri, version, kind } = text;
    const { diagnostics, cells, hasMarkers } = findings;
    this.#diagnostics.tell(text, diagnostics);
    // Running the cells of a notebook is a kernel's business.
    if (kind === 'notebook') return;
    void this.#connection.sendNotification(methods.cells, { uri, version, cells, hasMarkers });
    if (cells.length > 0) this.#runs.warmUp(text.file);
  }

  #dispose(): void {
    this.#checks.dispose();
    this.#refreshes.dispose();
    this.#runs.dispose();
    this.#documents.dispose();
  }
}

/** What another client than ours leaves out counts as the careful choice. */
function initializationOptions(value: unknown): Omit<
  InitializationOptions,
  'settings' | 'translations' | 'lostNamespaces'
> & {
  readonly settings: unknown;
  readonly lostNamespaces: readonly string[];
  readonly translations: Translations | null;
} {
  const given = isRecord(value) ? value : {};
  const lost = given['lostNamespaces'];
  return {
    protocolVersion:
      typeof given['protocolVersion'] === 'number' ? given['protocolVersion'] : protocolVersion,
    isTrusted: given['isTrusted'] === true,
    hasLinkCommands: given['hasLinkCommands'] === true,
    gpuSpeeds: given['gpuSpeeds'],
    lostNamespaces: Array.isArray(lost) ? lost.filter((uri) => typeof uri === 'string') : [],
    settings: given['settings'],
    translations: given['translations'] === undefined ? null : textsIn(given['translations']),
    ...(typeof given['locale'] === 'string' ? { locale: given['locale'] } : {}),
  };
}

const textsIn = (value: unknown): Translations =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};
