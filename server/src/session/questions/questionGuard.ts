/** What a question may use, and the flag that says that nobody waits for its answer any more. */
import { allQuestions } from '../../../../protocol/src/evaluator.ts';
import { Cancelled } from '../../base/cancellation.ts';
import { type RunHost, refuseProgram } from '../../graph/runHost.ts';
import { pause, type Wait } from '../pause.ts';
import { RunGuard, type RunGuardOptions } from '../runGuard.ts';

export interface QuestionGuardOptions
  extends Pick<RunGuardOptions, 'now' | 'wait' | 'measureMemory' | 'memoryBytes'> {
  readonly askId: number;
  /** null where memory can not be shared: then a question is answered to its end. */
  readonly interrupt: Int32Array | null;
}

export class QuestionGuard implements RunHost {
  readonly #askId: number;
  readonly #interrupt: Int32Array | null;
  readonly #budget: RunGuard;
  readonly #wait: Wait;
  readonly now: () => number;
  readonly refuseProgram = refuseProgram;

  constructor({ askId, interrupt, ...limits }: QuestionGuardOptions) {
    this.#askId = askId;
    this.#interrupt = interrupt;
    this.#wait = limits.wait;
    this.now = limits.now;
    this.#budget = new RunGuard({
      ...limits,
      runId: 0,
      interrupt: null,
      timeoutMs: Number.POSITIVE_INFINITY,
      releaseMemory: () => false,
      tick: () => {},
      beforeLongWork: () => {},
      frames: () => [],
    });
  }

  /** Throws when the question was given up, or when its answer needs too much. */
  checkpoint(): void {
    const flag = this.#interrupt === null ? 0 : Atomics.load(this.#interrupt, 0);
    if (flag === -this.#askId || flag <= -(allQuestions + this.#askId)) throw new Cancelled();
    this.#budget.checkpoint();
  }

  /** Code of the program that makes a text may sleep, too. */
  pause(ms: number): void {
    const interrupt = this.#interrupt;
    pause(ms, { now: this.now, wait: this.#wait, interrupt, checkpoint: () => this.checkpoint() });
  }

  allocate(byteLength: number): void {
    this.#budget.allocate(byteLength);
  }
}
