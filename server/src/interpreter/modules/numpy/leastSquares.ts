/** Least squares by Householder reflections (Golub and Van Loan, Matrix Computations, algorithm 5.2.1), for fits of polynomials. */
import { notSupported, raiseValueError } from '../../exceptions.ts';

/** The coefficients of `columns` whose sum is nearest to `side`. */
export function leastSquares(columns: readonly (readonly number[])[], side: readonly number[]): number[] {
  const matrix = columns.map((column) => [...column]);
  const target = [...side];
  const count = matrix.length;
  if (
    target.some((value) => !Number.isFinite(value)) ||
    matrix.flat().some((value) => !Number.isFinite(value))
  )
    raiseValueError('SVD did not converge in Linear Least Squares');
  for (let k = 0; k < Math.min(count, target.length); k++) reflect(matrix, target, k);
  const diagonal = matrix.map((column, k) => Math.abs(column[k] ?? 0));
  if (Math.min(...diagonal) <= Math.max(...diagonal) * target.length * Number.EPSILON)
    notSupported('a fit that its points do not determine');
  return backSubstituted(matrix, target);
}

const dot = (a: readonly number[], b: readonly number[], from: number): number => {
  let sum = 0;
  for (let i = from; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

/** Turns column `k` into one number on the diagonal. */
function reflect(matrix: number[][], target: number[], k: number): void {
  const pivot = matrix[k].slice();
  const length = Math.sqrt(dot(pivot, pivot, k));
  if (length === 0) return;
  pivot[k] += pivot[k] > 0 ? length : -length;
  const norm = dot(pivot, pivot, k);
  for (const column of [...matrix.slice(k), target]) {
    const factor = (2 * dot(pivot, column, k)) / norm;
    for (let i = k; i < column.length; i++) column[i] -= factor * pivot[i];
  }
}

function backSubstituted(matrix: readonly (readonly number[])[], target: readonly number[]): number[] {
  const count = matrix.length;
  const found = new Array<number>(count).fill(0);
  for (let k = Math.min(count, target.length) - 1; k >= 0; k--) {
    let rest = target[k];
    for (let j = k + 1; j < count; j++) rest -= matrix[j][k] * found[j];
    found[k] = rest / matrix[k][k];
  }
  return found;
}
