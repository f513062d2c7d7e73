/** Averages and counts: average, cov, corrcoef, bincount, digitize and the histograms. */
import { canCastSafely, type DType, isDiscrete, isFloat, promote } from '../../../tensor/dtype.ts';
import { inBlocks } from '../../../tensor/interrupt.ts';
import { broadcastTo, cast, fromValues, NDArray } from '../../../tensor/ndarray.ts';
import { elementCount, type Shape } from '../../../tensor/shape.ts';
import { concatenate, permute, reshape, transpose } from '../../../tensor/shaping.ts';
import { raiseTypeError, raiseValueError, raiseZeroDivision } from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../values.ts';
import { axesOf, axisOf, flag, type Given, integerOf, isMissing, keptShape } from './arguments.ts';
import { along, apply, asFloat, divide, flat, floats, multiply, numbersOf, subtract } from './arrayMath.ts';
import { arrayOf, castChecked, integerVector, numpyVersion, reserve } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { presented } from './numpyScalar.ts';
import { searchSorted, sorted } from './ordering.ts';
import { dotArrays } from './products.ts';
import { linspace } from './ranges.ts';
import { total } from './ufuncReduce.ts';
import { warn } from './warnings.ts';

/** The weights in the shape of the array. */
function spreadWeights(array: NDArray, weights: NDArray, axis: Value | undefined): NDArray {
  if (weights.shape.join() === array.shape.join()) return weights;
  if (isMissing(axis)) raiseTypeError('Axis must be specified when shapes of a and weights differ.');
  if (weights.ndim !== 1) raiseTypeError('1D weights expected when shapes of a and weights differ.');
  const at = axisOf(axis, array.ndim);
  if (weights.size !== array.shape[at])
    raiseValueError('Length of weights not compatible with specified axis.');
  return broadcastTo(
    reshape(
      weights,
      array.shape.map((_, i) => (i === at ? weights.size : 1)),
    ),
    array.shape,
  );
}

interface Average {
  readonly mean: NDArray;
  /** The sum of the weights, in the shape of the mean. */
  readonly weight: NDArray;
}

function averageOf(array: NDArray, weights: NDArray | null, axis: Value | undefined): Average {
  const axes = axesOf(axis, array.ndim);
  const own: DType = isDiscrete(array.dtype) ? 'float64' : array.dtype;
  if (weights === null) {
    const count = elementCount(axes.map((at) => array.shape[at]));
    const sum = total(array, 'sum', { axes, dtype: own });
    const mean = divide(
      sum,
      cast(integerVector([count]), sum.dtype).view({ shape: [], strides: [], offset: 0 }),
    );
    return { mean, weight: apply('add', multiply(mean, 0), count) };
  }
  const dtype = promote(own, weights.dtype);
  const spread = spreadWeights(array, weights, axis);
  const weight = total(cast(spread, dtype), 'sum', { axes, dtype });
  if (numbersOf(weight).includes(0)) raiseZeroDivision("Weights sum to zero, can't be normalized");
  const weighted = multiply(cast(array, dtype), cast(spread, dtype));
  return { mean: divide(total(weighted, 'sum', { axes, dtype }), weight), weight };
}

function average(value: Value, ...[axis, weights, returned, keepdims]: Given): Value {
  const array = arrayOf(value);
  const found = averageOf(array, isMissing(weights) ? null : arrayOf(weights), axis);
  const shape = keptShape(array.shape, axesOf(axis, array.ndim));
  const shown = (each: NDArray): Value => presented(flag(keepdims, false) ? reshape(each, shape) : each);
  if (!flag(returned, false)) return shown(found.mean);
  return new PyTuple([shown(found.mean), shown(found.weight)]);
}

// -------------------------------------------------------------------------------------------------------- covariance

/** Variables in rows, observations in columns. */
function variables(value: Value, { isByRow }: { readonly isByRow: boolean }): NDArray {
  const array = asFloat(arrayOf(value));
  if (array.ndim > 2) raiseValueError('m has more than 2 dimensions');
  const matrix = array.ndim === 2 ? array : reshape(array, [1, array.size]);
  const isTurned = !isByRow && (numpyVersion() === 2 ? array.ndim !== 1 : matrix.shape[0] !== 1);
  return isTurned ? transpose(matrix) : matrix;
}

