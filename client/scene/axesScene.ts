/** One pair of axes with everything in it: limits, frame, ticks, grid, series, titles, legend, colour bar. */
import type { AxesData, SeriesData } from '../../protocol/src/plots.ts';
import { colormapOf } from './colormaps.ts';
import { legendShapes } from './legend.ts';
import { plotColor } from './plotColors.ts';
import { joinExtents, limitsOf, makeScale, rangeOf, type Scale, ticksOf } from './scales.ts';
import { box, type Palette, type Rect, type Shape, segment, textWidth } from './scene.ts';
import { seriesExtents } from './seriesExtents.ts';
import { seriesShapes } from './seriesShapes.ts';
import { linearTicks, type Tick } from './ticks.ts';

const tickSize = 11;
const labelSize = 12;
const titleSize = 14;
const tickLength = 4;
const gap = 6;
/** Pixels for each tick. */
const tickRoomX = 55;
const tickRoomY = 42;
const barWidth = 14;
const barRoom = 70;

/** A series with its colour. */
export interface ColoredSeries {
  readonly series: SeriesData;
  readonly color: string;
}

export function axesShapes(axes: AxesData, area: Rect, palette: Palette): readonly Shape[] {
  const series = colored(axes.series, palette);
  const isPie = axes.series.some(({ kind }) => kind === 'slices');
  const bar = isPie ? null : barOf(axes);
  const frame = fitImage(axes, frameOf(axes, { ...area, width: area.width - (bar === null ? 0 : barRoom) }));
  const scales = scalesOf(axes, frame);
  const around = isPie ? [] : frameShapes(axes, { frame, ...scales }, palette);
  const inside = series
    .toSorted(byDepth)
    .flatMap(({ series: each, color }) => seriesShapes(each, { ...scales, frame, color, palette }));
  const isWritten = (shape: Shape) => shape.kind === 'text';
  return [
    ...around,
    { kind: 'group', clip: frame, shapes: inside.filter((shape) => isPie || !isWritten(shape)) },
    ...(isPie ? [] : inside.filter(isWritten)),
    ...titleShapes(axes, frame, palette),
    ...(axes.hasLegend ? legendShapes(series, { frame, ...scales }, palette) : []),
    ...(bar === null ? [] : barShapes(bar, frame, palette)),
  ];
}

/** What covers an area lies under what does not, as in matplotlib's `zorder`. */
const depths: Partial<Readonly<Record<SeriesData['kind'], number>>> = {
  image: -2,
  filledContours: -2,
  area: -1,
  bars: -1,
};

function depthOf({ series }: ColoredSeries): number {
  const isSpan = series.kind === 'rule' && series.from !== series.to;
  return isSpan ? -1 : (depths[series.kind] ?? 0);
}

const byDepth = (one: ColoredSeries, other: ColoredSeries): number => depthOf(one) - depthOf(other);

/** Colours of the cycle go to those series to which the program gave none. */
function colored(all: readonly SeriesData[], palette: Palette): readonly ColoredSeries[] {
  let taken = 0;
  return all.map((series) => ({
    series,
    color: plotColor(series.color, series.color === '' && hasOwnColor(series) ? taken++ : 0, palette),
  }));
}

const hasOwnColor = ({ kind }: SeriesData): boolean =>
  kind === 'line' || kind === 'points' || kind === 'bars' || kind === 'area' || kind === 'errorBars';

// --------------------------------------------------------------------------------------------------------------- places

function scalesOf(axes: AxesData, frame: Rect): { readonly x: Scale; readonly y: Scale } {
  const [x, y] = limits(axes);
  return {
    x: makeScale(axes.x, x, [frame.x, frame.x + frame.width]),
    y: makeScale(axes.y, y, [frame.y + frame.height, frame.y]),
  };
}

function limits(axes: AxesData): readonly [readonly [number, number], readonly [number, number]] {
  const extents = axes.series.map(seriesExtents);
  const x = limitsOf(axes.x, joinExtents(extents.map((each) => each.x)));
  const y = limitsOf(axes.y, joinExtents(extents.map((each) => each.y)));
  // The first row of an image is at its top.
  const isFlipped = axes.y.limits === null && hasFlippedImage(axes);
  return [x, isFlipped ? [y[1], y[0]] : y];
}

