/** A plot in a few words: `plot: 2 lines, 1 image`. */
import type { PlotData, SeriesData } from '../../../protocol/src/plots.ts';

const words: Readonly<Record<SeriesData['kind'], readonly [one: string, many: string]>> = {
  line: ['line', 'lines'],
  points: ['set of points', 'sets of points'],
  bars: ['set of bars', 'sets of bars'],
  area: ['area', 'areas'],
  errorBars: ['line with error bars', 'lines with error bars'],
  image: ['image', 'images'],
  contours: ['set of contours', 'sets of contours'],
  filledContours: ['set of filled contours', 'sets of filled contours'],
  slices: ['pie', 'pies'],
  boxes: ['set of boxes', 'sets of boxes'],
  text: ['text', 'texts'],
  rule: ['straight line', 'straight lines'],
};

/** One short line; titles come first. */
export function plotText({ title, axes }: PlotData): string {
  const counts = new Map<SeriesData['kind'], number>();
  for (const { kind } of axes.flatMap(({ series }) => series)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = Array.from(counts, ([kind, count]) => `${count} ${words[kind][count === 1 ? 0 : 1]}`);
  const name = [title, ...axes.map((each) => each.title)].find((each) => each !== '') ?? '';
  const content = parts.length === 0 ? 'nothing drawn' : parts.join(', ');
  return `plot${name === '' ? '' : ` “${name}”`}: ${content}${axes.length > 1 ? ` in ${axes.length} axes` : ''}`;
}
