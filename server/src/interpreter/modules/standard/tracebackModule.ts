/** `traceback`: the texts of exceptions and of their frames. What is printed to `sys.stderr` is not seen. */
import { type Frame, handledException, headPlace } from '../../callSite.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getItem, sizeOf } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import {
  exceptionLines,
  frameParts,
  limited,
  lineOf,
  sourceLineOf,
  type TracebackOptions,
  tracebackParts,
} from '../../traceback.ts';
import { PyTraceback } from '../../types/tracebackType.ts';
import {
  PyExceptionValue,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  type TracebackFrame,
  type Value,
} from '../../values.ts';
import { writeTo } from '../streams.ts';

/** `FrameSummary`: one entry of `extract_tb`. */
class PyFrameSummary extends PyObject {
  readonly frame: TracebackFrame;
  constructor(frame: TracebackFrame) {
    super();
    this.frame = frame;
  }
}

const summaryParts = (self: PyFrameSummary): Value[] => [
  self.frame.file,
  lineOf(self.frame),
  self.frame.functionName,
  sourceLineOf(self.frame),
];

defineType<PyFrameSummary>({
  name: 'FrameSummary',
  module: 'traceback',
  class: PyFrameSummary,
  attributes: {
    filename: (self) => self.frame.file,
    lineno: (self) => lineOf(self.frame),
    name: (self) => self.frame.functionName,
    line: (self) => sourceLineOf(self.frame),
  },
  length: () => 4,
  getItem: (self, index) => getItem(new PyTuple(summaryParts(self)), index),
  iterate: (self) => {
    const parts = summaryParts(self);
    let index = 0;
    return () => parts[index++];
  },
  repr: (self) =>
    `<FrameSummary file ${self.frame.file}, line ${lineOf(self.frame)} in ${self.frame.functionName}>`,
});

/** `TracebackException`: an exception that is ready to be printed. */
class PyTracebackException extends PyObject {
  readonly value: PyExceptionValue;
  constructor(value: PyExceptionValue) {
    super();
    this.value = value;
  }
}

const exceptionGiven = (value: Value | undefined): PyExceptionValue =>
  value instanceof PyExceptionValue ? value : raiseTypeError('ScanLens needs the exception itself');

const tracebackExceptionType = defineType<PyTracebackException>({
  name: 'TracebackException',
  module: 'traceback',
  class: PyTracebackException,
  create: (_type, args) => new PyTracebackException(exceptionGiven(args[1])),
  attributes: {
    exc_type: (self) => typeOf(self.value),
    stack: (self) => new PyList(framesIn(self.value).map((frame) => new PyFrameSummary(frame))),
  },
  methods: {
    'format(*, chain?)': (self: PyTracebackException, chain?: Value) =>
      new PyList(tracebackParts(self.value, optionsOf(undefined, chain))),
    'format_exception_only()': (self: PyTracebackException) => new PyList(exceptionLines(self.value)),
    'print(*, file?, chain?)': (self: PyTracebackException, file?: Value, chain?: Value) =>
      report(tracebackParts(self.value, optionsOf(undefined, chain)), file),
  },
  classMethods: {
    'from_exception(exc)': (_type: Value, value: Value) => new PyTracebackException(exceptionGiven(value)),
  },
  str: (self) => exceptionLines(self.value)[0]!.trimEnd(),
});

const framesIn = (value: PyExceptionValue): TracebackFrame[] => [...value.frames].reverse();

const optionsOf = (limit: Value | undefined, chain?: Value): TracebackOptions => ({
  ...(limit === undefined || limit === null ? {} : { limit: sizeOf(limit) }),
  ...(chain === undefined ? {} : optionsOf(undefined, chain)),
});

/** Writes to a file of the program, else to standard error. */
function report(parts: readonly string[], file: Value | undefined): null {
  for (const part of parts) writeTo('stderr', part, file ?? null);
  return null;
}

