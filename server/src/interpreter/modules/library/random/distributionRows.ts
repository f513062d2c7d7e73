/**
 * Table of the distributions of Aesara 2.9.4 and PyTensor 3.3.0 that differ only in names, parameters and defaults:
 * `tensor/random/basic.py`.
 */
import type { PerLibrary } from '../../../../graph/dialects.ts';
import type { DrawMethodName } from '../../../../graph/random/drawMethods.ts';
import { lastLengthOf, noSupport, type RandomVariableKind } from '../../../../graph/random/randomVariable.ts';

/** A distribution with its parameters as Python has them: `loc=0.0`; without a default they have to be given. */
export interface DistributionRow {
  readonly parameters: readonly string[];
  readonly kind: RandomVariableKind;
}

const scalars = (count: number): number[] => new Array<number>(count).fill(0);

interface RowOptions {
  readonly method?: DrawMethodName;
  /** The op's name where it is another than Python's. */
  readonly name?: string;
}

/** A distribution of numbers. */
function numbers(
  python: string,
  dtype: 'floatX' | 'int64',
  parameters: string,
  { name = python, method = name as DrawMethodName }: RowOptions = {},
): [string, DistributionRow] {
  const list = parameters.split(' ').filter((each) => each !== '');
  const signature = `${list.map(() => '()').join(',')}->()`;
  const kind = { name, method, coreRanks: scalars(list.length), signature, support: noSupport, dtype };
  return [python, { parameters: list, kind }];
}

const common: readonly [string, DistributionRow][] = [
  numbers('uniform', 'floatX', 'low=0.0 high=1.0'),
  numbers('triangular', 'floatX', 'left mode right'),
  numbers('beta', 'floatX', 'alpha beta'),
  numbers('normal', 'floatX', 'loc=0.0 scale=1.0'),
  numbers('halfnormal', 'floatX', 'loc=0.0 scale=1.0'),
  numbers('lognormal', 'floatX', 'mean=0.0 sigma=1.0'),
  numbers('pareto', 'floatX', 'b scale=1.0'),
  numbers('gumbel', 'floatX', 'loc scale=1.0'),
  numbers('exponential', 'floatX', 'scale=1.0'),
  numbers('weibull', 'floatX', 'shape'),
  numbers('logistic', 'floatX', 'loc=0 scale=1'),
  numbers('vonmises', 'floatX', 'mu kappa'),
  numbers('poisson', 'int64', 'lam=1.0'),
  numbers('geometric', 'int64', 'p'),
  numbers('hypergeometric', 'int64', 'ngood nbad nsample'),
  numbers('cauchy', 'floatX', 'loc=0.0 scale=1.0'),
  numbers('halfcauchy', 'floatX', 'loc=0.0 scale=1.0'),
  numbers('invgamma', 'floatX', 'shape scale'),
  numbers('wald', 'floatX', 'mean=1.0 scale=1.0'),
  numbers('truncexpon', 'floatX', 'b loc=0.0 scale=1.0'),
  numbers('t', 'floatX', 'df loc=0.0 scale=1.0'),
  numbers('bernoulli', 'int64', 'p'),
  numbers('laplace', 'floatX', 'loc scale'),
  numbers('binomial', 'int64', 'n p'),
  numbers('betabinom', 'int64', 'n a b', { name: 'beta_binomial' }),
  numbers('gengamma', 'floatX', 'alpha=1.0 p=1.0 lambd=1.0'),
  [
    'dirichlet',
    {
      parameters: ['alphas'],
      kind: {
        name: 'dirichlet',
        method: 'dirichlet',
        coreRanks: [1],
        signature: '(a)->(a)',
        support: lastLengthOf(0),
        dtype: 'floatX',
      },
    },
  ],
  [
    'multinomial',
    {
      parameters: ['n', 'p'],
      kind: {
        name: 'multinomial',
        method: 'multinomial',
        coreRanks: [0, 1],
        signature: '(),(p)->(p)',
        support: lastLengthOf(1),
        dtype: 'int64',
      },
    },
  ],
  [
    'categorical',
    {
      parameters: ['p'],
      kind: {
        name: 'categorical',
        method: 'categorical',
        coreRanks: [1],
        signature: '(p)->()',
        support: noSupport,
        dtype: 'int64',
      },
    },
  ],
];

/** A row with parameters that are fixed: `standard_t` is `t` with a location and a scale. */
const aesaraOnly: readonly [string, DistributionRow][] = [
  numbers('rayleigh', 'floatX', 'scale=1.0'),
  numbers('power', 'floatX', 'a'),
  numbers('zipf', 'int64', 'a'),
  numbers('chisquare', 'floatX', 'df'),
  numbers('f', 'floatX', 'dfn=1 dfd=1'),
  numbers('nbinom', 'int64', 'n p'),
  numbers('negative_binomial', 'int64', 'n p', { name: 'nbinom' }),
  numbers('random', 'floatX', 'low=0.0 high=1.0', { name: 'uniform' }),
];

const pytensorOnly: readonly [string, DistributionRow][] = [
  numbers('nbinom', 'int64', 'n p', { name: 'negative_binomial', method: 'nbinom' }),
  numbers('negative_binomial', 'int64', 'n p', { method: 'nbinom' }),
];

/** The rows of each library, by Python name. */
export const distributionRows: PerLibrary<ReadonlyMap<string, DistributionRow>> = {
  theano: new Map(),
  aesara: new Map([...common, ...aesaraOnly]),
  pytensor: new Map([...common, ...pytensorOnly]),
};

/** The op behind `gamma`, which both libraries give a scale; NumPy draws it, or SciPy for Aesara. */
export const gammaKinds: PerLibrary<RandomVariableKind> = {
  theano: numbers('gamma', 'floatX', 'shape scale')[1].kind,
  aesara: numbers('gamma', 'floatX', 'shape scale', { method: 'scipyGamma' })[1].kind,
  pytensor: numbers('gamma', 'floatX', 'shape scale')[1].kind,
};

/** The op behind `integers` and `randint`. */
export const integersKind = (name: 'integers' | 'randint'): RandomVariableKind =>
  numbers(name, 'int64', 'low high', { method: 'integers' })[1].kind;

/** The op behind `multivariate_normal`; the libraries find the root of the covariance in different ways. */
export const multivariateNormalKind = (root: 'cholesky' | 'svd' | 'eigh'): RandomVariableKind => ({
  name: 'multivariate_normal',
  method: ({ cholesky: 'normalByCholesky', svd: 'normalBySvd', eigh: 'normalByEigh' } as const)[root],
  coreRanks: [1, 2],
  signature: '(n),(n,n)->(n)',
  support: lastLengthOf(0),
  dtype: 'floatX',
  text: `MvNormalRV{name='multivariate_normal', signature='(n),(n,n)->(n)', dtype='floatX', inplace=False, method='${root}'}`,
});
