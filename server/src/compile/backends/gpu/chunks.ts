/** How many steps go to the device at once. */
import type { GpuProgram } from './gpuProgram.ts';

const mostSteps = 256;
/** Kernels of one pipeline: recording each costs some microseconds, and all of them are in memory. */
const mostCalls = 4096;
/** Bytes of rows that come back at once. */
const mostRowBytes = 2 ** 26;
/** The place of a row is computed in float32. */
const mostExact = 2 ** 24;

/** The most steps of a program at once. */
export function mostStepsOf({ calls, streams, rows, kernels }: GpuProgram): number {
  const callCount = calls.filter(({ isInvariant }) => !isInvariant).length;
  const rowBytes = rows.reduce((sum, slot) => {
    const shape = slot.kind === 'result' ? kernels[calls[slot.index].kernel].shape : [];
    return sum + 4 * shape.reduce((a, b) => a * b, 1);
  }, 0);
  const longest = Math.max(1, ...streams);
  return Math.max(
    1,
    Math.min(
      mostSteps,
      Math.floor(mostCalls / Math.max(1, callCount)),
      Math.floor(mostRowBytes / Math.max(1, rowBytes)),
      Math.floor(mostExact / longest),
    ),
  );
}

export interface ChunkLimits {
  readonly most: number;
  readonly least: number;
}

/**
 * The lengths of the chunks: as few as possible, and of at most two lengths, because a pipeline is made for each length. None has fewer steps
 * than states reach back, lest a state pass a chunk untouched. One after another: of very many steps there are too many for an array.
 */
export function* chunkLengths(stepCount: number, limits: ChunkLimits): Generator<number> {
  const count = chunkCount(stepCount, limits);
  const longer = Math.ceil(stepCount / count);
  const longerCount = stepCount - count * (longer - 1);
  for (let i = 0; i < count; i++) yield i < longerCount ? longer : longer - 1;
}

export const chunkCount = (stepCount: number, { most, least }: ChunkLimits): number =>
  Math.max(1, Math.min(Math.ceil(stepCount / most), Math.floor(stepCount / Math.max(1, least))));
