/**
 * Bodies of generators. A statement that contains a `yield` is compiled to a closure that can be entered again: when it ends with
 * {@link yielded} it has noted in a slot of its frame where it was, and goes on there when it is run next. All other
 * statements stay as they are. So what a resumption costs does not depend on what the generator is made of, and an
 * exception that is thrown into it simply passes the `try` statements around the `yield`.
 *
 * A `yield` inside an expression is moved in front of its statement into a temporary name, and so is everything that is
 * evaluated before it, so that the order stays Python's.
 */
import type { Span } from '../../base/span.ts';
import type { Expression, For, If, Match, Statement, While, Yield, YieldFrom } from '../../python/syntax.ts';
import { type Frame, headPlace } from '../callSite.ts';
import { notSupported } from '../exceptions.ts';
import { iterate } from '../protocols/iteration.ts';
import { turn } from '../runtime.ts';
import { Delegation } from '../types/delegation.ts';
import type { Next, Value } from '../values.ts';
import { compileCondition } from './conditions.ts';
import { broke, type Context, type Execute, normal, returned, yielded } from './context.ts';
import { compileCase } from './matching.ts';
import { containsYield } from './scopeTree.ts';
import { compileStatement } from './statements.ts';
import { hoistYields, type YieldStep } from './yieldHoisting.ts';
import { yieldingTry, yieldingWith } from './yieldingTry.ts';

/** Compiles the statements of a generator. */
export function compileYieldingBlock(statements: readonly Statement[], context: Context): Execute {
  const parts: Execute[] = [];
  let plain: Statement[] = [];
  const endPlain = (): void => {
    if (plain.length > 0) parts.push(context.parts.block(plain, context));
    plain = [];
  };
  for (const statement of statements) {
    if (!containsYield(statement)) plain.push(statement);
    else {
      endPlain();
      parts.push(compileYielding(statement, context));
    }
  }
  endPlain();
  return resumableSequence(parts, context);
}

/** Runs parts one after another; goes on with the one that yielded. */
function resumableSequence(parts: readonly Execute[], context: Context): Execute {
  if (parts.length === 1) return parts[0]!;
  const state = context.scope.allocateState();
  return (frame) => {
    const { slots } = frame;
    let index = (slots[state] as number | undefined) ?? 0;
    slots[state] = undefined;
    for (; index < parts.length; index++) {
      const completion = parts[index]!(frame);
      if (completion === normal) continue;
      if (completion === yielded) slots[state] = index;
      return completion;
    }
    return normal;
  };
}

function compileYielding(node: Statement, context: Context): Execute {
  switch (node.kind) {
    case 'If':
      return branch(node, context);
    case 'While':
      return whileLoop(node, context);
    case 'For':
      return forLoop(node, context);
    case 'Try':
      return yieldingTry(node, context);
    case 'With':
      return yieldingWith(node, context);
    case 'Match':
      return matchStatement(node, context);
    default:
      return simple(node, context);
  }
}

/** A simple statement: the steps that yield, then the statement on temporaries. */
function simple(node: Statement, context: Context): Execute {
  if (node.kind === 'ExpressionStatement' && isBareYield(node.value)) {
    return yieldStep(node.value, null, context);
  }
  const { steps, statement } = hoistYields(node, context);
  return resumableSequence([...compileSteps(steps, context), compileStatement(statement, context)], context);
}

const isBareYield = (node: Expression): node is Yield | YieldFrom =>
  (node.kind === 'Yield' || node.kind === 'YieldFrom') && (node.value === null || !containsYield(node.value));

const compileSteps = (steps: readonly YieldStep[], context: Context): Execute[] =>
  steps.map((step) => {
    if (step.kind === 'statement') return compileStatement(step.statement, context);
    if (step.kind === 'branch') return compileYielding(step.statement, context);
    return yieldStep(step.node, step.slot, context);
  });

/** What is sent goes to `slot`. */
function yieldStep(node: Yield | YieldFrom, slot: number | null, context: Context): Execute {
  const value = node.value ? context.parts.expression(node.value, context) : () => null;
  const state = context.scope.allocateState();
  if (node.kind === 'YieldFrom') return delegation(node, { value, slot, state });
  return (frame) => {
    const { slots } = frame;
    if (slots[state] === undefined) {
      const evaluated = value(frame);
      frame.at = node;
      frame.exchange!.yielded = evaluated;
      slots[state] = true;
      return yielded;
    }
    slots[state] = undefined;
    const sent = frame.exchange!.take();
    if (slot !== null) slots[slot] = sent;
    return normal;
  };
}

function delegation(
  node: YieldFrom,
  {
    value,
    slot,
    state,
  }: { readonly value: (frame: Frame) => Value; readonly slot: number | null; readonly state: number },
): Execute {
  return (frame) => {
    const { slots } = frame;
    let inner = slots[state] as Delegation | undefined;
    let item: Value | undefined;
    if (inner === undefined) {
      const source = value(frame);
      frame.at = node;
      inner = new Delegation(source);
      item = inner.next();
    } else {
      slots[state] = undefined;
      const exchange = frame.exchange!;
      const { thrown } = exchange;
      exchange.thrown = null;
      item = thrown === null ? inner.send(exchange.sent) : inner.throw(thrown);
    }
    if (item !== undefined) {
      frame.exchange!.yielded = item;
      slots[state] = inner;
      return yielded;
    }
    if (slot !== null) slots[slot] = inner.result;
    return normal;
  };
}

