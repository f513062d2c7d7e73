import { describe, expect, test } from 'vitest';
import { TrackedDocument } from './trackerHarness.ts';

const first = '# %% one\nx = 1\nprint(x)\n';
const second = '# %% two\nprint(2)\n';

function twoCells(): TrackedDocument {
  return new TrackedDocument(first + second);
}

describe('results and edits', () => {
  test('results follow their statements when text above them changes', () => {
    const document = twoCells();
    document.run(1, second, { 'print(2)': '2' });
    document.replace('x = 1', 'x = 1\ny = 2\nz = 3');
    expect(document.shown()).toEqual(['print(2) ⇒ 2']);
  });

  test('an edit inside of the cell makes its results stale, and an undo fresh again', () => {
    const document = twoCells();
    document.run(1, first, { 'print(x)': '1' });
    document.replace('x = 1', 'x = 5');
    expect(document.shown()).toEqual(['print(x) ⇒ 1 (stale)']);
    document.replace('x = 5', 'x = 1');
    expect(document.shown()).toEqual(['print(x) ⇒ 1']);
  });

  test('a result whose statement is deleted comes back with it', () => {
    const document = twoCells();
    document.run(1, first, { 'print(x)': '1' });
    document.replace('print(x)\n', '');
    expect(document.shown()).toEqual([' ⇒ 1 (stale)']);
    document.replace('x = 1\n', 'x = 1\nprint(x)\n');
    expect(document.shown()).toEqual(['print(x) ⇒ 1']);
  });

  test('a new line at the end of a statement leaves the result on its line', () => {
    const document = twoCells();
    document.run(1, first, { 'x = 1': '1' });
    document.replace('x = 1', 'x = 1\n');
    expect(document.tracker.cells[0]?.results.map(({ end }) => document.lineAt(end))).toEqual([1]);
  });

  test('an edit in another cell leaves results fresh', () => {
    const document = twoCells();
    document.run(1, first, { 'print(x)': '1' });
    document.run(2, second, { 'print(2)': '2' });
    document.replace('print(2)', 'print(3)');
    expect(document.shown()).toEqual(['print(x) ⇒ 1', 'print(3) ⇒ 2 (stale)']);
  });

  test('blank lines after a cell do not make it stale', () => {
    const document = twoCells();
    document.run(1, first, { 'print(x)': '1' });
    document.replace('print(x)\n', 'print(x)\n\n\n');
    expect(document.shown()).toEqual(['print(x) ⇒ 1']);
  });

  test('text before the first line of the first cell belongs to it', () => {
    const document = new TrackedDocument('print(1)\n');
    document.run(1, 'print(1)\n', { 'print(1)': '1' });
    document.replace('print(1)', 'import os\nprint(1)');
    expect(document.shown()).toEqual(['print(1) ⇒ 1 (stale)']);
  });
});

describe('cells that read from others', () => {
  function reader(): TrackedDocument {
    const document = twoCells();
    document.run(1, first, { 'print(x)': '1' });
    document.reads = [first];
    document.run(2, second, { 'print(2)': '2' });
    document.reads = [];
    return document;
  }

  test('are stale while a cell from which they read is not as it was', () => {
    const document = reader();
    document.replace('x = 1', 'x = 5');
    expect(document.shown()).toEqual(['print(x) ⇒ 1 (stale)', 'print(2) ⇒ 2 (stale)']);
    document.replace('x = 5', 'x = 1');
    expect(document.shown()).toEqual(['print(x) ⇒ 1', 'print(2) ⇒ 2']);
  });

  test('are stale after that cell was run again, until they are', () => {
    const document = reader();
    document.run(3, first, { 'print(x)': 'again' });
    expect(document.shown()).toEqual(['print(x) ⇒ again', 'print(2) ⇒ 2 (stale)']);
    document.reads = [first];
    document.run(4, second, { 'print(2)': 'too' });
    expect(document.shown()).toEqual(['print(x) ⇒ again', 'print(2) ⇒ too']);
  });
});

