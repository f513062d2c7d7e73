/**
 * From tree-sitter's rows to the syntax tree: one table from kind to converter for expressions, one for statements, and
 * the recovery around them. Never throws: what has no converter becomes an error node.
 */

import { isStatementKind, kinds, otherToken, tokens } from '../nodeKinds.ts';
import { type ErrorPlace, type NodeTable, spreadBreaks } from '../nodeTable.ts';
import type { SyntaxProblem } from '../parsedFile.ts';
import type { Expression, Module, Pattern, Statement } from '../syntax.ts';
import * as compound from './compoundStatements.ts';
import {
  addProblem,
  type Conversion,
  childrenOf,
  type ExpressionPart,
  errorExpression,
  maximumDepth,
  operandsOf,
  type Reuse,
  spanOf,
} from './conversion.ts';
import * as operators from './operators.ts';
import * as patterns from './patterns.ts';
import * as primaries from './primaries.ts';
import type { StatementPart } from './simpleStatements.ts';
import * as simple from './simpleStatements.ts';
import * as strings from './strings.ts';

const expressionParts: (ExpressionPart | undefined)[] = [];
const expressionTable: readonly (readonly [number, ExpressionPart])[] = [
  [kinds.identifier, primaries.name],
  [kinds.string, strings.string],
  [kinds.concatenated_string, strings.concatenatedString],
  [kinds.integer, primaries.integer],
  [kinds.float, primaries.float],
  [kinds.true, primaries.trueConstant],
  [kinds.false, primaries.falseConstant],
  [kinds.none, primaries.noneConstant],
  [kinds.ellipsis, primaries.ellipsis],
  [kinds.attribute, primaries.attribute],
  [kinds.subscript, primaries.subscript],
  [kinds.slice, primaries.slice],
  [kinds.call, primaries.call],
  [kinds.list, primaries.list],
  [kinds.list_pattern, primaries.list],
  [kinds.set, primaries.set],
  [kinds.tuple, primaries.tuple],
  [kinds.tuple_pattern, primaries.tuplePattern],
  [kinds.pattern_list, primaries.expressionList],
  [kinds.expression_list, primaries.expressionList],
  [kinds.dictionary, primaries.dictionary],
  [kinds.list_comprehension, primaries.comprehension],
  [kinds.set_comprehension, primaries.comprehension],
  [kinds.generator_expression, primaries.comprehension],
  [kinds.dictionary_comprehension, primaries.dictionaryComprehension],
  [kinds.parenthesized_expression, primaries.parenthesized],
  [kinds.list_splat, primaries.starred],
  [kinds.list_splat_pattern, primaries.starred],
  [kinds.splat_type, primaries.starred],
  [kinds.as_pattern, primaries.strayAs],
  [kinds.as_pattern_target, primaries.asPatternTarget],
  [kinds.type, primaries.type],
  [kinds.generic_type, primaries.genericType],
  [kinds.union_type, primaries.unionType],
  [kinds.constrained_type, primaries.constrainedType],
  [kinds.member_type, primaries.memberType],
  [kinds.binary_operator, operators.binaryOperator],
  [kinds.unary_operator, operators.unaryOperator],
  [kinds.boolean_operator, operators.booleanOperator],
  [kinds.not_operator, operators.notOperator],
  [kinds.comparison_operator, operators.comparison],
  [kinds.conditional_expression, operators.conditional],
  [kinds.named_expression, operators.namedExpression],
  [kinds.await, operators.awaitExpression],
  [kinds.yield, operators.yieldExpression],
  [kinds.lambda, operators.lambda],
  [kinds.assignment, simple.strayAssignment],
  [kinds.augmented_assignment, simple.strayAssignment],
];
for (const [kind, part] of expressionTable) expressionParts[kind] = part;

const statementParts: (StatementPart | undefined)[] = [];
const statementTable: readonly (readonly [number, StatementPart])[] = [
  [kinds.expression_statement, simple.expressionStatement],
  [kinds.return_statement, simple.returnStatement],
  [kinds.delete_statement, simple.deleteStatement],
  [kinds.raise_statement, simple.raiseStatement],
  [kinds.assert_statement, simple.assertStatement],
  [kinds.pass_statement, simple.passStatement],
  [kinds.break_statement, simple.breakStatement],
  [kinds.continue_statement, simple.continueStatement],
  [kinds.global_statement, simple.globalStatement],
  [kinds.nonlocal_statement, simple.nonlocalStatement],
  [kinds.import_statement, simple.importStatement],
  [kinds.import_from_statement, simple.importFrom],
  [kinds.future_import_statement, simple.futureImport],
  [kinds.print_statement, simple.printStatement],
  [kinds.type_alias_statement, simple.typeAlias],
  [kinds.if_statement, compound.ifStatement],
  [kinds.for_statement, compound.forStatement],
  [kinds.while_statement, compound.whileStatement],
  [kinds.try_statement, compound.tryStatement],
  [kinds.with_statement, compound.withStatement],
  [kinds.match_statement, compound.matchStatement],
  [kinds.function_definition, compound.functionDefinition],
  [kinds.class_definition, compound.classDefinition],
  [kinds.decorated_definition, compound.decoratedDefinition],
];
for (const [kind, part] of statementTable) statementParts[kind] = part;

