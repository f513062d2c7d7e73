/** Statements with blocks. */
import { kinds, tokens } from '../nodeKinds.ts';
import type {
  ClassDef,
  ExceptHandler,
  Expression,
  FunctionDef,
  If,
  Keyword,
  MatchCase,
  Statement,
  WithItem,
} from '../syntax.ts';
import {
  addProblem,
  type Conversion,
  childOfKind,
  childrenOf,
  errorExpression,
  identifierAt,
  isAsPattern,
  maximumDepth,
  operandsOf,
  spanOf,
  splitAs,
  tupleOrSingle,
} from './conversion.ts';
import { noParameters, parameters, typeParameters } from './parameters.ts';
import { guardRow, patternsOfCase } from './patterns.ts';
import { readArguments } from './primaries.ts';

/** The statements of the first block of a row. */
const bodyOf = (c: Conversion, row: number): Statement[] => {
  const block = childOfKind(c, row, kinds.block);
  return block < 0 ? [] : c.block(block);
};

/** Where a compound statement ends: with its last statement, not with the comments after it. */
const endOf = (c: Conversion, row: number, ...bodies: readonly (readonly Statement[])[]): number => {
  for (let index = bodies.length - 1; index >= 0; index--) {
    const last = bodies[index]!.at(-1);
    if (last) return last.end;
  }
  return c.nodes.end(row);
};

const hasToken = (c: Conversion, row: number, token: number): boolean => childOfKind(c, row, token) >= 0;

export function functionDefinition(c: Conversion, row: number): FunctionDef {
  const nameRow = childOfKind(c, row, kinds.identifier);
  const typeParametersRow = childOfKind(c, row, kinds.type_parameter);
  const parametersRow = childOfKind(c, row, kinds.parameters);
  const returnsRow = childOfKind(c, row, kinds.type);
  const name = identifierAt(c, nameRow);
  const body = bodyOf(c, row);
  return {
    kind: 'FunctionDef',
    start: c.nodes.start(row),
    end: endOf(c, row, body),
    name,
    typeParameters: typeParametersRow < 0 ? [] : typeParameters(c, typeParametersRow),
    parameters: parametersRow < 0 ? noParameters(name.end) : parameters(c, parametersRow),
    returns: returnsRow < 0 ? null : c.expression(returnsRow),
    body,
    decorators: [],
    isAsync: hasToken(c, row, tokens.async),
  };
}

export function classDefinition(c: Conversion, row: number): ClassDef {
  const nameRow = childOfKind(c, row, kinds.identifier);
  const typeParametersRow = childOfKind(c, row, kinds.type_parameter);
  const argumentsRow = childOfKind(c, row, kinds.argument_list);
  const bases: Expression[] = [];
  const keywords: Keyword[] = [];
  if (argumentsRow >= 0) readArguments(c, argumentsRow, { args: bases, keywords });
  const body = bodyOf(c, row);
  return {
    kind: 'ClassDef',
    start: c.nodes.start(row),
    end: endOf(c, row, body),
    name: identifierAt(c, nameRow),
    typeParameters: typeParametersRow < 0 ? [] : typeParameters(c, typeParametersRow),
    bases,
    keywords,
    body,
    decorators: [],
  };
}

/** The span of a decorated definition begins at the first `@`. */
export function decoratedDefinition(c: Conversion, row: number): Statement {
  const children = operandsOf(c, row);
  const decorators = children
    .filter((child) => c.nodes.kind(child) === kinds.decorator)
    .map((child) => c.expression(operandsOf(c, child)[0]!));
  const definitionRow = children.at(-1)!;
  const start = c.nodes.start(row);
  if (c.nodes.kind(definitionRow) === kinds.class_definition)
    return { ...classDefinition(c, definitionRow), start, decorators };
  return { ...functionDefinition(c, definitionRow), start, decorators };
}

