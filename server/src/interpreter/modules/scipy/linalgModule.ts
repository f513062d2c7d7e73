/**
 * `scipy.linalg` of real matrices, one at a time: solutions, factors, eigenvalues of symmetric matrices, exponentials, and matrices of a
 * pattern. What NumPy has too and means the same is NumPy's.
 */
import {
  cholesky,
  decompose,
  determinant,
  failingMinor,
  solve,
  triangularFactors,
} from '../../../tensor/linalg/lu.ts';
import {
  exponential,
  generalizedPairs,
  inverse,
  type Matrix,
  matrixOf,
  symmetricPairs,
  transpose,
  triangularSolution,
} from '../../../tensor/linalg/matrixFunctions.ts';
import { fromValues, type NDArray } from '../../../tensor/ndarray.ts';
import { printShape } from '../../../tensor/shape.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import type { NativeBody } from '../../signature.ts';
import { PyFloat, type PyModule, PyTuple, type Value } from '../../values.ts';
import { flag, isMissing } from '../numpy/arguments.ts';
import { arrayOf, numpyVersion } from '../numpy/conversion.ts';
import { decompositionFunctions } from '../numpy/linalg/decompositions.ts';
import { raiseLinAlg, stackOf } from '../numpy/linalg/matrices.ts';
import { norm } from '../numpy/linalg/norms.ts';
import { solvingFunctions } from '../numpy/linalg/solving.ts';
import { numpyExceptions } from '../numpy/numpyErrors.ts';

type Missing = Value | undefined;

/** A matrix of a program, and the type that LAPACK gives back for it. */
interface Given {
  readonly matrix: Matrix;
  readonly dtype: 'float32' | 'float64';
}

function given(value: Value): Given {
  const array = arrayOf(value);
  if (array.ndim > 2) notSupported('scipy.linalg of stacks of matrices');
  const { rows, columns, matrices, dtype } = stackOf(array);
  if (!matrices[0]!.every(Number.isFinite)) raiseValueError('array must not contain infs or NaNs');
  return { matrix: matrixOf(rows, columns, matrices[0]), dtype: dtype as Given['dtype'] };
}

function square(value: Value): Given {
  const found = given(value);
  const { rows, columns } = found.matrix;
  if (rows !== columns) {
    raiseValueError(
      numpyVersion() === 1
        ? 'expected square matrix'
        : `Input array is expected to be square but has the shape: ${printShape([rows, columns])}.`,
    );
  }
  return found;
}

/** The right side of equations; a vector is one column. */
interface Side {
  readonly matrix: Matrix;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'float64';
}

function sideOf(value: Value, rows: number): Side {
  const array = arrayOf(value);
  if (array.ndim === 0 || array.ndim > 2) notSupported('a right side that is neither vector nor matrix');
  const { shape } = array;
  const [length, columns = 1] = shape as [number, number?];
  if (length !== rows) raiseValueError('incompatible dimensions.');
  const whole = given(fromValues('float64', [length, columns], Array.from(array.elements(), Number)));
  return { matrix: whole.matrix, shape, dtype: array.dtype === 'float32' ? 'float32' : 'float64' };
}

const shown = (dtype: Given['dtype'], { rows, columns, values }: Matrix): NDArray =>
  fromValues(dtype, [rows, columns], values);

const common = (...parts: readonly { readonly dtype: Given['dtype'] }[]): Given['dtype'] =>
  parts.every(({ dtype }) => dtype === 'float32') ? 'float32' : 'float64';

function lowerFactor(matrix: Matrix, readsLower: boolean): Matrix {
  const { rows: n } = matrix;
  const read = readsLower ? matrix : transpose(matrix);
  const factor = cholesky(read.values, n);
  if (factor === null)
    return raiseLinAlg(
      `${failingMinor(read.values, n)}-th leading minor of the array is not positive definite`,
    );
  return matrixOf(n, n, factor);
}

function choleskyOf(value: Value, lower?: Value): NDArray {
  const { matrix, dtype } = square(value);
  const isLower = flag(lower, false);
  const factor = lowerFactor(matrix, isLower);
  return shown(dtype, isLower ? factor : transpose(factor));
}

