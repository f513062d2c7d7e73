"""Products of square matrices."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 10
SIZE = 512
DTYPE = 'float64'

A = pt.matrix('A', dtype=DTYPE)
B = pt.matrix('B', dtype=DTYPE)
outputs, updates = pytensor.scan(lambda B, A: pt.dot(A, B), outputs_info=B, non_sequences=A, n_steps=STEPS)
f = pytensor.function([A, B], outputs[-1])
random = np.random.RandomState(1)
arguments = tuple((random.standard_normal((SIZE, SIZE)) / SIZE**0.5).astype(DTYPE) for _ in range(2))
