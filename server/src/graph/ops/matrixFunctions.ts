/**
 * Table of the functions of whole matrices: for each what it computes from one matrix, the shapes and types of its results, and how
 * the libraries print it. One op applies all of them, to stacks of matrices as well. Sources: `nlinalg.py` and `slinalg.py` (Theano
 * 1.0.5, Aesara 2.9.4), `tensor/linalg` (PyTensor 3).
 */

import { type DType, isFloat } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { generalEigen } from '../../tensor/linalg/generalEigen.ts';
import { orthogonalFactors } from '../../tensor/linalg/householder.ts';
import {
  cholesky,
  decompose,
  determinant,
  failingMinor,
  inverseOrder,
  orderOfPivots,
  pivotsOf,
  triangularFactors,
} from '../../tensor/linalg/lu.ts';
import {
  checkSquare,
  decomposed,
  exponential,
  generalizedPairs,
  inverse,
  leastSquares,
  type Matrix,
  matrixOf,
  mirroredTriangle,
  pseudoInverse,
  solution,
  symmetricPairs,
  transpose,
  triangularSolution,
} from '../../tensor/linalg/matrixFunctions.ts';
import { transposed } from '../../tensor/linalg/singularValues.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Dialect } from '../dialects.ts';
import type { StaticLength } from '../tensorType.ts';

/** What the functions are told besides their operands; each reads what concerns it. */
export interface MatrixOptions {
  readonly lower?: boolean;
  /** A triangle whose diagonal counts as ones. */
  readonly unit?: boolean;
  /** `full` or `economic` factors. */
  readonly full?: boolean;
  /** Where the library prints it: `general`, `gen`, `reduced`… */
  readonly kind?: string;
  /** How many axes of a right side are its own. */
  readonly sideNdim?: number;
  /** For pivots as an order of rows: which row comes to each place, not where each row goes. */
  readonly isInverse?: boolean;
  /** How `lu` gives the exchange of rows: a matrix, inside of the lower factor, or indices. */
  readonly rowOrder?: 'matrix' | 'inside' | 'indices';
  /** A matrix that can not be factored gives NaN. */
  readonly givesNaN?: boolean;
}

export interface MatrixFunction {
  /** How many of the last axes of each operand are its own: 2 for matrices, 1 for vectors. */
  readonly cores: (options: MatrixOptions, ndims: readonly number[]) => readonly number[];
  /** The lengths of the results' own axes; null where only the values tell. */
  readonly shapes: (
    options: MatrixOptions,
    operands: readonly (readonly StaticLength[])[],
  ) => readonly (readonly StaticLength[])[];
  readonly types: (dialect: Dialect, operands: readonly DType[], options: MatrixOptions) => readonly DType[];
  readonly compute: (
    options: MatrixOptions,
    operands: readonly Matrix[],
    dialect: Dialect,
  ) => readonly ArrayLike<number>[];
  /** The op in the classic libraries, and PyTensor's core op. */
  readonly classic: (options: MatrixOptions, dialect: Dialect) => string;
  readonly pytensor: (options: MatrixOptions, cores: readonly number[]) => string;
  /** The signature as PyTensor's `Blockwise` prints it. */
  readonly signature: (options: MatrixOptions, cores: readonly number[]) => string;
}

const word = (flag: boolean | undefined): string => (flag ? 'True' : 'False');
const hasNewNames = ({ matrixOpNames }: Dialect): boolean => matrixOpNames === 'new';
const printClassicSolve = (structure: string, { lower }: { readonly lower: boolean }): string =>
  `Solve{A_structure='${structure}', lower=${word(lower)}, overwrite_A=False, overwrite_b=False}`;
const oneMatrix = (): readonly number[] => [2];
const square = '(m,m)->(m,m)';
const linAlgError = (text: string): EngineError => new EngineError('LinAlgError', text);

/** The type in which LAPACK computes: single precision only where all operands fit it. */
function lapackType({ singlePrecision }: Dialect, operands: readonly DType[]): DType {
  const isSmall = (dtype: DType): boolean =>
    dtype === 'float32' ||
    (singlePrecision === 'small' && (dtype === 'bool' || dtype.endsWith('int8') || dtype.endsWith('int16')));
  return operands.every(isSmall) ? 'float32' : 'float64';
}

/** Results may have the type of the operand. */
const operandType = (dialect: Dialect, operands: readonly DType[]): readonly DType[] => [
  dialect.matrixResults === 'computation' ? lapackType(dialect, operands) : operands[0],
];

