/** Notebooks through the protocol's own synchronisation: one analysis for all cells, answers for each. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, DocumentSymbol, InlayHint, Location } from 'vscode-languageserver';
import { methods } from '../../../protocol/src/editor.ts';
import { startServer, type TestServer } from './serverHarness.ts';

const notebook = 'file:///w/a.ipynb';
const cell = (index: number) => `vscode-notebook-cell:/w/a.ipynb#W${index}`;

const sources = [
  '%matplotlib inline\nimport theano\na = theano.shared(1)\nx = theano.tensor.vector()',
  'def step(v):\n    return v, {a: a + 1}\nouts, upd = theano.scan(step, x)',
  'f = theano.function([], outs)',
] as const;

const item = (index: number, text: string) => ({ uri: cell(index), languageId: 'python', version: 1, text });
const code = (index: number) => ({ kind: 2, document: cell(index) });

let server: TestServer;

beforeEach(async () => {
  server = await startServer({ settings: {} });
});
afterEach(() => server.stop());

async function open(texts: readonly string[] = sources): Promise<void> {
  await server.notify('notebookDocument/didOpen', {
    notebookDocument: {
      uri: notebook,
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: texts.map((_, index) => code(index)),
    },
    cellTextDocuments: texts.map((text, index) => item(index, text)),
  });
}

const change = (cells: object): Promise<void> =>
  server.notify('notebookDocument/didChange', {
    notebookDocument: { uri: notebook, version: 2 },
    change: { cells },
  });

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

const published = (fits: (params: Published) => boolean): Promise<Published> =>
  server.wait<Published>('textDocument/publishDiagnostics', fits);

/** Asks about a line and character of a cell. */
const ask = <R>(method: string, index: number, line: number, more: object = {}): Promise<R> => {
  const position = { line, character: 0 };
  const range = { start: position, end: { line: 99, character: 0 } };
  return server.request(method, { textDocument: { uri: cell(index) }, position, range, ...more });
};

describe('diagnostics', () => {
  test('stand in the cell of the scan, and point at the others', async () => {
    await open();
    const { uri, diagnostics } = await published(({ diagnostics: { length } }) => length > 0);
    expect(uri).toBe(cell(1));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.range).toEqual({
      start: { line: 2, character: 12 },
      end: { line: 2, character: 23 },
    });
    expect(
      diagnostics[0]?.relatedInformation?.map(({ location }) => [location.uri, location.range.start]),
    ).toEqual([
      [cell(1), { line: 1, character: 15 }],
      [cell(2), { line: 0, character: 4 }],
    ]);
    expect(server.said<Published>('textDocument/publishDiagnostics').map((one) => one.uri)).toEqual([
      cell(1),
    ]);
    expect(server.said(methods.cells)).toEqual([]);
  });

  test('go when another cell is edited, and come back', async () => {
    await open();
    await published(({ diagnostics: { length } }) => length > 0);
    const at = (character: number) => ({ line: 0, character });
    await change({
      textContent: [
        {
          document: { uri: cell(2), version: 2 },
          changes: [{ range: { start: at(28), end: at(28) }, text: ', updates=upd' }],
        },
      ],
    });
    await published(({ uri, diagnostics }) => uri === cell(1) && diagnostics.length === 0);
    await change({
      textContent: [
        {
          document: { uri: cell(2), version: 3 },
          changes: [{ range: { start: at(28), end: at(41) }, text: '' }],
        },
      ],
    });
    await server.notify('scanlens/trust', null);
    const told = () =>
      server.said<Published>('textDocument/publishDiagnostics').map((one) => one.diagnostics.length);
    await server.wait(
      'textDocument/publishDiagnostics',
      () => told().slice(-1)[0] === 1 && told().length > 2,
    );
  });

  test('move with cells that are added, moved and removed', async () => {
    await open();
    await published(({ diagnostics: { length } }) => length > 0);
    // The function goes before the scan: nobody uses the outputs any more.
    await change({ structure: { array: { start: 1, deleteCount: 2, cells: [code(2), code(1)] } } });
    await published(({ uri, diagnostics }) => uri === cell(1) && diagnostics.length === 0);
    // Another function comes after it.
    await change({
      structure: {
        array: { start: 3, deleteCount: 0, cells: [code(3)] },
        didOpen: [item(3, '!ls\ng = theano.function([], outs)')],
      },
    });
    const again = await published(
      ({ diagnostics }) => diagnostics[0]?.relatedInformation?.[1]?.location.uri === cell(3),
    );
    expect(again.diagnostics[0]?.relatedInformation?.[1]?.location.range.start).toEqual({
      line: 1,
      character: 4,
    });
    // The cell of the scan goes, and with it what was said about it.
    await change({
      structure: { array: { start: 2, deleteCount: 1 }, didClose: [{ uri: cell(1) }] },
    });
    await published(
      ({ uri, version, diagnostics }) => uri === cell(1) && version === undefined && diagnostics.length === 0,
    );
  });

  test('leave with the notebook', async () => {
    await open();
    await published(({ diagnostics: { length } }) => length > 0);
    await server.notify('notebookDocument/didClose', {
      notebookDocument: { uri: notebook },
      cellTextDocuments: sources.map((_, index) => ({ uri: cell(index) })),
    });
    await published(({ uri, diagnostics }) => uri === cell(1) && diagnostics.length === 0);
    expect(await ask('textDocument/documentSymbol', 1, 0)).toBeNull();
  });

  test('pass over cells in another language', async () => {
    await open(['import theano\na = theano.shared(1)', 'SELECT theano.scan(']);
    await change({
      structure: {
        array: { start: 1, deleteCount: 1, cells: [code(1), code(2), { kind: 1, document: cell(3) }] },
        didClose: [{ uri: cell(1) }],
        didOpen: [
          { ...item(1, 'SELECT theano.scan('), languageId: 'sql' },
          item(2, 'o, u = theano.scan(lambda: {a: a + 1}, n_steps=2)'),
          { ...item(3, '# theano'), languageId: 'markdown' },
        ],
      },
    });
    const { uri } = await published(({ diagnostics: { length } }) => length > 0);
    expect(uri).toBe(cell(2));
    expect(await ask('textDocument/documentSymbol', 1, 0)).toBeNull();
  });
});

