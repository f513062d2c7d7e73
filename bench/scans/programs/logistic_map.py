"""The logistic map of many numbers at once."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 1_000
SIZE = 1_000

x0 = pt.dvector('x0')
outputs, updates = pytensor.scan(lambda x: 3.7 * x * (1.0 - x), outputs_info=x0, n_steps=STEPS)
f = pytensor.function([x0], outputs[-1])
arguments = (np.random.RandomState(1).uniform(0.1, 0.9, SIZE),)