const floatType = (dialect: Dialect, operands: readonly DType[]): readonly DType[] => [
  lapackType(dialect, operands),
];

const repeatType =
  (count: number) =>
  (dialect: Dialect, operands: readonly DType[]): readonly DType[] =>
    new Array<DType>(count).fill(lapackType(dialect, operands));

const least = (a: StaticLength, b: StaticLength): StaticLength =>
  a === null || b === null ? null : Math.min(a, b);

function luFactors(matrix: Matrix, rowOrder: MatrixOptions['rowOrder']): readonly ArrayLike<number>[] {
  checkSquare(matrix);
  const n = matrix.rows;
  const { order, lower, upper } = triangularFactors(matrix.values, n);
  const places = inverseOrder(order);
  if (rowOrder === 'indices') return [places, lower, upper];
  if (rowOrder === 'inside')
    return [lower.map((_, at) => lower[places[Math.floor(at / n)] * n + (at % n)]), upper];
  return [lower.map((_, at) => (order[at % n] === Math.floor(at / n) ? 1 : 0)), lower, upper];
}

const notANumber = (count: number): Float64Array => new Float64Array(count).fill(Number.NaN);

function factored(matrix: Matrix, { lower, givesNaN }: MatrixOptions, dialect: Dialect): Float64Array {
  const { rows: n, values } = matrix;
  if (n !== matrix.columns) {
    throw new EngineError(
      'ValueError',
      `Input array is expected to be square but has the shape: (${n}, ${matrix.columns}).`,
    );
  }
  const source = lower ? values : transposed(values, n, n);
  const factor = cholesky(source, n);
  if (factor === null && (givesNaN || dialect.failedMatrices === 'NaN')) return notANumber(n * n);
  if (factor === null)
    throw linAlgError(`${failingMinor(source, n)}-th leading minor of the array is not positive definite`);
  return lower ? factor : transposed(factor, n, n);
}

const shapeText = ({ rows, columns }: Matrix): string => `(${rows}, ${columns})`;

function checkRows(a: Matrix, b: Matrix, { notSquare, unequalRows }: Dialect): void {
  if (a.rows !== a.columns) throw new EngineError('ValueError', fillText(notSquare, shapeText(a)));
  if (a.rows !== b.rows)
    throw new EngineError('ValueError', fillText(unequalRows, shapeText(a), shapeText(b)));
}

function solved([given, b]: readonly Matrix[], options: MatrixOptions, dialect: Dialect): Float64Array {
  checkRows(given, b, dialect);
  const { kind = 'general', lower = false } = options;
  const a = ['sym', 'her', 'pos'].includes(kind) ? mirroredTriangle(given, lower) : given;
  const isRefused = kind === 'pos' && cholesky(a.values, a.rows) === null;
  const found = isRefused ? null : solution(a, b);
  if (found !== null) return found.values;
  if (dialect.failedMatrices === 'NaN') return notANumber(a.rows * b.columns);
  throw linAlgError(isRefused ? 'Matrix is not positive definite.' : 'Matrix is singular.');
}

function solvedTriangle([a, b]: readonly Matrix[], options: MatrixOptions, dialect: Dialect): Float64Array {
  if (a.rows !== a.columns) throw new EngineError('ValueError', 'expected square matrix');
  if (a.rows !== b.rows) {
    throw new EngineError('ValueError', fillText(dialect.unequalTriangleRows, shapeText(a), shapeText(b)));
  }
  const found = triangularSolution(a, b, { lower: options.lower === true, unit: options.unit === true });
  if (typeof found !== 'number') return found.values;
  if (dialect.failedMatrices === 'NaN') return notANumber(b.values.length);
  throw linAlgError(`singular matrix: resolution failed at diagonal ${found}`);
}

/** The solution for a matrix of which the Cholesky factor is given. */
function solvedByFactor(
  [factor, b]: readonly Matrix[],
  { lower }: { readonly lower: boolean },
): Float64Array {
  const l = lower ? factor : transpose(factor);
  const half = triangularSolution(l, b, { lower: true, unit: false });
  if (typeof half === 'number') return notANumber(b.values.length);
  const whole = triangularSolution(transpose(l), half, { lower: false, unit: false });
  return typeof whole === 'number' ? notANumber(b.values.length) : whole.values;
}

function pairsOf(
  [a, b]: readonly Matrix[],
  { lower }: { readonly lower: boolean },
): { values: Float64Array; vectors: Matrix } {
  return b === undefined ? symmetricPairs(a, lower) : generalizedPairs(a, b, { lower });
}

