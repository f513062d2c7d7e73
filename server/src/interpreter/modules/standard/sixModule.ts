/** `six` 1.17: one set of names for both Pythons. From its source: what each name is in the Python that runs. */
import { decodeBytes } from '../../encodings.ts';
import { notSupported, PythonException, raiseAttributeError, raiseTypeError } from '../../exceptions.ts';
import { defineModule, type NativeModule } from '../../nativeModule.ts';
import type { InterpreterOptions, ModuleFactory } from '../../options.ts';
import { getAttribute, setAttribute } from '../../protocols/attributes.ts';
import { call, callMethodOfType, isCallable } from '../../protocols/calls.ts';
import { createClass } from '../../protocols/classCreation.ts';
import { getItem } from '../../protocols/items.ts';
import { iterate } from '../../protocols/iteration.ts';
import { typeOf, typeType } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import type { NativeBody } from '../../signature.ts';
import { encodeToBytes } from '../../textEncoding.ts';
import { bytesType } from '../../types/bytesType.ts';
import { intType, longType } from '../../types/numberTypes.ts';
import { strType, unicodeType } from '../../types/strType.ts';
import {
  PyBoundMethod,
  PyBuiltin,
  PyBytes,
  PyExceptionValue,
  PyIterator,
  PyTuple,
  PyType,
  PyUnicode,
  type Value,
} from '../../values.ts';
import { reduceFunction } from '../builtinIteration.ts';
import { builtinNames } from '../builtins.ts';
import { libraryClass } from './libraryClass.ts';

/** The method of a dict that `name` means: views in Python 3, `iter…` and `view…` in Python 2. */
function dictPart(self: Value, name: string, prefix: 'iter' | 'view'): Value {
  const method = pythonVersion() === 2 ? `${prefix}${name}` : name;
  const part = callMethodOfType(self, method);
  if (part === undefined) raiseAttributeError(`'${typeOf(self).name}' object has no attribute '${method}'`);
  return prefix === 'view' ? part : new PyIterator(`dict_${name.replace(/s$/, '')}iterator`, iterate(part));
}

const dictFunctions: Readonly<Record<string, NativeBody>> = Object.fromEntries(
  (['iter', 'view'] as const).flatMap((prefix) =>
    ['keys', 'values', 'items'].map((name) => [
      `${prefix}${name}(d, **kw)`,
      (self: Value) => dictPart(self, name, prefix),
    ]),
  ),
);

/** A base whose subclass is made anew by the metaclass, with the real bases. */
function withMetaclass(metaclass: Value, bases: readonly Value[]): Value {
  const meta = createClass(typeType, {
    name: 'metaclass',
    bases: [typeType],
    namespace: new Map(),
    keywords: new Map(),
  });
  const create = new PyBuiltin('__new__', (args) =>
    call(metaclass, [args[1]!, new PyTuple(bases), args[3]!]),
  );
  meta.namespace.set('__new__', create);
  return createClass(meta, { name: 'temporary_class', bases: [], namespace: new Map(), keywords: new Map() });
}

const namesOfClass = new Set(['__dict__', '__weakref__']);

/** The class decorator: the same class, made by the metaclass. */
const addMetaclass = (metaclass: Value): Value =>
  new PyBuiltin('wrapper', (args) => {
    const [type] = args;
    if (!(type instanceof PyType)) return raiseTypeError('add_metaclass decorates a class');
    const { namespace } = runtime().importModule('builtins');
    const names = call(namespace.get('dict')!, []);
    for (const [name, value] of type.namespace) {
      if (!namesOfClass.has(name)) callMethodOfType(names, '__setitem__', name, value);
    }
    return call(metaclass, [type.name, new PyTuple(type.bases), names]);
  });

function raiseFrom(value: Value, cause: Value): never {
  const made = value instanceof PyType ? call(value, []) : value;
  if (!(made instanceof PyExceptionValue)) return raiseTypeError('exceptions must derive from BaseException');
  made.cause = cause;
  made.suppressContext = true;
  throw new PythonException(made);
}

function reraise(type: Value, value: Value): never {
  const made = value === null ? call(type, []) : value;
  if (!(made instanceof PyExceptionValue)) return raiseTypeError('exceptions must derive from BaseException');
  throw new PythonException(made);
}

