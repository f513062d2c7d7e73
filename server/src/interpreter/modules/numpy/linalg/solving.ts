/** `numpy.linalg`: inverses, equations, determinants, ranks, powers and products of matrices. */
import { decompose, determinant, logDeterminant, solve } from '../../../../tensor/linalg/lu.ts';
import { singularValues } from '../../../../tensor/linalg/singularValues.ts';
import { broadcastTo, fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import { broadcastShapes } from '../../../../tensor/shape.ts';
import { reshape } from '../../../../tensor/shaping.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import type { NativeBody } from '../../../signature.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { PyTuple, type Value } from '../../../values.ts';
import { isMissing } from '../arguments.ts';
import { arrayOf, numpyVersion } from '../conversion.ts';
import { NumpyScalar, presented } from '../numpyScalar.ts';
import { dotArrays, matmulArrays } from '../products.ts';
import { operate } from '../ufuncs.ts';
import { warn } from '../warnings.ts';
import { named } from './decompositions.ts';
import {
  checkConverges,
  each,
  joined,
  raiseLinAlg,
  type Stack,
  singularValuesOf,
  squareStack,
  stackOf,
} from './matrices.ts';
import { norm } from './norms.ts';

function identity(n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) result[i * n + i] = 1;
  return result;
}

/** A solution with its matrix; raises LinAlgError for a singular one. */
function solved(matrix: Float64Array, n: number, right: Float64Array, columns: number): Float64Array {
  const factors = decompose(matrix, n);
  return factors.isSingular ? raiseLinAlg('Singular matrix') : solve(factors, n, right, columns);
}

export function inverse(value: Value): NDArray {
  const stack = squareStack(value);
  const { rows: n } = stack;
  return joined(
    stack,
    [n, n],
    each(stack, (matrix) => solved(matrix, n, identity(n), n)),
  );
}

export function solveEquations(a: Value, b: Value): NDArray {
  const left = arrayOf(a);
  const right = arrayOf(b);
  const n = squareStack(left).rows;
  const isVector = numpyVersion() === 2 ? right.ndim === 1 : right.ndim === left.ndim - 1;
  const full = isVector ? reshape(right, [...right.shape, 1]) : right;
  if (full.ndim < 2) raiseLinAlg('0-dimensional array given. Array must be at least two-dimensional');
  if (full.shape.at(-2) !== n)
    raiseValueError(
      `solve${isVector ? '1' : ''}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${isVector ? '(m,m),(m)->(m)' : '(m,m),(m,n)->(m,n)'} (size ${full.shape.at(-2)} is different from ${n})`,
    );
  const lead = broadcastShapes([left.shape.slice(0, -2), full.shape.slice(0, -2)]);
  const columns = full.shape.at(-1)!;
  const matrices = stackOf(broadcastTo(left, [...lead, n, n]));
  const sides = stackOf(broadcastTo(full, [...lead, n, columns]));
  const dtype = matrices.dtype === 'float32' && sides.dtype === 'float32' ? 'float32' : 'float64';
  const found = each(matrices, (matrix, i) => solved(matrix, n, sides.matrices[i]!, columns));
  return joined({ ...matrices, dtype }, isVector ? [n] : [n, columns], found);
}

function determinantOf(value: Value): Value {
  const stack = squareStack(value);
  const found = each(stack, (matrix) => [determinant(decompose(matrix, stack.rows), stack.rows)]);
  return presented(reshape(joined(stack, [1], found), stack.lead));
}

function signAndLogarithm(value: Value): Value {
  const stack = squareStack(value);
  const found = each(stack, (matrix) => logDeterminant(decompose(matrix, stack.rows), stack.rows));
  const part = (pick: (each: (typeof found)[number]) => number): Value =>
    presented(
      reshape(
        joined(
          stack,
          [1],
          found.map((each) => [pick(each)]),
        ),
        stack.lead,
      ),
    );
  return named('SlogdetResult', 'sign logabsdet', [
    part((each) => each.sign),
    part((each) => each.logarithm),
  ]);
}

