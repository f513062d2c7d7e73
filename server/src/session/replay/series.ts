/**
 * What is asked of many iterations at once: drawn numbers, and the first step with a NaN. Long loops are answered for as many
 * iterations as can be made in a moment; who wants more asks for the rest, and what was run up to then is kept.
 */
import type { FindStepParams, FoundStepData, SeriesData } from '../../../../protocol/src/questions.ts';
import type { RunHost } from '../../graph/runHost.ts';
import { isNonZero, type NDArray, zeros } from '../../tensor/ndarray.ts';
import { isAnyPeculiar, markPeculiar, type Peculiarity, rowNumbers } from './rowNumbers.ts';
import { asRow } from './rowViews.ts';
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
    const steps = Array.from({ length: count }, (_, i) => from + Math.ceil((i * (to - from)) / this.#count));
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

/** The numbers of a slot: norms, or one element. */
export function slotSeries(
  trace: ScanTrace,
  { slot, element, range }: { slot: Slot; element: number | null; range: DrawnRange },
  host: RunHost,
): SeriesData {
  const { from, to } = range;
  const drawing = new Drawing(range);
  const constant = constantValue(trace, slot);
  if (constant !== null) {
    const [value] = rowNumbers(asRow(constant), element);
    for (let step = from; step < to; step++) drawing.add(step, value!);
    return drawing.finish(to);
  }
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
      const first = Math.max(0, step - at);
      const numbers = rowNumbers(rows, element);
      for (let i = first; i < numbers.length && at + i < to; i++) drawing.add(at + i, numbers[i]!);
      at += numbers.length;
    }
    step = piece.from + piece.count;
  }
  return drawing.finish(Math.min(step, to));
}

/** The value of a slot that is the same in every iteration; null for all others. */
function constantValue(trace: ScanTrace, { place }: Slot): NDArray | null {
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

export function findStep(
  trace: ScanTrace,
  { slots, asked }: { slots: readonly Slot[]; asked: Omit<FindStepParams, 'scan'> },
  host: RunHost,
): FoundStepData {
  const { what, direction, from } = asked;
  if (what === 'until') return found(endingStep(trace, asked, host));
  const constant = slots.some((slot) => {
    const value = constantValue(trace, slot);
    return value !== null && isAnyPeculiar(value, what);
  });
  const isLate = patience(host);
  const forward = direction === 'forward';
  let step = forward ? Math.max(0, from) : Math.min(from, trace.requestedStepCount - 1);
  for (let isFirst = true; step >= 0; isFirst = false) {
    if (!isFirst && isLate()) return { step: null, goOnFrom: step };
    while (!trace.approach(step, host)) if (isLate()) return { step: null, goOnFrom: step };
    const piece = trace.piece(step, host);
    if (piece === null) {
      const { stepCount } = trace.end(host);
      if (forward || stepCount === 0 || step < stepCount) return found(null);
      step = stepCount - 1;
      continue;
    }
    const marks = marksOf(trace, { slots, piece, what, isAll: constant });
    const at = forward ? marks.indexOf(1, step - piece.from) : marks.lastIndexOf(1, step - piece.from);
    if (at >= 0) return found(piece.from + at);
    step = forward ? piece.from + piece.count : piece.from - 1;
    if (step >= trace.requestedStepCount) break;
  }
  return found(null);
}

const found = (step: number | null): FoundStepData => ({ step, goOnFrom: null });

function endingStep(
  trace: ScanTrace,
  { direction, from }: Omit<FindStepParams, 'scan'>,
  host: RunHost,
): number | null {
  const { by, stepCount } = trace.end(host);
  const last = stepCount - 1;
  const isAhead = direction === 'forward' ? last >= from : last <= from;
  return by === 'until' && isAhead ? last : null;
}

function marksOf(
  trace: ScanTrace,
  { slots, piece, what, isAll }: { slots: readonly Slot[]; piece: Piece; what: Peculiarity; isAll: boolean },
): Uint8Array {
  const marks = new Uint8Array(piece.count);
  if (isAll) return marks.fill(1);
  for (const { place } of slots) {
    if (place.kind === 'constant') continue;
    const parts =
      place.kind === 'input'
        ? trace.inputRows(place.index, piece)
        : [trace.outputRows(place.index, piece)].filter((rows) => rows !== null);
    let first = 0;
    for (const rows of parts ?? []) {
      markPeculiar(rows, what, { found: marks, first });
      first += rows.shape[0]!;
    }
  }
  return marks;
}
