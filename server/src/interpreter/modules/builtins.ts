/** The built-in names of both Pythons. */
import { namespaceDict } from '../containers.ts';
import {
  exceptionType,
  exceptionTypes,
  notSupported,
  objectType,
  raise,
  raiseTypeError,
} from '../exceptions.ts';
import { deleteAttribute, findAttribute, setAttribute, tryGetAttribute } from '../protocols/attributes.ts';
import { call, isCallable } from '../protocols/calls.ts';
import { isTrue, threeWay } from '../protocols/comparison.ts';
import { formatValue } from '../protocols/formatting.ts';
import { hash } from '../protocols/hashing.ts';
import { lengthOf } from '../protocols/items.ts';
import { iterate, toArray } from '../protocols/iteration.ts';
import { ascii, repr, str } from '../protocols/text.ts';
import { typeOf, typeType } from '../pyType.ts';
import { callSite, runtime } from '../runtime.ts';
import { builtin, type NativeBody } from '../signature.ts';
import { bufferType } from '../types/bufferType.ts';
import { byteArrayType, bytesType } from '../types/bytesType.ts';
import { complexType } from '../types/complexType.ts';
import { dictType } from '../types/dictType.ts';
import { baseExceptionGroupType, exceptionGroupType } from '../types/exceptionGroups.ts';
import { classMethodType, propertyType, staticMethodType, superType } from '../types/functionTypes.ts';
import { memoryViewType } from '../types/memoryViewType.ts';
import { boolType, floatType, intType, longType } from '../types/numberTypes.ts';
import { listType, rangeOf, rangeType, sliceType, tupleType } from '../types/sequenceTypes.ts';
import { frozenSetType, setType } from '../types/setType.ts';
import { sortValues } from '../types/sorting.ts';
import { printedText, strType, unicodeType } from '../types/strType.ts';
import { asText } from '../types/textValues.ts';
import { Ellipsis, NotImplemented, PyBuiltin, PyList, type Value } from '../values.ts';
import { importWithin, reload } from './files/importlibModule.ts';
import { openFile } from './files/openFile.ts';
import { writeOutput } from './printing.ts';
import { PyStream, showOutput } from './streams.ts';
import '../types/exceptionTypes.ts';
import '../types/generatorType.ts';
import { makeGeneric } from '../types/genericTypes.ts';
import {
  attributeName,
  basestring,
  chr,
  dir,
  getattr,
  id,
  isInstanceOf,
  isSubclassOf,
  locals,
  ord,
  unichr,
  vars,
} from './builtinInspection.ts';
import {
  all,
  any,
  apply,
  collect,
  enumerateType,
  filterPython2,
  iter,
  lazyTypes,
  mapPython2,
  next,
  reduce,
  reversedType,
  zipNext,
} from './builtinIteration.ts';
import { absolute, coerce, divmod, extreme, pow, radixText, round, sum } from './builtinNumbers.ts';

/** The names that every module of the program sees. */
export function builtinNames(python: 2 | 3): ReadonlyMap<string, Value> {
  const names = new Map<string, Value>();
  for (const [name, type] of exceptionTypes) names.set(name, type);
  names.set('EnvironmentError', exceptionType('OSError'));
  names.set('IOError', exceptionType('OSError'));
  names.set('NotImplemented', NotImplemented);
  names.set('Ellipsis', Ellipsis);
  names.set('__debug__', true);
  addAll(names, functions);
  for (const [name, special] of Object.entries(specialFunctions)) names.set(name, special);
  for (const type of types) names.set(type.name, type);
  if (python === 3) {
    names.set('bytes', bytesType);
    for (const type of [baseExceptionGroupType, exceptionGroupType]) names.set(type.name, type);
    names.set('bytearray', byteArrayType);
    names.set('memoryview', memoryViewType);
    names.set('range', rangeType);
    addAll(names, python3Functions);
    for (const type of lazyTypes) names.set(type.name, type);
  } else {
    names.set('long', longType);
    names.set('unicode', unicodeType);
    names.set('buffer', bufferType);
    names.set('basestring', basestring);
    names.set('bytes', strType);
    names.set('StandardError', exceptionType('Exception'));
    addAll(names, python2Functions);
    for (const gone of python3Exceptions) names.delete(gone);
  }
  for (const name of refusedNames) names.set(name, refused(name));
  if (python === 2) for (const name of ['bytearray', 'memoryview']) names.set(name, refused(name));
  return names;
}

