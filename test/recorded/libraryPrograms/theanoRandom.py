# %% random streams: seeds, sizes and types
import numpy as np, theano, theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
s = RandomStreams(234)
for v in (s.uniform((2, 2)), s.normal((3,), 1., 2.), s.binomial((4,), 10, .3), s.random_integers((2, 3), [1, 2, 3], [[10], [20]]), s.choice((3,), a=4, p=[.1, .2, .3, .4]), s.poisson((3,), [4., 20., 100.]), s.permutation((2,), 4), s.multinomial((2,), 5, [.2, .3, .5]), s.uniform((2, -1), low=[1., 2.], high=5, dtype='float32'), s.shuffle_row_elements(T.constant(np.arange(6).reshape(2, 3)))):
    print(v, v.type, theano.function([], v)().tolist())
    # => RandomFunction{uniform}.1 TensorType(float64, matrix) [[0.12672381400898758, 0.9709159656786431], [0.13989097862581312, 0.887548254199325]]
    # => RandomFunction{normal}.1 TensorType(float64, vector) [1.746568945534983, -0.3149334374586965, 0.27395254248414236]
    # => RandomFunction{binomial}.1 TensorType(int64, vector) [1, 2, 3, 2]
    # => RandomFunction{random_integers_helper}.1 TensorType(int64, matrix) [[7, 7, 4], [4, 6, 15]]
    # => RandomFunction{choice_helper}.1 TensorType(int64, vector) [2, 3, 3]
    # => RandomFunction{poisson}.1 TensorType(int64, vector) [2, 31, 96]
    # => RandomFunction{permutation_helper}.1 TensorType(int64, matrix) [[2, 3, 0, 1], [1, 3, 2, 0]]
    # => RandomFunction{multinomial_helper}.1 TensorType(int64, matrix) [[0, 3, 2], [2, 2, 1]]
    # => RandomFunction{uniform}.1 TensorType(float32, matrix) [[4.582542419433594, 3.589329242706299], [4.742344379425049, 2.7395076751708984]]
    # => PermuteRowElements.0 TensorType(int64, matrix) [[2, 0, 1], [3, 4, 5]]
try:
    s.uniform((), low=[1., 2.])
except ValueError as e:
    print(e.args[1])
    # => (0, 1)

# %% random streams: seeding again, states and generators
import numpy as np, theano
from theano.tensor.shared_randomstreams import RandomStreams
s = RandomStreams(5)
a, b = s.normal((2,)), s.uniform((2,))
f = theano.function([], [a, b])
first = f()
s.seed(5)
print(np.allclose(first, f()), len(s.state_updates), type(a.rng).__name__, a.rng.type, a.update[1])
# => True 2 RandomStateSharedVariable RandomStateType RandomFunction{normal}.0
s[a.rng] = np.random.RandomState(44)
print(np.allclose(f()[0], np.random.RandomState(44).normal(size=2)))
# => True
state = a.rng.get_value(borrow=True)
state.seed(1)
print(f()[0], np.random.RandomState(1).normal(size=2))
# => [ 1.62434536 -0.61175641] [ 1.62434536 -0.61175641]

# %% raw_random takes states and gives the next ones
import numpy as np, theano
from theano.tensor import raw_random
r = theano.shared(np.random.RandomState(3), name='r')
nr, x = raw_random.normal(r, (2,))
g = theano.function([], x, updates=[(r, nr)])
print(nr, x, g(), g(), r.get_value().normal())
# => RandomFunction{normal}.0 RandomFunction{normal}.1 [1.78862847 0.43650985] [ 0.09649747 -1.8634927 ] -0.27738820251439905
print(type(theano.function([], nr)()).__name__)
# => RandomState

