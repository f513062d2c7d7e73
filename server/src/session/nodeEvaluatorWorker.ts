/** The evaluator's worker thread on Node: it runs the programs. `nodeEvaluator.ts` starts it and speaks with the parent for it. */
import { flushCompileCache } from 'node:module';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import { createPythonParser } from '../python/parser.ts';
import { Evaluator } from './evaluator.ts';
import { randomFirstId } from './firstId.ts';
import { readParserAssets } from './nodeAssets.ts';
import { nodeDisk } from './nodeDisk.ts';
import { nodeGpuHost } from './nodeGpu.ts';
import { measureMemory } from './nodeMemory.ts';
import { nodeProductThreads } from './nodeProductThreads.ts';
import { lockThread } from './threadLock.ts';

if (parentPort !== null) void work(parentPort);

async function work(port: MessagePort): Promise<void> {
  const parser = await createPythonParser(readParserAssets());
  const evaluator = new Evaluator({
    parser,
    now: () => performance.now(),
    send: (batch) => {
      port.postMessage(batch);
      if (batch.some(({ type }) => type === 'ended')) keepCode();
    },
    measureMemory,
    firstId: randomFirstId(),
    disk: nodeDisk,
    gpu: nodeGpuHost(),
    productThreads: nodeProductThreads,
  });
  lockThread(globalThis);
  port.on('message', (request: EvaluatorRequest) => evaluator.receive(request));
}

let isKept = false;

/**
 * After the first run what V8 has read and compiled of our own code goes where `NODE_COMPILE_CACHE` says, for the next evaluator. Node would do
 * it at the end of the process, but evaluators are killed. Node 20 has no such thing.
 */
function keepCode(): void {
  if (isKept) return;
  isKept = true;
  flushCompileCache?.();
}
