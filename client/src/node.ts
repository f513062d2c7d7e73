/** The extension's entry on the desktop and in remote windows: the server is a child process. */
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, startExtension } from './extension.ts';
import { runPython } from './nodePython.ts';

let extension: Extension | null = null;

export function activate(context: vscode.ExtensionContext): void {
  const server = {
    module: context.asAbsolutePath('dist/server/node.cjs'),
    transport: TransportKind.ipc,
    // Where Node keeps our code once it has read it: evaluators start in two thirds of the time.
    options: { env: { NODE_COMPILE_CACHE: join(context.globalStorageUri.fsPath, 'code') } },
  };
  extension = startExtension(context, {
    createClient: (options) => new LanguageClient('scanlens', 'ScanLens', server, options),
    runPython,
  });
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
