# Boltzmann machines and their chains. Each program ran under the real library, which decided what is right.
#: cd k: RBM with CD-k, DeepLearningTutorials style: scan's updates extended with parameters: clean
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class RBM(object):
    def __init__(self, n_visible, n_hidden):
        r = numpy.random.RandomState(0)
        self.W = theano.shared(r.uniform(-.1, .1, (n_visible, n_hidden)), name='W')
        self.hb = theano.shared(numpy.zeros(n_hidden), name='hb')
        self.vb = theano.shared(numpy.zeros(n_visible), name='vb')
        self.rng = RandomStreams(r.randint(2 ** 30))
        self.params = [self.W, self.hb, self.vb]

    def sample_h(self, v):
        p = T.nnet.sigmoid(T.dot(v, self.W) + self.hb)
        return self.rng.binomial(size=p.shape, n=1, p=p, dtype=theano.config.floatX)

    def sample_v(self, h):
        p = T.nnet.sigmoid(T.dot(h, self.W.T) + self.vb)
        return self.rng.binomial(size=p.shape, n=1, p=p, dtype=theano.config.floatX)

    def gibbs_vhv(self, v):
        return self.sample_v(self.sample_h(v))

    def free_energy(self, v):
        return -T.dot(v, self.vb) - T.sum(T.log(1 + T.exp(T.dot(v, self.W) + self.hb)), axis=1)

    def cost_updates(self, v, lr, k):
        chain, updates = theano.scan(self.gibbs_vhv, outputs_info=[v], n_steps=k)
        end = chain[-1]
        cost = T.mean(self.free_energy(v)) - T.mean(self.free_energy(end))
        gparams = T.grad(cost, self.params, consider_constant=[end])
        for g, p in zip(gparams, self.params):
            updates[p] = p - g * lr
        return cost, updates


x = T.dmatrix('x')
rbm = RBM(4, 2)
cost, updates = rbm.cost_updates(x, 0.1, k=3)
train = theano.function([x], cost, updates=updates)
print(train(numpy.eye(4)), train(numpy.eye(4)))
#: cd k rng lost: parameter updates built in a new list, the RNG updates of scan lost: MissingInputError
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

rng = numpy.random.RandomState(0)
trng = RandomStreams(rng.randint(2 ** 30))
W = theano.shared(rng.uniform(-.1, .1, (4, 2)), name='W')
b = theano.shared(numpy.zeros(2), name='b')
c = theano.shared(numpy.zeros(4), name='c')


def bernoulli(p):
    return trng.binomial(size=p.shape, n=1, p=p, dtype='float64')


def gibbs(v):
    h = bernoulli(T.nnet.sigmoid(T.dot(v, W) + b))
    return bernoulli(T.nnet.sigmoid(T.dot(h, W.T) + c))


def free_energy(v):
    return -T.dot(v, c) - T.nnet.softplus(T.dot(v, W) + b).sum(axis=1)


x = T.dmatrix('x')
chain, gibbs_updates = theano.scan(gibbs, outputs_info=[x], n_steps=5)
#                      ^^^^^^^^^^^ warning: dropped-random-updates
end = chain[-1]
cost = T.mean(free_energy(x) - free_energy(end))
params = [W, b, c]
grads = T.grad(cost, params, consider_constant=[end])
updates = [(p, p - 0.1 * g) for p, g in zip(params, grads)]
train = theano.function([x], cost, updates=updates)
#: cd one literal: CD-1 with n_steps=1: draws keep their default updates; nothing to pass: clean
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

trng = RandomStreams(3)
W = theano.shared(numpy.eye(3) * .1, name='W')
v = T.dmatrix('v')


def bern(p):
    return trng.binomial(size=p.shape, n=1, p=p, dtype='float64')


def vhv(v):
    return bern(T.nnet.sigmoid(T.dot(bern(T.nnet.sigmoid(T.dot(v, W))), W.T)))


vs, unused_updates = theano.scan(vhv, outputs_info=[v], n_steps=1)
negative = vs[-1]
dW = T.dot(v.T, v) - T.dot(negative.T, negative)
train = theano.function([v], abs(dW).sum(), updates=[(W, W + 0.01 * dW)])
print(train(numpy.ones((2, 3))), train(numpy.ones((2, 3))))
#: persistent chain rebound: PCD: the scan's updates name is reassigned to a new dict with the chain
import numpy
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams as RandomStreams

