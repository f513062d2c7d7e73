/**
 * The gradient of a state step by step: the backward loop of a gradient hands it on from step to step, so its norms are read from
 * the iterations of that loop. Its first iteration belongs to the last step of the forward scan.
 */
import type { SeriesData } from '../../../../protocol/src/questions.ts';
import type { RunHost } from '../../graph/runHost.ts';
import { type ScanParams, scanEntry } from '../../graph/scan/scanOp.ts';
import { originOf } from '../../graph/scan/scanOrigin.ts';
import { applyIn } from '../../graph/variable.ts';
import { rowNumbers } from './rowNumbers.ts';
import type { ScanSite } from './scanSites.ts';
import type { ScanTrace } from './scanTrace.ts';
import { Drawing, type DrawnRange, patience } from './series.ts';

export interface BackwardLoop {
  readonly trace: ScanTrace;
  /** Steps of the forward scan. */
  readonly stepCount: number;
  /** The output of the backward scan that is the gradient. */
  readonly output: number;
}

/** `range` counts the steps of the forward scan. */
export function gradientSeries(loop: BackwardLoop, range: DrawnRange, host: RunHost): SeriesData {
  const { trace, stepCount, output } = loop;
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
    const norms = rowNumbers(trace.outputRows(output, piece)!, null);
    const last = Math.min(to - 1, mirrored(piece.from));
    for (; step <= last; step++) drawing.add(step, norms[mirrored(step) - piece.from]!);
  }
  return drawing.finish(Math.min(Math.max(step, from), to));
}

const known = new WeakMap<ScanSite, TotalGradients>();

interface TotalGradients {
  /** The backward scan, with gradients of states among its outputs. */
  readonly site: ScanSite;
  /** By the number of the output of the forward scan. */
  readonly outputs: ReadonlyMap<number, number>;
}

/**
 * What a backward loop hands on of a state is what later steps add to its gradient. All of the gradient, with what other results
 * of the same step add, is one of its intermediate values: the loop is extended by outputs for them.
 */
export function totalGradients(backward: ScanSite): TotalGradients | null {
  const made = known.get(backward) ?? extended(backward);
  if (made !== null) known.set(backward, made);
  return made;
}

function extended({ scan, params, number }: ScanSite): TotalGradients | null {
  const origin = originOf(params);
  if (origin?.kind !== 'gradient') return null;
  const totals = origin.forward.states.flatMap((_, output) => {
    const total = origin.total(output);
    return total === null ? [] : [{ output, total }];
  });
  const { inner, nitSotCount } = params;
  const outputs = [
    ...inner.outputs.slice(0, nitSotCount),
    ...totals.map(({ total }) => total),
    ...inner.outputs.slice(nitSotCount),
  ];
  const form: ScanParams = {
    ...params,
    inner: { inputs: inner.inputs, outputs },
    nitSotCount: nitSotCount + totals.length,
  };
  const [first] = applyIn(scan.inputs[0]!.context, { entry: scanEntry, params: form }, scan.inputs);
  return {
    site: { number: -1 - number, scan: first!.owner!, params: form },
    outputs: new Map(totals.map(({ output }, i) => [output, nitSotCount + i])),
  };
}
