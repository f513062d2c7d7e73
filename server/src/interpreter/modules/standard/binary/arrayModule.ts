/** `array`: numbers of one C type. Elements are checked when they come in, with CPython 3.12's messages. */
import {
  isException,
  notSupported,
  raiseIndexError,
  raiseOverflowError,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { compareSequences, equals } from '../../../protocols/comparison.ts';
import { indexOf, sequenceIndex, sizeOf, sliceWindow, takeWindow } from '../../../protocols/items.ts';
import { iterateArray, toArray } from '../../../protocols/iteration.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { asText } from '../../../types/textValues.ts';
import {
  float,
  list,
  NotImplemented,
  PyBytes,
  PyIterator,
  PyList,
  type PyModule,
  PyObject,
  PySlice,
  type PyType,
  tuple,
  type Value,
} from '../../../values.ts';
import { bytesOf } from './bufferArguments.ts';

interface ElementType {
  readonly size: number;
  readonly kind: 'signed' | 'unsigned' | 'float' | 'text';
  /** How messages name it. */
  readonly name: string;
}

const elementTypes: ReadonlyMap<string, ElementType> = new Map<string, ElementType>([
  ['b', { size: 1, kind: 'signed', name: 'signed char' }],
  ['B', { size: 1, kind: 'unsigned', name: 'unsigned byte integer' }],
  ['u', { size: 4, kind: 'text', name: '' }],
  ['h', { size: 2, kind: 'signed', name: 'signed short integer' }],
  ['H', { size: 2, kind: 'unsigned', name: 'unsigned short' }],
  ['i', { size: 4, kind: 'signed', name: 'signed integer' }],
  ['I', { size: 4, kind: 'unsigned', name: 'unsigned int' }],
  ['l', { size: 8, kind: 'signed', name: 'long' }],
  ['L', { size: 8, kind: 'unsigned', name: 'unsigned long' }],
  ['q', { size: 8, kind: 'signed', name: 'long long' }],
  ['Q', { size: 8, kind: 'unsigned', name: 'unsigned long long' }],
  ['f', { size: 4, kind: 'float', name: '' }],
  ['d', { size: 8, kind: 'float', name: '' }],
]);

export class PyArray extends PyObject {
  readonly code: string;
  items: Value[] = [];
  constructor(code: string) {
    super();
    this.code = code;
  }

  get type(): ElementType {
    return elementTypes.get(this.code)!;
  }
}

function checkedInteger({ size, kind, name }: ElementType, value: Value): Value {
  const given = indexOf(value);
  const bits = BigInt(size * 8);
  const [low, high] =
    kind === 'signed' ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
  if (BigInt(given) >= low && BigInt(given) <= high) return given;
  if (size === 8) {
    if (kind === 'unsigned' && BigInt(given) < 0n)
      raiseOverflowError("can't convert negative int to unsigned");
    if (name.endsWith('long long')) raiseOverflowError('int too big to convert');
    raiseOverflowError(`Python int too large to convert to C ${name}`);
  }
  if (kind === 'unsigned' && size === 4 && BigInt(given) < 0n) {
    raiseOverflowError("can't convert negative value to unsigned int");
  }
  return raiseOverflowError(
    `${name} is ${BigInt(given) < low ? 'less than minimum' : 'greater than maximum'}`,
  );
}

/** A value as the array keeps it. */
function checked(self: PyArray, value: Value): Value {
  const { type } = self;
  switch (type.kind) {
    case 'float':
      if (asText(value) !== null) raiseTypeError(`must be real number, not ${typeOf(value).name}`);
      return float(type.size === 4 ? Math.fround(toFloat(value)) : toFloat(value));
    case 'text':
      if (typeof value === 'string' && [...value].length === 1) return value;
      return raiseTypeError(`array item must be a unicode character, not ${typeOf(value).name}`);
    default:
      return checkedInteger(type, value);
  }
}

const likewise = (self: PyArray, items: readonly Value[]): PyArray => {
  runtime().allocate(items.length * 8);
  const made = new PyArray(self.code);
  made.items = [...items];
  return made;
};

const struct = (name: string, ...args: Value[]): Value =>
  call(getAttribute(runtime().importModule('struct'), name), args);

const layout = (self: PyArray, count: number): string => `=${count}${nativeCode(self.code)}`;
/** `=l` would be the standard size of four bytes. */
const nativeCode = (code: string): string => ({ l: 'q', L: 'Q' })[code] ?? code;

function toBytes(self: PyArray): Value {
  if (self.type.kind === 'text') notSupported('the bytes of an array of characters');
  return struct('pack', layout(self, self.items.length), ...self.items);
}

function fromBytes(self: PyArray, given: Value): null {
  const { length } = bytesOf(given);
  const { size } = self.type;
  if (length % size !== 0) raiseValueError('bytes length not a multiple of item size');
  self.items.push(...toArray(struct('unpack', layout(self, length / size), given)));
  return null;
}

function fill(self: PyArray, initial: Value): void {
  if (typeof initial === 'string') {
    if (self.type.kind !== 'text') {
      raiseTypeError(`cannot use a str to initialize an array with typecode '${self.code}'`);
    }
    self.items = [...initial];
  } else if (initial instanceof PyBytes) fromBytes(self, initial);
  else self.items = toArray(initial).map((item) => checked(self, item));
}

function create(type: PyType, args: readonly Value[]): PyArray {
  const [code, initial] = args;
  if (code === undefined) raiseTypeError('array() takes at least 1 argument (0 given)');
  if (typeof code !== 'string' || code.length !== 1) {
    raiseTypeError(`array() argument 1 must be a unicode character, not ${typeOf(code).name}`);
  }
  if (!elementTypes.has(code))
    raiseValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)');
  const made = new PyArray(code);
  if (type !== arrayType) made.cls = type;
  if (initial !== undefined) fill(made, initial);
  return made;
}

