import { expect, test } from 'vitest';
import { pythonTokens } from '../../../../client/webview/inspector/pythonTokens.ts';

const tokens = (text: string) =>
  pythonTokens(text)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

test('keywords, numbers, texts and comments have their kinds', () => {
  expect(tokens('def f(x1): return x1 * 2.5e3 # twice')).toEqual([
    'keyword def',
    'keyword return',
    'number 2.5e3',
    'comment # twice',
  ]);
});

test.each([
  ['"a \\" b" + c', '"a \\" b"'],
  ["f'{x}' y", "f'{x}'"],
  ['"""one\n# two\n""" z', '"""one\n# two\n"""'],
  ["rb'\\d' q", "rb'\\d'"],
  ["'never closed", "'never closed"],
])('the text in %j', (text, expected) => {
  expect(tokens(text)).toEqual([`string ${expected}`]);
});

test('a keyword inside of a name is none', () => {
  expect(tokens('lambda_ = definition.is_not')).toEqual([]);
});

test('all pieces together are the text', () => {
  const text = 'def f(a, *b):\n    """doc"""\n    return {a: a + 1}  # é 日本\n';
  expect(
    pythonTokens(text)
      .map(({ start, end }) => text.slice(start, end))
      .join(''),
  ).toBe(text);
});
