/** list, tuple, range and slice. */
import { equalityAmong } from '../equality.ts';
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { compareSequences, equals, isTrue } from '../protocols/comparison.ts';
import { hashSequence } from '../protocols/hashing.ts';
import {
  indexOf,
  sequenceIndex,
  sizeOf,
  sliceWindow,
  takeWindow,
  timesOf,
  tryIndex,
} from '../protocols/items.ts';
import { iterateArray, toArray } from '../protocols/iteration.ts';
import { repr, reprGuarded } from '../protocols/text.ts';
import { chooseTypeBy, defineType, lookupInType, typeOf } from '../pyType.ts';
import { beginPass, grow, pythonVersion, runtime, turn } from '../runtime.ts';
import {
  type Next,
  NotImplemented,
  PyIterator,
  PyList,
  PyRange,
  PySlice,
  PyTuple,
  PyType,
  type Value,
} from '../values.ts';
import { sortValues } from './sorting.ts';

/** More elements than this in one result are refused, as memory would be used up. */
const mostElements = 50_000_000;

/** Arrays up to this length can be made at once. */
const mostFilled = 10_000_000;

/** `items * count`. */
function repeat<T>(items: readonly T[], times: Value): T[] | null {
  // An array multiplies element by element: it answers itself.
  if (lookupInType(typeOf(times), '__array_priority__') !== undefined) return null;
  const index = timesOf(times);
  if (index === undefined) return null;
  const count = Math.max(0, Number(index));
  if (items.length === 0) return [];
  const total = count * items.length;
  if (total > mostElements) raise(exceptionType('MemoryError'));
  runtime().allocate(total * 8);
  if (items.length === 1 && count <= mostFilled) return new Array<T>(count).fill(items[0]!);
  const result: T[] = [];
  for (let i = 0; i < count; i++) for (const item of items) result.push(item);
  return result;
}

/** Memory for growing lists is asked for in pieces of so many elements. */
const growthStep = 4096;

function joined(a: readonly Value[], b: readonly Value[]): Value[] {
  grow((a.length + b.length) * 8);
  return a.concat(b);
}

/** Adds elements at the end. */
export function extend(list: PyList, items: readonly Value[]): void {
  const { length } = items;
  grow(length * 8);
  // The length is that from before: a list may be extended by itself.
  for (let index = 0; index < length; index++) {
    list.items.push(items[index]!);
    if (index % growthStep === growthStep - 1) turn();
  }
}

function findIndex(items: readonly Value[], item: Value, range: readonly (Value | undefined)[]): number {
  const bound = (value: Value | undefined, missing: number): number => {
    if (value === undefined) return missing;
    const index = Number(indexOf(value));
    return Math.max(0, index < 0 ? index + items.length : index);
  };
  const end = Math.min(items.length, bound(range[1], items.length));
  // A comparison of the program may shorten the list.
  for (let index = bound(range[0], 0); index < Math.min(end, items.length); index++) {
    if (equals(items[index]!, item)) return index;
    turn();
  }
  return -1;
}

function count(items: readonly Value[], item: Value): number {
  let found = 0;
  for (const each of items) {
    if (equals(each, item)) found++;
    turn();
  }
  return found;
}

// -------------------------------------------------------------------------------------------------------------- tuple

const tupleRepr = (self: PyTuple): string =>
  reprGuarded(
    self,
    '(...)',
    () => `(${self.items.map(repr).join(', ')}${self.items.length === 1 ? ',' : ''})`,
  );

