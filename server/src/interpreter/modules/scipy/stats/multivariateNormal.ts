/**
 * `scipy.stats.multivariate_normal`: density and draws of normal vectors. The inverse of the covariance is that of its eigenvalues, as in
 * SciPy (`_multivariate.py`); a singular covariance is refused.
 */
import * as libm from '../../../../tensor/libm.ts';
import { matrixOf, symmetricPairs } from '../../../../tensor/linalg/matrixFunctions.ts';
import { cast, fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import { notSupported, raiseValueError } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { address } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { PyObject, type Value } from '../../../values.ts';
import { isMissing } from '../../numpy/arguments.ts';
import { apply } from '../../numpy/arrayMath.ts';
import { arrayOf } from '../../numpy/conversion.ts';
import { raiseLinAlg } from '../../numpy/linalg/matrices.ts';
import { presented } from '../../numpy/numpyScalar.ts';
import { drawMethod } from './randomSource.ts';

type Missing = Value | undefined;

class PyMultivariateNormal extends PyObject {
  readonly mean: Missing;
  readonly covariance: Missing;
  readonly isFrozen: boolean;

  constructor(parameters: readonly [mean: Missing, covariance: Missing] | null) {
    super();
    this.isFrozen = parameters !== null;
    [this.mean, this.covariance] = parameters ?? [undefined, undefined];
  }
}

interface Normal {
  readonly mean: Float64Array;
  /** Rows after rows; each column is an eigenvector over the root of its eigenvalue. */
  readonly whitening: Float64Array;
  readonly logDeterminant: number;
}

const numbers = (array: NDArray): Float64Array =>
  Float64Array.from(cast(array, 'float64').elements() as ArrayLike<number>);

function parametersOf(mean: Missing, covariance: Missing): { mean: Float64Array; covariance: Float64Array } {
  const center = isMissing(mean) ? null : numbers(arrayOf(mean));
  const spread = isMissing(covariance) ? null : arrayOf(covariance);
  const size = center?.length ?? (spread === null || spread.ndim === 0 ? 1 : spread.shape[0]!);
  const dimension = center?.length === 1 && spread !== null && spread.ndim > 0 ? spread.shape[0]! : size;
  return { mean: center ?? new Float64Array(dimension), covariance: squareOf(spread, dimension) };
}

/** A number times the identity, a diagonal, or the whole matrix. */
function squareOf(spread: NDArray | null, n: number): Float64Array {
  if (spread !== null && spread.ndim === 2) {
    const [rows, columns] = spread.shape;
    if (rows !== columns)
      raiseValueError(
        `Array 'cov' must be square if it is two dimensional, but cov.shape = ${`(${rows}, ${columns})`}.`,
      );
    if (rows !== n)
      raiseValueError(
        `Dimension mismatch: array 'cov' is of shape (${rows}, ${columns}), but 'mean' is a vector of length ${n}.`,
      );
    return numbers(spread);
  }
  const given = spread === null ? Float64Array.of(1) : numbers(spread);
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) result[i * n + i] = given[given.length === 1 ? 0 : i]!;
  return result;
}

function normalOf(given: Missing, spread: Missing): Normal {
  const { mean, covariance } = parametersOf(given, spread);
  const n = mean.length;
  const { values, vectors } = symmetricPairs(matrixOf(n, n, covariance), true);
  const least = 1e6 * Number.EPSILON * Math.max(...values.map(Math.abs));
  if (values.some((value) => value < -least))
    raiseValueError('The input matrix must be symmetric positive semidefinite.');
  if (values.some((value) => value <= least)) raiseLinAlg('singular matrix');
  const whitening = vectors.values.map((element, at) => element * Math.sqrt(1 / values[at % n]!));
  return { mean, whitening, logDeterminant: values.reduce((sum, value) => sum + libm.log(value), 0) };
}

function distance({ mean, whitening }: Normal, point: Float64Array): number {
  const n = mean.length;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    let part = 0;
    for (let i = 0; i < n; i++) part += (point[i]! - mean[i]!) * whitening[i * n + j]!;
    sum += part * part;
  }
  return sum;
}

