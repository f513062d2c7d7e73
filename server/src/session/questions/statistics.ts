/** Statistics and histograms of the finite numbers of an array. */
import type { HistogramData, StatisticsData } from '../../../../protocol/src/values.ts';
import { isComplex } from '../../tensor/dtype.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import type { AnswerRule } from './evidence.ts';
import { eachBlock, isDrawn } from './numbers.ts';
import { findArray } from './valueAnswers.ts';

const largestBinCount = 1000;

export const statisticsAnswer: AnswerRule<'statistics'> = ({ ref }, evidence) => {
  const found = findArray(ref, evidence);
  return found === null ? null : statisticsOf(found.array, () => evidence.host.checkpoint());
};

export const histogramAnswer: AnswerRule<'histogram'> = ({ ref, binCount }, evidence) => {
  const found = findArray(ref, evidence);
  if (found === null || !isDrawn(found.array)) return null;
  const bins = Math.max(1, Math.min(Math.floor(binCount), largestBinCount));
  return histogramOf(found.array, bins, () => evidence.host.checkpoint());
};

/** What is counted in one pass. */
class Tally {
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  sum = 0;
  count = 0;
  nanCount = 0;
  infinityCount = 0;
  zeroCount = 0;

  add(numbers: Float64Array): void {
    for (let i = 0; i < numbers.length; i++) {
      const x = numbers[i];
      if (x - x === 0) {
        if (x < this.min) this.min = x;
        if (x > this.max) this.max = x;
        if (x === 0) this.zeroCount++;
        this.sum += x;
        this.count++;
      } else if (Number.isNaN(x)) this.nanCount++;
      else this.infinityCount++;
    }
  }
}

export function statisticsOf(array: NDArray, checkpoint: () => void): StatisticsData {
  if (!isDrawn(array)) return nothing;
  const tally = new Tally();
  eachBlock(array, checkpoint, (numbers) => tally.add(numbers));
  const { nanCount, infinityCount, zeroCount, count } = tally;
  const counts = { nanCount, infinityCount, zeroCount };
  if (count === 0 || isComplex(array.dtype)) return { ...nothing, ...counts };
  const { mean, squares } = deviations(array, tally, checkpoint);
  return { min: tally.min, max: tally.max, mean, standardDeviation: Math.sqrt(squares / count), ...counts };
}

const nothing: StatisticsData = {
  min: null,
  max: null,
  mean: null,
  standardDeviation: null,
  nanCount: 0,
  infinityCount: 0,
  zeroCount: 0,
};

/** The mean and the sum of squared distances from it; what the first sum lost by rounding, a second one gives back. */
function deviations(
  array: NDArray,
  { sum, count }: Tally,
  checkpoint: () => void,
): { mean: number; squares: number } {
  const near = Number.isFinite(sum) ? sum / count : 0;
  let [rest, squares] = [0, 0];
  eachBlock(array, checkpoint, (numbers) => {
    for (let i = 0; i < numbers.length; i++) {
      const distance = numbers[i] - near;
      if (distance - distance !== 0) continue;
      rest += distance / count;
      squares += distance * distance;
    }
  });
  return { mean: near + rest, squares: Math.max(0, squares - rest * rest * count) };
}

/** Bins of equal width from the least to the greatest number, the last one with its right edge, as `np.histogram` has them. */
export function histogramOf(array: NDArray, binCount: number, checkpoint: () => void): HistogramData {
  const tally = new Tally();
  eachBlock(array, checkpoint, (numbers) => tally.add(numbers));
  const [low, high] = outerEdges(tally);
  const edges = Array.from({ length: binCount + 1 }, (_, i) => edge(low, high, i / binCount));
  const counts = new Array<number>(binCount).fill(0);
  eachBlock(array, checkpoint, (numbers) => {
    for (let i = 0; i < numbers.length; i++) {
      const x = numbers[i];
      if (x - x === 0) counts[binOf(x, edges)]++;
    }
  });
  return { edges, counts };
}

function outerEdges({ count, min, max }: Tally): [low: number, high: number] {
  if (count === 0) return [0, 1];
  return min === max ? [min - 0.5, max + 0.5] : [min, max];
}

/** Between the largest numbers there is a distance that no number is, so it is never taken. */
const edge = (low: number, high: number, part: number): number =>
  part === 1 ? high : low * (1 - part) + high * part;

/** The quotient may be off by one, and is nothing where the bins are narrower than numbers; the edges decide. */
function binOf(x: number, edges: readonly number[]): number {
  const last = edges.length - 2;
  const part = (x / 2 - edges[0] / 2) / (edges[last + 1] / 2 - edges[0] / 2);
  let bin = Number.isFinite(part) ? Math.min(last, Math.max(0, Math.floor(part * (last + 1)))) : 0;
  while (bin > 0 && x < edges[bin]) bin--;
  while (bin < last && x >= edges[bin + 1]) bin++;
  return bin;
}