export const tupleType = defineType<PyTuple>({
  name: 'tuple',
  class: PyTuple,
  create: (type, args) => {
    if (args.length > 1) raiseTypeError(`tuple expected at most 1 argument, got ${args.length}`);
    const made = new PyTuple(args.length === 0 ? [] : toArray(args[0]!));
    if (type !== tupleType) made.cls = type;
    return made;
  },
  constants: { __subclassable__: true },
  binary: {
    '+': (a, b) => (b instanceof PyTuple ? new PyTuple(joined(a.items, b.items)) : NotImplemented),
    '*': (a, b) => {
      const items = repeat(a.items, b);
      return items ? new PyTuple(items) : NotImplemented;
    },
  },
  reflected: {
    '*': (a, b) => {
      const items = repeat(a.items, b);
      return items ? new PyTuple(items) : NotImplemented;
    },
  },
  compare: (a, operator, b) =>
    b instanceof PyTuple ? compareSequences(operator, a.items, b.items) : NotImplemented,
  hash: (a) => hashSequence(a.items),
  repr: tupleRepr,
  iterate: (a) => iterateArray(a.items),
  length: (a) => a.items.length,
  contains: (a, item) => findIndex(a.items, item, []) >= 0,
  getItem: (a, index) => {
    if (index instanceof PySlice) return new PyTuple(takeWindow(a.items, sliceWindow(index, a.items.length)));
    return a.items[sequenceIndex(index, a.items.length, 'tuple')]!;
  },
  methods: {
    'count(value, /)': (a: PyTuple, item: Value) => count(a.items, item),
    'index(value, start?, stop?, /)': (a: PyTuple, item: Value, start?: Value, stop?: Value) => {
      const index = findIndex(a.items, item, [start, stop]);
      return index >= 0 ? index : raiseValueError('tuple.index(x): x not in tuple');
    },
    '__getnewargs__()': (a: PyTuple) => new PyTuple([new PyTuple(a.items)]),
  },
});

// --------------------------------------------------------------------------------------------------------------- list

function setSlice(self: PyList, slice: PySlice, value: Value): void {
  const items = toArray(value);
  const window = sliceWindow(slice, self.items.length);
  if (window.step === 1) {
    self.items = [
      ...self.items.slice(0, window.start),
      ...items,
      ...self.items.slice(window.start + window.count),
    ];
    return;
  }
  if (items.length !== window.count) {
    raiseValueError(
      `attempt to assign sequence of size ${items.length} to extended slice of size ${window.count}`,
    );
  }
  for (const [index, item] of items.entries()) self.items[window.start + index * window.step] = item;
}

function deleteItems(self: PyList, index: Value): void {
  if (!(index instanceof PySlice)) {
    self.items.splice(listPosition(self, index, 'list assignment index out of range'), 1);
    return;
  }
  const window = sliceWindow(index, self.items.length);
  const gone = new Set(Array.from({ length: window.count }, (_, i) => window.start + i * window.step));
  self.items = self.items.filter((_, position) => !gone.has(position));
}

function listPosition(self: PyList, index: Value, message: string): number {
  const integer = tryIndex(index);
  if (integer === undefined) return sequenceIndex(index, self.items.length, 'list');
  const position = integer < 0 ? Number(integer) + self.items.length : Number(integer);
  if (position < 0 || position >= self.items.length) raise(exceptionType('IndexError'), message);
  return position;
}

/** `__getslice__` of Python 2's sequences. */
const oldSlice = (items: readonly Value[], from: Value, to: Value): Value[] =>
  takeWindow(items, sliceWindow(new PySlice(from, to, null), items.length));

function listSort(self: PyList, ...given: (Value | undefined)[]): Value {
  const [cmp, key, reverse] = given;
  if (cmp !== undefined && pythonVersion() === 3) raiseTypeError('sort() takes no positional arguments');
  const { items } = self;
  const hidden: Value[] = [];
  self.items = hidden;
  let sorted = items;
  try {
    sorted = sortValues(items, key ?? null, {
      reverse: reverse !== undefined && isTrue(reverse),
      ...(cmp === undefined ? {} : { cmp }),
    });
  } finally {
    const isChanged = self.items.length > 0;
    self.items = sorted;
    if (isChanged && sorted !== items) raiseValueError('list modified during sort');
  }
  return null;
}

function pop(self: PyList, index: Value | undefined): Value {
  if (self.items.length === 0) raise(exceptionType('IndexError'), 'pop from empty list');
  if (index === undefined) return self.items.pop()!;
  return self.items.splice(listPosition(self, index, 'pop index out of range'), 1)[0]!;
}

function iterateList(self: PyList): Next {
  let index = 0;
  return () => (index < self.items.length ? self.items[index++] : undefined);
}

