/**
 * The thread that checks inputs of one target, batch after batch, each from its own seed. Before an input is checked it stands in shared
 * memory, so that whoever watches can say which one made the thread hang or die.
 */
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import type { AnyTarget } from './target.ts';

export interface FuzzWork {
  /** The module of the target. */
  readonly module: string;
  readonly firstSeed: number;
  readonly batchSize: number;
  readonly batchCount: number;
  /** Two numbers: how many inputs were begun, how long the present one is as text. */
  readonly counter: SharedArrayBuffer;
  readonly present: SharedArrayBuffer;
}

export type FuzzReport =
  /** `smaller`: the same fault in less. */
  | {
      readonly type: 'failed' | 'smaller';
      readonly seed: number;
      readonly message: string;
      readonly input: string;
    }
  | { readonly type: 'batch'; readonly inputCount: number };

const work = workerData as FuzzWork;
const counter = new Int32Array(work.counter);
const present = new Uint8Array(work.present);
/** How long a failing input is made smaller. */
const shrinkMs = 8000;
const encoder = new TextEncoder();

const { target } = (await import(work.module)) as { target: AnyTarget };
const property = fc.asyncProperty(target.inputs, async (input) => {
  const { written } = encoder.encodeInto(target.print(input), present);
  Atomics.store(counter, 1, written);
  Atomics.add(counter, 0, 1);
  await target.check(input);
});
for (let index = 0; index < work.batchCount; index++) {
  const seed = work.firstSeed + index;
  const batch = { seed, numRuns: work.batchSize };
  const { failed, numRuns, counterexample, counterexamplePath, errorInstance } = await fc.check(property, {
    ...batch,
    endOnFailure: true,
  });
  if (failed && counterexample !== null && counterexamplePath !== null) {
    report({ type: 'failed', seed, message: textOf(errorInstance), input: target.print(counterexample[0]) });
    const smaller = await fc.check(property, {
      ...batch,
      path: counterexamplePath,
      interruptAfterTimeLimit: shrinkMs,
    });
    if (smaller.counterexample !== null)
      report({
        type: 'smaller',
        seed,
        message: textOf(smaller.errorInstance),
        input: target.print(smaller.counterexample[0]),
      });
  }
  report({ type: 'batch', inputCount: numRuns });
}

function report(message: FuzzReport): void {
  parentPort?.postMessage(message);
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
