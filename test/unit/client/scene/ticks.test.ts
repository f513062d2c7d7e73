import { describe, expect, test } from 'vitest';
import { linearTicks, logTicks, shortNumber } from '../../../../client/scene/ticks.ts';

const texts = (ticks: readonly { readonly text: string }[]) => ticks.map(({ text }) => text).join(' ');

describe('marks of an axis', () => {
  test.each([
    [0, 10, 5, '0 2 4 6 8 10'],
    [0, 1, 5, '0.0 0.2 0.4 0.6 0.8 1.0'],
    [-1, 1, 4, '-1.0 -0.5 0.0 0.5 1.0'],
    [3.2, 3.9, 4, '3.2 3.4 3.6 3.8'],
    [0, 2e6, 4, '0 500000 1e6 1.5e6 2e6'],
    [0, 3e-6, 3, '0 1e-6 2e-6 3e-6'],
  ])('from %d to %d', (low, high, count, expected) => {
    expect(texts(linearTicks(low, high, count))).toBe(expected);
  });

  test('none in an empty range', () => {
    expect(linearTicks(1, 1, 5)).toEqual([]);
    expect(linearTicks(0, Number.NaN, 5)).toEqual([]);
  });

  test('powers of ten on a logarithmic axis', () => {
    expect(texts(logTicks(0.5, 2000, 6))).toBe('1 10 100 1000');
    expect(texts(logTicks(1e-9, 1e9, 6))).toBe('1e-9 1e-5 0.1 1000 1e7');
  });

  test('other numbers where there are not two powers', () => {
    expect(texts(logTicks(20, 80, 4))).toBe('20 40 60 80');
  });
});

test.each([
  [0, '0'],
  [-0, '0'],
  [1234567, '1.2346e6'],
  [0.1 + 0.2, '0.3'],
  [1 / 3, '0.33333'],
  [-1.23456e-12, '-1.2346e-12'],
  [Number.NaN, 'nan'],
  [Number.NEGATIVE_INFINITY, '-inf'],
])('%d is written %s', (value, expected) => {
  expect(shortNumber(value)).toBe(expected);
});
