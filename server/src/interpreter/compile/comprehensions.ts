/** Comprehensions run in the frame around them with slots of their own; generator expressions are generators. */
import type { Comprehension, DictComp, GeneratorExp, ListComp, SetComp } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { PyDict, PySet } from '../containers.ts';
import { notSupported } from '../exceptions.ts';
import { isTrue } from '../protocols/comparison.ts';
import { iterate } from '../protocols/iteration.ts';
import { runtime } from '../runtime.ts';
import { Cell, type Next, PyIterator, PyList, type Value } from '../values.ts';
import { type Completion, type Context, type Evaluate, normal, type Store } from './context.ts';
import { generatorExpression, innerContext } from './functions.ts';
import { cellSlots } from './names.ts';

interface Loop {
  readonly node: Comprehension;
  readonly iterable: Evaluate;
  readonly store: Store;
  readonly conditions: readonly Evaluate[];
}

function compileLoops(generators: readonly Comprehension[], outer: Context, inner: Context): Loop[] {
  return generators.map((node, index) => {
    if (node.isAsync) notSupported('async comprehensions', node);
    return {
      node,
      iterable: inner.parts.expression(node.iterable, index === 0 ? outer : inner),
      store: inner.parts.store(node.target, inner),
      conditions: node.conditions.map((condition) => inner.parts.expression(condition, inner)),
    };
  });
}

/** Compiles a list, set or dict comprehension. */
export function compileComprehension(node: ListComp | SetComp | DictComp, context: Context): Evaluate {
  const scope = context.scopes.get(node);
  // In Python 2 a list comprehension has no scope of its own.
  const inner = scope ? innerContext(context, scope) : context;
  const loops = compileLoops(node.generators, context, inner);
  const cells = scope ? cellSlots(scope) : [];
  const begin = beginComprehension(node, inner);
  return (frame) => {
    for (const slot of cells) frame.slots[slot] = new Cell();
    const { add, result } = begin();
    runLoops(loops, 0, frame, () => add(frame));
    return result;
  };
}

interface Collector {
  readonly result: Value;
  add(frame: Frame): void;
}

function beginComprehension(node: ListComp | SetComp | DictComp, context: Context): () => Collector {
  if (node.kind === 'DictComp') {
    const key = context.parts.expression(node.key, context);
    const value = context.parts.expression(node.value, context);
    return () => {
      const result = new PyDict();
      const add = (frame: Frame): void => {
        const evaluated = key(frame);
        result.table.set(evaluated, value(frame));
      };
      return { result, add };
    };
  }
  const element = context.parts.expression(node.element, context);
  if (node.kind === 'ListComp') {
    return () => {
      const items: Value[] = [];
      return { result: new PyList(items), add: (frame) => void items.push(element(frame)) };
    };
  }
  return () => {
    const result = new PySet();
    const add = (frame: Frame): void => {
      const item = element(frame);
      if (!result.table.has(item)) result.table.set(item, true);
    };
    return { result, add };
  };
}

function runLoops(loops: readonly Loop[], depth: number, frame: Frame, visit: () => void): void {
  const loop = loops[depth];
  if (!loop) {
    visit();
    return;
  }
  const running = runtime();
  const iterable = loop.iterable(frame);
  frame.at = loop.node.iterable;
  const next = iterate(iterable);
  for (let item = next(); item !== undefined; item = next()) {
    running.checkpoint();
    loop.store(frame, item);
    if (passes(loop, frame)) runLoops(loops, depth + 1, frame, visit);
    frame.at = loop.node.iterable;
  }
}

function passes(loop: Loop, frame: Frame): boolean {
  for (const condition of loop.conditions) if (!isTrue(condition(frame))) return false;
  return true;
}

/** Compiles a generator expression. */
export function compileGeneratorExpression(node: GeneratorExp, context: Context): Evaluate {
  const scope = context.scopes.get(node)!;
  const first = scope.allocate('.0');
  const inner = innerContext(context, scope);
  const loops = compileLoops(node.generators, context, inner);
  const element = inner.parts.expression(node.element, inner);
  const [outermost, ...rest] = loops as [Loop, ...Loop[]];
  const firstIterable: Evaluate = (frame) => {
    const iterable = outermost.iterable(frame);
    frame.at = outermost.node.iterable;
    return new PyIterator('iterator', iterate(iterable));
  };
  function* run(frame: Frame): Generator<Value, Completion, Value> {
    const next = (frame.slots[first] as PyIterator).next;
    yield* generate(outermost, next, rest, frame);
    return normal;
  }
  function* generate(
    loop: Loop,
    next: Next,
    deeper: readonly Loop[],
    frame: Frame,
  ): Generator<Value, void, Value> {
    const running = runtime();
    for (let item = next(); item !== undefined; item = next()) {
      running.checkpoint();
      loop.store(frame, item);
      if (!passes(loop, frame)) continue;
      const [inside, ...others] = deeper;
      if (inside) yield* generate(inside, iterate(inside.iterable(frame)), others, frame);
      else yield element(frame);
    }
  }
  return generatorExpression(node, context, run, firstIterable);
}
