/** Opens files of the test workspace and asks the editor about them. */
import * as vscode from 'vscode';
import { eventually } from './harness.ts';

/** The address of a file in the workspace that the driver has made. */
export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('the window has no folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(path));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Shows the notebook of the workspace and answers with its code cells. */
export async function openNotebook(): Promise<readonly vscode.TextDocument[]> {
  const notebook = await vscode.workspace.openNotebookDocument(workspaceFile('notebook.ipynb'));
  await vscode.window.showNotebookDocument(notebook);
  const cells = notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
  return cells.map(({ document }) => document);
}

/** The code cell with this number, from 0. */
export function cell(cells: readonly vscode.TextDocument[], index: number): vscode.TextDocument {
  const found = cells[index];
  if (found === undefined) throw new Error(`there are ${cells.length} cells`);
  return found;
}

/** The findings of ScanLens, as soon as there are some. */
export function findings(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  return eventually(`findings in ${document.uri.path}`, () => {
    const own = vscode.languages
      .getDiagnostics(document.uri)
      .filter((finding) => finding.source === 'scanlens');
    return own.length > 0 ? own : null;
  });
}

/** The hover at an offset, as one string. */
export async function hoverAt(document: vscode.TextDocument, offset: number): Promise<string> {
  const position = document.positionAt(offset);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

export async function lenses(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  const command = 'vscode.executeCodeLensProvider';
  return vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri, 100);
}

/** The titles of the lenses that run the cell at the first place of `text`, joined; those over scans are left out. */
export async function lensesOfCell(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(placeOf(document, text));
  const running = (await lenses(document)).filter(({ command }) =>
    /^scanlens\.(?:run|cancel)/.test(command?.command ?? ''),
  );
  const before = running.filter((lens) => lens.range.start.isBeforeOrEqual(position));
  const line = Math.max(...before.map((lens) => lens.range.start.line));
  const own = before.filter((lens) => lens.range.start.line === line);
  return own.map((lens) => lens.command?.title ?? '').join(' | ');
}

/** The offset of the first place of `text`. */
export function placeOf(document: vscode.TextDocument, text: string): number {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${document.uri.path} does not contain ${JSON.stringify(text)}`);
  return offset;
}

/** The words of all results of the cell at the first place of `text`, as a person hears them; null when there are none. */
export async function resultsAt(document: vscode.TextDocument, text: string): Promise<string | null> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(placeOf(document, text));
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('scanlens.readResults');
  const shown = vscode.window.activeTextEditor?.document;
  return shown === undefined || shown === document ? null : shown.getText();
}