# %% MRG_RandomStreams in every form
import numpy as np, theano, theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams
s = MRG_RandomStreams(12345)
P = np.array([[.1, .2, .7], [.5, .3, .2]])
for v in (s.uniform((2, 2), -1, 2), s.uniform((3,), dtype='float32'), s.uniform((9,), nstreams=2), s.binomial((6,), p=.3), s.normal((3,), 1., 2., nstreams=3), s.truncated_normal((4,), nstreams=3), s.multinomial(n=5, pvals=P, nstreams=4), s.choice(size=2, replace=False, p=P, nstreams=4)):
    f = theano.function([], v)
    print(v.type, f().tolist(), f().tolist())
    # => TensorType(float64, matrix) [[1.2059733592905104, -0.22429425222799182], [1.0822420697659254, 1.3117238418199122]] [[0.8426223201677203, 1.8469940838404], [-0.4585947650484741, 1.4416786609217525]]
    # => TensorType(float32, vector) [0.5180769562721252, 0.47852185368537903, 0.3498714864253998] [0.23193924129009247, 0.718805193901062, 0.031225716695189476]
    # => TensorType(float64, vector) [0.8423425843939185, 0.11795765580609441, 0.21591948671266437, 0.7024209997616708, 0.8698299624957144, 0.15607220400124788, 0.17033040337264538, 0.5493582566268742, 0.22816143138334155] [0.6661012545228004, 0.5827712984755635, 0.9536512629128993, 0.3339724144898355, 0.6609114198945463, 0.48059411672875285, 0.11405887734144926, 0.979597779456526, 0.721574401948601]
    # => TensorType(int64, vector) [1, 0, 0, 0, 0, 0] [0, 1, 1, 0, 0, 1]
    # => TensorType(float64, vector) [0.7603019393443544, -0.8190421353892356, 0.9584716806662248] [2.8006817550170555, 2.127330363022888, 2.4639259701141105]
    # => TensorType(float64, vector) [0.05674116779712271, 0.1154097983124106, -2.200095293062984, 1.0706094942635538] [1.4082833729558093, 0.6009562375139551, -0.003959976466075027, 0.003217059433340592]
    # => TensorType(int64, matrix) [[0, 1, 4], [3, 2, 0]] [[1, 2, 2], [3, 2, 0]]
    # => TensorType(int64, matrix) [[2, 1], [0, 2]] [[0, 2], [0, 1]]
print([u[0].get_value().shape for u in s.state_updates], s.rstate)
# => [(4, 6), (3, 6), (2, 6), (6, 6), (3, 6), (3, 6), (3, 6), (4, 6), (4, 6)] [2121930688  722207388 1672097838  567900934  276898816 1283772973]
s.seed(3)
print(s.rstate)
# => [2098943785   13744054 1618716619 1092917264 1190434761 1071694884]
for bad in (0, 2147462579, [0, 0, 0, 1, 2, 3], [1, 2]):
    try:
        MRG_RandomStreams(bad)
    except Exception as e:
        print(type(e).__name__, e)
        # => ValueError ('seed should not be 0', 0)
        # => ValueError ('seed should be less than 2147462579', 2147462579)
        # => ValueError ('The first 3 values of seed should not be all 0', [0, 0, 0, 1, 2, 3])
        # => TypeError seed should be 1 integer or 6 integers

# %% dropped and passed draws, inside and outside of the step
import numpy as np, theano, theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
def run(build, keep):
    o, u = build(RandomStreams(7))
    f = theano.function([], o, updates=u if keep else None)
    return len(u), [f().round(3).tolist() for _ in range(3)]
def outside(s):
    d = s.uniform()
    return theano.scan(lambda h: h * 0 + d, outputs_info=T.zeros(()), n_steps=3)
def listed(s):
    return theano.scan(lambda h, m: h * 0 + m, outputs_info=T.zeros(()), non_sequences=s.uniform(), n_steps=3)
def nested(s):
    return theano.scan(lambda: theano.scan(lambda: s.uniform(), n_steps=2)[0], n_steps=2)
