/** `zlib` and `gzip`: data in memory. The bytes are those of zlib at its levels 1 to 9. Files are refused. */
import { deflate } from '../../../../base/deflate.ts';
import { InflateError, inflateAll } from '../../../../base/inflate.ts';
import { defineException, exceptionType, notSupported, raise } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { indexOf } from '../../../protocols/items.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { PyBytes, type PyModule, PyObject, type Value } from '../../../values.ts';
import { bytesOf, bytesValue } from './bufferArguments.ts';
import { adler32, adlerOf, crc32, crcOf } from './checksums.ts';

const zlibError = defineException('error', 'zlib');

/** What is around the deflated data. */
type Container = 'zlib' | 'gzip' | 'raw';

const turn = (): void => runtime().checkpoint();
const grow = (byteLength: number): void => runtime().allocate(byteLength);

function containerOf(bits: Value | undefined): Container {
  const width = bits === undefined ? 15 : Number(indexOf(bits));
  if (width >= 25 && width <= 31) return 'gzip';
  if (width < 0) return 'raw';
  return width === 15 || width === 0 ? 'zlib' : notSupported(`zlib with wbits=${width}`);
}

function levelOf(given: Value | undefined, otherwise = 6): number {
  const level = given === undefined ? -1 : Number(indexOf(given));
  if (level < -1 || level > 9) raise(zlibError, 'Bad compression level');
  if (level === 0) notSupported('zlib without compression');
  return level === -1 ? otherwise : level;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const word = (value: number, { isLittle }: { readonly isLittle: boolean }): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, isLittle);
  return bytes;
};

const zlibHeader = (level: number): Uint8Array =>
  Uint8Array.of(0x78, level < 2 ? 0x01 : level < 6 ? 0x5e : level === 6 ? 0x9c : 0xda);
const speedMark = (level: number): number => (level === 9 ? 2 : level === 1 ? 4 : 0);
const gzipHeader = (level: number): Uint8Array =>
  Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, speedMark(level), 3);

function headerOf(container: Container, level: number): Uint8Array {
  if (container === 'raw') return new Uint8Array(0);
  return container === 'zlib' ? zlibHeader(level) : gzipHeader(level);
}

function trailerOf(container: Container, bytes: Uint8Array): Uint8Array {
  if (container === 'raw') return new Uint8Array(0);
  if (container === 'zlib') return word(adlerOf(bytes), { isLittle: false });
  return joined(word(crcOf(bytes), { isLittle: true }), word(bytes.length >>> 0, { isLittle: true }));
}

function compressed(bytes: Uint8Array, level: number, container: Container): Uint8Array {
  grow(bytes.length * 2 + 300_000);
  return joined(headerOf(container, level), deflate(bytes, level, turn), trailerOf(container, bytes));
}

// -------------------------------------------------------------------------------------------------------- decompression

const failure = (code: -3 | -5, what: string): never =>
  raise(zlibError, `Error ${code} while decompressing data: ${what}`);
const truncated = (): never => failure(-5, 'incomplete or truncated stream');

/** Where the deflated data begins in a gzip member. */
function gzipStart(data: Uint8Array): number {
  const flags = data[3] ?? truncated();
  let at = 10;
  if (flags & 4) at += 2 + (data[at] ?? 0) + (data[at + 1] ?? 0) * 256;
  for (const flag of [8, 16]) {
    if (flags & flag) at = data.indexOf(0, at) + 1;
  }
  return flags & 2 ? at + 2 : at;
}

function startOf(data: Uint8Array, container: Container): number {
  if (container === 'raw') return 0;
  const [first, second] = data;
  if (first === undefined || second === undefined) return truncated();
  if (container === 'gzip') {
    return first === 0x1f && second === 0x8b ? gzipStart(data) : failure(-3, 'incorrect header check');
  }
  if (((first << 8) | second) % 31 !== 0) failure(-3, 'incorrect header check');
  if ((first & 15) !== 8) failure(-3, 'unknown compression method');
  return second & 32 ? notSupported('zlib with a dictionary') : 2;
}

/** The bytes, and where what follows them begins. */
function decompressed(
  data: Uint8Array,
  container: Container,
): { readonly bytes: Uint8Array; readonly end: number } {
  const start = startOf(data, container);
  const { bytes, end } = inflated(data.subarray(start));
  const trailer = data.subarray(
    start + end,
    start + end + (container === 'gzip' ? 8 : container === 'zlib' ? 4 : 0),
  );
  const expected = trailerOf(container, bytes);
  if (trailer.length < expected.length) truncated();
  if (trailer.some((byte, index) => byte !== expected[index])) failure(-3, 'incorrect data check');
  return { bytes, end: start + end + trailer.length };
}

function inflated(data: Uint8Array): { readonly bytes: Uint8Array; readonly end: number } {
  try {
    return inflateAll(data, { turn, grow });
  } catch (error) {
    if (!(error instanceof InflateError)) throw error;
    if (error.message === 'the data ends too early') return truncated();
    if (error.message === 'a block has an unknown kind') return failure(-3, 'invalid block type');
    if (error.message === 'a distance leads before the beginning') {
      return failure(-3, 'invalid distance too far back');
    }
    return notSupported('what zlib says of this broken data');
  }
}

