/** `collections.OrderedDict`. */
import { PyDict } from '../../../containers.ts';
import { raiseKeyError } from '../../../exceptions.ts';
import { KeyTable } from '../../../keyTable.ts';
import { call } from '../../../protocols/calls.ts';
import { compareSequences, equals, isTrue } from '../../../protocols/comparison.ts';
import { repr, reprGuarded } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { pythonVersion } from '../../../runtime.ts';
import { dictType, dictViewTypes, PyDictView, updateDict } from '../../../types/dictType.ts';
import { NotImplemented, PyIterator, PyList, PyTuple, type PyType, type Value } from '../../../values.ts';

export class PyOrderedDict extends PyDict {
  constructor() {
    super(new KeyTable());
  }
}

/** The entries as Python pairs. */
export const pairsOf = (dict: PyDict): PyTuple[] =>
  [...dict.table.entries()].map(({ key, value }) => new PyTuple([key, value]));

/** What `dict.__repr__` writes. */
export const dictText = (dict: PyDict): string =>
  `{${[...dict.table.entries()].map(({ key, value }) => `${repr(key)}: ${repr(value)}`).join(', ')}}`;

/** The name of a type without that of its module, which names of native types have. */
export const shortName = (type: PyType): string => type.name.slice(type.name.lastIndexOf('.') + 1);

type Part = 'keys' | 'values' | 'items';

const partOf = {
  keys: (self: PyOrderedDict) => self.table.keys(),
  values: (self: PyOrderedDict) => self.table.values(),
  items: pairsOf,
} as const;

const viewType = (part: Part): PyType =>
  defineType<PyDictView>({
    name: `odict_${part}`,
    bases: [dictViewTypes[part]],
    repr: (self) =>
      reprGuarded(self.dict, '...', () => `odict_${part}([${partOf[part](self.dict).map(repr).join(', ')}])`),
  });

const viewTypes: Readonly<Record<Part, PyType>> = {
  keys: viewType('keys'),
  values: viewType('values'),
  items: viewType('items'),
};

const view =
  (part: Part) =>
  (self: PyOrderedDict): Value => {
    if (pythonVersion() === 2) return new PyList(partOf[part](self));
    const made = new PyDictView(self, part);
    made.cls = viewTypes[part];
    return made;
  };

function orderedText(self: PyOrderedDict): string {
  const name = shortName(typeOf(self));
  if (self.table.size === 0) return `${name}()`;
  return pythonVersion() === 3
    ? `${name}(${dictText(self)})`
    : `${name}([${pairsOf(self).map(repr).join(', ')}])`;
}

function isEqual(a: PyOrderedDict, b: PyDict): boolean {
  if (a.table.size !== b.table.size) return false;
  return [...a.table.entries()].every(({ key, value }) => {
    const other = b.table.get(key);
    return other !== undefined && equals(value, other);
  });
}

function moveToEnd(self: PyOrderedDict, key: Value, last?: Value): null {
  const value = self.table.get(key);
  if (value === undefined) return raiseKeyError(key);
  if (last !== undefined && !isTrue(last)) {
    self.table.moveToFront(key);
    return null;
  }
  const stored = self.table.storedKey(key)!;
  self.table.delete(key);
  self.table.set(stored, value);
  return null;
}

function popItem(self: PyOrderedDict, last?: Value): Value {
  const isLast = last === undefined || isTrue(last);
  const first = isLast ? undefined : self.table.entries().next().value?.key;
  const key = isLast ? self.table.keys().at(-1) : first;
  if (key === undefined) return raiseKeyError('dictionary is empty');
  const value = self.table.get(key)!;
  self.table.delete(key);
  return new PyTuple([key, value]);
}

/** A new one of the class of `model`, with the entries of both. */
function merged(model: Value, first: Value, second: Value): Value {
  const made = call(typeOf(model), [first]);
  updateDict(made as PyDict, second, null);
  return made;
}

export const orderedDictType: PyType = defineType<PyOrderedDict>({
  name: 'collections.OrderedDict',
  module: 'collections',
  class: PyOrderedDict,
  bases: [dictType],
  doc: 'Dictionary that remembers insertion order',
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
    return isEqual(a, b) === (operator === '==');
  },
  binary: { '|': (a, b) => (b instanceof PyDict ? merged(a, a, b) : NotImplemented) },
  reflected: { '|': (a, b) => (b instanceof PyDict ? merged(a, b, a) : NotImplemented) },
  only: { python3: ['move_to_end', '__reversed__', '__or__', '__ror__'] },
  methods: {
    'keys()': view('keys'),
    'values()': view('values'),
    'items()': view('items'),
    'move_to_end(key, last?)': moveToEnd,
    'popitem(last?)': popItem,
    'copy()': (self: PyOrderedDict) => call(typeOf(self), [self]),
    '__reversed__()': (self: PyOrderedDict) => {
      const keys = self.table.keys();
      return new PyIterator('odict_iterator', () => keys.pop());
    },
  },
});
