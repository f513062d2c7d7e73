/**
 * The methods that bytes and bytearray share with str. They work on *byte texts*: strings with one character for each byte.
 * Letters, digits and white space are ASCII's.
 */
import { raiseIndexError, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { isTrue } from '../protocols/comparison.ts';
import { indexOf, sizeOf, tryIndex } from '../protocols/items.ts';
import { toArray } from '../protocols/iteration.ts';
import { typeOf } from '../pyType.ts';
import { beginPass, grow, runtime, turn } from '../runtime.ts';
import type { NativeBody } from '../signature.ts';
import { PyBytes, PyList, PyTuple, type Value } from '../values.ts';

/** One character for each byte. */
export function byteText(bytes: PyBytes): string {
  let text = '';
  beginPass(bytes.data.length);
  for (let at = 0; at < bytes.data.length; at += 8192) {
    text += String.fromCharCode(...bytes.data.subarray(at, at + 8192));
    turn();
  }
  return text;
}

/** The bytes of a byte text. */
export function bytesOfText(text: string): Uint8Array {
  const data = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) data[at] = text.charCodeAt(at);
  return data;
}

/** Makes a result of the type of the receiver. */
export type MakeBytes = (data: Uint8Array) => PyBytes;

function argument(value: Value): string {
  if (value instanceof PyBytes) return byteText(value);
  return raiseTypeError(`a bytes-like object is required, not '${typeOf(value).name}'`);
}

/** Bytes, or one byte as a number. */
function needle(value: Value): string {
  if (value instanceof PyBytes) return byteText(value);
  const byte = tryIndex(value);
  if (byte === undefined) {
    return raiseTypeError(`argument should be integer or bytes-like object, not '${typeOf(value).name}'`);
  }
  if (byte < 0 || byte > 255) raiseValueError('byte must be in range(0, 256)');
  return String.fromCharCode(Number(byte));
}

function bounds(length: number, start: Value | undefined, end: Value | undefined): [number, number] {
  const bound = (value: Value | undefined, missing: number): number => {
    if (value === undefined || value === null) return missing;
    const index = Number(indexOf(value));
    return Math.max(0, index < 0 ? index + length : index);
  };
  return [bound(start, 0), Math.min(length, bound(end, length))];
}

type Limits = readonly [start: Value | undefined, end: Value | undefined];

function find(
  self: PyBytes,
  part: Value,
  limits: Limits,
  { fromRight }: { readonly fromRight: boolean },
): number {
  const [start, end] = bounds(self.data.length, ...limits);
  const wanted = needle(part);
  if (start > end) return -1;
  const within = byteText(self).slice(start, end);
  const at = fromRight ? within.lastIndexOf(wanted) : within.indexOf(wanted);
  return at < 0 ? -1 : at + start;
}

const found = (at: number): number => (at < 0 ? raiseValueError('subsection not found') : at);

