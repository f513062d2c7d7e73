/** The error functions, the logarithm of the gamma function and its derivative on vectors, step by step those of tensor/special/. */
import { cephesDigamma } from '../../../tensor/special/cephesDigamma.ts';
import { cephesErrorFunctions } from '../../../tensor/special/cephesErrorFunctions.ts';
import { cephesLogGamma } from '../../../tensor/special/cephesLogGamma.ts';
import { specialTables } from '../../../tensor/special/specialTables.ts';
import type { Expression } from '../../loopIr/ir.ts';
import { rounded } from './circular.ts';
import { type Apply, one, oneWith } from './composing.ts';
import type { LaneCode, Written } from './laneCode.ts';

type V = Expression;

/** As tensor/special/chebyshev.ts adds. */
function chebyshev(code: LaneCode, coefficients: readonly number[], t: V): V {
  const twice = code.mul(code.number(2), t);
  let next = code.number(coefficients[coefficients.length - 1]!);
  let afterNext = code.number(0);
  for (let k = coefficients.length - 2; k > 0; k--) {
    const value = code.add(code.sub(code.mul(twice, next), afterNext), code.number(coefficients[k]!));
    afterNext = next;
    next = value;
  }
  return code.add(code.sub(code.mul(t, next), afterNext), code.number(coefficients[0]! / 2));
}

// ------------------------------------------------------------------------------------------------------ error functions

/** exp(±x²) with the part of x² that one number does not hold. */
function expOfSquare(code: LaneCode, { x, sign }: { x: V; sign: 1 | -1 }, apply: Apply): V {
  const high = code.div(rounded(code, code.mul(x, code.number(128))), code.number(128));
  const signed = (value: V): V => (sign === 1 ? value : code.neg(value));
  const most = apply('exp', code.mul(signed(high), high));
  const rest = code.mul(signed(code.sub(x, high)), code.add(x, high));
  return code.mul(most, apply('exp', rest));
}

/** exp(x²) erfc(x), for x above zero. */
function scaledErfc(code: LaneCode, x: V): V {
  const t = code.div(code.sub(x, code.number(3.75)), code.add(x, code.number(3.75)));
  const sum = chebyshev(code, specialTables.scaledErfc, t);
  return code.div(sum, code.add(code.number(1), code.mul(code.number(2), x)));
}

/** erfc(x), for x from 1 on. */
function farErfc(code: LaneCode, x: V, apply: Apply): V {
  const { near, nearBelow, far, farBelow, largestSquare } = cephesErrorFunctions;
  const power = apply('exp', code.mul(code.neg(x), x));
  const quotient = (above: readonly number[], below: readonly number[]): V =>
    code.div(code.mul(power, fromHighest(code, above, x)), fromHighest(code, below, x));
  const isNear = code.lt(x, code.number(8));
  const product = code.select(isNear, quotient(near, nearBelow), quotient(far, farBelow));
  const isTiny = code.gt(code.mul(x, x), code.number(largestSquare));
  return code.select(isTiny, code.number(0), product);
}

/** erf(x), for x between -1 and 1. */
function nearErf(code: LaneCode, x: V): V {
  const { inside, insideBelow } = cephesErrorFunctions;
  const square = code.mul(x, x);
  return code.div(code.mul(x, fromHighest(code, inside, square)), fromHighest(code, insideBelow, square));
}

export const erf = oneWith((code, x, apply): Written => {
  const size = code.abs(x);
  return {
    result: nearErf(code, x),
    rare: code.gt(size, code.number(1)),
    otherwise: () => ({
      result: code.withSignOf(code.sub(code.number(1), farErfc(code, size, apply)), x),
    }),
  };
});

export const erfc = oneWith((code, x, apply): Written => {
  const unit = code.number(1);
  const size = code.abs(x);
  return {
    result: code.sub(unit, nearErf(code, x)),
    rare: code.ge(size, unit),
    otherwise: () => {
      const far = farErfc(code, size, apply);
      return { result: code.select(code.lt(x, code.number(0)), code.sub(code.number(2), far), far) };
    },
  };
});

export const erfcx = oneWith((code, x, apply): Written => {
  const size = code.abs(x);
  const isFar = code.gt(size, code.number(1e8));
  const plain = code.div(code.number(1), code.mul(size, code.number(1.772453850905516)));
  const scaled = code.select(isFar, plain, scaledErfc(code, size));
  return {
    result: scaled,
    rare: code.lt(x, code.number(0)),
    otherwise: () => {
      const twice = code.mul(code.number(2), expOfSquare(code, { x, sign: 1 }, apply));
      const isInfinite = code.lt(x, code.number(-26.7));
      const infinite = code.number(Number.POSITIVE_INFINITY);
      return { result: code.select(isInfinite, infinite, code.sub(twice, scaled)) };
    },
  };
});

// ------------------------------------------------------------------------------------------------------ gamma function

/** The polynomial without fused steps, the highest coefficient last. */
function plainPolynomial(code: LaneCode, coefficients: readonly number[], x: V): V {
  const [first, ...rest] = coefficients.map((coefficient) => code.number(coefficient)).reverse();
  return rest.reduce<V>((sum, coefficient) => code.add(code.mul(sum, x), coefficient), first!);
}

/** So many times the argument is made less by one at most, before it is below 3. */
const mostSteps = 10;

