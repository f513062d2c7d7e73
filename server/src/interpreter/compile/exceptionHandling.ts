/** `raise`, `assert`, `try` and `with`. Stopped runs and errors of our own pass through all of them untouched. */
import type { Assert, ExceptHandler, Expression, Raise, Try, With } from '../../python/syntax.ts';
import { addFrame, alreadyTold, type Frame, handledException, headPlace, setContext } from '../callSite.ts';
import {
  asPythonException,
  exceptionType,
  PyRaisedInstance,
  PythonException,
  raise,
  raiseTypeError,
} from '../exceptions.ts';
import { refuseNamed } from '../modules/refusedName.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call, callSpecial } from '../protocols/calls.ts';
import { isTrue } from '../protocols/comparison.ts';
import { isSubtype, lookupInType, typeOf } from '../pyType.ts';
import { tracebackOf } from '../types/tracebackType.ts';
import { PyExceptionValue, type PyObject, PyTuple, PyType, type Value } from '../values.ts';
import { type Completion, type Context, type Execute, normal, type Store } from './context.ts';
import { compileExceptStar } from './exceptStar.ts';
import { forgetName, storeName } from './names.ts';

/** Compiles `raise`. */
export function compileRaise(node: Raise, context: Context): Execute {
  const part = (each: Expression | null) => (each ? context.parts.expression(each, context) : null);
  const [exception, cause, message] = [part(node.exception), part(node.cause), part(node.message)];
  if (!exception) {
    return (frame) => {
      const handled = handledException(frame);
      if (handled) {
        frame.at = alreadyTold;
        throw new PythonException(handled);
      }
      frame.at = node;
      const text =
        context.python === 2
          ? 'exceptions must be old-style classes or derived from BaseException, not NoneType'
          : 'No active exception to reraise';
      return raise(exceptionType(context.python === 2 ? 'TypeError' : 'RuntimeError'), text);
    };
  }
  // A function of its own because it returns: V8 never optimises one that only throws.
  const raised = (frame: Frame): PythonException => {
    const type = exception(frame);
    const argument = message?.(frame);
    const causedBy = cause?.(frame);
    frame.at = node;
    const value = exceptionValue(type, argument, context.python);
    if (causedBy !== undefined) setCause(value, causedBy);
    const handled = handledException(frame);
    if (context.python === 3) setContext(value, handled);
    return new PythonException(value);
  };
  return (frame) => {
    throw raised(frame);
  };
}

function exceptionValue(type: Value, argument: Value | undefined, python: 2 | 3): PyExceptionValue {
  if (type instanceof PyExceptionValue) return type;
  refuseNamed(type);
  if (type instanceof PyType && isSubtype(type, exceptionType('BaseException'))) {
    if (argument instanceof PyExceptionValue) return argument;
    const args =
      argument === undefined || argument === null
        ? []
        : argument instanceof PyTuple
          ? argument.items
          : [argument];
    const made = call(type, args);
    if (made instanceof PyExceptionValue) return made;
  }
  if (python === 2) {
    if (type instanceof PyType && type.isOldStyle) {
      const args =
        argument === undefined || argument === null
          ? []
          : argument instanceof PyTuple
            ? argument.items
            : [argument];
      return raisedInstance(typeOf(argument ?? null) === type ? argument! : call(type, args));
    }
    if (typeOf(type).isOldStyle) return raisedInstance(type);
    return raiseTypeError(
      `exceptions must be old-style classes or derived from BaseException, not ${typeOf(type).name}`,
    );
  }
  return raiseTypeError('exceptions must derive from BaseException');
}

const raisedInstance = (instance: Value): PyExceptionValue => new PyRaisedInstance(instance as PyObject);

function setCause(value: PyExceptionValue, cause: Value): void {
  value.suppressContext = true;
  if (cause === null) value.cause = null;
  else if (cause instanceof PyExceptionValue || cause instanceof PyType)
    value.cause = exceptionValue(cause, undefined, 3);
  else raiseTypeError('exception causes must derive from BaseException');
}