/** The other triangle holds what the matrix held. */
function choleskyFactor(value: Value, lower?: Value): Value {
  const { matrix, dtype } = square(value);
  const isLower = flag(lower, false);
  const factor = lowerFactor(matrix, isLower);
  const { rows: n } = matrix;
  const triangle = isLower ? factor : transpose(factor);
  const packed = matrixOf(n, n, matrix.values.slice());
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (i === j || j < i === isLower) packed.values[i * n + j] = triangle.values[i * n + j]!;
  return new PyTuple([shown(dtype, packed), isLower]);
}

function choleskySolution(factorization: Value, b: Value): NDArray {
  const [packed, lower] = toArray(factorization);
  const factor = square(packed!);
  const side = sideOf(b, factor.matrix.rows);
  const isLower = flag(lower, false);
  const down = isLower ? factor.matrix : transpose(factor.matrix);
  const half = triangularSolution(down, side.matrix, { lower: true, unit: false }) as Matrix;
  const whole = triangularSolution(transpose(down), half, { lower: false, unit: false }) as Matrix;
  return fromValues(common(factor, side), side.shape, whole.values);
}

function solveTriangular(a: Value, b: Value, ...[trans, lower, unit]: Missing[]): NDArray {
  const left = square(a);
  const side = sideOf(b, left.matrix.rows);
  const isTransposed = !isMissing(trans) && trans !== 0 && trans !== 'N';
  const matrix = isTransposed ? transpose(left.matrix) : left.matrix;
  const triangle = { lower: flag(lower, false) !== isTransposed, unit: flag(unit, false) };
  const found = triangularSolution(matrix, side.matrix, triangle);
  if (typeof found === 'number') {
    const text = `singular matrix: resolution failed at diagonal ${found}`;
    return raiseLinAlg(text);
  }
  return fromValues(common(left, side), side.shape, found.values);
}

function solveEquations(a: Value, b: Value): NDArray {
  const left = square(a);
  const { rows: n } = left.matrix;
  const side = sideOf(b, n);
  const factors = decompose(left.matrix.values, n);
  if (factors.isSingular)
    return raiseLinAlg(numpyVersion() === 1 ? 'Matrix is singular.' : 'A singular matrix detected.');
  const found = solve(factors, n, side.matrix.values, side.matrix.columns);
  return fromValues(common(left, side), side.shape, found);
}

function invert(value: Value): NDArray {
  const { matrix, dtype } = square(value);
  if (decompose(matrix.values, matrix.rows).isSingular) return raiseLinAlg('singular matrix');
  return shown(dtype, inverse(matrix));
}

function determinantOf(value: Value): Value {
  const { matrix } = square(value);
  return new PyFloat(determinant(decompose(matrix.values, matrix.rows), matrix.rows));
}

function luFactors(value: Value, permute?: Value): Value {
  const { matrix, dtype } = square(value);
  if (flag(permute, false)) return notSupported('scipy.linalg.lu(…, permute_l=True)');
  const n = matrix.rows;
  const { order, lower, upper } = triangularFactors(matrix.values, n);
  const places = matrixOf(n, n);
  for (const [at, row] of order.entries()) places.values[row * n + at] = 1;
  const factors = [
    places,
    matrixOf(n, n, Float64Array.from(lower)),
    matrixOf(n, n, Float64Array.from(upper)),
  ];
  return new PyTuple(factors.map((factor) => shown(dtype, factor)));
}

/** NumPy gives tuples with names. */
const plain = (values: Value): Value => new PyTuple(toArray(values));
const numpyQr = decompositionFunctions['qr(a, mode?)'] as (a: Value, mode: Value) => Value;
const numpySvd = decompositionFunctions['svd(a, full_matrices?, compute_uv?)'] as (
  ...args: Missing[]
) => Value;
const numpyPinv = solvingFunctions['pinv(a, rcond?)'] as (a: Value) => Value;

/** In this order NumPy names its modes. */
const qrModes: Readonly<Record<string, string>> = { full: 'complete', economic: 'reduced' };

