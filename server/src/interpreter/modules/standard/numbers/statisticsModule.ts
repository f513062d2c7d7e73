/** `statistics`: sums are exact fractions and results are rounded once, as in CPython's module. */

import { exp, log } from '../../../../tensor/libm.ts';
import { notSupported, raiseTypeError } from '../../../exceptions.ts';
import { KeyTable } from '../../../keyTable.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { trueDivide } from '../../../protocols/numbers.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { sortValues } from '../../../types/sorting.ts';
import { int, PyFloat, PyList, type PyModule, type Value } from '../../../values.ts';
import { namedTuple } from '../collections/namedTuple.ts';
import { PyFraction, rationalOf } from './fractionsModule.ts';
import { integerRoot } from './integerMath.ts';
import { normalType } from './normalDistribution.ts';
import type { Rational } from './rational.ts';
import * as exact from './rational.ts';
import { fail, statisticsError } from './statisticsError.ts';

/** What results become: the type of the data. */
type Kind = 'int' | 'float' | 'fraction';

interface Data {
  readonly values: readonly Rational[];
  readonly kind: Kind;
}

const none: Rational = { n: 0n, d: 1n };

/** The numbers, exactly; raises TypeError for what is no number. */
function dataOf(given: Value): Data {
  let kind: Kind = 'int';
  const values = toArray(given).map((value): Rational => {
    if (value instanceof PyFloat) {
      if (!Number.isFinite(value.value)) notSupported('statistics of infinities and NaN');
      kind = 'float';
      return exact.ofDouble(value.value);
    }
    if (value instanceof PyFraction && kind === 'int') kind = 'fraction';
    const plain = rationalOf(value);
    if (plain) return plain;
    const type = typeOf(value);
    if (type.module === 'decimal') notSupported('statistics of Decimal numbers');
    return raiseTypeError(`can't convert type '${type.name}' to numerator/denominator`);
  });
  return { values, kind };
}

const asDouble = ({ n, d }: Rational): number => trueDivide(int(n), int(d)).value;

function convert(value: Rational, kind: Kind): Value {
  if (kind === 'fraction') return new PyFraction(value);
  if (kind === 'int' && value.d === 1n) return int(value.n);
  return new PyFloat(asDouble(value));
}

const sumOf = (values: readonly Rational[]): Rational => values.reduce(exact.add, none);
const over = (value: Rational, count: number): Rational => exact.divide(value, { n: BigInt(count), d: 1n });

function mean(given: Value): Value {
  const { values, kind } = dataOf(given);
  if (values.length === 0) fail('mean requires at least one data point');
  return convert(over(sumOf(values), values.length), kind);
}

