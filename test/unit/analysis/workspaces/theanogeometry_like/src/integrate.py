from src.setup import *


def dWs(d):
    return np.sqrt(dt) * srng.normal((n_steps, d), avg=0, std=1)


def integrate(ode, x, *ys):
    (cout, updates) = theano.scan(fn=ode, outputs_info=[x], sequences=[*ys], n_steps=n_steps)
    return cout
