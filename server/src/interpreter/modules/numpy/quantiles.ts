/**
 * Order statistics: quantile, percentile, median, and the same without NaN. The methods are those of Hyndman and Fan (1996) as
 * NumPy computes them in `_quantile`: a place between two sorted elements, and how far it is from the first.
 */
import { type DType, isFloat } from '../../../tensor/dtype.ts';
import { assign, cast, fromValues, type NDArray } from '../../../tensor/ndarray.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { permute, reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import type { Value } from '../../values.ts';
import { axesOf, flag, type Given, isMissing, keptShape, outputOf } from './arguments.ts';
import { floatTypeOf, numbersOf } from './arrayMath.ts';
import { arrayOf, castChecked, numpyVersion, reserve } from './conversion.ts';
import { presented } from './numpyScalar.ts';
import { warn } from './warnings.ts';

/** A place in the sorted elements: between `previous` and `next`, nearer to the second as `gamma` grows. */
interface Place {
  readonly previous: number;
  readonly next: number;
  readonly gamma: number;
}

type Method = (count: number, quantile: number) => Place;

function between(virtual: number, count: number, fix: (gamma: number) => number = (gamma) => gamma): Place {
  const floor = Math.floor(virtual);
  const gamma = fix(virtual - floor);
  if (virtual >= count - 1) return { previous: count - 1, next: count - 1, gamma };
  if (virtual < 0) return { previous: 0, next: 0, gamma };
  return { previous: floor, next: floor + 1, gamma };
}

/** The methods with two parameters. */
const continuous =
  (alpha: number, beta: number): Method =>
  (n, q) =>
    between(n * q + (alpha + q * (1 - alpha - beta)) - 1, n);

const exactly = (index: number, count: number): Place => {
  const at = Math.min(Math.max(index, 0), count - 1);
  return { previous: at, next: at, gamma: 0 };
};

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}

/** The element at a place or the one after it. */
function boundary(index: number, count: number, isFirst: (gamma: number, floor: number) => boolean): Place {
  const floor = Math.floor(index);
  return exactly(isFirst(index - floor, floor) ? floor : floor + 1, count);
}

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['inverted_cdf', (n, q) => boundary(n * q - 1, n, (gamma) => gamma === 0)],
  ['averaged_inverted_cdf', (n, q) => between(n * q - 1, n, (gamma) => (gamma === 0 ? 0.5 : 1))],
  [
    'closest_observation',
    (n, q) =>
      boundary(
        n * q - 1 - 0.5,
        n,
        (gamma, floor) => gamma === 0 && Math.abs(floor % 2) === (numpyVersion() === 2 ? 1 : 0),
      ),
  ],
  ['interpolated_inverted_cdf', continuous(0, 1)],
  ['hazen', continuous(0.5, 0.5)],
  ['weibull', continuous(0, 0)],
  ['linear', (n, q) => between((n - 1) * q, n)],
  ['median_unbiased', continuous(1 / 3, 1 / 3)],
  ['normal_unbiased', continuous(3 / 8, 3 / 8)],
  ['lower', (n, q) => exactly(Math.floor((n - 1) * q), n)],
  ['higher', (n, q) => exactly(Math.ceil((n - 1) * q), n)],
  [
    'midpoint',
    (n, q) => {
      const virtual = 0.5 * (Math.floor((n - 1) * q) + Math.ceil((n - 1) * q));
      return between(virtual, n, () => (virtual % 1 === 0 ? 0 : 0.5));
    },
  ],
  ['nearest', (n, q) => exactly(roundToEven((n - 1) * q), n)],
]);

/** Methods that give an element as it is. */
const picking = new Set(['inverted_cdf', 'closest_observation', 'lower', 'higher', 'nearest']);

/** NumPy's `_lerp`. */
function interpolate(low: number, high: number, gamma: number): number {
  const difference = high - low;
  return gamma >= 0.5 ? high - difference * (1 - gamma) : low + difference * gamma;
}

/** The elements of `axes` as the rows of a matrix, one for each place of the other axes. */
function rowsOver(array: NDArray, axes: readonly number[]): NDArray {
  const kept = [...array.shape.keys()].filter((axis) => !axes.includes(axis));
  const rows = kept.map((axis) => array.shape[axis]);
  const length = elementCount(axes.map((axis) => array.shape[axis]));
  reserve('float64', array.size);
  return reshape(permute(array, [...kept, ...axes]), [elementCount(rows), length]);
}

interface Request {
  readonly name: 'Quantiles' | 'Percentiles';
  readonly quantiles: NDArray;
  readonly method: string;
  readonly axis: Value | undefined;
  readonly out: Value | undefined;
  readonly keepdims: Value | undefined;
  readonly ignoresNan: boolean;
}

/** The sorted elements of a row; `null` where a NaN decides the result. */
function sortedRow(row: Float64Array, { ignoresNan }: { readonly ignoresNan: boolean }): Float64Array | null {
  const values = ignoresNan ? row.filter((value) => !Number.isNaN(value)) : row.slice();
  values.sort();
  return values.length === 0 || Number.isNaN(values[values.length - 1]) ? null : values;
}

