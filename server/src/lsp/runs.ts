/**
 * Runs of cells on behalf of the client: decides whether a run may start, passes it to the evaluators, and tells the client
 * its state and its results as they come. Never runs anything in a workspace that is not trusted.
 */

import type { CancellationToken } from 'vscode-languageserver';
import {
  type InlineResult,
  methods,
  type PlotParams,
  type ProgressParams,
  type ResultsParams,
  type RunParams,
  type RunResponse,
  type RunScope,
  type RunStateParams,
  type Settings,
  type StateChangedParams,
} from '../../../protocol/src/editor.ts';
import type { CellAccess, DroppedScan, RunEnd, WorkspaceData } from '../../../protocol/src/evaluator.ts';
import type { CellOutput, CellOutputsParams } from '../../../protocol/src/notebook.ts';
import type { PlotData } from '../../../protocol/src/plots.ts';
import type { Answer, Question, StateData } from '../../../protocol/src/questions.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import type { Disposable } from '../base/disposable.ts';
import { t } from '../base/l10n.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import { plainSpan } from '../base/span.ts';
import type { CellOutputWriter } from '../features/cellOutputs.ts';
import type { Cell, ParsedFile } from '../python/parsedFile.ts';
import { backendText } from '../session/backendText.ts';
import type { EvaluatorHost, RunHandle } from '../session/evaluatorHost.ts';
import type { Clock } from '../session/evaluatorProcess.ts';
import type { FloatX } from '../session/floatX.ts';
import { programLibrary } from '../session/programLibrary.ts';
import type { AnalysedText, PlacedDocument } from './analysedText.ts';
import { OpenDocument } from './openDocument.ts';
import { PlotArchive } from './plotArchive.ts';
import { fileTarget, notebookTarget, type RunTarget } from './runTarget.ts';
import { RunTexts } from './runTexts.ts';

/** While events keep coming, the client gets the results so far this often, or less often where making them takes long. */
const resultsIntervalMs = 50;
/** So many times as long as making the results took is waited until they are made again. */
const restFactor = 4;

const mebibyte = 1024 * 1024;

type RunNotice = ResultsParams | CellOutputsParams | RunStateParams | ProgressParams | StateChangedParams;

export interface RunsOptions {
  readonly host: EvaluatorHost;
  readonly clock: Clock;
  readonly settingsOf: (uri: string) => Promise<Settings>;
  readonly workspaceOf: (text: AnalysedText) => WorkspaceData;
  readonly floatXOf: (text: AnalysedText, settings: Settings) => FloatX;
  /** The calls of scan whose updates are proven to be dropped; must not throw. */
  readonly droppedScansOf: (text: AnalysedText, settings: Settings) => readonly DroppedScan[];
  readonly parse: (text: string) => ParsedFile;
  readonly notify: (method: string, params: RunNotice) => void;
  /** Makes what the client shows from what a run said; must not throw. */
  readonly present: (record: RunRecord) => readonly InlineResult[];
  /** The same for the cell of a notebook. */
  readonly presentCell: (writer: CellOutputWriter, run: RunCourse) => readonly CellOutput[];
}

/** What a run has said so far. */
export interface RunCourse {
  readonly events: readonly RunEvent[];
  /** Null while it goes on. */
  readonly end: RunEnd | null;
}

/** All that is known of one run. */
export interface RunRecord extends RunCourse {
  readonly file: ParsedFile;
  readonly lines: LineIndex;
  readonly cells: readonly Cell[];
}

/** A run that was accepted and has not ended. */
interface ActiveRun {
  readonly target: RunTarget;
  readonly events: RunEvent[];
  readonly handle: RunHandle;
}

