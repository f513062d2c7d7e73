import { describe, expect, test } from 'vitest';
import {
  clampedPage,
  firstPage,
  movedPage,
  type PageMove,
  type PagePlace,
  pageOf,
  parseIndex,
} from '../../../../client/src/values/pageMoves.ts';

describe('moves', () => {
  const shape = [2, 3, 2500, 50];

  test.each<[PageMove, number[], number, number]>([
    ['nextPage', [0, 1], 2000, 20],
    ['previousPage', [0, 1], 0, 20],
    ['nextColumns', [0, 1], 1000, 40],
    ['previousColumns', [0, 1], 1000, 0],
    ['nextPlane', [0, 2], 1000, 20],
    ['previousPlane', [0, 0], 1000, 20],
  ])('%s', (move, plane, rowStart, columnStart) => {
    const from = { plane: [0, 1], rowStart: 1000, columnStart: 20 };
    expect(movedPage(from, move, shape)).toEqual({ plane, rowStart, columnStart });
  });

  test.each<[PageMove, PagePlace]>([
    ['nextPage', { plane: [0, 0], rowStart: 2000, columnStart: 0 }],
    ['previousPage', firstPage(shape)],
    ['nextColumns', { plane: [0, 0], rowStart: 0, columnStart: 40 }],
    ['previousColumns', firstPage(shape)],
    ['nextPlane', { plane: [1, 2], rowStart: 0, columnStart: 0 }],
    ['previousPlane', firstPage(shape)],
  ])('%s leads nowhere at the edge', (move, from) => {
    expect(movedPage(from, move, shape)).toBeNull();
  });

  test('go over to the next plane of the axis before', () => {
    expect(movedPage({ ...firstPage(shape), plane: [0, 2] }, 'nextPlane', shape)?.plane).toEqual([1, 0]);
    expect(movedPage({ ...firstPage(shape), plane: [1, 0] }, 'previousPlane', shape)?.plane).toEqual([0, 2]);
  });

  test.each([[[]], [[5]], [[1000]], [[3, 20]]])('none lead anywhere in one page of shape %j', (small) => {
    const moves: PageMove[] = ['nextPage', 'previousPage', 'nextColumns', 'previousColumns', 'nextPlane'];
    expect(moves.map((move) => movedPage(firstPage(small), move, small))).toEqual(moves.map(() => null));
  });
});

describe('a page in an array that has another shape now', () => {
  test.each([
    { shape: [5000], place: { plane: [], rowStart: 3000, columnStart: 0 }, rowStart: 3000 },
    { shape: [1500], place: { plane: [], rowStart: 3000, columnStart: 0 }, rowStart: 1000 },
    { shape: [0], place: { plane: [], rowStart: 3000, columnStart: 0 }, rowStart: 0 },
  ])('$shape', ({ shape, place, rowStart }) => {
    expect(clampedPage(place, shape)).toEqual({ plane: [], rowStart, columnStart: 0 });
  });

  test('begins at the start when there are other axes', () => {
    expect(clampedPage({ plane: [], rowStart: 3000, columnStart: 0 }, [4, 5, 6])).toEqual(
      firstPage([4, 5, 6]),
    );
  });
});

describe('indices', () => {
  test.each([
    ['12', [20], [12]],
    ['-1', [20], [19]],
    [' [ 3 , 4 ] ', [20, 5], [3, 4]],
    ['(3, 4,)', [20, 5], [3, 4]],
    ['7', [20, 5], [7, 0]],
    ['1, 2', [3, 4, 5], [1, 2, 0]],
  ])('%s in shape %j', (text, shape, index) => {
    expect(parseIndex(text, shape)).toEqual(index);
  });

  test.each([
    ['', [20], /whole numbers/],
    ['1.5', [20], /whole numbers/],
    ['1 2', [20, 3], /whole numbers/],
    ['1, 2', [20], /1 axes/],
    ['20', [20], /Index 20 is out of bounds for axis 0 with size 20/],
    ['0, -6', [20, 5], /Index -6 is out of bounds for axis 1 with size 5/],
  ])('%s in shape %j is refused', (text, shape, reason) => {
    expect(parseIndex(text, shape)).toMatch(reason);
  });

  test.each([
    [[1234], { plane: [], rowStart: 1000, columnStart: 0 }],
    [[7, 45], { plane: [], rowStart: 0, columnStart: 40 }],
    [[1, 2, 2001, 20], { plane: [1, 2], rowStart: 2000, columnStart: 20 }],
  ])('%j lies on a page', (index, place) => {
    expect(index.length === 1 ? pageOf([...index]) : pageOf(index)).toEqual(place);
  });
});
