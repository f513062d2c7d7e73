/**
 * What a row of a distribution is in functions of a value, location, scale and shapes, with SciPy's edges: NaN for impossible parameters, 0 or
 * −∞ outside of the support.
 */
import * as libm from '../../../../tensor/libm.ts';
import type { FloatFunction } from '../floatFunctions.ts';
import type { DistributionRow } from './distributionRow.ts';

/** A function of `(x, loc, scale, …shapes)`; of moments without `x`. */
export type RowFunction = (row: DistributionRow) => FloatFunction;

const isPossible = (row: DistributionRow, scale: number, shapes: readonly number[]): boolean =>
  scale > 0 && (row.allows?.(...shapes) ?? true) && !shapes.some(Number.isNaN);

/** Standardized, and only with possible parameters; NaN stays. */
const standardized =
  (
    compute: (row: DistributionRow, x: number, scale: number, shapes: readonly number[]) => number,
  ): RowFunction =>
  (row) =>
  (x, loc, scale, ...shapes) =>
    Number.isNaN(x) || Number.isNaN(loc) || !isPossible(row, scale, shapes)
      ? Number.NaN
      : compute(row, (x - loc) / scale, scale, shapes);

const isInside = (row: DistributionRow, x: number, shapes: readonly number[]): boolean => {
  const [least, most] = row.support(...shapes);
  return x >= least && x <= most && !(row.isDiscrete && !Number.isInteger(x));
};

export const density: RowFunction = standardized((row, x, scale, shapes) => {
  if (!isInside(row, x, shapes)) return 0;
  return (row.density?.(x, ...shapes) ?? libm.exp(row.logDensity!(x, ...shapes))) / scale;
});

export const logDensity: RowFunction = standardized((row, x, scale, shapes) => {
  if (!isInside(row, x, shapes)) return Number.NEGATIVE_INFINITY;
  const standard = row.logDensity?.(x, ...shapes) ?? libm.log(row.density!(x, ...shapes));
  return row.isDiscrete ? standard : standard - libm.log(scale);
});

/** Between the ends of the support; of discrete distributions at the integer below. */
const between = (
  compute: (row: DistributionRow, x: number, shapes: readonly number[]) => number,
  ends: readonly [below: number, above: number],
): RowFunction =>
  standardized((row, given, _, shapes) => {
    const [least, most] = row.support(...shapes);
    const x = row.isDiscrete ? Math.floor(given) : given;
    if (x < least) return ends[0];
    return x >= most ? ends[1] : compute(row, x, shapes);
  });

export const cdf: RowFunction = between((row, x, shapes) => row.cdf(x, ...shapes), [0, 1]);

export const sf: RowFunction = between(
  (row, x, shapes) => row.sf?.(x, ...shapes) ?? 1 - row.cdf(x, ...shapes),
  [1, 0],
);

export const logarithm =
  (of: RowFunction): RowFunction =>
  (row) => {
    const compute = of(row);
    return (...args) => libm.log(compute(...args));
  };

/** The least integer whose distribution function reaches `q`: one below the support for 0, as SciPy has it. */
function searched(row: DistributionRow, q: number, shapes: readonly number[]): number {
  const [least, most] = row.support(...shapes);
  if (q === 0) return least - 1;
  if (q === 1) return most;
  let [low, high] = [least, Math.max(least + 1, Math.ceil(row.mean(...shapes)))];
  while (high < most && row.cdf(high, ...shapes) < q) [low, high] = [high, high * 2];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (row.cdf(middle, ...shapes) >= q) high = middle;
    else low = middle + 1;
  }
  return high;
}

const inverse =
  (
    standard: (row: DistributionRow, q: number, shapes: readonly number[]) => number,
    edges: 'rising' | 'falling',
  ): RowFunction =>
  (row) =>
  (q, loc, scale, ...shapes) => {
    if (!(q >= 0 && q <= 1) || !isPossible(row, scale, shapes)) return Number.NaN;
    const [least, most] = row.support(...shapes);
    if (row.isDiscrete) return standard(row, q, shapes) + loc;
    const end = q === 0 ? 'low' : q === 1 ? 'high' : null;
    if (end !== null) return ((end === 'low') === (edges === 'rising') ? least : most) * scale + loc;
    return standard(row, q, shapes) * scale + loc;
  };

export const ppf: RowFunction = inverse(
  (row, q, shapes) => row.ppf?.(q, ...shapes) ?? searched(row, q, shapes),
  'rising',
);

export const isf: RowFunction = inverse(
  (row, q, shapes) => row.isf?.(q, ...shapes) ?? row.ppf?.(1 - q, ...shapes) ?? searched(row, 1 - q, shapes),
  'falling',
);

export const meanOf: RowFunction =
  (row) =>
  (loc, scale, ...shapes) =>
    isPossible(row, scale, shapes) ? row.mean(...shapes) * scale + loc : Number.NaN;

export const varianceOf: RowFunction =
  (row) =>
  (_, scale, ...shapes) =>
    isPossible(row, scale, shapes) ? row.variance(...shapes) * scale * scale : Number.NaN;
