# %% RandomStream and functions with a generator
import numpy as np
import aesara
import aesara.tensor as at
r = at.random
rng = aesara.shared(np.random.default_rng(1), name='rng')
for v in (r.uniform(-1., [1., 2.], rng=rng), r.halfnormal(1., 2., size=2, rng=rng), r.gamma(2., 3., rng=rng), r.pareto(3., size=2, rng=rng), r.gumbel(1., 2., rng=rng), r.cauchy(rng=rng), r.t(4., size=2, rng=rng), r.bernoulli([.3, .6, .9], rng=rng), r.nbinom(3, .4, size=2, rng=rng), r.betabinom(5, 1., 2., rng=rng), r.gengamma(1., 2., 3., rng=rng), r.truncexpon(2., rng=rng), r.multinomial(5, [.2, .3, .5], rng=rng), r.dirichlet([1., 2.], size=2, rng=rng), r.categorical([.1, .2, .7], size=4, rng=rng), r.integers(-3, [5, 6], rng=rng), r.choice(5, size=3, replace=False, rng=rng), r.choice([4., 5.], size=2, p=[.1, .9], rng=rng), r.permutation(4, rng=rng), r.standard_t(3., rng=rng)):
    print(v, v.type, aesara.function([], v)().tolist())
    # => uniform_rv{0, (0, 0), floatX, False}.out TensorType(float64, (2,)) [0.023643249400513433, 1.851391088977806]
    # => halfnormal_rv{0, (0, 0), floatX, False}.out TensorType(float64, (2,)) [1.691168384129572, 2.643236287002317]
    # => gamma_rv{0, (0, 0), floatX, False}.out TensorType(float64, ()) 0.7179358258214196
    # => pareto_rv{0, (0, 0), floatX, False}.out TensorType(float64, (2,)) [1.270010039537676, 2.7228609758714932]
    # => gumbel_rv{0, (0, 0), floatX, False}.out TensorType(float64, ()) 1.80161463325596
    # => cauchy_rv{0, (0, 0), floatX, False}.out TensorType(float64, ()) 0.03715581370433069
    # => t_rv{0, (0, 0, 0), floatX, False}.out TensorType(float64, (2,)) [0.28367093322815035, -1.0416946178728876]
    # => bernoulli_rv{0, (0,), int64, False}.out TensorType(int64, (3,)) [0, 0, 1]
    # => nbinom_rv{0, (0, 0), int64, False}.out TensorType(int64, (2,)) [5, 6]
    # => beta_binomial_rv{0, (0, 0, 0), int64, False}.out TensorType(int64, ()) 3
    # => gengamma_rv{0, (0, 0, 0), floatX, False}.out TensorType(float64, ()) 1.5358908543017207
    # => truncexpon_rv{0, (0, 0, 0), floatX, False}.out TensorType(float64, ()) 0.5843898362771249
    # => multinomial_rv{1, (0, 1), int64, False}.out TensorType(int64, (3,)) [1, 3, 1]
    # => dirichlet_rv{1, (1,), floatX, False}.out TensorType(float64, (2, 2)) [[0.26551377955834343, 0.7344862204416566], [0.6320009181784244, 0.3679990818215755]]
    # => categorical_rv{0, (1,), int64, False}.out TensorType(int64, (4,)) [2, 2, 1, 2]
    # => integers_rv{0, (0, 0), int64, False}.out TensorType(int64, (2,)) [0, 1]
    # => choice_rv{0, (1, 1, 0), None, False}.out TensorType(int64, (3,)) [2, 1, 3]
    # => choice_rv{0, (1, 1, 0), None, False}.out TensorType(float64, (2,)) [5.0, 5.0]
    # => permutation_rv{1, (1,), None, False}.out TensorType(int8, (4,)) [0, 1, 2, 3]
    # => t_rv{0, (0, 0, 0), floatX, False}.out TensorType(float64, ()) 0.2791965480189002
