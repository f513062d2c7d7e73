/** The distributions of RandomState and Generator by name, with their parameters and what NumPy checks of them. */
import { EngineError } from '../engineError.ts';
import * as discrete from './discreteDistributions.ts';
import * as continuous from './distributions.ts';
import type { Constraint, Distribution, Parameter } from './drawing.ts';

const parameter = (name: string, constraint?: Constraint, missing?: number): Parameter => ({
  name,
  ...(constraint === undefined ? {} : { constraint }),
  ...(missing === undefined ? {} : { missing }),
});

const location: Parameter = { name: 'loc', missing: 0 };
const scale = parameter('scale', 'nonNegative', 1);

function checkTriangle(left: number, mode: number, right: number): void {
  if (left > mode) throw new EngineError('ValueError', 'left > mode');
  if (mode > right) throw new EngineError('ValueError', 'mode > right');
  if (left === right) throw new EngineError('ValueError', 'left == right');
}

function checkRange(low: number, high: number): void {
  if (!Number.isFinite(high - low)) throw new EngineError('OverflowError', 'Range exceeds valid bounds');
}

function checkUrn(good: number, bad: number, sample: number): void {
  if (good + bad < sample) throw new EngineError('ValueError', 'ngood + nbad < nsample');
}

export const distributions: Readonly<Record<string, Distribution>> = {
  uniform: {
    parameters: [
      { name: 'low', missing: 0 },
      { name: 'high', missing: 1 },
    ],
    check: checkRange,
    draw: (s, low, high) => continuous.uniform(s, low, high - low),
  },
  normal: { parameters: [location, scale], draw: continuous.normal },
  exponential: { parameters: [scale], draw: continuous.exponential },
  gamma: { parameters: [parameter('shape', 'nonNegative'), scale], draw: continuous.gamma },
  beta: {
    parameters: [parameter('a', 'positive'), parameter('b', 'positive')],
    draw: continuous.beta,
  },
  chisquare: { parameters: [parameter('df', 'positive')], draw: continuous.chisquare },
  noncentral_chisquare: {
    parameters: [parameter('df', 'positive'), parameter('nonc', 'nonNegative')],
    draw: continuous.noncentralChisquare,
  },
  f: {
    parameters: [parameter('dfnum', 'positive'), parameter('dfden', 'positive')],
    draw: continuous.fisher,
  },
  noncentral_f: {
    parameters: [
      parameter('dfnum', 'positive'),
      parameter('dfden', 'positive'),
      parameter('nonc', 'nonNegative'),
    ],
    draw: continuous.noncentralF,
  },
  standard_cauchy: { parameters: [], draw: continuous.cauchy },
  standard_t: { parameters: [parameter('df', 'positive')], draw: continuous.studentT },
  vonmises: {
    parameters: [{ name: 'mu' }, parameter('kappa', 'nonNegative')],
    draw: continuous.vonMises,
  },
  pareto: { parameters: [parameter('a', 'positive')], draw: continuous.pareto },
  weibull: { parameters: [parameter('a', 'nonNegative')], draw: continuous.weibull },
  power: { parameters: [parameter('a', 'positive')], draw: continuous.power },
  laplace: { parameters: [location, scale], draw: continuous.laplace },
  gumbel: { parameters: [location, scale], draw: continuous.gumbel },
  logistic: { parameters: [location, scale], draw: continuous.logistic },
  lognormal: {
    parameters: [{ name: 'mean', missing: 0 }, parameter('sigma', 'nonNegative', 1)],
    draw: continuous.lognormal,
  },
  rayleigh: { parameters: [scale], draw: continuous.rayleigh },
  wald: {
    parameters: [parameter('mean', 'positive'), parameter('scale', 'positive')],
    draw: continuous.wald,
  },
  triangular: {
    parameters: [{ name: 'left' }, { name: 'mode' }, { name: 'right' }],
    check: checkTriangle,
    draw: continuous.triangular,
  },
  binomial: {
    parameters: [parameter('n', 'nonNegative'), parameter('p', 'chance')],
    isInteger: true,
    draw: (s, n, p) => discrete.binomial(s, Math.trunc(n), p),
  },
  negative_binomial: {
    parameters: [parameter('n', 'positive'), parameter('p', 'chanceAboveZero')],
    isInteger: true,
    draw: (s, n, p) => discrete.poisson(s, continuous.gamma(s, n, (1 - p) / p)),
  },
  poisson: {
    parameters: [parameter('lam', 'poisson', 1)],
    isInteger: true,
    draw: discrete.poisson,
  },
  zipf: { parameters: [parameter('a', 'aboveOne')], isInteger: true, draw: discrete.zipf },
  geometric: {
    parameters: [parameter('p', 'chanceAboveZero')],
    isInteger: true,
    draw: discrete.geometric,
  },
  hypergeometric: {
    parameters: [
      parameter('ngood', 'nonNegative'),
      parameter('nbad', 'nonNegative'),
      parameter('nsample', 'nonNegative'),
    ],
    isInteger: true,
    check: checkUrn,
    draw: (s, good, bad, sample) =>
      discrete.hypergeometric(s, Math.trunc(good), Math.trunc(bad), Math.trunc(sample)),
  },
  logseries: { parameters: [parameter('p', 'chanceBelowOne')], isInteger: true, draw: discrete.logSeries },
};

/** `standard_gamma` and the like, which Generator has with more arguments. */
export const standardDistributions: Readonly<Record<string, Distribution>> = {
  standard_normal: { parameters: [], draw: (s) => s.normal() },
  standard_exponential: { parameters: [], draw: (s) => s.exponential() },
  standard_gamma: { parameters: [parameter('shape', 'nonNegative')], draw: continuous.standardGamma },
  random: { parameters: [], draw: (s) => s.bits.nextDouble() },
};
