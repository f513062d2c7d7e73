/** Figures and axes while a program draws them, and as the bounded data that leaves the interpreter. */
import type { Span } from '../../../base/span.ts';
import type { PlotAxes, PlotFigure, PlotNumber, PlotSeries, StyledSeries } from '../../plotData.ts';
import { callSite, runtime } from '../../runtime.ts';
import { PyObject, type Value } from '../../values.ts';
import { plotNumber } from './plotValues.ts';

/** Points of one series that are kept. */
const mostPoints = 4000;
/** Places of an image that are kept in each direction. */
const mostPixels = 256;
const mostSeries = 100;
const mostAxes = 25;

/** What is left of a series until it is told: its points may still be changed by `set_data`. */
export interface DrawnSeries {
  series: PlotSeries;
  label: string;
  color: string;
}

export interface AxisState {
  label: string;
  scale: string;
  limits: readonly [number, number] | null;
  readonly categories: string[];
}

const emptyAxis = (): AxisState => ({ label: '', scale: 'linear', limits: null, categories: [] });

/** `matplotlib.axes.Axes`. */
export class PyAxes extends PyObject {
  readonly figure: PyFigure;
  readonly place: { readonly row: number; readonly column: number };
  title = '';
  x = emptyAxis();
  y = emptyAxis();
  hasGrid = false;
  hasLegend = false;
  hasColorbar = false;
  series: DrawnSeries[] = [];

  constructor(figure: PyFigure, place: { readonly row: number; readonly column: number }) {
    super();
    this.figure = figure;
    this.place = place;
  }

  add(drawn: DrawnSeries): void {
    this.figure.touch();
    if (this.series.length <= mostSeries * 10) this.series.push(drawn);
  }

  clear(): void {
    this.figure.touch();
    Object.assign(this, { title: '', hasGrid: false, hasLegend: false, hasColorbar: false, series: [] });
    this.x = emptyAxis();
    this.y = emptyAxis();
  }
}

/** `matplotlib.figure.Figure`. */
export class PyFigure extends PyObject {
  readonly number: Value;
  title = '';
  size: readonly [number, number] = [6.4, 4.8];
  axes: PyAxes[] = [];
  current: PyAxes | null = null;
  /** Where the program drew last. */
  drawnAt: Span | null = null;
  /** True when something was drawn since the figure was told. */
  isChanged = false;

  constructor(number: Value) {
    super();
    this.number = number;
  }

  touch(): void {
    this.isChanged = true;
    this.drawnAt = callSite().span;
  }

  get isEmpty(): boolean {
    return this.axes.length === 0 && this.title === '';
  }

  clear(): void {
    this.touch();
    this.axes = [];
    this.current = null;
    this.title = '';
  }
}

// ---------------------------------------------------------------------------------------------------------------- data

/** Tells whoever watches what is new on a figure. */
export function tellFigure(figure: PyFigure, span: Span): void {
  if (!figure.isEmpty && figure.isChanged) runtime().observer.plot?.(span, figureData(figure));
  figure.isChanged = false;
}

/** The figure as data. */
function figureData(figure: PyFigure): PlotFigure {
  const axes = figure.axes.slice(0, mostAxes);
  let room = mostSeries;
  const told = axes.map((each) => {
    const series = each.series.slice(0, room);
    room -= series.length;
    return axesData(each, series);
  });
  const seriesCount = figure.axes.reduce((sum, each) => sum + each.series.length, 0);
  return {
    title: figure.title,
    rowCount: Math.max(1, ...axes.map(({ place }) => place.row + 1)),
    columnCount: Math.max(1, ...axes.map(({ place }) => place.column + 1)),
    axes: told,
    omittedCount: seriesCount - told.reduce((sum, each) => sum + each.series.length, 0),
  };
}