function logDensities(x: Value, mean: Missing, covariance: Missing): NDArray {
  const normal = normalOf(mean, covariance);
  const n = normal.mean.length;
  const given = arrayOf(x);
  const points = numbers(given);
  const lead = n === 1 && given.ndim < 2 ? given.shape : given.shape.slice(0, -1);
  if (points.length % n !== 0 || (n > 1 && given.shape.at(-1) !== n))
    raiseValueError(
      `operands could not be broadcast together with shapes (${given.shape.join(',')}) (${n},)`,
    );
  const results = Float64Array.from({ length: points.length / n }, (_, at) => {
    const away = distance(normal, points.subarray(at * n, (at + 1) * n));
    return -0.5 * (n * libm.log(2 * Math.PI) + normal.logDeterminant + away);
  });
  return fromValues('float64', lead, results);
}

function draws(mean: Missing, covariance: Missing, size: Missing, source: Missing): Value {
  const given = parametersOf(mean, covariance);
  const n = given.mean.length;
  const args = [fromValues('float64', [n], given.mean), fromValues('float64', [n, n], given.covariance)];
  const drawn = arrayOf(
    call(drawMethod(source, 'multivariate_normal'), [...args, isMissing(size) ? 1 : size]),
  );
  const lead = drawn.shape.slice(0, -1);
  const kept = [...(isMissing(size) || size === 1 ? [] : lead), ...(n === 1 ? [] : [n])];
  return presented(fromValues('float64', kept, numbers(drawn)));
}

/** A frozen distribution has its parameters, the other one is given them. */
const own = (self: PyMultivariateNormal, mean: Missing, covariance: Missing): [Missing, Missing] =>
  self.isFrozen ? [self.mean, self.covariance] : [mean, covariance];

class PyFrozenNormal extends PyMultivariateNormal {}

defineType<PyMultivariateNormal>({
  name: 'multivariate_normal_gen',
  module: 'scipy.stats._multivariate',
  class: PyMultivariateNormal,
  methods: {
    'pdf(x, mean?, cov?)': (self: PyMultivariateNormal, x: Value, mean: Missing, cov: Missing) =>
      presented(apply('exp', logDensities(x, ...own(self, mean, cov)))),
    'logpdf(x, mean?, cov?)': (self: PyMultivariateNormal, x: Value, mean: Missing, cov: Missing) =>
      presented(logDensities(x, ...own(self, mean, cov))),
    'rvs(mean?, cov?, size?, random_state?)': (_: PyMultivariateNormal, ...given: Missing[]) =>
      draws(given[0], given[1], given[2], given[3]),
  },
  call: (_, args, keywords) =>
    new PyFrozenNormal([keywords?.get('mean') ?? args[0], keywords?.get('cov') ?? args[1]]),
  repr: (self) => `<scipy.stats._multivariate.multivariate_normal_gen object at ${address(self)}>`,
  getMissing: (_, name) => refuseMissing(name),
});

defineType<PyFrozenNormal>({
  name: 'multivariate_normal_frozen',
  module: 'scipy.stats._multivariate',
  class: PyFrozenNormal,
  methods: {
    'pdf(x)': (self: PyFrozenNormal, x: Value) =>
      presented(apply('exp', logDensities(x, self.mean, self.covariance))),
    'logpdf(x)': (self: PyFrozenNormal, x: Value) => presented(logDensities(x, self.mean, self.covariance)),
    'rvs(size?, random_state?)': (self: PyFrozenNormal, size: Missing, source: Missing) =>
      draws(self.mean, self.covariance, size, source),
  },
  repr: (self) => `<scipy.stats._multivariate.multivariate_normal_frozen object at ${address(self)}>`,
  getMissing: (_, name) => refuseMissing(name),
});

function refuseMissing(name: string): undefined {
  if (['cdf', 'logcdf', 'entropy', 'fit', 'marginal', 'mean', 'cov', 'dim'].includes(name))
    notSupported(`scipy.stats.multivariate_normal.${name}`);
  return undefined;
}

export const multivariateNormal: PyObject = new PyMultivariateNormal(null);
