/** Matrices of a form: eye, diag, tri, vander, meshgrid, blocks; and the places of their diagonals and triangles. */
import { isBig } from '../../../tensor/dtype.ts';
import { nonzero } from '../../../tensor/indexing.ts';
import { broadcastTo, cast, NDArray, positionOffset, zeros } from '../../../tensor/ndarray.ts';
import { concatenate, expandAxis, reshape } from '../../../tensor/shaping.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { flag, type Given, integerOf, isMissing, orderOf } from './arguments.ts';
import { applyToValues, flat, multiply } from './arrayMath.ts';
import { arrayOf, castChecked, elementOf, integerVector, reserve } from './conversion.ts';
import { inOrder } from './creation.ts';
import { toDType } from './dtypeObjects.ts';
import { diagonalOf, listBefore2 } from './manipulation.ts';
import { asReadOnly, checkWritable } from './readOnly.ts';

const integerOr = (value: Value | undefined, missing: number): number =>
  isMissing(value) ? missing : integerOf(value);

function eye(rows: Value, ...[columns, shift, dtype, order]: Given): NDArray {
  const n = integerOf(rows);
  const m = integerOr(columns, n);
  const k = integerOr(shift, 0);
  const type = isMissing(dtype) ? 'float64' : toDType(dtype);
  reserve(type, Math.max(0, n * m));
  const result = zeros(type, [n, m]);
  for (let i = 0; i < n; i++)
    if (i + k >= 0 && i + k < m) result.storage[i * m + i + k] = elementOf(1, type) as never;
  return inOrder(result, orderOf(order));
}

/** A matrix of zeros with a vector on its diagonal `k`. */
function onDiagonal(vector: NDArray, k: number): NDArray {
  const n = vector.size + Math.abs(k);
  reserve(vector.dtype, n * n);
  const result = zeros(vector.dtype, [n, n]);
  for (let i = 0; i < vector.size; i++) {
    result.storage[(k >= 0 ? i : i - k) * n + (k >= 0 ? i + k : i)] = vector.at(i) as never;
  }
  return result;
}

function diag(value: Value, shift?: Value): NDArray {
  const source = arrayOf(value);
  const k = integerOr(shift, 0);
  if (source.ndim === 1) return onDiagonal(source, k);
  if (source.ndim !== 2) raiseValueError('Input must be 1- or 2-d.');
  return asReadOnly(diagonalOf(source, k));
}

/** The truth of a triangle of a matrix. */
function triangleMask(rows: number, columns: number, keeps: (distance: number) => boolean): NDArray {
  reserve('bool', rows * columns);
  const mask = zeros('bool', [rows, columns]);
  for (let i = 0; i < mask.size; i++)
    mask.storage[i] = keeps((i % columns) - Math.floor(i / columns)) ? 1 : 0;
  return mask;
}

type Side = 'lower' | 'upper';

const keeping =
  (side: Side, k: number) =>
  (distance: number): boolean =>
    side === 'lower' ? distance <= k : distance >= k;

const triangle =
  (side: Side) =>
  (value: Value, shift?: Value): NDArray => {
    const given = arrayOf(value);
    const source = given.ndim === 1 ? broadcastTo(given, [given.size, given.size]) : given;
    if (source.ndim === 0) raiseTypeError(missingColumns);
    const [rows, columns] = source.shape.slice(-2);
    const mask = triangleMask(rows!, columns!, keeping(side, integerOr(shift, 0)));
    reserve(source.dtype, source.size);
    const result = source.copy();
    for (let i = 0; i < result.size; i++)
      if (!mask.storage[i % mask.size]) result.storage[i] = elementOf(0, source.dtype) as never;
    return result;
  };

const missingColumns = "tri() missing 1 required positional argument: 'N'";

function tri(rows: Value, columns?: Value, shift?: Value, dtype?: Value): NDArray {
  const n = integerOf(rows);
  const mask = triangleMask(n, integerOr(columns, n), keeping('lower', integerOr(shift, 0)));
  return cast(mask, isMissing(dtype) ? 'float64' : toDType(dtype));
}

function vander(x: Value, ...[columns, increasing]: Given): NDArray {
  const source = arrayOf(x);
  if (source.ndim !== 1) raiseValueError('x must be a one-dimensional array or sequence.');
  const count = integerOr(columns, source.size);
  const type = source.dtype === 'bool' ? 'int64' : source.dtype;
  const wide = isBig(type) ? type : applyToValues('add', source, 0).dtype;
  const vector = reshape(cast(source, wide), [source.size, 1]);
  reserve(wide, source.size * count);
  const powers: NDArray[] = [];
  for (let i = 0; i < count; i++)
    powers.push(
      i === 0 ? cast(applyToValues('equal', vector, vector), wide) : multiply(powers[i - 1]!, vector),
    );
  if (powers.length === 0) return zeros(wide, [source.size, 0]);
  return concatenate(flag(increasing, false) ? powers : powers.reverse(), 1);
}

// ------------------------------------------------------------------------------------------------------------ places

const placesOf = (mask: NDArray): Value => new PyTuple(nonzero(mask));

function triangleIndices(side: Side, size: Given): Value {
  const [n, shift, columns] = size;
  const rows = integerOf(n as Value);
  return placesOf(triangleMask(rows, integerOr(columns, rows), keeping(side, integerOr(shift, 0))));
}

const triangleIndicesFrom =
  (side: Side) =>
  (value: Value, shift?: Value): Value => {
    const array = arrayOf(value);
    if (array.ndim !== 2) raiseValueError('input array must be 2-d');
    return triangleIndices(side, [array.shape[0]!, shift, array.shape[1]!]);
  };

const counting = (n: number): NDArray => integerVector(Array.from({ length: n }, (_, i) => i));