const hasFlippedImage = ({ series }: AxesData): boolean =>
  series.some((each) => each.kind === 'image' && each.isUpsideDown && each.extent === null);

/** The frame, so that the texts around it have room. */
function frameOf(axes: AxesData, area: Rect): Rect {
  const rough: Rect = {
    x: 0,
    y: 0,
    width: Math.max(40, area.width - 60),
    height: Math.max(40, area.height - 50),
  };
  const { y } = scalesOf(axes, rough);
  const widest = Math.max(0, ...yTicks(axes, y, rough).map(({ text }) => textWidth(text, tickSize)));
  const left = tickLength + gap + widest + (axes.y.label === '' ? 0 : labelSize + gap);
  const below = tickLength + tickSize + gap + (axes.x.label === '' ? 0 : labelSize + gap);
  const above = axes.title === '' ? tickSize / 2 : titleSize + 2 * gap;
  const right = 14;
  return {
    x: area.x + left,
    y: area.y + above,
    width: Math.max(20, area.width - left - right),
    height: Math.max(20, area.height - above - below),
  };
}

/** The places of an image are squares, unless that makes it very thin, or the program said where it lies. */
function fitImage({ series }: AxesData, frame: Rect): Rect {
  const image = series.find((each) => each.kind === 'image') ?? null;
  if (image?.kind !== 'image' || image.extent !== null) return frame;
  const ratio = image.columnCount / image.rowCount;
  if (ratio > 4 || ratio < 0.25) return frame;
  const width = Math.min(frame.width, frame.height * ratio);
  const height = width / ratio;
  return { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
}

const xTicks = (axes: AxesData, scale: Scale, { width }: Rect): readonly Tick[] =>
  boxTicks(axes) ?? ticksOf(axes.x, scale, Math.max(2, width / tickRoomX));

const yTicks = (axes: AxesData, scale: Scale, { height }: Rect): readonly Tick[] =>
  ticksOf(axes.y, scale, Math.max(2, height / tickRoomY));

/** Boxes are counted, or have names. */
function boxTicks({ series }: AxesData): readonly Tick[] | null {
  const boxes = series.find((each) => each.kind === 'boxes');
  if (boxes === undefined) return null;
  return boxes.boxes.map((_, index) => ({ at: index + 1, text: boxes.labels[index] ?? String(index + 1) }));
}

// ---------------------------------------------------------------------------------------------------------------- texts

interface Framed {
  readonly frame: Rect;
  readonly x: Scale;
  readonly y: Scale;
}

function frameShapes(axes: AxesData, { frame, x, y }: Framed, palette: Palette): readonly Shape[] {
  const bottom = frame.y + frame.height;
  const isInside = (at: number, from: number, length: number) =>
    at >= from - 0.5 && at <= from + length + 0.5;
  const across = xTicks(axes, x, frame)
    .map(({ at, text }) => ({ at: x.toPixel(at), text }))
    .filter(({ at }) => isInside(at, frame.x, frame.width));
  const up = yTicks(axes, y, frame)
    .map(({ at, text }) => ({ at: y.toPixel(at), text }))
    .filter(({ at }) => isInside(at, frame.y, frame.height));
  const stroke = { color: palette.foreground, width: 1 };
  const grid = { color: palette.grid, width: 1 };
  const written = { size: tickSize, color: palette.foreground };
  return [
    ...(axes.hasGrid ? across.map(({ at }) => segment([at, frame.y], [at, bottom], grid)) : []),
    ...(axes.hasGrid ? up.map(({ at }) => segment([frame.x, at], [frame.x + frame.width, at], grid)) : []),
    box(frame, { stroke }),
    ...across.flatMap(({ at, text }): Shape[] => [
      segment([at, bottom], [at, bottom + tickLength], stroke),
      {
        kind: 'text',
        at: [at, bottom + tickLength + 2],
        text,
        ...written,
        anchor: 'middle',
        baseline: 'top',
      },
    ]),
    ...up.flatMap(({ at, text }): Shape[] => [
      segment([frame.x - tickLength, at], [frame.x, at], stroke),
      {
        kind: 'text',
        at: [frame.x - tickLength - 3, at],
        text,
        ...written,
        anchor: 'end',
        baseline: 'middle',
      },
    ]),
    ...labelShapes(
      axes,
      { frame, widest: Math.max(0, ...up.map(({ text }) => textWidth(text, tickSize))) },
      palette,
    ),
  ];
}

function labelShapes(
  axes: AxesData,
  { frame, widest }: { readonly frame: Rect; readonly widest: number },
  { foreground }: Palette,
): readonly Shape[] {
  const written = { size: labelSize, color: foreground, anchor: 'middle' } as const;
  const below = frame.y + frame.height + tickLength + tickSize + gap;
  const left = frame.x - tickLength - gap - widest - labelSize / 2;
  const shapes: readonly Shape[] = [
    { kind: 'text', at: [frame.x + frame.width / 2, below], text: axes.x.label, ...written, baseline: 'top' },
    {
      kind: 'text',
      at: [left, frame.y + frame.height / 2],
      text: axes.y.label,
      ...written,
      baseline: 'middle',
      isUpright: true,
    },
  ];
  return shapes.filter((shape) => shape.kind !== 'text' || shape.text !== '');
}

function titleShapes({ title }: AxesData, frame: Rect, { foreground }: Palette): readonly Shape[] {
  if (title === '') return [];
  const at = [frame.x + frame.width / 2, frame.y - gap] as const;
  return [
    {
      kind: 'text',
      at,
      text: title,
      size: titleSize,
      color: foreground,
      anchor: 'middle',
      baseline: 'bottom',
    },
  ];
}

// ----------------------------------------------------------------------------------------------------------- colour bar

interface ColorBar {
  readonly colormap: string;
  readonly low: number;
  readonly high: number;
}

/** Of the last series whose colours are numbers; null where the program wanted none. */
function barOf({ hasColorbar, series }: AxesData): ColorBar | null {
  if (!hasColorbar) return null;
  const bars = series.flatMap((each): ColorBar[] => {
    if (each.kind === 'points' && each.values !== undefined) return [barWith('viridis', each.values)];
    const isImage = each.kind === 'image' || each.kind === 'contours' || each.kind === 'filledContours';
    return isImage && each.channelCount === 1 ? [barWith(each.colormap, each.values)] : [];
  });
  return bars.at(-1) ?? null;
}

function barWith(colormap: string, values: readonly (number | null)[]): ColorBar {
  const [low, high] = rangeOf(values);
  return { colormap, low, high };
}

const barSteps = 128;

function barShapes({ colormap, low, high }: ColorBar, frame: Rect, palette: Palette): readonly Shape[] {
  const rect: Rect = { x: frame.x + frame.width + 12, y: frame.y, width: barWidth, height: frame.height };
  const map = colormapOf(colormap);
  const pixels = new Uint8ClampedArray(4 * barSteps);
  for (let step = 0; step < barSteps; step++) pixels.set([...map(1 - step / (barSteps - 1)), 255], 4 * step);
  const stroke = { color: palette.foreground, width: 1 };
  const right = rect.x + barWidth;
  return [
    { kind: 'image', rect, columnCount: 1, rowCount: barSteps, pixels },
    box(rect, { stroke }),
    ...linearTicks(low, high, Math.max(2, frame.height / tickRoomY)).flatMap(({ at, text }): Shape[] => {
      const y = rect.y + rect.height * (1 - (at - low) / (high - low || 1));
      return [
        segment([right, y], [right + tickLength, y], stroke),
        {
          kind: 'text',
          at: [right + tickLength + 3, y],
          text,
          size: tickSize,
          color: palette.foreground,
          anchor: 'start',
          baseline: 'middle',
        },
      ];
    }),
  ];
}
