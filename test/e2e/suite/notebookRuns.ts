/** Cells of a notebook that run with our kernel, once a person has chosen it. */
import * as vscode from 'vscode';
import { workspaceFile } from './documents.ts';
import { contains, equal, eventually, note, test } from './harness.ts';

const kernel = { id: 'scanlens', extension: 'scanlens.scanlens' };

async function openNotebook(): Promise<vscode.NotebookDocument> {
  const notebook = await vscode.workspace.openNotebookDocument(workspaceFile('running.ipynb'));
  await vscode.window.showNotebookDocument(notebook);
  return notebook;
}

async function run(index: number): Promise<void> {
  const ranges = [{ start: index, end: index + 1 }];
  await vscode.commands.executeCommand('notebook.cell.execute', { ranges });
}

/** The summary of a cell's execution, as soon as it has ended. */
function ended(notebook: vscode.NotebookDocument, index: number) {
  return eventually(`the end of cell ${index}`, () => {
    const summary = notebook.cellAt(index).executionSummary;
    return summary?.timing?.endTime === undefined ? null : summary;
  });
}

const decoder = new TextDecoder();

const outputsOf = (notebook: vscode.NotebookDocument, index: number): readonly (readonly string[])[] =>
  notebook
    .cellAt(index)
    .outputs.map(({ items }) => items.map(({ mime, data }) => `${mime}: ${decoder.decode(data)}`));

/** Everything that stands below a cell. */
const textOf = (notebook: vscode.NotebookDocument, index: number): string =>
  outputsOf(notebook, index).flat().join('\n');

test('nothing of a notebook runs before its kernel is chosen', async () => {
  const notebook = await openNotebook();
  for (const cell of notebook.getCells()) {
    equal(cell.outputs.length, 0, 'outputs');
    equal(cell.executionSummary?.executionOrder, undefined, 'order');
  }
});

test('the cells of a notebook run in one namespace and show what they did', async () => {
  const notebook = await openNotebook();
  await vscode.commands.executeCommand('notebook.selectKernel', kernel);
  for (const index of [1, 2, 3, 4]) {
    await run(index);
    const { success, executionOrder, timing } = await ended(notebook, index);
    equal([success, executionOrder], [true, index], `execution of cell ${index}`);
    note(`cell ${index} of the notebook took ${(timing?.endTime ?? 0) - (timing?.startTime ?? 0)} ms`);
  }
  contains(textOf(notebook, 1), '!pip install theano', 'outputs of the first cell');
  const [printed, value, state, ...more] = outputsOf(notebook, 3);
  equal(printed, ['application/vnd.code.notebook.stdout: before 1\n'], 'what was printed');
  equal(value, ['text/plain: []'], 'the value');
  equal(more, [], 'more outputs');
  contains(state?.join('\n') ?? '', '| `a` | `1 → 11` | line 2 |', 'changes');
  contains(state?.join('\n') ?? '', '**dropped** `stays 11 · dropped: would be 21`', 'changes');
  const [[plot] = []] = outputsOf(notebook, 4);
  contains(plot ?? '', 'image/svg+xml: <svg xmlns=', 'the plot');
});

test('an error names the cell and its line, and the cells behind it do not run', async () => {
  const notebook = await openNotebook();
  const ranges = [{ start: 5, end: 7 }];
  await vscode.commands.executeCommand('notebook.cell.execute', { ranges });
  equal((await ended(notebook, 5)).success, false, 'success');
  const text = textOf(notebook, 5);
  contains(text, 'application/vnd.code.notebook.error', 'outputs');
  contains(text, 'ZeroDivisionError', 'outputs');
  contains(text, 'cell 5, line 4, in <module>', 'outputs');
  equal(outputsOf(notebook, 6), [], 'outputs of the cell behind it');
});

test('an endless cell shows what it prints, and stops', async () => {
  const notebook = await openNotebook();
  // It comes back when the cell has ended.
  const running = run(7);
  await eventually('what it prints', () => (textOf(notebook, 7).includes('begun') ? true : null));
  const start = Date.now();
  await vscode.commands.executeCommand('notebook.cancelExecution');
  await running;
  const { success } = await ended(notebook, 7);
  note(`interrupting a notebook took ${Date.now() - start} ms`);
  equal(success ?? null, null, 'success');
  contains(textOf(notebook, 7), 'Stopped.', 'outputs');
});

test('after a restart names are gone, and executions count from 1', async () => {
  const notebook = await openNotebook();
  await vscode.commands.executeCommand('scanlens.restartNotebook');
  await run(8);
  const { success, executionOrder } = await ended(notebook, 8);
  equal([success, executionOrder], [false, 1], 'execution');
  contains(textOf(notebook, 8), "name 'a' is not defined", 'outputs');
  await vscode.commands.executeCommand('notebook.clearAllCellsOutputs');
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});
