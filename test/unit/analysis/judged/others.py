# Examples of the documentation, tests, notebooks and options. Each program ran under the real library, which decided what is right.
#: notebook magic free: notebook export with In[] markers; the restart of the sampling cell rebinds names; the last function lacks the updates of the last scan

# coding: utf-8

# In[1]:

import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


# In[2]:

srng = RandomStreams(1)
x0 = T.dscalar('x0')
walk, updates = theano.scan(lambda x: x + srng.normal(), outputs_info=x0, n_steps=3)
sample = theano.function([x0], walk, updates=updates)
sample(0.)


# In[5]:

# now with a drift
mu = T.dscalar('mu')
walk, updates_drift = theano.scan(lambda x, mu: x + mu + srng.normal(), outputs_info=x0, non_sequences=mu, n_steps=3)
#                     ^^^^^^^^^^^ warning: dropped-random-updates
sample = theano.function([x0, mu], walk, updates=updates)


# In[6]:

print(sample(0., 1.), sample(0., 1.))
#: exercise solution: the loop tutorial's exercise in a class lecture script; several scans, all stateless: clean
import numpy
import theano
import theano.tensor as tt

# 1. power
k = tt.iscalar('k')
A = tt.vector('A')
result, updates = theano.scan(fn=lambda prior, A: prior * A, outputs_info=tt.ones_like(A), non_sequences=A, n_steps=k)
power = theano.function(inputs=[A, k], outputs=result[-1], updates=updates)
print(power(numpy.arange(5.), 2))

# 2. polynomial
coefficients = tt.vector('coefficients')
x = tt.scalar('x')
full_range = tt.arange(100)
components, updates = theano.scan(fn=lambda coeff, power, free: coeff * (free ** power), outputs_info=None,
                                  sequences=[coefficients, full_range], non_sequences=x)
polynomial = theano.function(inputs=[coefficients, x], outputs=components.sum())
print(polynomial([1., 0., 2.], 3.))

# 3. triangular
up_to = tt.iscalar('up_to')
results, updates = theano.scan(fn=lambda n, acc: acc + n, outputs_info=tt.as_tensor_variable(numpy.asarray(0, 'int64')),
                               sequences=tt.arange(up_to))
triangular = theano.function([up_to], results)
print(triangular(5))
#: set value at position: the documentation's examples for Aesara: clean
import numpy as np
import aesara
import aesara.tensor as at

location = at.imatrix("location")
values = at.vector("values")
output_model = at.matrix("output_model")


def set_value_at_position(a_location, a_value, output_model):
    zeros = at.zeros_like(output_model)
    zeros_subtensor = zeros[a_location[0], a_location[1]]
    return at.set_subtensor(zeros_subtensor, a_value)


result, updates = aesara.scan(
    fn=set_value_at_position, outputs_info=None, sequences=[location, values], non_sequences=output_model
)
assign = aesara.function(inputs=[location, values, output_model], outputs=result)
print(assign(np.array([[1, 1]], dtype="int32"), [42.0], np.zeros((2, 2))))
#: gibbs doc example: the documentation's Gibbs example ported; updates given in the function's 4th place: clean
import numpy as np
import aesara
import aesara.tensor as at

W = aesara.shared(np.ones((3, 2)) * 0.1)
bvis = aesara.shared(np.zeros(3))
bhid = aesara.shared(np.zeros(2))
trng = at.random.RandomStream(1234)


def OneStep(vsample):
    hmean = at.sigmoid(at.dot(vsample, W) + bhid)
    hsample = trng.binomial(size=hmean.shape, n=1, p=hmean)
    vmean = at.sigmoid(at.dot(hsample, W.T) + bvis)
    return trng.binomial(size=vsample.shape, n=1, p=vmean).astype("float64")


sample = at.dvector()
values, updates = aesara.scan(OneStep, outputs_info=sample, n_steps=10)
gibbs10 = aesara.function([sample], values[-1], None, updates)
print(gibbs10(np.ones(3)), gibbs10(np.ones(3)))
#: gibbs doc example dropped: the same with weights as strict non_sequences, and the updates forgotten
import numpy as np
import aesara
import aesara.tensor as at

W = aesara.shared(np.ones((3, 2)) * 0.1)
bvis = aesara.shared(np.zeros(3))
bhid = aesara.shared(np.zeros(2))
trng = at.random.RandomStream(1234)


