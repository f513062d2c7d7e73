# %% generators as variables
import numpy as np
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1, name='rng')
state = rng
for draw in (lambda g: g.uniform(-1., [1., 2.]), lambda g: g.gamma(2., scale=3.), lambda g: g.chisquare(3), lambda g: g.invgamma(2., 3.), lambda g: g.pareto(3., size=2), lambda g: g.cauchy(size=2), lambda g: g.t(4.), lambda g: g.multivariate_normal([0., 1.], [[2., .5], [.5, 1.]]), lambda g: g.multivariate_normal([0., 1.], [[2., .5], [.5, 1.]], method='svd'), lambda g: g.multinomial([3, 4], [.2, .8]), lambda g: g.choice(5, size=(2, 2), replace=False), lambda g: g.choice([4., 5.], size=2, p=[.1, .9], replace=False), lambda g: g.permutation([[1, 2], [3, 4]]), lambda g: g.integers(10, size=3), lambda g: g.bernoulli(.3, size=5), lambda g: g.standard_normal(size=2)):
    state, x = draw(state)
    print(x, x.type, pytensor.function([], x)().tolist())
    # => uniform_rv{"(),()->()"}.out Vector(float64, shape=(2,)) [0.023643249400513433, 1.851391088977806]
    # => gamma_rv{"(),()->()"}.out Scalar(float64, shape=()) 6.392071224775668
    # => gamma_rv{"(),()->()"}.out Scalar(float64, shape=()) 4.886463850610516
    # => invgamma_rv{"(),()->()"}.out Scalar(float64, shape=()) 2.8165631633492283
    # => pareto_rv{"(),()->()"}.out Vector(float64, shape=(2,)) [1.3045633716732552, 1.009358853059364]
    # => cauchy_rv{"(),()->()"}.out Vector(float64, shape=(2,)) [1.0223207679920316, 0.12040763255525003]
    # => t_rv{"(),(),()->()"}.out Scalar(float64, shape=()) -0.8604606051699332
    # => MvNormalRV{name='multivariate_normal', signature='(n),(n,n)->(n)', dtype='float64', inplace=False, method='cholesky'}.out Vector(float64, shape=(2,)) [0.8468964356836527, 1.2488807381401577]
    # => MvNormalRV{name='multivariate_normal', signature='(n),(n,n)->(n)', dtype='float64', inplace=False, method='svd'}.out Vector(float64, shape=(2,)) [0.6678525931271038, 0.5230214038942311]
    # => multinomial_rv{"(),(p)->(p)"}.out Matrix(int64, shape=(2, 2)) [[0, 3], [1, 3]]
    # => choice_without_replacement_rv{"(),(2)->(s0,s1)"}.out Matrix(int8, shape=(2, 2)) [[4, 2], [1, 0]]
    # => choice_without_replacement_rv{"(a0),(a0),(1)->(s0)"}.out Vector(float64, shape=(2,)) [5.0, 4.0]
    # => permutation_rv{"(x0,x1)->(x0,x1)"}.out Matrix(int64, shape=(2, 2)) [[3, 4], [1, 2]]
    # => integers_rv{"(),()->()"}.out Vector(int64, shape=(3,)) [7, 1, 3]
    # => bernoulli_rv{"()->()"}.out Vector(int64, shape=(5,)) [0, 0, 0, 1, 0]
    # => normal_rv{"(),()->()"}.out Vector(float64, shape=(2,)) [0.6467029962018469, 0.6630633723762617]
print(rng, rng.type, type(rng).__name__, type(state).__name__, state)
# => rng RandomGeneratorType RandomGeneratorSharedVariable RandomGeneratorVariable normal_rv{"(),()->()"}.0

