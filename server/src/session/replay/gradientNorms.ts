/**
 * The gradient of a state step by step: the backward loop of a gradient hands it on from step to step, so its norms are read from
 * the iterations of that loop. Its first iteration belongs to the last step of the forward scan.
 */
import type { SeriesData } from '../../../../protocol/src/questions.ts';
import type { RunHost } from '../../graph/runHost.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { norm } from './rowNumbers.ts';
import type { Piece, ScanTrace } from './scanTrace.ts';
import { Drawing, type DrawnRange, patience } from './series.ts';

export interface BackwardLoop {
  readonly trace: ScanTrace;
  /** Steps of the forward scan. */
  readonly stepCount: number;
  /** Inputs of the backward step whose sum is the gradient. */
  readonly terms: readonly number[];
}

/** `range` counts the steps of the forward scan. */
export function gradientSeries(loop: BackwardLoop, range: DrawnRange, host: RunHost): SeriesData {
  const { trace, stepCount, terms } = loop;
  const { from, to } = range;
  const drawing = new Drawing(range);
  const isLate = patience(host);
  const followed = trace.requestedStepCount;
  /** The iteration of the backward loop for a step, and the other way round. */
  const mirrored = (step: number): number => stepCount - 1 - step;
  let step = Math.max(from, stepCount - followed);
  while (step < to && !(step > from && isLate())) {
    if (!trace.approach(mirrored(step), host)) {
      if (isLate()) return drawing.finish(from);
      continue;
    }
    const piece = trace.piece(mirrored(step), host);
    if (piece === null) break;
    const norms = sumNorms(
      terms.map((term) => partsOf(trace, term, piece)),
      piece.count,
    );
    const last = Math.min(to - 1, mirrored(piece.from));
    for (; step <= last; step++) drawing.add(step, norms[mirrored(step) - piece.from]!);
  }
  return drawing.finish(Math.min(Math.max(step, from), to));
}

const partsOf = (trace: ScanTrace, term: number, piece: Piece): readonly NDArray[] =>
  trace.inputRows(term, piece) ?? [];

/** For each row the norm of the sum of several rows. */
function sumNorms(terms: readonly (readonly NDArray[])[], count: number): Float64Array {
  const norms = new Float64Array(count);
  const columns = terms.map(joined);
  const size = Math.max(0, ...columns.map(({ length }) => length / count));
  const sum = new Float64Array(size);
  for (let row = 0; row < count; row++) {
    sum.fill(0);
    for (const column of columns) {
      // A gradient of one element stands for all of them.
      const width = column.length / count;
      for (let i = 0; i < size; i++) sum[i]! += column[row * width + (width === 1 ? 0 : i)]!;
    }
    norms[row] = norm(sum, 0, size);
  }
  return norms;
}

function joined(parts: readonly NDArray[]): ArrayLike<number> {
  if (parts.length === 1) return parts[0]!.elements() as Float64Array;
  const length = parts.reduce((sum, { size }) => sum + size, 0);
  const all = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part.elements() as Float64Array, at);
    at += part.size;
  }
  return all;
}
