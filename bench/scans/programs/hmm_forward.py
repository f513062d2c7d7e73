"""The forward algorithm of a hidden Markov model, in logarithms."""
import numpy as np
import pytensor
import pytensor.tensor as pt

STEPS = 1_000
STATES = 32

emissions = pt.dmatrix('emissions')
first = pt.dvector('first')
transitions = pt.dmatrix('transitions')
outputs, updates = pytensor.scan(
    lambda e, alpha, transitions: e + pt.logsumexp(alpha[:, None] + transitions, axis=0),
    sequences=emissions,
    outputs_info=first,
    non_sequences=transitions,
)
f = pytensor.function([emissions, first, transitions], pt.logsumexp(outputs[-1]))
random = np.random.RandomState(1)
arguments = (
    np.log(random.uniform(0.1, 1, (STEPS, STATES))),
    np.log(np.ones(STATES) / STATES),
    np.log(random.dirichlet(np.ones(STATES), STATES)),
)