function covariance(m: Value, ...[y, rowvar, bias, ddof, fweights, aweights]: Given): NDArray {
  const isByRow = flag(rowvar, true);
  const first = variables(m, { isByRow });
  const matrix = isMissing(y) ? first : concatenate([first, variables(y, { isByRow })], 0);
  const [f, a] = [fweights, aweights].map((weights) =>
    isMissing(weights) ? null : asFloat(arrayOf(weights)),
  );
  const weights = f && a ? multiply(f, a) : (f ?? a ?? null);
  const { mean, weight } = averageOf(matrix, weights, 1);
  const degrees = isMissing(ddof) ? (flag(bias, false) ? 0 : 1) : integerOf(ddof);
  const sum = weights === null ? matrix.shape[1] : Number(weight.at(0));
  const spread = a && degrees !== 0 ? (degrees * sumOf(multiply(weights!, a))) / sum : degrees;
  let factor = sum - spread;
  if (factor <= 0) {
    warn('RuntimeWarning', 'Degrees of freedom <= 0 for slice');
    factor = 0;
  }
  const centered = subtract(matrix, reshape(mean, [matrix.shape[0], 1]));
  const weighted = weights === null ? centered : multiply(centered, weights);
  const products = dotArrays(centered, transpose(weighted));
  return squeezed(multiply(products, floats([1 / factor], [])));
}

const sumOf = (array: NDArray): number =>
  Number(total(flat(array), 'sum', { axes: [0], dtype: array.dtype }).at(0));

const squeezed = (array: NDArray): NDArray =>
  reshape(
    array,
    array.shape.filter((length) => length !== 1),
  );

function correlation(x: Value, y?: Value, rowvar?: Value): Value {
  const matrix = covariance(x, y, rowvar);
  if (matrix.ndim === 0) return presented(divide(matrix, matrix));
  const [n] = matrix.shape as [number];
  const variance = matrix.view({ shape: [n], strides: [n + 1], offset: 0 });
  const deviation = apply('sqrt', variance);
  const scaled = divide(divide(matrix, reshape(deviation, [n, 1])), deviation);
  return apply('minimum', apply('maximum', scaled, -1), 1);
}

// ------------------------------------------------------------------------------------------------------------- counts

