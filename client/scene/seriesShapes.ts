/** Each kind of series as shapes inside of its axes. */
import type { PlotNumberData, SeriesData, SeriesShape } from '../../protocol/src/plots.ts';
import { colormapOf, hex } from './colormaps.ts';
import { contourLevels, contourLine } from './contours.ts';
import { imageShape } from './imageShape.ts';
import { markShape } from './markers.ts';
import type { Scale } from './scales.ts';
import {
  areaOpacity,
  box,
  dashesOf,
  line,
  type Palette,
  type Point,
  type Rect,
  type Shape,
  segment,
} from './scene.ts';
import { type ImageSeries, imagePlace, type SeriesKind, type SeriesOf } from './seriesExtents.ts';

export interface SeriesPlace {
  readonly x: Scale;
  readonly y: Scale;
  /** The inside of the axes. */
  readonly frame: Rect;
  readonly color: string;
  readonly palette: Palette;
}

const lineWidth = 1.6;
const markRadius = 3.5;
const capRadius = 4;
const boxWidth = 0.5;
const textSize = 12;

export function seriesShapes(series: SeriesData, place: SeriesPlace): readonly Shape[] {
  const rule = rules[series.kind] as (series: SeriesShape, place: SeriesPlace) => readonly Shape[];
  return rule(series, place);
}

const rules: { readonly [K in SeriesKind]: (series: SeriesOf<K>, place: SeriesPlace) => readonly Shape[] } = {
  line: ({ x, y, line: style, marker }, place) => [
    ...lineShapes(pointsOf(x, y, place), style, place.color),
    ...markShapes(pointsOf(x, y, place), marker, place.color),
  ],
  points: ({ x, y, marker, values }, place) => {
    const points = pointsOf(x, y, place);
    const mark = marker === '' ? 'o' : marker;
    if (values === undefined) return markShapes(points, mark, place.color);
    return colored(values).flatMap(({ color, indices }) =>
      markShapes(
        indices.map((index) => points[index] ?? nowhere),
        mark,
        color,
      ),
    );
  },
  bars: (series, place) => series.at.flatMap((_, index) => barShapes(series, index, place)),
  area: ({ x, lower, upper }, place) => {
    const edge = [...pointsOf(x, upper, place), ...pointsOf(x, lower, place).toReversed()].filter(isPlace);
    const area: Shape = {
      kind: 'path',
      pieces: [edge],
      isClosed: true,
      stroke: null,
      fill: place.color,
      opacity: areaOpacity,
    };
    return edge.length > 2 ? [area] : [];
  },
  errorBars: errorShapes,
  image: (series, place) => [imageShape(series, place)],
  filledContours: (series, place) => [imageShape(series, place)],
  contours: contourShapes,
  slices: sliceShapes,
  boxes: ({ boxes }, place) => boxes.flatMap((each, index) => boxShapes(each, index + 1, place)),
  text: ({ x, y, text }, { x: scaleX, y: scaleY, palette }) => {
    const at: Point = [scaleX.toPixel(x), scaleY.toPixel(y)];
    if (!isPlace(at) || text === '') return [];
    return text.split('\n').map((part, index) => ({
      kind: 'text',
      at: [at[0], at[1] + index * textSize * 1.3],
      text: part,
      size: textSize,
      color: palette.foreground,
      anchor: 'start',
      baseline: 'bottom',
    }));
  },
  rule: ruleShapes,
};

// ------------------------------------------------------------------------------------------------------ lines and marks

const nowhere: Point = [Number.NaN, Number.NaN];
const isPlace = ([x, y]: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

const pointsOf = (
  x: readonly PlotNumberData[],
  y: readonly PlotNumberData[],
  { x: scaleX, y: scaleY }: SeriesPlace,
): readonly Point[] =>
  y.map((value, index): Point => [scaleX.toPixel(x[index] ?? null), scaleY.toPixel(value)]);

/** A line breaks where there is no number. */
function lineShapes(points: readonly Point[], style: string, color: string): readonly Shape[] {
  if (style === '') return [];
  const pieces: Point[][] = [[]];
  for (const point of points) {
    const piece = pieces.at(-1) ?? [];
    if (!isPlace(point)) {
      if (piece.length > 0) pieces.push([]);
      continue;
    }
    const before = piece.at(-1);
    // matplotlib's `where="pre"`: the step comes before its point.
    if (style === 'steps' && before !== undefined) piece.push([before[0], point[1]]);
    piece.push(point);
  }
  const dash = dashesOf(style);
  const stroke = { color, width: lineWidth, ...(dash === null ? {} : { dash }) };
  const drawn = pieces.filter((piece) => piece.length > 1);
  return drawn.length === 0 ? [] : [{ kind: 'path', pieces: drawn, isClosed: false, stroke, fill: null }];
}

function markShapes(points: readonly Point[], marker: string, color: string): readonly Shape[] {
  const shape = markShape(marker, points, { color, radius: markRadius });
  return shape === null ? [] : [shape];
}

/** Colours that stand for numbers, in 32 steps, each with the points that have it. */
function colored(
  values: readonly PlotNumberData[],
): readonly { color: string; indices: readonly number[] }[] {
  const known = values.filter((each) => each !== null);
  const low = known.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const high = known.reduce((greatest, each) => Math.max(greatest, each), Number.NEGATIVE_INFINITY);
  const groups = new Map<number, number[]>();
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const step = Math.round(((value - low) / (high - low || 1)) * 31);
    groups.set(step, [...(groups.get(step) ?? []), index]);
  }
  const map = colormapOf('viridis');
  return Array.from(groups, ([step, indices]) => ({ color: hex(map(step / 31)), indices }));
}