/** The steps in front of an expression that yields, and the expression on temporaries. */
function hoistExpression(node: Expression, context: Context): { steps: Execute[]; rest: Expression } {
  if (!containsYield(node)) return { steps: [], rest: node };
  const { steps, statement } = hoistYields(
    { kind: 'ExpressionStatement', value: node, start: node.start, end: node.end },
    context,
  );
  if (statement.kind !== 'ExpressionStatement') return notSupported('yield inside this expression', node);
  return { steps: compileSteps(steps, context), rest: statement.value };
}

function branch(node: If, context: Context): Execute {
  const { steps, rest } = hoistExpression(node.test, context);
  const test = compileCondition(rest, context);
  const body = compileYieldingBlock(node.body, context);
  const orelse = compileYieldingBlock(node.orelse, context);
  const state = context.scope.allocateState();
  const choose: Execute = (frame) => {
    const { slots } = frame;
    const chosen = (slots[state] as Execute | undefined) ?? (test(frame) ? body : orelse);
    slots[state] = undefined;
    const completion = chosen(frame);
    if (completion === yielded) slots[state] = chosen;
    return completion;
  };
  return steps.length === 0 ? choose : resumableSequence([...steps, choose], context);
}

function matchStatement(node: Match, context: Context): Execute {
  const { steps, rest } = hoistExpression(node.subject, context);
  const subject = context.parts.expression(rest, context);
  const cases = node.cases.map((each) => ({
    matches: compileCase(each, context),
    body: compileYieldingBlock(each.body, context),
  }));
  const state = context.scope.allocateState();
  const nothing: Execute = () => normal;
  const choose: Execute = (frame) => {
    const { slots } = frame;
    let chosen = slots[state] as Execute | undefined;
    slots[state] = undefined;
    if (chosen === undefined) {
      const value = subject(frame);
      chosen = cases.find(({ matches }) => matches(frame, value))?.body ?? nothing;
    }
    const completion = chosen(frame);
    if (completion === yielded) slots[state] = chosen;
    return completion;
  };
  return steps.length === 0 ? choose : resumableSequence([...steps, choose], context);
}

function whileLoop(node: While, context: Context): Execute {
  const { steps, rest } = hoistExpression(node.test, context);
  const test = compileCondition(rest, context);
  const before = steps.length === 0 ? null : resumableSequence(steps, context);
  const body = compileYieldingBlock(node.body, context);
  const orelse = compileYieldingBlock(node.orelse, context);
  const state = context.scope.allocateState();
  return (frame) => {
    const { slots } = frame;
    /** The part that is entered again; undefined: the loop begins. */
    let resumed = slots[state] as Execute | undefined;
    slots[state] = undefined;
    const suspend = (part: Execute): typeof yielded => {
      slots[state] = part;
      return yielded;
    };
    while (resumed !== orelse) {
      if (resumed !== body) {
        turn();
        if (before !== null && before(frame) === yielded) return suspend(before);
        if (!test(frame)) break;
      }
      resumed = undefined;
      const completion = body(frame);
      if (completion === yielded) return suspend(body);
      if (completion === broke) return normal;
      if (completion === returned) return completion;
    }
    const completion = orelse(frame);
    return completion === yielded ? suspend(orelse) : completion;
  };
}

function forLoop(node: For, context: Context): Execute {
  const { steps, rest } = hoistExpression(node.iterable, context);
  const iterable = context.parts.expression(rest, context);
  const store = context.parts.store(node.target, context);
  const body = compileYieldingBlock(node.body, context);
  const orelse = compileYieldingBlock(node.orelse, context);
  const place = headPlace(node.iterable);
  const state = context.scope.allocateState();
  const loop: Execute = (frame) => {
    const { slots } = frame;
    const resumed = slots[state] as Next | typeof orelse | undefined;
    slots[state] = undefined;
    if (resumed !== orelse) {
      const next = (resumed as Next | undefined) ?? beginLoop(frame, iterable(frame), place);
      let isInside = resumed !== undefined;
      for (;;) {
        if (!isInside) {
          frame.at = place;
          const item = next();
          if (item === undefined) break;
          turn();
          store(frame, item);
        }
        isInside = false;
        const completion = body(frame);
        if (completion === normal) continue;
        if (completion === yielded) slots[state] = next;
        if (completion === yielded || completion === returned) return completion;
        if (completion === broke) return normal;
      }
    }
    const completion = orelse(frame);
    if (completion === yielded) slots[state] = orelse;
    return completion;
  };
  return steps.length === 0 ? loop : resumableSequence([...steps, loop], context);
}

function beginLoop(frame: Frame, items: Value, place: Span): Next {
  frame.at = place;
  return iterate(items);
}
