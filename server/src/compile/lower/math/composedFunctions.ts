/** Functions of doubles that are made of others, as in tensor/special/specialPrimitives.ts and tensor/libm.ts; on vectors. */
import type { PrimitiveName } from '../../../tensor/primitives.ts';
import { call, type Expression, type IrFunction } from '../../loopIr/ir.ts';
import type { LaneCode, VectorFunction } from './laneCode.ts';

type V = Expression;

/** What such a function calls. */
export type Parts = (name: PrimitiveName) => IrFunction;

export interface ComposedFunction {
  readonly arity: number;
  readonly write: (parts: Parts) => VectorFunction['write'];
}

const one =
  (
    compute: (code: LaneCode, x: V, apply: (name: PrimitiveName, x: V) => V) => V,
  ): ComposedFunction['write'] =>
  (parts) =>
  (code, [x]) => ({ result: compute(code, x, (name, argument) => code.bind(call(parts(name), argument))) });

/** log(1 + exp(x)), in four parts. */
const softplus = one((code, x, apply) => {
  const isBelow = code.lt(x, code.number(18));
  const power = apply('exp', code.select(isBelow, x, code.neg(x)));
  const middle = code.select(isBelow, apply('log1p', power), code.add(x, power));
  const below = code.select(code.lt(x, code.number(-37)), power, middle);
  return code.select(code.lt(x, code.number(33.3)), below, x);
});

/** log(1 - exp(x)). */
const log1mexp = one((code, x, apply) => {
  const small = apply('log1p', code.neg(apply('exp', x)));
  const large = apply('log', code.neg(apply('expm1', x)));
  return code.select(code.lt(x, code.number(-Math.LN2)), small, large);
});

/** x times a function of y, and 0 where x is. */
const productWith =
  (name: PrimitiveName): ComposedFunction['write'] =>
  (parts) =>
  (code, [x, y]) => {
    const zero = code.number(0);
    const product = code.mul(x, code.bind(call(parts(name), y)));
    return { result: code.select(code.eq(x, zero), zero, product) };
  };

/** The exponents that programs write down; for others the reference is asked. */
const power: ComposedFunction['write'] =
  () =>
  (code, [x, y]) => {
    const isSquare = code.eq(y, code.number(2));
    const isRoot = code.and(code.eq(y, code.number(0.5)), code.ge(x, code.number(0)));
    const root = code.sqrt(code.add(x, code.number(0)));
    const result = code.select(isSquare, code.mul(x, x), root);
    return { result, rare: code.not(code.or(isSquare, isRoot)) };
  };

const scaled = (factor: number): ComposedFunction['write'] =>
  one((code, x) => code.mul(x, code.number(factor)));

const cosh: ComposedFunction['write'] =
  (parts) =>
  (code, [x]) => {
    const size = code.abs(x);
    const t = code.bind(call(parts('expm1'), size));
    const w = code.add(code.number(1), t);
    const near = code.add(code.number(1), code.div(code.mul(t, t), code.add(w, w)));
    const power = code.bind(call(parts('exp'), size));
    const half = code.mul(power, code.number(0.5));
    const middle = code.add(half, code.div(code.number(0.5), power));
    const far = code.select(code.lt(size, code.number(22)), middle, half);
    const result = code.select(code.lt(size, code.number(0.34657359027997264)), near, far);
    return { result, rare: code.not(code.lt(size, code.number(709))) };
  };

const sinh: ComposedFunction['write'] =
  (parts) =>
  (code, [x]) => {
    const size = code.abs(x);
    const half = code.withSignOf(code.number(0.5), x);
    const t = code.bind(call(parts('expm1'), size));
    const ratio = code.div(t, code.add(t, code.number(1)));
    const twice = code.sub(
      code.mul(code.number(2), t),
      code.div(code.mul(t, t), code.add(t, code.number(1))),
    );
    const near = code.select(code.lt(size, code.number(1)), twice, code.add(t, ratio));
    const far = code.bind(call(parts('exp'), size));
    const value = code.mul(half, code.select(code.lt(size, code.number(22)), near, far));
    const result = code.select(code.lt(size, code.number(2 ** -28)), x, value);
    return { result, rare: code.not(code.lt(size, code.number(709))) };
  };

export const composedFunctions: Partial<Record<PrimitiveName, ComposedFunction>> = {
  softplus: { arity: 1, write: softplus },
  log1mexp: { arity: 1, write: log1mexp },
  xlogy: { arity: 2, write: productWith('log') },
  xlog1py: { arity: 2, write: productWith('log1p') },
  deg2rad: { arity: 1, write: scaled(Math.PI / 180) },
  rad2deg: { arity: 1, write: scaled(180 / Math.PI) },
  pow: { arity: 2, write: power },
  cosh: { arity: 1, write: cosh },
  sinh: { arity: 1, write: sinh },
};
