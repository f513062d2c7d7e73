/**
 * The evaluator's entry on Node. The main thread of the child process stays free: it passes messages on and raises the
 * flag of a run that has to stop. Programs run in a worker thread (`nodeEvaluatorWorker.ts`), because only threads share memory
 * with the flag. The two are files of their own: to read the interpreter takes longer than all that this thread does.
 */

import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { EvaluatorMessage, EvaluatorRequest, RunEnd } from '../../../protocol/src/evaluator.ts';
import { t, useTranslations } from '../base/l10n.ts';
import { workerEntry } from './nodeAssets.ts';

/** JavaScript's heap, for the program's own objects: a run is stopped before it is full (`nodeMemory.ts`). */
const resourceLimits = { maxOldGenerationSizeMb: 2048, stackSizeMb: 64 };

/**
 * New objects get this much room (MB) from the start. V8 begins with one and collects a dozen times while the interpreter
 * starts, most of which is there to stay.
 */
const youngGeneration = 16;

supervise();

function supervise(): void {
  const interruptBuffer = new SharedArrayBuffer(4);
  const interrupt = new Int32Array(interruptBuffer);
  let current: { runId: number; startedAt: number } | null = null;
  setFlagsFromString(`--min-semi-space-size=${youngGeneration}`);
  const worker = new Worker(workerEntry(), { resourceLimits });

  process.on('message', (request: EvaluatorRequest) => {
    if (request.type === 'cancel') {
      Atomics.store(interrupt, 0, request.runId);
      Atomics.notify(interrupt, 0);
      return;
    }
    if (request.type === 'hello') useTranslations(request.translations ?? {});
    if (request.type === 'run') current = { runId: request.runId, startedAt: performance.now() };
    worker.postMessage(request.type === 'hello' ? { ...request, interruptBuffer } : request);
  });
  worker.on('message', (batch: readonly EvaluatorMessage[]) => {
    if (batch.some((message) => message.type === 'ended')) current = null;
    process.send?.(batch);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY' || current === null) throw error;
    const end = outOfMemory(performance.now() - current.startedAt);
    const ended: EvaluatorMessage = { type: 'ended', runId: current.runId, end };
    process.send?.([ended], () => process.exit(1));
  });
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C in a terminal reaches the whole group; the parent decides what it means.
  process.on('SIGINT', () => {});
}

function outOfMemory(elapsedMs: number): RunEnd {
  const message = t(
    '{0} {1}',
    t('The program used up its memory.'),
    t('The variables of this document are lost.'),
  );
  return {
    outcome: 'outOfBudget',
    error: { type: 'BudgetExceeded', message, frames: [], traceback: `BudgetExceeded: ${message}\n` },
    elapsedMs,
    state: {},
    callCount: 0,
    namespaceLost: true,
  };
}
