import { describe, expect, test } from 'vitest';
import { cut, outdatedAfterMs, planDecorations, textLimit } from '../../../client/src/decorationPlan.ts';
import { TrackedDocument } from './trackerHarness.ts';

const cell = '# %%\nx = 1; print(x)\ny = 2\n';

function plan(document: TrackedDocument, mode: 'off' | 'mark' | 'summary' = 'summary', now = document.now) {
  const { cells } = document.tracker;
  const planned = planDecorations({ cells, mode, lineAt: document.lineAt, now });
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

  test('marks say what kind of result there is, and off shows nothing', () => {
    const document = new TrackedDocument(cell);
    document.run(1, cell, { 'y = 2': 'c' });
    expect(plan(document, 'mark')).toEqual([{ line: 2, role: 'result', text: '⇒' }]);
    expect(plan(document, 'off')).toEqual([]);
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

describe('cut', () => {
  test('keeps short texts and pairs whole', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abcd', 3)).toBe('ab…');
    expect(cut('ab😀cd', 4)).toBe('ab…');
  });
});
