import { afterEach, describe, expect, test } from 'vitest';
import { methods, type RunStateParams } from '../../../protocol/src/editor.ts';
import { type ServerOptions, startServer, type TestServer } from './serverHarness.ts';

const twoCells = '# %% one\nimport theano\na = theano.shared(1)\n# %% two\nprint(a)\n';

let server: TestServer;

async function start(options: ServerOptions = {}): Promise<TestServer> {
  server = await startServer(options);
  return server;
}

afterEach(() => server.stop());

describe('a document that was run in a server that has ended', () => {
  test('is told at its next run that it begins with nothing, and not again', async () => {
    const { evaluators } = await start({ lostNamespaces: ['file:///w/a.py', 3] });
    evaluators.onRun = ({ runId }) => evaluators.end(runId);
    const uri = await server.open(twoCells);
    const warnings = async (place: string) => {
      const response = await server.run(uri, 'cell', place);
      const runId = 'runId' in response ? response.runId : 0;
      await server.runState(runId, 'finished');
      return server.resultsOf(runId).map(({ role, text }) => `${role}: ${text}`);
    };
    expect(await warnings('print(a)')).toEqual([
      expect.stringContaining('The language server ended unexpectedly. The run began'),
    ]);
    expect(await warnings('print(a)')).toEqual([]);
  });
});

describe('which cells run', () => {
  test.each([
    ['cell', 'print(a)', ['# %% two\nprint(a)\n']],
    ['cell', 'import', ['# %% one\nimport theano\na = theano.shared(1)\n']],
    ['above', 'print(a)', ['# %% one\nimport theano\na = theano.shared(1)\n']],
    ['below', 'print(a)', ['# %% two\nprint(a)\n']],
    ['below', 'import', ['# %% one\nimport theano\na = theano.shared(1)\n', '# %% two\nprint(a)\n']],
    ['through', 'import', ['# %% one\nimport theano\na = theano.shared(1)\n']],
    ['all', 'print(a)', ['# %% one\nimport theano\na = theano.shared(1)\n', '# %% two\nprint(a)\n']],
  ] as const)('%s at %s', async (scope, place, texts) => {
    const { evaluators } = await start();
    const uri = await server.open(twoCells);
    await server.run(uri, scope, place);
    const [request] = evaluators.runs;
    expect(request?.cells.map((cell) => request.text.slice(cell.start, cell.end))).toEqual(texts);
    expect(request?.reset).toBe(scope === 'all' || scope === 'through');
  });

  test('an evaluator is told which scans are flagged, with the functions that name their outputs', async () => {
    const { evaluators } = await start();
    const scan = 'theano.scan(lambda: {a: a + 1}, n_steps=10)';
    const made = 'theano.function([], values)';
    const uri = await server.open(
      `import theano\na = theano.shared(1)\nvalues, updates = ${scan}\nf = ${made}\n`,
    );
    await server.run(uri, 'cell', 'import');
    const [request] = evaluators.runs;
    const source = ({ start, end }: { start: number; end: number }) => request?.text.slice(start, end);
    const scans = request?.droppedScans?.map(({ span, functions }) => [source(span), functions.map(source)]);
    expect(scans).toEqual([[scan, [made]]]);
  });

  test('above the first cell there is nothing to run', async () => {
    await start();
    const uri = await server.open(twoCells);
    expect(await server.run(uri, 'above', 'import')).toEqual({ refused: 'There is no cell above this one.' });
  });

  test.each([
    ['a word of a line', 'shared', ['a = theano.shared(1)\n']],
    ['lines up to the start of the next one', 'import theano\n', ['import theano\n']],
    [
      'the end of one cell and the start of the next',
      'theano.shared(1)\n# %% two\nprint',
      ['a = theano.shared(1)\n', '# %% two\nprint(a)\n'],
    ],
  ])('of a selection: %s', async (_, part, texts) => {
    const { evaluators } = await start();
    const uri = await server.open(twoCells);
    await server.runSelection(uri, part);
    const [request] = evaluators.runs;
    expect(request?.cells.map((cell) => request.text.slice(cell.start, cell.end))).toEqual(texts);
    expect(request?.reset).toBe(false);
  });

  test.each([
    [
      'a part of a loop',
      '    print(i)',
      'The selection is a part of the statement in lines 2 to 3. Select all of it.',
    ],
    [
      'the head of a loop',
      'for i in',
      'The selection is a part of the statement in lines 2 to 3. Select all of it.',
    ],
    ['a comment', 'nothing', 'The selection holds no statement.'],
  ])('a selection of %s is refused', async (_, part, refused) => {
    await start();
    const uri = await server.open('import theano\nfor i in range(3):\n    print(i)\n# nothing\n');
    expect(await server.runSelection(uri, part)).toEqual({ refused });
  });

  test('limits, floatX and backend come from the settings', async () => {
    const settings = { floatX: 'float32', backend: 'reference', runTimeoutSeconds: 2.5, memoryLimitMB: 64 };
    const { evaluators } = await start({ settings });
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    expect(evaluators.runs[0]?.options).toEqual({
      floatX: 'float32',
      backend: 'reference',
      gpu: { allowFloat32: false },
      timeoutMs: 2500,
      memoryBytes: 64 * 1024 * 1024,
      limitNames: {
        time: 'the setting scanlens.runTimeoutSeconds',
        memory: 'the setting scanlens.memoryLimitMB',
      },
    });
  });

  test('how far a long scan is is told as it comes, and is no result', async () => {
    const { evaluators } = await start();
    evaluators.onRun = ({ runId }) => {
      evaluators.event(runId, { type: 'progress', done: 5, total: 20 });
      evaluators.end(runId);
    };
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'print');
    await server.runState(1, 'finished');
    expect(server.said(methods.progress)).toEqual([{ uri, runId: 1, done: 5, total: 20 }]);
    expect(server.resultsOf(1)).toEqual([]);
  });
});

