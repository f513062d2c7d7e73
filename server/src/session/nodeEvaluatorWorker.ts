/** The evaluator's worker thread on Node: it runs the programs. `nodeEvaluator.ts` starts it and speaks with the parent for it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import { createPythonParser } from '../python/parser.ts';
import { Evaluator } from './evaluator.ts';
import { readParserAssets } from './nodeAssets.ts';
import { nodeDisk } from './nodeDisk.ts';

/** Below this much memory in arrays it is not worth collecting garbage to know it exactly. */
const collectAboveBytes = 128 * 1024 * 1024;

if (parentPort !== null) void work(parentPort);

async function work(port: MessagePort): Promise<void> {
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
