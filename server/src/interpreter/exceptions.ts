/**
 * Python exceptions. {@link PythonException} is the JS error that carries one through our code; the `raise…` functions
 * throw the built-in ones.
 *
 * `NotSupportedByScanLens` says that ScanLens can not run something although Python could. It derives from BaseException,
 * so `except Exception` does not swallow it, and a bare `except:` does not catch it either: a program must not go on as if
 * the library had refused. Code that names it or `BaseException` sees it.
 */
import type { Span } from '../base/span.ts';
import { EngineError } from '../tensor/engineError.ts';
import {
  PyExceptionValue,
  type PyObject,
  PyTuple,
  PyType,
  type TracebackFrame,
  type Value,
} from './values.ts';

/**
 * What is an Error to everybody who asks, but was not made by `Error`: V8 writes down the JS stack for every error, which costs
 * more than most `try` blocks, and nobody reads it here.
 */
const StacklessError = class {} as unknown as new () => Error;
Object.setPrototypeOf(StacklessError.prototype, Error.prototype);

/** A Python exception on its way through JS. */
export class PythonException extends StacklessError {
  override name = 'PythonException';
  readonly value: PyExceptionValue;

  constructor(value: PyExceptionValue) {
    super();
    this.value = value;
  }

  override get message(): string {
    return plainMessage(this.value);
  }

  /** Python's name of the class. */
  get typeName(): string {
    return this.value.cls?.name ?? 'Exception';
  }

  /** Outermost first. */
  get frames(): readonly TracebackFrame[] {
    return [...this.value.frames].reverse();
  }
}

/** An instance of an old-style class of Python 2 on its way from `raise` to `except`. */
export class PyRaisedInstance extends PyExceptionValue {
  readonly instance: PyObject;
  constructor(instance: PyObject) {
    super(instance.cls!, []);
    this.instance = instance;
    this.attributes = instance.attributes;
  }
}

function plainMessage(value: PyExceptionValue): string {
  return value.args.map((arg) => (typeof arg === 'string' ? arg : '')).join(', ');
}

/** Classes by name, with the base of each; two bases are separated by `+`. In the order of CPython's documentation. */
const hierarchy = `
BaseException object
SystemExit BaseException
KeyboardInterrupt BaseException
GeneratorExit BaseException
NotSupportedByScanLens BaseException
Exception BaseException
StopIteration Exception
StopAsyncIteration Exception
ArithmeticError Exception
FloatingPointError ArithmeticError
OverflowError ArithmeticError
ZeroDivisionError ArithmeticError
AssertionError Exception
AttributeError Exception
BufferError Exception
EOFError Exception
ImportError Exception
ModuleNotFoundError ImportError
LookupError Exception
IndexError LookupError
KeyError LookupError
MemoryError Exception
NameError Exception
UnboundLocalError NameError
OSError Exception
BlockingIOError OSError
ChildProcessError OSError
ConnectionError OSError
BrokenPipeError ConnectionError
ConnectionAbortedError ConnectionError
ConnectionRefusedError ConnectionError
ConnectionResetError ConnectionError
FileExistsError OSError
FileNotFoundError OSError
InterruptedError OSError
IsADirectoryError OSError
NotADirectoryError OSError
PermissionError OSError
ProcessLookupError OSError
TimeoutError OSError
ReferenceError Exception
RuntimeError Exception
NotImplementedError RuntimeError
RecursionError RuntimeError
SyntaxError Exception
IndentationError SyntaxError
TabError IndentationError
SystemError Exception
TypeError Exception
ValueError Exception
UnicodeError ValueError
UnicodeDecodeError UnicodeError
UnicodeEncodeError UnicodeError
UnicodeTranslateError UnicodeError
Warning Exception
DeprecationWarning Warning
PendingDeprecationWarning Warning
RuntimeWarning Warning
SyntaxWarning Warning
UserWarning Warning
FutureWarning Warning
ImportWarning Warning
UnicodeWarning Warning
BytesWarning Warning
ResourceWarning Warning
`;

/** The root of all classes. Its behaviour is in `types/objectType.ts`. */
export const objectType = new PyType('object', [], { isNative: true });

/** The built-in exception classes by name. Python 2's extra names are added by its builtins. */
export const exceptionTypes: ReadonlyMap<string, PyType> = declareHierarchy();

function declareHierarchy(): Map<string, PyType> {
  const types = new Map<string, PyType>([['object', objectType]]);
  for (const line of hierarchy.trim().split('\n')) {
    const [name, baseName] = line.split(' ') as [string, string];
    const base = types.get(baseName)!;
    const type = new PyType(name, [base], { module: 'builtins', isNative: true });
    type.mro = [type, ...base.mro];
    types.set(name, type);
  }
  types.delete('object');
  return types;
}

/** A built-in exception class. */
export function exceptionType(name: string): PyType {
  const type = exceptionTypes.get(name);
  if (!type) throw new Error(`no exception class ${name}`);
  return type;
}

