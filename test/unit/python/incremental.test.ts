import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixtures, tokenSoup } from './corpus.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

/** Edits at places given as parts of the length, so that they fit any text. */
const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(12), inserted: tokenSoup }),
  { minLength: 1, maxLength: 6 },
);

describe('update', () => {
  test.each(fixtures)('gives what parse gives: %s', (_, source) => {
    fc.assert(
      fc.property(edits, (changes) => {
        const open = parser.open(source);
        for (const { at, removed, inserted } of changes) {
          const { length } = open.file.text;
          const start = Math.floor(at * length);
          open.update([{ start, end: Math.min(length, start + removed), newText: inserted }]);
          expect(open.file).toEqual(parser.parse(open.file.text));
        }
        open.dispose();
      }),
      { numRuns: 10, seed: 7 },
    );
  });

  test('one edit after another in one update', () => {
    const open = parser.open('a = 1\nb = 2\n');
    open.update([
      { start: 4, end: 5, newText: '100' },
      { start: 12, end: 13, newText: "'x'" },
    ]);
    expect(open.file.text).toBe("a = 100\nb = 'x'\n");
    expect(open.file).toEqual(parser.parse(open.file.text));
    open.dispose();
  });

  test('a changed literal is seen although tree-sitter sees the same text', () => {
    const open = parser.open("x = 'abc'  # one\n");
    open.update([{ start: 5, end: 8, newText: 'xyz' }]);
    expect(open.file).toEqual(parser.parse("x = 'xyz'  # one\n"));
    open.dispose();
  });

  test('an update can change the Python', () => {
    const open = parser.open('print (a), b\nx = 1\n');
    open.update([{ start: 17, end: 18, newText: '10L' }]);
    expect(open.file.python.major).toBe(2);
    expect(open.file).toEqual(parser.parse(open.file.text));
    open.dispose();
  });
});
