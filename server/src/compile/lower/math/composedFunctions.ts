/** Table of the functions of doubles that are made of others, as in tensor/special/specialPrimitives.ts and tensor/libm.ts; on vectors. */
import type { PrimitiveName } from '../../../tensor/primitives.ts';
import { call } from '../../loopIr/ir.ts';
import { type ComposedFunction, one } from './composing.ts';
import { acosh, asinh, atanh, cosh, sinh } from './hyperbolicFamily.ts';
import { erf, erfc, erfcx, gammaln, psi, roundHalfAway } from './special.ts';

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

const scaled = (factor: number): ComposedFunction['write'] =>
  one((code, x) => code.mul(x, code.number(factor)));

export const composedFunctions: Partial<Record<PrimitiveName, ComposedFunction>> = {
  softplus: { arity: 1, write: softplus },
  log1mexp: { arity: 1, write: log1mexp },
  xlogy: { arity: 2, write: productWith('log') },
  xlog1py: { arity: 2, write: productWith('log1p') },
  deg2rad: { arity: 1, write: scaled(Math.PI / 180) },
  rad2deg: { arity: 1, write: scaled(180 / Math.PI) },
  cosh: { arity: 1, write: cosh },
  sinh: { arity: 1, write: sinh },
  asinh: { arity: 1, write: asinh },
  acosh: { arity: 1, write: acosh },
  atanh: { arity: 1, write: atanh },
  erf: { arity: 1, write: erf },
  erfc: { arity: 1, write: erfc },
  erfcx: { arity: 1, write: erfcx },
  gammaln: { arity: 1, write: gammaln },
  psi: { arity: 1, write: psi },
  roundHalfAway: { arity: 1, write: roundHalfAway },
};