// ------------------------------------------------------------------------------------------- from the singular values

const epsilonOf = (stack: Stack): number => (stack.dtype === 'float32' ? 2 ** -23 : 2 ** -52);

function rank(value: Value, tolerance?: Value): Value {
  const array = arrayOf(value);
  if (array.ndim < 2)
    return Array.from(array.elements() as ArrayLike<unknown>).some((each) => Number(each) !== 0) ? 1 : 0;
  const stack = stackOf(array);
  checkConverges(stack);
  const found = each(stack, (matrix) => {
    const { values } = singularValues(matrix, stack.rows, stack.columns);
    const limit = isMissing(tolerance)
      ? (values[0] ?? 0) * Math.max(stack.rows, stack.columns) * epsilonOf(stack)
      : toFloat(tolerance);
    return values.filter((each) => each > limit).length;
  });
  return presented(fromValues('int64', stack.lead, found));
}

function pseudoInverse(value: Value, cutoff?: Value): NDArray {
  const stack = stackOf(arrayOf(value));
  checkConverges(stack);
  const { rows: m, columns: n } = stack;
  const relative = isMissing(cutoff) ? 1e-15 : toFloat(cutoff);
  const found = each(stack, (matrix) => {
    const { values, left, right } = singularValues(matrix, m, n);
    const limit = relative * (values[0] ?? 0);
    const result = new Float64Array(n * m);
    for (const [k, size] of values.entries()) {
      if (!(size > limit)) continue;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) result[i * m + j]! += right[k * n + i]! * ((1 / size) * left[j * m + k]!);
    }
    return result;
  });
  return joined(stack, [n, m], found);
}

function leastSquares(a: Value, b: Value, cutoff?: Value): Value {
  const stack = stackOf(arrayOf(a));
  const right = arrayOf(b);
  if (stack.lead.length > 0)
    raiseLinAlg(`${stack.lead.length + 2}-dimensional array given. Array must be two-dimensional`);
  const { rows: m, columns: n } = stack;
  if (right.shape[0] !== m) raiseLinAlg('Incompatible dimensions');
  if (cutoff === undefined && numpyVersion() === 1) warn('FutureWarning', oldCutoff);
  const isVector = right.ndim === 1;
  const sides = stackOf(isVector ? reshape(right, [m, 1]) : right);
  const columns = sides.columns;
  checkConverges(stack);
  const { values, left, right: vt } = singularValues(stack.matrices[0]!, m, n);
  const relative = relativeCutoff(cutoff, stack);
  const kept = values.filter((each) => each > relative * (values[0] ?? 0)).length;
  const x = new Float64Array(n * columns);
  const [side] = sides.matrices;
  for (let k = 0; k < kept; k++) {
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let i = 0; i < m; i++) sum += left[i * m + k]! * side![i * columns + c]!;
      for (let i = 0; i < n; i++) x[i * columns + c]! += (vt[k * n + i]! * sum) / values[k]!;
    }
  }
  const hasResiduals = kept === n && m > n;
  const residuals = hasResiduals ? squaredErrors(stack.matrices[0]!, x, { m, n, columns, side: side! }) : [];
  return new PyTuple([
    joined(stack, isVector ? [n] : [n, columns], [x]),
    joined(stack, [residuals.length], [residuals]),
    new NumpyScalar('int32', kept),
    joined(stack, [values.length], [values]),
  ]);
}

const oldCutoff =
  '`rcond` parameter will change to the default of machine precision times ``max(M, N)`` where M and N are the input matrix dimensions.\nTo use the future default and silence this warning we advise to pass `rcond=None`, to keep using the old, explicitly pass `rcond=-1`.';

function relativeCutoff(given: Value | undefined, stack: Stack): number {
  const isOld = given === undefined && numpyVersion() === 1;
  const value = isMissing(given) ? (isOld ? -1 : null) : toFloat(given);
  if (value === null) return epsilonOf(stack) * Math.max(stack.rows, stack.columns);
  return value < 0 ? epsilonOf(stack) : value;
}

