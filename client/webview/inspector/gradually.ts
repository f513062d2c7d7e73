/**
 * Answers that come in pieces: what takes too long to compute at once says how far it got, and the rest is asked for from there. Each
 * piece is shown as it comes.
 */
import type { HeatMapData, SeriesData } from '../../../protocol/src/questions.ts';
import type { StepRange } from '../../scene/plotChoice.ts';

/** An answer that goes as far as `until`. */
interface Piece {
  readonly until: number;
}

export interface GradualOptions<T extends Piece> {
  readonly range: StepRange;
  /** How many points all of it should have. */
  readonly pointCount: number;
  readonly ask: (range: StepRange, pointCount: number) => Promise<T | null>;
  readonly join: (before: T, next: T) => T;
  readonly show: (soFar: T) => void;
  /** True when nobody wants it any more. */
  readonly isOver: () => boolean;
}

/** Answers false when what was asked about is gone. */
export async function askGradually<T extends Piece>(options: GradualOptions<T>): Promise<boolean> {
  const { range, pointCount } = options;
  let whole: T | null = null;
  for (let from = range.from; from < range.to && !options.isOver(); ) {
    const share = Math.ceil((pointCount * (range.to - from)) / (range.to - range.from));
    const piece = await options.ask({ from, to: range.to }, Math.max(1, share));
    if (options.isOver()) return true;
    if (piece === null) return false;
    whole = whole === null ? piece : options.join(whole, piece);
    options.show(whole);
    // An answer that gets nowhere would be asked for again without an end.
    if (piece.until <= from) return true;
    from = piece.until;
  }
  return true;
}

export const joinSeries = (before: SeriesData, next: SeriesData): SeriesData => ({
  steps: [...before.steps, ...next.steps],
  low: [...before.low, ...next.low],
  high: [...before.high, ...next.high],
  until: next.until,
});

export function joinHeatMaps(before: HeatMapData, next: HeatMapData): HeatMapData {
  const rows = (one: HeatMapData, part: 'low' | 'high', row: number) =>
    one[part].slice(row * one.steps.length, (row + 1) * one.steps.length);
  const joined = (part: 'low' | 'high') =>
    before.elements.flatMap((_, row) => [...rows(before, part, row), ...rows(next, part, row)]);
  return {
    steps: [...before.steps, ...next.steps],
    elements: before.elements,
    low: joined('low'),
    high: joined('high'),
    until: next.until,
  };
}
