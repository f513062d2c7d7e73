/** dict and its views. */
import { PyDict, PyFrozenSet, PySet } from '../containers.ts';
import { entriesInOrder } from '../dictTable.ts';
import { exceptionType, raise, raiseKeyError, raiseTypeError, raiseValueError } from '../exceptions.ts';
import type { Entry } from '../keyTable.ts';
import { call, callMethodOfType } from '../protocols/calls.ts';
import { contains, equals, isTrue, richCompare } from '../protocols/comparison.ts';
import { getItem, lengthOf, setItem } from '../protocols/items.ts';
import { elements, toArray } from '../protocols/iteration.ts';
import { repr, reprGuarded } from '../protocols/text.ts';
import { chooseTypeBy, defineType, lookupInType, type RichComparison, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import {
  type Keywords,
  type Next,
  NotImplemented,
  PyIterator,
  PyList,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../values.ts';

type Part = 'keys' | 'values' | 'items';

/** `d.keys()` and the like: live. */
export class PyDictView extends PyObject {
  readonly dict: PyDict;
  readonly part: Part;
  constructor(dict: PyDict, part: Part) {
    super();
    this.dict = dict;
    this.part = part;
  }
}

/** The entries while they do not change in number. */
export function iterateDict(dict: PyDict, part: Part): Next {
  const entries = dict.table.entries();
  const { size } = dict.table;
  return () => {
    if (dict.table.size !== size) {
      raise(exceptionType('RuntimeError'), 'dictionary changed size during iteration');
    }
    const step = entries.next();
    if (step.done) return undefined;
    const { key, value } = step.value;
    if (part === 'keys') return key;
    return part === 'values' ? value : new PyTuple([key, value]);
  };
}

/** Adds what a mapping, an iterable of pairs and keyword arguments hold. */
export function updateDict(dict: PyDict, source: Value | undefined, keywords: Keywords): void {
  if (source !== undefined) addFrom(dict, source);
  if (keywords === null || keywords.size === 0) return;
  if (pythonVersion() === 2) {
    // CPython 2.7 collects them from the last to the first.
    dict.table.merge(entriesInOrder([...keywords].reverse()));
    return;
  }
  for (const [name, value] of keywords) dict.table.set(name, value);
}

function addFrom(dict: PyDict, source: Value): void {
  if (source instanceof PyDict) {
    dict.table.merge(source.table);
    return;
  }
  if (typeof source === 'object' && source !== null && lookupInType(typeOf(source), 'keys') !== undefined) {
    for (const key of elements(callMethodOfType(source, 'keys')!)) dict.table.set(key, getItem(source, key));
    return;
  }
  let index = 0;
  for (const pair of elements(source)) {
    const items = pairItems(pair, index++);
    dict.table.set(items[0]!, items[1]!);
  }
}

function pairItems(pair: Value, index: number): Value[] {
  const isIterable = (lookupInType(typeOf(pair), '__iter__') ?? null) !== null;
  if (!isIterable) {
    raiseTypeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
  }
  const items = toArray(pair);
  if (items.length !== 2) {
    raiseValueError(`dictionary update sequence element #${index} has length ${items.length}; 2 is required`);
  }
  return items;
}

/** `d[key]`, with `__missing__` of a subclass. */
export function dictItem(self: PyDict, key: Value): Value {
  const value = self.table.get(key);
  if (value !== undefined) return value;
  if (self.cls !== null) {
    const made = callMethodOfType(self, '__missing__', key);
    if (made !== undefined) return made;
  }
  return raiseKeyError(key);
}

function dictEquals(a: PyDict, b: PyDict): boolean {
  if (a.table.size !== b.table.size) return false;
  for (const { key, value } of a.table.entries()) {
    const other = b.table.get(key);
    if (other === undefined || !equals(value, other)) return false;
  }
  return true;
}

/** Python 2's order of dicts: by length, then by the least key whose values differ, then by these. */
function orderOf(a: PyDict, b: PyDict): number {
  if (a.table.size !== b.table.size) return a.table.size - b.table.size;
  const [left, right] = [leastDifference(a, b), leastDifference(b, a)];
  if (left === null || right === null) return 0;
  return orderOfValues(left.key, right.key) || orderOfValues(left.value, right.value);
}

const orderOfValues = (a: Value, b: Value): number => {
  if (equals(a, b)) return 0;
  return isTrue(richCompare('<', a, b)) ? -1 : 1;
};

function leastDifference(of: PyDict, other: PyDict): Entry | null {
  let least: Entry | null = null;
  for (const entry of of.table.entries()) {
    if (least !== null && orderOfValues(least.key, entry.key) <= 0) continue;
    const value = other.table.get(entry.key);
    if (value === undefined || !equals(entry.value, value)) least = entry;
  }
  return least;
}

const view =
  (part: Part) =>
  (self: PyDict): Value => {
    if (pythonVersion() === 3) return new PyDictView(self, part);
    return new PyList([...elementsOf(self, part)]);
  };

function* elementsOf(dict: PyDict, part: Part): Generator<Value> {
  const next = iterateDict(dict, part);
  for (let item = next(); item !== undefined; item = next()) yield item;
}

const liveView =
  (part: Part) =>
  (self: PyDict): Value =>
    new PyDictView(self, part);

const lazily =
  (part: Part) =>
  (self: PyDict): Value =>
    new PyIterator(`dictionary-${part.slice(0, -1)}iterator`, iterateDict(self, part));

function pop(self: PyDict, key: Value, missing: Value | undefined): Value {
  const value = self.table.get(key);
  if (value === undefined) return missing === undefined ? raiseKeyError(key) : missing;
  self.table.delete(key);
  return value;
}

function popItem(self: PyDict): Value {
  const key = self.table.lastKey();
  if (key === undefined) return raiseKeyError('popitem(): dictionary is empty');
  const value = self.table.get(key)!;
  self.table.delete(key);
  return new PyTuple([key, value]);
}

function copyDict(self: PyDict): PyDict {
  const copy = new PyDict();
  addFrom(copy, self);
  return copy;
}

export const dictType: PyType = defineType<PyDict>({
  name: 'dict',
  class: PyDict,
  create: (type) => {
    const made = new PyDict();
    if (type !== dictType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    if (args.length > 1) raiseTypeError(`dict expected at most 1 argument, got ${args.length}`);
    updateDict(self, args[0], keywords);
  },
  constants: { __subclassable__: true },
  only: {
    python2: ['iterkeys', 'itervalues', 'iteritems', 'viewkeys', 'viewvalues', 'viewitems', 'has_key'],
    python3: ['__reversed__', '__or__', '__ior__'],
  },
  compare: (a, operator, b) => {
    if (!(b instanceof PyDict)) return NotImplemented;
    if (operator !== '==' && operator !== '!=') {
      return pythonVersion() === 2 ? richCompare(operator, orderOf(a, b), 0) : NotImplemented;
    }
    return dictEquals(a, b) === (operator === '==');
  },
  binary: {
    '|': (a, b) => {
      if (!(b instanceof PyDict)) return NotImplemented;
      const merged = copyDict(a);
      addFrom(merged, b);
      return merged;
    },
  },
  inPlace: {
    '|': (a, b) => {
      addFrom(a, b);
      return a;
    },
  },
  repr: (self) =>
    reprGuarded(self, '{...}', () => {
      const parts: string[] = [];
      for (const { key, value } of self.table.entries()) parts.push(`${repr(key)}: ${repr(value)}`);
      return `{${parts.join(', ')}}`;
    }),
  iterate: (self) => iterateDict(self, 'keys'),
  length: (self) => self.table.size,
  contains: (self, key) => self.table.has(key),
  getItem: dictItem,
  setItem: (self, key, value) => self.table.set(key, value),
  deleteItem: (self, key) => {
    if (!self.table.delete(key)) raiseKeyError(key);
  },
  methods: {
    'get(key, default?, /)': (self: PyDict, key: Value, missing?: Value) => {
      const value = self.table.get(key);
      return value === undefined ? (missing ?? null) : value;
    },
    'setdefault(key, default?, /)': (self: PyDict, key: Value, missing?: Value) => {
      const value = self.table.get(key);
      if (value !== undefined) return value;
      self.table.set(key, missing ?? null);
      return missing ?? null;
    },
    'keys()': view('keys'),
    'values()': view('values'),
    'items()': view('items'),
    'iterkeys()': lazily('keys'),
    'itervalues()': lazily('values'),
    'iteritems()': lazily('items'),
    'viewkeys()': liveView('keys'),
    'viewvalues()': liveView('values'),
    'viewitems()': liveView('items'),
    'has_key(key)': (self: PyDict, key: Value) => self.table.has(key),
    'pop(key, default?, /)': pop,
    'popitem()': popItem,
    'clear()': (self: PyDict) => {
      self.table.clear();
      return null;
    },
    'copy()': copyDict,
    'update(other?, /, **kwargs)': (self: PyDict, other: Value | undefined, named: Map<string, Value>) => {
      updateDict(self, other, named);
      return null;
    },
    '__reversed__()': (self: PyDict) => {
      const keys = self.table.keys();
      return new PyIterator('dict_reversekeyiterator', () => keys.pop());
    },
  },
  classMethods: {
    'fromkeys(iterable, value?, /)': (type: PyType, keys: Value, value?: Value) => {
      const dict = type === dictType ? new PyDict() : call(type, []);
      const isTable = keys instanceof PySet || keys instanceof PyFrozenSet || keys instanceof PyDict;
      if (isTable && keys.cls === null && type === dictType) {
        (dict as PyDict).table.fill(keys.table.keys(), value ?? null);
      } else for (const key of elements(keys)) setItem(dict, key, value ?? null);
      return dict;
    },
  },
});

const viewSet = (self: Value): PySet => PySet.from(elements(self));

const isSetLike = (value: Value): boolean =>
  value instanceof PySet ||
  value instanceof PyFrozenSet ||
  (value instanceof PyDictView && value.part !== 'values');

/** `(key, value) in d.items()` asks the dict for the key. */
function holdsItem(dict: PyDict, item: Value): boolean {
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const value = dict.table.get(item.items[0]!);
  return value !== undefined && equals(value, item.items[1]!);
}

/** What all views do. */
const viewBasics = {
  iterate: (self: PyDictView) => iterateDict(self.dict, self.part),
  length: (self: PyDictView) => self.dict.table.size,
  contains: (self: PyDictView, item: Value) => {
    if (self.part === 'keys') return self.dict.table.has(item);
    if (self.part === 'items') return holdsItem(self.dict, item);
    return self.dict.table.values().some((each) => equals(each, item));
  },
  repr: (self: PyDictView) =>
    reprGuarded(self.dict, '...', () => {
      return `dict_${self.part}([${[...elementsOf(self.dict, self.part)].map(repr).join(', ')}])`;
    }),
};

const isContained = (a: Value, b: Value): boolean => toArray(a).every((item) => contains(b, item));

function compareViews(a: PyDictView, operator: RichComparison, b: Value): Value {
  if (!isSetLike(b)) return NotImplemented;
  const sizes = lengthOf(a) - lengthOf(b);
  switch (operator) {
    case '==':
      return sizes === 0 && isContained(a, b);
    case '!=':
      return !(sizes === 0 && isContained(a, b));
    case '<':
      return sizes < 0 && isContained(a, b);
    case '<=':
      return sizes <= 0 && isContained(a, b);
    case '>':
      return sizes > 0 && isContained(b, a);
    case '>=':
      return sizes >= 0 && isContained(b, a);
  }
}

const shared = (a: Value, b: Value): Value => {
  const mine = viewSet(a);
  return PySet.from(toArray(b).filter((item) => mine.table.has(item)));
};

const joined = (a: Value, b: Value): Value => PySet.from([...toArray(a), ...toArray(b)]);

const without = (a: Value, b: Value): Value => {
  const gone = viewSet(b);
  return PySet.from(toArray(a).filter((item) => !gone.table.has(item)));
};

const onlyInOne = (a: Value, b: Value): Value => {
  const [left, right] = [viewSet(a), viewSet(b)];
  const only = (items: Value[], other: PySet): Value[] => items.filter((item) => !other.table.has(item));
  return PySet.from([...only(toArray(a), right), ...only(toArray(b), left)]);
};

const viewOperators = { '&': shared, '|': joined, '-': without, '^': onlyInOne } as const;

/** Keys and items behave as sets, also beside any other iterable. */
const viewSetParts = {
  compare: compareViews,
  binary: viewOperators,
  reflected: {
    '&': (a: PyDictView, b: Value) => shared(b, a),
    '|': (a: PyDictView, b: Value) => joined(b, a),
    '-': (a: PyDictView, b: Value) => without(b, a),
    '^': (a: PyDictView, b: Value) => onlyInOne(b, a),
  },
};

const viewMethods = {
  '__reversed__()': (self: PyDictView) => {
    const items = toArray(self);
    return new PyIterator(`dict_reverse${self.part.replace(/s$/, '')}iterator`, () => items.pop());
  },
};

const disjoint = {
  'isdisjoint(other)': (self: PyDictView, other: Value) => {
    const mine = viewSet(self);
    return toArray(other).every((item) => !mine.table.has(item));
  },
};

export const dictViewTypes: Readonly<Record<Part, PyType>> = {
  keys: defineType<PyDictView>({
    name: 'dict_keys',
    ...viewBasics,
    ...viewSetParts,
    hash: null,
    methods: { ...viewMethods, ...disjoint },
  }),
  values: defineType<PyDictView>({ name: 'dict_values', ...viewBasics, methods: viewMethods }),
  items: defineType<PyDictView>({
    name: 'dict_items',
    ...viewBasics,
    ...viewSetParts,
    hash: null,
    methods: { ...viewMethods, ...disjoint },
  }),
};
chooseTypeBy(PyDictView, (view: PyDictView) => dictViewTypes[view.part]);
