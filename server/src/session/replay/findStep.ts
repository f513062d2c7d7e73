/** Searches the iterations of a scan: for values that are not finite, and for the end by `until`. */
import type { FindStepParams, FoundStepData } from '../../../../protocol/src/questions.ts';
import type { RunHost } from '../../graph/runHost.ts';
import { isAnyPeculiar, markPeculiar, type Peculiarity } from './rowNumbers.ts';
import type { Slot } from './scanSlots.ts';
import type { Piece, ScanTrace } from './scanTrace.ts';
import { constantValue, patience } from './series.ts';

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
