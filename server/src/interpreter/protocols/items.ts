/** Subscripts, lengths and indices. */
import { PyDict } from '../containers.ts';
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import {
  PyClassMethod,
  PyFloat,
  PyFunction,
  PyInstance,
  PyList,
  PyObject,
  PySlice,
  PyTuple,
  PyType,
  type Value,
} from '../values.ts';
import { call, callDirect, callSpecial, callUnary } from './calls.ts';
import { asInteger, type Integer } from './numbers.ts';
import { countsInUnits } from './textPositions.ts';

/** `container[index]`. */
export function getItem(container: Value, index: Value): Value {
  if (container instanceof PyObject && container.cls === null) {
    const item = nativeItem(container, index);
    if (item !== undefined) return item;
  } else if (typeof container === 'string' && typeof index === 'number') {
    const item = countsInUnits(container)
      ? container[index < 0 ? index + container.length : index]
      : undefined;
    if (item !== undefined) return item;
  }
  const type = typeOf(container);
  const slicing = slicingMethod(type, '__getslice__', index);
  if (slicing !== null) return slicing.invoke([container, ...oldBounds(container, index as PySlice)], null);
  const method = lookupInType(type, '__getitem__');
  if (method !== undefined && method !== null) return callDirect(method, container, index);
  if (container instanceof PyType) {
    const generic = lookupInType(container, '__class_getitem__');
    if (generic instanceof PyClassMethod) return call(generic.callee, [container, index]);
    if (generic !== undefined && generic !== null) return callSpecial(generic, container, [index]);
    return raiseTypeError(`type '${container.name}' is not subscriptable`);
  }
  if (pythonVersion() === 2) raiseTypeError(`'${type.name}' object has no attribute '__getitem__'`);
  return raiseTypeError(`'${type.name}' object is not subscriptable`);
}

/** Python 2's own method of a class for slices without a step; null where `__getitem__` and its like do it. */
function slicingMethod(type: PyType, name: string, index: Value): PyFunction | null {
  if (!(index instanceof PySlice) || index.step !== null || type.isNative || pythonVersion() === 3)
    return null;
  const found = lookupInType(type, name);
  return found instanceof PyFunction ? found : null;
}

/** The bounds that such a method gets: a negative one counts from the end where there is a length, a missing one is far off. */
function oldBounds(container: Value, { start, stop }: PySlice): readonly Value[] {
  const bound = (value: Value, missing: number | bigint): number | bigint => {
    const index = value === null ? missing : indexOf(value);
    return index < 0 ? Number(index) + lengthOf(container) : index;
  };
  return [bound(start, 0), bound(stop, 9223372036854775807n)];
}

/** What a list, a tuple or a dict has at a place; `undefined` where it has none or is something else. */
function nativeItem(container: PyObject, index: Value): Value | undefined {
  if (container instanceof PyList || container instanceof PyTuple) {
    if (typeof index !== 'number') return undefined;
    const { items } = container;
    return items[index < 0 ? index + items.length : index];
  }
  return container instanceof PyDict ? container.table.get(index) : undefined;
}

/** `container[index] = value`. */
export function setItem(container: Value, index: Value, value: Value): void {
  if (container instanceof PyObject && container.cls === null) {
    if (container instanceof PyList) {
      if (typeof index === 'number' && index < container.items.length && index >= 0) {
        container.items[index] = value;
        return;
      }
    } else if (container instanceof PyDict) {
      container.table.set(index, value);
      return;
    }
  }
  const type = typeOf(container);
  const slicing = slicingMethod(type, '__setslice__', index);
  if (slicing !== null) {
    slicing.invoke([container, ...oldBounds(container, index as PySlice), value], null);
    return;
  }
  const method = lookupInType(type, '__setitem__');
  if (method === undefined || method === null) {
    raiseTypeError(`'${type.name}' object does not support item assignment`);
  }
  callSpecial(method, container, [index, value]);
}

/** `del container[index]`. */
export function deleteItem(container: Value, index: Value): void {
  const type = typeOf(container);
  const slicing = slicingMethod(type, '__delslice__', index);
  if (slicing !== null) {
    slicing.invoke([container, ...oldBounds(container, index as PySlice)], null);
    return;
  }
  const method = lookupInType(type, '__delitem__');
  if (method === undefined || method === null) {
    raiseTypeError(`'${type.name}' object doesn't support item deletion`);
  }
  callDirect(method, container, index);
}

