/**
 * erf and erfc to the last digit of SciPy's: rational functions below 1, from 1 to 8 and above. `ndtr.c` of Cephes (S. L. Moshier),
 * which SciPy has.
 */
import * as libm from '../libm.ts';

/** Coefficients from the highest power on; a denominator begins with 1. */
export const cephesErrorFunctions = {
  inside: [9.604973739870516, 90.02601972038427, 2232.005345946843, 7003.325141128051, 55592.30130103949],
  insideBelow: [
    1, 33.56171416475031, 521.3579497801527, 4594.323829709801, 22629.000061389095, 49267.39426086359,
  ],
  near: [
    2.461969814735305e-10, 0.5641895648310689, 7.463210564422699, 48.63719709856814, 196.5208329560771,
    526.4451949954773, 934.5285271719576, 1027.5518868951572, 557.5353353693994,
  ],
  nearBelow: [
    1, 13.228195115474499, 86.70721408859897, 354.9377788878199, 975.7085017432055, 1823.9091668790973,
    2246.3376081871097, 1656.6630919416134, 557.5353408177277,
  ],
  far: [
    0.5641895835477551, 1.275366707599781, 5.019050422511805, 6.160210979930536, 7.4097426995044895,
    2.9788666537210022,
  ],
  farBelow: [
    1, 2.2605286322011726, 9.396035249380015, 12.048953980809666, 17.08144507475659, 9.608968090632859,
    3.369076451000815,
  ],
  /** Where exp(-x²) is no number any more. */
  largestSquare: 709.782712893384,
} as const;

const tables = cephesErrorFunctions;

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient);

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < 0) return -erf(-x);
  if (x > 1) return 1 - erfc(x);
  const square = x * x;
  return (x * polynomial(tables.inside, square)) / polynomial(tables.insideBelow, square);
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 1) return 1 - erf(x);
  if (x * x > tables.largestSquare) return x < 0 ? 2 : 0;
  const [above, below] = size < 8 ? [tables.near, tables.nearBelow] : [tables.far, tables.farBelow];
  const rest = (libm.exp(-x * x) * polynomial(above, size)) / polynomial(below, size);
  return x < 0 ? 2 - rest : rest;
}
