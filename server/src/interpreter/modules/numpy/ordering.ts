/** Order and search: sort, argsort, unique, where, nonzero, searchsorted, clip, round, comparisons with tolerance. */
import { Complex } from '../../../tensor/complex.ts';
import { compareComplex, hasNaN } from '../../../tensor/complexFunctions.ts';
import {
  type Element,
  isComplex,
  isFloat,
  promote,
  roundToHalf,
  type TypedArray,
} from '../../../tensor/dtype.ts';
import { ElementArray } from '../../../tensor/elementArray.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { nonzero } from '../../../tensor/indexing.ts';
import { inBlocks, spent } from '../../../tensor/interrupt.ts';
import { assign, cast, componentOf, fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import { reduce } from '../../../tensor/reduce.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { permute, reshape } from '../../../tensor/shaping.ts';
import { compareTexts, Text } from '../../../tensor/textElement.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyTuple, type Value } from '../../values.ts';
import {
  axesOf,
  axisOf,
  flag,
  type Given,
  integerOf,
  isMissing,
  keptShape,
  outputOf,
  refuseArguments,
} from './arguments.ts';
import { axisLast, lastTo } from './arrayMath.ts';
import { arrayOf, castChecked, hasNonFinite, integerVector, numpyVersion, reserve } from './conversion.ts';
import { select } from './creation.ts';
import { takeAxis } from './manipulation.ts';
import { NumpyScalar, presented } from './numpyScalar.ts';
import { commonType, type Operand, operandArray, operandOf } from './promotion.ts';
import { checkWritable } from './readOnly.ts';
import { compute } from './ufuncs.ts';

/** NaN comes last, as in NumPy. */
export function compareElements(a: Element, b: Element): number {
  if (a instanceof Complex && b instanceof Complex) return compareComplex(a, b);
  if (a instanceof Text && b instanceof Text) return compareTexts(a, b);
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** The stable order of the elements along the last axis. */
function orders(array: NDArray): number[][] {
  const length = array.shape[array.ndim - 1];
  const compare = comparison(array.elements());
  return Array.from({ length: elementCount(array.shape.slice(0, -1)) }, (_, row) => {
    const start = row * length;
    const order = Array.from({ length }, (_, i) => i);
    return order.sort((i, j) => {
      spent(1);
      return compare(start + i, start + j) || i - j;
    });
  });
}

/** The order of two places; quick where a difference of numbers tells it. */
function comparison(values: TypedArray): (i: number, j: number) => number {
  if (values instanceof BigInt64Array || values instanceof BigUint64Array || values instanceof ElementArray)
    return (i, j) => compareElements(values[i], values[j]);
  const hasNaNs = values.some(Number.isNaN);
  return hasNaNs ? (i, j) => compareElements(values[i], values[j]) : (i, j) => values[i] - values[j];
}

/** Runs `along` on the last axis with `axis` moved there, and moves it back. */
function onAxis(array: NDArray, axis: Value | undefined, along: (array: NDArray) => NDArray): NDArray {
  if (axis === null) return along(reshape(array, [array.size]));
  const at = axis === undefined ? array.ndim - 1 : axisOf(axis, array.ndim);
  if (array.ndim === 0) axisOf(-1, 0);
  const order = array.shape.map((_, i) => i);
  order[at] = array.ndim - 1;
  order[array.ndim - 1] = at;
  const found = permute(along(permute(array, order)), order);
  return found.isContiguous ? found : found.copy();
}

/** The array sorted along an axis, NaN last. */
export function sorted(array: NDArray, axis?: Value): NDArray {
  return onAxis(array, axis, (source) => {
    reserve(source.dtype, source.size);
    const result = source.copy();
    const length = source.shape[source.ndim - 1];
    if (source.storage instanceof ElementArray) sortRows(result, length);
    else
      for (let start = 0; start < result.storage.length; start += length)
        sortInPieces(result.storage.subarray(start, start + length) as Float64Array);
    return result;
  });
}

/** Elements that are sorted without asking whether the run has to stop. */
const pieceLength = 2 ** 18;

/** The engine's own sort can not be stopped: long lines are sorted in pieces, which are then merged. */
function sortInPieces(values: Float64Array): void {
  if (values.length <= pieceLength) {
    values.sort();
    return;
  }
  for (let start = 0; start < values.length; start += pieceLength) {
    values.subarray(start, start + pieceLength).sort();
    spent(pieceLength);
  }
  for (let width = pieceLength; width < values.length; width *= 2)
    for (let start = 0; start + width < values.length; start += 2 * width)
      merge(values.subarray(start, start + 2 * width), width);
}

function merge(values: Float64Array, middle: number): void {
  const left = values.slice(0, middle);
  let from = 0;
  let right = middle;
  inBlocks(values.length, (start, end) => {
    for (let at = start; at < end && from < middle; at++) {
      const takesLeft = right >= values.length || compareElements(left[from]!, values[right]!) <= 0;
      values[at] = takesLeft ? left[from++]! : values[right++]!;
    }
  });
}

function sortRows(array: NDArray, length: number): void {
  const values = array.copy().elements();
  orders(array).forEach((order, row) => {
    order.forEach((from, to) => {
      array.storage[row * length + to] = values[row * length + from];
    });
  });
}

const argsort = (array: NDArray, axis?: Value, kind?: Value): NDArray => {
  checkKind(kind);
  return onAxis(array, axis, (source) =>
    fromStorage('int64', BigInt64Array.from(orders(source).flat(), BigInt), source.shape),
  );
};

const kinds = new Set(['quicksort', 'mergesort', 'heapsort', 'stable']);

function checkKind(kind: Value | undefined): void {
  if (isMissing(kind) || (typeof kind === 'string' && kinds.has(kind))) return;
  raiseValueError(`sort kind must be one of 'quick', 'heap', or 'stable' (got ${repr(kind)})`);
}

/** Places that have to be in the array, for `partition`: the whole array is sorted, so all of them are. */
function checkPlaces(array: NDArray, kth: Value, axis: Value | undefined): void {
  const at = axis === null ? -1 : axisOf(axis ?? -1, array.ndim);
  const length = axis === null ? array.size : array.shape[at];
  for (const place of Array.from(arrayOf(kth).elements(), Number))
    if (place < -length || place >= length) raiseValueError(`kth(=${place}) out of bounds (${length})`);
}

const argPartition = (array: NDArray, kth: Value, axis?: Value): NDArray => {
  checkPlaces(array, kth, axis);
  return argsort(array, axis);
};

const partitioned = (array: NDArray, kth: Value, axis?: Value): NDArray => {
  checkPlaces(array, kth, axis);
  return sorted(array, axis);
};

/** The order by several keys, the last one first. */
function lexsort(keys: Value, axis?: Value): Value {
  const arrays = toArray(keys).map((key) => arrayOf(key));
  if (arrays.length === 0) raiseTypeError('need sequence of keys with len > 0 in lexsort');
  const { ndim } = arrays[0];
  if (ndim === 0) return presented(arrayOf(0));
  const at = isMissing(axis) ? ndim - 1 : axisOf(axis, ndim);
  const rows = arrays.map((array) => axisLast(array, at));
  const length = rows[0].shape[ndim - 1];
  const values = rows.map((row) => row.elements()).reverse();
  const found: number[] = [];
  for (let start = 0; start < rows[0].size; start += length) {
    const order = Array.from({ length }, (_, i) => i);
    order.sort((i, j) => {
      for (const each of values) {
        const result = compareElements(each[start + i], each[start + j]);
        if (result !== 0) return result;
      }
      return i - j;
    });
    found.push(...order);
  }
  return lastTo(reshape(integerVector(found), rows[0].shape), at);
}

const nonzeroOf = (array: NDArray): Value => {
  if (array.ndim === 0)
    raiseValueError(
      'Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`.',
    );
  return new PyTuple(nonzero(array));
};

function clip(array: NDArray, low?: Value, high?: Value, out?: Value): Value {
  if (isMissing(low) && isMissing(high)) raiseValueError('One of max or min must be given');
  const bounds = [low, high].map((bound) =>
    isMissing(bound) ? null : (operandOf(bound) ?? notSupported('this bound')),
  );
  const operands: Operand[] = [{ kind: 'array', array }, ...bounds.filter((bound) => bound !== null)];
  const common = commonType(operands);
  const asArray = (operand: Operand): Operand => ({
    kind: 'array',
    array: cast(operandArray(operand, common), common),
  });
  let result = cast(array, common);
  if (bounds[0]) result = compute('maximum', [{ kind: 'array', array: result }, asArray(bounds[0])]);
  if (bounds[1]) result = compute('minimum', [{ kind: 'array', array: result }, asArray(bounds[1])]);
  const target = outputOf(out);
  if (!target) return presented(result === array ? result.copy() : result);
  checkWritable(target, 'output array is read-only');
  assign(target, castChecked(result, target.dtype));
  return target;
}

function roundToEven(x: number): number {
  if (!Number.isFinite(x)) return x;
  const floor = Math.floor(x);
  const rest = x - floor;
  const rounded = rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
  return rounded === 0 && (x < 0 || Object.is(x, -0)) ? -0 : rounded;
}

/** Both components are rounded. */
function roundedComplex(array: NDArray, decimals: number): NDArray {
  const result = array.copy();
  for (const part of ['re', 'im'] as const)
    assign(componentOf(result, part), rounded(componentOf(array, part).copy(), decimals));
  return result;
}

/** NumPy scales, rounds half to even and scales back, in the array's own type. */
export function rounded(array: NDArray, decimals: number): NDArray {
  if (isComplex(array.dtype)) return roundedComplex(array, decimals);
  if (!isFloat(array.dtype)) return roundedInteger(array, decimals);
  const step =
    array.dtype === 'float32'
      ? Math.fround
      : array.dtype === 'float16'
        ? roundToHalf
        : (x: number): number => x;
  const factor = step(10 ** Math.abs(decimals));
  const compute = (x: number): number => {
    if (decimals === 0) return roundToEven(x);
    return decimals > 0
      ? step(roundToEven(step(x * factor)) / factor)
      : step(roundToEven(step(x / factor)) * factor);
  };
  return mapElements((x) => compute(Number(x)), [array], array.dtype);
}

function roundedInteger(array: NDArray, decimals: number): NDArray {
  if (array.dtype === 'bool') return notSupported('rounding of booleans (NumPy gives float16)');
  if (decimals >= 0) return array.copy();
  return cast(rounded(cast(array, 'float64'), decimals), array.dtype);
}

const round = (array: NDArray, decimals?: Value, out?: Value): Value => {
  refuseArguments({ out });
  return presented(rounded(array, isMissing(decimals) ? 0 : integerOf(decimals)));
};

export function searchSorted(array: NDArray, values: Value, side?: Value, sorter?: Value): Value {
  if (array.ndim !== 1)
    raiseValueError(
      array.ndim === 0 ? 'object of too small depth for desired array' : 'object too deep for desired array',
    );
  if (!isMissing(side) && side !== 'left' && side !== 'right')
    raiseValueError(`search side must be 'left' or 'right' (got ${repr(side)})`);
  const source = isMissing(sorter) ? array : takeAxis(array, arrayOf(sorter, 'int64'), 0);
  const wanted = arrayOf(values);
  const common = promote(source.dtype, wanted.dtype);
  const sortedValues = cast(source, common).elements();
  const isRight = side === 'right';
  const find = (value: Element): number => {
    let low = 0;
    let high = sortedValues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compareElements(sortedValues[middle], value);
      if (order < 0 || (isRight && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return presented(mapElements((value) => BigInt(find(value)), [cast(wanted, common)], 'int64'));
}

/** Methods that are functions of the module too: signature without the array → body. */
export const orderMethods = {
  'argsort(axis?, kind?, order?, *, stable?)': argsort,
  'argpartition(kth, axis?, kind?, order?)': argPartition,
  'nonzero()': nonzeroOf,
  'clip(min?, max?, out?)': clip,
  'round(decimals?, out?)': round,
  'searchsorted(v, side?, sorter?)': searchSorted,
};

/** `array.sort()`: in place. */
export function sortInPlace(array: NDArray, axis?: Value, kind?: Value): Value {
  checkKind(kind);
  checkWritable(array, 'sort array is read-only');
  assign(array, sorted(array, axis));
  return null;
}

/** `array.partition(kth)`: in place. */
export function partitionInPlace(array: NDArray, kth: Value, axis?: Value): Value {
  checkPlaces(array, kth, axis);
  return sortInPlace(array, axis);
}

// ------------------------------------------------------------------------------------------------------- functions

function where(condition: Value, x?: Value, y?: Value): Value {
  const mask = arrayOf(condition);
  if (x === undefined && y === undefined) return nonzeroOf(mask);
  if (x === undefined || y === undefined)
    return raiseValueError('either both or neither of x and y should be given');
  return select(mask, x, y);
}

interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
  readonly equalNan: boolean;
}

/** `np.isclose` of arrays. */
export function closeElements(a: NDArray, b: NDArray, tolerance: Tolerance): NDArray {
  const { rtol, atol, equalNan } = tolerance;
  const test = (x: number, y: number): boolean => {
    if (Number.isNaN(x) || Number.isNaN(y)) return equalNan && Number.isNaN(x) && Number.isNaN(y);
    if (!Number.isFinite(x) || !Number.isFinite(y)) return x === y;
    return Math.abs(x - y) <= atol + rtol * Math.abs(y);
  };
  if (isComplex(a.dtype) || isComplex(b.dtype)) return closeComplex(a, b, tolerance);
  return mapElements(
    (x, y) => (test(Number(x), Number(y)) ? 1 : 0),
    [cast(a, 'float64'), cast(b, 'float64')],
    'bool',
  );
}

function closeComplex(a: NDArray, b: NDArray, { rtol, atol, equalNan }: Tolerance): NDArray {
  const test = (x: Complex, y: Complex): boolean => {
    if (hasNaN(x) || hasNaN(y)) return equalNan && hasNaN(x) && hasNaN(y);
    if (![x.re, x.im, y.re, y.im].every(Number.isFinite)) return x.re === y.re && x.im === y.im;
    return Math.hypot(x.re - y.re, x.im - y.im) <= atol + rtol * Math.hypot(y.re, y.im);
  };
  return mapElements(
    (x, y) => (test(x as Complex, y as Complex) ? 1 : 0),
    [cast(a, 'complex128'), cast(b, 'complex128')],
    'bool',
  );
}

const toleranceOf = (rtol?: Value, atol?: Value, equalNan?: Value): Tolerance => ({
  rtol: isMissing(rtol) ? 1e-5 : toFloat(rtol),
  atol: isMissing(atol) ? 1e-8 : toFloat(atol),
  equalNan: flag(equalNan, false),
});

const isClose = (a: Value, b: Value, ...[rtol, atol, equalNan]: Given): Value =>
  presented(closeElements(arrayOf(a), arrayOf(b), toleranceOf(rtol, atol, equalNan)));

const allTrue = (array: NDArray): boolean =>
  Array.from(array.elements() as ArrayLike<Element>).every(Boolean);

/** True when both have one shape and equal elements. */
export function arraysAreEqual(a: NDArray, b: NDArray, options: { equalNan: boolean }): boolean {
  if (a.shape.join() !== b.shape.join()) return false;
  const equal = compute('equal', [
    { kind: 'array', array: a },
    { kind: 'array', array: b },
  ]);
  if (!options.equalNan || !isFloat(promote(a.dtype, b.dtype)) || !hasNonFinite(cast(a, 'float64')))
    return allTrue(equal);
  return allTrue(
    mapElements(
      (e, x, y) => (e || (Number.isNaN(Number(x)) && Number.isNaN(Number(y))) ? 1 : 0),
      [equal, a, b],
      'bool',
    ),
  );
}

function countNonzero(value: Value, axis?: Value, keepdims?: Value): Value {
  const array = cast(arrayOf(value), 'bool');
  if (isMissing(axis) && !flag(keepdims, false)) {
    let count = 0;
    for (const element of array.elements() as Uint8Array) count += element;
    return numpyVersion() === 2 ? new NumpyScalar('int64', BigInt(count)) : count;
  }
  const axes = axesOf(axis, array.ndim);
  const found = reduce(array, 'sum', { axes, accumulate: 'int64', output: 'int64' });
  return presented(flag(keepdims, false) ? reshape(found, keptShape(array.shape, axes)) : found);
}

/** Functions of the module. */
export const orderFunctions = {
  'sort(a, axis?, kind?, order?, *, stable?)': (value: Value, axis?: Value, kind?: Value) => {
    checkKind(kind);
    return sorted(arrayOf(value), axis);
  },
  'msort(a)': (value: Value) => sorted(arrayOf(value), 0),
  'partition(a, kth, axis?, kind?, order?)': (value: Value, kth: Value, axis?: Value) =>
    partitioned(arrayOf(value), kth, axis),
  'lexsort(keys, axis?)': lexsort,
  'where(condition, x?, y?, /)': (condition: Value, x?: Value, y?: Value) => {
    const found = where(condition, x, y);
    return found;
  },
  'flatnonzero(a)': (value: Value) => nonzero(reshape(arrayOf(value), [arrayOf(value).size]))[0]!,
  'isclose(a, b, rtol?, atol?, equal_nan?)': isClose,
  'allclose(a, b, rtol?, atol?, equal_nan?)': (a: Value, b: Value, ...[rtol, atol, equalNan]: Given) =>
    allTrue(closeElements(arrayOf(a), arrayOf(b), toleranceOf(rtol, atol, equalNan))),
  'array_equal(a1, a2, equal_nan?)': (a: Value, b: Value, equalNan?: Value) =>
    arraysAreEqual(arrayOf(a), arrayOf(b), { equalNan: flag(equalNan, false) }),
  'count_nonzero(a, axis?, *, keepdims?)': countNonzero,
};
