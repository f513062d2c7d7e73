/** The built-in names of both Pythons. */
import { namespaceDict, PyDict } from '../containers.ts';
import {
  exceptionType,
  exceptionTypes,
  notSupported,
  objectType,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../exceptions.ts';
import {
  deleteAttribute,
  findAttribute,
  getAttribute,
  setAttribute,
  tryGetAttribute,
} from '../protocols/attributes.ts';
import { call, callSpecial, callUnary, isCallable } from '../protocols/calls.ts';
import { equals, isTrue, richCompare, threeWay } from '../protocols/comparison.ts';
import { formatValue, roundFloat } from '../protocols/formatting.ts';
import { hash, identityOf } from '../protocols/hashing.ts';
import { indexOf, lengthOf, sizeOf } from '../protocols/items.ts';
import { iterate, nextOf, toArray } from '../protocols/iteration.ts';
import { asInteger, type Integer, powerModulo } from '../protocols/numbers.ts';
import { binaryFunctions, dispatchBinary, tryMethods } from '../protocols/operators.ts';
import { ascii, repr, str } from '../protocols/text.ts';
import { isSubtype, lookupInType, typeOf, typeType } from '../pyType.ts';
import { callSite, runtime } from '../runtime.ts';
import { builtin, type NativeBody } from '../signature.ts';
import { bytesType } from '../types/bytesType.ts';
import { dictType } from '../types/dictType.ts';
import { classMethodType, propertyType, staticMethodType, superType } from '../types/functionTypes.ts';
import { boolType, complexType, floatType, intType, longType, roundInteger } from '../types/numberTypes.ts';
import { ownAttributes, sortedNames } from '../types/objectType.ts';
import { listType, rangeOf, rangeType, sliceType, sortValues, tupleType } from '../types/sequenceTypes.ts';
import { frozenSetType, setType } from '../types/setType.ts';
import { strType, unicodeType } from '../types/strType.ts';
import '../types/exceptionTypes.ts';
import '../types/generatorType.ts';
import {
  Ellipsis,
  type Keywords,
  type Next,
  NotImplemented,
  PyBuiltin,
  PyFloat,
  PyIterator,
  PyList,
  PyModule,
  PyTuple,
  PyType,
  PyUnicode,
  type Value,
} from '../values.ts';
import { writeOutput } from './printing.ts';
import { PyStream } from './streams.ts';

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
    names.set('range', rangeType);
    addAll(names, python3Functions);
    for (const name of ['zip', 'map', 'filter']) names.set(name, lazyFunctions[name]!);
  } else {
    names.set('long', longType);
    names.set('unicode', unicodeType);
    names.set('basestring', basestring);
    names.set('bytes', strType);
    names.set('StandardError', exceptionType('Exception'));
    addAll(names, python2Functions);
    for (const gone of ['ModuleNotFoundError', 'RecursionError', 'StopAsyncIteration', 'ResourceWarning']) {
      names.delete(gone);
    }
  }
  for (const name of refusedNames) names.set(name, refused(name));
  return names;
}

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
];

const refusedNames = [
  'open',
  'input',
  'exec',
  'eval',
  'compile',
  'breakpoint',
  'memoryview',
  'bytearray',
  '__import__',
];
const refused = (name: string): PyBuiltin => new PyBuiltin(name, () => notSupported(`${name}()`));

/** Only for `isinstance(x, basestring)`. */
const basestring = new PyType('basestring', [objectType], { isNative: true });
basestring.mro = [basestring, objectType];

