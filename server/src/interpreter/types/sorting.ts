/**
 * Sorting by Python's `<`, stably. Keys that are all numbers or all plain text are compared on the spot: no code of the program
 * can see how often or in which order. All others are compared as CPython compares them, see timSort.ts.
 */
import { call1, call2 } from '../protocols/calls.ts';
import { isLess, isTrue, richCompare } from '../protocols/comparison.ts';
import { expectLongTurn, runtime, turn } from '../runtime.ts';
import { PyFloat, type Value } from '../values.ts';
import { type IsBefore, timSort } from './timSort.ts';

/** The elements in order. */
export function sortValues(
  items: readonly Value[],
  key: Value,
  options: { reverse: boolean; cmp?: Value },
): Value[] {
  const { length } = items;
  runtime().allocate(length * 32);
  const keys = key === null ? items : keysOf(items, key);
  const cmp = options.cmp ?? null;
  const order = new Uint32Array(length);
  for (let index = 0; index < length; index++) order[index] = options.reverse ? length - 1 - index : index;
  const sorted = cmp === null ? sortByKeys(order, keys) : visibleSort(order, comparing(keys, cmp));
  if (options.reverse) sorted.reverse();
  const result = new Array<Value>(length);
  for (let index = 0; index < length; index++) result[index] = items[sorted[index]!]!;
  return result;
}

function keysOf(items: readonly Value[], key: Value): Value[] {
  const keys: Value[] = [];
  for (let index = 0; index < items.length; index++) keys.push(call1(key, items[index]!));
  return keys;
}

const comparing =
  (keys: readonly Value[], cmp: Value): IsBefore =>
  (later, earlier) => {
    turn();
    return isTrue(richCompare('<', call2(cmp, keys[later]!, keys[earlier]!), 0));
  };

function sortByKeys(order: Uint32Array, keys: readonly Value[]): Uint32Array {
  const numbers = plainNumbers(keys);
  if (numbers !== null) return mergeSort(order, (later, earlier) => numbers[later]! < numbers[earlier]!);
  if (isPlainText(keys)) return mergeSort(order, (later, earlier) => keys[later]! < keys[earlier]!);
  return visibleSort(order, (later, earlier) => {
    turn();
    return isLess(keys[later]!, keys[earlier]!);
  });
}

/** The sort of the running Python's release, since a program can see which keys are compared. */
const visibleSort = (order: Uint32Array, isBefore: IsBefore): Uint32Array =>
  timSort(order, isBefore, runtime().python === 2 ? 'length' : 'power');

/** The keys when all are integers or floats, and none of them NaN. */
function plainNumbers(keys: readonly Value[]): Float64Array | null {
  const numbers = new Float64Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    const number = typeof key === 'number' ? key : key instanceof PyFloat ? key.value : Number.NaN;
    if (Number.isNaN(number)) return null;
    numbers[index] = number;
  }
  return numbers;
}

const surrogate = /[\ud800-\udfff]/;

/** True for text whose order by code points is the order by units. */
function isPlainText(keys: readonly Value[]): boolean {
  return keys.every((key) => typeof key === 'string' && !surrogate.test(key));
}

/** So many elements are merged between two turns. */
const longRun = 4096;

function mergeSort(order: Uint32Array, isBefore: IsBefore): Uint32Array {
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (let width = 1; width < order.length; width *= 2) {
    for (let start = 0; start < order.length; start += 2 * width) {
      if (width > longRun) expectLongTurn();
      turn();
      merge(from, to, [start, Math.min(start + width, order.length), width], isBefore);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Merges two neighbouring runs that are sorted. */
function merge(
  from: Uint32Array,
  to: Uint32Array,
  [start, middle, width]: readonly [start: number, middle: number, width: number],
  isBefore: IsBefore,
): void {
  const end = Math.min(middle + width, from.length);
  // Runs that are in order already are asked for one comparison only.
  if (middle >= end || !isBefore(from[middle]!, from[middle - 1]!)) {
    for (let index = start; index < end; index++) to[index] = from[index]!;
    return;
  }
  let left = start;
  let right = middle;
  let index = start;
  while (left < middle && right < end) {
    to[index++] = isBefore(from[right]!, from[left]!) ? from[right++]! : from[left++]!;
  }
  while (left < middle) to[index++] = from[left++]!;
  while (right < end) to[index++] = from[right++]!;
}
