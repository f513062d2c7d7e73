/** The lazy iterators of `itertools` that go through other iterators: each takes from its source exactly when CPython's does. */
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { equals, isTrue } from '../../../protocols/comparison.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { iterate, toArray } from '../../../protocols/iteration.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { typeOf } from '../../../pyType.ts';
import { turn } from '../../../runtime.ts';
import { type Next, PyTuple, type Value } from '../../../values.ts';

/** One iterable after the other. */
export function chain(iterables: Next): Next {
  let current: Next | null = null;
  let isDone = false;
  return () => {
    while (!isDone) {
      turn();
      if (current === null) {
        const iterable = iterables();
        if (iterable === undefined) isDone = true;
        else current = iterate(iterable);
      } else {
        const item = current();
        if (item !== undefined) return item;
        current = null;
      }
    }
    return undefined;
  };
}

export function cycle(source: Next): Next {
  const seen: Value[] = [];
  let isReading = true;
  let index = 0;
  return () => {
    turn();
    if (isReading) {
      const item = source();
      if (item !== undefined) {
        seen.push(item);
        return item;
      }
      isReading = false;
    }
    if (seen.length === 0) return undefined;
    const item = seen[index]!;
    index = (index + 1) % seen.length;
    return item;
  };
}

function sliceBound(value: Value | undefined, what: 'Stop argument' | 'Indices'): number | null {
  if (value === undefined || value === null) return null;
  const index = tryIndex(value);
  if (index !== undefined && index >= 0) return Number(index);
  const shown = index !== undefined && index !== -1 ? 'Indices' : what;
  return raiseValueError(`${shown} for islice() must be None or an integer: 0 <= x <= sys.maxsize.`);
}

function sliceStep(value: Value | undefined): number {
  if (value === undefined || value === null) return 1;
  const index = tryIndex(value);
  if (index !== undefined && index > 0) return Number(index);
  return raiseValueError('Step for islice() must be a positive integer or None.');
}

/** `islice(iterable, stop)` and `islice(iterable, start, stop, step)`. */
export function slice(items: Value, first: Value, ...given: (Value | undefined)[]): Next {
  const [second, third] = given;
  const source = iterate(items);
  const isPrefix = second === undefined;
  const start = isPrefix ? 0 : (sliceBound(first, 'Indices') ?? 0);
  const stop = sliceBound(isPrefix ? first : second, 'Stop argument') ?? Number.POSITIVE_INFINITY;
  const step = sliceStep(third);
  let position = 0;
  let wanted = start;
  let isDone = false;
  return () => {
    if (isDone) return undefined;
    while (position < wanted) {
      turn();
      if (source() === undefined) {
        isDone = true;
        return undefined;
      }
      position++;
    }
    const item = position >= stop ? undefined : source();
    if (item === undefined) {
      isDone = true;
      return undefined;
    }
    position++;
    wanted = Math.min(wanted + step, stop);
    return item;
  };
}

/** Rows of all sources, until none has an element left. */
export function longest(iterables: readonly Value[], fill: Value): Next {
  const sources: (Next | null)[] = iterables.map(iterate);
  let left = sources.length;
  return () => {
    if (left === 0) return undefined;
    turn();
    const row: Value[] = [];
    for (const [place, source] of sources.entries()) {
      const item = source?.();
      if (item === undefined && source !== null) {
        sources[place] = null;
        if (--left === 0) return undefined;
      }
      row.push(item === undefined ? fill : item);
    }
    return new PyTuple(row);
  };
}

/** Rows of all sources, until one has no element left. */
export function shortest(iterables: readonly Value[]): Next {
  const sources = iterables.map(iterate);
  return () => {
    if (sources.length === 0) return undefined;
    turn();
    const row: Value[] = [];
    for (const source of sources) {
      const item = source();
      if (item === undefined) return undefined;
      row.push(item);
    }
    return new PyTuple(row);
  };
}

export function accumulate(source: Next, operation: Value, initial: Value): Next {
  const add = (total: Value, item: Value): Value =>
    operation === null ? binaryFunctions['+'](total, item) : call(operation, [total, item]);
  let total: Value | undefined;
  let isFirst = initial !== null;
  return () => {
    if (isFirst) {
      isFirst = false;
      total = initial;
      return total;
    }
    turn();
    const item = source();
    if (item === undefined) return undefined;
    total = total === undefined ? item : add(total, item);
    return total;
  };
}

