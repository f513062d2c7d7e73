/** `OrderedUpdates`: the dict of shared variables and their new values that scan returns in Theano and Aesara. */
import type { LibraryName } from '../../../graph/dialects.ts';
import { PyDict } from '../../containers.ts';
import { exceptionType, raise, raiseTypeError } from '../../exceptions.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { defineType, isInstance } from '../../pyType.ts';
import { NotImplemented, PyList, PyTuple, type PyType, type Value } from '../../values.ts';
import { orderedDictType, PyOrderedDict } from '../standard/collections/orderedDict.ts';
import { sharedVariableType } from './sharedVariables.ts';

/** The libraries that have the class. */
type Owner = Exclude<LibraryName, 'pytensor'>;

export class PyOrderedUpdates extends PyOrderedDict {
  constructor(library: Owner = 'theano') {
    super();
    // Not a plain dict: keys are checked when they are set.
    this.cls = orderedUpdatesTypes[library];
  }

  /** Pairs in order; keys are already known to be shared variables. */
  static of(pairs: Iterable<readonly [Value, Value]>, library: Owner): PyOrderedUpdates {
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

/** The pairs of a dict or a list of pairs; `undefined` for anything else. */
function pairsOf(value: Value): (readonly [Value, Value])[] | undefined {
  if (value instanceof PyDict)
    return [...value.table.entries()].map((entry) => [entry.key, entry.value] as const);
  if (!(value instanceof PyList || value instanceof PyTuple)) return undefined;
  const pairs = value.items.map((item) => toArray(item));
  return pairs.map((pair) =>
    pair.length === 2 ? ([pair[0]!, pair[1]!] as const) : raiseTypeError('updates are pairs'),
  );
}

/** `update(other)`: the same key with another expression is a collision. */
function merge(self: PyDict, other: Value): void {
  for (const [key, value] of pairsOf(other) ?? raiseTypeError(`${repr(other)} is not a dict of updates`)) {
    const known = self.table.get(key);
    if (known !== undefined && known !== value) raise(exceptionType('KeyError'), 'Collision', key);
    setChecked(self, key, value);
  }
}

const ownerOf = (value: Value): Owner =>
  isInstance(value, orderedUpdatesTypes.aesara) ? 'aesara' : 'theano';

function added(left: Value, right: Value): Value {
  if (pairsOf(left) === undefined || pairsOf(right) === undefined) return NotImplemented;
  const sum = new PyOrderedUpdates(ownerOf(left));
  merge(sum, left);
  merge(sum, right);
  return sum;
}

const defineUpdates = (library: Owner): PyType =>
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
      if (first !== undefined) merge(self, first);
    },
    methods: {
      'update(other?)': (self: PyDict, other: Value | undefined) => {
        if (other !== undefined) merge(self, other);
        return null;
      },
      'copy()': (self: PyDict) => PyOrderedUpdates.of(pairsOf(self) ?? [], ownerOf(self)),
    },
    setItem: setChecked,
    binary: { '+': added },
    reflected: { '+': (self, other) => added(other, self) },
    hash: null,
    repr: (self) => {
      const pairs = pairsOf(self) ?? [];
      const text = pairs.map(([key, value]) => `(${repr(key)}, ${repr(value)})`).join(', ');
      return pairs.length === 0 ? 'OrderedUpdates()' : `OrderedUpdates([${text}])`;
    },
  });

/** `theano.updates.OrderedUpdates` and Aesara's. */
export const orderedUpdatesTypes: Readonly<Record<Owner, PyType>> = {
  theano: defineUpdates('theano'),
  aesara: defineUpdates('aesara'),
};
