import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayData } from '../../../server/src/session/arrayData.ts';
import { arrayHeader, elementText, shortArray } from '../../../server/src/session/arrayText.ts';
import { stateChangeText } from '../../../server/src/session/stateChangeText.ts';
import { Complex } from '../../../server/src/tensor/complex.ts';
import type { DType } from '../../../server/src/tensor/dtype.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { scalarText } from '../../../server/src/tensor/text.ts';

const array = (dtype: DType, shape: readonly number[], values: readonly (number | bigint)[]): NDArray =>
  fromValues(dtype, shape, values);
const complexArray = (...pairs: readonly (readonly [re: number, im: number])[]): NDArray =>
  fromValues(
    'complex128',
    [pairs.length],
    pairs.map(([re, im]) => new Complex(re, im)),
  );
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('short text', () => {
  it.each([
    ['a vector that fits', array('int64', [3], [1, 2, 3]), 40, '[1 2 3]'],
    ['a long vector', array('int64', [1000], range(1000)), 30, '[0 1 2 3 4 5 … 998 999]'],
    ['little room', array('int64', [1000], range(1000)), 12, '[0 1 … 999]'],
    ['no room', array('int64', [1000], range(1000)), 3, '…'],
    ['floats', array('float64', [4], [0, 0.1 + 0.2, 1e-7, 123456789]), 60, '[0. 0.3 1e-07 123457000.]'],
    ['special floats', array('float32', [4], [Number.NaN, 1 / 0, -1 / 0, -0]), 60, '[nan inf -inf -0.]'],
    ['booleans', array('bool', [2], [0, 1]), 40, '[False True]'],
    ['a matrix', array('float64', [2, 2], [1, 2, 3, 4]), 40, '[[1. 2.] [3. 4.]]'],
    [
      'a large matrix',
      array('int64', [30, 30], range(900)),
      60,
      '[[0 1 … 29] [30 31 … 59] … [870 871 … 899]]',
    ],
    ['nothing', array('float64', [0], []), 40, '[]'],
    ['no rows', array('float64', [0, 3], []), 40, '[]'],
    ['a number', array('float64', [], [2]), 40, '2.0'],
    ['complex numbers', complexArray([1, -2.5], [0, 0.25]), 40, '[1-2.5j 0+0.25j]'],
    ['a large integer', array('int64', [], [9007199254740993n]), 40, '9007199254740993'],
  ])('%s', (_, given, room, text) => {
    expect(shortArray(given, room)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(room);
  });

  it('names type and shape as NumPy does', () => {
    expect(arrayHeader(array('int64', [2], [1, 2]))).toBe('int64 (2,)');
    expect(arrayHeader(array('float32', [1, 2], [1, 2]))).toBe('float32 (1, 2)');
    expect(arrayHeader(array('float32', [], [1]))).toBe('float32 ()');
  });
});

describe('state changes', () => {
  it.each([
    ['a number', array('int64', [], [1]), array('int64', [], [11]), 'a: 1 → 11'],
    ['a float', array('float64', [], [1]), array('float64', [], [0.1 + 0.2]), 'a: 1.0 → 0.3'],
    ['a short vector', array('float64', [2], [1, 2]), array('float64', [2], [1, 3]), 'a: [1. 2.] → [1. 3.]'],
    [
      'a matrix',
      array('float64', [2, 2], [1, 2, 3, 4]),
      array('float64', [2, 2], [1.01, 2.02, 3, 3.99]),
      'a (2×2): 3 of 4 changed, max |Δ| 0.02',
    ],
    [
      'a long vector',
      array('int64', [9], range(9)),
      array(
        'int64',
        [9],
        range(9).map((n) => n * 2),
      ),
      'a (9): 8 of 9 changed, max |Δ| 8',
    ],
    [
      'a mask',
      array('bool', [2, 2], [0, 0, 1, 1]),
      array('bool', [2, 2], [1, 0, 1, 1]),
      'a (2×2): 1 of 4 changed',
    ],
    [
      'NaN',
      array('float64', [2, 2], [1, 2, 3, 4]),
      array('float64', [2, 2], [Number.NaN, 3, 3, 4]),
      'a (2×2): 2 of 4 changed, max |Δ| nan',
    ],
    [
      'infinity',
      array('float64', [2, 2], [1, 2, 3, 4]),
      array('float64', [2, 2], [1 / 0, 2, 3, 4]),
      'a (2×2): 1 of 4 changed, max |Δ| inf',
    ],
    [
      'complex numbers of a long vector',
      complexArray(...range(7).map((n) => [n, 1] as const)),
      complexArray([0, 1], [1, 2], ...range(5).map((n) => [n + 2, 1] as const)),
      'a (7): 1 of 7 changed, max |Δ| 1',
    ],
    ['another shape', array('float64', [2], [1, 2]), array('float64', [3], [1, 2, 3]), 'a: shape 2 → 3'],
  ])('%s', (_, before, after, text) => {
    expect(stateChangeText('a', before, after)).toBe(text);
  });

  it('is never longer than a line', () => {
    const name = 'x'.repeat(200);
    expect(stateChangeText(name, array('int64', [], [1]), array('int64', [], [2]))).toHaveLength(100);
  });
});

describe('array data', () => {
  it('keeps the first 64 elements in C order, and says the whole shape', () => {
    const data = arrayData(array('int32', [10, 10], range(100)));
    expect(data).toEqual({ dtype: 'int32', shape: [10, 10], data: range(64) });
  });

  it('writes what JSON has no number for as text', () => {
    expect(arrayData(array('float64', [4], [Number.NaN, 1 / 0, -1 / 0, -0])).data).toEqual([
      'nan',
      'inf',
      '-inf',
      -0,
    ]);
    expect(arrayData(array('int64', [3], [2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n])).data).toEqual([
      9007199254740992,
      '9007199254740993',
      '-9007199254740993',
    ]);
    expect(arrayData(array('bool', [2], [1, 0])).data).toEqual([true, false]);
  });
});

it('elements are as `str` prints them', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer().map(Number)), (x) => {
      expect(elementText('float64', x, 2)).toBe(scalarText('float64', x, 2));
    }),
  );
});