def OneStep(vsample, W, bvis, bhid):
    hmean = at.sigmoid(at.dot(vsample, W) + bhid)
    hsample = trng.binomial(size=hmean.shape, n=1, p=hmean)
    vmean = at.sigmoid(at.dot(hsample, W.T) + bvis)
    return trng.binomial(size=vsample.shape, n=1, p=vmean).astype("float64")


sample = at.dvector()
values, updates = aesara.scan(
#                 ^^^^^^^^^^^ warning: dropped-random-updates
    fn=OneStep,
    outputs_info=sample,
    non_sequences=[W, bvis, bhid],
    n_steps=10,
    strict=True,
)
gibbs10 = aesara.function([sample], values[-1])
print(gibbs10(np.ones(3)), gibbs10(np.ones(3)))
#: gp elliptical slice: elliptical slice sampling with until-shrinking inside, rng carried through both loops: clean
import numpy as np
import pytensor
import pytensor.tensor as pt

rng0 = pt.random.shared_rng(seed=1)
f0 = pt.dvector("f0")


def loglik(f):
    return -0.5 * ((f - 1.0) ** 2).sum()


def propose(rng, theta, lo, hi, f, nu):
    rng, u = rng.uniform(0, 1)
    theta_new = lo + (hi - lo) * u
    return rng, theta_new, pt.switch(theta_new < 0, theta_new, lo), pt.switch(theta_new < 0, hi, theta_new)


def transition(rng, f):
    rng, nu = rng.normal(0, 1, size=(2,))
    rng, theta0 = rng.uniform(0, 2 * np.pi)
    rng, thetas, _, _ = pytensor.scan(
        propose,
        outputs_info=[rng, theta0, theta0 - 2 * np.pi, theta0],
        non_sequences=[f, nu],
        n_steps=5,
        return_updates=False,
    )
    th = thetas[-1]
    return rng, f * pt.cos(th) + nu * pt.sin(th)


rng_final, fs = pytensor.scan(transition, outputs_info=[rng0, f0], n_steps=3, return_updates=False)
sample = pytensor.function([f0], fs, updates={rng0: rng_final})
print(sample(np.zeros(2)), sample(np.zeros(2)))
#: pytensor mixed styles: old dict style for a counter and new carried style for the generator cannot be mixed with return_updates=False
import pytensor
import pytensor.tensor as pt

rng0 = pt.random.shared_rng(seed=1)
n = pytensor.shared(0, name="n")


def step(rng, x):
    rng, e = rng.normal()
    return [rng, x + e], {n: n + 1}


final, xs = pytensor.scan(step, outputs_info=[rng0, pt.zeros(())], n_steps=3, return_updates=False)
#           ^^^^^^^^^^^^^ error: return-updates-false-with-updates
#: pytensor mixed styles ok: the same in the old return form; both the final generator and the dict are passed: clean
import pytensor
import pytensor.tensor as pt

rng0 = pt.random.shared_rng(seed=1)
n = pytensor.shared(0, name="n")


def step(rng, x):
    rng, e = rng.normal()
    return [rng, x + e], {n: n + 1}


(final, xs), ups = pytensor.scan(step, outputs_info=[rng0, pt.zeros(())], n_steps=3)
#                  ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([], xs, updates={**ups, rng0: final})
print(f(), f(), n.get_value())
#: pytensor mixed styles half: the same; only the final generator is passed, the dict is dropped
import pytensor
import pytensor.tensor as pt

rng0 = pt.random.shared_rng(seed=1)
n = pytensor.shared(0, name="n")


def step(rng, x):
    rng, e = rng.normal()
    return [rng, x + e], {n: n + 1}


(final, xs), ups = pytensor.scan(step, outputs_info=[rng0, pt.zeros(())], n_steps=3)
#                  ^^^^^^^^^^^^^ warning: dropped-updates
#                  ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([], xs, updates={rng0: final})
print(f(), f(), n.get_value())
#: pytensor mixed styles other half: the dict is passed, the final generator is forgotten
import pytensor
import pytensor.tensor as pt

rng0 = pt.random.shared_rng(seed=1)
n = pytensor.shared(0, name="n")


def step(rng, x):
    rng, e = rng.normal()
    return [rng, x + e], {n: n + 1}