describe('refusals', () => {
  test('nothing runs in a workspace that is not trusted, until it is', async () => {
    const { evaluators } = await start({ isTrusted: false });
    const uri = await server.open(twoCells);
    expect(await server.run(uri, 'cell', 'import')).toEqual({ refused: expect.stringMatching(/trusted/) });
    expect(evaluators.requests).toEqual([]);
    await server.notify(methods.trust, null);
    expect(await server.run(uri, 'cell', 'import')).toEqual({ runId: 1 });
  });

  test('a client that says nothing about trust is not trusted', async () => {
    await start();
    await server.stop();
    server = await startServer({ isTrusted: false });
    const uri = await server.open(twoCells);
    expect(await server.run(uri, 'all', 'import')).toHaveProperty('refused');
  });

  test('a version that is not the present one is refused', async () => {
    await start();
    const uri = await server.open(twoCells);
    const position = { line: 0, character: 0 };
    const response = await server.request(methods.run, { uri, version: 7, scope: 'cell', position });
    expect(response).toEqual({ refused: expect.stringMatching(/changed/) });
  });

  test('an unknown document is refused', async () => {
    await start();
    const params = {
      uri: 'file:///not-open.py',
      version: 1,
      scope: 'all',
      position: { line: 0, character: 0 },
    };
    expect(await server.request(methods.run, params)).toHaveProperty('refused');
  });
});

