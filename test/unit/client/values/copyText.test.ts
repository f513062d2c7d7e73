import { expect, test } from 'vitest';
import { elementsText } from '../../../../client/src/values/copyText.ts';

test.each([
  { dtype: 'int64', shape: [], data: [11], text: '11' },
  { dtype: 'float64', shape: [2], data: [0.5, 'nan'], text: '[0.5, nan]' },
  { dtype: 'bool', shape: [2], data: [true, false], text: '[True, False]' },
  {
    dtype: 'int64',
    shape: [2, 2],
    data: [1, 2, 3, '9007199254740993'],
    text: '[[1, 2], [3, 9007199254740993]]',
  },
  { dtype: '<U3', shape: [2], data: ['a', 'b'], text: '["a", "b"]' },
  { dtype: 'float64', shape: [2, 0], data: [], text: '[[], []]' },
])('$dtype $shape reads $text', ({ dtype, shape, data, text }) => {
  expect(elementsText({ dtype, shape, data, short: '', isRandomState: false, isComplete: true })).toBe(text);
});
