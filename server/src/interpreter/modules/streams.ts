/** `sys.stdout` and `sys.stderr`: what is written to the first is output; the second shows nothing. */
import { raiseTypeError } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { defineType, typeOf } from '../pyType.ts';
import { callSite, runtime } from '../runtime.ts';
import { PyObject, PyUnicode, type Value } from '../values.ts';

export class PyStream extends PyObject {
  readonly isOutput: boolean;
  constructor(isOutput: boolean) {
    super();
    this.isOutput = isOutput;
  }
}

export const standardOutput = new PyStream(true);
export const standardError = new PyStream(false);

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

defineType<PyStream>({
  name: 'TextIOWrapper',
  module: '_io',
  class: PyStream,
  attributes: { name: (self) => (self.isOutput ? '<stdout>' : '<stderr>'), encoding: () => 'utf-8' },
  methods: {
    'write(text)': (self: PyStream, text: Value) => {
      const written = text instanceof PyUnicode ? text.value : text;
      if (typeof written !== 'string') {
        return raiseTypeError(`write() argument must be str, not ${typeOf(text).name}`);
      }
      const running = runtime();
      running.softspace = false;
      if (self.isOutput && written !== '') running.observer.output(callSite().span, written);
      return running.python === 2 ? null : [...written].length;
    },
    'flush()': () => null,
    'isatty()': () => false,
    'fileno()': (self: PyStream) => (self.isOutput ? 1 : 2),
  },
});
