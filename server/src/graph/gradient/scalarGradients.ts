/**
 * Gradients of the elementwise ops, one row per op. `theano/scalar/basic.py` and `basic_scipy.py` (Theano 1.0.5), with the
 * order of operations that is written there.
 */
import { integerConstant } from '../constants.ts';
import { castTo, elemwise } from '../ops/elemwise.ts';
import type { ScalarOpName } from '../ops/scalarOps.ts';
import type { Constant, Variable } from '../variable.ts';
import { binary, type ScalarGradient, unary } from './scalarGradient.ts';
import { specialGradients } from './specialGradients.ts';
import { number, zerosInFloatX, zerosLike } from './zeros.ts';

const { add, sub, mul, div, neg, sqr, sqrt, exp, log, pow, eq, and, choose } = {
  add: (a: Variable, b: Variable) => elemwise('add', a, b),
  sub: (a: Variable, b: Variable) => elemwise('sub', a, b),
  mul: (a: Variable, b: Variable) => elemwise('mul', a, b),
  div: (a: Variable, b: Variable) => elemwise('true_div', a, b),
  neg: (a: Variable) => elemwise('neg', a),
  sqr: (a: Variable) => elemwise('sqr', a),
  sqrt: (a: Variable) => elemwise('sqrt', a),
  exp: (a: Variable) => elemwise('exp', a),
  log: (a: Variable) => elemwise('log', a),
  pow: (a: Variable, b: Variable) => elemwise('pow', a, b),
  eq: (a: Variable, b: Variable) => elemwise('eq', a, b),
  and: (a: Variable, b: Variable) => elemwise('and_', a, b),
  choose: (c: Variable, a: Variable, b: Variable) => elemwise('switch', c, a, b),
};

const integer = (like: Variable, value: number): Constant => integerConstant(like.context, value);

/** The greater or the smaller of two: a tie belongs to the first. */
const extreme = binary((g, x, _, output) => {
  const isFirst = eq(output, x);
  return [mul(isFirst, g), mul(sub(number(g, 1), castTo(isFirst, g.dtype)), g)];
});

const logarithm = (base: number): ScalarGradient =>
  unary((g, x) => div(g, mul(x, number(castTo(x, g.dtype), Math.log(base)))));

const one = (x: Variable): Constant => integer(x, 1);

export const scalarGradients: Readonly<Record<ScalarOpName, ScalarGradient>> = {
  add: binary((g) => [g, g]),
  sub: binary((g) => [g, neg(g)]),
  mul: binary((g, x, y) => [mul(g, y), mul(g, x)]),
  true_div: binary((g, x, y) => [div(g, y), div(neg(mul(g, x)), mul(y, y))]),
  int_div: 'zeroInFloatX',
  mod: binary((g, x, y) => [g, mul(neg(elemwise('int_div', x, y)), g)]),
  pow: binary((g, x, y) => [
    mul(mul(g, y), pow(x, sub(y, one(y)))),
    choose(eq(x, integer(x, 0)), integer(x, 0), mul(mul(g, log(x)), pow(x, y))),
  ]),
  maximum: extreme,
  minimum: extreme,
  eq: 'zeroInFloatX',
  neq: 'zeroInFloatX',
  lt: 'zeroInFloatX',
  le: 'zeroInFloatX',
  gt: 'zeroInFloatX',
  ge: 'zeroInFloatX',
  and_: 'zeroInFloatX',
  or_: 'zeroInFloatX',
  xor: 'zeroInFloatX',
  arctan2: binary((g, y, x) => {
    const radius = add(sqr(x), sqr(y));
    return [div(mul(g, x), radius), div(mul(g, neg(y)), radius)];
  }),
  second: binary((g, x) => [zerosLike(x), g]),
  switch: ({ gradient, operands: [condition] }) => {
    const nothing = number(gradient, 0);
    return [
      zerosInFloatX(condition),
      choose(condition, gradient, nothing),
      choose(condition, nothing, gradient),
    ];
  },
  clip: ({ gradient, operands: [x, low, high] }) => [
    mul(and(elemwise('ge', x, low), elemwise('le', x, high)), gradient),
    mul(elemwise('lt', x, low), gradient),
    mul(elemwise('gt', x, high), gradient),
  ],
  identity: unary((g) => g),
  neg: unary((g) => neg(g)),
  abs_: unary((g, x) => mul(g, elemwise('sgn', x))),
  sgn: 'zero',
  invert: 'zeroInFloatX',
  sqr: unary((g, x) => mul(mul(g, x), integer(x, 2))),
  sqrt: unary((g, x) => div(mul(g, number(g, 0.5)), sqrt(x))),
  exp: unary((g, _, output) => mul(g, output)),
  exp2: unary((g, x) => mul(mul(g, elemwise('exp2', x)), log(number(g, 2)))),
  expm1: unary((g, x) => mul(g, exp(x))),
  log: unary((g, x) => div(g, x)),
  log2: logarithm(2),
  log10: logarithm(10),
  log1p: unary((g, x) => div(g, add(one(x), x))),
  sin: unary((g, x) => mul(g, elemwise('cos', x))),
  cos: unary((g, x) => mul(neg(g), elemwise('sin', x))),
  tan: unary((g, x) => div(g, sqr(elemwise('cos', x)))),
  arcsin: unary((g, x) => div(g, sqrt(sub(one(x), sqr(x))))),
  arccos: unary((g, x) => div(neg(g), sqrt(sub(one(x), sqr(x))))),
  arctan: unary((g, x) => div(g, add(one(x), sqr(x)))),
  sinh: unary((g, x) => mul(g, elemwise('cosh', x))),
  cosh: unary((g, x) => mul(g, elemwise('sinh', x))),
  tanh: unary((g, _, output) => mul(g, sub(one(output), sqr(output)))),
  arcsinh: unary((g, x) => div(g, sqrt(add(sqr(x), one(x))))),
  arccosh: unary((g, x) => div(g, sqrt(sub(sqr(x), one(x))))),
  arctanh: unary((g, x) => div(g, sub(one(x), sqr(x)))),
  inv: unary((g, x) => div(neg(g), mul(x, x))),
  floor: 'zero',
  ceil: 'zero',
  trunc: 'zeroInFloatX',
  round_half_to_even: 'zero',
  round_half_away_from_zero: 'zero',
  isnan: 'zeroInFloatX',
  isinf: 'zeroInFloatX',
  real: 'complex',
  imag: 'complex',
  conj: 'complex',
  angle: 'zero',
  complex: 'complex',
  complex_from_polar: 'complex',
  ...specialGradients,
};
