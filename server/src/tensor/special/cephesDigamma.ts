/**
 * The derivative of ln Γ(x) to the last digit of SciPy's `psi`: a rational function between 1 and 2 that is exact at the root, which
 * comes from Boost, an asymptotic series from 10 on. `psi.c` of Cephes (S. L. Moshier), which SciPy has.
 */
import * as libm from '../libm.ts';

/** Coefficients from the highest power on. */
export const cephesDigamma = {
  above: [
    -0.002071332116774595, -0.04525132144873906, -0.28919126444774784, -0.6503185377089651,
    -0.3255503118680449, 0.25479851061131553,
  ],
  below: [
    -5.578984132167551e-7, 0.0021284987017821146, 0.054151797245674226, 0.43593529692665967,
    1.4606242909763516, 2.076711702373047, 1,
  ],
  series: [
    0.08333333333333333, -0.021092796092796094, 0.007575757575757576, -0.004166666666666667,
    0.003968253968253968, -0.008333333333333333, 0.08333333333333333,
  ],
  /** The root between 1 and 2 in three parts, and the slope there. */
  root: [1.4616321446374059, 3.309564688275257e-10, 9.016312093258695e-20],
  slope: 0.99558162689208984,
  euler: 0.5772156649015329,
} as const;

const { above, below, series, root, slope, euler } = cephesDigamma;

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient);

export function psi(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x;
  if (x === Number.NEGATIVE_INFINITY) return Number.NaN;
  if (x === 0) return -1 / x;
  if (x < 0) return reflected(x);
  return above0(x, 0);
}

function above0(from: number, start: number): number {
  let [x, sum] = [from, start];
  if (x <= 10 && Number.isInteger(x)) {
    for (let i = 1; i < x; i++) sum += 1 / i;
    return sum - euler;
  }
  if (x < 1) {
    sum -= 1 / x;
    x += 1;
  } else if (x < 10) {
    while (x > 2) {
      x -= 1;
      sum += 1 / x;
    }
  }
  return sum + (x >= 1 && x <= 2 ? near(x) : far(x));
}

function near(x: number): number {
  const distance = x - root[0] - root[1] - root[2];
  const ratio = polynomial(above, x - 1) / polynomial(below, x - 1);
  return distance * slope + distance * ratio;
}

function far(x: number): number {
  const inverse = 1 / (x * x);
  const rest = x < 1e17 ? inverse * polynomial(series, inverse) : 0;
  return libm.log(x) - 0.5 / x - rest;
}

function reflected(x: number): number {
  const part = x - Math.trunc(x);
  if (part === 0) return Number.NaN;
  return above0(1 - x, -Math.PI / libm.tan(Math.PI * part));
}
