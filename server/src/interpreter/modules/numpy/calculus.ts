/**
 * Differences and sums along an axis: diff, gradient, trapezoid, interp, convolve, correlate, unwrap, running sums. Formulas are
 * those of NumPy's `function_base`.
 */
import { complexArithmetic } from '../../../tensor/complexFunctions.ts';
import { type DType, isComplex, isFloat, promote } from '../../../tensor/dtype.ts';
import { broadcastTo, cast, fromValues, type NDArray, zeros } from '../../../tensor/ndarray.ts';
import { concatenate, reshape } from '../../../tensor/shaping.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { runtime } from '../../runtime.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { axesOf, axisOf, flag, type Given, integerOf, isMissing } from './arguments.ts';
import {
  add,
  along,
  apply,
  asFloat,
  axisLast,
  divide,
  flat,
  floats,
  floatTypeOf,
  lastTo,
  multiply,
  numbersOf,
  type Part,
  subtract,
} from './arrayMath.ts';
import { arrayOf, castChecked, numpyVersion, reserve } from './conversion.ts';
import { presented } from './numpyScalar.ts';
import { reductions } from './reductions.ts';
import { total } from './ufuncReduce.ts';

// ------------------------------------------------------------------------------------------------------ differences

/** A part that goes before or after, with the axes of the array. */
function edge(value: Value, array: NDArray, axis: number): NDArray {
  const given = arrayOf(value);
  return given.ndim === 0 ? broadcastTo(given, array.shape.with(axis, 1)) : given;
}

function diff(value: Value, ...[count, axis, prepend, append]: Given): Value {
  const array = arrayOf(value);
  const order = isMissing(count) ? 1 : integerOf(count);
  if (order === 0) return value;
  if (order < 0) raiseValueError(`order must be non-negative but got ${order}`);
  if (array.ndim === 0) raiseValueError('diff requires input that is at least one dimensional');
  const at = isMissing(axis) ? array.ndim - 1 : axisOf(axis, array.ndim);
  const parts = [
    ...(isMissing(prepend) ? [] : [edge(prepend, array, at)]),
    array,
    ...(isMissing(append) ? [] : [edge(append, array, at)]),
  ];
  let found = parts.length === 1 ? array : concatenate(parts, at);
  for (let i = 0; i < Math.min(order, array.shape[at] + 2); i++) {
    runtime().checkpoint();
    const name = found.dtype === 'bool' ? 'not_equal' : 'subtract';
    found = apply(name, along(found, at, { start: 1 }), along(found, at, { stop: -1 }));
  }
  return found;
}

function ediff1d(value: Value, toEnd?: Value, toBegin?: Value): NDArray {
  const array = flat(arrayOf(value));
  const differences = diff(array) as NDArray;
  const inType = (part: Value): NDArray => castChecked(flat(arrayOf(part)), array.dtype);
  return concatenate(
    [
      ...(isMissing(toBegin) ? [] : [inType(toBegin)]),
      differences,
      ...(isMissing(toEnd) ? [] : [inType(toEnd)]),
    ],
    0,
  );
}

/** Steps along an axis: one number, or one between each two neighbours. */
type Steps = number | NDArray;

function stepsOf(value: Value, array: NDArray, axis: number): Steps {
  const given = arrayOf(value);
  if (given.ndim === 0) return Number(given.at(0));
  if (given.ndim > 1) raiseValueError('distances must be either scalars or 1d');
  if (given.size !== array.shape[axis])
    raiseValueError('when 1d, distances must match the length of the corresponding dimension');
  const steps = diff(asFloat(given)) as NDArray;
  const numbers = numbersOf(steps);
  return numbers.every((step) => step === numbers[0]) ? numbers[0] : steps;
}

const window = (array: NDArray, from: number, to: number | null): NDArray =>
  along(array, array.ndim - 1, { start: from, stop: to });

/** `weights · values`, one product after the other. */
const combined = (parts: readonly (readonly [Part, NDArray])[]): NDArray =>
  parts.map(([weight, values]) => multiply(weight, values)).reduce(add);

