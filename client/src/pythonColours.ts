/**
 * Whether our semantic tokens are shown. VS Code takes the tokens of one extension for a document and drops all others', so
 * where another one colours Python by meaning, ours would take its colours away.
 */
import * as vscode from 'vscode';

/** Extensions whose language server gives semantic tokens for Python. */
const others: readonly string[] = [
  'ms-python.vscode-pylance',
  'detachhead.basedpyright',
  'anysphere.cursorpyright',
  'astral-sh.ty',
  'meta.pyrefly',
];

/** True when the setting, or in `auto` the absence of others, says so. */
export function showsOwnColours(document: vscode.TextDocument): boolean {
  const mode = vscode.workspace.getConfiguration('scanlens', document).get('semanticTokens');
  if (mode === 'on' || mode === 'off') return mode === 'on';
  return others.every((id) => vscode.extensions.getExtension(id) === undefined);
}
