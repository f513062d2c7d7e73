/** `def` and `lambda`: from the tree to function values, and what a call of one does. */
import type { Span } from '../../base/span.ts';
import type {
  Expression,
  FunctionDef,
  GeneratorExp,
  Lambda,
  Parameter,
  Statement,
} from '../../python/syntax.ts';
import { Frame, type FrameNames } from '../callSite.ts';
import { notSupported } from '../exceptions.ts';
import { type CompiledFunction, fillCells, runFunction } from '../functionCalls.ts';
import { PyGenerator } from '../types/generatorType.ts';
import { PyFunction, PyTuple, type Slots, type Value } from '../values.ts';
import {
  compileTypeParameters,
  functionAnnotations,
  parameterShapes,
  typeParameterContext,
} from './annotations.ts';
import { type Context, type Evaluate, type Execute, mangle } from './context.ts';
import { captureCells, cellSlots } from './names.ts';
import { bindArguments, type ParameterPlan } from './parameters.ts';
import type { Scope } from './scopeTree.ts';

/** The context inside a function, class or comprehension. */
export function innerContext(context: Context, scope: Scope, changes: Partial<Context> = {}): Context {
  return { ...context, scope, ...changes };
}

/** The value of a `def` (without decorators) or a lambda. */
export function makeFunction(node: FunctionDef | Lambda, context: Context): Evaluate {
  if (node.kind === 'FunctionDef' && node.isAsync) return () => notSupported('async functions', node);
  if (node.kind === 'FunctionDef' && node.typeParameters.length > 0) {
    const generic = typeParameterContext(node.typeParameters, context);
    const bind = compileTypeParameters(node.typeParameters, generic);
    const make = makePlainFunction(node, generic);
    return (frame) => {
      bind(frame);
      return make(frame);
    };
  }
  return makePlainFunction(node, context);
}

function makePlainFunction(node: FunctionDef | Lambda, context: Context): Evaluate {
  const scope = context.scopes.get(node)!;
  const name = node.kind === 'Lambda' ? '<lambda>' : node.name.name;
  const qualifiedName = context.qualifiedPrefix + name;
  const inner = innerContext(context, scope, { qualifiedPrefix: `${qualifiedName}.<locals>.` });
  const body = compileBody(node, inner);
  const plan = parameterPlan(node.parameters.items, inner);
  const names = frameNames(name, { scope, span: node }, context);
  const capture = captureCells(scope, context);
  const defaults = compileDefaults(node, context);
  const code = functionCode({ node, name, qualifiedName, scope, names, plan, body });
  const doc = node.kind === 'FunctionDef' ? docstring(node.body) : null;
  const annotations = node.kind === 'FunctionDef' ? functionAnnotations(node, context) : null;
  return (frame) => {
    const evaluated = defaults(frame);
    const { globals } = frame;
    const made = new PyFunction(code, { module: moduleName(globals), globals, captured: capture(frame) });
    if (evaluated.positional.length > 0) made.defaults = new PyTuple(evaluated.positional);
    if (evaluated.keywordOnly.size > 0) made.keywordDefaults = evaluated.keywordOnly;
    made.doc = doc;
    if (annotations) made.annotations = annotations(frame);
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
export function frameNames(
  functionName: string,
  { scope, span }: { readonly scope: Scope; readonly span: Span },
  context: Context,
): FrameNames {
  const locals = scope.slotNames.map((name, slot) =>
    scope.hiddenSlots.has(slot) || name.startsWith('.') ? '' : name,
  );
  return { functionName, locals, source: context.source, span };
}

type Body =
  | { readonly kind: 'plain'; readonly evaluate: Evaluate }
  | { readonly kind: 'generator'; readonly execute: Execute };

function compileBody(node: FunctionDef | Lambda, context: Context): Body {
  const unpack = tupleParameters(node.parameters.items, context);
  if (context.scope.isGenerator) {
    const body = node.kind === 'Lambda' ? [returnStatement(node.body)] : node.body;
    const block = context.parts.yieldingBlock(body, context);
    if (!unpack) return { kind: 'generator', execute: block };
    return {
      kind: 'generator',
      execute: (frame) => {
        unpack(frame);
        return block(frame);
      },
    };
  }
  const { parts } = context;
  const evaluate =
    node.kind === 'Lambda' ? parts.expression(node.body, context) : parts.body(node.body, context);
  if (!unpack) return { kind: 'plain', evaluate };
  return {
    kind: 'plain',
    evaluate: (frame) => {
      unpack(frame);
      return evaluate(frame);
    },
  };
}

/** The body of a lambda that yields. */
const returnStatement = (value: Expression): Statement => ({
  kind: 'Return',
  value,
  start: value.start,
  end: value.end,
});

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

const unreachableBody: Evaluate = () => {
  throw new Error('a generator function makes a generator');
};

interface CodeParts {
  readonly node: FunctionDef | Lambda;
  readonly name: string;
  readonly qualifiedName: string;
  readonly scope: Scope;
  readonly names: FrameNames;
  readonly plan: ParameterPlan;
  readonly body: Body;
}

function functionCode({ node, name, qualifiedName, scope, names, plan, body }: CodeParts): CompiledFunction {
  const blank: readonly undefined[] = Array.from(scope.slotNames, () => undefined);
  const isSimple = plan.varArgsSlot === null && plan.kwArgsSlot === null && plan.keywordOnly.length === 0;
  const isInOrder = plan.slots.every((slot, index) => slot === index);
  return {
    name,
    qualifiedName,
    parameterNames: [...plan.positional, ...plan.keywordOnly],
    shown: {
      parameters: parameterShapes(node.parameters.items),
      isGenerator: scope.isGenerator,
      argumentCount: plan.positional.length,
      keywordOnlyCount: plan.keywordOnly.length,
      localNames: [...scope.bound].filter((each) => scope.slots.has(each) && !each.startsWith('.')),
      source: names.source,
    },
    span: node,
    arity: isSimple && isInOrder ? plan.positional.length : -1,
    blank,
    bind: (callee, args, keywords) => {
      const slots: Slots = blank.slice();
      if (isSimple && keywords === null && args.length === plan.positional.length) {
        for (let index = 0; index < args.length; index++) slots[plan.slots[index]!] = args[index];
      } else bindArguments(plan, callee, slots, { args, keywords });
      return slots;
    },
    names,
    cells: cellSlots(scope),
    evaluate: body.kind === 'plain' ? body.evaluate : unreachableBody,
    generate:
      body.kind === 'plain' ? null : (callee, frame) => new PyGenerator(frame, body.execute, callee.name),
    start: runFunction,
  };
}

/** A generator expression: the first iterable is evaluated outside. */
export function generatorExpression(
  node: GeneratorExp,
  context: Context,
  body: Execute,
  firstIterable: Evaluate,
): Evaluate {
  const scope = context.scopes.get(node)!;
  const names = frameNames('<genexpr>', { scope, span: node }, context);
  const cells = cellSlots(scope);
  const capture = captureCells(scope, context);
  const first = scope.slots.get('.0')!;
  return (frame) => {
    const iterable = firstIterable(frame);
    const slots: Slots = new Array(scope.slotNames.length).fill(undefined);
    fillCells(slots, cells, capture(frame));
    slots[first] = iterable;
    const inner = new Frame(names, slots, frame.globals, frame);
    return new PyGenerator(inner, body, '<genexpr>');
  };
}
