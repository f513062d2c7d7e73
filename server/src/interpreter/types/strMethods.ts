/** The methods of str and unicode. */
import { isAscii } from '../byteTexts.ts';
import { PyDict } from '../containers.ts';
import { isException, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { isTrue } from '../protocols/comparison.ts';
import { getItem, indexOf, sizeOf, textLength } from '../protocols/items.ts';
import { toArray } from '../protocols/iteration.ts';
import { formatMethod } from '../protocols/strFormat.ts';
import { receiving, typeOf } from '../pyType.ts';
import { beginPass, grow, pythonVersion, runtime, turn } from '../runtime.ts';
import { builtin, method, type NativeBody } from '../signature.ts';
import { PyBuiltin, PyList, PyTuple, type PyType, PyUnicode, type Value } from '../values.ts';
import { encodeText } from './bytesType.ts';
import { decodePython2, encodePython2 } from './python2Codecs.ts';
import { asText, like, likeAny } from './textValues.ts';
import { firstWords, lastWords, onlySpaces } from './whiteSpace.ts';

/** The text that a method passes over. */
function text(value: Value): string {
  const found = asText(value)!;
  beginPass(found.length);
  return found;
}

function textArgument(value: Value, what: string): string {
  return asText(value) ?? raiseTypeError(`${what} must be str, not ${typeOf(value).name}`.trimStart());
}

const lineEnds = '\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029';
const lineEnd = new RegExp(`(?:\\r\\n|[${lineEnds}])$`, 'u');
const lines = new RegExp(`[^${lineEnds}]*(?:\\r\\n|[${lineEnds}])|[^${lineEnds}]+$`, 'gu');

const characterSet = (characters: Value | undefined): string | null =>
  characters === undefined || characters === null
    ? null
    : (asText(characters) ?? raiseTypeError('strip arg must be None or str'));

function stripText(self: Value, characters: Value | undefined, sides: 'left' | 'right' | 'both'): Value {
  const set = characterSet(characters);
  const all = [...text(self)];
  const drops = (character: string): boolean =>
    set === null ? onlySpaces.test(character) : set.includes(character);
  let start = 0;
  let end = all.length;
  if (sides !== 'right') while (start < end && drops(all[start]!)) start++;
  if (sides !== 'left') while (end > start && drops(all[end - 1]!)) end--;
  return like(self, all.slice(start, end).join(''));
}

function splitText(self: Value, separator: Value | undefined, limit: Value | undefined): Value {
  return new PyList(splitParts(self, separator, limit, { fromRight: false }).map((part) => like(self, part)));
}

function splitParts(
  self: Value,
  separator: Value | undefined,
  limit: Value | undefined,
  { fromRight }: { readonly fromRight: boolean },
): string[] {
  const most = limit === undefined ? -1 : sizeOf(limit);
  if (separator === undefined || separator === null)
    return fromRight ? lastWords(text(self), most) : firstWords(text(self), most);
  const mark = asText(separator) ?? raiseTypeError(`must be str or None, not ${typeOf(separator).name}`);
  if (mark === '') raiseValueError('empty separator');
  if (!fromRight) return splitAt(text(self), mark, most);
  const parts = text(self).split(mark);
  if (most < 0 || parts.length <= most + 1) return parts;
  const cut = parts.length - most;
  return [parts.slice(0, cut).join(mark), ...parts.slice(cut)];
}

/** The parts between the first `most` marks, and the rest; below 0: between all marks. */
function splitAt(source: string, mark: string, most: number): string[] {
  const parts = source.split(mark);
  if (most < 0 || parts.length <= most + 1) return parts;
  return [...parts.slice(0, most), parts.slice(most).join(mark)];
}

function splitLines(self: Value, keepEnds: Value | undefined): Value {
  const pieces = text(self).match(lines);
  const keep = keepEnds !== undefined && isTrue(keepEnds);
  return new PyList((pieces ?? []).map((piece) => like(self, keep ? piece : piece.replace(lineEnd, ''))));
}

function join(self: Value, items: Value): Value {
  const values = toArray(items);
  const parts = values.map((item, index) => {
    const part = asText(item);
    const expected = pythonVersion() === 2 ? 'expected string' : 'expected str instance';
    return part ?? raiseTypeError(`sequence item ${index}: ${expected}, ${typeOf(item).name} found`);
  });
  const mark = text(self);
  grow(parts.reduce((sum, part) => sum + part.length + mark.length, 0));
  return likeAny([self, ...values], parts.join(mark));
}

/** The part of a text that `start` and `end` (counting code points) mean; null where it can not even be empty. */
function within(self: Value, limits: readonly (Value | undefined)[]): { part: string; start: number } | null {
  const source = text(self);
  const [from, to] = limits;
  if (from === undefined && to === undefined) return { part: source, start: 0 };
  const length = textLength(source);
  const bound = (value: Value | undefined, missing: number): number => {
    if (value === undefined || value === null) return missing;
    const index = Number(indexOf(value));
    return Math.max(0, index < 0 ? index + length : index);
  };
  const start = bound(from, 0);
  const end = Math.min(length, bound(to, length));
  if (start > end) return null;
  const isPlain = length === source.length;
  return { part: isPlain ? source.slice(start, end) : [...source].slice(start, end).join(''), start };
}

function find(
  self: Value,
  part: Value,
  limits: readonly (Value | undefined)[],
  { fromRight }: { readonly fromRight: boolean },
): number {
  const needle = textArgument(part, '');
  const range = within(self, limits);
  if (!range) return -1;
  const index = fromRight ? range.part.lastIndexOf(needle) : range.part.indexOf(needle);
  return index < 0 ? -1 : range.start + textLength(range.part.slice(0, index));
}

function affix(
  self: Value,
  given: Value,
  where: 'startswith' | 'endswith',
  limits: readonly (Value | undefined)[],
): boolean {
  const options = given instanceof PyTuple ? given.items : [given];
  const range = within(self, limits);
  return options.some((option) => {
    const part = asText(option);
    if (part === null) {
      const kinds = pythonVersion() === 2 ? 'str, unicode, or tuple' : 'str or a tuple of str';
      return raiseTypeError(`${where} first arg must be ${kinds}, not ${typeOf(option).name}`);
    }
    if (!range) return false;
    return where === 'startswith' ? range.part.startsWith(part) : range.part.endsWith(part);
  });
}

/** A text put around every character, at most so often. */
function interleave(source: string, fresh: string, most: number): string {
  const characters = [...source];
  const times = most < 0 ? characters.length + 1 : most;
  let result = times > 0 ? fresh : '';
  for (const [index, character] of characters.entries()) {
    result += character + (index + 1 < times ? fresh : '');
  }
  return result;
}

function replace(self: Value, from: Value, to: Value, count: Value | undefined): Value {
  const [old, fresh] = [textArgument(from, 'replace() argument 1'), textArgument(to, 'replace() argument 2')];
  const most = count === undefined ? -1 : sizeOf(count);
  const source = text(self);
  if (old === '') return likeAny([self, from, to], interleave(source, fresh, most));
  return likeAny([self, from, to], splitAt(source, old, most).join(fresh));
}

function justify(
  self: Value,
  width: Value,
  fill: Value | undefined,
  side: 'left' | 'right' | 'center',
): Value {
  const character = fill === undefined ? ' ' : textArgument(fill, 'The fill character');
  if (textLength(character) !== 1) raiseTypeError('The fill character must be exactly one character long');
  const missing = sizeOf(width) - textLength(text(self));
  if (missing <= 0) return self;
  runtime().allocate(missing);
  const left =
    side === 'left' ? 0 : side === 'right' ? missing : (missing >> 1) + (missing & sizeOf(width) & 1);
  return like(self, character.repeat(left) + text(self) + character.repeat(missing - left));
}

function zeroFill(self: Value, width: Value): Value {
  const source = text(self);
  const missing = Math.max(0, sizeOf(width) - textLength(source));
  runtime().allocate(missing);
  const sign = /^[+-]/.test(source) ? source[0]! : '';
  return like(self, sign + '0'.repeat(missing) + source.slice(sign.length));
}

function partition(self: Value, separator: Value, fromRight: boolean): Value {
  const mark = textArgument(separator, '');
  if (mark === '') raiseValueError('empty separator');
  const source = text(self);
  const index = fromRight ? source.lastIndexOf(mark) : source.indexOf(mark);
  const parts =
    index >= 0
      ? [source.slice(0, index), mark, source.slice(index + mark.length)]
      : fromRight
        ? ['', '', source]
        : [source, '', ''];
  return new PyTuple(parts.map((part) => like(self, part)));
}

const titleCase = (source: string): string =>
  source.toLowerCase().replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1));