for build in (lambda s: theano.scan(lambda: s.uniform(), n_steps=3), outside, listed, nested):
    print(run(build, True), run(build, False))
    # => (1, [[0.056, 0.502, 0.411], [0.349, 0.232, 0.033], [0.51, 0.976, 0.815]]) (1, [[0.056, 0.502, 0.411], [0.502, 0.411, 0.349], [0.411, 0.349, 0.232]])
    # => (1, [[0.056, 0.502, 0.411], [0.349, 0.232, 0.033], [0.51, 0.976, 0.815]]) (1, [[0.056, 0.502, 0.411], [0.502, 0.411, 0.349], [0.411, 0.349, 0.232]])
    # => (0, [[0.056, 0.056, 0.056], [0.502, 0.502, 0.502], [0.411, 0.411, 0.411]]) (0, [[0.056, 0.056, 0.056], [0.502, 0.502, 0.502], [0.411, 0.411, 0.411]])
    # => (1, [[[0.056, 0.502], [0.502, 0.411]], [[0.411, 0.349], [0.349, 0.232]], [[0.232, 0.033], [0.033, 0.51]]]) (1, [[[0.056, 0.502], [0.502, 0.411]], [[0.502, 0.411], [0.411, 0.349]], [[0.411, 0.349], [0.349, 0.232]]])

# %% draws that depend on the state need the updates
import theano, theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
s = RandomStreams(7)
o, u = theano.scan(lambda h: s.normal((2,), avg=h), outputs_info=T.zeros((2,)), n_steps=3)
try:
    theano.function([], o)
except Exception as e:
    print(type(e).__name__, str(e)[:180])
    # => MissingInputError Input 2 of the graph (indices start from 0), used to compute RandomFunction{normal}(<RandomStateType>, Elemwise{Cast{int64}}.0, <TensorType(float64, vector)>, TensorConstant{1.0}),

# %% gradients do not go through draws
import theano
from theano.tensor.shared_randomstreams import RandomStreams
mu = theano.shared(2., name='mu')
s = RandomStreams(5)
z = (mu + 3 * s.normal((3,))).sum()
print(theano.function([], theano.grad(z, mu))())
# => 3.0
theano.grad(s.normal((2,), avg=mu).sum(), mu)
# !> theano.gradient.NullTypeGradError: tensor.grad encountered a NaN. This variable is Null because the grad method for input 2 (mu) of the RandomFunction{normal} op is mathematically undefined. No gradient defined through raw random numbers op

# %% gradients do not go through MRG's parameters
import theano
from theano.sandbox.rng_mrg import MRG_RandomStreams
mu = theano.shared(2., name='mu')
theano.grad(MRG_RandomStreams(4).normal((2,), avg=mu).sum(), mu)
# !> theano.gradient.NullTypeGradError: tensor.grad encountered a NaN. This variable is Null because the grad method for input 0 (mu) of the UndefinedGrad op is mathematically undefined. 

# %% a random state is no tensor
import numpy as np, theano, theano.tensor as T
r = theano.shared(np.random.RandomState(3), name='r')
try:
    r + 1
except TypeError as e:
    print(e)
    # => unsupported operand type(s) for +: 'RandomStateSharedVariable' and 'int'
print(isinstance(r, T.TensorVariable), hasattr(r, 'shape'), r.owner)
# => False False None

# %% applications, ops and notes
import theano.tensor as T
x = T.dscalar('x')
y = T.exp(x) + 1
print(y.owner.op, y.owner.inputs[0].owner.op, y.owner.inputs[0].owner.inputs, x.owner, y.owner.outputs[0] is y)
# => Elemwise{add,no_inplace} Elemwise{exp,no_inplace} [x] None True
x.tag.test_value = 3
print(x.tag.test_value)
# => 3

# %% one element of a list, drawn in each step
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
rng = RandomStreams(3)
walk, updates = theano.scan(lambda p: p + rng.choice((), a=[-1, 1]), outputs_info=T.constant(0, dtype='int64'), n_steps=10)
print(theano.function([], walk, updates=updates)())  # => [-1 -2 -3 -4 -5 -4 -3 -2 -1  0]