const textOf = (value: Value): string | null =>
  value instanceof PyUnicode ? value.value : typeof value === 'string' ? value : null;

const encoded = (text: string): PyBytes => new PyBytes(encodeToBytes(text));
const decoded = (bytes: PyBytes): string => decodeBytes(bytes.data);

const notText = (value: Value): never =>
  raiseTypeError(`not expecting type '<class '${typeOf(value).name}'>'`);

/** Python 3's `ensure_…`; in Python 2 a text is both. */
const conversions: Readonly<Record<string, NativeBody>> = {
  'ensure_str(s, encoding?, errors?)': (value: Value) =>
    value instanceof PyBytes ? decoded(value) : (textOf(value) ?? notText(value)),
  'ensure_text(s, encoding?, errors?)': (value: Value) => {
    if (pythonVersion() === 2) return new PyUnicode(textOf(value) ?? notText(value));
    return value instanceof PyBytes ? decoded(value) : (textOf(value) ?? notText(value));
  },
  'ensure_binary(s, encoding?, errors?)': (value: Value) => {
    if (value instanceof PyBytes) return value;
    const text = textOf(value) ?? notText(value);
    return pythonVersion() === 2 ? text : encoded(text);
  },
  'u(s)': (text: Value) => (pythonVersion() === 2 ? new PyUnicode(textOf(text) ?? notText(text)) : text),
  'b(s)': (text: Value) =>
    pythonVersion() === 2
      ? text
      : new PyBytes(Uint8Array.from([...(textOf(text) ?? notText(text))], (c) => c.charCodeAt(0))),
};

const characters: Readonly<Record<string, NativeBody>> = {
  'int2byte(i)': (value: Value) => byte(Number(value)),
  'byte2int(bs)': (value: Value) => code(getItem(value, 0)),
  'indexbytes(buf, i)': (value: Value, index: Value) => code(getItem(value, index)),
  'iterbytes(buf)': (value: Value) => {
    const next = iterate(value);
    return new PyIterator('bytes_iterator', () => {
      const item = next();
      return item === undefined ? undefined : code(item);
    });
  },
};

const byte = (value: number): Value =>
  pythonVersion() === 2 ? String.fromCharCode(value) : new PyBytes(Uint8Array.of(value));
const code = (value: Value): Value => (typeof value === 'string' ? value.charCodeAt(0) : value);

/** Attributes that had other names in Python 2; ours has both. */
const getters: Readonly<Record<string, string>> = {
  get_method_function: '__func__',
  get_method_self: '__self__',
  get_function_closure: '__closure__',
  get_function_code: '__code__',
  get_function_defaults: '__defaults__',
  get_function_globals: '__globals__',
};

const getterFunctions: Readonly<Record<string, NativeBody>> = Object.fromEntries(
  Object.entries(getters).map(([name, attribute]) => [
    `${name}(obj)`,
    (value: Value) => getAttribute(value, attribute),
  ]),
);

/** `__str__` of Python 3 gives text, which Python 2 calls `__unicode__`. */
function compatible(type: Value): Value {
  if (pythonVersion() === 2) setAttribute(type, '__unicode__', getAttribute(type, '__str__'));
  return type;
}

const functions: Readonly<Record<string, NativeBody>> = {
  ...dictFunctions,
  ...conversions,
  ...characters,
  ...getterFunctions,
  'with_metaclass(meta, *bases)': withMetaclass,
  'add_metaclass(metaclass)': addMetaclass,
  'raise_from(value, from_value)': raiseFrom,
  'reraise(tp, value, tb?)': reraise,
  'python_2_unicode_compatible(klass)': compatible,
  'callable(obj)': isCallable,
  'get_unbound_function(unbound)': (value: Value) => (value instanceof PyBoundMethod ? value.callee : value),
  'create_bound_method(func, obj)': (callee: Value, self: Value) => new PyBoundMethod(callee, self),
  'create_unbound_method(func, cls)': (callee: Value) => callee,
};

/** Where names of other modules come from: taken when they are asked for. */
type Place = readonly [module: string, name: string];

const from = ([module, name]: Place): Value => {
  const found = runtime().importModule(module);
  return found.namespace.get(name) ?? found.missing?.(name) ?? notSupported(`${module}.${name}`);
};