/** The inner differences and both edges, along the last axis. */
function slopes(values: NDArray, steps: Steps, edgeOrder: number): NDArray {
  const n = values.shape[values.ndim - 1];
  const [first, second, third] = [
    window(values, 0, n - 2),
    window(values, 1, n - 1),
    window(values, 2, null),
  ];
  const inner =
    typeof steps === 'number'
      ? divide(subtract(third, first), apply('multiply', floats([2], []), steps))
      : combined(unevenWeights(steps).map((weight, i) => [weight, [first, second, third][i]] as const));
  const edges = edgeOrder === 1 ? straightEdges(values, steps) : curvedEdges(values, steps);
  return concatenate([edges[0], inner, edges[1]], values.ndim - 1);
}

function unevenWeights(steps: NDArray): [NDArray, NDArray, NDArray] {
  const before = along(steps, 0, { stop: -1 });
  const after = along(steps, 0, { start: 1 });
  const both = add(before, after);
  return [
    divide(apply('negative', after), multiply(before, both)),
    divide(subtract(after, before), multiply(before, after)),
    divide(before, multiply(after, both)),
  ];
}

const stepAt = (steps: Steps, index: number): number =>
  typeof steps === 'number' ? steps : Number(steps.at(index < 0 ? steps.size + index : index));

function straightEdges(values: NDArray, steps: Steps): [NDArray, NDArray] {
  const n = values.shape[values.ndim - 1];
  const rise = (at: number): NDArray => subtract(window(values, at + 1, at + 2), window(values, at, at + 1));
  return [divide(rise(0), stepAt(steps, 0)), divide(rise(n - 2), stepAt(steps, -1))];
}

function curvedEdges(values: NDArray, steps: Steps): [NDArray, NDArray] {
  const n = values.shape[values.ndim - 1];
  const at = (i: number): NDArray => window(values, i, i + 1);
  const edge = (weights: readonly number[], start: number): NDArray =>
    combined(weights.map((weight, i) => [floats([weight], []), at(start + i)] as const));
  if (typeof steps === 'number')
    return [
      edge([-1.5 / steps, 2 / steps, -0.5 / steps], 0),
      edge([0.5 / steps, -2 / steps, 1.5 / steps], n - 3),
    ];
  const [a, b] = [stepAt(steps, 0), stepAt(steps, 1)];
  const [c, d] = [stepAt(steps, -2), stepAt(steps, -1)];
  return [
    edge([-(2 * a + b) / (a * (a + b)), (a + b) / (a * b), -a / (b * (a + b))], 0),
    edge([d / (c * (c + d)), -(d + c) / (c * d), (2 * d + c) / (d * (c + d))], n - 3),
  ];
}

function gradient(value: Value, spacings: readonly Value[], axis?: Value, edgeOrder?: Value): Value {
  const array = arrayOf(value);
  const axes = axesOf(axis, array.ndim);
  const order = isMissing(edgeOrder) ? 1 : integerOf(edgeOrder);
  if (order > 2) raiseValueError("'edge_order' greater than 2 not supported");
  if (spacings.length > 1 && spacings.length !== axes.length) raiseTypeError('invalid number of arguments');
  const values = asFloat(array);
  const found = axes.map((at, i) => {
    if (array.shape[at] < order + 1)
      raiseValueError(
        'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.',
      );
    const spacing = spacings.length === 0 ? 1 : spacings.length === 1 ? spacings[0] : spacings[i];
    return lastTo(slopes(axisLast(values, at), stepsOf(spacing, array, at), order), at);
  });
  if (found.length === 1) return found[0];
  return numpyVersion() === 2 ? new PyTuple(found) : new PyList(found);
}

function trapezoid(value: Value, ...[x, dx, axis]: Given): Value {
  const array = arrayOf(value);
  const at = isMissing(axis) ? array.ndim - 1 : axisOf(axis, array.ndim);
  const rows = axisLast(array, at);
  const heights = add(window(rows, 1, null), window(rows, 0, -1));
  const areas = divide(multiply(widthsOf(array, at, x, dx), heights), floats([2], []));
  return presented(total(areas, 'sum', { axes: [areas.ndim - 1], dtype: areas.dtype }));
}

