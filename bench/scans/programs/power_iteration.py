"""The largest eigenvalue of a matrix."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 1_000
SIZE = 256

A = pt.dmatrix('A')
x0 = pt.dvector('x0')


def step(x, A):
    y = pt.dot(A, x)
    return y / pt.sqrt(pt.sum(y**2))


outputs, updates = pytensor.scan(step, outputs_info=x0, non_sequences=A, n_steps=STEPS)
f = pytensor.function([A, x0], outputs[-1])
random = np.random.RandomState(1)
half = random.standard_normal((SIZE, SIZE))
arguments = (half + half.T + 30.0 * np.eye(SIZE), np.ones(SIZE))
