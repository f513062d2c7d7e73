/** Python 3's bytes: literals, comparison, subscripts, decoding. Other methods are refused by name. */
import { decodeBytes } from '../encodings.ts';
import { exceptionType, notSupported, raise, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { callMethodOfType } from '../protocols/calls.ts';
import { compareSequences } from '../protocols/comparison.ts';
import { hashSequence } from '../protocols/hashing.ts';
import { sequenceIndex, sizeOf, sliceWindow, takeWindow, tryIndex } from '../protocols/items.ts';
import { toArray } from '../protocols/iteration.ts';
import { utf8 } from '../protocols/text.ts';
import { defineType, typeOf } from '../pyType.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import { NotImplemented, PyBytes, PySlice, type Value } from '../values.ts';

const bytesOf = (items: readonly number[]): PyBytes => new PyBytes(Uint8Array.from(items));

/** `text.encode(encoding)`; in Python 2 the text itself. */
export function encodeText(text: string, encoding: Value | undefined): Value {
  if (pythonVersion() === 2) return text;
  const name = typeof encoding === 'string' ? encoding.toLowerCase().replaceAll('_', '-') : 'utf-8';
  if (name === 'utf-8' || name === 'utf8') return bytesOf(utf8(text));
  if (name !== 'ascii' && name !== 'latin-1') return notSupported(`the encoding ${name}`);
  const codes = [...text].map((character) => character.codePointAt(0)!);
  if (codes.some((code) => code > (name === 'ascii' ? 127 : 255))) {
    raise(exceptionType('UnicodeEncodeError'), `'${name}' codec can't encode characters`);
  }
  return bytesOf(codes);
}

/** An argument that is a text. */
function text(value: Value | undefined, otherwise: string): string {
  if (value === undefined || typeof value === 'string') return value ?? otherwise;
  return raiseTypeError(`decode() argument must be str, not ${typeOf(value).name}`);
}

function bytesRepr(self: PyBytes): string {
  let body = '';
  const hasSingle = self.data.includes(39);
  const mark = hasSingle && !self.data.includes(34) ? '"' : "'";
  for (const byte of self.data) {
    const character = String.fromCharCode(byte);
    if (character === mark || character === '\\') body += `\\${character}`;
    else if (character === '\n') body += '\\n';
    else if (character === '\r') body += '\\r';
    else if (character === '\t') body += '\\t';
    else body += byte >= 32 && byte < 127 ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return `b${mark}${body}${mark}`;
}

function createBytes(args: readonly Value[]): PyBytes {
  const [value, encoding] = args;
  if (value === undefined) return bytesOf([]);
  if (value instanceof PyBytes) return value;
  if (typeof value === 'string') {
    if (encoding === undefined) raiseTypeError('string argument without an encoding');
    return encodeText(value, encoding) as PyBytes;
  }
  const own = callMethodOfType(value, '__bytes__');
  if (own instanceof PyBytes) return own;
  const length = tryIndex(value);
  if (length !== undefined) {
    if (length < 0) raiseValueError('negative count');
    runtime().allocate(sizeOf(length));
    return new PyBytes(new Uint8Array(Number(length)));
  }
  return bytesOf(
    toArray(value).map((item) => {
      const byte = sizeOf(item);
      return byte >= 0 && byte < 256 ? byte : raiseValueError('bytes must be in range(0, 256)');
    }),
  );
}

export const bytesType = defineType<PyBytes>({
  name: 'bytes',
  class: PyBytes,
  create: (_type, args) => createBytes(args),
  binary: {
    '+': (a, b) => (b instanceof PyBytes ? bytesOf([...a.data, ...b.data]) : NotImplemented),
    '*': (a, b) => {
      const times = tryIndex(b);
      if (times === undefined) return NotImplemented;
      return bytesOf(Array.from({ length: Math.max(0, Number(times)) }, () => [...a.data]).flat());
    },
    '%': () => notSupported('% of bytes'),
  },
  compare: (a, operator, b) =>
    b instanceof PyBytes ? compareSequences(operator, [...a.data], [...b.data]) : NotImplemented,
  hash: (a) => hashSequence([...a.data]),
  repr: bytesRepr,
  iterate: (a) => {
    let index = 0;
    return () => a.data[index++];
  },
  length: (a) => a.data.length,
  contains: (a, item) => {
    if (item instanceof PyBytes) {
      const text = (bytes: PyBytes): string => String.fromCharCode(...bytes.data);
      return text(a).includes(text(item));
    }
    return a.data.includes(sizeOf(item));
  },
  getItem: (a, index) => {
    const items = [...a.data];
    if (index instanceof PySlice) return bytesOf(takeWindow(items, sliceWindow(index, items.length)));
    return items[sequenceIndex(index, items.length, 'bytes')]!;
  },
  methods: {
    'decode(encoding?, errors?)': (a: PyBytes, encoding?: Value, errors?: Value) =>
      decodeBytes(a.data, text(encoding, 'utf-8'), text(errors, 'strict')),
    'hex()': (a: PyBytes) => [...a.data].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  },
  getMissing: (_a, name) => (name.startsWith('__') ? undefined : notSupported(`bytes.${name}`)),
});
