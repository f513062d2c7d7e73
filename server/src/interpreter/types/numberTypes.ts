/** int, long, bool, float and complex as types. The arithmetic is in `protocols/numbers.ts`. */
import { raiseOverflowError, raiseTypeError, raiseValueError, raiseZeroDivision } from '../exceptions.ts';
import { call, callUnary } from '../protocols/calls.ts';
import { holds, isTrue } from '../protocols/comparison.ts';
import { formatValue, roundFloat } from '../protocols/formatting.ts';
import { hash } from '../protocols/hashing.ts';
import { indexOf, sizeOf } from '../protocols/items.ts';
import * as numbers from '../protocols/numbers.ts';
import { asDouble, asInteger, type Integer, isLong, long } from '../protocols/numbers.ts';
import { floatRepr, floatStr, repr } from '../protocols/text.ts';
import {
  defineType,
  isSubtype,
  lookupInType,
  primitiveTypes,
  type RichComparison,
  typeOf,
} from '../pyType.ts';
import { pythonVersion, turn } from '../runtime.ts';
import {
  int,
  type Keywords,
  NotImplemented,
  PyBoxed,
  PyBytes,
  PyFloat,
  PyLong,
  PyTuple,
  type PyType,
  unboxed,
  type Value,
} from '../values.ts';
import { floatOfHex, hexOfFloat, integerFromBytes, integerToBytes } from './numberBytes.ts';
import { asText } from './textValues.ts';

type IntegerOperation = (a: Integer, b: Integer) => Integer;

/** An operator of two integers: `long` in Python 2 when one operand is. */
const integer =
  (operation: IntegerOperation) =>
  (a: Value, b: Value): Value => {
    const y = asInteger(b);
    if (y === undefined) return NotImplemented;
    const result = operation(asInteger(a)!, y);
    return pythonVersion() === 2 && (isLong(a) || isLong(b)) ? long(result) : result;
  };
const flip =
  (operation: (a: Value, b: Value) => Value) =>
  (a: Value, b: Value): Value =>
    asInteger(b) === undefined ? NotImplemented : operation(b, a);

const bitwise =
  (operator: '&' | '|' | '^') =>
  (a: Value, b: Value): Value => {
    if (typeof a === 'boolean' && typeof b === 'boolean') {
      return numbers.bitwise(operator, a ? 1 : 0, b ? 1 : 0) === 1;
    }
    return integer((x, y) => numbers.bitwise(operator, x, y))(a, b);
  };

function power(a: Value, b: Value): Value {
  const y = asInteger(b);
  if (y === undefined) return NotImplemented;
  const result = numbers.power(asInteger(a)!, y);
  if (result instanceof PyFloat) return result;
  return pythonVersion() === 2 && (isLong(a) || isLong(b)) ? long(result) : result;
}

const trueDivide = (a: Value, b: Value): Value => {
  const y = asInteger(b);
  return y === undefined ? NotImplemented : numbers.trueDivide(asInteger(a)!, y);
};

const integerOperators = {
  '+': integer(numbers.add),
  '-': integer(numbers.subtract),
  '*': integer(numbers.multiply),
  '//': integer(numbers.floorDivide),
  '%': integer(numbers.modulo),
  '**': power,
  '/': trueDivide,
  '<<': integer(numbers.shiftLeft),
  '>>': integer(numbers.shiftRight),
  '&': bitwise('&'),
  '|': bitwise('|'),
  '^': bitwise('^'),
};
const reflectedIntegers = Object.fromEntries(
  Object.entries(integerOperators).map(([operator, operation]) => [operator, flip(operation)]),
) as typeof integerOperators;

function compareIntegers(a: Value, operator: RichComparison, b: Value): Value {
  const y = asInteger(b);
  return y === undefined ? NotImplemented : holds(operator, numbers.compareNumbers(asInteger(a)!, y));
}

const same = (value: Value): Value => {
  const plain = asInteger(value)!;
  return isLong(value) ? long(plain) : plain;
};

