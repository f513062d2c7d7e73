/**
 * `heapq` and `bisect`. The heap moves elements as CPython's `heapq.py` does (down to a leaf, then up again), so that the
 * order of the list is the same after every operation; the algorithm is in Knuth, volume 3, 5.2.3.
 */
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { call, callMethodOfType } from '../../protocols/calls.ts';
import { isTrue, richCompare } from '../../protocols/comparison.ts';
import { getItem, lengthOf, sizeOf } from '../../protocols/items.ts';
import { iterate, toArray } from '../../protocols/iteration.ts';
import { typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import type { NativeBody } from '../../signature.ts';
import { sortValues } from '../../types/sorting.ts';
import { type Next, PyIterator, PyList, type PyModule, type Value } from '../../values.ts';

type Less = (a: Value, b: Value) => boolean;

const less: Less = (a, b) => isTrue(richCompare('<', a, b));
const greater: Less = (a, b) => less(b, a);

function heapOf(heap: Value): Value[] {
  return heap instanceof PyList
    ? heap.items
    : raiseTypeError(`heap argument must be a list, not ${typeOf(heap).name}`);
}

/** Moves the element at `position` towards the root while it is smaller than its parent. */
function siftUp(heap: Value[], root: number, from: number, before: Less): void {
  const item = heap[from]!;
  let position = from;
  while (position > root) {
    const parent = (position - 1) >> 1;
    if (!before(item, heap[parent]!)) break;
    heap[position] = heap[parent]!;
    position = parent;
  }
  heap[position] = item;
}

/** Moves smaller children up until a leaf is free, and puts the element there and up again. */
function siftDown(heap: Value[], root: number, before: Less): void {
  const item = heap[root]!;
  let position = root;
  for (let child = 2 * root + 1; child < heap.length; child = 2 * position + 1) {
    const right = child + 1;
    const chosen = right < heap.length && !before(heap[child]!, heap[right]!) ? right : child;
    heap[position] = heap[chosen]!;
    position = chosen;
  }
  heap[position] = item;
  siftUp(heap, root, position, before);
}

function heapify(heap: Value[], before: Less): void {
  for (let position = (heap.length >> 1) - 1; position >= 0; position--) {
    if (position % 1024 === 0) runtime().checkpoint();
    siftDown(heap, position, before);
  }
}

function pop(heap: Value[], before: Less): Value {
  const last = heap.pop();
  if (last === undefined) raise(exceptionType('IndexError'), 'index out of range');
  if (heap.length === 0) return last;
  const first = heap[0]!;
  heap[0] = last;
  siftDown(heap, 0, before);
  return first;
}

function replace(heap: Value[], item: Value, before: Less): Value {
  if (heap.length === 0) raise(exceptionType('IndexError'), 'index out of range');
  const first = heap[0]!;
  heap[0] = item;
  siftDown(heap, 0, before);
  return first;
}

function pushPop(heap: Value[], item: Value, before: Less): Value {
  return heap.length > 0 && before(heap[0]!, item) ? replace(heap, item, before) : item;
}

const extremes =
  (which: 'largest' | 'smallest'): NativeBody =>
  (count: Value, items: Value, key?: Value) => {
    const sorted = sortValues(toArray(items), key ?? null, { reverse: which === 'largest' });
    return new PyList(sorted.slice(0, Math.max(0, sizeOf(count))));
  };

interface Source {
  key: Value;
  item: Value;
  readonly order: number;
  readonly next: Next;
}

/** Merges sorted inputs: the input with the smallest key is next; equal keys in the order of the inputs. */
function merge(iterables: Value[], key?: Value, reverse?: Value): Value {
  const keyOf = (item: Value): Value => (key === undefined || key === null ? item : call(key, [item]));
  const before = reverse !== undefined && isTrue(reverse) ? greater : less;
  let sources: Source[] | null = null;
  const start = (): Source[] =>
    iterables.flatMap((iterable, order) => {
      const next = iterate(iterable);
      const item = next();
      return item === undefined ? [] : [{ key: keyOf(item), item, order, next }];
    });
  return new PyIterator('generator', () => {
    runtime().checkpoint();
    sources ??= start();
    let best = sources[0];
    if (best === undefined) return undefined;
    for (const each of sources) if (before(each.key, best.key)) best = each;
    const { item } = best;
    const following = best.next();
    if (following === undefined) sources = sources.filter((each) => each !== best);
    else {
      best.item = following;
      best.key = keyOf(following);
    }
    return item;
  });
}

export const heapqModule = (): PyModule =>
  defineModule({
    name: 'heapq',
    functions: {
      'heappush(heap, item, /)': (heap: Value, item: Value) => {
        const items = heapOf(heap);
        items.push(item);
        siftUp(items, 0, items.length - 1, less);
        return null;
      },
      'heappop(heap, /)': (heap: Value) => pop(heapOf(heap), less),
      'heapify(x, /)': (heap: Value) => {
        heapify(heapOf(heap), less);
        return null;
      },
      'heapreplace(heap, item, /)': (heap: Value, item: Value) => replace(heapOf(heap), item, less),
      'heappushpop(heap, item, /)': (heap: Value, item: Value) => pushPop(heapOf(heap), item, less),
      '_heapify_max(x, /)': (heap: Value) => {
        heapify(heapOf(heap), greater);
        return null;
      },
      '_heappop_max(heap, /)': (heap: Value) => pop(heapOf(heap), greater),
      '_heapreplace_max(heap, item, /)': (heap: Value, item: Value) => replace(heapOf(heap), item, greater),
      'nlargest(n, iterable, key?)': extremes('largest'),
      'nsmallest(n, iterable, key?)': extremes('smallest'),
      'merge(*iterables, key?, reverse?)': merge,
    },
  });

/** Where `x` belongs in a sorted sequence: after equal elements (`right`) or before them. */
function position(side: 'left' | 'right', ...given: (Value | undefined)[]): number {
  const [sequence, x, lo, hi, key] = given as [Value, Value, Value?, Value?, Value?];
  let low = lo === undefined ? 0 : sizeOf(lo);
  if (low < 0) raiseValueError('lo must be non-negative');
  let high = hi === undefined || hi === null ? lengthOf(sequence) : sizeOf(hi);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = getItem(sequence, middle);
    const compared = key === undefined || key === null ? item : call(key, [item]);
    const goesRight = side === 'right' ? !less(x, compared) : less(compared, x);
    if (goesRight) low = middle + 1;
    else high = middle;
  }
  return low;
}

const search =
  (side: 'left' | 'right'): NativeBody =>
  (...given: (Value | undefined)[]) =>
    position(side, ...given);

const insert =
  (side: 'left' | 'right'): NativeBody =>
  (...given: (Value | undefined)[]) => {
    const [sequence, x, lo, hi, key] = given as [Value, Value, Value?, Value?, Value?];
    const wanted = key === undefined || key === null ? x : call(key, [x]);
    const index = position(side, sequence, wanted, lo, hi, key);
    if (sequence instanceof PyList && sequence.cls === null) sequence.items.splice(index, 0, x);
    else callMethodOfType(sequence, 'insert', index, x);
    return null;
  };

export const bisectModule = (): PyModule =>
  defineModule({
    name: 'bisect',
    functions: {
      'bisect(a, x, lo?, hi?, *, key?)': search('right'),
      'bisect_right(a, x, lo?, hi?, *, key?)': search('right'),
      'bisect_left(a, x, lo?, hi?, *, key?)': search('left'),
      'insort(a, x, lo?, hi?, *, key?)': insert('right'),
      'insort_right(a, x, lo?, hi?, *, key?)': insert('right'),
      'insort_left(a, x, lo?, hi?, *, key?)': insert('left'),
    },
  });