/** Q and R; with the full or the economic number of columns. */
function orthogonal(
  a: Matrix,
  { isFull }: { readonly isFull: boolean },
): { q: Float64Array; r: Float64Array } {
  const { rows: m, columns: n } = a;
  const k = isFull ? m : Math.min(m, n);
  const { q, packed } = orthogonalFactors(a.values, m, n, k);
  const r = matrixOf(k, n);
  for (let i = 0; i < k; i++) for (let j = i; j < n; j++) r.values[i * n + j] = packed[i * n + j];
  return { q, r: r.values };
}

/** The first columns of a square matrix. */
const leading = (matrix: Float64Array, m: number, columns: number): Float64Array =>
  Float64Array.from({ length: m * columns }, (_, i) => matrix[Math.floor(i / columns) * m + (i % columns)]);

function singularFactors(a: Matrix, { isFull }: { readonly isFull: boolean }): Float64Array[] {
  const { rows: m, columns: n } = a;
  const { values, left, right } = decomposed(a);
  const k = Math.min(m, n);
  return [isFull ? left : leading(left, m, k), values, isFull ? right : right.slice(0, k * n)];
}

/** A matrix and a right side: a vector, or a matrix. */
const matrixAndSide = ({ sideNdim }: MatrixOptions, ndims: readonly number[]): readonly number[] => [
  2,
  sideNdim ?? (ndims[1] === 1 ? 1 : 2),
];
const sideSignature = (_: MatrixOptions, cores: readonly number[]): string =>
  cores[1] === 1 ? '(m,m),(m)->(m)' : '(m,m),(m,n)->(m,n)';
const twoMatrices = (_: MatrixOptions, ndims: readonly number[]): readonly number[] => ndims.map(() => 2);

