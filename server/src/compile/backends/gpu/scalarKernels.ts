/**
 * The scalar operations as kernel expressions. What devices may compute roughly, as functions near their zeros, is composed of what they compute
 * well: the polynomial of `tanh` is that of Cephes (`tanhf.c`), the others are Taylor series where subtraction would cost digits.
 * Left out is what has no meaning here (bits, integers), what jumps where rounding decides (`mod`), tests for NaN and infinity, which
 * devices may assume never to meet, and special functions.
 */
import { t } from '../../../base/l10n.ts';
import type { PrimitiveName } from '../../../tensor/primitives.ts';
import { unsupported } from '../../lower/unsupported.ts';
import {
  type ComparisonOperator,
  choose,
  compare,
  type KernelExpression,
  type MathName,
  math,
  minus,
  number,
  over,
  plus,
  times,
  truth,
} from './kernelIr.ts';

type Row = (...args: readonly KernelExpression[]) => KernelExpression;

const zero = number(0);
const one = number(1);
const half = number(0.5);
const two = number(2);

const negated: Row = (x) => minus(zero, x);
const absolute: Row = (x) => math('abs', x);
const comparison =
  (operator: ComparisonOperator): Row =>
  (x, y) =>
    truth(compare(operator, x, y));
const direct =
  (name: MathName): Row =>
  (...args) =>
    math(name, ...args);

/** `x · (c0 + z · (c1 + z · …))` */
const oddSeries = (
  x: KernelExpression,
  z: KernelExpression,
  coefficients: readonly number[],
): KernelExpression =>
  times(
    x,
    coefficients.map(number).reduceRight((rest, coefficient) => plus(coefficient, times(z, rest))),
  );

/** A series where `|x|` is below a bound, and a formula elsewhere. */
const near = (
  x: KernelExpression,
  bound: number,
  { series, formula }: { series: KernelExpression; formula: KernelExpression },
): KernelExpression => choose(compare('<', absolute(x), number(bound)), series, formula);

const exp: Row = (x) => math('exp', x);
const log: Row = (x) => math('log', x);

const log1p: Row = (x) =>
  near(x, 0.1, {
    series: oddSeries(x, x, [1, -1 / 2, 1 / 3, -1 / 4, 1 / 5, -1 / 6, 1 / 7]),
    formula: log(plus(one, x)),
  });

const expm1: Row = (x) =>
  near(x, 0.3, {
    series: oddSeries(x, x, [1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040]),
    formula: minus(exp(x), one),
  });

const sinh: Row = (x) =>
  near(x, 0.5, {
    series: oddSeries(x, times(x, x), [1, 1 / 6, 1 / 120, 1 / 5040]),
    formula: times(half, minus(exp(x), exp(negated(x)))),
  });

const tanh: Row = (x) => {
  const size = math('min', absolute(x), number(10));
  const far = minus(one, over(two, plus(exp(times(two, size)), one)));
  return near(x, 0.625, {
    series: oddSeries(
      x,
      times(x, x),
      [1, -3.33332819422e-1, 1.33314422036e-1, -5.37397155531e-2, 2.06390887954e-2, -5.70498872745e-3],
    ),
    formula: choose(compare('<', x, zero), negated(far), far),
  });
};

/** Beyond these the result is 0 or 1, and `exp` would overflow. */
const limited = (x: KernelExpression): KernelExpression =>
  math('max', number(-87), math('min', number(87), x));
const sigmoid: Row = (x) => over(one, plus(one, exp(negated(limited(x)))));
const softplus: Row = (x) =>
  plus(math('max', x, zero), log1p(exp(negated(math('min', absolute(x), number(87))))));

const trunc: Row = (x) => choose(compare('<', x, zero), math('ceil', x), math('floor', x));
const sign: Row = (x) => choose(compare('>', x, zero), one, choose(compare('<', x, zero), number(-1), x));

const roundHalfToEven: Row = (x) => {
  const floor = math('floor', x);
  const rest = minus(x, floor);
  const isOdd = compare('!=', minus(floor, times(two, math('floor', times(half, floor)))), zero);
  const isBelow = compare('<', rest, half);
  const isAbove = compare('>', rest, half);
  const next = plus(floor, one);
  return choose(isBelow, floor, choose(isAbove, next, choose(isOdd, next, floor)));
};