export const intType: PyType = defineType<object>({
  name: 'int',
  isBoxing: true,
  create: createInteger,
  binary: integerOperators,
  reflected: reflectedIntegers,
  unary: {
    '-': (a) => keepLong(a, numbers.negate(asInteger(a)!)),
    '+': same,
    '~': (a) => keepLong(a, numbers.subtract(-1, asInteger(a)!)),
  },
  compare: compareIntegers,
  hash: (a) => hash(asInteger(a)!),
  repr: (a) => repr(asInteger(a)!),
  abs: (a) => {
    const value = asInteger(a)!;
    return keepLong(a, value < 0 ? numbers.negate(value) : value);
  },
  bool: (a) => asInteger(a) !== 0,
  index: (a) => asInteger(a)!,
  float: (a) => numbers.integerToFloat(asInteger(a)!),
  attributes: {
    real: (a) => asInteger(a)!,
    imag: () => 0,
    numerator: (a) => asInteger(a)!,
    denominator: () => 1,
  },
  only: { python3: ['to_bytes', 'is_integer', 'as_integer_ratio', 'bit_count', '__round__'] },
  methods: {
    'bit_length()': (a: Value) => numbers.bitLength(asInteger(a)!),
    'bit_count()': (a: Value) =>
      [...BigInt(asInteger(a)!).toString(2)].filter((digit) => digit === '1').length,
    'conjugate()': (a: Value) => asInteger(a)!,
    'is_integer()': () => true,
    'as_integer_ratio()': (a: Value) => new PyTuple([asInteger(a)!, 1]),
    '__trunc__()': (a: Value) => asInteger(a)!,
    '__floor__()': (a: Value) => asInteger(a)!,
    '__ceil__()': (a: Value) => asInteger(a)!,
    '__round__(ndigits?)': (a: Value, digits: Value | undefined) => roundInteger(asInteger(a)!, digits),
    '__format__(spec)': (a: Value, spec: string) => formatValue(asInteger(a)!, spec),
    '__divmod__(other)': (a: Value, b: Value) => divmodIntegers(a, b),
    '__rdivmod__(other)': (a: Value, b: Value) =>
      asInteger(b) === undefined ? NotImplemented : divmodIntegers(b, a),
    'to_bytes(length?, byteorder?, *, signed?)': (a: Value, length?: Value, order?: Value, signed?: Value) =>
      integerToBytes(asInteger(a)!, { length, order, signed }),
  },
  classMethods: {
    'from_bytes(bytes, byteorder?, *, signed?)': (
      type: Value,
      bytes: Value,
      order?: Value,
      signed?: Value,
    ) => {
      const value = integerFromBytes(bytes, order, signed);
      return type === intType ? value : call(type, [value]);
    },
  },
});
primitiveTypes.int = intType;
intType.namespace.set('__div__', intType.namespace.get('__floordiv__')!);
intType.namespace.set('__rdiv__', intType.namespace.get('__rfloordiv__')!);

const keepLong = (original: Value, result: Integer): Value => (isLong(original) ? long(result) : result);

export const boolType = defineType<object>({
  name: 'bool',
  bases: [intType],
  create: (_type, args) => {
    if (args.length > 1) raiseTypeError(`bool expected at most 1 argument, got ${args.length}`);
    return args.length > 0 && isTrue(args[0]!);
  },
  repr: (a) => ((a as unknown as boolean) ? 'True' : 'False'),
});
boolType.isFinal = true;
primitiveTypes.bool = boolType;

/** Python 2's `long`. */
export const longType = defineType<PyLong>({
  name: 'long',
  class: PyLong,
  create: (type, args, keywords) => long(asInteger(createInteger(type, args, keywords))!),
  binary: integerOperators,
  reflected: reflectedIntegers,
  unary: {
    '-': (a) => long(numbers.negate(asInteger(a)!)),
    '+': same,
    '~': (a) => long(numbers.subtract(-1, asInteger(a)!)),
  },
  compare: compareIntegers,
  hash: (a) => hash(asInteger(a)!),
  repr: (a) => `${asInteger(a)}L`,
  str: (a) => String(asInteger(a)),
  abs: (a) => long(asInteger(a)! < 0 ? numbers.negate(asInteger(a)!) : asInteger(a)!),
  bool: (a) => asInteger(a) !== 0,
  index: (a) => asInteger(a)!,
  float: (a) => numbers.integerToFloat(asInteger(a)!),
  methods: { 'bit_length()': (a: Value) => numbers.bitLength(asInteger(a)!) },
});
longType.namespace.set('__div__', longType.namespace.get('__floordiv__')!);
longType.namespace.set('__rdiv__', longType.namespace.get('__rfloordiv__')!);
primitiveTypes.bigInteger = (value) => (isLong(value) ? longType : intType);

