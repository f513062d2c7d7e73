/** `object` and `type`: what every value and every class can do. */
import { AttributeTable } from '../attributeTable.ts';
import { namespaceDict, PyDict } from '../containers.ts';
import { exceptionType, notSupported, objectType, raise, raiseTypeError } from '../exceptions.ts';
import { DictAttributes } from '../namespaceMap.ts';
import {
  deleteClassAttribute,
  deleteInstanceAttribute,
  getAttribute,
  hasAttributes,
  instanceAttribute,
  setClassAttribute,
  setInstanceAttribute,
} from '../protocols/attributes.ts';
import { call, instantiate } from '../protocols/calls.ts';
import {
  bodyNamespaces,
  classNamespace,
  createClass,
  inheritedMetaclass,
} from '../protocols/classCreation.ts';
import { defaultRepr } from '../protocols/text.ts';
import { fillType, isSubtype, isVisible, lookupInType, receiving, typeOf, typeType } from '../pyType.ts';
import { classChanged, pythonVersion } from '../runtime.ts';
import {
  type Keywords,
  PyBuiltin,
  PyClassMethod,
  PyInstance,
  PyList,
  PyObject,
  PyProperty,
  PyStaticMethod,
  PyTuple,
  PyType,
  type Value,
} from '../values.ts';
import { PyMappingProxy } from './mappingProxy.ts';
import { asText } from './textValues.ts';

const objectInitialize = receiving(objectType, new PyBuiltin('__init__', () => null, { bindsSelf: true }));

function createObject(type: PyType, args: readonly Value[], keywords: Keywords): Value {
  const isBare = args.length === 0 && (keywords === null || keywords.size === 0);
  const ownNew = lookupInType(type, '__new__');
  if (!isBare && lookupInType(type, '__init__') === objectInitialize && ownNew === objectNew) {
    raiseTypeError(
      pythonVersion() === 2 ? 'object() takes no parameters' : `${type.name}() takes no arguments`,
    );
  }
  const native = type.mro.find((each) => each.isNative);
  if (native !== objectType) raiseTypeError(`cannot create '${type.module}.${type.name}' instances`);
  const abstract = abstractMethods(type);
  if (abstract.length > 0) {
    const plural = abstract.length > 1 ? 's' : '';
    const names = abstract.map((name) => `'${name}'`).join(', ');
    raiseTypeError(
      `Can't instantiate abstract class ${type.name} without an implementation for abstract method${plural} ${names}`,
    );
  }
  return new PyInstance(type);
}

function attributeName(name: Value): string {
  return asText(name) ?? raiseTypeError(`attribute name must be string, not '${typeOf(name).name}'`);
}

const abstractCaches = new WeakMap<PyType, { readonly stamp: number; readonly names: readonly string[] }>();

/** The abstract methods that a class with a metaclass still has, sorted. */
export function abstractMethods(type: PyType): readonly string[] {
  if (typeOf(type) === typeType) return [];
  const known = abstractCaches.get(type);
  if (known?.stamp === type.stamp) return known.names;
  const all = new Set(type.mro.flatMap((each) => (each.isNative ? [] : [...each.namespace.keys()])));
  const names = [...all].filter((name) => isAbstract(lookupInType(type, name))).sort();
  abstractCaches.set(type, { stamp: type.stamp, names });
  return names;
}

function isAbstract(member: Value | undefined): boolean {
  if (!(member instanceof PyObject) || member instanceof PyType) return false;
  if (member.attributes?.get('__isabstractmethod__') === true) return true;
  if (member instanceof PyProperty) return [member.get, member.set, member.delete].some(isAbstract);
  const isWrapper = member instanceof PyClassMethod || member instanceof PyStaticMethod;
  return isWrapper && isAbstract(member.callee);
}

