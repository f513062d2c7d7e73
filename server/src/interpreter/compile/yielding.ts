/**
 * Bodies of generators. A statement that contains a `yield` becomes a JS generator; all others stay plain closures. A `yield`
 * inside an expression is moved in front of its statement into a temporary name, and so is everything that is evaluated
 * before it, so that the order stays Python's.
 */
import type {
  Expression,
  For,
  If,
  Match,
  Statement,
  Try,
  While,
  With,
  Yield,
  YieldFrom,
} from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { asPythonException, isException, notSupported } from '../exceptions.ts';
import { tryGetAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { isTrue } from '../protocols/comparison.ts';
import { iterate, nextOf } from '../protocols/iteration.ts';
import { runtime } from '../runtime.ts';
import { PyGenerator, send, throwInto } from '../types/generatorType.ts';
import type { Value } from '../values.ts';
import { broke, type Completion, type Context, type ExecuteYielding, normal, returned } from './context.ts';
import { arriveIn, compileContextManager, compileHandler, setContext } from './exceptionHandling.ts';
import { compileCase } from './matching.ts';
import { containsYield } from './scopeTree.ts';
import { compileStatement } from './statements.ts';
import { hoistYields, type YieldStep } from './yieldHoisting.ts';

type Yielding = Generator<Value, Completion, Value>;

/** Compiles the statements of a generator. */
export function compileYieldingBlock(statements: readonly Statement[], context: Context): ExecuteYielding {
  const compiled = statements.map((statement) => {
    if (containsYield(statement)) return { yields: compileYielding(statement, context), plain: null };
    return { yields: null, plain: compileStatement(statement, context) };
  });
  return function* (frame): Yielding {
    for (const { yields, plain } of compiled) {
      const completion = plain ? plain(frame) : yield* yields!(frame);
      if (completion !== normal) return completion;
    }
    return normal;
  };
}

function compileYielding(node: Statement, context: Context): ExecuteYielding {
  switch (node.kind) {
    case 'If':
      return branch(node, context);
    case 'While':
      return whileLoop(node, context);
    case 'For':
      return forLoop(node, context);
    case 'Try':
      return tryStatement(node, context);
    case 'With':
      return withStatement(node, context);
    case 'Match':
      return matchStatement(node, context);
    default:
      return simple(node, context);
  }
}

/** A simple statement: the steps that yield, then the statement on temporaries. */
function simple(node: Statement, context: Context): ExecuteYielding {
  const { steps, statement } = hoistYields(node, context);
  const before = compileSteps(steps, context);
  const last = compileStatement(statement, context);
  return function* (frame): Yielding {
    yield* before(frame);
    return last(frame);
  };
}

function compileSteps(steps: readonly YieldStep[], context: Context): ExecuteYielding {
  const compiled = steps.map((step) => {
    if (step.kind === 'statement') return { plain: compileStatement(step.statement, context), yields: null };
    if (step.kind === 'branch') return { plain: null, yields: compileYielding(step.statement, context) };
    return { plain: null, yields: yieldStep(step.node, step.slot, context) };
  });
  return function* (frame): Yielding {
    for (const { plain, yields } of compiled) {
      if (plain) plain(frame);
      else yield* yields!(frame);
    }
    return normal;
  };
}

function yieldStep(node: Yield | YieldFrom, slot: number, context: Context): ExecuteYielding {
  const value = node.value ? context.parts.expression(node.value, context) : () => null;
  if (node.kind === 'Yield') {
    return function* (frame): Yielding {
      const evaluated = value(frame);
      frame.at = node;
      frame.slots[slot] = yield evaluated;
      return normal;
    };
  }
  return function* (frame): Yielding {
    const source = value(frame);
    frame.at = node;
    frame.slots[slot] = yield* delegate(source);
    return normal;
  };
}

/** `yield from`: passes values and exceptions on; gives what the inner generator returned. */
function* delegate(source: Value): Generator<Value, Value, Value> {
  if (!(source instanceof PyGenerator)) return yield* delegateToIterator(source);
  let item = send(source, null);
  while (item !== undefined) {
    try {
      const sent: Value = yield item;
      item = send(source, sent);
    } catch (error) {
      const exception = asPythonException(error);
      if (!exception || source.state === 'finished') throw error;
      item = throwInto(source, exception);
    }
  }
  return source.result;
}

function* delegateToIterator(source: Value): Generator<Value, Value, Value> {
  const next = nextOf(source) ?? iterate(source);
  const sendMethod = tryGetAttribute(source, 'send');
  for (let item = next(); item !== undefined; ) {
    const sent: Value = yield item;
    if (sent === null || sendMethod === undefined) item = next();
    else {
      try {
        item = call(sendMethod, [sent]);
      } catch (error) {
        if (!isException(error, 'StopIteration')) throw error;
        return asPythonException(error)!.value.args[0] ?? null;
      }
    }
  }
  return null;
}

/** A test or an iterable that may yield itself. */
function yieldingExpression(
  node: Expression,
  context: Context,
): (frame: Frame) => Generator<Value, Value, Value> {
  const { steps, statement } = hoistYields(
    { kind: 'ExpressionStatement', value: node, start: node.start, end: node.end },
    context,
  );
  const before = compileSteps(steps, context);
  if (statement.kind !== 'ExpressionStatement') return notSupported('yield inside this expression', node);
  const evaluate = context.parts.expression(statement.value, context);
  return function* (frame): Generator<Value, Value, Value> {
    yield* before(frame);
    return evaluate(frame);
  };
}

function branch(node: If, context: Context): ExecuteYielding {
  const test = yieldingExpression(node.test, context);
  const body = compileYieldingBlock(node.body, context);
  const orelse = compileYieldingBlock(node.orelse, context);
  return function* (frame): Yielding {
    const value = yield* test(frame);
    return yield* isTrue(value) ? body(frame) : orelse(frame);
  };
}

function matchStatement(node: Match, context: Context): ExecuteYielding {
  const subject = yieldingExpression(node.subject, context);
  const cases = node.cases.map((each) => ({
    matches: compileCase(each, context),
    body: compileYieldingBlock(each.body, context),
  }));
  return function* (frame): Yielding {
    const value = yield* subject(frame);
    for (const { matches, body } of cases) if (matches(frame, value)) return yield* body(frame);
    return normal;
  };
}

function whileLoop(node: While, context: Context): ExecuteYielding {
  const test = yieldingExpression(node.test, context);
  const body = compileYieldingBlock(node.body, context);
  const orelse = compileYieldingBlock(node.orelse, context);
  return function* (frame): Yielding {
    for (;;) {
      runtime().checkpoint();
      if (!isTrue(yield* test(frame))) return yield* orelse(frame);
      const completion = yield* body(frame);
      if (completion === broke) return normal;
      if (completion === returned) return completion;
    }
  };
}

function forLoop(node: For, context: Context): ExecuteYielding {
  const iterable = yieldingExpression(node.iterable, context);
  const store = context.parts.store(node.target, context);
  const body = compileYieldingBlock(node.body, context);
  const orelse = compileYieldingBlock(node.orelse, context);
  return function* (frame): Yielding {
    const source = yield* iterable(frame);
    frame.at = node.iterable;
    const next = iterate(source);
    for (let item = next(); item !== undefined; item = next()) {
      runtime().checkpoint();
      store(frame, item);
      const completion = yield* body(frame);
      if (completion === broke) return normal;
      if (completion === returned) return completion;
      frame.at = node.iterable;
    }
    return yield* orelse(frame);
  };
}

function tryStatement(node: Try, context: Context): ExecuteYielding {
  if (node.isStar) notSupported('except*', node);
  const body = compileYieldingBlock(node.body, context);
  const orelse = compileYieldingBlock(node.orelse, context);
  const handlers = node.handlers.map((handler) => ({
    head: compileHandler(handler, context),
    body: compileYieldingBlock(handler.body, context),
  }));
  const guarded: ExecuteYielding = function* (frame): Yielding {
    let completion: Completion;
    try {
      completion = yield* body(frame);
    } catch (error) {
      const exception = asPythonException(error)?.value;
      if (!exception) throw error;
      arriveIn(exception, frame);
      const { at } = frame;
      const handler = handlers.find((each) => each.head.matches(exception, frame));
      if (!handler) {
        frame.at = at;
        exception.frames.pop();
        throw error;
      }
      const outer = frame.handled;
      frame.handled = exception;
      try {
        handler.head.bind(exception, frame);
        return yield* handler.body(frame);
      } catch (second) {
        setContext(second, exception);
        throw second;
      } finally {
        frame.handled = outer;
        handler.head.unbind(frame);
      }
    }
    return completion === normal ? yield* orelse(frame) : completion;
  };
  if (node.finalbody.length === 0) return guarded;
  return finallyStatement(guarded, compileYieldingBlock(node.finalbody, context));
}

function finallyStatement(body: ExecuteYielding, finalbody: ExecuteYielding): ExecuteYielding {
  return function* (frame): Yielding {
    let completion: Completion;
    let returnValue: Value;
    try {
      completion = yield* body(frame);
      ({ returnValue } = frame);
    } catch (error) {
      if (!asPythonException(error)) throw error;
      const ended = yield* finalbody(frame);
      if (ended !== normal) return ended;
      throw error;
    }
    const ended = yield* finalbody(frame);
    if (ended !== normal) return ended;
    frame.returnValue = returnValue;
    return completion;
  };
}

function withStatement(node: With, context: Context): ExecuteYielding {
  const block = compileYieldingBlock(node.body, context);
  if (node.items.some((item) => containsYield(item.context))) notSupported('yield in the head of with', node);
  return node.items.reduceRight<ExecuteYielding>((body, _, index) => {
    const manager = compileContextManager(node, index, context);
    return function* (frame): Yielding {
      const leave = manager.enter(frame);
      let completion: Completion;
      let returnValue: Value;
      try {
        completion = yield* body(frame);
        ({ returnValue } = frame);
      } catch (error) {
        const exception = asPythonException(error);
        if (!exception) throw error;
        if (leave(exception.value)) return normal;
        throw exception;
      }
      leave(null);
      frame.returnValue = returnValue;
      return completion;
    };
  }, block);
}
