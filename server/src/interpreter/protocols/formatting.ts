/**
 * The format mini-language (`format(x, '8.3f')`, f-strings, `str.format`) and the digits of numbers. Rounding is exact on
 * the binary value, half to even, as in CPython's `dtoa`.
 */
import { raiseOverflowError, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import { PyComplex, PyFloat, PyUnicode, type Value } from '../values.ts';
import { callDirect } from './calls.ts';
import { asInteger, type Integer, integerText, integerToFloat } from './numbers.ts';
import { exponentOf, floatRepr, floatStr, specialFloat, str } from './text.ts';

/** `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` */
export interface FormatSpec {
  readonly fill: string;
  readonly align: '' | '<' | '>' | '=' | '^';
  readonly sign: '' | '+' | '-' | ' ';
  /** `z`: a zero has no minus. */
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly grouping: '' | ',' | '_';
  readonly precision: number | null;
  readonly type: string;
}

const pattern = /^(?:(.)?([<>=^]))?([+\- ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?(.)?$/su;

/** Parses a format specification; raises ValueError. */
export function parseFormatSpec(text: string, value: Value): FormatSpec {
  const match = pattern.exec(text);
  if (!match || (match[8] === '_' && pythonVersion() === 2)) {
    if (pythonVersion() === 2) raiseValueError('Invalid conversion specification');
    if (/\.(?!\d)/.test(text)) raiseValueError('Format specifier missing precision');
    return raiseValueError(`Invalid format specifier '${text}' for object of type '${typeOf(value).name}'`);
  }
  if ((match[8] === ',' && match[10] === '_') || (match[8] === '_' && match[10] === ',')) {
    raiseValueError("Cannot specify both ',' and '_'.");
  }
  if (match[10] === '.') raiseValueError('Format specifier missing precision');
  const [, fill, align, sign, z, hash, zero, width, grouping, precision, type] = match;
  const spec: FormatSpec = {
    fill: fill ?? '',
    align: (align ?? '') as FormatSpec['align'],
    sign: (sign ?? '') as FormatSpec['sign'],
    noNegativeZero: z !== undefined,
    alternate: hash !== undefined,
    zero: zero !== undefined,
    width: Number(width ?? 0),
    grouping: (grouping ?? '') as FormatSpec['grouping'],
    precision: precision === undefined ? null : Number(precision),
    type: type ?? '',
  };
  checkGrouping(spec.type === '' && isText(value) ? { ...spec, type: 's' } : spec);
  return spec;
}

const isText = (value: Value): boolean => typeof value === 'string' || value instanceof PyUnicode;

/** Which types may be grouped; checked before everything else. */
function checkGrouping(spec: FormatSpec): void {
  const allowed = spec.grouping === '_' ? 'deEfFgG%xXob' : 'deEfFgG%';
  if (spec.grouping && !allowed.includes(spec.type)) {
    raiseValueError(`Cannot specify '${spec.grouping}' with '${spec.type}'.`);
  }
}

/** `format(value, specification)`. */
export function formatValue(value: Value, specification: string): string {
  if (specification === '' && !hasOwnFormat(value)) return str(value);
  if (typeof value === 'string') return formatText(value, specification, value);
  if (value instanceof PyUnicode) return formatText(value.value, specification, value);
  if (value instanceof PyFloat)
    return formatFloat(value.value, checkAlternate(parseFormatSpec(specification, value), value), value);
  if (value instanceof PyComplex) return formatComplex(value, specification);
  const integer = asInteger(value);
  if (integer !== undefined)
    return formatInteger(integer, checkAlternate(parseFormatSpec(specification, value), value), value);
  return formatByType(value, specification);
}

/** Python 2 knows no alternate form of floats. */
function checkAlternate(spec: FormatSpec, value: Value): FormatSpec {
  const isFloat = value instanceof PyFloat || (spec.type !== '' && 'eEfFgG%'.includes(spec.type));
  if (isFloat && spec.alternate && pythonVersion() === 2) {
    raiseValueError('Alternate form (#) not allowed in float format specifier');
  }
  return spec;
}

function hasOwnFormat(value: Value): boolean {
  return (
    typeof value === 'object' && value !== null && lookupInType(typeOf(value), '__format__') !== undefined
  );
}

function formatByType(value: Value, specification: string): string {
  const type = typeOf(value);
  const method = lookupInType(type, '__format__');
  if (method !== undefined && method !== null) {
    const result = callDirect(method, value, specification);
    if (typeof result === 'string') return result;
    if (result instanceof PyUnicode) return result.value;
    raiseTypeError(`__format__ must return a str, not ${typeOf(result).name}`);
  }
  if (pythonVersion() === 2) return formatText(str(value), specification, str(value));
  return raiseTypeError(`unsupported format string passed to ${type.name}.__format__`);
}

function unknownCode(spec: FormatSpec, value: Value): never {
  return raiseValueError(`Unknown format code '${spec.type}' for object of type '${typeOf(value).name}'`);
}

/** Text by a specification. */
export function formatText(text: string, specification: string, value: Value): string {
  const spec = parseFormatSpec(specification, value);
  if (spec.type !== '' && spec.type !== 's') unknownCode(spec, value);
  if (spec.sign) {
    raiseValueError(`${spec.sign === ' ' ? 'Space' : 'Sign'} not allowed in string format specifier`);
  }
  if (spec.noNegativeZero) {
    raiseValueError('Negative zero coercion (z) not allowed in string format specifier');
  }
  if (spec.alternate) raiseValueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') {
    raiseValueError("'=' alignment not allowed in string format specifier");
  }
  const cut = spec.precision === null ? text : [...text].slice(0, spec.precision).join('');
  return pad(cut, { ...spec, fill: spec.fill || (spec.zero ? '0' : ' ') }, spec.align || '<');
}

function pad(text: string, spec: FormatSpec, align: string): string {
  const missing = spec.width - [...text].length;
  if (missing <= 0) return text;
  const fill = spec.fill || ' ';
  const right = align === '<' ? missing : align === '^' ? Math.ceil(missing / 2) : 0;
  return filling(fill, missing - right) + text + filling(fill, right);
}

/** A text of one character again and again; how often is said by the program. */
export function filling(character: string, count: number): string {
  if (count > longFilling) runtime().allocate(count);
  return character.repeat(count);
}

const longFilling = 1024;

/** An integer by a specification. */
export function formatInteger(value: Integer, spec: FormatSpec, shown: Value): string {
  if ('eEfFgG%'.includes(spec.type) && spec.type !== '') {
    return formatFloat(integerToFloat(value), spec, shown);
  }
  const absolute = value < 0 ? -BigInt(value) : BigInt(value);
  const radix = { '': 10, d: 10, n: 10, b: 2, o: 8, x: 16, X: 16, c: 10 }[spec.type];
  if (radix === undefined) return unknownCode(spec, shown);
  if (spec.precision !== null) raiseValueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero)
    raiseValueError('Negative zero coercion (z) not allowed in integer format specifier');
  if (spec.type === 'c') return formatCharacter(value, spec);
  const digits = radix === 10 ? integerText(absolute) : absolute.toString(radix);
  const prefix = spec.alternate && radix !== 10 ? `0${spec.type}` : '';
  const body = spec.type === 'X' ? digits.toUpperCase() : digits;
  return assembleNumber(
    { isNegative: value < 0, prefix, digits: body, rest: '' },
    spec,
    radix === 10 ? 3 : 4,
  );
}

function formatCharacter(value: Integer, spec: FormatSpec): string {
  if (spec.sign) raiseValueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) raiseValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < 0 || value > 0x10ffff) raiseOverflowError('%c arg not in range(0x110000)');
  return pad(String.fromCodePoint(Number(value)), spec, spec.align || '>');
}

