import numpy as np
import theano
import theano.tensor as tt
from theano.tensor.shared_randomstreams import RandomStreams

total = theano.shared(1, name='total')
W = theano.shared(np.eye(3), name='W')
series = theano.shared(np.arange(12000.0) / 8, name='series')
srng = RandomStreams(seed=7)
noise = theano.function([], srng.normal((2,)))
_, updates = theano.scan(lambda: {total: total + 1}, n_steps=10)
count = theano.function([], [], updates=updates)
forgetful = theano.function([], theano.scan(lambda: (total * 2, {total: total + 1}), n_steps=3)[0])
x = tt.dscalar('x')
scale = theano.function([x], W.sum(), updates=[(W, W * x)])
# %%
count()
scale(2.0)
scale(3.0)
noise()
forgetful()
