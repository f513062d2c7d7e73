/**
 * str and Python 2's unicode. Positions count code points. In Python 2 a str with text beyond ASCII is refused where
 * bytes and characters would differ (length, subscripts, iteration).
 */

import { PyDict } from '../containers.ts';
import { decodeBytes } from '../encodings.ts';
import { notSupported, raiseTypeError } from '../exceptions.ts';
import { callMethodOfType } from '../protocols/calls.ts';
import { compareText, holds } from '../protocols/comparison.ts';
import { formatText } from '../protocols/formatting.ts';
import { hash } from '../protocols/hashing.ts';
import { sequenceIndex, sliceWindow, takeWindow, tryIndex } from '../protocols/items.ts';
import { formatPercent } from '../protocols/percentFormat.ts';
import { quote, quoteUnicode, str } from '../protocols/text.ts';
import { countsInUnits } from '../protocols/textPositions.ts';
import { defineType, primitiveTypes, typeOf } from '../pyType.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import { utf8 } from '../utf8.ts';
import {
  type Keywords,
  NotImplemented,
  PyBoxed,
  PyBytes,
  PySlice,
  PyTuple,
  type PyType,
  PyUnicode,
  unboxed,
  type Value,
} from '../values.ts';
import { codecArgument, encodeText } from './bytesType.ts';
import { addTextMethods } from './strMethods.ts';
import { asText, like } from './textValues.ts';

/** The code points of a text, checked in Python 2. */
function characters(self: Value): readonly string[] {
  const text = asText(self)!;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant.
  if (/^[\x00-\x7f]*$/.test(text)) return text.split('');
  if (pythonVersion() === 2 && typeof self === 'string')
    notSupported('positions in a byte string that is not ASCII');
  return [...text];
}

function repeatText(self: Value, times: Value): Value {
  const count = tryIndex(times);
  if (count === undefined) return NotImplemented;
  const text = asText(self)!;
  const repeats = Math.max(0, Number(count));
  runtime().allocate(text.length * repeats);
  return like(self, text.repeat(repeats));
}

function getText(self: Value, index: Value): Value {
  const text = asText(self)!;
  if (countsInUnits(text)) {
    if (!(index instanceof PySlice)) return like(self, text[sequenceIndex(index, text.length, 'string')]!);
    const { start, step, count } = sliceWindow(index, text.length);
    if (step === 1) return like(self, text.slice(start, start + count));
  }
  const all = characters(self);
  if (index instanceof PySlice) return like(self, takeWindow(all, sliceWindow(index, all.length)).join(''));
  return like(self, all[sequenceIndex(index, all.length, 'string')]!);
}

function createText(type: unknown, args: readonly Value[], keywords: Keywords): Value {
  if (type !== strType) return new PyBoxed(type as PyType, createText(strType, args, keywords));
  if (args.length > 3) raiseTypeError(`str() takes at most 3 arguments (${args.length} given)`);
  const [value = keywords?.get('object'), encoding, errors] = args;
  const [name, handler] = [encoding ?? keywords?.get('encoding'), errors ?? keywords?.get('errors')];
  if (value === undefined) return '';
  if (name === undefined && handler === undefined) {
    if (pythonVersion() === 2 && value instanceof PyUnicode) encodeText(value.value, 'ascii');
    return str(value);
  }
  if (asText(value) !== null) raiseTypeError('decoding str is not supported');
  if (!(value instanceof PyBytes)) {
    raiseTypeError(`decoding to str: need a bytes-like object, ${typeOf(value).name} found`);
  }
  return decodeBytes(
    value.data,
    codecArgument(name, 'str', 'utf-8'),
    codecArgument(handler, 'str', 'strict'),
  );
}

const containsText = (self: Value, item: Value): boolean => {
  const text = asText(item);
  if (text === null) {
    return raiseTypeError(`'in <string>' requires string as left operand, not ${typeOf(item).name}`);
  }
  return asText(self)!.includes(text);
};

