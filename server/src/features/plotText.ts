/** A plot in a few words: `plot: 2 lines, 1 image`. */

import type { PlotData, SeriesData } from '../../../protocol/src/plots.ts';
import { t } from '../base/l10n.ts';

const counted: Readonly<Record<SeriesData['kind'], (count: number) => string>> = {
  line: (count) => (count === 1 ? t('1 line') : t('{0} lines', count)),
  points: (count) => (count === 1 ? t('1 set of points') : t('{0} sets of points', count)),
  bars: (count) => (count === 1 ? t('1 set of bars') : t('{0} sets of bars', count)),
  area: (count) => (count === 1 ? t('1 area') : t('{0} areas', count)),
  errorBars: (count) => (count === 1 ? t('1 line with error bars') : t('{0} lines with error bars', count)),
  image: (count) => (count === 1 ? t('1 image') : t('{0} images', count)),
  contours: (count) => (count === 1 ? t('1 set of contours') : t('{0} sets of contours', count)),
  filledContours: (count) =>
    count === 1 ? t('1 set of filled contours') : t('{0} sets of filled contours', count),
  slices: (count) => (count === 1 ? t('1 pie') : t('{0} pies', count)),
  boxes: (count) => (count === 1 ? t('1 set of boxes') : t('{0} sets of boxes', count)),
  text: (count) => (count === 1 ? t('1 text') : t('{0} texts', count)),
  rule: (count) => (count === 1 ? t('1 straight line') : t('{0} straight lines', count)),
};

/** One short line; titles come first. */
export function plotText({ title, axes }: PlotData): string {
  const counts = new Map<SeriesData['kind'], number>();
  for (const { kind } of axes.flatMap(({ series }) => series)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = Array.from(counts, ([kind, count]) => counted[kind](count));
  const name = [title, ...axes.map((each) => each.title)].find((each) => each !== '') ?? '';
  const drawn =
    parts.length === 0 ? t('nothing drawn') : parts.reduce((before, next) => t('{0}, {1}', before, next));
  const content = axes.length > 1 ? t('{0} in {1} axes', drawn, axes.length) : drawn;
  return name === '' ? t('plot: {0}', content) : t('plot “{0}”: {1}', name, content);
}
