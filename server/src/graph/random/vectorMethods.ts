/**
 * Random ops whose draws are vectors: multinomial, Dirichlet and multivariate normal numbers, with as many rows as the
 * parameters or the size ask for. Sources as in drawMethods.ts.
 */
import { EngineError } from '../../tensor/engineError.ts';
import { cholesky } from '../../tensor/linalg/lu.ts';
import { singularValues, transposed } from '../../tensor/linalg/singularValues.ts';
import { symmetricEigen } from '../../tensor/linalg/symmetricEigen.ts';
import { broadcastTo, cast, fromStorage, type NDArray } from '../../tensor/ndarray.ts';
import { type DrawSource, fillArray } from '../../tensor/random/drawing.ts';
import { dirichletRows, multinomialRows } from '../../tensor/random/selection.ts';
import { dot, reduce } from '../../tensor/reduce.ts';
import { broadcastShapes, elementCount, type Shape } from '../../tensor/shape.ts';
import type { DrawMethod } from './drawMethod.ts';

/** The elements of a parameter for every row of the draw, one row after another. */
interface Rows {
  readonly shape: Shape;
  /** The part of parameter `index` that row `row` uses. */
  part(index: number, row: number): Float64Array;
}

/** Broadcasts parameters over the axes that are not their own: `coreRanks` says how many those are. */
function rowsOf(args: readonly NDArray[], coreRanks: readonly number[], size: Shape | null): Rows {
  const core = args.map((array, i) => array.shape.slice(array.ndim - coreRanks[i]));
  const shape =
    size ?? broadcastShapes(args.map((array, i) => array.shape.slice(0, array.ndim - coreRanks[i])));
  const whole = args.map(
    (array, i) => broadcastTo(cast(array, 'float64'), [...shape, ...core[i]]).elements() as Float64Array,
  );
  return {
    shape,
    part: (index, row) => {
      const width = elementCount(core[index]);
      return whole[index].subarray(row * width, (row + 1) * width);
    },
  };
}

/** Draws a row at a time. */
function fillRows(
  source: DrawSource,
  { dtype, shape, width }: { dtype: 'int64' | 'float64'; shape: Shape; width: number },
  draw: (row: number) => NDArray,
): NDArray {
  let row: NDArray | null = null;
  return fillArray(source.host, dtype, [...shape, width], (i) => {
    if (i % width === 0) row = draw(i / width);
    return Number(row!.at(i % width));
  });
}

/** One row of counts for every element of the shape. */
export const multinomialDraw: DrawMethod = (source, args, size) => {
  const rows = rowsOf(args, [0, 1], size);
  const width = args[1].shape[args[1].ndim - 1];
  return fillRows(source, { dtype: 'int64', shape: rows.shape, width }, (row) =>
    multinomialRows(source, Math.trunc(rows.part(0, row)[0]), rows.part(1, row), []),
  );
};

/** Theano's `multinomial_helper`: probabilities that add up to a little more than 1 are made smaller. */
export const multinomialHelper: DrawMethod = (source, args, size) => {
  checkRanks(args, size);
  const rows = rowsOf(args, [0, 1], size);
  const chances = args[1];
  if (Array.from(chances.elements() as ArrayLike<number>).some((chance) => !(chance >= 0)))
    throw new EngineError('AssertionError');
  const width = chances.shape[chances.ndim - 1];
  return fillRows(source, { dtype: 'int64', shape: rows.shape, width }, (row) =>
    multinomialRows(source, Math.trunc(rows.part(0, row)[0]), safeChances(rows.part(1, row)), []),
  );
};

function checkRanks([n, chances]: readonly NDArray[], size: Shape | null): void {
  if (size === null) return;
  const wrong =
    n.ndim > size.length
      ? (['n.ndim', n, n.ndim] as const)
      : chances.ndim - 1 > size.length
        ? (['pvals.ndim-1', chances, chances.ndim - 1] as const)
        : null;
  if (wrong === null) return;
  const [what, array, rank] = wrong;
  throw new EngineError(
    'ValueError',
    `${what} (${rank}) should not be larger than len(size) (${size.length})`,
    array,
    [...size],
  );
}

