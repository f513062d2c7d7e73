import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  documentLimit,
  isStoredDocument,
  type Lines,
  restoreResults,
  type StoredDocument,
  storeResults,
} from '../../../client/src/storedResults.ts';
import { TrackedDocument } from './trackerHarness.ts';

function linesOf(text: string): Lines {
  const document = TextDocument.create('', 'python', 1, text);
  const startOf = (line: number) => document.offsetAt({ line, character: 0 });
  return {
    lineCount: document.lineCount,
    textOf: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/\n$/, ''),
    lineAt: (offset) => document.positionAt(offset).line,
    startOf,
  };
}

const text = 'x = 1\nprint(x)\nprint(2)\n';

/** A document with two results, one of them pinned, as it is kept. */
function stored(): StoredDocument {
  const document = new TrackedDocument(text);
  document.run(1, text, { 'print(x)': '1', 'print(2)': '2' });
  const [first] = document.tracker.cells[0]?.results ?? [];
  if (first !== undefined) document.tracker.pins.add(first);
  const shown = { cells: document.tracker.cells, pins: document.tracker.pins.all };
  const kept = storeResults(shown, linesOf(text), 5);
  if (kept === null) throw new Error('nothing was kept');
  return JSON.parse(JSON.stringify(kept));
}

/** Results at their places in a text: the line (from 1) and what stands there. */
function restored(kept: StoredDocument, present: string): readonly string[] {
  const lines = linesOf(present);
  const { cells } = restoreResults(kept, lines);
  return cells.flatMap(({ results }) =>
    results.map(({ end, result }) => `${lines.lineAt(end) + 1}: ${result.text}`),
  );
}

describe('results of an earlier session', () => {
  test('are where they were', () => {
    expect(restored(stored(), text)).toEqual(['2: 1', '3: 2']);
    expect(restoreResults(stored(), linesOf(text)).pins.map(({ result }) => result.full)).toEqual(['1']);
  });

  test('follow their code in a text that has changed, and go with it', () => {
    expect(restored(stored(), `import os\n\n${text}`)).toEqual(['4: 1', '5: 2']);
    expect(restored(stored(), 'x = 1\nprint(2)\n')).toEqual(['2: 2']);
    expect(restored(stored(), '')).toEqual([]);
  });

  test('stand at the nearest of equal lines', () => {
    expect(restored(stored(), 'print(2)\nx = 1\nprint(x)\nprint(2)\n')).toEqual(['3: 1', '4: 2']);
  });

  test('are kept only so far', () => {
    const document = new TrackedDocument(text);
    document.run(1, text, { 'print(x)': 'v'.repeat(5000), 'print(2)': '2' });
    const kept = storeResults({ cells: document.tracker.cells, pins: [] }, linesOf(text), 5);
    expect(kept?.results.map(({ full }) => full.length)).toEqual([1000, 1]);
    const long = Array.from({ length: 2000 }, (_, index) => `f(${index})`);
    const many = new TrackedDocument(long.join('\n'));
    many.run(1, many.text, Object.fromEntries(long.map((line) => [line, 'v'.repeat(100)])));
    const bounded = storeResults({ cells: many.tracker.cells, pins: [] }, linesOf(many.text), 5);
    expect(JSON.stringify(bounded?.results.map(({ full }) => full)).length).toBeLessThan(documentLimit);
    expect(bounded?.results.length).toBeGreaterThan(400);
  });

  test('where there are none nothing is kept', () => {
    expect(storeResults({ cells: [], pins: [] }, linesOf(text), 5)).toBeNull();
  });

  test('what another version wrote is not read', () => {
    expect(isStoredDocument(stored())).toBe(true);
    for (const other of [undefined, null, 1, {}, { ...stored(), format: 2 }, { ...stored(), results: null }])
      expect(isStoredDocument(other)).toBe(false);
  });
});
