/** Numbers at equal distances: arange, linspace, logspace, geomspace. */
import {
  type DType,
  isBig,
  isComplex,
  isDiscrete,
  isFloat,
  promoteAll,
  roundToHalf,
} from '../../../tensor/dtype.ts';
import { asCounts, broadcastTo, cast, NDArray, toElement, zeros } from '../../../tensor/ndarray.ts';
import { broadcastShapes } from '../../../tensor/shape.ts';
import { permute, reshape } from '../../../tensor/shaping.ts';
import {
  commonUnit,
  isMoment,
  isTime,
  momentType,
  spanType,
  type TimeDType,
  unitOf,
} from '../../../tensor/timeElement.ts';
import { notSupported, raiseOverflowError, raiseValueError, raiseZeroDivision } from '../../exceptions.ts';
import { asText } from '../../types/textValues.ts';
import { PyTuple, type Value } from '../../values.ts';
import { axisOf, flag, type Given, integerOf, isMissing } from './arguments.ts';
import { add, apply, asFloat, constant, divide, multiply, numbersOf, subtract } from './arrayMath.ts';
import { arrayOf, castChecked, numpyVersion, reserve } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { NumpyScalar, presented } from './numpyScalar.ts';
import { commonType, operandOf } from './promotion.ts';

/** `np.arange`. */
export function arange(first: Value, second?: Value, third?: Value, dtype?: Value): NDArray {
  const times = timeRange([first, second, third], optionalDType(dtype));
  if (times) return times;
  const [start, stop, step] = isMissing(second) ? [0, first, third] : [first, second, third];
  const steps = isMissing(step) ? 1 : step;
  const parts = [start, stop, steps].map((part) => arrayOf(part as Value));
  if (parts.some((part) => part.ndim > 0)) notSupported('arange of arrays');
  const found = promoteAll(['int64', ...parts.map((part) => part.dtype)]);
  if (isComplex(found)) notSupported('arange of complex numbers');
  const type = optionalDType(dtype) ?? found;
  const isExact = !isFloat(found) && parts.every((part) => part.dtype !== 'uint64');
  return isExact
    ? integerRange(
        parts.map((part) => BigInt(part.at(0) as bigint)),
        type,
      )
    : floatRange(
        parts.map((part) => Number(part.at(0))),
        type,
      );
}

/** The range of moments or spans where one is meant, null where it is of numbers. */
function timeRange(
  [first, second, third]: readonly (Value | undefined)[],
  dtype: DType | undefined,
): NDArray | null {
  const given = [first, second, third].filter((value) => !isMissing(value)) as Value[];
  const types = given.flatMap((value) =>
    value instanceof NumpyScalar || value instanceof NDArray ? [value.dtype] : [],
  );
  if (!types.some(isTime) && !(dtype !== undefined && isTime(dtype))) return null;
  const isOfMoments = isMoment(dtype ?? types.find(isTime)!);
  if (isMissing(second) && isOfMoments)
    raiseValueError('arange requires both a start and a stop for datetime64');
  const own = (value: Value): NDArray =>
    arrayOf(value, asText(value) !== null ? (dtype ?? 'datetime64') : undefined);
  const parts = (isMissing(second) ? [0, first!, third] : [first!, second, third]).map((value) =>
    isMissing(value) ? arrayOf(1) : own(value),
  );
  const ofTimes = parts.map((part) => part.dtype).filter(isTime);
  const natural = unitOf(ofTimes.reduce<TimeDType>(promoteRange, isOfMoments ? 'datetime64' : 'timedelta64'));
  const unit = dtype !== undefined && isTime(dtype) ? (unitOf(dtype) ?? natural) : natural;
  const type = isOfMoments ? momentType(unit) : spanType(unit);
  const [start, stop, step] = parts.map((part) => {
    const wanted = isTime(part.dtype) ? (isMoment(part.dtype) ? momentType(unit) : spanType(unit)) : 'int64';
    return castChecked(part, wanted).at(0) as bigint;
  }) as [bigint, bigint, bigint];
  const end = isOfMoments && !isTime(parts[1].dtype) ? start + stop : stop;
  return asCounts(integerRange([start, end, step], 'int64'), type);
}

