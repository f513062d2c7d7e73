/** `sys`, `time`, `typing`, `six`, `__future__` and the like: what programs need of them. */
import { handledException } from '../../callSite.ts';
import { namespaceDict } from '../../containers.ts';
import { raiseAttributeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import type { InterpreterOptions, ModuleFactory } from '../../options.ts';
import { call, callMethodOfType } from '../../protocols/calls.ts';
import { sizeOf } from '../../protocols/items.ts';
import { iterate } from '../../protocols/iteration.ts';
import { typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { intType, longType } from '../../types/numberTypes.ts';
import { strType, unicodeType } from '../../types/strType.ts';
import { tracebackOf } from '../../types/tracebackType.ts';
import { PyFloat, PyIterator, PyList, type PyModule, PyTuple, type Value } from '../../values.ts';
import { reduceFunction } from '../builtinIteration.ts';
import { builtinNames, leave } from '../builtins.ts';
import { standardError, standardOutput } from '../streams.ts';
import { namedTuple } from './namedTuple.ts';

function versionInfo(python: 2 | 3): Value {
  const type = namedTuple('version_info', 'major minor micro releaselevel serial');
  return call(type, python === 2 ? [2, 7, 18, 'final', 0] : [3, 12, 1, 'final', 0]);
}

function setIntegerDigits(limit: Value): null {
  const digits = sizeOf(limit);
  if (digits !== 0 && digits < 640) raiseValueError('maxdigits must be 0 or larger than 640');
  runtime().integerDigits = digits;
  return null;
}

function setRecursionLimit(limit: Value): null {
  const depth = sizeOf(limit);
  if (depth < 1) raiseValueError('recursion limit must be greater or equal than 1');
  runtime().recursionLimit = depth;
  return null;
}

export const sysModule = (options: InterpreterOptions): PyModule =>
  defineModule({
    name: 'sys',
    values: {
      version_info: versionInfo(options.python),
      version: options.python === 2 ? '2.7.18 (ScanLens)' : '3.12.1 (ScanLens)',
      maxsize: 9223372036854775807n,
      ...(options.python === 2 ? { maxint: 9223372036854775807n } : {}),
      byteorder: 'little',
      platform: 'scanlens',
      executable: '',
      argv: new PyList([options.fileName]),
      path: runtime().searchPath,
      modules: namespaceDict(runtime().modules as Map<string, Value>),
      stdout: standardOutput,
      stderr: standardError,
      __stdout__: standardOutput,
      float_info: call(namedTuple('float_info', 'max min epsilon dig'), [
        new PyFloat(Number.MAX_VALUE),
        new PyFloat(2.2250738585072014e-308),
        new PyFloat(Number.EPSILON),
        15,
      ]),
    },
    functions: {
      'exit(code?)': leave,
      'getrecursionlimit()': () => runtime().recursionLimit,
      'setrecursionlimit(limit, /)': setRecursionLimit,
      'get_int_max_str_digits()': () => runtime().integerDigits,
      'set_int_max_str_digits(maxdigits)': setIntegerDigits,
      'getdefaultencoding()': () => (options.python === 2 ? 'ascii' : 'utf-8'),
      'exc_info()': () => {
        const value = handledException(runtime().frame);
        return new PyTuple(
          value === null ? [null, null, null] : [value.cls, value, tracebackOf(value.frames)],
        );
      },
    },
    refused: ['stdin', 'getsizeof', 'setdefaultencoding', '_getframe', 'getrefcount', 'gettrace', 'settrace'],
  });

/** Features that are always on need nothing; `division` is read by the compiler. */
export const futureModule = (): PyModule =>
  defineModule({
    name: '__future__',
    values: Object.fromEntries(
      [
        'division',
        'print_function',
        'absolute_import',
        'with_statement',
        'nested_scopes',
        'generators',
        'annotations',
      ].map((name) => [name, null]),
    ),
    refused: ['unicode_literals'],
  });

function lazyView(self: Value, name: string, python: 2 | 3): Value {
  const method = python === 2 ? `iter${name}` : name;
  const view = callMethodOfType(self, method);
  if (view === undefined) raiseAttributeError(`'${typeOf(self).name}' object has no attribute '${method}'`);
  return new PyIterator(name, iterate(view));
}

export const sixModule: ModuleFactory = (options) => {
  const { python } = options;
  const names = builtinNames(python);
  const moves = defineModule({
    name: 'six.moves',
    values: {
      xrange: names.get(python === 2 ? 'xrange' : 'range')!,
      range: names.get(python === 2 ? 'xrange' : 'range')!,
      zip: builtinNames(3).get('zip')!,
      map: builtinNames(3).get('map')!,
      filter: builtinNames(3).get('filter')!,
      reduce: reduceFunction,
    },
    refused: '*',
  });
  return defineModule({
    name: 'six',
    values: {
      PY2: python === 2,
      PY3: python === 3,
      string_types: new PyTuple(python === 2 ? [names.get('basestring')!] : [strType]),
      integer_types: new PyTuple(python === 2 ? [intType, longType] : [intType]),
      text_type: python === 2 ? unicodeType : strType,
    },
    functions: {
      'iteritems(d)': (self: Value) => lazyView(self, 'items', python),
      'itervalues(d)': (self: Value) => lazyView(self, 'values', python),
      'iterkeys(d)': (self: Value) => lazyView(self, 'keys', python),
    },
    submodules: { moves },
    refused: '*',
  });
};
