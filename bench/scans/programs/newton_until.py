"""A damped Newton iteration with a condition for its end, which these steps do not reach."""
import pytensor
import pytensor.tensor as pt
from pytensor.scan.utils import until

STEPS = 500_000


def step(x):
    y = x - 1e-5 * (x * x - 2.0) / (2.0 * x)
    return y, until(abs(y * y - 2.0) < 1e-9)


x0 = pt.dscalar('x0')
outputs, updates = pytensor.scan(step, outputs_info=x0, n_steps=STEPS)
f = pytensor.function([x0], outputs[-1])
arguments = (3.0,)
