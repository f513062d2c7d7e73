/** The evaluator's entry in a web worker. The first message brings the parser's files, all others are requests. */
import type { EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import { createPythonParser } from '../python/parser.ts';
import type { EvaluatorAssets } from './browserEvaluatorProcess.ts';
import { Evaluator } from './evaluator.ts';

/** Requests that came before the parser was ready. */
const early: EvaluatorRequest[] = [];
let evaluator: Evaluator | null = null;

self.onmessage = (event: MessageEvent<EvaluatorAssets>) => {
  self.onmessage = (request: MessageEvent<EvaluatorRequest>) => receive(request.data);
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
    disk: null,
  });
  for (const request of early.splice(0)) evaluator.receive(request);
}

function receive(request: EvaluatorRequest): void {
  if (evaluator === null) early.push(request);
  else evaluator.receive(request);
}
