/** Classes of `typing` that programs derive from: Generic, Protocol, NamedTuple and TypedDict. */
import { PyDict, PyFrozenSet } from '../../../containers.ts';
import { raiseTypeError } from '../../../exceptions.ts';
import { call, instantiate } from '../../../protocols/calls.ts';
import { createClass } from '../../../protocols/classCreation.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { str } from '../../../protocols/text.ts';
import { defineType, isSubtype, lookupInType, typeOf, typeType } from '../../../pyType.ts';
import { dictType } from '../../../types/dictType.ts';
import { abstractMethods } from '../../../types/objectType.ts';
import { type Keywords, PyList, PyTuple, PyType, type Value } from '../../../values.ts';
import { abstractMetaclass, setProtocol } from '../abstractClasses.ts';
import { namedTuple } from '../collections/namedTuple.ts';
import { libraryClass } from '../libraryClass.ts';
import { PyAlias, PyForwardRef, variablesOf } from './typingForms.ts';

const partsOf = (index: Value): readonly Value[] => (index instanceof PyTuple ? index.items : [index]);

const subscriptable = {
  '__class_getitem__(params)': (type: PyType, index: Value) => new PyAlias(type, partsOf(index)),
};

/** Gives a class the variables that its bases are written with; `Generic[…]` names their order. */
function collectVariables(type: PyType): Value {
  const written = type.namespace.get('__orig_bases__');
  const aliases = (written instanceof PyTuple ? written.items : []).filter((base) => base instanceof PyAlias);
  const ordered = aliases.find(({ form }) => form instanceof PyType && form.name === 'Generic');
  type.namespace.set('__parameters__', new PyTuple(variablesOf(ordered ? [ordered] : aliases)));
  return null;
}

export const genericClass = (): PyType =>
  libraryClass({
    name: 'Generic',
    module: 'typing',
    classMethods: { ...subscriptable, '__init_subclass__(*args, **kwargs)': collectVariables },
  });

/** The metaclass of protocols: `isinstance` looks for the members that they name. */
const protocolMetaclass: PyType = defineType<PyType>({
  name: '_ProtocolMeta',
  module: 'typing',
  bases: [abstractMetaclass],
  call: (type, args, keywords) => {
    if (isProtocol(type) && abstractMethods(type).length === 0) {
      raiseTypeError('Protocols cannot be instantiated');
    }
    return instantiate(type, args, keywords);
  },
});

const protocolClasses = new WeakSet<PyType>();
const checkedClasses = new WeakSet<PyType>();

/** A class that names `Protocol` among its bases. */
const isProtocol = (type: PyType): boolean =>
  protocolClasses.has(type) ||
  type.bases.some((base) => protocolClasses.has(base) && base.name === 'Protocol');

const hiddenMembers = new Set([
  ...['__module__', '__doc__', '__annotations__', '__dict__', '__slots__', '__qualname__', '__init__'],
  ...['__class_getitem__', '__orig_bases__', '__parameters__', '__hash__', '__new__', '__match_args__'],
]);

function protocolMembers(type: PyType): string[] {
  const names = type.mro.flatMap((each) => {
    if (!isProtocol(each) || protocolClasses.has(each)) return [];
    const annotations = each.namespace.get('__annotations__');
    const hinted = annotations instanceof PyDict ? annotations.table.keys().map(str) : [];
    return [...each.namespace.keys(), ...hinted];
  });
  return names.filter((name) => !hiddenMembers.has(name));
}

export function protocolClass(generic: PyType): PyType {
  const type = libraryClass({
    name: 'Protocol',
    module: 'typing',
    bases: [generic],
    metaclass: protocolMetaclass,
    classMethods: subscriptable,
  });
  protocolClasses.add(type);
  return type;
}

/** `runtime_checkable`. */
export function runtimeCheckable(type: Value): Value {
  if (!(type instanceof PyType) || !isProtocol(type)) {
    return raiseTypeError(`@runtime_checkable can be only applied to protocol classes, got ${str(type)}`);
  }
  const members = protocolMembers(type);
  checkedClasses.add(type);
  return setProtocol(type, (other) => members.every((name) => lookupInType(other, name) !== undefined));
}

function fieldsOf(namespace: PyDict): [string, Value][] {
  const annotations = namespace.table.get('__annotations__');
  return annotations instanceof PyDict
    ? [...annotations.table.entries()].map(({ key, value }) => [str(key), value])
    : [];
}

const asReference = (hint: Value, module: string | null = null): Value =>
  typeof hint === 'string' ? new PyForwardRef(hint, module) : hint;

const reserved = new Set(['__module__', '__qualname__', '__annotations__', '__doc__']);

/** `class P(NamedTuple)`: a named tuple with the class's methods. */
function createNamedTuple(metaclass: PyType, args: readonly Value[]): Value {
  const [name, bases, namespace] = classParts(args);
  if (bases.items.length === 0) return createPlain(metaclass, args);
  const fields = fieldsOf(namespace);
  const defaults: Value[] = [];
  for (const [field] of fields) {
    const value = namespace.table.get(field);
    if (value !== undefined) defaults.push(value);
    else if (defaults.length > 0) {
      const before = fields.filter(([each]) => namespace.table.has(each)).map(([each]) => each);
      raiseTypeError(
        `non-default namedtuple field ${field} cannot follow default field${before.length > 1 ? 's' : ''} ${before.join(', ')}`,
      );
    }
  }
  const type = namedTuple(name, new PyList(fields.map(([field]) => field)), {
    defaults: new PyList(defaults),
  });
  for (const { key, value } of namespace.table.entries()) {
    const text = str(key);
    if (!fields.some(([field]) => field === text) && !reserved.has(text)) type.namespace.set(text, value);
  }
  type.namespace.set(
    '__annotations__',
    PyDict.from(fields.map(([field, hint]) => [field, asReference(hint)])),
  );
  type.namespace.set('__doc__', namespace.table.get('__doc__') ?? type.namespace.get('__doc__') ?? null);
  const module = namespace.table.get('__module__');
  if (typeof module === 'string') type.module = module;
  type.qualifiedName = str(namespace.table.get('__qualname__') ?? name);
  return type;
}

