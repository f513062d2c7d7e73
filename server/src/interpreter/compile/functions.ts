/** `def` and `lambda`: from the tree to function values, and what a call of one does. */
import type { FunctionDef, GeneratorExp, Lambda, Parameter, Statement } from '../../python/syntax.ts';
import { Frame, type FrameNames } from '../callSite.ts';
import { asPythonException, notSupported, raiseRecursionError } from '../exceptions.ts';
import { type Runtime, runtime } from '../runtime.ts';
import { PyGenerator } from '../types/generatorType.ts';
import { Cell, type Keywords, PyFunction, PyTuple, type Value } from '../values.ts';
import {
  type Context,
  type Evaluate,
  type Execute,
  type ExecuteYielding,
  mangle,
  returned,
} from './context.ts';
import { captureCells, cellSlots } from './names.ts';
import { bindArguments, type ParameterPlan } from './parameters.ts';
import type { Scope } from './scopeTree.ts';

/** CPython's `sys.getrecursionlimit()`. */
export const recursionLimit = 1000;

/** The context inside a function, class or comprehension. */
export function innerContext(context: Context, scope: Scope, changes: Partial<Context> = {}): Context {
  return { ...context, scope, ...changes };
}

/** The value of a `def` (without decorators) or a lambda. */
export function makeFunction(node: FunctionDef | Lambda, context: Context): Evaluate {
  if (node.kind === 'FunctionDef' && node.isAsync) return () => notSupported('async functions', node);
  if (node.kind === 'FunctionDef' && node.typeParameters.length > 0) {
    return () => notSupported('type parameters', node);
  }
  const scope = context.scopes.get(node)!;
  const name = node.kind === 'Lambda' ? '<lambda>' : node.name.name;
  const qualifiedName = context.qualifiedPrefix + name;
  const inner = innerContext(context, scope, { qualifiedPrefix: `${qualifiedName}.<locals>.` });
  const body = compileBody(node, inner);
  const plan = parameterPlan(node.parameters.items, inner);
  const names = frameNames(name, scope, context);
  const capture = captureCells(scope, context);
  const defaults = compileDefaults(node, context);
  const run = runner({ node, scope, names, plan, body });
  const doc = node.kind === 'FunctionDef' ? docstring(node.body) : null;
  return (frame) => {
    const evaluated = defaults(frame);
    const captured = capture(frame);
    const { globals } = frame;
    const made: PyFunction = new PyFunction({
      name,
      qualifiedName,
      module: moduleName(globals),
      parameterNames: [...plan.positional, ...plan.keywordOnly],
      globals,
      span: node,
      invoke: (args, keywords) => run(made, captured, args, keywords),
    });
    made.defaults = evaluated.positional.length > 0 ? new PyTuple(evaluated.positional) : null;
    if (evaluated.keywordOnly.size > 0) made.keywordDefaults = evaluated.keywordOnly;
    made.doc = doc;
    return made;
  };
}

const moduleName = (globals: Map<string, Value>): string => {
  const name = globals.get('__name__');
  return typeof name === 'string' ? name : '__main__';
};

/** The docstring of a body. */
export function docstring(body: readonly Statement[]): string | null {
  const [first] = body;
  if (first?.kind !== 'ExpressionStatement' || first.value.kind !== 'String') return null;
  return first.value.variety === 'str' ? first.value.value : null;
}

/** What frames of a scope are called, for tracebacks and `locals()`. */
export function frameNames(functionName: string, scope: Scope, context: Context): FrameNames {
  const locals = scope.slotNames.map((name, slot) =>
    scope.hiddenSlots.has(slot) || name.startsWith('.') ? '' : name,
  );
  return { functionName, locals, source: context.source };
}

type Body =
  | { readonly kind: 'expression'; readonly evaluate: Evaluate }
  | { readonly kind: 'plain'; readonly execute: Execute }
  | { readonly kind: 'generator'; readonly execute: ExecuteYielding };

function compileBody(node: FunctionDef | Lambda, context: Context): Body {
  const unpack = tupleParameters(node.parameters.items, context);
  if (node.kind === 'Lambda') {
    if (context.scope.isGenerator) notSupported('yield in a lambda', node);
    const evaluate = context.parts.expression(node.body, context);
    return {
      kind: 'expression',
      evaluate: unpack
        ? (frame) => {
            unpack(frame);
            return evaluate(frame);
          }
        : evaluate,
    };
  }
  if (context.scope.isGenerator) {
    if (unpack) notSupported('tuple parameters of a generator', node);
    return { kind: 'generator', execute: context.parts.yieldingBlock(node.body, context) };
  }
  const block = context.parts.block(node.body, context);
  const execute: Execute = unpack
    ? (frame) => {
        unpack(frame);
        return block(frame);
      }
    : block;
  return { kind: 'plain', execute };
}

/** Python 2's `def f(a, (b, c))`. */
function tupleParameters(items: readonly Parameter[], context: Context): ((frame: Frame) => void) | null {
  const unpackers = items.flatMap((item, index) => {
    if (item.target.kind === 'Identifier') return [];
    const slot = context.scope.slots.get(`.${index}`) ?? context.scope.allocate(`.${index}`);
    const store = context.parts.store(item.target, context);
    return [(frame: Frame) => store(frame, frame.slots[slot] as Value)];
  });
  if (unpackers.length === 0) return null;
  return (frame) => {
    for (const unpack of unpackers) unpack(frame);
  };
}

