/** `collections.UserDict`, `UserList`, `UserString` and `ChainMap`: containers that are made to be derived from. */
import { PyDict } from '../../../containers.ts';
import { raiseKeyError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call, callMethodOfType } from '../../../protocols/calls.ts';
import { contains, equals, isTrue, richCompare } from '../../../protocols/comparison.ts';
import { hash } from '../../../protocols/hashing.ts';
import { deleteItem, getItem, lengthOf, setItem } from '../../../protocols/items.ts';
import { iterate, toArray } from '../../../protocols/iteration.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { repr, str } from '../../../protocols/text.ts';
import { comparisonNames, lookupInType, type RichComparison, typeOf } from '../../../pyType.ts';
import type { NativeBody } from '../../../signature.ts';
import { listType } from '../../../types/sequenceTypes.ts';
import { strType } from '../../../types/strType.ts';
import {
  NotImplemented,
  PyBuiltin,
  PyIterator,
  PyList,
  type PyObject,
  type PyType,
  type Value,
} from '../../../values.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';

const dataOf = (self: PyObject): Value => field(self, 'data');

/** The value inside, for operands of the same kind. */
const inner = (value: Value): Value => {
  const data =
    typeof value === 'object' && value !== null ? (value as PyObject).attributes?.get('data') : undefined;
  return data ?? value;
};

export const userDictClass = (bases: ReadonlyMap<string, PyType>): PyType =>
  libraryClass({
    name: 'UserDict',
    module: 'collections',
    bases: [bases.get('MutableMapping')!],
    ...metaclassOf(bases),
    methods: {
      '__init__(dict?, /, **kwargs)': (
        self: PyObject,
        source: Value | undefined,
        named: Map<string, Value>,
      ) => {
        setField(self, 'data', new PyDict());
        if (source !== undefined && source !== null) call(getAttribute(self, 'update'), [source]);
        if (named.size > 0) call(getAttribute(self, 'update'), [], named);
        return null;
      },
      '__len__()': (self: PyObject) => lengthOf(dataOf(self)),
      '__getitem__(key)': (self: PyObject, key: Value) => {
        const data = dataOf(self) as PyDict;
        const value = data.table.get(key);
        if (value !== undefined) return value;
        return callMethodOfType(self, '__missing__', key) ?? raiseKeyError(key);
      },
      '__setitem__(key, item)': (self: PyObject, key: Value, item: Value) => {
        setItem(dataOf(self), key, item);
        return null;
      },
      '__delitem__(key)': (self: PyObject, key: Value) => {
        deleteItem(dataOf(self), key);
        return null;
      },
      '__iter__()': (self: PyObject) => new PyIterator('dict_keyiterator', iterate(dataOf(self))),
      '__contains__(key)': (self: PyObject, key: Value) => contains(dataOf(self), key),
      '__repr__()': (self: PyObject) => repr(dataOf(self)),
      '__or__(other)': (self: PyObject, other: Value) =>
        call(typeOf(self), [binaryFunctions['|'](dataOf(self), inner(other))]),
      '__ror__(other)': (self: PyObject, other: Value) =>
        call(typeOf(self), [binaryFunctions['|'](inner(other), dataOf(self))]),
      'copy()': (self: PyObject) => call(typeOf(self), [dataOf(self)]),
    },
    classMethods: {
      'fromkeys(iterable, value?)': (type: PyType, keys: Value, value?: Value) => {
        const made = call(type, []);
        for (const key of toArray(keys)) setItem(made, key, value ?? null);
        return made;
      },
    },
  });

const metaclassOf = (bases: ReadonlyMap<string, PyType>): { metaclass: PyType } => ({
  metaclass: bases.get('Mapping')!.metaclass!,
});

const comparisons = (): Record<string, NativeBody> =>
  Object.fromEntries(
    Object.entries(comparisonNames).map(([operator, name]) => [
      `${name}(other)`,
      (self: PyObject, other: Value) => richCompare(operator as RichComparison, dataOf(self), inner(other)),
    ]),
  );

/** Methods that do the same to the data; results of the data's type are wrapped again. */
function delegates(
  type: PyType,
  names: readonly string[],
  { wrap }: { readonly wrap: boolean },
): Record<string, NativeBody> {
  return Object.fromEntries(
    names.map((name) => [
      `${name}(*args, **kwargs)`,
      (self: PyObject, args: Value[], named: Map<string, Value>) => {
        const method = getAttribute(dataOf(self), name);
        const result = call(method, args.map(inner), named.size > 0 ? named : null);
        return wrap && typeOf(result) === type ? call(typeOf(self), [result]) : result;
      },
    ]),
  );
}