const taken = (places: Readonly<Record<string, Place>>): NonNullable<NativeModule['lazy']> =>
  Object.fromEntries(Object.entries(places).map(([name, place]) => [name, () => from(place)]));

const builtinModule = (python: 2 | 3): string => (python === 2 ? '__builtin__' : 'builtins');

const moveNames = (python: 2 | 3): Readonly<Record<string, Place>> => {
  const builtins = builtinModule(python);
  const itertools = (python2: string, python3: string): Place =>
    python === 2 ? ['itertools', python2] : [builtins, python3];
  return {
    xrange: [builtins, python === 2 ? 'xrange' : 'range'],
    range: [builtins, python === 2 ? 'xrange' : 'range'],
    zip: itertools('izip', 'zip'),
    map: itertools('imap', 'map'),
    filter: itertools('ifilter', 'filter'),
    zip_longest: ['itertools', python === 2 ? 'izip_longest' : 'zip_longest'],
    filterfalse: ['itertools', python === 2 ? 'ifilterfalse' : 'filterfalse'],
    input: [builtins, python === 2 ? 'raw_input' : 'input'],
    intern: python === 2 ? [builtins, 'intern'] : ['sys', 'intern'],
    StringIO: [python === 2 ? 'StringIO' : 'io', 'StringIO'],
    cStringIO: [python === 2 ? 'cStringIO' : 'io', 'StringIO'],
    UserDict: ['collections', 'UserDict'],
    UserList: ['collections', 'UserList'],
    UserString: ['collections', 'UserString'],
    getcwd: ['os', python === 2 ? 'getcwdu' : 'getcwd'],
    reload_module: python === 2 ? [builtins, 'reload'] : ['importlib', 'reload'],
    shlex_quote: ['shlex', 'quote'],
  };
};

/** Modules under their names of Python 3. */
const moveModules = (python: 2 | 3): Readonly<Record<string, string>> => ({
  builtins: builtinModule(python),
  cPickle: 'pickle',
  collections_abc: python === 2 ? 'collections' : 'collections.abc',
  configparser: python === 2 ? 'ConfigParser' : 'configparser',
  queue: python === 2 ? 'Queue' : 'queue',
  reprlib: python === 2 ? 'repr' : 'reprlib',
  urllib: 'urllib',
  tkinter: 'tkinter',
  html_entities: python === 2 ? 'htmlentitydefs' : 'html.entities',
});

const movesModule = ({ python }: InterpreterOptions) =>
  defineModule({
    name: 'six.moves',
    values: { reduce: reduceFunction },
    lazy: {
      ...taken(moveNames(python)),
      ...Object.fromEntries(
        Object.entries(moveModules(python)).map(([name, module]) => [
          name,
          () => runtime().importModule(module),
        ]),
      ),
    },
    refused: '*',
  });

/** In Python 2 `next` calls `__next__`. */
const iteratorClass = (): PyType =>
  libraryClass({
    name: 'Iterator',
    module: 'six',
    methods: { 'next()': (self: Value) => callMethodOfType(self, '__next__')! },
  });

export const sixModule: ModuleFactory = (options) => {
  const { python } = options;
  const names = builtinNames(python);
  const isOld = python === 2;
  return defineModule({
    name: 'six',
    values: {
      __version__: '1.17.0',
      PY2: isOld,
      PY3: !isOld,
      PY34: !isOld,
      MAXSIZE: 9223372036854775807n,
      string_types: new PyTuple(isOld ? [names.get('basestring')!] : [strType]),
      integer_types: new PyTuple(isOld ? [intType, longType] : [intType]),
      class_types: new PyTuple([typeType]),
      text_type: isOld ? unicodeType : strType,
      binary_type: isOld ? strType : bytesType,
      Iterator: isOld ? iteratorClass() : names.get('object')!,
      unichr: names.get(isOld ? 'unichr' : 'chr')!,
      next: names.get('next')!,
      advance_iterator: names.get('next')!,
      print_: builtinNames(3).get('print')!,
    },
    lazy: taken({
      StringIO: [isOld ? 'StringIO' : 'io', 'StringIO'],
      BytesIO: [isOld ? 'StringIO' : 'io', isOld ? 'StringIO' : 'BytesIO'],
      wraps: ['functools', 'wraps'],
    }),
    functions,
    submodules: { moves: movesModule(options) },
    refused: '*',
  });
};