describe('results that come late', () => {
  test('results of an older version are shown at their present place, as stale', () => {
    const document = twoCells();
    const version = document.begin(1, first);
    document.replace('x = 1', 'x = 10 + 1');
    expect(document.results(1, version, { 'print(x)': '1' })).toBe(true);
    expect(document.shown()).toEqual(['print(x) ⇒ 1 (stale)']);
  });

  test('results of a run that is not the last one of its cell are dropped', () => {
    const document = twoCells();
    const old = document.begin(1, first);
    document.run(2, first, { 'print(x)': 'new' });
    expect(document.results(1, old, { 'print(x)': 'old' })).toBe(false);
    expect(document.shown()).toEqual(['print(x) ⇒ new']);
  });

  test('results of a version that was never asked for are dropped', () => {
    const document = twoCells();
    expect(document.results(7, 1, { 'print(x)': '1' })).toBe(false);
    expect(document.shown()).toEqual([]);
  });

  test('a run replaces the results of its own cells only', () => {
    const document = twoCells();
    document.run(1, first, { 'print(x)': '1' });
    document.run(2, second, { 'print(2)': '2' });
    document.run(3, first, { 'x = 1': 'again' });
    expect(document.shown()).toEqual(['x = 1 ⇒ again', 'print(2) ⇒ 2']);
  });

  test('what the cell showed stays until the first results of the new run', () => {
    const document = twoCells();
    document.run(1, first, { 'print(x)': 'old' });
    const version = document.begin(2, first);
    expect(document.shown()).toEqual(['print(x) ⇒ old']);
    document.results(2, version, { 'print(x)': 'new' });
    expect(document.shown()).toEqual(['print(x) ⇒ new']);
  });
});

describe('runs', () => {
  test('a cell knows its run and how it ended', () => {
    const document = twoCells();
    const version = document.begin(1, first, second);
    expect(document.tracker.isRunning).toBe(true);
    document.end(1, version, 'raised');
    expect(document.tracker.isRunning).toBe(false);
    const run = {
      runId: 1,
      state: 'raised',
      startedAt: 1000,
      elapsedMs: 12,
      backend: 'reference',
      cellCount: 2,
      progress: null,
    };
    expect(document.tracker.cells.map((cell) => cell.run)).toEqual([run, run]);
  });

  test('when the server ends, its runs have crashed', () => {
    const document = twoCells();
    document.begin(1, first);
    document.tracker.endAll('crashed');
    expect(document.tracker.cells.map((cell) => cell.run.state)).toEqual(['crashed']);
  });

  test('clearing keeps what runs', () => {
    const document = twoCells();
    document.run(1, second, { 'print(2)': '2' });
    document.begin(2, first);
    document.tracker.clear();
    expect(document.tracker.cells.map((cell) => cell.run.runId)).toEqual([2]);
    expect(document.shown()).toEqual([]);
  });

  test('clearing single results leaves the others', () => {
    const document = twoCells();
    document.run(1, first, { 'x = 1': '0', 'print(x)': '1' });
    document.run(2, second, { 'print(2)': '2' });
    document.tracker.clearWhere(({ end }) => document.lineAt(end) === 2);
    expect(document.shown()).toEqual(['x = 1 ⇒ 0', 'print(2) ⇒ 2']);
    expect(document.tracker.cells).toHaveLength(2);
  });

  test('the start of a cell does not belong to the one before', () => {
    const document = twoCells();
    document.run(1, first, { 'print(x)': '1' });
    expect(document.tracker.cellAt(first.length)).toBeNull();
  });

  test('the end of the text belongs to the last cell', () => {
    const document = twoCells();
    document.run(1, second, { 'print(2)': '2' });
    expect(document.tracker.cellAt(document.text.length)?.run.runId).toBe(1);
  });
});

describe('a server that ended', () => {
  test('its runs stay apart from those of the next one, which count from one again', () => {
    const document = new TrackedDocument('# %%\na = 1\n# %%\nb = a\n');
    const [first, second] = ['# %%\na = 1\n', '# %%\nb = a\n'];
    document.run(1, first, { 'a = 1': 'one' });
    document.reads = [first];
    document.run(2, second, { 'b = a': 'two' });
    document.tracker.endAll('crashed');
    document.reads = [];
    document.run(1, second, { 'b = a': 'again' });
    expect(document.shown()).toEqual(['a = 1 ⇒ one', 'b = a ⇒ again']);
    document.reads = [first];
    document.run(2, second, { 'b = a': 'twice' });
    document.run(3, first, { 'a = 1': 'new' });
    expect(document.shown()).toEqual(['a = 1 ⇒ new', 'b = a ⇒ twice (stale)']);
  });
});

describe('places of a version that was run', () => {
  test('move with the edits since then, also after its run has ended', () => {
    const document = new TrackedDocument('a = 1\nb = 2\n');
    const version = document.begin(1, 'a = 1\nb = 2\n');
    document.end(1, version);
    document.replace('a = 1', 'first = 1\na = first');
    const span = document.tracker.presentSpan(version, { start: 6, end: 11 });
    expect(document.text.slice(span?.start, span?.end)).toBe('b = 2');
  });

  test('are unknown for a version that nobody ran', () => {
    const document = new TrackedDocument('a = 1\n');
    expect(document.tracker.presentSpan(1, { start: 0, end: 1 })).toBeNull();
  });
});

