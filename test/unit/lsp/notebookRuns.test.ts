/** Runs of the cells of a notebook: one namespace, results for each cell. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { methods, type RunParams, type RunResponse } from '../../../protocol/src/editor.ts';
import type { CellOutputsParams } from '../../../protocol/src/notebook.ts';
import type { StateData } from '../../../protocol/src/questions.ts';
import { startServer, type TestServer } from './serverHarness.ts';

const notebook = 'file:///w/a.ipynb';
const cell = (index: number) => `vscode-notebook-cell:/w/a.ipynb#W${index}`;

let server: TestServer;

beforeEach(async () => {
  server = await startServer({ settings: {} });
});
afterEach(() => server.stop());

/** Cells that begin with `#md` are text. */
async function open(...texts: readonly string[]): Promise<void> {
  const kindOf = (text: string) => (text.startsWith('#md') ? 1 : 2);
  await server.notify('notebookDocument/didOpen', {
    notebookDocument: {
      uri: notebook,
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: texts.map((text, index) => ({ kind: kindOf(text), document: cell(index) })),
    },
    cellTextDocuments: texts.map((text, index) => ({
      uri: cell(index),
      languageId: kindOf(text) === 1 ? 'markdown' : 'python',
      version: 1,
      text,
    })),
  });
}

function run(index: number, more: Partial<RunParams> = {}): Promise<RunResponse> {
  const position = { line: 0, character: 0 };
  return server.request(methods.run, { uri: cell(index), version: 1, scope: 'cell', position, ...more });
}

/** Runs a cell and lets the evaluator say what `events` make. */
async function started(index: number): Promise<number> {
  const response = await run(index);
  if ('refused' in response) throw new Error(response.refused);
  return response.runId;
}

const outputs = (runId: number) =>
  server
    .said<CellOutputsParams>(methods.outputs)
    .filter((params) => params.runId === runId)
    .map((params) => [params.uri, ...params.outputs]);

const ran = () => server.evaluators.runs.map(({ uri, text, cells }) => ({ uri, cells, text }));

test('a cell runs in the text and the namespace of its notebook', async () => {
  await open('a = 1', '#md words', '%matplotlib inline\nprint(a)');
  await started(2);
  const [request] = ran();
  expect(request?.uri).toBe(notebook);
  expect(request?.text).toBe('# %%\na = 1\n# %%\n#matplotlib inline\nprint(a)\n');
  expect(request?.cells.map(({ start, end }) => request.text.slice(start, end))).toEqual([
    '#matplotlib inline\nprint(a)',
  ]);
  expect(server.evaluators.runs[0]?.reset).toBe(false);
});

test('a cell that is not Python yet does not reach into the others', async () => {
  await open('a = 1', 'b = (', 'print(a)');
  server.evaluators.onRun = ({ runId }) => server.evaluators.end(runId);
  await server.runState(await started(2), 'finished');
  expect(ran()[0]?.text).toBe('# %%\na = 1\n# %%\n     \n# %%\nprint(a)\n');
  await started(1);
  expect(ran()[1]?.text).toBe('# %%\na = 1\n# %%\nb = (\n# %%\nprint(a)\n');
});

describe('refused', () => {
  test.each(['above', 'below', 'all', 'selection'] as const)('more than one cell: %s', async (scope) => {
    await open('a = 1');
    expect(await run(0, { scope })).toEqual({ refused: 'In a notebook one cell is run at a time.' });
  });

  test('a text that has changed', async () => {
    await open('a = 1');
    expect(await run(0, { version: 2 })).toEqual({
      refused: 'The text has changed meanwhile. Run it again.',
    });
  });

  test('a cell with text for people', async () => {
    await open('a = 1', '#md words');
    expect(await run(1)).toEqual({
      refused: 'The document could not be run. The log of ScanLens says why.',
    });
  });

  test('everything in a workspace that is not trusted', async () => {
    await server.stop();
    server = await startServer({ isTrusted: false });
    await open('a = 1');
    expect(await run(0)).toEqual({ refused: 'Code runs only in a trusted workspace.' });
    expect(server.evaluators.runs).toEqual([]);
  });
});

test('what it says is told piece by piece, about the cell', async () => {
  await open('a = 1', 'print(a)\na');
  const runId = await started(1);
  const text = ran()[0]?.text ?? '';
  const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  server.evaluators.event(runId, { type: 'output', span: spanOf('print(a)'), text: '1\n' });
  await server.wait<CellOutputsParams>(methods.outputs, (params) => params.runId === runId);
  const start = text.lastIndexOf('a\n');
  const value = { short: '1', full: '1' };
  server.evaluators.event(runId, { type: 'value', span: { start, end: start + 1 }, value });
  server.evaluators.end(runId);
  const state = await server.runState(runId, 'finished');
  expect(state).toMatchObject({ uri: cell(1), version: 1 });
  expect(state.ranges).toEqual([{ start: { line: 0, character: 0 }, end: { line: 1, character: 1 } }]);
  expect(outputs(runId)).toEqual([
    [cell(1), { kind: 'stdout', text: '1\n' }],
    [cell(1), { kind: 'value', text: '1' }],
  ]);
  expect(server.said(methods.results)).toEqual([]);
});

test('cancel and reset know the notebook, and its cells', async () => {
  await open('while True: pass');
  for (const uri of [notebook, cell(0)]) {
    const runId = await started(0);
    const cancelled = server.request(methods.cancel, { uri });
    server.evaluators.end(runId, { outcome: 'cancelled' });
    expect(await cancelled).toBeNull();
    expect(outputs(runId)).toEqual([[cell(0), { kind: 'stopped' }]]);
  }
  await server.request(methods.reset, { uri: notebook });
  expect(server.evaluators.requests).toContain('reset');
  expect(server.said(methods.stateChanged)).toEqual([{ uri: notebook, variableIds: null }]);
});

test('places in answers are in cells', async () => {
  await open('a = 1', 'b = 2\nc = 3');
  const runId = await started(1);
  server.evaluators.end(runId);
  await server.runState(runId, 'finished');
  const [request] = server.evaluators.runs;
  const start = request?.text.indexOf('c =') ?? 0;
  const place = { version: request?.version ?? 0, span: { start, end: start + 5 } };
  server.evaluators.onAsk = () => ({ place }) as unknown as StateData;
  const question = { kind: 'state' };
  expect(await server.request(methods.ask, { uri: notebook, question })).toEqual({
    place: {
      ...place,
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
      cell: cell(1),
      cellVersion: 1,
    },
  });
});

test('a process starts when somebody says that a cell will be run, and not before', async () => {
  await open('import theano\na = theano.shared(1)');
  await server.request('textDocument/hover', {
    textDocument: { uri: cell(0) },
    position: { line: 1, character: 0 },
  });
  expect(server.evaluators.requests).toEqual([]);
  await server.notify(methods.prepare, { uri: notebook });
  await server.request(methods.ask, { uri: notebook, question: { kind: 'state' } });
  expect(server.evaluators.requests).not.toEqual([]);
});

test('with the notebook its process ends', async () => {
  await open('a = 1');
  await started(0);
  await server.notify('notebookDocument/didClose', {
    notebookDocument: { uri: notebook },
    cellTextDocuments: [{ uri: cell(0) }],
  });
  await server.request(methods.cancel, { uri: notebook });
  expect(server.evaluators.requests).toContain('kill');
});
