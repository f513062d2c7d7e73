/**
 * Iterations that have been asked for, and those that will be wanted next. A move shows at once what is here; at most one question is
 * on its way, and when its answer comes the latest wish counts, so that however fast a slider moves nothing piles up. One that takes
 * long is given up when something else is wished: what was made for it is kept where it was made.
 */
import type { StepData } from '../../../protocol/src/questions.ts';
import type { Pending } from '../host.ts';

/** How a person moves through the steps. */
export type Direction = 'forward' | 'backward';

/** Iterations that are kept. */
const keptSteps = 1_000;
/** A question is not given up before. */
const patienceMs = 150;
/** How many are asked for ahead and behind of the one that is wanted. */
const stepsAhead = 32;
const stepsBehind = 4;

export interface StepCacheOptions {
  readonly stepCount: number;
  /** Null where the call is gone. The first of the steps is in the answer, others may be left out. */
  readonly ask: (steps: readonly number[]) => Pending<readonly StepData[]>;
  readonly now: () => number;
  /** Some have come. */
  readonly arrived: () => void;
  readonly failed: (reason: 'gone' | Error) => void;
}

interface Asking {
  readonly steps: ReadonlySet<number>;
  readonly since: number;
  readonly giveUp: () => void;
}

export class StepCache {
  readonly #options: StepCacheOptions;
  /** The ones that were used longest ago come first. */
  readonly #steps = new Map<number, StepData>();
  #asking: Asking | null = null;
  #wish: { readonly step: number; readonly direction: Direction } | null = null;

  constructor(options: StepCacheOptions) {
    this.#options = options;
  }

  find(step: number): StepData | null {
    return this.#steps.get(step) ?? null;
  }

  /** The step is shown now, or should be as soon as it can be. */
  want(step: number, direction: Direction): void {
    this.#wish = { step, direction };
    const asking = this.#asking;
    if (asking === null) void this.#askForWish();
    else if (!asking.steps.has(step) && this.#options.now() - asking.since > patienceMs) asking.giveUp();
  }

  /** Nothing is wanted any more. */
  stop(): void {
    this.#wish = null;
    this.#asking?.giveUp();
  }

  async #askForWish(): Promise<void> {
    try {
      for (let missing = this.#missing(); missing.length > 0; missing = this.#missing()) {
        const found = await this.#answerTo(missing);
        if (found === 'givenUp') continue;
        if (found === null) return this.#options.failed('gone');
        // An answer without what was asked for would be asked for again without an end.
        if (!found.some(({ step }) => step === missing[0])) return;
        for (const each of found) this.#keep(each);
        this.#options.arrived();
      }
    } catch (error) {
      this.#options.failed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#asking = null;
    }
  }

  #answerTo(steps: readonly number[]): Promise<readonly StepData[] | null | 'givenUp'> {
    return new Promise((resolve, reject) => {
      const { answer, cancel } = this.#options.ask(steps);
      const giveUp = () => {
        cancel();
        resolve('givenUp');
      };
      this.#asking = { steps: new Set(steps), since: this.#options.now(), giveUp };
      answer.then(resolve, reject);
    });
  }

  /** What has to be asked for, the wanted one first; nothing while half of what lies ahead is here. */
  #missing(): readonly number[] {
    if (this.#wish === null) return [];
    const { step, direction } = this.#wish;
    const sign = direction === 'forward' ? 1 : -1;
    const isMissing = (each: number) => !this.#steps.has(each);
    const near = this.#inside(step, sign, stepsAhead / 2);
    if (!near.some(isMissing)) return [];
    const wide = [...this.#inside(step, sign, stepsAhead), ...this.#inside(step, -sign, stepsBehind)];
    return [...new Set(wide)].filter(isMissing);
  }

  #inside(step: number, sign: number, count: number): readonly number[] {
    const steps = Array.from({ length: count + 1 }, (_, distance) => step + sign * distance);
    return steps.filter((each) => each >= 0 && each < this.#options.stepCount);
  }

  #keep(data: StepData): void {
    this.#steps.delete(data.step);
    this.#steps.set(data.step, data);
    const [oldest] = this.#steps.keys();
    if (this.#steps.size > keptSteps && oldest !== undefined) this.#steps.delete(oldest);
  }
}
