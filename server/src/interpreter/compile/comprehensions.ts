/** Comprehensions run in the frame around them with slots of their own; generator expressions are generators. */
import type { Comprehension, DictComp, GeneratorExp, ListComp, SetComp } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { PyDict, PySet } from '../containers.ts';
import { notSupported } from '../exceptions.ts';
import { iterate } from '../protocols/iteration.ts';
import { turn } from '../runtime.ts';
import { Cell, type Next, PyIterator, PyList, PyRange, type Value } from '../values.ts';
import type { Test } from './arithmetic.ts';
import { compileCondition } from './conditions.ts';
import { type Context, type Evaluate, type Execute, normal, type Store, yielded } from './context.ts';
import { generatorExpression, innerContext } from './functions.ts';
import { cellSlots } from './names.ts';
import { compileOperand, read } from './operands.ts';

interface Loop {
  readonly node: Comprehension;
  readonly iterable: Evaluate;
  readonly store: Store;
  readonly passes: Test | null;
}

function compileLoops(generators: readonly Comprehension[], outer: Context, inner: Context): Loop[] {
  return generators.map((node, index) => {
    if (node.isAsync) notSupported('async comprehensions', node);
    return {
      node,
      iterable: inner.parts.expression(node.iterable, index === 0 ? outer : inner),
      store: inner.parts.store(node.target, inner),
      passes: compileConditions(node, inner),
    };
  });
}

function compileConditions(node: Comprehension, context: Context): Test | null {
  const tests = node.conditions.map((condition) => compileCondition(condition, context));
  const [only] = tests;
  if (!only || tests.length === 1) return only ?? null;
  return (frame) => {
    for (const test of tests) if (!test(frame)) return false;
    return true;
  };
}

/** What is done in the innermost loop with what the comprehension makes. */
type Visit<T> = (frame: Frame, result: T) => void;

/** Compiles a list, set or dict comprehension. */
export function compileComprehension(node: ListComp | SetComp | DictComp, context: Context): Evaluate {
  const scope = context.scopes.get(node);
  // In Python 2 a list comprehension has no scope of its own.
  const inner = scope ? innerContext(context, scope) : context;
  const loops = compileLoops(node.generators, context, inner);
  const cells = scope ? cellSlots(scope) : [];
  const evaluate = collector(node, loops, inner);
  if (cells.length === 0) return evaluate;
  return (frame) => {
    for (const slot of cells) frame.slots[slot] = new Cell();
    return evaluate(frame);
  };
}

function collector(node: ListComp | SetComp | DictComp, loops: readonly Loop[], context: Context): Evaluate {
  if (node.kind === 'DictComp') {
    const key = context.parts.expression(node.key, context);
    const value = context.parts.expression(node.value, context);
    const run = nestLoops<PyDict>(loops, (frame, { table }) => {
      const evaluated = key(frame);
      table.set(evaluated, value(frame));
    });
    return (frame) => collect(run, frame, new PyDict());
  }
  const { slot, evaluate } = compileOperand(node.element, context);
  if (node.kind === 'ListComp') {
    const run = nestLoops<PyList>(loops, (frame, { items }) => void items.push(read(frame, slot, evaluate)));
    return (frame) => collect(run, frame, new PyList([]));
  }
  const run = nestLoops<PySet>(loops, (frame, { table }) => {
    const item = evaluate(frame);
    if (!table.has(item)) table.set(item, true);
  });
  return (frame) => collect(run, frame, new PySet());
}

function collect<T extends object>(run: Visit<T>, frame: Frame, result: T): Value {
  run(frame, result);
  return result;
}

/** One function that runs all loops, the first outermost. */
function nestLoops<T>(loops: readonly Loop[], visit: Visit<T>): Visit<T> {
  return loops.reduceRight<Visit<T>>((inside, loop) => compileLoop(loop, inside), visit);
}

function compileLoop<T>({ node, iterable, store, passes }: Loop, inside: Visit<T>): Visit<T> {
  const visit: Visit<T> =
    passes === null ? inside : (frame, result) => (passes(frame) ? inside(frame, result) : undefined);
  return (frame, result) => {
    const source = iterable(frame);
    if (source instanceof PyRange) {
      const { start, step, length } = source;
      let item = start;
      for (let index = 0; index < length; index++) {
        turn();
        store(frame, item);
        visit(frame, result);
        item += step;
      }
      return;
    }
    frame.at = node.iterable;
    const next = iterate(source);
    for (let item = next(); item !== undefined; item = next()) {
      turn();
      store(frame, item);
      visit(frame, result);
      frame.at = node.iterable;
    }
  };
}

/** Compiles a generator expression. */
export function compileGeneratorExpression(node: GeneratorExp, context: Context): Evaluate {
  const scope = context.scopes.get(node)!;
  const first = scope.allocate('.0');
  const inner = innerContext(context, scope);
  const loops = compileLoops(node.generators, context, inner);
  const element = inner.parts.expression(node.element, inner);
  const outermost = loops[0]!;
  const firstIterable: Evaluate = (frame) => {
    const iterable = outermost.iterable(frame);
    frame.at = outermost.node.iterable;
    return new PyIterator('iterator', iterate(iterable));
  };
  const run = loops.reduceRight<Execute | null>((inside, loop, index) => {
    const begin =
      index === 0
        ? (frame: Frame): Next => (frame.slots[first] as PyIterator).next
        : (frame: Frame): Next => iterate(loop.iterable(frame));
    return yieldingLoop({ loop, begin, inside, element }, inner);
  }, null)!;
  return generatorExpression(node, context, run, firstIterable);
}

interface YieldingLoop {
  readonly loop: Loop;
  readonly begin: (frame: Frame) => Next;
  /** null: this is the innermost loop, which yields the element. */
  readonly inside: Execute | null;
  readonly element: Evaluate;
}

/** See `yielding.ts` for how it is entered again. */
function yieldingLoop({ loop, begin, inside, element }: YieldingLoop, context: Context): Execute {
  const { store, passes } = loop;
  const state = context.scope.allocateState();
  return (frame) => {
    const { slots } = frame;
    const resumed = slots[state] as Next | undefined;
    slots[state] = undefined;
    const next = resumed ?? begin(frame);
    if (resumed !== undefined) {
      if (inside === null) frame.exchange!.take();
      else if (inside(frame) === yielded) {
        slots[state] = next;
        return yielded;
      }
    }
    for (let item = next(); item !== undefined; item = next()) {
      turn();
      store(frame, item);
      if (passes !== null && !passes(frame)) continue;
      if (inside === null) frame.exchange!.yielded = element(frame);
      else if (inside(frame) !== yielded) continue;
      slots[state] = next;
      return yielded;
    }
    return normal;
  };
}
