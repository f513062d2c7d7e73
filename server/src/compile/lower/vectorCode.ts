/**
 * Table of the scalar operations on several elements side by side, in 128-bit vectors. A row gives the same elements as the
 * row of the same name in scalarCode.ts; an expression without rows for all its parts is computed element by element.
 */
import type { ScalarExpression } from '../../graph/ops/scalarRules.ts';
import type { PrimitiveName } from '../../tensor/primitives.ts';
import { call, type Expression, f32, f64, op } from '../loopIr/ir.ts';
import { vectorFunction } from './mathFunctions.ts';
import type { Lanes } from './values.ts';

type Row = (lanes: Lanes, args: readonly Expression[]) => Expression;

const simple =
  (name: string): Row =>
  (lanes, args) =>
    op(`${lanes}.${name}`, ...args);

const extreme =
  (comparison: 'ge' | 'le'): Row =>
  (lanes, [x, y]) =>
    op('v128.bitselect', x, y, op('v128.or', op(`${lanes}.${comparison}`, x, y), op(`${lanes}.ne`, x, x)));

const values: Partial<Record<PrimitiveName, Row>> = {
  add: simple('add'),
  sub: simple('sub'),
  mul: simple('mul'),
  div: simple('div'),
  neg: simple('neg'),
  abs: simple('abs'),
  sqrt: simple('sqrt'),
  floor: simple('floor'),
  ceil: simple('ceil'),
  trunc: simple('trunc'),
  roundHalfToEven: simple('nearest'),
  max: extreme('ge'),
  min: extreme('le'),
  identity: (_, [x]) => x,
  second: (_, [, y]) => y,
  select: (_, [mask, x, y]) => op('v128.bitselect', x, y, mask),
};

const masks: Partial<Record<PrimitiveName, Row>> = {
  eq: simple('eq'),
  ne: simple('ne'),
  lt: simple('lt'),
  le: simple('le'),
  gt: simple('gt'),
  ge: simple('ge'),
  isNan: (lanes, [x]) => op(`${lanes}.ne`, x, x),
};

/** Primitives that round: of those a float32 expression may have one, because the reference rounds once. */
const rounding: ReadonlySet<PrimitiveName> = new Set(['add', 'sub', 'mul', 'div', 'sqrt']);

const roundingCount = (expression: ScalarExpression): number =>
  expression.kind === 'call'
    ? (rounding.has(expression.primitive) ? 1 : 0) +
      expression.args.reduce((sum, arg) => sum + roundingCount(arg), 0)
    : 0;

/** True where single precision gives what double precision rounded at the end gives. */
export const isRoundedOnce = (expression: ScalarExpression): boolean => roundingCount(expression) <= 1;

/** True where the expression gives masks rather than elements. */
export const givesMask = (expression: ScalarExpression): boolean =>
  expression.kind === 'call' && masks[expression.primitive] !== undefined;

/** True where every part of the expression has a vector form. */
export function hasVectorForm(expression: ScalarExpression, lanes: Lanes): boolean {
  if (expression.kind !== 'call') return true;
  const { primitive, args } = expression;
  const isKnown =
    values[primitive] !== undefined ||
    masks[primitive] !== undefined ||
    vectorFunction(primitive, lanes) !== null;
  const areElements = args.every(
    (arg, i) => givesMask(arg) === (primitive === 'select' && i === 0 && arg.kind === 'call'),
  );
  return isKnown && areElements && args.every((arg) => hasVectorForm(arg, lanes));
}

/** The expression on vectors; each part is handed to `bind` before it is used. */
export function vectorCode(
  expression: ScalarExpression,
  operands: readonly Expression[],
  context: { readonly lanes: Lanes; bind(value: Expression): Expression },
): Expression {
  const { lanes } = context;
  switch (expression.kind) {
    case 'operand':
      return operands[expression.index];
    case 'literal': {
      const literal = lanes === 'f64x2' ? f64(expression.value) : f32(expression.value);
      return op(`${lanes}.splat`, literal);
    }
    case 'call': {
      const args = expression.args.map((arg) => context.bind(vectorCode(arg, operands, context)));
      const row = values[expression.primitive] ?? masks[expression.primitive];
      return row?.(lanes, args) ?? call(vectorFunction(expression.primitive, lanes)!, ...args);
    }
  }
}
