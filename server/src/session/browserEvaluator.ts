/** The evaluator's entry in a web worker. The first message brings the parser's files, all others are requests. */
import type { EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import type { GpuDevice, GpuHost } from '../compile/backends/gpu/gpuDevice.ts';
import { GpuFailure } from '../compile/backends/gpu/gpuFailure.ts';
import { createPythonParser } from '../python/parser.ts';
import type { EvaluatorAssets, GpuProgramText } from './browserEvaluatorProcess.ts';
import { Evaluator } from './evaluator.ts';
import { randomFirstId } from './firstId.ts';
import { lockThread } from './threadLock.ts';

/** Requests that came before the parser was ready. */
const early: EvaluatorRequest[] = [];
let evaluator: Evaluator | null = null;
/** The text of `browserGpu.ts` as a program; null until it comes. */
let gpuProgram: string | null = null;

self.onmessage = (event: MessageEvent<EvaluatorAssets>) => {
  self.onmessage = (request: MessageEvent<EvaluatorRequest | GpuProgramText>) => receive(request.data);
  gpuProgram = event.data.gpuProgram;
  void start(event.data);
};

async function start(assets: EvaluatorAssets): Promise<void> {
  const parser = await createPythonParser(assets);
  evaluator = new Evaluator({
    parser,
    now: () => performance.now(),
    send: (batch) => self.postMessage(batch),
    // A browser does not say how much memory arrays take; single large ones are still refused.
    measureMemory: () => null,
    firstId: randomFirstId(),
    disk: null,
    gpu: gpuHost,
  });
  lockThread(self);
  for (const request of early.splice(0)) evaluator.receive(request);
}

/**
 * gpu.js makes its kernels with `Function`, which the locked thread has no more: its program, and nothing else, is handed the one from before.
 * The texts that it makes code of hold generated names and numbers (`printKernel.ts`).
 */
const MakeFunction = Function;
const runGpuProgram = (program: string): void => void new MakeFunction('Function', program)(MakeFunction);

const gpuHost: GpuHost = {
  open() {
    if (gpuProgram === null) throw new GpuFailure('its program is still being read', { isFinal: false });
    try {
      runGpuProgram(gpuProgram);
      return (self as unknown as { openScanLensDevice(): GpuDevice | string }).openScanLensDevice();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
};

function receive(request: EvaluatorRequest | GpuProgramText): void {
  if (request.type === 'gpuProgram') gpuProgram = request.text;
  else if (evaluator === null) early.push(request);
  else evaluator.receive(request);
}
