/** That each request of an editor reaches its feature, with the settings of the document. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, DocumentSymbol, InlayHint, Location, SemanticTokens } from 'vscode-languageserver';
import { fixAllKinds, linkCommands } from '../../../protocol/src/editor.ts';
import { type ServerOptions, startServer, type TestServer } from './serverHarness.ts';

const program = `import theano
a = theano.shared(1)
outputs, updates = theano.scan(lambda i: (i, {a: a + 1}), theano.tensor.arange(3))
f = theano.function([], outputs=outputs)
`;
const all = { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } };

let server: TestServer;

async function start(options: ServerOptions = {}): Promise<string> {
  server = await startServer(options);
  return server.open(program);
}

afterEach(() => server.stop());

describe('inlay hints', () => {
  const hints = async (uri: string) =>
    (await server.ask<InlayHint[]>('textDocument/inlayHint', uri, '', all)).map(({ label }) => label);

  test.each([
    ['scans', ['updates: {a} dropped']],
    ['all', ['updates: {a} dropped', ': theano.tensor.arange(3)[t]']],
    ['off', []],
    ['nonsense', ['updates: {a} dropped']],
  ])('setting inlayHints: %s', async (inlayHints, expected) => {
    expect(await hints(await start({ settings: { inlayHints } }))).toEqual(expected);
  });

  test('are asked for again when the setting changes, and only then', async () => {
    const uri = await start({ settings: {} });
    await hints(uri);
    server.settings['inlayHints'] = 'all';
    server.settings['floatX'] = 'float32';
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.diagnostics(uri, 1);
    expect(await hints(uri)).toContain(': theano.tensor.arange(3)[t]');
    expect(server.refreshed).toEqual(['inlayHint']);
  });
});

test('a lens over the scan lists its places', async () => {
  const uri = await start();
  const lenses = (await server.lenses(uri)) ?? [];
  expect(lenses.map(({ command }) => [command?.title, command?.command])).toContainEqual([
    '1 output · 1 update, dropped',
    linkCommands.showPlaces,
  ]);
});

test('semantic tokens, whole and in part', async () => {
  const uri = await start();
  const method = 'textDocument/semanticTokens';
  const full = await server.ask<SemanticTokens>(`${method}/full`, uri, '');
  const range = await server.ask<SemanticTokens>(`${method}/range`, uri, 'a = theano');
  expect(full.data).toHaveLength(6 * 5);
  expect(range.data).toEqual([1, 0, 1, 0, 1]);
});

test('setting semanticTokens: they can be turned off', async () => {
  const uri = await start({ settings: { semanticTokens: 'off' } });
  const { data } = await server.ask<SemanticTokens>('textDocument/semanticTokens/full', uri, '');
  expect(data).toEqual([]);
});

test('definition and references', async () => {
  const uri = await start();
  const definition = await server.ask<Location[]>('textDocument/definition', uri, 'a: a');
  expect(definition.map(({ range }) => range.start)).toEqual([{ line: 1, character: 0 }]);
  const context = { includeDeclaration: true };
  const references = await server.ask<Location[]>('textDocument/references', uri, 'updates', { context });
  expect(references.map(({ range }) => range.start.line)).toEqual([2, 2]);
});

test('symbols', async () => {
  const uri = await start();
  const symbols = await server.ask<DocumentSymbol[]>('textDocument/documentSymbol', uri, '');
  expect(symbols.map(({ name }) => name)).toEqual(['a', 'outputs, updates', 'f']);
});

test('code actions follow the levels of rules', async () => {
  const uri = await start({ settings: {} });
  const actions = () =>
    server.ask<CodeAction[]>('textDocument/codeAction', uri, 'theano.scan', { context: { diagnostics: [] } });
  expect((await actions()).map(({ title }) => title)).toEqual([
    'Pass the updates to `f`',
    'Ignore dropped-updates on this line',
    'Explain dropped-updates',
  ]);
  server.settings['rules'] = { 'dropped-updates': 'off' };
  await server.notify('workspace/didChangeConfiguration', { settings: null });
  expect(await actions()).toEqual([]);
});

test('all safe fixes at once', async () => {
  const uri = await start();
  const context = { diagnostics: [], only: [fixAllKinds.file] };
  const actions = await server.ask<CodeAction[]>('textDocument/codeAction', uri, '', { context });
  expect(actions.map(({ edit }) => edit?.changes?.[uri]?.map(({ newText }) => newText))).toEqual([
    [', updates=updates'],
  ]);
});

test.each([
  [
    true,
    ['Print in every step: Wrap the variable in the `Print` op of the library and use what it returns.'],
  ],
  [false, []],
])(
  'a fix that can not be made says why, where the editor shows that: %s',
  async (showsDisabled, expected) => {
    server = await startServer({ showsDisabled });
    const uri = await server.open(`import theano
def step(v):
    print(v)
    return v * 2
out, _ = theano.scan(step, theano.tensor.arange(3))
`);
    const context = { diagnostics: [] };
    const actions = await server.ask<CodeAction[]>('textDocument/codeAction', uri, 'print', { context });
    const refused = actions.filter(({ disabled }) => disabled !== undefined);
    expect(refused.map(({ title, disabled }) => `${title}: ${disabled?.reason}`)).toEqual(expected);
    expect(actions.map(({ title }) => title)).toContain('Explain runs-once-in-step');
  },
);

test('a file without any scan gets empty answers', async () => {
  server = await startServer();
  const uri = await server.open('import numpy\n');
  expect(await server.ask('textDocument/inlayHint', uri, '', all)).toEqual([]);
  expect(await server.ask('textDocument/documentSymbol', uri, '')).toEqual([]);
  expect(await server.ask('textDocument/definition', uri, 'numpy')).toEqual([]);
  expect(await server.ask('textDocument/codeAction', uri, '', { context: { diagnostics: [] } })).toEqual([]);
  expect(await server.ask('textDocument/semanticTokens/full', uri, '')).toEqual({ data: [] });
});