/** `elif` clauses become nested `If`s from the last to the first. */
export function ifStatement(c: Conversion, row: number): If {
  const test = c.expression(operandsOf(c, row)[0]!);
  const body = bodyOf(c, row);
  const clauses = childrenOf(c, row).filter((child) => {
    const kind = c.nodes.kind(child);
    return kind === kinds.elif_clause || kind === kinds.else_clause;
  });
  let orelse: Statement[] = [];
  const room = maximumDepth - c.depth;
  if (clauses.length > room) {
    const rest = { start: c.nodes.start(clauses[room] ?? row), end: c.nodes.end(row) };
    const message = 'this is nested too deeply to be read';
    addProblem(c, rest, message);
    orelse = [{ kind: 'ErrorStatement', ...rest, message, children: [] }];
    clauses.length = Math.max(0, room);
  }
  c.depth += clauses.length;
  for (let index = clauses.length - 1; index >= 0; index--) {
    const clause = clauses[index]!;
    orelse = c.nodes.kind(clause) === kinds.elif_clause ? [elifClause(c, clause, orelse)] : bodyOf(c, clause);
    c.depth--;
  }
  return { kind: 'If', start: c.nodes.start(row), end: endOf(c, row, body, orelse), test, body, orelse };
}

function elifClause(c: Conversion, row: number, orelse: Statement[]): If {
  const test = c.expression(operandsOf(c, row)[0]!);
  const body = bodyOf(c, row);
  return { kind: 'If', start: c.nodes.start(row), end: endOf(c, row, body, orelse), test, body, orelse };
}

const elseOf = (c: Conversion, row: number): Statement[] => {
  const clause = childOfKind(c, row, kinds.else_clause);
  return clause < 0 ? [] : bodyOf(c, clause);
};

export function forStatement(c: Conversion, row: number): Statement {
  const [target, iterable] = operandsOf(c, row);
  const body = bodyOf(c, row);
  const orelse = elseOf(c, row);
  return {
    kind: 'For',
    start: c.nodes.start(row),
    end: endOf(c, row, body, orelse),
    target: c.expression(target!),
    iterable: c.expression(iterable!),
    body,
    orelse,
    isAsync: hasToken(c, row, tokens.async),
  };
}

export function whileStatement(c: Conversion, row: number): Statement {
  const test = c.expression(operandsOf(c, row)[0]!);
  const body = bodyOf(c, row);
  const orelse = elseOf(c, row);
  return { kind: 'While', start: c.nodes.start(row), end: endOf(c, row, body, orelse), test, body, orelse };
}

export function withStatement(c: Conversion, row: number): Statement {
  const clause = childOfKind(c, row, kinds.with_clause);
  const body = bodyOf(c, row);
  return {
    kind: 'With',
    start: c.nodes.start(row),
    end: endOf(c, row, body),
    items: clause < 0 ? [] : withItems(c, clause),
    body,
    isAsync: hasToken(c, row, tokens.async),
  };
}

/**
 * `with (a, b as c):` has two items in Python 3, although the grammar can see a tuple in it; in Python 2, and where one
 * of the elements can not be an item, it is a tuple.
 */
function withItems(c: Conversion, clause: number): WithItem[] {
  const rows = operandsOf(c, clause).map((item) => item + 1);
  const isBracketed =
    rows.length === 1 && c.nodes.kind(rows[0]!) === kinds.tuple && !c.nodes.isBroken(rows[0]!);
  if (!isBracketed) return rows.map((row) => withItem(c, unbracketed(c, row)));
  const elements = operandsOf(c, rows[0]!);
  const canBeItems =
    elements.length > 0 &&
    elements.every((row) => {
      const kind = c.nodes.kind(row);
      return kind !== kinds.list_splat && kind !== kinds.named_expression && kind !== kinds.yield;
    });
  const hasTarget = elements.some((row) => isAsPattern(c, row));
  if (canBeItems && (c.python === 3 || hasTarget)) return elements.map((row) => withItem(c, row));
  return [withItem(c, rows[0]!)];
}

/** `(a as b)` is an item in brackets. */
function unbracketed(c: Conversion, row: number): number {
  if (c.nodes.kind(row) !== kinds.parenthesized_expression || c.nodes.isBroken(row)) return row;
  const inner = c.nodes.after(row + 1);
  return isAsPattern(c, inner) ? inner : row;
}

function withItem(c: Conversion, row: number): WithItem {
  const span = spanOf(c, row);
  const parts = splitAs(c, row);
  if (parts === null) return { kind: 'WithItem', ...span, context: c.expression(row), target: null };
  return { kind: 'WithItem', ...span, context: parts.value, target: c.expression(parts.target) };
}