/**
 * Expressions that are only ever converted through `convertExpression`, which looks for the mark `isBroken`. Other rows
 * hand the mark up, because some statement may read their children itself.
 */
const carrierKinds: ReadonlySet<number> = new Set([
  kinds.attribute,
  kinds.subscript,
  kinds.call,
  kinds.list,
  kinds.set,
  kinds.tuple,
  kinds.dictionary,
  kinds.list_comprehension,
  kinds.set_comprehension,
  kinds.generator_expression,
  kinds.dictionary_comprehension,
  kinds.parenthesized_expression,
  kinds.binary_operator,
  kinds.unary_operator,
  kinds.boolean_operator,
  kinds.not_operator,
  kinds.comparison_operator,
  kinds.conditional_expression,
  kinds.named_expression,
  kinds.await,
  kinds.yield,
  kinds.lambda,
]);

/** What the converter has to know about the file. */
export interface ConversionOptions {
  readonly python: 2 | 3;
  readonly unicodeLiterals: boolean;
  /** Null where nothing is kept for a next time. */
  readonly reuse: Reuse | null;
}

/**
 * Half of the levels that a tree can have. In trees that are not deeper a statement means the same wherever it stands, so
 * it can be taken over.
 */
export const deepestForReuse = maximumDepth / 2 - 10;

/** A tree, and how deep it is without the statements that were taken over. */
export interface ConvertedModule {
  readonly module: Module;
  readonly deepest: number;
}

/** Converts the rows of a file. Problems are added to `problems`. */
export function convertModule(
  nodes: NodeTable,
  text: string,
  options: ConversionOptions,
  problems: SyntaxProblem[],
): ConvertedModule {
  const c: Conversion = {
    nodes,
    text,
    python: options.python,
    unicodeLiterals: options.unicodeLiterals,
    problems,
    reuse: options.reuse,
    depth: 0,
    openAs: -1,
    deepest: 0,
    expression: (row) => convertExpression(c, row),
    block: (row) => convertBlock(c, row),
    pattern: (row) => convertPattern(c, row),
  };
  if (nodes.errors.length > 0) {
    spreadBreaks(nodes, (kind) => isStatementKind(kind) || carrierKinds.has(kind));
    for (const place of nodes.errors) addProblem(c, firstLine(c, place), messageFor(c, place));
  }
  const body: Statement[] = [];
  if (nodes.rowCount > 0) addStatements(c, 0, body);
  return { module: { kind: 'Module', start: 0, end: text.length, body }, deepest: c.deepest };
}

function convertExpression(c: Conversion, row: number): Expression {
  if (c.depth >= maximumDepth) return operators.tooDeep(c, row);
  const part = expressionParts[c.nodes.kind(row)];
  if (!part) return errorExpression(c, spanOf(c, row), notPython(c, row), recovered(c, row));
  if (++c.depth > c.deepest) c.deepest = c.depth;
  const result = part(c, row);
  c.depth--;
  if (!c.nodes.isBroken(row)) return result;
  return {
    kind: 'ErrorExpression',
    ...spanOf(c, row),
    message: 'there is an error in it',
    children: [result],
  };
}

function convertPattern(c: Conversion, row: number): Pattern {
  if (c.depth >= maximumDepth) {
    addProblem(c, spanOf(c, row), 'this is nested too deeply to be read');
    return { kind: 'ErrorPattern', ...spanOf(c, row), message: 'this is nested too deeply to be read' };
  }
  if (++c.depth > c.deepest) c.deepest = c.depth;
  const result = patterns.pattern(c, row);
  c.depth--;
  return result;
}

/** A block always has a statement: an empty one gets an error. */
function convertBlock(c: Conversion, row: number): Statement[] {
  const body: Statement[] = [];
  addStatements(c, row, body);
  if (body.length > 0) return body;
  const start = c.nodes.start(row);
  return [errorStatement(c, { start, end: start }, 'expected an indented block', [])];
}

