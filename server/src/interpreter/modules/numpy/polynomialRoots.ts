/** Where a polynomial is zero: the eigenvalues of its companion matrix (R. Horn and C. Johnson, Matrix Analysis), and back. */
import { Complex } from '../../../tensor/complex.ts';
import { isComplex, isInexact, promote } from '../../../tensor/dtype.ts';
import { cast, componentOf, fromValues, type NDArray, zeros } from '../../../tensor/ndarray.ts';
import { concatenate } from '../../../tensor/shaping.ts';
import { raiseValueError } from '../../exceptions.ts';
import { PyFloat, type Value } from '../../values.ts';
import { along, apply, divide } from './arrayMath.ts';
import { convolve } from './calculus.ts';
import { arrayOf } from './conversion.ts';
import { eigenvalues } from './linalg/decompositions.ts';
import { sorted } from './ordering.ts';

/** `np.roots` of coefficients, the highest power first. */
export function roots(given: NDArray): NDArray {
  if (given.ndim > 1) raiseValueError('Input must be a rank-1 array.');
  const whole = given.ndim === 0 ? fromValues(given.dtype, [1], [given.at(0)]) : given;
  const filled = Array.from(cast(whole, 'bool').elements() as Uint8Array);
  const first = filled.indexOf(1);
  if (first < 0) return zeros('float64', [0]);
  const last = filled.lastIndexOf(1);
  const inner = along(whole, 0, { start: first, stop: last + 1 });
  const p = isInexact(inner.dtype) ? inner : cast(inner, 'float64');
  const found = p.size > 1 ? eigenvalues(companion(p)) : zeros('float64', [0]);
  return concatenate([found, zeros(found.dtype, [filled.length - last - 1])], 0);
}

/** Ones below the diagonal, the coefficients in the first row. */
function companion(p: NDArray): NDArray {
  const n = p.size - 1;
  const leading = along(p, 0, { stop: 1 });
  const row = divide(apply('negative', along(p, 0, { start: 1 })), leading);
  const matrix = zeros(p.dtype, [n, n]);
  for (let k = 0; k < n; k++) {
    matrix.storage[k] = row.at(k);
    if (k > 0) matrix.storage[k * n + k - 1] = isComplex(p.dtype) ? new Complex(1, 0) : 1;
  }
  return matrix;
}

/** `np.poly`: the polynomial with the given zeros, or the characteristic one of a matrix. */
export function fromZeros(value: Value): Value {
  const array = arrayOf(value);
  const isSquare = array.ndim === 2 && array.shape[0] === array.shape[1] && array.size > 0;
  if (array.ndim > 1 && !isSquare) raiseValueError('input must be 1d or non-empty square 2d array.');
  const given = isSquare ? eigenvalues(array) : array;
  if (given.size === 0) return new PyFloat(1);
  const places = isInexact(given.dtype) ? given : cast(given, 'float64');
  let found: NDArray = fromValues(places.dtype, [1], [1]);
  for (const zero of apply('negative', places).elements())
    found = convolve(found, fromValues(places.dtype, [2], [1, zero]));
  return isConjugate(places) ? componentOf(found, 're').copy() : cast(found, promote(found.dtype, 'float32'));
}

/** True when the conjugates of all are all of them. */
function isConjugate(places: NDArray): boolean {
  if (!isComplex(places.dtype)) return false;
  const [a, b] = [sorted(places), sorted(apply('conjugate', places))];
  return (apply('equal', a, b).elements() as Uint8Array).every(Boolean);
}
