/** Order and search along one axis: sort, argsort, the places of values in sorted ones, equal elements in groups. NaN comes last. */
import { Complex } from './complex.ts';
import { compareComplex } from './complexFunctions.ts';
import type { Element, TypedArray } from './dtype.ts';
import { ElementArray } from './elementArray.ts';
import { mapElements } from './elementwise.ts';
import { notSupported } from './engineError.ts';
import { inBlocks, spent } from './interrupt.ts';
import { cast, fromStorage, type NDArray } from './ndarray.ts';
import { isRecord } from './recordElement.ts';
import { elementCount } from './shape.ts';
import { permute } from './shaping.ts';
import { stableOrder } from './stableOrder.ts';
import { compareTexts, Text } from './textElement.ts';
import { isTime, notATime } from './timeElement.ts';

/** NaN comes last, as in NumPy. */
export function compareElements(a: Element, b: Element): number {
  if (a instanceof Complex && b instanceof Complex) return compareComplex(a, b);
  if (a instanceof Text && b instanceof Text) return compareTexts(a, b);
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** The stable order of records by some of their fields, the first one first. */
export function recordOrder(columns: readonly NDArray[]): number[] {
  const keys = columns.map((column) => column.elements());
  return Array.from({ length: columns[0].size }, (_, i) => i).sort((i, j) => {
    spent(1);
    for (const key of keys) {
      const order = compareElements(key[i], key[j]);
      if (order !== 0) return order;
    }
    return i - j;
  });
}

/** The stable order of the elements along the last axis, row after row. */
function orders(array: NDArray): ArrayLike<number>[] {
  if (isRecord(array.dtype)) throw notSupported('sorting records here');
  const length = array.shape[array.ndim - 1];
  const values = array.elements();
  const keys = numberKeys(array);
  return Array.from({ length: elementCount(array.shape.slice(0, -1)) }, (_, row) => {
    const start = row * length;
    if (keys) return stableOrder(keys.subarray(start, start + length));
    const order = Array.from({ length }, (_, i) => i);
    return order.sort((i, j) => {
      spent(1);
      return compareElements(values[start + i], values[start + j]) || i - j;
    });
  });
}

/** The elements as doubles with the same order; null where there are none. */
function numberKeys(array: NDArray): Float64Array | null {
  if (array.storage instanceof ElementArray) return null;
  if (isTime(array.dtype)) return timeKeys(array);
  const keys = cast(array, 'float64').elements() as Float64Array;
  const isBig = array.storage instanceof BigInt64Array || array.storage instanceof BigUint64Array;
  return isBig && keys.some((key) => !Number.isSafeInteger(key)) ? null : keys;
}

/** Times as doubles; NaT is greater than all others. */
function timeKeys(array: NDArray): Float64Array {
  const values = array.elements() as BigInt64Array;
  const least = values.reduce((low, value) => (value !== notATime && value < low ? value : low), 0n);
  const keys = Float64Array.from(values, (value) =>
    value === notATime ? Number.POSITIVE_INFINITY : Number(value - least),
  );
  if (keys.some((key) => Number.isFinite(key) && !Number.isSafeInteger(key)))
    throw notSupported('sorting times over so long a span in this unit');
  return keys;
}

/** Runs `along` on the last axis with `axis` moved there, and moves it back. */
function onAxis(array: NDArray, axis: number, along: (array: NDArray) => NDArray): NDArray {
  const order = array.shape.map((_, i) => i);
  order[axis] = array.ndim - 1;
  order[array.ndim - 1] = axis;
  const found = permute(along(permute(array, order)), order);
  return found.isContiguous ? found : found.copy();
}

/** The array sorted along an axis. */
export const sortedAlong = (array: NDArray, axis: number): NDArray =>
  onAxis(array, axis, (source) => {
    const result = source.copy();
    const length = source.shape[source.ndim - 1];
    if (source.storage instanceof ElementArray || isTime(source.dtype)) sortRows(result, length);
    else
      for (let start = 0; start < result.storage.length; start += length)
        sortInPieces(result.storage.subarray(start, start + length) as Float64Array);
    return result;
  });

/** Elements that are sorted without asking whether the run has to stop. */
const pieceLength = 2 ** 18;

/** The engine's own sort can not be stopped: long lines are sorted in pieces, which are then merged. */
function sortInPieces(values: Float64Array): void {
  if (values.length <= pieceLength) {
    values.sort();
    return;
  }
  for (let start = 0; start < values.length; start += pieceLength) {
    values.subarray(start, start + pieceLength).sort();
    spent(pieceLength);
  }
  for (let width = pieceLength; width < values.length; width *= 2)
    for (let start = 0; start + width < values.length; start += 2 * width)
      merge(values.subarray(start, start + 2 * width), width);
}

function merge(values: Float64Array, middle: number): void {
  const left = values.slice(0, middle);
  let from = 0;
  let right = middle;
  inBlocks(values.length, (start, end) => {
    for (let at = start; at < end && from < middle; at++) {
      const takesLeft = right >= values.length || compareElements(left[from], values[right]) <= 0;
      values[at] = takesLeft ? left[from++] : values[right++];
    }
  });
}

function sortRows(array: NDArray, length: number): void {
  const values = array.copy().elements();
  for (const [row, order] of orders(array).entries()) {
    for (let to = 0; to < length; to++) array.storage[row * length + to] = values[row * length + order[to]];
  }
}

/** The places from which a stable sort takes the elements. */
export const argsortAlong = (array: NDArray, axis: number): NDArray =>
  onAxis(array, axis, (source) => {
    const places = new Float64Array(source.size);
    const length = source.shape[source.ndim - 1];
    for (const [row, order] of orders(source).entries()) places.set(order, row * length);
    return cast(fromStorage('float64', places, source.shape), 'int64');
  });

/** Where each of `wanted` would have to be put into sorted elements of its type. */
export function searchPositions(sorted: TypedArray, wanted: NDArray, side: 'left' | 'right'): NDArray {
  const find = (value: Element): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compareElements(sorted[middle], value);
      if (order < 0 || (side === 'right' && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return mapElements((value) => BigInt(find(value)), [wanted], 'int64');
}

/** Equal elements, in the order of their values. */
export interface Groups {
  /** The first place of each group. */
  readonly firsts: number[];
  /** The group of each element. */
  readonly inverse: number[];
  readonly counts: number[];
}

/** Groups of what `compare` finds equal among `count` things. */
export function groupsOf(count: number, compare: (i: number, j: number) => number): Groups {
  const order = [...new Array(count).keys()].sort((i, j) => compare(i, j) || i - j);
  const groups: Groups = { firsts: [], inverse: new Array<number>(count), counts: [] };
  order.forEach((at, i) => {
    if (i === 0 || compare(order[i - 1], at) !== 0) {
      groups.firsts.push(at);
      groups.counts.push(0);
    }
    groups.inverse[at] = groups.firsts.length - 1;
    groups.counts[groups.counts.length - 1]++;
  });
  return groups;
}

/** Rows of a matrix in lexical order. */
export function compareRows(values: ArrayLike<Element>, length: number): (i: number, j: number) => number {
  return (i, j) => {
    for (let k = 0; k < length; k++) {
      const order = compareElements(values[i * length + k], values[j * length + k]);
      if (order !== 0) return order;
    }
    return 0;
  };
}
