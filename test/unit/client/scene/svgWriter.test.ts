/** Scenes as SVG, and pixels as PNG inside of them. */
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { figureScene } from '../../../../client/scene/figureScene.ts';
import { pngBytes } from '../../../../client/scene/pngBytes.ts';
import { paperPalette, type Scene } from '../../../../client/scene/scene.ts';
import { svgText } from '../../../../client/scene/svgWriter.ts';
import { t } from '../../../../client/src/l10n.ts';
import { curve, figureOf } from './figures.ts';

const around = { width: 100, height: 50, background: '#fff', description: 'a & b' };

test('each shape has its element', () => {
  const scene: Scene = {
    ...around,
    shapes: [
      {
        kind: 'group',
        clip: { x: 1, y: 2, width: 3, height: 4 },
        shapes: [
          {
            kind: 'path',
            pieces: [
              [
                [0, 0],
                [10.126, 5],
              ],
            ],
            isClosed: false,
            stroke: { color: 'red', width: 2, dash: [4, 2] },
            fill: null,
          },
        ],
      },
      {
        kind: 'text',
        at: [5, 6],
        text: 'up',
        size: 10,
        color: '#000',
        anchor: 'middle',
        baseline: 'middle',
        isUpright: true,
      },
      {
        kind: 'image',
        rect: { x: 0, y: 0, width: 8, height: 8 },
        columnCount: 1,
        rowCount: 1,
        pixels: new Uint8ClampedArray(4),
      },
    ],
  };
  const text = svgText(scene);
  expect(text).toContain('<clipPath id="clip0"><rect x="1" y="2" width="3" height="4"/></clipPath>');
  expect(text).toContain('<path d="M0 0L10.13 5" fill="none" stroke="red" stroke-width="2"');
  expect(text).toContain('stroke-dasharray="4 2"');
  expect(text).toContain('transform="rotate(-90 5 6)">up</text>');
  expect(text).toContain('href="data:image/png;base64,iVBORw0KGgo');
  expect(text).toContain('<title>a &amp; b</title>');
});

test('what a program wrote gets in as text only', () => {
  const evil = '</text><script>alert(1)</script>"\u0000';
  const plot = figureOf([curve([0, 1], { label: evil, color: '"onload="x' })], {
    title: evil,
    hasLegend: true,
  });
  const text = svgText(figureScene({ ...plot, title: evil }, { width: 300, height: 200 }, paperPalette, t));
  for (const part of ['<script', 'onload=', '\u0000']) expect(text).not.toContain(part);
  expect(text).toContain('&lt;script&gt;');
});

test('pixels are those of the PNG', () => {
  const pixels = Uint8ClampedArray.from({ length: 4 * 150 * 150 }, (_, index) => (index * 7) % 256);
  const bytes = pngBytes(150, 150, pixels);
  const view = new DataView(bytes.buffer);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([150, 150]);
  const length = view.getUint32(33);
  expect(new TextDecoder().decode(bytes.subarray(37, 41))).toBe('IDAT');
  // Node checks the sums of the stored data.
  const rows = inflateSync(bytes.subarray(41, 41 + length));
  expect(rows.length).toBe(150 * (4 * 150 + 1));
  expect([...rows.subarray(601, 606)]).toEqual([0, ...pixels.subarray(600, 604)]);
});
