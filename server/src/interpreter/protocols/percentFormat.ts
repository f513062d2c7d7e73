/** `'…' % values`, as CPython's `unicode_format`. */
import { PyDict } from '../containers.ts';
import { raiseOverflowError, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import { PyBytes, PyTuple, PyUnicode, type Value } from '../values.ts';
import { callUnary } from './calls.ts';
import { type FormatSpec, filling, formatFloat, formatInteger } from './formatting.ts';
import { getItem, tryIndex } from './items.ts';
import { asDouble, asInteger, type Integer, truncate } from './numbers.ts';
import { ascii, repr, str } from './text.ts';

const directive = /%(?:\(([^)]*)\))?([#0\- +]*)(\*|\d+)?(?:\.(\*|\d+)?)?[hlL]?(.)?/gsu;

/** The arguments as they are used up. */
class Arguments {
  readonly #values: readonly Value[];
  readonly #all: Value;
  #index = 0;

  constructor(all: Value) {
    this.#all = all;
    this.#values = all instanceof PyTuple ? all.items : [all];
  }

  next(): Value {
    const value = this.#values[this.#index++];
    return value === undefined ? raiseTypeError('not enough arguments for format string') : value;
  }

  named(key: string): Value {
    this.#index = this.#values.length;
    const all = this.#all;
    const isMapping =
      !(all instanceof PyTuple) &&
      typeof all === 'object' &&
      all !== null &&
      lookupInType(typeOf(all), '__getitem__') !== undefined &&
      !(all instanceof PyUnicode);
    if (!isMapping) raiseTypeError('format requires a mapping');
    return getItem(all, key);
  }

  finish(): void {
    const all = this.#all;
    if (this.#index >= this.#values.length) return;
    const isMapping =
      all instanceof PyDict || (isOther(all) && lookupInType(typeOf(all), '__getitem__') !== undefined);
    if (!isMapping) raiseTypeError('not all arguments converted during string formatting');
  }
}

const isOther = (value: Value): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof PyTuple || value instanceof PyUnicode || value instanceof PyBytes);

/** Formats; raises TypeError and ValueError in CPython's words. */
export function formatPercent(format: string, values: Value, textOf: (value: Value) => string = str): string {
  const args = new Arguments(values);
  let result = '';
  let last = 0;
  for (const match of format.matchAll(directive)) {
    result += format.slice(last, match.index);
    last = match.index + match[0].length;
    result += formatDirective(match, args, textOf);
  }
  args.finish();
  return result + format.slice(last);
}

function formatDirective(match: RegExpMatchArray, args: Arguments, textOf: (value: Value) => string): string {
  const [whole, key, flags = '', widthText, precisionText, type] = match;
  if (type === undefined) raiseValueError('incomplete format');
  if (type === '%') return '%';
  const named = key === undefined ? undefined : args.named(key);
  const width = widthText === '*' ? Number(asInteger(args.next()) ?? 0) : Number(widthText ?? 0);
  const hasPrecision =
    precisionText !== undefined || (whole.includes('.') && /\.(\*|\d*)[hlL]?.$/su.test(whole));
  const precision = precisionText === '*' ? Number(asInteger(args.next()) ?? 0) : Number(precisionText ?? 0);
  const isLeft = flags.includes('-') || width < 0;
  const spec: FormatSpec = {
    fill: '',
    align: isLeft ? '<' : '',
    sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
    noNegativeZero: false,
    alternate: flags.includes('#'),
    zero: flags.includes('0') && !isLeft,
    width: Math.abs(width),
    grouping: '',
    precision: hasPrecision ? precision : null,
    type,
  };
  const value = named === undefined ? args.next() : named;
  return convert(spec, type === 's' ? textOf(value) : value, match);
}

function convert(spec: FormatSpec, value: Value, match: RegExpMatchArray): string {
  switch (spec.type) {
    case 's':
      return padText(cut(str(value), spec), spec);
    case 'r':
      return padText(cut(repr(value), spec), spec);
    case 'a':
      return padText(cut(ascii(value), spec), spec);
    case 'c':
      return padText(character(value), spec);
    case 'd':
    case 'i':
    case 'u':
      return decimal(value, spec);
    case 'x':
    case 'X':
    case 'o':
      return radix(value, spec);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return formatFloat(toDouble(value), spec, value);
    default: {
      const index = (match.index ?? 0) + match[0].length - 1;
      const code = spec.type.codePointAt(0)!.toString(16);
      return raiseValueError(`unsupported format character '${spec.type}' (0x${code}) at index ${index}`);
    }
  }
}

const cut = (text: string, spec: FormatSpec): string =>
  spec.precision === null ? text : [...text].slice(0, spec.precision).join('');

function padText(text: string, spec: FormatSpec): string {
  const missing = Math.max(0, spec.width - [...text].length);
  return spec.align === '<' ? text + filling(' ', missing) : filling(' ', missing) + text;
}

function character(value: Value): string {
  if (typeof value === 'string' && [...value].length === 1) return value;
  const code = asInteger(value);
  if (code === undefined) raiseTypeError('%c requires int or char');
  if (code < 0 || code > 0x10ffff) raiseOverflowError('%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

function decimal(value: Value, spec: FormatSpec): string {
  const integer = wholeNumber(value);
  if (integer === undefined) {
    const kind = pythonVersion() === 2 ? 'a number' : 'a real number';
    return raiseTypeError(`%${spec.type} format: ${kind} is required, not ${typeOf(value).name}`);
  }
  return withPrecision(integer, { ...spec, type: 'd' }, value);
}

function wholeNumber(value: Value): Integer | undefined {
  const integer = tryIndex(value);
  if (integer !== undefined) return integer;
  const double = asDouble(value);
  if (double !== undefined) return truncate(double);
  if (value === null || typeof value === 'string' || typeof value !== 'object') return undefined;
  const method = lookupInType(typeOf(value), '__int__');
  return method === undefined || method === null ? undefined : asInteger(callUnary(method, value));
}

function radix(value: Value, spec: FormatSpec): string {
  const integer = pythonVersion() === 2 ? wholeNumber(value) : tryIndex(value);
  if (integer === undefined) {
    return raiseTypeError(`%${spec.type} format: an integer is required, not ${typeOf(value).name}`);
  }
  if (pythonVersion() === 3 || spec.type !== 'o' || !spec.alternate)
    return withPrecision(integer, spec, value);
  // Python 2 writes octal numbers as `017`: one digit more than they have.
  const { length } = BigInt(integer < 0 ? -BigInt(integer) : integer).toString(8);
  const precision = Math.max(spec.precision ?? 0, integer === 0 ? 1 : length + 1);
  return withPrecision(integer, { ...spec, alternate: false, precision }, value);
}

/** Unlike in `format`, a precision is a least number of digits. */
function withPrecision(integer: Integer, spec: FormatSpec, value: Value): string {
  if (spec.precision === null) return formatInteger(integer, spec, value);
  const plain = formatInteger(integer, { ...spec, width: 0, precision: null, sign: '', zero: false }, value);
  const [, prefix = '', digits = ''] = /^-?(0[xXo])?(.*)$/.exec(plain)!;
  const sign = integer < 0 ? '-' : spec.sign === '-' ? '' : spec.sign;
  const bare = digits.padStart(spec.precision, '0');
  const room = spec.zero ? spec.width - sign.length - prefix.length : 0;
  return padText(sign + prefix + bare.padStart(room, '0'), spec);
}

function toDouble(value: Value): number {
  const plain = asDouble(value);
  if (plain !== undefined) return plain;
  if (typeof value === 'object' && value !== null) {
    const method = lookupInType(typeOf(value), '__float__');
    if (method !== undefined && method !== null) {
      const result = asDouble(callUnary(method, value));
      if (result !== undefined) return result;
    }
  }
  if (pythonVersion() === 2) raiseTypeError(`float argument required, not ${typeOf(value).name}`);
  return raiseTypeError(`must be real number, not ${typeOf(value).name}`);
}
