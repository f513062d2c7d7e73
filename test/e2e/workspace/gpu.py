# %% float32, so that a GPU may compute it
import numpy as np
import theano

a = theano.shared(np.ones(64, 'float32'), name='a')
_, updates = theano.scan(lambda: {a: a * np.float32(0.5) + np.float32(1)}, n_steps=40)
halve = theano.function([], [], updates=updates)
halve()
