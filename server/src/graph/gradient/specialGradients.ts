/**
 * Gradients of the elementwise ops of specialScalarOps.ts: `theano/scalar/basic_scipy.py` (Theano 1.0.5) and
 * `pytensor/scalar/math.py` (PyTensor 3.3.0).
 */
import { integerConstant } from '../constants.ts';
import { elemwise } from '../ops/elemwise.ts';
import type { specialScalarOps } from '../ops/specialScalarOps.ts';
import type { Constant, Variable } from '../variable.ts';
import { binary, type ScalarGradient, unary } from './scalarGradient.ts';
import { number } from './zeros.ts';

const add = (a: Variable, b: Variable): Variable => elemwise('add', a, b);
const sub = (a: Variable, b: Variable): Variable => elemwise('sub', a, b);
const mul = (...factors: Variable[]): Variable => factors.reduce((a, b) => elemwise('mul', a, b));
const div = (a: Variable, b: Variable): Variable => elemwise('true_div', a, b);
const neg = (a: Variable): Variable => elemwise('neg', a);
const exp = (a: Variable): Variable => elemwise('exp', a);
const sqr = (a: Variable): Variable => elemwise('sqr', a);

const integer = (like: Variable, value: number): Constant => integerConstant(like.context, value);

const twoOverRootPi = 1.1283791670955126;
const halfRootPi = 0.886226925452758;

/** exp(-x + (k - 1) log(x) - gammaln(k)): the density that the incomplete gamma functions integrate. */
const gammaDensity = (k: Variable, x: Variable): Variable =>
  exp(sub(add(neg(x), mul(sub(k, integer(k, 1)), elemwise('log', x))), elemwise('gammaln', k)));

function betaDensity(a: Variable, b: Variable, x: Variable): Variable {
  const logBeta = sub(add(elemwise('gammaln', a), elemwise('gammaln', b)), elemwise('gammaln', add(a, b)));
  const powers = add(
    mul(elemwise('log1p', neg(x)), sub(b, integer(b, 1))),
    mul(elemwise('log', x), sub(a, integer(a, 1))),
  );
  return exp(sub(powers, logBeta));
}

/** The derivative by the argument of an inverse: one over the density there. */
const inverseDensity = (k: Variable, output: Variable): Variable =>
  mul(exp(output), elemwise('gamma', k), elemwise('pow', output, sub(integer(k, 1), k)));

const shifted = (name: 'jv' | 'iv' | 'ive', order: Variable, by: number, x: Variable): Variable =>
  elemwise(name, add(order, integer(order, by)), x);

