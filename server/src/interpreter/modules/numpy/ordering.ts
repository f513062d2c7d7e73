/** Order and search: sort, argsort, unique, where, nonzero, searchsorted, clip, round, comparisons with tolerance. */
import { Complex } from '../../../tensor/complex.ts';
import { compareComplex, hasNaN } from '../../../tensor/complexFunctions.ts';
import {
  type DType,
  type Element,
  isComplex,
  isDiscrete,
  isFloat,
  promote,
  roundToHalf,
} from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { nonzero } from '../../../tensor/indexing.ts';
import {
  assign,
  cast,
  componentOf,
  fromStorage,
  fromValues,
  isNonZero,
  type NDArray,
} from '../../../tensor/ndarray.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { permute, reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { runtime } from '../../runtime.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyTuple, type Value } from '../../values.ts';
import { axisOf, flag, type Given, integerOf, isMissing, outputOf, refuseArguments } from './arguments.ts';
import { arrayOf, castChecked, hasNonFinite, integerVector, numpyVersion } from './conversion.ts';
import { select } from './creation.ts';
import { takeAxis } from './manipulation.ts';
import { NumpyScalar, presented } from './numpyScalar.ts';
import { commonType, type Operand, operandArray, operandOf } from './promotion.ts';
import { checkWritable } from './readOnly.ts';
import { compute } from './ufuncs.ts';

