/** Table of the classes of the ops that draw, by the name of the op: `tensor/random/basic.py` (Aesara 2.9.4, PyTensor 3). */

const named = `
bernoulli:BernoulliRV beta:BetaRV beta_binomial:BetaBinomialRV binomial:BinomialRV categorical:CategoricalRV
cauchy:CauchyRV chisquare:ChiSquareRV choice:ChoiceRV dirichlet:DirichletRV exponential:ExponentialRV f:FRV gamma:GammaRV
gengamma:GenGammaRV geometric:GeometricRV gumbel:GumbelRV halfcauchy:HalfCauchyRV halfnormal:HalfNormalRV
hypergeometric:HyperGeometricRV integers:IntegersRV invgamma:InvGammaRV laplace:LaplaceRV logistic:LogisticRV
lognormal:LogNormalRV multinomial:MultinomialRV multivariate_normal:MvNormalRV nbinom:NegBinomialRV
negative_binomial:NegBinomialRV normal:NormalRV pareto:ParetoRV permutation:PermutationRV poisson:PoissonRV power:PowerRV
randint:RandIntRV rayleigh:RayleighRV t:StudentTRV triangular:TriangularRV truncexpon:TruncExponentialRV
uniform:UniformRV vonmises:VonMisesRV wald:WaldRV weibull:WeibullRV zipf:ZipfRV
`;

/** `NormalRV` for `normal`. */
export const randomClasses: ReadonlyMap<string, string> = new Map(
  named
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split(':') as [string, string]),
);
