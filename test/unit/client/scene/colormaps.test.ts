import { expect, test } from 'vitest';
import { colormapNames, colormapOf, hex } from '../../../../client/scene/colormaps.ts';
import { colormapText } from '../../../../server/src/interpreter/modules/pyplot/pyplotModule.ts';

// The ends and the middle as matplotlib 3 gives them.
test.each([
  ['viridis', '#440154', '#21918c', '#fde725'],
  ['plasma', '#0d0887', '#cc4778', '#f0f921'],
  ['magma', '#000004', '#b73779', '#fcfdbf'],
  ['inferno', '#000004', '#bc3754', '#fcffa4'],
  ['gray', '#000000', '#808080', '#ffffff'],
  ['jet', '#000080', '#7dff7a', '#800000'],
  ['hot', '#0b0000', '#ff5400', '#ffffff'],
  ['coolwarm', '#3b4cc0', '#dddddd', '#b40426'],
])('%s', (name, ...expected) => {
  const map = colormapOf(name);
  for (const [index, at] of [0, 0.5, 1].entries()) {
    const parts = (text: string) =>
      [1, 3, 5].map((start) => Number.parseInt(text.slice(start, start + 2), 16));
    const wanted = parts(expected[index] ?? '');
    for (const [part, value] of map(at).entries()) {
      expect(Math.abs(value - (wanted[part] ?? Number.NaN))).toBeLessThanOrEqual(10);
    }
  }
});

test('every map stays inside of the colours that there are', () => {
  for (const name of colormapNames) {
    for (let at = 0; at <= 1; at += 1 / 64) expect(hex(colormapOf(name)(at))).toMatch(/^#[0-9a-f]{6}$/);
  }
});

test('a name with _r goes the other way, and an unknown one is viridis', () => {
  expect(colormapOf('gray_r')(0)).toEqual([255, 255, 255]);
  expect(colormapOf('hot_r')(1)).toEqual(colormapOf('hot')(0));
  expect(colormapOf('toString')(0.3)).toEqual(colormapOf('viridis')(0.3));
});

test('every name that programs can use is here', () => {
  const known = colormapText.split(' ');
  expect(known.length).toBeGreaterThan(40);
  expect(known.filter((name) => !colormapNames.includes(name))).toEqual([]);
});
