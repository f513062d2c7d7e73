/**
 * Which page of an array is shown, and the ways to another one. Pages lie on a grid, so that a step forth and back leads to the same
 * page. Pure.
 */
import { planeSize } from '../../scene/plane.ts';
import { t } from '../l10n.ts';

/** How much of a plane is one page; the evaluator gives at most 20,000 places. */
export const pageSize = { rowCount: 1000, columnCount: 20 } as const;

/** The first place of a page. */
export interface PagePlace {
  /** Indices of all axes but the last two. */
  readonly plane: readonly number[];
  readonly rowStart: number;
  readonly columnStart: number;
}

/** The ways that a person can go from a page. */
export const pageMoves = {
  previousPage: { axis: 'row', by: -1 },
  nextPage: { axis: 'row', by: 1 },
  previousColumns: { axis: 'column', by: -1 },
  nextColumns: { axis: 'column', by: 1 },
  previousPlane: { axis: 'plane', by: -1 },
  nextPlane: { axis: 'plane', by: 1 },
} as const;

export type PageMove = keyof typeof pageMoves;

export const firstPage = (shape: readonly number[]): PagePlace => ({
  plane: shape.slice(0, -2).map(() => 0),
  rowStart: 0,
  columnStart: 0,
});

/** The page to which a move leads; null where there is none. */
export function movedPage(place: PagePlace, move: PageMove, shape: readonly number[]): PagePlace | null {
  const { axis, by } = pageMoves[move];
  const size = planeSize(shape);
  if (axis === 'plane') return movedPlane(place, by, shape);
  if (axis === 'row') {
    const rowStart = place.rowStart + by * pageSize.rowCount;
    return isWithin(rowStart, size.rowCount) ? { ...place, rowStart } : null;
  }
  const columnStart = place.columnStart + by * pageSize.columnCount;
  return isWithin(columnStart, size.columnCount) ? { ...place, columnStart } : null;
}

/** The neighbour in the order in which NumPy prints planes; rows and columns stay. */
function movedPlane(place: PagePlace, by: 1 | -1, shape: readonly number[]): PagePlace | null {
  const plane = [...place.plane];
  for (let axis = plane.length - 1; axis >= 0; axis--) {
    const index = (plane[axis] ?? 0) + by;
    const length = shape[axis] ?? 1;
    if (isWithin(index, length)) {
      plane[axis] = index;
      return { ...place, plane };
    }
    plane[axis] = by > 0 ? 0 : length - 1;
  }
  return null;
}

const isWithin = (index: number, length: number): boolean => index >= 0 && index < length;

/** The page nearest to a place in an array that may have another shape by now. */
export function clampedPage(place: PagePlace, shape: readonly number[]): PagePlace {
  if (place.plane.length !== Math.max(0, shape.length - 2)) return firstPage(shape);
  const { rowCount, columnCount } = planeSize(shape);
  return {
    plane: place.plane.map((index, axis) => Math.min(index, Math.max(0, (shape[axis] ?? 1) - 1))),
    rowStart: gridStart(Math.min(place.rowStart, Math.max(0, rowCount - 1)), pageSize.rowCount),
    columnStart: gridStart(Math.min(place.columnStart, Math.max(0, columnCount - 1)), pageSize.columnCount),
  };
}

/** The page that holds an element; `index` has one number for each axis. */
export function pageOf(index: readonly number[]): PagePlace {
  const [row = 0, column = 0] = index.slice(-2);
  return {
    plane: index.slice(0, -2),
    rowStart: gridStart(row, pageSize.rowCount),
    columnStart: gridStart(column, pageSize.columnCount),
  };
}

const gridStart = (index: number, size: number): number => index - (index % size);

/**
 * What a person has typed as an index: `12`, `12, 5`, `[-1, 0]`. Negative numbers count from the end and missing ones are 0, as in
 * Python. A text says why it is none.
 */
export function parseIndex(text: string, shape: readonly number[]): readonly number[] | string {
  const inside = text
    .trim()
    .replace(/^[[(]/, '')
    .replace(/[\])]$/, '')
    .replace(/,\s*$/, '');
  const parts = inside.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^[+-]?\d+$/.test(part)))
    return t('Write whole numbers with commas between them: {0}', shape.map(() => '0').join(', '));
  if (parts.length > shape.length) return t('The value has {0} axes.', shape.length);
  const index: number[] = [];
  for (const [axis, length] of shape.entries()) {
    const given = Number(parts[axis] ?? 0);
    const counted = given < 0 ? given + length : given;
    if (!isWithin(counted, length))
      return t('Index {0} is out of bounds for axis {1} with size {2}', given, axis, length);
    index.push(counted);
  }
  return index;
}
