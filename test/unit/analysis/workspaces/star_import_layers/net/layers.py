import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

__all__ = ['NoisyRecurrent', 'Dense']
srng = MRG_RandomStreams(5)


class Dense(object):
    def __init__(self, n_in, n_out):
        self.W = theano.shared(np.ones((n_in, n_out)) * .1)
        self.updates = []

    def __call__(self, x):
        return T.dot(x, self.W)


class NoisyRecurrent(object):
    def __init__(self, dim):
        self.dim = dim
        self.updates = []

    def step(self, x, h):
        return T.tanh(x + h + srng.normal(size=(self.dim,)))

    def __call__(self, x):
        h, ups = theano.scan(self.step, sequences=x, outputs_info=T.zeros((self.dim,)))
        self.updates = list(ups.items())
        return h
