/**
 * All evaluators of a server: one process per document, so that a crash costs the namespace of that document and nothing
 * else, and one spare process that waits, so that the first click is quick. Gives out run ids and routes what comes back.
 */
import type { RunEnd, RunOptions, RunRequest } from '../../../protocol/src/evaluator.ts';
import type { Question } from '../../../protocol/src/questions.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import type { Disposable } from '../base/disposable.ts';
import { DocumentEvaluator, type PendingAnswer } from './documentEvaluator.ts';
import type { Clock, EvaluatorProcess, ProcessListener, StartEvaluator } from './evaluatorProcess.ts';
import type { Library } from './floatX.ts';
import { warmUpRequests } from './warmUpProgram.ts';

export interface EvaluatorHostOptions {
  readonly start: StartEvaluator;
  readonly clock: Clock;
  /** Where the evaluators' own messages go; never shown to the user by itself. */
  readonly log: (text: string) => void;
  /** Told of a document whose evaluator is gone while nothing ran. */
  readonly lost?: (uri: string) => void;
  /** What was measured of the GPU of this machine before, and who keeps what is measured now. */
  readonly gpuSpeeds?: unknown;
  readonly keepGpuSpeeds?: (speeds: unknown) => void;
}

/** A run that was accepted. */
export interface RunHandle {
  readonly runId: number;
  /** Never rejects: everything that can happen to a run is an outcome. */
  readonly ended: Promise<RunEnd>;
  /** Asks it to stop; `ended` is settled within 100 ms. */
  cancel(): void;
}

/** What to run: a {@link RunRequest} without what the host adds. */
export type RunWork = Omit<RunRequest, 'type' | 'runId'>;

export class EvaluatorHost implements Disposable {
  readonly #options: EvaluatorHostOptions;
  readonly #documents = new Map<string, DocumentEvaluator>();
  #spare: SpareProcess | null = null;
  #lastRunId = 0;
  #gpuSpeeds: unknown;

  constructor(options: EvaluatorHostOptions) {
    this.#options = options;
    this.#gpuSpeeds = options.gpuSpeeds;
  }

  /** What was measured on this machine before. */
  useGpuSpeeds(speeds: unknown): void {
    this.#gpuSpeeds = speeds;
  }

  /** Runs cells in the namespace of the document. Runs of one document happen in the order in which they were asked for. */
  run(work: RunWork, onEvent: (event: RunEvent) => void): RunHandle {
    const runId = ++this.#lastRunId;
    const document = this.#document(work.uri);
    const ended = new Promise<RunEnd>((resolve) => {
      const request = { type: 'run', runId, ...work, options: this.#withSpeeds(work.options) } as const;
      document.run({ request, onEvent, onEnd: resolve });
    });
    return { runId, ended, cancel: () => document.cancel(runId) };
  }

  /** What runs of the document had left behind is gone for a reason that only the caller knows: the next run tells it. */
  noteLoss(uri: string, reason: string): void {
    this.#document(uri).noteLoss(reason);
  }

  /** Asks what the runs of the document have left behind; null where nothing was run. */
  ask(uri: string, question: Question): PendingAnswer | null {
    return this.#documents.get(uri)?.ask(uri, question) ?? null;
  }

  /** True while a run of the document is going or waiting. */
  isBusy(uri: string): boolean {
    return this.#documents.get(uri)?.isIdle === false;
  }

  /** Stops the document's runs and empties its namespace; the process stays. */
  reset(uri: string): void {
    this.#documents.get(uri)?.reset(uri);
  }

  /** The document was closed: its process ends. */
  forget(uri: string): void {
    this.#documents.get(uri)?.dispose();
    this.#documents.delete(uri);
  }

  /**
   * Starts the spare process if none waits: to be called when a document with something to run is opened. With the library
   * that the document uses the process gets ready for it too; null where it is needed at once.
   */
  warmUp(library: Library | null): void {
    if (this.#spare?.hasExited ?? true) this.#spare = new SpareProcess(this.#options.start, library);
  }

  dispose(): void {
    for (const document of this.#documents.values()) document.dispose();
    this.#documents.clear();
    this.#spare?.kill();
    this.#spare = null;
  }

  #withSpeeds(options: RunOptions): RunOptions {
    const { gpu } = options;
    if (gpu === undefined || this.#gpuSpeeds === undefined) return options;
    return { ...options, gpu: { ...gpu, speeds: this.#gpuSpeeds } };
  }

  #document(uri: string): DocumentEvaluator {
    const known = this.#documents.get(uri);
    if (known !== undefined) return known;
    const start: StartEvaluator = (listener) => this.#takeSpare(listener) ?? this.#options.start(listener);
    const created = new DocumentEvaluator({
      start,
      clock: this.#options.clock,
      log: this.#options.log,
      lost: () => this.#options.lost?.(uri),
      measured: (speeds) => {
        this.#gpuSpeeds = speeds;
        this.#options.keepGpuSpeeds?.(speeds);
      },
    });
    this.#documents.set(uri, created);
    return created;
  }

  #takeSpare(listener: ProcessListener): EvaluatorProcess | null {
    const spare = this.#spare;
    this.#spare = null;
    return spare === null || spare.hasExited ? null : spare.give(listener);
  }
}

/** A started process without a document. What it says before it has one is kept for the listener that it gets. */
class SpareProcess {
  readonly #process: EvaluatorProcess;
  #listener: ProcessListener | null = null;
  #isGone = false;

  constructor(start: StartEvaluator, library: Library | null) {
    this.#process = start({
      message: (message) => this.#listener?.message(message),
      exited: (reason) => {
        this.#isGone = true;
        this.#listener?.exited(reason);
      },
    });
    if (library === null) return;
    for (const request of warmUpRequests(library)) this.#process.send(request);
  }

  get hasExited(): boolean {
    return this.#isGone;
  }

  give(listener: ProcessListener): EvaluatorProcess {
    this.#listener = listener;
    return this.#process;
  }

  kill(): void {
    this.#process.kill();
  }
}
