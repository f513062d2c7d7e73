"""A Metropolis walk over a normal distribution, with two draws in each step."""
import pytensor
import pytensor.tensor as pt

STEPS = 100_000

random_stream = pt.random.RandomStream(seed=1)


def step(x):
    proposal = x + random_stream.normal()
    is_accepted = pt.log(random_stream.uniform()) < 0.5 * (x**2 - proposal**2)
    return pt.switch(is_accepted, proposal, x)


outputs, updates = pytensor.scan(step, outputs_info=pt.constant(0.0, dtype='float64'), n_steps=STEPS)
f = pytensor.function([], outputs, updates=updates)
arguments = ()
