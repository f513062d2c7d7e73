import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printModule } from '../../../server/src/python/printer.ts';
import { fixtures, tokenSoup } from './corpus.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

/** The tree without spans and without the prefixes of literals, which the printer may change. */
const meaning = (source: string): string =>
  JSON.stringify(parser.parse(source).module, (key, value: unknown) =>
    key === 'start' || key === 'end' || key === 'prefix' ? undefined : value,
  );

const print = (source: string): string => {
  const { module, python } = parser.parse(source);
  return printModule(module, python.major);
};

const lines: readonly string[] = [
  'x = (a + b) * c - (d - e)',
  'x = 2 ** (3 ** 4), (2 ** 3) ** -4',
  'x = not (a and (b or c)) == d',
  'x = (lambda: 0)(), (a if b else c).d',
  "f'{x!r:>{width}} {(lambda: 1)()} {{}} {y = }'",
  "x = 'it\\'s', b'\\x00', '\\\\d', \"it's\"",
  'x = """a\nb"""',
  'a[1:2, ..., ::3] = (yield)',
  'def f[T: int, *U](a, /, b: int=1, *c, d, **e) -> g: pass',
  'print "a", (b, c),',
  'exec a in b, c',
  'print >>f, `a, b`; x = 017 + 1L',
  'print (), -a; x = 1L',
];

describe('printModule', () => {
  test.each(fixtures)('keeps the meaning of %s', (_, source) => {
    expect(parser.parse(source).problems).toEqual([]);
    expect(meaning(print(source))).toBe(meaning(source));
  });

  test.each(lines)('keeps the meaning of %s', (source) => {
    expect(parser.parse(source).problems).toEqual([]);
    expect(meaning(print(source))).toBe(meaning(source));
  });

  test('keeps the meaning of what parses in token soup', () => {
    let parsed = 0;
    fc.assert(
      fc.property(tokenSoup, (source) => {
        if (parser.parse(source).problems.length > 0) return;
        parsed++;
        expect(meaning(print(source))).toBe(meaning(source));
      }),
      { numRuns: 500, seed: 5 },
    );
    expect(parsed).toBeGreaterThan(10);
  });

  test('an error stays an error', () => {
    expect(print('f(a b)\nx = 1')).toContain('?');
    expect(parser.parse(print('f(a b)\nx = 1')).problems).not.toEqual([]);
  });

  test('writes few brackets', () => {
    expect(print('x=((a)+(b*c)),')).toBe('x = a + b * c,\n');
  });
});
