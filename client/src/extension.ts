/** The extension, the same in the Node and in the web worker host. What differs between them is a {@link Platform}. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What only one kind of extension host can do. */
export interface Platform {
  /** Makes a client whose server is not yet started. */
  createClient(context: vscode.ExtensionContext, options: LanguageClientOptions): BaseLanguageClient;
}

/** Starts the extension; everything it makes is given to `context.subscriptions`. */
export async function activateOn(platform: Platform, context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('ScanLens', { log: true });
  context.subscriptions.push(log);
  const client = platform.createClient(context, {
    documentSelector: [{ language: 'python' }],
    outputChannel: log,
  });
  context.subscriptions.push({ dispose: () => void client.dispose() });
  await client.start();
}
