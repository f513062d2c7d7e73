/**
 * What the parts of the converter share: the rows, the text, the way to the other parts, and the problems found.
 * The parts do not import each other; `converter.ts` ties them together.
 */
import type { Span } from '../../base/span.ts';
import { isTokenKind, kinds } from '../nodeKinds.ts';
import type { NodeTable } from '../nodeTable.ts';
import type { SyntaxProblem } from '../parsedFile.ts';
import type { StatementLog } from '../statementLog.ts';
import type { ErrorExpression, Expression, Identifier, Name, Pattern, Statement, Tuple } from '../syntax.ts';

/**
 * How many levels a tree can have. Deeper source becomes an error node, so whoever walks a tree with recursion needs
 * no guard of his own. (CPython gives up at 200 nested brackets.)
 */
export const maximumDepth = 400;

/** What a conversion takes over from the one of the tree before, and what it leaves for the next. */
export interface Reuse {
  readonly before: StatementLog;
  /** Where `before` has each address. */
  readonly places: ReadonlyMap<number, number>;
  readonly log: StatementLog;
}

export interface Conversion {
  readonly nodes: NodeTable;
  readonly text: string;
  readonly python: 2 | 3;
  /** Python 2 with `from __future__ import unicode_literals`. */
  readonly unicodeLiterals: boolean;
  readonly problems: SyntaxProblem[];
  readonly reuse: Reuse | null;
  /** Levels of the tree above the node being converted. */
  depth: number;
  /** The row of an `as` in the last operand of an expression that belongs to the clause around it; -1 for none. */
  openAs: number;
  /** The largest `depth` so far, without what was taken over. */
  deepest: number;
  /** The expression of a row; always succeeds. */
  expression(row: number): Expression;
  /** The statements of a `block` row. */
  block(row: number): Statement[];
  pattern(row: number): Pattern;
}

/** Turns a row into an expression. */
export type ExpressionPart = (c: Conversion, row: number) => Expression;

/** The children of a row that are not punctuation. */
export function operandsOf(c: Conversion, row: number): number[] {
  const result: number[] = [];
  const end = c.nodes.after(row);
  for (let child = row + 1; child < end; child = c.nodes.after(child))
    if (!isTokenKind(c.nodes.kind(child))) result.push(child);
  return result;
}

/** All children of a row. */
export function childrenOf(c: Conversion, row: number): number[] {
  const result: number[] = [];
  const end = c.nodes.after(row);
  for (let child = row + 1; child < end; child = c.nodes.after(child)) result.push(child);
  return result;
}

/** The first child of a kind, -1 when there is none. */
export function childOfKind(c: Conversion, row: number, kind: number): number {
  const end = c.nodes.after(row);
  for (let child = row + 1; child < end; child = c.nodes.after(child))
    if (c.nodes.kind(child) === kind) return child;
  return -1;
}

/** The last child of a row; the row itself has to have one. */
export function lastChildOf(c: Conversion, row: number): number {
  let last = row + 1;
  const end = c.nodes.after(row);
  for (let child = row + 1; child < end; child = c.nodes.after(child)) last = child;
  return last;
}

export const sourceOf = (c: Conversion, row: number): string =>
  c.text.slice(c.nodes.start(row), c.nodes.end(row));

export const identifierAt = (c: Conversion, row: number): Identifier => ({
  kind: 'Identifier',
  start: c.nodes.start(row),
  end: c.nodes.end(row),
  name: normalized(sourceOf(c, row)),
});

export const nameAt = (c: Conversion, row: number): Name => ({
  kind: 'Name',
  start: c.nodes.start(row),
  end: c.nodes.end(row),
  name: normalized(sourceOf(c, row)),
});

/** Python compares identifiers in the normal form KC. */
function normalized(name: string): string {
  for (let index = 0; index < name.length; index++)
    if (name.charCodeAt(index) > 127) return name.normalize('NFKC');
  return name;
}

/** An expression that can not be read; also notes the problem. */
export function errorExpression(
  c: Conversion,
  span: Span,
  message: string,
  children: readonly (Statement | Expression)[] = [],
): ErrorExpression {
  addProblem(c, span, message);
  return { kind: 'ErrorExpression', start: span.start, end: span.end, message, children };
}

export function addProblem(c: Conversion, span: Span, message: string): void {
  c.problems.push({ span: { start: span.start, end: span.end }, message });
}

export const spanOf = (c: Conversion, row: number): Span => ({
  start: c.nodes.start(row),
  end: c.nodes.end(row),
});

/** One expression, or a tuple of several; `end` covers a trailing comma. */
export function tupleOrSingle(c: Conversion, rows: readonly number[], end: number): Expression {
  const first = rows[0]!;
  if (rows.length === 1 && end === c.nodes.end(first)) return c.expression(first);
  return tupleOf(
    rows.map((row) => c.expression(row)),
    c.nodes.start(first),
    end,
  );
}

/** Python 2's backquotes are not in the tree: an element that has them is wider than its row. */
export const tupleOf = (elements: readonly Expression[], start: number, end: number): Tuple => ({
  kind: 'Tuple',
  start: Math.min(start, elements[0]?.start ?? start),
  end: Math.max(end, elements.at(-1)?.end ?? end),
  elements,
});

/** True for a row that is an `as` with a target, as in `with` and `except`. */
export const isAsPattern = (c: Conversion, row: number): boolean => c.nodes.kind(row) === kinds.as_pattern;

/** Expressions that end with an operand. */
const openEnded: ReadonlySet<number> = new Set([
  kinds.conditional_expression,
  kinds.boolean_operator,
  kinds.not_operator,
  kinds.comparison_operator,
  kinds.binary_operator,
  kinds.unary_operator,
  kinds.lambda,
  kinds.await,
]);

/** The value of `value as target` in a clause, and the row of the target; null where the row has no `as`. */
export function splitAs(
  c: Conversion,
  row: number,
): { readonly value: Expression; readonly target: number } | null {
  // The grammar binds `as` to the last operand: `a if b else (c as d)`.
  let inner = row;
  while (openEnded.has(c.nodes.kind(inner))) inner = lastChildOf(c, inner);
  if (!isAsPattern(c, inner)) return null;
  const [operand, target] = operandsOf(c, inner);
  if (inner === row) return { value: c.expression(operand!), target: target! };
  c.openAs = inner;
  const value = c.expression(row);
  c.openAs = -1;
  return { value: { ...value, end: c.nodes.end(operand!) }, target: target! };
}
