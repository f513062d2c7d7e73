/**
 * Points and weights of Gauss's quadratures: the eigenvalues of the companion matrix (G. Golub and J. Welsch, Calculation of Gauss
 * quadrature rules, 1969), improved by one step of Newton's method, as NumPy does it.
 */
import { symmetricEigen } from '../../../../tensor/linalg/symmetricEigen.ts';
import type { NDArray } from '../../../../tensor/ndarray.ts';
import { reduce } from '../../../../tensor/reduce.ts';
import { notSupported, raiseValueError } from '../../../exceptions.ts';
import { runtime } from '../../../runtime.ts';
import { add, along, apply, divide, floats, multiply, numbersOf, subtract } from '../arrayMath.ts';
import { integerVector } from '../conversion.ts';
import { valueAt } from './bases.ts';
import type { Basis } from './recurrences.ts';

type Rule = (degree: number) => [points: NDArray, weights: NDArray];

const sumOf = (array: NDArray): number =>
  Number(reduce(array, 'sum', { axes: [0], accumulate: 'float64', output: 'float64' }).at(0));

const largest = (array: NDArray): number => Math.max(...numbersOf(array).map(Math.abs));

/** A number that is no Python integer, whatever its value. */
const float = (value: number): NDArray => floats([value], []);

/** The mean with what mirrors it; `sign` -1 for points, which change it. */
const mirrored = (array: NDArray, operate: typeof add): NDArray =>
  divide(operate(array, along(array, 0, { step: -1 })), 2);

const highest = (degree: number): number[] => [...new Array<number>(degree).fill(0), 1];

function eigenvaluesOf(matrix: readonly (readonly number[])[]): NDArray {
  const n = matrix.length;
  runtime().allocate(16 * n * n);
  return floats(Array.from(symmetricEigen(Float64Array.from(matrix.flat()), n).values));
}

function companionOf(basis: Basis, degree: number): readonly (readonly number[])[] {
  const series = highest(degree);
  return degree === 1 ? [[basis.onlyZero(series)]] : basis.companion(series);
}

/** With the polynomials themselves: Legendre and Laguerre. */
function rule(basis: Basis, isSymmetric: 'symmetric' | 'one-sided'): Rule {
  return (degree) => {
    const series = highest(degree);
    let points = eigenvaluesOf(companionOf(basis, degree));
    let slope = valueAt(basis, basis.derivative(series), points);
    points = subtract(points, divide(valueAt(basis, series, points), slope));
    let values = valueAt(basis, series.slice(1), points);
    // NumPy takes the slope at the points before the step.
    values = divide(values, float(largest(values)));
    slope = divide(slope, float(largest(slope)));
    let weights = divide(1, multiply(values, slope));
    if (isSymmetric === 'one-sided') return [points, divide(weights, float(sumOf(weights)))];
    weights = mirrored(weights, add);
    points = mirrored(points, subtract);
    return [points, multiply(weights, float(2 / sumOf(weights)))];
  };
}

/** A Hermite polynomial that is scaled to length 1. */
function normed(x: NDArray, n: number, { first, factor, last }: HermiteScale): NDArray {
  if (n === 0) return add(multiply(x, 0), float(first));
  let c0: NDArray = float(0);
  let c1: NDArray = float(first);
  for (let nd = n; nd > 1; nd--)
    [c0, c1] = [
      multiply(apply('negative', c1), float(Math.sqrt((nd - 1) / nd))),
      add(c0, multiply(multiply(c1, x), float(Math.sqrt(factor / nd)))),
    ];
  const sum = multiply(c1, x);
  return add(c0, last === 1 ? sum : multiply(sum, float(last)));
}

interface HermiteScale {
  readonly first: number;
  readonly factor: number;
  readonly last: number;
  readonly total: number;
}

/** With polynomials of length 1, which do not overflow: both Hermite families. */
function hermiteRule(basis: Basis, scale: HermiteScale): Rule {
  return (degree) => {
    let points = eigenvaluesOf(companionOf(basis, degree));
    const slope = multiply(normed(points, degree - 1, scale), float(Math.sqrt(scale.factor * degree)));
    points = subtract(points, divide(normed(points, degree, scale), slope));
    const values = normed(points, degree - 1, scale);
    const relative = divide(values, float(largest(values)));
    const weights = mirrored(divide(1, multiply(relative, relative)), add);
    points = mirrored(points, subtract);
    return [points, multiply(weights, float(scale.total / sumOf(weights)))];
  };
}

function chebyshevRule(degree: number): [NDArray, NDArray] {
  const odd = integerVector(Array.from({ length: degree }, (_, i) => 2 * i + 1));
  const points = apply('cos', divide(multiply(float(Math.PI), odd), float(2 * degree)));
  return [points, floats(new Array<number>(degree).fill(Math.PI / degree))];
}

const root = Math.sqrt(Math.sqrt(Math.PI));
const wideRoot = Math.sqrt(Math.sqrt(2 * Math.PI));

/** The quadrature of a basis. */
export function gaussRule(basis: Basis, degree: number): [NDArray, NDArray] {
  if (degree <= 0) raiseValueError('deg must be a positive integer');
  runtime().allocate(64 * degree);
  switch (basis.prefix) {
    case 'cheb':
      return chebyshevRule(degree);
    case 'leg':
      return rule(basis, 'symmetric')(degree);
    case 'lag':
      return rule(basis, 'one-sided')(degree);
    case 'herm':
      return hermiteRule(basis, {
        first: 1 / root,
        factor: 2,
        last: Math.sqrt(2),
        total: Math.sqrt(Math.PI),
      })(degree);
    case 'herme':
      return hermiteRule(basis, { first: 1 / wideRoot, factor: 1, last: 1, total: Math.sqrt(2 * Math.PI) })(
        degree,
      );
    default:
      return notSupported(`numpy.polynomial.${basis.moduleName}.${basis.prefix}gauss`);
  }
}

/** The weight function of a basis. */
export function weightAt(basis: Basis, x: NDArray): NDArray {
  switch (basis.prefix) {
    case 'cheb':
      return divide(
        float(1),
        multiply(apply('sqrt', add(float(1), x)), apply('sqrt', subtract(float(1), x))),
      );
    case 'leg':
      return add(multiply(x, float(0)), float(1));
    case 'lag':
      return apply('exp', apply('negative', x));
    case 'herm':
      return apply('exp', apply('negative', apply('square', x)));
    default:
      return apply('exp', multiply(float(-0.5), apply('square', x)));
  }
}