interface NumberParts {
  readonly isNegative: boolean;
  readonly prefix: string;
  readonly digits: string;
  readonly rest: string;
}

function assembleNumber(parts: NumberParts, spec: FormatSpec, groupSize: number): string {
  const sign = parts.isNegative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const lead = sign + parts.prefix;
  const align = spec.align || (spec.zero ? '=' : '>');
  const fill = spec.fill || (spec.zero ? '0' : ' ');
  if (align === '=') {
    const room = spec.width - lead.length - parts.rest.length;
    const digits =
      fill === '0'
        ? zeroPad(parts.digits, room, spec.grouping, groupSize)
        : group(parts.digits, spec.grouping, groupSize);
    return lead + fill.repeat(Math.max(0, room - digits.length)) + digits + parts.rest;
  }
  const text = lead + group(parts.digits, spec.grouping, groupSize) + parts.rest;
  return pad(text, { ...spec, fill }, align);
}

function group(digits: string, separator: string, size: number): string {
  if (!separator || !/^[0-9a-fA-F]+$/.test(digits)) return digits;
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= size)
    groups.unshift(digits.slice(Math.max(0, end - size), end));
  return groups.join(separator);
}

function zeroPad(digits: string, room: number, separator: string, size: number): string {
  let padded = digits;
  if (!separator) return padded.padStart(room, '0');
  while (group(padded, separator, size).length < room) padded = `0${padded}`;
  return group(padded, separator, size);
}

