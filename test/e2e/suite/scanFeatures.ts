/** Hints, lenses over scans, outline, navigation and code actions, as the editor's own commands give them. */
import * as vscode from 'vscode';
import { findings, hoverAt, lenses, open, placeOf } from './documents.ts';
import { contains, equal, eventually, test } from './harness.ts';

const example = 'examples/theano/four_variants.py';

/** Asks until there is an answer: the server may still be starting. */
function asked<T>(what: string, command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
  return eventually(what, async () => {
    const found = await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...args);
    return found !== undefined && found.length > 0 ? found : null;
  });
}

const wholeOf = (document: vscode.TextDocument): vscode.Range =>
  new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);

test('hints behind the scans that update something', async () => {
  const document = await open(example);
  const command = 'vscode.executeInlayHintProvider';
  const hints = await asked<vscode.InlayHint>('hints', command, document.uri, wholeOf(document));
  equal(
    hints.map(({ label }) => label),
    ['updates: {a} dropped', 'updates: {a}'],
    'hints',
  );
});

test('a lens over each scan, with the places of its updates', async () => {
  const document = await open('dropped.py');
  const found = await eventually('the lens', async () => {
    const all = await lenses(document);
    return all.find(({ command }) => command?.title.includes('1 update, dropped')) ?? null;
  });
  equal(found.range.start.line, document.positionAt(placeOf(document, 'theano.scan')).line, 'line');
  await vscode.commands.executeCommand(found.command?.command ?? '', ...(found.command?.arguments ?? []));
});

test('the outline has cells, and in them scans, shared variables and functions', async () => {
  const document = await open(example);
  const command = 'vscode.executeDocumentSymbolProvider';
  const symbols = await asked<vscode.DocumentSymbol>('symbols', command, document.uri);
  const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
  contains(names.join(' | '), 'updates', 'outline');
  contains(names.join(' | '), 'a', 'outline');
});

test('names of shared variables have tokens of their own', async () => {
  const document = await open(example);
  await findings(document);
  const command = 'vscode.provideDocumentSemanticTokens';
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(command, document.uri);
  equal(tokens.data.length % 5, 0, 'numbers per token');
  equal(tokens.data.length > 0, true, 'tokens');
});

test('definition and references tie an update to its function', async () => {
  const document = await open('counter.py');
  const at = (text: string, more = 0) => document.positionAt(placeOf(document, text) + more);
  const linesOf = async (command: string, position: vscode.Position) =>
    (await asked<vscode.Location>(command, command, document.uri, position)).map(
      ({ range }) => range.start.line,
    );
  equal(await linesOf('vscode.executeDefinitionProvider', at('{a: a', 1)), [2], 'definition of a key');
  const references = await linesOf('vscode.executeReferenceProvider', at('updates = theano'));
  contains(references.join(' '), '4', 'references of updates');
});

test('hover on a step', async () => {
  const document = await open(example);
  const text = await hoverAt(document, placeOf(document, 'lambda'));
  contains(text, '**step**', 'hover');
});

test('a code action turns a rule off for a line', async () => {
  const document = await open('dropped.py');
  const [finding] = await findings(document);
  if (finding === undefined) throw new Error('no finding');
  const command = 'vscode.executeCodeActionProvider';
  const actions = await asked<vscode.CodeAction>('actions', command, document.uri, finding.range);
  const titles = actions.map(({ title }) => title).join(' | ');
  contains(titles, 'Explain dropped-updates', 'actions');
  const ignore = actions.find(({ title }) => title === 'Ignore dropped-updates on this line');
  if (ignore?.edit === undefined) throw new Error(`no edit among ${titles}`);
  await vscode.workspace.applyEdit(ignore.edit);
  contains(document.getText(), '# scanlens: ignore[dropped-updates]', 'text');
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  equal(document.getText().includes('ignore['), false, 'the comment after undo');
});
