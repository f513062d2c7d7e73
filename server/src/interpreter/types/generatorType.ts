/** Generators: a frame and the JS generator that its compiled body is. */
import type { Frame } from '../callSite.ts';
import {
  asPythonException,
  exceptionType,
  isException,
  PythonException,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../exceptions.ts';
import { call } from '../protocols/calls.ts';
import { address } from '../protocols/text.ts';
import { defineType, isSubtype, typeOf } from '../pyType.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import { PyExceptionValue, PyObject, PyType, type Value } from '../values.ts';

type Body = Generator<Value, unknown, Value>;

export class PyGenerator extends PyObject {
  readonly frame: Frame;
  readonly body: Body;
  readonly name: string;
  state: 'new' | 'suspended' | 'running' | 'finished' = 'new';
  /** What `return` gave, for StopIteration and `yield from`. */
  result: Value = null;
  constructor(frame: Frame, body: Body, name: string) {
    super();
    this.frame = frame;
    this.body = body;
    this.name = name;
  }
}

/** Runs until the next yield; `undefined` at the end. */
export function resume(self: PyGenerator, step: () => IteratorResult<Value, unknown>): Value | undefined {
  if (self.state === 'running') raiseValueError('generator already executing');
  if (self.state === 'finished') return undefined;
  const running = runtime();
  running.checkpoint();
  self.frame.caller = running.frame;
  self.state = 'running';
  running.frame = self.frame;
  running.depth++;
  try {
    if (running.depth > 1000) raise(exceptionType('RecursionError'), 'maximum recursion depth exceeded');
    const result = step();
    if (!result.done) {
      self.state = 'suspended';
      return result.value;
    }
    self.state = 'finished';
    self.result = self.frame.returnValue;
    return undefined;
  } catch (error) {
    self.state = 'finished';
    throw fromGenerator(error, self.frame);
  } finally {
    running.depth--;
    running.frame = self.frame.caller;
  }
}

function fromGenerator(error: unknown, frame: Frame): unknown {
  const exception = asPythonException(error);
  if (!exception) return error;
  const { functionName, source } = frame.names;
  exception.value.frames.push({ span: frame.at, functionName, ...source });
  if (pythonVersion() === 3 && isException(exception, 'StopIteration')) {
    const wrapped = new PyExceptionValue(exceptionType('RuntimeError'), ['generator raised StopIteration']);
    wrapped.cause = exception.value;
    wrapped.frames.push(...exception.value.frames);
    return new PythonException(wrapped);
  }
  return exception;
}

const next = (self: PyGenerator): Value | undefined => resume(self, () => self.body.next(null));

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
  return resume(self, () => self.body.next(value));
}

/** `generator.throw(error)`; `undefined` at the end. */
export function throwInto(self: PyGenerator, error: PythonException): Value | undefined {
  if (self.state === 'finished') throw error;
  return resume(self, () => self.body.throw(error));
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

function close(self: PyGenerator): Value {
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
  attributes: { __name__: (self) => self.name, gi_running: (self) => self.state === 'running' },
  methods: {
    'next()': (self: PyGenerator) => orStop(self, next(self)),
    'send(value)': (self: PyGenerator, value: Value) => orStop(self, send(self, value)),
    'throw(type, value?, traceback?)': (self: PyGenerator, type: Value, value?: Value) =>
      orStop(self, throwInto(self, exceptionFrom(type, value))),
    'close()': close,
  },
  only: { python2: ['next'] },
  repr: (self) => `<generator object ${self.name} at ${address(self)}>`,
});
