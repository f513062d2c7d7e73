/** Functions that make arrays: array, zeros, arange, linspace, eye, diag, meshgrid, … */
import {
  type DType,
  type Element,
  isBig,
  isComplex,
  isFloat,
  promoteAll,
  roundToHalf,
} from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { broadcastTo, cast, fromValues, full, NDArray, toElement, zeros } from '../../../tensor/ndarray.ts';
import { elementCount, type Shape } from '../../../tensor/shape.ts';
import { expandAxis, reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseOverflowError, raiseValueError, raiseZeroDivision } from '../../exceptions.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { checkOrder, flag, type Given, integerOf, isMissing, shapeOf } from './arguments.ts';
import { arrayOf, elementOf, numpyVersion, reserve } from './conversion.ts';
import { optionalDType, toDType } from './dtypeObjects.ts';
import { diagonalOf } from './manipulation.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { commonType, operandArray, operandOf } from './promotion.ts';
import { asReadOnly } from './readOnly.ts';

function array(value: Value, ...[dtype, copy, order, _subok, ndmin]: Given): NDArray {
  checkOrder(order);
  const found = arrayOf(value, optionalDType(dtype));
  const isShared = found === value;
  if (copy === false && !isShared && numpyVersion() === 2) raiseValueError(neverCopies);
  if (isShared) reserve(found.dtype, found.size);
  const own = isShared && flag(copy, true) ? found.copy() : found;
  const wanted = isMissing(ndmin) ? 0 : integerOf(ndmin);
  return wanted > own.ndim
    ? reshape(own, [...new Array<number>(wanted - own.ndim).fill(1), ...own.shape])
    : own;
}

const neverCopies =
  'Unable to avoid copy while creating an array as requested.\nIf using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed (no behavior change in NumPy 1.x).\nFor more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword.';

function asArray(value: Value, dtype?: Value, order?: Value): NDArray {
  checkOrder(order);
  return arrayOf(value, optionalDType(dtype));
}

function filled(shape: Shape, dtype: DType, value: Element): NDArray {
  reserve(dtype, Math.max(0, elementCount(shape)));
  return value === 0 ? zeros(dtype, shape) : full(dtype, shape, value);
}

const maker =
  (value: number) =>
  (shape: Value, dtype?: Value, order?: Value): NDArray => {
    checkOrder(order);
    return filled(shapeOf(shape), isMissing(dtype) ? 'float64' : toDType(dtype), value);
  };

const likeMaker =
  (value: number) =>
  (model: Value, ...[dtype, order, _subok, shape]: Given): NDArray => {
    checkOrder(order);
    const source = arrayOf(model);
    return filled(
      isMissing(shape) ? source.shape : shapeOf(shape),
      optionalDType(dtype) ?? source.dtype,
      value,
    );
  };

function fullOf(shape: Value, value: Value, dtype?: Value, order?: Value): NDArray {
  checkOrder(order);
  return spreadValue(shapeOf(shape), value, optionalDType(dtype) ?? arrayOf(value).dtype);
}

function spreadValue(shape: Shape, value: Value, dtype: DType): NDArray {
  reserve(dtype, Math.max(0, elementCount(shape)));
  const source = arrayOf(value);
  if (source.ndim > 0) return broadcastTo(cast(source, dtype), shape, 'input array').copy();
  return full(dtype, shape, elementOf(value, dtype));
}

function fullLike(model: Value, value: Value, dtype?: Value): NDArray {
  const source = arrayOf(model);
  return spreadValue(source.shape, value, optionalDType(dtype) ?? source.dtype);
}

// ---------------------------------------------------------------------------------------------------------- ranges

function arange(first: Value, second?: Value, third?: Value, dtype?: Value): NDArray {
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
        : (x: number): number => (isFloat(type) ? x : Math.trunc(x));
  const origin = round(start);
  const delta = round(round(start + step) - origin);
  for (let i = 0; i < length; i++) {
    const value = round(origin + round(i * delta));
    storage[i] = isBig(type) ? BigInt(value) : toElement(type, value);
  }
  return result;
}

