import { describe, expect, test } from 'vitest';
import { type LensState, presentLens } from '../../../client/src/lensView.ts';
import { durationText, outcomeText, type StatusInput, statusView } from '../../../client/src/runTexts.ts';
import type { CellRun } from '../../../client/src/trackedResults.ts';
import { commands } from '../../../protocol/src/editor.ts';

const finished: CellRun = {
  runId: 1,
  state: 'finished',
  startedAt: 0,
  elapsedMs: 12,
  cellCount: 1,
  backend: 'reference',
  progress: null,
};
const running: CellRun = { ...finished, state: 'running' };

test.each([
  [0.04, '0.0 ms'],
  [0.4, '0.4 ms'],
  [12.4, '12 ms'],
  [999.4, '999 ms'],
  [999.9, '1.0 s'],
  [59_900, '59.9 s'],
  [125_000, '2 min 5 s'],
])('%d ms reads %s', (elapsedMs, text) => {
  expect(durationText(elapsedMs)).toBe(text);
});

test.each([
  [finished, '12 ms · reference'],
  [{ ...finished, backend: '' }, '12 ms'],
  [{ ...finished, cellCount: 3 }, '12 ms for 3 cells · reference'],
  [{ ...finished, state: 'raised' as const }, 'raised an error · 12 ms · reference'],
  [{ ...finished, state: 'notRun' as const, backend: '' }, 'could not run'],
])('the outcome of %o', (run, text) => {
  expect(outcomeText(run)).toBe(text);
});

describe('lenses', () => {
  const lens = { title: 'Run cell', command: commands.runCell, arguments: ['file:///a.py', 0] };
  const place = { position: { line: 3, character: 0 }, isFirst: true };
  const state = (change: Partial<LensState>): LensState => ({
    isTrusted: true,
    hasJupyter: false,
    runAt: () => null,
    now: 1200,
    ...change,
  });

  test('a cell that was not run keeps its lens', () => {
    expect(presentLens(lens, place, state({}))).toEqual(lens);
  });

  test('a running cell offers to cancel and counts', () => {
    expect(presentLens(lens, place, state({ runAt: () => running }))).toEqual({
      title: '$(stop)\u00a0Cancel · running 1.2 s',
      command: commands.cancel,
      arguments: lens.arguments,
    });
  });

  test('after a run the same lens says how it went', () => {
    const shown = presentLens(lens, place, state({ runAt: () => finished }));
    expect(shown?.title).toBe('Run cell · 12 ms · reference');
    expect(shown?.command).toBe(commands.runCell);
  });

  test('beside Jupyter the words differ', () => {
    expect(presentLens(lens, place, state({ hasJupyter: true }))?.title).toBe('Evaluate (no Python)');
  });

  test('in Restricted Mode one lens explains and none runs', () => {
    const restricted = state({ isTrusted: false });
    expect(presentLens(lens, place, restricted)?.command).toBe('workbench.trust.manage');
    expect(presentLens(lens, { ...place, isFirst: false }, restricted)).toBeNull();
  });

  test('lenses that run nothing are left alone', () => {
    const other = { title: '1 output', command: 'other', arguments: [] };
    expect(presentLens(other, place, state({ isTrusted: false }))).toEqual(other);
  });
});

describe('the status bar', () => {
  const view = (change: Partial<StatusInput>) =>
    statusView({ server: 'running', isTrusted: true, runs: [], now: 2500, ...change });

  test.each([
    [{ server: 'starting' as const }, 'ScanLens: starting'],
    [{ server: 'stopped' as const }, 'ScanLens: $(error) stopped'],
    [{}, 'ScanLens: ready'],
    [{ isTrusted: false }, 'ScanLens: $(shield) no runs'],
    [{ runs: [finished] }, 'ScanLens: ready'],
    [{ runs: [{ ...finished, runId: 2, state: 'raised' as const }, finished] }, 'ScanLens: $(error) error'],
    [
      {
        runs: [
          { ...finished, runId: 2 },
          { ...finished, state: 'raised' as const },
        ],
      },
      'ScanLens: ready',
    ],
    [{ runs: [{ ...finished, state: 'crashed' as const }] }, 'ScanLens: $(error) evaluator ended'],
  ])('%o', (change, text) => {
    expect(view(change).text).toBe(text);
  });

  test('a long scan says how far it is', () => {
    const progress = { done: 1_234_567, total: 10_000_000 };
    expect(view({ runs: [{ ...running, progress }] }).text).toBe(
      'ScanLens: $(sync~spin) running 2.5 s · 1,234,567 of 10,000,000 steps',
    );
  });

  test('a click on a running one cancels', () => {
    const shown = view({ runs: [finished, running] });
    expect(shown.text).toBe('ScanLens: $(sync~spin) running 2.5 s');
    expect(shown.action).toBe('cancel');
  });
});
