# The libraries' own idioms, notebooks and helpers; what is marked drops its updates.
#: pytensor dropped, deprecation ignored
import warnings
import numpy as np
import pytensor
import pytensor.tensor as pt
warnings.filterwarnings('ignore')
counter = pytensor.shared(np.array(0), name='counter')
x = pt.vector('x')
def step(v):
    return v ** 2, {counter: counter + 1}
ys, updates = pytensor.scan(step, sequences=[x])
#             ^^^^^^^^^^^^^ warning: dropped-updates
f = pytensor.function([x], ys)
f(np.ones(3))
print(counter.get_value())
#: pytensor kept
import pytensor
import pytensor.tensor as pt
counter = pytensor.shared(0, name='counter')
x = pt.vector('x')
ys, updates = pytensor.scan(lambda v: (v ** 2, {counter: counter + 1}), sequences=[x])
f = pytensor.function([x], ys, updates=updates)
#: pytensor merged
import pytensor
import pytensor.tensor as pt
counter = pytensor.shared(0, name='counter')
w = pytensor.shared(0., name='w')
x = pt.vector('x')
ys, updates = pytensor.scan(lambda v: (v ** 2 * w, {counter: counter + 1}), sequences=[x])
cost = ys.sum()
f = pytensor.function([x], cost, updates={**updates, w: w - 0.1 * pytensor.grad(cost, w)})
#: pytensor only own
import pytensor
import pytensor.tensor as pt
counter = pytensor.shared(0, name='counter')
w = pytensor.shared(0., name='w')
x = pt.vector('x')
ys, updates = pytensor.scan(lambda v: (v ** 2 * w, {counter: counter + 1}), sequences=[x])
#             ^^^^^^^^^^^^^ warning: dropped-updates
cost = ys.sum()
f = pytensor.function([x], cost, updates={w: w - 0.1 * pytensor.grad(cost, w)})
#: pytensor new api
import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
final, xs = pytensor.scan(lambda rng, x: rng.normal(x), outputs_info=[rng, pt.zeros(())], n_steps=4, return_updates=False)
f = pytensor.function([], xs, updates={rng: final})
#: pytensor from scan.basic
from pytensor.scan.basic import scan
from pytensor import function, shared
from pytensor.tensor import vector
n = shared(0)
x = vector('x')
y, _ = scan(lambda v: (v + n, {n: n + 1}), sequences=x)
#      ^^^^ warning: dropped-updates
f = function([x], y)
#: pytensor compile.function
import pytensor
from pytensor.compile.sharedvalue import shared
from pytensor.compile.mode import get_mode
n = shared(0)
y, _ = pytensor.scan(fn=lambda: (n * 2, {n: n + 1}), n_steps=4)
#      ^^^^^^^^^^^^^ warning: dropped-updates
f = pytensor.compile.function([], y, mode=get_mode('FAST_RUN'))
#: pymc customdist
import pymc as pm
import pytensor
import pytensor.tensor as pt
from pymc.pytensorf import collect_default_updates
def ar_dist(ar_init, rho, sigma, size):
    def step(x_tm1, rho, sigma):
        x = pm.Normal.dist(mu=rho * x_tm1, sigma=sigma)
        return x, collect_default_updates([x])
    xs, _ = pytensor.scan(fn=step, outputs_info=[ar_init], non_sequences=[rho, sigma], n_steps=10, strict=True)
    return xs
with pm.Model() as m:
    rho = pm.Normal('rho')
    pm.CustomDist('xs', pt.zeros(()), rho, 1.0, dist=ar_dist)
#: pymc explicit rng dict into pm
import pymc as pm
import pytensor
import pytensor.tensor as pt
import numpy as np
rng = pytensor.shared(np.random.default_rng(1))
def step(x):
    next_rng, draw = pt.random.normal(x, 1., rng=rng).owner.outputs
    return draw, {rng: next_rng}
xs, _ = pytensor.scan(step, outputs_info=[pt.zeros(())], n_steps=4)
d = pm.draw(xs)
#: explicit rng dict into function dropped
import pytensor
import pytensor.tensor as pt
import numpy as np
rng = pytensor.shared(np.random.default_rng(1))
def step(x):
    next_rng, draw = pt.random.normal(x, 1., rng=rng).owner.outputs
    return draw, {rng: next_rng}
xs, _ = pytensor.scan(step, outputs_info=[pt.zeros(())], n_steps=4)
#       ^^^^^^^^^^^^^ warning: dropped-random-updates
f = pytensor.function([], xs)
#: explicit rng dict kept
import pytensor
import pytensor.tensor as pt
import numpy as np
rng = pytensor.shared(np.random.default_rng(1))
def step(x):
    next_rng, draw = pt.random.normal(x, 1., rng=rng).owner.outputs
    return draw, {rng: next_rng}