export class Runs implements Disposable {
  readonly #options: RunsOptions;
  readonly #active = new Map<number, ActiveRun>();
  readonly #timers = new Map<number, Disposable>();
  /** What was run, for places in answers. */
  readonly #texts = new RunTexts();
  readonly #plots = new PlotArchive();
  /** Documents whose variables the last server took with it, until they are run again. */
  readonly #lost = new Set<string>();
  #isTrusted = false;
  #lastCostMs = 0;

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  /** The person trusts the workspace. There is no way back within one session, as in VS Code. */
  trust(): void {
    this.#isTrusted = true;
  }

  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  /** A document with something to run is open: the first run should not wait for a process to start. */
  warmUp(file: ParsedFile): void {
    if (this.#isTrusted) this.#options.host.warmUp(programLibrary(file.module));
  }

  /** Starts a run, or says why not. */
  async run(placed: PlacedDocument, params: RunParams): Promise<RunResponse> {
    if (!this.#isTrusted) return { refused: t('Code runs only in a trusted workspace.') };
    const { text, part } = placed;
    const settings = await this.#options.settingsOf(text.uri);
    // A notebook makes its parts anew when one of its cells changes.
    const present = text.parts.find(({ uri }) => uri === part.uri);
    if (present?.version !== params.version)
      return { refused: t('The text has changed meanwhile. Run it again.') };
    const target =
      text instanceof OpenDocument
        ? fileTarget(text, params)
        : notebookTarget({ text, part: present }, params, this.#options.parse);
    if (typeof target === 'string') return { refused: target };
    const lost = text.parts.filter(({ uri }) => this.#lost.delete(uri));
    if (lost.length > 0) this.#options.host.noteLoss(text.uri, t('The language server ended unexpectedly.'));
    return { runId: this.#start(target, settings, params.scope) };
  }

  /** Stops what runs in the document; resolves when it has stopped. */
  async cancel(uri: string): Promise<null> {
    const handles = this.#of(uri).map((run) => run.handle);
    for (const handle of handles) handle.cancel();
    await Promise.all(handles.map((handle) => handle.ended));
    return null;
  }

  /** Stops what runs in the document and forgets its variables. */
  async reset(uri: string): Promise<null> {
    const ended = this.#of(uri).map((run) => run.handle.ended);
    this.#options.host.reset(uri);
    await Promise.all(ended);
    this.#tellStateChanged(uri, null);
    return null;
  }

  /** Asks what the runs have left behind; places in the answer get lines and characters. */
  async ask(uri: string, question: Question, token?: CancellationToken): Promise<Answer | null> {
    const pending = this.#options.host.ask(uri, question);
    if (pending === null) return null;
    const cancelled = token?.onCancellationRequested(() => pending.cancel());
    const answer = await pending.answer;
    cancelled?.dispose();
    if (question.kind === 'restore' && answer !== null)
      this.#tellStateChanged(uri, restoredIds(question, answer as StateData));
    return answer === null ? null : this.#texts.placed(uri, answer);
  }

  /** A plot of one of the latest runs; null where it is not kept. */
  plot({ uri, runId, plot }: PlotParams): PlotData | null {
    return this.#plots.find(uri, runId, plot);
  }

  /** A server before this one has ended, and with it what was run in these documents or cells. */
  noteLosses(uris: readonly string[]): void {
    for (const uri of uris) this.#lost.add(uri);
  }

  /** The evaluator of the document is gone with everything that runs had left behind. */
  lost(uri: string): void {
    this.#tellStateChanged(uri, null);
  }

  /** The document was closed. */
  forget(uri: string): void {
    this.#plots.forget(uri);
    this.#texts.forget(uri);
    this.#options.host.forget(uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) timer.dispose();
    this.#timers.clear();
    this.#active.clear();
    this.#options.host.dispose();
  }

  #of(uri: string): readonly ActiveRun[] {
    return [...this.#active.values()].filter(({ target }) => target.text.uri === uri);
  }

  #start(target: RunTarget, settings: Settings, scope: RunScope): number {
    const { text, file, cells } = target;
    const { uri, version, kind } = text;
    this.#texts.keep(uri, version, target.placeOf);
    const work = {
      uri,
      version,
      text: file.text,
      kind,
      cells: cells.map(plainSpan),
      droppedScans: this.#options.droppedScansOf(text, settings),
      // A run from the top does not depend on what was run before.
      reset: scope === 'all' || scope === 'through',
      options: {
        floatX: this.#options.floatXOf(text, settings),
        backend: settings.backend,
        gpu: settings.gpu,
        timeoutMs: settings.runTimeoutSeconds * 1000,
        memoryBytes: settings.memoryLimitMB * mebibyte,
        limitNames: {
          time: t('the setting {0}', 'scanlens.runTimeoutSeconds'),
          memory: t('the setting {0}', 'scanlens.memoryLimitMB'),
        },
      },
      workspace: this.#options.workspaceOf(text),
    };
    // Events come later than this call returns, so the run is known when the first one arrives.
    const handle = this.#options.host.run(work, (event) => this.#event(handle.runId, event));
    const run: ActiveRun = { target, events: [], handle };
    this.#active.set(handle.runId, run);
    this.#tellState(run, { state: 'running', elapsedMs: 0 });
    void handle.ended.then((end) => this.#ended(run, end));
    return handle.runId;
  }

  #event(runId: number, event: RunEvent): void {
    const run = this.#active.get(runId);
    if (run === undefined) return;
    if (event.type === 'progress') {
      const { done, total } = event;
      this.#options.notify(methods.progress, { uri: run.target.uri, runId, done, total });
      return;
    }
    run.events.push(event);
    if (event.type === 'plot') this.#plots.keep(run.target.text.uri, runId, event.plot);
    if (this.#timers.has(runId)) return;
    const delayMs = Math.max(resultsIntervalMs, this.#lastCostMs * restFactor);
    const timer = this.#options.clock.after(delayMs, () => {
      this.#timers.delete(runId);
      this.#tellResults(run, null);
    });
    this.#timers.set(runId, timer);
  }

  #ended(run: ActiveRun, end: RunEnd): void {
    const { runId } = run.handle;
    if (!this.#active.delete(runId)) return;
    this.#timers.get(runId)?.dispose();
    this.#timers.delete(runId);
    this.#tellResults(run, end);
    if (end.namespaceLost || end.beganEmpty === true) this.#tellStateChanged(run.target.text.uri, null);
    const cells = run.target.ranges.map((_, index) => end.cells?.[index] ?? noAccess);
    this.#tellState(run, {
      state: end.outcome,
      elapsedMs: end.elapsedMs,
      stateReads: cells.map(({ reads }) => reads),
      stateWrites: cells.map(({ writes }) => writes),
    });
  }

  #tellStateChanged(uri: string, variableIds: readonly number[] | null): void {
    this.#options.notify(methods.stateChanged, { uri, variableIds });
  }

  #tellResults({ target, events, handle }: ActiveRun, end: RunEnd | null): void {
    const { runId } = handle;
    const { uri, version, outputs } = target;
    const startedAt = this.#options.clock.now();
    if (outputs === null) {
      const results = this.#options.present({ ...target, events, end });
      this.#options.notify(methods.results, { uri, version, runId, results });
    } else {
      const fresh = this.#options.presentCell(outputs, { events, end });
      if (fresh.length > 0) this.#options.notify(methods.outputs, { uri, version, runId, outputs: fresh });
    }
    this.#lastCostMs = this.#options.clock.now() - startedAt;
  }

  #tellState(run: ActiveRun, state: RunStateChange): void {
    const { uri, version, ranges, reads } = run.target;
    const { runId } = run.handle;
    const backend = backendsOf(run.events);
    this.#options.notify(methods.runState, { uri, version, runId, ranges, reads, backend, ...state });
  }
}

/** What a message about a run says of its course. */
type RunStateChange = Pick<RunStateParams, 'state' | 'elapsedMs' | 'stateReads' | 'stateWrites'>;

const noAccess: CellAccess = { reads: [], writes: [] };

/** The variables that may have another value now. */
const restoredIds = (
  { variableId }: Extract<Question, { readonly kind: 'restore' }>,
  { variables }: StateData,
): readonly number[] => (variableId === null ? variables.map(({ id }) => id) : [variableId]);

const backendsOf = (events: readonly RunEvent[]): string =>
  backendText(events.flatMap((event) => (event.type === 'call' ? [event.call] : [])));
