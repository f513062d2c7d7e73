"""Two taps of 64-bit integers, which wrap around."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 2_000_000

first = pt.lvector('first')
outputs, updates = pytensor.scan(
    lambda before, last: before + last,
    outputs_info=dict(initial=first, taps=[-2, -1]),
    n_steps=STEPS,
)
f = pytensor.function([first], outputs[-1])
arguments = (np.array([0, 1]),)
