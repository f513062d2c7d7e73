/**
 * set and frozenset. Sets of small integers iterate in the order of CPython's hash table (see `setTable.ts`); others in
 * insertion order, where CPython's order is random anyway.
 */
import { PyDict, PyFrozenSet, PySet } from '../containers.ts';
import { exceptionType, raise, raiseKeyError, raiseTypeError } from '../exceptions.ts';
import { hashUnordered } from '../protocols/hashing.ts';
import { elements } from '../protocols/iteration.ts';
import { repr, reprGuarded } from '../protocols/text.ts';
import { defineType, type NativeType, type RichComparison } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import { type Next, NotImplemented, type PyType, type Value } from '../values.ts';

type AnySet = PySet | PyFrozenSet;
const isSet = (value: Value): value is AnySet => value instanceof PySet || value instanceof PyFrozenSet;

const asSet = (value: Value): AnySet => (isSet(value) ? value : newSet(value));

/** A set of the kind of the first operand, made of a set that nothing else holds. */
function asKindOf(model: AnySet, made: PySet): AnySet {
  if (model instanceof PySet) return made;
  const frozen = new PyFrozenSet();
  frozen.table.become(made.table);
  return frozen;
}

function copyOf<T extends AnySet>(empty: T, source: AnySet): T {
  empty.table.merge(source.table);
  return empty;
}

const copySet = (source: AnySet): PySet => copyOf(new PySet(), source);

/** Adds the elements of any iterable, as `set_update_internal` does. */
function addAll(set: AnySet, items: Value): void {
  if (isSet(items)) {
    set.table.merge(items.table);
    return;
  }
  if (items instanceof PyDict && items.cls === null) set.table.reserve(items.table.size);
  for (const item of elements(items)) set.table.add(item);
}

function newSet(items: Value): PySet {
  const made = new PySet();
  addAll(made, items);
  return made;
}

const membersIn = (items: Iterable<Value>, set: AnySet): PySet =>
  PySet.from([...items].filter((item) => set.table.has(item)));

/** CPython goes through the smaller of two sets. */
function intersection(a: AnySet, other: Value): PySet {
  if (!isSet(other)) return membersIn(elements(other), a);
  return other.table.size > a.table.size
    ? membersIn(a.table.keys(), other)
    : membersIn(other.table.keys(), a);
}

function difference(a: AnySet, other: Value): PySet {
  const b = asSet(other);
  const isTable = isSet(other) || (other instanceof PyDict && other.cls === null);
  // CPython 3 copies a set that is much larger, and drops what is in the other one.
  const isLarger = pythonVersion() === 3 && a.table.size >> 2 > b.table.size;
  if (!isTable || isLarger) return dropAll(copySet(a), b);
  return PySet.from(a.table.keys().filter((item) => !b.table.has(item)));
}

function dropAll<T extends AnySet>(set: T, gone: AnySet): T {
  for (const item of gone.table.keys()) set.table.delete(item);
  set.table.sweep();
  return set;
}

function union(a: AnySet, other: Value): PySet {
  const result = copySet(a);
  addAll(result, other);
  return result;
}

/** As CPython: a copy of the second, from which common elements are dropped and to which the others are added. */
function symmetric(a: AnySet, other: Value): PySet {
  const result = newSet(other);
  for (const item of a.table.keys()) if (!result.table.delete(item)) result.table.add(item);
  return result;
}

type Combine = (a: AnySet, b: Value) => PySet;

const operator =
  (combine: Combine) =>
  (a: AnySet, b: Value): Value =>
    isSet(b) ? asKindOf(a, combine(a, b)) : NotImplemented;

/** What the methods and operators that change a set do. */
const changes = {
  '|': addAll,
  '&': (set: AnySet, other: Value) => replaceAll(set, intersection(set, other)),
  '-': (set: AnySet, other: Value) => {
    if (other === set) set.table.clear();
    else dropAll(set, asSet(other));
  },
  '^': (set: AnySet, other: Value) => {
    const items = asSet(other).table.keys();
    for (const item of items) if (!set.table.delete(item)) set.table.add(item);
  },
} as const;

const inPlace =
  (change: (set: AnySet, other: Value) => void) =>
  (a: AnySet, b: Value): Value => {
    if (!isSet(b)) return NotImplemented;
    change(a, b);
    return a;
  };

function replaceAll(set: AnySet, source: AnySet): void {
  set.table.become(source.table);
}

const isSubset = (a: AnySet, b: AnySet): boolean => a.table.keys().every((item) => b.table.has(item));

function compareSets(a: AnySet, operatorText: RichComparison, b: Value): Value {
  if (!isSet(b)) return NotImplemented;
  const sizes = a.table.size - b.table.size;
  switch (operatorText) {
    case '==':
      return sizes === 0 && isSubset(a, b);
    case '!=':
      return !(sizes === 0 && isSubset(a, b));
    case '<':
      return sizes < 0 && isSubset(a, b);
    case '<=':
      return isSubset(a, b);
    case '>':
      return sizes > 0 && isSubset(b, a);
    case '>=':
      return isSubset(b, a);
  }
}

