/** How tightly expressions bind, from loose to tight; from the grammar in the Python language reference. */
import type { BinaryOperator, Expression } from '../syntax.ts';

export const precedence = {
  /** A whole statement or the right side of `=`: `yield` and tuples need no brackets. */
  statement: 0,
  /** Tuples need no brackets. */
  tuple: 1,
  /** `:=` needs no brackets. */
  named: 2,
  test: 3,
  or: 4,
  and: 5,
  not: 6,
  compare: 7,
  bitOr: 8,
  bitXor: 9,
  bitAnd: 10,
  shift: 11,
  sum: 12,
  product: 13,
  unary: 14,
  power: 15,
  await: 16,
  primary: 17,
} as const;

export const binaryPrecedence: Readonly<Record<BinaryOperator, number>> = {
  '|': precedence.bitOr,
  '^': precedence.bitXor,
  '&': precedence.bitAnd,
  '<<': precedence.shift,
  '>>': precedence.shift,
  '+': precedence.sum,
  '-': precedence.sum,
  '*': precedence.product,
  '@': precedence.product,
  '/': precedence.product,
  '//': precedence.product,
  '%': precedence.product,
  '**': precedence.power,
};

/** The precedence of an expression as it is printed. */
export function precedenceOf(node: Expression): number {
  switch (node.kind) {
    case 'Yield':
    case 'YieldFrom':
      return precedence.statement;
    case 'Tuple':
      return node.elements.length === 0 ? precedence.primary : precedence.tuple;
    case 'NamedExpr':
      return precedence.named;
    case 'IfExp':
    case 'Lambda':
    case 'Starred':
    case 'Slice':
      return precedence.test;
    case 'BoolOp':
      return node.operator === 'or' ? precedence.or : precedence.and;
    case 'Compare':
      return precedence.compare;
    case 'UnaryOp':
      return node.operator === 'not' ? precedence.not : precedence.unary;
    case 'BinOp':
      return binaryPrecedence[node.operator];
    case 'Await':
      return precedence.await;
    default:
      return precedence.primary;
  }
}
