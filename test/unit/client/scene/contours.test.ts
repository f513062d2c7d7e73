import { describe, expect, test } from 'vitest';
import { contourLevels, contourLine, heightAt } from '../../../../client/scene/contours.ts';

const grid = (columnCount: number, values: readonly (number | null)[]) => ({
  columnCount,
  rowCount: values.length / columnCount,
  values,
});

describe('a line of equal height', () => {
  test('goes straight through a slope', () => {
    const pieces = contourLine(grid(3, [0, 1, 2, 0, 1, 2, 0, 1, 2]), 0.5);
    for (const [x] of pieces.flat()) expect(x).toBeCloseTo(0.5);
    expect(pieces).toHaveLength(2);
  });

  test('goes around a hill', () => {
    expect(contourLine(grid(3, [0, 0, 0, 0, 1, 0, 0, 0, 0]), 0.5)).toHaveLength(4);
  });

  test('cuts a saddle as its centre says', () => {
    const low = contourLine(grid(2, [1, 0, 0, 1]), 0.6);
    const high = contourLine(grid(2, [1, 0, 0, 1]), 0.4);
    expect([low.length, high.length]).toEqual([2, 2]);
    // Around the high corners, and around the low ones.
    expect(low[0]?.map(([x, y]) => x + y).every((sum) => sum < 1)).toBe(true);
    expect(high[0]?.every(([x, y]) => x > y)).toBe(true);
  });

  test('leaves out cells with unknown corners', () => {
    expect(contourLine(grid(2, [0, 1, null, 1]), 0.5)).toEqual([]);
  });
});

test('heights are round numbers in the range', () => {
  expect(contourLevels(grid(2, [0, 1, 2, 3.1]))).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3]);
  expect(contourLevels(grid(2, [1, 1, 1, 1]))).toEqual([]);
});

test('between places heights are mixed', () => {
  const four = grid(2, [0, 10, 20, 30]);
  expect(heightAt(four, [0.5, 0.5])).toBe(15);
  expect(heightAt(four, [1, 0])).toBe(10);
  expect(heightAt(four, [0, 1])).toBe(20);
  expect(heightAt(grid(2, [0, null, 0, 0]), [0.2, 0.2])).toBeNull();
});