function addAll(names: Map<string, Value>, table: Readonly<Record<string, NativeBody>>): void {
  for (const [signature, body] of Object.entries(table)) {
    const made = builtin(signature, body);
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

// --------------------------------------------------------------------------------------------------- numbers and order

function absolute(value: Value): Value {
  if (typeof value === 'number') return Math.abs(value);
  const method = lookupInType(typeOf(value), '__abs__');
  if (method === undefined) raiseTypeError(`bad operand type for abs(): '${typeOf(value).name}'`);
  return callUnary(method, value);
}

function sum(items: Value, start: Value | undefined): Value {
  if (typeof start === 'string') raiseTypeError("sum() can't sum strings [use ''.join(seq) instead]");
  const next = iterate(items);
  let total: Value = start ?? 0;
  // CPython 3.12 adds floats with compensation (Neumaier).
  let compensation = 0;
  const isExact = runtime().python === 3;
  for (let item = next(); item !== undefined; item = next()) {
    if (isExact && total instanceof PyFloat && item instanceof PyFloat) {
      const [x, y]: [number, number] = [total.value, item.value];
      const t: number = x + y;
      compensation += Math.abs(x) >= Math.abs(y) ? x - t + y : y - t + x;
      total = new PyFloat(t);
    } else total = binaryFunctions['+'](total, item);
  }
  if (compensation !== 0 && Number.isFinite(compensation) && total instanceof PyFloat) {
    return new PyFloat(total.value + compensation);
  }
  return total;
}

function extreme(name: 'min' | 'max'): PyBuiltin {
  const operator = name === 'min' ? '<' : '>';
  return new PyBuiltin(name, (args, keywords) => {
    const items = args.length === 1 ? toArray(args[0]!) : args;
    if (args.length === 0) raiseTypeError(`${name} expected at least 1 argument, got 0`);
    const key = keywords?.get('key') ?? null;
    const fallback = keywords?.get('default');
    if (items.length === 0) {
      if (fallback !== undefined) return fallback;
      raiseValueError(
        runtime().python === 2
          ? `${name}() arg is an empty sequence`
          : `${name}() iterable argument is empty`,
      );
    }
    let best = items[0]!;
    let bestKey = key === null ? best : call(key, [best]);
    for (const item of items.slice(1)) {
      const itemKey = key === null ? item : call(key, [item]);
      if (isTrue(richCompare(operator, itemKey, bestKey))) [best, bestKey] = [item, itemKey];
    }
    return best;
  });
}

function round(value: Value, digits: Value | undefined): Value {
  if (runtime().python === 2) return roundPython2(value, digits);
  if (value instanceof PyFloat) {
    if (digits === undefined || digits === null) return roundToInteger(value.value);
    return new PyFloat(roundFloat(value.value, sizeOf(digits)));
  }
  const integer = asInteger(value);
  if (integer !== undefined) return roundInteger(integer, digits);
  const method = lookupInType(typeOf(value), '__round__');
  if (method === undefined) raiseTypeError(`type ${typeOf(value).name} doesn't define __round__ method`);
  return callSpecial(method, value, digits === undefined ? [] : [digits]);
}

function roundToInteger(value: number): Integer {
  const rounded = roundFloat(value, 0);
  const method = lookupInType(floatType, '__trunc__')!;
  return asInteger(callUnary(method, new PyFloat(rounded)))!;
}

/** Python 2: half away from zero, and always a float. */
function roundPython2(value: Value, digits: Value | undefined): Value {
  const places = digits === undefined ? 0 : sizeOf(digits);
  const method = lookupInType(typeOf(value), '__float__');
  if (method === undefined) raiseTypeError('a float is required');
  const double = (callUnary(method, value) as PyFloat).value;
  const even = roundFloat(double, places);
  const half = Math.abs(double - even) * 10 ** places;
  if (half !== 0.5 || Math.abs(even) > Math.abs(double)) return new PyFloat(even);
  return new PyFloat(even + Math.sign(double) * 10 ** -places);
}

function pow(base: Value, exponent: Value, modulus: Value | undefined): Value {
  if (modulus === undefined || modulus === null) return dispatchBinary('**', base, exponent);
  const [a, b, m] = [asInteger(base), asInteger(exponent), asInteger(modulus)];
  if (a === undefined || b === undefined || m === undefined) {
    return raiseTypeError('pow() 3rd argument not allowed unless all arguments are integers');
  }
  return powerModulo(a, b, m);
}

function divmod(a: Value, b: Value): Value {
  const result = tryMethods('__divmod__', '__rdivmod__', a, b);
  if (result !== NotImplemented) return result;
  const quotient = tryMethods('__floordiv__', '__rfloordiv__', a, b);
  if (quotient === NotImplemented) {
    raiseTypeError(`unsupported operand type(s) for divmod(): '${typeOf(a).name}' and '${typeOf(b).name}'`);
  }
  return new PyTuple([quotient, binaryFunctions['%'](a, b)]);
}

const radixText =
  (prefix: string, radix: number) =>
  (value: Value): string => {
    const integer = BigInt(indexOf(value));
    return `${integer < 0n ? '-' : ''}${prefix}${(integer < 0n ? -integer : integer).toString(radix)}`;
  };

// ----------------------------------------------------------------------------------------------------------- iteration

function next(iterator: Value, fallback: Value | undefined): Value {
  const advance = nextOf(iterator);
  if (!advance) raiseTypeError(`'${typeOf(iterator).name}' object is not an iterator`);
  const item = advance();
  if (item !== undefined) return item;
  return fallback === undefined ? raise(exceptionType('StopIteration')) : fallback;
}

function iter(value: Value, sentinel: Value | undefined): Value {
  if (sentinel !== undefined) {
    if (!isCallable(value)) raiseTypeError('iter(object, sentinel): object must be callable');
    return new PyIterator('callable_iterator', () => {
      const item = call(value, []);
      return equals(item, sentinel) ? undefined : item;
    });
  }
  if (value instanceof PyIterator || nextOf(value)) return value;
  const own = lookupInType(typeOf(value), '__iter__');
  if (own instanceof PyBuiltin || (own !== undefined && own !== null && !typeOf(value).isNative)) {
    const made = callSpecial(own, value, []);
    if (nextOf(made)) return made;
  }
  return new PyIterator(`${typeOf(value).name}_iterator`, iterate(value));
}

function zipNext(args: readonly Value[], strict: boolean): Next {
  const sources = args.map(iterate);
  return () => {
    if (sources.length === 0) return undefined;
    const items: Value[] = [];
    for (const [index, source] of sources.entries()) {
      const item = source();
      if (item === undefined) {
        if (strict && index > 0) raiseValueError(`zip() argument ${index + 1} is shorter than argument 1`);
        return undefined;
      }
      items.push(item);
    }
    return new PyTuple(items);
  };
}

const isStrict = (keywords: Keywords): boolean => isTrue(keywords?.get('strict') ?? false);

function mapNext(callee: Value, args: readonly Value[]): Next {
  const sources = args.map(iterate);
  return () => {
    const items: Value[] = [];
    for (const source of sources) {
      const item = source();
      if (item === undefined) return undefined;
      items.push(item);
    }
    return call(callee, items);
  };
}

function filterNext(callee: Value, items: Value): Next {
  const source = iterate(items);
  return () => {
    for (let item = source(); item !== undefined; item = source()) {
      if (isTrue(callee === null ? item : call(callee, [item]))) return item;
    }
    return undefined;
  };
}

/** `zip`, `map` and `filter` of Python 3: iterators. */
const lazyFunctions: Readonly<Record<string, PyBuiltin>> = {
  zip: new PyBuiltin('zip', (args, keywords) => new PyIterator('zip', zipNext(args, isStrict(keywords)))),
  map: new PyBuiltin('map', (args) => {
    if (args.length < 2) raiseTypeError('map() must have at least two arguments.');
    return new PyIterator('map', mapNext(args[0]!, args.slice(1)));
  }),
  filter: new PyBuiltin('filter', (args) => new PyIterator('filter', filterNext(args[0]!, args[1]!))),
};

function collect(source: Next): Value[] {
  const items: Value[] = [];
  for (let item = source(); item !== undefined; item = source()) items.push(item);
  return items;
}

/** Python 2's `map` goes on to the end of the longest, with None for what is missing. */
function mapPython2(callee: Value, args: readonly Value[]): Value {
  if (args.length === 0) raiseTypeError('map() requires at least two args');
  const columns = args.map(toArray);
  const length = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length }, (_, row) => columns.map((column) => column[row] ?? null));
  if (callee !== null) return new PyList(rows.map((row) => call(callee, row)));
  return new PyList(rows.map((row) => (row.length === 1 ? row[0]! : new PyTuple(row))));
}