function compareTexts(self: Value, operator: Parameters<typeof holds>[0], other: Value): Value {
  const text = asText(other);
  return text === null ? NotImplemented : holds(operator, compareText(asText(self)!, text));
}

/** A byte string meets a unicode one in Python 2: it has to be ASCII. */
function requireAscii(a: Value, b: Value): void {
  if (typeof a === 'string' && b instanceof PyUnicode) decodeBytes(Uint8Array.from(utf8(a)), 'ascii');
  else if (typeof b === 'string' && a instanceof PyUnicode) decodeBytes(Uint8Array.from(utf8(b)), 'ascii');
}

function concatenate(self: Value, other: Value): Value {
  const text = asText(other);
  if (text === null) return NotImplemented;
  if (pythonVersion() === 2) requireAscii(self, other);
  return unboxed(self) instanceof PyUnicode || unboxed(other) instanceof PyUnicode
    ? new PyUnicode(asText(self)! + text)
    : asText(self)! + text;
}

function percent(self: Value, values: Value): Value {
  const template = asText(self)!;
  if (pythonVersion() === 3) return formatPercent(template, values);
  // Python 2: one unicode part makes the whole unicode.
  const parts =
    values instanceof PyTuple ? values.items : values instanceof PyDict ? values.table.values() : [values];
  const isUnicode =
    unboxed(self) instanceof PyUnicode ||
    (/%[^%]*s/.test(template) && parts.some((part) => unboxed(part) instanceof PyUnicode));
  return isUnicode ? new PyUnicode(formatPercent(template, values)) : formatPercent(template, values);
}

function iterateText(self: Value): () => Value | undefined {
  let index = 0;
  if (typeof self === 'string' && countsInUnits(self)) {
    return () => (index < self.length ? self[index++]! : undefined);
  }
  const all = characters(self);
  return () => (index < all.length ? like(self, all[index++]!) : undefined);
}

export const strType = defineType<object>({
  name: 'str',
  isBoxing: true,
  create: createText,
  binary: { '+': concatenate, '*': repeatText, '%': percent },
  reflected: { '*': repeatText },
  compare: compareTexts,
  hash: (self) => hash(self as Value),
  repr: (self) => quote(asText(self)!),
  str: (self) => asText(self)!,
  format: (self, specification) => formatText(asText(self)!, specification, self as Value),
  iterate: iterateText,
  length: (self) => (countsInUnits(asText(self)!) ? asText(self)!.length : characters(self).length),
  contains: containsText,
  getItem: getText,
});
primitiveTypes.str = strType;

/** The text that `unicode(value)` takes: of `__unicode__` where there is one. */
function unicodeText(value: Value): string {
  const own = typeof value === 'object' ? callMethodOfType(value, '__unicode__') : undefined;
  if (own !== undefined) return asText(own) ?? str(own);
  const text = str(value);
  if (!(value instanceof PyUnicode)) decodeBytes(Uint8Array.from(utf8(text)), 'ascii');
  return text;
}

/** Python 2's `unicode`. */
export const unicodeType: PyType = defineType<PyUnicode>({
  name: 'unicode',
  class: PyUnicode,
  isBoxing: true,
  create: (type, args) => {
    const made = new PyUnicode(args[0] === undefined ? '' : unicodeText(args[0]));
    return type === unicodeType ? made : new PyBoxed(type, made);
  },
  binary: { '+': concatenate, '*': repeatText, '%': percent },
  reflected: { '*': repeatText, '+': (self, other) => concatenate(asText(other) ?? '', self) },
  compare: compareTexts,
  hash: (self) => hash(self),
  repr: (self) => `u${quoteUnicode(self.value)}`,
  str: (self) => self.value,
  format: (self, specification) => formatText(self.value, specification, self),
  iterate: iterateText,
  length: (self) => characters(self).length,
  contains: containsText,
  getItem: getText,
  bool: (self) => self.value !== '',
});

addTextMethods(strType);
addTextMethods(unicodeType);
