/** Functions, methods, descriptors, modules, iterators, `super`, None, Ellipsis and NotImplemented. */
import { LineIndex } from '../../base/lineIndex.ts';
import { AttributeTable } from '../attributeTable.ts';
import { namespaceDict, PyDict } from '../containers.ts';
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { DictNamespace } from '../namespaceMap.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { address, str } from '../protocols/text.ts';
import { defineType, isSubtype, primitiveTypes, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import {
  Cell,
  type FunctionCode,
  PyBoundMethod,
  type PyBuiltin,
  PyClassMethod,
  PyEllipsis,
  PyFunction,
  PyLibraryFunction,
  PyModule,
  PyNativeAttribute,
  PyNotImplemented,
  PyObject,
  PyProperty,
  PyStaticMethod,
  PySuper,
  PyTuple,
  PyType,
  type Value,
} from '../values.ts';
import { builtinFunctionType } from './methodTypes.ts';

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

/** `function.__code__`. */
class PyCode extends PyObject {
  readonly code: FunctionCode;
  constructor(code: FunctionCode) {
    super();
    this.code = code;
  }
}

defineType<PyCode>({
  name: 'code',
  class: PyCode,
  attributes: {
    co_name: (self) => self.code.name,
    co_argcount: (self) => self.code.shown.argumentCount,
    co_kwonlyargcount: (self) => self.code.shown.keywordOnlyCount,
    co_freevars: (self) => new PyTuple([...self.code.shown.freeNames].sort()),
    co_varnames: (self) => new PyTuple(self.code.shown.localNames),
    co_nlocals: (self) => self.code.shown.localNames.length,
    co_filename: (self) => self.code.shown.source.file,
    co_firstlineno: (self) => new LineIndex(self.code.shown.source.text).lineAt(self.code.span.start) + 1,
  },
});

/** One entry of `function.__closure__`. */
class PyCell extends PyObject {
  readonly cell: Cell;
  constructor(cell: Cell) {
    super();
    this.cell = cell;
  }
}

defineType<PyCell>({
  name: 'cell',
  class: PyCell,
  attributes: {
    cell_contents: {
      get: ({ cell }) => (cell.value === undefined ? raiseValueError('Cell is empty') : cell.value),
      set: ({ cell }, value) => {
        cell.value = value;
      },
    },
  },
});

/** One per cell: programs compare them by identity. */
const shownCells = new WeakMap<Cell, PyCell>();

function shownCell(cell: Cell): PyCell {
  const shown = shownCells.get(cell) ?? new PyCell(cell);
  shownCells.set(cell, shown);
  return shown;
}

/** The cells in the order of `co_freevars`. */
function closureOf(self: PyFunction): Value {
  if (self.captured.length === 0) return null;
  const { freeNames } = self.code.shown;
  const cells = new Map(self.captured.map(([, cell], index) => [freeNames[index]!, cell]));
  return new PyTuple([...freeNames].sort().map((name) => shownCell(cells.get(name)!)));
}

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
    __annotations__: {
      get: (self) => {
        self.annotations ??= new Map();
        return namespaceDict(self.annotations);
      },
      set: (self, dict) => {
        self.annotations = dict instanceof PyDict ? new DictNamespace(dict) : new Map();
      },
    },
    __code__: (self) => new PyCode(self.code),
    func_code: (self) => new PyCode(self.code),
    __globals__: (self) => namespaceDict(self.globals),
    __closure__: closureOf,
    func_closure: closureOf,
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

/** An attribute that a program may set. */
const settable = (
  name: string,
  initial: (self: PyBuiltin) => Value,
): { get(self: PyBuiltin): Value; set(self: PyBuiltin, value: Value): void } => ({
  get: (self) => self.attributes?.get(name) ?? initial(self),
  set: (self, value) => {
    self.attributes ??= new AttributeTable();
    self.attributes.set(name, value);
  },
});

/** Native functions that stand for functions written in Python. */
const libraryFunctionType = defineType<PyLibraryFunction>({
  name: 'function',
  class: PyLibraryFunction,
  bases: [builtinFunctionType],
  attributes: {
    __name__: settable('__name__', (self) => self.name),
    __qualname__: settable('__qualname__', (self) => self.name),
    __module__: settable('__module__', (self) => self.module),
    __doc__: settable('__doc__', () => null),
    __dict__: (self) => {
      self.attributes ??= new AttributeTable();
      return namespaceDict(self.attributes);
    },
  },
  repr: (self) => `<function ${str(getAttribute(self, '__qualname__'))} at ${address(self)}>`,
});
libraryFunctionType.isFinal = true;

function copyWith(self: PyProperty, parts: { get?: Value; set?: Value; delete?: Value }): PyProperty {
  const made = new PyProperty(parts.get ?? self.get, parts.set ?? self.set, parts.delete ?? self.delete);
  made.doc = self.doc;
  made.name = self.name;
  return made;
}

export const propertyType = defineType<PyProperty>({
  name: 'property',
  class: PyProperty,
  create: (_type, args, keywords) => {
    const at = (index: number, name: string): Value => args[index] ?? keywords?.get(name) ?? null;
    const made = new PyProperty(at(0, 'fget'), at(1, 'fset'), at(2, 'fdel'));
    made.doc = at(3, 'doc');
    if (made.doc === null && made.get instanceof PyFunction) made.doc = made.get.doc;
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

function moduleRepr({ name, origin, missing }: PyModule): string {
  if (origin === null) return `<module '${name}'${missing ? ' (built-in)' : ''}>`;
  if (origin.file !== null) return `<module '${name}' from '${origin.file}'>`;
  return `<module '${name}' (namespace) from [${origin.folders?.map((folder) => `'${folder}'`).join(', ')}]>`;
}

export const moduleType = defineType<PyModule>({
  name: 'module',
  class: PyModule,
  attributes: { __dict__: (self) => namespaceDict(self.namespace) },
  repr: moduleRepr,
});

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
  repr: (self) => `<super: <class '${self.type.name}'>, <${self.start.name} object>>`,
});

defineType<Cell>({ name: 'cell', class: Cell });