function filterPython2(callee: Value, items: Value): Value {
  const kept = collect(filterNext(callee, items));
  if (typeof items === 'string') return kept.join('');
  return items instanceof PyTuple ? new PyTuple(kept) : new PyList(kept);
}

function reversed(value: Value): Value {
  const own = lookupInType(typeOf(value), '__reversed__');
  if (own !== undefined && own !== null) return callSpecial(own, value, []);
  const hasItems = lookupInType(typeOf(value), '__getitem__') !== undefined;
  const hasLength = lookupInType(typeOf(value), '__len__') !== undefined;
  if (!hasItems || !hasLength) raiseTypeError(`'${typeOf(value).name}' object is not reversible`);
  let index = lengthOf(value);
  const getItem = lookupInType(typeOf(value), '__getitem__')!;
  return new PyIterator('reversed', () => (index > 0 ? callSpecial(getItem, value, [--index]) : undefined));
}

function reduce(callee: Value, items: Value, initial: Value | undefined): Value {
  const source = iterate(items);
  let total = initial === undefined ? source() : initial;
  if (total === undefined) return raiseTypeError('reduce() of empty iterable with no initial value');
  for (let item = source(); item !== undefined; item = source()) total = call(callee, [total, item]);
  return total;
}

/** `functools.reduce`, and Python 2's `reduce`. */
export const reduceFunction = builtin('reduce(function, iterable, initial?)', reduce);

