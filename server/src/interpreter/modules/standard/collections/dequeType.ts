/** `collections.deque`. */
import {
  exceptionType,
  raise,
  raiseIndexError,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { compareSequences, equals } from '../../../protocols/comparison.ts';
import { sizeOf, tryIndex } from '../../../protocols/items.ts';
import { elements } from '../../../protocols/iteration.ts';
import { repr, reprGuarded } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime, turn } from '../../../runtime.ts';
import { makeGeneric } from '../../../types/genericTypes.ts';
import { NotImplemented, PyIterator, PyObject, PyTuple, type PyType, type Value } from '../../../values.ts';
import { DequeItems } from './dequeItems.ts';
import { shortName } from './orderedDict.ts';

class PyDeque extends PyObject {
  readonly items = new DequeItems<Value>();
  maxLength: number | null = null;
}

function append(self: PyDeque, item: Value): null {
  self.items.push(item);
  if (self.maxLength !== null && self.items.length > self.maxLength) self.items.shift();
  return null;
}

function appendLeft(self: PyDeque, item: Value): null {
  self.items.unshift(item);
  if (self.maxLength !== null && self.items.length > self.maxLength) self.items.pop();
  return null;
}

/** The items of `source`, which may be the deque itself. */
const itemsOf = (self: PyDeque, source: Value): Iterable<Value> =>
  source === self ? self.items.toArray() : elements(source);

function extend(self: PyDeque, source: Value): null {
  for (const item of itemsOf(self, source)) {
    turn();
    append(self, item);
  }
  return null;
}

const popped = (item: Value | undefined): Value =>
  item === undefined ? raiseIndexError('pop from an empty deque') : item;

function rotate(self: PyDeque, by?: Value): null {
  const { items } = self;
  const { length } = items;
  if (length === 0) return null;
  const steps = (((by === undefined ? 1 : sizeOf(by)) % length) + length) % length;
  if (steps <= length / 2) for (let i = 0; i < steps; i++) items.unshift(items.pop()!);
  else for (let i = steps; i < length; i++) items.push(items.shift()!);
  return null;
}

/** Changes the items as an array. */
function edit(self: PyDeque, change: (items: Value[]) => void): null {
  const items = self.items.toArray();
  change(items);
  self.items.replace(items);
  return null;
}

function insert(self: PyDeque, index: Value, item: Value): null {
  if (self.maxLength !== null && self.items.length >= self.maxLength) {
    raiseIndexError('deque already at its maximum size');
  }
  const position = sizeOf(index);
  return edit(self, (items) => void items.splice(position, 0, item));
}

/** The place of an item that is equal, -1 without one. */
function find(self: PyDeque, item: Value, start = 0, stop = Number.POSITIVE_INFINITY): number {
  const { version } = self.items;
  for (let index = start; index < Math.min(stop, self.items.length); index++) {
    turn();
    if (equals(self.items.at(index), item)) return index;
    if (self.items.version !== version) raiseMutated();
  }
  return -1;
}

const raiseMutated = (): never => raise(exceptionType('RuntimeError'), 'deque mutated during iteration');

function bound(value: Value | undefined, length: number, missing: number): number {
  if (value === undefined) return missing;
  const index = tryIndex(value);
  if (index === undefined) {
    raiseTypeError('slice indices must be integers or have an __index__ method');
  }
  const position = Number(index);
  return position < 0 ? Math.max(0, position + length) : position;
}

function indexOf(self: PyDeque, item: Value, start?: Value, stop?: Value): Value {
  const { length } = self.items;
  const found = find(self, item, bound(start, length, 0), bound(stop, length, length));
  return found < 0 ? raiseValueError(`${repr(item)} is not in deque`) : found;
}

function remove(self: PyDeque, item: Value): null {
  const found = find(self, item);
  if (found < 0) raiseValueError(`${repr(item)} is not in deque`);
  return removeAt(self, found);
}

const removeAt = (self: PyDeque, index: number): null => edit(self, (items) => void items.splice(index, 1));

function position(self: PyDeque, index: Value): number {
  const integer = tryIndex(index);
  if (integer === undefined) {
    return raiseTypeError(`sequence index must be integer, not '${typeOf(index).name}'`);
  }
  const { length } = self.items;
  const place = Number(integer) + (integer < 0 ? length : 0);
  return place < 0 || place >= length ? raiseIndexError('deque index out of range') : place;
}

/** A deque of the same class, with the same limit. */
const copyOf = (self: PyDeque): PyDeque =>
  call(typeOf(self), self.maxLength === null ? [self] : [self, self.maxLength]) as PyDeque;

function multiply(self: PyDeque, by: Value): Value {
  const index = tryIndex(by);
  if (index === undefined) return NotImplemented;
  const made = copyOf(self);
  repeat(made, Number(index));
  return made;
}