/** A range of moments is in the narrowest unit of its ends and its step. */
function promoteRange(a: TimeDType, b: TimeDType): TimeDType {
  const unit = commonUnit(unitOf(a), unitOf(b));
  return isMoment(a) ? momentType(unit) : spanType(unit);
}

function checkLength(length: number, type: DType): void {
  if (Number.isNaN(length)) raiseValueError('arange: cannot compute length');
  if (!(length < 2 ** 40)) raiseValueError('Maximum allowed size exceeded');
  reserve(type, length);
}

function integerRange([start, stop, step]: bigint[], type: DType): NDArray {
  if (step === 0n) raiseZeroDivision('division by zero');
  const count = (stop - start + step + (step > 0n ? -1n : 1n)) / step;
  const length = count > 0n ? Number(count) : 0;
  checkLength(length, type);
  if (type === 'bool' && length > 2) raiseValueError('no fill-function for data-type.');
  const result = zeros(type, [length]);
  const { storage } = result;
  for (let i = 0; i < length; i++) {
    const value = start + BigInt(i) * step;
    storage[i] = isBig(type) ? value : toElement(type, Number(value));
  }
  return result;
}

function floatRange([start, stop, step]: number[], type: DType): NDArray {
  if (step === 0) raiseZeroDivision('float division by zero');
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (length === Number.POSITIVE_INFINITY) raiseOverflowError('cannot convert float infinity to integer');
  checkLength(length, type);
  const result = zeros(type, [length]);
  const { storage } = result;
  const round =
    type === 'float32'
      ? Math.fround
      : type === 'float16'
        ? roundToHalf
        : (x: number): number => (isDiscrete(type) ? Math.trunc(x) : x);
  const origin = round(start);
  const delta = round(round(start + step) - origin);
  for (let i = 0; i < length; i++) {
    const value = round(origin + round(i * delta));
    storage[i] = isBig(type) ? BigInt(value) : toElement(type, value);
  }
  return result;
}

/** What linspace and its kin are given after their ends. */
interface Spacing {
  readonly count: number;
  readonly isClosed: boolean;
  readonly axis: Value | undefined;
}

function spacingOf(num?: Value, endpoint?: Value, axis?: Value): Spacing {
  const count = isMissing(num) ? 50 : integerOf(num);
  if (count < 0) raiseValueError(`Number of samples, ${count}, must be non-negative.`);
  return { count, isClosed: flag(endpoint, true), axis };
}

/** The type of the result of numbers between the ends: at least a float. */
function floatTypeBetween(first: Value, last: Value): DType {
  const operands = [first, last].map(
    (value) => operandOf(value) ?? ({ kind: 'array', array: arrayOf(value) } as const),
  );
  const common = commonType(operands);
  return isFloat(common) && !(numpyVersion() === 1 && common !== 'float64') ? common : 'float64';
}

/** `0, 1, 2, …` along a first axis, with `ndim` axes after it. */
const steps = (count: number, ndim: number, dtype: DType): NDArray =>
  reshape(cast(floatRange([0, count, 1], 'float64'), dtype), [count, ...new Array<number>(ndim).fill(1)]);

/** The numbers, first axis first, and the step between them. NumPy's `linspace` in function_base. */
function pointsBetween(start: NDArray, stop: NDArray, spacing: Spacing): { points: NDArray; step: NDArray } {
  const { count, isClosed } = spacing;
  const divisions = isClosed ? count - 1 : count;
  const delta = subtract(stop, start);
  const places = steps(count, delta.ndim, delta.dtype);
  reserve(delta.dtype, count * Math.max(1, delta.size));
  const step = divisions > 0 ? divide(delta, divisions) : constant(delta.dtype, Number.NaN);
  const hasNoStep = divisions > 0 && numbersOf(step).some((value) => value === 0);
  const scaled =
    divisions <= 0
      ? multiply(places, delta)
      : hasNoStep
        ? multiply(divide(places, divisions), delta)
        : multiply(places, step);
  const points = add(scaled, start);
  if (isClosed && count > 1) {
    const size = points.size / count;
    const ends = broadcastTo(stop, points.shape.slice(1)).elements();
    for (let i = 0; i < size; i++) points.storage[(count - 1) * size + i] = ends[i] as never;
  }
  return { points, step };
}

