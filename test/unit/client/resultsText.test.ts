import { expect, test } from 'vitest';
import { resultsText } from '../../../client/src/resultsText.ts';
import { TrackedDocument } from './trackerHarness.ts';

function read(document: TrackedDocument): string {
  return resultsText(document.tracker.cells, { region: null, lineAt: document.lineAt });
}

test('results are read as sentences, in the order of the lines', () => {
  const document = new TrackedDocument('# %%\nx = 1\nprint(x)\n');
  document.run(1, document.text, { 'print(x)': '1', 'x = 1': 'one' });
  expect(read(document)).toBe(
    'Results of lines 1 to 3. Last run: 12 ms · reference.\n\nLine 2 shows:\none\n\nLine 3 shows:\n1\n',
  );
});

test('signs of ours become words, what a program prints does not', () => {
  const document = new TrackedDocument('f()\nprint("a → b")\n');
  const version = document.begin(1, document.text);
  const line = (index: number, length: number) => ({
    start: { line: index, character: 0 },
    end: { line: index, character: length },
  });
  const results = [
    { role: 'stateChange', range: line(0, 3), text: '', detail: '', full: 'a: 1 → 11' },
    { role: 'result', range: line(1, 14), text: '', detail: '', full: 'a → b' },
  ] as const;
  document.tracker.setResults({ uri: '', version, runId: 1, results });
  expect(read(document)).toContain('It is still running.');
  expect(read(document)).toContain('Line 1 changed state:\na: 1 became 11\n');
  expect(read(document)).toContain('Line 2 shows:\na → b\n');
});

test('stale results and cells without results say so', () => {
  const document = new TrackedDocument('# %%\nx = 1\n');
  document.run(1, document.text, { 'x = 1': 'one' });
  document.replace('x = 1', 'x = 2');
  expect(read(document)).toContain('Line 2 shows: This is stale. The cell was edited after this run.\none');
  document.run(2, document.text, {});
  expect(read(document)).toContain('There are no results.');
});
