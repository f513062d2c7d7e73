import { afterEach, describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { commands, linkCommands, methods } from '../../../protocol/src/editor.ts';
import { type ServerOptions, startServer, type TestServer } from './serverHarness.ts';

const dropped = `import theano
a = theano.shared(1)
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
# %%
f = theano.function([], outputs=outputs)
`;

let server: TestServer;

async function start(options: ServerOptions = {}): Promise<TestServer> {
  server = await startServer(options);
  return server;
}

afterEach(() => server.stop());

describe('diagnostics', () => {
  test('come after opening, with code, link and related place', async () => {
    await start();
    const uri = await server.open(dropped);
    const [finding, ...more] = await server.diagnostics(uri, 1);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'dropped-updates',
      source: 'scanlens',
      severity: DiagnosticSeverity.Warning,
      range: { start: { line: 2, character: 19 }, end: { line: 2, character: 30 } },
    });
    expect(finding?.codeDescription?.href).toMatch(/dropped-updates/);
    expect(finding?.relatedInformation?.[0]?.location).toEqual({
      uri,
      range: { start: { line: 2, character: 40 }, end: { line: 2, character: 48 } },
    });
  });

  test('go when the cause is repaired, and come back with it', async () => {
    await start();
    const uri = await server.open(dropped);
    await server.diagnostics(uri, 1);
    const repaired = await server.edit(uri, 'outputs=outputs', 'outputs=outputs, updates=updates');
    expect(await server.diagnostics(uri, repaired)).toEqual([]);
    const back = await server.edit(uri, ', updates=updates', '');
    expect(await server.diagnostics(uri, back)).toHaveLength(1);
  });

  test('follow edits before them', async () => {
    await start();
    const uri = await server.open(dropped);
    const version = await server.edit(uri, 'import theano', '# é😀\r\n\r\nimport theano');
    const [finding] = await server.diagnostics(uri, version);
    expect(finding?.range.start).toEqual({ line: 4, character: 19 });
  });

  test('of an older text never follow those of a newer one', async () => {
    await start();
    const uri = await server.open(dropped);
    void server.edit(uri, 'a = theano', 'ab = theano');
    void server.edit(uri, 'ab = theano', 'a = theano');
    const last = await server.edit(uri, 'n_steps=10', 'n_steps=11');
    expect(await server.diagnostics(uri, last)).toHaveLength(1);
    const told = server.said<{ version: number }>('textDocument/publishDiagnostics');
    const versions = told.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(last);
  });

  test('are taken away when the document is closed', async () => {
    await start();
    const uri = await server.open(dropped);
    await server.diagnostics(uri, 1);
    await server.close(uri);
    const empty = await server.wait<{ diagnostics: unknown[] }>(
      'textDocument/publishDiagnostics',
      ({ diagnostics }) => diagnostics.length === 0,
    );
    expect(empty).toMatchObject({ uri });
  });

  test('setting rules: have the level that is asked for, also after the settings change', async () => {
    const { settings } = await start({ settings: { rules: { 'dropped-updates': 'error' } } });
    const uri = await server.open(dropped);
    expect((await server.diagnostics(uri, 1))[0]?.severity).toBe(DiagnosticSeverity.Error);
    settings['rules'] = { 'dropped-updates': 'off' };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.wait<{ diagnostics: unknown[] }>(
      'textDocument/publishDiagnostics',
      ({ diagnostics }) => diagnostics.length === 0,
    );
  });
});

describe('what is not ours', () => {
  test('a file without any library has neither cells nor lenses', async () => {
    await start();
    const uri = await server.open('# %%\nimport numpy as np\n# %%\nnp.zeros(3)\n');
    expect(await server.cells(uri, 1)).toEqual({ uri, version: 1, cells: [], hasMarkers: false });
    expect(await server.lenses(uri)).toEqual([]);
    expect(await server.hover(uri, 'numpy')).toBeNull();
  });

  test('the cell of a notebook is left to its notebook', async () => {
    await start();
    const notebook = await server.open(dropped, 'vscode-notebook-cell:/w/a.ipynb#W0');
    const uri = await server.open(dropped);
    await server.diagnostics(uri, 1);
    expect(await server.lenses(notebook)).toBeNull();
    expect(server.said<{ uri: string }>('textDocument/publishDiagnostics').map((one) => one.uri)).toEqual([
      uri,
    ]);
  });
});

