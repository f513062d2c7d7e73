/** `io.BytesIO`: bytes in memory that are read and written like a file. */
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { elements } from '../../../protocols/iteration.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { list, PyBytes, PyObject, type Value } from '../../../values.ts';
import { streamAnswers } from './memoryText.ts';

export class PyBytesIO extends PyObject {
  /** Longer than what it holds, so that it can grow. */
  buffer = new Uint8Array(64);
  length = 0;
  position = 0;
  isClosed = false;
}

function checkOpen(self: PyBytesIO): void {
  if (self.isClosed) raiseValueError('I/O operation on closed file.');
}

function bytesArgument(value: Value): Uint8Array {
  if (value instanceof PyBytes) return value.data;
  return raiseTypeError(`a bytes-like object is required, not '${typeOf(value).name}'`);
}

function reserve(self: PyBytesIO, length: number): void {
  if (length <= self.buffer.length) return;
  const size = Math.max(length, self.buffer.length * 2);
  runtime().allocate(size);
  const larger = new Uint8Array(size);
  larger.set(self.buffer.subarray(0, self.length));
  self.buffer = larger;
}

function write(self: PyBytesIO, given: Value): Value {
  checkOpen(self);
  const added = bytesArgument(given);
  const end = self.position + added.length;
  reserve(self, end);
  self.buffer.set(added, self.position);
  self.length = Math.max(self.length, end);
  self.position = end;
  return added.length;
}

function take(self: PyBytesIO, end: number): PyBytes {
  const start = Math.min(self.position, self.length);
  const taken = new PyBytes(self.buffer.slice(start, end));
  self.position = Math.max(self.position, end);
  return taken;
}

function read(self: PyBytesIO, size: Value = null): PyBytes {
  checkOpen(self);
  const count = size === null ? -1 : sizeOf(size);
  const end = count < 0 ? self.length : Math.min(self.length, self.position + count);
  return take(self, Math.max(end, Math.min(self.position, self.length)));
}

function readLine(self: PyBytesIO, size: Value = null): PyBytes {
  checkOpen(self);
  const found = self.buffer.subarray(0, self.length).indexOf(10, self.position);
  const count = size === null ? -1 : sizeOf(size);
  const end = found < 0 ? self.length : found + 1;
  return take(self, count < 0 ? end : Math.min(end, self.position + count));
}

function seek(self: PyBytesIO, offset: Value, whence: Value = 0): Value {
  checkOpen(self);
  const [to, from] = [sizeOf(offset), sizeOf(whence)];
  if (from < 0 || from > 2) raiseValueError(`invalid whence (${from}, should be 0, 1 or 2)`);
  if (from === 0 && to < 0) raiseValueError(`negative seek value ${to}`);
  const base = from === 0 ? 0 : from === 1 ? self.position : self.length;
  self.position = Math.max(0, base + to);
  return self.position;
}

function nextLine(self: PyBytesIO): PyBytes | undefined {
  const line = readLine(self);
  return line.data.length > 0 ? line : undefined;
}

export const bytesIoType = defineType<PyBytesIO>({
  name: 'BytesIO',
  module: '_io',
  class: PyBytesIO,
  create: (type) => {
    const made = new PyBytesIO();
    if (type !== bytesIoType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const initial = args[0] ?? keywords?.get('initial_bytes') ?? null;
    if (initial === null) return;
    write(self, initial);
    self.position = 0;
  },
  constants: { __subclassable__: true, __dict__: null },
  attributes: { closed: (self) => self.isClosed },
  iterate: (self) => () => nextLine(self),
  next: nextLine,
  enter: (self) => {
    checkOpen(self);
    return self;
  },
  exit: (self) => {
    self.isClosed = true;
    return null;
  },
  methods: {
    ...streamAnswers,
    'write(b)': write,
    'writelines(lines)': (self: PyBytesIO, lines: Value) => {
      for (const line of elements(lines)) write(self, line);
      return null;
    },
    'read(size?)': read,
    'read1(size?)': read,
    'readline(size?)': readLine,
    'readlines(hint?)': (self: PyBytesIO) => {
      const lines: Value[] = [];
      for (let line = nextLine(self); line !== undefined; line = nextLine(self)) lines.push(line);
      return list(lines);
    },
    'getvalue()': (self: PyBytesIO) => {
      checkOpen(self);
      return new PyBytes(self.buffer.slice(0, self.length));
    },
    'getbuffer()': () => notSupported('BytesIO.getbuffer'),
    'readinto(b)': () => notSupported('BytesIO.readinto'),
    'seek(offset, whence?)': seek,
    'tell()': (self: PyBytesIO) => {
      checkOpen(self);
      return self.position;
    },
    'truncate(size?)': (self: PyBytesIO, size: Value = null) => {
      checkOpen(self);
      const length = size === null ? self.position : sizeOf(size);
      if (length < 0) raiseValueError(`negative size value ${length}`);
      if (length < self.length) {
        self.buffer.fill(0, length);
        self.length = length;
      }
      return length;
    },
    'close()': (self: PyBytesIO) => {
      self.isClosed = true;
      return null;
    },
  },
});
