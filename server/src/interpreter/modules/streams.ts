/** `sys.stdin`, `sys.stdout` and `sys.stderr`: what is written to the last two is shown, as output of two kinds. */
import type { Span } from '../../base/span.ts';
import { shownBytes, utf8String } from '../byteTexts.ts';
import { decodeBytes } from '../encodings.ts';
import { exceptionType, raise, raiseTypeError } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { elements } from '../protocols/iteration.ts';
import { defineType, typeOf } from '../pyType.ts';
import { callSite, runtime } from '../runtime.ts';
import { PyBytes, PyList, PyObject, type PyType, PyUnicode, type Value } from '../values.ts';

export class PyStream extends PyObject {
  readonly isOutput: boolean;
  constructor(isOutput: boolean) {
    super();
    this.isOutput = isOutput;
  }
}

export const standardOutput = new PyStream(true);
export const standardError = new PyStream(false);

/** Text for standard output or standard error, shown where the program is. */
export function showOutput(text: string, name: 'stdout' | 'stderr' = 'stdout'): void {
  const running = runtime();
  const shown = running.python === 2 ? shownBytes(text) : text;
  if (running.holdOutput === null) tellOutput(name, callSite().span, shown);
  else running.holdOutput(shown, name);
}

/** Tells whoever watches the run of output. */
export function tellOutput(name: 'stdout' | 'stderr', span: Span, text: string): void {
  const { observer } = runtime();
  if (name === 'stdout') observer.output(span, text);
  else observer.errorOutput?.(span, text);
}

/** Makes `sys.stdout` or `sys.stderr` another object; gives the one before. */
export function replaceStream(name: 'stdout' | 'stderr', stream: Value): Value {
  const { namespace } = runtime().importModule('sys');
  const before = namespace.get(name) ?? null;
  namespace.set(name, stream);
  return before;
}

/** What the program put in the place of `sys.stdout` or `sys.stderr`; null where that is still ours. */
export function replacedStream(name: 'stdout' | 'stderr'): Value {
  const stream = runtime().modules.get('sys')?.namespace.get(name) ?? null;
  return stream instanceof PyStream && stream.isOutput === (name === 'stdout') ? null : stream;
}

/** Writes to a file of the program, or to what stands for `sys.stdout` or `sys.stderr`. */
export function writeTo(name: 'stdout' | 'stderr', text: string, file: Value = null): void {
  const stream = file ?? runtime().importModule('sys').namespace.get(name) ?? null;
  if (stream !== null) call(getAttribute(stream, 'write'), [text]);
}

/** `sys.stdin`: there is nobody to type, so it is at its end. */
export class PyInput extends PyObject {}

/** `sys.stdout.buffer`. */
class PyStreamBuffer extends PyObject {
  readonly stream: PyStream;
  constructor(stream: PyStream) {
    super();
    this.stream = stream;
  }
}

function write(self: PyStream, text: Value): Value {
  const written = text instanceof PyUnicode ? utf8String(text.value) : text;
  if (typeof written !== 'string') {
    return raiseTypeError(`write() argument must be str, not ${typeOf(text).name}`);
  }
  const running = runtime();
  running.softspace = false;
  if (written !== '') showOutput(written, self.isOutput ? 'stdout' : 'stderr');
  return running.python === 2 ? null : [...written].length;
}

const unreadable = (): never => raise(unsupportedOperation(), 'not readable');
const unsupportedOperation = (): PyType =>
  (runtime().importModule('io').namespace.get('UnsupportedOperation') as PyType | undefined) ??
  exceptionType('OSError');

defineType<PyStream>({
  name: '_io.TextIOWrapper',
  module: '_io',
  class: PyStream,
  attributes: {
    name: (self) => (self.isOutput ? '<stdout>' : '<stderr>'),
    encoding: () => 'utf-8',
    errors: (self) => (self.isOutput ? 'strict' : 'backslashreplace'),
    mode: () => 'w',
    newlines: () => null,
    closed: () => false,
    line_buffering: () => false,
    buffer: (self) => new PyStreamBuffer(self),
  },
  repr: (self) =>
    `<_io.TextIOWrapper name='<${self.isOutput ? 'stdout' : 'stderr'}>' mode='w' encoding='utf-8'>`,
  methods: {
    'write(text)': write,
    'writelines(lines)': (self: PyStream, lines: Value) => {
      for (const line of elements(lines)) write(self, line);
      return null;
    },
    'flush()': () => null,
    'isatty()': () => false,
    'fileno()': (self: PyStream) => (self.isOutput ? 1 : 2),
    'writable()': () => true,
    'readable()': () => false,
    'seekable()': () => false,
    'read(size?)': unreadable,
    'readline(size?)': unreadable,
    'reconfigure(*, encoding?, errors?, newline?, line_buffering?, write_through?)': () => null,
  },
});

defineType<PyStreamBuffer>({
  name: '_io.BufferedWriter',
  module: '_io',
  class: PyStreamBuffer,
  methods: {
    'write(bytes)': (self: PyStreamBuffer, bytes: Value) => {
      if (!(bytes instanceof PyBytes)) {
        return raiseTypeError(`a bytes-like object is required, not '${typeOf(bytes).name}'`);
      }
      write(self.stream, decodeBytes(bytes.data));
      return bytes.data.length;
    },
    'flush()': () => null,
  },
});

defineType<PyInput>({
  name: '_io.TextIOWrapper',
  module: '_io',
  class: PyInput,
  attributes: { name: () => '<stdin>', encoding: () => 'utf-8', mode: () => 'r', closed: () => false },
  repr: () => "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>",
  iterate: () => () => undefined,
  next: () => undefined,
  methods: {
    'read(size?)': () => '',
    'readline(size?)': () => '',
    'readlines(hint?)': () => new PyList([]),
    'isatty()': () => false,
    'fileno()': () => 0,
    'readable()': () => true,
    'writable()': () => false,
    'close()': () => null,
  },
});