const listMethods = [
  'append',
  'insert',
  'pop',
  'remove',
  'clear',
  'count',
  'index',
  'reverse',
  'sort',
  'extend',
];

export const userListClass = (bases: ReadonlyMap<string, PyType>): PyType =>
  libraryClass({
    name: 'UserList',
    module: 'collections',
    bases: [bases.get('MutableSequence')!],
    ...metaclassOf(bases),
    values: { __hash__: null },
    methods: {
      ...comparisons(),
      ...delegates(listType, listMethods, { wrap: false }),
      '__init__(initlist?)': (self: PyObject, source?: Value) => {
        setField(
          self,
          'data',
          new PyList(source === undefined || source === null ? [] : toArray(inner(source))),
        );
        return null;
      },
      '__repr__()': (self: PyObject) => repr(dataOf(self)),
      '__len__()': (self: PyObject) => lengthOf(dataOf(self)),
      '__contains__(item)': (self: PyObject, item: Value) => contains(dataOf(self), item),
      '__getitem__(i)': (self: PyObject, index: Value) => {
        const result = getItem(dataOf(self), index);
        return typeOf(index).name === 'slice' ? call(typeOf(self), [result]) : result;
      },
      '__setitem__(i, item)': (self: PyObject, index: Value, item: Value) => {
        setItem(dataOf(self), index, item);
        return null;
      },
      '__delitem__(i)': (self: PyObject, index: Value) => {
        deleteItem(dataOf(self), index);
        return null;
      },
      '__add__(other)': (self: PyObject, other: Value) =>
        call(typeOf(self), [new PyList([...toArray(dataOf(self)), ...toArray(other)])]),
      '__radd__(other)': (self: PyObject, other: Value) =>
        call(typeOf(self), [new PyList([...toArray(other), ...toArray(dataOf(self))])]),
      '__mul__(n)': (self: PyObject, count: Value) =>
        call(typeOf(self), [binaryFunctions['*'](dataOf(self), count)]),
      'copy()': (self: PyObject) => call(typeOf(self), [dataOf(self)]),
    },
  });

/** All public methods of `str`, asked of the data. */
const strMethods = (): string[] =>
  [...strType.namespace].flatMap(([name, value]) =>
    value instanceof PyBuiltin && !name.startsWith('_') ? [name] : [],
  );

export const userStringClass = (bases: ReadonlyMap<string, PyType>): PyType =>
  libraryClass({
    name: 'UserString',
    module: 'collections',
    bases: [bases.get('Sequence')!],
    ...metaclassOf(bases),
    methods: {
      ...comparisons(),
      ...delegates(strType, strMethods(), { wrap: true }),
      '__init__(seq)': (self: PyObject, text: Value) => {
        setField(self, 'data', typeof text === 'string' ? text : str(inner(text)));
        return null;
      },
      '__str__()': (self: PyObject) => str(dataOf(self)),
      '__repr__()': (self: PyObject) => repr(dataOf(self)),
      '__hash__()': (self: PyObject) => hash(dataOf(self)),
      '__len__()': (self: PyObject) => lengthOf(dataOf(self)),
      '__contains__(char)': (self: PyObject, text: Value) => contains(dataOf(self), inner(text)),
      '__getitem__(index)': (self: PyObject, index: Value) =>
        call(typeOf(self), [getItem(dataOf(self), index)]),
      '__add__(other)': (self: PyObject, other: Value) =>
        call(typeOf(self), [binaryFunctions['+'](dataOf(self), str(inner(other)))]),
      '__radd__(other)': (self: PyObject, other: Value) =>
        call(typeOf(self), [binaryFunctions['+'](str(inner(other)), dataOf(self))]),
      '__mul__(n)': (self: PyObject, count: Value) =>
        call(typeOf(self), [binaryFunctions['*'](dataOf(self), count)]),
      '__mod__(args)': (self: PyObject, args: Value) =>
        call(typeOf(self), [binaryFunctions['%'](dataOf(self), args)]),
    },
  });

const mapsOf = (self: PyObject): Value[] => toArray(field(self, 'maps'));

/** Keys in the order of a dict that is updated from the last mapping to the first. */
function chainKeys(self: PyObject): PyDict {
  const keys = new PyDict();
  for (const map of mapsOf(self).reverse()) for (const key of toArray(map)) keys.table.set(key, null);
  return keys;
}

/** Asks the first mapping, in the words of ChainMap where the key is missing there. */
function inFirst(self: PyObject, key: Value, body: (first: Value) => Value): Value {
  const [first] = mapsOf(self);
  if (!contains(first!, key)) raiseKeyError(`Key not found in the first mapping: ${repr(key)}`);
  return body(first!);
}