describe('the course of a run', () => {
  test('running first, then results, then the outcome', async () => {
    const { evaluators } = await start();
    evaluators.onRun = ({ runId, text }) => {
      const at = text.indexOf('print(a)');
      evaluators.event(runId, { type: 'output', span: { start: at, end: at + 8 }, text: '1\n' });
      evaluators.end(runId);
    };
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'print');
    const ended = await server.runState(1, 'finished');
    expect(ended.elapsedMs).toBe(3);
    const states = server.said<RunStateParams>(methods.runState);
    expect(states.map(({ state }) => state)).toEqual(['running', 'finished']);
    expect(states[0]?.ranges).toEqual([{ start: { line: 3, character: 0 }, end: { line: 5, character: 0 } }]);
    const [result] = server.resultsOf(1);
    expect(result?.text).toContain('1');
    expect(result?.range.start).toEqual({ line: 4, character: 0 });
  });

  test('cancel answers when the run has ended', async () => {
    const { evaluators } = await start();
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    await server.runState(1, 'running');
    const answer = server.request(methods.cancel, { uri });
    await server.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    expect(evaluators.requests).toContain('cancel');
    evaluators.end(1, { outcome: 'cancelled' });
    expect(await answer).toBeNull();
    expect(server.said<RunStateParams>(methods.runState).at(-1)?.state).toBe('cancelled');
  });

  test('a run that does not stop loses its process, and the next one gets a new one', async () => {
    const { evaluators } = await start();
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    await server.request(methods.cancel, { uri });
    expect((await server.runState(1, 'cancelled')).state).toBe('cancelled');
    expect(evaluators.requests).toContain('kill');
    expect(
      server
        .resultsOf(1)
        .map(({ detail }) => detail)
        .join(),
    ).toContain('are lost');
    evaluators.onRun = ({ runId }) => evaluators.end(runId);
    await server.run(uri, 'cell', 'import');
    await server.runState(2, 'finished');
  });

  test('a crash ends the run and says so in its results', async () => {
    const { evaluators } = await start();
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    await server.runState(1, 'running');
    evaluators.crash('signal SIGSEGV');
    await server.runState(1, 'crashed');
    expect(server.resultsOf(1)).toHaveLength(1);
    expect(server.resultsOf(1)[0]?.role).toBe('error');
  });

  test('runs of one document wait for each other; cancel ends all of them', async () => {
    const { evaluators } = await start();
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    await server.run(uri, 'cell', 'print');
    expect(evaluators.runs).toHaveLength(1);
    await server.request(methods.cancel, { uri });
    await server.runState(2, 'cancelled');
    expect(evaluators.runs).toHaveLength(1);
  });

  test('closing the document ends its run', async () => {
    await start();
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    await server.close(uri);
    await server.runState(1, 'cancelled');
  });

  test('reset stops the run and forgets the variables', async () => {
    const { evaluators } = await start();
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    await server.runState(1, 'running');
    const answer = server.request(methods.reset, { uri });
    await server.runState(1, 'cancelled');
    expect(await answer).toBeNull();
    expect(evaluators.requests.filter((type) => type === 'reset' || type === 'kill')).not.toEqual([]);
  });

  test('what cells read and changed of the state is told with the outcome', async () => {
    const { evaluators } = await start();
    evaluators.onRun = ({ runId }) => evaluators.end(runId, { cells: [{ reads: [4], writes: [5] }] });
    const uri = await server.open(twoCells);
    await server.run(uri, 'all', 'import');
    expect(await server.runState(1, 'finished')).toMatchObject({
      stateReads: [[4], []],
      stateWrites: [[5], []],
    });
    expect(server.said(methods.stateChanged)).toEqual([]);
  });

  test('an emptied namespace is told, before the outcome of a run that began with it', async () => {
    const { evaluators } = await start();
    evaluators.onRun = ({ runId }) => evaluators.end(runId, { beganEmpty: true });
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    await server.runState(1, 'finished');
    expect(server.said(methods.stateChanged)).toEqual([{ uri, variableIds: null }]);
    await server.request(methods.reset, { uri });
    expect(server.said(methods.stateChanged)).toHaveLength(2);
  });

  test('restored variables are told, where there was something to restore', async () => {
    const { evaluators } = await start();
    evaluators.onRun = ({ runId }) => evaluators.end(runId);
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    await server.runState(1, 'finished');
    const question = { kind: 'restore', variableId: 3, change: null };
    expect(await server.request(methods.ask, { uri, question })).toBeNull();
    expect(server.said(methods.stateChanged)).toEqual([]);
    evaluators.onAsk = () => ({ variables: [], functions: [], callCount: 0 });
    await server.request(methods.ask, { uri, question });
    expect(server.said(methods.stateChanged)).toEqual([{ uri, variableIds: [3] }]);
  });

  test('backends of all calls are named', async () => {
    const { evaluators } = await start();
    const span = { start: 0, end: 1 };
    const call = {
      callId: 1,
      span,
      functionName: 'f',
      results: [],
      error: null,
      stateChanges: [],
      fallbacks: [],
      elapsedMs: 1,
    };
    evaluators.onRun = ({ runId }) => {
      evaluators.event(runId, { type: 'call', call: { ...call, backend: 'wasm' } });
      evaluators.event(runId, { type: 'call', call: { ...call, backend: 'reference' } });
      evaluators.event(runId, { type: 'call', call: { ...call, backend: 'wasm' } });
      evaluators.end(runId);
    };
    const uri = await server.open(twoCells);
    await server.run(uri, 'cell', 'import');
    expect((await server.runState(1, 'finished')).backend).toBe('wasm + reference');
  });
});