/** `round(int, digits)`: half to even at a negative number of digits. */
export function roundInteger(value: Integer, digits: Value | undefined): Value {
  if (digits === undefined || digits === null) return value;
  const places = Number(indexOf(digits));
  if (places >= 0) return value;
  // Beyond its digits nothing is left of the integer.
  if (-places > numbers.bitLength(value) + 1) return 0;
  const unit = 10n ** BigInt(-places);
  const big = BigInt(value);
  const floor = BigInt(numbers.floorDivide(int(big), int(unit)));
  const twice = (big - floor * unit) * 2n;
  const up = twice > unit || (twice === unit && (floor & 1n) === 1n);
  return int((up ? floor + 1n : floor) * unit);
}

function divmodIntegers(a: Value, b: Value): Value {
  const y = asInteger(b);
  if (y === undefined) return NotImplemented;
  const x = asInteger(a)!;
  if (y === 0) raiseZeroDivision('integer division or modulo by zero');
  return new PyTuple([numbers.floorDivide(x, y), numbers.modulo(x, y)]);
}

// ------------------------------------------------------------------------------------------------------------ int(…)

function createInteger(type: PyType, args: readonly Value[], keywords: Keywords): Value {
  if (type !== intType && type !== longType) {
    return new PyBoxed(type, createInteger(isSubtype(type, intType) ? intType : longType, args, keywords));
  }
  const unknown = [...(keywords?.keys() ?? [])].find((name) => name !== 'base');
  if (unknown !== undefined) raiseTypeError(`'${unknown}' is an invalid keyword argument for int()`);
  if (args.length > 2) raiseTypeError(`int() takes at most 2 arguments (${args.length} given)`);
  const [value, givenBase] = args;
  const base = givenBase ?? keywords?.get('base');
  if (value === undefined) return 0;
  const text = textOf(value);
  if (text !== null) return parseInteger(text, base === undefined ? 10 : Number(indexOf(base)), value);
  if (base !== undefined) raiseTypeError("int() can't convert non-string with explicit base");
  return toInteger(value);
}

function textOf(value: Value): string | null {
  const text = asText(value);
  if (text !== null) return text;
  return value instanceof PyBytes ? String.fromCharCode(...value.data) : null;
}

/** `int(value)` of a number or of anything with `__int__`, `__index__` or `__trunc__`. */
export function toInteger(value: Value): Integer {
  const plain = asInteger(value);
  if (plain !== undefined) return plain;
  if (value instanceof PyFloat) return numbers.truncate(value.value);
  const type = typeOf(value);
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const method = lookupInType(type, name);
    if (method === undefined || method === null) continue;
    const result = callUnary(method, value);
    const kind = name === '__trunc__' ? 'Integral' : 'int';
    return asInteger(result) ?? raiseTypeError(`${name} returned non-${kind} (type ${typeOf(result).name})`);
  }
  const kinds =
    pythonVersion() === 2 ? 'a string or a number' : 'a string, a bytes-like object or a real number';
  return raiseTypeError(`int() argument must be ${kinds}, not '${type.name}'`);
}

const prefixes: Readonly<Record<string, number>> = { '0x': 16, '0o': 8, '0b': 2 };

