/** The discrete distributions of `scipy.stats` (`_discrete_distns.py`). */
import * as libm from '../../../../tensor/libm.ts';
import { betainc } from '../../../../tensor/special/beta.ts';
import { gammaln } from '../../../../tensor/special/cephesLogGamma.ts';
import { gammaincc } from '../../../../tensor/special/incompleteGamma.ts';
import { xlog1py, xlogy } from '../logProducts.ts';
import type { DistributionRow } from './distributionRow.ts';

const isChance = (p: number): boolean => p >= 0 && p <= 1;

const logChoose = (n: number, k: number): number => gammaln(n + 1) - (gammaln(k + 1) + gammaln(n - k + 1));
const binomialLog = (k: number, n: number, p: number): number =>
  logChoose(n, k) + xlogy(k, p) + xlog1py(n - k, -p);
const binomialCdf = (k: number, n: number, p: number): number => (k >= n ? 1 : betainc(n - k, k + 1, 1 - p));

export const discreteRows: Readonly<Record<string, DistributionRow>> = {
  bernoulli: {
    shapes: ['p'],
    isDiscrete: true,
    allows: isChance,
    support: () => [0, 1],
    density: (k, p) => (k === 1 ? p : 1 - p),
    logDensity: (k, p) => libm.log(k === 1 ? p : 1 - p),
    cdf: (k, p) => (k >= 1 ? 1 : 1 - p),
    draw: { method: 'binomial', args: (p) => [1, p] },
    mean: (p) => p,
    variance: (p) => p * (1 - p),
  },
  binom: {
    shapes: ['n', 'p'],
    isDiscrete: true,
    allows: (n, p) => n >= 0 && Number.isInteger(n) && isChance(p),
    support: (n) => [0, n],
    logDensity: binomialLog,
    cdf: binomialCdf,
    draw: { method: 'binomial', args: (n, p) => [n, p] },
    mean: (n, p) => n * p,
    variance: (n, p) => n * p * (1 - p),
  },
  poisson: {
    shapes: ['mu'],
    isDiscrete: true,
    allows: (mu) => mu >= 0,
    support: () => [0, Number.POSITIVE_INFINITY],
    logDensity: (k, mu) => xlogy(k, mu) - gammaln(k + 1) - mu,
    cdf: (k, mu) => gammaincc(k + 1, mu),
    draw: { method: 'poisson', args: (mu) => [mu] },
    mean: (mu) => mu,
    variance: (mu) => mu,
  },
  geom: {
    shapes: ['p'],
    isDiscrete: true,
    allows: (p) => p > 0 && p <= 1,
    support: () => [1, Number.POSITIVE_INFINITY],
    density: (k, p) => (1 - p) ** (k - 1) * p,
    logDensity: (k, p) => xlog1py(k - 1, -p) + libm.log(p),
    cdf: (k, p) => -libm.expm1(libm.log1p(-p) * k),
    draw: { method: 'geometric', args: (p) => [p] },
    mean: (p) => 1 / p,
    variance: (p) => (1 - p) / p / p,
  },
};
