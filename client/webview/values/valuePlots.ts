/** Arrays as figures: lines, a heat map, a histogram; and which of them an array has. */
import type { PlotData, SeriesData } from '../../../protocol/src/plots.ts';
import type { HistogramData, SampleData, ValueData } from '../../../protocol/src/values.ts';
import { planeSize } from '../../scene/plane.ts';

export type ValueLook = 'lines' | 'heatMap' | 'histogram' | 'table';

/** A matrix with at most so many rows, or columns, is drawn as that many lines. */
export const mostLines = 8;

export const isNumeric = ({ dtype }: Pick<ValueData, 'dtype'>): boolean =>
  /^(u?int|float|bool)\d*$/.test(dtype);

/** The looks of an array, the one that is shown first at the head. */
export function looksOf(value: Pick<ValueData, 'dtype' | 'shape'>): readonly ValueLook[] {
  const { rowCount, columnCount } = planeSize(value.shape);
  if (!isNumeric(value) || rowCount * columnCount < 2) return ['table'];
  const hasLines = Math.min(rowCount, columnCount) <= mostLines;
  if (value.shape.length < 2) return ['lines', 'histogram', 'table'];
  return hasLines ? ['heatMap', 'lines', 'histogram', 'table'] : ['heatMap', 'histogram', 'table'];
}

/** What of an array is shown, and how. */
export interface ShownPart {
  readonly look: ValueLook;
  /** Indices of all axes but the last two. */
  readonly plane: readonly number[];
}

/** What was shown before as far as it fits an array that may be another one by now; else what is shown first. */
export function fittingPart(value: Pick<ValueData, 'dtype' | 'shape'>, before: ShownPart | null): ShownPart {
  const lengths = value.shape.slice(0, -2);
  const looks = looksOf(value);
  const look = before !== null && looks.includes(before.look) ? before.look : (looks[0] ?? 'table');
  if (before?.plane.length !== lengths.length) return { look, plane: lengths.map(() => 0) };
  return {
    look,
    plane: before.plane.map((index, axis) => Math.max(0, Math.min(index, (lengths[axis] ?? 1) - 1))),
  };
}

const axis = { label: '', scale: 'linear', limits: null, categories: [] } as const;
const noLooks = {
  hasGrid: false,
  hasLegend: false,
  hasColorbar: false,
  row: 0,
  column: 0,
  title: '',
} as const;
const plain = { label: '', color: '' } as const;

interface Labels {
  readonly x: string;
  readonly y: string;
}

function figure(
  series: readonly SeriesData[],
  labels: Labels,
  looks: Partial<PlotData['axes'][number]> = {},
): PlotData {
  const axes = {
    ...noLooks,
    ...looks,
    x: { ...axis, label: labels.x },
    y: { ...axis, label: labels.y },
    series,
  };
  return { title: '', rowCount: 1, columnCount: 1, axes: [axes], omittedCount: 0 };
}

/** The index at which each column of a picture begins. */
const starts = (count: number, length: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Math.floor((index * length) / Math.max(1, count)));

/** A line per row, or per column where there are fewer; where a place stands for several numbers, the area between them. */
export function linePlot(sample: SampleData, label: string): PlotData {
  const { rowCount: rows, columnCount: columns } = planeSize(sample.shape);
  const isAcross = rows <= mostLines && (rows <= columns || columns > mostLines);
  const [count, length] = isAcross
    ? [sample.rowCount, sample.columnCount]
    : [sample.columnCount, sample.rowCount];
  const x = starts(length, isAcross ? columns : rows);
  const at = (line: number, place: number) => (isAcross ? line * length + place : place * count + line);
  const series = Array.from({ length: count }, (_, line) => {
    const read = (part: 'low' | 'high') => x.map((_, place) => sample[part][at(line, place)] ?? null);
    return lineSeries(x, { low: read('low'), high: read('high'), label: count > 1 ? String(line) : '' });
  });
  return figure(series.flat(), { x: label, y: '' }, { hasGrid: true, hasLegend: count > 1 });
}

function lineSeries(
  x: readonly number[],
  { low, high, label }: Pick<SampleData, 'low' | 'high'> & { readonly label: string },
): readonly SeriesData[] {
  const isThin = low.every((value, index) => value === high[index]);
  const line: SeriesData = {
    kind: 'line',
    x,
    y: low,
    line: '-',
    marker: x.length <= 50 ? 'o' : '',
    label,
    color: '',
  };
  return isThin ? [line] : [{ kind: 'area', x, lower: low, upper: high, label, color: '' }];
}

export function heatMapPlot(sample: SampleData, labels: Labels): PlotData {
  const { rowCount: rows, columnCount: columns } = planeSize(sample.shape);
  const { rowCount, columnCount, low, high } = sample;
  const values = low.map((least, index) => {
    const greatest = high[index] ?? null;
    return least === null || greatest === null ? null : (least + greatest) / 2;
  });
  const isWhole = rows === rowCount && columns === columnCount;
  const image: SeriesData = {
    ...plain,
    kind: 'image',
    rowCount,
    columnCount,
    values,
    channelCount: 1,
    colormap: 'viridis',
    extent: isWhole ? null : [-0.5, columns - 0.5, rows - 0.5, -0.5],
    isUpsideDown: true,
  };
  return figure([image], labels, { hasColorbar: true });
}

export function histogramPlot({ edges, counts }: HistogramData, labels: Labels): PlotData {
  const middles = counts.map((_, index) => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2);
  const width = counts.map((_, index) => (edges[index + 1] ?? 0) - (edges[index] ?? 0));
  const bars: SeriesData = {
    ...plain,
    kind: 'bars',
    isHorizontal: false,
    at: middles,
    from: counts.map(() => 0),
    length: counts,
    width,
  };
  return figure([bars], labels);
}