function widthsOf(array: NDArray, axis: number, ...[x, dx]: Given): NDArray {
  if (isMissing(x)) return isMissing(dx) ? floats([1], []) : arrayOf(dx);
  const places = arrayOf(x);
  if (places.ndim === 1) return diff(places) as NDArray;
  const at = places.ndim === array.ndim ? axis : places.ndim - 1;
  return axisLast(diff(places, undefined, at) as NDArray, at);
}

// ----------------------------------------------------------------------------------------------------- interpolation

interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly left: number;
  readonly right: number;
}

/** The value of a curve of straight lines: `arr_interp` of NumPy's C code. */
function valueAt(curve: Curve, at: number): number {
  const { x, y } = curve;
  const last = x.length - 1;
  if (Number.isNaN(at)) return at;
  if (at < x[0]) return curve.left;
  if (at > x[last]) return curve.right;
  let [low, high] = [0, last + 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle] <= at) low = middle;
    else high = middle;
  }
  if (low === last || x[low] === at) return y[low];
  const slope = (y[low + 1] - y[low]) / (x[low + 1] - x[low]);
  const found = slope * (at - x[low]) + y[low];
  if (!Number.isNaN(found)) return found;
  const other = slope * (at - x[low + 1]) + y[low + 1];
  return Number.isNaN(other) && y[low] === y[low + 1] ? y[low] : other;
}

function interp(at: Value, xp: Value, fp: Value, ...[left, right, period]: Given): Value {
  const places = asFloat(arrayOf(at));
  let [x, y] = [numbersOf(arrayOf(xp)), numbersOf(arrayOf(fp))];
  if (x.length === 0) raiseValueError('array of sample points is empty');
  if (x.length !== y.length) raiseValueError('fp and xp are not of the same length.');
  let wrap = (value: number): number => value;
  if (!isMissing(period)) {
    const length = Math.abs(toFloat(period));
    if (length === 0) raiseValueError('period must be a non-zero value');
    wrap = (value) => value - Math.floor(value / length) * length;
    const order = [...x.keys()].sort((i, j) => wrap(x[i]) - wrap(x[j]));
    const [sortedX, sortedY] = [order.map((i) => wrap(x[i])), order.map((i) => y[i])];
    x = [sortedX.at(-1)! - length, ...sortedX, sortedX[0] + length];
    y = [sortedY.at(-1)!, ...sortedY, sortedY[0]];
  }
  const curve: Curve = {
    x,
    y,
    left: isMissing(left) ? y[0] : toFloat(left),
    right: isMissing(right) ? y.at(-1)! : toFloat(right),
  };
  return presented(
    floats(
      numbersOf(places).map((value) => valueAt(curve, wrap(value))),
      places.shape,
    ),
  );
}

// -------------------------------------------------------------------------------------------------------- convolution

/** How far the shorter vector may stand over the ends of the longer one. */
function overhang(mode: Value, n: number): [number, number] {
  const name = modeName(mode);
  if (name === 'full') return [n - 1, n - 1];
  if (name === 'valid') return [0, 0];
  return [Math.floor(n / 2), n - 1 - Math.floor(n / 2)];
}

const modeNames = ['valid', 'same', 'full'] as const;

/** NumPy 1.24 looks at the first letter only. */
function modeName(mode: Value): (typeof modeNames)[number] {
  const found =
    typeof mode === 'number'
      ? modeNames[mode]
      : modeNames.find((name) => (numpyVersion() === 2 ? name === mode : name[0] === String(mode)[0]));
  return found ?? raiseValueError("Use one of 'valid', 'same', or 'full' for convolve/correlate mode");
}

interface ProductSteps {
  plus(a: never, b: never): never;
  times(a: never, b: never): never;
}

/** The steps of a sum of products. */
function stepsIn(dtype: DType): ProductSteps {
  if (!isComplex(dtype)) return { plus: (a, b) => (a + b) as never, times: (a, b) => (a * b) as never };
  const { add: plus, multiply: times } = complexArithmetic(dtype);
  return { plus, times } as unknown as ProductSteps;
}

