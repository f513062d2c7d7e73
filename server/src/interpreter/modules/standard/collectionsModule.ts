/** `collections`: OrderedDict, defaultdict, Counter, deque. namedtuple is in `namedTuple.ts`. */
import { PyDict } from '../../containers.ts';
import { exceptionType, raise, raiseKeyError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { call } from '../../protocols/calls.ts';
import { compareSequences, equals, isTrue, richCompare } from '../../protocols/comparison.ts';
import { sequenceIndex, sizeOf } from '../../protocols/items.ts';
import { elements, toArray } from '../../protocols/iteration.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { repr, reprGuarded } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { pythonVersion } from '../../runtime.ts';
import { dictType, updateDict } from '../../types/dictType.ts';
import {
  type Keywords,
  NotImplemented,
  PyIterator,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { abstractCollections, abstractModule } from './collectionsAbc.ts';
import { namedTuple } from './namedTuple.ts';
import { PyOrderedDict } from './orderedDict.ts';
import { userCollections } from './userCollections.ts';

const pairsOf = (dict: PyDict): Value[] =>
  [...dict.table.entries()].map(({ key, value }) => new PyTuple([key, value]));

const dictText = (dict: PyDict): string =>
  `{${[...dict.table.entries()].map(({ key, value }) => `${repr(key)}: ${repr(value)}`).join(', ')}}`;

// -------------------------------------------------------------------------------------------------------- OrderedDict

function orderedText(self: PyOrderedDict): string {
  const { name } = typeOf(self);
  if (self.table.size === 0) return `${name}()`;
  if (pythonVersion() === 3) return `${name}(${dictText(self)})`;
  return `${name}([${pairsOf(self).map(repr).join(', ')}])`;
}

export const orderedDictType: PyType = defineType<PyOrderedDict>({
  name: 'OrderedDict',
  module: 'collections',
  class: PyOrderedDict,
  bases: [dictType],
  create: (type) => {
    const made = new PyOrderedDict();
    if (type !== orderedDictType) made.cls = type;
    return made;
  },
  constants: { __subclassable__: true },
  repr: (self) => reprGuarded(self, '...', () => orderedText(self)),
  compare: (a, operator, b) => {
    if (!(b instanceof PyDict) || (operator !== '==' && operator !== '!=')) return NotImplemented;
    if (b instanceof PyOrderedDict) return compareSequences(operator, pairsOf(a), pairsOf(b));
    const isEqual =
      a.table.size === b.table.size &&
      [...a.table.entries()].every(({ key, value }) => {
        const other = b.table.get(key);
        return other !== undefined && equals(value, other);
      });
    return isEqual === (operator === '==');
  },
  methods: {
    'move_to_end(key, last?)': (self: PyOrderedDict, key: Value, last?: Value) => {
      const value = self.table.get(key);
      if (value === undefined) return raiseKeyError(key);
      if (last !== undefined && !isTrue(last)) self.table.moveToFront(key);
      else {
        const stored = self.table.storedKey(key)!;
        self.table.delete(key);
        self.table.set(stored, value);
      }
      return null;
    },
    'popitem(last?)': (self: PyOrderedDict, last?: Value) => {
      const keys = self.table.keys();
      const key = last === undefined || isTrue(last) ? keys.at(-1) : keys[0];
      if (key === undefined) return raiseKeyError('dictionary is empty');
      const value = self.table.get(key)!;
      self.table.delete(key);
      return new PyTuple([key, value]);
    },
    'copy()': (self: PyOrderedDict) => {
      const copy = new PyOrderedDict();
      copy.cls = self.cls;
      updateDict(copy, self, null);
      return copy;
    },
  },
});

// -------------------------------------------------------------------------------------------------------- defaultdict

class PyDefaultDict extends PyDict {
  factory: Value = null;
}

const defaultDictType: PyType = defineType<PyDefaultDict>({
  name: 'defaultdict',
  module: 'collections',
  class: PyDefaultDict,
  bases: [dictType],
  create: (type) => {
    const made = new PyDefaultDict();
    if (type !== defaultDictType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    self.factory = args[0] ?? null;
    updateDict(self, args[1], keywords);
  },
  constants: { __subclassable__: true },
  attributes: {
    default_factory: {
      get: (self) => self.factory,
      set: (self, factory) => {
        self.factory = factory;
      },
    },
  },
  getItem: (self, key) => {
    const value = self.table.get(key);
    if (value !== undefined) return value;
    if (self.factory === null) return raiseKeyError(key);
    const made = call(self.factory, []);
    self.table.set(key, made);
    return made;
  },
  repr: (self) =>
    reprGuarded(self, 'defaultdict(...)', () => `defaultdict(${repr(self.factory)}, ${dictText(self)})`),
  methods: {
    'copy()': (self: PyDefaultDict) => {
      const copy = new PyDefaultDict();
      copy.factory = self.factory;
      updateDict(copy, self, null);
      return copy;
    },
  },
});

// ------------------------------------------------------------------------------------------------------------ Counter

class PyCounter extends PyDict {}

const countOf = (self: PyDict, key: Value): Value => self.table.get(key) ?? 0;

function addCounts(self: PyCounter, source: Value | undefined, keywords: Keywords, sign: '+' | '-'): void {
  const add = (key: Value, amount: Value): void =>
    self.table.set(key, binaryFunctions[sign](countOf(self, key), amount));
  if (source instanceof PyDict) {
    for (const { key, value } of [...source.table.entries()]) add(key, value);
  } else if (source !== undefined && source !== null) for (const item of elements(source)) add(item, 1);
  for (const [name, amount] of keywords ?? []) add(name, amount);
}

function mostCommon(self: PyCounter, count?: Value): Value[] {
  const pairs = [...self.table.entries()].map(({ key, value }) => [key, value] as const);
  pairs.sort((a, b) => {
    if (isTrue(richCompare('>', a[1], b[1]))) return -1;
    return isTrue(richCompare('>', b[1], a[1])) ? 1 : 0;
  });
  const most = count === undefined || count === null ? pairs.length : sizeOf(count);
  return pairs.slice(0, most).map((pair) => new PyTuple(pair));
}

function combine(a: PyCounter, b: Value, choose: (x: Value, y: Value) => Value): Value {
  if (!(b instanceof PyCounter)) return NotImplemented;
  const result = new PyCounter();
  const keys = [...a.table.keys(), ...b.table.keys().filter((key) => !a.table.has(key))];
  for (const key of keys) {
    const value = choose(countOf(a, key), countOf(b, key));
    if (isTrue(richCompare('>', value, 0))) result.table.set(key, value);
  }
  return result;
}

const counterType: PyType = defineType<PyCounter>({
  name: 'Counter',
  module: 'collections',
  class: PyCounter,
  bases: [dictType],
  create: (type) => {
    const made = new PyCounter();
    if (type !== counterType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => addCounts(self, args[0], keywords, '+'),
  constants: { __subclassable__: true },
  getItem: countOf,
  deleteItem: (self, key) => void self.table.delete(key),
  repr: (self) => {
    if (self.table.size === 0) return 'Counter()';
    const parts = mostCommon(self).map((pair) => (pair as PyTuple).items.map(repr).join(': '));
    return `Counter({${parts.join(', ')}})`;
  },
  binary: {
    '+': (a, b) => combine(a, b, binaryFunctions['+']),
    '-': (a, b) => combine(a, b, binaryFunctions['-']),
    '&': (a, b) => combine(a, b, (x, y) => (isTrue(richCompare('<', x, y)) ? x : y)),
    '|': (a, b) => combine(a, b, (x, y) => (isTrue(richCompare('>', x, y)) ? x : y)),
  },
  methods: {
    'most_common(n?)': (self: PyCounter, count?: Value) => new PyList(mostCommon(self, count)),
    'elements()': (self: PyCounter) => {
      const items = [...self.table.entries()].flatMap(({ key, value }) =>
        Array.from({ length: Math.max(0, sizeOf(value)) }, () => key),
      );
      let index = 0;
      return new PyIterator('itertools.chain', () => items[index++]);
    },
    'update(iterable?, /, **counts)': (
      self: PyCounter,
      source: Value | undefined,
      named: Map<string, Value>,
    ) => {
      addCounts(self, source, named, '+');
      return null;
    },
    'subtract(iterable?, /, **counts)': (
      self: PyCounter,
      source: Value | undefined,
      named: Map<string, Value>,
    ) => {
      addCounts(self, source, named, '-');
      return null;
    },
    'total()': (self: PyCounter) =>
      self.table.values().reduce<Value>((all, each) => binaryFunctions['+'](all, each), 0),
    'copy()': (self: PyCounter) => {
      const copy = new PyCounter();
      updateDict(copy, self, null);
      return copy;
    },
  },
});

// -------------------------------------------------------------------------------------------------------------- deque

class PyDeque extends PyObject {
  items: Value[] = [];
  maxLength: number | null = null;
}

function append(self: PyDeque, item: Value, side: 'left' | 'right'): null {
  if (self.maxLength === 0) return null;
  if (side === 'right') self.items.push(item);
  else self.items.unshift(item);
  if (self.maxLength !== null && self.items.length > self.maxLength) {
    if (side === 'right') self.items.shift();
    else self.items.pop();
  }
  return null;
}

const popped = (item: Value | undefined): Value =>
  item === undefined ? raise(exceptionType('IndexError'), 'pop from an empty deque') : item;

function rotate(self: PyDeque, by?: Value): null {
  const { length } = self.items;
  if (length === 0) return null;
  const steps = (((by === undefined ? 1 : sizeOf(by)) % length) + length) % length;
  self.items = [...self.items.slice(length - steps), ...self.items.slice(0, length - steps)];
  return null;
}

const dequeType: PyType = defineType<PyDeque>({
  name: 'deque',
  module: 'collections',
  class: PyDeque,
  create: (type) => {
    const made = new PyDeque();
    if (type !== dequeType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const limit = args[1] ?? keywords?.get('maxlen') ?? null;
    self.maxLength = limit === null ? null : sizeOf(limit);
    self.items = [];
    const source = args[0] ?? keywords?.get('iterable');
    for (const item of source === undefined ? [] : toArray(source)) append(self, item, 'right');
  },
  constants: { __subclassable__: true },
  attributes: { maxlen: (self) => self.maxLength },
  compare: (a, operator, b) =>
    b instanceof PyDeque ? compareSequences(operator, a.items, b.items) : NotImplemented,
  hash: null,
  repr: (self) => {
    const limit = self.maxLength === null ? '' : `, maxlen=${self.maxLength}`;
    return reprGuarded(self, '[...]', () => `deque([${self.items.map(repr).join(', ')}]${limit})`);
  },
  iterate: (self) => {
    let index = 0;
    const { length } = self.items;
    return () => {
      if (self.items.length !== length) {
        raise(exceptionType('RuntimeError'), 'deque mutated during iteration');
      }
      return index < length ? self.items[index++] : undefined;
    };
  },
  length: (self) => self.items.length,
  contains: (self, item) => self.items.some((each) => equals(each, item)),
  getItem: (self, index) => self.items[sequenceIndex(index, self.items.length, 'deque')]!,
  setItem: (self, index, value) => {
    self.items[sequenceIndex(index, self.items.length, 'deque')] = value;
  },
  methods: {
    'append(x)': (self: PyDeque, item: Value) => append(self, item, 'right'),
    'appendleft(x)': (self: PyDeque, item: Value) => append(self, item, 'left'),
    'extend(iterable)': (self: PyDeque, items: Value) => {
      for (const item of toArray(items)) append(self, item, 'right');
      return null;
    },
    'extendleft(iterable)': (self: PyDeque, items: Value) => {
      for (const item of toArray(items)) append(self, item, 'left');
      return null;
    },
    'pop()': (self: PyDeque) => popped(self.items.pop()),
    'popleft()': (self: PyDeque) => popped(self.items.shift()),
    'rotate(n?)': rotate,
    'clear()': (self: PyDeque) => {
      self.items = [];
      return null;
    },
    'count(x)': (self: PyDeque, item: Value) => self.items.filter((each) => equals(each, item)).length,
    'index(x)': (self: PyDeque, item: Value) => {
      const index = self.items.findIndex((each) => equals(each, item));
      return index >= 0 ? index : raiseValueError(`${repr(item)} is not in deque`);
    },
    'remove(x)': (self: PyDeque, item: Value) => {
      const index = self.items.findIndex((each) => equals(each, item));
      if (index < 0) raiseValueError('deque.remove(x): x not in deque');
      self.items.splice(index, 1);
      return null;
    },
    'reverse()': (self: PyDeque) => {
      self.items.reverse();
      return null;
    },
    'copy()': (self: PyDeque) => {
      const copy = new PyDeque();
      copy.items = [...self.items];
      copy.maxLength = self.maxLength;
      return copy;
    },
  },
});

export const collectionsModule = (): PyModule => {
  const abstract = abstractCollections();
  return defineModule({
    name: 'collections',
    values: {
      OrderedDict: orderedDictType,
      defaultdict: defaultDictType,
      Counter: counterType,
      deque: dequeType,
      ...userCollections(abstract),
      ...(pythonVersion() === 2 ? Object.fromEntries(abstract) : {}),
    },
    functions: {
      'namedtuple(typename, field_names, *, rename?, defaults?, module?)': namedTuple,
    },
    submodules: { abc: abstractModule(abstract) },
  });
};
