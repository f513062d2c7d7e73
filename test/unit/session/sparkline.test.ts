import { describe, expect, test } from 'vitest';
import { sparkline } from '../../../server/src/session/sparkline.ts';
import { shortResult } from '../../../server/src/session/summary.ts';
import { fromValues } from '../../../server/src/tensor/ndarray.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const vector = (values: readonly number[], dtype: 'float64' | 'int64' = 'float64') =>
  fromValues(dtype, [values.length], values);

describe('the course of a vector', () => {
  test.each([
    ['rises', vector(range(1000)), '▁▁▂▂▂▃▃▄▄▄▅▅▅▆▆▇▇▇██'],
    [
      'of integers',
      vector(
        range(20).map((i) => 20 - i),
        'int64',
      ),
      '██▇▇▇▆▆▅▅▅▄▄▄▃▃▂▂▂▁▁',
    ],
    ['of one peak', vector(range(40).map((i) => (i === 20 ? 1 : 0))), '▁▁▁▁▁▁▁▁▁▁█▁▁▁▁▁▁▁▁▁'],
    [
      'skips what is not finite',
      vector(range(20).map((i) => (i < 2 ? Number.NaN : i === 2 ? 1 / 0 : i))),
      '···▁▁▂▂▃▃▄▄▅▅▅▆▆▇▇██',
    ],
    [
      'of the largest numbers',
      vector(range(20).map((i) => (i < 10 ? -1.7e308 : 1.7e308))),
      '▁▁▁▁▁▁▁▁▁▁██████████',
    ],
  ])('%s', (_, array, text) => {
    expect(sparkline(array)).toBe(text);
  });

  test.each([
    ['few elements', vector(range(19))],
    ['always the same', vector(range(50).map(() => 3))],
    ['nothing finite', vector(range(50).map(() => Number.NaN))],
    ['a matrix', fromValues('float64', [5, 10], range(50))],
    [
      'booleans',
      fromValues(
        'bool',
        [50],
        range(50).map((i) => i % 2),
      ),
    ],
  ])('there is none of %s', (_, array) => {
    expect(sparkline(array)).toBeNull();
  });
});

describe('a vector after a line', () => {
  test('has its course where it is cut, and keeps to the room', () => {
    const text = shortResult(vector(range(200)), 100);
    expect(text).toBe('float64 (200,) ▁▁▂▂▂▃▃▄▄▄▅▅▅▆▆▇▇▇██ [0. 1. 2. 3. 4. 5. … 198. 199.]');
    expect(shortResult(vector(range(200)), 60).length).toBeLessThanOrEqual(60);
  });

  test('has none where all of it is shown, or where there is little room', () => {
    expect(shortResult(vector(range(20), 'int64'), 100)).not.toMatch(/[▁-█]/);
    expect(shortResult(vector(range(200)), 50)).toBe('float64 (200,) [0. 1. 2. 3. 4. 5. … 198. 199.]');
  });
});
