import { describe, expect, test } from 'vitest';
import { firstPage, type PagePlace } from '../../../../client/src/values/pageMoves.ts';
import {
  offeredMoves,
  placeInText,
  type ValueView,
  valueText,
} from '../../../../client/src/values/valueText.ts';
import { type Example, pageOfExample, statistics } from './valueExamples.ts';

function view(example: Example, place: PagePlace = firstPage(example.shape)): ValueView {
  return { name: 'a', page: pageOfExample(example, place), place, statistics: null };
}

/** Without the ends of lines that carry nothing, which an editor would show as well. */
const lines = (shown: ValueView): string[] => valueText(shown).trimEnd().split('\n');

describe('the text of a value', () => {
  test('of a scalar is its number', () => {
    expect(lines(view({ shape: [], textOf: () => '11' }))).toEqual(['a · int64 ()', 'a scalar', '', '11']);
  });

  test('of a short vector', () => {
    expect(lines(view({ shape: [4], textOf: (flat) => String(flat * 10) }))).toEqual([
      'a · int64 (4,)',
      'elements 0 to 3 of 4',
      '',
      '     +0  +1  +2  +3',
      '0  [  0  10  20  30]',
    ]);
  });

  test('of a vector breaks it into lines of a round number of elements', () => {
    const shown = lines(view({ shape: [45] })).slice(3);
    expect(shown.map((line) => line.trimEnd().slice(0, 14))).toEqual([
      '      +0  +1  ',
      ' 0  [  0   1  ',
      '20    20  21  ',
      '40    40  41  ',
    ]);
    expect(shown[3]?.endsWith('44]')).toBe(true);
  });

  test('of a page in the middle of a vector shows that there is more', () => {
    const shown = lines(view({ shape: [3000] }, { plane: [], rowStart: 1000, columnStart: 0 }));
    expect(shown[1]).toBe('elements 1,000 to 1,999 of 3,000');
    expect(shown[4]?.trim()).toBe('...');
    expect(shown[5]).toMatch(/^1000 {3}1000 1001 /);
    expect(shown.at(-1)).toMatch(/1999 \.\.\.$/);
  });

  test('of a matrix has a column for each column', () => {
    const textOf = (flat: number) => ['0.5', '10', '-2.25', 'nan', '3', '0.125'][flat] ?? '';
    expect(lines(view({ shape: [2, 3], dtype: 'float64', textOf }))).toEqual([
      'a · float64 (2, 3)',
      'rows 0 to 1 of 2, columns 0 to 2 of 3',
      '',
      '       0  1      2',
      '0  [[0.5 10 -2.25 ]',
      '1   [nan  3  0.125]]',
    ]);
  });

  test('of a plane says which one', () => {
    const shown = lines(view({ shape: [2, 2, 2] }, { plane: [1], rowStart: 0, columnStart: 0 }));
    expect(shown[1]).toBe('plane [1, :, :], rows 0 to 1 of 2, columns 0 to 1 of 2');
    expect(shown.slice(3)).toEqual(['     0 1', '0  [[4 5]', '1   [6 7]]']);
  });

  test('of a page in the middle of a matrix shows what is left out on all sides', () => {
    const shown = lines(view({ shape: [3000, 60] }, { plane: [], rowStart: 1000, columnStart: 20 }));
    expect(shown[4]?.trim()).toBe('...');
    expect(shown[5]).toMatch(/^1000 {3}\[\.\.\. {2}60020 .* \.\.\.\]$/);
    expect(shown.at(-1)?.trim()).toBe('...');
    // Headings stand over the ends of their columns.
    expect(shown[3]?.indexOf('20')).toBe((shown[5]?.indexOf('60020') ?? 0) + 3);
  });

  test.each([[[0]], [[3, 0]], [[0, 3]]])('without elements says so: %j', (shape) => {
    expect(lines(view({ shape })).slice(1)).toEqual(['no elements', '', '[]']);
  });

  test('has its statistics in words', () => {
    const shown = { ...view({ shape: [4] }), statistics };
    expect(lines(shown)[2]).toBe(
      'least -3.25 · greatest 4 · mean 0.123457 · standard deviation 1.5 · 2 infinite · 1,234 zero',
    );
    expect(lines({ ...shown, statistics: 'asked' })[2]).toBe('statistics are being computed');
  });

  test('that is gone says what to do', () => {
    const gone: ValueView = { name: 'a', page: null, place: firstPage([]), statistics: null };
    expect(valueText(gone)).toMatch(/a is not there any more/);
  });
});

describe('the place of an element', () => {
  test.each([
    { shape: [45], index: [23], text: '23' },
    { shape: [30, 20], index: [4, 7], text: '87' },
    { shape: [2, 3, 4], index: [1, 2, 3], plane: [1], text: '23' },
    { shape: [3000, 60], index: [1003, 41], rowStart: 1000, columnStart: 40, text: '60221' },
    { shape: [3000], index: [1011], rowStart: 1000, text: '1011' },
  ])('$index of $shape', ({ shape, index, plane = [], rowStart = 0, columnStart = 0, text }) => {
    for (const state of [null, statistics]) {
      const shown = { ...view({ shape }, { plane, rowStart, columnStart }), statistics: state };
      const place = placeInText(shown, index);
      const line = valueText(shown).split('\n')[place?.line ?? -1];
      expect(line?.slice(place?.start, place?.end).trim()).toBe(text);
    }
  });

  test.each([
    { shape: [3000], index: [1000] },
    { shape: [3, 50], index: [0, 20] },
    { shape: [2, 3, 4], index: [1, 0, 0] },
  ])('$index of $shape is on another page', ({ shape, index }) => {
    expect(placeInText(view({ shape }), index)).toBeNull();
  });
});

describe('moves that are offered', () => {
  test.each([
    [[3], []],
    [[3000], ['previousPage', 'nextPage']],
    [
      [3, 50],
      ['previousColumns', 'nextColumns'],
    ],
    [
      [2, 3, 3],
      ['previousPlane', 'nextPlane'],
    ],
    [[0, 3000], []],
  ])('for %j', (shape, moves) => {
    expect(offeredMoves(view({ shape }))).toEqual(moves);
  });

  test('stay the same on every page', () => {
    const [first, last] = [0, 2000].map((rowStart) =>
      view({ shape: [3000] }, { plane: [], rowStart, columnStart: 0 }),
    );
    expect(last && offeredMoves(last)).toEqual(first && offeredMoves(first));
  });
});