export function pairwise(source: Next): Next {
  let previous: Value | undefined;
  let isDone = false;
  return () => {
    if (isDone) return undefined;
    turn();
    previous ??= previous === undefined ? source() : previous;
    const item = previous === undefined ? undefined : source();
    if (item === undefined) {
      isDone = true;
      return undefined;
    }
    const pair = new PyTuple([previous!, item]);
    previous = item;
    return pair;
  };
}

export function batched(source: Next, size: number): Next {
  if (size < 1) raiseValueError('n must be at least one');
  return () => {
    const batch: Value[] = [];
    while (batch.length < size) {
      turn();
      const item = source();
      if (item === undefined) break;
      batch.push(item);
    }
    return batch.length === 0 ? undefined : new PyTuple(batch);
  };
}

export function takeWhile(test: Value, source: Next): Next {
  let isDone = false;
  return () => {
    if (isDone) return undefined;
    turn();
    const item = source();
    if (item === undefined) return undefined;
    if (isTrue(call(test, [item]))) return item;
    isDone = true;
    return undefined;
  };
}

export function dropWhile(test: Value, source: Next): Next {
  let isDropping = true;
  return () => {
    for (;;) {
      turn();
      const item = source();
      if (item === undefined || !isDropping) return item;
      if (isTrue(call(test, [item]))) continue;
      isDropping = false;
      return item;
    }
  };
}

/** The elements for which the test answers `wanted`; without a test their own truth. */
export function filtered(test: Value, source: Next, wanted: 'true' | 'false'): Next {
  return () => {
    for (;;) {
      turn();
      const item = source();
      if (item === undefined) return undefined;
      if (isTrue(test === null ? item : call(test, [item])) === (wanted === 'true')) return item;
    }
  };
}

export function compress(source: Next, selectors: Next): Next {
  return () => {
    for (;;) {
      turn();
      const item = source();
      const selector = item === undefined ? undefined : selectors();
      if (selector === undefined) return undefined;
      if (isTrue(selector)) return item;
    }
  };
}

export function starMap(callee: Value, source: Next): Next {
  return () => {
    turn();
    const row = source();
    return row === undefined ? undefined : call(callee, toArray(row));
  };
}

/** Floats are added one step at a time, with the errors that this makes. */
export function count(start: Value, step: Value): { next: Next; current(): Value } {
  let value = start;
  return {
    next: () => {
      turn();
      const given = value;
      value = binaryFunctions['+'](value, step);
      return given;
    },
    current: () => value,
  };
}

/** Runs of equal keys; a run ends when the next one is asked for. */
export function groups(source: Next, key: Value, wrap: (next: Next) => Value): Next {
  let item: Value | undefined;
  let itemKey: Value | undefined;
  let runKey: Value | undefined;
  let running = 0;
  const step = (): boolean => {
    turn();
    const next = source();
    if (next === undefined) return false;
    itemKey = key === null ? next : call(key, [next]);
    item = next;
    return true;
  };
  const run = (own: number, ownKey: Value): Next => {
    return () => {
      if (own !== running) return undefined;
      if (item === undefined && !step()) return undefined;
      if (!equals(ownKey, itemKey!)) return undefined;
      const given = item;
      item = undefined;
      return given;
    };
  };
  return () => {
    running++;
    while (itemKey === undefined || (runKey !== undefined && equals(runKey, itemKey))) {
      if (!step()) return undefined;
    }
    runKey = itemKey;
    return new PyTuple([runKey, wrap(run(running, runKey))]);
  };
}

/** What the copies of one iterator share. */
export interface TeeSource {
  readonly source: Next;
  readonly seen: Value[];
}

/** A copy that stands at `index`. */
export function teeAt(shared: TeeSource, index: number): { next: Next; index(): number } {
  let position = index;
  return {
    next: () => {
      if (position === shared.seen.length) {
        turn();
        const item = shared.source();
        if (item === undefined) return undefined;
        shared.seen.push(item);
      }
      return shared.seen[position++];
    },
    index: () => position,
  };
}

/** How often `repeat` gives its value. */
export function repeatCount(times: Value | undefined): number {
  if (times === undefined) return Number.POSITIVE_INFINITY;
  const index = tryIndex(times);
  if (index === undefined) {
    raiseTypeError(`'${typeOf(times).name}' object cannot be interpreted as an integer`);
  }
  return Math.max(0, Number(index));
}
