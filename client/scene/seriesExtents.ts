/** How far each kind of series reaches, for axes to which the program gave no limits. */
import type { PlotNumberData, SeriesData, SeriesShape } from '../../protocol/src/plots.ts';
import { type Extent, extentOf } from './scales.ts';

export interface Extents {
  readonly x: Extent | null;
  readonly y: Extent | null;
}

export type SeriesKind = SeriesShape['kind'];

/** The shape of series that has this kind; images and contours share one. */
export type SeriesOf<K extends SeriesKind> = SeriesShape extends infer S
  ? S extends { readonly kind: infer L }
    ? K extends L
      ? S
      : never
    : never
  : never;

export type ImageSeries = SeriesOf<'image'>;

const added = (
  one: readonly PlotNumberData[],
  other: readonly PlotNumberData[],
  sign: 1 | -1 = 1,
): readonly PlotNumberData[] =>
  one.map((value, index) => {
    const more = other[index] ?? null;
    return value === null || more === null ? value : value + sign * more;
  });

const points = ({
  x,
  y,
}: {
  readonly x: readonly PlotNumberData[];
  readonly y: readonly PlotNumberData[];
}): Extents => ({
  x: extentOf(x),
  y: extentOf(y),
});

const nothing: Extents = { x: null, y: null };

const rules: { readonly [K in SeriesKind]: (series: SeriesOf<K>) => Extents } = {
  line: points,
  points,
  bars: ({ isHorizontal, at, from, length, width }) => {
    const ends = [...from, ...added(from, length)];
    const half = width.map((each) => (each === null ? null : each / 2));
    const sides = [...added(at, half), ...added(at, half, -1)];
    // Bars stand on their axis: no margin below them.
    const along = extentOf(
      ends,
      from.filter((each) => each !== null),
    );
    return isHorizontal ? { x: along, y: extentOf(sides) } : { x: extentOf(sides), y: along };
  },
  area: ({ x, lower, upper }) => ({ x: extentOf(x), y: extentOf([...lower, ...upper]) }),
  errorBars: ({ x, y, left, right, below, above }) => ({
    x: extentOf([...x, ...added(x, left ?? [], -1), ...added(x, right ?? [])]),
    y: extentOf([...y, ...added(y, below ?? [], -1), ...added(y, above ?? [])]),
  }),
  image: imageExtents,
  contours: imageExtents,
  filledContours: imageExtents,
  slices: () => nothing,
  boxes: ({ boxes }) => ({
    x: extentOf([0.5, boxes.length + 0.5], [0.5, boxes.length + 0.5]),
    y: extentOf(boxes.flat()),
  }),
  text: () => nothing,
  rule: ({ axis, from, to }) => ({ ...nothing, [axis]: extentOf([from, to]) }),
};

function imageExtents(series: ImageSeries): Extents {
  const { left, right, bottom, top } = imagePlace(series);
  return { x: extentOf([left, right], [left, right]), y: extentOf([bottom, top], [bottom, top]) };
}

export interface ImagePlace {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Where an image lies; contours lie on the centres of its places. As matplotlib's `extent`. */
export function imagePlace({ kind, rowCount, columnCount, extent, isUpsideDown }: ImageSeries): ImagePlace {
  const [left, right, bottom, top] = extent ?? [];
  if (left != null && right != null && bottom != null && top != null) return { left, right, bottom, top };
  if (kind !== 'image') return { left: 0, right: columnCount - 1, bottom: 0, top: rowCount - 1 };
  const sides = { left: -0.5, right: columnCount - 0.5 };
  return isUpsideDown
    ? { ...sides, bottom: rowCount - 0.5, top: -0.5 }
    : { ...sides, bottom: -0.5, top: rowCount - 0.5 };
}

export function seriesExtents(series: SeriesData): Extents {
  const rule = rules[series.kind] as (series: SeriesShape) => Extents;
  return rule(series);
}