/** The integer that a text writes in a base (0: by its prefix). */
export function parseInteger(text: string, base: number, shown: Value): Integer {
  const fail = (): never => raiseValueError(`invalid literal for int() with base ${base}: ${repr(shown)}`);
  if (base !== 0 && (base < 2 || base > 36)) raiseValueError('int() base must be >= 2 and <= 36, or 0');
  const match = /^([+-]?)(?:(0[xXoObB])_?)?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(asciiDigits(text).trim());
  if (!match) return fail();
  const [, sign, prefix, digitText] = match as unknown as [string, string, string | undefined, string];
  const prefixBase = prefix === undefined ? undefined : prefixes[prefix.toLowerCase()];
  const isPrefix = prefixBase !== undefined && (base === 0 || base === prefixBase);
  const radix = isPrefix ? prefixBase : base === 0 ? 10 : base;
  const digits = (isPrefix || prefix === undefined ? digitText : prefix + digitText)
    .replaceAll('_', '')
    .toLowerCase();
  if ((radix & (radix - 1)) !== 0) numbers.checkDigits(digits.length);
  else numbers.checkDigitCount(digits.length);
  for (const digit of digits) if (!(Number.parseInt(digit, 36) < radix)) return fail();
  const value = integerOfDigits(digits, radix);
  return int(sign === '-' ? -value : value);
}

/** From so many digits on the two halves are read each for itself: digit after digit would take the square of their number. */
const digitsAtOnce = 200;

function integerOfDigits(digits: string, radix: number): bigint {
  turn();
  if (radix === 10) return BigInt(digits);
  if (digits.length > digitsAtOnce) {
    const half = digits.length >> 1;
    const low = integerOfDigits(digits.slice(-half), radix);
    return integerOfDigits(digits.slice(0, -half), radix) * BigInt(radix) ** BigInt(half) + low;
  }
  let value = 0n;
  for (const digit of digits) value = value * BigInt(radix) + BigInt(Number.parseInt(digit, 36));
  return value;
}

// ------------------------------------------------------------------------------------------------------------- float

type FloatOperation = (a: number, b: number) => Value;

const onFloats =
  (operation: FloatOperation) =>
  (a: Value, b: Value): Value => {
    const y = asDouble(b);
    return y === undefined ? NotImplemented : operation(asDouble(a)!, y);
  };
const onFloatsReversed =
  (operation: FloatOperation) =>
  (a: Value, b: Value): Value => {
    const y = asDouble(b);
    return y === undefined ? NotImplemented : operation(y, asDouble(a)!);
  };

const floatOperations: Readonly<Record<'+' | '-' | '*' | '/' | '//' | '%' | '**', FloatOperation>> = {
  '+': (a, b) => new PyFloat(a + b),
  '-': (a, b) => new PyFloat(a - b),
  '*': (a, b) => new PyFloat(a * b),
  '/': (a, b) => new PyFloat(numbers.floatDivide(a, b)),
  '//': (a, b) => new PyFloat(numbers.floatFloorDivide(a, b)),
  '%': (a, b) => new PyFloat(numbers.floatModulo(a, b)),
  '**': numbers.floatPower,
};
const mapTable = (wrap: (operation: FloatOperation) => (a: Value, b: Value) => Value) =>
  Object.fromEntries(Object.entries(floatOperations).map(([operator, each]) => [operator, wrap(each)]));

function compareFloats(a: Value, operator: RichComparison, b: Value): Value {
  const y = b instanceof PyFloat ? b.value : asInteger(b);
  return y === undefined ? NotImplemented : holds(operator, numbers.compareNumbers((a as PyFloat).value, y));
}

const divmodFloats = (a: number, b: number): Value => {
  if (b === 0) raiseZeroDivision('float divmod()');
  const [quotient, rest] = numbers.floatDivmod(a, b);
  return new PyTuple([new PyFloat(quotient), new PyFloat(rest)]);
};

