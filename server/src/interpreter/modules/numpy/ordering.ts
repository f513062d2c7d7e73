/** Order and search: sort, argsort, unique, where, nonzero, searchsorted, clip, round, comparisons with tolerance. */
import type { Complex } from '../../../tensor/complex.ts';
import { hasNaN } from '../../../tensor/complexFunctions.ts';
import { type Element, isComplex, isFloat, promote, roundToHalf } from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { getItem, nonzero } from '../../../tensor/indexing.ts';
import { assign, cast, componentOf, fieldOf, int64Vector, type NDArray } from '../../../tensor/ndarray.ts';
import {
  argsortAlong,
  compareElements,
  recordOrder,
  searchPositions,
  sortedAlong,
} from '../../../tensor/ordering.ts';
import { fieldsOf, isRecord, type RecordDType } from '../../../tensor/recordElement.ts';
import { reduce } from '../../../tensor/reduce.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { asText } from '../../types/textValues.ts';
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
import { raiseCasting } from './numpyErrors.ts';
import { NumpyScalar, presented } from './numpyScalar.ts';
import { commonType, type Operand, operandArray, operandOf } from './promotion.ts';
import { checkWritable } from './readOnly.ts';
import { compute } from './ufuncs.ts';

/** The array and the axis that `axis=` names; None means the flattened array. */
function alongAxis(array: NDArray, axis: Value | undefined): [array: NDArray, axis: number] {
  if (axis === null) return [reshape(array, [array.size]), 0];
  if (array.ndim === 0) axisOf(-1, 0);
  return [array, axis === undefined ? array.ndim - 1 : axisOf(axis, array.ndim)];
}

/** The places of sorted records: by the fields that `order` names, then by the others. */
function orderOfRecords(array: NDArray, order: Value | undefined): NDArray {
  if (array.ndim !== 1) notSupported('sorting arrays of records of several axes');
  const names = fieldsOf(array.dtype as RecordDType).map(({ name }) => name);
  const one = isMissing(order) ? '' : asText(order);
  const first = isMissing(order)
    ? []
    : one === null
      ? toArray(order).map((name) => asText(name) ?? '')
      : [one];
  const unknown = first.find((name) => !names.includes(name));
  if (unknown !== undefined) raiseValueError(`unknown field name: ${unknown}`);
  const keys = [...first, ...names.filter((name) => !first.includes(name))];
  return int64Vector(recordOrder(keys.map((name) => fieldOf(array, name)!)));
}

/** The array sorted along an axis, NaN last. */
export function sorted(array: NDArray, axis?: Value, order?: Value): NDArray {
  if (isRecord(array.dtype)) return getItem(array, [{ kind: 'array', array: orderOfRecords(array, order) }]);
  reserve(array.dtype, array.size);
  return sortedAlong(...alongAxis(array, axis));
}

const argsort = (array: NDArray, axis?: Value, kind?: Value, order?: Value): NDArray => {
  checkKind(kind);
  if (isRecord(array.dtype)) return orderOfRecords(array, order);
  reserve('float64', array.size * 4);
  return argsortAlong(...alongAxis(array, axis));
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
  if (array.dtype === 'bool') return roundedBool(array, decimals);
  if (decimals >= 0) return array.copy();
  return cast(rounded(cast(array, 'float64'), decimals), array.dtype);
}

/** `rint` of booleans gives halves; with decimals they would have to take a product. */
function roundedBool(array: NDArray, decimals: number): NDArray {
  if (decimals === 0) return cast(array, 'float16');
  const ufunc = decimals > 0 ? 'multiply' : 'divide';
  return raiseCasting(`ufunc '${ufunc}' output`, { from: 'float64', to: 'bool', casting: 'same_kind' });
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
  const positions = searchPositions(
    cast(source, common).elements(),
    cast(wanted, common),
    side === 'right' ? 'right' : 'left',
  );
  return presented(positions);
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
export function sortInPlace(array: NDArray, axis?: Value, kind?: Value, order?: Value): Value {
  checkKind(kind);
  checkWritable(array, 'sort array is read-only');
  assign(array, sorted(array, axis, order));
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
  'sort(a, axis?, kind?, order?, *, stable?)': (value: Value, axis?: Value, kind?: Value, order?: Value) => {
    checkKind(kind);
    return sorted(arrayOf(value), axis, order);
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
