/** From offsets in the analysed text to documents and back. */
import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { DocumentView, noOtherFiles, viewOfFile } from '../../../server/src/features/documentView.ts';
import { placeText } from '../../../server/src/features/placeText.ts';

/** A notebook: `# %%\n` before each cell, as `python/notebook.ts` joins them. */
function notebook(...sources: readonly string[]) {
  let offset = 0;
  const parts = sources.map((source, index) => {
    const start = offset + '# %%\n'.length;
    offset = start + source.length + 1;
    const span = { start, end: start + source.length };
    return { uri: `cell:/a.ipynb#${index}`, span, lines: new LineIndex(source), label: `cell ${index + 1}` };
  });
  return parts.map((own) => new DocumentView(parts, own, noOtherFiles));
}

const span = (start: number, end = start) => ({ start, end });
const at = (line: number, character: number) => ({ line, character });

describe('a cell', () => {
  // The second cell begins at 5 + 6 + 5 = 16.
  const [first, second] = notebook('a = 1', 'b\nccc');
  if (first === undefined || second === undefined) throw new Error('two cells');

  test('counts its own lines', () => {
    expect(second.rangeOf(span(18, 21))).toEqual({ start: at(1, 0), end: at(1, 3) });
    expect(second.offsetAt(at(1, 2))).toBe(20);
    expect(second.spanOf({ start: at(0, 0), end: at(1, 3) })).toEqual(second.span);
  });

  test('holds what begins in it', () => {
    expect([first.holds(span(9, 20)), second.holds(span(9, 20))]).toEqual([true, false]);
    expect([first.holds(span(21)), second.holds(span(21))]).toEqual([false, true]);
  });

  test('cuts off what lies outside', () => {
    expect(first.rangeOf(span(9, 20))).toEqual({ start: at(0, 4), end: at(0, 5) });
  });

  test('finds places in its siblings, and names them', () => {
    expect(first.locate(span(18, 21))).toEqual({
      uri: 'cell:/a.ipynb#1',
      range: { start: at(1, 0), end: at(1, 3) },
    });
    expect(first.describe(span(18))).toBe('cell 2, line 2');
    expect(second.describe(span(18))).toBe('line 2');
  });

  test('has no links: a cell has no address with lines', () => {
    expect(placeText(span(18), first)).toBe('cell 2, line 2');
  });
});

describe('another file', () => {
  const document = { uri: 'file:///w/a.py', text: 'x = 1\n', lines: new LineIndex('x = 1\n') };
  const range = { start: at(6, 0), end: at(6, 2) };

  test('has a line where it is known', () => {
    const view = viewOfFile(document, { locate: () => ({ uri: 'file:///w/my (net)|.py', range }) });
    const place = { start: 3, end: 5, path: '/w/my (net)|.py' };
    expect(view.describe(place)).toBe('my (net)|.py, line 7');
    expect(placeText(place, view)).toBe('[my \\(net\\)\\|\\.py, line 7](file:///w/my%20%28net%29%7C.py#L7)');
  });

  test('has a name where it is not', () => {
    const view = viewOfFile(document);
    expect(view.locate({ start: 3, end: 5, path: 'C:\\w\\net.py' })).toBeNull();
    expect(view.describe({ start: 3, end: 5, path: 'C:\\w\\net.py' })).toBe('net.py');
  });
});