export const floatType: PyType = defineType<PyFloat>({
  name: 'float',
  isBoxing: true,
  class: PyFloat,
  create: (type, args) => {
    if (args.length > 1) raiseTypeError(`float expected at most 1 argument, got ${args.length}`);
    const made = new PyFloat(args[0] === undefined ? 0 : toFloat(args[0]));
    return type === floatType ? made : new PyBoxed(type, made);
  },
  binary: mapTable(onFloats),
  reflected: mapTable(onFloatsReversed),
  unary: { '-': (a) => new PyFloat(-a.value), '+': (a) => a },
  compare: compareFloats,
  hash: (a) => hash(a),
  repr: (a) => floatRepr(a.value),
  str: (a) => floatStr(a.value),
  abs: (a) => new PyFloat(Math.abs(a.value)),
  bool: (a) => a.value !== 0,
  int: (a) => numbers.truncate(a.value),
  float: (a) => a.value,
  attributes: { real: (a) => a, imag: () => new PyFloat(0) },
  methods: {
    'is_integer()': (a: PyFloat) => Number.isInteger(a.value),
    'conjugate()': (a: PyFloat) => a,
    'as_integer_ratio()': (a: PyFloat) => integerRatio(a.value),
    'hex()': (a: PyFloat) => hexOfFloat(a.value),
    '__round__(ndigits?)': (a: PyFloat, digits: Value | undefined) => roundDouble(a.value, digits),
    '__trunc__()': (a: PyFloat) => numbers.truncate(a.value),
    '__floor__()': (a: PyFloat) => numbers.truncate(Math.floor(a.value)),
    '__ceil__()': (a: PyFloat) => numbers.truncate(Math.ceil(a.value)),
    '__format__(spec)': (a: PyFloat, spec: string) => formatValue(a, spec),
    '__divmod__(other)': onFloats(divmodFloats),
    '__rdivmod__(other)': onFloatsReversed(divmodFloats),
  },
  classMethods: {
    'fromhex(string, /)': (type: Value, text: Value) => {
      const value = new PyFloat(floatOfHex(text));
      return type === floatType ? value : call(type, [value]);
    },
  },
});
primitiveTypes.float = floatType;
floatType.namespace.set('__div__', floatType.namespace.get('__truediv__')!);
floatType.namespace.set('__rdiv__', floatType.namespace.get('__rtruediv__')!);

/** `round(float, digits)`: an int without digits. */
export function roundDouble(value: number, digits: Value | undefined): Value {
  if (digits === undefined || digits === null) return numbers.truncate(roundFloat(value, 0));
  return new PyFloat(roundFloat(value, sizeOf(digits)));
}

function integerRatio(value: number): Value {
  if (Number.isNaN(value)) raiseValueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) raiseOverflowError('cannot convert Infinity to integer ratio');
  let numerator = value;
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return new PyTuple([int(BigInt(numerator)), int(denominator)]);
}

/** Decimal digits of all scripts as those of ASCII. */
function asciiDigits(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (digit) => {
    if (!/\p{Nd}/u.test(digit)) return digit;
    let zero = digit.codePointAt(0)!;
    // The digits of a script are ten in a row, from 0 on.
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9) zero--;
    return String(digit.codePointAt(0)! - zero);
  });
}

const floatPattern = /^[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+)?$/i;

/** `float(value)`. */
export function toFloat(value: Value): number {
  const plain = asDouble(value);
  if (plain !== undefined) return plain;
  const text = textOf(value);
  if (text !== null) return parseFloatText(text, value);
  const type = typeOf(value);
  for (const name of ['__float__', '__index__']) {
    const method = lookupInType(type, name);
    if (method === undefined || method === null) continue;
    const result = callUnary(method, value);
    const double =
      name === '__float__' && !(unboxed(result) instanceof PyFloat) ? undefined : asDouble(result);
    return double ?? raiseTypeError(`${type.name}.${name} returned non-float (type ${typeOf(result).name})`);
  }
  return raiseTypeError(
    pythonVersion() === 2
      ? 'float() argument must be a string or a number'
      : `float() argument must be a string or a real number, not '${type.name}'`,
  );
}

function parseFloatText(text: string, shown: Value): number {
  const trimmed = asciiDigits(text).trim();
  if (floatPattern.test(trimmed)) return Number(trimmed.replaceAll('_', ''));
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(trimmed);
  if (!special) {
    return raiseValueError(
      `could not convert string to float: ${pythonVersion() === 2 ? text : repr(shown)}`,
    );
  }
  const value = special[2]!.toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
  return special[1] === '-' ? -value : value;
}