/** Adds the statements among the children of a module, a block or an error; what lies between them is an error. */
function addStatements(c: Conversion, row: number, into: Statement[]): void {
  const end = c.nodes.after(row);
  let strayRows: number[] = [];
  const flush = (): void => {
    if (strayRows.length > 0) into.push(strayStatement(c, strayRows));
    strayRows = [];
  };
  for (let child = row + 1; child < end; child = c.nodes.after(child)) {
    const kind = c.nodes.kind(child);
    if (isStatementKind(kind)) {
      flush();
      into.push(convertStatement(c, child));
    } else if (kind === kinds.ERROR && containsStatement(c, child)) {
      flush();
      addStatements(c, child, into);
    } else if (!isSeparator(c, child)) strayRows.push(child);
  }
  flush();
}

/** `;` between statements. */
const isSeparator = (c: Conversion, row: number): boolean =>
  c.nodes.kind(row) === otherToken && c.text[c.nodes.start(row)] === ';';

const containsStatement = (c: Conversion, row: number): boolean =>
  childrenOf(c, row).some((child) => isStatementKind(c.nodes.kind(child)));

/** Takes a known statement over, and leaves others for the next time. */
function convertStatement(c: Conversion, row: number): Statement {
  const { reuse, nodes } = c;
  if (reuse === null) return readStatement(c, row);
  const address = nodes.address(row);
  if (nodes.isKnown(row))
    return reuse.log.takeOver(reuse.before, reuse.places.get(address)!, nodes.start(row));
  const place = reuse.log.open();
  const problemCount = c.problems.length;
  const statement = readStatement(c, row);
  reuse.log.close(place, statement, c.problems.length > problemCount ? 0 : address);
  return statement;
}

function readStatement(c: Conversion, row: number): Statement {
  const part = statementParts[c.nodes.kind(row)];
  if (!part || c.depth >= maximumDepth)
    return errorStatement(c, spanOf(c, row), 'this is nested too deeply to be read', []);
  if (++c.depth > c.deepest) c.deepest = c.depth;
  const statement = part(c, row);
  c.depth--;
  if (!c.nodes.isBroken(row)) return statement;
  const { start, end } = statement;
  return { kind: 'ErrorStatement', start, end, message: 'there is an error in it', children: [statement] };
}

function strayStatement(c: Conversion, rows: readonly number[]): Statement {
  const span = { start: c.nodes.start(rows[0]!), end: c.nodes.end(rows.at(-1)!) };
  const message = notPythonText(c.text.slice(span.start, span.end));
  const children = rows.flatMap((row) => recoveredAt(c, row));
  addProblem(c, firstLine(c, span), message);
  return { kind: 'ErrorStatement', ...span, message, children };
}

function errorStatement(
  c: Conversion,
  span: { readonly start: number; readonly end: number },
  message: string,
  children: readonly (Statement | Expression)[],
): Statement {
  addProblem(c, span, message);
  return { kind: 'ErrorStatement', start: span.start, end: span.end, message, children };
}

/** The expressions and statements inside something that could not be read. */
function recovered(c: Conversion, row: number): (Statement | Expression)[] {
  if (c.depth >= maximumDepth) return [];
  c.depth++;
  const result = operandsOf(c, row).flatMap((child) => recoveredAt(c, child));
  c.depth--;
  return result;
}

function recoveredAt(c: Conversion, row: number): (Statement | Expression)[] {
  const kind = c.nodes.kind(row);
  if (isStatementKind(kind)) return [convertStatement(c, row)];
  if (kind === kinds.assignment || kind === kinds.augmented_assignment) return recovered(c, row);
  if (expressionParts[kind]) return c.nodes.start(row) === c.nodes.end(row) ? [] : [c.expression(row)];
  return recovered(c, row);
}

// ------------------------------------------------------------------------------------------------------------ messages

const notPython = (c: Conversion, row: number): string =>
  notPythonText(c.text.slice(c.nodes.start(row), c.nodes.end(row)));

function notPythonText(source: string): string {
  const line = /^[^\r\n]*/.exec(source.trimStart())![0].trim();
  const shown = line.length > 30 ? `${line.slice(0, 29)}…` : line;
  return shown === '' ? 'something is missing here' : `this is not Python: ${shown}`;
}

function messageFor(c: Conversion, place: ErrorPlace): string {
  if (place.kind === kinds.ERROR) return notPythonText(c.text.slice(place.start, place.end));
  if (place.kind === kinds.identifier) return 'expected an expression';
  if (place.kind === kinds.string_end) return 'this string has no end';
  if (place.kind >= tokens[',']) return `expected "${place.expected}"`;
  return 'something is missing here';
}

/** A span cut at the end of its first line that has text. */
function firstLine(c: Conversion, span: { readonly start: number; readonly end: number }) {
  const source = c.text.slice(span.start, span.end);
  const match = /^\s*[^\r\n]*/.exec(source)!;
  return { start: span.start, end: span.start + match[0].trimEnd().length };
}
