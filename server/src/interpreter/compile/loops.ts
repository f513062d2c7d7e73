/** `for` and `while`. Loops over ranges and lists count by themselves; all others ask an iterator. */
import type { Span } from '../../base/span.ts';
import type { For, While } from '../../python/syntax.ts';
import { type Frame, headPlace } from '../callSite.ts';
import { iterate } from '../protocols/iteration.ts';
import { turn } from '../runtime.ts';
import { closeGenerator, PyGenerator } from '../types/generatorType.ts';
import { PyList, PyRange, type Value } from '../values.ts';
import { compileCondition } from './conditions.ts';
import {
  broke,
  type Completion,
  type Context,
  type Execute,
  normal,
  returned,
  type Store,
} from './context.ts';
import { slotOf } from './names.ts';

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

/** The parts of a `for` loop. */
interface Loop {
  readonly node: For;
  /** Where an error of the iterator happens. */
  readonly place: Span;
  /** The slot of the target where it is a local variable; -1: use `store`. */
  readonly slot: number;
  readonly store: Store;
  readonly body: Execute;
}

/** Compiles `for`. */
export function compileFor(node: For, context: Context): Execute {
  const iterable = context.parts.expression(node.iterable, context);
  const store = context.parts.store(node.target, context);
  const body = context.parts.block(node.body, context);
  const orelse = node.orelse.length > 0 ? context.parts.block(node.orelse, context) : null;
  const slot = node.target.kind === 'Name' ? slotOf(node.target.name, context) : -1;
  const loop = { node, place: headPlace(node.iterable), slot, store, body };
  return (frame) => {
    const completion = runLoop(loop, frame, iterable(frame));
    if (completion !== normal) return completion === broke ? normal : completion;
    return orelse ? orelse(frame) : normal;
  };
}

/** The turns over an iterable. Answers normal at its end, otherwise broke or returned. */
function runLoop(loop: Loop, frame: Frame, items: Value): Completion {
  if (items instanceof PyRange) return visitRange(loop, frame, items);
  if (items instanceof PyList && items.cls === null) return visitList(loop, frame, items);
  const { node, place, slot, store, body } = loop;
  frame.at = place;
  const next = iterate(items);
  // Nobody else holds a generator that a call just made: when the loop leaves it, CPython closes it at once.
  const own =
    items instanceof PyGenerator && items.state === 'new' && node.iterable.kind === 'Call' ? items : null;
  for (let item = next(); item !== undefined; item = next()) {
    turn();
    if (slot >= 0) frame.slots[slot] = item;
    else store(frame, item);
    const completion = body(frame);
    if (completion === broke || completion === returned) {
      if (own) closeGenerator(own);
      return completion;
    }
    frame.at = place;
  }
  return normal;
}

function visitRange({ slot, store, body }: Loop, frame: Frame, { start, step, length }: PyRange): Completion {
  let item = start;
  for (let index = 0; index < length; index++) {
    turn();
    if (slot >= 0) frame.slots[slot] = item;
    else store(frame, item);
    const completion = body(frame);
    if (completion === broke || completion === returned) return completion;
    item += step;
  }
  return normal;
}

/** The list may change meanwhile. */
function visitList({ slot, store, body }: Loop, frame: Frame, list: PyList): Completion {
  for (let index = 0; index < list.items.length; index++) {
    turn();
    const item = list.items[index]!;
    if (slot >= 0) frame.slots[slot] = item;
    else store(frame, item);
    const completion = body(frame);
    if (completion === broke || completion === returned) return completion;
  }
  return normal;
}
