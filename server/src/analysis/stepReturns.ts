/** Which expressions in a step's `return` make which output. */
import { appendAll } from '../base/appendAll.ts';
import type { Span } from '../base/span.ts';
import type { AnyNode, Assign, Expression, FunctionDef, Lambda } from '../python/syntax.ts';
import { childrenOf, walk } from '../python/walk.ts';

/** The source of output `index` of `count` in every `return` of the step, in source order. */
export function outputSources(step: FunctionDef | Lambda, count: number, index: number): readonly Span[] {
  const spans = returnedExpressions(step).flatMap((expression) => {
    const source = sourceIn(expression, count, index);
    if (source === null) return [];
    const { start, end } = assignmentOf(step, source) ?? source;
    return [{ start, end }];
  });
  return spans.sort((a, b) => a.start - b.start);
}

/** The statement that gives a local name its only value; null for anything else. */
function assignmentOf(step: FunctionDef | Lambda, source: Expression): Assign | null {
  if (step.kind === 'Lambda' || source.kind !== 'Name') return null;
  const only = step.body.find(
    (statement): statement is Assign =>
      statement.kind === 'Assign' &&
      statement.targets.length === 1 &&
      statement.targets.some((target) => target.kind === 'Name' && target.name === source.name),
  );
  return only !== undefined && bindingsOf(step, source.name) === 1 ? only : null;
}

function bindingsOf(step: FunctionDef, name: string): number {
  let count = 0;
  walk(step, (node) => {
    const targets =
      node.kind === 'Assign'
        ? node.targets
        : node.kind === 'AugAssign' || node.kind === 'For' || node.kind === 'AnnAssign'
          ? [node.target]
          : [];
    for (const target of targets) {
      walk(target, (inner) => {
        if (inner.kind === 'Name' && inner.name === name) count++;
      });
    }
  });
  return count;
}

const knownReturns = new WeakMap<FunctionDef | Lambda, readonly Expression[]>();

/** What a step's `return` statements return. Kept beside the tree: after an edit most functions are the same nodes as before. */
export function returnedExpressions(step: FunctionDef | Lambda): readonly Expression[] {
  const known = knownReturns.get(step) ?? collectReturned(step);
  knownReturns.set(step, known);
  return known;
}

function collectReturned(step: FunctionDef | Lambda): readonly Expression[] {
  if (step.kind === 'Lambda') return [step.body];
  const found: Expression[] = [];
  const pending: AnyNode[] = [...step.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'Return' && node.value !== null) found.push(node.value);
    if (node.kind === 'FunctionDef' || node.kind === 'Lambda' || node.kind === 'ClassDef') continue;
    appendAll(pending, childrenOf(node));
  }
  return found;
}

function sourceIn(expression: Expression, count: number, index: number): Expression | null {
  const elements = elementsOf(expression);
  if (elements === null) return count === 1 ? expression : null;
  const [first] = elements;
  const inner = first === undefined ? null : elementsOf(first);
  if (inner !== null && inner.length === count) return inner[index] ?? null;
  if (elements.length === count) return elements[index] ?? null;
  return count === 1 ? (first ?? null) : null;
}

const elementsOf = (expression: Expression): readonly Expression[] | null =>
  expression.kind === 'Tuple' || expression.kind === 'List' ? expression.elements : null;