function placeFirst(points: NDArray, axis: Value | undefined): NDArray {
  if (isMissing(axis) || points.ndim === 1) return points;
  return moveFirstTo(points, axisOf(axis, points.ndim));
}

function moveFirstTo(points: NDArray, axis: number): NDArray {
  const order = [...points.shape.keys()].slice(1);
  order.splice(axis, 0, 0);
  return permute(points, order);
}

/** NumPy rounds down to whole numbers. */
const inType = (points: NDArray, dtype: DType | undefined): NDArray => {
  if (dtype === undefined) return points;
  return cast(isFloat(dtype) || dtype === 'bool' ? points : apply('floor', points), dtype);
};

const endArray = (value: Value, dtype: DType): NDArray => cast(asFloat(arrayOf(value)), dtype);

/** `np.linspace`. */
export function linspace(first: Value, last: Value, ...[num, endpoint, retstep, dtype, axis]: Given): Value {
  const spacing = spacingOf(num, endpoint, axis);
  const type = floatTypeBetween(first, last);
  const { points, step } = pointsBetween(endArray(first, type), endArray(last, type), spacing);
  const result = inType(placeFirst(points, axis), optionalDType(dtype));
  return flag(retstep, false) ? new PyTuple([result, presented(step)]) : result;
}

function logspace(first: Value, last: Value, ...[num, endpoint, base, dtype, axis]: Given): Value {
  const spacing = spacingOf(num, endpoint, axis);
  const type = floatTypeBetween(first, last);
  const root = isMissing(base) ? constant(type, 10) : arrayOf(base);
  const shape = broadcastShapes([first, last, root].map((each) => arrayOf(each).shape));
  const ends = [first, last].map((end) => broadcastTo(endArray(end, type), shape));
  const { points } = pointsBetween(ends[0], ends[1], spacing);
  const powers = placeFirst(apply('power', root.ndim === 0 ? cast(root, type) : root, points), axis);
  const wanted = optionalDType(dtype);
  return wanted === undefined ? powers : cast(powers, wanted);
}

/** Numbers at equal ratios, both ends exact. */
function geomspace(first: Value, last: Value, ...[num, endpoint, dtype, axis]: Given): Value {
  const spacing = spacingOf(num, endpoint, axis);
  const type = floatTypeBetween(first, last);
  const [start, stop] = [endArray(first, type), endArray(last, type)];
  if ([start, stop].some((end) => numbersOf(end).includes(0)))
    raiseValueError('Geometric sequence cannot include zero');
  const sign = apply('sign', start);
  const [from, to] = [divide(start, sign), divide(stop, sign)];
  const logs = [from, to].map((end) => apply('log10', end));
  const { points } = pointsBetween(logs[0]!, logs[1]!, spacing);
  const powers = apply('power', constant(type, 10), points);
  const size = powers.size / Math.max(1, spacing.count);
  const put = (row: number, ends: NDArray): void => {
    const values = broadcastTo(ends, powers.shape.slice(1)).elements();
    for (let i = 0; i < size; i++) powers.storage[row * size + i] = values[i] as never;
  };
  if (spacing.count > 0) put(0, from);
  if (spacing.count > 1 && spacing.isClosed) put(spacing.count - 1, to);
  const result = placeFirst(multiply(powers, sign), axis);
  const wanted = optionalDType(dtype);
  return wanted === undefined ? result : cast(result, wanted);
}

/** Functions of the module. */
export const rangeFunctions = {
  'arange(start, stop?, step?, dtype?, *, like?)': arange,
  'linspace(start, stop, num?, endpoint?, retstep?, dtype?, axis?)': linspace,
  'logspace(start, stop, num?, endpoint?, base?, dtype?, axis?)': logspace,
  'geomspace(start, stop, num?, endpoint?, dtype?, axis?)': geomspace,
};
