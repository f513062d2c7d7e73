/** Operators: arithmetic, comparison, `and`/`or`/`not`, conditional, `:=`, `await`, `yield`, lambda. */
import { kinds, tokens } from '../nodeKinds.ts';
import type { BinaryOperator, ComparisonOperator, Expression, Starred, UnaryOperator } from '../syntax.ts';
import {
  type Conversion,
  childrenOf,
  errorExpression,
  identifierAt,
  maximumDepth,
  operandsOf,
  sourceOf,
  tupleOrSingle,
} from './conversion.ts';
import { noParameters, parameters } from './parameters.ts';

/**
 * `*a or b` is `*(a or b)`, but the grammar binds the star to the first operand. Rebuilds the operation around the value
 * and puts the star outside.
 */
export function hoistStar(
  left: Expression,
  end: number,
  build: (left: Expression) => Expression,
): Expression {
  if (left.kind !== 'Starred') return build(left);
  const value = build(left.value);
  const starred: Starred = { kind: 'Starred', start: left.start, end, value };
  return starred;
}

/** A chain `a + b + c` leans left and can be long: it is walked down by a loop. */
export function binaryOperator(c: Conversion, row: number): Expression {
  const spine: number[] = [];
  let lowest = row;
  while (c.nodes.kind(lowest) === kinds.binary_operator && !c.nodes.isBroken(lowest)) {
    spine.push(lowest);
    lowest = lowest + 1;
  }
  if (spine.length === 0) return binaryStep(c, row, c.expression(row + 1));
  if (c.depth + spine.length > maximumDepth) return tooDeep(c, row);
  c.depth += spine.length;
  let left = c.expression(lowest);
  for (let level = spine.length - 1; level >= 0; level--) {
    c.depth--;
    left = binaryStep(c, spine[level]!, left);
  }
  return left;
}

function binaryStep(c: Conversion, row: number, leftOperand: Expression): Expression {
  const operatorRow = c.nodes.after(row + 1);
  const operator = sourceOf(c, operatorRow) as BinaryOperator;
  const right = c.expression(c.nodes.after(operatorRow));
  const end = c.nodes.end(row);
  return hoistStar(leftOperand, end, (left) => ({
    kind: 'BinOp',
    start: left === leftOperand ? c.nodes.start(row) : left.start,
    end,
    left,
    operator,
    right,
  }));
}

export const tooDeep = (c: Conversion, row: number): Expression =>
  errorExpression(
    c,
    { start: c.nodes.start(row), end: c.nodes.end(row) },
    'this is nested too deeply to be read',
  );

/** Also a masked star. */
export function unaryOperator(c: Conversion, row: number): Expression {
  const operator = sourceOf(c, row + 1) as UnaryOperator | '*';
  const operand = c.expression(c.nodes.after(row + 1));
  if (operator === '*')
    return { kind: 'Starred', start: c.nodes.start(row), end: c.nodes.end(row), value: operand };
  return { kind: 'UnaryOp', start: c.nodes.start(row), end: c.nodes.end(row), operator, operand };
}

/** `a or b or c` is one node with three values; parentheses start a new one. */
export function booleanOperator(c: Conversion, row: number): Expression {
  const isAnd = operatorKind(c, row) === tokens.and;
  const operands: number[] = [];
  let lowest = row;
  for (;;) {
    const operatorRow = c.nodes.after(lowest + 1);
    operands.push(c.nodes.after(operatorRow));
    lowest = lowest + 1;
    const continues =
      c.nodes.kind(lowest) === kinds.boolean_operator &&
      !c.nodes.isBroken(lowest) &&
      (operatorKind(c, lowest) === tokens.and) === isAnd;
    if (!continues) break;
  }
  operands.push(lowest);
  operands.reverse();
  const start = c.nodes.start(row);
  const end = c.nodes.end(row);
  const [first, ...rest] = operands.map((operand) => c.expression(operand));
  return hoistStar(first!, end, (left) => ({
    kind: 'BoolOp',
    start: left === first ? start : left.start,
    end,
    operator: isAnd ? 'and' : 'or',
    values: [left, ...rest],
  }));
}