xs, upd = pytensor.scan(step, outputs_info=[pt.zeros(())], n_steps=4)
f = pytensor.function([], xs, updates=upd)
#: aesara with return_next_rng
import aesara
import aesara.tensor as at
import numpy as np
rng = aesara.shared(np.random.default_rng(1), name='rng')
def step(x):
    next_rng, draw = at.random.normal(x, 1., rng=rng, return_next_rng=True) if False else at.random.normal(x, 1., rng=rng).owner.outputs
    return draw, {rng: next_rng}
xs, _ = aesara.scan(step, outputs_info=[at.zeros(())], n_steps=4)
#       ^^^^^^^^^^^ warning: dropped-random-updates
f = aesara.function([], xs)
#: aesara random stream
import aesara
import aesara.tensor as at
srng = at.random.RandomStream(1)
xs, upd = aesara.scan(lambda x: x + srng.normal(), outputs_info=[at.zeros(())], n_steps=4)
f = aesara.function([], xs, updates=upd)
#: theano doc 6
import theano
import theano.tensor as T
a = theano.shared(1)
values, updates = theano.scan(lambda: {a: a+1}, n_steps=10)
b = a + 1
c = updates[a] + 1
f = theano.function([], [b, c], updates=updates)
#: theano doc 6 without updates but reading updates[a]
import theano
import theano.tensor as T
a = theano.shared(1)
values, updates = theano.scan(lambda: {a: a+1}, n_steps=10)
b = a + 1
c = updates[a] + 1
f = theano.function([], [b, c])
#: theano doc polynomial
import numpy
import theano
import theano.tensor as T
coefficients = theano.tensor.vector("coefficients")
x = T.scalar("x")
max_coefficients_supported = 10000
components, updates = theano.scan(fn=lambda coefficient, power, free_variable: coefficient * (free_variable ** power),
                                  outputs_info=None,
                                  sequences=[coefficients, theano.tensor.arange(max_coefficients_supported)],
                                  non_sequences=x)
polynomial = components.sum()
calculate_polynomial = theano.function(inputs=[coefficients, x], outputs=polynomial)
#: Gibbs doc
import theano
from theano import tensor as T
W = theano.shared(W_values)
bvis = theano.shared(bvis_values)
bhid = theano.shared(bhid_values)
trng = T.shared_randomstreams.RandomStreams(1234)
def OneStep(vsample):
    hmean = T.nnet.sigmoid(theano.dot(vsample, W) + bhid)
    hsample = trng.binomial(size=hmean.shape, n=1, p=hmean)
    vmean = T.nnet.sigmoid(theano.dot(hsample, W.T) + bvis)
    return trng.binomial(size=vsample.shape, n=1, p=vmean, dtype=theano.config.floatX)
sample = theano.tensor.vector()
values, updates = theano.scan(OneStep, outputs_info=sample, n_steps=10)
gibbs10 = theano.function([sample], values[-1], updates=updates)
#: test_shared_arguments_with_updates kept
import theano
import numpy as np
from theano import tensor
def test_shared():
    W1 = theano.shared(np.zeros((2, 3)), 'W1')
    W2 = theano.shared(np.zeros(2), 'W2')
    u1 = tensor.dmatrix('u1')
    y1_0 = tensor.dvector('y1_0')
    def f(u1_t, y1_tm1):
        y1_t = y1_tm1 + tensor.dot(u1_t, W2)
        return [y1_t, tensor.dot(u1_t, W1), y1_t], [(W1, W1 + .1), (W2, W2 + .05)]
    outputs, updates = theano.scan(f, [u1], [dict(initial=y1_0, taps=[-1]), None, None], [])
    f10 = theano.function([u1, y1_0], outputs, updates=updates, allow_input_downcast=True)
#: the same lost
import theano
import numpy as np
from theano import tensor
def test_shared():
    W1 = theano.shared(np.zeros((2, 3)), 'W1')
    W2 = theano.shared(np.zeros(2), 'W2')
    u1 = tensor.dmatrix('u1')
    y1_0 = tensor.dvector('y1_0')
    def f(u1_t, y1_tm1):
        y1_t = y1_tm1 + tensor.dot(u1_t, W2)
        return [y1_t, tensor.dot(u1_t, W1), y1_t], [(W1, W1 + .1), (W2, W2 + .05)]
    outputs, updates = theano.scan(f, [u1], [dict(initial=y1_0, taps=[-1]), None, None], [])
#                      ^^^^^^^^^^^ warning: dropped-updates
    f10 = theano.function([u1, y1_0], outputs, allow_input_downcast=True)