/** Compiles `assert`. */
export function compileAssert(node: Assert, context: Context): Execute {
  const test = context.parts.expression(node.test, context);
  const message = node.message ? context.parts.expression(node.message, context) : null;
  return (frame) => {
    const value = test(frame);
    frame.at = node;
    if (isTrue(value)) return normal;
    const args = message ? [message(frame)] : [];
    frame.at = node;
    return raise(exceptionType('AssertionError'), ...args);
  };
}

/** A compiled `except` clause without its body. */
export interface Handler {
  matches(exception: PyExceptionValue, frame: Frame): boolean;
  bind(exception: PyExceptionValue, frame: Frame): void;
  /** The end of the clause: Python 3 unbinds the name. */
  unbind(frame: Frame): void;
}

/** Compiles the head of an `except` clause. */
export function compileHandler(node: ExceptHandler, context: Context): Handler {
  const type = node.type ? context.parts.expression(node.type, context) : null;
  const { target } = node;
  let store: Store | null = null;
  let forget: ((frame: Frame) => void) | null = null;
  if (target?.kind === 'Identifier') {
    store = storeName(target.name, context);
    if (context.python === 3) forget = forgetName(target.name, context);
  } else if (target) store = context.parts.store(target, context);
  return {
    matches: (exception, frame) => {
      if (!type) return !isSubtype(typeOf(exception), exceptionType('NotSupportedByScanLens'));
      const expected = type(frame);
      frame.at = node.type!;
      return matchesType(exception, expected);
    },
    bind: (exception, frame) =>
      store?.(frame, exception instanceof PyRaisedInstance ? exception.instance : exception),
    unbind: (frame) => forget?.(frame),
  };
}

function matchesType(exception: PyExceptionValue, expected: Value): boolean {
  const types = expected instanceof PyTuple ? expected.items : [expected];
  return types.some((type) => {
    if (type instanceof PyTuple) return matchesType(exception, type);
    if (!(type instanceof PyType)) {
      refuseNamed(type);
      return raiseTypeError('catching classes that do not inherit from BaseException is not allowed');
    }
    return isSubtype(typeOf(exception), type);
  });
}

/** Looks for the clause that takes an exception; the frame that has it is added to the traceback. */
export function findClause<T extends { readonly head: Handler }>(
  handlers: readonly T[],
  exception: PyExceptionValue,
  frame: Frame,
): T | undefined {
  const { at } = frame;
  let found: T | undefined;
  setContext(exception, handledException(frame));
  try {
    found = handlers.find((each) => each.head.matches(exception, frame));
  } catch (error) {
    setContextOf(error, exception);
    throw error;
  }
  frame.at = at;
  if (!found) return undefined;
  addFrame(exception, frame);
  frame.at = frame.names.span;
  return found;
}

/** {@link setContext} for whatever a handler let out. */
export function setContextOf(error: unknown, handled: PyExceptionValue): void {
  const exception = asPythonException(error);
  if (exception) setContext(exception.value, handled);
}

/** Compiles `try`. */
export function compileTry(node: Try, context: Context): Execute {
  const guarded = node.isStar ? compileExceptStar(node, context) : compileHandlers(node, context);
  if (node.finalbody.length === 0) return guarded;
  return withFinally(guarded, context.parts.block(node.finalbody, context));
}

function compileHandlers(node: Try, context: Context): Execute {
  const body = context.parts.block(node.body, context);
  const orelse = node.orelse.length > 0 ? context.parts.block(node.orelse, context) : null;
  const handlers = node.handlers.map((handler) => ({
    head: compileHandler(handler, context),
    body: context.parts.block(handler.body, context),
  }));
  return handlers.length === 0 ? body : withHandlers(body, handlers, orelse);
}

function withHandlers(
  body: Execute,
  handlers: readonly { readonly head: Handler; readonly body: Execute }[],
  orelse: Execute | null,
): Execute {
  return (frame) => {
    let completion: Completion;
    try {
      completion = body(frame);
    } catch (error) {
      const exception = asPythonException(error);
      if (!exception) throw error;
      const handler = findClause(handlers, exception.value, frame);
      if (!handler) throw exception;
      return handle(exception.value, handler, frame);
    }
    return orelse && completion === normal ? orelse(frame) : completion;
  };
}

