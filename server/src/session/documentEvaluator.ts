/**
 * The evaluator of one document, seen from the server: starts its process when it is needed, runs one request after
 * another, cancels, and turns whatever happens to the process into the end of a run. Knows nothing about how processes are started.
 */

import {
  allQuestions,
  type EvaluatorMessage,
  type RunEnd,
  type RunRequest,
} from '../../../protocol/src/evaluator.ts';
import type { Answer, Question } from '../../../protocol/src/questions.ts';
import type { RunEvent, RunOutcome } from '../../../protocol/src/results.ts';
import { protocolVersion } from '../../../protocol/src/version.ts';
import type { Disposable } from '../base/disposable.ts';
import { t, translationsInUse } from '../base/l10n.ts';
import type { Clock, EvaluatorProcess, ProcessListener, StartEvaluator } from './evaluatorProcess.ts';

/** How long a run that was asked to stop may take to do so. */
export const cancelGraceMs = 90;
/** How long after its time budget a run may take to notice. */
export const timeoutGraceMs = 500;
/** Longer timers overflow; such a run may take as long as it likes. */
const longestTimerMs = 2 ** 31 - 1 - timeoutGraceMs;
/** How long a process may take until it answers for the first time: long, since whoever does not want to wait can cancel. */
export const startLimitMs = 60_000;

/** One run that was asked for. */
export interface PendingRun {
  readonly request: RunRequest;
  readonly onEvent: (event: RunEvent) => void;
  readonly onEnd: (end: RunEnd) => void;
}

/** A question that was asked. */
export interface PendingAnswer {
  /** Never rejects. */
  readonly answer: Promise<Answer | null>;
  /** Nobody wants to know any more. */
  cancel(): void;
}

export interface DocumentEvaluatorOptions {
  /** Gives a process: a spare one that already waits, or a new one. */
  readonly start: StartEvaluator;
  readonly clock: Clock;
  readonly log: (text: string) => void;
  /** Told of speeds that the evaluator measured. */
  readonly measured: (speeds: unknown) => void;
  /** Told that the process is gone while nothing ran: the namespace is lost. */
  readonly lost: () => void;
}

/** What the process is asked to end for; decides what the run's end says. */
type StopCause = 'cancel' | 'timeout' | 'noStart';

export class DocumentEvaluator implements Disposable {
  readonly #options: DocumentEvaluatorOptions;
  #process: EvaluatorProcess | null = null;
  #current: PendingRun | null = null;
  #startedAt = 0;
  #queue: PendingRun[] = [];
  #timer: Disposable | null = null;
  #isReady = false;
  /** Why the namespace is gone that the last run left behind; null once somebody was told. */
  #lossReason: string | null = null;
  #lastAskId = 0;
  readonly #asks = new Map<number, (answer: Answer | null) => void>();

  constructor(options: DocumentEvaluatorOptions) {
    this.#options = options;
  }

  /** True when no run is going or waiting. */
  get isIdle(): boolean {
    return this.#current === null && this.#queue.length === 0;
  }

  /** The next run tells why it does not find what runs before it have left behind. `reason` is a sentence. */
  noteLoss(reason: string): void {
    this.#lossReason = reason;
  }

