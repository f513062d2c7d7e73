/** The patterns of `match`. */
import { kinds, tokens } from '../nodeKinds.ts';
import type { Expression, Identifier, Pattern } from '../syntax.ts';
import {
  addProblem,
  type Conversion,
  childOfKind,
  childrenOf,
  identifierAt,
  nameAt,
  operandsOf,
  sourceOf,
  spanOf,
} from './conversion.ts';

/** The pattern of a `case_pattern` row, or of what stands in one. */
export function pattern(c: Conversion, row: number): Pattern {
  const kind = c.nodes.kind(row);
  switch (kind) {
    case kinds.case_pattern:
      return casePattern(c, row);
    case kinds.as_pattern:
      return asPattern(c, row);
    case kinds.union_pattern:
      return { kind: 'MatchOr', ...spanOf(c, row), patterns: alternatives(c, row) };
    case kinds.list_pattern:
      return { kind: 'MatchSequence', ...spanOf(c, row), patterns: patternsIn(c, row) };
    case kinds.tuple_pattern:
      return parenthesizedPattern(c, row);
    case kinds.dict_pattern:
      return mappingPattern(c, row);
    case kinds.class_pattern:
      return classPattern(c, row);
    case kinds.splat_pattern:
      return { kind: 'MatchStar', ...spanOf(c, row), name: captureName(c, c.nodes.after(row + 1)) };
    case kinds.dotted_name:
      return namePattern(c, row);
    case tokens._:
      return { kind: 'MatchAs', ...spanOf(c, row), pattern: null, name: null };
    case kinds.complex_pattern:
      return { kind: 'MatchValue', ...spanOf(c, row), value: complexValue(c, row) };
    default:
      return literalPattern(c, row);
  }
}

/** Several patterns with commas in `case a, *b:` are a sequence; `end` covers a trailing comma. */
export function patternsOfCase(c: Conversion, rows: readonly number[], end: number): Pattern {
  const first = rows[0]!;
  const isSingle = rows.length === 1 && end === c.nodes.end(first);
  const patterns = rows.map((row) => c.pattern(row));
  if (isSingle && patterns[0]!.kind !== 'MatchStar') return patterns[0]!;
  return { kind: 'MatchSequence', start: c.nodes.start(first), end, patterns };
}

const patternsIn = (c: Conversion, row: number): Pattern[] =>
  operandsOf(c, row).map((child) => c.pattern(child));

/** `-1` and `- 1.5` stand in a case pattern as a minus and a number. */
function casePattern(c: Conversion, row: number): Pattern {
  const first = row + 1;
  if (c.nodes.kind(first) !== tokens['-']) return c.pattern(first);
  return { kind: 'MatchValue', ...spanOf(c, row), value: negated(c, first) };
}

function negated(c: Conversion, minusRow: number): Expression {
  const numberRow = c.nodes.after(minusRow);
  const operand = c.expression(numberRow);
  return { kind: 'UnaryOp', start: c.nodes.start(minusRow), end: operand.end, operator: '-', operand };
}

function asPattern(c: Conversion, row: number): Pattern {
  const [inner, target] = operandsOf(c, row);
  return { kind: 'MatchAs', ...spanOf(c, row), pattern: c.pattern(inner!), name: identifierAt(c, target!) };
}

/** `a | b | c`; a number with a minus is two rows. */
function alternatives(c: Conversion, row: number): Pattern[] {
  const result: Pattern[] = [];
  const end = c.nodes.after(row);
  for (let child = row + 1; child < end; child = c.nodes.after(child)) {
    const kind = c.nodes.kind(child);
    if (kind === tokens['|']) continue;
    if (kind === tokens['-']) {
      const value = negated(c, child);
      result.push({ kind: 'MatchValue', start: value.start, end: value.end, value });
      child = c.nodes.after(child);
      continue;
    }
    const alternative = c.pattern(child);
    if (alternative.kind === 'MatchOr' && kind === kinds.union_pattern) result.push(...alternative.patterns);
    else result.push(alternative);
  }
  return result;
}

function parenthesizedPattern(c: Conversion, row: number): Pattern {
  const children = childrenOf(c, row);
  const patterns = patternsIn(c, row);
  const hasComma = children.some((child) => c.nodes.kind(child) === tokens[',']);
  if (patterns.length === 1 && !hasComma && patterns[0]!.kind !== 'MatchStar') return patterns[0]!;
  return { kind: 'MatchSequence', ...spanOf(c, row), patterns };
}

/** `{key: pattern, **rest}`; a key can be a minus and a number, which are two rows. */
function mappingPattern(c: Conversion, row: number): Pattern {
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: Identifier | null = null;
  let isValue = false;
  const end = c.nodes.after(row);
  for (let child = row + 1; child < end; child = c.nodes.after(child)) {
    const kind = c.nodes.kind(child);
    if (kind === tokens[':']) isValue = true;
    else if (kind === tokens[',']) isValue = false;
    else if (kind === kinds.splat_pattern) rest = captureName(c, c.nodes.after(child + 1));
    else if (kind === tokens['-']) {
      keys.push(negated(c, child));
      child = c.nodes.after(child);
    } else if (kind !== tokens['{'] && kind !== tokens['}']) {
      if (isValue) patterns.push(c.pattern(child));
      else keys.push(keyAt(c, child));
    }
  }
  return { kind: 'MatchMapping', ...spanOf(c, row), keys, patterns, rest };
}