export const specialGradients: Readonly<Record<keyof typeof specialScalarOps, ScalarGradient>> = {
  sigmoid: unary((g, _, output) => mul(mul(g, output), sub(number(g, 1), output))),
  softplus: unary((g, x) => mul(g, elemwise('sigmoid', x))),
  log1mexp: unary((g, x) => {
    const slope = div(number(x, -1), elemwise('expm1', neg(x)));
    return mul(g, elemwise('switch', elemwise('isinf', slope), number(x, Number.NEGATIVE_INFINITY), slope));
  }),
  softsign: unary((g, x) => {
    const d = add(number(x, 1), elemwise('abs_', x));
    return div(g, mul(d, d));
  }),
  ultra_fast_sigmoid: 'missing',
  sigmoid_binary_crossentropy: binary((g, x, y) => [mul(g, sub(elemwise('sigmoid', x), y)), mul(g, neg(x))]),
  xlogy: binary((g, x, y) => [mul(g, elemwise('log', y)), div(mul(g, x), y)]),
  xlog1py: binary((g, x, y) => [mul(g, elemwise('log1p', y)), div(mul(g, x), add(integer(y, 1), y))]),
  xlogx: unary((g, x) => mul(g, add(integer(x, 1), elemwise('log', x)))),
  xlogy0: binary((g, x, y) => [mul(g, elemwise('log', y)), div(mul(g, x), y)]),
  deg2rad: unary((g) => mul(g, number(g, Math.PI / 180))),
  rad2deg: unary((g) => mul(g, number(g, 180 / Math.PI))),
  erf: unary((g, x) => mul(g, number(g, twoOverRootPi), exp(mul(neg(x), x)))),
  erfc: unary((g, x) => mul(neg(g), number(g, twoOverRootPi), exp(mul(neg(x), x)))),
  erfcx: unary((g, x, output) => mul(g, add(number(g, -twoOverRootPi), mul(mul(number(x, 2), x), output)))),
  erfinv: unary((g, _, output) => mul(g, number(g, halfRootPi), exp(sqr(output)))),
  erfcinv: unary((g, _, output) => mul(neg(g), number(g, halfRootPi), exp(sqr(output)))),
  gamma: unary((g, x, output) => mul(g, output, elemwise('psi', x))),
  gammaln: unary((g, x) => mul(g, elemwise('psi', x))),
  psi: unary((g, x) => mul(g, elemwise('tri_gamma', x))),
  tri_gamma: unary((g, x) => mul(g, elemwise('polygamma', integer(x, 2), x))),
  polygamma: binary((g, n, x) => ['undefined', mul(g, elemwise('polygamma', add(n, integer(n, 1)), x))]),
  gammainc: binary((g, k, x) => [mul(g, elemwise('gammainc_der', k, x)), mul(g, gammaDensity(k, x))]),
  gammaincc: binary((g, k, x) => [mul(g, elemwise('gammaincc_der', k, x)), mul(g, neg(gammaDensity(k, x)))]),
  gammaincinv: binary((g, k, _, output) => ['not implemented', mul(g, inverseDensity(k, output))]),
  gammainccinv: binary((g, k, _, output) => ['not implemented', mul(g, neg(inverseDensity(k, output)))]),
  gammau: 'missing',
  gammal: 'missing',
  chi2sf: 'missing',
  betainc: ({ gradient, operands: [a, b, x] }) => [
    mul(gradient, elemwise('betainc_der_a', a, b, x)),
    mul(gradient, elemwise('betainc_der_b', a, b, x)),
    mul(gradient, betaDensity(a, b, x)),
  ],
  betaincinv: ({ gradient, operands: [a, b], output }) => [
    'not implemented',
    'not implemented',
    div(gradient, betaDensity(a, b, output)),
  ],
  gammainc_der: 'missing',
  gammaincc_der: 'missing',
  betainc_der_a: 'missing',
  betainc_der_b: 'missing',
  owens_t: binary((g, h, a) => {
    const rest = add(sqr(a), number(a, 1));
    const byH = mul(
      neg(exp(div(neg(sqr(h)), number(h, 2)))),
      div(elemwise('erf', div(mul(a, h), number(h, Math.SQRT2))), number(h, 2 * Math.sqrt(2 * Math.PI))),
    );
    const byA = div(exp(mul(number(h, -0.5), rest, sqr(h))), mul(number(a, 2 * Math.PI), rest));
    return [mul(g, byH), mul(g, byA)];
  }),
  j0: unary((g, x) => mul(neg(g), elemwise('j1', x))),
  j1: unary((g, x) => div(mul(g, sub(elemwise('j0', x), elemwise('jv', integer(x, 2), x))), number(g, 2))),
  jv: binary((g, v, x) => [
    'not implemented',
    div(mul(g, sub(shifted('jv', v, -1, x), shifted('jv', v, 1, x))), number(g, 2)),
  ]),
  i0: unary((g, x) => mul(g, elemwise('i1', x))),
  i1: unary((g, x) => div(mul(g, add(elemwise('i0', x), elemwise('iv', integer(x, 2), x))), number(g, 2))),
  iv: binary((g, v, x) => [
    'not implemented',
    div(mul(g, add(shifted('iv', v, -1, x), shifted('iv', v, 1, x))), number(g, 2)),
  ]),
  ive: binary((g, v, x, output) => {
    const sign = elemwise('switch', elemwise('gt', x, integer(x, 0)), number(x, 1), number(x, -1));
    const middle = mul(number(x, 2), sign, output);
    const sum = add(sub(shifted('ive', v, -1, x), middle), shifted('ive', v, 1, x));
    return ['not implemented', div(mul(g, sum), number(g, 2))];
  }),
};