function doubles(given: Value): number[] {
  return toArray(given).map((value) => {
    if (value instanceof PyFloat) return value.value;
    const plain = rationalOf(value);
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

interface Spread {
  readonly sum: Rational;
  readonly count: number;
  readonly kind: Kind;
}

/** The sum of the squares of the distances from the mean (or from `center`). */
function spread(given: Value, center: Value | undefined): Spread {
  const { values, kind } = dataOf(given);
  if (values.length === 0) return { sum: none, count: 0, kind };
  const known = center === undefined || center === null ? undefined : dataOf(new PyList([center])).values[0];
  const middle = known ?? over(sumOf(values), values.length);
  const squares = values.map((value) => {
    const distance = exact.subtract(value, middle);
    return exact.multiply(distance, distance);
  });
  return { sum: sumOf(squares), count: values.length, kind };
}

/** The root of a fraction, rounded once: 64 more bits than a double has, with a sticky bit. */
function rootOf({ n, d }: Rational): number {
  if (n === 0n) return 0;
  const shift = Math.max(0, 130 - (n.toString(2).length - d.toString(2).length));
  const even = BigInt(shift + (shift % 2));
  const scaled = (n << even) / d;
  const root = integerRoot(scaled);
  const sticky = root * root === scaled && (n << even) % d === 0n ? 0n : 1n;
  return asDouble(exact.rational(root * 2n + sticky, 1n << (even / 2n + 1n)));
}

function variance(
  given: Value,
  center: Value | undefined,
  options: { sample: boolean; root: boolean },
): Value {
  const { sum, count, kind } = spread(given, center);
  const name = `${options.sample ? '' : 'p'}${options.root ? 'stdev' : 'variance'}`;
  const least = options.sample ? 2 : 1;
  if (count < least) {
    fail(`${name} requires at least ${least === 2 ? 'two data points' : 'one data point'}`);
  }
  const result = over(sum, options.sample ? count - 1 : count);
  return options.root ? new PyFloat(rootOf(result)) : convert(result, kind);
}

function harmonicMean(given: Value): Value {
  const { values, kind } = dataOf(given);
  if (values.length === 0) fail('harmonic_mean requires at least one data point');
  if (values.some((value) => value.n < 0n)) fail('harmonic mean does not support negative values');
  if (values.some((value) => value.n === 0n)) return 0;
  const sum = sumOf(values.map((value) => exact.divide({ n: 1n, d: 1n }, value)));
  return convert(exact.divide({ n: BigInt(values.length), d: 1n }, sum), kind === 'int' ? 'float' : kind);
}

function geometricMean(given: Value): Value {
  const values = doubles(given);
  if (values.length === 0) fail('Must have a non-empty dataset');
  if (values.some((value) => value <= 0)) fail('No negative inputs allowed');
  const logs = values.map((value) => exact.ofDouble(log(value)));
  return new PyFloat(exp(asDouble(sumOf(logs)) / values.length));
}

function quantiles(given: Value, count?: Value, method?: Value): Value {
  const n = count === undefined ? 4 : sizeOf(count);
  if (n < 1) fail('n must be at least 1');
  const items = sortValues(toArray(given), null, { reverse: false });
  if (items.length < 2) fail('must have at least two data points');
  const isInclusive = method !== undefined && str(method) === 'inclusive';
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

/** Pairs of numbers and their distances from the means. */
function paired(
  x: Value,
  y: Value,
  name: string,
): { xs: Rational[]; ys: Rational[]; mx: Rational; my: Rational } {
  const [a, b] = [doubles(x).map(exact.ofDouble), doubles(y).map(exact.ofDouble)];
  if (a.length !== b.length) fail(`${name} requires that both inputs have same number of data points`);
  if (a.length < 2) fail(`${name} requires at least two data points`);
  const [mx, my] = [over(sumOf(a), a.length), over(sumOf(b), b.length)];
  return {
    xs: a.map((value) => exact.subtract(value, mx)),
    ys: b.map((value) => exact.subtract(value, my)),
    mx,
    my,
  };
}

const products = (a: readonly Rational[], b: readonly Rational[]): Rational =>
  sumOf(a.map((value, index) => exact.multiply(value, b[index]!)));

function correlation(x: Value, y: Value): Value {
  const { xs, ys } = paired(x, y, 'correlation');
  const [xx, yy] = [products(xs, xs), products(ys, ys)];
  if (xx.n === 0n || yy.n === 0n) fail('at least one of the inputs is constant');
  return new PyFloat(asDouble(products(xs, ys)) / rootOf(exact.multiply(xx, yy)));
}

/** As CPython's, where the means and the distances from them are rounded, and the sums of products are not. */
function linearRegression(x: Value, y: Value, proportional?: Value): Value {
  const [a, b] = [doubles(x), doubles(y)];
  if (a.length !== b.length)
    fail('linear regression requires that both inputs have same number of data points');
  if (a.length < 2) fail('linear regression requires at least two data points');
  const center = (values: readonly number[]): number =>
    isTrue(proportional ?? false) ? 0 : asDouble(sumOf(values.map(exact.ofDouble))) / values.length;
  const distances = (values: readonly number[], middle: number): Rational[] =>
    values.map((value) => exact.ofDouble(value - middle));
  const [mx, my] = [center(a), center(b)];
  const [xs, ys] = [distances(a, mx), distances(b, my)];
  const xx = asDouble(products(xs, xs));
  if (xx === 0) fail('x is constant');
  const slope = asDouble(products(xs, ys)) / xx;
  const intercept = my - slope * mx;
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
      'harmonic_mean(data)': harmonicMean,
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
      'covariance(x, y, /)': (x: Value, y: Value) => {
        const { xs, ys } = paired(x, y, 'covariance');
        return new PyFloat(asDouble(products(xs, ys)) / (xs.length - 1));
      },
      'correlation(x, y, /)': correlation,
      'linear_regression(x, y, /, *, proportional?)': linearRegression,
    },
    refused: ['kde', 'kde_random'],
  });
