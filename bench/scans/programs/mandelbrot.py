"""A scan inside a scan: for each point, how often it stays near."""
import numpy as np
import pytensor
import pytensor.tensor as pt

POINTS = 10_000
ITERATIONS = 50

re, im = pt.dvectors('re', 'im')


def step(re, im):
    def iterate(x, y, count, re, im):
        x2, y2 = x * x, y * y
        return x2 - y2 + re, 2.0 * x * y + im, count + pt.cast(x2 + y2 <= 4.0, 'int64')

    zero = pt.constant(0.0, dtype='float64')
    (x, y, count), inner_updates = pytensor.scan(
        iterate,
        outputs_info=[zero, zero, pt.constant(0, dtype='int64')],
        non_sequences=[re, im],
        n_steps=ITERATIONS,
    )
    return count[-1]


counts, updates = pytensor.scan(step, sequences=[re, im])
f = pytensor.function([re, im], counts)
random = np.random.RandomState(1)
arguments = (random.uniform(-2, 1, POINTS), random.uniform(-1, 1, POINTS))
