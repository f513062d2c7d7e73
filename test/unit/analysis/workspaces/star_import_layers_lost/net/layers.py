import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

srng = MRG_RandomStreams(5)


class Layer(object):
    def noise(self, dim):
        return srng.normal(size=(dim,))


class NoisyRecurrent(Layer):
    def __init__(self, dim):
        self.dim = dim

    def step(self, x, h):
        return T.tanh(x + h + self.noise(self.dim))

    def __call__(self, x):
        return theano.scan(self.step, sequences=x, outputs_info=T.zeros((self.dim,)))[0]
#              ^^^^^^^^^^^ warning: lost-in-helper
