"""The recurrent layer at its smallest: h = tanh(h W)."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 1_000
UNITS = 256
DTYPE = 'float64'

h0 = pt.vector('h0', dtype=DTYPE)
W = pt.matrix('W', dtype=DTYPE)
outputs, updates = pytensor.scan(lambda h, W: pt.tanh(pt.dot(h, W)), outputs_info=h0, non_sequences=W, n_steps=STEPS)
f = pytensor.function([h0, W], outputs[-1])
random = np.random.RandomState(1)
arguments = (
    random.uniform(-1, 1, UNITS).astype(DTYPE),
    (random.standard_normal((UNITS, UNITS)) / UNITS**0.5).astype(DTYPE),
)