print(rng.type, type(rng).__name__, v.owner.inputs[0], v.owner.outputs[0], v.owner.op.name)
# => RandomGeneratorType RandomGeneratorSharedVariable rng t_rv{0, (0, 0, 0), floatX, False}.0 t

# %% legacy generators and what is refused
import numpy as np
import aesara
import aesara.tensor as at
legacy = aesara.shared(np.random.RandomState(3))
print(aesara.function([], at.random.normal(size=2, rng=legacy))(), np.random.RandomState(3).normal(size=2))
# => [1.78862847 0.43650985] [1.78862847 0.43650985]
print(aesara.function([], at.random.randint(0, 10, size=4, rng=legacy))(), legacy.type)
# => [8 9 3 8] RandomStateType
s = at.random.RandomStream(3, rng_ctor=np.random.RandomState)
print(aesara.function([], s.normal(size=2))())
# => [-1.44142864 -0.7599384 ]
for wrong in (lambda: at.random.integers(3, rng=legacy), lambda: at.random.normal(rng=at.scalar()), lambda: at.exp(legacy), lambda: at.random.RandomStream(3).foo, lambda: at.random.RandomStream(3).normal(rng=legacy), lambda: at.random.normal(size=at.ivector('n'))):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
        # => TypeError `integers` is only available for `RandomGeneratorType`s
        # => TypeError The type of rng should be an instance of either RandomGeneratorType or RandomStateType
        # => TypeError Tensor type field must be a TensorType; found <class 'aesara.tensor.random.type.RandomStateType'>.
        # => AttributeError No attribute foo.
        # => ValueError The `rng` option cannot be used with a variate in a `RandomStream`
        # => ValueError Length of n cannot be determined

# %% default updates of a stream in and around a loop
import numpy as np
import aesara
import aesara.tensor as at
def run(build, keep):
    o, u = build(at.random.RandomStream(7))
    f = aesara.function([], o, updates=u if keep else None)
    return len(u), [f().round(3).tolist() for _ in range(3)]
def outside(s):
    d = s.uniform()
    return aesara.scan(lambda h: h * 0 + d, outputs_info=at.zeros(()), n_steps=3)
def nested(s):
    return aesara.scan(lambda: aesara.scan(lambda: s.uniform(), n_steps=2)[0], n_steps=2)
for build in (lambda s: aesara.scan(lambda: s.uniform(), n_steps=3), outside, nested, lambda s: aesara.scan(lambda: s.uniform(), n_steps=1)):
    print(run(build, True), run(build, False))
    # => (1, [[0.798, 0.053, 0.591], [0.869, 0.729, 0.169], [0.088, 0.731, 0.061]]) (1, [[0.798, 0.053, 0.591], [0.798, 0.053, 0.591], [0.798, 0.053, 0.591]])
    # => (0, [[0.798, 0.798, 0.798], [0.053, 0.053, 0.053], [0.591, 0.591, 0.591]]) (0, [[0.798, 0.798, 0.798], [0.053, 0.053, 0.053], [0.591, 0.591, 0.591]])
    # => (0, [[[0.798, 0.053], [0.798, 0.053]], [[0.798, 0.053], [0.798, 0.053]], [[0.798, 0.053], [0.798, 0.053]]]) (0, [[[0.798, 0.053], [0.798, 0.053]], [[0.798, 0.053], [0.798, 0.053]], [[0.798, 0.053], [0.798, 0.053]]])
    # => (0, [[0.798], [0.053], [0.591]]) (0, [[0.798], [0.053], [0.591]])

# %% gradients do not go through draws
import aesara
import aesara.tensor as at
m = at.scalar('m')
aesara.grad(at.random.normal(m), m)
# !> aesara.gradient.NullTypeGradError: `grad` encountered a NaN. This variable is Null because the grad method for input 3 (m) of the normal_rv{0, (0, 0), floatX, False} op is not implemented. No gradient defined for random variables
