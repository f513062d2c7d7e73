/**
 * What a run may use: time, memory, output; and the flag that asks it to stop. Everything here throws errors that
 * no `except` of the program catches, and goes on throwing, so a `finally` can not keep a run alive either.
 */

import type { RunOptions } from '../../../protocol/src/evaluator.ts';
import type { FrameData } from '../../../protocol/src/results.ts';
import { BudgetExceeded, Cancelled } from '../base/cancellation.ts';
import { t } from '../base/l10n.ts';
import { pause, type Wait } from './pause.ts';

/** Output of one run, in UTF-16 units. */
const outputLimit = 8 * 1024 * 1024;
/** After how many new bytes the memory is measured again. */
const measureEveryBytes = 32 * 1024 * 1024;
/** To fill an array of this size takes a while. */
const largeArrayBytes = 1024 * 1024;
/** After how much time the memory is measured, since a program's own objects are never asked for. */
const measureEveryMs = 50;
/** How many checkpoints may pass without looking at the clock: few, because the next ones may be slow. */
const longestStride = 16;

/**
 * Bytes that all values take now, with garbage as long as they are no more than `most`; infinity where the process has no room
 * for more, whatever the budget says; null where nobody knows.
 */
export type MeasureMemory = (most: number) => number | null;

export interface RunGuardOptions {
  readonly runId: number;
  /** The first element is the id of the run that has to stop; null where memory can not be shared. */
  readonly interrupt: Int32Array | null;
  readonly timeoutMs: number;
  readonly memoryBytes: number;
  /** What a person changes to allow more. */
  readonly limitNames?: RunOptions['limitNames'];
  readonly now: () => number;
  readonly wait: Wait;
  /** See {@link MeasureMemory}. */
  readonly measureMemory: MeasureMemory;
  /** Gives up what is only kept for looking at it; false when there was nothing. */
  readonly releaseMemory: () => boolean;
  /** Called whenever the clock was looked at. */
  readonly tick: (now: number) => void;
  /** Called before something that may take long and can not be stopped in between. */
  readonly beforeLongWork: () => void;
  /** What the program is doing, outermost frame first. */
  readonly frames: () => readonly FrameData[];
}

export class RunGuard {
  readonly #options: RunGuardOptions;
  readonly #startedAt: number;
  #checkedAt: number;
  #measuredAt: number;
  #stride = 1;
  #countdown = 1;
  #newBytes = 0;
  #outputLength = 0;
  #stoppedAt: readonly FrameData[] = [];

  constructor(options: RunGuardOptions) {
    this.#options = options;
    this.#startedAt = options.now();
    this.#checkedAt = this.#startedAt;
    this.#measuredAt = this.#startedAt;
  }

  get elapsedMs(): number {
    return this.#options.now() - this.#startedAt;
  }

  /** Where the program was when it was stopped first; empty while it was not. */
  get stoppedAt(): readonly FrameData[] {
    return this.#stoppedAt;
  }

  /** Called at every turn of a loop, every call and every step of a scan. */
  checkpoint(): void {
    const { interrupt, runId } = this.#options;
    if (interrupt !== null && Atomics.load(interrupt, 0) === runId) this.#stop(new Cancelled());
    if (--this.#countdown <= 0) this.lookAtClock();
  }

  /** Called when the program sleeps. */
  pause(ms: number): void {
    const { now, wait, interrupt } = this.#options;
    const checkpoint = (): void => {
      this.checkpoint();
      this.lookAtClock();
    };
    this.#options.beforeLongWork();
    pause(ms, { now, wait, interrupt, checkpoint });
  }

  /** Called before values of this many bytes are made. */
  allocate(byteLength: number): void {
    const { memoryBytes } = this.#options;
    if (byteLength > memoryBytes) this.#outOfMemory();
    if (byteLength >= largeArrayBytes) this.#options.beforeLongWork();
    this.#newBytes += byteLength;
    if (this.#newBytes < Math.min(measureEveryBytes, memoryBytes / 4)) return;
    this.#newBytes = 0;
    this.#checkMemory(byteLength);
    this.lookAtClock();
  }

  /** Called before text is printed. */
  output(length: number): void {
    this.#outputLength += length;
    if (this.#outputLength > outputLimit) {
      this.#stop(
        new BudgetExceeded('output', t('The program printed more than {0} MB.', outputLimit / (1024 * 1024))),
      );
    }
    if (this.#countdown > 1) this.#countdown--;
  }

  /** Throws when the time is used up. The next look comes sooner where the program is slow between checkpoints. */
  lookAtClock(): void {
    const now = this.#options.now();
    const sinceLast = now - this.#checkedAt;
    this.#checkedAt = now;
    this.#stride = sinceLast < 0.5 ? Math.min(this.#stride * 2, longestStride) : 1;
    this.#countdown = this.#stride;
    this.#options.tick(now);
    if (now - this.#measuredAt > measureEveryMs) this.#checkMemory(0);
    const { timeoutMs } = this.#options;
    if (now - this.#startedAt > timeoutMs) {
      this.#countdown = 1;
      const hint = limitHint(this.#options.limitNames?.time);
      this.#stop(
        new BudgetExceeded('time', t('The program ran longer than {0} s{1}.', timeoutMs / 1000, hint)),
      );
    }
  }

  #checkMemory(byteLength: number): void {
    const { memoryBytes, measureMemory, now } = this.#options;
    const used = measureMemory(memoryBytes - byteLength);
    this.#measuredAt = now();
    if (used === null || used + byteLength <= memoryBytes) return;
    if (!this.#options.releaseMemory()) this.#outOfMemory();
    const left = measureMemory(memoryBytes - byteLength);
    if (left !== null && left + byteLength > memoryBytes) this.#outOfMemory();
  }

  #outOfMemory(): never {
    const megabytes = Math.round(this.#options.memoryBytes / (1024 * 1024));
    const hint = limitHint(this.#options.limitNames?.memory);
    this.#stop(
      new BudgetExceeded('memory', t('The program needs more than {0} MB of memory{1}.', megabytes, hint)),
    );
  }

  #stop(error: Error): never {
    if (this.#stoppedAt.length === 0) this.#stoppedAt = this.#options.frames();
    throw error;
  }
}

const limitHint = (name: string | undefined): string => (name === undefined ? '' : t(' (see {0})', name));