const python3Exceptions = [
  ...['ModuleNotFoundError', 'RecursionError', 'StopAsyncIteration', 'ResourceWarning', 'BlockingIOError'],
  ...['ChildProcessError', 'ConnectionError', 'BrokenPipeError', 'ConnectionAbortedError'],
  ...['ConnectionRefusedError', 'ConnectionResetError', 'FileExistsError', 'FileNotFoundError'],
  ...['InterruptedError', 'IsADirectoryError', 'NotADirectoryError', 'PermissionError'],
  ...['ProcessLookupError', 'TimeoutError'],
];

const types = [
  objectType,
  typeType,
  intType,
  boolType,
  floatType,
  complexType,
  strType,
  listType,
  tupleType,
  dictType,
  setType,
  frozenSetType,
  sliceType,
  propertyType,
  staticMethodType,
  classMethodType,
  superType,
  enumerateType,
  reversedType,
];

for (const type of [listType, tupleType, dictType, setType, frozenSetType]) makeGeneric(type);

const refusedNames = ['exec', 'eval', 'compile', 'breakpoint', 'help'];
const refused = (name: string): PyBuiltin => new PyBuiltin(name, () => notSupported(`${name}()`));

function addAll(names: Map<string, Value>, table: Readonly<Record<string, NativeBody>>): void {
  for (const [signature, body] of Object.entries(table)) {
    const made = builtin(signature, body, { native: { owner: null, isMethod: false } });
    names.set(made.name, countingArguments(made, signature));
  }
}

/** Functions of one plain parameter say "takes exactly one argument", as CPython's do. */
function countingArguments(made: PyBuiltin, signature: string): PyBuiltin {
  if (!/^\w+\(\w+\)$/.test(signature)) return made;
  return new PyBuiltin(made.name, (args, keywords) => {
    if (args.length !== 1) raiseTypeError(`${made.name}() takes exactly one argument (${args.length} given)`);
    if (keywords) raiseTypeError(`${made.name}() takes no keyword arguments`);
    return made.call(args, null);
  });
}

function print(values: Value[], sep?: Value, end?: Value, file?: Value): Value {
  const text = (name: 'sep' | 'end', value: Value | undefined, missing: string): string => {
    if (value === undefined || value === null) return missing;
    return asText(value) !== null
      ? printedText(value)
      : raiseTypeError(`${name} must be None or a string, not ${typeOf(value).name}`);
  };
  const shown = values.map(printedText).join(text('sep', sep, ' ')) + text('end', end, '\n');
  if (file !== undefined && file !== null) {
    if (!(file instanceof PyStream)) {
      const write = findAttribute(file, 'write');
      if (write === undefined) notSupported('print to something that is not a stream');
      call(write, [shown]);
      return null;
    }
    if (!file.isOutput) return null;
    showOutput(shown);
    return null;
  }
  writeOutput(shown);
  return null;
}

const formatSpecification = (spec: Value): string =>
  asText(spec) ?? raiseTypeError(`format() argument 2 must be str, not ${typeOf(spec).name}`);

const printBuiltin = builtin('print(*values, sep?, end?, file?, flush?)', print);
/** Python's `print`, with its own words for unknown keywords. */
export const printFunction = new PyBuiltin('print', (args, keywords) => {
  for (const name of keywords?.keys() ?? []) {
    if (!['sep', 'end', 'file', 'flush'].includes(name)) {
      raiseTypeError(
        runtime().python === 2
          ? `'${name}' is an invalid keyword argument for this function`
          : `'${name}' is an invalid keyword argument for print()`,
      );
    }
  }
  return printBuiltin.call(args, keywords);
});

/** Python's own exit: an exception like any other. */
export const leave = (code?: Value): Value =>
  raise(exceptionType('SystemExit'), ...(code === undefined ? [] : [code]));

