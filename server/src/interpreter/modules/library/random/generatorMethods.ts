/**
 * Variables that hold a generator draw from it: `next_rng, x = rng.normal()`. `tensor/random/variable.py` of PyTensor 3.3.0.
 */
import { printVariable } from '../../../../graph/printVariable.ts';
import type { Variable } from '../../../../graph/variable.ts';
import { defineType } from '../../../pyType.ts';
import type { NativeBody } from '../../../signature.ts';
import type { Value } from '../../../values.ts';
import { markUsed, wasUsed } from './drawing.ts';
import { randomFunctions } from './randomFunctions.ts';

/** `pytensor.tensor.random.basic.__all__`. */
export const drawNames: readonly string[] =
  'bernoulli beta betabinom binomial categorical cauchy chisquare choice dirichlet exponential gamma gengamma geometric gumbel halfcauchy halfnormal hypergeometric integers invgamma laplace logistic lognormal multinomial multivariate_normal nbinom negative_binomial normal pareto permutation poisson standard_normal t triangular truncexpon uniform vonmises wald weibull'.split(
    ' ',
  );

const drawMethod =
  (name: string): NativeBody =>
  (self: Variable, args: readonly Value[], named: ReadonlyMap<string, Value>) => {
    if (wasUsed(self)) self.context.warn('UserWarning', reuseWarning(self));
    markUsed(self);
    const keywords = new Map([...named, ['rng', self as Value], ['return_next_rng', true]] as const);
    return randomFunctions(self.context).get(name)!.call(args, keywords);
  };

const reuseWarning = (state: Variable): string =>
  `RandomGeneratorVariable ${printVariable(state)} has already been used. You probably want to use the new RandomGeneratorVariable that was returned when you used it.`;

export const generatorMethodsType = defineType<Variable>({
  name: '_random_generator_py_operators',
  module: 'pytensor.tensor.random.variable',
  methods: Object.fromEntries(drawNames.map((name) => [`${name}(*args, **kwargs)`, drawMethod(name)])),
});