fillType<object>(objectType, {
  name: 'object',
  create: createObject,
  attributes: {
    __class__: {
      get: (self) => typeOf(self),
      set: (self, type) => {
        if (!(self instanceof PyInstance) || !(type instanceof PyType) || type.isNative) {
          raiseTypeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
        }
        self.cls = type;
      },
    },
    __dict__: {
      get: (self) => {
        if (!(self instanceof PyObject) || (typeOf(self).isNative && self.attributes === null)) {
          raise(exceptionType('AttributeError'), `'${typeOf(self).name}' object has no attribute '__dict__'`);
        }
        if (!hasAttributes(self, typeOf(self)) && !typeOf(self).isNative) {
          raise(exceptionType('AttributeError'), `'${typeOf(self).name}' object has no attribute '__dict__'`);
        }
        self.attributes ??= new AttributeTable();
        if (self.attributes instanceof DictAttributes) return self.attributes.dict;
        return namespaceDict(self.attributes);
      },
      set: (self, dict) => {
        if (!(dict instanceof PyDict) || !(self instanceof PyObject)) {
          raiseTypeError('__dict__ must be set to a dictionary');
        }
        self.attributes = new DictAttributes(dict);
      },
    },
  },
  methods: {
    '__setattr__(name, value)': (self: object, name: Value, value: Value) => {
      if (self instanceof PyType) raiseTypeError("can't apply this __setattr__ to type object");
      setInstanceAttribute(self, typeOf(self), attributeName(name), value);
      return null;
    },
    '__getattribute__(name)': (self: object, given: Value) => {
      const name = attributeName(given);
      const found = instanceAttribute(self, typeOf(self), name);
      if (found === undefined) {
        raise(exceptionType('AttributeError'), `'${typeOf(self).name}' object has no attribute '${name}'`);
      }
      return found;
    },
    '__delattr__(name)': (self: object, name: Value) => {
      if (self instanceof PyType) raiseTypeError("can't apply this __delattr__ to type object");
      deleteInstanceAttribute(self, typeOf(self), attributeName(name));
      return null;
    },
    '__reduce_ex__(protocol)': (self: object) =>
      raiseTypeError(`cannot pickle '${typeOf(self).name}' object`),
    '__dir__()': (self: Value) => sortedNames(self),
  },
  repr: defaultRepr,
});
objectType.namespace.set('__init__', objectInitialize);
objectType.namespace.set(
  '__init_subclass__',
  new PyClassMethod(new PyBuiltin('__init_subclass__', initSubclass, { bindsSelf: true })),
);
objectType.namespace.set('__doc__', null);
const objectNew = objectType.namespace.get('__new__') as PyStaticMethod;

function initSubclass(args: readonly Value[], keywords: Keywords): Value {
  if (keywords && keywords.size > 0) {
    raiseTypeError(`${(args[0] as PyType).name}.__init_subclass__() takes no keyword arguments`);
  }
  return null;
}

/** `dir(object)`. */
const objectNames = [
  ...['__class__', '__delattr__', '__dir__', '__doc__', '__eq__', '__format__', '__ge__', '__getattribute__'],
  ...['__getstate__', '__gt__', '__hash__', '__init__', '__init_subclass__', '__le__', '__lt__', '__ne__'],
  ...['__new__', '__reduce__', '__reduce_ex__', '__repr__', '__setattr__', '__sizeof__', '__str__'],
  '__subclasshook__',
];

/** `dir(value)`: the names, sorted. */
export function sortedNames(value: Value): Value {
  const names = new Set<string>();
  if (value instanceof PyObject) for (const name of value.attributes?.keys() ?? []) names.add(name);
  const type = value instanceof PyType ? value : typeOf(value);
  if (pythonVersion() === 3) for (const name of objectNames) names.add(name);
  for (const each of type.mro) {
    if (each === objectType && pythonVersion() === 3) continue;
    if (!each.isNative && pythonVersion() === 3 && !each.namespace.has('__slots__')) {
      for (const name of ['__dict__', '__module__', '__weakref__']) names.add(name);
    }
    for (const name of each.namespace.keys()) if (isVisible(each, name)) names.add(name);
  }
  names.delete('__subclassable__');
  return new PyTuple([...names].sort());
}

