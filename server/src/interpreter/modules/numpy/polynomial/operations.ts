/** What the functions and the classes of `numpy.polynomial` share: derivatives, integrals, zeros, fits and values of series. */
import { fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import { reduce } from '../../../../tensor/reduce.ts';
import { concatenate, reshape, transpose } from '../../../../tensor/shaping.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { str } from '../../../protocols/text.ts';
import { runtime } from '../../../runtime.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../../values.ts';
import { flag, type Given, isMissing } from '../arguments.ts';
import { apply, asFloat, divide, floats, multiply, numbersOf } from '../arrayMath.ts';
import { arrayOf, numpyVersion } from '../conversion.ts';
import { eigenvalues } from '../linalg/decompositions.ts';
import { solvingFunctions } from '../linalg/solving.ts';
import type { NumpyScalar } from '../numpyScalar.ts';
import { sorted } from '../ordering.ts';
import { warn } from '../warnings.ts';
import { numberAt } from './bases.ts';
import type { Basis } from './recurrences.ts';
import { type Multiply, type Series, scaled } from './series.ts';

/** An integer argument, named in the error. */
export function wholeOf(value: Value | undefined, missing: number, what: string): number {
  if (value === undefined) return missing;
  const integer = tryIndex(value);
  if (integer !== undefined) return Number(integer);
  const given = numpyVersion() === 2 ? `, received ${str(value)}` : '';
  return raiseTypeError(`${what} must be an integer${given}`);
}

export function derived(basis: Basis, series: Series, [times, scale]: readonly [number, number]): number[] {
  if (times < 0) raiseValueError('The order of derivation must be non-negative');
  if (times === 0) return [...series];
  if (times >= series.length) return [series[0] * 0];
  let found: number[] = [...series];
  for (let i = 0; i < times; i++) found = basis.derivative(scaled(found, scale));
  return found;
}

export interface Integration {
  readonly times: number;
  readonly constants: Series;
  readonly bound: number;
  readonly scale: number;
}

export function integrated(
  basis: Basis,
  series: Series,
  { times, constants, bound, scale }: Integration,
): number[] {
  if (times < 0) raiseValueError('The order of integration must be non-negative');
  if (constants.length > times) raiseValueError('Too many integration constants');
  let found: number[] = [...series];
  for (let i = 0; i < times; i++) {
    found = scaled(found, scale);
    const constant = constants[i] ?? 0;
    if (found.length === 1 && found[0] === 0) found[0] += constant;
    else {
      found = basis.integral(found);
      found[0] += constant - numberAt(basis, found, bound);
    }
  }
  return found;
}

/** Constants of integration: a number or a sequence. */
export function constantsOf(value: Value | undefined): number[] {
  if (value === undefined) return [];
  return value instanceof PyList || value instanceof PyTuple
    ? value.items.map(toFloat)
    : numbersOf(arrayOf(value));
}

/** The zeros, sorted; complex where one is. */
export function zerosOf(basis: Basis, series: Series): NDArray {
  if (series.length < 2) return floats([]);
  if (series.length === 2) return floats([basis.onlyZero(series)]);
  const matrix = companionOf(basis, series);
  const isTurned = basis.letter !== null || numpyVersion() === 1;
  const rows = isTurned ? matrix.map((row) => [...row].reverse()).reverse() : matrix;
  return sorted(eigenvalues(floats(rows.flat(), [rows.length, rows.length])));
}

export function companionOf(basis: Basis, series: Series): readonly (readonly number[])[] {
  if (series.length < 2) raiseValueError('Series must have maximum degree of at least 1.');
  runtime().allocate(8 * series.length ** 2);
  return series.length === 2 ? [[basis.onlyZero(series)]] : basis.companion(series);
}

export function powerOf(
  multiply: Multiply,
  series: Series,
  [power, most]: readonly [number, number],
): number[] {
  if (!Number.isInteger(power) || power < 0) raiseValueError('Power must be a non-negative integer.');
  if (power > most) raiseValueError('Power is too large');
  if (power === 0) return [1];
  let found: number[] = [...series];
  for (let i = 2; i <= power; i++) found = multiply(found, series);
  return found;
}

/** The polynomials up to a degree at points, as the last axis of a matrix. */
export function matrixOf(basis: Basis, x: NDArray, degree: number): NDArray {
  if (degree < 0) raiseValueError('deg must be non-negative');
  const points = asFloat(x.ndim === 0 ? reshape(x, [1]) : x);
  runtime().allocate(8 * points.size * (degree + 1));
  const columns = basis.columns(points, degree).map((column) => reshape(column, [...points.shape, 1]));
  return concatenate(columns, points.ndim);
}

export interface Fit {
  readonly coefficients: NDArray;
  /** Squared errors, rank, singular values and the cut-off. */
  readonly status: Value;
}

function degreesOf(value: Value): number[] {
  const degrees = arrayOf(value);
  if (degrees.ndim > 1 || !/int/.test(degrees.dtype) || degrees.size === 0)
    raiseTypeError('deg must be an int or non-empty 1-D array of int');
  const found = numbersOf(degrees);
  if (found.some((degree) => degree < 0)) raiseValueError('expected deg >= 0');
  if (degrees.ndim > 0) notSupported('fits of chosen degrees (deg as a list)');
  return found;
}

/** Least squares with columns of length 1; `given`: rcond, full, w. */
export function fitted(basis: Basis, [x, y]: readonly [NDArray, NDArray], degree: Value, given: Given): Fit {
  const [rcond, full, weights] = given;
  const [order] = degreesOf(degree) as [number];
  if (x.ndim !== 1) raiseTypeError('expected 1D vector for x');
  if (x.size === 0) raiseTypeError('expected non-empty vector for x');
  if (y.ndim < 1 || y.ndim > 2) raiseTypeError('expected 1D or 2D array for y');
  if (x.shape[0] !== y.shape[0]) raiseTypeError('expected x and y to have same length');
  let rows = transpose(matrixOf(basis, x, order));
  let sides = transpose(asFloat(y));
  if (!isMissing(weights)) {
    const w = asFloat(arrayOf(weights));
    if (w.ndim !== 1) raiseTypeError('expected 1D vector for w');
    if (w.size !== x.size) raiseTypeError('expected x and w to have same length');
    [rows, sides] = [multiply(rows, w), multiply(sides, w)];
  }
  const cutoff = isMissing(rcond) ? x.size * Number.EPSILON : toFloat(rcond);
  const squares = apply('square', rows.copy());
  const sums = reduce(squares, 'sum', { axes: [1], accumulate: 'float64', output: 'float64' });
  const lengths = floats(numbersOf(apply('sqrt', sums)).map((length) => (length === 0 ? 1 : length)));
  const solve = solvingFunctions['lstsq(a, b, rcond?)'] as (a: Value, b: Value, rcond: Value) => PyTuple;
  const solved = solve(divide(transpose(rows), lengths), transpose(sides), new PyFloat(cutoff));
  const [found, residuals, rank, singular] = solved.items as [NDArray, NDArray, NumpyScalar, NDArray];
  if (Number(rank.value) !== order + 1 && !flag(full, false))
    warn('RankWarning', 'The fit may be poorly conditioned');
  const coefficients = transpose(divide(transpose(found), lengths));
  return { coefficients, status: new PyList([residuals, rank, singular, new PyFloat(cutoff)]) };
}

/** The least and the greatest point. */
export const domainOf = (x: NDArray): [number, number] => {
  const points = numbersOf(x);
  return [points.reduce((a, b) => Math.min(a, b)), points.reduce((a, b) => Math.max(a, b))];
};

/** Offset and scale of the line that leads from one interval to another. */
export function lineBetween(from: Series, to: Series): [off: number, scale: number] {
  const length = from[1] - from[0];
  return [(from[1] * to[0] - from[0] * to[1]) / length, (to[1] - to[0]) / length];
}

const float = (value: number): NDArray => fromValues('float64', [], [value]);

/** Points of one interval as points of another. */
export function mapped(x: NDArray, from: Series, to: Series): NDArray {
  const [off, scale] = lineBetween(from, to);
  return apply('add', float(off), multiply(float(scale), x));
}
