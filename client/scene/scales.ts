/** From numbers to pixels, on straight and on logarithmic axes, and the limits that an axis has when the program gave none. */
import type { AxisData, PlotNumberData } from '../../protocol/src/plots.ts';
import { linearTicks, logTicks, type Tick } from './ticks.ts';

export interface Scale {
  readonly isLog: boolean;
  /** The numbers at both ends; the first may be the greater one. */
  readonly limits: readonly [number, number];
  /** NaN for what the axis can not show. */
  readonly toPixel: (value: PlotNumberData) => number;
}

/** What lies on an axis: the outermost numbers, and those at which the axis may end without a margin. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly edges: readonly number[];
}

/** As matplotlib's `axes.xmargin`. */
const marginShare = 0.05;

export function makeScale(
  axis: AxisData,
  limits: readonly [number, number],
  pixels: readonly [number, number],
): Scale {
  const isLog = isLogAxis(axis);
  const place = isLog
    ? (value: number) => (value > 0 ? Math.log10(value) : Number.NaN)
    : (value: number) => value;
  const [first, last] = [place(limits[0]), place(limits[1])];
  const factor = (pixels[1] - pixels[0]) / (last - first || 1);
  const toPixel = (value: PlotNumberData) =>
    value === null ? Number.NaN : pixels[0] + (place(value) - first) * factor;
  return { isLog, limits, toPixel };
}

const isLogAxis = ({ scale }: AxisData): boolean => scale === 'log';

/** The outermost of some numbers; null where there is none. */
export function extentOf(values: Iterable<PlotNumberData>, edges: readonly number[] = []): Extent | null {
  let [low, high, least] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (value > 0) least = Math.min(least, value);
  }
  return low > high ? null : { low, high, least, edges };
}

/** The least and the greatest number; twice 0 where there is none. */
export function rangeOf(values: Iterable<PlotNumberData>): readonly [number, number] {
  const { low, high } = extentOf(values) ?? { low: 0, high: 0 };
  return [low, high];
}

export function joinExtents(all: readonly (Extent | null)[]): Extent | null {
  const some = all.filter((each) => each !== null);
  if (some.length === 0) return null;
  return {
    low: Math.min(...some.map(({ low }) => low)),
    high: Math.max(...some.map(({ high }) => high)),
    least: Math.min(...some.map(({ least }) => least)),
    edges: some.flatMap(({ edges }) => edges),
  };
}

/** The limits of an axis: the program's, else those of the data with a margin. */
export function limitsOf(axis: AxisData, extent: Extent | null): readonly [number, number] {
  const [low, high] = isLogAxis(axis) ? logLimits(extent) : linearLimits(extent);
  const [first, last] = axis.limits ?? [null, null];
  const limits = [first ?? low, last ?? high] as const;
  const isUsable = limits[0] !== limits[1] && (!isLogAxis(axis) || Math.min(...limits) > 0);
  return isUsable ? limits : [low, high];
}

function linearLimits(extent: Extent | null): readonly [number, number] {
  if (extent === null) return [0, 1];
  const { low, high, edges } = extent;
  if (low === high) {
    const room = low === 0 ? 1 : Math.abs(low) * marginShare;
    return [low - room, high + room];
  }
  const room = (high - low) * marginShare;
  return [edges.includes(low) ? low : low - room, edges.includes(high) ? high : high + room];
}

function logLimits(extent: Extent | null): readonly [number, number] {
  if (extent === null || !Number.isFinite(extent.least)) return [1, 10];
  const [low, high] = [Math.log10(extent.least), Math.log10(Math.max(extent.high, extent.least))];
  const room = low === high ? 0.5 : (high - low) * marginShare;
  return [10 ** (low - room), 10 ** (high + room)];
}

/** The marks of an axis, about `count` of them. */
export function ticksOf(axis: AxisData, { limits, isLog }: Scale, count: number): readonly Tick[] {
  const [low, high] = [Math.min(...limits), Math.max(...limits)];
  if (axis.categories.length > 0) return categoryTicks(axis.categories, low, high, count);
  return isLog ? logTicks(low, high, count) : linearTicks(low, high, count);
}

function categoryTicks(names: readonly string[], low: number, high: number, count: number): readonly Tick[] {
  const every = Math.max(1, Math.ceil(names.length / Math.max(1, 2 * count)));
  return names.flatMap((text, at) => (at % every === 0 && at >= low && at <= high ? [{ at, text }] : []));
}
