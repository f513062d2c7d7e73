/** Annotations: values, or their source where the program imports `annotations` from `__future__`. */
import { printExpression } from '../../python/printer.ts';
import type { Expression, FunctionDef, Parameter } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import type { ParameterShape, Value } from '../values.ts';
import { type Context, type Evaluate, mangle } from './context.ts';

/** One annotation. */
export function compileAnnotation(node: Expression, context: Context): Evaluate {
  if (!context.annotationsAreText) return context.parts.expression(node, context);
  const text = printExpression(node, 3);
  return () => text;
}

/**
 * The annotations of a function by parameter, `return` last. They are evaluated when a program first asks for them, not
 * when the function is made: most are never looked at.
 */
export function compileAnnotations(
  node: FunctionDef,
  context: Context,
): ((frame: Frame) => [string, Value][]) | null {
  const named = node.parameters.items.flatMap((item) =>
    item.annotation && item.target.kind === 'Identifier'
      ? [[mangle(item.target.name, context), item.annotation] as const]
      : [],
  );
  if (node.returns) named.push(['return', node.returns]);
  if (named.length === 0) return null;
  return (frame) =>
    named.map(([name, annotation]) => [name, compileAnnotation(annotation, context)(frame)] as const) as [
      string,
      Value,
    ][];
}

/** The parameters as `inspect.signature` shows them. */
export const parameterShapes = (items: readonly Parameter[]): readonly ParameterShape[] =>
  items.map((item, index) => ({
    name: item.target.kind === 'Identifier' ? item.target.name : `.${index}`,
    variety: item.variety,
  }));