function hasAffix(self: PyBytes, affix: Value, name: 'startswith' | 'endswith', limits: Limits): boolean {
  const [start, end] = bounds(self.data.length, ...limits);
  const within = byteText(self).slice(start, end);
  const parts = affix instanceof PyTuple ? affix.items : [affix];
  return parts.some((part) => {
    if (!(part instanceof PyBytes)) {
      raiseTypeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeOf(part).name}`);
    }
    return name === 'startswith' ? within.startsWith(byteText(part)) : within.endsWith(byteText(part));
  });
}

const spaces = '\t\n\v\f\r ';

function strip(text: string, characters: Value | undefined, sides: 'left' | 'right' | 'both'): string {
  const set = characters === undefined || characters === null ? spaces : argument(characters);
  let [start, end] = [0, text.length];
  if (sides !== 'right') while (start < end && set.includes(text[start]!)) start++;
  if (sides !== 'left') while (end > start && set.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}

function splitWords(text: string, most: number): string[] {
  const words: string[] = [];
  let rest = strip(text, undefined, 'left');
  while (rest !== '') {
    if (words.length === most) return [...words, strip(rest, undefined, 'right')];
    const end = rest.search(/[\t-\r ]/);
    words.push(end < 0 ? rest : rest.slice(0, end));
    rest = end < 0 ? '' : strip(rest.slice(end), undefined, 'left');
  }
  return words;
}

const reversed = (text: string): string => text.split('').reverse().join('');

function split(text: string, separator: Value | undefined, limit: Value | undefined): string[] {
  const most = limit === undefined ? -1 : sizeOf(limit);
  if (separator === undefined || separator === null) return splitWords(text, most);
  const mark = argument(separator);
  if (mark === '') raiseValueError('empty separator');
  const parts = text.split(mark);
  return most < 0 || parts.length <= most + 1
    ? parts
    : [...parts.slice(0, most), parts.slice(most).join(mark)];
}

/** From the right: the reversed text split from the left. */
function splitRight(text: string, separator: Value | undefined, limit: Value | undefined): string[] {
  const mark =
    separator === undefined || separator === null
      ? separator
      : new PyBytes(bytesOfText(reversed(argument(separator))));
  return split(reversed(text), mark, limit).map(reversed).reverse();
}

function partition(text: string, separator: Value, fromRight: boolean): string[] {
  const mark = argument(separator);
  if (mark === '') raiseValueError('empty separator');
  const at = fromRight ? text.lastIndexOf(mark) : text.indexOf(mark);
  if (at >= 0) return [text.slice(0, at), mark, text.slice(at + mark.length)];
  return fromRight ? ['', '', text] : [text, '', ''];
}

function replace(text: string, old: Value, replacement: Value, limit: Value | undefined): string {
  const [from, to] = [argument(old), argument(replacement)];
  const most = limit === undefined || Number(indexOf(limit)) < 0 ? Number.POSITIVE_INFINITY : sizeOf(limit);
  const parts = from === '' ? ['', ...text.split(''), ''] : text.split(from);
  const times = Math.min(most, parts.length - 1);
  runtime().allocate(text.length + times * to.length);
  return (
    parts.slice(0, times + 1).join(to) +
    parts
      .slice(times + 1)
      .map((part) => from + part)
      .join('')
  );
}

function justify(
  text: string,
  width: Value,
  fill: Value | undefined,
  side: 'left' | 'right' | 'center',
): string {
  const missing = Math.max(0, sizeOf(width) - text.length);
  runtime().allocate(missing);
  const character = fill === undefined ? ' ' : argument(fill);
  if (character.length !== 1)
    raiseTypeError(
      `${side === 'center' ? 'center' : side === 'left' ? 'ljust' : 'rjust'}() argument 2 must be a byte string of length 1, not bytes`,
    );
  const left =
    side === 'left' ? 0 : side === 'right' ? missing : (missing >> 1) + (missing & sizeOf(width) & 1);
  return character.repeat(left) + text + character.repeat(missing - left);
}

function zeroFill(text: string, width: Value): string {
  const missing = Math.max(0, sizeOf(width) - text.length);
  runtime().allocate(missing);
  const sign = /^[+-]/.test(text) ? text[0]! : '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

const upper = (text: string): string => text.replace(/[a-z]+/g, (part) => part.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]+/g, (part) => part.toLowerCase());
const title = (text: string): string =>
  text.replace(/[A-Za-z]+/g, (word) => upper(word[0]!) + lower(word.slice(1)));
const swapCase = (text: string): string =>
  text.replace(/[A-Za-z]/g, (each) => (each < 'a' ? lower(each) : upper(each)));

function expandTabs(text: string, size: number): string {
  let column = 0;
  return text.replace(/[^\t\n\r]+|\t|[\n\r]/g, (part) => {
    if (part === '\n' || part === '\r') column = 0;
    if (part !== '\t') {
      if (part !== '\n' && part !== '\r') column += part.length;
      return part;
    }
    const missing = size > 0 ? size - (column % size) : 0;
    column += missing;
    return ' '.repeat(missing);
  });
}

function join(self: PyBytes, items: Value): string {
  const parts = toArray(items).map((item, index) =>
    item instanceof PyBytes
      ? item
      : raiseTypeError(`sequence item ${index}: expected a bytes-like object, ${typeOf(item).name} found`),
  );
  runtime().allocate(parts.reduce((sum, part) => sum + part.data.length + self.data.length, 0));
  return parts.map(byteText).join(byteText(self));
}

function translate(self: PyBytes, table: Value, dropped: Value | undefined): string {
  const map = table === null ? null : argument(table);
  if (map !== null && map.length !== 256) raiseValueError('translation table must be 256 characters long');
  const gone = dropped === undefined ? '' : argument(dropped);
  let result = '';
  for (const character of byteText(self)) {
    if (!gone.includes(character)) result += map === null ? character : map[character.charCodeAt(0)]!;
  }
  return result;
}

/** `bytes.maketrans`. */
export function makeTranslation(from: Value, to: Value): PyBytes {
  const [sources, targets] = [argument(from), argument(to)];
  if (sources.length !== targets.length) raiseValueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (let at = 0; at < sources.length; at++) table[sources.charCodeAt(at)] = targets.charCodeAt(at);
  return new PyBytes(table);
}

/** The bytes that a text of hexadecimal digits writes. */
export function fromHex(digits: Value): Uint8Array {
  if (typeof digits !== 'string') {
    return raiseTypeError(`fromhex() argument must be str, not ${typeOf(digits).name}`);
  }
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; ) {
    if (/[\t-\r ]/.test(digits[at]!)) {
      at++;
      continue;
    }
    const wrong = [0, 1].find((next) => !/[0-9a-fA-F]/.test(digits[at + next] ?? ''));
    if (wrong !== undefined) {
      raiseValueError(`non-hexadecimal number found in fromhex() arg at position ${at + wrong}`);
    }
    bytes.push(Number.parseInt(digits.slice(at, at + 2), 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}

function hex(self: PyBytes, separator: Value | undefined, group: Value | undefined): string {
  // A text of two digits for each byte, in an array.
  grow(self.data.length * 16);
  const digits = Array.from(self.data, (byte) => {
    turn();
    return byte.toString(16).padStart(2, '0');
  });
  if (separator === undefined || digits.length === 0) return digits.join('');
  const mark = separator instanceof PyBytes ? byteText(separator) : separator;
  if (typeof mark !== 'string') return raiseTypeError('sep must be str or bytes.');
  if (mark.length !== 1) raiseValueError('sep must be length 1.');
  const size = group === undefined ? 1 : sizeOf(group);
  if (size === 0) return digits.join('');
  const step = Math.abs(size);
  const lead = size > 0 ? digits.length % step : 0;
  const groups = lead > 0 ? [digits.slice(0, lead).join('')] : [];
  for (let at = lead; at < digits.length; at += step, turn())
    groups.push(digits.slice(at, at + step).join(''));
  return groups.join(mark);
}

const every = (pattern: RegExp) => (self: PyBytes) => pattern.test(byteText(self));

/** The methods by signature; `make` gives a value of the type that has them. */
export function bytesMethods(make: MakeBytes): Readonly<Record<string, NativeBody>> {
  const made = (text: string): PyBytes => make(bytesOfText(text));
  const list = (parts: readonly string[]): PyList => new PyList(parts.map(made));
  const tuple = (parts: readonly string[]): PyTuple => new PyTuple(parts.map(made));
  const changing = (change: (text: string) => string) => (self: PyBytes) => made(change(byteText(self)));
  return {
    'hex(sep?, bytes_per_sep?)': hex,
    'count(sub, start?, end?, /)': (self: PyBytes, part: Value, start?: Value, end?: Value) => {
      const [from, to] = bounds(self.data.length, start, end);
      const wanted = needle(part);
      if (from > to) return 0;
      const within = byteText(self).slice(from, to);
      return wanted === '' ? within.length + 1 : within.split(wanted).length - 1;
    },
    'find(sub, start?, end?, /)': (self: PyBytes, part: Value, start?: Value, end?: Value) =>
      find(self, part, [start, end], { fromRight: false }),
    'rfind(sub, start?, end?, /)': (self: PyBytes, part: Value, start?: Value, end?: Value) =>
      find(self, part, [start, end], { fromRight: true }),
    'index(sub, start?, end?, /)': (self: PyBytes, part: Value, start?: Value, end?: Value) =>
      found(find(self, part, [start, end], { fromRight: false })),
    'rindex(sub, start?, end?, /)': (self: PyBytes, part: Value, start?: Value, end?: Value) =>
      found(find(self, part, [start, end], { fromRight: true })),
    'startswith(prefix, start?, end?, /)': (self: PyBytes, part: Value, start?: Value, end?: Value) =>
      hasAffix(self, part, 'startswith', [start, end]),
    'endswith(suffix, start?, end?, /)': (self: PyBytes, part: Value, start?: Value, end?: Value) =>
      hasAffix(self, part, 'endswith', [start, end]),
    'strip(chars?, /)': (self: PyBytes, set?: Value) => made(strip(byteText(self), set, 'both')),
    'lstrip(chars?, /)': (self: PyBytes, set?: Value) => made(strip(byteText(self), set, 'left')),
    'rstrip(chars?, /)': (self: PyBytes, set?: Value) => made(strip(byteText(self), set, 'right')),
    'split(sep?, maxsplit?)': (self: PyBytes, mark?: Value, most?: Value) =>
      list(split(byteText(self), mark, most)),
    'rsplit(sep?, maxsplit?)': (self: PyBytes, mark?: Value, most?: Value) =>
      list(splitRight(byteText(self), mark, most)),
    'splitlines(keepends?)': (self: PyBytes, keep?: Value) => {
      const lines = byteText(self).match(/[^\n\r]*(?:\r\n|\n|\r)|[^\n\r]+$/g) ?? [];
      const isKept = keep !== undefined && isTrue(keep);
      return list(isKept ? lines : lines.map((line) => line.replace(/(?:\r\n|\n|\r)$/, '')));
    },
    'partition(sep, /)': (self: PyBytes, mark: Value) => tuple(partition(byteText(self), mark, false)),
    'rpartition(sep, /)': (self: PyBytes, mark: Value) => tuple(partition(byteText(self), mark, true)),
    'replace(old, new, count?, /)': (self: PyBytes, old: Value, replacement: Value, most?: Value) =>
      made(replace(byteText(self), old, replacement, most)),
    'join(iterable, /)': (self: PyBytes, items: Value) => made(join(self, items)),
    'removeprefix(prefix, /)': (self: PyBytes, part: Value) => {
      const [text, prefix] = [byteText(self), argument(part)];
      return made(text.startsWith(prefix) ? text.slice(prefix.length) : text);
    },
    'removesuffix(suffix, /)': (self: PyBytes, part: Value) => {
      const [text, suffix] = [byteText(self), argument(part)];
      return made(suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text);
    },
    'ljust(width, fillchar?, /)': (self: PyBytes, width: Value, fill?: Value) =>
      made(justify(byteText(self), width, fill, 'left')),
    'rjust(width, fillchar?, /)': (self: PyBytes, width: Value, fill?: Value) =>
      made(justify(byteText(self), width, fill, 'right')),
    'center(width, fillchar?, /)': (self: PyBytes, width: Value, fill?: Value) =>
      made(justify(byteText(self), width, fill, 'center')),
    'zfill(width, /)': (self: PyBytes, width: Value) => made(zeroFill(byteText(self), width)),
    'expandtabs(tabsize?)': (self: PyBytes, size?: Value) =>
      made(expandTabs(byteText(self), size === undefined ? 8 : sizeOf(size))),
    'translate(table, /, delete?)': (self: PyBytes, table: Value, dropped?: Value) =>
      made(translate(self, table, dropped)),
    'upper()': changing(upper),
    'lower()': changing(lower),
    'title()': changing(title),
    'capitalize()': changing((text) => upper(text.slice(0, 1)) + lower(text.slice(1))),
    'swapcase()': changing(swapCase),
    'isalpha()': every(/^[A-Za-z]+$/),
    'isdigit()': every(/^[0-9]+$/),
    'isalnum()': every(/^[A-Za-z0-9]+$/),
    'isspace()': every(/^[\t-\r ]+$/),
    'isascii()': (self: PyBytes) => self.data.every((byte) => byte < 128),
    'isupper()': (self: PyBytes) => /[A-Z]/.test(byteText(self)) && !/[a-z]/.test(byteText(self)),
    'islower()': (self: PyBytes) => /[a-z]/.test(byteText(self)) && !/[A-Z]/.test(byteText(self)),
    'istitle()': (self: PyBytes) =>
      /[A-Za-z]/.test(byteText(self)) && title(byteText(self)) === byteText(self),
  };
}

/** The byte that a value is. */
export function byteOf(value: Value, what: 'bytes' | 'byte'): number {
  const byte = sizeOf(value);
  return byte >= 0 && byte < 256 ? byte : raiseValueError(`${what} must be in range(0, 256)`);
}

/** For `bytearray.pop` and its like. */
export const raiseEmpty = (): never => raiseIndexError('pop from empty bytearray');