(final, xs), ups = pytensor.scan(step, outputs_info=[rng0, pt.zeros(())], n_steps=3)
#                  ^^^^^^^^^^^^^ warning: forgotten-final-rng
#                  ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([], xs, updates=ups)
print(f(), f(), n.get_value())
#: tests in file: unit tests at module level: each test builds its own graph; one test compares two functions with and without updates on purpose. Info at most
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


def build():
    srng = RandomStreams(42)
    out, updates = theano.scan(lambda: srng.uniform(), n_steps=3)
    return out, updates


def test_updates_advance():
    out, updates = build()
    f = theano.function([], out, updates=updates)
    a, b = f(), f()
    assert not np.allclose(a, b)


def test_without_updates_overlap():
    out, updates = build()
    f = theano.function([], out)
    a, b = f(), f()
    assert np.allclose(a[1:], b[:-1])


def test_keys():
    _, updates = build()
    assert len(updates) == 1


for name, fn in sorted(globals().copy().items()):
    if name.startswith('test_'):
        fn()
print('ok')
#: function with givens const: the random mask is replaced by ones through givens in the test function; it is a non_sequence, so nothing is to be passed: clean
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

mrg = MRG_RandomStreams(5)
x = T.dmatrix('x')
mask = mrg.binomial(size=(3,), p=0.5, dtype='float64')
h, _ = theano.scan(lambda e, h, m: T.tanh(e + h) * m, sequences=x, outputs_info=T.zeros((3,)), non_sequences=mask)
train = theano.function([x], h[-1])
test = theano.function([x], h[-1], givens={mask: T.ones((3,))})
print(train(np.ones((2, 3))), test(np.ones((2, 3))))
#: recurrent batchnorm train test: train passes the running statistics, predict uses them without updating: clean (info at most)
import numpy as np
import aesara
import aesara.tensor as at


class RunningNorm:
    def __init__(self, dim, momentum=0.9):
        self.mean = aesara.shared(np.zeros(dim), name="mean")
        self.momentum = momentum

    def train_step(self, x):
        return x - self.mean, {self.mean: self.momentum * self.mean + (1 - self.momentum) * x}

    def predict_step(self, x):
        return x - self.mean


norm = RunningNorm(2)
X = at.dmatrix("X")
train_out, train_updates = aesara.scan(norm.train_step, sequences=[X])
predict_out, predict_updates = aesara.scan(norm.predict_step, sequences=[X])
train = aesara.function([X], train_out, updates=train_updates)
predict = aesara.function([X], predict_out)
train(np.ones((4, 2)))
print(predict(np.ones((1, 2))), norm.mean.get_value())
#: recurrent batchnorm swapped: the train scan's and the predict scan's updates are mixed up
import numpy as np
import aesara
import aesara.tensor as at


class RunningNorm:
    def __init__(self, dim, momentum=0.9):
        self.mean = aesara.shared(np.zeros(dim), name="mean")
        self.momentum = momentum

    def train_step(self, x):
        return x - self.mean, {self.mean: self.momentum * self.mean + (1 - self.momentum) * x}

    def predict_step(self, x):
        return x - self.mean


norm = RunningNorm(2)
X = at.dmatrix("X")
train_out, train_updates = aesara.scan(norm.train_step, sequences=[X])
#                          ^^^^^^^^^^^ warning: dropped-updates
predict_out, predict_updates = aesara.scan(norm.predict_step, sequences=[X])
train = aesara.function([X], train_out, updates=predict_updates)
predict = aesara.function([X], predict_out, updates=predict_updates)
train(np.ones((4, 2)))
print(predict(np.ones((1, 2))), norm.mean.get_value())
#: foldr reduce random: foldr and reduce with draws: one passed, one dropped
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(2)
x = T.dvector('x')
a, ua = theano.foldr(lambda e, acc: acc * 0.5 + e + srng.normal(), x, T.zeros(()))
b, _ = theano.reduce(lambda e, acc: T.maximum(acc, e + srng.normal()), x, T.zeros(()))
#      ^^^^^^^^^^^^^ warning: dropped-random-updates
f = theano.function([x], [a, b], updates=ua)
print(f([1., 2.]), f([1., 2.]))
#: checkpoint counter: scan_checkpoints of a stateless step: clean
import theano
import theano.tensor as T

x0 = T.dscalar('x0')
k = T.dscalar('k')
ys, _ = theano.scan_checkpoints(lambda x, k: x * k, outputs_info=[x0], non_sequences=[k], n_steps=20, save_every_N=5,
                                padding=False)
