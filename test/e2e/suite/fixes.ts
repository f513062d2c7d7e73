/** Quick fixes, and all of them at once. */
import * as vscode from 'vscode';
import { cell, findings, open, openNotebook } from './documents.ts';
import { contains, equal, eventually, test } from './harness.ts';

const noFindings = (document: vscode.TextDocument): Promise<true> =>
  eventually(`no findings in ${document.uri.path}`, () =>
    vscode.languages.getDiagnostics(document.uri).length === 0 ? true : null,
  );

test('the fix of a finding is the preferred quick fix', async () => {
  const document = await open('dropped.py');
  const [finding] = await findings(document);
  if (finding === undefined) throw new Error('no finding');
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding.range,
  );
  const preferred = actions.filter(({ isPreferred }) => isPreferred === true);
  equal(
    preferred.map(({ title, kind }) => [title, kind?.value]),
    [['Pass the updates to `f`', 'quickfix']],
    'preferred actions',
  );
});

test('all safe problems of a file are fixed at once, and undone at once', async () => {
  const document = await open('dropped.py');
  await findings(document);
  const before = document.getText();
  await vscode.commands.executeCommand('scanlens.fixAll');
  contains(document.getText(), 'outputs=outputs, updates=updates)', 'fixed text');
  await noFindings(document);
  await vscode.commands.executeCommand('undo');
  equal(document.getText(), before, 'text after undo');
  await findings(document);
});

test('all safe problems of a notebook are fixed at once, over its cells', async () => {
  const cells = await openNotebook();
  const [scan, user] = [cell(cells, 1), cell(cells, 2)];
  await findings(scan);
  const before = user.getText();
  await vscode.commands.executeCommand('scanlens.fixAll');
  contains(user.getText(), 'outputs, updates=updates)', 'text of the cell with the function');
  await noFindings(scan);
  const back = new vscode.WorkspaceEdit();
  const end = user.lineAt(user.lineCount - 1).range.end;
  back.replace(user.uri, new vscode.Range(new vscode.Position(0, 0), end), before);
  await vscode.workspace.applyEdit(back);
  await findings(scan);
});
