/** Statements on one line. */
import { kinds, tokens } from '../nodeKinds.ts';
import type {
  Alias,
  BinaryOperator,
  DottedName,
  Expression,
  Identifier,
  Print,
  Raise,
  Statement,
} from '../syntax.ts';
import {
  addProblem,
  type Conversion,
  childOfKind,
  errorExpression,
  identifierAt,
  lastChildOf,
  operandsOf,
  sourceOf,
  spanOf,
  tupleOrSingle,
} from './conversion.ts';
import { typeParameters } from './parameters.ts';

/** Turns a row into a statement. */
export type StatementPart = (c: Conversion, row: number) => Statement;

const plain =
  (kind: 'Pass' | 'Break' | 'Continue'): StatementPart =>
  (c, row) => ({ kind, start: c.nodes.start(row), end: c.nodes.end(row) });

export const passStatement = plain('Pass');
export const breakStatement = plain('Break');
export const continueStatement = plain('Continue');

/** An expression, several with commas, an assignment or a `yield`. */
export function expressionStatement(c: Conversion, row: number): Statement {
  const first = row + 1;
  const kind = c.nodes.kind(first);
  if (kind === kinds.assignment) return assignment(c, first);
  if (kind === kinds.augmented_assignment) return augmentedAssignment(c, first);
  const end = c.nodes.end(lastChildOf(c, row));
  const value = tupleOrSingle(c, operandsOf(c, row), end);
  return { kind: 'ExpressionStatement', start: c.nodes.start(row), end: c.nodes.end(row), value };
}

/** `a = b = value` nests to the right; the targets are collected by a loop. */
function assignment(c: Conversion, row: number): Statement {
  const targets: Expression[] = [];
  const start = c.nodes.start(row);
  const end = c.nodes.end(row);
  let current = row;
  for (;;) {
    const operands = operandsOf(c, current);
    const typeRow = childOfKind(c, current, kinds.type);
    if (typeRow >= 0) {
      if (targets.length > 0) addProblem(c, spanOf(c, typeRow), 'an annotation does not fit here');
      return annotatedAssignment(c, current, typeRow);
    }
    targets.push(c.expression(operands[0]!));
    const valueRow = operands[1];
    if (valueRow !== undefined && c.nodes.kind(valueRow) === kinds.assignment) {
      current = valueRow;
      continue;
    }
    const value =
      valueRow === undefined
        ? errorExpression(c, { start: end, end }, 'expected an expression')
        : c.expression(valueRow);
    return { kind: 'Assign', start, end, targets, value };
  }
}

function annotatedAssignment(c: Conversion, row: number, typeRow: number): Statement {
  const [targetRow] = operandsOf(c, row);
  const valueRow = operandsOf(c, row).find((child) => child > typeRow);
  return {
    kind: 'AnnAssign',
    ...spanOf(c, row),
    target: c.expression(targetRow!),
    annotation: c.expression(typeRow),
    value: valueRow === undefined ? null : c.expression(valueRow),
  };
}

function augmentedAssignment(c: Conversion, row: number): Statement {
  const operatorRow = c.nodes.after(row + 1);
  return {
    kind: 'AugAssign',
    start: c.nodes.start(row),
    end: c.nodes.end(row),
    target: c.expression(row + 1),
    operator: sourceOf(c, operatorRow).slice(0, -1) as BinaryOperator,
    value: c.expression(c.nodes.after(operatorRow)),
  };
}

/** An assignment where only an expression may stand (`a = b += c`). */
export const strayAssignment = (c: Conversion, row: number): Expression =>
  errorExpression(c, spanOf(c, row), 'an assignment does not fit here');

export function returnStatement(c: Conversion, row: number): Statement {
  const [value] = operandsOf(c, row);
  return { kind: 'Return', ...spanOf(c, row), value: value === undefined ? null : c.expression(value) };
}

