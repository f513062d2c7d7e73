/** `numpy.linalg`: cholesky, qr, svd, eig, eigh and their values. */
import type { Complex } from '../../../../tensor/complex.ts';
import { generalEigen } from '../../../../tensor/linalg/generalEigen.ts';
import { orthogonalFactors } from '../../../../tensor/linalg/householder.ts';
import { cholesky } from '../../../../tensor/linalg/lu.ts';
import { singularValues, transposed } from '../../../../tensor/linalg/singularValues.ts';
import { symmetricEigen } from '../../../../tensor/linalg/symmetricEigen.ts';
import type { NDArray } from '../../../../tensor/ndarray.ts';
import { raiseValueError } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { repr } from '../../../protocols/text.ts';
import type { NativeBody } from '../../../signature.ts';
import { PyTuple, type Value } from '../../../values.ts';
import { namedTuple } from '../../standard/collections/namedTuple.ts';
import { flag } from '../arguments.ts';
import { arrayOf, numpyVersion } from '../conversion.ts';
import {
  checkConverges,
  checkFinite,
  complexPair,
  each,
  joined,
  joinedComplex,
  raiseLinAlg,
  singularValuesOf,
  squareStack,
  stackOf,
} from './matrices.ts';

/** Several results: a tuple in NumPy 1, one with names in NumPy 2. */
export function named(name: string, fields: string, values: readonly Value[]): Value {
  return numpyVersion() === 1 ? new PyTuple(values) : call(namedTuple(name, fields), values);
}

function choleskyOf(value: Value, upper?: Value): NDArray {
  const stack = squareStack(value);
  const { rows: n } = stack;
  const factors = each(
    stack,
    (matrix) => cholesky(matrix, n) ?? raiseLinAlg('Matrix is not positive definite'),
  );
  const shown = flag(upper, false) ? factors.map((factor) => transposed(factor, n, n)) : factors;
  return joined(stack, [n, n], shown);
}

function qr(value: Value, mode?: Value): Value {
  const stack = stackOf(arrayOf(value));
  const { rows: m, columns: n } = stack;
  const kind = mode ?? 'reduced';
  if (kind !== 'reduced' && kind !== 'complete' && kind !== 'r' && kind !== 'raw')
    raiseValueError(`Unrecognized mode ${repr(kind)}`);
  const columns = kind === 'complete' ? m : Math.min(m, n);
  const factors = each(stack, (matrix) => orthogonalFactors(matrix, m, n, columns));
  if (kind === 'raw') {
    const packed = joined(
      stack,
      [n, m],
      factors.map((each) => transposed(each.packed, m, n)),
    );
    return new PyTuple([
      packed,
      joined(
        stack,
        [Math.min(m, n)],
        factors.map((each) => each.tau),
      ),
    ]);
  }
  const triangles = factors.map(({ packed }) => triangleOf(packed, columns, n));
  const r = joined(stack, [columns, n], triangles);
  if (kind === 'r') return r;
  return named('QRResult', 'Q R', [
    joined(
      stack,
      [m, columns],
      factors.map((each) => each.q),
    ),
    r,
  ]);
}

/** The part on and above the diagonal. */
function triangleOf(packed: Float64Array, rows: number, n: number): Float64Array {
  const triangle = new Float64Array(rows * n);
  for (let i = 0; i < rows; i++) for (let j = i; j < n; j++) triangle[i * n + j] = packed[i * n + j]!;
  return triangle;
}

function svd(value: Value, ...[fullMatrices, computeUv]: (Value | undefined)[]): Value {
  const array = arrayOf(value);
  if (!flag(computeUv, true)) return singularValuesOf(array);
  const stack = stackOf(array);
  checkConverges(stack);
  const { rows: m, columns: n } = stack;
  const found = each(stack, (matrix) => singularValues(matrix, m, n));
  const k = Math.min(m, n);
  const isFull = flag(fullMatrices, true);
  const left = found.map(({ left: u }) => (isFull ? u : leading(u, m, k)));
  const right = found.map(({ right: vt }) => (isFull ? vt : vt.slice(0, k * n)));
  return named('SVDResult', 'U S Vh', [
    joined(stack, [m, isFull ? m : k], left),
    joined(
      stack,
      [k],
      found.map((each) => each.values),
    ),
    joined(stack, [isFull ? n : k, n], right),
  ]);
}

/** The first columns of a square matrix. */
function leading(matrix: Float64Array, m: number, columns: number): Float64Array {
  return Float64Array.from(
    { length: m * columns },
    (_, i) => matrix[Math.floor(i / columns) * m + (i % columns)]!,
  );
}

function symmetric(value: Value, triangle: Value | undefined): { values: NDArray; vectors: NDArray } {
  const stack = squareStack(value);
  const { rows: n } = stack;
  const kind = typeof triangle === 'string' ? triangle.toUpperCase() : 'L';
  if (kind !== 'L' && kind !== 'U') raiseValueError("UPLO argument must be 'L' or 'U'");
  const found = each(stack, (matrix) => symmetricEigen(kind === 'L' ? matrix : transposed(matrix, n, n), n));
  return {
    values: joined(
      stack,
      [n],
      found.map((each) => each.values),
    ),
    vectors: joined(
      stack,
      [n, n],
      found.map((each) => each.vectors),
    ),
  };
}

function general(value: Value): { values: NDArray; vectors: NDArray } {
  const stack = squareStack(value);
  checkFinite(stack);
  const { rows: n } = stack;
  const found = each(stack, (matrix) =>
    generalEigen(matrix, n, numpyVersion() === 2 ? 'continue' : 'restart'),
  );
  const isReal = found.every((each) => each.imaginary.every((part) => part === 0));
  if (isReal)
    return {
      values: joined(
        stack,
        [n],
        found.map((each) => each.real),
      ),
      vectors: joined(
        stack,
        [n, n],
        found.map((each) => each.vectors.map((z) => z.re)),
      ),
    };
  const values = found.map(({ real, imaginary }): Complex[] =>
    Array.from(real, (re, i) => complexPair(re, imaginary[i]!)),
  );
  return {
    values: joinedComplex(stack, [n], values),
    vectors: joinedComplex(
      stack,
      [n, n],
      found.map((each) => each.vectors),
    ),
  };
}

/** `np.linalg.eigvals`. */
export const eigenvalues = (value: Value): NDArray => general(value).values;

export const decompositionFunctions: Readonly<Record<string, NativeBody>> = {
  'cholesky(a, /, *, upper?)': choleskyOf,
  'qr(a, mode?)': qr,
  'svd(a, full_matrices?, compute_uv?)': svd,
  'svdvals(x, /)': (value: Value) => singularValuesOf(arrayOf(value)),
  'eigh(a, UPLO?)': (value: Value, triangle?: Value) => {
    const { values, vectors } = symmetric(value, triangle);
    return named('EighResult', 'eigenvalues eigenvectors', [values, vectors]);
  },
  'eigvalsh(a, UPLO?)': (value: Value, triangle?: Value) => symmetric(value, triangle).values,
  'eig(a)': (value: Value) => {
    const { values, vectors } = general(value);
    return named('EigResult', 'eigenvalues eigenvectors', [values, vectors]);
  },
  'eigvals(a)': eigenvalues,
};
