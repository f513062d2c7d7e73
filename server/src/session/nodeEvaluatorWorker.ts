/** The evaluator's worker thread on Node: it runs the programs. `nodeEvaluator.ts` starts it and speaks with the parent for it. */
import { flushCompileCache } from 'node:module';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import { createPythonParser } from '../python/parser.ts';
import { Evaluator } from './evaluator.ts';
import { randomFirstId } from './firstId.ts';
import { readParserAssets } from './nodeAssets.ts';
import { nodeDisk } from './nodeDisk.ts';
import { nodeGpuHost } from './nodeGpu.ts';
import { nodeProductThreads } from './nodeProductThreads.ts';

/** The part of the heap that programs may fill: what is between two measurements has to fit into the rest. */
const fullHeap = 0.8;

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

let collect: (() => void) | null = null;

function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** Garbage counts as used until it is collected, which is done when the budget seems to be used up. */
function measureMemory(most: number): number {
  let use = memoryUse();
  // What arrays took is given back beside the program; the next collection waits for that of the last one.
  for (let tries = 0; use > most && tries < 2; tries++) {
    collectGarbage();
    use = memoryUse();
  }
  return use;
}

/** Objects lie in the heap, arrays outside of it. A heap that is nearly full holds no more, whatever the budget is. */
function memoryUse(): number {
  const { used_heap_size: heap, heap_size_limit: most, external_memory: arrays } = getHeapStatistics();
  return heap > most * fullHeap ? Number.POSITIVE_INFINITY : heap + arrays;
}
