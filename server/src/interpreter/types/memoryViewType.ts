/**
 * `memoryview` of bytes and bytearrays: a window on their memory, in one dimension, whose elements `cast` reads as C types
 * (`Objects/memoryobject.c`). Whatever takes bytes takes a view. Views of arrays and views in several dimensions are refused.
 */
import { equality } from '../equality.ts';
import { exceptionType, notSupported, raise, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { hash } from '../protocols/hashing.ts';
import { sliceWindow, tryIndex } from '../protocols/items.ts';
import { asDouble, asInteger } from '../protocols/numbers.ts';
import { address } from '../protocols/text.ts';
import { defineType, typeOf } from '../pyType.ts';
import {
  int,
  PyByteArray,
  PyBytes,
  PyFloat,
  PyList,
  PySlice,
  PyTuple,
  type PyType,
  type Value,
} from '../values.ts';

/** How the elements of a view are read and written; integers have bounds. */
interface Element {
  readonly size: number;
  readonly bits: number | 'float' | 'bool' | 'char';
  read(view: DataView, at: number): Value;
  write(view: DataView, at: number, value: number | bigint): void;
}

const little = true;

const integer = (size: 1 | 2 | 4 | 8, { isSigned }: { readonly isSigned: boolean }): Element => ({
  size,
  bits: isSigned ? -8 * size : 8 * size,
  read: (view, at) => {
    if (size === 8) return int(isSigned ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
    if (size === 4) return isSigned ? view.getInt32(at, little) : view.getUint32(at, little);
    if (size === 2) return isSigned ? view.getInt16(at, little) : view.getUint16(at, little);
    return isSigned ? view.getInt8(at) : view.getUint8(at);
  },
  write: (view, at, value) => {
    if (size === 8) view.setBigUint64(at, BigInt.asUintN(64, BigInt(value)), little);
    else if (size === 4) view.setUint32(at, Number(value), little);
    else if (size === 2) view.setUint16(at, Number(value), little);
    else view.setUint8(at, Number(value));
  },
});

const floating = (size: 4 | 8): Element => ({
  size,
  bits: 'float',
  read: (view, at) => new PyFloat(size === 4 ? view.getFloat32(at, little) : view.getFloat64(at, little)),
  write: (view, at, value) =>
    size === 4 ? view.setFloat32(at, Number(value), little) : view.setFloat64(at, Number(value), little),
});

const elements: ReadonlyMap<string, Element> = new Map([
  ['B', integer(1, { isSigned: false })],
  ['b', integer(1, { isSigned: true })],
  ['H', integer(2, { isSigned: false })],
  ['h', integer(2, { isSigned: true })],
  ['I', integer(4, { isSigned: false })],
  ['i', integer(4, { isSigned: true })],
  ['L', integer(8, { isSigned: false })],
  ['l', integer(8, { isSigned: true })],
  ['Q', integer(8, { isSigned: false })],
  ['q', integer(8, { isSigned: true })],
  ['f', floating(4)],
  ['d', floating(8)],
  [
    '?',
    {
      ...integer(1, { isSigned: false }),
      bits: 'bool',
      read: (view: DataView, at: number) => view.getUint8(at) !== 0,
    },
  ],
  [
    'c',
    {
      ...integer(1, { isSigned: false }),
      bits: 'char',
      read: (view: DataView, at: number) => new PyBytes(Uint8Array.of(view.getUint8(at))),
    },
  ],
]);

/** Which elements of the memory a view shows; `start` and `step` count bytes. */
interface Layout {
  readonly format: string;
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

export class PyMemoryView extends PyBytes {
  readonly source: PyBytes;
  readonly memory: Uint8Array;
  readonly layout: Layout;
  readonly element: Element;
  isReadOnly: boolean;
  isReleased = false;

  constructor(source: PyBytes, layout: Layout) {
    super(source.data);
    this.source = source;
    this.memory = source.data;
    this.layout = layout;
    this.element = elements.get(layout.format.replace('@', ''))!;
    this.isReadOnly = !(source instanceof PyByteArray);
    // Whatever takes bytes reads them here.
    Object.defineProperty(this, 'data', { get: () => bytesOfView(this) });
  }
}

function checkAlive(self: PyMemoryView): void {
  if (self.isReleased) raiseValueError('operation forbidden on released memoryview object');
  if (self.source.data !== self.memory) notSupported('a memoryview of a bytearray that has another size now');
}

function bytesOfView(self: PyMemoryView): Uint8Array {
  checkAlive(self);
  const { start, step, length } = self.layout;
  const { size } = self.element;
  if (step === size) return self.memory.subarray(start, start + length * size);
  const data = new Uint8Array(length * size);
  for (let at = 0; at < length; at++) {
    data.set(self.memory.subarray(start + at * step, start + at * step + size), at * size);
  }
  return data;
}

const dataView = ({ memory }: PyMemoryView): DataView =>
  new DataView(memory.buffer, memory.byteOffset, memory.byteLength);

function itemsOf(self: PyMemoryView): Value[] {
  checkAlive(self);
  const view = dataView(self);
  const { start, step, length } = self.layout;
  return Array.from({ length }, (_, at) => self.element.read(view, start + at * step));
}

/** A view of the same source. */
function another(self: PyMemoryView, layout: Partial<Layout>): PyMemoryView {
  const made = new PyMemoryView(self.source, { ...self.layout, ...layout });
  made.isReadOnly = self.isReadOnly;
  return made;
}

/** The byte where the element begins that an index means. */
function place(self: PyMemoryView, index: Value): number {
  const wanted = tryIndex(index);
  if (wanted === undefined) return raiseTypeError('memoryview: invalid slice key');
  const { start, step, length } = self.layout;
  const at = wanted < 0 ? Number(wanted) + length : Number(wanted);
  if (at < 0 || at >= length) raise(exceptionType('IndexError'), 'index out of bounds on dimension 1');
  return start + at * step;
}

function part(self: PyMemoryView, index: PySlice): PyMemoryView {
  const window = sliceWindow(index, self.layout.length);
  const { start, step } = self.layout;
  return another(self, {
    start: start + window.start * step,
    step: step * window.step,
    length: window.count,
  });
}

function numberFor(self: PyMemoryView, value: Value): number | bigint {
  const { bits } = self.element;
  const { format } = self.layout;
  const wrongType = (): never => raiseTypeError(`memoryview: invalid type for format '${format}'`);
  const wrongValue = (): never => raiseValueError(`memoryview: invalid value for format '${format}'`);
  if (bits === 'float') return asDouble(value) ?? wrongType();
  if (bits === 'char') {
    if (!(value instanceof PyBytes)) return wrongType();
    return value.data.length === 1 ? value.data[0]! : wrongValue();
  }
  const number = asInteger(value) ?? tryIndex(value) ?? wrongType();
  if (bits === 'bool') return number === 0 ? 0 : 1;
  const size = 1n << BigInt(Math.abs(bits) - (bits < 0 ? 1 : 0));
  const fits = BigInt(number) < size && BigInt(number) >= (bits < 0 ? -size : 0n);
  return fits ? number : wrongValue();
}

function assign(self: PyMemoryView, index: Value, value: Value): void {
  checkAlive(self);
  if (self.isReadOnly) raiseTypeError('cannot modify read-only memory');
  if (!(index instanceof PySlice)) {
    self.element.write(dataView(self), place(self, index), numberFor(self, value));
    return;
  }
  if (!(value instanceof PyBytes)) {
    raiseTypeError(`a bytes-like object is required, not '${typeOf(value).name}'`);
  }
  const target = part(self, index);
  const given = value.data.slice();
  const format = value instanceof PyMemoryView ? value.layout.format : 'B';
  const { size } = self.element;
  if (format !== self.layout.format || given.length !== target.layout.length * size) {
    raiseValueError('memoryview assignment: lvalue and rvalue have different structures');
  }
  for (let at = 0; at < target.layout.length; at++) {
    const to = target.layout.start + at * target.layout.step;
    self.memory.set(given.subarray(at * size, (at + 1) * size), to);
  }
}

function cast(self: PyMemoryView, format: Value, shape?: Value): Value {
  checkAlive(self);
  if (shape !== undefined) return notSupported('memoryview.cast() with a shape');
  const name = typeof format === 'string' ? format.replace('@', '') : '';
  const element = elements.get(name);
  if (typeof format !== 'string') return raiseTypeError('format argument must be a string');
  if (!element) {
    return raiseValueError(
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (self.layout.step !== self.element.size)
    raiseTypeError('memoryview: casts are restricted to C-contiguous views');
  const isByte = (letter: string): boolean => /^[Bbc]$/.test(letter);
  if (!isByte(self.layout.format) && !isByte(name)) {
    raiseTypeError('memoryview: cannot cast between two non-byte formats');
  }
  const byteLength = self.layout.length * self.element.size;
  if (byteLength % element.size !== 0) raiseTypeError('memoryview: length is not a multiple of itemsize');
  return another(self, { format, step: element.size, length: byteLength / element.size });
}

function isEqual(self: PyMemoryView, other: PyBytes): boolean {
  const theirs = other instanceof PyMemoryView ? itemsOf(other) : [...other.data];
  const own = itemsOf(self);
  const plain = (value: Value): Value =>
    value instanceof PyFloat ? value.value : value instanceof PyBytes ? value.data[0]! : value;
  return own.length === theirs.length && own.every((each, at) => plain(each) === plain(theirs[at]!));
}

const alive =
  <T extends Value>(get: (self: PyMemoryView) => T) =>
  (self: PyMemoryView): T => {
    checkAlive(self);
    return get(self);
  };

const one = (number: number): PyTuple => new PyTuple([number]);

export const memoryViewType: PyType = defineType<PyMemoryView>({
  name: 'memoryview',
  class: PyMemoryView,
  create: (_type, args, keywords) => {
    const [source = keywords?.get('object')] = args;
    if (source === undefined) raiseTypeError("memoryview() missing required argument 'object' (pos 1)");
    if (source instanceof PyMemoryView) return another(source, {});
    if (source instanceof PyBytes) {
      return new PyMemoryView(source, { format: 'B', start: 0, step: 1, length: source.data.length });
    }
    const { name, module } = typeOf(source);
    if (module === 'array' || module === 'numpy') notSupported('a memoryview of an array');
    return raiseTypeError(`memoryview: a bytes-like object is required, not '${name}'`);
  },
  attributes: {
    obj: alive((self) => self.source),
    nbytes: alive((self) => self.layout.length * self.element.size),
    itemsize: alive((self) => self.element.size),
    format: alive((self) => self.layout.format),
    readonly: alive((self) => self.isReadOnly),
    ndim: alive(() => 1),
    shape: alive((self) => one(self.layout.length)),
    strides: alive((self) => one(self.layout.step)),
    suboffsets: alive(() => new PyTuple([])),
    contiguous: alive((self) => self.layout.step === self.element.size),
    c_contiguous: alive((self) => self.layout.step === self.element.size),
    f_contiguous: alive((self) => self.layout.step === self.element.size),
  },
  methods: {
    'tobytes(order?)': (self: PyMemoryView) => new PyBytes(self.data.slice()),
    'tolist()': (self: PyMemoryView) => new PyList(itemsOf(self)),
    'hex(sep?, bytes_per_sep?)': (self: PyMemoryView, ...rest: (Value | undefined)[]) =>
      call(
        getAttribute(new PyBytes(self.data.slice()), 'hex'),
        rest.filter((each) => each !== undefined),
      ),
    'cast(format, shape?)': cast,
    'toreadonly()': (self: PyMemoryView) => {
      checkAlive(self);
      const made = another(self, {});
      made.isReadOnly = true;
      return made;
    },
    'release()': (self: PyMemoryView) => {
      self.isReleased = true;
      return null;
    },
  },
  compare: equality((self, other) => (other instanceof PyBytes ? isEqual(self, other) : undefined)),
  hash: (self) => {
    if (!self.isReadOnly) raiseValueError('cannot hash writable memoryview object');
    return hash(new PyBytes(self.data.slice()));
  },
  repr: (self) => `<${self.isReleased ? 'released memory' : 'memory'} at ${address(self)}>`,
  iterate: (self) => {
    const items = itemsOf(self);
    let at = 0;
    return () => items[at++];
  },
  length: (self) => {
    checkAlive(self);
    return self.layout.length;
  },
  contains: (self, item) => itemsOf(self).some((each) => each === item),
  getItem: (self, index) => {
    checkAlive(self);
    return index instanceof PySlice
      ? part(self, index)
      : self.element.read(dataView(self), place(self, index));
  },
  setItem: assign,
  enter: (self) => {
    checkAlive(self);
    return self;
  },
  exit: (self) => {
    self.isReleased = true;
    return null;
  },
});
memoryViewType.isFinal = true;