function diagonalIndices(length: Value, ndim?: Value): Value {
  const vector = counting(integerOf(length));
  return new PyTuple(new Array<Value>(integerOr(ndim, 2)).fill(vector));
}

function diagonalIndicesFrom(value: Value): Value {
  const array = arrayOf(value);
  if (array.ndim < 2) raiseValueError('input array must be at least 2-d');
  if (new Set(array.shape).size > 1) raiseValueError('All dimensions of input must be of equal length');
  return diagonalIndices(array.shape[0]!, array.ndim);
}

function maskIndices(n: Value, callee: Value, k?: Value): Value {
  const size = integerOf(n);
  reserve('int64', size * size);
  const ones = cast(
    triangleMask(size, size, () => true),
    'int64',
  );
  return placesOf(arrayOf(call(callee, [ones, k ?? 0])));
}

function fillDiagonal(array: Value, value: Value, wrap?: Value): Value {
  if (!(array instanceof NDArray)) return raiseTypeError('only arrays have a diagonal to fill');
  if (array.ndim < 2) raiseValueError('array must be at least 2-d');
  checkWritable(array);
  const [rows, columns] = [array.shape[0]!, array.shape[1]!];
  if (array.ndim > 2 && new Set(array.shape).size > 1)
    raiseValueError('All dimensions of input must be of equal length');
  const step =
    array.ndim === 2 ? columns + 1 : [...array.shape.keys()].reduce((sum, axis) => sum + rows ** axis, 0);
  const end = array.ndim === 2 && !flag(wrap, false) ? Math.min(columns * columns, array.size) : array.size;
  const values = flat(castChecked(arrayOf(value), array.dtype));
  let next = 0;
  for (let position = 0; position < end; position += step) {
    array.storage[positionOffset(array.layout, position)] = values.at(next++ % values.size) as never;
  }
  return null;
}

// -------------------------------------------------------------------------------------------------- grids and blocks

function meshgrid(values: readonly Value[], ...[copy, sparse, indexing]: Given): Value {
  const mode = indexing ?? 'xy';
  if (mode !== 'xy' && mode !== 'ij') raiseValueError("Valid values for `indexing` are 'xy' and 'ij'.");
  const vectors = values.map((value) => flat(arrayOf(value)));
  const swaps = mode === 'xy' && vectors.length > 1;
  const place = (i: number): number => (swaps && i < 2 ? 1 - i : i);
  const shape = vectors.map((_, i) => vectors[place(i)]!.size);
  const grids = vectors.map((vector, i) => {
    let spread = vector;
    for (let axis = 0; axis < place(i); axis++) spread = expandAxis(spread, 0);
    while (spread.ndim < shape.length) spread = expandAxis(spread, spread.ndim);
    if (!flag(sparse, false)) {
      if (flag(copy, true))
        reserve(
          vector.dtype,
          shape.reduce((a, b) => a * b, 1),
        );
      spread = broadcastTo(spread, shape);
    }
    return flag(copy, true) ? spread.copy() : spread;
  });
  return listBefore2(grids);
}

/** How deep the lists of a block go. */
function depthOf(value: Value): number {
  if (!(value instanceof PyList)) return 0;
  if (value.items.length === 0) raiseValueError('List at arrays[0] cannot be empty');
  return 1 + Math.max(...value.items.map(depthOf));
}

const widened = (array: NDArray, ndim: number): NDArray =>
  array.ndim >= ndim
    ? array
    : reshape(array, [...new Array<number>(ndim - array.ndim).fill(1), ...array.shape]);

function block(value: Value): Value {
  if (value instanceof PyTuple)
    raiseTypeError(
      'arrays is a tuple. Only lists can be used to arrange blocks, and np.block does not allow implicit conversion from tuple to ndarray.',
    );
  const depth = depthOf(value);
  const leaves: NDArray[] = [];
  const collect = (part: Value): void => {
    if (part instanceof PyList) part.items.forEach(collect);
    else leaves.push(arrayOf(part));
  };
  collect(value);
  const ndim = Math.max(depth, ...leaves.map((leaf) => leaf.ndim));
  const build = (part: Value, level: number): NDArray => {
    if (!(part instanceof PyList)) return widened(arrayOf(part), ndim);
    return concatenate(
      part.items.map((item) => build(item, level + 1)),
      ndim - depth + level,
    );
  };
  return build(value, 0).copy();
}

/** Functions of the module. */
export const matrixFunctions = {
  'eye(N, M?, k?, dtype?, order?, *, like?)': eye,
  'identity(n, dtype?, *, like?)': (n: Value, dtype?: Value) => eye(n, undefined, undefined, dtype),
  'diag(v, k?)': diag,
  'diagflat(v, k?)': (value: Value, shift?: Value) => onDiagonal(flat(arrayOf(value)), integerOr(shift, 0)),
  'tri(N, M?, k?, dtype?, *, like?)': tri,
  'tril(m, k?)': triangle('lower'),
  'triu(m, k?)': triangle('upper'),
  'vander(x, N?, increasing?)': vander,
  'tril_indices(n, k?, m?)': (...size: Given) => triangleIndices('lower', size),
  'triu_indices(n, k?, m?)': (...size: Given) => triangleIndices('upper', size),
  'tril_indices_from(arr, k?)': triangleIndicesFrom('lower'),
  'triu_indices_from(arr, k?)': triangleIndicesFrom('upper'),
  'diag_indices(n, ndim?)': diagonalIndices,
  'diag_indices_from(arr)': diagonalIndicesFrom,
  'mask_indices(n, mask_func, k?)': maskIndices,
  'fill_diagonal(a, val, wrap?)': fillDiagonal,
  'meshgrid(*xi, copy?, sparse?, indexing?)': meshgrid,
  'block(arrays)': block,
};