describe('runs of some lines of a cell', () => {
  test('replace the results of these lines only', () => {
    const document = twoCells();
    document.run(1, first, { 'x = 1': '1', 'print(x)': '1' });
    document.run(2, 'print(x)\n', { 'print(x)': 'new' });
    expect(document.shown()).toEqual(['x = 1 ⇒ 1', 'print(x) ⇒ new']);
  });

  test('are replaced by the next run of the cell', () => {
    const document = twoCells();
    document.run(1, 'print(x)\n', { 'print(x)': 'piece' });
    document.run(2, first, { 'print(x)': 'cell' });
    expect(document.shown()).toEqual(['print(x) ⇒ cell']);
  });

  test('what a part of the text shows is the run that goes on, else the latest', () => {
    const document = twoCells();
    document.run(1, first, { 'x = 1': '1' });
    const cell = { start: 0, end: first.length };
    expect(document.tracker.runWithin(cell)?.runId).toBe(1);
    const version = document.begin(2, 'print(x)\n');
    expect(document.tracker.runWithin(cell)?.state).toBe('running');
    document.end(2, version);
    expect(document.tracker.runWithin(cell)?.runId).toBe(2);
    expect(document.tracker.runWithin({ start: first.length, end: document.text.length })).toBeNull();
  });
});

test('since when something is stale is the first moment, until it is fresh again', () => {
  const document = twoCells();
  document.run(1, first, { 'print(x)': '1' });
  document.now = 2000;
  document.replace('x = 1', 'x = 5');
  document.now = 3000;
  document.replace('x = 5', 'x = 57');
  expect(document.tracker.cells[0]?.staleSince).toBe(2000);
  document.replace('x = 57', 'x = 1');
  expect(document.tracker.cells[0]?.staleSince).toBeNull();
});

describe('results of cells that read shared state', () => {
  const text = '# %%\nmake()\n# %%\nshow()\n# %%\nchange()\n';
  const make = '# %%\nmake()\n';
  const show = '# %%\nshow()\n';
  const change = '# %%\nchange()\n';
  const [a, b] = [7, 8];

  function shownState(): TrackedDocument {
    const document = new TrackedDocument(text);
    document.run(1, show, { 'show()': '1' }, { reads: [a] });
    return document;
  }
  const reason = (document: TrackedDocument) => document.tracker.cells[0]?.staleReason;

  test('are stale when another cell changes it later', () => {
    const document = shownState();
    document.run(2, change, { 'change()': 'a: 1 → 2' }, { reads: [a], writes: [a] });
    expect(document.shown()).toEqual(['show() ⇒ 1 (stale)', 'change() ⇒ a: 1 → 2']);
    expect(reason(document)).toBe('State that it read was changed after this run.');
  });

  test('are fresh after other variables were changed, and after they were only read', () => {
    const document = shownState();
    document.run(2, change, { 'change()': 'b: 1 → 2' }, { reads: [b], writes: [b] });
    document.run(3, make, { 'make()': '1' }, { reads: [a] });
    expect(document.shown()).toEqual(['make() ⇒ 1', 'show() ⇒ 1', 'change() ⇒ b: 1 → 2']);
  });

  test('are fresh after the cell changed it itself, and again after it was run again', () => {
    const document = new TrackedDocument(text);
    document.run(1, change, { 'change()': 'a: 1 → 2' }, { reads: [a], writes: [a] });
    expect(document.shown()).toEqual(['change() ⇒ a: 1 → 2']);
    document.run(2, make, {}, { writes: [a] });
    expect(document.shown()).toEqual(['change() ⇒ a: 1 → 2 (stale)']);
    document.run(3, change, { 'change()': 'a: 2 → 3' }, { reads: [a], writes: [a] });
    expect(document.shown()).toEqual(['change() ⇒ a: 2 → 3']);
  });

  test('are fresh after a run of all cells, whatever the later ones changed', () => {
    const document = new TrackedDocument(text);
    const version = document.begin(1, make, show, change);
    document.results(1, version, { 'show()': '1', 'change()': 'a: 1 → 2' });
    document.end(1, version, 'finished', { stateReads: [[], [a], [a]], stateWrites: [[], [], [a]] });
    expect(document.shown()).toEqual(['show() ⇒ 1', 'change() ⇒ a: 1 → 2']);
  });

  test('are stale after an earlier value was restored, or all were reset', () => {
    const restored = shownState();
    restored.tracker.stateChanged([b]);
    expect(reason(restored)).toBeNull();
    restored.tracker.stateChanged([a]);
    expect(reason(restored)).toBe('State that it read was changed after this run.');
    const emptied = shownState();
    emptied.run(2, make, { 'make()': '0' });
    emptied.tracker.stateChanged(null);
    expect(emptied.shown()).toEqual(['make() ⇒ 0', 'show() ⇒ 1 (stale)']);
  });

  test('stay stale through an undo', () => {
    const document = shownState();
    document.tracker.stateChanged([a]);
    document.replace('show()', 'show(1)');
    document.replace('show(1)', 'show()');
    expect(reason(document)).toBe('State that it read was changed after this run.');
  });
});
