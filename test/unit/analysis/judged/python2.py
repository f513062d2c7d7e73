# Python 2. Each program ran under the real library, which decided what is right.
#: counter print: Python 2 print and xrange; dropped dict
import theano
import theano.tensor as T

k = theano.shared(0, name='k')
_, updates = theano.scan(lambda: {k: k + 1}, n_steps=5)
#            ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], [])
for i in xrange(3):
    f()
print 'k is', k.get_value()
#: counter print ok: passed; items concatenation valid in Python 2
import theano
import theano.tensor as T

k = theano.shared(0, name='k')
j = theano.shared(0, name='j')
_, u1 = theano.scan(lambda: {k: k + 1}, n_steps=5)
_, u2 = theano.scan(lambda: {j: j + 2}, n_steps=5)
f = theano.function([], [], updates=u1.items() + u2.items())
for i in xrange(3):
    f()
print 'k is', k.get_value(), 'j is %d' % j.get_value()
#: rnn rbm build: the RNN-RBM tutorial: two scans with updates merged by update(): clean
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

rng = RandomStreams(seed=numpy.random.randint(1 << 30))
theano.config.warn.subtensor_merge_bug = False


def build_rbm(v, W, bv, bh, k):
    def gibbs_step(v):
        mean_h = T.nnet.sigmoid(T.dot(v, W) + bh)
        h = rng.binomial(size=mean_h.shape, n=1, p=mean_h, dtype=theano.config.floatX)
        mean_v = T.nnet.sigmoid(T.dot(h, W.T) + bv)
        v = rng.binomial(size=mean_v.shape, n=1, p=mean_v, dtype=theano.config.floatX)
        return mean_v, v

    chain, updates = theano.scan(lambda v: gibbs_step(v)[1], outputs_info=[v], n_steps=k)
    v_sample = chain[-1]
    mean_v = gibbs_step(v_sample)[0]
    monitor = T.xlogx.xlogy0(v, mean_v) + T.xlogx.xlogy0(1 - v, 1 - mean_v)
    monitor = monitor.sum() / v.shape[0]

    def free_energy(v):
        return -(v * bv).sum() - T.log(1 + T.exp(T.dot(v, W) + bh)).sum()
    cost = (free_energy(v) - free_energy(v_sample)) / v.shape[0]
    return v_sample, cost, monitor, updates


def shared_normal(num_rows, num_cols, scale=1):
    return theano.shared(numpy.random.normal(scale=scale, size=(num_rows, num_cols)).astype(theano.config.floatX))


def build_rnnrbm(n_visible, n_hidden, n_hidden_recurrent):
    W = shared_normal(n_visible, n_hidden, 0.01)
    Wuh = shared_normal(n_hidden_recurrent, n_hidden, 0.01)
    Wvu = shared_normal(n_visible, n_hidden_recurrent, 0.01)
    params = W, Wuh, Wvu
    v = T.matrix()
    lin_output = T.matrix()
    u0 = T.zeros((n_hidden_recurrent,))
    bv = theano.shared(numpy.zeros(n_visible))

    def recurrence(v_t, u_tm1):
        bh_t = T.dot(u_tm1, Wuh)
        generate = v_t is None
        if generate:
            v_t, _, _, updates = build_rbm(T.zeros((n_visible,)), W, bv, bh_t, k=25)
        u_t = T.tanh(T.dot(v_t, Wvu))
        return ([v_t, u_t], updates) if generate else [u_t, bh_t]

    (u_t, bh_t), updates_train = theano.scan(
        lambda v_t, u_tm1, *_: recurrence(v_t, u_tm1),
        sequences=v, outputs_info=[u0, None], non_sequences=params)
    v_sample, cost, monitor, updates_rbm = build_rbm(v, W, bv, bh_t[:], k=15)
    updates_train.update(updates_rbm)

    (v_t, u_t), updates_generate = theano.scan(
        lambda u_tm1, *_: recurrence(None, u_tm1),
        outputs_info=[None, u0], non_sequences=params, n_steps=4)
    return v, v_sample, cost, monitor, params, updates_train, v_t, updates_generate


if __name__ == '__main__':
    (v, v_sample, cost, monitor, params, updates_train, v_t, updates_generate) = build_rnnrbm(4, 3, 2)
    train_function = theano.function([v], monitor, updates=updates_train)
    generate_function = theano.function([], v_t, updates=updates_generate)
    print train_function(numpy.ones((5, 4), dtype=theano.config.floatX)) < 0
    print generate_function().shape