function handle(
  exception: PyExceptionValue,
  handler: { readonly head: Handler; readonly body: Execute },
  frame: Frame,
): Completion {
  const outer = frame.handled;
  frame.handled = exception;
  try {
    handler.head.bind(exception, frame);
    return handler.body(frame);
  } catch (error) {
    setContextOf(error, exception);
    throw error;
  } finally {
    frame.handled = outer;
    handler.head.unbind(frame);
  }
}

function withFinally(body: Execute, finalbody: Execute): Execute {
  return (frame) => {
    let completion: Completion;
    let returnValue: Value;
    try {
      completion = body(frame);
      ({ returnValue } = frame);
    } catch (error) {
      const exception = asPythonException(error);
      if (!exception) throw error;
      const { at, handled } = frame;
      frame.handled = exception.value;
      let ended: Completion;
      try {
        ended = finalbody(frame);
      } catch (raised) {
        setContextOf(raised, exception.value);
        throw raised;
      } finally {
        frame.handled = handled;
      }
      if (ended !== normal) return ended;
      frame.at = at;
      throw exception;
    }
    const ended = finalbody(frame);
    if (ended !== normal) return ended;
    frame.returnValue = returnValue;
    return completion;
  };
}

/** What `with` does before and after its body. */
export interface ContextManager {
  /** Evaluates the manager and enters it; gives the function that leaves it. */
  enter(frame: Frame): (exception: PyExceptionValue | null) => boolean;
}

/** Compiles one item of a `with` statement. */
export function compileContextManager(node: With, index: number, context: Context): ContextManager {
  const item = node.items[index]!;
  const place = headPlace(item.context);
  const evaluate = context.parts.expression(item.context, context);
  const store = item.target ? context.parts.store(item.target, context) : null;
  return {
    enter: (frame) => {
      const manager = evaluate(frame);
      frame.at = place;
      const type = typeOf(manager);
      const enterMethod = lookupInType(type, '__enter__');
      const exitMethod = lookupInType(type, '__exit__');
      if (enterMethod === undefined || exitMethod === undefined) {
        if (context.python === 2) {
          getAttribute(manager, enterMethod === undefined ? '__exit__' : '__enter__');
        }
        const missed = enterMethod === undefined ? '' : ' (missed __exit__ method)';
        raiseTypeError(`'${type.name}' object does not support the context manager protocol${missed}`);
      }
      const value = callSpecial(enterMethod, manager, []);
      store?.(frame, value);
      return (exception) => {
        const { at } = frame;
        if (exception) addFrame(exception, frame);
        frame.at = place;
        const args = exception
          ? [typeOf(exception), exception, tracebackOf(exception.frames)]
          : [null, null, null];
        const isSwallowed = isTrue(callSpecial(exitMethod, manager, args));
        frame.at = exception && !isSwallowed ? alreadyTold : at;
        return isSwallowed;
      };
    },
  };
}

/** Compiles `with`; several items nest. */
export function compileWith(node: With, context: Context): Execute {
  const block = context.parts.block(node.body, context);
  return node.items.reduceRight<Execute>(
    (body, _, index) => withManager(compileContextManager(node, index, context), body),
    block,
  );
}

function withManager(manager: ContextManager, body: Execute): Execute {
  return (frame) => {
    const leave = manager.enter(frame);
    let completion: Completion;
    let returnValue: Value;
    try {
      completion = body(frame);
      ({ returnValue } = frame);
    } catch (error) {
      const exception = asPythonException(error);
      if (!exception) throw error;
      const outer = frame.handled;
      frame.handled = exception.value;
      try {
        if (leave(exception.value)) return normal;
      } catch (raised) {
        setContextOf(raised, exception.value);
        throw raised;
      } finally {
        frame.handled = outer;
      }
      throw exception;
    }
    leave(null);
    frame.returnValue = returnValue;
    return completion;
  };
}