/** `del a, b`; also a masked exec statement. */
export function deleteStatement(c: Conversion, row: number): Statement {
  const operand = operandsOf(c, row)[0]!;
  if (c.text[c.nodes.start(row)] === 'e') return execStatement(c, row, operand);
  const isList = c.nodes.kind(operand) === kinds.expression_list;
  const targets = isList
    ? operandsOf(c, operand).map((child) => c.expression(child))
    : [c.expression(operand)];
  return { kind: 'Delete', ...spanOf(c, row), targets };
}

/** `raise E from cause`, and Python 2's `raise E, message, traceback`; also a masked print statement. */
export function raiseStatement(c: Conversion, row: number): Raise | Print {
  if (c.text[c.nodes.start(row)] === 'p') return maskedPrint(c, row);
  const fromRow = childOfKind(c, row, tokens.from);
  const operands = operandsOf(c, row);
  const causeRow = fromRow < 0 ? undefined : operands.find((child) => child > fromRow);
  const valueRow = operands[0] === causeRow ? undefined : operands[0];
  const isList = valueRow !== undefined && c.nodes.kind(valueRow) === kinds.expression_list && c.python === 2;
  const values =
    valueRow === undefined
      ? []
      : (isList ? operandsOf(c, valueRow) : [valueRow]).map((child) => c.expression(child));
  return {
    kind: 'Raise',
    ...spanOf(c, row),
    exception: values[0] ?? null,
    cause: causeRow === undefined ? null : c.expression(causeRow),
    message: values[1] ?? null,
    traceback: values[2] ?? null,
  };
}

export function assertStatement(c: Conversion, row: number): Statement {
  const [test, message] = operandsOf(c, row);
  return {
    kind: 'Assert',
    ...spanOf(c, row),
    test: c.expression(test!),
    message: message === undefined ? null : c.expression(message),
  };
}

const identifiersIn = (c: Conversion, row: number): Identifier[] =>
  operandsOf(c, row).map((child) => identifierAt(c, child));

export const globalStatement: StatementPart = (c, row) => ({
  kind: 'Global',
  ...spanOf(c, row),
  names: identifiersIn(c, row),
});

export const nonlocalStatement: StatementPart = (c, row) => ({
  kind: 'Nonlocal',
  ...spanOf(c, row),
  names: identifiersIn(c, row),
});

// ------------------------------------------------------------------------------------------------------------- imports

export const importStatement: StatementPart = (c, row) => ({
  kind: 'Import',
  ...spanOf(c, row),
  names: operandsOf(c, row).map((child) => alias(c, child)),
});

function alias(c: Conversion, row: number): Alias {
  if (c.nodes.kind(row) !== kinds.aliased_import)
    return { kind: 'Alias', ...spanOf(c, row), name: dottedName(c, row), asname: null };
  const [nameRow, asnameRow] = operandsOf(c, row);
  return {
    kind: 'Alias',
    ...spanOf(c, row),
    name: dottedName(c, nameRow!),
    asname: identifierAt(c, asnameRow!),
  };
}

const dottedName = (c: Conversion, row: number): DottedName => ({
  kind: 'DottedName',
  start: c.nodes.start(row),
  end: c.nodes.end(row),
  parts: identifiersIn(c, row),
});

export function importFrom(c: Conversion, row: number): Statement {
  const [moduleRow, ...nameRows] = operandsOf(c, row);
  const isStar = nameRows.some((child) => c.nodes.kind(child) === kinds.wildcard_import);
  const names = isStar ? '*' : nameRows.map((child) => alias(c, child));
  const span = spanOf(c, row);
  if (c.nodes.kind(moduleRow!) !== kinds.relative_import)
    return { kind: 'ImportFrom', ...span, module: dottedName(c, moduleRow!), level: 0, names };
  const prefixRow = moduleRow! + 1;
  const nameRow = childOfKind(c, moduleRow!, kinds.dotted_name);
  const level = sourceOf(c, prefixRow).replace(/[^.]/g, '').length;
  const module = nameRow < 0 ? null : dottedName(c, nameRow);
  return { kind: 'ImportFrom', ...span, module, level, names };
}

