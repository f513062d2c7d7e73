# %% A step with both: two outputs and an update
# The first output is a state: outputs_info says where it starts. The second
# has no start (None) and feeds nothing back. The dict counts the iterations in
# a shared variable.
import numpy as np
import pytensor
import pytensor.tensor as pt

t = pytensor.shared(0, name='t')
x = pt.vector('x')


def step(element, total, ticks):
    return (total + element, element), {ticks: ticks + 1}


# %% The total starts as a float32, so the elements have to be float32 too
# With floatX=float32 this runs. With floatX=float64 the elements are float64,
# so is their sum, and scan refuses a state that changes its type from one
# iteration to the next.
(totals, elements), updates = pytensor.scan(
    step,
    sequences=x,
    outputs_info=[np.float32(0), None],
    non_sequences=t,
)

# %% Both outputs are returned, and t has counted to ten
f = pytensor.function([x], [totals, elements], updates=updates)
print(f(np.arange(10, dtype=pytensor.config.floatX)))
print(t.get_value())