function safeChances(chances: Float64Array): Float64Array {
  const sumOf = (values: Float64Array): number =>
    Number(
      reduce(fromStorage('float64', values, [values.length]), 'sum', {
        axes: [0],
        accumulate: 'float64',
        output: 'float64',
      }).at(0),
    );
  const sum = sumOf(chances);
  const isOver = sum > 1 && sum < 1 + 1e-5;
  const safe =
    isOver || chances[chances.length - 1] < 5e-5 ? chances.map((chance) => chance * (1 - 5e-5)) : chances;
  const left = sumOf(safe);
  if (!(left <= 1)) throw new EngineError('AssertionError', left);
  return safe;
}

/** One row of shares for every element of the shape. */
export const dirichletDraw: DrawMethod = (source, args, size) => {
  const rows = rowsOf(args, [1], size);
  const width = args[0].shape[args[0].ndim - 1];
  return fillRows(source, { dtype: 'float64', shape: rows.shape, width }, (row) =>
    dirichletRows(source, rows.part(0, row), []),
  );
};

/** How the root of a covariance is found; RandomState has a way of its own. */
export type RootMethod = 'cholesky' | 'svd' | 'eigh';

function rootOf(covariance: Float64Array, n: number, method: RootMethod | 'legacy'): Float64Array {
  const matrix = covariance.slice();
  if (method === 'cholesky') {
    const factor = cholesky(matrix, n);
    if (factor === null) throw new EngineError('ValueError', 'Matrix is not positive definite');
    return factor;
  }
  if (method === 'eigh') {
    const { vectors, values } = symmetricEigen(matrix, n);
    return vectors.map((each, at) => each * Math.sqrt(values[at % n]));
  }
  const { left, right, values } = singularValues(matrix, n, n);
  const vectors = method === 'legacy' ? transposed(right, n, n) : left;
  return vectors.map((each, at) => each * Math.sqrt(values[at % n]));
}

/** Normal numbers with a covariance: `mean + root · z`. All z are drawn first, as the libraries do. */
export const multivariateNormalDraw =
  (method: RootMethod): DrawMethod =>
  (source, args, size) => {
    const rows = rowsOf(args, [1, 2], size);
    const n = args[0].shape[args[0].ndim - 1];
    const count = elementCount(rows.shape);
    const z = fillArray(source.host, 'float64', [count, n], () => source.sampler.normal());
    const used = source.sampler.isLegacy ? 'legacy' : method;
    // NumPy multiplies all rows at once with one covariance; a batch of them is a row at a time.
    const height = args[1].ndim === 2 && args[0].ndim === 1 ? count : 1;
    const multiply = source.sampler.numpy === 1 ? byProduct : bySums;
    const parts = Array.from({ length: height === 0 ? 0 : count / height }, (_, block) =>
      multiply(rootOf(rows.part(1, block * height), n, used), rowsFrom(z, block * height, height)),
    );
    return fillArray(source.host, 'float64', [...rows.shape, n], (i) => {
      const row = Math.floor(i / n);
      const part = parts[Math.floor(row / height)];
      return rows.part(0, row)[i % n] + (part.at(i - Math.floor(row / height) * height * n) as number);
    });
  };

function rowsFrom(array: NDArray, first: number, count: number): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({ shape: shape.with(0, count), strides, offset: offset + first * strides[0] });
}

/** NumPy's own: a product of matrices, which adds up in the order of its library. */
function byProduct(root: Float64Array, z: NDArray): NDArray {
  const n = z.shape[1];
  return dot(z, fromStorage('float64', transposed(root, n, n), [n, n]), 'float64');
}

/** PyTensor's: `einsum`, one sum after another. */
function bySums(root: Float64Array, z: NDArray): NDArray {
  const [count, n] = z.shape;
  const result = new Float64Array(count * n);
  for (let i = 0; i < result.length; i++) {
    const row = Math.floor(i / n);
    for (let j = 0; j < n; j++) result[i] += root[(i % n) * n + j] * (z.at(row * n + j) as number);
  }
  return fromStorage('float64', result, [count, n]);
}