  /** Runs now, or after the runs that wait already. */
  run(run: PendingRun): void {
    if (this.#asks.size > 0) this.#giveUp(allQuestions + this.#lastAskId);
    this.#queue.push(run);
    this.#next();
  }

  /** Asks the run to stop; a run that waits ends at once. Unknown ids are ignored: the run has ended. */
  cancel(runId: number): void {
    const waiting = this.#queue.find((run) => run.request.runId === runId);
    if (waiting !== undefined) {
      this.#queue = this.#queue.filter((run) => run !== waiting);
      waiting.onEnd({ ...endWithoutState('cancelled', 0), namespaceLost: false });
    }
    if (this.#current?.request.runId !== runId || this.#process === null) return;
    if (!this.#process.canInterrupt) {
      this.#stop('cancel');
      return;
    }
    this.#process.send({ type: 'cancel', runId });
    this.#setTimer(cancelGraceMs, () => this.#stop('cancel'));
  }

  /**
   * Asks the process; null where there is none, since it knows nothing then. A run that is wanted meanwhile goes first: the
   * process gives up the question and answers null.
   */
  ask(uri: string, question: Question): PendingAnswer {
    const process = this.#process;
    if (process === null) return { answer: Promise.resolve(null), cancel: () => {} };
    const askId = ++this.#lastAskId;
    const answer = new Promise<Answer | null>((resolve) => this.#asks.set(askId, resolve));
    process.send({ type: 'ask', askId, uri, question });
    const cancel = () => {
      if (this.#asks.has(askId)) this.#giveUp(askId);
    };
    return { answer, cancel };
  }

  /** Stops every run and empties the namespace. */
  reset(uri: string): void {
    for (const run of [...this.#queue]) this.cancel(run.request.runId);
    if (this.#current !== null) this.cancel(this.#current.request.runId);
    this.#process?.send({ type: 'reset', uri });
  }

  /** Ends the process. Runs that are going or waiting end as cancelled. */
  dispose(): void {
    this.#loseProcess();
    this.#endAll(() => endWithoutState('cancelled', this.#elapsedMs()));
  }

  #next(): void {
    if (this.#current !== null) return;
    const run = this.#queue.shift();
    if (run === undefined) return;
    this.#current = run;
    this.#startedAt = this.#options.clock.now();
    const process = this.#ensureProcess();
    this.#startedAt = this.#options.clock.now();
    process.send(run.request);
    if (this.#isReady) this.#armTimeout();
    else this.#setTimer(startLimitMs, () => this.#stop('noStart'));
  }

  #tellLoss({ request, onEvent }: PendingRun): void {
    const reason = this.#lossReason;
    this.#lossReason = null;
    if (reason === null || request.reset) return;
    const span = request.cells[0] ?? { start: 0, end: 0 };
    const message = t('{0} The run began with an empty namespace.', reason);
    onEvent({ type: 'warning', warning: { span, category: 'ScanLens', message } });
  }

  #ensureProcess(): EvaluatorProcess {
    if (this.#process !== null) return this.#process;
    this.#isReady = false;
    // The identity of the process guards against messages of one that was given up.
    let self: EvaluatorProcess | null = null;
    const isMine = () => self !== null && this.#process === self;
    const listener: ProcessListener = {
      message: (message) => {
        if (isMine()) this.#receive(message);
      },
      exited: (reason) => {
        if (isMine()) this.#crashed(reason);
      },
    };
    self = this.#options.start(listener);
    this.#process = self;
    self.send({ type: 'hello', protocolVersion, interruptBuffer: null, translations: translationsInUse() });
    return self;
  }

  #receive(message: EvaluatorMessage): void {
    if (message.type === 'log') this.#options.log(message.text);
    else if (message.type === 'measured') this.#options.measured(message.speeds);
    else if (message.type === 'ready') this.#ready();
    else if (message.type === 'answer') this.#answered(message.askId, message.answer);
    else this.#receiveOfRun(message);
  }

  #answered(askId: number, answer: Answer | null): void {
    this.#asks.get(askId)?.(answer);
    this.#asks.delete(askId);
  }

  /** See {@link allQuestions}. While a run is going the flag is its own, and questions wait. */
  #giveUp(id: number): void {
    if (this.#process?.canInterrupt === true && this.#current === null)
      this.#process.send({ type: 'cancel', runId: -id });
  }

  #receiveOfRun(message: Extract<EvaluatorMessage, { runId: number }>): void {
    const run = this.#current;
    if (run === null || message.runId !== run.request.runId) return;
    if (message.type === 'event') {
      run.onEvent(message.event);
      return;
    }
    if (message.end.namespaceLost) this.#loseProcess();
    this.#finish(run, message.end);
  }

  #ready(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    if (this.#current === null) return;
    this.#armTimeout();
    this.#tellLoss(this.#current);
  }

  #armTimeout(): void {
    this.#clearTimer();
    const timeoutMs = this.#current?.request.options.timeoutMs ?? 0;
    if (timeoutMs > longestTimerMs) return;
    this.#setTimer(timeoutMs + timeoutGraceMs, () => this.#stop('timeout'));
  }

  #finish(run: PendingRun, end: RunEnd): void {
    this.#clearTimer();
    this.#current = null;
    run.onEnd(end);
    this.#next();
  }

  #stop(cause: StopCause): void {
    const run = this.#current;
    this.#loseProcess();
    if (run === null) return;
    const outcome = stopOutcomes[cause];
    this.#finish(run, { ...endWithoutState(outcome, this.#elapsedMs()), error: lost(stopMessages[cause]()) });
  }

  #crashed(reason: string): void {
    this.#options.log(`evaluator ended: ${reason}`);
    const { isIdle } = this;
    this.#loseProcess();
    const message = t('The evaluator ended unexpectedly ({0}).', reason);
    this.#endAll(() => ({ ...endWithoutState('crashed', this.#elapsedMs()), error: lost(message) }));
    if (!isIdle) return;
    this.noteLoss(message);
    this.#options.lost();
  }

  /** What waits behind a lost process would meet an empty namespace, so it ends too. */
  #endAll(end: () => RunEnd): void {
    const runs = [...(this.#current === null ? [] : [this.#current]), ...this.#queue];
    this.#clearTimer();
    this.#current = null;
    this.#queue = [];
    for (const run of runs) run.onEnd(end());
  }

  #loseProcess(): void {
    const process = this.#process;
    this.#process = null;
    this.#isReady = false;
    process?.kill();
    for (const askId of [...this.#asks.keys()]) this.#answered(askId, null);
  }

  #elapsedMs(): number {
    return this.#current === null ? 0 : this.#options.clock.now() - this.#startedAt;
  }

  #setTimer(delayMs: number, action: () => void): void {
    this.#clearTimer();
    this.#timer = this.#options.clock.after(delayMs, action);
  }

  #clearTimer(): void {
    this.#timer?.dispose();
    this.#timer = null;
  }
}

const stopOutcomes: Readonly<Record<StopCause, RunOutcome>> = {
  cancel: 'cancelled',
  timeout: 'outOfBudget',
  noStart: 'crashed',
};

const stopMessages: Readonly<Record<StopCause, () => string>> = {
  cancel: () => t('The program did not stop by itself, so its process was ended.'),
  timeout: () => t('The program used up its time and did not stop by itself, so its process was ended.'),
  noStart: () => t('The evaluator did not start.'),
};

function lost(message: string): NonNullable<RunEnd['error']> {
  const text = t('{0} {1}', message, t('The variables of this document are lost.'));
  return { type: 'EvaluatorStopped', message: text, frames: [], traceback: `EvaluatorStopped: ${text}\n` };
}

function endWithoutState(outcome: RunOutcome, elapsedMs: number): RunEnd {
  return { outcome, error: null, elapsedMs, state: {}, callCount: 0, namespaceLost: true };
}