interface Equations {
  readonly m: number;
  readonly n: number;
  readonly columns: number;
  readonly side: Float64Array;
}

function squaredErrors(a: Float64Array, x: Float64Array, { m, n, columns, side }: Equations): number[] {
  return Array.from({ length: columns }, (_, c) => {
    let sum = 0;
    for (let i = 0; i < m; i++) {
      let error = side[i * columns + c]!;
      for (let k = 0; k < n; k++) error -= a[i * n + k]! * x[k * columns + c]!;
      sum += error * error;
    }
    return sum;
  });
}

function condition(value: Value, order?: Value): Value {
  const array = arrayOf(value);
  if (array.ndim < 2)
    raiseLinAlg(`${array.ndim}-dimensional array given. Array must be at least two-dimensional`);
  if (!isMissing(order) && order !== 2 && order !== -2)
    return operate('multiply', norm(value, order), norm(inverse(value), order));
  const stack = stackOf(array);
  const values = singularValuesOf(array).elements() as Float64Array;
  const count = Math.min(stack.rows, stack.columns);
  const found = stack.matrices.map((_, i) => {
    const [most, least] = [values[i * count]!, values[(i + 1) * count - 1]!];
    return order === -2 ? least / most : most / least;
  });
  return presented(fromValues(stack.dtype, stack.lead, found));
}

// ------------------------------------------------------------------------------------------------------------ products

function power(value: Value, exponent: Value): NDArray {
  const array = arrayOf(value);
  if (array.ndim < 2)
    raiseLinAlg(`${array.ndim}-dimensional array given. Array must be at least two-dimensional`);
  if (array.shape.at(-1) !== array.shape.at(-2)) raiseLinAlg('Last 2 dimensions of the array must be square');
  const wanted = tryIndex(exponent);
  if (wanted === undefined) raiseTypeError('exponent must be an integer');
  const n = array.shape.at(-1)!;
  if (wanted === 0) {
    const eye = fromValues(array.dtype, [n, n], identity(n));
    return broadcastTo(eye, array.shape).copy();
  }
  let base = wanted < 0 ? inverse(array) : array;
  let rest = Math.abs(Number(wanted));
  if (rest === 1) return base.copy();
  if (rest === 3) return matmulArrays(matmulArrays(base, base), base);
  let result: NDArray | null = null;
  for (let isFirst = true; rest > 0; isFirst = false, rest = Math.floor(rest / 2)) {
    if (!isFirst) base = matmulArrays(base, base);
    if (rest % 2 === 1) result = result === null ? base : matmulArrays(result, base);
  }
  return result!;
}

function multiDot(value: Value): Value {
  const arrays = toArray(value).map((each) => arrayOf(each));
  if (arrays.length < 2) raiseValueError('Expecting at least two arrays.');
  const [a, b, c] = arrays as [NDArray, NDArray, NDArray];
  if (arrays.length === 3 && arrays.every((each) => each.ndim === 2)) {
    const [m, k] = a.shape as [number, number];
    const [l, n] = [b.shape[1]!, c.shape[1]!];
    const leftFirst = m * k * l + m * l * n;
    const rightFirst = k * l * n + m * k * n;
    return leftFirst < rightFirst ? dotArrays(dotArrays(a, b), c) : dotArrays(a, dotArrays(b, c));
  }
  return presented(arrays.reduce((product, each) => dotArrays(product, each)));
}

export const solvingFunctions: Readonly<Record<string, NativeBody>> = {
  'inv(a)': inverse,
  'solve(a, b)': solveEquations,
  'det(a)': determinantOf,
  'slogdet(a)': signAndLogarithm,
  'matrix_rank(A, tol?)': rank,
  'pinv(a, rcond?)': pseudoInverse,
  'lstsq(a, b, rcond?)': leastSquares,
  'cond(x, p?)': condition,
  'matrix_power(a, n)': power,
  'multi_dot(arrays)': multiDot,
};
