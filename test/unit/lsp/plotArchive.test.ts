import { expect, test } from 'vitest';
import type { PlotData } from '../../../protocol/src/plots.ts';
import { PlotArchive } from '../../../server/src/lsp/plotArchive.ts';

const axis = { label: '', scale: 'linear', limits: null, categories: [] };

function plot(title: string, pointCount: number): PlotData {
  const x = Array.from({ length: pointCount }, (_, index) => index);
  const line = { kind: 'line', x, y: x, line: '-', marker: '', label: '', color: '' } as const;
  const looks = { hasGrid: false, hasLegend: false, hasColorbar: false, row: 0, column: 0 };
  const axes = [{ title: '', x: axis, y: axis, ...looks, series: [line] }];
  return { title, rowCount: 1, columnCount: 1, axes, omittedCount: 0 };
}

test('plots are found by their run and their number in it', () => {
  const archive = new PlotArchive();
  archive.keep('a', 1, plot('first', 3));
  archive.keep('a', 1, plot('second', 3));
  archive.keep('a', 2, plot('third', 3));
  expect(archive.find('a', 1, 1)?.title).toBe('second');
  expect(archive.find('a', 2, 0)?.title).toBe('third');
  expect([archive.find('a', 2, 1), archive.find('a', 3, 0), archive.find('b', 1, 0)]).toEqual([
    null,
    null,
    null,
  ]);
});

test('old runs go when there is too much, the latest stays whatever its size', () => {
  const archive = new PlotArchive(500);
  archive.keep('a', 1, plot('old', 200));
  archive.keep('a', 2, plot('large', 200));
  archive.keep('a', 2, plot('larger', 2000));
  expect(archive.find('a', 1, 0)).toBeNull();
  expect(archive.find('a', 2, 1)?.title).toBe('larger');
});

test('a closed document leaves nothing', () => {
  const archive = new PlotArchive();
  archive.keep('a', 1, plot('old', 2));
  archive.forget('a');
  expect(archive.find('a', 1, 0)).toBeNull();
});