const functions: Readonly<Record<string, NativeBody>> = {
  'abs(x)': absolute,
  'all(iterable)': all,
  'any(iterable)': any,
  'bin(number)': radixText('0b', 2),
  'callable(object)': isCallable,
  'chr(i)': chr,
  'delattr(object, name, /)': (value: Value, name: Value) => {
    deleteAttribute(value, attributeName(name));
    return null;
  },
  'dir(object?, /)': dir,
  'divmod(a, b, /)': divmod,
  'format(value, spec?, /)': (value: Value, spec?: Value) =>
    formatValue(value, spec === undefined ? '' : formatSpecification(spec)),
  'getattr(object, name, default?, /)': getattr,
  'globals()': () => namespaceDict(callSite().frame?.globals ?? runtime().globals),
  'hasattr(object, name, /)': (value: Value, name: Value) =>
    tryGetAttribute(value, attributeName(name)) !== undefined,
  'hash(object)': (value: Value) => hash(value),
  'hex(number)': radixText('0x', 16),
  'id(object)': id,
  'isinstance(object, types, /)': isInstanceOf,
  'issubclass(type, types, /)': isSubclassOf,
  'iter(object, sentinel?, /)': iter,
  'len(object)': lengthOf,
  'locals()': locals,
  'next(iterator, default?, /)': next,
  '__import__(name, globals?, locals?, fromlist?, level?)': importWithin,
  'ord(character)': ord,
  'pow(base, exp, mod?)': pow,
  'repr(object)': repr,
  'round(number, ndigits?)': round,
  'setattr(object, name, value, /)': (value: Value, name: Value, assigned: Value) => {
    setAttribute(value, attributeName(name), assigned);
    return null;
  },
  'sum(iterable, /, start?)': sum,
  'vars(object?, /)': vars,
  'exit(code?)': leave,
  'quit(code?)': leave,
};

const python3Functions: Readonly<Record<string, NativeBody>> = {
  'ascii(object)': ascii,
  'open(file, mode?, buffering?, encoding?, errors?, newline?, closefd?, opener?)': openFile,
  'oct(number)': radixText('0o', 8),
  'input(prompt?, /)': (prompt?: Value) => {
    if (prompt !== undefined) writeOutput(str(prompt));
    return raise(exceptionType('EOFError'), 'EOF when reading a line');
  },
  'sorted(*iterable, key?, reverse?)': (args: Value[], key?: Value, reverse?: Value) => {
    if (args.length !== 1) raiseTypeError(`sorted expected 1 argument, got ${args.length}`);
    return new PyList(sortValues(toArray(args[0]!), key ?? null, { reverse: isTrue(reverse ?? false) }));
  },
};

const python2Functions: Readonly<Record<string, NativeBody>> = {
  'apply(function, args?, kwargs?)': apply,
  'cmp(a, b)': threeWay,
  'coerce(a, b)': coerce,
  'execfile(name)': () => notSupported('execfile()'),
  'filter(function, iterable)': filterPython2,
  'intern(text)': (text: Value) => text,
  'map(function, *iterables)': mapPython2,
  'oct(number)': (value: Value) => {
    const text = radixText('0', 8)(value);
    return text === '00' ? '0' : text;
  },
  'raw_input(prompt?)': (prompt?: Value) => {
    if (prompt !== undefined) writeOutput(str(prompt));
    return raise(exceptionType('EOFError'), 'EOF when reading a line');
  },
  'reduce(function, iterable, initial?)': reduce,
  'open(name, mode?, buffering?)': openFile,
  'reload(module)': reload,
  'sorted(iterable, cmp?, key?, reverse?)': (items: Value, cmp?: Value, key?: Value, reverse?: Value) =>
    new PyList(
      sortValues(toArray(items), key ?? null, { reverse: isTrue(reverse ?? false), cmp: cmp ?? null }),
    ),
  'unichr(i)': unichr,
  'zip(*iterables)': (args: Value[]) => new PyList(collect(zipNext(args, { strict: false }))),
  'range(*args)': (args: Value[]) => {
    const range = rangeOf(args);
    runtime().allocate(range.length * 8);
    return new PyList(collect(iterate(range)));
  },
  'xrange(*args)': (args: Value[]) => rangeOf(args, 'xrange'),
};

/** Those that take any number of arguments and keywords of their own. */
const specialFunctions: Readonly<Record<string, PyBuiltin>> = {
  min: extreme('min'),
  max: extreme('max'),
  print: printFunction,
};
