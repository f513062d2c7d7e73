/** Generators: a frame and the JS generator that its compiled body is. */
import { addFrame, type Completion, Exchange, type Frame, yielded } from '../callSite.ts';
import {
  asPythonException,
  exceptionType,
  isException,
  notSupported,
  PythonException,
  raise,
  raiseRecursionError,
  raiseTypeError,
  raiseValueError,
} from '../exceptions.ts';
import { call } from '../protocols/calls.ts';
import { address } from '../protocols/text.ts';
import { defineType, isSubtype, typeOf } from '../pyType.ts';
import { pythonVersion, runtime, turn } from '../runtime.ts';
import { PyExceptionValue, PyObject, PyType, type Value } from '../values.ts';

export class PyGenerator extends PyObject {
  readonly frame: Frame;
  /** Runs the body until it yields or ends: every time it is called it goes on where it was. */
  readonly advance: (frame: Frame) => Completion;
  readonly name: string;
  state: 'new' | 'suspended' | 'running' | 'finished' = 'new';
  /** What `return` gave, for StopIteration and `yield from`. */
  result: Value = null;
  constructor(frame: Frame, advance: (frame: Frame) => Completion, name: string) {
    super();
    this.frame = frame;
    frame.exchange = new Exchange();
    this.advance = advance;
    this.name = name;
  }
}

/** Runs until the next yield, where it stood gives `sent`; `undefined` at the end. */
export function resumeWith(self: PyGenerator, sent: Value): Value | undefined {
  const { frame, state } = self;
  if (state === 'running') raiseValueError('generator already executing');
  if (state === 'finished') return undefined;
  const running = runtime();
  turn();
  frame.caller = running.frame;
  const exchange = frame.exchange!;
  exchange.sent = sent;
  self.state = 'running';
  running.frame = frame;
  running.depth++;
  let completion: Completion;
  try {
    if (running.depth > running.recursionLimit) raiseRecursionError();
    completion = self.advance(frame);
  } catch (error) {
    running.depth--;
    running.frame = frame.caller;
    self.state = 'finished';
    throw fromGenerator(error, frame);
  }
  running.depth--;
  running.frame = frame.caller;
  if (completion === yielded) {
    self.state = 'suspended';
    return exchange.yielded;
  }
  self.state = 'finished';
  self.result = frame.returnValue;
  return undefined;
}

function fromGenerator(error: unknown, frame: Frame): unknown {
  const exception = asPythonException(error);
  if (!exception) return error;
  addFrame(exception.value, frame);
  if (pythonVersion() === 3 && isException(exception, 'StopIteration')) {
    const wrapped = new PyExceptionValue(exceptionType('RuntimeError'), ['generator raised StopIteration']);
    wrapped.cause = exception.value;
    wrapped.frames.push(...exception.value.frames);
    return new PythonException(wrapped);
  }
  return exception;
}

const next = (self: PyGenerator): Value | undefined => resumeWith(self, null);

function stop(self: PyGenerator): never {
  const { result } = self;
  self.result = null;
  return result === null
    ? raise(exceptionType('StopIteration'))
    : raise(exceptionType('StopIteration'), result);
}

/** `generator.send(value)`; `undefined` at the end. */
export function send(self: PyGenerator, value: Value): Value | undefined {
  if (self.state === 'new' && value !== null) {
    raiseTypeError("can't send non-None value to a just-started generator");
  }
  return resumeWith(self, value);
}

/** `generator.throw(error)`; `undefined` at the end. */
export function throwInto(self: PyGenerator, error: PythonException): Value | undefined {
  if (self.state === 'finished') throw error;
  if (self.state === 'new') {
    self.state = 'finished';
    throw fromGenerator(error, self.frame);
  }
  self.frame.exchange!.thrown = error;
  return resumeWith(self, null);
}

function exceptionFrom(type: Value, value: Value | undefined): PythonException {
  if (type instanceof PyExceptionValue) return new PythonException(type);
  if (!(type instanceof PyType) || !isSubtype(type, exceptionType('BaseException'))) {
    raiseTypeError(
      `exceptions must be classes or instances deriving from BaseException, not ${typeOf(type).name}`,
    );
  }
  const made =
    value instanceof PyExceptionValue
      ? value
      : call(type, value === undefined || value === null ? [] : [value]);
  return new PythonException(made as PyExceptionValue);
}

/** `generator.close()`. */
export function closeGenerator(self: PyGenerator): Value {
  if (self.state === 'new') self.state = 'finished';
  if (self.state === 'finished') return null;
  try {
    const yielded = throwInto(self, exceptionFrom(exceptionType('GeneratorExit'), undefined));
    if (yielded !== undefined) raise(exceptionType('RuntimeError'), 'generator ignored GeneratorExit');
  } catch (error) {
    if (!isException(error, 'GeneratorExit', 'StopIteration')) throw error;
  }
  return null;
}

const orStop = (self: PyGenerator, value: Value | undefined): Value =>
  value === undefined ? stop(self) : value;

export const generatorType = defineType<PyGenerator>({
  name: 'generator',
  class: PyGenerator,
  iterate: (self) => () => next(self),
  next,
  attributes: {
    __name__: (self) => self.name,
    __qualname__: (self) => self.name,
    gi_running: (self) => self.state === 'running',
  },
  methods: {
    'next()': (self: PyGenerator) => orStop(self, next(self)),
    'send(value)': (self: PyGenerator, value: Value) => orStop(self, send(self, value)),
    'throw(type, value?, traceback?)': (self: PyGenerator, type: Value, value?: Value) =>
      orStop(self, throwInto(self, exceptionFrom(type, value))),
    'close()': closeGenerator,
  },
  only: { python2: ['next'] },
  getMissing: (self, name) => {
    if (name === 'gi_frame' && self.state === 'finished') return null;
    return name.startsWith('gi_') ? notSupported(`generator.${name}`) : undefined;
  },
  repr: (self) => `<generator object ${self.name} at ${address(self)}>`,
});
