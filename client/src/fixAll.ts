/** The command that applies all safe fixes of the file or notebook that is looked at. */
import * as vscode from 'vscode';
import { fixAllKinds } from '../../protocol/src/editor.ts';
import { presentPythonEditor } from './commandTargets.ts';
import { t } from './l10n.ts';

/** Asks the server through the editor, as "Fix All" on save does, so that both do the same. */
export async function fixAll(): Promise<void> {
  const document = presentDocument();
  if (document === null) throw new Error(t('Open a Python file or a notebook first.'));
  const kind = isCell(document) ? fixAllKinds.notebook : fixAllKinds.file;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(new vscode.Position(0, 0), end),
    kind,
  );
  const edit = actions?.find((action) => action.kind?.value === kind)?.edit;
  if (edit !== undefined) await vscode.workspace.applyEdit(edit);
  // Without an answer the command would look broken.
  else void vscode.window.showInformationMessage(`ScanLens: ${t('Nothing here can be fixed safely.')}`);
}

const isCell = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'vscode-notebook-cell';

/** The file or cell with the cursor; in a notebook without a cursor any of its Python cells stands for all. */
function presentDocument(): vscode.TextDocument | null {
  const active = vscode.window.activeTextEditor?.document;
  if (active?.languageId === 'python') return active;
  const cells = vscode.window.activeNotebookEditor?.notebook.getCells() ?? [];
  const cell = cells.find(({ document }) => document.languageId === 'python')?.document;
  return cell ?? presentPythonEditor()?.document ?? null;
}
