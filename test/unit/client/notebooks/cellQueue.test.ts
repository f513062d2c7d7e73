import { beforeEach, describe, expect, test } from 'vitest';
import { type CellExecution, CellQueue } from '../../../../client/src/notebooks/cellQueue.ts';
import type { RunResponse, RunStateParams } from '../../../../protocol/src/editor.ts';

/** What happened to the cells, in order. */
let log: string[];
let answer: (uri: string) => Promise<RunResponse>;
let endedCount: number;
let queue: CellQueue;
let lastRunId: number;

beforeEach(() => {
  log = [];
  endedCount = 0;
  lastRunId = 0;
  answer = async () => ({ runId: lastRunId });
  queue = new CellQueue({
    run: (uri) => {
      log.push(`run ${uri}`);
      return answer(uri);
    },
    ended: () => endedCount++,
  });
});

const cell = (uri: string): CellExecution => ({
  uri,
  begin: (order) => log.push(`${uri} [${order}]`),
  write: (outputs) => log.push(...outputs.map(({ items }) => `${uri}: ${items[0]?.text}`)),
  end: (how) => log.push(`${uri} ${how}`),
});

function state(uri: string, runId: number, now: RunStateParams['state']): void {
  lastRunId = runId;
  const params = { uri, version: 1, runId, state: now, ranges: [], reads: [], elapsedMs: 0, backend: '' };
  queue.receiveRunState(params);
}

const print = (uri: string, runId: number, text: string): void =>
  queue.receiveOutputs({ uri, version: 1, runId, outputs: [{ kind: 'stdout', text }] });

test('cells run one after another and are numbered', () => {
  queue.add([cell('a'), cell('b')]);
  state('a', 1, 'running');
  print('a', 1, 'one');
  expect(log).toEqual(['a [1]', 'run a', 'a: one']);
  state('a', 1, 'finished');
  state('b', 2, 'running');
  state('b', 2, 'finished');
  expect(log.slice(3)).toEqual(['a done', 'b [2]', 'run b', 'b done']);
  expect(queue.isIdle).toBe(true);
  expect(endedCount).toBe(2);
});

test.each(['raised', 'notRun', 'outOfBudget', 'crashed'] as const)(
  'after a cell that ended as %s those behind it do not run',
  (outcome) => {
    queue.add([cell('a'), cell('b'), cell('c')]);
    state('a', 1, 'running');
    state('a', 1, outcome);
    expect(log).toEqual(['a [1]', 'run a', 'a failed', 'b stopped', 'c stopped']);
    expect(queue.isIdle).toBe(true);
  },
);

test('a stop ends what waits at once, and what runs when it has stopped', () => {
  queue.add([cell('a'), cell('b')]);
  state('a', 1, 'running');
  queue.stopWaiting();
  expect(log.at(-1)).toBe('b stopped');
  state('a', 1, 'cancelled');
  expect(log.at(-1)).toBe('a stopped');
});

describe('what comes late is dropped', () => {
  test('from an earlier run of the same cell', () => {
    queue.add([cell('a')]);
    state('a', 1, 'running');
    state('a', 1, 'cancelled');
    queue.add([cell('a')]);
    state('a', 2, 'running');
    log.length = 0;
    print('a', 1, 'old');
    state('a', 1, 'finished');
    print('a', 2, 'new');
    state('a', 2, 'finished');
    expect(log).toEqual(['a: new', 'a done']);
  });

  test('from a run of another cell', () => {
    queue.add([cell('a')]);
    state('a', 2, 'running');
    log.length = 0;
    print('b', 2, 'other');
    state('b', 2, 'finished');
    expect(log).toEqual([]);
  });

  test('after the notebook was closed', () => {
    queue.add([cell('a'), cell('b')]);
    state('a', 1, 'running');
    queue.close();
    log.length = 0;
    print('a', 1, 'late');
    state('a', 1, 'finished');
    expect(log).toEqual([]);
  });
});

test('a refusal is said in the cell, and the cells behind it do not run', async () => {
  answer = async () => ({ refused: 'Code runs only in a trusted workspace.' });
  queue.add([cell('a'), cell('b')]);
  await Promise.resolve();
  await Promise.resolve();
  const error = { name: 'ScanLens', message: 'Code runs only in a trusted workspace.', stack: '' };
  expect(log).toEqual(['a [1]', 'run a', `a: ${JSON.stringify(error)}`, 'a failed', 'b stopped']);
});

test('the server ends, and the next run numbers on', () => {
  queue.add([cell('a'), cell('b')]);
  state('a', 7, 'running');
  queue.serverEnded();
  expect(log.slice(2)).toEqual([
    `a: ${JSON.stringify({ name: 'ScanLens', message: 'The language server has stopped.', stack: '' })}`,
    'a failed',
    'b stopped',
  ]);
  queue.add([cell('a')]);
  expect(log.at(-2)).toBe('a [2]');
});

test('after a restart executions count from 1', () => {
  queue.add([cell('a')]);
  state('a', 1, 'running');
  state('a', 1, 'finished');
  queue.restarted();
  queue.add([cell('a')]);
  expect(log.at(-2)).toBe('a [1]');
});