// --------------------------------------------------------------------------------------------------------- bars and boxes

function barShapes(series: SeriesOf<'bars'>, index: number, place: SeriesPlace): readonly Shape[] {
  const [at, from, length, width] = [series.at, series.from, series.length, series.width].map(
    (list) => list[index] ?? null,
  );
  if (at == null || from == null || length == null || width == null) return [];
  const { x, y, palette, color, frame } = place;
  const [across, along] = series.isHorizontal ? [y, x] : [x, y];
  // On a logarithmic axis a bar begins at the edge of the picture.
  const floor = series.isHorizontal ? frame.x : frame.y + frame.height;
  const start = along.toPixel(from);
  const ends = [Number.isFinite(start) ? start : floor, along.toPixel(from + length)];
  const sides = [across.toPixel(at - width / 2), across.toPixel(at + width / 2)];
  if (![...ends, ...sides].every(Number.isFinite)) return [];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const [left, right] = [Math.min(...sides), Math.max(...sides)];
  const rect = series.isHorizontal
    ? { x: low, y: left, width: high - low, height: right - left }
    : { x: left, y: low, width: right - left, height: high - low };
  const isWide = right - left > 4;
  return [
    box(rect, { fill: color, ...(isWide ? { stroke: { color: palette.background, width: 0.5 } } : {}) }),
  ];
}

function boxShapes(numbers: readonly PlotNumberData[], at: number, place: SeriesPlace): readonly Shape[] {
  const { x, y, palette, color } = place;
  const [lowest, first, median, third, highest] = numbers.map((each) => y.toPixel(each));
  const [left, right, middle] = [at - boxWidth / 2, at + boxWidth / 2, at].map(x.toPixel);
  const [capLeft, capRight] = [at - boxWidth / 4, at + boxWidth / 4].map(x.toPixel);
  const all = [lowest, first, median, third, highest, left, right, middle, capLeft, capRight];
  if (!all.every((each): each is number => each !== undefined && Number.isFinite(each))) return [];
  const stroke = { color: palette.foreground, width: 1.2 };
  const across = (height: number, from: number, to: number, looks = stroke) =>
    segment([from, height], [to, height], looks);
  const down = (from: number, to: number) =>
    segment([middle as number, from], [middle as number, to], stroke);
  const [low, q1, mid, q3, high] = all as number[] as [number, number, number, number, number];
  return [
    down(low, q1),
    down(q3, high),
    across(low, capLeft as number, capRight as number),
    across(high, capLeft as number, capRight as number),
    box(
      { x: left as number, y: q3, width: (right as number) - (left as number), height: q1 - q3 },
      { stroke },
    ),
    across(mid, left as number, right as number, { color, width: 2 }),
  ];
}

function errorShapes(series: SeriesOf<'errorBars'>, place: SeriesPlace): readonly Shape[] {
  const { x, y, left, right, below, above } = series;
  const points = pointsOf(x, y, place);
  const stroke = { color: place.color, width: 1.2 };
  const moved = (list: readonly PlotNumberData[], by: readonly PlotNumberData[] | null, sign: 1 | -1) =>
    list.map((value, index) => (value === null ? null : value + sign * (by?.[index] ?? 0)));
  const bars = (from: readonly Point[], to: readonly Point[]) =>
    from.flatMap((one, index) => {
      const other = to[index] ?? nowhere;
      return isPlace(one) && isPlace(other) ? [[one, other], cap(one, other), cap(other, one)] : [];
    });
  const upright =
    below === null && above === null
      ? []
      : bars(pointsOf(x, moved(y, below, -1), place), pointsOf(x, moved(y, above, 1), place));
  const level =
    left === null && right === null
      ? []
      : bars(pointsOf(moved(x, left, -1), y, place), pointsOf(moved(x, right, 1), y, place));
  const pieces = [...upright, ...level];
  const whiskers: Shape = { kind: 'path', pieces, isClosed: false, stroke, fill: null };
  return [
    ...lineShapes(points, series.line, place.color),
    ...(pieces.length === 0 ? [] : [whiskers]),
    ...markShapes(points, series.marker, place.color),
  ];
}