const asinh: Row = (x) => {
  const size = absolute(x);
  const square = times(x, x);
  const value = log1p(plus(size, over(square, plus(one, math('sqrt', plus(square, one))))));
  return choose(compare('<', x, zero), negated(value), value);
};

const rows: Partial<Record<PrimitiveName, Row>> = {
  add: plus,
  sub: minus,
  mul: times,
  div: over,
  neg: negated,
  abs: absolute,
  sign,
  max: direct('max'),
  min: direct('min'),
  eq: comparison('=='),
  ne: comparison('!='),
  lt: comparison('<'),
  le: comparison('<='),
  gt: comparison('>'),
  ge: comparison('>='),
  select: (condition, x, y) => choose(compare('!=', condition, zero), x, y),
  logicalNot: (x) => truth(compare('==', x, zero)),
  identity: (x) => x,
  second: (_, y) => y,
  zero: () => zero,
  floor: direct('floor'),
  ceil: direct('ceil'),
  trunc,
  roundHalfToEven,
  roundHalfAway: (x) => times(sign(x), math('floor', plus(absolute(x), half))),
  sqrt: direct('sqrt'),
  exp,
  exp2: (x) => math('pow', two, x),
  expm1,
  log,
  log2: direct('log2'),
  log10: (x) => times(log(x), number(Math.LOG10E)),
  log1p,
  sin: direct('sin'),
  cos: direct('cos'),
  tan: direct('tan'),
  asin: direct('asin'),
  acos: direct('acos'),
  atan: direct('atan'),
  atan2: direct('atan2'),
  sinh,
  cosh: (x) => times(half, plus(exp(x), exp(negated(x)))),
  tanh,
  asinh,
  acosh: (x) => log(plus(x, math('sqrt', minus(times(x, x), one)))),
  atanh: (x) => times(half, log1p(over(times(two, x), minus(one, x)))),
  sigmoid,
  softplus,
  xlogy: (x, y) => choose(compare('==', x, zero), zero, times(x, log(y))),
  deg2rad: (x) => times(x, number(Math.PI / 180)),
  rad2deg: (x) => times(x, number(180 / Math.PI)),
};

/** Operations on truths, which are 0 or 1. */
const truthRows: Partial<Record<PrimitiveName, Row>> = {
  and: times,
  or: direct('max'),
  xor: comparison('!='),
  max: direct('max'),
  min: times,
  mul: times,
  add: direct('max'),
};

/** A primitive on float32 numbers. Throws where there is no kernel for it. */
export function scalarKernel(name: PrimitiveName, args: readonly KernelExpression[]): KernelExpression {
  if (name === 'pow') return power(args[0], args[1]);
  const row = rows[name];
  if (!row) throw unsupported(t('no kernel for {0}', name));
  return row(...args);
}

/** A primitive on truths. */
export function truthKernel(name: PrimitiveName, args: readonly KernelExpression[]): KernelExpression {
  const row = truthRows[name] ?? rows[name];
  if (!row) throw unsupported(t('no kernel for {0} of truths', name));
  return row(...args);
}

/** The greatest exponent that is multiplied out. */
const mostFactors = 16;

/** Devices compute powers by logarithms, which negative numbers have not: the exponent has to be known. */
function power(base: KernelExpression, exponent: KernelExpression): KernelExpression {
  if (exponent.kind !== 'number') throw unsupported(t('no kernel for a power whose exponent is computed'));
  const { value } = exponent;
  if (value === 0.5) return math('sqrt', base);
  if (!Number.isInteger(value)) return math('pow', base, exponent);
  if (Math.abs(value) > mostFactors) throw unsupported(t('no kernel for the power {0}', value));
  const positive = multiplied(base, Math.abs(value));
  return value < 0 ? over(one, positive) : positive;
}

function multiplied(base: KernelExpression, count: number): KernelExpression {
  if (count === 0) return one;
  if (count === 1) return base;
  const root = multiplied(base, count >> 1);
  const square = times(root, root);
  return count % 2 === 0 ? square : times(square, base);
}
