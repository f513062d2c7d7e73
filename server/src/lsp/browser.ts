/**
 * The language server in a web worker. The first message brings the files that a worker can not read; what comes after it is
 * the language server protocol.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { WorkerAssets } from '../../../protocol/src/editor.ts';
import { createPythonParser } from '../python/parser.ts';
import { BrowserEvaluators, browserClock } from '../session/browserEvaluatorProcess.ts';
import { serve } from './server.ts';
import type { ServerEnvironment } from './serverEnvironment.ts';

self.onmessage = (event: MessageEvent<WorkerAssets>) => {
  if (event.data.type !== 'scanlens/assets') return;
  self.onmessage = null;
  const reader = new BrowserMessageReader(self);
  serve(createConnection(reader, new BrowserMessageWriter(self)), environmentOf(event.data));
};

function environmentOf(assets: WorkerAssets): ServerEnvironment {
  const evaluators = new BrowserEvaluators(assets);
  return {
    createParser: () => createPythonParser(assets),
    startEvaluator: evaluators.start,
    useGpuProgram: evaluators.useGpuProgram,
    clock: browserClock,
    // A worker sees neither an environment nor the files of the workspace: open documents are all there is.
    files: { read: () => null, names: () => [] },
    floatXSources: (option) => ({ option, environments: [], files: [] }),
  };
}
