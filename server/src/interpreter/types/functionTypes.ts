/** Functions, methods, descriptors, modules, iterators, `super`, None, Ellipsis and NotImplemented. */
import { AttributeTable } from '../attributeTable.ts';
import { namespaceDict } from '../containers.ts';
import { exceptionType, raise, raiseTypeError } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { isSame } from '../protocols/comparison.ts';
import { hash, identityOf } from '../protocols/hashing.ts';
import { address, repr, str } from '../protocols/text.ts';
import { chooseTypeBy, defineType, isSubtype, primitiveTypes, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import {
  Cell,
  NotImplemented,
  PyBoundMethod,
  PyBuiltin,
  PyClassMethod,
  PyEllipsis,
  PyFunction,
  PyIterator,
  PyLibraryFunction,
  PyModule,
  PyNativeAttribute,
  PyNotImplemented,
  PyProperty,
  PyStaticMethod,
  PySuper,
  PyType,
  type Value,
} from '../values.ts';

/** `type(None)`. */
export const noneType = defineType({
  name: 'NoneType',
  repr: () => 'None',
  bool: () => false,
  hash: () => 0xfca86420,
});
primitiveTypes.none = noneType;
noneType.isFinal = true;

defineType<PyEllipsis>({ name: 'ellipsis', class: PyEllipsis, repr: () => 'Ellipsis' });
defineType<PyNotImplemented>({
  name: 'NotImplementedType',
  class: PyNotImplemented,
  repr: () => 'NotImplemented',
});

export const functionType = defineType<PyFunction>({
  name: 'function',
  class: PyFunction,
  attributes: {
    __name__: {
      get: (self) => self.name,
      set: (self, name) => {
        self.name = str(name);
      },
    },
    func_name: {
      get: (self) => self.name,
      set: (self, name) => {
        self.name = str(name);
      },
    },
    __qualname__: {
      get: (self) => self.qualifiedName,
      set: (self, name) => {
        self.qualifiedName = str(name);
      },
    },
    __module__: {
      get: (self) => self.module,
      set: (self, name) => {
        self.module = str(name);
      },
    },
    __doc__: {
      get: (self) => self.doc,
      set: (self, doc) => {
        self.doc = doc;
      },
    },
    __defaults__: (self) => self.defaults,
    func_defaults: (self) => self.defaults,
    __kwdefaults__: (self) => (self.keywordDefaults ? namespaceDict(self.keywordDefaults) : null),
    __globals__: (self) => namespaceDict(self.globals),
    __closure__: () => null,
    __dict__: (self) => {
      self.attributes ??= new AttributeTable();
      return namespaceDict(self.attributes);
    },
  },
  methods: {
    '__get__(instance, owner?)': (self: PyFunction, instance: Value) =>
      instance === null ? self : new PyBoundMethod(self, instance),
  },
  call: (self, args, keywords) => self.invoke(args, keywords),
  repr: (self) => `<function ${pythonVersion() === 2 ? self.name : self.qualifiedName} at ${address(self)}>`,
});

export const builtinFunctionType = defineType<PyBuiltin>({
  name: 'builtin_function_or_method',
  class: PyBuiltin,
  attributes: {
    __name__: (self) => self.name,
    __qualname__: (self) => self.name,
    __module__: (self) => self.module,
    __doc__: () => null,
  },
  call: (self, args, keywords) => self.call(args, keywords),
  repr: (self) => `<built-in function ${self.name}>`,
});

/** Native functions that stand for functions written in Python. */
const libraryFunctionType = defineType<PyLibraryFunction>({
  name: 'function',
  class: PyLibraryFunction,
  bases: [builtinFunctionType],
  repr: (self) => `<function ${self.name} at ${address(self)}>`,
});
libraryFunctionType.isFinal = true;

export const methodType = defineType<PyBoundMethod>({
  name: 'method',
  class: PyBoundMethod,
  attributes: {
    __self__: (self) => self.self,
    im_self: (self) => self.self,
    __func__: (self) => self.callee,
    im_func: (self) => self.callee,
  },
  create: (_type, args) => new PyBoundMethod(args[0]!, args[1]!),
  call: (self, args, keywords) => call(self.callee, [self.self, ...args], keywords),
  getMissing: (self, name) => getAttribute(self.callee, name),
  compare: (self, operator, other) => {
    if (!(other instanceof PyBoundMethod) || (operator !== '==' && operator !== '!=')) return NotImplemented;
    return (isSame(self.self, other.self) && self.callee === other.callee) === (operator === '==');
  },
  hash: (self) =>
    identityOf(self.callee as object) ^
    Number(
      BigInt.asIntN(
        31,
        BigInt(typeof self.self === 'object' && self.self !== null ? identityOf(self.self) : hash(self.self)),
      ),
    ),
  repr: (self) => {
    if (self.callee instanceof PyBuiltin) {
      return `<built-in method ${self.callee.name} of ${typeOf(self.self).name} object at ${address(self)}>`;
    }
    const name = self.callee instanceof PyFunction ? self.callee.qualifiedName : 'method';
    const owner = pythonVersion() === 2 && !name.includes('.') ? `${typeOf(self.self).name}.${name}` : name;
    return `<bound method ${owner} of ${repr(self.self)}>`;
  },
});

const copyWith = (self: PyProperty, parts: { get?: Value; set?: Value; delete?: Value }): PyProperty =>
  new PyProperty(parts.get ?? self.get, parts.set ?? self.set, parts.delete ?? self.delete);

export const propertyType = defineType<PyProperty>({
  name: 'property',
  class: PyProperty,
  create: (_type, args, keywords) => {
    const at = (index: number, name: string): Value => args[index] ?? keywords?.get(name) ?? null;
    const made = new PyProperty(at(0, 'fget'), at(1, 'fset'), at(2, 'fdel'));
    made.doc = at(3, 'doc');
    return made;
  },
  attributes: {
    fget: (self) => self.get,
    fset: (self) => self.set,
    fdel: (self) => self.delete,
    __doc__: (self) => self.doc,
  },
  methods: {
    'getter(fget)': (self: PyProperty, get: Value) => copyWith(self, { get }),
    'setter(fset)': (self: PyProperty, set: Value) => copyWith(self, { set }),
    'deleter(fdel)': (self: PyProperty, del: Value) => copyWith(self, { delete: del }),
  },
});

export const staticMethodType = defineType<PyStaticMethod>({
  name: 'staticmethod',
  class: PyStaticMethod,
  create: (_type, args) => new PyStaticMethod(args[0]!),
  attributes: { __func__: (self) => self.callee },
  call: (self, args, keywords) => call(self.callee, args, keywords),
});

export const classMethodType = defineType<PyClassMethod>({
  name: 'classmethod',
  class: PyClassMethod,
  create: (_type, args) => new PyClassMethod(args[0]!),
  attributes: { __func__: (self) => self.callee },
});

defineType<PyNativeAttribute>({
  name: 'getset_descriptor',
  class: PyNativeAttribute,
  attributes: { __name__: (self) => self.name },
  repr: (self) => `<attribute '${self.name}'>`,
});

export const moduleType = defineType<PyModule>({
  name: 'module',
  class: PyModule,
  attributes: { __dict__: (self) => namespaceDict(self.namespace) },
  repr: (self) => `<module '${self.name}'${self.missing ? ' (built-in)' : ''}>`,
});

const iteratorTypes = new Map<string, PyType>();

function iteratorType(name: string): PyType {
  let type = iteratorTypes.get(name);
  if (!type) {
    type = defineType<PyIterator>({
      name,
      iterate: (self) => self.next,
      next: (self) => self.next(),
      methods: {
        'next()': (self: PyIterator) => {
          const item = self.next();
          return item === undefined ? raise(exceptionType('StopIteration')) : item;
        },
      },
    });
    iteratorTypes.set(name, type);
  }
  return type;
}
chooseTypeBy(PyIterator, (self: PyIterator) => iteratorType(self.typeName));

/** `super(type, self)`; raises TypeError. */
export function makeSuper(type: Value, self: Value): PySuper {
  if (!(type instanceof PyType))
    raiseTypeError(`super() argument 1 must be a type, not ${typeOf(type).name}`);
  if (type.isOldStyle) raiseTypeError('super() argument 1 must be type, not classobj');
  if (self instanceof PyType && isSubtype(self, type)) return new PySuper(type, self, self);
  const start = typeOf(self);
  if (!isSubtype(start, type)) raiseTypeError('super(type, obj): obj must be an instance or subtype of type');
  return new PySuper(type, self, start);
}

export const superType = defineType<PySuper>({
  name: 'super',
  class: PySuper,
  create: (_type, args) => {
    if (args.length === 0) raise(exceptionType('RuntimeError'), 'super(): no arguments');
    return makeSuper(args[0]!, args[1] ?? null);
  },
  repr: (self) => `<super: <class '${self.type.name}'>, <${typeOf(self.self).name} object>>`,
});

defineType<Cell>({ name: 'cell', class: Cell });