function bincount(value: Value, weights?: Value, least?: Value): Value {
  const array = arrayOf(value);
  if (array.ndim > 1) raiseValueError('object too deep for desired array');
  if (array.ndim === 0) raiseValueError('object of too small depth for desired array');
  if (value instanceof NDArray && array.size > 0 && !canCastSafely(array.dtype, 'int64'))
    raiseTypeError(
      `Cannot cast array data from dtype('${array.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  const places = numbersOf(castChecked(array, 'int64'));
  if (places.some((place) => place < 0)) raiseValueError("'list' argument must have no negative elements");
  const minimum = isMissing(least) ? 0 : integerOf(least);
  if (minimum < 0) raiseValueError("'minlength' must not be negative");
  const length = places.reduce((most, place) => Math.max(most, place + 1), minimum);
  reserve('float64', length);
  if (isMissing(weights)) return integerVector(counted(places, length));
  const each = numbersOf(asFloat(arrayOf(weights)));
  if (each.length !== places.length) raiseValueError("The weights and list don't have the same length.");
  return floats(counted(places, length, each));
}

/** How often each place from 0 on is named, or the sum of the weights there; places below 0 count nowhere. */
function counted(
  places: ArrayLike<number>,
  length: number,
  weights: readonly number[] | null = null,
): number[] {
  const found = new Array<number>(length).fill(0);
  for (let i = 0; i < places.length; i++)
    if (places[i] >= 0) found[places[i]] += weights === null ? 1 : weights[i];
  return found;
}

function digitize(value: Value, bins: Value, right?: Value): Value {
  const edges = arrayOf(bins);
  const numbers = numbersOf(edges);
  const side = flag(right, false) ? 'left' : 'right';
  if (numbers.every((edge, i) => i === 0 || numbers[i - 1] <= edge)) return searchSorted(edges, value, side);
  if (!numbers.every((edge, i) => i === 0 || numbers[i - 1] >= edge))
    raiseValueError('bins must be monotonically increasing or decreasing');
  const found = searchSorted(along(edges, 0, { step: -1 }), value, side);
  return presented(
    subtract(integerVector([edges.size]).view({ shape: [], strides: [], offset: 0 }), arrayOf(found)),
  );
}

// --------------------------------------------------------------------------------------------------------- histograms

type Estimator = (values: readonly number[]) => number;

const range = (values: readonly number[]): number => spanOf(values)[1] - spanOf(values)[0];

function spanOf(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

const deviationOf = (values: readonly number[]): number => {
  const mean = sumOf(floats(values)) / values.length;
  return Math.sqrt(sumOf(floats(values.map((value) => (value - mean) ** 2))) / values.length);
};

function quartileRange(values: readonly number[]): number {
  const inOrder = numbersOf(sorted(floats(values)));
  const at = (q: number): number => {
    const place = (inOrder.length - 1) * q;
    const low = Math.floor(place);
    const next = inOrder[Math.min(low + 1, inOrder.length - 1)];
    const gamma = place - low;
    return gamma >= 0.5
      ? next - (next - inOrder[low]) * (1 - gamma)
      : inOrder[low] + (next - inOrder[low]) * gamma;
  };
  return at(0.75) - at(0.25);
}

const sturges: Estimator = (values) => range(values) / (Math.log2(values.length) + 1);
const freedmanDiaconis: Estimator = (values) => (2 * quartileRange(values)) / values.length ** (1 / 3);

function doane(values: readonly number[]): number {
  const n = values.length;
  if (n <= 2) return 0;
  const spread = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)));
  const sigma = deviationOf(values);
  if (sigma === 0) return 0;
  const mean = sumOf(floats(values)) / n;
  const skewness = sumOf(floats(values.map((value) => ((value - mean) / sigma) ** 3))) / n;
  return range(values) / (1 + Math.log2(n) + Math.log2(1 + Math.abs(skewness) / spread));
}

/** Widths of bins by name: NumPy's `_hist_bin_selectors`. */
const estimators: ReadonlyMap<string, Estimator> = new Map<string, Estimator>([
  ['sqrt', (values) => range(values) / Math.sqrt(values.length)],
  ['sturges', sturges],
  ['rice', (values) => range(values) / (2 * values.length ** (1 / 3))],
  ['scott', (values) => ((24 * Math.sqrt(Math.PI)) / values.length) ** (1 / 3) * deviationOf(values)],
  ['doane', doane],
  ['fd', freedmanDiaconis],
  [
    'auto',
    (values) => {
      const width = freedmanDiaconis(values);
      const other = sturges(values);
      return width ? Math.min(width, other) : other;
    },
  ],
]);

interface Edges {
  readonly edges: NDArray;
  /** Of bins of equal width. */
  readonly isUniform: boolean;
}

function outerEdges(values: readonly number[], given: Value | undefined): [number, number] {
  let [first, last] = values.length === 0 ? [0, 1] : spanOf(values);
  if (!isMissing(given)) {
    [first, last] = toArray(given).map(toFloat) as [number, number];
    if (first > last) raiseValueError('max must be larger than min in range parameter.');
  }
  if (values.some(Number.isNaN) && isMissing(given)) [first, last] = [Number.NaN, Number.NaN];
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    const shown = [first, last].map((edge) => (Number.isNaN(edge) ? 'nan' : edge > 0 ? 'inf' : '-inf'));
    const finite = [first, last].map((edge, i) => (Number.isFinite(edge) ? floatText(edge) : shown[i]));
    raiseValueError(
      `${isMissing(given) ? 'autodetected' : 'supplied'} range of [${finite.join(', ')}] is not finite`,
    );
  }
  return first === last ? [first - 0.5, last + 0.5] : [first, last];
}

const floatText = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

function edgesOf(
  array: NDArray,
  bins: Value,
  given: { range: Value | undefined; hasWeights: boolean },
): Edges {
  const count = typeof bins === 'string' ? estimatedCount(array, bins, given) : countOf(bins);
  if (count === undefined) {
    const edges = arrayOf(bins);
    if (edges.ndim === 0) raiseTypeError('`bins` must be an integer, a string, or an array');
    if (edges.ndim !== 1) raiseValueError('`bins` must be 1d, when an array');
    const numbers = numbersOf(edges);
    if (numbers.some((edge, i) => i > 0 && numbers[i - 1] > edge))
      raiseValueError('`bins` must increase monotonically, when an array');
    return { edges, isUniform: false };
  }
  if (count < 1) raiseValueError('`bins` must be positive, when an integer');
  const [first, last] = outerEdges(numbersOf(array), given.range);
  const dtype: DType = isFloat(array.dtype) && isMissing(given.range) ? array.dtype : 'float64';
  const edges = linspace(new PyFloat(first), new PyFloat(last), Number(count) + 1) as NDArray;
  return { edges: cast(edges, dtype), isUniform: true };
}

/** A number of bins; `undefined` for a list of edges. */
const countOf = (bins: Value): number | bigint | undefined =>
  bins instanceof NDArray && bins.ndim > 0 ? undefined : tryIndex(bins);

function estimatedCount(
  array: NDArray,
  name: string,
  given: { range: Value | undefined; hasWeights: boolean },
): number {
  const estimate = estimators.get(name) ?? raiseValueError(`'${name}' is not a valid estimator for \`bins\``);
  if (given.hasWeights)
    raiseTypeError('Automated estimation of the number of bins is not supported for weighted data');
  const [first, last] = outerEdges(numbersOf(array), given.range);
  const values = numbersOf(array).filter((value) => value >= first && value <= last);
  const width = values.length === 0 ? 0 : estimate(values);
  if (!width) return 1;
  const atLeastOne = isDiscrete(array.dtype) && numpyVersion() === 2 ? Math.max(width, 1) : width;
  return Math.ceil((last - first) / atLeastOne);
}

