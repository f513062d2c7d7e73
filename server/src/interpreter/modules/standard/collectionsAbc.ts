/** `collections.abc`: protocols for `isinstance`, and the methods that a class gets by deriving from one. */
import { PyDict, PySet } from '../../containers.ts';
import {
  exceptionType,
  isException,
  objectType,
  raise,
  raiseKeyError,
  raiseValueError,
} from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { call, callMethodOfType } from '../../protocols/calls.ts';
import { contains, equals } from '../../protocols/comparison.ts';
import { hashUnordered } from '../../protocols/hashing.ts';
import { deleteItem, getItem, lengthOf, setItem } from '../../protocols/items.ts';
import { elements, toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { type RichComparison, typeOf } from '../../pyType.ts';
import type { NativeBody } from '../../signature.ts';
import { bytesType } from '../../types/bytesType.ts';
import { dictType, dictViewTypes } from '../../types/dictType.ts';
import { generatorType } from '../../types/generatorType.ts';
import { listType, rangeType, tupleType } from '../../types/sequenceTypes.ts';
import { frozenSetType, setType } from '../../types/setType.ts';
import { strType } from '../../types/strType.ts';
import {
  NotImplemented,
  PyIterator,
  PyList,
  type PyModule,
  type PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import {
  abstractBuiltin,
  abstractMetaclass,
  callOwn,
  hasMethods,
  register,
  setProtocol,
} from './abstractClasses.ts';
import { dequeType } from './collections/dequeType.ts';
import { field, libraryClass, setField } from './libraryClass.ts';

/** One abstract class. */
interface AbstractClass {
  readonly name: string;
  readonly bases?: readonly string[];
  /** Methods that a subclass has to give, by signature without `self`. */
  readonly abstract?: readonly string[];
  readonly methods?: Readonly<Record<string, NativeBody>>;
  readonly classMethods?: Readonly<Record<string, NativeBody>>;
  /** Types with these methods belong to it. */
  readonly protocol?: readonly string[];
  readonly registered?: readonly PyType[];
  readonly values?: Readonly<Record<string, Value>>;
}

const attempt = (body: () => Value, missing: () => Value): Value => {
  try {
    return body();
  } catch (error) {
    if (isException(error, 'KeyError')) return missing();
    throw error;
  }
};

const pop = (self: Value, key: Value, missing?: Value): Value => {
  let value: Value;
  try {
    value = getItem(self, key);
  } catch (error) {
    if (isException(error, 'KeyError') && missing !== undefined) return missing;
    throw error;
  }
  deleteItem(self, key);
  return value;
};

const pairs = (self: Value): Value[] => toArray(self).map((key) => new PyTuple([key, getItem(self, key)]));

function updateMapping(self: Value, source: Value | undefined, named: ReadonlyMap<string, Value>): Value {
  if (source instanceof PyDict) {
    for (const { key, value } of source.table.entries()) setItem(self, key, value);
  } else if (source !== undefined && hasMethods('keys')(typeOf(source))) {
    for (const key of elements(callMethodOfType(source, 'keys')!)) setItem(self, key, getItem(source, key));
  } else if (source !== undefined) {
    for (const pair of elements(source)) {
      const [key, value, ...rest] = toArray(pair);
      if (key === undefined || value === undefined)
        raiseValueError(`not enough values to unpack (expected 2, got ${key === undefined ? 0 : 1})`);
      if (rest.length > 0) raiseValueError('too many values to unpack (expected 2)');
      setItem(self, key, value);
    }
  }
  for (const [name, value] of named) setItem(self, name, value);
  return null;
}

const asDict = (value: Value): PyDict =>
  value instanceof PyDict
    ? value
    : PyDict.from(pairs(value).map((pair) => (pair as PyTuple).items as [Value, Value]));

const isSet = (value: Value): boolean => hasMethods('__contains__', '__iter__', '__len__')(typeOf(value));

function compareSets(operator: RichComparison, a: Value, b: Value): Value {
  const isSubset = (x: Value, y: Value): boolean => toArray(x).every((item) => contains(y, item));
  const [left, right] = [lengthOf(a), lengthOf(b)];
  switch (operator) {
    case '==':
      return left === right && isSubset(a, b);
    case '!=':
      return !(left === right && isSubset(a, b));
    case '<':
      return left < right && isSubset(a, b);
    case '<=':
      return left <= right && isSubset(a, b);
    case '>':
      return left > right && isSubset(b, a);
    case '>=':
      return left >= right && isSubset(b, a);
  }
}

const setComparison =
  (operator: RichComparison): NativeBody =>
  (a: Value, b: Value) =>
    isSet(b) ? compareSets(operator, a, b) : NotImplemented;

/** `self._from_iterable(items)`. */
const makeSet = (self: Value, items: Value[]): Value => callOwn(self, '_from_iterable', new PyList(items));

const setOperation =
  (choose: (a: Value, b: Value) => Value[]): NativeBody =>
  (a: Value, b: Value) =>
    hasMethods('__iter__')(typeOf(b)) ? makeSet(a, choose(a, b)) : NotImplemented;

const common = (a: Value, b: Value): Value[] => toArray(b).filter((item) => contains(a, item));
const either = (a: Value, b: Value): Value[] => [...toArray(a), ...toArray(b)];
const without = (a: Value, b: Value): Value[] => {
  const gone = isSet(b) ? b : PySet.from(toArray(b));
  return toArray(a).filter((item) => !contains(gone, item));
};

const sequenceIndexOf = (self: Value, wanted: Value): Value => {
  const index = toArray(self).findIndex((item) => equals(item, wanted));
  return index < 0 ? raise(exceptionType('ValueError')) : index;
};

const reversedSequence = (self: Value): Value => {
  let index = lengthOf(self);
  return new PyIterator('generator', () => (index > 0 ? getItem(self, --index) : undefined));
};

function sequenceIterator(self: Value): Value {
  let index = 0;
  return new PyIterator('generator', () => {
    try {
      return getItem(self, index++);
    } catch (error) {
      if (isException(error, 'IndexError')) return undefined;
      throw error;
    }
  });
}

const extend = (self: Value, items: Value): Value => {
  for (const item of toArray(items)) callOwn(self, 'append', item);
  return self;
};

const popItem = (self: Value): Value => {
  const [key] = toArray(self);
  if (key === undefined) return raise(exceptionType('KeyError'));
  const value = getItem(self, key);
  deleteItem(self, key);
  return new PyTuple([key, value]);
};

const popElement = (self: Value): Value => {
  const [item] = toArray(self);
  if (item === undefined) return raise(exceptionType('KeyError'));
  callOwn(self, 'discard', item);
  return item;
};

const view = (name: string): ((self: Value) => Value) => {
  return (self) =>
    call(viewClasses.get(typeOf(self).mro.find((each) => viewClasses.has(each))!)!.get(name)!, [self]);
};

/** The classes of views that belong to each `Mapping` class: one per interpreter. */
const viewClasses = new WeakMap<PyType, Map<string, PyType>>();

/** Sets that are made of views are plain ones. */
const plainSets: Readonly<Record<string, NativeBody>> = {
  '_from_iterable(it)': (_type: Value, items: Value) => PySet.from(toArray(items)),
};

const mutations: Readonly<Record<string, NativeBody>> = {
  'clear()': (self: Value) => {
    while (lengthOf(self) > 0) callOwn(self, 'popitem');
    return null;
  },
  'pop(key, default?)': pop,
  'popitem()': popItem,
  'setdefault(key, default?)': (self: Value, key: Value, missing?: Value) =>
    attempt(
      () => getItem(self, key),
      () => {
        setItem(self, key, missing ?? null);
        return missing ?? null;
      },
    ),
  'update(other?, /, **kwds)': updateMapping,
};

const classes: readonly AbstractClass[] = [
  { name: 'Hashable', abstract: ['__hash__()'] },
  { name: 'Awaitable', protocol: ['__await__'] },
  { name: 'Coroutine', bases: ['Awaitable'], protocol: ['__await__', 'send', 'throw', 'close'] },
  { name: 'AsyncIterable', protocol: ['__aiter__'] },
  { name: 'AsyncIterator', bases: ['AsyncIterable'], protocol: ['__anext__', '__aiter__'] },
  { name: 'Iterable', abstract: ['__iter__()'], protocol: ['__iter__'] },
  {
    name: 'Iterator',
    bases: ['Iterable'],
    abstract: ['__next__()'],
    methods: { '__iter__()': (self: Value) => self },
    protocol: ['__next__', '__iter__'],
  },
  {
    name: 'Reversible',
    bases: ['Iterable'],
    abstract: ['__reversed__()'],
    protocol: ['__reversed__', '__iter__'],
  },
  {
    name: 'Generator',
    bases: ['Iterator'],
    abstract: ['send(value)', 'throw(typ)'],
    methods: { '__next__()': (self: Value) => callOwn(self, 'send', null), 'close()': () => null },
    registered: [generatorType],
  },
  { name: 'Sized', abstract: ['__len__()'], protocol: ['__len__'] },
  { name: 'Container', abstract: ['__contains__(x)'], protocol: ['__contains__'] },
  {
    name: 'Collection',
    bases: ['Sized', 'Iterable', 'Container'],
    protocol: ['__len__', '__iter__', '__contains__'],
  },
  { name: 'Callable', abstract: ['__call__()'], protocol: ['__call__'] },
  {
    name: 'Set',
    bases: ['Collection'],
    registered: [setType, frozenSetType],
    classMethods: { '_from_iterable(it)': (type: PyType, items: Value) => call(type, [items]) },
    methods: {
      '__lt__(other)': setComparison('<'),
      '__le__(other)': setComparison('<='),
      '__gt__(other)': setComparison('>'),
      '__ge__(other)': setComparison('>='),
      '__eq__(other)': setComparison('=='),
      '__and__(other)': setOperation(common),
      '__rand__(other)': setOperation(common),
      '__or__(other)': setOperation(either),
      '__ror__(other)': setOperation(either),
      '__sub__(other)': setOperation(without),
      '__rsub__(other)': setOperation((a, b) => without(b, a)),
      '__xor__(other)': setOperation((a, b) => [...without(a, b), ...without(b, a)]),
      'isdisjoint(other)': (self: Value, other: Value) =>
        !toArray(other).some((item) => contains(self, item)),
      '_hash()': (self: Value) => hashUnordered(toArray(self)),
    },
  },
  {
    name: 'MutableSet',
    bases: ['Set'],
    abstract: ['add(value)', 'discard(value)'],
    registered: [setType],
    methods: {
      'remove(value)': (self: Value, item: Value) => {
        if (!contains(self, item)) raiseKeyError(item);
        callOwn(self, 'discard', item);
        return null;
      },
      'pop()': popElement,
      'clear()': (self: Value) => {
        while (lengthOf(self) > 0) callOwn(self, 'pop');
        return null;
      },
      '__ior__(other)': (self: Value, other: Value) => {
        for (const item of toArray(other)) callOwn(self, 'add', item);
        return self;
      },
      '__iand__(other)': (self: Value, other: Value) => {
        for (const item of without(self, other)) callOwn(self, 'discard', item);
        return self;
      },
      '__isub__(other)': (self: Value, other: Value) => {
        for (const item of toArray(other)) callOwn(self, 'discard', item);
        return self;
      },
    },
  },
  {
    name: 'Mapping',
    bases: ['Collection'],
    abstract: ['__getitem__(key)'],
    registered: [dictType],
    methods: {
      'get(key, default?)': (self: Value, key: Value, missing?: Value) =>
        attempt(
          () => getItem(self, key),
          () => missing ?? null,
        ),
      '__contains__(key)': (self: Value, key: Value) =>
        attempt(
          () => {
            getItem(self, key);
            return true;
          },
          () => false,
        ),
      'keys()': view('KeysView'),
      'items()': view('ItemsView'),
      'values()': view('ValuesView'),
      '__eq__(other)': (self: Value, other: Value) =>
        other instanceof PyDict || hasMethods('keys', '__getitem__')(typeOf(other))
          ? equals(asDict(self), asDict(other))
          : NotImplemented,
    },
    values: { __reversed__: null },
  },
  {
    name: 'MutableMapping',
    bases: ['Mapping'],
    registered: [dictType],
    abstract: ['__setitem__(key, value)', '__delitem__(key)'],
    methods: mutations,
  },
  {
    name: 'Sequence',
    bases: ['Reversible', 'Collection'],
    abstract: ['__getitem__(index)'],
    registered: [tupleType, strType, rangeType, bytesType],
    methods: {
      '__iter__()': sequenceIterator,
      '__contains__(value)': (self: Value, item: Value) => toArray(self).some((each) => equals(each, item)),
      '__reversed__()': reversedSequence,
      'index(value)': sequenceIndexOf,
      'count(value)': (self: Value, item: Value) => toArray(self).filter((each) => equals(each, item)).length,
    },
  },
  {
    name: 'MutableSequence',
    bases: ['Sequence'],
    abstract: ['__setitem__(index, value)', '__delitem__(index)', 'insert(index, value)'],
    registered: [listType, dequeType],
    methods: {
      'append(value)': (self: Value, item: Value) => callOwn(self, 'insert', lengthOf(self), item),
      'clear()': (self: Value) => {
        while (lengthOf(self) > 0) callOwn(self, 'pop');
        return null;
      },
      'extend(values)': (self: Value, items: Value) => {
        extend(self, items);
        return null;
      },
      'pop(index?)': (self: Value, index?: Value) => {
        const item = getItem(self, index ?? -1);
        deleteItem(self, index ?? -1);
        return item;
      },
      'remove(value)': (self: Value, item: Value) => {
        deleteItem(self, callOwn(self, 'index', item));
        return null;
      },
      'reverse()': (self: Value) => {
        const items = toArray(self).reverse();
        for (const [index, item] of items.entries()) setItem(self, index, item);
        return null;
      },
      '__iadd__(values)': extend,
    },
  },
  { name: 'ByteString', bases: ['Sequence'], registered: [bytesType] },
  {
    name: 'MappingView',
    bases: ['Sized'],
    methods: {
      '__init__(mapping)': (self: PyObject, mapping: Value) => {
        setField(self, '_mapping', mapping);
        return null;
      },
      '__len__()': (self: PyObject) => lengthOf(field(self, '_mapping')),
      '__repr__()': (self: PyObject) => `${typeOf(self).name}(${repr(field(self, '_mapping'))})`,
    },
  },
  {
    name: 'KeysView',
    bases: ['MappingView', 'Set'],
    registered: [dictViewTypes.keys],
    classMethods: plainSets,
    methods: {
      '__contains__(key)': (self: PyObject, key: Value) => contains(field(self, '_mapping'), key),
      '__iter__()': (self: PyObject) => iterator(toArray(field(self, '_mapping'))),
    },
  },
  {
    name: 'ItemsView',
    bases: ['MappingView', 'Set'],
    registered: [dictViewTypes.items],
    classMethods: plainSets,
    methods: {
      '__contains__(item)': (self: PyObject, item: Value) =>
        pairs(field(self, '_mapping')).some((pair) => equals(pair, item)),
      '__iter__()': (self: PyObject) => iterator(pairs(field(self, '_mapping'))),
    },
  },
  {
    name: 'ValuesView',
    bases: ['MappingView', 'Collection'],
    registered: [dictViewTypes.values],
    methods: {
      '__contains__(value)': (self: PyObject, item: Value) =>
        pairs(field(self, '_mapping')).some((pair) => equals((pair as PyTuple).items[1]!, item)),
      '__iter__()': (self: PyObject) =>
        iterator(pairs(field(self, '_mapping')).map((pair) => (pair as PyTuple).items[1]!)),
    },
  },
];

const iterator = (items: readonly Value[]): Value => {
  let index = 0;
  return new PyIterator('generator', () => items[index++]);
};

function isHashable(type: PyType): boolean {
  const found = type.mro.map((each) => each.namespace.get('__hash__')).find((each) => each !== undefined);
  return found !== null;
}

function makeClass(definition: AbstractClass, made: ReadonlyMap<string, PyType>): PyType {
  const { name } = definition;
  const type = libraryClass({
    name,
    module: 'collections.abc',
    metaclass: abstractMetaclass,
    bases:
      (definition.bases ?? []).length > 0 ? definition.bases!.map((base) => made.get(base)!) : [objectType],
    ...(definition.methods ? { methods: definition.methods } : {}),
    ...(definition.classMethods ? { classMethods: definition.classMethods } : {}),
    values: {
      ...definition.values,
      ...Object.fromEntries(
        (definition.abstract ?? []).map((signature) => {
          const refuse = (): Value => raiseValueError(`${signature} is abstract`);
          const method = abstractBuiltin(signature.replace('(', '(self, ').replace(', )', ')'), refuse);
          return [method.name, method];
        }),
      ),
    },
  });
  register(type, ...(definition.registered ?? []));
  if (definition.protocol) setProtocol(type, hasMethods(...definition.protocol));
  if (name === 'Hashable') setProtocol(type, isHashable);
  return type;
}

/** The abstract classes, made for one interpreter. */
export function abstractCollections(): ReadonlyMap<string, PyType> {
  const made = new Map<string, PyType>();
  for (const definition of classes) made.set(definition.name, makeClass(definition, made));
  viewClasses.set(made.get('Mapping')!, made as Map<string, PyType>);
  return made;
}

export const abstractModule = (made = abstractCollections()): PyModule =>
  defineModule({ name: 'collections.abc', values: Object.fromEntries(made), refused: ['Buffer'] });