/** `len(value)`. */
export function lengthOf(value: Value): number {
  if (typeof value === 'string') return textLength(value);
  const type = typeOf(value);
  const method = lookupInType(type, '__len__');
  if (method === undefined || method === null) {
    raiseTypeError(
      type.isOldStyle
        ? `${type.name} instance has no attribute '__len__'`
        : `object of type '${type.name}' has no len()`,
    );
  }
  const length = sizeOf(callUnary(method, value));
  if (length < 0) raiseValueError('__len__() should return >= 0');
  return length;
}

/** The number of code points. */
export function textLength(text: string): number {
  if (countsInUnits(text)) return text.length;
  let length = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(i + 1);
    if (next >= 0xdc00 && next <= 0xdfff) length--;
  }
  return length;
}

/** `operator.index(value)`: an int, or what `__index__` gives; `undefined` for everything else. */
export function tryIndex(value: Value): Integer | undefined {
  const integer = asInteger(value);
  if (integer !== undefined) return integer;
  if (value === null || typeof value === 'string' || value instanceof PyFloat) return undefined;
  const method = lookupInType(typeOf(value), '__index__');
  if (method === undefined || method === null) return undefined;
  const index = callUnary(method, value);
  return asInteger(index) ?? raiseTypeError(`__index__ returned non-int (type ${typeOf(index).name})`);
}

/** How often `sequence * value` repeats; `undefined` where that is nothing to repeat by, or the value multiplies itself. */
export function timesOf(value: Value): Integer | undefined {
  const multiplies = value instanceof PyInstance && lookupInType(typeOf(value), '__rmul__') !== undefined;
  return multiplies ? undefined : tryIndex(value);
}

/** `operator.index(value)`; raises TypeError. */
export function indexOf(value: Value): Integer {
  const index = tryIndex(value);
  if (index === undefined)
    raiseTypeError(`'${typeOf(value).name}' object cannot be interpreted as an integer`);
  return index;
}

/** An integer small enough for a count or a size; raises OverflowError. */
export function sizeOf(value: Value): number {
  const index = indexOf(value);
  if (typeof index === 'bigint') {
    raise(exceptionType('OverflowError'), "cannot fit 'int' into an index-sized integer");
  }
  return index;
}

/** The position that a subscript of a sequence means; raises IndexError and TypeError in its words. */
export function sequenceIndex(
  index: Value,
  length: number,
  what: 'list' | 'tuple' | 'string' | 'range' | 'bytes' | 'bytearray' | 'deque',
): number {
  const integer = typeof index === 'number' ? index : tryIndex(index);
  if (integer === undefined) return raiseIndexType(index, what);
  const position = integer < 0 ? Number(integer) + length : Number(integer);
  if (position < 0 || position >= length) {
    raise(exceptionType('IndexError'), rangeMessage(what));
  }
  return position;
}

function rangeMessage(what: string): string {
  if (what === 'range')
    return pythonVersion() === 2 ? 'xrange object index out of range' : 'range object index out of range';
  return what === 'bytes' ? 'index out of range' : `${what} index out of range`;
}

function raiseIndexType(index: Value, what: string): never {
  const type = typeOf(index).name;
  if (pythonVersion() === 2) raiseTypeError(`${what} indices must be integers, not ${type}`);
  if (what === 'string') raiseTypeError(`string indices must be integers, not '${type}'`);
  const noun = what === 'bytes' ? 'byte' : what;
  return raiseTypeError(`${noun} indices must be integers or slices, not ${type}`);
}

/** A slice applied to a length. */
export interface Window {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** `slice.indices(length)`, as start, step and number of elements. */
export function sliceWindow(slice: PySlice, length: number): Window {
  const step = slice.step === null ? 1 : sliceBound(slice.step);
  if (step === 0) raiseValueError('slice step cannot be zero');
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const clamp = (bound: Value, missing: number): number => {
    if (bound === null) return missing;
    const position = sliceBound(bound);
    const counted = position < 0 ? position + length : position;
    return Math.min(Math.max(counted, low), high);
  };
  const start = clamp(slice.start, step > 0 ? low : high);
  const stop = clamp(slice.stop, step > 0 ? high : low);
  const count = Math.max(0, Math.ceil((stop - start) / step));
  return { start, stop, step, count };
}

function sliceBound(value: Value): number {
  const index = tryIndex(value);
  if (index === undefined)
    raiseTypeError('slice indices must be integers or None or have an __index__ method');
  return Number(index);
}

/** The elements of a window. */
export function takeWindow<T>(items: readonly T[], window: Window): T[] {
  if (window.step === 1) return items.slice(window.start, window.start + window.count);
  return Array.from({ length: window.count }, (_, index) => items[window.start + index * window.step]!);
}