const partsOf = (value: PyExceptionValue | null, options: TracebackOptions): string[] =>
  value === null ? ['NoneType: None\n'] : tracebackParts(value, options);

/** `print_exception(e)`, or a type, the exception and its traceback. */
const exceptionIn = (given: readonly (Value | undefined)[]): PyExceptionValue | null => {
  const found = given.slice(0, 2).find((each) => each instanceof PyExceptionValue);
  return found instanceof PyExceptionValue ? found : null;
};

/** The frames of a traceback object, of a list of `FrameSummary`, or of tuples. */
function framesOfTraceback(traceback: Value, limit: Value | undefined): TracebackFrame[] {
  if (traceback === null) return [];
  if (!(traceback instanceof PyTraceback)) {
    return raiseTypeError(`expected a traceback, not ${typeOf(traceback).name}`);
  }
  return limited(traceback.frames, optionsOf(limit).limit);
}

const summaries = (frames: readonly TracebackFrame[]): PyList =>
  new PyList(frames.map((frame) => new PyFrameSummary(frame)));

const framesOfList = (list: Value): TracebackFrame[] =>
  toArray(list).map((each) =>
    each instanceof PyFrameSummary ? each.frame : raiseTypeError('expected a list of FrameSummary'),
  );

/** The calls that are running, outermost first. */
function stackFrames(limit: Value | undefined): TracebackFrame[] {
  const frames: TracebackFrame[] = [];
  for (let frame: Frame | null = runtime().frame; frame; frame = frame.caller) {
    const { functionName, source } = frame.names;
    frames.push({ span: headPlace(frame.at), functionName, ...source });
  }
  frames.reverse();
  const count = optionsOf(limit).limit;
  return count === undefined ? frames : limited(frames, -count);
}

type Given = readonly (Value | undefined)[];

export const tracebackModule = (): PyModule =>
  defineModule({
    name: 'traceback',
    values: { TracebackException: tracebackExceptionType },
    functions: {
      'format_exc(limit?, chain?)': (limit?: Value, chain?: Value) =>
        partsOf(handledException(runtime().frame), optionsOf(limit, chain)).join(''),
      'print_exc(limit?, file?, chain?)': (limit?: Value, file?: Value, chain?: Value) =>
        report(partsOf(handledException(runtime().frame), optionsOf(limit, chain)), file),
      'print_exception(exc, /, value?, tb?, limit?, file?, chain?)': (...given: Given) =>
        report(partsOf(exceptionIn(given), optionsOf(given[3], given[5])), given[4]),
      'format_exception(exc, /, value?, tb?, limit?, chain?)': (...given: Given) =>
        new PyList(partsOf(exceptionIn(given), optionsOf(given[3], given[4]))),
      'format_exception_only(exc, /, value?)': (...given: Given) => {
        const value = exceptionIn(given);
        return new PyList(value ? exceptionLines(value) : []);
      },
      'format_tb(tb, limit?)': (traceback: Value, limit?: Value) =>
        new PyList(frameParts(framesOfTraceback(traceback, limit))),
      'print_tb(tb, limit?, file?)': (traceback: Value, limit?: Value, file?: Value) =>
        report(frameParts(framesOfTraceback(traceback, limit)), file),
      'extract_tb(tb, limit?)': (traceback: Value, limit?: Value) =>
        summaries(framesOfTraceback(traceback, limit)),
      'format_list(extracted_list)': (list: Value) => new PyList(frameParts(framesOfList(list))),
      'print_stack(f?, limit?, file?)': (_frame?: Value, limit?: Value, file?: Value) =>
        report(frameParts(stackFrames(limit)), file),
      'format_stack(f?, limit?)': (_frame?: Value, limit?: Value) =>
        new PyList(frameParts(stackFrames(limit))),
      'extract_stack(f?, limit?)': (_frame?: Value, limit?: Value) => summaries(stackFrames(limit)),
    },
    refused: '*',
  });