/** A short line across the end of a bar. */
function cap([x, y]: Point, [otherX]: Point): readonly Point[] {
  return x === otherX
    ? [
        [x - capRadius, y],
        [x + capRadius, y],
      ]
    : [
        [x, y - capRadius],
        [x, y + capRadius],
      ];
}

// ------------------------------------------------------------------------------------------------- contours, pies, rules

function contourShapes(series: ImageSeries, { x, y }: SeriesPlace): readonly Shape[] {
  const { left, right, bottom, top } = imagePlace(series);
  const { rowCount, columnCount, isUpsideDown } = series;
  const toPlace = ([column, row]: Point): Point => {
    const up = row / Math.max(1, rowCount - 1);
    const share = isUpsideDown ? 1 - up : up;
    return [
      x.toPixel(left + (right - left) * (column / Math.max(1, columnCount - 1))),
      y.toPixel(bottom + (top - bottom) * share),
    ];
  };
  const levels = contourLevels(series);
  const map = colormapOf(series.colormap);
  return levels.flatMap((level, index): readonly Shape[] => {
    const pieces = contourLine(series, level).map((piece) => piece.map(toPlace));
    const color = hex(map(levels.length < 2 ? 0.5 : index / (levels.length - 1)));
    const stroke = { color, width: lineWidth };
    return pieces.length === 0 ? [] : [{ kind: 'path', pieces, isClosed: false, stroke, fill: null }];
  });
}

/** From the right on against the clock, as matplotlib begins. */
function sliceShapes({ sizes, labels }: SeriesOf<'slices'>, place: SeriesPlace): readonly Shape[] {
  const { frame, palette } = place;
  const known = sizes.map((each) => Math.max(0, each ?? 0));
  const total = known.reduce((sum, each) => sum + each, 0);
  const radius = Math.min(frame.width, frame.height) * 0.38;
  const centre: Point = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  let angle = 0;
  return known.flatMap((size, index): readonly Shape[] => {
    const turn = total === 0 ? 0 : (size / total) * 2 * Math.PI;
    const [from, to] = [angle, angle + turn];
    angle = to;
    if (turn === 0) return [];
    const count = Math.max(2, Math.ceil(turn / 0.05));
    const around = (at: number, far: number): Point => [
      centre[0] + far * Math.cos(at),
      centre[1] - far * Math.sin(at),
    ];
    const edge = Array.from({ length: count + 1 }, (_, step) => around(from + (turn * step) / count, radius));
    const fill = palette.series[index % palette.series.length] ?? '#808080';
    const stroke = { color: palette.background, width: 1 };
    const slice: Shape = { kind: 'path', pieces: [[centre, ...edge]], isClosed: true, stroke, fill };
    const middle = (from + to) / 2;
    const label: Shape = {
      kind: 'text',
      at: around(middle, radius * 1.1),
      text: labels[index] ?? '',
      size: textSize,
      color: palette.foreground,
      anchor: Math.cos(middle) >= 0 ? 'start' : 'end',
      baseline: 'middle',
    };
    return label.text === '' ? [slice] : [slice, label];
  });
}

function ruleShapes({ axis, from, to }: SeriesOf<'rule'>, place: SeriesPlace): readonly Shape[] {
  const { x, y, frame, color } = place;
  const scale = axis === 'x' ? x : y;
  const ends = [scale.toPixel(from), scale.toPixel(to)];
  if (!ends.every(Number.isFinite)) return [];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (from !== to) {
    const rect =
      axis === 'x' ? { ...frame, x: low, width: high - low } : { ...frame, y: low, height: high - low };
    return [box(rect, { fill: color, opacity: 0.25 })];
  }
  const points: readonly Point[] =
    axis === 'x'
      ? [
          [low, frame.y],
          [low, frame.y + frame.height],
        ]
      : [
          [frame.x, low],
          [frame.x + frame.width, low],
        ];
  return [line(points, { color, width: lineWidth })];
}
