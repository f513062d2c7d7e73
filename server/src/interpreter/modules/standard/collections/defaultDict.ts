/** `collections.defaultdict`. */
import { PyDict } from '../../../containers.ts';
import { raiseKeyError, raiseTypeError } from '../../../exceptions.ts';
import { call, isCallable } from '../../../protocols/calls.ts';
import { repr, reprGuarded } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { dictItem, dictType, updateDict } from '../../../types/dictType.ts';
import { NotImplemented, type PyType, type Value } from '../../../values.ts';
import { dictText, shortName } from './orderedDict.ts';

class PyDefaultDict extends PyDict {
  factory: Value = null;
}

function missing(self: PyDefaultDict, key: Value): Value {
  if (self.factory === null) return raiseKeyError(key);
  const made = call(self.factory, []);
  self.table.set(key, made);
  return made;
}

function merged(model: PyDefaultDict, first: Value, second: Value): Value {
  const made = call(typeOf(model), [model.factory, first]);
  updateDict(made as PyDict, second, null);
  return made;
}

export const defaultDictType: PyType = defineType<PyDefaultDict>({
  name: 'collections.defaultdict',
  module: 'collections',
  class: PyDefaultDict,
  bases: [dictType],
  doc: 'dict subclass that calls a factory function to supply missing values',
  create: (type) => {
    const made = new PyDefaultDict();
    if (type !== defaultDictType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const [factory = null, source] = args;
    if (factory !== null && !isCallable(factory)) raiseTypeError('first argument must be callable or None');
    self.factory = factory;
    updateDict(self, source, keywords);
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
    if (self.cls !== null) return dictItem(self, key);
    const value = self.table.get(key);
    return value === undefined ? missing(self, key) : value;
  },
  repr: (self) => {
    const name = shortName(typeOf(self));
    return reprGuarded(self, `${name}(...)`, () => `${name}(${repr(self.factory)}, ${dictText(self)})`);
  },
  binary: { '|': (a, b) => (b instanceof PyDict ? merged(a, a, b) : NotImplemented) },
  reflected: { '|': (a, b) => (b instanceof PyDict ? merged(a, b, a) : NotImplemented) },
  only: { python3: ['__or__', '__ror__'] },
  methods: {
    '__missing__(key, /)': missing,
    'copy()': (self: PyDefaultDict) => call(typeOf(self), [self.factory, self]),
  },
});