function position(self: PyArray, index: Value, message: string): number {
  try {
    return sequenceIndex(index, self.items.length, 'list');
  } catch (error) {
    if (!isException(error, 'IndexError')) throw error;
    return raiseIndexError(message);
  }
}

function sliceItems(self: PyArray, index: PySlice, given: readonly Value[]): void {
  const part = list(self.items);
  call(getAttribute(part, '__setitem__'), [index, list([...given])]);
  self.items = part.items;
}

function find(self: PyArray, value: Value): number {
  const index = self.items.findIndex((each) => equals(each, value));
  return index;
}

const isArray = (value: Value): PyArray =>
  value instanceof PyArray
    ? value
    : raiseTypeError(`can only append array (not "${typeOf(value).name}") to array`);

const arrayType: PyType = defineType<PyArray>({
  name: 'array.array',
  module: 'array',
  class: PyArray,
  create,
  constants: { __subclassable__: true },
  attributes: { typecode: (self) => self.code, itemsize: (self) => self.type.size },
  binary: {
    '+': (self, other) => {
      const added = isArray(other);
      if (added.code !== self.code) raiseTypeError('bad argument type for built-in operation');
      return likewise(self, [...self.items, ...added.items]);
    },
    '*': (self, count) => repeated(self, count),
  },
  reflected: { '*': (self, count) => repeated(self, count) },
  inPlace: {
    '+': (self, other) => {
      if (!(other instanceof PyArray)) {
        raiseTypeError(`can only extend with array (not "${typeOf(other).name}")`);
      }
      self.items.push(...other.items);
      return self;
    },
    '*': (self, count) => {
      self.items = repeated(self, count).items;
      return self;
    },
  },
  compare: (self, operator, other) =>
    other instanceof PyArray ? compareSequences(operator, self.items, other.items) : NotImplemented,
  repr: (self) => {
    if (self.items.length === 0) return `array('${self.code}')`;
    const items = self.type.kind === 'text' ? repr(self.items.join('')) : repr(list(self.items));
    return `array('${self.code}', ${items})`;
  },
  iterate: (self) => {
    let index = 0;
    return () => (index < self.items.length ? self.items[index++] : undefined);
  },
  length: (self) => self.items.length,
  contains: (self, item) => find(self, item) >= 0,
  getItem: (self, index) => {
    if (index instanceof PySlice) {
      return likewise(self, takeWindow(self.items, sliceWindow(index, self.items.length)));
    }
    return self.items[position(self, index, 'array index out of range')]!;
  },
  setItem: (self, index, value) => {
    if (index instanceof PySlice) {
      if (!(value instanceof PyArray)) {
        raiseTypeError(`can only assign array (not "${typeOf(value).name}") to array slice`);
      }
      sliceItems(self, index, value.items);
    } else self.items[position(self, index, 'array assignment index out of range')] = checked(self, value);
  },
  deleteItem: (self, index) => {
    const part = list(self.items);
    if (!(index instanceof PySlice)) position(self, index, 'array assignment index out of range');
    call(getAttribute(part, '__delitem__'), [index]);
    self.items = part.items;
  },
  methods: {
    'append(v, /)': (self: PyArray, value: Value) => {
      self.items.push(checked(self, value));
      return null;
    },
    'extend(bb, /)': (self: PyArray, values: Value) => {
      if (values instanceof PyArray && values.code !== self.code) {
        raiseTypeError('can only extend with array of same kind');
      }
      for (const value of toArray(values)) self.items.push(checked(self, value));
      return null;
    },
    'fromlist(list, /)': (self: PyArray, values: Value) => {
      if (!(values instanceof PyList)) raiseTypeError('arg must be list');
      self.items.push(...values.items.map((value) => checked(self, value)));
      return null;
    },
    'insert(i, v, /)': (self: PyArray, index: Value, value: Value) => {
      self.items.splice(sizeOf(index), 0, checked(self, value));
      return null;
    },
    'pop(i?, /)': (self: PyArray, index: Value = -1) => {
      if (self.items.length === 0) raiseIndexError('pop from empty array');
      return self.items.splice(position(self, index, 'pop index out of range'), 1)[0]!;
    },
    'remove(v, /)': (self: PyArray, value: Value) => {
      const index = find(self, value);
      if (index < 0) raiseValueError('array.remove(x): x not in array');
      self.items.splice(index, 1);
      return null;
    },
    'index(v, start?, stop?, /)': (self: PyArray, value: Value, start: Value = 0) => {
      const index = self.items.findIndex((each, at) => at >= sizeOf(start) && equals(each, value));
      return index < 0 ? raiseValueError('array.index(x): x not in array') : index;
    },
    'count(v, /)': (self: PyArray, value: Value) => self.items.filter((each) => equals(each, value)).length,
    'reverse()': (self: PyArray) => {
      self.items.reverse();
      return null;
    },
    'tolist()': (self: PyArray) => list([...self.items]),
    'tobytes()': toBytes,
    'frombytes(buffer, /)': fromBytes,
    'tounicode()': (self: PyArray) =>
      self.type.kind === 'text'
        ? self.items.join('')
        : raiseValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')"),
    'fromunicode(ustr, /)': (self: PyArray, text: Value) => {
      if (self.type.kind !== 'text' || typeof text !== 'string') {
        raiseValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
      }
      self.items.push(...text);
      return null;
    },
    'byteswap()': (self: PyArray) => {
      const { size } = self.type;
      const data = bytesOf(toBytes(self)).slice();
      for (let at = 0; at < data.length; at += size) data.subarray(at, at + size).reverse();
      self.items = [];
      return fromBytes(self, new PyBytes(data));
    },
    'buffer_info()': (self: PyArray) => tuple(0x7f0000000000, self.items.length),
    '__copy__()': (self: PyArray) => likewise(self, self.items),
    '__deepcopy__(memo, /)': (self: PyArray) => likewise(self, self.items),
    '__reversed__()': (self: PyArray) => new PyIterator('reversed', iterateArray([...self.items].reverse())),
  },
});

function repeated(self: PyArray, count: Value): PyArray {
  const times = Math.max(0, sizeOf(count));
  runtime().allocate(self.items.length * times * 8);
  return likewise(self, Array.from({ length: times }, () => self.items).flat());
}

export const arrayModule = (): PyModule =>
  defineModule({
    name: 'array',
    values: { array: arrayType, ArrayType: arrayType, typecodes: [...elementTypes.keys()].join('') },
  });
