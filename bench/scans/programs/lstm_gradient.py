"""An LSTM over a sequence, its cost, and the gradient of the cost with respect to all weights."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 100
INPUTS = 32
UNITS = 64

x = pt.dmatrix('x')
W = pt.dmatrix('W')
U = pt.dmatrix('U')
b = pt.dvector('b')


def step(x_t, h, c, W, U, b):
    gates = pt.dot(x_t, W) + pt.dot(h, U) + b
    i = pt.sigmoid(gates[:UNITS])
    forget = pt.sigmoid(gates[UNITS : 2 * UNITS])
    o = pt.sigmoid(gates[2 * UNITS : 3 * UNITS])
    new_c = forget * c + i * pt.tanh(gates[3 * UNITS :])
    return o * pt.tanh(new_c), new_c


[h, c], updates = pytensor.scan(
    step, sequences=x, outputs_info=[pt.zeros(UNITS), pt.zeros(UNITS)], non_sequences=[W, U, b]
)
cost = (h[-1] ** 2).sum()
f = pytensor.function([x, W, U, b], [cost, *pytensor.grad(cost, [W, U, b])])
random = np.random.RandomState(1)
arguments = (
    random.standard_normal((STEPS, INPUTS)),
    random.standard_normal((INPUTS, 4 * UNITS)) / INPUTS**0.5,
    random.standard_normal((UNITS, 4 * UNITS)) / UNITS**0.5,
    random.standard_normal(4 * UNITS),
)