/** Sums of products of two vectors at every shift. */
function correlated(a: NDArray, b: NDArray, mode: Value): NDArray {
  if (a.size === 0 || b.size === 0)
    raiseValueError(`${a.size === 0 ? 'first' : 'second'} array argument cannot be empty`);
  const isSwapped = a.size < b.size;
  const [long, short] = isSwapped ? [b, a] : [a, b];
  const dtype: DType = promote(a.dtype, b.dtype);
  const [left, right] = overhang(mode, short.size);
  const length = long.size - short.size + 1 + left + right;
  reserve(dtype, length);
  const [x, y] = [cast(long, dtype).elements(), cast(short, dtype).elements()];
  const result = zeros(dtype, [length]);
  const { plus, times } = stepsIn(dtype);
  for (let i = 0; i < length; i++) {
    if (i % 4096 === 0) runtime().checkpoint();
    const shift = i - left;
    let sum = zeros(dtype, [1]).storage[0] as never;
    for (let k = Math.max(0, -shift); k < Math.min(y.length, x.length - shift); k++)
      sum = plus(sum, times(x[shift + k] as never, y[k] as never));
    result.storage[isSwapped ? length - 1 - i : i] = (dtype === 'bool' ? Number(Boolean(sum)) : sum) as never;
  }
  return result;
}

const vectorOf = (value: Value): NDArray => {
  const array = arrayOf(value);
  if (array.ndim > 1) raiseValueError('object too deep for desired array');
  return reshape(array, [array.size]);
};

const conjugated = (array: NDArray): NDArray => (isComplex(array.dtype) ? apply('conjugate', array) : array);

export function convolve(a: Value, v: Value, mode?: Value): NDArray {
  const [x, y] = [vectorOf(a), vectorOf(v)];
  if (x.size === 0) raiseValueError('a cannot be empty');
  if (y.size === 0) raiseValueError('v cannot be empty');
  const [long, short] = y.size > x.size ? [y, x] : [x, y];
  return correlated(long, along(short, 0, { step: -1 }), mode ?? 'full');
}

// -------------------------------------------------------------------------------------------------------------- others

function unwrap(value: Value, ...[discont, axis, period]: Given): NDArray {
  const array = arrayOf(value);
  const at = isMissing(axis) ? array.ndim - 1 : axisOf(axis, array.ndim);
  const length = isMissing(period) ? 2 * Math.PI : toFloat(period);
  const isWhole = !isFloat(array.dtype) && Number.isInteger(length) && typeof period === 'number';
  const dtype = isWhole ? array.dtype : floatTypeOf(array.dtype);
  const half = isWhole ? Math.floor(length / 2) : length / 2;
  const jump = isMissing(discont) ? length / 2 : toFloat(discont);
  const steps = diff(array, undefined, at) as NDArray;
  const low = -half;
  const isAmbiguous = !isWhole || length % 2 === 0;
  const corrections = numbersOf(steps).map((step) => {
    let wrapped = step - low - Math.floor((step - low) / length) * length + low;
    if (isAmbiguous && wrapped === low && step > 0) wrapped = half;
    return Math.abs(step) < jump ? 0 : wrapped - step;
  });
  const rows = axisLast(fromValues('float64', steps.shape, corrections), at);
  const sums = accumulateRows(rows);
  const source = axisLast(cast(array, dtype), at);
  const moved = add(window(source, 1, null), cast(sums, dtype));
  return lastTo(concatenate([window(source, 0, 1), moved], source.ndim - 1), at);
}

function accumulateRows(rows: NDArray): NDArray {
  const result = rows.copy();
  const length = rows.shape[rows.ndim - 1];
  for (let i = 0; i < result.size; i++)
    if (i % length > 0)
      result.storage[i] = ((result.storage[i] as number) + (result.storage[i - 1] as number)) as never;
  return result;
}

const runningMethods = {
  sum: reductions['cumsum(axis?, dtype?, out?)'],
  prod: reductions['cumprod(axis?, dtype?, out?)'],
};