// ------------------------------------------------------------------------------------------------------------- objects

/** `compressobj`: everything comes with the end. */
class PyCompressor extends PyObject {
  readonly level: number;
  readonly container: Container;
  data: readonly Uint8Array[] = [];
  constructor(level: number, container: Container) {
    super();
    this.level = level;
    this.container = container;
  }
}

defineType<PyCompressor>({
  name: 'zlib.Compress',
  module: 'zlib',
  class: PyCompressor,
  methods: {
    'compress(data, /)': (self: PyCompressor, given: Value) => {
      const isFirst = self.data.length === 0;
      const bytes = bytesOf(given);
      grow(bytes.length);
      self.data = [...self.data, bytes.slice()];
      return bytesValue(isFirst ? headerOf(self.container, self.level) : new Uint8Array(0));
    },
    'flush(mode?, /)': (self: PyCompressor, mode?: Value) => {
      if (mode !== undefined && mode !== 4) notSupported('flushing zlib before the end');
      const all = compressed(joined(...self.data), self.level, self.container);
      const told = self.data.length === 0 ? 0 : headerOf(self.container, self.level).length;
      return bytesValue(all.slice(told));
    },
  },
});

/** `decompressobj`: gives everything once the end has come. */
class PyDecompressor extends PyObject {
  readonly container: Container;
  data = new Uint8Array(0);
  isAtEnd = false;
  unused = new Uint8Array(0);
  constructor(container: Container) {
    super();
    this.container = container;
  }
}

defineType<PyDecompressor>({
  name: 'zlib.Decompress',
  module: 'zlib',
  class: PyDecompressor,
  attributes: {
    eof: (self) => self.isAtEnd,
    unused_data: (self) => new PyBytes(self.unused),
    unconsumed_tail: () => new PyBytes(new Uint8Array(0)),
  },
  methods: {
    'decompress(data, /, max_length?)': (self: PyDecompressor, given: Value, most?: Value) => {
      if (most !== undefined && most !== 0) notSupported('decompressing a part');
      const data = bytesOf(given);
      if (self.data.length > 0 || self.isAtEnd) notSupported('decompressing in parts');
      const { bytes, end } = decompressed(data, self.container);
      self.isAtEnd = true;
      self.unused = data.slice(end);
      return bytesValue(bytes);
    },
    'flush(length?, /)': () => new PyBytes(new Uint8Array(0)),
  },
});

export const zlibModule = (): PyModule =>
  defineModule({
    name: 'zlib',
    values: {
      error: zlibError,
      MAX_WBITS: 15,
      DEFLATED: 8,
      DEF_MEM_LEVEL: 8,
      Z_BEST_SPEED: 1,
      Z_BEST_COMPRESSION: 9,
      Z_DEFAULT_COMPRESSION: -1,
      Z_DEFAULT_STRATEGY: 0,
      Z_FINISH: 4,
      Z_NO_FLUSH: 0,
      Z_SYNC_FLUSH: 2,
      Z_FULL_FLUSH: 3,
    },
    functions: {
      'crc32(data, value?, /)': crc32,
      'adler32(data, value?, /)': adler32,
      'compress(data, /, level?, wbits?)': (data: Value, level?: Value, bits?: Value) =>
        bytesValue(compressed(bytesOf(data), levelOf(level), containerOf(bits))),
      'decompress(data, /, wbits?, bufsize?)': (data: Value, bits?: Value) =>
        bytesValue(decompressed(bytesOf(data), containerOf(bits)).bytes),
      'compressobj(level?, method?, wbits?)': (level?: Value, _method?: Value, bits?: Value) =>
        new PyCompressor(levelOf(level), containerOf(bits)),
      'decompressobj(wbits?)': (bits?: Value) => new PyDecompressor(containerOf(bits)),
    },
    refused: '*',
  });

const badGzipFileType = defineException('BadGzipFile', 'gzip', exceptionType('OSError'));

function gunzip(data: Value): Value {
  const all = bytesOf(data);
  const parts: Uint8Array[] = [];
  for (let rest = all; rest.length > 0; ) {
    if (rest[0] !== 0x1f || rest[1] !== 0x8b) {
      raise(badGzipFileType, `Not a gzipped file (${repr(new PyBytes(rest.slice(0, 2)))})`);
    }
    const { bytes, end } = decompressed(rest, 'gzip');
    parts.push(bytes);
    rest = rest.subarray(end);
    while (rest[0] === 0) rest = rest.subarray(1);
  }
  return bytesValue(joined(...parts));
}

export const gzipModule = (): PyModule =>
  defineModule({
    name: 'gzip',
    values: { BadGzipFile: badGzipFileType },
    functions: {
      'compress(data, compresslevel?, *, mtime?)': (data: Value, given?: Value, time?: Value) => {
        const level = levelOf(given, 9);
        const all = compressed(bytesOf(data), given === undefined ? 9 : level, 'gzip');
        if (time === 0) return bytesValue(all);
        const moment =
          time === undefined || time === null ? runtime().wallClock() / 1000 : Number(indexOf(time));
        all.set(word(Math.trunc(moment), { isLittle: true }), 4);
        all[9] = 255;
        return bytesValue(all);
      },
      'decompress(data)': gunzip,
    },
    refused: '*',
  });
