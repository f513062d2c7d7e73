/** Lines of cells after edits: as those of a text to which the same is done. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellLines } from '../../../../client/src/notebooks/cellLines.ts';

/** One change of a cell: from (line, character) to (line, character). */
const change = (from: readonly [number, number], to: readonly [number, number], text: string) => ({
  range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
  text,
});

test.each([
  ['a line above', change([0, 0], [0, 0], 'x\n'), 3, 4],
  ['Enter at the start of the line', change([3, 0], [3, 0], '\n'), 3, 4],
  ['Enter inside of the line', change([3, 2], [3, 2], '\n'), 3, 3],
  ['a line below', change([3, 9], [3, 9], '\ny'), 3, 3],
  ['lines above deleted', change([0, 0], [2, 0], ''), 3, 1],
  ['the line and those around it deleted', change([1, 0], [5, 0], ''), 3, 1],
  ['letters in the line', change([3, 0], [3, 2], 'ab'), 3, 3],
  ['the line joined to the one before', change([2, 5], [3, 0], ''), 3, 2],
])('%s', (_, edit, line, expected) => {
  const lines = new CellLines();
  lines.edited('cell', 2, [edit]);
  expect(lines.lineNow('cell', 1, line)).toBe(expected);
  expect(lines.lineNow('cell', 2, line)).toBe(line);
  expect(lines.lineNow('another', 1, line)).toBe(line);
});

test('nothing is said of places before what was forgotten', () => {
  const lines = new CellLines();
  for (let version = 2; version < 1200; version++)
    lines.edited('cell', version, [change([0, 0], [0, 0], '\n')]);
  expect(lines.lineNow('cell', 1, 5)).toBeNull();
  expect(lines.lineNow('cell', 1150, 5)).toBe(5 + 49);
  lines.forget('cell');
  expect(lines.lineNow('cell', 1, 5)).toBe(5);
});

test('lines are found again wherever whole lines come and go', () => {
  const edits = fc.array(fc.record({ at: fc.nat(9), deleted: fc.nat(2), added: fc.nat(3) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(edits, (all) => {
      const lines = new CellLines();
      let text = Array.from({ length: 10 }, (_, i) => `line ${i}`);
      all.forEach(({ at, deleted, added }, index) => {
        const first = Math.min(at, text.length - 1);
        const last = Math.min(first + deleted, text.length - 1);
        const fresh = Array.from({ length: added }, () => 'new');
        lines.edited('cell', index + 2, [
          change([first, 0], [last, 0], fresh.map((each) => `${each}\n`).join('')),
        ]);
        text = text.toSpliced(first, last - first, ...fresh);
      });
      for (const [now, content] of text.entries()) {
        const before = /^line (\d+)$/.exec(content)?.[1];
        if (before !== undefined) expect(lines.lineNow('cell', 1, Number(before))).toBe(now);
      }
    }),
  );
});
