/**
 * set and frozenset. Sets of small integers iterate in the order of CPython's hash table (see `setTable.ts`); others in
 * insertion order, where CPython's order is random anyway.
 */
import { PyFrozenSet, PySet } from '../containers.ts';
import { exceptionType, raise, raiseKeyError, raiseTypeError } from '../exceptions.ts';
import { hashUnordered } from '../protocols/hashing.ts';
import { elements, toArray } from '../protocols/iteration.ts';
import { repr, reprGuarded } from '../protocols/text.ts';
import { defineType, type NativeType, type RichComparison } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import { type Next, NotImplemented, type Value } from '../values.ts';

type AnySet = PySet | PyFrozenSet;
const isSet = (value: Value): value is AnySet => value instanceof PySet || value instanceof PyFrozenSet;

const likeSet = (model: AnySet, items: Iterable<Value>): AnySet =>
  model instanceof PySet ? PySet.from(items) : PyFrozenSet.from(items);

const asSet = (value: Value): AnySet => (isSet(value) ? value : PySet.from(elements(value)));

/** CPython goes through the smaller of the two. */
const intersection = (a: AnySet, b: AnySet): PySet =>
  b.table.size > a.table.size
    ? PySet.from(a.table.keys().filter((item) => b.table.has(item)))
    : PySet.from(b.table.keys().filter((item) => a.table.has(item)));
const difference = (a: AnySet, b: AnySet): PySet =>
  PySet.from(a.table.keys().filter((item) => !b.table.has(item)));
const union = (a: AnySet, b: AnySet): PySet => PySet.from([...a.table.keys(), ...b.table.keys()]);

/** As CPython: a copy of the second, from which common elements are dropped and to which the others are added. */
function symmetric(a: AnySet, b: AnySet): PySet {
  const result = PySet.from(b.table.keys());
  for (const item of a.table.keys()) if (!result.table.delete(item)) result.table.set(item, true);
  return result;
}

type Combine = (a: AnySet, b: AnySet) => PySet;

/** The result of an operator: of the kind of the first operand. */
const asKindOf = (model: AnySet, made: PySet): AnySet =>
  model instanceof PySet ? made : PyFrozenSet.from(made.table.keys());
const operator =
  (combine: Combine) =>
  (a: AnySet, b: Value): Value =>
    isSet(b) ? asKindOf(a, combine(a, b)) : NotImplemented;

const inPlace =
  (combine: Combine) =>
  (a: AnySet, b: Value): Value => {
    if (!isSet(b)) return NotImplemented;
    replaceAll(a, combine(a, b).table.keys());
    return a;
  };

function replaceAll(set: AnySet, items: readonly Value[]): void {
  set.table.clear();
  for (const item of items) set.table.set(item, true);
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
    let result: AnySet = likeSet(self, self.table.keys());
    for (const other of others) result = asKindOf(self, combine(result, asSet(other)));
    return result;
  };

const updateAll =
  (combine: Combine) =>
  (self: AnySet, others: Value[]): Value => {
    for (const other of others) replaceAll(self, combine(self, asSet(other)).table.keys());
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
    'symmetric_difference(other)': (self: AnySet, other: Value) =>
      asKindOf(self, symmetric(self, asSet(other))),
    'issubset(other)': (self: AnySet, other: Value) => isSubset(self, asSet(other)),
    'issuperset(other)': (self: AnySet, other: Value) => isSubset(asSet(other), self),
    'isdisjoint(other)': (self: AnySet, other: Value) => intersection(self, asSet(other)).table.size === 0,
    'copy()': (self: AnySet) => likeSet(self, self.table.keys()),
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
    replaceAll(self, args.length === 0 ? [] : toArray(args[0]!));
  },
  hash: null,
  inPlace: {
    '&': inPlace(intersection),
    '|': inPlace(union),
    '-': inPlace(difference),
    '^': inPlace(symmetric),
  },
  methods: {
    ...common.methods,
    'add(item)': (self: PySet, item: Value) => {
      if (!self.table.has(item)) self.table.set(item, true);
      return null;
    },
    'discard(item)': (self: PySet, item: Value) => {
      self.table.delete(item);
      return null;
    },
    'remove(item)': (self: PySet, item: Value) => (self.table.delete(item) ? null : raiseKeyError(item)),
    'pop()': (self: PySet) => {
      const [first] = self.table.keys();
      if (first === undefined) return raiseKeyError('pop from an empty set');
      self.table.delete(first);
      return first;
    },
    'clear()': (self: PySet) => {
      self.table.clear();
      return null;
    },
    'update(*others)': updateAll(union),
    'intersection_update(*others)': updateAll(intersection),
    'difference_update(*others)': updateAll(difference),
    'symmetric_difference_update(*others)': updateAll(symmetric),
  },
});

export const frozenSetType = defineType<PyFrozenSet>({
  ...(common as Omit<NativeType<PyFrozenSet>, 'name'>),
  name: 'frozenset',
  class: PyFrozenSet,
  create: (type, args) => {
    const made = PyFrozenSet.from(args.length === 0 ? [] : toArray(args[0]!));
    if (type !== frozenSetType) made.cls = type;
    return made;
  },
  hash: (self) => hashUnordered(self.table.keys()),
});