const cumulative =
  (kind: 'sum' | 'prod') =>
  (value: Value, ...[axis, dtype, out, initial]: Given): Value => {
    const array = arrayOf(value);
    if (isMissing(axis) && array.ndim !== 1)
      raiseValueError('For arrays which have more than one dimension ``axis`` argument is required.');
    const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
    const found = runningMethods[kind](array, at, dtype, out) as NDArray;
    if (!flag(initial, false)) return found;
    const first = broadcastTo(cast(arrayOf(kind === 'sum' ? 0 : 1), found.dtype), found.shape.with(at, 1));
    return concatenate([first, found], at);
  };

function kron(a: Value, b: Value): Value {
  const [x, y] = [arrayOf(a), arrayOf(b)];
  const ndim = Math.max(x.ndim, y.ndim);
  const shapes = [x, y].map((array) => [...new Array<number>(ndim - array.ndim).fill(1), ...array.shape]);
  const left = reshape(
    x,
    shapes[0].flatMap((length) => [length, 1]),
  );
  const right = reshape(
    y,
    shapes[1].flatMap((length) => [1, length]),
  );
  reserve(promote(x.dtype, y.dtype), x.size * y.size);
  const shape = shapes[0].map((length, axis) => length * shapes[1][axis]);
  return presented(reshape(multiply(left, right), shape));
}

/** The components of vectors along the last axis. */
const component = (array: NDArray, index: number): NDArray =>
  reshape(window(array, index, index + 1), array.shape.slice(0, -1));

function cross(a: Value, b: Value, ...[axisa, axisb, axisc, axis]: Given): Value {
  const [x, y] = [
    [a, axis ?? axisa],
    [b, axis ?? axisb],
  ].map(([value, at]) => {
    const array = arrayOf(value as Value);
    if (array.ndim === 0) raiseValueError('At least one array has zero dimension');
    return axisLast(array, axisOf(at ?? -1, array.ndim));
  });
  const lengths = [x, y].map((array) => array.shape[array.ndim - 1]);
  if (lengths.some((length) => length !== 2 && length !== 3))
    raiseValueError('incompatible dimensions for cross product\n(dimension must be 2 or 3)');
  const product = (i: number, j: number): NDArray | null =>
    i < lengths[0] && j < lengths[1] ? multiply(component(x, i), component(y, j)) : null;
  const minus = (i: number, j: number): NDArray => {
    const [p, q] = [product(i, j), product(j, i)];
    if (p && q) return subtract(p, q);
    return p ?? (q ? apply('negative', q) : multiply(component(x, 0), 0));
  };
  if (lengths[0] === 2 && lengths[1] === 2) return minus(0, 1);
  const parts = [minus(1, 2), minus(2, 0), minus(0, 1)];
  const joined = concatenate(
    parts.map((part) => reshape(part, [...part.shape, 1])),
    parts[0].ndim,
  );
  const to = axis ?? axisc;
  return isMissing(to) ? joined : lastTo(joined, axisOf(to, joined.ndim));
}

/** Functions of the module. */
export const calculusFunctions = {
  'diff(a, n?, axis?, prepend?, append?)': diff,
  'ediff1d(ary, to_end?, to_begin?)': ediff1d,
  'gradient(f, *varargs, axis?, edge_order?)': gradient,
  'trapz(y, x?, dx?, axis?)': trapezoid,
  'trapezoid(y, x?, dx?, axis?)': trapezoid,
  'interp(x, xp, fp, left?, right?, period?)': interp,
  'convolve(a, v, mode?)': convolve,
  'correlate(a, v, mode?)': (a: Value, v: Value, mode?: Value) =>
    correlated(vectorOf(a), conjugated(vectorOf(v)), mode ?? 'valid'),
  'unwrap(p, discont?, axis?, *, period?)': unwrap,
  'cumulative_sum(x, /, *, axis?, dtype?, out?, include_initial?)': cumulative('sum'),
  'cumulative_prod(x, /, *, axis?, dtype?, out?, include_initial?)': cumulative('prod'),
  'kron(a, b)': kron,
  'cross(a, b, axisa?, axisb?, axisc?, axis?)': cross,
};
