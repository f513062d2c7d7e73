/** An `.ipynb` file in the editor: one analysis for all cells, answers in the right one. */
import * as vscode from 'vscode';
import { cell, findings, hoverAt, openNotebook, placeOf } from './documents.ts';
import { contains, equal, eventually, test } from './harness.ts';

test('a notebook has its finding in the cell of the scan', async () => {
  const cells = await openNotebook();
  const [finding, ...more] = await findings(cell(cells, 1));
  equal(more, [], 'more findings');
  equal(cell(cells, 1).getText(finding?.range), 'theano.scan', 'flagged text');
  for (const index of [0, 2])
    equal(vscode.languages.getDiagnostics(cell(cells, index).uri), [], `findings in cell ${index}`);
  const related = finding?.relatedInformation?.at(-1)?.location;
  equal(related?.uri.toString(), cell(cells, 2).uri.toString(), 'cell of the function');
});

test('hover and hints work in a cell', async () => {
  const cells = await openNotebook();
  const scan = cell(cells, 1);
  await findings(scan);
  contains(await hoverAt(scan, placeOf(scan, 'scan(')), '**dropped**', 'hover');
  const command = 'vscode.executeInlayHintProvider';
  const range = new vscode.Range(0, 0, 9, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, scan.uri, range);
  equal(
    hints.map(({ label }) => label),
    ['updates: {a} dropped'],
    'hints',
  );
});

test('an edit of another cell takes the finding away, and undoing brings it back', async () => {
  const cells = await openNotebook();
  const [scan, user] = [cell(cells, 1), cell(cells, 2)];
  await findings(scan);
  const place = user.positionAt(placeOf(user, 'outputs)') + 'outputs'.length);
  const repair = new vscode.WorkspaceEdit();
  repair.insert(user.uri, place, ', updates=updates');
  await vscode.workspace.applyEdit(repair);
  await eventually('no findings', () =>
    vscode.languages.getDiagnostics(scan.uri).length === 0 ? true : null,
  );
  const back = new vscode.WorkspaceEdit();
  back.delete(user.uri, new vscode.Range(place, place.translate(0, ', updates=updates'.length)));
  await vscode.workspace.applyEdit(back);
  await findings(scan);
});

test('a new cell counts, and one that goes does not', async () => {
  const cells = await openNotebook();
  const scan = cell(cells, 1);
  await findings(scan);
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook === undefined) throw new Error('no notebook is shown');
  const change = async (edit: vscode.NotebookEdit): Promise<void> => {
    const edits = new vscode.WorkspaceEdit();
    edits.set(notebook.uri, [edit]);
    await vscode.workspace.applyEdit(edits);
  };
  const text = 'g = theano.function([], outputs, updates=updates)';
  const kind = vscode.NotebookCellKind.Code;
  const at = notebook.cellCount;
  await change(vscode.NotebookEdit.insertCells(at, [new vscode.NotebookCellData(kind, text, 'python')]));
  await eventually('no findings', () =>
    vscode.languages.getDiagnostics(scan.uri).length === 0 ? true : null,
  );
  await change(vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(at, at + 1)));
  await findings(scan);
});
