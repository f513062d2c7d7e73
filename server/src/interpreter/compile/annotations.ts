/**
 * Type hints: annotations of parameters and variables, type parameters (PEP 695) and the `type` statement. A hint that
 * ScanLens can not evaluate is left out of `__annotations__` instead of ending a program that never looks at it.
 */
import type {
  AnnAssign,
  Expression,
  FunctionDef,
  Parameter,
  TypeAlias,
  TypeParameter,
} from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { PyDict } from '../containers.ts';
import { isException } from '../exceptions.ts';
import { PyTypeAlias, PyTypeParameter } from '../types/genericTypes.ts';
import { Cell, type ParameterShape, type Value } from '../values.ts';
import { type Context, type Evaluate, type Execute, mangle, normal } from './context.ts';
import { cellSlots, storeName } from './names.ts';

/** The text of a hint as `ast.unparse` spaces and quotes it. */
const hintAsWritten = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/"([^"'\\]*)"/g, "'$1'")
    .replace(/,(?=[^\s\])])/g, ', ')
    .replace(/ ?\| ?/g, ' | ');

/** Evaluates a hint; `undefined` where it is refused. With `from __future__ import annotations` it is its text. */
function compileHint(node: Expression, context: Context): (frame: Frame) => Value | undefined {
  if (context.postponedHints) {
    const text = hintAsWritten(context.source.text.slice(node.start, node.end));
    return () => text;
  }
  const evaluate = context.parts.expression(node, context);
  return (frame) => {
    try {
      return evaluate(frame);
    } catch (error) {
      if (isException(error, 'NotSupportedByScanLens')) return undefined;
      throw error;
    }
  };
}

/** `__annotations__` of a function; null where it has none. */
export function functionAnnotations(
  node: FunctionDef,
  context: Context,
): ((frame: Frame) => Map<string, Value>) | null {
  const hints = node.parameters.items.flatMap(({ target, annotation }) =>
    annotation && target.kind === 'Identifier'
      ? [{ name: mangle(target.name, context), hint: annotation }]
      : [],
  );
  if (node.returns) hints.push({ name: 'return', hint: node.returns });
  if (hints.length === 0) return null;
  const compiled = hints.map(({ name, hint }) => ({ name, evaluate: compileHint(hint, context) }));
  return (frame) => {
    const annotations = new Map<string, Value>();
    for (const { name, evaluate } of compiled) {
      const value = evaluate(frame);
      if (value !== undefined) annotations.set(name, value);
    }
    return annotations;
  };
}

/** Keeps the hint of a variable of a class body or a module in `__annotations__`; in a function it is not evaluated. */
export function recordAnnotation(node: AnnAssign, context: Context): ((frame: Frame) => void) | null {
  const { target } = node;
  const { kind } = context.scope;
  if (kind !== 'class' && kind !== 'module') return null;
  const evaluate = compileHint(node.annotation, context);
  return (frame) => {
    const namespace = frame.namespace ?? frame.globals;
    const value = evaluate(frame);
    if (value === undefined || target.kind !== 'Name') return;
    let annotations = namespace.get('__annotations__');
    if (!(annotations instanceof PyDict)) {
      annotations = new PyDict();
      namespace.set('__annotations__', annotations);
    }
    (annotations as PyDict).table.set(mangle(target.name, context), value);
  };
}

/** The parameters as `inspect.signature` shows them. */
export const parameterShapes = (items: readonly Parameter[]): readonly ParameterShape[] =>
  items.map((item, index) => ({
    name: item.target.kind === 'Identifier' ? item.target.name : `.${index}`,
    variety: item.variety,
  }));

/** Binds the type parameters of a definition; `context` is the scope that holds them. */
export function compileTypeParameters(
  nodes: readonly TypeParameter[],
  context: Context,
): (frame: Frame) => readonly Value[] {
  const stores = nodes.map((node) => ({ node, store: storeName(node.name.name, context) }));
  const cells = nodes.length > 0 ? cellSlots(context.scope) : [];
  return (frame) => {
    for (const slot of cells) frame.slots[slot] = new Cell();
    return stores.map(({ node, store }) => {
      const parameter = new PyTypeParameter(node.name.name, node.variety);
      store(frame, parameter);
      return parameter;
    });
  };
}

/** The context of the names that a definition's type parameters bind. */
export function typeParameterContext(nodes: readonly TypeParameter[], context: Context): Context {
  const [first] = nodes;
  const scope = first && context.scopes.get(first);
  return scope ? { ...context, scope } : context;
}

/** Compiles `type Name = value`. */
export function compileTypeAlias(node: TypeAlias, context: Context): Execute {
  const inner = typeParameterContext(node.typeParameters, context);
  const parameters = compileTypeParameters(node.typeParameters, inner);
  const value: Evaluate = inner.parts.expression(node.value, inner);
  const store = storeName(node.name.name, context);
  return (frame) => {
    const made = parameters(frame);
    store(frame, new PyTypeAlias(node.name.name, made, () => value(frame)));
    return normal;
  };
}