export const listType = defineType<PyList>({
  name: 'list',
  class: PyList,
  create: (type) => {
    const made = new PyList([]);
    if (type !== listType) made.cls = type;
    return made;
  },
  initialize: (self, args) => {
    if (args.length > 1) raiseTypeError(`list expected at most 1 argument, got ${args.length}`);
    self.items = args.length === 0 ? [] : toArray(args[0]!);
  },
  constants: { __subclassable__: true },
  binary: {
    '+': (a, b) => (b instanceof PyList ? new PyList(joined(a.items, b.items)) : NotImplemented),
    '*': (a, b) => {
      const items = repeat(a.items, b);
      return items ? new PyList(items) : NotImplemented;
    },
  },
  reflected: {
    '*': (a, b) => {
      const items = repeat(a.items, b);
      return items ? new PyList(items) : NotImplemented;
    },
  },
  inPlace: {
    '+': (a, b) => {
      extend(a, toArray(b));
      return a;
    },
    '*': (a, b) => {
      const items = repeat(a.items, b);
      if (!items) return NotImplemented;
      a.items = items;
      return a;
    },
  },
  compare: (a, operator, b) =>
    b instanceof PyList ? compareSequences(operator, a.items, b.items) : NotImplemented,
  repr: (a) => reprGuarded(a, '[...]', () => `[${a.items.map(repr).join(', ')}]`),
  iterate: iterateList,
  length: (a) => a.items.length,
  contains: (a, item) => findIndex(a.items, item, []) >= 0,
  getItem: (a, index) => {
    if (index instanceof PySlice) return new PyList(takeWindow(a.items, sliceWindow(index, a.items.length)));
    // What `__index__` does to the list happens first.
    const plain = typeof index === 'number' ? index : (tryIndex(index) ?? index);
    return a.items[sequenceIndex(plain, a.items.length, 'list')]!;
  },
  setItem: (a, index, value) => {
    if (index instanceof PySlice) setSlice(a, index, value);
    else a.items[listPosition(a, index, 'list assignment index out of range')] = value;
  },
  deleteItem: deleteItems,
  only: { python2: ['__getslice__', '__setslice__', '__delslice__'], python3: ['copy', 'clear'] },
  methods: {
    '__getslice__(i, j, /)': (a: PyList, from: Value, to: Value) => new PyList(oldSlice(a.items, from, to)),
    '__setslice__(i, j, value, /)': (a: PyList, from: Value, to: Value, value: Value) => {
      setSlice(a, new PySlice(from, to, null), value);
      return null;
    },
    '__delslice__(i, j, /)': (a: PyList, from: Value, to: Value) => {
      deleteItems(a, new PySlice(from, to, null));
      return null;
    },
    'append(object, /)': (a: PyList, item: Value) => {
      if (a.items.push(item) % growthStep === 0) grow(growthStep * 8);
      return null;
    },
    'extend(iterable, /)': (a: PyList, items: Value) => {
      extend(a, toArray(items));
      return null;
    },
    'insert(index, object, /)': (a: PyList, index: Value, item: Value) => {
      beginPass(a.items.length);
      a.items.splice(sizeOf(index), 0, item);
      return null;
    },
    'pop(index?, /)': pop,
    'remove(value, /)': (a: PyList, item: Value) => {
      const index = findIndex(a.items, item, []);
      if (index < 0) raiseValueError('list.remove(x): x not in list');
      a.items.splice(index, 1);
      return null;
    },
    'index(value, start?, stop?, /)': (a: PyList, item: Value, start?: Value, stop?: Value) => {
      const index = findIndex(a.items, item, [start, stop]);
      return index >= 0 ? index : raiseValueError(`${repr(item)} is not in list`);
    },
    'count(value, /)': (a: PyList, item: Value) => count(a.items, item),
    'reverse()': (a: PyList) => {
      beginPass(a.items.length);
      a.items.reverse();
      return null;
    },
    'sort(cmp?, key?, reverse?)': listSort,
    'copy()': (a: PyList) => new PyList([...a.items]),
    'clear()': (a: PyList) => {
      a.items = [];
      return null;
    },
    '__reversed__()': (a: PyList) => {
      let index = a.items.length;
      return new PyIterator('list_reverseiterator', () => (index > 0 ? a.items[--index] : undefined));
    },
  },
});

// -------------------------------------------------------------------------------------------------------------- range

/** The arguments of `range`: stop, or start, stop and step. */
export function rangeOf(args: readonly Value[], name = 'range'): PyRange {
  if (args.length === 0) raiseTypeError(`${name} expected at least 1 argument, got 0`);
  if (args.length > 3) raiseTypeError(`${name} expected at most 3 arguments, got ${args.length}`);
  const numbers = args.map((arg) => rangeArgument(arg, name));
  const [first, second, third] = numbers;
  if (third === 0) {
    raiseValueError(
      pythonVersion() === 2 ? `${name}() arg 3 must not be zero` : 'range() arg 3 must not be zero',
    );
  }
  return second === undefined ? new PyRange(0, first!, 1) : new PyRange(first!, second, third ?? 1);
}

