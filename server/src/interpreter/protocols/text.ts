/** `repr` and `str` of any value, and the texts of numbers and strings. */
import { raiseTypeError } from '../exceptions.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { pythonVersion, turn } from '../runtime.ts';
import { PyFloat, PyUnicode, unboxed, type Value } from '../values.ts';
import { callUnary } from './calls.ts';
import { identityOf } from './hashing.ts';
import { integerText, isLong } from './numbers.ts';

/** `repr(value)`. */
export function repr(value: Value): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
      return String(value);
    case 'bigint':
      return isLong(value) ? `${value}L` : integerText(value);
  }
  if (value === null) return 'None';
  if (value instanceof PyFloat) return floatRepr(value.value);
  const method = lookupInType(typeOf(value), '__repr__');
  if (method === undefined || method === null) return defaultRepr(value);
  return textResult(callUnary(method, value), '__repr__');
}

function textResult(result: Value, name: string): string {
  const plain = unboxed(result);
  if (typeof plain === 'string') return plain;
  if (plain instanceof PyUnicode) return plain.value;
  return raiseTypeError(`${name} returned non-string (type ${typeOf(result).name})`);
}

/** `<module.Name object at 0x…>`. */
export function defaultRepr(value: object): string {
  const type = typeOf(value);
  const name = pythonVersion() === 3 ? type.qualifiedName : type.name;
  const full = type.module === 'builtins' ? name : `${type.module}.${name}`;
  return `<${full} ${type.isOldStyle ? 'instance' : 'object'} at ${address(value)}>`;
}

/** What stands for the address of an object: different for each, the same in every run. */
export const address = (value: object): string => `0x${(0x7f0000000000 + identityOf(value)).toString(16)}`;

/** `str(value)`. */
export function str(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return repr(value);
  if (typeof value === 'bigint') return integerText(value);
  if (value instanceof PyFloat) return floatStr(value.value);
  const type = typeOf(value);
  const method = lookupInType(type, '__str__');
  if (method === undefined || method === null) return repr(value);
  return textResult(callUnary(method, value), '__str__');
}

/** CPython's `repr` of a float: the shortest digits that read back, an exponent below 1e-4 and from 1e16. */
export function floatRepr(value: number): string {
  if (!Number.isFinite(value)) return specialFloat(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [digits, exponentText] = value.toExponential().split('e') as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) return `${digits}e${exponentOf(exponent)}`;
  const plain = exponent < 0 ? fromDigits(digits, exponent) : plainText(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

const plainText = (value: number): string => String(value);

function fromDigits(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(-exponent - 1)}${digits.replace('-', '').replace('.', '')}`;
}

/** `+16`, `-05`: a sign and at least two digits. */
export function exponentOf(exponent: number): string {
  return `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

export function specialFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}

/** `str` of a float: in Python 2 with 12 significant digits. */
export function floatStr(value: number): string {
  if (pythonVersion() === 3 || !Number.isFinite(value)) return floatRepr(value);
  if (value === 0) return floatRepr(value);
  const [digits, exponentText] = value.toExponential(11).split('e') as [string, string];
  const exponent = Number(exponentText);
  // One digit less than the 12, because ".0" has to fit.
  if (exponent < -4 || exponent >= 11) return `${trimZeros(digits)}e${exponentOf(exponent)}`;
  const fixed = trimZeros(value.toFixed(11 - exponent));
  return fixed.includes('.') ? fixed : `${fixed}.0`;
}

const trimZeros = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

/** A string literal as `repr` writes it: single quotes unless that needs an escape. */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const character of text) body += escapeCharacter(character, mark);
  return `${mark}${body}${mark}`;
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function escapeCharacter(character: string, mark: string): string {
  if (character === mark) return `\\${mark}`;
  const short = shortEscapes.get(character);
  if (short !== undefined) return short;
  const point = character.codePointAt(0)!;
  if (point >= 0x20 && point < 0x7f) return character;
  if (pythonVersion() === 2) return escapePoint(point);
  return isPrintable(character) ? character : escapePoint(point);
}

const isPrintable = (character: string): boolean => /[^\p{C}\p{Z}]/u.test(character);

/** `\xe9`, `\u2028`, `\U0001f600`. */
export function escapePoint(point: number): string {
  const hex = point.toString(16);
  if (point < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return point < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** `ascii(value)`. */
export function ascii(value: Value): string {
  return [...repr(value)]
    .map((character) =>
      character.codePointAt(0)! < 0x80 ? character : escapePoint(character.codePointAt(0)!),
    )
    .join('');
}

/** `repr` of a unicode literal of Python 2, without the prefix. */
export function quoteUnicode(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const short = character === mark ? `\\${mark}` : shortEscapes.get(character);
    body += short ?? (point >= 0x20 && point < 0x7f ? character : escapePoint(point));
  }
  return `${mark}${body}${mark}`;
}

const inProgress = new Set<object>();

/** The text of a container, or `recursive` where it holds itself. */
export function reprGuarded(container: object, recursive: string, body: () => string): string {
  if (inProgress.has(container)) return recursive;
  inProgress.add(container);
  turn();
  try {
    return body();
  } finally {
    inProgress.delete(container);
  }
}
