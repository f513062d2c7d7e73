/** `io.StringIO` and Python 2's `StringIO.StringIO`: a text in memory that is read and written like a file. */
import {
  defineException,
  exceptionType,
  notSupported,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { elements } from '../../../protocols/iteration.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { pythonVersion, runtime } from '../../../runtime.ts';
import { areUnicode, asText } from '../../../types/textValues.ts';
import { list, PyObject, PyUnicode, type Value } from '../../../values.ts';

/** `io.UnsupportedOperation`; of CPython's two bases the first is kept. */
export const unsupportedOperationType = defineException(
  'UnsupportedOperation',
  'io',
  exceptionType('OSError'),
);

export class PyStringIO extends PyObject {
  /** The text up to `position` and after it are one string; positions count its units. */
  text = '';
  position = 0;
  isClosed = false;
  /** Python 2: something in it is unicode, and so is what is read. */
  isUnicode = false;
  /** As given: null translates every end of line to `\n` when text is written. */
  newline: string | null = '\n';
}

function checkOpen(self: PyStringIO): void {
  if (self.isClosed) raiseValueError('I/O operation on closed file');
}

const hasPairs = /[\ud800-\udbff][\udc00-\udfff]/;

/** Positions are those of code points; with characters of two units they would not be. */
function checkPositions(self: PyStringIO): void {
  if (hasPairs.test(self.text)) notSupported('positions in a StringIO with characters beyond U+FFFF');
}

function translated(text: string, newline: string | null): string {
  if (newline === null) return text.replace(/\r\n?/g, '\n');
  return newline === '\r' || newline === '\r\n' ? text.replace(/\n/g, newline) : text;
}

function write(self: PyStringIO, given: Value): Value {
  checkOpen(self);
  const text = asText(given) ?? raiseTypeError(`string argument expected, got '${typeOf(given).name}'`);
  if (areUnicode(self.isUnicode ? [given, new PyUnicode('')] : [given, self.text])) self.isUnicode = true;
  const added = translated(text, self.newline);
  runtime().allocate(added.length);
  if (self.position > self.text.length) self.text = self.text.padEnd(self.position, '\0');
  if (self.position === self.text.length) self.text += added;
  else {
    checkPositions(self);
    self.text = self.text.slice(0, self.position) + added + self.text.slice(self.position + added.length);
  }
  self.position += added.length;
  return pythonVersion() === 2 ? null : [...text].length;
}

function read(self: PyStringIO, size: Value = null): Value {
  checkOpen(self);
  const start = Math.min(self.position, self.text.length);
  const count = size === null ? -1 : sizeOf(size);
  if (count >= 0) checkPositions(self);
  const end = count < 0 ? self.text.length : Math.min(self.text.length, start + count);
  self.position = Math.max(self.position, end);
  return textOf(self, self.text.slice(start, end));
}

function lineEnd(self: PyStringIO): number {
  const { text, position, newline } = self;
  const mark = newline === '' ? /\r\n?|\n/g : newline === null || newline === '\n' ? '\n' : newline;
  if (typeof mark === 'string') {
    const found = text.indexOf(mark, position);
    return found < 0 ? text.length : found + mark.length;
  }
  mark.lastIndex = position;
  return mark.test(text) ? mark.lastIndex : text.length;
}

/** The next line; an empty text at the end. */
function readLine(self: PyStringIO, size: Value = null): string {
  checkOpen(self);
  if (self.position >= self.text.length) return '';
  const count = size === null ? -1 : sizeOf(size);
  const end = count < 0 ? lineEnd(self) : Math.min(lineEnd(self), self.position + count);
  const line = self.text.slice(self.position, end);
  self.position = end;
  return line;
}

function seek(self: PyStringIO, offset: Value, whence: Value = 0): Value {
  checkOpen(self);
  const [to, from] = [sizeOf(offset), sizeOf(whence)];
  if (from < 0 || from > 2) raiseValueError(`Invalid whence (${from}, should be 0, 1 or 2)`);
  if (from === 0 && to < 0) raiseValueError(`Negative seek position ${to}`);
  if (from !== 0 && to !== 0) {
    if (pythonVersion() === 3) raise(exceptionType('OSError'), "Can't do nonzero cur-relative seeks");
    self.position = Math.max(0, to + (from === 1 ? self.position : self.text.length));
    return null;
  }
  checkPositions(self);
  if (from === 0) self.position = to;
  else if (from === 2) self.position = self.text.length;
  return pythonVersion() === 2 ? null : self.position;
}

function truncate(self: PyStringIO, size: Value = null): Value {
  checkOpen(self);
  checkPositions(self);
  const length = size === null ? self.position : sizeOf(size);
  if (length < 0) raiseValueError(`Negative size value ${length}`);
  self.text = self.text.slice(0, length);
  return length;
}

/** A part of what it holds as a value. */
const textOf = (self: PyStringIO, text: string): Value => (self.isUnicode ? new PyUnicode(text) : text);

function nextLine(self: PyStringIO): Value | undefined {
  const line = readLine(self);
  return line === '' ? undefined : textOf(self, line);
}

function readLines(self: PyStringIO, hint: Value = null): Value {
  const most = hint === null ? 0 : sizeOf(hint);
  const lines: Value[] = [];
  let size = 0;
  for (let line = readLine(self); line !== ''; line = readLine(self)) {
    lines.push(textOf(self, line));
    size += line.length;
    if (most > 0 && size >= most) break;
  }
  return list(lines);
}

/** What text and byte streams in memory have in common. */
export const streamAnswers = {
  'readable()': () => true,
  'writable()': () => true,
  'seekable()': () => true,
  'isatty()': () => false,
  'flush()': () => null,
  'fileno()': () => raise(unsupportedOperationType, 'fileno'),
};

export const stringIoType = defineType<PyStringIO>({
  name: 'StringIO',
  module: '_io',
  class: PyStringIO,
  create: (type) => {
    const made = new PyStringIO();
    if (type !== stringIoType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const initial = args[0] ?? keywords?.get('initial_value') ?? null;
    const newline = args[1] === undefined ? keywords?.get('newline') : args[1];
    if (newline !== undefined) self.newline = asText(newline);
    if (initial === null) return;
    const text = asText(initial);
    if (text === null) {
      raiseTypeError(`initial_value must be str or None, not ${typeOf(initial).name}`);
    }
    self.text = translated(text, self.newline);
    self.isUnicode = areUnicode([initial]);
  },
  constants: { __subclassable__: true, __dict__: null },
  attributes: {
    closed: (self) => self.isClosed,
    newlines: () => null,
    line_buffering: () => false,
    encoding: () => null,
    errors: () => null,
  },
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
    'write(s)': write,
    'writelines(lines)': (self: PyStringIO, lines: Value) => {
      for (const line of elements(lines)) write(self, line);
      return null;
    },
    'read(size?)': read,
    'readline(size?)': (self: PyStringIO, size?: Value) => textOf(self, readLine(self, size)),
    'readlines(hint?)': readLines,
    'getvalue()': (self: PyStringIO) => {
      checkOpen(self);
      return textOf(self, self.text);
    },
    'seek(offset, whence?)': seek,
    'tell()': (self: PyStringIO) => {
      checkOpen(self);
      checkPositions(self);
      return self.position;
    },
    'truncate(size?)': truncate,
    'close()': (self: PyStringIO) => {
      self.isClosed = true;
      return null;
    },
    'detach()': () => raise(unsupportedOperationType, 'detach'),
  },
});