/** What a metaclass is called with. */
function classParts([name, bases, namespace]: readonly Value[]): readonly [string, PyTuple, PyDict] {
  if (typeof name === 'string' && bases instanceof PyTuple && namespace instanceof PyDict)
    return [name, bases, namespace];
  return raiseTypeError('a class is made of a name, a tuple of bases and a dictionary');
}

const createPlain = (metaclass: PyType, args: readonly Value[]): Value => {
  const [name, bases, namespace] = classParts(args);
  const names = [...namespace.table.entries()].map(({ key, value }) => [str(key), value] as const);
  return createClass(metaclass, {
    name,
    bases: bases.items,
    namespace: new Map(names),
    keywords: new Map(),
  });
};

/** The pairs of `NamedTuple('P', [('x', int)])` and `TypedDict('D', {'x': int})` as a class body. */
function functionalBody(given: Value | undefined, keywords: Keywords): PyDict {
  const pairs =
    given instanceof PyDict
      ? [...given.table.entries()].map(({ key, value }) => [key, value] as const)
      : given === undefined
        ? [...(keywords ?? [])].filter(([name]) => name !== 'total')
        : toArray(given).map((pair) => toArray(pair) as unknown as readonly [Value, Value]);
  return PyDict.from([['__annotations__', PyDict.from(pairs)]]);
}

const typeNameIn = ([name]: readonly Value[], callee: string): Value =>
  name ?? raiseTypeError(`${callee}() missing 1 required positional argument: 'typename'`);

const namedTupleMetaclass: PyType = defineType<PyType>({
  name: 'NamedTupleMeta',
  module: 'typing',
  bases: [typeType],
  create: createNamedTuple,
  call: (type, args, keywords) =>
    createNamedTuple(namedTupleMetaclass, [
      typeNameIn(args, 'NamedTuple'),
      new PyTuple([type]),
      functionalBody(args[1], keywords),
    ]),
});

export const namedTupleClass = (): PyType =>
  libraryClass({ name: 'NamedTuple', module: 'typing', metaclass: namedTupleMetaclass });

/** Which keys a `TypedDict` must have, and which it may: `Required[…]`, `NotRequired[…]`, and otherwise as `total` says. */
function keysOf(
  bases: PyTuple,
  { fields, isTotal }: { readonly fields: readonly [string, Value][]; readonly isTotal: boolean },
): { readonly required: Set<string>; readonly optional: Set<string> } {
  const inherited = (name: string): string[] =>
    bases.items.flatMap((base) => {
      const keys = base instanceof PyType ? base.namespace.get(name) : undefined;
      return keys instanceof PyFrozenSet ? toArray(keys).map(str) : [];
    });
  const required = new Set(inherited('__required_keys__'));
  const optional = new Set(inherited('__optional_keys__'));
  for (const [field, hint] of fields) {
    const form = hint instanceof PyAlias && !(hint.form instanceof PyType) ? hint.form.name : null;
    const isRequired = form === 'Required' || (isTotal && form !== 'NotRequired');
    (isRequired ? required : optional).add(field);
    (isRequired ? optional : required).delete(field);
  }
  return { required, optional };
}

function createTypedDict(metaclass: PyType, args: readonly Value[], keywords: Keywords): Value {
  const [name, bases, namespace] = classParts(args);
  const all = new PyDict();
  for (const base of bases.items) {
    const inherited = base instanceof PyType ? base.namespace.get('__annotations__') : undefined;
    if (inherited instanceof PyDict) {
      for (const { key, value } of inherited.table.entries()) all.table.set(key, value);
    }
  }
  const module = namespace.table.get('__module__');
  for (const [field, hint] of fieldsOf(namespace)) {
    all.table.set(field, asReference(hint, typeof module === 'string' ? module : null));
  }
  const total = keywords?.get('total');
  const isTotal = total === undefined || isTrue(total);
  const keys = keysOf(bases, { fields: fieldsOf(namespace), isTotal });
  const type = createPlain(metaclass, [name, new PyTuple([dictType]), namespace]) as PyType;
  type.namespace.set('__annotations__', all);
  type.namespace.set('__total__', isTotal);
  type.namespace.set('__required_keys__', PyFrozenSet.from(keys.required));
  type.namespace.set('__optional_keys__', PyFrozenSet.from(keys.optional));
  return type;
}

const typedDictMetaclass: PyType = defineType<PyType>({
  name: '_TypedDictMeta',
  module: 'typing',
  bases: [typeType],
  create: createTypedDict,
  call: (type, args, keywords) => {
    if (type.bases[0] !== dictType || type.name === 'TypedDict') {
      const body = functionalBody(args[1], keywords);
      return createTypedDict(
        typedDictMetaclass,
        [typeNameIn(args, 'TypedDict'), new PyTuple([]), body],
        keywords,
      );
    }
    return call(dictType, args, keywords);
  },
  methods: {
    '__instancecheck__(instance)': () =>
      raiseTypeError('TypedDict does not support instance and class checks'),
  },
});

export const typedDictClass = (): PyType => {
  const type = libraryClass({ name: 'TypedDict', module: 'typing', metaclass: typedDictMetaclass });
  return type;
};

/** Whether a class was made by `TypedDict`. */
export const isTypedDict = (value: Value): boolean =>
  value instanceof PyType && isSubtype(typeOf(value), typedDictMetaclass);
