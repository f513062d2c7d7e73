# %% A recurrent network of 24 units that counts its steps
import numpy as np
import theano
import theano.tensor as T

rng = np.random.RandomState(0)
W = theano.shared(rng.uniform(-0.5, 0.5, (24, 24)), name='W')
steps = theano.shared(0, name='steps')


def step(x, h):
    return T.tanh(x + T.dot(h, W)), {steps: steps + 1}


xs = T.dvector('xs')
hidden, updates = theano.scan(step, sequences=xs, outputs_info=T.zeros((24,)))
run = theano.function([xs], hidden, updates=updates)

# %% A sine wave goes in
states = run(np.sin(np.arange(60) / 5.0))
states = run(np.cos(np.arange(40) / 5.0))
