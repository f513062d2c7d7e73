/** What a distribution of `scipy.stats` is made of, before location and scale. Functions get a value and then the shapes. */
import type { FloatFunction } from '../floatFunctions.ts';

export interface DistributionRow {
  /** Names of the shape parameters. */
  readonly shapes: readonly string[];
  readonly isDiscrete?: true;
  /** Whether shapes are possible. */
  readonly allows?: (...shapes: number[]) => boolean;
  /** Least and greatest value. */
  readonly support: (...shapes: number[]) => readonly [number, number];
  /** The density, or for discrete ones the probability. Absent: the exponential of `logDensity`. */
  readonly density?: FloatFunction;
  /** Absent: the logarithm of `density`. */
  readonly logDensity?: FloatFunction;
  readonly cdf: FloatFunction;
  /** Absent: 1 − cdf. */
  readonly sf?: FloatFunction;
  /** The inverse of `cdf`; of discrete ones it is searched. */
  readonly ppf?: FloatFunction;
  /** The inverse of `sf`; absent: that of `cdf` at 1 − q. */
  readonly isf?: FloatFunction;
  /** The draw: a method of NumPy's generators and what it is given, or from a uniform one by `ppf`. */
  readonly draw:
    | {
        readonly method: string;
        readonly args?: (...shapes: number[]) => readonly number[];
        readonly transform?: FloatFunction;
      }
    | 'ppf';
  readonly mean: FloatFunction;
  readonly variance: FloatFunction;
}
