/**
 * The evaluator's entry on Node. The main thread of the child process stays free: it passes messages on and raises the
 * flag of a run that has to stop. Programs run in a worker thread, because only threads share memory with the flag.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { EvaluatorMessage, EvaluatorRequest, RunEnd } from '../../../protocol/src/evaluator.ts';

/** JavaScript's heap for the program's own objects; arrays lie outside of it and have a budget of their own. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, stackSizeMb: 64 };

/** Below this much memory in arrays it is not worth collecting garbage to know it exactly. */
const collectAboveBytes = 128 * 1024 * 1024;

if (isMainThread) supervise();
else void work();

function supervise(): void {
  const interruptBuffer = new SharedArrayBuffer(4);
  const interrupt = new Int32Array(interruptBuffer);
  let current: { runId: number; startedAt: number } | null = null;
  // The worker is a second thread of the same program, wherever it lies.
  const worker = new Worker(process.argv[1] ?? '', { resourceLimits });

  process.on('message', (request: EvaluatorRequest) => {
    if (request.type === 'cancel') {
      Atomics.store(interrupt, 0, request.runId);
      return;
    }
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

async function work(): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  // Only the worker loads all of this: the main thread would take as long again for nothing.
  const [{ createPythonParser }, { readParserAssets }, { Evaluator }, { nodeDisk }] = await Promise.all([
    import('../python/parser.ts'),
    import('./nodeAssets.ts'),
    import('./evaluator.ts'),
    import('./nodeDisk.ts'),
  ]);
  const parser = await createPythonParser(readParserAssets());
  const evaluator = new Evaluator({
    parser,
    now: () => performance.now(),
    send: (batch) => port.postMessage(batch),
    measureMemory,
    disk: nodeDisk,
  });
  port.on('message', (request: EvaluatorRequest) => evaluator.receive(request));
}

let collect: (() => void) | null = null;

function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** Garbage counts as used until it is collected, so it is collected first when there is much of it. */
function measureMemory(): number {
  const { arrayBuffers } = process.memoryUsage();
  if (arrayBuffers < collectAboveBytes) return arrayBuffers;
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

function outOfMemory(elapsedMs: number): RunEnd {
  const message = 'The program used up its memory. The variables of this document are lost.';
  return {
    outcome: 'outOfBudget',
    error: { type: 'BudgetExceeded', message, frames: [], traceback: `BudgetExceeded: ${message}\n` },
    elapsedMs,
    state: {},
    callCount: 0,
    namespaceLost: true,
  };
}
