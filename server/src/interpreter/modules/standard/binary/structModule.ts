/** `struct`: values as bytes of C types, with CPython's sizes, alignment and messages. */
import { defineException, exceptionType, raise, raiseOverflowError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf, tryIndex } from '../../../protocols/items.ts';
import { asDouble } from '../../../protocols/numbers.ts';
import { defineType, lookupInType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { asText } from '../../../types/textValues.ts';
import {
  float,
  int,
  PyByteArray,
  PyBytes,
  PyIterator,
  type PyModule,
  PyObject,
  PyTuple,
  type Value,
} from '../../../values.ts';
import { bytesOf, bytesValue } from './bufferArguments.ts';

const structErrorType = defineException('error', 'struct', exceptionType('Exception'));
const fail = (message: string): never => raise(structErrorType, message);

/** Size with native alignment, standard size (0: only native), and what it is. */
type Kind = 'pad' | 'char' | 'int' | 'uint' | 'bool' | 'float' | 'text' | 'pascal';
const codes = new Map<string, readonly [native: number, standard: number, kind: Kind, name: string]>([
  ['x', [1, 1, 'pad', '']],
  ['c', [1, 1, 'char', '']],
  ['b', [1, 1, 'int', 'byte']],
  ['B', [1, 1, 'uint', 'ubyte']],
  ['?', [1, 1, 'bool', '']],
  ['h', [2, 2, 'int', 'short']],
  ['H', [2, 2, 'uint', 'ushort']],
  ['i', [4, 4, 'int', 'int']],
  ['I', [4, 4, 'uint', 'uint']],
  ['l', [8, 4, 'int', 'long']],
  ['L', [8, 4, 'uint', 'ulong']],
  ['q', [8, 8, 'int', 'longlong']],
  ['Q', [8, 8, 'uint', 'ulonglong']],
  ['n', [8, 0, 'int', 'ssize_t']],
  ['N', [8, 0, 'uint', 'size_t']],
  ['P', [8, 0, 'uint', 'pointer']],
  ['e', [2, 2, 'float', '']],
  ['f', [4, 4, 'float', '']],
  ['d', [8, 8, 'float', '']],
  ['s', [1, 1, 'text', '']],
  ['p', [1, 1, 'pascal', '']],
]);

interface Item {
  readonly code: string;
  readonly kind: Kind;
  readonly size: number;
  readonly offset: number;
  /** Of texts and padding: how many bytes. */
  readonly count: number;
}

interface Layout {
  readonly format: string;
  readonly items: readonly Item[];
  readonly size: number;
  readonly isLittle: boolean;
  readonly isNative: boolean;
}

function parseLayout(given: Value): Layout {
  const format =
    asText(given) ??
    String.fromCharCode(...bytesOf(given, 'Struct() argument 1 must be a str or bytes object, not %'));
  const order = /^[@=<>!]/.test(format) ? format[0]! : '@';
  const isNative = order === '@';
  const items: Item[] = [];
  let offset = 0;
  const body = format.replace(/^[@=<>!]/, '');
  const pattern = /\s+|(\d*)(\D?)/gy;
  while (pattern.lastIndex < body.length) {
    const [text, digits, code] = pattern.exec(body)!;
    if (text.trim() === '') continue;
    if (code === '') fail('repeat count given without format specifier');
    const row = codes.get(code!);
    const size = row ? (isNative ? row[0] : row[1]) : 0;
    if (!row || size === 0) return fail('bad char in struct format');
    const [, , kind] = row;
    const count = digits === '' ? 1 : Number(digits);
    if (isNative && kind !== 'text' && kind !== 'pascal') offset = Math.ceil(offset / size) * size;
    runtime().allocate(count);
    if (kind === 'text' || kind === 'pascal' || kind === 'pad') {
      items.push({ code: code!, kind, size, offset, count });
      offset += count;
    } else {
      for (let i = 0; i < count; i++, offset += size)
        items.push({ code: code!, kind, size, offset, count: 1 });
    }
  }
  return { format, items, size: offset, isLittle: order !== '>' && order !== '!', isNative };
}

// --------------------------------------------------------------------------------------------------------------- pack

function integerOf(value: Value): bigint {
  const index =
    typeof value === 'object' && value !== null && lookupInType(typeOf(value), '__index__') === undefined
      ? undefined
      : tryIndex(value);
  return index === undefined ? fail('required argument is not an integer') : BigInt(index);
}

function integerBounds(bits: bigint, sign: 'signed' | 'unsigned'): readonly [bigint, bigint] {
  return sign === 'signed' ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

/** CPython 2 converts to a C long first, and complains about that in other words. */
function checkRange(value: bigint, item: Item): void {
  const isSigned = item.kind === 'int';
  if (runtime().python === 3) {
    const [low, high] = integerBounds(BigInt(item.size * 8), isSigned ? 'signed' : 'unsigned');
    if (value < low || value > high) fail(`'${item.code}' format requires ${low} <= number <= ${high}`);
    return;
  }
  const [least, most] = integerBounds(64n, isSigned || item.size < 4 ? 'signed' : 'unsigned');
  if (value < least || value > most) fail('argument out of range');
  const [low, high] = integerBounds(BigInt(item.size * 8), isSigned ? 'signed' : 'unsigned');
  if (value >= low && value <= high) return;
  const name = item.size < 4 ? codes.get(item.code)![3] : `'${item.code}'`;
  fail(`${name} format requires ${low} <= number <= ${high}`);
}

/** The 16 bits of a half-precision float, rounded to even. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (size >= 65520) return raiseOverflowError('float too large to pack with e format');
  const exponent = size === 0 ? -14 : Math.max(-14, Math.floor(Math.log2(size)));
  const scaled = size / 2 ** (exponent - 10);
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
  return sign | (exponent === -14 ? rounded : rounded + ((exponent + 14) << 10));
}

function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

function packFloat(view: DataView, at: number, value: Value, how: Layout): void {
  const number =
    asDouble(value) ??
    (lookupInType(typeOf(value), '__float__') === undefined
      ? fail('required argument is not a float')
      : toFloat(value));
  if (how.size === 2) view.setUint16(at, halfBits(number), how.isLittle);
  else if (how.size === 8) view.setFloat64(at, number, how.isLittle);
  else {
    if (!how.isNative && Number.isFinite(number) && !Number.isFinite(Math.fround(number))) {
      raiseOverflowError('float too large to pack with f format');
    }
    view.setFloat32(at, number, how.isLittle);
  }
}

function packItem(view: DataView, item: Item, value: Value, layout: Layout): void {
  const { offset, size } = item;
  switch (item.kind) {
    case 'char': {
      const data = value instanceof PyBytes || runtime().python === 2 ? bytesOf(value) : null;
      if (data?.length !== 1) fail('char format requires a bytes object of length 1');
      view.setUint8(offset, data![0]!);
      return;
    }
    case 'bool':
      view.setUint8(offset, isTrue(value) ? 1 : 0);
      return;
    case 'float':
      packFloat(view, offset, value, { ...layout, size });
      return;
    case 'text':
    case 'pascal': {
      if (!(value instanceof PyBytes) && runtime().python === 3) {
        fail(`argument for '${item.code}' must be a bytes object`);
      }
      const room = item.kind === 'text' ? item.count : Math.min(item.count - 1, 255);
      const data = bytesOf(value).slice(0, Math.max(0, room));
      if (item.kind === 'pascal' && item.count > 0) view.setUint8(offset, data.length);
      const start = offset + (item.kind === 'text' ? 0 : 1);
      for (const [index, byte] of data.entries()) view.setUint8(start + index, byte);
      return;
    }
    default: {
      const integer = integerOf(value);
      checkRange(integer, item);
      for (let i = 0; i < size; i++) {
        const shift = BigInt(8 * (layout.isLittle ? i : size - 1 - i));
        view.setUint8(offset + i, Number((integer >> shift) & 255n));
      }
    }
  }
}

function pack(layout: Layout, values: readonly Value[], name = 'pack'): Uint8Array {
  const wanted = layout.items.filter((item) => item.kind !== 'pad');
  if (wanted.length !== values.length) {
    fail(`${name} expected ${wanted.length} items for packing (got ${values.length})`);
  }
  const bytes = new Uint8Array(layout.size);
  const view = new DataView(bytes.buffer);
  for (const [index, item] of wanted.entries()) packItem(view, item, values[index]!, layout);
  return bytes;
}

// ------------------------------------------------------------------------------------------------------------- unpack

function unpackItem(view: DataView, at: number, item: Item, isLittle: boolean): Value {
  const offset = at + item.offset;
  const slice = (start: number, count: number): Value =>
    bytesValue(new Uint8Array(view.buffer, view.byteOffset + start, count).slice());
  switch (item.kind) {
    case 'char':
      return slice(offset, 1);
    case 'bool':
      return view.getUint8(offset) !== 0;
    case 'float':
      if (item.size === 2) return float(halfValue(view.getUint16(offset, isLittle)));
      return float(item.size === 4 ? view.getFloat32(offset, isLittle) : view.getFloat64(offset, isLittle));
    case 'text':
      return slice(offset, item.count);
    case 'pascal':
      return slice(offset + 1, item.count === 0 ? 0 : Math.min(view.getUint8(offset), item.count - 1));
    default: {
      let value = 0n;
      for (let i = 0; i < item.size; i++) {
        value = (value << 8n) | BigInt(view.getUint8(offset + (isLittle ? item.size - 1 - i : i)));
      }
      return int(item.kind === 'int' ? BigInt.asIntN(item.size * 8, value) : value);
    }
  }
}

function unpackAt(layout: Layout, data: Uint8Array, at: number): PyTuple {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const items = layout.items.filter((item) => item.kind !== 'pad');
  return new PyTuple(items.map((item) => unpackItem(view, at, item, layout.isLittle)));
}

function unpack(layout: Layout, buffer: Value): Value {
  const data = bytesOf(buffer);
  if (data.length !== layout.size) fail(`unpack requires a buffer of ${layout.size} bytes`);
  return unpackAt(layout, data, 0);
}

function startOf(given: Value | undefined, length: number): number {
  const offset = given === undefined ? 0 : sizeOf(given);
  return offset < 0 ? offset + length : offset;
}

function unpackFrom(layout: Layout, buffer: Value, offset?: Value): Value {
  const data = bytesOf(buffer);
  const start = startOf(offset, data.length);
  if (start < 0 || data.length - start < layout.size) {
    fail(
      `unpack_from requires a buffer of at least ${start + layout.size} bytes for unpacking ${layout.size} bytes at offset ${start} (actual buffer size is ${data.length})`,
    );
  }
  return unpackAt(layout, data, start);
}

function packInto(layout: Layout, buffer: Value, offset: Value, values: readonly Value[]): null {
  const bytes = pack(layout, values, 'pack_into');
  if (!(buffer instanceof PyByteArray)) {
    return fail(`argument must be read-write bytes-like object, not ${typeOf(buffer).name}`);
  }
  const start = startOf(offset, buffer.data.length);
  if (start < 0 || buffer.data.length - start < bytes.length) {
    fail(
      `pack_into requires a buffer of at least ${start + bytes.length} bytes for packing ${bytes.length} bytes at offset ${start} (actual buffer size is ${buffer.data.length})`,
    );
  }
  buffer.data.set(bytes, start);
  return null;
}

function iterUnpack(layout: Layout, buffer: Value): Value {
  const data = bytesOf(buffer);
  if (layout.size === 0) fail('cannot iteratively unpack with a struct of length 0');
  if (data.length % layout.size !== 0) {
    fail(`iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`);
  }
  let at = -layout.size;
  return new PyIterator('unpack_iterator', () => {
    at += layout.size;
    return at < data.length ? unpackAt(layout, data, at) : undefined;
  });
}

// ------------------------------------------------------------------------------------------------------------- module

class PyStruct extends PyObject {
  readonly layout: Layout;
  constructor(layout: Layout) {
    super();
    this.layout = layout;
  }
}

const structType = defineType<PyStruct>({
  name: 'Struct',
  module: '_struct',
  class: PyStruct,
  create: (_type, args) => new PyStruct(parseLayout(args[0] ?? fail('Struct() takes a format'))),
  attributes: { format: (self) => self.layout.format, size: (self) => self.layout.size },
  repr: (self) => `_struct.Struct('${self.layout.format}')`,
  methods: {
    'pack(*values)': (self: PyStruct, values: Value[]) => bytesValue(pack(self.layout, values)),
    'pack_into(buffer, offset, *values)': (self: PyStruct, buffer: Value, offset: Value, values: Value[]) =>
      packInto(self.layout, buffer, offset, values),
    'unpack(buffer)': (self: PyStruct, buffer: Value) => unpack(self.layout, buffer),
    'unpack_from(buffer, offset?)': (self: PyStruct, buffer: Value, offset?: Value) =>
      unpackFrom(self.layout, buffer, offset),
    'iter_unpack(buffer)': (self: PyStruct, buffer: Value) => iterUnpack(self.layout, buffer),
  },
});

export const structModule = (): PyModule =>
  defineModule({
    name: 'struct',
    values: { error: structErrorType, Struct: structType },
    functions: {
      'pack(format, *values)': (format: Value, values: Value[]) =>
        bytesValue(pack(parseLayout(format), values)),
      'pack_into(format, buffer, offset, *values)': (
        format: Value,
        buffer: Value,
        offset: Value,
        values: Value[],
      ) => packInto(parseLayout(format), buffer, offset, values),
      'unpack(format, buffer)': (format: Value, buffer: Value) => unpack(parseLayout(format), buffer),
      'unpack_from(format, buffer, offset?)': (format: Value, buffer: Value, offset?: Value) =>
        unpackFrom(parseLayout(format), buffer, offset),
      'iter_unpack(format, buffer)': (format: Value, buffer: Value) =>
        iterUnpack(parseLayout(format), buffer),
      'calcsize(format)': (format: Value) => parseLayout(format).size,
    },
  });
