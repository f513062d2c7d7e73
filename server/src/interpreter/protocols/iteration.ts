/** Iteration: any iterable value as a JS function that gives the next element. */
import { isException, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { lookupInType, NativeIterate, NativeNext, typeOf } from '../pyType.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import { type Next, PyIterator, PyList, PyRange, PyTuple, type Value } from '../values.ts';
import { callDirect, callSpecial } from './calls.ts';

/** `iter(value)`; raises TypeError for what is not iterable. */
export function iterate(value: Value): Next {
  if (value instanceof PyIterator && value.cls === null) return value.next;
  const type = typeOf(value);
  const found = lookupInType(type, '__iter__');
  if (found instanceof NativeIterate) return found.iterate(value as never);
  if (found !== undefined && found !== null) {
    const iterator = callSpecial(found, value, []);
    const next = nextOf(iterator);
    if (!next) raiseTypeError(`iter() returned non-iterator of type '${typeOf(iterator).name}'`);
    return next;
  }
  if (found === undefined) {
    const getItem = lookupInType(type, '__getitem__');
    if (getItem !== undefined && getItem !== null) return iterateByIndex(value, getItem);
  }
  return raiseTypeError(
    pythonVersion() === 2 && type.isOldStyle
      ? 'iteration over non-sequence'
      : `'${type.name}' object is not iterable`,
  );
}

/** `next` of an iterator; null for what is none. */
export function nextOf(iterator: Value): Next | null {
  if (iterator instanceof PyIterator && iterator.cls === null) return iterator.next;
  const type = typeOf(iterator);
  const found =
    lookupInType(type, '__next__') ?? (pythonVersion() === 2 ? lookupInType(type, 'next') : undefined);
  if (found === undefined || found === null) return null;
  if (found instanceof NativeNext) return () => found.next(iterator as never);
  return () => {
    try {
      return callSpecial(found, iterator, []);
    } catch (error) {
      if (isException(error, 'StopIteration')) return undefined;
      throw error;
    }
  };
}

function iterateByIndex(value: Value, getItem: Value): Next {
  let index = 0;
  let isDone = false;
  return () => {
    if (isDone) return undefined;
    try {
      return callDirect(getItem, value, index++);
    } catch (error) {
      if (!isException(error, 'IndexError', 'StopIteration')) throw error;
      isDone = true;
      return undefined;
    }
  };
}

/** All elements, as a fresh JS array. */
export function toArray(value: Value): Value[] {
  if (value instanceof PyTuple && value.cls === null) return [...value.items];
  if (value instanceof PyList && value.cls === null) return [...value.items];
  const next = iterate(value);
  const running = runtime();
  if (value instanceof PyRange) running.allocate(value.length * 8);
  const items: Value[] = [];
  for (let item = next(); item !== undefined; item = next()) {
    items.push(item);
    if (items.length % allocationStep === 0) {
      running.checkpoint();
      running.allocate(allocationStep * 8);
    }
  }
  return items;
}

/** Memory for long lists is asked for in pieces of so many elements. */
const allocationStep = 4096;

/** JS iteration over a Python iterable. */
export function* elements(value: Value): Generator<Value, void> {
  const next = iterate(value);
  for (let item = next(); item !== undefined; item = next()) yield item;
}

/** Exactly `count` elements, for `a, b = value`. */
export function unpack(value: Value, count: number): readonly Value[] {
  if (value instanceof PyTuple && value.cls === null && value.items.length === count) return value.items;
  if (value instanceof PyList && value.cls === null && value.items.length === count) return [...value.items];
  const next = iterateForUnpacking(value);
  const items: Value[] = [];
  for (let item = next(); item !== undefined; item = next()) {
    if (items.length === count) {
      raiseValueError(tooMany(value, count));
    }
    items.push(item);
  }
  if (items.length < count) raiseValueError(tooFew(count, items.length));
  return items;
}

function tooMany(_value: Value, count: number): string {
  return pythonVersion() === 2
    ? 'too many values to unpack'
    : `too many values to unpack (expected ${count})`;
}

function tooFew(count: number, got: number): string {
  if (pythonVersion() === 2) return `need more than ${got} value${got === 1 ? '' : 's'} to unpack`;
  return `not enough values to unpack (expected ${count}, got ${got})`;
}

/** `before` elements, a list of the middle, `after` elements, for `a, *b, c = value`. */
export function unpackStarred(value: Value, before: number, after: number): Value[] {
  const next = iterateForUnpacking(value);
  const items: Value[] = [];
  for (let item = next(); item !== undefined; item = next()) items.push(item);
  if (items.length < before + after) {
    raiseValueError(`not enough values to unpack (expected at least ${before + after}, got ${items.length})`);
  }
  const middle = new PyList(items.slice(before, items.length - after));
  return [...items.slice(0, before), middle, ...items.slice(items.length - after)];
}

function iterateForUnpacking(value: Value): Next {
  const type = typeOf(value);
  const hasItems = (lookupInType(type, '__iter__') ?? lookupInType(type, '__getitem__') ?? null) !== null;
  if (!hasItems && !(value instanceof PyIterator)) {
    raiseTypeError(
      pythonVersion() === 2
        ? `'${type.name}' object is not iterable`
        : `cannot unpack non-iterable ${type.name} object`,
    );
  }
  return iterate(value);
}

/** A JS iteration over an array that may grow while it runs. */
export function iterateArray(items: readonly Value[]): Next {
  let index = 0;
  return () => (index < items.length ? items[index++] : undefined);
}
