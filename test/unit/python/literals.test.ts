import { describe, expect, test } from 'vitest';
import { decodeString, numberValue } from '../../../server/src/python/literals.ts';
import type { NumberLiteral } from '../../../server/src/python/syntax.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

const number = (text: string): NumberLiteral => {
  const [statement] = parser.parse(text).module.body;
  if (statement?.kind !== 'ExpressionStatement' || statement.value.kind !== 'Number') throw new Error(text);
  return statement.value;
};

test.each([
  ['0', 'int', 0],
  ['1_000', 'int', 1000],
  ['017', 'int', 15],
  ['0o17', 'int', 15],
  ['0xFF', 'int', 255],
  ['0b1_01', 'int', 5],
  ['00', 'int', 0],
  ['9007199254740991', 'int', 9007199254740991],
  ['9007199254740993', 'int', 9007199254740993n],
  ['0xFFFFFFFFFFFFFFFF', 'int', 0xffffffffffffffffn],
  ['10L', 'long', 10],
  ['0xFFl', 'long', 255],
  ['1.5', 'float', 1.5],
  ['.5e-3', 'float', 0.0005],
  ['1_0.0_1', 'float', 10.01],
  ['1e400', 'float', Number.POSITIVE_INFINITY],
  ['10j', 'imaginary', 10],
  ['1.5J', 'imaginary', 1.5],
] as const)('%s is %s %d', (text, variety, value) => {
  expect(number(text).variety).toBe(variety);
  expect(numberValue(number(text))).toBe(value);
});

const text = { isBytes: false, hasEscapes: true, hasUnicodeEscapes: true };

describe('decodeString', () => {
  test.each([
    ['plain', 'plain'],
    ['\\n\\t\\\\\\\'\\"', '\n\t\\\'"'],
    ['\\a\\b\\f\\r\\v', '\x07\b\f\r\v'],
    ['\\0\\12\\1234\\777', '\0\nS4\u01ff'],
    ['\\x41\\u00e9\\U0001F600', 'Aé😀'],
    ['\\ud83d\\ude00', '😀'],
    ['\\N{GREEK SMALL LETTER ALPHA}\\N{Latin Small Letter E with acute}', 'αé'],
    ['\\d\\q', '\\d\\q'],
    ['a\\\nb\\\r\nc', 'abc'],
    ['a\r\nb\rc', 'a\nb\nc'],
  ])('%j', (body, value) => {
    expect(decodeString(body, text)).toEqual({ value, problem: null });
  });

  test.each([
    ['a\\x4', 1, '\\x needs 2 hexadecimal digits'],
    ['\\u12', 0, '\\u needs 4 hexadecimal digits'],
    ['\\U00110000', 0, 'there is no such Unicode character'],
    ['\\N{NO SUCH THING}', 0, 'ScanLens does not know the character name "NO SUCH THING"'],
  ])('%j is kept and marked', (body, offset, message) => {
    expect(decodeString(body, text)).toEqual({ value: body, problem: { offset, message } });
  });

  test('bytes are one unit per byte', () => {
    const bytes = { isBytes: true, hasEscapes: true, hasUnicodeEscapes: false };
    expect(decodeString('\\xff\\777\\u0041é', bytes).value).toBe('\xff\xff\\u0041\xc3\xa9');
  });
});

test.each([
  ["'\\u0041'; 1L", '\\u0041'],
  ["u'\\u0041'; 1L", 'A'],
  ["ur'\\u0041\\d'", 'A\\d'],
  ["ur'\\\\u'", '\\\\u'],
  ["from __future__ import unicode_literals; '\\u0041'; 1L", 'A'],
  ["r'\\''", "\\'"],
  ["r'\\\\'", '\\\\'],
])('the value of the literal in %s', (source, value) => {
  const literals = parser
    .parse(source)
    .module.body.flatMap((statement) =>
      statement.kind === 'ExpressionStatement' && statement.value.kind === 'String'
        ? [statement.value.value]
        : [],
    );
  expect(literals).toEqual([value]);
});