function linspace(first: Value, last: Value, ...[num, endpoint, retstep, dtype]: Given): Value {
  if ([first, last].some((value) => value instanceof NDArray && value.ndim > 0))
    notSupported('linspace between arrays');
  const [start, stop] = [toFloat(first), toFloat(last)];
  const count = isMissing(num) ? 50 : integerOf(num);
  if (count < 0) raiseValueError(`Number of samples, ${count}, must be non-negative.`);
  const isClosed = flag(endpoint, true);
  const type = optionalDType(dtype) ?? 'float64';
  reserve(type, count);
  const divisions = isClosed ? count - 1 : count;
  const delta = stop - start;
  const step = divisions > 0 ? delta / divisions : Number.NaN;
  const values = Array.from({ length: count }, (_, i) => linearPoint(i, { start, delta, step, divisions }));
  if (isClosed && count > 1) values[count - 1] = stop;
  const shown = isFloat(type) ? values : values.map(Math.floor);
  const result = fromValues(type, [count], shown);
  return flag(retstep, false) ? new PyTuple([result, new NumpyScalar('float64', step)]) : result;
}

interface Line {
  readonly start: number;
  readonly delta: number;
  readonly step: number;
  readonly divisions: number;
}

function linearPoint(i: number, line: Line): number {
  if (line.divisions <= 0) return i * line.delta + line.start;
  return (line.step === 0 ? (i / line.divisions) * line.delta : i * line.step) + line.start;
}

function logspace(first: Value, last: Value, ...[num, endpoint, base, dtype]: Given): Value {
  const exponents = linspace(first, last, num, endpoint) as NDArray;
  const root = isMissing(base) ? 10 : toFloat(base);
  const values = Array.from(
    exponents.elements() as ArrayLike<Element>,
    (exponent) => root ** Number(exponent),
  );
  return fromValues(optionalDType(dtype) ?? 'float64', exponents.shape, values);
}

// -------------------------------------------------------------------------------------------------------- matrices

function eye(rows: Value, columns?: Value, shift?: Value, dtype?: Value): NDArray {
  const n = integerOf(rows);
  const m = isMissing(columns) ? n : integerOf(columns);
  const k = isMissing(shift) ? 0 : integerOf(shift);
  const type = isMissing(dtype) ? 'float64' : toDType(dtype);
  reserve(type, Math.max(0, n * m));
  const result = zeros(type, [n, m]);
  for (let i = 0; i < n; i++) if (i + k >= 0 && i + k < m) result.storage[i * m + i + k] = toElement(type, 1);
  return result;
}

function diag(value: Value, shift?: Value): NDArray {
  const source = arrayOf(value);
  const k = isMissing(shift) ? 0 : integerOf(shift);
  if (source.ndim !== 1) {
    if (source.ndim === 0 || source.ndim > 2) raiseValueError('Input must be 1- or 2-d.');
    return asReadOnly(diagonalOf(source, k));
  }
  const n = source.size + Math.abs(k);
  reserve(source.dtype, n * n);
  const result = zeros(source.dtype, [n, n]);
  for (let i = 0; i < source.size; i++) {
    result.storage[(k >= 0 ? i : i - k) * n + (k >= 0 ? i + k : i)] = source.at(i);
  }
  return result;
}

const triangle =
  (keeps: (row: number, column: number, shift: number) => boolean) =>
  (value: Value, shift?: Value): NDArray => {
    const source = arrayOf(value);
    if (source.ndim < 2) notSupported('a triangle of a vector');
    const k = isMissing(shift) ? 0 : integerOf(shift);
    const result = source.copy();
    const [rows, columns] = source.shape.slice(-2);
    for (let i = 0; i < result.size; i++) {
      const column = i % columns;
      const row = Math.floor(i / columns) % rows;
      if (!keeps(row, column, k)) result.storage[i] = toElement(source.dtype, 0);
    }
    return result;
  };