function keyAt(c: Conversion, row: number): Expression {
  const key = c.pattern(row);
  if (key.kind === 'MatchValue') return key.value;
  addProblem(c, spanOf(c, row), 'a key in a pattern is a literal or a dotted name');
  return { kind: 'ErrorExpression', ...spanOf(c, row), message: 'this is not a key', children: [] };
}

function classPattern(c: Conversion, row: number): Pattern {
  const patterns: Pattern[] = [];
  const keywordNames: Identifier[] = [];
  const keywordPatterns: Pattern[] = [];
  const [classRow, ...rest] = operandsOf(c, row);
  for (const child of rest) {
    const inner = c.nodes.kind(child) === kinds.case_pattern ? child + 1 : child;
    const keyword = keywordIn(c, inner);
    if (keyword < 0) {
      patterns.push(c.pattern(child));
      continue;
    }
    keywordNames.push(identifierAt(c, keyword + 1));
    const value = keywordValue(c, keyword);
    keywordPatterns.push(
      keyword === inner
        ? value
        : {
            kind: 'MatchAs',
            start: value.start,
            end: c.nodes.end(inner),
            pattern: value,
            name: identifierAt(c, operandsOf(c, inner)[1]!),
          },
    );
  }
  const classValue = dottedValue(c, classRow!);
  return {
    kind: 'MatchClass',
    ...spanOf(c, row),
    class: classValue,
    patterns,
    keywordNames,
    keywordPatterns,
  };
}

/** The row of `name=pattern`; the grammar groups `name=pattern as other` from the left. -1 for another pattern. */
function keywordIn(c: Conversion, row: number): number {
  const kind = c.nodes.kind(row);
  if (kind === kinds.keyword_pattern) return row;
  if (kind !== kinds.as_pattern) return -1;
  const inner = c.nodes.kind(row + 1) === kinds.case_pattern ? row + 2 : row + 1;
  return c.nodes.kind(inner) === kinds.keyword_pattern ? inner : -1;
}

function keywordValue(c: Conversion, row: number): Pattern {
  const valueRow = childrenOf(c, row)[2]!;
  if (c.nodes.kind(valueRow) !== tokens['-']) return c.pattern(valueRow);
  const value = negated(c, valueRow);
  return { kind: 'MatchValue', start: value.start, end: value.end, value };
}

/** A single name captures, `_` matches everything, a dotted name is a value. */
function namePattern(c: Conversion, row: number): Pattern {
  const value = dottedValue(c, row);
  const span = spanOf(c, row);
  if (value.kind !== 'Name') return { kind: 'MatchValue', ...span, value };
  return { kind: 'MatchAs', ...span, pattern: null, name: captureName(c, row + 1) };
}

function captureName(c: Conversion, row: number): Identifier | null {
  const isWildcard = c.nodes.kind(row) === tokens._ || sourceOf(c, row) === '_';
  return isWildcard ? null : identifierAt(c, row);
}

function dottedValue(c: Conversion, row: number): Expression {
  if (c.nodes.kind(row) !== kinds.dotted_name) return nameAt(c, row);
  const [first, ...rest] = operandsOf(c, row);
  let value: Expression = nameAt(c, first!);
  for (const part of rest) {
    const attribute = identifierAt(c, part);
    value = { kind: 'Attribute', start: value.start, end: attribute.end, value, attribute };
  }
  return value;
}

/** `-1 + 2j`: an optional minus, a number, a sign, a number. */
function complexValue(c: Conversion, row: number): Expression {
  const children = childrenOf(c, row);
  const isNegative = c.nodes.kind(children[0]!) === tokens['-'];
  const left = isNegative ? negated(c, children[0]!) : c.expression(children[0]!);
  const [operatorRow, imaginaryRow] = children.slice(isNegative ? 2 : 1);
  const operator = c.nodes.kind(operatorRow!) === tokens['-'] ? '-' : '+';
  const right = c.expression(imaginaryRow!);
  return { kind: 'BinOp', ...spanOf(c, row), left, operator, right };
}

function literalPattern(c: Conversion, row: number): Pattern {
  const value = c.expression(row);
  const isLiteral = value.kind === 'Number' || value.kind === 'String' || value.kind === 'Constant';
  if (isLiteral) return { kind: 'MatchValue', ...spanOf(c, row), value };
  addProblem(c, spanOf(c, row), 'this is not a pattern');
  return { kind: 'ErrorPattern', ...spanOf(c, row), message: 'this is not a pattern' };
}

/** The child of a `case_clause` that holds its `if`, -1 without one. */
export const guardRow = (c: Conversion, row: number): number => childOfKind(c, row, kinds.if_clause);
