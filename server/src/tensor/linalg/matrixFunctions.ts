/**
 * What NumPy and SciPy compute from whole matrices on top of the decompositions: inverses and solutions, pseudo-inverse, least
 * squares, exponential, eigenvalues of pairs. Matrices are rows after rows in double precision; errors have the words of NumPy.
 */
import { EngineError } from '../engineError.ts';
import { cholesky, decompose, solve } from './lu.ts';
import { singularValues, transposed } from './singularValues.ts';
import { symmetricEigen } from './symmetricEigen.ts';

/** A matrix, or a vector as a matrix of one column. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export const matrixOf = (rows: number, columns: number, values?: Float64Array): Matrix => ({
  rows,
  columns,
  values: values ?? new Float64Array(rows * columns),
});

export function identityMatrix(n: number): Matrix {
  const result = matrixOf(n, n);
  for (let i = 0; i < n; i++) result.values[i * n + i] = 1;
  return result;
}

const linAlgError = (text: string): EngineError => new EngineError('LinAlgError', text);

/** a b. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const result = matrixOf(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.columns; k++) {
      const factor = a.values[i * a.columns + k];
      if (factor === 0) continue;
      for (let j = 0; j < b.columns; j++)
        result.values[i * b.columns + j] += factor * b.values[k * b.columns + j];
    }
  return result;
}

export const transpose = ({ rows, columns, values }: Matrix): Matrix =>
  matrixOf(columns, rows, transposed(values, rows, columns));

/** Raises NumPy's error for a matrix that is not square. */
export function checkSquare({ rows, columns }: Matrix): void {
  if (rows !== columns) throw linAlgError('Last 2 dimensions of the array must be square');
}

/** The solution of a x = b, or null for a singular matrix. */
export function solution(a: Matrix, b: Matrix): Matrix | null {
  const factors = decompose(a.values, a.rows);
  if (factors.isSingular) return null;
  return matrixOf(b.rows, b.columns, solve(factors, a.rows, b.values, b.columns));
}

/** `np.linalg.inv`. */
export function inverse(a: Matrix): Matrix {
  checkSquare(a);
  const found = solution(a, identityMatrix(a.rows));
  if (found === null) throw linAlgError('Singular matrix');
  return found;
}

export interface Triangle {
  readonly lower: boolean;
  /** The diagonal counts as ones. */
  readonly unit: boolean;
}

/** The solution of a x = b where only one triangle of `a` is read, or the row whose pivot is zero. */
export function triangularSolution(a: Matrix, b: Matrix, { lower, unit }: Triangle): Matrix | number {
  const { rows: n, values } = a;
  const result = matrixOf(n, b.columns, b.values.slice());
  const x = result.values;
  if (!unit) for (let i = 0; i < n; i++) if (values[i * n + i] === 0) return i;
  for (let step = 0; step < n; step++) {
    const i = lower ? step : n - 1 - step;
    for (let c = 0; c < b.columns; c++) {
      let sum = x[i * b.columns + c];
      const [from, to] = lower ? [0, i] : [i + 1, n];
      for (let k = from; k < to; k++) sum -= values[i * n + k] * x[k * b.columns + c];
      x[i * b.columns + c] = unit ? sum : sum / values[i * n + i];
    }
  }
  return result;
}

/** The singular value decomposition; NaN and infinity end the iteration. */
export function decomposed(a: Matrix): ReturnType<typeof singularValues> {
  if (!a.values.every(Number.isFinite)) throw linAlgError('SVD did not converge');
  return singularValues(a.values, a.rows, a.columns);
}

/** `np.linalg.pinv`. */
export function pseudoInverse(a: Matrix): Matrix {
  const { rows: m, columns: n } = a;
  const { values, left, right } = decomposed(a);
  const limit = 1e-15 * (values[0] ?? 0);
  const result = matrixOf(n, m);
  for (const [k, size] of values.entries()) {
    if (!(size > limit)) continue;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++)
        result.values[i * m + j] += right[k * n + i] * ((1 / size) * left[j * m + k]);
  }
  return result;
}

export interface LeastSquares {
  readonly x: Matrix;
  /** Of each column; none where the rank is not full. */
  readonly residuals: Float64Array;
  readonly rank: number;
  readonly singular: Float64Array;
}

