/**
 * Numbers of many iterations, drawn. Long loops are answered for as many iterations as can be made in a moment; who wants more
 * asks for the rest, and how far the loop was run up to then is kept.
 */
import type { SeriesData } from '../../../../protocol/src/questions.ts';
import type { RunHost } from '../../graph/runHost.ts';
import { isNonZero, type NDArray, zeros } from '../../tensor/ndarray.ts';
import { rowNumbers } from './rowNumbers.ts';
import { asRow, rowsBetween } from './rowViews.ts';
import type { Slot } from './scanSlots.ts';
import type { Piece, ScanTrace } from './scanTrace.ts';

/** How long a question about many iterations is worked on. */
const patienceMs = 200;

/** Says when a question has been worked on long enough. */
export function patience(host: RunHost): () => boolean {
  const startedAt = host.now();
  return () => host.now() - startedAt > patienceMs;
}

/** The range of a drawing. */
export interface DrawnRange {
  readonly from: number;
  readonly to: number;
  readonly pointCount: number;
}

/** The first of each of at most `count` pieces of a range. */
export function pointStarts(from: number, to: number, count: number): number[] {
  const length = Math.max(0, Math.min(Math.floor(count), to - from));
  return Array.from({ length }, (_, i) => from + Math.ceil((i * (to - from)) / length));
}

/** Collects numbers of iterations into points: the least and the greatest of each. */
export class Drawing {
  readonly #range: DrawnRange;
  readonly #count: number;
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  constructor({ from, to, pointCount }: DrawnRange) {
    this.#range = { from, to, pointCount };
    this.#count = Math.max(0, Math.min(Math.floor(pointCount), to - from));
    this.#low = new Float64Array(this.#count).fill(Number.POSITIVE_INFINITY);
    this.#high = new Float64Array(this.#count).fill(Number.NEGATIVE_INFINITY);
  }

  add(step: number, value: number): void {
    if (!Number.isFinite(value)) return;
    const point = this.#pointOf(step);
    if (value < this.#low[point]!) this.#low[point] = value;
    if (value > this.#high[point]!) this.#high[point] = value;
  }

  /** All points that begin before `until`. */
  finish(until: number): SeriesData {
    const { from, to } = this.#range;
    const isDone = until >= to;
    const count = isDone ? this.#count : until <= from ? 0 : this.#pointOf(until - 1) + 1;
    const shown = (values: Float64Array) =>
      Array.from(values.subarray(0, count), (value) => (Number.isFinite(value) ? value : null));
    const steps = pointStarts(from, to, this.#count).slice(0, count);
    return { steps, low: shown(this.#low), high: shown(this.#high), until: isDone ? to : until };
  }

  #pointOf(step: number): number {
    const { from, to } = this.#range;
    return Math.floor(((step - from) * this.#count) / (to - from));
  }
}

/** The range as far as there are iterations. */
export function withinLoop(range: DrawnRange, stepCount: number): DrawnRange {
  const to = Math.max(0, Math.min(range.to, stepCount));
  return { ...range, from: Math.min(Math.max(0, range.from), to), to };
}

/** Rows of a slot: row `first` … `last` belong to the iterations from `step` on. */
export interface PartOfRows {
  readonly rows: NDArray;
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/**
 * Visits the values of a slot in a range of iterations, part by part, as long as there is time. Gives the iteration at which that
 * ended.
 */
export function visitRows(
  trace: ScanTrace,
  { slot, from, to }: { readonly slot: Slot; readonly from: number; readonly to: number },
  { host, visit }: { readonly host: RunHost; readonly visit: (part: PartOfRows) => void },
): number {
  const isLate = patience(host);
  let step = from;
  while (step < to && !(step > from && isLate())) {
    if (!trace.approach(step, host)) {
      if (isLate()) break;
      continue;
    }
    const piece = trace.piece(step, host);
    if (piece === null) break;
    let at = piece.from;
    for (const rows of slotRows(trace, slot, piece, host)) {
      const count = rows.shape[0]!;
      const [first, last] = [Math.max(0, step - at), Math.min(count, to - at)];
      if (first < last) visit({ rows, first, last, step: at + first });
      at += count;
    }
    step = piece.from + piece.count;
  }
  return Math.min(step, to);
}

/** The numbers of a slot: norms, or one element. */
export function slotSeries(
  trace: ScanTrace,
  { slot, element, range }: { slot: Slot; element: number | null; range: DrawnRange },
  host: RunHost,
): SeriesData {
  const drawing = new Drawing(range);
  const { from, to } = range;
  const constant = constantValue(trace, slot);
  if (constant !== null) {
    const [value] = rowNumbers(asRow(constant), element);
    for (const step of pointStarts(from, to, range.pointCount)) drawing.add(step, value!);
    return drawing.finish(to);
  }
  const visit = ({ rows, first, last, step }: PartOfRows): void => {
    const numbers = rowNumbers(rowsBetween(rows, first, last), element);
    for (let i = 0; i < numbers.length; i++) drawing.add(step + i, numbers[i]!);
  };
  return drawing.finish(visitRows(trace, { slot, from, to }, { host, visit }));
}

/** The value of a slot that is the same in every iteration; null for all others. */
export function constantValue(trace: ScanTrace, { place }: Slot): NDArray | null {
  if (place.kind === 'constant') return place.constant.value;
  return place.kind === 'input' && trace.isOther(place.index) ? trace.otherAt(place.index) : null;
}

/** The values of a slot in all iterations of a piece, in parts. */
function slotRows(trace: ScanTrace, { place }: Slot, piece: Piece, host: RunHost): readonly NDArray[] {
  if (place.kind === 'constant') return [];
  if (place.kind === 'input') return trace.inputRows(place.index, piece) ?? [];
  return [trace.outputRows(place.index, piece) ?? conditionRows(trace, piece, host)];
}

/** The condition does not hold before the last iteration; there it has to be computed. */
function conditionRows(trace: ScanTrace, piece: Piece, host: RunHost): NDArray {
  const last = piece.from + piece.count - 1;
  const value = trace.resultsAt(last, host)!.at(-1)!;
  const rows = zeros(value.dtype, [piece.count]);
  if (isNonZero(value.at(0)!)) rows.storage[piece.count - 1] = value.at(0) as never;
  return rows;
}