# %% a generator as an input and an output
import numpy as np
import pytensor
import pytensor.tensor as pt
rng = pt.random.rng('rng')
next_rng, x = rng.normal()
f = pytensor.function([rng], [next_rng, x])
g, first = f(np.random.default_rng(153))
print(first, f(g)[1], type(g).__name__)
# => 1.4576925489192427 0.4438383494851198 Generator
shared = pytensor.shared(np.random.default_rng(5))
shared.set_value(seed=9)
print(shared.get_value().normal(), np.random.default_rng(9).normal())
# => -0.8028369359828766 -0.8028369359828766
for wrong in (lambda: pytensor.shared(np.random.RandomState(3)), lambda: pt.random.shared_rng(), lambda: pt.random.normal([0, 1], size=3, rng=rng, dtype='int64'), lambda: pt.random.normal([[0, 1]], size=3, rng=rng), lambda: pt.random.normal(rng=3)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
        # => TypeError `np.RandomState` is no longer supported in PyTensor. Use `np.random.Generator` instead.
        # => ValueError Must set one of value or seed
        # => ValueError Cannot change the dtype of a normal RV from floatX to int64
        # => ValueError Size length is incompatible with batched dimensions of parameter 0 [[0 1]]:
        # => len(size) = 1, len(batched dims [[0 1]]) = 2. Size must be None or have length >= 2
        # => AttributeError 'int' object has no attribute 'type'

# %% a generator carried through a loop, also of no steps
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=7, name='rng')
n = pt.iscalar('n')
last, xs = pytensor.scan(lambda r, x: r.normal(x), outputs_info=[rng, pt.zeros(())], n_steps=n, return_updates=False)
f = pytensor.function([n], xs, updates={rng: last})
print(last.type, f(0), f(2), f(0), f(1))
# => RandomGeneratorType [] [0.00123015 0.29997569] [] [-0.27413786]
rng.set_value(seed=7)
print(f(3))
# => [0.00123015 0.29997569 0.02583784]
one, x = pytensor.scan(lambda r: r.normal(), outputs_info=[rng, None], n_steps=1, return_updates=False)
print(one.type, x.type)
# => RandomGeneratorType Vector(float64, shape=(1,))

# %% gradients of what is made of a draw, and of a draw
import pytensor
import pytensor.tensor as pt
mu = pytensor.shared(2., name='mu')
rng = pt.random.shared_rng(seed=7, name='rng')
def step(r, h):
    r, e = r.normal()
    return r, h * .5 + mu + e
last, xs = pytensor.scan(step, outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
print(pytensor.function([], pytensor.grad(xs.sum(), mu))())
# => 4.25
pytensor.grad(rng.normal(mu)[1], mu)
# !> pytensor.gradient.NullTypeGradError: `grad` encountered a NaN. This variable is Null because the grad method for input 2 (mu) of the normal_rv{"(),()->()"} op is undefined. No gradient defined for random variables

# %% classes of the ops that draw
import pytensor.tensor as pt
from pytensor.tensor.random.basic import NormalRV, NegBinomialRV
from pytensor.tensor.random.op import RandomVariable
for x in [pt.random.normal(), pt.random.nbinom(2, 0.3), pt.exp(0.5)]: print(type(x.owner.op).__name__, isinstance(x.owner.op, RandomVariable), isinstance(x.owner.op, NormalRV), isinstance(x.owner.op, NegBinomialRV), end=' ')  # => NormalRV True True False NegBinomialRV True False True Elemwise False False False

# %% types of generators have classes of their own
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.graph.traversal import graph_inputs
from pytensor.tensor.random.type import RandomGeneratorType, RandomType
from pytensor.tensor.random.variable import RandomGeneratorSharedVariable
r = pytensor.shared(np.random.default_rng(1), name='r')
x = pt.random.normal(rng=r, size=(2,)) + pytensor.shared(1.0, name='s')
print([v.name for v in graph_inputs([x]) if isinstance(v.type, RandomGeneratorType)], isinstance(r, RandomGeneratorSharedVariable))  # => ['r'] True
print(r.type, isinstance(r.type, RandomType), isinstance(r.type, pt.TensorType), isinstance(x.type, RandomType), RandomGeneratorType() == r.type)  # => RandomGeneratorType True False False True
