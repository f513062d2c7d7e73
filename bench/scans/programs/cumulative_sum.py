"""A sum that runs along a sequence; every row is kept."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 1_000_000

x = pt.dvector('x')
outputs, updates = pytensor.scan(lambda e, s: s + e, sequences=x, outputs_info=pt.constant(0.0, dtype='float64'))
f = pytensor.function([x], outputs)
arguments = (np.random.RandomState(1).uniform(-1, 1, STEPS),)
