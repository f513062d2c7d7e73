"""A gated recurrent unit over a sequence."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 1_000
INPUTS = 64
UNITS = 128

x = pt.dmatrix('x')
h0 = pt.dvector('h0')
Wz, Wr, Wh = pt.dmatrices('Wz', 'Wr', 'Wh')
Uz, Ur, Uh = pt.dmatrices('Uz', 'Ur', 'Uh')


def step(x_t, h, Wz, Wr, Wh, Uz, Ur, Uh):
    z = pt.sigmoid(pt.dot(x_t, Wz) + pt.dot(h, Uz))
    r = pt.sigmoid(pt.dot(x_t, Wr) + pt.dot(h, Ur))
    candidate = pt.tanh(pt.dot(x_t, Wh) + pt.dot(r * h, Uh))
    return (1.0 - z) * h + z * candidate


weights = [Wz, Wr, Wh, Uz, Ur, Uh]
outputs, updates = pytensor.scan(step, sequences=x, outputs_info=h0, non_sequences=weights)
f = pytensor.function([x, h0, *weights], outputs[-1])
random = np.random.RandomState(1)
arguments = (
    random.standard_normal((STEPS, INPUTS)),
    np.zeros(UNITS),
    *[random.standard_normal((INPUTS, UNITS)) / INPUTS**0.5 for _ in range(3)],
    *[random.standard_normal((UNITS, UNITS)) / UNITS**0.5 for _ in range(3)],
)
