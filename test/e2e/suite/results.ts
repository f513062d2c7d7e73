/** Results through the editor's own interface: hovers, selections, and what is left after closing and renaming. */
import * as vscode from 'vscode';
import { hoverAt, lensesOfCell, open, placeOf, resultsAt, workspaceFile } from './documents.ts';
import { contains, equal, eventually, test } from './harness.ts';

const program = 'import theano\n# %% one\nvalue = 40 + 2\nprint(value)\n# %% two\nprint(value, "again")\n';

async function write(path: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(path), new TextEncoder().encode(program));
}

/** Runs the cell at a text and waits for its results. */
async function run(document: vscode.TextDocument, text: string, expected: string): Promise<void> {
  await eventually('the lenses', async () => ((await lensesOfCell(document, text)) === '' ? null : true));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(placeOf(document, text));
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('scanlens.runCell');
  await results(document, text, expected);
}

function results(document: vscode.TextDocument, text: string, expected: string): Promise<string> {
  return eventually(`"${expected}" among the results`, async () => {
    // Reading is refused before there is anything to read, which a person would be told.
    if (!(await hoverAt(document, endOf(document, text))).includes('command:')) return null;
    const shown = await resultsAt(document, text);
    return shown?.includes(expected) === true ? shown : null;
  });
}

/** The end of the line at the first place of a text: there its results hover. */
const endOf = (document: vscode.TextDocument, text: string): number =>
  document.offsetAt(document.lineAt(document.positionAt(placeOf(document, text)).line).range.end);

/** As a click on the file does: what a program opens, the editor keeps for minutes. */
async function openByHand(path: string): Promise<vscode.TextDocument> {
  const uri = workspaceFile(path);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return eventually(`an editor of ${path}`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.toString() === uri.toString() ? document : null;
  });
}

async function closed(document: vscode.TextDocument): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await eventually('the end of the document', () => (document.isClosed ? true : null));
}

test('the hover at the end of a line has the value, and may call only our own commands', async () => {
  await write('hovered.py');
  const document = await open('hovered.py');
  await run(document, 'print(value)', '42');
  const command = 'vscode.executeHoverProvider';
  const place = document.positionAt(endOf(document, 'print(value)'));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, place);
  const parts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  contains(parts.map(({ value }) => value).join('\n'), '42', 'hover');
  const trusted = parts.flatMap(({ isTrusted }) =>
    typeof isTrusted === 'object' ? isTrusted.enabledCommands : [],
  );
  equal(
    trusted.filter((name) => !name.startsWith('scanlens.')),
    [],
    'commands of others',
  );
  equal(
    parts.filter(({ isTrusted }) => isTrusted === true),
    [],
    'parts that may call anything',
  );
});

test('a selection runs by itself', async () => {
  await write('selected.py');
  const document = await open('selected.py');
  await eventually('the lenses', async () =>
    (await lensesOfCell(document, 'print(value)')) === '' ? null : true,
  );
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  editor.selection = new vscode.Selection(2, 3, 3, 2);
  await vscode.commands.executeCommand('scanlens.runSelection');
  await results(document, 'print(value)', 'Line 4 shows:\n42');
});

test('a name leads to the line that made its value, a shared variable to the call that changed it last', async () => {
  await write('produced.py');
  const document = await open('produced.py');
  await run(document, 'print(value)', '42');
  await goFrom(document, 'value, "again"', 2);
  const counter = await open('counter.py');
  await run(counter, 'first = counter()', 'a: 1 became 11');
  await goFrom(counter, 'a + 1', counter.positionAt(placeOf(counter, 'counter()')).line);
});

async function goFrom(document: vscode.TextDocument, text: string, line: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(placeOf(document, text));
  // While something runs nobody knows who changed a variable last.
  await eventually(`the cursor in line ${line + 1}`, async () => {
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('scanlens.goToProducingLine');
    return editor.selection.active.line === line ? true : null;
  });
}

test('results come back as stale when a file is closed and opened, also under another name', async () => {
  await write('kept.py');
  const first = await openByHand('kept.py');
  await run(first, 'print(value)', '42');
  await closed(first);
  const second = await openByHand('kept.py');
  await results(second, 'print(value)', 'They are from an earlier session.');
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(workspaceFile('kept.py'), workspaceFile('renamed.py'));
  await vscode.workspace.applyEdit(edit);
  const renamed = await openByHand('renamed.py');
  await results(renamed, 'print(value)', 'They are from an earlier session.');
});
