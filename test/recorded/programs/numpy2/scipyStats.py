import numpy as np
import scipy.stats as st
from scipy.stats import norm, gamma, beta, poisson, multivariate_normal
np.set_printoptions(precision=8)
x = np.array([-2.0, -0.5, 0.0, 0.3, 1.0, 2.0, 5.0])
def shown(v):
    if isinstance(v, tuple):
        return tuple(shown(each) for each in v)
    return float('%.9g' % v) if isinstance(v, float) else v


def show(name, *values):
    print(name, *(shown(v) for v in values))


show('norm', norm.pdf(x), norm.cdf(x), norm.logpdf(x, 1, 2), norm.sf(1.5), norm.ppf([0.0, 0.025, 0.5, 0.975, 1]), norm.isf(0.1))
show('norm2', norm(1.0, 2.0).pdf(0.5), norm(loc=1.0, scale=2.0).logpdf(x), norm.mean(), norm.var(1, 2), norm.std(0, 3), norm.interval(0.95), norm.median(2))
show('uniform', st.uniform.pdf(x), st.uniform.cdf(x, -1, 4), st.uniform(2, 3).ppf(0.5))
show('expon', st.expon.pdf(x, scale=2), st.expon.cdf(x), st.expon.ppf(0.3), st.expon.logpdf(x))
show('gamma', gamma.pdf(x, 2.0), gamma.cdf(x, 2.0, scale=0.5), gamma.logpdf(2.0, a=3.0), gamma.ppf(0.5, 2.0), gamma.mean(2.0, scale=3))
show('beta', beta.pdf([0.1, 0.5, 0.9], 2, 3), beta.cdf(0.4, 2, 3), beta.mean(2, 3), beta.var(2, 3))
show('t', st.t.pdf(x, 3), st.t.cdf(x, 3), st.t.ppf(0.975, 10), st.t.logpdf(x, 5, loc=1, scale=2))
show('chi2', st.chi2.cdf(3.84, 1), st.chi2.sf(3.84, 1), st.chi2.ppf(0.95, 2))
show('cauchy', st.cauchy.pdf(x), st.cauchy.cdf(x), st.laplace.pdf(x), st.laplace.cdf(x), st.logistic.pdf(x), st.logistic.cdf(x))
show('lognorm', st.lognorm.pdf([0.5, 1.0, 2.0], 0.9), st.lognorm.cdf(2.0, 0.9), st.halfnorm.pdf(x), st.invgamma.pdf([0.5, 1, 2.0], 3))
show('bernoulli', st.bernoulli.pmf([0, 1, 2], 0.3), st.bernoulli.logpmf(1, 0.3), st.bernoulli.cdf(0.5, 0.3))
show('binom', st.binom.pmf([0, 1, 5, 10], 10, 0.3), st.binom.cdf(4, 10, 0.3), st.binom.ppf([0.1, 0.5, 0.9], 10, 0.3))
show('poisson', poisson.pmf([0, 1, 2, 3.5], 2.5), poisson.cdf(3, 2.5), poisson.logpmf(3, 2.5), poisson.ppf([0.01, 0.5, 0.99], 2.5))
show('geom', st.geom.pmf([1, 2, 3], 0.2), st.geom.cdf(3, 0.2))
np.random.seed(3)
show('rvs', norm.rvs(), norm.rvs(size=3), norm.rvs(2, 0.5, size=(2, 2)), gamma.rvs(2.0, size=2), st.uniform.rvs(1, 2, size=2), st.expon.rvs(scale=3, size=2))
show('rvs2', beta.rvs(2, 3, size=2), poisson.rvs(3, size=4), st.binom.rvs(10, 0.4, size=3), st.bernoulli.rvs(0.5, size=5), st.t.rvs(4, size=2), st.cauchy.rvs(size=2), st.lognorm.rvs(0.5, size=2), st.laplace.rvs(size=1), st.halfnorm.rvs(size=2))
show('rvs3', norm.rvs(size=2, random_state=5), norm(1, 2).rvs(2, random_state=np.random.RandomState(1)), poisson(2).rvs(), type(poisson.rvs(2)), type(norm.rvs()), norm.rvs(loc=[0, 10, 100]))
m = [0.5, -0.2]; S = [[2.0, 0.3], [0.3, 0.5]]
show('mvn', multivariate_normal.pdf([0, 0], m, S), multivariate_normal(m, S).logpdf([[1, 2], [0.5, -0.2]]), multivariate_normal.rvs(m, S, size=2, random_state=3).shape, multivariate_normal.pdf([0.1, 0.2]))
show('edges', norm.pdf(0, scale=-1), norm.cdf(np.nan), norm.logpdf(np.inf), gamma.pdf(-1, 2), norm.ppf(1.5), st.uniform.logpdf(3))
try:
    norm.pdf(1, 2, 3, 4)
except TypeError as e:
    print('TypeError')
try:
    gamma.pdf(1)
except TypeError as e:
    print('TypeError')