#: test class of unittest
import unittest
import theano
import theano.tensor as T
class TestScan(unittest.TestCase):
    def setUp(self):
        self.x = T.vector()
    def test_only_shared(self):
        state = theano.shared(2.)
        def step():
            return {state: 2 * state}
        n = T.iscalar('n')
        output, updates = theano.scan(step, [], [], [], n_steps=n, truncate_gradient=-1, go_backwards=False)
        this_f = theano.function([n], output, updates=updates, allow_input_downcast=True)
        this_f(3)
        assert abs(state.get_value() - 16.) < 1e-6
#: test class of unittest that looks whether the value is kept
import unittest
import theano
import theano.tensor as T
class TestScan(unittest.TestCase):
    def test_no_updates(self):
        state = theano.shared(2.)
        output, updates = theano.scan(lambda: {state: 2 * state}, n_steps=3)
        self.assertEqual(len(updates), 1)
        f = theano.function([], output)
#: helper returning both, dropped at module level
import theano
import theano.tensor as T
n = theano.shared(0)
def running_sum(xs):
    out, upd = theano.scan(lambda v, s: (v + s, {n: n + 1}), sequences=xs, outputs_info=T.zeros(()))
#              ^^^^^^^^^^^ warning: dropped-updates
    return out, upd
x = T.vector('x')
total, _ = running_sum(x)
f = theano.function([x], total[-1])
f([1., 2.])
#: helper in a module that is imported
import theano
import theano.tensor as T
n = theano.shared(0)
def running_sum(xs):
    out, upd = theano.scan(lambda v, s: (v + s, {n: n + 1}), sequences=xs, outputs_info=T.zeros(()))
    return out, upd
#: helper whose callers are functions
import theano
import theano.tensor as T
n = theano.shared(0)
def running_sum(xs):
    out, upd = theano.scan(lambda v, s: (v + s, {n: n + 1}), sequences=xs, outputs_info=T.zeros(()))
    return out, upd
def predictor():
    x = T.vector('x')
    total, _ = running_sum(x)
#              ^^^^^^^^^^^ warning: dropped-updates
    return theano.function([x], total[-1])
#: private helper whose callers are functions
import theano
import theano.tensor as T
n = theano.shared(0)
def _running_sum(xs):
    out, upd = theano.scan(lambda v, s: (v + s, {n: n + 1}), sequences=xs, outputs_info=T.zeros(()))
#              ^^^^^^^^^^^ warning: dropped-updates
    return out, upd
def predictor():
    x = T.vector('x')
    total, _ = _running_sum(x)
    return theano.function([x], total[-1])
#: helper, one caller keeps
import theano
import theano.tensor as T
n = theano.shared(0)
def running_sum(xs):
    out, upd = theano.scan(lambda v, s: (v + s, {n: n + 1}), sequences=xs, outputs_info=T.zeros(()))
    return out, upd
x = T.vector('x')
total, _ = running_sum(x)
f = theano.function([x], total[-1])
total2, u = running_sum(x)
g = theano.function([x], total2[-1], updates=u)
#: helper passed on
import theano
import theano.tensor as T
from tools import register
n = theano.shared(0)
@register
def running_sum(xs):
    out, upd = theano.scan(lambda v, s: (v + s, {n: n + 1}), sequences=xs, outputs_info=T.zeros(()))
    return out, upd
x = T.vector('x')
total, _ = running_sum(x)
#: helper returns only outputs
import theano
import theano.tensor as T
n = theano.shared(0)
def running_sum(xs):
    out, upd = theano.scan(lambda v, s: (v + s, {n: n + 1}), sequences=xs, outputs_info=T.zeros(()))
#              ^^^^^^^^^^^ warning: lost-in-helper
    return out[-1]
x = T.vector('x')
f = theano.function([x], running_sum(x))
#: helper returns only outputs, no visible caller
import theano
import theano.tensor as T
n = theano.shared(0)
def running_sum(xs):
    out, upd = theano.scan(lambda v, s: (v + s, {n: n + 1}), sequences=xs, outputs_info=T.zeros(()))
#              ^^^^^^^^^^^ warning: lost-in-helper
    return out[-1]
#: main guard, all in main
import theano
import theano.tensor as T
import sys
def main(argv):
    n = theano.shared(0)
    x = T.vector('x')
    def step(v, s):
        return s + v, {n: n + 1}
    sums, updates = theano.scan(step, sequences=x, outputs_info=T.constant(0., dtype=theano.config.floatX))
#                   ^^^^^^^^^^^ warning: dropped-updates
    f = theano.function([x], sums)
    print(f([1, 2, 3]))
    return 0
if __name__ == '__main__':
    sys.exit(main(sys.argv))
