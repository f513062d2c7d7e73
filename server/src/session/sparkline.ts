/**
 * The course of a long vector as a few block characters: each stands for the mean of its part, between the least and the greatest of
 * these means. Of large parts only some elements are read, so that a vector of any length costs the same.
 */
import { isComplex, isFloat, isInteger } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';

const blocks = '▁▂▃▄▅▆▇█';
/** Stands where a part has no finite number. */
const gap = '·';
const width = 20;
/** Elements of each part that are read. */
const samples = 32;

/** Null for what has no course: other than one axis, few elements, no numbers, always the same number. */
export function sparkline(array: NDArray): string | null {
  const { dtype, size } = array;
  const isNumeric = (isFloat(dtype) || isInteger(dtype)) && !isComplex(dtype);
  if (array.ndim !== 1 || size < width || !isNumeric) return null;
  const means = Array.from({ length: width }, (_, part) => meanOf(array, part));
  const known = means.filter((mean) => mean !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (!(high > low)) return null;
  const scale = (blocks.length - 1) / (high / 2 - low / 2);
  // Halved, so that the distance of the largest numbers is a number, too.
  return means
    .map((mean) => (mean === null ? gap : blocks.charAt(Math.round((mean / 2 - low / 2) * scale))))
    .join('');
}

function meanOf(array: NDArray, part: number): number | null {
  const start = Math.floor((part * array.size) / width);
  const end = Math.floor(((part + 1) * array.size) / width);
  const step = Math.max(1, (end - start) / samples);
  let [mean, count] = [0, 0];
  for (let position = start; position < end; position += step) {
    const value = Number(array.at(Math.floor(position)));
    if (!Number.isFinite(value)) continue;
    count++;
    mean += value / count - mean / count;
  }
  return count === 0 ? null : mean;
}
