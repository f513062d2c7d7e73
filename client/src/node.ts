/** The extension's entry on the desktop and in remote windows: the server is a child process. */
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { type Extension, startExtension } from './extension.ts';
import { runPython } from './nodePython.ts';
import type { CreateClient } from './serverLink.ts';

let extension: Extension | null = null;

export function activate(context: vscode.ExtensionContext): void {
  const createClient: CreateClient = async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server = {
      module: context.asAbsolutePath('dist/server/node.cjs'),
      transport: TransportKind.ipc,
      // Where Node keeps our code once it has read it: evaluators start in two thirds of the time.
      options: { env: { NODE_COMPILE_CACHE: join(context.globalStorageUri.fsPath, 'code') } },
    };
    return new LanguageClient('scanlens', 'ScanLens', server, options);
  };
  extension = startExtension(context, { createClient, runPython });
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