export const chainMapClass = (bases: ReadonlyMap<string, PyType>): PyType =>
  libraryClass({
    name: 'ChainMap',
    module: 'collections',
    bases: [bases.get('MutableMapping')!],
    ...metaclassOf(bases),
    methods: {
      '__init__(*maps)': (self: PyObject, maps: Value[]) => {
        setField(self, 'maps', new PyList(maps.length > 0 ? maps : [new PyDict()]));
        return null;
      },
      '__missing__(key)': (_self: PyObject, key: Value) => raiseKeyError(key),
      '__getitem__(key)': (self: PyObject, key: Value) => {
        const map = mapsOf(self).find((each) => contains(each, key));
        return map === undefined ? callMethodOfType(self, '__missing__', key)! : getItem(map, key);
      },
      'get(key, default?)': (self: PyObject, key: Value, missing?: Value) => {
        const map = mapsOf(self).find((each) => contains(each, key));
        return map === undefined ? (missing ?? null) : getItem(map, key);
      },
      '__len__()': (self: PyObject) => chainKeys(self).table.size,
      '__iter__()': (self: PyObject) => new PyIterator('dict_keyiterator', iterate(chainKeys(self))),
      '__contains__(key)': (self: PyObject, key: Value) => mapsOf(self).some((map) => contains(map, key)),
      '__bool__()': (self: PyObject) => mapsOf(self).some(isTrue),
      '__repr__()': (self: PyObject) => `${typeOf(self).name}(${mapsOf(self).map(repr).join(', ')})`,
      '__setitem__(key, value)': (self: PyObject, key: Value, value: Value) => {
        setItem(mapsOf(self)[0]!, key, value);
        return null;
      },
      '__delitem__(key)': (self: PyObject, key: Value) =>
        inFirst(self, key, (first) => {
          deleteItem(first, key);
          return null;
        }),
      'pop(key, *args)': (self: PyObject, key: Value, args: Value[]) =>
        args.length > 0 && !contains(mapsOf(self)[0]!, key)
          ? args[0]!
          : inFirst(self, key, (first) => callMethodOfType(first, 'pop', key)!),
      'popitem()': (self: PyObject) => {
        const [first] = mapsOf(self);
        if (lengthOf(first!) === 0) raiseKeyError('No keys found in the first mapping.');
        return callMethodOfType(first!, 'popitem')!;
      },
      'clear()': (self: PyObject) => callMethodOfType(mapsOf(self)[0]!, 'clear') ?? null,
      'copy()': (self: PyObject) => {
        const [first, ...rest] = mapsOf(self);
        return call(typeOf(self), [callMethodOfType(first!, 'copy')!, ...rest]);
      },
      'new_child(m?, **kwargs)': (self: PyObject, map: Value | undefined, named: Map<string, Value>) => {
        const child = map === undefined || map === null ? new PyDict() : map;
        for (const [name, value] of named) setItem(child, name, value);
        return call(typeOf(self), [child, ...mapsOf(self)]);
      },
      '__or__(other)': (self: PyObject, other: Value) => {
        if (lookupInType(typeOf(other), 'keys') === undefined) return NotImplemented;
        const [first, ...rest] = mapsOf(self);
        const joined = callMethodOfType(first!, 'copy')!;
        for (const key of toArray(other)) setItem(joined, key, getItem(other, key));
        return call(typeOf(self), [joined, ...rest]);
      },
      '__eq__(other)': (self: PyObject, other: Value) => {
        const plain = (value: Value): Value =>
          value instanceof PyDict
            ? value
            : PyDict.from(toArray(value).map((key) => [key, getItem(value, key)] as const));
        return lookupInType(typeOf(other), 'keys') === undefined
          ? NotImplemented
          : equals(plain(self), plain(other));
      },
    },
    properties: {
      parents: (self) => call(typeOf(self), mapsOf(self).slice(1)),
    },
    classMethods: {
      'fromkeys(iterable, *args)': (type: PyType, keys: Value, args: Value[]) =>
        call(type, [PyDict.from(toArray(keys).map((key) => [key, args[0] ?? null] as const))]),
    },
  });

/** The classes of this file that one interpreter has. */
export const userCollections = (bases: ReadonlyMap<string, PyType>): Readonly<Record<string, Value>> => ({
  UserDict: userDictClass(bases),
  UserList: userListClass(bases),
  UserString: userStringClass(bases),
  ChainMap: chainMapClass(bases),
});
