/** `log1p` and `expm1` as SciPy computes them: S. Moshier's Cephes library, `unity.c`. */
import { exp, log } from '../libm.ts';

const logTop = [
  4.5270000862445199635215e-5, 4.9854102823193375972212e-1, 6.5787325942061044846969,
  2.9911919328553073277375e1, 6.0949667980987787057556e1, 5.7112963590585538103336e1,
  2.0039553499201281259648e1,
];
const logBottom = [
  1, 1.5062909083469192043167e1, 8.3047565967967209469434e1, 2.2176239823732856465394e2,
  3.0909872225312059774938e2, 2.1642788614495947685003e2, 6.0118660497603843919306e1,
];
const expTop = [1.2617719307481059087798e-4, 3.0299440770744196129956e-2, 9.9999999999999999991025e-1];
const expBottom = [
  3.0019850513866445504159e-6, 2.5244834034968410419224e-3, 2.2726554820815502876593e-1,
  2.0000000000000000000897,
];

const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.slice(1).reduce((sum, each) => sum * x + each, coefficients[0]);

export function log1p(x: number): number {
  const z = 1 + x;
  if (z < Math.SQRT1_2 || z > Math.SQRT2) return log(z);
  const square = x * x;
  const rest = -0.5 * square + x * ((square * polynomial(x, logTop)) / polynomial(x, logBottom));
  return x + rest;
}

export function expm1(x: number): number {
  if (x < -0.5 || x > 0.5) return exp(x) - 1;
  const square = x * x;
  const top = x * polynomial(square, expTop);
  const ratio = top / (polynomial(square, expBottom) - top);
  return ratio + ratio;
}
