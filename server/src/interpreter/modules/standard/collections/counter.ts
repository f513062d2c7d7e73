/** `collections.Counter`, as CPython's Python code does it: the order of results is that of the operands' elements. */
import { PyDict } from '../../../containers.ts';
import { exceptionType, isException, raise, raiseTypeError } from '../../../exceptions.ts';
import { call, callMethodOfType } from '../../../protocols/calls.ts';
import { equals, isLess, isTrue, richCompare } from '../../../protocols/comparison.ts';
import { getItem, sizeOf } from '../../../protocols/items.ts';
import { elements } from '../../../protocols/iteration.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, lookupInType, type RichComparison, typeOf } from '../../../pyType.ts';
import { runtime, turn } from '../../../runtime.ts';
import { dictItem, dictType } from '../../../types/dictType.ts';
import {
  type Keywords,
  NotImplemented,
  PyIterator,
  PyList,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { chainType } from '../itertools/itertoolsModule.ts';
import { dictText } from './orderedDict.ts';

class PyCounter extends PyDict {}

const add = binaryFunctions['+'];
const subtract = binaryFunctions['-'];

const tableCount = (self: PyDict, key: Value): Value => {
  const count = self.table.get(key);
  return count === undefined ? 0 : count;
};

/** `self[key]`: what a class of the program says of missing keys counts too. */
const countOf = (self: PyDict, key: Value): Value =>
  self.cls === null ? tableCount(self, key) : dictItem(self, key);

const isPositive = (count: Value): boolean => isTrue(richCompare('>', count, 0));
const isNegative = (count: Value): boolean => isTrue(richCompare('<', count, 0));

/** The pairs of a mapping; null for what is only iterable. */
function pairsOfMapping(source: Value): (readonly [Value, Value])[] | null {
  if (source instanceof PyDict) {
    return [...source.table.entries()].map(({ key, value }) => [key, value] as const);
  }
  const isMapping =
    typeof source === 'object' && source !== null && lookupInType(typeOf(source), 'keys') !== undefined;
  if (!isMapping) return null;
  return [...elements(callMethodOfType(source, 'keys')!)].map((key) => [key, getItem(source, key)] as const);
}

function update(self: PyCounter, source: Value, named: Keywords): void {
  const pairs = source === null ? [] : pairsOfMapping(source);
  if (pairs === null) {
    for (const item of elements(source)) {
      turn();
      const before = self.table.get(item);
      self.table.set(item, before === undefined ? 1 : add(before, 1));
    }
  } else {
    const isEmpty = self.table.size === 0;
    for (const [key, amount] of pairs) {
      self.table.set(key, isEmpty ? amount : add(amount, self.table.get(key) ?? 0));
    }
  }
  for (const [name, amount] of named ?? []) self.table.set(name, add(amount, self.table.get(name) ?? 0));
}

function subtractAll(self: PyCounter, source: Value, named: Keywords): void {
  const less = (key: Value, amount: Value): void =>
    self.table.set(key, subtract(self.table.get(key) ?? 0, amount));
  const pairs = source === null ? [] : pairsOfMapping(source);
  if (pairs === null) for (const item of elements(source)) less(item, 1);
  else for (const [key, amount] of pairs) less(key, amount);
  for (const [name, amount] of named ?? []) less(name, amount);
}

function mostCommon(self: PyCounter, count?: Value): PyTuple[] {
  const pairs = [...self.table.entries()].map(({ key, value }) => new PyTuple([key, value]));
  // Stable from high to low: what is asked first is whether the later one is greater.
  pairs.sort((a, b) => {
    if (isLess(a.items[1]!, b.items[1]!)) return 1;
    return isLess(b.items[1]!, a.items[1]!) ? -1 : 0;
  });
  const most = count === undefined || count === null ? pairs.length : Math.max(0, sizeOf(count));
  return pairs.slice(0, most);
}

type Choose = (own: Value, other: Value) => Value;

/** The positive results of both, first for the elements of `a`, then with `alone` for those that only `b` has. */
function combine(a: PyCounter, b: Value, choose: Choose, alone: ((other: Value) => Value) | null): Value {
  if (!(b instanceof PyCounter)) return NotImplemented;
  const result = new PyCounter();
  const keep = (key: Value, count: Value): void => {
    if (isPositive(count)) result.table.set(key, count);
  };
  for (const { key, value } of a.table.entries()) keep(key, choose(value, countOf(b, key)));
  if (alone === null) return result;
  for (const { key, value } of b.table.entries()) if (!a.table.has(key)) keep(key, alone(value));
  return result;
}

const smaller: Choose = (own, other) => (isLess(own, other) ? own : other);
const larger: Choose = (own, other) => (isLess(own, other) ? other : own);

function keepPositive(self: PyCounter): PyCounter {
  for (const { key, value } of [...self.table.entries()]) if (!isPositive(value)) self.table.delete(key);
  return self;
}

function changeBy(self: PyCounter, other: Value, choose: Choose): Value {
  for (const [key, amount] of pairsOfMapping(other) ?? raiseNoItems(other)) {
    self.table.set(key, choose(countOf(self, key), amount));
  }
  return keepPositive(self);
}

const raiseNoItems = (other: Value): never =>
  raise(exceptionType('AttributeError'), `'${typeOf(other).name}' object has no attribute 'items'`);

function changeToSmaller(self: PyCounter, other: Value): Value {
  for (const { key, value } of [...self.table.entries()]) {
    self.table.set(key, smaller(value, getItem(other, key)));
  }
  return keepPositive(self);
}

/** Missing elements count zero. */
function compareCounts(a: PyCounter, operator: RichComparison, b: Value): Value {
  if (!(b instanceof PyCounter)) return NotImplemented;
  const keys = [...a.table.keys(), ...b.table.keys()];
  const every = (test: (x: Value, y: Value) => boolean): boolean =>
    keys.every((key) => test(countOf(a, key), countOf(b, key)));
  const isEqual = (): boolean => every(equals);
  switch (operator) {
    case '==':
      return isEqual();
    case '!=':
      return !isEqual();
    case '<=':
    case '>=':
      return every((x, y) => isTrue(richCompare(operator, x, y)));
    default:
      return every((x, y) => isTrue(richCompare(operator === '<' ? '<=' : '>=', x, y))) && !isEqual();
  }
}

function counterText(self: PyCounter): string {
  const { name } = typeOf(self);
  if (self.table.size === 0) return `${name}()`;
  try {
    const parts = mostCommon(self).map((pair) => pair.items.map(repr).join(': '));
    return `${name}({${parts.join(', ')}})`;
  } catch (error) {
    if (!isException(error, 'TypeError')) throw error;
    return `${name}(${dictText(self)})`;
  }
}

/** Every element as often as it counts. */
function repeated(self: PyCounter): Value {
  const entries = self.table.entries();
  let item: Value = null;
  let left = 0;
  const made = new PyIterator('chain', () => {
    while (left <= 0) {
      runtime().checkpoint();
      const step = entries.next();
      if (step.done) return undefined;
      item = step.value.key;
      left = sizeOf(step.value.value);
    }
    left--;
    return item;
  });
  made.cls = chainType;
  return made;
}

function initialize(self: PyCounter, args: readonly Value[], keywords: Keywords): void {
  if (args.length > 1) {
    raiseTypeError(
      `Counter.__init__() takes from 1 to 2 positional arguments but ${args.length + 1} were given`,
    );
  }
  update(self, args[0] ?? null, keywords);
}

const fromKeys = (): never =>
  raise(
    exceptionType('NotImplementedError'),
    'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.',
  );

export const counterType: PyType = defineType<PyCounter>({
  name: 'Counter',
  module: 'collections',
  class: PyCounter,
  bases: [dictType],
  doc: 'Dict subclass for counting hashable items.',
  create: (type) => {
    const made = new PyCounter();
    if (type !== counterType) made.cls = type;
    return made;
  },
  initialize,
  constants: { __subclassable__: true },
  getItem: countOf,
  deleteItem: (self, key) => void self.table.delete(key),
  compare: compareCounts,
  repr: counterText,
  unary: {
    '+': (a) => combine(a, new PyCounter(), (own) => own, null),
    '-': (a) => {
      const result = new PyCounter();
      for (const { key, value } of a.table.entries()) {
        if (isNegative(value)) result.table.set(key, subtract(0, value));
      }
      return result;
    },
  },
  binary: {
    '+': (a, b) => combine(a, b, add, (other) => other),
    '-': (a, b) => combine(a, b, subtract, (other) => subtract(0, other)),
    '&': (a, b) => combine(a, b, smaller, null),
    '|': (a, b) => combine(a, b, larger, (other) => other),
  },
  inPlace: {
    '+': (a, b) => changeBy(a, b, add),
    '-': (a, b) => changeBy(a, b, subtract),
    '|': (a, b) => changeBy(a, b, larger),
    '&': changeToSmaller,
  },
  methods: {
    '__missing__(key)': () => 0,
    'most_common(n?)': (self: PyCounter, count?: Value) => new PyList(mostCommon(self, count)),
    'elements()': repeated,
    'update(iterable?, /, **kwds)': (self: PyCounter, source: Value | undefined, named: Keywords) => {
      update(self, source ?? null, named);
      return null;
    },
    'subtract(iterable?, /, **kwds)': (self: PyCounter, source: Value | undefined, named: Keywords) => {
      subtractAll(self, source ?? null, named);
      return null;
    },
    'total()': (self: PyCounter) => self.table.values().reduce<Value>((all, each) => add(all, each), 0),
    'copy()': (self: PyCounter) => call(typeOf(self), [self]),
  },
  classMethods: { 'fromkeys(iterable, v?)': fromKeys },
});
