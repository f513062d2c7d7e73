/** Offsets, lines and characters, with every end of line that VS Code knows. */
import { expect, it } from 'vitest';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';

it.each([
  ['', [0]],
  ['a', [0]],
  ['a\n', [0, 2]],
  ['a\r\nb', [0, 3]],
  ['a\rb', [0, 2]],
  ['\n\r\n\r', [0, 1, 3, 4]],
  ['a\u2028b\fc', [0]],
])('%j has lines at %j', (text, starts) => {
  const index = new LineIndex(text);
  expect(Array.from({ length: index.lineCount }, (_, line) => index.lineStart(line))).toEqual(starts);
});

it.each([
  [0, { line: 0, character: 0 }],
  [1, { line: 0, character: 1 }],
  [3, { line: 1, character: 0 }],
  [5, { line: 1, character: 2 }],
  [-1, { line: 0, character: 0 }],
  [99, { line: 1, character: 2 }],
])('offset %i of two lines is %j', (offset, position) => {
  expect(new LineIndex('a\r\nbc').positionAt(offset)).toEqual(position);
});

it.each([
  [{ line: 0, character: 1 }, 1],
  [{ line: 1, character: 1 }, 4],
  [{ line: 1, character: 99 }, 5],
  [{ line: 9, character: 0 }, 5],
])('%j of two lines is offset %i', (position, offset) => {
  expect(new LineIndex('a\r\nbc').offsetAt(position)).toBe(offset);
});

it.each(['ab\ncd', 'ab\r\ncd', 'ab\rcd'])('a character after the end of a line of %j is that end', (text) => {
  expect(new LineIndex(text).offsetAt({ line: 0, character: 99 })).toBe(2);
});