function iterateSet(self: AnySet): Next {
  const items = self.table.keys();
  const { size } = self.table;
  let index = 0;
  return () => {
    if (self.table.size !== size) raise(exceptionType('RuntimeError'), 'Set changed size during iteration');
    return items[index++];
  };
}

function setRepr(self: AnySet): string {
  const name = self.cls?.name ?? (self instanceof PySet ? 'set' : 'frozenset');
  const items = self.table.keys();
  if (pythonVersion() === 2) return `${name}([${items.map(repr).join(', ')}])`;
  if (items.length === 0) return `${name}()`;
  const body = `{${items.map(repr).join(', ')}}`;
  return name === 'set' ? body : `${name}(${body})`;
}

const combineAll =
  (combine: Combine) =>
  (self: AnySet, others: Value[]): Value => {
    if (others.length === 0) return self instanceof PySet ? copySet(self) : self;
    let result: PySet | AnySet = self;
    for (const other of others) result = combine(result, other);
    return asKindOf(self, result as PySet);
  };

const changeAll =
  (change: (set: AnySet, other: Value) => void) =>
  (self: AnySet, others: Value[]): Value => {
    for (const other of others) change(self, other);
    return null;
  };

const common: Omit<NativeType<AnySet>, 'name'> = {
  constants: { __subclassable__: true },
  binary: {
    '&': operator(intersection),
    '|': operator(union),
    '-': operator(difference),
    '^': operator(symmetric),
  },
  compare: compareSets,
  repr: (self) => reprGuarded(self, `${self.cls?.name ?? 'set'}(...)`, () => setRepr(self)),
  iterate: iterateSet,
  length: (self) => self.table.size,
  contains: (self, item) => self.table.has(item),
  methods: {
    'union(*others)': combineAll(union),
    'intersection(*others)': combineAll(intersection),
    'difference(*others)': combineAll(difference),
    'symmetric_difference(other)': (self: AnySet, other: Value) => asKindOf(self, symmetric(self, other)),
    'issubset(other)': (self: AnySet, other: Value) => isSubset(self, asSet(other)),
    'issuperset(other)': (self: AnySet, other: Value) => isSubset(asSet(other), self),
    'isdisjoint(other)': (self: AnySet, other: Value) => intersection(self, other).table.size === 0,
    'copy()': (self: AnySet) => (self instanceof PySet ? copySet(self) : self),
  },
};

export const setType = defineType<PySet>({
  ...(common as Omit<NativeType<PySet>, 'name'>),
  name: 'set',
  class: PySet,
  create: (type) => {
    const made = new PySet();
    if (type !== setType) made.cls = type;
    return made;
  },
  initialize: (self, args) => {
    if (args.length > 1) raiseTypeError(`set expected at most 1 argument, got ${args.length}`);
    self.table.clear();
    if (args.length > 0) addAll(self, args[0]!);
  },
  hash: null,
  inPlace: {
    '&': inPlace(changes['&']),
    '|': inPlace(changes['|']),
    '-': inPlace(changes['-']),
    '^': inPlace(changes['^']),
  },
  methods: {
    ...common.methods,
    'add(item, /)': (self: PySet, item: Value) => {
      self.table.add(item);
      return null;
    },
    'discard(item, /)': (self: PySet, item: Value) => {
      self.table.delete(item);
      return null;
    },
    'remove(item, /)': (self: PySet, item: Value) => (self.table.delete(item) ? null : raiseKeyError(item)),
    'pop()': (self: PySet) => {
      const first = self.table.pop();
      return first === undefined ? raiseKeyError('pop from an empty set') : first;
    },
    'clear()': (self: PySet) => {
      self.table.clear();
      return null;
    },
    'update(*others)': changeAll(changes['|']),
    'intersection_update(*others)': changeAll(changes['&']),
    'difference_update(*others)': changeAll(changes['-']),
    'symmetric_difference_update(other)': (self: AnySet, other: Value) => {
      changes['^'](self, other);
      return null;
    },
  },
});

export const frozenSetType: PyType = defineType<PyFrozenSet>({
  ...(common as Omit<NativeType<PyFrozenSet>, 'name'>),
  name: 'frozenset',
  class: PyFrozenSet,
  create: (type, args) => {
    if (args.length > 1) raiseTypeError(`frozenset expected at most 1 argument, got ${args.length}`);
    const [items] = args;
    if (type === frozenSetType && items instanceof PyFrozenSet && items.cls === null) return items;
    const made = new PyFrozenSet();
    if (items !== undefined) addAll(made, items);
    if (type !== frozenSetType) made.cls = type;
    return made;
  },
  hash: (self) => hashUnordered(self.table.keys()),
});