// ---------------------------------------------------------------------------------------------------------- inspection

/** `isinstance(value, types)`. */
export function isInstanceOf(value: Value, types: Value): boolean {
  if (types instanceof PyTuple) return types.items.some((each) => isInstanceOf(value, each));
  if (!(types instanceof PyType)) {
    return raiseTypeError(
      runtime().python === 2
        ? 'isinstance() arg 2 must be a class, type, or tuple of classes and types'
        : 'isinstance() arg 2 must be a type, a tuple of types, or a union',
    );
  }
  if (types === basestring) return typeof value === 'string' || value instanceof PyUnicode;
  if (types.metaclass) {
    const check = lookupInType(types.metaclass, '__instancecheck__');
    if (check !== undefined && !(check instanceof PyBuiltin))
      return isTrue(callSpecial(check, types, [value]));
  }
  return isSubtype(typeOf(value), types);
}

function isSubclassOf(type: Value, types: Value): boolean {
  if (!(type instanceof PyType)) raiseTypeError('issubclass() arg 1 must be a class');
  if (types instanceof PyTuple) return types.items.some((each) => isSubclassOf(type, each));
  if (!(types instanceof PyType)) {
    return raiseTypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union');
  }
  return isSubtype(type, types);
}

function attributeName(name: Value): string {
  if (name instanceof PyUnicode) return name.value;
  return typeof name === 'string'
    ? name
    : raiseTypeError(`attribute name must be string, not '${typeOf(name).name}'`);
}

function getattr(value: Value, name: Value, fallback: Value | undefined): Value {
  if (fallback === undefined) return getAttribute(value, attributeName(name));
  const found = tryGetAttribute(value, attributeName(name));
  return found === undefined ? fallback : found;
}

function vars(value: Value | undefined): Value {
  if (value === undefined) return locals();
  if (value instanceof PyModule) return namespaceDict(value.namespace);
  const dict = findAttribute(value, '__dict__');
  if (dict === undefined || (typeOf(value).isNative && !ownAttributes(value) && !(value instanceof PyType))) {
    return raiseTypeError('vars() argument must have __dict__ attribute');
  }
  return dict;
}

function locals(): Value {
  const { frame } = callSite();
  if (!frame) return namespaceDict(runtime().globals);
  if (frame.namespace) return namespaceDict(frame.namespace);
  if (frame.names.functionName === '<module>') return namespaceDict(frame.globals);
  const dict = new PyDict();
  for (const [name, value] of frame.localValues()) dict.table.set(name, value);
  return dict;
}

function dir(value: Value | undefined): Value {
  if (value === undefined) return new PyList([...(locals() as PyDict).table.keys()].map(String).sort());
  if (value instanceof PyModule) return new PyList([...value.namespace.keys()].sort());
  return new PyList([...(sortedNames(value) as PyTuple).items]);
}

function chr(value: Value): Value {
  const code = indexOf(value);
  const isPython2 = runtime().python === 2;
  if (code < 0 || code >= (isPython2 ? 256 : 0x110000)) {
    raiseValueError(`chr() arg not in range(${isPython2 ? '256' : '0x110000'})`);
  }
  if (isPython2 && code > 127) notSupported('bytes beyond ASCII in Python 2 strings');
  return String.fromCodePoint(Number(code));
}

function ord(value: Value): Value {
  const text = value instanceof PyUnicode ? value.value : value;
  if (typeof text !== 'string') {
    return raiseTypeError(`ord() expected string of length 1, but ${typeOf(value).name} found`);
  }
  const points = [...text];
  if (points.length !== 1) {
    raiseTypeError(`ord() expected a character, but string of length ${points.length} found`);
  }
  return points[0]!.codePointAt(0)!;
}

/** The identity of any value; equal small numbers and texts are one object. */
function id(value: Value): Value {
  if (typeof value === 'object' && value !== null) return identityOf(value);
  return Number(BigInt.asUintN(40, BigInt(hash(value)))) * 16;
}

