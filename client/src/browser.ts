/** The extension's entry in the web worker host (vscode.dev, code-server without a Node host). */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateOn, type Platform } from './extension.ts';

const platform: Platform = {
  createClient: (context, options) =>
    new LanguageClient('scanlens', 'ScanLens', () => startWorker(context.extensionUri), options),
};

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return activateOn(platform, context);
}

/** Reads the bundle through the editor, because a worker can not be made from the address of a remote extension. */
async function startWorker(extensionUri: vscode.Uri): Promise<Worker> {
  const script = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extensionUri, 'dist/server/browser.js'),
  );
  const url = URL.createObjectURL(new Blob([script as BlobPart], { type: 'text/javascript' }));
  return new Worker(url);
}