describe('features', () => {
  beforeEach(async () => {
    await open();
    await published(({ diagnostics: { length } }) => length > 0);
  });

  test('hover', async () => {
    const hover = await server.request<{ contents: { value: string }; range: unknown }>(
      'textDocument/hover',
      {
        textDocument: { uri: cell(1) },
        position: { line: 2, character: 15 },
      },
    );
    expect(hover.contents.value).toContain('does not get the updates');
    expect(hover.contents.value).toContain('`f` (cell 3, line 1)');
    expect(hover.range).toEqual({ start: { line: 2, character: 12 }, end: { line: 2, character: 23 } });
  });

  test('hints and symbols only of the cell', async () => {
    const hints = (index: number) => ask<InlayHint[]>('textDocument/inlayHint', index, 0);
    expect((await hints(1)).map(({ position, label }) => [position, label])).toEqual([
      [{ line: 2, character: 32 }, 'updates: {a} dropped'],
    ]);
    expect(await hints(2)).toEqual([]);
    const symbols = (index: number) => ask<DocumentSymbol[]>('textDocument/documentSymbol', index, 0);
    expect((await symbols(0)).map(({ name, range }) => [name, range.start.line])).toEqual([['a', 2]]);
    expect((await symbols(1)).map(({ name }) => name)).toEqual(['outs, upd']);
    expect((await symbols(2)).map(({ name }) => name)).toEqual(['f']);
  });

  test('lenses over scans, none that run', async () => {
    const lenses = (await server.lenses(cell(1))) ?? [];
    expect(lenses.map(({ command, range }) => [command?.title, range.start.line])).toEqual([
      ['1 output · 1 update, dropped', 2],
    ]);
    expect(await server.lenses(cell(0))).toEqual([]);
  });

  test('semantic tokens', async () => {
    expect(await ask('textDocument/semanticTokens/full', 2, 0)).toEqual({ data: [0, 24, 4, 0, 2] });
  });

  test('definitions in other cells', async () => {
    const locations = await server.request<Location[]>('textDocument/definition', {
      textDocument: { uri: cell(1) },
      position: { line: 1, character: 15 },
    });
    expect(locations).toEqual([
      { uri: cell(0), range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } } },
    ]);
  });

  test('code actions edit the cell', async () => {
    const actions = await ask<CodeAction[]>('textDocument/codeAction', 1, 0, {
      context: { diagnostics: [] },
    });
    const at = { line: 2, character: 32 };
    const [pass, ignore] = actions;
    expect(Object.keys(pass?.edit?.changes ?? {})).toEqual([cell(2)]);
    expect(ignore?.edit?.changes).toEqual({
      [cell(1)]: [{ range: { start: at, end: at }, newText: '  # scanlens: ignore[dropped-updates]' }],
    });
    expect(await ask('textDocument/codeAction', 2, 0, { context: { diagnostics: [] } })).toEqual([]);
  });

  test('all safe fixes are those of the notebook, from whichever cell they are asked', async () => {
    await open([sources[0], sources[1].replace('upd =', '_ ='), sources[2]]);
    const all = (index: number, kind: string) =>
      ask<CodeAction[]>('textDocument/codeAction', index, 0, { context: { diagnostics: [], only: [kind] } });
    for (const index of [0, 1, 2]) {
      const [action] = await all(index, 'notebook.source.fixAll');
      const changes = Object.entries(action?.edit?.changes ?? {});
      expect(changes.map(([uri, edits]) => [uri, edits.map(({ newText }) => newText)])).toEqual([
        [cell(1), ['updates']],
        [cell(2), [', updates=updates']],
      ]);
      expect(await all(index, 'source.fixAll')).toEqual([]);
    }
  });
});

test('messages about unknown notebooks and cells are ignored', async () => {
  await change({ structure: { array: { start: 0, deleteCount: 9 } } });
  await server.notify('notebookDocument/didClose', {
    notebookDocument: { uri: notebook },
    cellTextDocuments: [],
  });
  await open();
  await change({ textContent: [{ document: { uri: 'x:y', version: 2 }, changes: [{ text: 'x' }] }] });
  await change({ data: [{ kind: 1, document: 'x:y' }] });
  await published(({ diagnostics: { length } }) => length > 0);
  expect(server.logged).toEqual([]);
});