function axesData(axes: PyAxes, series: readonly DrawnSeries[]): PlotAxes {
  const axis = ({ label, scale, limits, categories }: AxisState) => ({
    label,
    scale,
    limits: limits === null ? null : ([plotNumber(limits[0]), plotNumber(limits[1])] as const),
    categories: categories.slice(0, mostPoints),
  });
  const { title, hasGrid, hasLegend, hasColorbar, place } = axes;
  return {
    title,
    x: axis(axes.x),
    y: axis(axes.y),
    hasGrid,
    hasLegend,
    hasColorbar,
    ...place,
    series: series.map(boundedSeries),
  };
}

function boundedSeries({ series, label, color }: DrawnSeries): StyledSeries {
  const looks = { label, color };
  switch (series.kind) {
    case 'image':
    case 'contours':
    case 'filledContours':
      return { ...smallerImage(series), ...looks };
    case 'text':
    case 'rule':
      return { ...series, ...looks };
    case 'slices':
      return { ...series, sizes: series.sizes.slice(0, mostPoints), ...looks };
    case 'boxes':
      return { ...series, boxes: series.boxes.slice(0, mostPoints), ...looks };
    case 'line':
      return { ...thinned(series, series.y), ...looks };
    case 'points':
    case 'errorBars':
      return { ...thinned(series, null), ...looks };
    case 'bars':
    case 'area':
      return { ...thinned(series, null), ...looks };
  }
}

type Lists = { readonly [name: string]: unknown };

/** Keeps some of the points of all lists of a series. Of a line those that are highest and lowest between two places. */
function thinned<T extends PlotSeries>(
  series: T,
  heights: readonly PlotNumber[] | null,
): T & { pointCount?: number } {
  const lists = Object.entries(series as Lists).filter(
    (entry): entry is [string, readonly PlotNumber[]] =>
      Array.isArray(entry[1]) && !Array.isArray(entry[1][0]),
  );
  const count = Math.max(0, ...lists.map(([, list]) => list.length));
  if (count <= mostPoints) return series;
  const kept = heights === null ? evenly(count) : extremes(heights);
  const small = lists.map(([name, list]) => [name, kept.map((index) => list[index] ?? null)] as const);
  return { ...series, ...Object.fromEntries(small), pointCount: count };
}

const evenly = (count: number): number[] =>
  Array.from({ length: mostPoints }, (_, index) => Math.floor((index * count) / mostPoints));

function extremes(heights: readonly PlotNumber[]): number[] {
  const kept: number[] = [];
  const step = heights.length / (mostPoints / 2);
  for (let bucket = 0; bucket < mostPoints / 2; bucket++) {
    const begin = Math.floor(bucket * step);
    const end = Math.max(begin + 1, Math.floor((bucket + 1) * step));
    let lowest = begin;
    let highest = begin;
    for (let index = begin; index < end; index++) {
      if ((heights[index] ?? 0) < (heights[lowest] ?? 0)) lowest = index;
      if ((heights[index] ?? 0) > (heights[highest] ?? 0)) highest = index;
    }
    kept.push(Math.min(lowest, highest), Math.max(lowest, highest));
  }
  return kept;
}

type ImageSeries = Extract<PlotSeries, { rowCount: number }>;

function smallerImage(image: ImageSeries): ImageSeries & { pointCount?: number } {
  const { rowCount, columnCount, channelCount, values } = image;
  if (rowCount <= mostPixels && columnCount <= mostPixels) return image;
  const rows = Math.min(rowCount, mostPixels);
  const columns = Math.min(columnCount, mostPixels);
  const small: PlotNumber[] = [];
  for (let row = 0; row < rows; row++) {
    const sourceRow = Math.floor((row * rowCount) / rows);
    for (let column = 0; column < columns; column++) {
      const sourceColumn = Math.floor((column * columnCount) / columns);
      const at = (sourceRow * columnCount + sourceColumn) * channelCount;
      small.push(...values.slice(at, at + channelCount));
    }
  }
  return {
    ...image,
    rowCount: rows,
    columnCount: columns,
    values: small,
    pointCount: rowCount * columnCount,
  };
}