/** A float by a specification. */
export function formatFloat(value: number, spec: FormatSpec, shown: Value): string {
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) unknownCode(spec, shown);
  const text = floatDigits(Math.abs(value), spec);
  const isZero = spec.noNegativeZero && !/[1-9a-z]/i.test(text.replace(/e.*$/i, ''));
  const isNegative = !isZero && (value < 0 || Object.is(value, -0));
  const cut = /^[0-9]+/.exec(text)?.[0] ?? text;
  return assembleNumber({ isNegative, prefix: '', digits: cut, rest: text.slice(cut.length) }, spec, 3);
}

function floatDigits(value: number, spec: FormatSpec): string {
  const upper = spec.type === 'E' || spec.type === 'F' || spec.type === 'G';
  if (!Number.isFinite(value) || (spec.type === '%' && !Number.isFinite(value * 100))) {
    const special = specialFloat(value * 100) + (spec.type === '%' ? '%' : '');
    return upper ? special.toUpperCase() : special;
  }
  const text = digitsByType(value, spec);
  return upper ? text.toUpperCase() : text;
}

function digitsByType(value: number, spec: FormatSpec): string {
  const precision = spec.precision ?? 6;
  switch (spec.type) {
    case 'f':
    case 'F':
      return withPoint(toFixed(value, precision), spec);
    case 'e':
    case 'E':
      return withPoint(toExponent(value, precision), spec);
    case '%':
      return `${withPoint(toFixed(value * 100, precision), spec)}%`;
    case '':
      if (spec.precision === null) return pythonVersion() === 2 ? floatStr(value) : floatRepr(value);
      return ensurePoint(toGeneral(value, spec.precision || 1, { keepZeros: spec.alternate, last: -1 }));
    default:
      return toGeneral(value, precision || 1, { keepZeros: spec.alternate, last: 0 });
  }
}

const withPoint = (text: string, spec: FormatSpec): string =>
  spec.alternate && !text.includes('.') ? text.replace(/(e|$)/, '.$1') : text;
const ensurePoint = (text: string): string => (/[.en]/.test(text) ? text : `${text}.0`);

/** No double has digits after so many places; what a precision asks for beyond them is zeros. */
const mostPlaces = 1100;

/** `%.{precision}f` of a value that is not negative, exactly rounded. */
export function toFixed(value: number, precision: number): string {
  const places = Math.min(precision, mostPlaces);
  const digits = scaledInteger(value, places)
    .toString()
    .padStart(places + 1, '0');
  if (precision === 0) return digits;
  return `${digits.slice(0, -places)}.${digits.slice(-places)}${filling('0', precision - places)}`;
}

/** `%.{precision}e` of a value that is not negative. */
export function toExponent(value: number, precision: number): string {
  const { digits, exponent } = significant(value, precision + 1);
  const text = precision === 0 ? digits : `${digits[0]}.${digits.slice(1)}`;
  return `${text}e${exponentOf(exponent)}`;
}