/** Every function by the engine's name for it. */
export const matrixFunctions = {
  inverse: {
    cores: oneMatrix,
    shapes: (_, [shape]) => [shape],
    types: operandType,
    compute: (_, [a]) => [inverse(a).values],
    classic: () => 'MatrixInverse',
    pytensor: () => 'MatrixInverse',
    signature: () => square,
  },
  pseudoInverse: {
    cores: oneMatrix,
    shapes: (_, [[m, n]]) => [[n, m]],
    types: operandType,
    compute: (_, [a]) => [pseudoInverse(a).values],
    classic: (_, dialect) => (hasNewNames(dialect) ? 'MatrixPinv{hermitian=False}' : 'MatrixPinv'),
    pytensor: () => 'MatrixPinv{hermitian=False}',
    signature: () => '(m,n)->(n,m)',
  },
  determinant: {
    cores: oneMatrix,
    shapes: () => [[]],
    types: operandType,
    compute: (_, [a]) => {
      checkSquare(a);
      return [[determinant(decompose(a.values, a.rows), a.rows)]];
    },
    classic: () => 'Det',
    pytensor: () => 'Det',
    signature: () => '(m,m)->()',
  },
  cholesky: {
    cores: oneMatrix,
    shapes: (_, [shape]) => [shape],
    types: operandType,
    compute: (options, [a], dialect) => [factored(a, options, dialect)],
    classic: ({ lower, givesNaN }) =>
      `Cholesky{lower=${word(lower)}, destructive=False, on_error='${givesNaN ? 'nan' : 'raise'}'}`,
    pytensor: ({ lower }) => `Cholesky{lower=${word(lower)}, overwrite_a=False}`,
    signature: () => square,
  },
  solve: {
    cores: matrixAndSide,
    shapes: (_, [, side]) => [side],
    types: floatType,
    compute: (options, operands, dialect) => [solved(operands, options, dialect)],
    classic: ({ kind, lower }, dialect) =>
      hasNewNames(dialect)
        ? `Solve{assume_a='${kind ?? 'gen'}', lower=${word(lower)}, check_finite=True}`
        : printClassicSolve(kind ?? 'general', { lower: false }),
    pytensor: ({ kind, lower }, [, side]) =>
      `Solve{assume_a='${kind ?? 'gen'}', lower=${word(lower)}, b_ndim=${side}, overwrite_a=False, overwrite_b=False}`,
    signature: sideSignature,
  },
  solveTriangular: {
    cores: matrixAndSide,
    shapes: (_, [, side]) => [side],
    types: floatType,
    compute: (options, operands, dialect) => [solvedTriangle(operands, options, dialect)],
    classic: ({ lower, unit }, dialect) =>
      hasNewNames(dialect)
        ? `SolveTriangular{lower=${word(lower)}, trans=0, unit_diagonal=${word(unit)}, check_finite=True}`
        : printClassicSolve(`${lower ? 'lower' : 'upper'}_triangular`, { lower: lower === true }),
    pytensor: ({ lower, unit }, [, side]) =>
      `SolveTriangular{unit_diagonal=${word(unit)}, lower=${word(lower)}, b_ndim=${side}, overwrite_b=False}`,
    signature: sideSignature,
  },
  choleskySolve: {
    cores: matrixAndSide,
    shapes: (_, [, side]) => [side],
    types: floatType,
    compute: ({ lower }, operands) => [solvedByFactor(operands, { lower: lower === true })],
    classic: ({ lower }) => `CholeskySolve{lower=${word(lower)}, check_finite=True}`,
    pytensor: ({ lower }, [, side]) =>
      `CholeskySolve{lower=${word(lower)}, b_ndim=${side}, overwrite_b=False}`,
    signature: sideSignature,
  },
  leastSquares: {
    cores: () => [2, 2, 0],
    shapes: (_, [[m, n], [, columns]]) => [[n, columns], [null], [], [least(m, n)]],
    types: () => ['float64', 'float64', 'int32', 'float64'],
    compute: (_, [a, b, cutoff]) => {
      const { x, residuals, rank, singular } = leastSquares(a, b, cutoff.values[0]);
      return [x.values, residuals, [rank], singular];
    },
    classic: (_, dialect) => (hasNewNames(dialect) ? 'Lstsq' : 'lstsq'),
    pytensor: () => 'Lstsq',
    signature: () => '',
  },
  qr: {
    cores: oneMatrix,
    shapes: ({ full }, [[m, n]]) => {
      const k = full ? m : least(m, n);
      return [
        [m, k],
        [k, n],
      ];
    },
    types: repeatType(2),
    compute: ({ full }, [a]) => {
      const { q, r } = orthogonal(a, { isFull: full === true });
      return [q, r];
    },
    classic: ({ full }) => `QRFull{mode='${full ? 'complete' : 'reduced'}'}`,
    pytensor: ({ full }) => `QR{overwrite_a=False, mode='${full ? 'full' : 'economic'}', pivoting=False}`,
    signature: ({ full }) => (full ? '(m,n)->(m,m),(m,n)' : '(m,n)->(m,k),(k,n)'),
  },
  qrTriangle: {
    cores: oneMatrix,
    shapes: ({ full }, [[m, n]]) => [[full ? m : least(m, n), n]],
    types: floatType,
    compute: ({ full }, [a]) => [orthogonal(a, { isFull: full === true }).r],
    classic: (_, dialect) => (hasNewNames(dialect) ? `QRFull{mode='r'}` : `QRIncomplete{mode='r'}`),
    pytensor: () => `QR{overwrite_a=False, mode='r', pivoting=False}`,
    signature: () => '(m,n)->(m,n)',
  },
  lu: {
    cores: oneMatrix,
    shapes: ({ rowOrder }, [[m, n]]) => {
      const factors = [
        [m, n],
        [m, n],
      ];
      return rowOrder === 'inside' ? factors : [rowOrder === 'indices' ? [m] : [m, n], ...factors];
    },
    types: (dialect, operands, { rowOrder }) => {
      const dtype = lapackType(dialect, operands);
      return rowOrder === 'indices' ? ['int32', dtype, dtype] : [dtype, dtype, dtype];
    },
    compute: ({ rowOrder }, [a]) => luFactors(a, rowOrder!),
    classic: () => 'LU',
    pytensor: ({ rowOrder }) =>
      `LU{permute_l=${word(rowOrder === 'inside')}, overwrite_a=False, p_indices=${word(rowOrder === 'indices')}}`,
    signature: ({ rowOrder }) =>
      `(m,m)->${rowOrder === 'inside' ? '' : rowOrder === 'indices' ? '(m),' : '(m,m),'}(m,m),(m,m)`,
  },
  luFactor: {
    cores: oneMatrix,
    shapes: (_, [[m, n]]) => [[m, n], [m]],
    types: (dialect, operands) => [lapackType(dialect, operands), 'int32'],
    compute: (_, [a]) => {
      checkSquare(a);
      const factors = decompose(a.values, a.rows);
      return [factors.isSingular ? notANumber(a.values.length) : factors.lu, pivotsOf(factors)];
    },
    classic: () => 'LUFactor',
    pytensor: () => 'LUFactor{overwrite_a=False}',
    signature: () => '(m,m)->(m,m),(m)',
  },
  pivotOrder: {
    cores: () => [1],
    shapes: (_, [shape]) => [shape],
    types: () => ['int64'],
    compute: ({ isInverse }, [{ values: pivots }]) => {
      const order = orderOfPivots(pivots);
      return [isInverse ? order : inverseOrder(order)];
    },
    classic: () => 'PivotToPermutations',
    pytensor: ({ isInverse }) => `PivotToPermutations{inverse=${word(isInverse)}}`,
    signature: () => '',
  },
  svd: {
    cores: oneMatrix,
    shapes: ({ full }, [[m, n]]) => {
      const k = least(m, n);
      return [[m, full ? m : k], [k], [full ? n : k, n]];
    },
    types: repeatType(3),
    compute: ({ full }, [a]) => singularFactors(a, { isFull: full === true }),
    classic: ({ full }) => `SVD{full_matrices=${word(full)}, compute_uv=True}`,
    pytensor: ({ full }) => `SVD{full_matrices=${word(full)}, compute_uv=True, overwrite_a=False}`,
    signature: ({ full }) => (full ? '(m,n)->(m,m),(k),(n,n)' : '(m,n)->(m,k),(k),(k,n)'),
  },
  singularValues: {
    cores: oneMatrix,
    shapes: (_, [[m, n]]) => [[least(m, n)]],
    types: floatType,
    compute: (_, [a]) => [decomposed(a).values],
    classic: ({ full }) => `SVD{full_matrices=${word(full)}, compute_uv=False}`,
    pytensor: ({ full }) => `SVD{full_matrices=${word(full)}, compute_uv=False, overwrite_a=False}`,
    signature: () => '(m,n)->(k)',
  },
  eig: {
    cores: oneMatrix,
    shapes: (_, [[m, n]]) => [[m], [m, n]],
    types: (_, [dtype]) => [dtype, dtype],
    compute: (_, [a], dialect) => {
      checkSquare(a);
      const { real, vectors } = generalEigen(a.values, a.rows, dialect.numpy === 2 ? 'continue' : 'restart');
      return [real, vectors.map((each) => each.re)];
    },
    classic: () => 'Eig',
    pytensor: () => 'Eig',
    signature: () => '(m,m)->(m),(m,m)',
  },
  eigh: {
    cores: twoMatrices,
    shapes: (_, [[m, n]]) => [[m], [m, n]],
    types: repeatType(2),
    compute: ({ lower }, operands) => {
      const { values, vectors } = pairsOf(operands, { lower: lower === true });
      return [values, vectors.values];
    },
    classic: ({ lower }) => `Eigh{UPLO='${lower ? 'L' : 'U'}'}`,
    pytensor: ({ lower }, cores) =>
      `Eigh{lower=${word(lower)}, overwrite_a=False, overwrite_b=False, driver='${cores.length === 2 ? 'evd' : 'evr'}'}`,
    signature: (_, cores) => (cores.length === 2 ? '(m,m),(m,m)->(m),(m,m)' : '(m,m)->(m),(m,m)'),
  },
  eigvalsh: {
    cores: twoMatrices,
    shapes: (_, [[, n]]) => [[n]],
    types: floatType,
    compute: ({ lower }, operands) => [pairsOf(operands, { lower: lower === true }).values],
    classic: ({ lower }) => `Eigvalsh{lower=${word(lower)}}`,
    pytensor: ({ lower }) => `Eigvalsh{lower=${word(lower)}, overwrite_a=False, overwrite_b=False}`,
    signature: (_, cores) => (cores.length === 2 ? '(m,m),(m,m)->(m)' : '(m,m)->(m)'),
  },
  expm: {
    cores: oneMatrix,
    shapes: (_, [shape]) => [shape],
    types: (dialect, operands) => (isFloat(operands[0]) ? operandType(dialect, operands) : ['float64']),
    compute: (_, [a]) => {
      if (a.rows !== a.columns) throw new EngineError('ValueError', 'expected A to be like a square matrix');
      return [exponential(a).values];
    },
    classic: () => 'Expm',
    pytensor: () => 'Expm{overwrite_a=False}',
    signature: () => square,
  },
} satisfies Record<string, MatrixFunction>;

export type MatrixFunctionName = keyof typeof matrixFunctions;
