import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(3)
n_steps = theano.shared(5)
dt = 0.1
