/** str and Python 2's unicode. Positions count code points, in a byte string of Python 2 bytes. */
import { bytesOfString, decodeAscii, isAscii, utf8String } from '../byteTexts.ts';
import { PyDict } from '../containers.ts';
import { decodeBytes } from '../encodings.ts';
import { raiseTypeError } from '../exceptions.ts';
import { call, callMethodOfType } from '../protocols/calls.ts';
import { compareText, holds } from '../protocols/comparison.ts';
import { formatText } from '../protocols/formatting.ts';
import { hash } from '../protocols/hashing.ts';
import { sequenceIndex, sliceWindow, takeWindow, timesOf } from '../protocols/items.ts';
import { formatPercent } from '../protocols/percentFormat.ts';
import { quote, quoteUnicode, str } from '../protocols/text.ts';
import { countsInUnits } from '../protocols/textPositions.ts';
import { defineType, lookupInType, primitiveTypes, typeOf } from '../pyType.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import {
  type Keywords,
  NotImplemented,
  PyBoxed,
  PyBytes,
  PyFunction,
  PySlice,
  PyTuple,
  type PyType,
  PyUnicode,
  unboxed,
  type Value,
} from '../values.ts';
import { codecArgument, encodeText } from './bytesType.ts';
import { addTextMethods } from './strMethods.ts';
import { areUnicode, asText, like, likeAny } from './textValues.ts';

/** The code points of a text. */
const characters = (self: Value): readonly string[] => [...asText(self)!];

function repeatText(self: Value, times: Value): Value {
  const count = timesOf(times);
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
    return pythonVersion() === 2 ? byteStringOf(value) : str(value);
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
  areUnicode([self, item]);
  return asText(self)!.includes(text);
};

function compareTexts(self: Value, operator: Parameters<typeof holds>[0], other: Value): Value {
  const text = asText(other);
  if (text === null) return NotImplemented;
  const own = asText(self)!;
  const isMixed =
    pythonVersion() === 2 && unboxed(self) instanceof PyUnicode !== unboxed(other) instanceof PyUnicode;
  // A byte string beyond ASCII is not equal to any unicode one, and has no order with it.
  if (isMixed && !isAscii(unboxed(self) instanceof PyUnicode ? text : own)) {
    if (operator !== '==' && operator !== '!=') areUnicode([self, other]);
    return operator === '!=';
  }
  return holds(operator, compareText(own, text));
}

function concatenate(self: Value, other: Value): Value {
  const text = asText(other);
  if (text === null) return NotImplemented;
  return likeAny([self, other], asText(self)! + text);
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
  if (!isUnicode) return formatPercent(template, values);
  areUnicode([self, new PyUnicode('')]);
  return new PyUnicode(formatPercent(template, values, unicodeText));
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
  if (value instanceof PyUnicode) return value.value;
  const own = typeof value === 'object' ? callMethodOfType(value, '__unicode__') : undefined;
  const text = own ?? strOf(value);
  return text instanceof PyUnicode ? text.value : decodeAscii(str(text));
}

/** What `__str__` gives: in Python 2 that may be unicode. */
function strOf(value: Value): Value {
  if (value instanceof PyUnicode) return value;
  const own =
    typeof value === 'object' && value !== null ? lookupInType(typeOf(value), '__str__') : undefined;
  return own instanceof PyFunction ? call(own, [value]) : str(value);
}

/** What `print` writes for a value. */
export function printedText(value: Value): string {
  if (pythonVersion() === 3) return str(value);
  return value instanceof PyUnicode ? utf8String(value.value) : byteStringOf(value);
}

/** Python 2's `str(value)`: unicode has to be ASCII. */
function byteStringOf(value: Value): string {
  const text = strOf(value);
  return text instanceof PyUnicode ? (encodeText(text.value, 'ascii') as string) : str(text);
}

/** `unicode(value, encoding, errors)`. */
function decodedText(value: Value, encoding?: Value, errors?: Value): string {
  if (encoding === undefined && errors === undefined) return unicodeText(value);
  if (value instanceof PyUnicode) raiseTypeError('decoding Unicode is not supported');
  const text = asText(value);
  if (text === null) {
    raiseTypeError(`coercing to Unicode: need string or buffer, ${typeOf(value).name} found`);
  }
  return decodeBytes(
    bytesOfString(text),
    codecArgument(encoding, 'unicode', 'ascii'),
    codecArgument(errors, 'unicode', 'strict'),
  );
}

/** Python 2's `unicode`. */
export const unicodeType: PyType = defineType<PyUnicode>({
  name: 'unicode',
  class: PyUnicode,
  isBoxing: true,
  create: (type, args, keywords) => {
    const [value, encoding = keywords?.get('encoding'), errors = keywords?.get('errors')] = args;
    const made = new PyUnicode(value === undefined ? '' : decodedText(value, encoding, errors));
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