function quantilesOf(value: Value, request: Request): Value {
  const array = arrayOf(value);
  const { quantiles, method } = request;
  const choose =
    methods.get(method) ??
    raiseValueError(
      `'${method}' is not a valid method. Use one of: dict_keys([${[...methods.keys()].map((name) => `'${name}'`).join(', ')}])`,
    );
  const fractions = numbersOf(quantiles);
  if (!fractions.every((q) => q >= 0 && q <= 1))
    raiseValueError(`${request.name} must be in the range [0, ${request.name === 'Quantiles' ? 1 : 100}]`);
  const axes = axesOf(request.axis, array.ndim);
  const rows = rowsOver(array, axes);
  const [count, length] = rows.shape as [number, number];
  if (length === 0 && count > 0 && !request.ignoresNan) refuseEmpty();
  const values = cast(rows, 'float64').elements() as Float64Array;
  const found = new Float64Array(fractions.length * count);
  let isEmpty = false;
  for (let row = 0; row < count; row++) {
    const sorted = sortedRow(values.subarray(row * length, (row + 1) * length), {
      ignoresNan: request.ignoresNan,
    });
    isEmpty ||= sorted === null;
    for (const [i, q] of fractions.entries())
      found[i * count + row] = sorted === null ? Number.NaN : elementAt(sorted, choose(sorted.length, q));
  }
  if (isEmpty && request.ignoresNan) warn('RuntimeWarning', 'All-NaN slice encountered');
  const dtype = resultType(array, quantiles, method);
  const kept = array.shape.filter((_, axis) => !axes.includes(axis));
  const inner = flag(request.keepdims, false) ? keptShape(array.shape, axes) : kept;
  return delivered(fromValues(dtype, [...quantiles.shape, ...inner], found), request.out);
}

const refuseEmpty = (): never => notSupported('quantiles of nothing');

const elementAt = (sorted: Float64Array, place: Place): number =>
  place.previous === place.next && place.gamma === 0
    ? sorted[place.previous]
    : interpolate(sorted[place.previous], sorted[place.next], place.gamma);

function resultType(array: NDArray, quantiles: NDArray, method: string): DType {
  if (picking.has(method)) return array.dtype;
  if (isFloat(array.dtype) && quantiles.ndim === 0 && (numpyVersion() === 2 || array.ndim > 1))
    return array.dtype;
  return 'float64';
}

function delivered(result: NDArray, out: Value | undefined): Value {
  const target = outputOf(out);
  if (target === undefined) return presented(result);
  assign(target, castChecked(result, target.dtype));
  return target;
}

const quantileFunction =
  (name: Request['name'], options: { ignoresNan: boolean }) =>
  (
    value: Value,
    q: Value,
    ...[axis, out, _overwrite, method, keepdims, weights, interpolation]: Given
  ): Value => {
    if (!isMissing(weights)) return notSupported('weights of quantiles');
    if (interpolation !== undefined && numpyVersion() === 2)
      raiseTypeError(
        `${name === 'Quantiles' ? 'quantile' : 'percentile'}() got an unexpected keyword argument 'interpolation'`,
      );
    const given = arrayOf(q);
    if (!isFloat(given.dtype) && given.size === 0) raiseTypeError('the quantiles must be numbers');
    const asFractions = cast(given, 'float64');
    const scale = name === 'Percentiles' ? 100 : 1;
    const quantiles = fromValues(
      'float64',
      asFractions.shape,
      numbersOf(asFractions).map((each) => each / scale),
    );
    const chosen = interpolation ?? method ?? 'linear';
    if (typeof chosen !== 'string') return raiseValueError(`${repr(chosen)} is not a valid method.`);
    return quantilesOf(value, { name, quantiles, method: chosen, axis, out, keepdims, ...options });
  };

/** The middle of sorted elements; the mean of the two in the middle. */
function middle(sorted: Float64Array, dtype: DType): number {
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half];
  const round = dtype === 'float32' ? Math.fround : (x: number): number => x;
  return round(round(sorted[half - 1] + sorted[half]) / 2);
}

const medianFunction =
  (options: { ignoresNan: boolean }) =>
  (value: Value, ...[axis, out, _overwrite, keepdims]: Given): Value => {
    const array = arrayOf(value);
    const dtype = floatTypeOf(array.dtype);
    const axes = axesOf(axis, array.ndim);
    const rows = rowsOver(array, axes);
    const [count, length] = rows.shape as [number, number];
    const values = cast(rows, 'float64').elements() as Float64Array;
    const found = new Float64Array(count);
    let isEmpty = false;
    for (let row = 0; row < count; row++) {
      const sorted = sortedRow(values.subarray(row * length, (row + 1) * length), {
        ignoresNan: options.ignoresNan,
      });
      isEmpty ||= sorted === null;
      found[row] = sorted === null ? Number.NaN : middle(sorted, dtype);
    }
    if (isEmpty && options.ignoresNan) warn('RuntimeWarning', 'All-NaN slice encountered');
    else if (length === 0)
      warn('RuntimeWarning', numpyVersion() === 2 ? 'Mean of empty slice' : 'Mean of empty slice.');
    const kept = array.shape.filter((_, at) => !axes.includes(at));
    const shape = flag(keepdims, false) ? keptShape(array.shape, axes) : kept;
    return delivered(fromValues(dtype, shape, found), out);
  };

const parameters = 'axis?, out?, overwrite_input?, method?, keepdims?, *, weights?, interpolation?';

/** Functions of the module. */
export const quantileFunctions = {
  [`quantile(a, q, ${parameters})`]: quantileFunction('Quantiles', { ignoresNan: false }),
  [`percentile(a, q, ${parameters})`]: quantileFunction('Percentiles', { ignoresNan: false }),
  [`nanquantile(a, q, ${parameters})`]: quantileFunction('Quantiles', { ignoresNan: true }),
  [`nanpercentile(a, q, ${parameters})`]: quantileFunction('Percentiles', { ignoresNan: true }),
  'median(a, axis?, out?, overwrite_input?, keepdims?)': medianFunction({ ignoresNan: false }),
  'nanmedian(a, axis?, out?, overwrite_input?, keepdims?)': medianFunction({ ignoresNan: true }),
};