function parameterPlan(items: readonly Parameter[], context: Context): ParameterPlan {
  const positional: string[] = [];
  const keywordOnly: string[] = [];
  let positionalOnlyCount = 0;
  let varArgsSlot: number | null = null;
  let kwArgsSlot: number | null = null;
  for (const [index, item] of items.entries()) {
    const name = item.target.kind === 'Identifier' ? mangle(item.target.name, context) : `.${index}`;
    const slot = context.scope.slots.get(item.target.kind === 'Identifier' ? item.target.name : name);
    if (item.variety === 'varArgs') varArgsSlot = slot!;
    else if (item.variety === 'kwArgs') kwArgsSlot = slot!;
    else if (item.variety === 'keywordOnly') keywordOnly.push(name);
    else {
      positional.push(name);
      if (item.variety === 'positionalOnly') positionalOnlyCount++;
    }
  }
  const slotOf = (name: string): number => context.scope.slots.get(name)!;
  const slots = [...positional, ...keywordOnly].map(slotOf);
  return {
    python: context.python,
    positional,
    positionalOnlyCount,
    keywordOnly,
    slots,
    varArgsSlot,
    kwArgsSlot,
  };
}

function compileDefaults(
  node: FunctionDef | Lambda,
  context: Context,
): (frame: Frame) => { positional: Value[]; keywordOnly: Map<string, Value> } {
  const compiled = node.parameters.items.flatMap((item) => {
    if (!item.default) return [];
    const name = item.target.kind === 'Identifier' ? item.target.name : '';
    const isKeyword = item.variety === 'keywordOnly';
    return [{ name, isKeyword, evaluate: context.parts.expression(item.default, context) }];
  });
  return (frame) => {
    const positional: Value[] = [];
    const keywordOnly = new Map<string, Value>();
    for (const { name, isKeyword, evaluate } of compiled) {
      if (isKeyword) keywordOnly.set(name, evaluate(frame));
      else positional.push(evaluate(frame));
    }
    return { positional, keywordOnly };
  };
}

type Captured = readonly (readonly [number, Cell])[];
type Run = (callee: PyFunction, captured: Captured, args: readonly Value[], keywords: Keywords) => Value;

interface RunnerParts {
  readonly node: FunctionDef | Lambda;
  readonly scope: Scope;
  readonly names: FrameNames;
  readonly plan: ParameterPlan;
  readonly body: Body;
}

function runner(parts: RunnerParts): Run {
  const { scope, plan, names, body, node } = parts;
  const cells = cellSlots(scope);
  const isSimple = plan.varArgsSlot === null && plan.kwArgsSlot === null && plan.keywordOnly.length === 0;
  return (callee, captured, args, keywords) => {
    const slots = new Array<Value | Cell | undefined>(scope.slotNames.length).fill(undefined);
    if (isSimple && keywords === null && args.length === plan.positional.length) {
      for (let index = 0; index < args.length; index++) slots[plan.slots[index]!] = args[index];
    } else bindArguments(plan, callee, slots, { args, keywords });
    for (const slot of cells) {
      const cell = new Cell();
      cell.value = slots[slot] as Value | undefined;
      slots[slot] = cell;
    }
    for (const [slot, cell] of captured) slots[slot] = cell;
    const running = runtime();
    const frame = new Frame(names, slots, { globals: callee.globals, at: node, caller: running.frame });
    if (body.kind === 'generator') return new PyGenerator(frame, body.execute(frame), callee.name);
    return runFrame(running, frame, body);
  };
}

function runFrame(running: Runtime, frame: Frame, body: Exclude<Body, { kind: 'generator' }>): Value {
  enter(running, frame);
  try {
    if (body.kind === 'expression') return body.evaluate(frame);
    return body.execute(frame) === returned ? frame.returnValue : null;
  } catch (error) {
    throw withFrame(error, frame);
  } finally {
    leave(running, frame);
  }
}

/** Begins a call: counts its depth and makes its frame the running one. */
export function enter(running: Runtime, frame: Frame): void {
  running.checkpoint();
  if (running.depth >= recursionLimit) raiseRecursionError();
  running.depth++;
  running.frame = frame;
}

/** Ends a call. */
export function leave(running: Runtime, frame: Frame): void {
  running.depth--;
  running.frame = frame.caller;
}

/** Adds the frame to the traceback of an exception that leaves it; other errors pass unchanged. */
export function withFrame(error: unknown, frame: Frame): unknown {
  const exception = asPythonException(error);
  if (!exception) return error;
  const { functionName, source } = frame.names;
  exception.value.frames.push({ span: frame.at, functionName, ...source });
  return exception;
}

/** A generator expression: the first iterable is evaluated outside. */
export function generatorExpression(
  node: GeneratorExp,
  context: Context,
  body: ExecuteYielding,
  firstIterable: Evaluate,
): Evaluate {
  const scope = context.scopes.get(node)!;
  const names = frameNames('<genexpr>', scope, context);
  const cells = cellSlots(scope);
  const capture = captureCells(scope, context);
  const first = scope.slots.get('.0')!;
  return (frame) => {
    const iterable = firstIterable(frame);
    const slots = new Array<Value | Cell | undefined>(scope.slotNames.length).fill(undefined);
    for (const slot of cells) slots[slot] = new Cell();
    for (const [slot, cell] of capture(frame)) slots[slot] = cell;
    slots[first] = iterable;
    const inner = new Frame(names, slots, { globals: frame.globals, at: node, caller: frame });
    return new PyGenerator(inner, body(inner), '<genexpr>');
  };
}
