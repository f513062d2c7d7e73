"""A recurrent layer with inputs, for a batch; every row is kept."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 100
BATCH = 64
UNITS = 256
DTYPE = 'float64'

x = pt.tensor3('x', dtype=DTYPE)
h0 = pt.matrix('h0', dtype=DTYPE)
W = pt.matrix('W', dtype=DTYPE)
outputs, updates = pytensor.scan(
    lambda x_t, h, W: pt.tanh(x_t + pt.dot(h, W)), sequences=x, outputs_info=h0, non_sequences=W
)
f = pytensor.function([x, h0, W], outputs)
random = np.random.RandomState(1)
arguments = (
    random.standard_normal((STEPS, BATCH, UNITS)).astype(DTYPE),
    np.zeros((BATCH, UNITS), DTYPE),
    (random.standard_normal((UNITS, UNITS)) / UNITS**0.5).astype(DTYPE),
)
