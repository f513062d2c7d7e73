"""One number that becomes another: only the last one is read."""
import pytensor
import pytensor.tensor as pt

STEPS = 10_000_000

x0 = pt.dscalar('x0')
outputs, updates = pytensor.scan(lambda x: 0.999 * x + 1.0, outputs_info=x0, n_steps=STEPS)
f = pytensor.function([x0], outputs[-1])
arguments = (0.5,)
