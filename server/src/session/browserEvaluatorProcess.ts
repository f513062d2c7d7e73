/**
 * Starts the evaluator as a web worker. Its program and its files come as text and bytes, because a worker can not read
 * an extension's files. Where the page may share memory a run can be asked to stop; elsewhere stopping ends the worker.
 */
import type { WorkerAssets } from '../../../protocol/src/editor.ts';
import type { EvaluatorMessage, EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import type { Clock, EvaluatorProcess, ProcessListener, StartEvaluator } from './evaluatorProcess.ts';

/** The first message to an evaluator in a worker, before any request. */
export interface EvaluatorAssets extends Pick<WorkerAssets, 'runtime' | 'grammar'> {
  readonly gpuProgram: string | null;
}

/** Brings the program of the GPU to an evaluator that was there before it. */
export interface GpuProgramText {
  readonly type: 'gpuProgram';
  readonly text: string;
}

/** Starts evaluators as workers. */
export class BrowserEvaluators {
  readonly #assets: WorkerAssets;
  readonly #url: string;
  readonly #workers = new Set<Worker>();
  #gpuProgram: string | null = null;

  constructor(assets: WorkerAssets) {
    this.#assets = assets;
    this.#url = URL.createObjectURL(new Blob([assets.evaluator], { type: 'text/javascript' }));
  }

  readonly start: StartEvaluator = (listener) => {
    const worker = new Worker(this.#url);
    const { runtime, grammar } = this.#assets;
    const files: EvaluatorAssets = { runtime, grammar, gpuProgram: this.#gpuProgram };
    worker.postMessage(files);
    this.#workers.add(worker);
    return connect(worker, { listener, forget: () => this.#workers.delete(worker) });
  };

  /** The program that evaluators need for a GPU. */
  readonly useGpuProgram = (text: string): void => {
    this.#gpuProgram = text;
    const message: GpuProgramText = { type: 'gpuProgram', text };
    for (const worker of this.#workers) worker.postMessage(message);
  };
}

function connect(
  worker: Worker,
  { listener, forget }: { readonly listener: ProcessListener; readonly forget: () => void },
): EvaluatorProcess {
  const interrupt = self.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : null;
  worker.onmessage = (event: MessageEvent<readonly EvaluatorMessage[]>) => {
    for (const message of event.data) listener.message(message);
  };
  worker.onerror = (event) => listener.exited(event.message || 'the worker failed');
  return {
    canInterrupt: interrupt !== null,
    send(request: EvaluatorRequest) {
      if (request.type === 'cancel') {
        if (interrupt === null) return;
        Atomics.store(interrupt, 0, request.runId);
        Atomics.notify(interrupt, 0);
        return;
      }
      const interruptBuffer = interrupt?.buffer ?? null;
      worker.postMessage(request.type === 'hello' ? { ...request, interruptBuffer } : request);
    },
    kill() {
      forget();
      worker.terminate();
    },
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
