/**
 * LU decomposition with partial pivoting, column by column as OpenBLAS's `getf2` does it (LAPACK's dgetf2), and what follows
 * from it: solutions, inverses, determinants. Matrices are rows after rows. The order of the sums is OpenBLAS's, so that even the
 * last digits of small determinants are equal.
 */
import { addColumns, sumInTwos } from '../blas.ts';
import { fused } from '../fusedMultiply.ts';
import { spent } from '../interrupt.ts';
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
    spent(n * j);
    for (let i = 1; i < j; i++) lu[i * n + j] -= sumInTwos((k) => lu[i * n + k] * lu[k * n + j], i);
    for (let i = j; i < n && j > 0; i++)
      lu[i * n + j] = addColumns(
        (k) => lu[i * n + k],
        (k) => -lu[k * n + j],
        {
          start: lu[i * n + j],
          depth: j,
          restOf: i - j >= ((n - j) & ~3) ? (n - j) & 3 : 0,
          height: n,
          isVectorStrided: false,
        },
      );
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
  const solveColumn = columns === 1 ? solveVector : solveMatrixColumn;
  for (let c = 0; c < columns; c++) {
    spent(n * n);
    const values = x.filter((_, i) => i % columns === c);
    solveColumn(lu, n, values);
    for (let i = 0; i < n; i++) x[i * columns + c] = values[i];
  }
  return x;
}

/** `dtrsv`: column after column, for a single right side. */
function solveVector(lu: Float64Array, n: number, x: Float64Array): void {
  for (let k = 0; k < n; k++) for (let i = k + 1; i < n; i++) x[i] = x[i] - lu[i * n + k] * x[k];
  for (let k = n - 1; k >= 0; k--) {
    x[k] /= lu[k * n + k];
    for (let i = 0; i < k; i++) x[i] = x[i] - lu[i * n + k] * x[k];
  }
}

/** `dtrsm`: in blocks of four rows; what other blocks have to do with them is summed before. */
function solveMatrixColumn(lu: Float64Array, n: number, x: Float64Array): void {
  for (const [from, to] of rowBlocks(n)) {
    for (let i = from; i < to; i++) {
      let sum = 0;
      for (let k = 0; k < from; k++) sum = fused(lu[i * n + k], x[k], sum);
      x[i] -= sum;
    }
    for (let k = from; k < to; k++) for (let i = k + 1; i < to; i++) x[i] = x[i] - lu[i * n + k] * x[k];
  }
  for (const [from, to] of rowBlocks(n).reverse()) {
    for (let i = from; i < to; i++) {
      let sum = 0;
      for (let k = to; k < n; k++) sum = fused(lu[i * n + k], x[k], sum);
      x[i] -= sum;
    }
    for (let k = to - 1; k >= from; k--) {
      x[k] *= 1 / lu[k * n + k];
      for (let i = from; i < k; i++) x[i] = x[i] - lu[i * n + k] * x[k];
    }
  }
}

/** Blocks of four rows, then two, then one. */
function rowBlocks(n: number): [number, number][] {
  const blocks: [number, number][] = [];
  for (let from = 0; from < n; ) {
    const height = n - from >= 4 ? 4 : n - from >= 2 ? 2 : 1;
    blocks.push([from, from + height]);
    from += height;
  }
  return blocks;
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
    spent(n * j);
    const pivot = matrix[j * n + j] - sumInTwos((k) => lower[j * n + k] ** 2, j);
    if (!(pivot > 0)) return null;
    const root = Math.sqrt(pivot);
    lower[j * n + j] = root;
    const outputs = n - j - 1;
    for (let i = j + 1; i < n; i++) {
      const rest = addColumns(
        (k) => lower[i * n + k],
        (k) => -lower[j * n + k],
        {
          start: matrix[i * n + j],
          depth: j,
          restOf: i - j - 1 >= (outputs & ~3) ? outputs & 3 : 0,
          height: n,
          isVectorStrided: true,
        },
      );
      lower[i * n + j] = rest * (1 / root);
    }
  }
  return lower;
}

/** The size of the smallest leading part that is not positive definite. */
export function failingMinor(values: Float64Array, n: number): number {
  for (let k = 1; k < n; k++) {
    const part = Float64Array.from({ length: k * k }, (_, i) => values[Math.floor(i / k) * n + (i % k)]);
    if (cholesky(part, k) === null) return k;
  }
  return n;
}

/** LAPACK's pivots: with which row each row was exchanged in turn. */
export function pivotsOf({ order }: Factors): number[] {
  const present = order.map((_, i) => i);
  return order.map((row, j) => {
    const at = present.indexOf(row);
    [present[j], present[at]] = [present[at], present[j]];
    return at;
  });
}

/** Which row comes to each place by these exchanges. */
export function orderOfPivots(pivots: ArrayLike<number>): number[] {
  const order = Array.from(pivots, (_, i) => i);
  for (let i = 0; i < pivots.length; i++) [order[i], order[pivots[i]]] = [order[pivots[i]], order[i]];
  return order;
}

/** Where each row goes. */
export function inverseOrder(order: readonly number[]): number[] {
  const places = new Array<number>(order.length);
  for (const [place, row] of order.entries()) places[row] = place;
  return places;
}

/** `scipy.linalg.lu` of an n by n matrix: the order of rows, the factors. */
export function triangularFactors(
  matrix: Float64Array,
  n: number,
): { order: readonly number[]; lower: Float64Array; upper: Float64Array } {
  const { lu, order } = decompose(matrix, n);
  const lower = new Float64Array(n * n);
  const upper = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      (j < i ? lower : upper)[i * n + j] = lu[i * n + j];
      if (i === j) lower[i * n + j] = 1;
    }
  return { order, lower, upper };
}