describe('hover and lenses', () => {
  test('setting floatX: hover on a scan names it and what the step updates', async () => {
    await start({ settings: { floatX: 'float32' } });
    const uri = await server.open(dropped);
    const hover = await server.hover(uri, 'scan(');
    expect(JSON.stringify(hover?.contents)).toMatch(/float32.*Updates.*a \+ 1/);
  });

  test('hover where nothing is known is null', async () => {
    await start();
    const uri = await server.open(dropped);
    expect(await server.hover(uri, 'import')).toBeNull();
  });

  test('every cell has its lenses, which name the document and the place', async () => {
    await start();
    const uri = await server.open(dropped);
    const lenses = (await server.lenses(uri)) ?? [];
    const found = lenses.map(({ range, command }) => [range.start.line, command?.command]);
    expect(found).toEqual([
      [0, commands.runCell],
      [0, commands.runAll],
      [3, commands.runCell],
      [3, commands.runAbove],
      [3, commands.runAll],
      [2, linkCommands.showPlaces],
    ]);
    expect(lenses[2]?.command?.arguments).toEqual([uri, { line: 3, character: 0 }]);
  });

  test('setting lenses: they can be turned off', async () => {
    await start({ settings: { lenses: false } });
    const uri = await server.open(dropped);
    expect(await server.lenses(uri)).toEqual([]);
  });

  test('cells are told with their markers', async () => {
    await start();
    const uri = await server.open(dropped);
    const { cells, hasMarkers } = await server.cells(uri, 1);
    expect(hasMarkers).toBe(true);
    expect(cells.map(({ start: { line } }) => line)).toEqual([0, 3]);
  });
});

describe('messages that make no sense', () => {
  test('about documents leave them as they were', async () => {
    await start();
    const uri = await server.open(dropped);
    const textDocument = { uri, version: 2 };
    const place = { line: 0, character: 0 };
    for (const change of [
      { range: { start: place }, text: '' },
      { range: { start: place, end: { line: null, character: 0 } }, text: '' },
      { range: { start: place, end: { line: 1, character: -1 } }, text: '' },
      { text: 3 },
      null,
    ])
      await server.notify('textDocument/didChange', {
        textDocument,
        contentChanges: [{ text: 'x' }, change],
      });
    await server.notify('textDocument/didChange', { textDocument: { uri }, contentChanges: [{ text: '' }] });
    for (const item of [null, { uri: 'file:///w/b.py', languageId: 'python', version: 1, text: null }])
      await server.notify('textDocument/didOpen', { textDocument: item });
    const notebookDocument = {
      uri: 'file:///w/n.ipynb',
      version: 1,
      notebookType: 'x',
      cells: [{ kind: 2 }],
    };
    await server.notify('notebookDocument/didOpen', { notebookDocument, cellTextDocuments: [] });
    expect(await server.hover(uri, 'scan(')).not.toBeNull();
    expect(await server.run(uri, 'cell', 'import')).toHaveProperty('runId');
    expect(server.logged.filter((text) => / failed: /.test(text))).toEqual([]);
  });

  test('are answered or ignored, and the server goes on', async () => {
    await start();
    const uri = await server.open(dropped);
    await server.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///unknown.py', version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    await server.notify('textDocument/didClose', { textDocument: { uri: 'file:///unknown.py' } });
    await server.notify('scanlens/unknown', { a: 1 });
    expect(await server.request('textDocument/hover', {})).toBeNull();
    expect(await server.request('textDocument/codeLens', { textDocument: {} })).toBeNull();
    expect(await server.request(methods.run, null)).toHaveProperty('refused');
    expect(await server.request(methods.run, { uri, version: 1, scope: 'cell' })).toHaveProperty('refused');
    expect(await server.request(methods.cancel, { uri: 3 })).toBeNull();
    await expect(server.request('scanlens/unknown', {})).rejects.toThrow(/unhandled|unknown|method/i);
    expect(await server.diagnostics(uri, 1)).toHaveLength(1);
  });

  test('text that is not Python gets no findings and no failure', async () => {
    await start();
    const texts = [
      '',
      '\ufeff',
      'theano.scan(\u0000\u2028((((',
      'import theano\r\n\tif x:\n   theano.scan(lambda: {',
    ];
    for (const [index, text] of texts.entries()) {
      const uri = await server.open(text, `file:///bad${index}.py`);
      expect(await server.diagnostics(uri, 1)).toEqual([]);
      await server.lenses(uri);
    }
    expect(server.logged).toEqual([]);
  });
});
