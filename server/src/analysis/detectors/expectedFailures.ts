/** Mistakes that a program makes on purpose: tests that expect the library to refuse something. */
import { appendAll } from '../../base/appendAll.ts';
import type { Span } from '../../base/span.ts';
import type { ParsedFile } from '../../python/parsedFile.ts';
import type { AnyNode, Expression, Statement, With } from '../../python/syntax.ts';
import { walk } from '../../python/walk.ts';
import type { Mistake } from '../mistakes.ts';
import { calledName } from './observing.ts';

const expecting = /raises|^(?:xfail|expectedFailure)$/i;

/** `with pytest.raises(ValueError):` and its likes. */
export const expectsFailure = (node: With): boolean =>
  node.items.some(({ context }) => context.kind === 'Call' && expecting.test(calledName(context.function)));

/** The mistakes that are not made on purpose. */
export function unexpected(file: ParsedFile, mistakes: readonly Mistake[]): readonly Mistake[] {
  if (mistakes.length === 0 || !/raises|xfail|expectedFailure/i.test(file.text)) return mistakes;
  const expected = expectedIn(file.module);
  return mistakes.filter(
    ({ span }) => !expected.some((one) => one.start <= span.start && span.end <= one.end),
  );
}

/** Arguments of `assertRaises(…)`, functions that are among them, and tests that are marked to fail. */
function expectedIn(module: AnyNode): readonly Span[] {
  const found: Span[] = [];
  const names = new Set<string>();
  const functions: (Statement & { kind: 'FunctionDef' })[] = [];
  walk(module, (node) => {
    if (node.kind === 'FunctionDef') functions.push(node);
    if (node.kind === 'With' && expectsFailure(node)) appendAll(found, node.body);
    if (node.kind !== 'Call' || !expecting.test(calledName(node.function))) return;
    for (const argument of node.args) {
      found.push(argument);
      if (argument.kind === 'Name') names.add(argument.name);
    }
  });
  const isExpected = (decorator: Expression) =>
    expecting.test(calledName(decorator.kind === 'Call' ? decorator.function : decorator));
  return [
    ...found,
    ...functions.filter(({ name, decorators }) => names.has(name.name) || decorators.some(isExpected)),
  ];
}
