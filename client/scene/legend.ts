/** The legend: in the corner of the axes in which the fewest points lie. */
import type { SeriesData } from '../../protocol/src/plots.ts';
import { markShape } from './markers.ts';
import type { Scale } from './scales.ts';
import {
  areaOpacity,
  box,
  dashesOf,
  type Palette,
  type Rect,
  type Shape,
  segment,
  textWidth,
} from './scene.ts';

const textSize = 12;
const rowHeight = 18;
const padding = 8;
const signWidth = 24;
const margin = 8;
/** More are not listed. */
const mostEntries = 12;

interface Entry {
  readonly series: SeriesData;
  readonly color: string;
}

interface Place {
  readonly frame: Rect;
  readonly x: Scale;
  readonly y: Scale;
}

/** Series whose label begins with `_` are not listed, as in matplotlib. */
export function legendShapes(all: readonly Entry[], place: Place, palette: Palette): readonly Shape[] {
  const entries = all
    .filter(({ series }) => series.label !== '' && !series.label.startsWith('_'))
    .slice(0, mostEntries);
  if (entries.length === 0) return [];
  const widest = Math.max(...entries.map(({ series }) => textWidth(series.label, textSize)));
  const size = { width: widest + signWidth + 3 * padding, height: entries.length * rowHeight + padding };
  const rect = emptiestCorner(all, place, size);
  return [
    box(rect, { fill: palette.background, opacity: 0.85 }),
    box(rect, { stroke: { color: palette.grid, width: 1 } }),
    ...entries.flatMap((entry, index) => entryShapes(entry, { rect, index }, palette)),
  ];
}

function entryShapes(
  { series, color }: Entry,
  { rect, index }: { readonly rect: Rect; readonly index: number },
  { foreground }: Palette,
): readonly Shape[] {
  const y = rect.y + padding / 2 + (index + 0.5) * rowHeight;
  const left = rect.x + padding;
  const text: Shape = {
    kind: 'text',
    at: [left + signWidth + padding, y],
    text: series.label,
    size: textSize,
    color: foreground,
    anchor: 'start',
    baseline: 'middle',
  };
  return [...signShapes(series, { left, y }, color), text];
}

function signShapes(
  series: SeriesData,
  { left, y }: { readonly left: number; readonly y: number },
  color: string,
): readonly Shape[] {
  const sample = { x: left, y: y - 5, width: signWidth, height: 10 };
  if (series.kind === 'bars') return [box(sample, { fill: color })];
  if (series.kind === 'area') return [box(sample, { fill: color, opacity: areaOpacity })];
  const style = 'line' in series ? series.line : series.kind === 'points' ? '' : '-';
  const marker = 'marker' in series ? series.marker : '';
  const mark = markShape(
    series.kind === 'points' && marker === '' ? 'o' : marker,
    [[left + signWidth / 2, y]],
    {
      color,
      radius: 3.5,
    },
  );
  const dash = dashesOf(style);
  const stroke = { color, width: 1.6, ...(dash === null ? {} : { dash }) };
  return [
    ...(style === '' ? [] : [segment([left, y], [left + signWidth, y], stroke)]),
    ...(mark === null ? [] : [mark]),
  ];
}

function emptiestCorner(
  all: readonly Entry[],
  { frame, x, y }: Place,
  { width, height }: { readonly width: number; readonly height: number },
): Rect {
  const right = frame.x + frame.width - width - margin;
  const bottom = frame.y + frame.height - height - margin;
  const corners = [
    { x: right, y: frame.y + margin },
    { x: frame.x + margin, y: frame.y + margin },
    { x: frame.x + margin, y: bottom },
    { x: right, y: bottom },
  ].map((corner) => ({ ...corner, width, height }));
  const places = all.flatMap(({ series }) => {
    if (!('x' in series) || !('y' in series) || !Array.isArray(series.x) || !Array.isArray(series.y))
      return [];
    const heights = series.y;
    return series.x.map((at, index) => [x.toPixel(at), y.toPixel(heights[index] ?? null)] as const);
  });
  const count = (corner: Rect) =>
    places.filter(
      ([atX, atY]) =>
        atX >= corner.x && atX <= corner.x + width && atY >= corner.y && atY <= corner.y + height,
    ).length;
  const counts = corners.map(count);
  return corners[counts.indexOf(Math.min(...counts))] ?? { ...frame, width, height };
}