/** Declares an exception class of a library; `bases` default to Exception. */
export function defineException(name: string, module: string, base = exceptionType('Exception')): PyType {
  const type = new PyType(name, [base], { module, isNative: true });
  type.mro = [type, ...base.mro];
  return type;
}

/** Throws an instance of `type` with these arguments. */
export function raise(type: PyType, ...args: Value[]): never {
  throw exceptionOf(type, args);
}

/** V8 never optimises a function that only throws: what takes time is done by one that returns. */
const exceptionOf = (type: PyType, args: readonly Value[]): PythonException =>
  new PythonException(new PyExceptionValue(type, args));

/** Throws an instance of `type` that knows more than its arguments say. */
export function raiseWithDetails(
  type: PyType,
  args: readonly Value[],
  details: Readonly<Record<string, Value>>,
): never {
  const value = new PyExceptionValue(type, args);
  value.details = new Map(Object.entries(details));
  throw new PythonException(value);
}

const raiser =
  (name: string) =>
  (...args: Value[]): never =>
    raise(exceptionType(name), ...args);

export const raiseTypeError: (message: Value, ...more: Value[]) => never = raiser('TypeError');
export const raiseValueError: (message: Value, ...more: Value[]) => never = raiser('ValueError');
export const raiseAttributeError: (message: Value) => never = raiser('AttributeError');
export const raiseIndexError: (message: Value) => never = raiser('IndexError');
export const raiseKeyError: (key: Value) => never = raiser('KeyError');
export const raiseZeroDivision: (message: Value) => never = raiser('ZeroDivisionError');
export const raiseOverflowError: (message: Value) => never = raiser('OverflowError');
export const raiseAssertionError: (...args: Value[]) => never = raiser('AssertionError');
export const raiseRecursionError: () => never = () =>
  raise(exceptionType('RecursionError'), 'maximum recursion depth exceeded');

/**
 * Refuses what Python can do and ScanLens can not. `what` is a name, of which the message makes a sentence, or one short
 * sentence without a final stop.
 * `span` narrows the place; without it the place is what is being evaluated.
 */
export function notSupported(what: string, span?: Span): never {
  const message = isName.test(what) ? `${what} is not supported yet` : what;
  const value = new PyExceptionValue(exceptionType('NotSupportedByScanLens'), [message]);
  const error = new PythonException(value);
  if (span) refusedAt.set(value, span);
  throw error;
}

const hints = new WeakMap<PyExceptionValue, string>();

/** Says something to the person in front of the screen that the program does not see: it is no part of the message. */
export function hintAt(value: PyExceptionValue, hint: string): void {
  hints.set(value, hint);
}

/** What {@link hintAt} said. */
export const hintOf = (value: PyExceptionValue): string | undefined => hints.get(value);

const isName = /^[\w.]+(?:\(\))?$/;

const refusedAt = new WeakMap<PyExceptionValue, Span>();

/** Where exactly a refusal happened, if it is narrower than the frame's position. */
export const refusalSpan = (value: PyExceptionValue): Span | undefined => refusedAt.get(value);

/** True when `error` is a Python exception of one of these classes (or derived from one). */
export function isException(error: unknown, ...names: string[]): boolean {
  const exception = asPythonException(error);
  if (!exception) return false;
  const mro = exception.value.cls?.mro ?? [];
  return names.some((name) => mro.includes(exceptionType(name)));
}

/** Exception classes of the libraries by the name that the engine uses; filled by the library's modules. */
export const engineExceptionTypes = new Map<string, PyType>();

/**
 * The Python exception that `error` is: errors of the engine and an overflow of the JS stack are converted. null for
 * everything that must not be seen by the program: a stopped run, an error of our own.
 */
export function asPythonException(error: unknown): PythonException | null {
  if (error instanceof PythonException) return error;
  if (error instanceof EngineError) return new PythonException(engineValue(error));
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return new PythonException(
      new PyExceptionValue(exceptionType('RecursionError'), ['maximum recursion depth exceeded']),
    );
  }
  if (error instanceof RangeError && /Invalid (array|string) length|BigInt/.test(error.message)) {
    return new PythonException(new PyExceptionValue(exceptionType('MemoryError'), []));
  }
  return null;
}

function engineValue(error: EngineError): PyExceptionValue {
  const type = engineExceptionTypes.get(error.type) ?? exceptionTypes.get(error.type);
  if (!type) throw new Error(`the engine raised the unknown ${error.type}`);
  const value = new PyExceptionValue(type, error.args.map(engineArgument));
  if (error.place !== null) hintAt(value, error.place);
  return value;
}

/** Lists among the arguments are Python tuples. */
const engineArgument = (arg: unknown): Value =>
  Array.isArray(arg) ? new PyTuple(arg.map(engineArgument)) : (arg as Value);