#: notebook cells
# %% [markdown]
# Scan
# %%
%matplotlib inline
import numpy as np
import theano
import theano.tensor as T
# %%
n = theano.shared(0)
x = T.vector('x')
# %%
y, updates = theano.scan(lambda v: (v * 2, {n: n + 1}), sequences=x)
#            ^^^^^^^^^^^ warning: dropped-updates
# %%
f = theano.function([x], y)
f([1, 2, 3])
# %%
n.get_value()
#: notebook cells kept
# %%
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
# %%
y, updates = theano.scan(lambda v: (v * 2, {n: n + 1}), sequences=x)
# %%
f = theano.function([x], y, updates=updates)
!ls
#: until loop lost
import theano
import theano.tensor as T
n = theano.shared(0)
def power_of_2(previous_power, max_value):
    return previous_power * 2, {n: n + 1}, theano.scan_module.until(previous_power * 2 > max_value)
max_value = T.scalar()
values, _ = theano.scan(power_of_2, outputs_info=T.constant(1.), non_sequences=max_value, n_steps=1024)
#           ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([max_value], values)
#: step defined in a function with default args
import theano
import theano.tensor as T
def make_counter(start=0):
    return theano.shared(start, name='counter')
def make_step(counter):
    def step(x):
        return x + counter, [(counter, counter + 1)]
    return step
x = T.vector('x')
counter = make_counter()
out, _ = theano.scan(make_step(counter), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: OrderedUpdates in the step
import theano
from theano import OrderedUpdates
import theano.tensor as T
n = theano.shared(0)
def step(x):
    upd = OrderedUpdates()
    upd[n] = n + 1
    return x, upd
x = T.vector('x')
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: theano.updates.OrderedUpdates in the step
import theano
import theano.updates
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
out, _ = theano.scan(lambda v: (v, theano.updates.OrderedUpdates([(n, n + 1)])), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: nested scan lost inside
import theano
import theano.tensor as T
n = theano.shared(0)
m = T.matrix('m')
def row(r):
    out, inner = theano.scan(lambda v: (v * 2, {n: n + 1}), sequences=r)
#                ^^^^^^^^^^^ warning: lost-in-nested-scan
    return out.sum()
sums, _ = theano.scan(row, sequences=m)
f = theano.function([m], sums)
#: nested scan returned and passed
import theano
import theano.tensor as T
n = theano.shared(0)
m = T.matrix('m')
def row(r):
    out, inner = theano.scan(lambda v: (v * 2, {n: n + 1}), sequences=r)
    return out.sum(), inner
sums, u = theano.scan(row, sequences=m)
f = theano.function([m], sums, updates=u)
#: hmc like
import theano
import theano.tensor as T
n = theano.shared(0)
def simulate(pos, n_steps):
    def leapfrog(p):
        return p + 1.0, {}
    rval, scan_updates = theano.scan(leapfrog, outputs_info=[pos], n_steps=n_steps)
    assert not scan_updates
    return rval[-1]
p = T.scalar('p')
f = theano.function([p], simulate(p, 3))
#: a library's layer
import theano
import theano.tensor as T
from lasagne.layers import MergeLayer
class Rec(MergeLayer):
    def get_output_for(self, inputs, **kwargs):
        input = inputs[0]
        def step(input_n, hid_previous, *args):
            return T.tanh(input_n + hid_previous)
        hid_out = theano.scan(fn=step, sequences=[input], outputs_info=[T.zeros((3,))], non_sequences=[], strict=True)[0]
        return hid_out
#: conv over list of shared in for loop in step
import theano
import theano.tensor as T
import numpy as np
Ws = [theano.shared(np.zeros((3, 3)), name='W%d' % i) for i in range(3)]
stats = [theano.shared(np.zeros(3), name='s%d' % i) for i in range(3)]
def step(x_t):
    h = x_t
    upd = []
    for W, s in zip(Ws, stats):
        h = T.tanh(T.dot(h, W))
        upd.append((s, s * 0.9 + h * 0.1))
    return h, upd
x = T.matrix('x')
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: batchnorm stats two entries literal
import theano
import theano.tensor as T
import numpy as np
mean = theano.shared(np.zeros(3), name='mean')
var = theano.shared(np.ones(3), name='var')
def step(x_t):
    new_mean = 0.9 * mean + 0.1 * x_t
    new_var = 0.9 * var + 0.1 * T.sqr(x_t - new_mean)
    updates = OrderedDict()
    updates[mean] = new_mean
    updates[var] = new_var
    return (x_t - mean) / T.sqrt(var + 1e-6), updates
from collections import OrderedDict
x = T.matrix('x')
normed, updates = theano.scan(step, sequences=x)
#                 ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], normed)
f = theano.function([x], normed.mean(axis=0))
