import { describe, expect, test } from 'vitest';
import { contrast, plotColor } from '../../../../client/scene/plotColors.ts';
import { paperPalette } from '../../../../client/scene/scene.ts';

const dark = {
  ...paperPalette,
  foreground: '#cccccc',
  background: '#1f1f1f',
  series: ['#6fb1e8', '#f0a060'],
};

test.each([
  ['', '#f0a060'],
  ['none', '#f0a060'],
  ['r', '#ff0000'],
  ['C0', '#6fb1e8'],
  ['C3', '#f0a060'],
  ['tab:orange', '#ff7f0e'],
  ['#ABC', '#abc'],
  ['0.5', '#808080'],
  ['(1, 0.5, 0)', '#ff8000'],
  ['(1, 0.5, 0, 0.5)', '#ff800080'],
  ['rebeccapurple', 'rebeccapurple'],
  ['url(#x)', '#f0a060'],
  ['"><script>', '#f0a060'],
])('%j', (text, expected) => {
  expect(plotColor(text, 1, dark)).toBe(expected);
});

describe('a colour that can not be told from the paper', () => {
  test.each(['k', 'black', '#222', '(0.1, 0.1, 0.1)'])('%s is that of the text', (text) => {
    expect(plotColor(text, 0, dark)).toBe('#cccccc');
  });

  test('stays on other paper', () => {
    expect(plotColor('k', 0, paperPalette)).toBe('#000000');
    expect(plotColor('w', 0, paperPalette)).toBe('#000000');
  });
});

test('contrast is that of WCAG', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
});
