/** `for` and `while`. Loops over ranges, lists and tuples count by themselves; all others ask an iterator. */
import type { For, While } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { iterate } from '../protocols/iteration.ts';
import { turn } from '../runtime.ts';
import { PyList, PyRange, PyTuple, type Value } from '../values.ts';
import { compileCondition } from './conditions.ts';
import { broke, type Completion, type Context, type Execute, normal, returned } from './context.ts';

/** Compiles `while`. */
export function compileWhile(node: While, context: Context): Execute {
  const test = compileCondition(node.test, context);
  const body = context.parts.block(node.body, context);
  const orelse = node.orelse.length > 0 ? context.parts.block(node.orelse, context) : null;
  return (frame) => {
    while (test(frame)) {
      turn();
      const completion = body(frame);
      if (completion === broke) return normal;
      if (completion === returned) return completion;
    }
    return orelse ? orelse(frame) : normal;
  };
}

/** Runs one turn with an element. */
type Visit = (frame: Frame, item: Value) => Completion;

/** Compiles `for`. */
export function compileFor(node: For, context: Context): Execute {
  const iterable = context.parts.expression(node.iterable, context);
  const store = context.parts.store(node.target, context);
  const body = context.parts.block(node.body, context);
  const orelse = node.orelse.length > 0 ? context.parts.block(node.orelse, context) : null;
  const visit: Visit = (frame, item) => {
    turn();
    store(frame, item);
    return body(frame);
  };
  const visitAll = (frame: Frame, items: Value): Completion => {
    if (items instanceof PyRange) return visitRange(frame, items, visit);
    if (items instanceof PyList && items.cls === null) return visitList(frame, items, visit);
    if (items instanceof PyTuple && items.cls === null) return visitTuple(frame, items, visit);
    frame.at = node.iterable;
    const next = iterate(items);
    for (let item = next(); item !== undefined; item = next()) {
      const completion = visit(frame, item);
      if (completion === broke || completion === returned) return completion;
      frame.at = node.iterable;
    }
    return normal;
  };
  return (frame) => {
    const completion = visitAll(frame, iterable(frame));
    if (completion !== normal) return completion === broke ? normal : completion;
    return orelse ? orelse(frame) : normal;
  };
}

/** The turns over a range. Answers normal at its end. */
function visitRange(frame: Frame, { start, step, length }: PyRange, visit: Visit): Completion {
  let item = start;
  for (let index = 0; index < length; index++) {
    const completion = visit(frame, item);
    if (completion === broke || completion === returned) return completion;
    item += step;
  }
  return normal;
}

/** The turns over a list, which may change meanwhile. */
function visitList(frame: Frame, list: PyList, visit: Visit): Completion {
  for (let index = 0; index < list.items.length; index++) {
    const completion = visit(frame, list.items[index]!);
    if (completion === broke || completion === returned) return completion;
  }
  return normal;
}

function visitTuple(frame: Frame, { items }: PyTuple, visit: Visit): Completion {
  for (let index = 0; index < items.length; index++) {
    const completion = visit(frame, items[index]!);
    if (completion === broke || completion === returned) return completion;
  }
  return normal;
}
