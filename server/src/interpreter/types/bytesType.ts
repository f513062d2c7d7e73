/** Python 3's bytes and bytearray: how they are made, compared, subscripted and formatted. Methods: `bytesMethods.ts`. */

import { stringOfBytes } from '../byteTexts.ts';
import { decodeBytes } from '../encodings.ts';
import { raiseIndexError, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { callMethodOfType } from '../protocols/calls.ts';
import { compareText, holds } from '../protocols/comparison.ts';
import { hashText } from '../protocols/hashing.ts';
import {
  sequenceIndex,
  sizeOf,
  sliceWindow,
  takeWindow,
  timesOf,
  tryIndex,
  type Window,
} from '../protocols/items.ts';
import { toArray } from '../protocols/iteration.ts';
import { formatPercent } from '../protocols/percentFormat.ts';
import { defineType, typeOf } from '../pyType.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import { encodeToBytes } from '../textEncoding.ts';
import {
  type Keywords,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PySlice,
  PyTuple,
  type PyType,
  type Value,
} from '../values.ts';
import {
  byteOf,
  bytesMethods,
  bytesOfText,
  byteText,
  fromHex,
  makeTranslation,
  raiseEmpty,
} from './bytesMethods.ts';
import { asText } from './textValues.ts';

/** `text.encode(encoding, errors)`; in Python 2 a byte string. */
export function encodeText(text: string, encoding?: Value, errors?: Value): Value {
  const name = codecArgument(encoding, 'encode', pythonVersion() === 2 ? 'ascii' : 'utf-8');
  if (pythonVersion() === 2) {
    return stringOfBytes(encodeToBytes(text, name, codecArgument(errors, 'encode', 'strict')));
  }
  return new PyBytes(encodeToBytes(text, name, codecArgument(errors, 'encode', 'strict')));
}

/** The name of an encoding or an error handler. */
export function codecArgument(value: Value | undefined, method: string, missing: string): string {
  if (value === undefined) return missing;
  return (
    asText(value) ??
    raiseTypeError(
      `${method}() argument '${missing === 'strict' ? 'errors' : 'encoding'}' must be str, not ${typeOf(value).name}`,
    )
  );
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

/** The bytes that `bytes(…)` and `bytearray(…)` make. */
function bytesFrom(args: readonly Value[], keywords: Keywords): Uint8Array {
  const [value, encoding = keywords?.get('encoding'), errors = keywords?.get('errors')] = args;
  if (value === undefined) return new Uint8Array(0);
  const text = asText(value);
  if (text !== null) {
    if (encoding === undefined) raiseTypeError('string argument without an encoding');
    return (encodeText(text, encoding, errors) as PyBytes).data;
  }
  if (encoding !== undefined) raiseTypeError('encoding without a string argument');
  if (value instanceof PyBytes) return value.data.slice();
  const own = callMethodOfType(value, '__bytes__');
  if (own instanceof PyBytes) return own.data;
  const length = tryIndex(value);
  if (length !== undefined) {
    if (length < 0) raiseValueError('negative count');
    runtime().allocate(sizeOf(length));
    return new Uint8Array(Number(length));
  }
  return Uint8Array.from(byteItems(value));
}

function byteItems(value: Value): number[] {
  return toArray(value).map((item) => byteOf(item, 'bytes'));
}

function formatBytes(self: PyBytes, values: Value): string {
  const converted = (value: Value): Value => {
    if (value instanceof PyBytes) return byteText(value);
    if (asText(value) !== null && !/%[-+ #0\d.]*[rac]/.test(byteText(self))) {
      raiseTypeError(
        `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeOf(value).name}'`,
      );
    }
    return value;
  };
  const plain = values instanceof PyTuple ? new PyTuple(values.items.map(converted)) : converted(values);
  return formatPercent(byteText(self).replace(/%([-+ #0]*\d*(?:\.\d+)?)b/g, '%$1s'), plain);
}

type Make = (data: Uint8Array) => PyBytes;

const joined = (a: PyBytes, b: PyBytes): Uint8Array => {
  runtime().allocate(a.data.length + b.data.length);
  const data = new Uint8Array(a.data.length + b.data.length);
  data.set(a.data);
  data.set(b.data, a.data.length);
  return data;
};

function repeated(self: PyBytes, times: Value): Uint8Array | null {
  const count = timesOf(times);
  if (count === undefined) return null;
  const length = self.data.length * Math.max(0, Number(count));
  runtime().allocate(length);
  const data = new Uint8Array(length);
  data.set(self.data.subarray(0, length));
  // What is there is doubled until it fills all.
  for (let done = self.data.length; done > 0 && done < length; done *= 2) data.copyWithin(done, 0, done);
  return data;
}

function binaryOf(make: Make) {
  const times = (a: PyBytes, b: Value): Value => {
    const data = repeated(a, b);
    return data ? make(data) : NotImplemented;
  };
  return {
    binary: {
      '+': (a: PyBytes, b: Value) => (b instanceof PyBytes ? make(joined(a, b)) : NotImplemented),
      '*': times,
      '%': (a: PyBytes, b: Value) => make(bytesOfText(formatBytes(a, b))),
    },
    reflected: { '*': times },
  };
}

const shared = {
  compare: (a: PyBytes, operator: Parameters<typeof holds>[0], b: Value): Value =>
    b instanceof PyBytes ? holds(operator, compareText(byteText(a), byteText(b))) : NotImplemented,
  iterate: (a: PyBytes) => {
    let index = 0;
    return () => a.data[index++];
  },
  length: (a: PyBytes) => a.data.length,
  contains: (a: PyBytes, item: Value) => {
    if (item instanceof PyBytes) return byteText(a).includes(byteText(item));
    if (tryIndex(item) === undefined) {
      return raiseTypeError(`a bytes-like object is required, not '${typeOf(item).name}'`);
    }
    return a.data.includes(byteOf(item, 'byte'));
  },
};

const decodeMethod = {
  'decode(encoding?, errors?)': (a: PyBytes, encoding?: Value, errors?: Value) =>
    decodeBytes(
      a.data,
      codecArgument(encoding, 'decode', 'utf-8'),
      codecArgument(errors, 'decode', 'strict'),
    ),
};

const makeBytes: Make = (data) => new PyBytes(data);
const makeByteArray: Make = (data) => new PyByteArray(data);

const made = (type: PyType, native: PyType, value: PyBytes): PyBytes => {
  if (type !== native) value.cls = type;
  return value;
};

const getItem =
  (make: Make, what: 'bytes' | 'bytearray') =>
  (a: PyBytes, index: Value): Value => {
    if (!(index instanceof PySlice)) return a.data[sequenceIndex(index, a.data.length, what)]!;
    return make(Uint8Array.from(takeWindow([...a.data], sliceWindow(index, a.data.length))));
  };

export const bytesType: PyType = defineType<PyBytes>({
  name: 'bytes',
  class: PyBytes,
  create: (type, args, keywords) => {
    const [value] = args;
    if (type === bytesType && value instanceof PyBytes && typeOf(value) === bytesType && args.length === 1)
      return value;
    return made(type, bytesType, new PyBytes(bytesFrom(args, keywords)));
  },
  constants: { __subclassable__: true },
  ...binaryOf(makeBytes),
  ...shared,
  hash: (a) => hashText(byteText(a)),
  repr: bytesRepr,
  getItem: getItem(makeBytes, 'bytes'),
  methods: { ...bytesMethods(makeBytes), ...decodeMethod, '__bytes__()': (a: PyBytes) => a },
  classMethods: { 'fromhex(string, /)': (_type: Value, digits: Value) => new PyBytes(fromHex(digits)) },
  staticMethods: {
    'maketrans(frm, to, /)': (_none: null, from: Value, to: Value) => makeTranslation(from, to),
  },
});

// ---------------------------------------------------------------------------------------------------------- bytearray

function replaceWindow(self: PyByteArray, window: Window, items: readonly number[]): void {
  const data = [...self.data];
  // As long as before: in place, for the views of it.
  if (window.step === 1 && items.length === window.count) {
    self.data.set(items, window.start);
    return;
  }
  if (window.step === 1) data.splice(window.start, window.count, ...items);
  else {
    if (items.length !== window.count) {
      raiseValueError(
        `attempt to assign bytes of size ${items.length} to extended slice of size ${window.count}`,
      );
    }
    for (const [index, item] of items.entries()) self.data[window.start + index * window.step] = item;
    return;
  }
  self.data = Uint8Array.from(data);
}

function setByte(self: PyByteArray, index: Value, value: Value): void {
  if (index instanceof PySlice) {
    const items = value instanceof PyBytes ? [...value.data] : byteItems(value);
    replaceWindow(self, sliceWindow(index, self.data.length), items);
    return;
  }
  self.data[sequenceIndex(index, self.data.length, 'bytearray')] = byteOf(value, 'byte');
}

function deleteByte(self: PyByteArray, index: Value): void {
  const { length } = self.data;
  const gone =
    index instanceof PySlice
      ? takeWindow([...Array.from({ length }).keys()], sliceWindow(index, length))
      : [sequenceIndex(index, length, 'bytearray')];
  const positions = new Set(gone);
  self.data = self.data.filter((_, at) => !positions.has(at));
}

function extend(self: PyByteArray, items: readonly number[] | Uint8Array): null {
  runtime().allocate(items.length);
  self.data = joined(self, new PyBytes(Uint8Array.from(items)));
  return null;
}

function popByte(self: PyByteArray, index: Value | undefined): Value {
  const { length } = self.data;
  if (length === 0) return raiseEmpty();
  const at = index === undefined ? length - 1 : sizeOf(index) + (sizeOf(index) < 0 ? length : 0);
  const byte = self.data[at];
  if (byte === undefined) return raiseIndexError('pop index out of range');
  self.data = self.data.filter((_, position) => position !== at);
  return byte;
}

export const byteArrayType: PyType = defineType<PyByteArray>({
  name: 'bytearray',
  class: PyByteArray,
  create: (type, args, keywords) => made(type, byteArrayType, new PyByteArray(bytesFrom(args, keywords))),
  constants: { __subclassable__: true },
  ...binaryOf(makeByteArray),
  ...shared,
  inPlace: {
    '+': (a, b) => {
      if (!(b instanceof PyBytes)) raiseTypeError(`can't concat ${typeOf(b).name} to bytearray`);
      extend(a, b.data);
      return a;
    },
    '*': (a, b) => {
      const data = repeated(a, b);
      if (!data) return NotImplemented;
      a.data = data;
      return a;
    },
  },
  hash: null,
  repr: (a) => `bytearray(${bytesRepr(a)})`,
  getItem: getItem(makeByteArray, 'bytearray'),
  setItem: setByte,
  deleteItem: deleteByte,
  methods: {
    ...bytesMethods(makeByteArray),
    ...decodeMethod,
    'append(item, /)': (a: PyByteArray, item: Value) => extend(a, [byteOf(item, 'byte')]),
    'extend(iterable, /)': (a: PyByteArray, items: Value) =>
      extend(a, items instanceof PyBytes ? items.data : byteItems(items)),
    'insert(index, item, /)': (a: PyByteArray, index: Value, item: Value) => {
      const data = [...a.data];
      data.splice(sizeOf(index), 0, byteOf(item, 'byte'));
      a.data = Uint8Array.from(data);
      return null;
    },
    'pop(index?, /)': popByte,
    'remove(value, /)': (a: PyByteArray, value: Value) => {
      const at = a.data.indexOf(byteOf(value, 'byte'));
      if (at < 0) raiseValueError('value not found in bytearray');
      a.data = a.data.filter((_, position) => position !== at);
      return null;
    },
    'reverse()': (a: PyByteArray) => {
      a.data.reverse();
      return null;
    },
    'clear()': (a: PyByteArray) => {
      a.data = new Uint8Array(0);
      return null;
    },
    'copy()': (a: PyByteArray) => new PyByteArray(a.data.slice()),
  },
  classMethods: { 'fromhex(string, /)': (_type: Value, digits: Value) => new PyByteArray(fromHex(digits)) },
});