/** `from __future__ import …`: the grammar gives the module as a keyword. */
export function futureImport(c: Conversion, row: number): Statement {
  const part = identifierAt(c, childOfKind(c, row, tokens.__future__));
  const module: DottedName = { kind: 'DottedName', start: part.start, end: part.end, parts: [part] };
  const names = operandsOf(c, row).map((child) => alias(c, child));
  return { kind: 'ImportFrom', ...spanOf(c, row), module, level: 0, names };
}

// ----------------------------------------------------------------------------------------- print, exec, type aliases

/** `print >>destination, values`. */
export function printStatement(c: Conversion, row: number): Print {
  const chevronRow = childOfKind(c, row, kinds.chevron);
  const values = operandsOf(c, row).filter((child) => child !== chevronRow);
  const endsWithComma = c.nodes.kind(lastChildOf(c, row)) === tokens[','];
  return {
    kind: 'Print',
    ...spanOf(c, row),
    destination: chevronRow < 0 ? null : c.expression(operandsOf(c, chevronRow)[0]!),
    values: values.map((child) => c.expression(child)),
    newline: !(endsWithComma && values.length > 0),
  };
}

/** `print a, b`, which tree-sitter sees as `raise a, b`. */
function maskedPrint(c: Conversion, row: number): Print {
  const [operand] = operandsOf(c, row);
  const isList = operand !== undefined && c.nodes.kind(operand) === kinds.expression_list;
  const rows = operand === undefined ? [] : isList ? operandsOf(c, operand) : [operand];
  const endsWithComma = isList && c.nodes.kind(lastChildOf(c, operand)) === tokens[','];
  const values = rows.map((child) => c.expression(child));
  return { kind: 'Print', ...spanOf(c, row), destination: null, values, newline: !endsWithComma };
}

/** `exec body in globals, locals` and `exec(body, globals, locals)`, which tree-sitter sees as `del …`. */
function execStatement(c: Conversion, row: number, operand: number): Statement {
  const isList = c.nodes.kind(operand) === kinds.expression_list;
  const [first, locals] = isList ? operandsOf(c, operand) : [operand];
  const converted = c.expression(first!);
  const span = spanOf(c, row);
  const localsValue = locals === undefined ? null : c.expression(locals);
  if (converted.kind === 'Compare' && converted.operators[0] === 'in') {
    const [globals, ...rest] = converted.comparators;
    const isChain = rest.length > 0;
    const value: Expression = isChain
      ? {
          kind: 'Compare',
          start: globals!.start,
          end: converted.end,
          left: globals!,
          operators: converted.operators.slice(1),
          comparators: rest,
        }
      : globals!;
    return { kind: 'Exec', ...span, body: converted.left, globals: value, locals: localsValue };
  }
  const isCall =
    converted.kind === 'Tuple' && (converted.elements.length === 2 || converted.elements.length === 3);
  if (!isCall) return { kind: 'Exec', ...span, body: converted, globals: localsValue, locals: null };
  const [body, globals, innerLocals] = converted.elements;
  return { kind: 'Exec', ...span, body: body!, globals: globals!, locals: innerLocals ?? null };
}

export function typeAlias(c: Conversion, row: number): Statement {
  const [left, right] = operandsOf(c, row).filter((child) => c.nodes.kind(child) === kinds.type);
  const inner = left! + 1;
  const isGeneric = c.nodes.kind(inner) === kinds.generic_type;
  const parameterRow = isGeneric ? childOfKind(c, inner, kinds.type_parameter) : -1;
  const nameRow = isGeneric ? inner + 1 : inner;
  return {
    kind: 'TypeAlias',
    ...spanOf(c, row),
    name: identifierAt(c, nameRow),
    typeParameters: parameterRow < 0 ? [] : typeParameters(c, parameterRow),
    value: c.expression(right!),
  };
}