function tri(rows: Value, columns?: Value, shift?: Value, dtype?: Value): NDArray {
  const n = integerOf(rows);
  const m = isMissing(columns) ? n : integerOf(columns);
  const ones = filled([n, m], isMissing(dtype) ? 'float64' : toDType(dtype), 1);
  return lower(ones, shift);
}

const lower = triangle((row, column, k) => column - row <= k);
const upper = triangle((row, column, k) => column - row >= k);

function meshgrid(values: readonly Value[], _copy?: Value, _sparse?: Value, indexing?: Value): Value {
  if (_sparse !== undefined && flag(_sparse, false)) notSupported('meshgrid(sparse=True)');
  const mode = indexing ?? 'xy';
  if (mode !== 'xy' && mode !== 'ij') raiseValueError("Valid values for `indexing` are 'xy' and 'ij'.");
  const vectors = values.map((value) => arrayOf(value)).map((vector) => reshape(vector, [vector.size]));
  const swaps = mode === 'xy' && vectors.length > 1;
  const place = (i: number): number => (swaps && i < 2 ? 1 - i : i);
  const shape = vectors.map((_, i) => vectors[place(i)].size);
  const grids = vectors.map((vector, i) => {
    let spread = vector;
    for (let axis = 0; axis < place(i); axis++) spread = expandAxis(spread, 0);
    while (spread.ndim < shape.length) spread = expandAxis(spread, spread.ndim);
    return broadcastTo(spread, shape).copy();
  });
  return numpyVersion() === 2 ? new PyTuple(grids) : new PyList(grids);
}

/** `np.where(condition)` and `np.where(condition, x, y)` share this selection by a mask. */
export function select(condition: NDArray, x: Value, y: Value): NDArray {
  const operands = [x, y].map(
    (value) => operandOf(value) ?? { kind: 'array' as const, array: arrayOf(value) },
  );
  const common = commonType(operands);
  const [a, b] = operands.map((operand) => cast(operandArray(operand, common), common));
  return mapElements((c, x, y) => (c ? x : y), [cast(condition, 'bool'), a!, b!], common);
}

/** Functions of the module. */
export const creationFunctions = {
  'array(object, dtype?, copy?, order?, subok?, ndmin?)': array,
  'asarray(a, dtype?, order?)': asArray,
  'asanyarray(a, dtype?, order?)': asArray,
  'ascontiguousarray(a, dtype?)': (value: Value, dtype?: Value) => {
    const found = asArray(value, dtype);
    return found.ndim === 0 ? reshape(found, [1]) : found.isContiguous ? found : found.copy();
  },
  'copy(a, order?)': (value: Value, order?: Value) => {
    checkOrder(order);
    return arrayOf(value).copy();
  },
  'zeros(shape, dtype?, order?)': maker(0),
  'ones(shape, dtype?, order?)': maker(1),
  'empty(shape, dtype?, order?)': maker(0),
  'zeros_like(a, dtype?, order?, subok?, shape?)': likeMaker(0),
  'ones_like(a, dtype?, order?, subok?, shape?)': likeMaker(1),
  'empty_like(a, dtype?, order?, subok?, shape?)': likeMaker(0),
  'full(shape, fill_value, dtype?, order?)': fullOf,
  'full_like(a, fill_value, dtype?)': fullLike,
  'arange(start, stop?, step?, dtype?)': arange,
  'linspace(start, stop, num?, endpoint?, retstep?, dtype?)': linspace,
  'logspace(start, stop, num?, endpoint?, base?, dtype?)': logspace,
  'eye(N, M?, k?, dtype?)': eye,
  'identity(n, dtype?)': (n: Value, dtype?: Value) => eye(n, undefined, undefined, dtype),
  'diag(v, k?)': diag,
  'tri(N, M?, k?, dtype?)': tri,
  'tril(m, k?)': lower,
  'triu(m, k?)': upper,
  'meshgrid(*xi, copy?, sparse?, indexing?)': meshgrid,
};
