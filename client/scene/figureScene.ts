/** A figure as a scene: its axes in their grid, its title, and what is left out. */
import type { PlotData } from '../../protocol/src/plots.ts';
import { axesShapes } from './axesScene.ts';
import type { Palette, Rect, Scene, Shape } from './scene.ts';

const titleSize = 15;
const titleRoom = 30;
const noteSize = 11;
const noteRoom = 20;
const padding = 12;
const gap = 18;

export interface FigureSize {
  readonly width: number;
  readonly height: number;
}

/** Puts words into the person's language, as `t` of the client and that of the webviews do. */
export type Translate = (text: string, ...args: readonly (string | number)[]) => string;

export function figureScene(
  plot: PlotData,
  { width, height }: FigureSize,
  palette: Palette,
  t: Translate,
): Scene {
  const note = noteText(plot, t);
  const above = plot.title === '' ? 0 : titleRoom;
  const below = note === '' ? 0 : noteRoom;
  const area: Rect = {
    x: padding,
    y: padding + above,
    width: width - 2 * padding,
    height: height - 2 * padding - above - below,
  };
  const written = { color: palette.foreground, anchor: 'middle' } as const;
  const texts: readonly Shape[] = [
    {
      kind: 'text',
      at: [width / 2, padding],
      text: plot.title,
      size: titleSize,
      ...written,
      baseline: 'top',
      isBold: true,
    },
    {
      kind: 'text',
      at: [width / 2, height - padding / 2],
      text: note,
      size: noteSize,
      ...written,
      baseline: 'bottom',
    },
  ];
  return {
    width,
    height,
    background: palette.background,
    description: describe(plot, t),
    shapes: [
      ...texts.filter((shape) => shape.kind !== 'text' || shape.text !== ''),
      ...plot.axes.flatMap((axes) => axesShapes(axes, cellOf(plot, axes, area), palette)),
    ],
  };
}

function cellOf(
  { rowCount, columnCount }: PlotData,
  { row, column }: { readonly row: number; readonly column: number },
  area: Rect,
): Rect {
  const [rows, columns] = [Math.max(1, rowCount), Math.max(1, columnCount)];
  const width = (area.width - gap * (columns - 1)) / columns;
  const height = (area.height - gap * (rows - 1)) / rows;
  return { x: area.x + column * (width + gap), y: area.y + row * (height + gap), width, height };
}

/** Nothing is left out in silence. */
function noteText({ omittedCount, axes }: PlotData, t: Translate): string {
  const thinned = axes.flatMap(({ series }) => series).filter(({ pointCount }) => pointCount !== undefined);
  const parts = [
    omittedCount === 0 ? '' : t('{0} more series are not shown', omittedCount),
    thinned.length === 0 ? '' : t('{0} series show a part of their points', thinned.length),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function describe({ title, axes }: PlotData, t: Translate): string {
  const parts = axes.map((each) => {
    const labels = each.series
      .map(({ label }) => label)
      .filter((label) => label !== '' && !label.startsWith('_'));
    const names = [each.title, each.x.label, each.y.label, ...labels].filter((text) => text !== '');
    return `${t('{0} series', each.series.length)}${names.length === 0 ? '' : `: ${names.join(', ')}`}`;
  });
  return [title, ...parts].filter((part) => part !== '').join('. ');
}