/** The bin of every value, -1 outside: the last bin holds its right edge. */
function binsOf(values: readonly number[], edges: readonly number[]): Int32Array {
  const last = edges.length - 1;
  const perUnit = last / (edges[last] - edges[0]);
  const found = new Int32Array(values.length).fill(-1);
  inBlocks(values.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[i];
      if (!(value >= edges[0] && value <= edges[last])) continue;
      const guess = Math.min(Math.floor((value - edges[0]) * perUnit), last - 1);
      const isRight = edges[guess] <= value && value < edges[guess + 1];
      found[i] = isRight ? guess : binOf(value, edges);
    }
  });
  return found;
}

function binOf(value: number, edges: readonly number[]): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

function histogramEdges(value: Value, ...[bins, given, weights]: Given): Value {
  return edgesOf(flat(arrayOf(value)), bins ?? 10, { range: given, hasWeights: !isMissing(weights) }).edges;
}

function histogram(value: Value, ...[bins, given, density, weights]: Given): Value {
  const array = flat(arrayOf(value));
  const each = isMissing(weights) ? null : flat(arrayOf(weights));
  if (each && each.size !== array.size) raiseValueError('weights should have the same shape as a.');
  const { edges } = edgesOf(array, bins ?? 10, { range: given, hasWeights: each !== null });
  const numbers = numbersOf(edges);
  const places = binsOf(numbersOf(array), numbers);
  const found = counted(places, Math.max(0, numbers.length - 1), each && numbersOf(each));
  const counts = fromValues(each?.dtype ?? 'int64', [found.length], found);
  if (!flag(density, false)) return new PyTuple([counts, edges]);
  const widths = cast(subtract(along(edges, 0, { start: 1 }), along(edges, 0, { stop: -1 })), 'float64');
  return new PyTuple([divide(divide(counts, widths), sumOf(counts)), edges]);
}

/** Counts in boxes: one list of edges per column of the sample. */
function boxes(columns: readonly NDArray[], edges: readonly NDArray[], weights: NDArray | null): NDArray {
  const shape: Shape = edges.map((each) => each.size - 1);
  const places = columns.map((column, axis) => binsOf(numbersOf(column), numbersOf(edges[axis])));
  reserve('float64', elementCount(shape));
  const found = new Float64Array(elementCount(shape));
  const each = weights ? numbersOf(weights) : null;
  const count = columns[0]?.size ?? 0;
  for (let i = 0; i < count; i++) {
    if (places.some((place) => place[i] < 0)) continue;
    const at = places.reduce((sum, place, axis) => sum * shape[axis] + place[i], 0);
    found[at] += each ? each[i] : 1;
  }
  return fromValues('float64', shape, found);
}

