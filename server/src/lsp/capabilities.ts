/** What the server tells an editor that it can do. */
import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKinds } from '../../../protocol/src/editor.ts';
import { tokenLegend } from '../features/semanticTokens.ts';

export const serverCapabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  // Any notebook: what matters is that a cell is Python.
  notebookDocumentSync: { notebookSelector: [{ notebook: '*', cells: [{ language: 'python' }] }] },
  hoverProvider: true,
  codeLensProvider: { resolveProvider: false },
  inlayHintProvider: { resolveProvider: false },
  semanticTokensProvider: { legend: tokenLegend, full: true, range: true },
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: { label: 'ScanLens' },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(fixAllKinds)] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
