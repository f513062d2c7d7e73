/** What `open` gives: text files and binary files that are only read. Their bytes are read when they are opened. */
import { exceptionType, notSupported, raise, raiseValueError } from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import { PyBytes, PyList, PyObject, PyUnicode, type Value } from '../../values.ts';
import { unsupportedOperation } from './fileErrors.ts';
import type { TextReader } from './textReader.ts';

/** What both kinds of files share. */
abstract class PyFile extends PyObject {
  /** As the program gave it. */
  readonly name: Value;
  readonly mode: string;
  isClosed = false;
  constructor(name: Value, mode: string) {
    super();
    this.name = name;
    this.mode = mode;
  }
}

/** A file opened as text. */
export class PyTextFile extends PyFile {
  readonly reader: TextReader;
  readonly encoding: string;
  readonly errors: string;
  /** What it was made from. */
  readonly bytes: Uint8Array;
  /** `codecs.open` of Python 2 gives `unicode`. */
  readonly givesUnicode: boolean;
  /** `next` reads ahead, so that `tell` has no answer until the next `seek`. */
  isIterating = false;
  constructor(
    place: { readonly name: Value; readonly mode: string },
    content: {
      readonly reader: TextReader;
      readonly encoding: string;
      readonly errors: string;
      readonly bytes: Uint8Array;
      readonly givesUnicode: boolean;
    },
  ) {
    super(place.name, place.mode);
    this.reader = content.reader;
    this.encoding = content.encoding;
    this.errors = content.errors;
    this.bytes = content.bytes;
    this.givesUnicode = content.givesUnicode;
  }
}

/** A file opened as bytes. */
export class PyBinaryFile extends PyFile {
  readonly bytes: Uint8Array;
  position = 0;
  constructor(name: Value, mode: string, bytes: Uint8Array) {
    super(name, mode);
    this.bytes = bytes;
  }
}

function checkOpen(self: PyFile): void {
  if (!self.isClosed) return;
  raiseValueError(pythonVersion() === 2 ? 'I/O operation on closed file' : 'I/O operation on closed file.');
}

/** A number of characters or bytes; null: all. */
function countOf(size: Value | undefined): number | null {
  const count = size === undefined || size === null ? -1 : tryIndex(size);
  if (count === undefined) return notSupported('this number of characters');
  return count < 0 ? null : Number(count);
}

const unsupported = (what: string): never => raise(unsupportedOperation, what);

const common = {
  'flush()': () => null,
  'readable()': () => true,
  'writable()': () => false,
  'seekable()': () => true,
  'isatty()': () => false,
  'fileno()': () => notSupported('fileno()'),
  'write(text)': (self: PyFile) => {
    checkOpen(self);
    if (pythonVersion() === 2) raise(exceptionType('OSError'), 'File not open for writing');
    return unsupported(self instanceof PyTextFile ? 'not writable' : 'write');
  },
  'writelines(lines)': (self: PyFile) => {
    checkOpen(self);
    return unsupported(self instanceof PyTextFile ? 'not writable' : 'write');
  },
  'truncate(size?)': () => unsupported('truncate'),
  'close()': (self: PyFile) => {
    self.isClosed = true;
    return null;
  },
};

const enter = (self: PyFile): Value => {
  checkOpen(self);
  return self;
};

const exit = (self: PyFile): Value => {
  self.isClosed = true;
  return null;
};

/** All lines from here, or those of about `hint` characters. */
function linesOf<T extends { readonly length: number }>(next: () => T | null, hint: number | null): T[] {
  const lines: T[] = [];
  let length = 0;
  for (let line = next(); line !== null; line = next()) {
    runtime().checkpoint();
    lines.push(line);
    length += line.length;
    if (hint !== null && hint > 0 && length >= hint) break;
  }
  return lines;
}

// ---------------------------------------------------------------------------------------------------------------- text

const textValue = (self: PyTextFile, text: string): Value => (self.givesUnicode ? new PyUnicode(text) : text);

function nextLine(self: PyTextFile): string | null {
  const line = self.reader.line();
  return line === '' ? null : line;
}

function seekText(self: PyTextFile, offset: Value, whence: Value | undefined): Value {
  checkOpen(self);
  const place = Number(tryIndex(offset) ?? notSupported('this place in a file'));
  const from = whence ?? 0;
  self.isIterating = false;
  if (from === 0) {
    if (place < 0) raiseValueError(`negative seek position ${place}`);
    self.reader.seek(place);
    return place;
  }
  if (from === 1 && place !== 0) return unsupported("can't do nonzero cur-relative seeks");
  if (from === 2 && place !== 0) return unsupported("can't do nonzero end-relative seeks");
  if (from === 2) self.reader.seekToEnd();
  else if (from !== 1) return raiseValueError(`invalid whence (${repr(from)}, should be 0, 1 or 2)`);
  return self.reader.bytePosition;
}

