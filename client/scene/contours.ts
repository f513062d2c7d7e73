/**
 * Lines of equal height in a grid of numbers: marching squares, with the centre of a cell deciding where a saddle is cut (Lorensen and
 * Cline's idea in two dimensions, as in matplotlib's `contour`). Places are columns and rows of the grid.
 */
import type { PlotNumberData } from '../../protocol/src/plots.ts';
import { rangeOf } from './scales.ts';
import type { Point } from './scene.ts';
import { linearTicks } from './ticks.ts';

export interface Grid {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Row by row. */
  readonly values: readonly PlotNumberData[];
}

/** Heights at which lines are drawn: about seven, as matplotlib takes. */
export function contourLevels({ values }: Grid): readonly number[] {
  const [low, high] = rangeOf(values);
  return low < high ? linearTicks(low, high, 7).map(({ at }) => at) : [];
}

/** Corners of a cell around from its first: left, right in its row, then right, left in the next. */
const corners = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
] as const;

/** The pieces of the line of one height, two points each. */
export function contourLine(grid: Grid, level: number): readonly (readonly Point[])[] {
  const pieces: (readonly Point[])[] = [];
  for (let row = 0; row + 1 < grid.rowCount; row++) {
    for (let column = 0; column + 1 < grid.columnCount; column++) {
      pieces.push(...piecesOfCell(grid, { row, column }, level));
    }
  }
  return pieces;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function piecesOfCell(grid: Grid, { row, column }: Cell, level: number): readonly (readonly Point[])[] {
  const heights = corners.map(
    ([down, right]) => grid.values[(row + down) * grid.columnCount + column + right] ?? null,
  );
  if (heights.includes(null)) return [];
  const known = heights as readonly number[];
  const crossings = corners.flatMap(([down, right], index) => {
    const [here, next] = [known[index] ?? 0, known[(index + 1) % 4] ?? 0];
    if (here >= level === next >= level) return [];
    const share = (level - here) / (next - here);
    const [nextDown, nextRight] = corners[(index + 1) % 4] ?? corners[0];
    const point: Point = [
      column + right + (nextRight - right) * share,
      row + down + (nextDown - down) * share,
    ];
    return [point];
  });
  const [first, second, third, fourth] = crossings;
  if (first === undefined || second === undefined) return [];
  if (third === undefined || fourth === undefined) return [[first, second]];
  const centre = known.reduce((sum, each) => sum + each, 0) / 4;
  const isJoined = centre >= level === (known[0] ?? 0) >= level;
  return isJoined
    ? [
        [first, second],
        [third, fourth],
      ]
    : [
        [first, fourth],
        [second, third],
      ];
}

/** The height between the places of a grid; null where one around it is unknown. */
export function heightAt({ values, rowCount, columnCount }: Grid, [x, y]: Point): number | null {
  const column = Math.max(0, Math.min(columnCount - 2, Math.floor(x)));
  const row = Math.max(0, Math.min(rowCount - 2, Math.floor(y)));
  const at = (down: number, right: number) =>
    values[Math.min(rowCount - 1, row + down) * columnCount + Math.min(columnCount - 1, column + right)] ??
    null;
  const around = [at(0, 0), at(0, 1), at(1, 0), at(1, 1)];
  if (around.includes(null)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = around as readonly number[];
  const [right, down] = [x - column, y - row];
  return (a * (1 - right) + b * right) * (1 - down) + (c * (1 - right) + d * right) * down;
}
