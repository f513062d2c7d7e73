/** `log1p` and `expm1` as SciPy computes them: S. Moshier's Cephes library, `unity.c`. */
import { exp, log } from '../libm.ts';

const logTop = [
  4.52700008624452e-5, 0.49854102823193375, 6.578732594206104, 29.911919328553072, 60.94966798098779,
  57.11296359058554, 20.039553499201283,
];
const logBottom = [
  1, 15.062909083469192, 83.04756596796722, 221.76239823732857, 309.09872225312057, 216.42788614495947,
  60.11866049760384,
];
const expTop = [0.00012617719307481058, 0.030299440770744195, 1.0];
const expBottom = [3.0019850513866446e-6, 0.002524483403496841, 0.22726554820815503, 2.0];

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