/** `%.{precision}g`; with `last` -1 the exponent form begins one digit earlier (`format(x, '.3')`). */
export function toGeneral(
  value: number,
  precision: number,
  options: { keepZeros: boolean; last: 0 | -1 },
): string {
  const { digits, exponent } = significant(value, precision);
  const isExponent = exponent < -4 || exponent >= precision + options.last;
  const strip = (text: string): string =>
    options.keepZeros || !text.includes('.') ? text : text.replace(/0+$/, '').replace(/\.$/, '');
  if (isExponent && !(options.last === -1 && exponent >= 0 && exponent < precision + options.last)) {
    const point = digits.length > 1 || options.keepZeros ? '.' : '';
    const mantissa = strip(`${digits[0]}${point}${digits.slice(1)}`);
    return `${mantissa}e${exponentOf(exponent)}`;
  }
  if (exponent < 0) return strip(`0.${'0'.repeat(-exponent - 1)}${digits}`);
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = digits.slice(exponent + 1);
  return rest === '' ? (options.keepZeros ? `${whole}.` : whole) : strip(`${whole}.${rest}`);
}

/** The first `count` significant digits and the decimal exponent of the first. */
function significant(value: number, count: number): { digits: string; exponent: number } {
  if (count > mostPlaces) {
    const { digits, exponent } = significant(value, mostPlaces);
    return { digits: digits + filling('0', count - mostPlaces), exponent };
  }
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  let exponent = Number(value.toExponential(0).split('e')[1]);
  if (10 ** exponent > value) exponent--;
  let digits = scaledInteger(value, count - 1 - exponent).toString();
  if (digits.length > count) {
    exponent++;
    digits = scaledInteger(value, count - 1 - exponent).toString();
  } else if (digits.length < count) {
    exponent--;
    digits = scaledInteger(value, count - 1 - exponent).toString();
  }
  return { digits, exponent };
}

const buffer = new DataView(new ArrayBuffer(8));

/** value * 10^places as an integer, exactly, half to even. */
function scaledInteger(value: number, places: number): bigint {
  if (value === 0) return 0n;
  buffer.setFloat64(0, value);
  const bits = buffer.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/** `round(value, places)` of a float: correctly rounded, half to even on the binary value. */
export function roundFloat(value: number, places: number): number {
  if (!Number.isFinite(value) || places > 323) return value;
  if (places < -308) return value < 0 ? -0 : 0;
  const magnitude = Math.abs(value);
  const scaled = scaledInteger(magnitude, places);
  const rounded = Number(places > 0 ? `${scaled}e-${places}` : `${scaled}e${-places}`);
  return value < 0 || Object.is(value, -0) ? -rounded : rounded;
}

function formatComplex(value: PyComplex, specification: string): string {
  const spec = parseFormatSpec(specification, value);
  if (spec.zero) raiseValueError('Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') {
    raiseValueError("'=' alignment flag is not allowed in complex format specifier");
  }
  // Without a type: `repr`'s digits, or `g`'s with a precision; a zero real part and the brackets as `str` has them.
  const isPlain = spec.type === '';
  const type = isPlain && spec.precision !== null ? 'g' : spec.type;
  const part = (number: number, sign: FormatSpec['sign']): string => {
    if (isPlain && spec.precision === null) {
      const text = floatRepr(Math.abs(number)).replace(/\.0$/, '');
      return (number < 0 || Object.is(number, -0) ? '-' : sign) + text;
    }
    return formatFloat(number, { ...spec, type, sign, width: 0, align: '', fill: '', zero: false }, value);
  };
  const imaginary = `${part(value.im, isPlain && value.re === 0 && !Object.is(value.re, -0) ? spec.sign : '+')}j`;
  if (isPlain && value.re === 0 && !Object.is(value.re, -0)) return pad(imaginary, spec, spec.align || '>');
  const text = `${part(value.re, spec.sign)}${imaginary}`;
  return pad(isPlain ? `(${text})` : text, spec, spec.align || '>');
}
