/**
 * Starts the evaluator as a web worker. Its program and its files come as text and bytes, because a worker can not read
 * an extension's files. Where the page may share memory a run can be asked to stop; elsewhere stopping ends the worker.
 */
import type { WorkerAssets } from '../../../protocol/src/editor.ts';
import type { EvaluatorMessage, EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import type { Clock, EvaluatorProcess, ProcessListener, StartEvaluator } from './evaluatorProcess.ts';

/** The first message to an evaluator in a worker, before any request. */
export type EvaluatorAssets = Pick<WorkerAssets, 'runtime' | 'grammar'>;

/** Gives the way to start evaluators as workers. */
export function startBrowserEvaluators(assets: WorkerAssets): StartEvaluator {
  const url = URL.createObjectURL(new Blob([assets.evaluator], { type: 'text/javascript' }));
  return (listener) => {
    const worker = new Worker(url);
    const files: EvaluatorAssets = { runtime: assets.runtime, grammar: assets.grammar };
    worker.postMessage(files);
    return connect(worker, listener);
  };
}

function connect(worker: Worker, listener: ProcessListener): EvaluatorProcess {
  const interruptBuffer = self.crossOriginIsolated ? new SharedArrayBuffer(4) : null;
  worker.onmessage = (event: MessageEvent<readonly EvaluatorMessage[]>) => {
    for (const message of event.data) listener.message(message);
  };
  worker.onerror = (event) => listener.exited(event.message || 'the worker failed');
  return {
    canInterrupt: interruptBuffer !== null,
    send(request: EvaluatorRequest) {
      if (request.type === 'cancel') {
        if (interruptBuffer !== null) Atomics.store(new Int32Array(interruptBuffer), 0, request.runId);
        return;
      }
      worker.postMessage(request.type === 'hello' ? { ...request, interruptBuffer } : request);
    },
    kill: () => worker.terminate(),
  };
}

/** The browser's time as a {@link Clock}. */
export const browserClock: Clock = {
  now: () => performance.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return { dispose: () => clearTimeout(timer) };
  },
};