export const gammaln = oneWith((code, x, apply): Written => {
  const [unit, three] = [code.number(1), code.number(3)];
  let [at, shift, product]: [V, V, V] = [x, code.number(0), unit];
  for (let i = 0; i < mostSteps; i++) {
    const isAbove = code.ge(at, three);
    shift = code.sub(shift, code.and(isAbove, unit));
    at = code.add(x, shift);
    product = code.mul(product, code.select(isAbove, at, unit));
  }
  for (let i = 0; i < 2; i++) {
    const isBelow = code.lt(at, code.number(2));
    product = code.div(product, code.select(isBelow, at, unit));
    shift = code.add(shift, code.and(isBelow, unit));
    at = code.add(x, shift);
  }
  const rest = code.add(x, code.sub(shift, code.number(2)));
  const { numerator, denominator } = cephesLogGamma;
  const above = code.mul(rest, fromHighest(code, numerator, rest));
  const below = fromHighest(code, [1, ...denominator], rest);
  const isInside = code.and(code.gt(x, code.number(0)), code.lt(x, code.number(13)));
  const log = apply('log', product);
  return {
    result: code.select(code.eq(at, code.number(2)), log, code.add(log, code.div(above, below))),
    rare: code.not(isInside),
    otherwise: () => farLogGamma(code, x, apply),
  };
});

/** The polynomial without fused steps, the highest coefficient first. */
const fromHighest = (code: LaneCode, coefficients: readonly number[], x: V): V =>
  plainPolynomial(code, [...coefficients].reverse(), x);

/** From 13 on; and the poles. Between them the reference is asked. */
function farLogGamma(code: LaneCode, x: V, apply: Apply): Written {
  const { stirling, farStirling, halfLogTwoPi, largest } = cephesLogGamma;
  const infinite = code.number(Number.POSITIVE_INFINITY);
  const inverse = code.div(code.number(1), code.mul(x, x));
  const [usual, large] = [stirling, farStirling].map((terms) => fromHighest(code, terms, inverse));
  const series = code.div(code.select(code.ge(x, code.number(1000)), large!, usual!), x);
  const product = code.mul(code.sub(x, code.number(0.5)), apply('log', x));
  const most = code.add(code.sub(product, x), code.number(halfLogTwoPi));
  const sum = code.select(code.gt(x, code.number(1e8)), most, code.add(most, series));
  const isBelow = code.le(x, code.number(0));
  const isPole = code.and(isBelow, code.eq(code.floor(x), x));
  const isEndless = code.or(isPole, code.gt(x, code.number(largest)));
  // Below all numbers it is what the argument is.
  const isLowest = code.eq(x, code.number(Number.NEGATIVE_INFINITY));
  return {
    result: code.select(isEndless, code.select(isLowest, x, infinite), sum),
    rare: code.andNot(isBelow, isPole),
  };
}

export const psi = oneWith((code, x, apply): Written => {
  const unit = code.number(1);
  let [at, shift]: [V, V] = [x, code.number(0)];
  // From 10 down to 2.
  for (let i = 0; i < 8; i++) {
    const isAbove = code.gt(at, code.number(2));
    at = code.sub(at, code.and(isAbove, unit));
    shift = code.add(shift, code.and(isAbove, code.div(unit, at)));
  }
  const isBelow = code.lt(at, unit);
  shift = code.sub(shift, code.and(isBelow, code.div(unit, at)));
  at = code.add(at, code.and(isBelow, unit));
  const { above, below, root, slope } = cephesDigamma;
  const t = code.sub(at, unit);
  const distance = root.reduce<V>((rest, part) => code.sub(rest, code.number(part)), at);
  const ratio = code.div(fromHighest(code, above, t), fromHighest(code, below, t));
  const near = code.add(code.mul(distance, code.number(slope)), code.mul(distance, ratio));
  const isInside = code.and(code.gt(x, code.number(0)), code.le(x, code.number(10)));
  const isWhole = code.eq(code.floor(x), x);
  return {
    result: code.select(isWhole, wholeDigamma(code, x), code.add(shift, near)),
    rare: code.not(isInside),
    otherwise: () => farDigamma(code, x, apply),
  };
});

/** Whole numbers up to 10: sums of 1/i from 1 on. */
function wholeDigamma(code: LaneCode, x: V): V {
  let sum: V = code.number(0);
  for (let i = 1; i < 10; i++) {
    const isBelow = code.lt(code.number(i), x);
    sum = code.add(sum, code.and(isBelow, code.number(1 / i)));
  }
  return code.sub(sum, code.number(cephesDigamma.euler));
}

/** Above 10, and at zero; below it the reference is asked. */
function farDigamma(code: LaneCode, x: V, apply: Apply): Written {
  const zero = code.number(0);
  const inverse = code.div(code.number(1), code.mul(x, x));
  const series = code.mul(inverse, fromHighest(code, cephesDigamma.series, inverse));
  const rest = code.select(code.lt(x, code.number(1e17)), series, zero);
  const far = code.sub(code.sub(apply('log', x), code.div(code.number(0.5), x)), rest);
  return {
    result: code.select(code.eq(x, zero), code.div(code.number(-1), x), far),
    rare: code.lt(x, zero),
  };
}

/** Halves away from zero. */
export const roundHalfAway = one((code, x) => {
  const size = code.floor(code.add(code.abs(x), code.number(0.5)));
  return code.withSignOf(size, x);
});
