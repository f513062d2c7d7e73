/**
 * The stable order of numbers, NaN last: runs are sorted by insertion and merged from the bottom up (Knuth, The Art of
 * Computer Programming 3, 5.2.1 and 5.2.4). Keys move with their places, so that no comparison costs a call or a jump.
 */
import { spent } from './interrupt.ts';

/** Keys, and where they stood. */
interface Keyed {
  readonly keys: Float64Array;
  readonly places: Int32Array;
}

const runLength = 8;

/** The places of `keys` in the order of their values. */
export function stableOrder(keys: Float64Array): Int32Array {
  const { length } = keys;
  let source: Keyed = { keys: new Float64Array(length), places: new Int32Array(length) };
  const count = takeNumbersFirst(keys, source);
  let target: Keyed = { keys: source.keys.slice(), places: source.places.slice() };
  for (let low = 0; low < count; low += runLength) sortRun(source, low, Math.min(low + runLength, count));
  for (let width = runLength; width < count; width *= 2) {
    for (let low = 0; low < count; low += 2 * width) {
      const middle = Math.min(low + width, count);
      const high = Math.min(low + 2 * width, count);
      merge(source, target, { low, middle, high });
      spent(high - low);
    }
    [source, target] = [target, source];
  }
  return source.places;
}

/** Fills `target` with the keys, those that are not a number last; how many are numbers. */
function takeNumbersFirst(keys: Float64Array, target: Keyed): number {
  let count = 0;
  const put = (key: number, place: number): void => {
    target.keys[count] = key;
    target.places[count++] = place;
  };
  for (let i = 0; i < keys.length; i++) if (!Number.isNaN(keys[i])) put(keys[i], i);
  const numbers = count;
  if (numbers < keys.length) for (let i = 0; i < keys.length; i++) if (Number.isNaN(keys[i])) put(keys[i], i);
  return numbers;
}

function sortRun({ keys, places }: Keyed, low: number, high: number): void {
  for (let i = low + 1; i < high; i++) {
    const key = keys[i];
    const place = places[i];
    let at = i;
    for (; at > low && keys[at - 1] > key; at--) {
      keys[at] = keys[at - 1];
      places[at] = places[at - 1];
    }
    keys[at] = key;
    places[at] = place;
  }
}

/** Merges the runs low … middle and middle … high. */
function merge(source: Keyed, target: Keyed, run: { low: number; middle: number; high: number }): void {
  const { keys, places } = source;
  const { keys: keysTo, places: placesTo } = target;
  const { middle, high } = run;
  let left = run.low;
  let right = middle;
  for (let at = left; at < high; at++) {
    const from = right >= high || (left < middle && keys[left] <= keys[right]) ? left++ : right++;
    keysTo[at] = keys[from];
    placesTo[at] = places[from];
  }
}