function rangeArgument(value: Value, name: string): number {
  const index = tryIndex(value);
  if (index === undefined && pythonVersion() === 2) {
    raiseTypeError(`${name}() integer end argument expected, got ${typeOf(value).name}.`);
  }
  return index === undefined ? sizeOf(value) : sizeOf(index);
}

function iterateRange(self: PyRange): Next {
  const { start, step, length } = self;
  const running = runtime();
  let index = 0;
  return () => {
    // A long range may be used up by a function of ours, where no loop of the program would notice a stop.
    if ((index & 1023) === 1023) running.checkpoint();
    return index < length ? start + step * index++ : undefined;
  };
}

function rangePosition(self: PyRange, value: Value): number {
  const index = tryIndex(value);
  if (index === undefined) return toArray(self).findIndex((each) => equals(each, value));
  const offset = Number(index) - self.start;
  const position = offset / self.step;
  return Number.isInteger(position) && position >= 0 && position < self.length ? position : -1;
}

const rangeRepr = (name: string, { start, stop, step }: PyRange): string =>
  `${name}(${start}, ${stop}${step === 1 ? '' : `, ${step}`})`;

/** An `xrange` only knows its length, so that it shows where the next step would lead. */
function xrangeRepr({ start, step, length }: PyRange): string {
  const stop = start + length * step;
  return start === 0 && step === 1 ? `xrange(${stop})` : rangeRepr('xrange', new PyRange(start, stop, step));
}

export const rangeType: PyType = defineType<PyRange>({
  name: 'range',
  class: PyRange,
  create: (_type, args) => rangeOf(args),
  attributes: { start: (a) => a.start, stop: (a) => a.stop, step: (a) => a.step },
  compare: equalityAmong(
    PyRange,
    (a, b) =>
      a.length === b.length &&
      (a.length === 0 || (a.start === b.start && (a.length === 1 || a.step === b.step))),
  ),
  hash: (a) => hashSequence([a.length, a.length === 0 ? null : a.start, a.length <= 1 ? null : a.step]),
  repr: (a) => (pythonVersion() === 2 ? xrangeRepr(a) : rangeRepr('range', a)),
  iterate: iterateRange,
  length: (a) => a.length,
  contains: (a, item) => rangePosition(a, item) >= 0,
  getItem: (a, index) => {
    if (!(index instanceof PySlice)) return a.start + a.step * sequenceIndex(index, a.length, 'range');
    const window = sliceWindow(index, a.length);
    const start = a.start + window.start * a.step;
    const step = a.step * window.step;
    return new PyRange(start, a.start + window.stop * a.step, step);
  },
  methods: {
    'count(value, /)': (a: PyRange, item: Value) => (rangePosition(a, item) >= 0 ? 1 : 0),
    'index(value, /)': (a: PyRange, item: Value) => {
      const index = rangePosition(a, item);
      return index >= 0 ? index : raiseValueError(`${repr(item)} is not in range`);
    },
    '__reversed__()': (a: PyRange) => {
      let index = a.length;
      return new PyIterator('range_iterator', () => (index > 0 ? a.start + a.step * --index : undefined));
    },
  },
});

/** What `type` says of an `xrange`. */
const xrangeType = new PyType('xrange', [rangeType], { isNative: true });
xrangeType.mro = [xrangeType, ...rangeType.mro];
chooseTypeBy(PyRange, () => (pythonVersion() === 2 ? xrangeType : rangeType));
rangeType.isFinal = true;

export const sliceType = defineType<PySlice>({
  name: 'slice',
  class: PySlice,
  create: (_type, args) => {
    if (args.length === 0) raiseTypeError('slice expected at least 1 argument, got 0');
    return args.length === 1
      ? new PySlice(null, args[0]!, null)
      : new PySlice(args[0]!, args[1]!, args[2] ?? null);
  },
  attributes: { start: (a) => a.start, stop: (a) => a.stop, step: (a) => a.step },
  compare: (a, operator, b) =>
    b instanceof PySlice
      ? compareSequences(operator, [a.start, a.stop, a.step], [b.start, b.stop, b.step])
      : NotImplemented,
  hash: null,
  repr: (a) => `slice(${repr(a.start)}, ${repr(a.stop)}, ${repr(a.step)})`,
  methods: {
    'indices(length)': (a: PySlice, length: Value) => {
      const window = sliceWindow(a, sizeOf(length));
      return new PyTuple([window.start, window.stop, window.step]);
    },
  },
});