defineType<PyTextFile>({
  name: 'TextIOWrapper',
  module: '_io',
  class: PyTextFile,
  attributes: {
    name: (self) => self.name,
    mode: (self) => self.mode,
    encoding: (self) => self.encoding,
    errors: (self) => self.errors,
    closed: (self) => self.isClosed,
    newlines: () => notSupported('newlines'),
    buffer: (self) => new PyBinaryFile(self.name, 'rb', self.bytes),
  },
  methods: {
    ...common,
    'read(size?)': (self: PyTextFile, size?: Value) => {
      checkOpen(self);
      const count = countOf(size);
      return textValue(self, count === null ? self.reader.rest() : self.reader.take(count));
    },
    'readline(size?)': (self: PyTextFile, size?: Value) => {
      checkOpen(self);
      return textValue(self, self.reader.line(countOf(size) ?? undefined));
    },
    'readlines(hint?)': (self: PyTextFile, hint?: Value) => {
      checkOpen(self);
      const lines = linesOf(() => nextLine(self), countOf(hint));
      return new PyList(lines.map((line) => textValue(self, line)));
    },
    'seek(offset, whence?)': seekText,
    'tell()': (self: PyTextFile) => {
      checkOpen(self);
      if (self.isIterating) raise(exceptionType('OSError'), 'telling position disabled by next() call');
      return self.reader.bytePosition;
    },
  },
  iterate: (self) => {
    checkOpen(self);
    return () => nextText(self);
  },
  next: (self) => nextText(self),
  enter,
  exit,
  repr: (self) =>
    pythonVersion() === 2
      ? `<${self.isClosed ? 'closed' : 'open'} file ${repr(self.name)}, mode '${self.mode}'>`
      : `<_io.TextIOWrapper name=${repr(self.name)} mode='${self.mode}' encoding='${self.encoding}'>`,
});

function nextText(self: PyTextFile): Value | undefined {
  checkOpen(self);
  const line = nextLine(self);
  self.isIterating = line !== null && pythonVersion() === 3;
  return line === null ? undefined : textValue(self, line);
}

// --------------------------------------------------------------------------------------------------------------- bytes

function takeBytes(self: PyBinaryFile, count: number | null): PyBytes {
  checkOpen(self);
  const end = count === null ? self.bytes.length : Math.min(self.position + count, self.bytes.length);
  const taken = self.bytes.slice(self.position, end);
  self.position = Math.max(end, self.position);
  return new PyBytes(taken);
}

function takeLine(self: PyBinaryFile, limit: number | null): PyBytes {
  const feed = self.bytes.indexOf(10, self.position);
  const end = feed < 0 ? self.bytes.length : feed + 1;
  return takeBytes(self, Math.min(end - self.position, limit ?? Number.POSITIVE_INFINITY));
}

function nextBytes(self: PyBinaryFile): PyBytes | null {
  const line = takeLine(self, null);
  return line.data.length === 0 ? null : line;
}

function seekBytes(self: PyBinaryFile, offset: Value, whence: Value | undefined): Value {
  checkOpen(self);
  const place = Number(tryIndex(offset) ?? notSupported('this place in a file'));
  const from = whence ?? 0;
  if (from !== 0 && from !== 1 && from !== 2) raiseValueError(`whence value ${repr(from)} unsupported`);
  const target = place + (from === 0 ? 0 : from === 1 ? self.position : self.bytes.length);
  if (target < 0) raise(exceptionType('OSError'), 22, 'Invalid argument');
  self.position = target;
  return target;
}

defineType<PyBinaryFile>({
  name: 'BufferedReader',
  module: '_io',
  class: PyBinaryFile,
  attributes: { name: (self) => self.name, mode: (self) => self.mode, closed: (self) => self.isClosed },
  methods: {
    ...common,
    'read(size?)': (self: PyBinaryFile, size?: Value) => takeBytes(self, countOf(size)),
    'read1(size?)': (self: PyBinaryFile, size?: Value) => takeBytes(self, countOf(size)),
    'peek(size?)': (self: PyBinaryFile) => new PyBytes(self.bytes.slice(self.position)),
    'readline(size?)': (self: PyBinaryFile, size?: Value) => takeLine(self, countOf(size)),
    'readlines(hint?)': (self: PyBinaryFile, hint?: Value) => {
      const next = () => nextBytes(self);
      const sized = () => {
        const line = next();
        return line === null ? null : { line, length: line.data.length };
      };
      return new PyList(linesOf(sized, countOf(hint)).map(({ line }) => line));
    },
    'seek(offset, whence?)': seekBytes,
    'tell()': (self: PyBinaryFile) => {
      checkOpen(self);
      return self.position;
    },
  },
  iterate: (self) => {
    checkOpen(self);
    return () => nextBytes(self) ?? undefined;
  },
  next: (self) => nextBytes(self) ?? undefined,
  enter,
  exit,
  repr: (self) => `<_io.BufferedReader name=${repr(self.name)}>`,
});