/** `np.linalg.lstsq`; `cutoff` is relative to the greatest singular value, negative for the machine's precision. */
export function leastSquares(a: Matrix, b: Matrix, cutoff: number): LeastSquares {
  const { rows: m, columns: n } = a;
  const { values, left, right } = decomposed(a);
  const relative = cutoff < 0 ? 2 ** -52 : cutoff;
  const rank = values.filter((each) => each > relative * (values[0] ?? 0)).length;
  const x = matrixOf(n, b.columns);
  for (let k = 0; k < rank; k++)
    for (let c = 0; c < b.columns; c++) {
      let sum = 0;
      for (let i = 0; i < m; i++) sum += left[i * m + k] * b.values[i * b.columns + c];
      for (let i = 0; i < n; i++) x.values[i * b.columns + c] += (right[k * n + i] * sum) / values[k];
    }
  const hasResiduals = rank === n && m > n;
  return {
    x,
    residuals: hasResiduals ? squaredErrors(a, x, b) : new Float64Array(0),
    rank,
    singular: values,
  };
}

function squaredErrors(a: Matrix, x: Matrix, b: Matrix): Float64Array {
  const found = multiply(a, x);
  return Float64Array.from({ length: b.columns }, (_, c) => {
    let sum = 0;
    for (let i = 0; i < a.rows; i++)
      sum += (b.values[i * b.columns + c] - found.values[i * b.columns + c]) ** 2;
    return sum;
  });
}

/** The coefficients of the Padé approximation of order 13. */
const pade = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
];

const combined = (parts: readonly (readonly [factor: number, matrix: Matrix])[]): Matrix => {
  const [[, first]] = parts;
  const result = matrixOf(first.rows, first.columns);
  for (const [factor, { values }] of parts)
    for (let i = 0; i < values.length; i++) result.values[i] += factor * values[i];
  return result;
};

/** The matrix exponential: scaling, the Padé approximation of order 13, squaring (Higham 2005). */
export function exponential(a: Matrix): Matrix {
  const { rows: n } = a;
  const norm = Math.max(
    0,
    ...Array.from({ length: n }, (_, j) =>
      Array.from({ length: n }, (_, i) => Math.abs(a.values[i * n + j])).reduce((x, y) => x + y, 0),
    ),
  );
  if (!Number.isFinite(norm)) return matrixOf(n, n, new Float64Array(n * n).fill(Number.NaN));
  const squarings = Math.max(0, Math.ceil(Math.log2(norm / 5.371920351148152)));
  const scaled = combined([[2 ** -squarings, a]]);
  const one = identityMatrix(n);
  const two = multiply(scaled, scaled);
  const four = multiply(two, two);
  const six = multiply(four, two);
  const odd = combined([
    [pade[13], six],
    [pade[11], four],
    [pade[9], two],
  ]);
  const even = combined([
    [pade[12], six],
    [pade[10], four],
    [pade[8], two],
  ]);
  const u = multiply(
    scaled,
    combined([
      [1, multiply(six, odd)],
      [pade[7], six],
      [pade[5], four],
      [pade[3], two],
      [pade[1], one],
    ]),
  );
  const v = combined([
    [1, multiply(six, even)],
    [pade[6], six],
    [pade[4], four],
    [pade[2], two],
    [pade[0], one],
  ]);
  let result = solution(
    combined([
      [1, v],
      [-1, u],
    ]),
    combined([
      [1, v],
      [1, u],
    ]),
  )!;
  for (let i = 0; i < squarings; i++) result = multiply(result, result);
  return result;
}

/** Eigenvalues and vectors of a symmetric matrix, of which one triangle is read. */
export function symmetricPairs(a: Matrix, lower: boolean): { values: Float64Array; vectors: Matrix } {
  checkSquare(a);
  const { values, vectors } = symmetricEigen(lower ? a.values : transposed(a.values, a.rows, a.rows), a.rows);
  return { values, vectors: matrixOf(a.rows, a.rows, vectors) };
}

/** The same for a x = w b x with a positive definite `b`: by its Cholesky factor. */
export function generalizedPairs(
  a: Matrix,
  b: Matrix,
  { lower }: { readonly lower: boolean },
): { values: Float64Array; vectors: Matrix } {
  const n = a.rows;
  const factor = cholesky(lower ? b.values : transposed(b.values, n, n), n);
  if (factor === null) {
    throw linAlgError(
      'The leading minor of order 1 of B is not positive definite. The factorization of B could not be completed and no eigenvalues or eigenvectors were computed.',
    );
  }
  const l = matrixOf(n, n, factor);
  const down = { lower: true, unit: false };
  const mirrored = mirroredTriangle(a, lower);
  const half = triangularSolution(l, mirrored, down) as Matrix;
  const reduced = triangularSolution(l, transpose(half), down) as Matrix;
  const { values, vectors } = symmetricPairs(reduced, true);
  return {
    values,
    vectors: triangularSolution(transpose(l), vectors, { lower: false, unit: false }) as Matrix,
  };
}

/** A symmetric matrix from one of its triangles. */
export function mirroredTriangle({ rows: n, values }: Matrix, lower: boolean): Matrix {
  const result = matrixOf(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      result.values[i * n + j] = j <= i === lower || i === j ? values[i * n + j] : values[j * n + i];
  return result;
}