theano_rng = RandomStreams(17)
W = theano.shared(numpy.random.RandomState(0).normal(size=(3, 2)) * .1, name='W')
persistent = theano.shared(numpy.zeros((5, 2)), name='persistent')


def hvh(h):
    v = T.cast(theano_rng.uniform(size=(5, 3)) < T.nnet.sigmoid(T.dot(h, W.T)), 'float64')
    return T.cast(theano_rng.uniform(size=(5, 2)) < T.nnet.sigmoid(T.dot(v, W)), 'float64')


h_samples, updates = theano.scan(hvh, outputs_info=[persistent], n_steps=4)
#                    ^^^^^^^^^^^ warning: dropped-random-updates
updates = {persistent: h_samples[-1]}
sample = theano.function([], h_samples[-1].mean(axis=0), updates=updates)
for _ in range(3):
    print(sample())
#: gaussian sampling loop: sampling script: function made in a loop with updates: clean
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

trng = RandomStreams(42)
W = theano.shared(np.eye(2), name='W')
v = T.dmatrix('v')


def step(v_tm1):
    mean = T.dot(v_tm1, W)
    return mean + trng.normal(size=mean.shape), mean


samplers = {}
for k in (1, 5, 10):
    (vs, means), ups = theano.scan(step, outputs_info=[v, None], n_steps=k)
    samplers[k] = theano.function([v], means[-1], updates=ups)
for k, f in sorted(samplers.items()):
    print(k, f(np.zeros((1, 2))))
#: dbn pretraining functions: layerwise pretraining: each layer's cost_updates returned, unpacked by the caller: clean
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class Layer(object):
    def __init__(self, inp, n_in, n_out, rng):
        self.input = inp
        self.W = theano.shared(numpy.random.RandomState(n_in).normal(size=(n_in, n_out)) * .1)
        self.rng = rng
        self.output = T.nnet.sigmoid(T.dot(inp, self.W))

    def gibbs(self, v):
        ph = T.nnet.sigmoid(T.dot(v, self.W))
        h = self.rng.binomial(size=ph.shape, p=ph, dtype='float64')
        return T.nnet.sigmoid(T.dot(h, self.W.T))

    def get_cost_updates(self, lr, k):
        vs, updates = theano.scan(self.gibbs, outputs_info=self.input, n_steps=k)
        cost = T.sqr(vs[-1] - self.input).mean()
        updates[self.W] = self.W - lr * T.dot(self.input.T, self.output) * 0.001
        return cost, updates


class DBN(object):
    def __init__(self, x, sizes):
        rng = RandomStreams(4)
        self.x = x
        self.layers = []
        for n_in, n_out in zip(sizes[:-1], sizes[1:]):
            self.layers.append(Layer(x, n_in, n_out, rng))
            x = self.layers[-1].output

    def pretraining_functions(self, k):
        fns = []
        for layer in self.layers:
            cost, updates = layer.get_cost_updates(0.1, k)
            fns.append(theano.function(inputs=[self.x], outputs=cost, updates=updates))
        return fns


dbn = DBN(T.dmatrix('x'), [4, 3, 2])
for fn in dbn.pretraining_functions(k=2):
    print(fn(numpy.eye(4)))
#: dbn cost only: layerwise pretraining whose caller discards the returned updates
import numpy
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams


class Layer(object):
    def __init__(self, inp, n_in, n_out, rng):
        self.input = inp
        self.W = theano.shared(numpy.random.RandomState(n_in).normal(size=(n_in, n_out)) * .1)
        self.rng = rng
        self.n_out = n_out

    def gibbs(self, v):
        ph = T.nnet.sigmoid(T.dot(v, self.W))
        h = self.rng.uniform(size=(2, self.n_out)) < ph
        return T.nnet.sigmoid(T.dot(T.cast(h, 'float64'), self.W.T))

    def get_cost_updates(self, k):
        vs, updates = theano.scan(self.gibbs, outputs_info=self.input, n_steps=k)
#                     ^^^^^^^^^^^ warning: dropped-random-updates
        return T.sqr(vs[-1] - self.input).mean(), updates


x = T.dmatrix('x')
layer = Layer(x, 4, 3, MRG_RandomStreams(4))
cost, _ = layer.get_cost_updates(3)
evaluate = theano.function([x], cost)
print(evaluate(numpy.ones((2, 4))), evaluate(numpy.ones((2, 4))))
