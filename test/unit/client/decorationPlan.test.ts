import { describe, expect, test } from 'vitest';
import {
  cut,
  hasResultsIn,
  outdatedAfterMs,
  planDecorations,
  textLimit,
} from '../../../client/src/decorationPlan.ts';
import { TrackedDocument } from './trackerHarness.ts';

const cell = '# %%\nx = 1; print(x)\ny = 2\n';

function plan(document: TrackedDocument, mode: 'off' | 'mark' | 'summary' = 'summary', now = document.now) {
  const { cells, pins } = document.tracker;
  const part = { start: 0, end: document.text.length };
  const planned = planDecorations({ cells, pins: pins.all, mode, part, lineAt: document.lineAt, now });
  return planned.flatMap(({ line, parts }) => parts.map(({ role, text }) => ({ line, role, text })));
}

describe('planDecorations', () => {
  test('one text per line and role', () => {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'x = 1': 'a', 'print(x)': 'b', 'y = 2': 'c' });
    expect(plan(document)).toEqual([
      { line: 1, role: 'result', text: 'a   b' },
      { line: 2, role: 'result', text: 'c' },
    ]);
  });

  test('roles on one line have a fixed order, and together keep to the limit', () => {
    const document = new TrackedDocument(cell);
    const version = document.begin(1, cell);
    const roles = ['error', 'stateChange', 'result'] as const;
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
    const results = roles.map((role) => ({ role, range, text: role.repeat(20), detail: '', full: '' }));
    document.tracker.setResults({ uri: '', version, runId: 1, results });
    const parts = plan(document);
    expect(parts.map(({ role }) => role)).toEqual(['result', 'error']);
    expect(parts[0]?.text).toMatch(/^(result)+.*…$/);
    expect(parts[1]?.text).toMatch(/^(stateChange)+.*…$/);
    const shown = parts.map(({ text }) => text).join('   ');
    expect(shown.length).toBeLessThanOrEqual(textLimit);
  });

  test('setting inlineResults: marks say what kind of result there is, and off shows nothing', () => {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'y = 2': 'c' });
    expect(plan(document, 'mark')).toEqual([{ line: 2, role: 'result', text: '⇒' }]);
    expect(plan(document, 'off')).toEqual([]);
  });

  test('only what ends in the part that is looked at', () => {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'x = 1': 'a', 'y = 2': 'c' });
    const { cells } = document.tracker;
    const lines = (start: number, end: number) => {
      const part = { start, end };
      const shown = { cells, pins: [], mode: 'summary', part, lineAt: document.lineAt, now: 0 } as const;
      expect(hasResultsIn(shown)).toBe(planDecorations(shown).length > 0);
      return planDecorations(shown).map(({ line }) => line);
    };
    expect(lines(0, cell.length)).toEqual([1, 2]);
    expect(lines(cell.indexOf('y'), cell.length)).toEqual([2]);
    expect(lines(0, 3)).toEqual([]);
  });

  test('a stale text is labelled, and never longer than the limit', () => {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'y = 2': 'v'.repeat(100) });
    document.replace('x = 1', 'x = 3');
    const [stale] = plan(document);
    expect(stale?.role).toBe('stale');
    expect(stale?.text).toMatch(/^v+… \(stale\)$/);
    expect(stale?.text.length).toBe(textLimit);
  });

  test('line breaks in a text become spaces', () => {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'y = 2': 'a\r\nb\u2028c' });
    expect(plan(document)[0]?.text).toBe('a b c');
  });

  test('a deleted statement shows nothing', () => {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'y = 2': 'c' });
    document.replace('y = 2', '');
    expect(plan(document)).toEqual([]);
  });

  test('results of the run before turn stale when the new run takes long', () => {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'y = 2': 'c' });
    document.begin(2, cell);
    expect(plan(document)[0]?.role).toBe('result');
    expect(plan(document, 'summary', document.now + outdatedAfterMs)[0]?.role).toBe('stale');
  });
});

describe('pinned results', () => {
  /** A cell whose only result is pinned. */
  function pinned(value: string): TrackedDocument {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'y = 2': `⇒ ${value}` });
    const [result] = document.tracker.cells[0]?.results ?? [];
    if (result !== undefined) document.tracker.pins.add(result);
    return document;
  }
  const text = (document: TrackedDocument) => plan(document)[0]?.text;

  test('say so', () => {
    expect(text(pinned('10'))).toBe('⇒ 10 (pinned)');
  });

  test('stand beside what a later run shows, unless it is the same', () => {
    const document = pinned('10');
    document.run(2, cell, { 'y = 2': '⇒ 11' });
    expect(text(document)).toBe('⇒ 11   was 10');
    document.run(3, cell, { 'y = 2': '⇒ 10' });
    expect(text(document)).toBe('⇒ 10 (same as pinned)');
  });

  test('stay when everything is cleared, and move with their line', () => {
    const document = pinned('10');
    document.tracker.clear();
    document.replace('x = 1', 'x = 1\nz = 3');
    expect(plan(document)).toEqual([{ line: 3, role: 'stale', text: 'pinned: 10' }]);
  });

  test('leave room for the new value', () => {
    const document = pinned('v'.repeat(98));
    document.run(2, cell, { 'y = 2': `⇒ ${'w'.repeat(98)}` });
    expect(text(document)).toMatch(/^⇒ w{57}… {3}was v+…$/);
    expect(text(document)?.length).toBe(textLimit);
  });
});

test('results of an earlier session say so', () => {
  const document = new TrackedDocument(cell);
  const result = { role: 'result', text: '⇒ 1', detail: '', full: '1' } as const;
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
  const start = cell.indexOf('y = 2');
  const results = [{ start, end: start + 5, result: { ...result, range } }];
  document.tracker.restore([{ start: 0, end: cell.length, results }]);
  expect(plan(document)).toEqual([{ line: 2, role: 'stale', text: '⇒ 1 (earlier session)' }]);
  document.run(1, cell, { 'y = 2': '⇒ 2' });
  expect(plan(document)).toEqual([{ line: 2, role: 'result', text: '⇒ 2' }]);
});

describe('cut', () => {
  test('keeps short texts and pairs whole', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abcd', 3)).toBe('ab…');
    expect(cut('ab😀cd', 4)).toBe('ab…');
  });
});
