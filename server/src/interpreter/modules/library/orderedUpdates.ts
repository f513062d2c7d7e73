/** `OrderedUpdates`: the dict of shared variables and their new values that scan returns in Theano and Aesara. */
import type { LibraryName } from '../../../graph/dialects.ts';
import { PyDict } from '../../containers.ts';
import { exceptionType, raise } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { defineType, isInstance } from '../../pyType.ts';
import { updateDict } from '../../types/dictType.ts';
import type { PyType, Value } from '../../values.ts';
import { orderedDictType, PyOrderedDict } from '../standard/collections/orderedDict.ts';
import { sharedVariableType } from './sharedVariables.ts';

export class PyOrderedUpdates extends PyOrderedDict {
  constructor(library: LibraryName) {
    super();
    // Not a plain dict: keys are checked when they are set.
    this.cls = orderedUpdatesTypes[library];
  }

  /** Pairs in order; keys are already known to be shared variables. */
  static of(pairs: Iterable<readonly [Value, Value]>, library: LibraryName): PyOrderedUpdates {
    const updates = new PyOrderedUpdates(library);
    for (const [key, value] of pairs) updates.table.set(key, value);
    return updates;
  }
}

function setChecked(self: PyDict, key: Value, value: Value): void {
  if (!isInstance(key, sharedVariableType))
    raise(exceptionType('TypeError'), 'OrderedUpdates keys must inherit from SharedVariable', key);
  self.table.set(key, value);
}

/** What `OrderedDict(other)` makes of a dict, an iterable of pairs or a mapping, in Python's words where it is none. */
function pairsOf(other: Value): (readonly [Value, Value])[] {
  const dict = other instanceof PyDict ? other : new PyOrderedDict();
  if (dict !== other) updateDict(dict, other, null);
  return [...dict.table.entries()].map((entry) => [entry.key, entry.value] as const);
}

/** `update(other)`: the same key with another expression is a collision. */
function merge(self: PyDict, other: Value): void {
  if (other === null) return;
  for (const [key, value] of pairsOf(other)) {
    const known = self.table.get(key);
    if (known !== undefined && known !== value) raise(exceptionType('KeyError'), 'Collision', key);
    setChecked(self, key, value);
  }
}

const ownerOf = (value: Value): LibraryName =>
  isInstance(value, orderedUpdatesTypes.aesara) ? 'aesara' : 'theano';

function added(left: Value, right: Value): Value {
  const sum = new PyOrderedUpdates(ownerOf(left));
  merge(sum, left);
  merge(sum, right);
  return sum;
}

const defineUpdates = (library: LibraryName): PyType =>
  defineType<PyOrderedUpdates>({
    name: 'OrderedUpdates',
    module: `${library}.updates`,
    isPython: true,
    bases: [orderedDictType],
    create: (type) => {
      const made = new PyOrderedUpdates(library);
      made.cls = type;
      return made;
    },
    initialize: (self, args) => {
      const [first] = args;
      // Of a key that stands there twice the last value counts: only `update` calls that a collision.
      if (first !== undefined) for (const [key, value] of pairsOf(first)) setChecked(self, key, value);
    },
    methods: {
      'update(other?)': (self: PyDict, other: Value | undefined) => {
        if (other !== undefined) merge(self, other);
        return null;
      },
      'copy()': (self: PyDict) => PyOrderedUpdates.of(pairsOf(self), ownerOf(self)),
    },
    setItem: setChecked,
    binary: { '+': added },
    reflected: { '+': (self, other) => added(other, self) },
    hash: null,
    repr: (self) => {
      const pairs = pairsOf(self);
      const text = pairs.map(([key, value]) => `(${repr(key)}, ${repr(value)})`).join(', ');
      return pairs.length === 0 ? 'OrderedUpdates()' : `OrderedUpdates([${text}])`;
    },
  });

/** `theano.updates.OrderedUpdates` and Aesara's. */
export const orderedUpdatesTypes: Readonly<Record<LibraryName, PyType>> = {
  theano: defineUpdates('theano'),
  aesara: defineUpdates('aesara'),
  // Not a name of any module there.
  pytensor: defineUpdates('pytensor'),
};
