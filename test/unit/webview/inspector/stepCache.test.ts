/** Iterations that are asked for ahead, one question at a time. */
import { describe, expect, test } from 'vitest';
import { StepCache } from '../../../../client/webview/inspector/stepCache.ts';
import type { StepData } from '../../../../protocol/src/questions.ts';

/** A cache whose answers come when the test says so. */
class Harness {
  readonly questions: (readonly number[])[] = [];
  readonly failures: unknown[] = [];
  cancelled = 0;
  now = 0;
  #answer: ((steps: readonly StepData[] | null) => void) | null = null;
  #fail: ((error: Error) => void) | null = null;
  readonly cache: StepCache;

  constructor(stepCount: number) {
    this.cache = new StepCache({
      stepCount,
      ask: (steps) => {
        this.questions.push(steps);
        const answer = new Promise<readonly StepData[] | null>((resolve, reject) => {
          this.#answer = resolve;
          this.#fail = reject;
        });
        return { answer, cancel: () => this.cancelled++ };
      },
      now: () => this.now,
      arrived: () => {},
      failed: (reason) => this.failures.push(reason),
    });
  }

  /** Everything that was asked last. */
  async answer(steps = this.questions.at(-1) ?? []): Promise<void> {
    this.#answer?.(steps.map((step) => ({ step, values: [] })));
    await settled();
  }

  async gone(): Promise<void> {
    this.#answer?.(null);
    await settled();
  }

  async fail(message: string): Promise<void> {
    this.#fail?.(new Error(message));
    await settled();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

describe('a step that is not here', () => {
  test('is asked for first, with those that come next and a few before', () => {
    const { cache, questions } = new Harness(1000);
    cache.want(500, 'forward');
    expect(questions[0]?.slice(0, 3)).toEqual([500, 501, 502]);
    expect(questions[0]).toContain(532);
    expect(questions[0]).toContain(496);
    expect(cache.find(500)).toBeNull();
  });

  test('is asked for with those before it when a person goes back', () => {
    const { cache, questions } = new Harness(1000);
    cache.want(500, 'backward');
    expect(questions[0]?.slice(0, 3)).toEqual([500, 499, 498]);
    expect(questions[0]).toContain(468);
  });

  test('stays inside of the scan', () => {
    const { cache, questions } = new Harness(3);
    cache.want(2, 'forward');
    expect(questions[0]?.toSorted()).toEqual([0, 1, 2]);
  });
});

test('while an answer is awaited only the latest wish counts', async () => {
  const harness = new Harness(1_000_000);
  harness.cache.want(10, 'forward');
  for (let step = 20_000; step < 20_100; step++) harness.cache.want(step * 10, 'forward');
  expect(harness.questions).toHaveLength(1);
  await harness.answer();
  expect(harness.questions).toHaveLength(2);
  expect(harness.questions[1]?.[0]).toBe(200_990);
});

test('nothing is asked for while half of what lies ahead is here', async () => {
  const harness = new Harness(1000);
  harness.cache.want(0, 'forward');
  await harness.answer();
  for (let step = 1; step <= 16; step++) harness.cache.want(step, 'forward');
  expect(harness.questions).toHaveLength(1);
  expect(harness.cache.find(16)?.step).toBe(16);
  harness.cache.want(17, 'forward');
  expect(harness.questions).toHaveLength(2);
  expect(harness.questions[1]).not.toContain(20);
});

test('what was seen long ago is forgotten', async () => {
  const harness = new Harness(1_000_000);
  for (let step = 0; step < 1_000_000; step += 10_000) {
    harness.cache.want(step, 'forward');
    await harness.answer();
  }
  expect(harness.cache.find(0)).toBeNull();
  expect(harness.cache.find(990_000)?.step).toBe(990_000);
});

test('an answer without what was asked for is not asked for again', async () => {
  const harness = new Harness(1000);
  harness.cache.want(5, 'forward');
  await harness.answer([]);
  expect(harness.questions).toHaveLength(1);
});

test('a call that is gone and an error are told', async () => {
  const harness = new Harness(1000);
  harness.cache.want(5, 'forward');
  await harness.gone();
  harness.cache.want(5, 'forward');
  await harness.fail('no');
  expect(harness.failures).toEqual(['gone', new Error('no')]);
});

describe('a question that takes long', () => {
  test('is given up for another wish, and only then', async () => {
    const harness = new Harness(10_000);
    const { cache, questions } = harness;
    cache.want(9_000, 'forward');
    cache.want(20, 'forward');
    harness.now = 1_000;
    cache.want(9_001, 'forward');
    expect(harness.cancelled).toBe(0);
    cache.want(20, 'forward');
    await settled();
    expect(harness.cancelled).toBe(1);
    expect(questions.map(([first]) => first)).toEqual([9_000, 20]);
    await harness.answer();
    expect(cache.find(20)?.step).toBe(20);
  });
});
