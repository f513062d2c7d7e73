import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

from .base import Model


class NoisyRNN(Model):
    def __init__(self, dim, seed=1):
        super(NoisyRNN, self).__init__()
        self.dim = dim
        self.W = theano.shared(np.eye(dim) * .1, name='W')
        self.params = [self.W]
        self.srng = MRG_RandomStreams(seed)
        self.x = T.dmatrix('x')
        self.h = self.unroll(self.x)
        self.cost = (self.h[-1] ** 2).sum()

    def step(self, x_t, h_tm1, W):
        return T.tanh(x_t + T.dot(h_tm1, W) + self.srng.normal(size=(self.dim,), std=.1))

    def unroll(self, x):
        h, updates = theano.scan(self.step, sequences=x, outputs_info=T.zeros((self.dim,)), non_sequences=self.W)
        self.add_updates(updates)
        return h
