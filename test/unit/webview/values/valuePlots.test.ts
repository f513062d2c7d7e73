/** Arrays as figures. */
import { describe, expect, test } from 'vitest';
import {
  fittingPart,
  heatMapPlot,
  histogramPlot,
  linePlot,
  looksOf,
} from '../../../../client/webview/values/valuePlots.ts';
import type { SampleData } from '../../../../protocol/src/values.ts';

const labels = { x: 'x', y: 'y' };

function sample(shape: readonly number[], rows: readonly (readonly number[])[], spread = 0): SampleData {
  const low = rows.flat();
  return {
    dtype: 'float64',
    shape,
    short: '',
    isRandomState: false,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    low,
    high: low.map((each) => each + spread),
  };
}

const series = (plot: ReturnType<typeof linePlot>) => plot.axes[0]?.series ?? [];

describe('what is shown of an array that was shown before', () => {
  const cube = { dtype: 'float64', shape: [3, 4, 20] };

  test('nothing was: the first look and the first plane', () => {
    expect(fittingPart(cube, null)).toEqual({ look: 'heatMap', plane: [0] });
  });

  test('the look and the plane stay', () => {
    expect(fittingPart(cube, { look: 'table', plane: [2] })).toEqual({ look: 'table', plane: [2] });
  });

  test('a plane beyond a shape that has shrunk is the last one', () => {
    expect(fittingPart(cube, { look: 'table', plane: [9] })).toEqual({ look: 'table', plane: [2] });
  });

  test('a look that the array has no more is the first one', () => {
    const vector = { dtype: 'float64', shape: [5] };
    expect(fittingPart(vector, { look: 'heatMap', plane: [2] })).toEqual({ look: 'lines', plane: [] });
  });
});

test.each([
  ['float64', [], 'table'],
  ['float64', [1], 'table'],
  ['float64', [5], 'lines histogram table'],
  ['int8', [3, 100], 'heatMap lines histogram table'],
  ['float32', [9, 9], 'heatMap histogram table'],
  ['bool', [2, 9, 9], 'heatMap histogram table'],
  ['complex128', [5], 'table'],
  ['object', [5], 'table'],
])('%s %j can be seen as %s', (dtype, shape, expected) => {
  expect(looksOf({ dtype, shape }).join(' ')).toBe(expected);
});

describe('lines', () => {
  test('of a vector is one', () => {
    expect(series(linePlot(sample([3], [[1], [2], [3]]), 'index'))).toMatchObject([
      { kind: 'line', x: [0, 1, 2], y: [1, 2, 3] },
    ]);
  });

  test('of a matrix are its rows, or its columns where there are few', () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(series(linePlot(sample([2, 3], rows), 'index'))).toMatchObject([
      { y: [1, 2, 3] },
      { y: [4, 5, 6] },
    ]);
    const columns = Array.from({ length: 12 }, (_, row) => [row, row + 100]);
    const [first, second] = series(linePlot(sample([12, 2], columns), 'index'));
    expect(first).toMatchObject({ label: '0', x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] });
    expect(second).toMatchObject({ label: '1' });
    expect(second?.kind === 'line' && second.y[3]).toBe(103);
  });

  test('where places stand for several numbers is the area between them, at their own indices', () => {
    expect(series(linePlot(sample([1000], [[1], [2]], 5), 'index'))).toMatchObject([
      { kind: 'area', x: [0, 500], lower: [1, 2], upper: [6, 7] },
    ]);
  });
});

test('a heat map has the middle of what a place stands for, and lies where the array does', () => {
  const rows = [
    [1, 2],
    [3, 4],
  ];
  const [whole] = series(heatMapPlot(sample([2, 2], rows), labels));
  expect(whole).toMatchObject({ kind: 'image', values: [1, 2, 3, 4], extent: null, isUpsideDown: true });
  const [part] = series(heatMapPlot(sample([100, 50], rows, 2), labels));
  expect(part).toMatchObject({ values: [2, 3, 4, 5], extent: [-0.5, 49.5, 99.5, -0.5] });
});

test('a histogram has its bars between its edges', () => {
  expect(series(histogramPlot({ edges: [0, 1, 3], counts: [5, 7] }, labels))).toMatchObject([
    { kind: 'bars', at: [0.5, 2], width: [1, 2], length: [5, 7], from: [0, 0] },
  ]);
});
