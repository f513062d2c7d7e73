/** Figures for tests: one pair of axes around series that say only what matters. */

import type { Shape } from '../../../../client/scene/scene.ts';
import type {
  AxesData,
  AxisData,
  PlotData,
  SeriesData,
  SeriesShape,
} from '../../../../protocol/src/plots.ts';

export const axis = (given: Partial<AxisData> = {}): AxisData => ({
  label: '',
  scale: 'linear',
  limits: null,
  categories: [],
  ...given,
});

type Given = SeriesShape & { readonly label?: string; readonly color?: string; readonly pointCount?: number };

export function axesOf(series: readonly Given[], given: Partial<AxesData> = {}): AxesData {
  const styled: readonly SeriesData[] = series.map((each) => ({ label: '', color: '', ...each }));
  const looks = { hasGrid: false, hasLegend: false, hasColorbar: false, row: 0, column: 0 };
  return { title: '', x: axis(), y: axis(), ...looks, ...given, series: styled };
}

export function figureOf(series: readonly Given[], given: Partial<AxesData> = {}): PlotData {
  return { title: '', rowCount: 1, columnCount: 1, axes: [axesOf(series, given)], omittedCount: 0 };
}

export const curve = (y: readonly (number | null)[], given: Partial<Given> = {}): Given =>
  ({ kind: 'line', x: y.map((_, index) => index), y, line: '-', marker: '', ...given }) as Given;

/** All shapes, those in groups too. */
export const flat = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.flatMap((shape) => (shape.kind === 'group' ? flat(shape.shapes) : [shape]));

export const texts = (shapes: readonly Shape[]): readonly string[] =>
  flat(shapes).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
