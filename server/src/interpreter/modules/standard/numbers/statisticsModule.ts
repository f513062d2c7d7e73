/** `statistics`: sums are exact fractions and results are rounded once, as in CPython's module. */

import { exp, log } from '../../../../tensor/libm.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { KeyTable } from '../../../keyTable.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue, richCompare } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { repr, str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { sortValues } from '../../../types/sorting.ts';
import { PyFloat, PyList, type PyModule, type Value } from '../../../values.ts';
import { namedTuple } from '../collections/namedTuple.ts';
import { fractionOf, PyDecimal } from '../decimal/decimalModule.ts';
import { rationalOf } from './fractionsModule.ts';
import { normalType } from './normalDistribution.ts';
import type { Rational } from './rational.ts';
import * as exact from './rational.ts';
import { asDouble, convert, dataOf, over, rootOf, squares, sumOf } from './statisticsData.ts';
import { fail, statisticsError } from './statisticsError.ts';

function mean(given: Value): Value {
  const { values, kind } = dataOf(toArray(given));
  if (values.length === 0) fail('mean requires at least one data point');
  return convert(over(sumOf(values), values.length), kind);
}

function doubles(given: Value): number[] {
  return toArray(given).map((value) => {
    if (value instanceof PyFloat) return value.value;
    const plain =
      value instanceof PyDecimal && value.special === null ? fractionOf(value) : rationalOf(value);
    return plain ? asDouble(plain) : raiseTypeError(`must be real number, not ${typeOf(value).name}`);
  });
}

function floatMean(given: Value, weights?: Value): Value {
  const values = doubles(given).map(exact.ofDouble);
  if (values.length === 0) fail('fmean requires at least one data point');
  if (weights === undefined || weights === null) {
    return new PyFloat(asDouble(sumOf(values)) / values.length);
  }
  const factors = doubles(weights).map(exact.ofDouble);
  if (factors.length !== values.length) fail('data and weights must be the same length');
  const weighted = values.map((value, index) => exact.multiply(value, factors[index]!));
  return new PyFloat(asDouble(sumOf(weighted)) / asDouble(sumOf(factors)));
}

const sorted = (given: Value, name: string): Value[] => {
  const items = sortValues(toArray(given), null, { reverse: false });
  if (items.length === 0) fail(name);
  return items;
};

function median(given: Value): Value {
  const items = sorted(given, 'no median for empty data');
  const middle = items.length >> 1;
  if (items.length % 2 === 1) return items[middle]!;
  return binaryFunctions['/'](binaryFunctions['+'](items[middle - 1]!, items[middle]!), 2);
}

function counts(given: Value): { readonly key: Value; readonly count: number }[] {
  const table = new KeyTable();
  for (const item of toArray(given)) table.set(item, Number(table.get(item) ?? 0) + 1);
  return [...table.entries()].map(({ key, value }) => ({ key, count: Number(value) }));
}

function mode(given: Value): Value {
  const all = counts(given);
  const most = all.reduce(
    (best, each) => (each.count > best.count ? each : best),
    all[0] ?? fail('no mode for empty data'),
  );
  return most.key;
}

function multimode(given: Value): Value {
  const all = counts(given);
  const most = Math.max(0, ...all.map((each) => each.count));
  return new PyList(all.filter((each) => each.count === most).map((each) => each.key));
}

function variance(
  given: Value,
  center: Value | undefined,
  options: { sample: boolean; root: boolean },
): Value {
  const data = toArray(given);
  const { sum, kind } = squares(data, center ?? null);
  const name = `${options.sample ? '' : 'p'}${options.root ? 'stdev' : 'variance'}`;
  const least = options.sample ? 2 : 1;
  if (data.length < least) {
    fail(`${name} requires at least ${least === 2 ? 'two data points' : 'one data point'}`);
  }
  const result = over(sum, options.sample ? data.length - 1 : data.length);
  return options.root ? rootOf(result, kind) : convert(result, kind);
}

const negativeText = 'harmonic mean does not support negative values';

function checkNotNegative(values: readonly Value[]): void {
  for (const value of values) if (isTrue(richCompare('<', value, 0))) fail(negativeText);
}

/** Reciprocals are rounded as the data are, their sum is exact. */
function harmonicMean(given: Value, weights?: Value): Value {
  const data = toArray(given);
  if (data.length === 0) fail('harmonic_mean requires at least one data point');
  const isWeighted = weights !== undefined && weights !== null;
  if (data.length === 1 && !isWeighted) {
    const [only] = data as [Value];
    dataOf(data);
    checkNotNegative(data);
    return only;
  }
  const factors = isWeighted ? toArray(weights) : data.map(() => 1);
  if (factors.length !== data.length) fail('Number of weights does not match data size');
  checkNotNegative(factors);
  checkNotNegative(data);
  if (data.some((value, index) => !isTrue(value) && isTrue(factors[index]!))) return 0;
  const parts = data.map((value, index) =>
    isTrue(factors[index]!) ? binaryFunctions['/'](factors[index]!, value) : 0,
  );
  const { values, kind } = dataOf(parts);
  const total = sumOf(values);
  if (total.n <= 0n) fail('Weighted sum must be positive');
  return convert(exact.divide(sumOf(dataOf(factors).values), total), kind);
}

function geometricMean(given: Value): Value {
  const values = doubles(given);
  if (values.length === 0 || values.some((value) => value <= 0)) {
    fail('geometric mean requires a non-empty dataset containing positive numbers');
  }
  const logs = values.map((value) => exact.ofDouble(log(value)));
  return new PyFloat(exp(asDouble(sumOf(logs)) / values.length));
}

function quantiles(given: Value, count?: Value, method?: Value): Value {
  const n = count === undefined ? 4 : sizeOf(count);
  if (n < 1) fail('n must be at least 1');
  const items = sortValues(toArray(given), null, { reverse: false });
  if (items.length < 2) fail('must have at least two data points');
  const isInclusive = method !== undefined && str(method) === 'inclusive';
  if (!isInclusive && method !== undefined && method !== 'exclusive') {
    raiseValueError(`Unknown method: ${repr(method)}`);
  }
  const { '+': add, '*': times, '/': over } = binaryFunctions;
  const size = isInclusive ? items.length - 1 : items.length + 1;
  const result: Value[] = [];
  for (let i = 1; i < n; i++) {
    let j = Math.floor((i * size) / n);
    if (!isInclusive) j = Math.min(Math.max(j, 1), items.length - 1);
    const delta = i * size - j * n;
    const [low, high] = isInclusive ? [items[j]!, items[j + 1] ?? items[j]!] : [items[j - 1]!, items[j]!];
    result.push(over(add(times(low, n - delta), times(high, delta)), n));
  }
  return new PyList(result);
}

const products = (a: readonly Rational[], b: readonly Rational[]): number =>
  asDouble(sumOf(a.map((value, index) => exact.multiply(value, b[index]!))));

const floatMeanOf = (values: readonly number[]): number =>
  asDouble(sumOf(values.map(exact.ofDouble))) / values.length;

/** The distances from a point, each rounded; sums of their products are not. */
const distances = (values: readonly number[], middle: number): Rational[] =>
  values.map((value) => exact.ofDouble(value - middle));

/** Two lists of as many numbers. */
function paired(x: Value, y: Value, name: string): readonly [number[], number[]] {
  const [a, b] = [doubles(x), doubles(y)];
  if (a.length !== b.length) fail(`${name} requires that both inputs have same number of data points`);
  if (a.length < 2) fail(`${name} requires at least two data points`);
  return [a, b];
}

function covariance(x: Value, y: Value): Value {
  const [a, b] = paired(x, y, 'covariance');
  const sum = products(distances(a, floatMeanOf(a)), distances(b, floatMeanOf(b)));
  return new PyFloat(sum / (a.length - 1));
}

/** The place of each number in order, from `-(n - 1) / 2` on; equal ones share the middle of theirs. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = values.map(() => 0);
  let before = (values.length - 1) / -2 - 1;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]!.value === order[start]!.value) end++;
    for (let at = start; at < end; at++) result[order[at]!.index] = before + (end - start + 1) / 2;
    before += end - start;
    start = end;
  }
  return result;
}

function correlation(x: Value, y: Value, method: Value = 'linear'): Value {
  const [a, b] = paired(x, y, 'correlation');
  if (method !== 'linear' && method !== 'ranked') raiseValueError(`Unknown method: ${repr(method)}`);
  const centered = (values: readonly number[]): Rational[] =>
    method === 'ranked' ? distances(ranks(values), 0) : distances(values, floatMeanOf(values));
  const [xs, ys] = [centered(a), centered(b)];
  const scale = Math.sqrt(products(xs, xs) * products(ys, ys));
  if (scale === 0) fail('at least one of the inputs is constant');
  return new PyFloat(products(xs, ys) / scale);
}

function linearRegression(x: Value, y: Value, proportional?: Value): Value {
  const [a, b] = paired(x, y, 'linear regression');
  const isProportional = isTrue(proportional ?? false);
  const [mx, my] = isProportional ? [0, 0] : [floatMeanOf(a), floatMeanOf(b)];
  const [xs, ys] = [distances(a, mx), distances(b, my)];
  const square = products(xs, xs);
  if (square === 0) fail('x is constant');
  const slope = products(xs, ys) / square;
  const intercept = isProportional ? 0 : my - slope * mx;
  return call(namedTuple('LinearRegression', 'slope intercept'), [
    new PyFloat(slope),
    new PyFloat(intercept),
  ]);
}

function medianGrouped(given: Value, interval?: Value): Value {
  const values = doubles(new PyList(sorted(given, 'no median for empty data')));
  const width = interval === undefined ? 1 : doubles(new PyList([interval]))[0]!;
  const x = values[values.length >> 1]!;
  const before = values.filter((value) => value < x).length;
  const same = values.filter((value) => value === x).length;
  return new PyFloat(x - width / 2 + (width * (values.length / 2 - before)) / same);
}

export const statisticsModule = (): PyModule =>
  defineModule({
    name: 'statistics',
    values: { StatisticsError: statisticsError, NormalDist: normalType },
    functions: {
      'mean(data)': mean,
      'fmean(data, weights?)': floatMean,
      'geometric_mean(data)': geometricMean,
      'harmonic_mean(data, weights?)': harmonicMean,
      'median(data)': median,
      'median_low(data)': (given: Value) => {
        const items = sorted(given, 'no median for empty data');
        return items[(items.length - 1) >> 1]!;
      },
      'median_high(data)': (given: Value) => {
        const items = sorted(given, 'no median for empty data');
        return items[items.length >> 1]!;
      },
      'median_grouped(data, interval?)': medianGrouped,
      'mode(data)': mode,
      'multimode(data)': multimode,
      'variance(data, xbar?)': (given: Value, center?: Value) =>
        variance(given, center, { sample: true, root: false }),
      'pvariance(data, mu?)': (given: Value, center?: Value) =>
        variance(given, center, { sample: false, root: false }),
      'stdev(data, xbar?)': (given: Value, center?: Value) =>
        variance(given, center, { sample: true, root: true }),
      'pstdev(data, mu?)': (given: Value, center?: Value) =>
        variance(given, center, { sample: false, root: true }),
      'quantiles(data, *, n?, method?)': quantiles,
      'covariance(x, y, /)': covariance,
      'correlation(x, y, /, *, method?)': correlation,
      'linear_regression(x, y, /, *, proportional?)': linearRegression,
    },
    refused: ['kde', 'kde_random'],
  });
