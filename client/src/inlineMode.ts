/** The setting `scanlens.inlineResults` of a document. */
import * as vscode from 'vscode';
import { defaultSettings, type Settings } from '../../protocol/src/editor.ts';

export function inlineMode(document: vscode.TextDocument): Settings['inlineResults'] {
  const mode = vscode.workspace.getConfiguration('scanlens', document).get('inlineResults');
  return mode === 'off' || mode === 'mark' || mode === 'summary' ? mode : defaultSettings.inlineResults;
}