function createType(metaclass: PyType, args: readonly Value[], keywords: Keywords): Value {
  const [name, bases, dict] = args;
  if (args.length !== 3) raiseTypeError('type() takes 1 or 3 arguments');
  if (typeof name !== 'string')
    raiseTypeError(`type.__new__() argument 1 must be str, not ${typeOf(name!).name}`);
  if (!(bases instanceof PyTuple))
    raiseTypeError(`type.__new__() argument 2 must be tuple, not ${typeOf(bases!).name}`);
  if (!(dict instanceof PyDict))
    raiseTypeError(`type.__new__() argument 3 must be dict, not ${typeOf(dict!).name}`);
  const winner = metaclass === typeType ? inheritedMetaclass(bases.items) : metaclass;
  if (bodyNamespaces.has(winner)) {
    // The body of such a class has to run in a namespace of its own.
    raise(exceptionType('AttributeError'), "'dict' object has no attribute '_member_names'");
  }
  const own = winner === metaclass ? undefined : lookupInType(winner, '__new__');
  if (own instanceof PyStaticMethod && own !== lookupInType(typeType, '__new__')) {
    return call(own.callee, [winner, ...args], keywords);
  }
  const namespace = new Map([...dict.table.entries()].map(({ key, value }) => [String(key), value] as const));
  return createClass(winner, {
    name,
    bases: bases.items,
    namespace,
    keywords: new Map(keywords ?? []),
  });
}

/** Classes that are Python's own code in a real Python 2, though they are native here: only those of C are called types. */
const isWrittenInPython = (name: string): boolean => name.startsWith('theano.') || pythonClasses.has(name);

const pythonClasses = new Set([
  'collections.Counter',
  'collections.OrderedDict',
  'decimal.Decimal',
  'fractions.Fraction',
  'numpy.matrix',
]);

function typeRepr(type: PyType): string {
  const isPlain = type.module === 'builtins' || type.module === '';
  if (type.isOldStyle) return `${type.module}.${type.name}`;
  if (pythonVersion() === 2) {
    const isException = type.mro.some((each) => each.name === 'BaseException');
    const module = isPlain ? (isException ? 'exceptions.' : '') : `${type.module}.`;
    // A native type's name may be dotted.
    const name = type.name.startsWith(module) ? type.name : module + type.name;
    return `<${type.isNative && !isWrittenInPython(name) ? 'type' : 'class'} '${name}'>`;
  }
  return `<class '${isPlain ? type.qualifiedName : `${type.module}.${type.qualifiedName}`}'>`;
}

fillType<PyType>(typeType, {
  name: 'type',
  create: createType,
  initialize: () => undefined,
  call: instantiate,
  attributes: {
    __name__: {
      // A native type's name may be dotted, as in CPython: messages show it whole.
      get: (type) => (type.isNative ? type.name.slice(type.name.lastIndexOf('.') + 1) : type.name),
      set: (type, name) => {
        type.name = String(name);
        classChanged(type);
      },
    },
    __qualname__: {
      get: (type) => type.qualifiedName,
      set: (type, name) => {
        type.qualifiedName = String(name);
      },
    },
    __module__: {
      get: (type) => (type.module === 'builtins' && pythonVersion() === 2 ? '__builtin__' : type.module),
      set: (type, name) => {
        type.module = String(name);
      },
    },
    __mro__: (type) => new PyTuple(type.mro),
    __bases__: { get: (type) => new PyTuple(type.bases), set: () => notSupported('other bases for a class') },
    __base__: (type) => type.bases[0] ?? null,
    __dict__: (type) => new PyMappingProxy(classNamespace(type)),
    __doc__: {
      get: (type) => type.namespace.get('__doc__') ?? null,
      set: (type, doc) => void type.namespace.set('__doc__', doc),
    },
  },
  methods: {
    'mro()': (type: PyType) => new PyList([...type.mro]),
    '__setattr__(name, value)': (type: PyType, name: Value, value: Value) => {
      setClassAttribute(type, attributeName(name), value);
      return null;
    },
    '__delattr__(name)': (type: PyType, name: Value) => {
      deleteClassAttribute(type, attributeName(name));
      return null;
    },
    '__subclasses__()': (type: PyType) => new PyList([...type.subclasses.visible]),
    '__prepare__(*args, **kwargs)': () => new PyDict(),
    '__instancecheck__(value)': (type: PyType, value: Value) => isSubtype(typeOf(value), type),
    '__subclasscheck__(other)': (type: PyType, other: PyType) => isSubtype(other, type),
  },
  constants: { __subclassable__: true },
  repr: typeRepr,
});

/** The attributes that `copy` and `vars` see. */
export const ownAttributes = (value: Value): AttributeTable<Value> | null =>
  value instanceof PyObject ? value.attributes : null;

/** `getattr(value, '__name__')` for texts. */
export function nameOf(value: Value): string {
  const name = getAttribute(value, '__name__');
  return typeof name === 'string' ? name : '';
}