export function tryStatement(c: Conversion, row: number): Statement {
  const children = operandsOf(c, row);
  const handlerRows = children.filter((child) => c.nodes.kind(child) === kinds.except_clause);
  const finallyRow = childOfKind(c, row, kinds.finally_clause);
  const body = bodyOf(c, row);
  const handlers = handlerRows.map((child) => exceptHandler(c, child));
  const orelse = elseOf(c, row);
  const finalbody = finallyRow < 0 ? [] : bodyOf(c, finallyRow);
  const lastHandler = handlers.at(-1);
  const end = orelse.length + finalbody.length > 0 ? endOf(c, row, orelse, finalbody) : lastHandler?.end;
  const statement: Statement = {
    kind: 'Try',
    start: c.nodes.start(row),
    end: end ?? c.nodes.end(row),
    body,
    handlers,
    orelse,
    finalbody,
    isStar: handlerRows.some((child) => hasToken(c, child, tokens['*'])),
  };
  if (handlers.length > 0 || finallyRow >= 0) return statement;
  const message = 'expected "except" or "finally"';
  addProblem(c, { start: statement.start, end: statement.start + 'try'.length }, message);
  return {
    kind: 'ErrorStatement',
    start: statement.start,
    end: statement.end,
    message,
    children: [statement],
  };
}

/** `except E as e:`, and Python 2's `except E, e:`. */
function exceptHandler(c: Conversion, row: number): ExceptHandler {
  const rows = operandsOf(c, row).filter((child) => c.nodes.kind(child) !== kinds.block);
  const body = bodyOf(c, row);
  const [first] = rows;
  const parts = first === undefined ? null : splitAs(c, first);
  const second = parts?.target ?? rows[1];
  const hasAs = parts !== null || hasToken(c, row, tokens.as);
  if (second !== undefined && !hasAs && c.python === 3)
    addProblem(
      c,
      { start: c.nodes.start(first!), end: c.nodes.end(second) },
      'several exceptions need brackets',
    );
  return {
    kind: 'ExceptHandler',
    start: c.nodes.start(row),
    end: endOf(c, row, body),
    type: first === undefined ? null : (parts?.value ?? c.expression(first)),
    target: second === undefined ? null : handlerTarget(c, second),
    body,
  };
}

function handlerTarget(c: Conversion, row: number): ExceptHandler['target'] {
  const inner = c.nodes.kind(row) === kinds.as_pattern_target ? row + 1 : row;
  if (c.nodes.kind(inner) === kinds.identifier) return identifierAt(c, inner);
  if (c.python === 2) return c.expression(inner);
  return errorExpression(c, spanOf(c, inner), 'only a name fits here', [c.expression(inner)]);
}

export function matchStatement(c: Conversion, row: number): Statement {
  const blockRow = childOfKind(c, row, kinds.block);
  const children = childrenOf(c, row);
  const colonIndex = children.findIndex((child) => c.nodes.kind(child) === tokens[':']);
  const subjects = operandsOf(c, row).filter((child) => child < children[colonIndex]!);
  const subjectEnd = c.nodes.end(children[colonIndex - 1]!);
  const first = subjects.find((child) => c.nodes.start(child) > c.nodes.start(row)) ?? subjects[0]!;
  const values = subjects.filter((child) => child >= first);
  const cases =
    blockRow < 0 ? [] : operandsOf(c, blockRow).filter((child) => c.nodes.kind(child) === kinds.case_clause);
  const converted = cases.map((child) => matchCase(c, child));
  return {
    kind: 'Match',
    start: c.nodes.start(row),
    end: converted.at(-1)?.end ?? c.nodes.end(row),
    subject: tupleOrSingle(c, values, subjectEnd),
    cases: converted,
  };
}

function matchCase(c: Conversion, row: number): MatchCase {
  const guard = guardRow(c, row);
  const patterns = operandsOf(c, row).filter((child) => c.nodes.kind(child) === kinds.case_pattern);
  const last = patterns.at(-1)!;
  const next = c.nodes.after(last);
  const end = c.nodes.kind(next) === tokens[','] ? c.nodes.end(next) : c.nodes.end(last);
  const body = bodyOf(c, row);
  return {
    kind: 'MatchCase',
    start: c.nodes.start(row),
    end: endOf(c, row, body),
    pattern: patternsOfCase(c, patterns, end),
    guard: guard < 0 ? null : c.expression(operandsOf(c, guard)[0]!),
    body,
  };
}
