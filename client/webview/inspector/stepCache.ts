/**
 * Iterations that have been asked for, and those that will be wanted next. A move shows at once what is here; at most one question is
 * on its way, and when its answer comes the latest wish counts, so that however fast a slider moves nothing piles up.
 */
import type { StepData } from '../../../protocol/src/questions.ts';

/** How a person moves through the steps. */
export type Direction = 'forward' | 'backward';

/** Iterations that are kept. */
const keptSteps = 1_000;
/** How many are asked for ahead and behind of the one that is wanted. */
const stepsAhead = 32;
const stepsBehind = 4;

export interface StepCacheOptions {
  readonly stepCount: number;
  /** Null where the call is gone. */
  readonly ask: (steps: readonly number[]) => Promise<readonly StepData[] | null>;
  /** Some have come. */
  readonly arrived: () => void;
  readonly failed: (reason: 'gone' | Error) => void;
}

export class StepCache {
  readonly #options: StepCacheOptions;
  /** The ones that were used longest ago come first. */
  readonly #steps = new Map<number, StepData>();
  #isAsking = false;
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
    if (!this.#isAsking) void this.#askForWish();
  }

  async #askForWish(): Promise<void> {
    this.#isAsking = true;
    try {
      for (let missing = this.#missing(); missing.length > 0; missing = this.#missing()) {
        const found = await this.#options.ask(missing);
        if (found === null) return this.#options.failed('gone');
        // An answer without what was asked for would be asked for again without an end.
        if (!found.some(({ step }) => step === missing[0])) return;
        for (const each of found) this.#keep(each);
        this.#options.arrived();
      }
    } catch (error) {
      this.#options.failed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#isAsking = false;
    }
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
