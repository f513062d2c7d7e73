/** sinh, cosh and the inverse hyperbolic functions of doubles on vectors, step by step those of tensor/libm.ts. */
import { largeHyperbolic, mostHyperbolic } from '../../../tensor/libm.ts';
import type { Expression } from '../../loopIr/ir.ts';
import { type Apply, one, oneWith } from './composing.ts';
import type { LaneCode, Written } from './laneCode.ts';

type V = Expression;

/** Where e^size would be infinite, half of it may not be. */
function largeHalf(code: LaneCode, size: V, apply: Apply): V {
  const root = apply('exp', code.mul(code.number(0.5), size));
  const product = code.mul(code.mul(code.number(0.5), root), root);
  return code.select(
    code.le(size, code.number(mostHyperbolic)),
    product,
    code.number(Number.POSITIVE_INFINITY),
  );
}

const isLarge = (code: LaneCode, size: V): V => code.ge(size, code.number(largeHyperbolic));

export const cosh = oneWith((code, x, apply): Written => {
  const size = code.abs(x);
  const t = apply('expm1', size);
  const w = code.add(code.number(1), t);
  const near = code.add(code.number(1), code.div(code.mul(t, t), code.add(w, w)));
  const power = apply('exp', size);
  const half = code.mul(power, code.number(0.5));
  const middle = code.add(half, code.div(code.number(0.5), power));
  const far = code.select(code.lt(size, code.number(22)), middle, half);
  return {
    result: code.select(code.lt(size, code.number(0.34657359027997264)), near, far),
    rare: isLarge(code, size),
    otherwise: () => ({ result: largeHalf(code, size, apply) }),
  };
});

export const sinh = oneWith((code, x, apply): Written => {
  const size = code.abs(x);
  const half = code.withSignOf(code.number(0.5), x);
  const t = apply('expm1', size);
  const ratio = code.div(t, code.add(t, code.number(1)));
  const twice = code.sub(code.mul(code.number(2), t), code.div(code.mul(t, t), code.add(t, code.number(1))));
  const near = code.select(code.lt(size, code.number(1)), twice, code.add(t, ratio));
  const far = apply('exp', size);
  const value = code.mul(half, code.select(code.lt(size, code.number(22)), near, far));
  return {
    result: code.select(code.lt(size, code.number(2 ** -28)), x, value),
    rare: isLarge(code, size),
    otherwise: () => ({ result: code.withSignOf(largeHalf(code, size, apply), x) }),
  };
});

/** From here on a square has no place beside 1. */
const huge = 2 ** 28;

/** The logarithm of the argument, or of twice as much where that is huge. */
function logarithmOf(code: LaneCode, { near, size }: { near: V; size: V }, apply: Apply): V {
  const isHuge = code.gt(size, code.number(huge));
  const log = apply('log', code.select(isHuge, size, near));
  return code.add(log, code.and(isHuge, code.number(Math.LN2)));
}

export const asinh = oneWith((code, x, apply): Written => {
  const unit = code.number(1);
  const size = code.abs(x);
  const square = code.mul(x, x);
  const root = code.sqrt(code.add(unit, square));
  const small = apply('log1p', code.add(size, code.div(square, code.add(unit, root))));
  const near = code.select(code.lt(size, code.number(2 ** -28)), size, small);
  return {
    result: code.withSignOf(near, x),
    rare: code.gt(size, code.number(2)),
    otherwise: () => {
      const inverse = code.div(unit, code.add(root, size));
      const sum = code.add(code.mul(code.number(2), size), inverse);
      return { result: code.withSignOf(logarithmOf(code, { near: sum, size }, apply), x) };
    },
  };
});

export const acosh = oneWith((code, x, apply): Written => {
  const unit = code.number(1);
  const beyond = code.sub(x, unit);
  const square = code.mul(beyond, beyond);
  const root = code.sqrt(code.add(code.mul(code.number(2), beyond), square));
  const small = apply('log1p', code.add(beyond, root));
  return {
    result: code.select(code.lt(x, unit), code.number(Number.NaN), small),
    rare: code.gt(x, code.number(2)),
    otherwise: () => {
      const back = code.sqrt(code.sub(code.mul(x, x), unit));
      const near = code.sub(code.mul(code.number(2), x), code.div(unit, code.add(x, back)));
      return { result: logarithmOf(code, { near, size: x }, apply) };
    },
  };
});

export const atanh = one((code, x, apply) => {
  const size = code.abs(x);
  const twice = code.add(size, size);
  const rest = code.sub(code.number(1), size);
  const near = code.add(twice, code.div(code.mul(twice, size), rest));
  const ratio = code.select(code.lt(size, code.number(0.5)), near, code.div(twice, rest));
  const value = code.mul(code.number(0.5), apply('log1p', ratio));
  return code.withSignOf(code.select(code.lt(size, code.number(2 ** -28)), size, value), x);
});
