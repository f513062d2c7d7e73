"""RandomState and default_rng: many distributions with seeds."""
import numpy as np
r = np.random.RandomState(0)
print(r.rand(3), r.randn(2, 2), r.randint(10, size=5), r.uniform(1, 2), r.normal(5, 2, 3), r.choice([1, 2, 3], 4), r.permutation(6), r.binomial(10, 0.3, 4), r.poisson(3, 4), r.exponential(2), r.beta(1, 2), r.gamma(2, 1, 2), sep="\n")
x = np.arange(6); r.shuffle(x); print(x, r.random_sample(2), r.choice(5, 3, replace=False), r.choice(3, 5, p=[0.1, 0.2, 0.7]), r.multinomial(10, [0.2, 0.3, 0.5]), r.standard_normal(), r.randint(0, 2, (2, 3)), r.tomaxint() > 0)
np.random.seed(42); print(np.random.rand(2), np.random.randint(0, 100, 5), np.random.normal(size=2), np.random.choice(["a", "b"], 3).tolist(), np.random.random((2, 1)))
g = np.random.default_rng(123)
print(g.random(3), g.integers(0, 10, 5), g.integers(1, 7, size=(2, 3), endpoint=True), g.normal(0, 1, 3), g.standard_normal(2), g.uniform(-1, 1, 2), g.choice(10, 4, replace=False), g.permutation(5), g.exponential(1.0, 2), g.poisson(4, 3), g.binomial(5, 0.5, 3), sep="\n")
m = np.arange(9).reshape(3, 3); g.shuffle(m); print(m, g.permuted(m, axis=1), g.choice(m, 2), g.gamma(2.0, size=2), g.beta(2, 3), g.multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], 2), g.dirichlet([1, 2, 3]), g.triangular(0, 1, 2), g.laplace(), g.lognormal(), g.geometric(0.3, 3), g.standard_t(3), g.chisquare(2), sep="\n")
print(np.random.default_rng(1).bit_generator.__class__.__name__, np.random.default_rng(5).integers(2 ** 40), np.random.default_rng(5).random(dtype=np.float32), np.random.default_rng(5).bytes(4))
walk = np.random.RandomState(9).choice([-1, 1], size=100).cumsum(); print(walk[::10], walk.min(), walk.max(), walk.argmax(), (np.abs(walk) >= 5).argmax())
for bad in (lambda: g.choice(3, 5, replace=False), lambda: r.randint(5, 5), lambda: g.normal(0, -1), lambda: g.choice([1, 2], p=[0.5, 0.6])):
    try: bad()
    except ValueError as e: print(e)
