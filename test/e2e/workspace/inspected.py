import numpy as np
import theano
import theano.tensor as T

a = theano.shared(1, name='a')


def step(x, total):
    return total + x, {a: a + 1}


xs = T.dvector('xs')
totals, updates = theano.scan(step, sequences=xs, outputs_info=T.constant(np.float64(0)))
f = theano.function([xs], totals, updates=updates)
result = f(np.array([1.5, 2.5, 3.0, np.nan, 5.0]))
# %%
g = theano.function([xs], totals)
dropped = g(np.array([1.5, 2.5, 3.0]))
# %%
u = theano.shared(np.zeros(24), name='u')
W = theano.shared(np.linspace(-0.3, 0.3, 24 * 24).reshape(24, 24), name='W')
h, _ = theano.scan(lambda x, h: T.tanh(T.dot(h, W) + x), sequences=T.arange(60) / 20.0, outputs_info=u)
wide = theano.function([], h)()