#: rnn rbm generate lost: the generation part of RNN-RBM whose recurrence forgets the inner Gibbs updates
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

rng = RandomStreams(seed=99)
W = theano.shared(numpy.eye(3), name='W')


def gibbs(v):
    return T.nnet.sigmoid(T.dot(v, W) + rng.normal(size=(3,)))


def recurrence(u_tm1):
    chain, _ = theano.scan(gibbs, outputs_info=[T.zeros((3,))], n_steps=5)
#              ^^^^^^^^^^^ warning: lost-in-nested-scan
    v_t = chain[-1]
    return [v_t, T.tanh(v_t + u_tm1)]


(v_t, u_t), updates_generate = theano.scan(recurrence, outputs_info=[None, T.zeros((3,))], n_steps=4)
generate = theano.function([], v_t, updates=updates_generate)
for i in xrange(2):
    print generate().shape
#: sample weights tuple params: tuple parameters in a lambda (Python 2 only), clean
import numpy as np
import theano
import theano.tensor as T

x = T.dmatrix('x')
scale = lambda (a, b): a * b
out, _ = theano.map(lambda r: scale((r, 2.0)), x)
f = theano.function([x], out)
print f(np.eye(2))
try:
    f('a')
except (TypeError, ValueError), e:
    print 'bad input'
#: dropout exec style: print >>, backticks style script with a dropped MRG mask
import sys
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

srng = MRG_RandomStreams(seed=1234)
dim = 3


class Layer:
    def __init__(self, p):
        self.p = p

    def mask(self):
        return srng.binomial(size=(dim,), n=1, p=1 - self.p, dtype=theano.config.floatX)

    def fprop(self, state_below):
        def _step(x_t, h_tm1):
            return T.tanh(x_t + h_tm1) * self.mask()
        rval, updates = theano.scan(_step, sequences=[state_below], outputs_info=[T.zeros((dim,))])
#                       ^^^^^^^^^^^ warning: lost-in-helper
        return rval


x = T.matrix('x')
f = theano.function([x], Layer(.5).fprop(x)[-1])
for i in range(2):
    print >>sys.stderr, f(np.ones((4, dim)))
#: dict iteritems: iteritems over scan's updates, clean
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
y, ups = theano.scan(lambda e: (e + 1, {n: n + 1}), sequences=x)
pairs = []
for k, v in ups.iteritems():
    pairs.append((k, v))
f = theano.function([x], y, updates=pairs)
f([1, 2])
print n.get_value()
#: old style class counter: an old-style class with its counter dropped
import theano
import theano.tensor as T


class Net:
    steps = theano.shared(0L, name='steps')

    def step(self, x, h):
        return x + h, {self.steps: self.steps + 1}


net = Net()
x = T.dvector('x')
hs, upd = theano.scan(net.step, sequences=x, outputs_info=T.zeros(()))
#         ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], hs[-1])
print f([1, 2, 3]), `net.steps.get_value()`
#: has key and raise: raise with comma, has_key; train gets updates: clean
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

state = {'seed': 3, 'n_steps': 4}
if not state.has_key('seed'):
    raise ValueError, 'no seed'
trng = RandomStreams(state['seed'])
x = T.dvector('x')
chain, updates = theano.scan(lambda v: v + trng.normal(size=(2,)), outputs_info=x, n_steps=state['n_steps'])
f = theano.function([x], chain[-1], updates=updates)
print f(numpy.zeros(2)) <> f(numpy.zeros(2))
#: gsn walkback: GSN walkback: loop of python layers, scan in the else branch with updates dropped via exec of a flag
import numpy
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams as RandomStreams

MRG = RandomStreams(1)


def add_gaussian_noise(IN, std=1):
    print 'GAUSSIAN NOISE : ', std
    return IN + MRG.normal(avg=0, std=std, size=(2, 3), dtype='float64')


def walkback(X, n):
    def step(x):
        return T.nnet.sigmoid(add_gaussian_noise(x, .5))
    xs, _ = theano.scan(step, outputs_info=X, n_steps=n)
#           ^^^^^^^^^^^ warning: lost-in-helper
    return xs


X = T.dmatrix('X')
f = theano.function([X], walkback(X, 3)[-1])
print f(numpy.zeros((2, 3))).shape
