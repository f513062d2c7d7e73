/** The text of the editor that shows a value: what it is, which page of it, its statistics, and the page. Pure. */
import type { PageData, StatisticsData, ValueData } from '../../../protocol/src/values.ts';
import { t } from '../l10n.ts';
import { countText } from '../runTexts.ts';
import { movedPage, type PageMove, type PagePlace, pageMoves } from './pageMoves.ts';
import { pageText, type TextPlace } from './pageText.ts';

/** What the editor of a value shows at a moment. */
export interface ValueView {
  readonly name: string;
  /** null: the value is not there any more. */
  readonly page: PageData | null;
  readonly place: PagePlace;
  /** `asked`: the answer is on its way; null: there is nothing to say. */
  readonly statistics: StatisticsData | null | 'asked';
}

export function valueText(view: ValueView): string {
  const { page } = view;
  if (page === null) return `${goneText(view.name)}\n`;
  return `${[...headLines(view, page), ...pageText(page).lines].join('\n')}\n`;
}

/** Where the element with an index (one number for each axis) stands in {@link valueText}. */
export function placeInText(view: ValueView, index: readonly number[]): TextPlace | null {
  const { page, place } = view;
  if (page === null) return null;
  if (!index.slice(0, -2).every((number, axis) => number === place.plane[axis])) return null;
  const [row = 0, column = 0] = index.slice(-2);
  const found = pageText(page).placeOf(row, column);
  return found === null ? null : { ...found, line: found.line + headLines(view, page).length };
}

function headLines(view: ValueView, page: PageData): readonly string[] {
  const statistics = statisticsText(view.statistics);
  return [
    `${view.name} · ${describe(page)}`,
    positionText(page, view.place),
    ...(statistics === '' ? [] : [statistics]),
    '',
  ];
}

const goneText = (name: string): string =>
  t('{0} is not there any more. Run the program again and open it anew.', name);

const describe = ({ dtype, shape }: ValueData): string =>
  `${dtype} (${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

function positionText(page: PageData, { plane }: PagePlace): string {
  const { shape, rows } = page;
  if (shape.length === 0) return t('a scalar');
  if (shape.includes(0)) return t('no elements');
  const rowText = [
    countText(page.rowStart),
    countText(page.rowStart + rows.length - 1),
    countText(page.rowCount),
  ];
  if (shape.length === 1) return t('elements {0} to {1} of {2}', ...rowText);
  const lastColumn = page.columnStart + (rows[0]?.length ?? 0) - 1;
  const columnText = [countText(page.columnStart), countText(lastColumn), countText(page.columnCount)];
  const place = t('rows {0} to {1} of {2}, columns {3} to {4} of {5}', ...rowText, ...columnText);
  return plane.length === 0 ? place : t('plane {0}, {1}', `[${plane.join(', ')}, :, :]`, place);
}

function statisticsText(statistics: ValueView['statistics']): string {
  if (statistics === 'asked') return t('statistics are being computed');
  if (statistics === null) return '';
  const { min, max, mean, standardDeviation } = statistics;
  const numbers = [
    [t('least {0}', numberText(min)), min],
    [t('greatest {0}', numberText(max)), max],
    [t('mean {0}', numberText(mean)), mean],
    [t('standard deviation {0}', numberText(standardDeviation)), standardDeviation],
  ] as const;
  const counts = [
    [t('{0} NaN', countText(statistics.nanCount)), statistics.nanCount],
    [t('{0} infinite', countText(statistics.infinityCount)), statistics.infinityCount],
    [t('{0} zero', countText(statistics.zeroCount)), statistics.zeroCount],
  ] as const;
  const parts = [
    ...numbers.filter(([, number]) => number !== null),
    ...counts.filter(([, count]) => count > 0),
  ];
  return parts.map(([text]) => text).join(' · ');
}

/** Six digits are enough to know what one looks at. */
const numberText = (number: number | null): string =>
  number === null ? '' : String(Number(number.toPrecision(6)));

/** The moves along what has several pages, on the first and on the last page as well: what is clicked stays under the mouse. */
export function offeredMoves({ page, place }: ValueView): readonly PageMove[] {
  if (page === null || page.shape.includes(0)) return [];
  const { shape } = page;
  const all = Object.keys(pageMoves) as PageMove[];
  const axes = new Set(
    all.filter((move) => movedPage(place, move, shape) !== null).map((move) => pageMoves[move].axis),
  );
  return all.filter((move) => axes.has(pageMoves[move].axis));
}
