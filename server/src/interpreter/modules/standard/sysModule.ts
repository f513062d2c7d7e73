/** `sys` as far as programs read it; hooks into the interpreter are refused. */
import { namespaceDict, PyDict, PyFrozenSet, PySet } from '../../containers.ts';
import {
  exceptionType,
  notSupported,
  PyRaisedInstance,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import type { InterpreterOptions } from '../../options.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { sizeOf } from '../../protocols/items.ts';
import { bitLength } from '../../protocols/numbers.ts';
import { repr } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { frameObject } from '../../types/tracebackType.ts';
import {
  PyBytes,
  PyComplex,
  type PyExceptionValue,
  PyFloat,
  PyList,
  type PyModule,
  PyRange,
  PyTuple,
  type Value,
} from '../../values.ts';
import { leave } from '../builtins.ts';
import { writeOutput } from '../printing.ts';
import { PyInput, standardError, standardOutput } from '../streams.ts';
import { namedTupleClass } from './collections/namedTuple.ts';

/** A value like `sys.float_info`: a named tuple with the name of the module. */
function structure(name: string, fields: Readonly<Record<string, Value>>): Value {
  const type = namedTupleClass(`sys.${name}`, Object.keys(fields), { module: 'sys' });
  return call(type, Object.values(fields));
}

const versionInfo = (python: 2 | 3): Value => {
  const [major, minor, micro] = python === 2 ? [2, 7, 18] : [3, 12, 1];
  return structure('version_info', {
    major: major!,
    minor: minor!,
    micro: micro!,
    releaselevel: 'final',
    serial: 0,
  });
};

const floatInfo = (): Value =>
  structure('float_info', {
    max: new PyFloat(Number.MAX_VALUE),
    max_exp: 1024,
    max_10_exp: 308,
    min: new PyFloat(2.2250738585072014e-308),
    min_exp: -1021,
    min_10_exp: -307,
    dig: 15,
    mant_dig: 53,
    epsilon: new PyFloat(Number.EPSILON),
    radix: 2,
    rounds: 1,
  });

const intInfo = (): Value =>
  structure('int_info', {
    bits_per_digit: 30,
    sizeof_digit: 4,
    default_max_str_digits: 4300,
    str_digits_check_threshold: 640,
  });

const hashInfo = (): Value =>
  structure('hash_info', {
    width: 64,
    modulus: 2305843009213693951n,
    inf: 314159,
    nan: 0,
    imag: 1000003,
    algorithm: 'siphash13',
    hash_bits: 64,
    seed_bits: 128,
    cutoff: 0,
  });

const flags = (): Value =>
  structure(
    'flags',
    Object.fromEntries(
      [
        'debug',
        'inspect',
        'interactive',
        'optimize',
        'dont_write_bytecode',
        'no_user_site',
        'no_site',
        'ignore_environment',
        'verbose',
        'bytes_warning',
        'quiet',
      ].map((name) => [name, 0]),
    ),
  );

const implementation = (): Value => {
  const { namespace } = runtime().importModule('types');
  const named = new Map<string, Value>([
    ['name', 'cpython'],
    ['cache_tag', 'cpython-312'],
    ['version', versionInfo(3)],
    ['hexversion', 0x030c01f0],
  ]);
  return call(namespace.get('SimpleNamespace')!, [], named);
};

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

/** The exception that is being handled. */
function handled(): PyExceptionValue | null {
  for (let frame = runtime().frame; frame; frame = frame.caller) if (frame.handled) return frame.handled;
  return null;
}

function exceptionInfo(): Value {
  const value = handled();
  if (value === null) return new PyTuple([null, null, null]);
  const shown = value instanceof PyRaisedInstance ? value.instance : value;
  return new PyTuple([typeOf(value), shown, tryGetAttribute(value, '__traceback__') ?? null]);
}

function frameAt(depth?: Value): Value {
  let frame = runtime().frame;
  for (let left = depth === undefined ? 0 : sizeOf(depth); left > 0 && frame; left--) frame = frame.caller;
  return frame ? frameObject(frame) : raise(exceptionType('ValueError'), 'call stack is not deep enough');
}

/** The size in CPython 3.12 on 64 bits, for what always has the same. */
function objectSize(value: Value): Value {
  if (value === null) return 16;
  if (typeof value === 'boolean') return 28;
  if (typeof value === 'number' || typeof value === 'bigint') {
    return 24 + 4 * Math.max(1, Math.ceil(bitLength(BigInt(value)) / 30));
  }
  if (typeof value === 'string' && /^[\0-\x7f]*$/.test(value)) return 41 + value.length;
  if (typeof value === 'object')
    return objectSizes.find(([jsClass]) => value instanceof jsClass)?.[1](value as never) ?? noSize(value);
  return noSize(value);
}

const emptySize =
  (size: number, lengthOf: (value: never) => number) =>
  (value: never): number =>
    lengthOf(value) === 0 ? size : noSize(value);

const objectSizes: readonly (readonly [
  abstract new (...args: never[]) => object,
  (value: never) => number,
])[] = [
  [PyFloat, () => 24],
  [PyComplex, () => 32],
  [PyRange, () => 48],
  [PyBytes, (value: PyBytes) => 33 + value.data.length],
  [PyTuple, (value: PyTuple) => 40 + 8 * value.items.length],
  [PyList, emptySize(56, (value: PyList) => value.items.length)],
  [PyDict, emptySize(64, (value: PyDict) => value.table.size)],
  [PySet, emptySize(216, (value: PySet) => value.table.size)],
  [PyFrozenSet, emptySize(216, (value: PyFrozenSet) => value.table.size)],
];

const noSize = (value: Value): never => notSupported(`the size of a ${typeOf(value).name} in memory`);

/** What both Pythons have. */
const values = (options: InterpreterOptions): Record<string, Value> => ({
  version_info: versionInfo(options.python),
  version: options.python === 2 ? '2.7.18 (ScanLens)' : '3.12.1 (ScanLens)',
  hexversion: options.python === 2 ? 0x020712f0 : 0x030c01f0,
  maxsize: 9223372036854775807n,
  maxunicode: 1114111,
  byteorder: 'little',
  platform: options.python === 2 ? 'linux2' : 'linux',
  executable: '',
  prefix: '',
  exec_prefix: '',
  dont_write_bytecode: false,
  api_version: 1013,
  float_repr_style: 'short',
  warnoptions: new PyList([]),
  argv: new PyList([options.fileName]),
  path: runtime().searchPath,
  modules: namespaceDict(runtime().modules as Map<string, Value>),
  stdin: new PyInput(),
  stdout: standardOutput,
  stderr: standardError,
  __stdout__: standardOutput,
  __stderr__: standardError,
  float_info: floatInfo(),
  ...(options.python === 2
    ? { maxint: 9223372036854775807n }
    : { base_prefix: '', pycache_prefix: null, platlibdir: 'lib' }),
});

const nothing = (): null => null;

export const sysModule = (options: InterpreterOptions): PyModule =>
  defineModule({
    name: 'sys',
    values: values(options),
    lazy: { implementation, int_info: intInfo, hash_info: hashInfo, flags },
    functions: {
      'exit(code?)': leave,
      'intern(string, /)': (text: Value) =>
        typeof text === 'string'
          ? text
          : raiseTypeError(`intern() argument must be str, not ${typeOf(text).name}`),
      'getrecursionlimit()': () => runtime().recursionLimit,
      'setrecursionlimit(limit, /)': setRecursionLimit,
      'get_int_max_str_digits()': () => runtime().integerDigits,
      'set_int_max_str_digits(maxdigits)': setIntegerDigits,
      'getdefaultencoding()': () => (options.python === 2 ? 'ascii' : 'utf-8'),
      'getfilesystemencoding()': () => (options.python === 2 ? 'UTF-8' : 'utf-8'),
      'getfilesystemencodeerrors()': () => 'surrogateescape',
      'getswitchinterval()': () => new PyFloat(0.005),
      'setswitchinterval(interval)': nothing,
      'getsizeof(object, default?)': objectSize,
      'gettrace()': nothing,
      'getprofile()': nothing,
      'is_finalizing()': () => false,
      'exc_info()': exceptionInfo,
      'exception()': handled,
      'displayhook(value, /)': (value: Value) => {
        if (value !== null) writeOutput(`${repr(value)}\n`);
        return null;
      },
      'excepthook(exctype, value, traceback, /)': nothing,
      '_getframe(depth?, /)': frameAt,
    },
    only: {
      python3: [
        'intern',
        'getfilesystemencodeerrors',
        'getswitchinterval',
        'setswitchinterval',
        'exception',
        'implementation',
        'int_info',
        'hash_info',
        'is_finalizing',
      ],
    },
    refused: [
      'setdefaultencoding',
      'getrefcount',
      'settrace',
      'setprofile',
      'call_tracing',
      'meta_path',
      'path_hooks',
      'path_importer_cache',
      'stdlib_module_names',
      'builtin_module_names',
      'thread_info',
      'copyright',
      'addaudithook',
      'audit',
      'breakpointhook',
      'unraisablehook',
      'monitoring',
      '_current_frames',
    ],
  });