f = theano.function([x0, k], ys)
print(f(1., 1.1))
#: ifelse branches: ifelse over two scan results, one with draws; the draws' updates passed: clean
import theano
import theano.tensor as T
from theano.ifelse import ifelse
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(2)
x = T.dvector('x')
train = T.iscalar('train')
noisy, updates = theano.scan(lambda e: e * srng.binomial(p=0.5), sequences=x)
mean, _ = theano.scan(lambda e: e * 0.5, sequences=x)
y = ifelse(train, noisy, mean)
f = theano.function([x, train], y, updates=updates)
print(f([1., 1., 1.], 1), f([1., 1., 1.], 0))
#: ifelse branches dropped: the same, dropped
import theano
import theano.tensor as T
from theano.ifelse import ifelse
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(2)
x = T.dvector('x')
train = T.iscalar('train')
noisy, _ = theano.scan(lambda e: e * srng.binomial(p=0.5), sequences=x)
#          ^^^^^^^^^^^ warning: dropped-random-updates
mean, _ = theano.scan(lambda e: e * 0.5, sequences=x)
f = theano.function([x, train], ifelse(train, noisy, mean))
print(f([1., 1., 1.], 1), f([1., 1., 1.], 0))
#: choice of tuple or single: `outputs, updates = result if return_updates else (result[0], {})`, flag False: dropped by option
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(2)


def sample(p, n, with_updates=False):
    result = theano.scan(lambda p: srng.binomial(p=p), non_sequences=p, n_steps=n)
# today silent: lost-in-helper
    if with_updates:
        return result
    return result[0]


p = T.dscalar('p')
f = theano.function([p], sample(p, 5))
print(f(.5), f(.5))
#: choice of tuple or single ok: the flag is True: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(2)


def sample(p, n, with_updates=False):
    result = theano.scan(lambda p: srng.uniform() < p, non_sequences=p, n_steps=n)
    if with_updates:
        return result
    return result[0]


p = T.dscalar('p')
s, u = sample(p, 5, with_updates=True)
f = theano.function([p], s, updates=u)
print(f(.5), f(.5))
#: py2 word language model: Python 2 language model: three scans in one class; generation's updates dropped, the others empty
import numpy
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams


class LM(object):
    def __init__(self, vocab, dim):
        r = numpy.random.RandomState(1)
        self.E = theano.shared(r.randn(vocab, dim) * .1)
        self.W = theano.shared(r.randn(dim, dim) * .1)
        self.trng = MRG_RandomStreams(1)
        self.vocab, self.dim = vocab, dim

    def _h(self, w, h):
        return T.tanh(self.E[w] + T.dot(h, self.W))

    def encode(self, words):
        h, _ = theano.scan(self._h, sequences=words, outputs_info=T.zeros((self.dim,)))
        return h

    def score(self, words):
        h = self.encode(words)
        def nll(h_t, w):
            return -T.log(T.nnet.softmax(T.dot(h_t, self.E.T))[0, w])
        costs, _ = theano.scan(nll, sequences=[h[:-1], words[1:]])
        return costs.sum()

    def generate(self, n):
        def pick(w, h):
            h = self._h(w, h)
            noise = self.trng.uniform(size=(self.vocab,))
            return T.argmax(T.dot(h, self.E.T) - T.log(-T.log(noise))), h
        (ws, hs), _ = theano.scan(pick, outputs_info=[T.constant(numpy.int64(0)), T.zeros((self.dim,))], n_steps=n)
#                     ^^^^^^^^^^^ warning: lost-in-helper
        return ws


lm = LM(4, 3)
words = T.lvector('words')
print theano.function([words], lm.score(words))([0, 1, 2])
gen = theano.function([], lm.generate(5))
print gen(), gen()
#: py2 meta optimizer: print with %, map returning a list, updates by list concatenation: clean
import theano
import theano.tensor as T

cs = map(lambda i: theano.shared(0, name='c%d' % i), range(2))
x = T.dvector('x')
runs = [theano.scan(lambda e, c=c: (e, {c: c + 1}), sequences=x) for c in cs]
updates = reduce(lambda a, b: a + b, [u.items() for o, u in runs])
f = theano.function([x], [o for o, u in runs], updates=updates)
f([1., 2.])
print 'counts: %s' % map(lambda c: int(c.get_value()), cs)