function capitalize(source: string): string {
  const [first = ''] = source;
  return first.toUpperCase() + source.slice(first.length).toLowerCase();
}

function swapCase(source: string): string {
  const characters = [...source];
  // Of the whole text: a final sigma is another letter than one within a word.
  const lower = [...source.toLowerCase()];
  const isAligned = lower.length === characters.length;
  return characters
    .map((each, index) => {
      if (each !== each.toUpperCase()) return each.toUpperCase();
      return isAligned ? lower[index]! : each.toLowerCase();
    })
    .join('');
}

function expandTabs(source: string, size: number): string {
  if (!source.includes('\t')) return source;
  let column = 0;
  let result = '';
  for (const character of source) {
    turn();
    if (character === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0;
      result += ' '.repeat(spaces);
      column += spaces;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}

function translate(self: Value, table: Value): Value {
  let result = '';
  for (const character of text(self)) {
    turn();
    const mapped = translation(table, character.codePointAt(0)!);
    if (mapped === undefined) result += character;
    else if (typeof mapped === 'number') result += String.fromCodePoint(mapped);
    else if (mapped !== null) {
      result += asText(mapped) ?? raiseTypeError('character mapping must return integer, None or str');
    }
  }
  return like(self, result);
}

/** Python 2's `translate` of a byte string: a table of 256 bytes or None, and bytes to leave out. */
function translateBytes(self: Value, table: Value, dropped: Value | undefined): Value {
  const target = table === null ? null : textArgument(table, 'translate() argument 1');
  if (target !== null && target.length !== 256) {
    raiseValueError('translation table must be 256 characters long');
  }
  const left = dropped === undefined ? '' : textArgument(dropped, 'translate() argument 2');
  let result = '';
  for (const byte of text(self)) {
    if (!left.includes(byte)) result += target === null ? byte : target[byte.charCodeAt(0)]!;
  }
  return result;
}

function translation(table: Value, point: number): Value | undefined {
  if (table instanceof PyDict && table.cls === null) return table.table.get(point);
  try {
    return getItem(table, point);
  } catch (error) {
    if (isException(error, 'LookupError')) return undefined;
    throw error;
  }
}

function makeTranslation(from: Value, to: Value | undefined, dropped: Value | undefined): Value {
  const dict = new PyDict();
  if (to === undefined) {
    if (!(from instanceof PyDict)) {
      return raiseTypeError('if you give only one argument to maketrans it must be a dict');
    }
    for (const { key, value } of from.table.entries()) {
      dict.table.set(typeof key === 'string' ? key.codePointAt(0)! : key, value);
    }
    return dict;
  }
  const targets = [...textArgument(to, 'maketrans() argument 2')];
  const sources = [...textArgument(from, 'the first maketrans argument')];
  if (targets.length !== sources.length) {
    raiseValueError('the first two maketrans arguments must have equal length');
  }
  for (const [index, character] of sources.entries()) {
    dict.table.set(character.codePointAt(0)!, targets[index]!.codePointAt(0)!);
  }
  for (const character of dropped === undefined ? '' : textArgument(dropped, 'maketrans() argument 3')) {
    dict.table.set(character.codePointAt(0)!, null);
  }
  return dict;
}

const every = (pattern: RegExp) => (self: Value) => pattern.test(text(self));
const hasCase = (source: string): boolean => source.toLowerCase() !== source.toUpperCase();

function occurrences(source: string, part: string): number {
  let count = 0;
  for (let at = source.indexOf(part); at >= 0; at = source.indexOf(part, at + part.length)) {
    count++;
    turn();
  }
  return count;
}

/** By signature. */
const methods: Readonly<Record<string, NativeBody>> = {
  'upper()': (self: Value) => like(self, text(self).toUpperCase()),
  'lower()': (self: Value) => like(self, text(self).toLowerCase()),
  'casefold()': (self: Value) => like(self, text(self).toLowerCase().replaceAll('ß', 'ss')),
  'title()': (self: Value) => like(self, titleCase(text(self))),
  'capitalize()': (self: Value) => like(self, capitalize(text(self))),
  'swapcase()': (self: Value) => like(self, swapCase(text(self))),
  'strip(chars?, /)': (self: Value, chars?: Value) => stripText(self, chars, 'both'),
  'lstrip(chars?, /)': (self: Value, chars?: Value) => stripText(self, chars, 'left'),
  'rstrip(chars?, /)': (self: Value, chars?: Value) => stripText(self, chars, 'right'),
  'split(sep?, maxsplit?)': splitText,
  'rsplit(sep?, maxsplit?)': (self: Value, separator?: Value, limit?: Value) =>
    new PyList(splitParts(self, separator, limit, { fromRight: true }).map((part) => like(self, part))),
  'splitlines(keepends?)': splitLines,
  'join(iterable, /)': join,
  'find(sub, start?, end?, /)': (self: Value, part: Value, start?: Value, end?: Value) =>
    find(self, part, [start, end], { fromRight: false }),
  'rfind(sub, start?, end?, /)': (self: Value, part: Value, start?: Value, end?: Value) =>
    find(self, part, [start, end], { fromRight: true }),
  'index(sub, start?, end?, /)': (self: Value, part: Value, start?: Value, end?: Value) => {
    const index = find(self, part, [start, end], { fromRight: false });
    return index < 0 ? raiseValueError('substring not found') : index;
  },
  'rindex(sub, start?, end?, /)': (self: Value, part: Value, start?: Value, end?: Value) => {
    const index = find(self, part, [start, end], { fromRight: true });
    return index < 0 ? raiseValueError('substring not found') : index;
  },
  'count(sub, start?, end?, /)': (self: Value, part: Value, from?: Value, to?: Value) => {
    const needle = textArgument(part, '');
    const range = within(self, [from, to]);
    if (!range) return 0;
    return needle === '' ? textLength(range.part) + 1 : occurrences(range.part, needle);
  },
  'startswith(prefix, start?, end?, /)': (self: Value, part: Value, start?: Value, end?: Value) =>
    affix(self, part, 'startswith', [start, end]),
  'endswith(suffix, start?, end?, /)': (self: Value, part: Value, start?: Value, end?: Value) =>
    affix(self, part, 'endswith', [start, end]),
  'replace(old, new, count?, /)': replace,
  'removeprefix(prefix, /)': (self: Value, part: Value) =>
    like(
      self,
      text(self).startsWith(textArgument(part, 'removeprefix() argument'))
        ? text(self).slice(text(part).length)
        : text(self),
    ),
  'removesuffix(suffix, /)': (self: Value, part: Value) =>
    textArgument(part, 'removesuffix() argument') !== '' && text(self).endsWith(text(part))
      ? like(self, text(self).slice(0, -text(part).length))
      : self,
  'ljust(width, fillchar?, /)': (self: Value, width: Value, fill?: Value) =>
    justify(self, width, fill, 'left'),
  'rjust(width, fillchar?, /)': (self: Value, width: Value, fill?: Value) =>
    justify(self, width, fill, 'right'),
  'center(width, fillchar?, /)': (self: Value, width: Value, fill?: Value) =>
    justify(self, width, fill, 'center'),
  'zfill(width, /)': zeroFill,
  'partition(sep, /)': (self: Value, separator: Value) => partition(self, separator, false),
  'rpartition(sep, /)': (self: Value, separator: Value) => partition(self, separator, true),
  'expandtabs(tabsize?)': (self: Value, size?: Value) =>
    like(self, expandTabs(text(self), size === undefined ? 8 : sizeOf(size))),
  'translate(table, deletechars?, /)': (self: Value, table: Value, dropped?: Value) =>
    pythonVersion() === 2 && !(self instanceof PyUnicode)
      ? translateBytes(self, table, dropped)
      : translate(self, table),
  'isdigit()': every(/^[\p{Nd}²³¹⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐❶-❾➀-➈➊-➒]+$/u),
  'isdecimal()': every(/^\p{Nd}+$/u),
  'isnumeric()': every(/^[\p{N}〇一二三四五六七八九十百千万萬億兆零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟两兩]+$/u),
  'isalpha()': every(/^\p{L}+$/u),
  'isalnum()': every(/^[\p{L}\p{N}]+$/u),
  'isspace()': every(onlySpaces),
  'isascii()': (self: Value) => [...text(self)].every((each) => each.codePointAt(0)! < 128),
  'isidentifier()': every(/^[\p{XID_Start}_]\p{XID_Continue}*$/u),
  'isprintable()': every(/^(?:[^\p{C}\p{Z}]| )*$/u),
  'isupper()': (self: Value) => hasCase(text(self)) && text(self) === text(self).toUpperCase(),
  'islower()': (self: Value) => hasCase(text(self)) && text(self) === text(self).toLowerCase(),
  'istitle()': (self: Value) => hasCase(text(self)) && text(self) === titleCase(text(self)),
  'encode(encoding?, errors?)': (self: Value, encoding?: Value, errors?: Value) =>
    pythonVersion() === 2 ? encodePython2(self, encoding, errors) : encodeText(text(self), encoding, errors),
  'decode(encoding?, errors?)': decodePython2,
  'format_map(mapping, /)': (self: Value, mapping: Value) =>
    like(
      self,
      formatMethod(text(self), [], (name) => getItem(mapping, name)),
    ),
};

/** Methods that Python 2's str does not have. */
const python3Methods = [
  ...['casefold', 'isascii', 'isidentifier', 'isprintable', 'isnumeric', 'isdecimal', 'format_map'],
  ...['removeprefix', 'removesuffix', 'maketrans'],
];

/** What they know of letters and white space they know in Python 2's byte strings of ASCII only. */
const asciiMethods: ReadonlySet<string> = new Set([
  ...['upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit'],
  ...['splitlines', 'isalpha', 'isalnum', 'isdigit', 'isspace', 'isupper', 'islower', 'istitle'],
]);

/** Bytes beyond ASCII as characters of private use, which are no letters and no white space; and back. */
const hidden = (bytes: string): string =>
  bytes.replace(/[\x80-\xff]/g, (unit) => String.fromCharCode(0xe000 + unit.charCodeAt(0)));
const shown = (text: string): string =>
  text.replace(/[\ue080-\ue0ff]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xe000));

function shownAgain(result: Value): Value {
  if (typeof result === 'string') return shown(result);
  return result instanceof PyList ? new PyList(result.items.map(shownAgain)) : result;
}

/** A method that takes a byte string of Python 2 for ASCII. */
function ofAscii(body: NativeBody): NativeBody {
  const run = body as unknown as (...args: (Value | undefined)[]) => Value;
  return ((self: Value, ...rest: (Value | undefined)[]) => {
    const isBytes = pythonVersion() === 2 && typeof self === 'string' && !isAscii(self);
    if (!isBytes || rest.some((each) => each !== undefined && asText(each) !== null)) {
      return run(self, ...rest);
    }
    return shownAgain(run(hidden(self), ...rest));
  }) as unknown as NativeBody;
}

/** Puts the methods into a type. */
export function addTextMethods(type: PyType): void {
  for (const [signature, body] of Object.entries(methods)) {
    const name = signature.slice(0, signature.indexOf('('));
    const chosen = asciiMethods.has(name) ? ofAscii(body) : body;
    const made = receiving(type, method(signature, chosen, type.name));
    type.namespace.set(made.name, made);
  }
  const format = new PyBuiltin(
    'format',
    (args, keywords) => {
      const [self, ...rest] = args as [Value, ...Value[]];
      return like(
        self,
        formatMethod(text(self), rest, (name) => keywords?.get(name)),
      );
    },
    { bindsSelf: true },
  );
  type.namespace.set('format', receiving(type, format));
  type.namespace.set('maketrans', builtin('maketrans(x, y?, z?, /)', makeTranslation));
  for (const name of python3Methods) type.pythonOfName.set(name, 3);
  type.pythonOfName.set('decode', 2);
}