function repeat(self: PyDeque, times: number): void {
  const items = self.items.toArray();
  const most = self.maxLength ?? Number.POSITIVE_INFINITY;
  runtime().allocate(8 * Math.min(Math.max(0, items.length * times), most));
  self.items.replace([]);
  for (let round = 0; round < times && items.length > 0; round++) {
    turn();
    for (const item of items) append(self, item);
  }
}

function add(a: PyDeque, b: Value): Value {
  if (!(b instanceof PyDeque)) {
    return raiseTypeError(`can only concatenate deque (not "${typeOf(b).name}") to deque`);
  }
  const made = copyOf(a);
  extend(made, b);
  return made;
}

function limit(given: Value): number | null {
  if (given === null) return null;
  const index = tryIndex(given);
  if (index === undefined) return raiseTypeError('an integer is required');
  return index < 0 ? raiseValueError('maxlen must be non-negative') : Number(index);
}

function deepCopyOf(self: PyDeque, memo: Value): Value {
  const copier = runtime().importModule('copy').namespace.get('deepcopy')!;
  const items = self.items.toArray().map((item) => call(copier, [item, memo]));
  const made = call(typeOf(self), self.maxLength === null ? [] : [new PyTuple([]), self.maxLength]);
  for (const item of items) append(made as PyDeque, item);
  return made;
}

const iterateBy = (place: (index: number, length: number) => number) => (self: PyDeque) => {
  let index = 0;
  const { length, version } = self.items;
  return () => {
    if (self.items.version !== version) raiseMutated();
    return index < length ? self.items.at(place(index++, length)) : undefined;
  };
};

const forwards = iterateBy((index) => index);
const backwards = iterateBy((index, length) => length - 1 - index);

export const dequeType: PyType = defineType<PyDeque>({
  name: 'collections.deque',
  module: 'collections',
  class: PyDeque,
  create: (type) => {
    const made = new PyDeque();
    if (type !== dequeType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const given = args.length + (keywords?.size ?? 0);
    if (given > 2) raiseTypeError(`deque() takes at most 2 arguments (${given} given)`);
    self.maxLength = limit(args[1] ?? keywords?.get('maxlen') ?? null);
    self.items.replace([]);
    const source = args[0] ?? keywords?.get('iterable');
    if (source !== undefined) extend(self, source);
  },
  constants: { __subclassable__: true },
  attributes: { maxlen: (self) => self.maxLength },
  compare: (a, operator, b) =>
    b instanceof PyDeque ? compareSequences(operator, a.items.toArray(), b.items.toArray()) : NotImplemented,
  hash: null,
  repr: (self) => {
    const end = self.maxLength === null ? '' : `, maxlen=${self.maxLength}`;
    const items = (): string => self.items.toArray().map(repr).join(', ');
    return reprGuarded(self, '[...]', () => `${shortName(typeOf(self))}([${items()}]${end})`);
  },
  iterate: forwards,
  length: (self) => self.items.length,
  contains: (self, item) => find(self, item) >= 0,
  getItem: (self, index) => self.items.at(position(self, index)),
  setItem: (self, index, value) => self.items.set(position(self, index), value),
  deleteItem: (self, index) => void removeAt(self, position(self, index)),
  binary: { '+': add, '*': multiply },
  reflected: { '*': multiply },
  inPlace: {
    '+': (self, items) => {
      extend(self, items);
      return self;
    },
    '*': (self, by) => {
      repeat(self, sizeOf(by));
      return self;
    },
  },
  methods: {
    'append(x, /)': append,
    'appendleft(x, /)': appendLeft,
    'extend(iterable, /)': extend,
    'extendleft(iterable, /)': (self: PyDeque, source: Value) => {
      for (const item of itemsOf(self, source)) {
        turn();
        appendLeft(self, item);
      }
      return null;
    },
    'pop()': (self: PyDeque) => popped(self.items.pop()),
    'popleft()': (self: PyDeque) => popped(self.items.shift()),
    'rotate(n?, /)': rotate,
    'insert(index, object, /)': insert,
    'clear()': (self: PyDeque) => {
      self.items.replace([]);
      return null;
    },
    'count(x, /)': (self: PyDeque, item: Value) =>
      self.items.toArray().filter((each) => equals(each, item)).length,
    'index(x, start?, stop?, /)': indexOf,
    'remove(x, /)': remove,
    'reverse()': (self: PyDeque) => edit(self, (items) => void items.reverse()),
    'copy()': copyOf,
    '__copy__()': copyOf,
    '__deepcopy__(memo)': (self: PyDeque, memo: Value) => deepCopyOf(self, memo),
    '__reversed__()': (self: PyDeque) => new PyIterator('_deque_reverse_iterator', backwards(self)),
  },
});
makeGeneric(dequeType);
