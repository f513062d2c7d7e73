/** The extension's entry on the desktop and in remote windows. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateOn, type Platform } from './extension.ts';

const platform: Platform = {
  createClient: (context, options) =>
    new LanguageClient(
      'scanlens',
      'ScanLens',
      { module: context.asAbsolutePath('dist/server/node.cjs'), transport: TransportKind.ipc },
      options,
    ),
};

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return activateOn(platform, context);
}