function qr(value: Value, mode: Value = 'full'): Value {
  const numpyMode = typeof mode === 'string' ? qrModes[mode] : undefined;
  if (numpyMode === undefined) return notSupported(`scipy.linalg.qr(…, mode=${repr(mode)})`);
  return plain(numpyQr(value, numpyMode));
}

function symmetric(a: Value, b?: Value, lower?: Value, eigvalsOnly?: Value): Value {
  const first = square(a);
  const isLower = flag(lower, true);
  const pairs = isMissing(b)
    ? symmetricPairs(first.matrix, isLower)
    : generalizedPairs(first.matrix, square(b).matrix, { lower: isLower });
  const values = fromValues(first.dtype, [pairs.values.length], pairs.values);
  return flag(eigvalsOnly, false) ? values : new PyTuple([values, shown(first.dtype, pairs.vectors)]);
}

function blockDiagonal(values: readonly Value[]): NDArray {
  const blocks = values.map((value) => {
    const array = arrayOf(value);
    if (array.ndim > 2) notSupported('scipy.linalg.block_diag of stacks of matrices');
    const [rows, columns] = array.ndim === 2 ? (array.shape as [number, number]) : [1, array.size];
    return { rows, columns, array };
  });
  const columns = blocks.reduce((sum, block) => sum + block.columns, 0);
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const areWhole = blocks.every(({ array }) => array.dtype === 'int64');
  const result = new Float64Array(rows * columns);
  let [top, left] = [0, 0];
  for (const block of blocks) {
    const elements = Array.from(block.array.elements(), Number);
    for (const [at, element] of elements.entries())
      result[(top + Math.floor(at / block.columns)) * columns + left + (at % block.columns)] = element;
    top += block.rows;
    left += block.columns;
  }
  return fromValues(areWhole ? 'int64' : 'float64', [rows, columns], result);
}

function toeplitz(column: Value, row?: Value): NDArray {
  const down = arrayOf(column);
  const across = isMissing(row) ? down : arrayOf(row);
  const [c, r] = [down, across].map((array) => Array.from(array.elements(), Number)) as [number[], number[]];
  const elements = c.flatMap((_, i) => r.map((_, j) => (j > i ? r[j - i]! : c[i - j]!)));
  const areWhole = [down, across].every(({ dtype }) => dtype === 'int64');
  return fromValues(areWhole ? 'int64' : 'float64', [c.length, r.length], elements);
}

const functions: Readonly<Record<string, NativeBody>> = {
  'block_diag(*arrs)': blockDiagonal,
  'cho_factor(a, lower?)': choleskyFactor,
  'cho_solve(c_and_lower, b)': choleskySolution,
  'cholesky(a, lower?)': choleskyOf,
  'det(a)': determinantOf,
  'eigh(a, b?, *, lower?, eigvals_only?)': symmetric,
  'eigvalsh(a, b?, *, lower?)': (a: Value, b?: Value, lower?: Value) => symmetric(a, b, lower, true),
  'expm(A)': (value: Value) => {
    const { matrix, dtype } = square(value);
    return shown(dtype, exponential(matrix));
  },
  'inv(a)': invert,
  'lu(a, permute_l?)': luFactors,
  'norm(a, ord?, axis?, keepdims?)': norm,
  'pinv(a)': numpyPinv,
  'qr(a, *, mode?)': qr,
  'solve(a, b)': solveEquations,
  'solve_triangular(a, b, trans?, lower?, unit_diagonal?)': solveTriangular,
  'svd(a, full_matrices?, compute_uv?)': (a: Value, full?: Value, computesVectors?: Value) =>
    flag(computesVectors, true) ? plain(numpySvd(a, full)) : numpySvd(a, full, computesVectors),
  'svdvals(a)': decompositionFunctions['svdvals(x, /)']!,
  'toeplitz(c, r?)': toeplitz,
};

export const linalgModule = (numpy: 1 | 2): PyModule =>
  defineModule({
    name: 'scipy.linalg',
    values: { LinAlgError: numpyExceptions(numpy).linAlgError },
    functions,
    refused: '*',
  });