const operatorKind = (c: Conversion, row: number): number => c.nodes.kind(c.nodes.after(row + 1));

export function notOperator(c: Conversion, row: number): Expression {
  const operand = c.expression(c.nodes.after(row + 1));
  return { kind: 'UnaryOp', start: c.nodes.start(row), end: c.nodes.end(row), operator: 'not', operand };
}

const comparisonOperators: Readonly<Record<number, ComparisonOperator>> = {
  [tokens['==']]: '==',
  [tokens['!=']]: '!=',
  [tokens['<>']]: '!=',
  [tokens['<']]: '<',
  [tokens['<=']]: '<=',
  [tokens['>']]: '>',
  [tokens['>=']]: '>=',
  [tokens.is]: 'is',
  [tokens['is not']]: 'is not',
  [tokens.in]: 'in',
  [tokens['not in']]: 'not in',
};

export function comparison(c: Conversion, row: number): Expression {
  const operators: ComparisonOperator[] = [];
  const operands: Expression[] = [];
  for (const child of childrenOf(c, row)) {
    const operator = comparisonOperators[c.nodes.kind(child)];
    if (operator) operators.push(operator);
    else operands.push(c.expression(child));
  }
  const [first, ...comparators] = operands;
  const start = c.nodes.start(row);
  const end = c.nodes.end(row);
  return hoistStar(first!, end, (left) => ({
    kind: 'Compare',
    start: left === first ? start : left.start,
    end,
    left,
    operators,
    comparators,
  }));
}

export function conditional(c: Conversion, row: number): Expression {
  const [bodyRow, testRow, orelseRow] = operandsOf(c, row);
  const first = c.expression(bodyRow!);
  const test = c.expression(testRow!);
  const orelse = c.expression(orelseRow!);
  const start = c.nodes.start(row);
  const end = c.nodes.end(row);
  return hoistStar(first, end, (body) => ({
    kind: 'IfExp',
    start: body === first ? start : body.start,
    end,
    test,
    body,
    orelse,
  }));
}

export function namedExpression(c: Conversion, row: number): Expression {
  const [target, value] = operandsOf(c, row);
  return {
    kind: 'NamedExpr',
    start: c.nodes.start(row),
    end: c.nodes.end(row),
    target: identifierAt(c, target!),
    value: c.expression(value!),
  };
}

/** `await x ** 2` is `(await x) ** 2`; the grammar has it the other way round. */
export function awaitExpression(c: Conversion, row: number): Expression {
  const operandRow = c.nodes.after(row + 1);
  const start = c.nodes.start(row);
  const value = c.expression(operandRow);
  const isBarePower = c.nodes.kind(operandRow) === kinds.binary_operator && value.kind === 'BinOp';
  if (!isBarePower) return { kind: 'Await', start, end: c.nodes.end(row), value };
  const left: Expression = { kind: 'Await', start, end: value.left.end, value: value.left };
  return { ...value, start, left };
}

export function yieldExpression(c: Conversion, row: number): Expression {
  const start = c.nodes.start(row);
  const end = c.nodes.end(row);
  const children = childrenOf(c, row);
  const operands = operandsOf(c, row);
  if (children.some((child) => c.nodes.kind(child) === tokens.from))
    return { kind: 'YieldFrom', start, end, value: c.expression(operands[0]!) };
  const value = operands.length === 0 ? null : tupleOrSingle(c, operands, c.nodes.end(operands.at(-1)!));
  return { kind: 'Yield', start, end, value };
}

export function lambda(c: Conversion, row: number): Expression {
  const operands = operandsOf(c, row);
  const hasParameters = operands.length > 1;
  const keywordEnd = c.nodes.start(row) + 'lambda'.length;
  return {
    kind: 'Lambda',
    start: c.nodes.start(row),
    end: c.nodes.end(row),
    parameters: hasParameters ? parameters(c, operands[0]!) : noParameters(keywordEnd),
    body: c.expression(operands.at(-1)!),
  };
}