function withDensity(counts: NDArray, edges: readonly NDArray[]): NDArray {
  let result = counts;
  const sum = sumOf(counts);
  for (const [axis, each] of edges.entries()) {
    const widths = subtract(along(each, 0, { start: 1 }), along(each, 0, { stop: -1 }));
    result = divide(
      result,
      reshape(
        widths,
        counts.shape.map((_, i) => (i === axis ? widths.size : 1)),
      ),
    );
  }
  return divide(result, sum);
}

interface BoxRequest {
  readonly bins: Value | undefined;
  readonly range: Value | undefined;
  readonly density: Value | undefined;
  readonly weights: Value | undefined;
}

function boxCounts(columns: readonly NDArray[], request: BoxRequest): { counts: NDArray; edges: NDArray[] } {
  const { bins, range: given } = request;
  const isShared = isMissing(bins) || countOf(bins) !== undefined;
  const perColumn = isShared ? columns.map(() => bins ?? 10) : toArray(bins);
  if (perColumn.length !== columns.length)
    raiseValueError('The dimension of bins must be equal to the dimension of the sample x.');
  const ranges = isMissing(given) ? columns.map(() => null) : toArray(given);
  const edges = columns.map((column, axis) =>
    cast(
      edgesOf(column, perColumn[axis], { range: ranges[axis] as Value, hasWeights: false }).edges,
      'float64',
    ),
  );
  const counts = boxes(columns, edges, isMissing(request.weights) ? null : arrayOf(request.weights));
  return { counts: flag(request.density, false) ? withDensity(counts, edges) : counts, edges };
}

function histogram2d(x: Value, y: Value, ...[bins, given, density, weights]: Given): Value {
  const columns = [x, y].map((value) => asFloat(arrayOf(value)));
  if (columns[0].size !== columns[1].size) raiseValueError('x and y must have the same length.');
  const isPair = !isMissing(bins) && countOf(bins) === undefined && toArray(bins).length !== 2;
  const chosen = isPair ? new PyList([bins, bins]) : bins;
  const { counts, edges } = boxCounts(columns, { bins: chosen, range: given, density, weights });
  return new PyTuple([counts, ...edges]);
}

function histogramdd(sample: Value, ...[bins, given, density, weights]: Given): Value {
  const isList = sample instanceof PyList || sample instanceof PyTuple;
  const array = arrayOf(sample);
  const matrix =
    isList && array.ndim === 2
      ? transpose(array)
      : array.ndim === 1
        ? reshape(array, [array.size, 1])
        : array;
  const byColumn = permute(matrix, [1, 0]);
  const columns = Array.from({ length: byColumn.shape[0] }, (_, i) =>
    flat(along(byColumn, 0, { start: i, stop: i + 1 })),
  );
  const { counts, edges } = boxCounts(columns.map(asFloat), { bins, range: given, density, weights });
  return new PyTuple([counts, new PyList(edges)]);
}

/** Functions of the module. */
export const statisticsFunctions = {
  'average(a, axis?, weights?, returned?, *, keepdims?)': average,
  'cov(m, y?, rowvar?, bias?, ddof?, fweights?, aweights?, *, dtype?)': (m: Value, ...given: Given) => {
    const dtype = optionalDType(given[6]);
    const found = covariance(m, ...given);
    return dtype === undefined ? found : cast(found, dtype);
  },
  'corrcoef(x, y?, rowvar?, bias?, ddof?, *, dtype?)': correlation,
  'bincount(x, /, weights?, minlength?)': bincount,
  'digitize(x, bins, right?)': digitize,
  'histogram_bin_edges(a, bins?, range?, weights?)': histogramEdges,
  'histogram(a, bins?, range?, density?, weights?)': histogram,
  'histogram2d(x, y, bins?, range?, density?, weights?)': histogram2d,
  'histogramdd(sample, bins?, range?, density?, weights?)': histogramdd,
};