function print(values: Value[], sep?: Value, end?: Value, file?: Value): Value {
  const text = (value: Value | undefined, missing: string): string => {
    if (value === undefined || value === null) return missing;
    return typeof value === 'string'
      ? value
      : raiseTypeError(`sep must be None or a string, not ${typeOf(value).name}`);
  };
  const shown = values.map(str).join(text(sep, ' ')) + text(end, '\n');
  if (file !== undefined && file !== null) {
    if (!(file instanceof PyStream)) {
      const write = findAttribute(file, 'write');
      if (write === undefined) notSupported('print to something that is not a stream');
      call(write, [shown]);
      return null;
    }
    if (!file.isOutput) return null;
  }
  writeOutput(shown);
  return null;
}

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

const functions: Readonly<Record<string, NativeBody>> = {
  'abs(x)': absolute,
  'all(iterable)': (items: Value) => toArrayUntil(items, false),
  'any(iterable)': (items: Value) => toArrayUntil(items, true),
  'bin(number)': radixText('0b', 2),
  'callable(object)': isCallable,
  'chr(i)': chr,
  'delattr(object, name)': (value: Value, name: Value) => {
    deleteAttribute(value, attributeName(name));
    return null;
  },
  'dir(object?)': dir,
  'divmod(a, b)': divmod,
  'enumerate(iterable, start?)': (items: Value, start?: Value) => {
    const source = iterate(items);
    let index = start === undefined ? 0 : sizeOf(start);
    return new PyIterator('enumerate', () => {
      const item = source();
      return item === undefined ? undefined : new PyTuple([index++, item]);
    });
  },
  'format(value, spec?, /)': (value: Value, spec?: Value) =>
    formatValue(value, spec === undefined ? '' : attributeName(spec)),
  'getattr(object, name, default?, /)': getattr,
  'globals()': () => namespaceDict(callSite().frame?.globals ?? runtime().globals),
  'hasattr(object, name)': (value: Value, name: Value) =>
    tryGetAttribute(value, attributeName(name)) !== undefined,
  'hash(object)': (value: Value) => hash(value),
  'hex(number)': radixText('0x', 16),
  'id(object)': id,
  'isinstance(object, types)': isInstanceOf,
  'issubclass(type, types)': isSubclassOf,
  'iter(object, sentinel?, /)': iter,
  'len(object)': lengthOf,
  'locals()': locals,
  'next(iterator, default?, /)': next,
  'ord(character)': ord,
  'pow(base, exp, mod?)': pow,
  'repr(object)': repr,
  'reversed(sequence)': reversed,
  'round(number, ndigits?)': round,
  'setattr(object, name, value)': (value: Value, name: Value, assigned: Value) => {
    setAttribute(value, attributeName(name), assigned);
    return null;
  },
  'sum(iterable, start?)': sum,
  'vars(object?)': vars,
};

function toArrayUntil(items: Value, stop: boolean): boolean {
  const source = iterate(items);
  for (let item = source(); item !== undefined; item = source()) if (isTrue(item) === stop) return stop;
  return !stop;
}

const python3Functions: Readonly<Record<string, NativeBody>> = {
  'ascii(object)': ascii,
  'oct(number)': radixText('0o', 8),
  'sorted(iterable, /, *, key?, reverse?)': (items: Value, key?: Value, reverse?: Value) =>
    new PyList(sortValues(toArray(items), key ?? null, { reverse: isTrue(reverse ?? false) })),
};

const python2Functions: Readonly<Record<string, NativeBody>> = {
  'apply(function, args?, kwargs?)': () => notSupported('apply()'),
  'cmp(a, b)': threeWay,
  'coerce(a, b)': () => notSupported('coerce()'),
  'execfile(name)': () => notSupported('execfile()'),
  'filter(function, iterable)': filterPython2,
  'intern(text)': (text: Value) => text,
  'map(function, *iterables)': mapPython2,
  'oct(number)': (value: Value) => {
    const text = radixText('0', 8)(value);
    return text === '00' ? '0' : text;
  },
  'raw_input(prompt?)': () => notSupported('raw_input()'),
  'reduce(function, iterable, initial?)': reduce,
  'reload(module)': () => notSupported('reload()'),
  'sorted(iterable, cmp?, key?, reverse?)': (items: Value, cmp?: Value, key?: Value, reverse?: Value) =>
    new PyList(
      sortValues(toArray(items), key ?? null, { reverse: isTrue(reverse ?? false), cmp: cmp ?? null }),
    ),
  'unichr(i)': (value: Value) => new PyUnicode(String.fromCodePoint(sizeOf(value))),
  'zip(*iterables)': (args: Value[]) => new PyList(collect(zipNext(args, false))),
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
