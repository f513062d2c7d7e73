import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedFile } from '../../../server/src/python/parsedFile.ts';
import { fixtures, tokenSoup } from './corpus.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

/** Edits at places given as parts of the length, so that they fit any text. */
const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(12), inserted: tokenSoup }),
  { minLength: 1, maxLength: 6 },
);

/** A class of nested blocks, longer than what an update reads around an edit. */
const largeClass = `class Large(object):
${Array.from(
  { length: 60 },
  (_, index) => `    @property
    def method${index}(self, a=(1, 2), *rest):
        """What it does: "${index}"."""
        if a[0] > ${index}:  # a comment
            for x in rest:\r
                yield {'x': f"{x!r}", 'y': [a, (b, c)]}
        elif not a:
            pass
        else:
            raise ValueError('%d' % a)
`,
).join('\n')}`;

const largeEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(9),
  inserted: fc.oneof(
    fc.constantFrom('', 'x', '(', ')', ']', '"', "'", '"""', ':', '\n', '\r\n', '    ', '\\\n', '#', '10L'),
    tokenSoup,
  ),
});

/** `toEqual` alone takes most of the time on trees of this size. */
function expectSame(file: ParsedFile, wanted: ParsedFile): void {
  if (!isDeepStrictEqual(file, wanted)) expect(file).toEqual(wanted);
}

describe('update', () => {
  test.each(fixtures)('gives what parse gives: %s', (_, source) => {
    fc.assert(
      fc.property(edits, (changes) => {
        const open = parser.open(source);
        for (const { at, removed, inserted } of changes) {
          const { length } = open.file.text;
          const start = Math.floor(at * length);
          open.update([{ start, end: Math.min(length, start + removed), newText: inserted }]);
          expectSame(open.file, parser.parse(open.file.text));
        }
        open.dispose();
      }),
      { numRuns: 6, seed: 7 },
    );
  });

  test('gives what parse gives in a large class, and undoes', () => {
    const open = parser.open(largeClass);
    const first = open.file;
    fc.assert(
      fc.property(fc.array(largeEdit, { minLength: 1, maxLength: 3 }), (changes) => {
        const before = open.file;
        const applied = changes.map(({ at, removed, inserted }) => {
          const start = Math.floor(at * (largeClass.length - 100));
          return { start, end: start + removed, newText: inserted };
        });
        open.update(applied);
        expectSame(open.file, parser.parse(open.file.text));
        open.update([{ start: 0, end: open.file.text.length, newText: before.text }]);
        expectSame(open.file, before);
      }),
      { numRuns: 12, seed: 11 },
    );
    expectSame(open.file, first);
    open.dispose();
  });

  test('a statement that an edit left alone is the same, or a copy further on', () => {
    const open = parser.open('a = [1]\nb = 2\nif c:\n    d = f(3)\n');
    const { body } = open.file.module;
    const edited = open.update([{ start: 12, end: 13, newText: '20' }]);
    expect(edited.module.body[0]).toBe(body[0]);
    expect(edited.module.body[2]).toMatchObject({ start: body[2]!.start + 1, end: body[2]!.end + 1 });
    expectSame(open.file, parser.parse(open.file.text));
    open.dispose();
  });

  test('a definition that gets a decorator is read again', () => {
    const open = parser.open('x = 1\ndef f():\n    return 1\n');
    open.update([{ start: 6, end: 6, newText: '@d\n' }]);
    expect(open.file).toEqual(parser.parse('x = 1\n@d\ndef f():\n    return 1\n'));
    open.dispose();
  });

  test('one edit after another in one update', () => {
    const open = parser.open('a = 1\nb = 2\n');
    open.update([
      { start: 4, end: 5, newText: '100' },
      { start: 12, end: 13, newText: "'x'" },
    ]);
    expect(open.file.text).toBe("a = 100\nb = 'x'\n");
    expectSame(open.file, parser.parse(open.file.text));
    open.dispose();
  });

  test('a changed literal is seen although tree-sitter sees the same text', () => {
    const open = parser.open("x = 'abc'  # one\n");
    open.update([{ start: 5, end: 8, newText: 'xyz' }]);
    expect(open.file).toEqual(parser.parse("x = 'xyz'  # one\n"));
    open.dispose();
  });

  test('what is not Python stays an error, but tree-sitter may put it elsewhere than in the text read anew', () => {
    const open = parser.open('""""""\n().f()\n"');
    open.update([{ start: 7, end: 9, newText: '017@)' }]);
    const places = ({ problems }: ParsedFile) => problems.map(({ span }) => span.start);
    expect(places(open.file)).toEqual([11, 17]);
    expect(places(parser.parse(open.file.text))).toEqual([10, 17]);
    open.dispose();
  });

  test('an update can change the Python', () => {
    const open = parser.open('print (a), b\nx = 1\n');
    open.update([{ start: 17, end: 18, newText: '10L' }]);
    expect(open.file.python.major).toBe(2);
    expectSame(open.file, parser.parse(open.file.text));
    open.dispose();
  });
});