/** NaN comes last, as in NumPy. */
function compareElements(a: Element, b: Element): number {
  if (a instanceof Complex && b instanceof Complex) return compareComplex(a, b);
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** The stable order of the elements along the last axis. */
function orders(array: NDArray): number[][] {
  const length = array.shape[array.ndim - 1];
  const values = array.elements();
  return Array.from({ length: elementCount(array.shape.slice(0, -1)) }, (_, row) => {
    const start = row * length;
    const order = Array.from({ length }, (_, i) => i);
    return order.sort((i, j) => compareElements(values[start + i], values[start + j]) || i - j);
  });
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

function sorted(array: NDArray, axis?: Value): NDArray {
  return onAxis(array, axis, (source) => {
    const result = source.copy();
    const length = source.shape[source.ndim - 1];
    const values = source.elements();
    orders(source).forEach((order, row) => {
      order.forEach((from, to) => {
        result.storage[row * length + to] = values[row * length + from];
      });
    });
    return result;
  });
}

const argsort = (array: NDArray, axis?: Value): NDArray =>
  onAxis(array, axis, (source) =>
    fromStorage('int64', BigInt64Array.from(orders(source).flat(), BigInt), source.shape),
  );

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

function searchSorted(array: NDArray, values: Value, side?: Value, sorter?: Value): Value {
  refuseArguments({ sorter });
  const wanted = arrayOf(values);
  const common = promote(array.dtype, wanted.dtype);
  const sortedValues = cast(array, common).elements();
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
  'argsort(axis?)': argsort,
  'nonzero()': nonzeroOf,
  'clip(min?, max?, out?)': clip,
  'round(decimals?, out?)': round,
  'searchsorted(v, side?, sorter?)': searchSorted,
};

/** `array.sort()`: in place. */
export function sortInPlace(array: NDArray, axis?: Value): Value {
  checkWritable(array, 'sort array is read-only');
  assign(array, sorted(array, axis));
  return null;
}

// ------------------------------------------------------------------------------------------------------- functions

function where(condition: Value, x?: Value, y?: Value): Value {
  const mask = arrayOf(condition);
  if (x === undefined && y === undefined) return nonzeroOf(mask);
  if (x === undefined || y === undefined)
    return raiseValueError('either both or neither of x and y should be given');
  return select(mask, x, y);
}

function unique(value: Value, ...[wantsIndex, wantsInverse, wantsCounts, axis]: Given): Value {
  refuseArguments({ axis });
  const given = arrayOf(value);
  const array = reshape(given, [given.size]);
  const order = orders(array)[0]!;
  const values = array.elements();
  const isNew = order.map((at, i) => {
    if (i === 0) return true;
    const [a, b] = [values[at], values[order[i - 1]]];
    return compareElements(a, b) !== 0;
  });
  const firsts = order.filter((_, i) => isNew[i]);
  const found: Value[] = [takeAxis(array, integerVector(firsts), 0)];
  if (flag(wantsIndex, false)) found.push(integerVector(firsts));
  let group = -1;
  const inverse = new Array<number>(order.length);
  const counts: number[] = [];
  order.forEach((at, i) => {
    if (isNew[i]) group++;
    inverse[at] = group;
    counts[group] = (counts[group] ?? 0) + 1;
  });
  if (flag(wantsInverse, false))
    found.push(
      given.ndim > 1 ? notSupported('return_inverse of more than one axis') : integerVector(inverse),
    );
  if (flag(wantsCounts, false)) found.push(integerVector(counts));
  return found.length === 1 ? found[0]! : new PyTuple(found);
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
  if (!options.equalNan || isDiscrete(promote(a.dtype, b.dtype)) || !hasNonFinite(a)) return allTrue(equal);
  return allTrue(
    mapElements(
      (e, x, y) => (e || (Number.isNaN(Number(x)) && Number.isNaN(Number(y))) ? 1 : 0),
      [equal, a, b],
      'bool',
    ),
  );
}

function diff(value: Value, count?: Value, axis?: Value): Value {
  const array = arrayOf(value);
  if (array.ndim === 0) raiseValueError('diff requires input that is at least one dimensional');
  const at = isMissing(axis) ? array.ndim - 1 : axisOf(axis, array.ndim);
  const order = isMissing(count) ? 1 : integerOf(count);
  if (order < 0) raiseValueError(`order must be non-negative but got ${order}`);
  let found = array;
  for (let i = 0; i < Math.min(order, array.shape[at]); i++) {
    runtime().checkpoint();
    const rows = (from: number): NDArray => {
      const { shape, strides, offset } = found.layout;
      return found.view({
        shape: shape.with(at, Math.max(0, shape[at] - 1)),
        strides,
        offset: offset + from * strides[at],
      });
    };
    const name = array.dtype === 'bool' ? 'not_equal' : 'subtract';
    found = compute(name, [
      { kind: 'array', array: rows(1) },
      { kind: 'array', array: rows(0) },
    ]);
  }
  return found;
}

function median(value: Value, axis?: Value): Value {
  const array = arrayOf(value);
  const type: DType = isFloat(array.dtype) ? array.dtype : 'float64';
  const source = isMissing(axis) ? reshape(array, [array.size]) : array;
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const last = source.ndim - 1;
  const order = [...source.shape.map((_, i) => i).filter((i) => i !== at), at];
  const rows = sorted(cast(permute(source, order), type), -1);
  const length = rows.shape[last];
  if (length === 0 || hasNonFinite(rows))
    notSupported('the median of nothing or of values that are not finite');
  const values = rows.elements() as ArrayLike<number>;
  const step = type === 'float32' ? Math.fround : (x: number): number => x;
  const middle = (row: number): number => {
    const half = row * length + (length >> 1);
    return length % 2 === 1 ? values[half] : step(step(values[half - 1] + values[half]) / 2);
  };
  const shape = rows.shape.slice(0, -1);
  const found = Array.from({ length: elementCount(shape) }, (_, row) => middle(row));
  return presented(fromValues(type, shape, found));
}

function bincount(value: Value, weights?: Value, least?: Value): Value {
  refuseArguments({ weights });
  const counts = Array.from(arrayOf(value, 'int64').elements(), Number);
  if (counts.some((count) => count < 0)) raiseValueError("'list' argument must have no negative elements");
  const length = Math.max(isMissing(least) ? 0 : integerOf(least), ...counts.map((count) => count + 1));
  const found = new Array<number>(length).fill(0);
  for (const count of counts) found[count]!++;
  return integerVector(found);
}

/** Functions of the module. */
export const orderFunctions = {
  'sort(a, axis?)': (value: Value, axis?: Value) => sorted(arrayOf(value), axis),
  'where(condition, x?, y?, /)': (condition: Value, x?: Value, y?: Value) => {
    const found = where(condition, x, y);
    return found;
  },
  'flatnonzero(a)': (value: Value) => nonzero(reshape(arrayOf(value), [arrayOf(value).size]))[0]!,
  'unique(ar, return_index?, return_inverse?, return_counts?, axis?)': unique,
  'isclose(a, b, rtol?, atol?, equal_nan?)': isClose,
  'allclose(a, b, rtol?, atol?, equal_nan?)': (a: Value, b: Value, ...[rtol, atol, equalNan]: Given) =>
    allTrue(closeElements(arrayOf(a), arrayOf(b), toleranceOf(rtol, atol, equalNan))),
  'array_equal(a1, a2, equal_nan?)': (a: Value, b: Value, equalNan?: Value) =>
    arraysAreEqual(arrayOf(a), arrayOf(b), { equalNan: flag(equalNan, false) }),
  'diff(a, n?, axis?)': diff,
  'median(a, axis?)': median,
  'bincount(x, weights?, minlength?)': bincount,
  'count_nonzero(a)': (value: Value) => {
    const count = Array.from(arrayOf(value).elements() as ArrayLike<Element>).filter(isNonZero).length;
    return numpyVersion() === 2 ? new NumpyScalar('int64', BigInt(count)) : count;
  },
};
