/**
 * LU decomposition with partial pivoting, column by column as OpenBLAS's `getf2` does it (LAPACK's dgetf2), and what follows
 * from it: solutions, inverses, determinants. Matrices are rows after rows. The order of the sums is OpenBLAS's, so that even the
 * last digits of small determinants are equal.
 */
import { exp, log } from '../libm.ts';

export interface Factors {
  /** L below the diagonal, U on it and above. */
  readonly lu: Float64Array;
  /** Which row of the matrix each row of `lu` was. */
  readonly order: readonly number[];
  /** 1 or -1: the sign of the permutation. */
  readonly sign: number;
  /** A pivot is zero. */
  readonly isSingular: boolean;
}

/** Decomposes an n by n matrix. */
export function decompose(matrix: Float64Array, n: number): Factors {
  const lu = matrix.slice();
  const order = Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  let isSingular = false;
  for (let j = 0; j < n; j++) {
    for (let i = 1; i < n; i++) {
      const depth = Math.min(i, j);
      let sum = 0;
      for (let k = 0; k < depth; k++) sum += lu[i * n + k] * lu[k * n + j];
      if (depth > 0) lu[i * n + j] -= sum;
    }
    let pivot = j;
    for (let i = j + 1; i < n; i++) if (Math.abs(lu[i * n + j]) > Math.abs(lu[pivot * n + j])) pivot = i;
    const value = lu[pivot * n + j];
    if (value === 0 || Number.isNaN(value)) {
      isSingular ||= value === 0;
      continue;
    }
    if (pivot !== j) {
      swapRows(lu, n, j, pivot);
      [order[j], order[pivot]] = [order[pivot], order[j]];
      sign = -sign;
    }
    const inverse = 1 / value;
    for (let i = j + 1; i < n; i++) lu[i * n + j] *= inverse;
  }
  return { lu, order, sign, isSingular };
}

function swapRows(matrix: Float64Array, n: number, a: number, b: number): void {
  for (let k = 0; k < n; k++) {
    const kept = matrix[a * n + k];
    matrix[a * n + k] = matrix[b * n + k];
    matrix[b * n + k] = kept;
  }
}

/** Solves for `columns` right sides (n by columns). */
export function solve({ lu, order }: Factors, n: number, right: Float64Array, columns: number): Float64Array {
  const x = new Float64Array(n * columns);
  for (let i = 0; i < n; i++)
    for (let c = 0; c < columns; c++) x[i * columns + c] = right[order[i] * columns + c];
  for (let c = 0; c < columns; c++) {
    for (let i = 0; i < n; i++) {
      let sum = x[i * columns + c];
      for (let k = 0; k < i; k++) sum -= lu[i * n + k] * x[k * columns + c];
      x[i * columns + c] = sum;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i * columns + c];
      for (let k = i + 1; k < n; k++) sum -= lu[i * n + k] * x[k * columns + c];
      // OpenBLAS divides for a vector and multiplies for a matrix.
      const pivot = lu[i * n + i];
      x[i * columns + c] = columns === 1 ? sum / pivot : sum * (1 / pivot);
    }
  }
  return x;
}

export interface LogDeterminant {
  readonly sign: number;
  /** The logarithm of the size; -Infinity for a singular matrix. */
  readonly logarithm: number;
}

/** The determinant as NumPy's `slogdet` gives it. */
export function logDeterminant(factors: Factors, n: number): LogDeterminant {
  if (factors.isSingular) return { sign: 0, logarithm: Number.NEGATIVE_INFINITY };
  let { sign } = factors;
  let logarithm = 0;
  for (let i = 0; i < n; i++) {
    const pivot = factors.lu[i * n + i];
    if (pivot < 0) sign = -sign;
    logarithm += log(Math.abs(pivot));
  }
  return { sign, logarithm };
}

/** The determinant, which NumPy computes from its logarithm. */
export function determinant(factors: Factors, n: number): number {
  const { sign, logarithm } = logDeterminant(factors, n);
  return sign * exp(logarithm);
}

/** The Cholesky factor (lower), or null for a matrix that is not positive definite. */
export function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const lower = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let k = 0; k < j; k++) sum += lower[j * n + k] * lower[j * n + k];
    const pivot = matrix[j * n + j] - sum;
    if (!(pivot > 0)) return null;
    const root = Math.sqrt(pivot);
    lower[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let dot = 0;
      for (let k = 0; k < j; k++) dot += lower[i * n + k] * lower[j * n + k];
      lower[i * n + j] = (matrix[i * n + j] - dot) * (1 / root);
    }
  }
  return lower;
}
