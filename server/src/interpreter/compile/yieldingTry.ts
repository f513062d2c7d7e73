/** `try` and `with` in generators: see `yielding.ts` for how a statement is entered again. */
import type { Span } from '../../base/span.ts';
import type { Try, With } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { asPythonException, notSupported } from '../exceptions.ts';
import type { PyExceptionValue, Value } from '../values.ts';
import { type Completion, type Context, type Execute, normal, yielded } from './context.ts';
import {
  compileContextManager,
  compileHandler,
  findClause,
  type Handler,
  setContextOf,
} from './exceptionHandling.ts';
import { containsYield } from './scopeTree.ts';

interface HandlerParts {
  readonly head: Handler;
  readonly body: Execute;
}

/** An `except` clause that yielded. */
interface Handling {
  readonly handler: HandlerParts;
  readonly exception: PyExceptionValue;
  readonly outer: PyExceptionValue | null;
}

/** Compiles `try` with a `yield` in it. */
export function yieldingTry(node: Try, context: Context): Execute {
  if (node.isStar) notSupported('except*', node);
  const handlers = node.handlers.map((handler) => ({
    head: compileHandler(handler, context),
    body: context.parts.yieldingBlock(handler.body, context),
  }));
  const body = context.parts.yieldingBlock(node.body, context);
  const orelse = context.parts.yieldingBlock(node.orelse, context);
  const guarded = withHandlers({ body, orelse, handlers }, context);
  if (node.finalbody.length === 0) return guarded;
  return withFinally(guarded, context.parts.yieldingBlock(node.finalbody, context), context);
}

function withHandlers(
  parts: { readonly body: Execute; readonly orelse: Execute; readonly handlers: readonly HandlerParts[] },
  context: Context,
): Execute {
  const { body, orelse, handlers } = parts;
  const state = context.scope.allocateState();
  return (frame) => {
    const { slots } = frame;
    const resumed = slots[state] as Handling | Execute | undefined;
    slots[state] = undefined;
    if (typeof resumed === 'object') return runHandler(resumed, frame, state);
    if (resumed !== orelse) {
      let completion: Completion;
      try {
        completion = body(frame);
      } catch (error) {
        const handling = findHandler(error, handlers, frame);
        return runHandler(handling, frame, state);
      }
      if (completion === yielded) slots[state] = body;
      if (completion !== normal) return completion;
    }
    const completion = orelse(frame);
    if (completion === yielded) slots[state] = orelse;
    return completion;
  };
}

/** Begins the clause for an error; throws it again when there is none. */
function findHandler(error: unknown, handlers: readonly HandlerParts[], frame: Frame): Handling {
  const exception = asPythonException(error);
  if (!exception) throw error;
  const { value } = exception;
  const handler = findClause(handlers, value, frame);
  if (!handler) throw exception;
  const outer = frame.handled;
  frame.handled = value;
  handler.head.bind(value, frame);
  return { handler, exception: value, outer };
}

function runHandler(handling: Handling, frame: Frame, state: number): Completion {
  const { handler, exception, outer } = handling;
  const end = (): void => {
    frame.handled = outer;
    handler.head.unbind(frame);
  };
  let completion: Completion;
  try {
    completion = handler.body(frame);
  } catch (error) {
    setContextOf(error, exception);
    end();
    throw error;
  }
  if (completion === yielded) frame.slots[state] = handling;
  else end();
  return completion;
}

/** How the body of a `try` with `finally` ended. */
interface Ending {
  readonly completion: Completion;
  readonly returnValue: Value;
  readonly error: unknown;
  /** Where it ended. */
  readonly at: Span;
}

function withFinally(body: Execute, finalbody: Execute, context: Context): Execute {
  const state = context.scope.allocateState();
  return (frame) => {
    const { slots } = frame;
    let ending = slots[state] as Ending | undefined;
    slots[state] = undefined;
    if (ending === undefined) {
      ending = endingOf(body, frame);
      if (ending.completion === yielded) return yielded;
    }
    const ended = finalbody(frame);
    if (ended === yielded) slots[state] = ending;
    if (ended !== normal) return ended;
    if (ending.error !== null) {
      frame.at = ending.at;
      throw ending.error;
    }
    frame.returnValue = ending.returnValue;
    return ending.completion;
  };
}

function endingOf(body: Execute, frame: Frame): Ending {
  try {
    const completion = body(frame);
    return { completion, returnValue: frame.returnValue, error: null, at: frame.at };
  } catch (error) {
    if (!asPythonException(error)) throw error;
    return { completion: normal, returnValue: null, error, at: frame.at };
  }
}

/** Compiles `with` with a `yield` in its body; several items nest. */
export function yieldingWith(node: With, context: Context): Execute {
  if (node.items.some((item) => containsYield(item.context))) notSupported('yield in the head of with', node);
  const block = context.parts.yieldingBlock(node.body, context);
  return node.items.reduceRight<Execute>((body, _, index) => {
    const manager = compileContextManager(node, index, context);
    const state = context.scope.allocateState();
    return (frame) => {
      const { slots } = frame;
      const leave = (slots[state] as ReturnType<typeof manager.enter> | undefined) ?? manager.enter(frame);
      slots[state] = undefined;
      let completion: Completion;
      let returnValue: Value;
      try {
        completion = body(frame);
        ({ returnValue } = frame);
      } catch (error) {
        const exception = asPythonException(error);
        if (!exception) throw error;
        if (leave(exception.value)) return normal;
        throw exception;
      }
      if (completion === yielded) {
        slots[state] = leave;
        return completion;
      }
      leave(null);
      frame.returnValue = returnValue;
      return completion;
    };
  }, block);
}
