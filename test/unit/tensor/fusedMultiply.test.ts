import { describe, expect, it } from 'vitest';
import { fused } from '../../../server/src/tensor/fusedMultiply.ts';

describe('the product of two doubles plus a third', () => {
  it.each([
    ['the digits that a product loses', 1 + 2 ** -52, 1 + 2 ** -52, -(1 + 2 ** -51), 2 ** -104],
    [
      'a product that is too large by itself',
      1e300,
      1e10,
      -Number.POSITIVE_INFINITY,
      -Number.POSITIVE_INFINITY,
    ],
    ['one that comes back', Number.MAX_VALUE, 2, -Number.MAX_VALUE, Number.MAX_VALUE],
    ['one beyond all numbers', 1e300, 1e10, 1, Number.POSITIVE_INFINITY],
    ['digits below the least number', 2 ** -600, 2 ** -474 * 1.5, 2 ** -1074, 2 ** -1073],
    ['a tie there', 2 ** -600, 2 ** -475, 2 ** -1074, 2 ** -1073],
    ['a sign that is left of nothing', -(2 ** -600), 2 ** -600, 0, -0],
    ['zero', 0, -5, 0, 0],
    ['exact cancellation', 3, 5, -15, 0],
    ['what decides a tie from far below', 1e300, 7, 1.625, 7.000000000000001e300],
    ['what decides it the other way', 1e300, 1.125, -0.125, 1.125e300],
  ])('keeps %s', (_, a, b, c, wanted) => {
    expect(fused(a, b, c)).toBe(wanted);
  });

  it('is nothing where a factor or the product is', () => {
    expect(fused(Number.NaN, 1, 1)).toBeNaN();
    expect(fused(0, Number.POSITIVE_INFINITY, 1)).toBeNaN();
  });
});
