/** The extension's entry in the web worker host (vscode.dev): the server is a worker inside that worker. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/browser';
import { type GpuProgramParams, methods, type WorkerAssets } from '../../protocol/src/editor.ts';
import { type Extension, startExtension } from './extension.ts';
import type { CreateClient } from './serverLink.ts';
import { workerProgram } from './workerProgram.ts';

let extension: Extension | null = null;
let worker: Worker | null = null;
/** Not revoked while the worker lives: the host loads it later than the constructor returns. */
let scriptUrl: string | null = null;

export function activate(context: vscode.ExtensionContext): void {
  const createClient: CreateClient = async (options) => {
    const library = await import('vscode-languageclient/browser');
    // The client can not see that it got a worker: the host puts a function of its own in the place of the class.
    const start = async () => {
      const started = await startWorker(context.extensionUri);
      const reader = new library.BrowserMessageReader(started);
      return { reader, writer: new library.BrowserMessageWriter(started) };
    };
    const client = new library.LanguageClient('scanlens', 'ScanLens', start, options);
    client.onDidChangeState(({ newState }) => {
      if (newState === library.State.Running) void sendGpuProgram(client, context.extensionUri);
    });
    return client;
  };
  extension = startExtension(context, { createClient, runPython: null });
}

/** The program is large and needed by few, so it is read when everything else is there; without it there is no GPU. */
async function sendGpuProgram(client: LanguageClient, extensionUri: vscode.Uri): Promise<void> {
  try {
    const file = vscode.Uri.joinPath(extensionUri, 'dist', 'evaluator', 'gpuBrowser.cjs');
    const params: GpuProgramParams = {
      text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)),
    };
    await client.sendNotification(methods.gpuProgram, params);
  } catch (error) {
    client.warn(`There is no program for the GPU: ${String(error)}`);
  }
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
  worker?.terminate();
}

/** Also called when the server starts anew after it crashed. */
async function startWorker(extensionUri: vscode.Uri): Promise<Worker> {
  worker?.terminate();
  const read = (path: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', path));
  const readProgram = async (folder: string) => {
    const files = await Promise.all([read(`${folder}/core.cjs`), read(`${folder}/browser.cjs`)]);
    const [core, entry] = files.map((file) => new TextDecoder().decode(file));
    return workerProgram(core ?? '', entry ?? '');
  };
  const [server, evaluator, runtime, grammar] = await Promise.all([
    readProgram('server'),
    readProgram('evaluator'),
    read('web-tree-sitter.wasm'),
    read('tree-sitter-python.wasm'),
  ]);
  const started = workerFrom(server);
  const assets: WorkerAssets = { type: 'scanlens/assets', runtime, grammar, evaluator };
  started.postMessage(assets);
  worker = started;
  return started;
}

/** A worker can not be made from the address of an extension that the editor got from elsewhere, but from a blob. */
function workerFrom(program: string): Worker {
  if (scriptUrl !== null) URL.revokeObjectURL(scriptUrl);
  scriptUrl = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  return new Worker(scriptUrl, { name: 'ScanLens language server' });
}
