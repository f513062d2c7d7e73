# Recurrent networks, samplers and loops; what is marked drops its updates.
#: four variants, v2a
import theano
import theano.tensor as T
a = theano.shared(1)
def step():
    return {a: a + 1}
outputs, updates = theano.scan(fn=step, outputs_info=None, n_steps=10)
#                  ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], outputs=outputs)
print(f(), a.get_value())
#: four variants, v2b
import theano
import theano.tensor as T
a = theano.shared(1)
def step():
    return {a: a + 1}
outputs, updates = theano.scan(fn=step, outputs_info=None, n_steps=10)
f = theano.function([], outputs=outputs, updates=updates)
print(f(), a.get_value())
#: four variants, v1
import theano
a = theano.shared(1)
values, updates = theano.scan(lambda a: a + 1, outputs_info=a, n_steps=10)
f = theano.function([], values, updates=updates)
print(f(), a.get_value())
#: v2a with the dict only and no function
import theano
a = theano.shared(1)
values, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
#                 ^^^^^^^^^^^ warning: dropped-updates
print(a.get_value())
#: no function and nothing else
import theano
a = theano.shared(1)
result = theano.scan(lambda: {a: a + 1}, n_steps=10)
#        ^^^^^^^^^^^ warning: dropped-updates
#: no outputs asserted
import theano
a = theano.shared(1)
_, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
assert not updates
#: no outputs returned
import theano
a = theano.shared(1)
def build(n):
    _, updates = theano.scan(lambda: {a: a + 1}, n_steps=n)
    return updates
#: no outputs in an attribute
import theano
class M(object):
    def __init__(self):
        self.a = theano.shared(1)
        _, self.updates = theano.scan(lambda: {self.a: self.a + 1}, n_steps=3)
#: all four in one file
import theano
import theano.tensor as T
import numpy as np
a = theano.shared(1)
out, upd = theano.scan(lambda s: s + 1, outputs_info=a, n_steps=10)
f1 = theano.function([], out)
f2 = theano.function([], out, updates=upd)
out2, upd2 = theano.scan(lambda: {a: a + 1}, n_steps=10)
#            ^^^^^^^^^^^ warning: dropped-updates
f3 = theano.function([], out2)
out3, upd3 = theano.scan(lambda: {a: a + 1}, n_steps=10)
f4 = theano.function([], out3, updates=upd3)
print(f1(), f2(), f3(), f4())
#: four variants rebinding one name
import theano
a = theano.shared(1)
def f_scan(fn, **kw):
    return theano.scan(fn, n_steps=10, **kw)
out, updates = theano.scan(lambda s: s + 1, outputs_info=[a], n_steps=10)
f = theano.function([], out, updates=updates)
print(f(), a.get_value())
out, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
#              ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([], outputs=out)
print(f(), a.get_value())
out, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs=out, updates=updates)
#: doc accumulator
import theano
import theano.tensor as T
k = theano.shared(0)
n_sym = T.iscalar("n_sym")
results, updates = theano.scan(lambda: {k: (k + 1)}, n_steps=n_sym)
accumulator = theano.function([n_sym], [], updates=updates, allow_input_downcast=True)
k.get_value()
accumulator(5)
#: doc accumulator without updates
import theano
import theano.tensor as T
k = theano.shared(0)
n_sym = T.iscalar("n_sym")
results, updates = theano.scan(lambda: {k: (k + 1)}, n_steps=n_sym)
#                  ^^^^^^^^^^^ warning: dropped-updates
accumulator = theano.function([n_sym], [], allow_input_downcast=True, on_unused_input='ignore')
accumulator(5)
#: vector sum with counter, dropped
import theano
import theano.tensor as T
import numpy as np
x = T.fvector('x')
t = theano.shared(0, name='t')
def step(element, total, t):
    return (total + element, element), {t: t + 1}
(sums, elements), updates = theano.scan(step, sequences=[x], outputs_info=[T.constant(0.0), None], non_sequences=[t])
#                           ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], [sums, elements])
print(f(np.arange(10, dtype='float32')))
print(t.get_value())
#: vector sum with counter, kept
import theano
import theano.tensor as T
import numpy as np
x = T.fvector('x')
t = theano.shared(0, name='t')
def step(element, total, t):
    return (total + element, element), {t: t + 1}
(sums, elements), updates = theano.scan(step, sequences=[x], outputs_info=[T.constant(0.0), None], non_sequences=[t])
f = theano.function([x], [sums, elements], updates=updates)
#: backend like rnn wrapper keeping
import theano
import theano.tensor as T
def rnn(step_function, inputs, initial_states):
    def _step(x, *states):
        output, new_states = step_function(x, states)
        return [output] + new_states
    results, _ = theano.scan(_step, sequences=inputs, outputs_info=[None] + initial_states)
    return results
#: offsets of Theano #2142
import theano
import theano.tensor as T
import numpy as np
off = theano.shared(np.zeros(5, dtype='float32'))
idx = T.ivector('idx')
def step(i):
    new = T.inc_subtensor(off[i], 1.)
    return i * 2, {off: new}
res, upd = theano.scan(step, sequences=idx)
#          ^^^^^^^^^^^ warning: dropped-updates
fn = theano.function([idx], res)
fn([1, 2, 3])
#: reset of hidden state
import theano
import theano.tensor as T
import numpy as np
floatX = theano.config.floatX
class RNN(object):
    def __init__(self, n_in, n_hid):
        self.W = theano.shared(np.zeros((n_in, n_hid), dtype=floatX), name='W')
        self.h0 = theano.shared(np.zeros(n_hid, dtype=floatX), name='h0')
        self.steps = theano.shared(np.int64(0), name='steps')
        self.x = T.matrix('x')
        def step(x_t, h_tm1):
            h_t = T.tanh(T.dot(x_t, self.W) + h_tm1)
            return h_t, {self.steps: self.steps + 1}
        self.h, _ = theano.scan(step, sequences=self.x, outputs_info=self.h0)
#                   ^^^^^^^^^^^ warning: dropped-updates
        self.predict = theano.function([self.x], self.h)
#: rnn method step dropped
import theano
import theano.tensor as T
import numpy as np
class RNN(object):
    def __init__(self, n_in, n_hid):
        self.W = theano.shared(np.zeros((n_in, n_hid)), name='W')
        self.h0 = theano.shared(np.zeros(n_hid), name='h0')
        self.steps = theano.shared(0, name='steps')
    def step(self, x_t, h_tm1):
        h_t = T.tanh(T.dot(x_t, self.W) + h_tm1)
        return h_t, {self.steps: self.steps + 1}
    def build(self):
        x = T.matrix('x')
        h, _ = theano.scan(self.step, sequences=x, outputs_info=self.h0)
#              ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x], h[-1])
rnn = RNN(3, 4)
f = rnn.build()
#: rnn method step kept in attribute
import theano
import theano.tensor as T
import numpy as np
class RNN(object):
    def __init__(self, n_in, n_hid):
        self.W = theano.shared(np.zeros((n_in, n_hid)), name='W')
        self.h0 = theano.shared(np.zeros(n_hid), name='h0')
        self.steps = theano.shared(0, name='steps')
    def step(self, x_t, h_tm1):
        h_t = T.tanh(T.dot(x_t, self.W) + h_tm1)
        return h_t, {self.steps: self.steps + 1}
    def build(self):
        x = T.matrix('x')
        h, self.updates = theano.scan(self.step, sequences=x, outputs_info=self.h0)
        return theano.function([x], h[-1])
#: rbm gibbs kept
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
class RBM(object):
    def __init__(self, input, n_visible=784, n_hidden=500, theano_rng=None):
        self.n_visible = n_visible
        if theano_rng is None:
            theano_rng = RandomStreams(123)
        self.theano_rng = theano_rng
        self.W = theano.shared(numpy.zeros((n_visible, n_hidden)), name='W', borrow=True)
        self.input = input
        self.params = [self.W]
    def gibbs_hvh(self, h0_sample):
        v1 = T.nnet.sigmoid(T.dot(h0_sample, self.W.T))
        return [v1, h0_sample]
    def get_cost_updates(self, lr=0.1, persistent=None, k=1):
        ([vs, hs], updates) = theano.scan(self.gibbs_hvh, outputs_info=[None, persistent], n_steps=k, name="gibbs_hvh")
        cost = T.mean(vs[-1])
        gparams = T.grad(cost, self.params)
        for gparam, param in zip(gparams, self.params):
            updates[param] = param - gparam * T.cast(lr, dtype=theano.config.floatX)
        if persistent:
            updates[persistent] = hs[-1]
        return cost, updates
#: rbm with counted gibbs steps, dropped
import numpy
import theano
import theano.tensor as T
class RBM(object):
    def __init__(self, n_visible=784, n_hidden=500):
        self.W = theano.shared(numpy.zeros((n_visible, n_hidden)), name='W', borrow=True)
        self.n_gibbs = theano.shared(numpy.int64(0), name='n_gibbs')
    def propdown(self, h):
        return T.nnet.sigmoid(T.dot(h, self.W.T))
    def propup(self, v):
        return T.nnet.sigmoid(T.dot(v, self.W))
    def gibbs_vhv(self, v0):
        h1 = self.propup(v0)
        v1 = self.propdown(h1)
        return v1, {self.n_gibbs: self.n_gibbs + 1}
    def sampler(self, k):
        v = T.matrix('v')
        chain, _ = theano.scan(self.gibbs_vhv, outputs_info=[v], n_steps=k)
#                  ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([v], chain[-1])
#: lstm class with cell state in shared, dropped
import numpy as np
import theano
import theano.tensor as T
class LSTM:
    def __init__(self, n):
        self.c = theano.shared(np.zeros(n))
        self.Wi = theano.shared(np.zeros((n, n)))
        self.Wf = theano.shared(np.zeros((n, n)))
    def recurrence(self, x_t):
        i = T.nnet.sigmoid(T.dot(x_t, self.Wi))
        f = T.nnet.sigmoid(T.dot(x_t, self.Wf))
        c = f * self.c + i * T.tanh(x_t)
        return T.tanh(c), OrderedDict([(self.c, c)])
    def output(self, X):
        h, updates = theano.scan(fn=self.recurrence, sequences=X)
#                    ^^^^^^^^^^^ warning: lost-in-helper
        return h
from collections import OrderedDict
X = T.matrix('X')
net = LSTM(4)
predict = theano.function(inputs=[X], outputs=net.output(X))
#: lstm class, updates returned by method
import numpy as np
import theano
import theano.tensor as T
class LSTM:
    def __init__(self, n):
        self.c = theano.shared(np.zeros(n))
    def recurrence(self, x_t):
        c = self.c + T.tanh(x_t)
        return T.tanh(c), {self.c: c}
    def output(self, X):
        h, updates = theano.scan(fn=self.recurrence, sequences=X)
        return h, updates
#: simple rnn
import numpy as np
import theano
import theano.tensor as T
class SimpleRNN:
    def __init__(self, M):
        self.M = M
    def fit(self, X, Y, lr=1e-1, mu=0.99):
        D = X[0].shape[1]
        self.Wx = theano.shared(np.random.randn(D, self.M))
        self.Wh = theano.shared(np.random.randn(self.M, self.M))
        self.h0 = theano.shared(np.zeros(self.M))
        self.params = [self.Wx, self.Wh, self.h0]
        thX = T.fmatrix('X')
        thY = T.ivector('Y')
        def recurrence(x_t, h_t1):
            h_t = T.tanh(x_t.dot(self.Wx) + h_t1.dot(self.Wh))
            y_t = T.nnet.softmax(h_t)
            return h_t, y_t
        [h, y], _ = theano.scan(fn=recurrence, outputs_info=[self.h0, None], sequences=thX, n_steps=thX.shape[0])
        cost = -T.mean(T.log(y))
        grads = T.grad(cost, self.params)
        updates = [(p, p - lr * g) for p, g in zip(self.params, grads)]
        self.train_op = theano.function(inputs=[thX, thY], outputs=cost, updates=updates, on_unused_input='ignore')
#: scan3 with shared
import numpy as np
import theano
import theano.tensor as T
X = 2*np.random.randn(300) + np.sin(np.linspace(0, 3*np.pi, 300))
decay = T.scalar('decay')
sequence = T.vector('sequence')
calls = theano.shared(np.int32(0))
def recurrence(x, last, decay):
    return (1-decay)*x + decay*last, {calls: calls + np.int32(1)}
outputs, _ = theano.scan(fn=recurrence, sequences=sequence, n_steps=sequence.shape[0], outputs_info=[np.float64(0)], non_sequences=[decay])
#            ^^^^^^^^^^^ warning: dropped-updates
lpf = theano.function(inputs=[sequence, decay], outputs=outputs)
Y = lpf(X, 0.99)
import matplotlib.pyplot as plt
plt.plot(X)
plt.show()
#: fibonacci lazyprogrammer
import theano
import theano.tensor as T
N = T.iscalar('N')
def recurrence(n, fn_1, fn_2):
    return fn_1 + fn_2, fn_1
outputs, updates = theano.scan(fn=recurrence, sequences=T.arange(N), n_steps=N, outputs_info=[1., 1.])
fibonacci = theano.function(inputs=[N], outputs=outputs)
#: rnn trainer with momentum, updates merged by hand
import theano
import theano.tensor as T
import numpy as np
W = theano.shared(np.zeros((3, 3)))
seen = theano.shared(0)
x = T.matrix('x')
h, scan_updates = theano.scan(lambda x_t, h: (T.tanh(T.dot(x_t, W) + h), {seen: seen + 1}), sequences=x, outputs_info=T.zeros((3,)))
cost = h.sum()
updates = [(W, W - 0.1 * T.grad(cost, W))]
train = theano.function([x], cost, updates=updates + list(scan_updates.items()))
#: rnn trainer with momentum, scan's lost
import theano
import theano.tensor as T
import numpy as np
W = theano.shared(np.zeros((3, 3)))
seen = theano.shared(0)
x = T.matrix('x')
h, scan_updates = theano.scan(lambda x_t, h: (T.tanh(T.dot(x_t, W) + h), {seen: seen + 1}), sequences=x, outputs_info=T.zeros((3,)))
#                 ^^^^^^^^^^^ warning: dropped-updates
cost = h.sum()
updates = [(W, W - 0.1 * T.grad(cost, W))]
train = theano.function([x], cost, updates=updates)
#: sgd function of the file
import theano
import theano.tensor as T
import numpy as np
from collections import OrderedDict
W = theano.shared(np.zeros((3, 3)), name='W')
b = theano.shared(np.zeros(3), name='b')
seen = theano.shared(0)
params = [W, b]
def sgd(cost, params, lr=0.1):
    gparams = T.grad(cost, params)
    updates = OrderedDict()
    for p, g in zip(params, gparams):
        updates[p] = p - lr * g
    return updates
x = T.matrix('x')
h, _ = theano.scan(lambda x_t, h: (T.tanh(T.dot(x_t, W) + h + b), {seen: seen + 1}), sequences=x, outputs_info=T.zeros((3,)))
#      ^^^^^^^^^^^ warning: dropped-updates
cost = h.sum()
train = theano.function([x], cost, updates=sgd(cost, params))
#: adagrad with accumulators
import theano
import theano.tensor as T
import numpy as np
W = theano.shared(np.zeros((3, 3)), name='W')
seen = theano.shared(0)
def adagrad(cost, params, lr=0.1, eps=1e-6):
    updates = []
    for p, g in zip(params, T.grad(cost, params)):
        acc = theano.shared(p.get_value() * 0., broadcastable=p.broadcastable)
        acc_new = acc + g ** 2
        updates.append((acc, acc_new))
        updates.append((p, p - lr * g / T.sqrt(acc_new + eps)))
    return updates
x = T.matrix('x')
h, _ = theano.scan(lambda x_t, h: (T.tanh(T.dot(x_t, W) + h), {seen: seen + 1}), sequences=x, outputs_info=T.zeros((3,)))
#      ^^^^^^^^^^^ warning: dropped-updates
train = theano.function([x], h.sum(), updates=adagrad(h.sum(), [W]))
#: givens with shared data
import theano
import theano.tensor as T
import numpy as np
data = theano.shared(np.zeros((100, 5)))
index = T.lscalar()
x = T.matrix('x')
n = theano.shared(0)
out, _ = theano.scan(lambda r: (r.sum(), {n: n + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([index], out, givens={x: data[index * 10:(index + 1) * 10]})
#: givens replaces the shared itself
import theano
import theano.tensor as T
x = T.matrix('x')
n = theano.shared(0)
out, u = theano.scan(lambda r: (r.sum(), {n: n + 1}), sequences=x)
f = theano.function([x], out, givens={n: u[n]})
#: train and valid, train gets
import theano
import theano.tensor as T
x = T.matrix('x')
n = theano.shared(0)
out, u = theano.scan(lambda r: (r.sum(), {n: n + 1}), sequences=x)
train = theano.function([x], out.mean(), updates=u)
valid = theano.function([x], out.mean())
#: two scans only one lost
import theano
import theano.tensor as T
x = T.matrix('x')
n = theano.shared(0); m = theano.shared(0)
out, u = theano.scan(lambda r: (r.sum(), {n: n + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: overwritten-updates
out2, u = theano.scan(lambda r: (r.sum(), {m: m + 1}), sequences=x)
train = theano.function([x], [out, out2], updates=u)
#: chain of scans lost in a loop over layers
import theano
import theano.tensor as T
import numpy as np
x = T.matrix('x')
counts = [theano.shared(0) for _ in range(3)]
h = x
for i in range(3):
    c = counts[i]
    h, upd = theano.scan(lambda r, c=c: (T.tanh(r), {c: c + 1}), sequences=h)
#            ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], h)
#: chain of scans collected
import theano
import theano.tensor as T
x = T.matrix('x')
counts = [theano.shared(0) for _ in range(3)]
h = x
all_updates = []
for c in counts:
    h, upd = theano.scan(lambda r, c=c: (T.tanh(r), {c: c + 1}), sequences=h)
    all_updates += list(upd.items())
f = theano.function([x], h, updates=all_updates)
#: updates given to wrong function only
import theano, theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
f = theano.function([x], h)
tick = theano.function([x], updates=u)
#: sequence of arange and index
import numpy as np
import theano, theano.tensor as T
counts = theano.shared(np.zeros(10), name='counts')
words = T.ivector('words')
def count(i):
    return {counts: T.inc_subtensor(counts[i], 1)}
_, updates = theano.scan(count, sequences=words)
#            ^^^^^^^^^^^ warning: dropped-updates
fn = theano.function([words], counts)
#: same, kept
import numpy as np
import theano, theano.tensor as T
counts = theano.shared(np.zeros(10), name='counts')
words = T.ivector('words')
def count(i):
    return {counts: T.inc_subtensor(counts[i], 1)}
_, updates = theano.scan(count, sequences=words)
fn = theano.function([words], [], updates=updates)
#: set_subtensor of table in a step with two returns lists
import numpy as np
import theano, theano.tensor as T
table = theano.shared(np.zeros((5, 5)), name='table')
def fill(i, v):
    new = T.set_subtensor(table[i, i], v)
    return [new.sum(), v], OrderedDict({table: new})
from collections import OrderedDict
v = T.dvector('v')
(sums, vs), updates = theano.scan(fill, sequences=[T.arange(v.shape[0]), v])
#                     ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([v], sums)
#: update list returned as the second of nested tuple
import theano, theano.tensor as T
n = theano.shared(0); m = theano.shared(0)
x = T.vector()
def step(a):
    new_n = n + 1
    return (a, a * 2), ((n, new_n), (m, m + 1))
(p, q), u = theano.scan(step, [x])
f = theano.function([x], [p, q])
#: three outputs with tuple updates
import theano, theano.tensor as T
n = theano.shared(0); m = theano.shared(0)
x = T.vector()
def step(a):
    new_n = n + 1
    return [a, a * 2, a * 3], [(n, new_n), (m, m + 1)]
(p, q, r), u = theano.scan(step, [x])
#              ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], [p, q])
#: updates only merged under if
import theano, theano.tensor as T
import sys
n = theano.shared(0)
x = T.vector()
h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
updates = {}
if len(sys.argv) > 1:
    updates.update(u)
f = theano.function([x], h, updates=updates)
#: learning rate decay in scan
import theano, theano.tensor as T
lr = theano.shared(0.1)
w = theano.shared(1.0)
x = T.vector()
def step(xi):
    cost = (w * xi - 1) ** 2
    g = T.grad(cost, w)
    return cost, [(w, w - lr * g), (lr, lr * 0.99)]
costs, updates = theano.scan(step, sequences=x)
#                ^^^^^^^^^^^ warning: dropped-updates
train = theano.function([x], costs.mean())
#: learning rate decay kept
import theano, theano.tensor as T
lr = theano.shared(0.1)
w = theano.shared(1.0)
x = T.vector()
def step(xi):
    cost = (w * xi - 1) ** 2
    g = T.grad(cost, w)
    return cost, [(w, w - lr * g), (lr, lr * 0.99)]
costs, updates = theano.scan(step, sequences=x)
train = theano.function([x], costs.mean(), updates=updates)
#: name only in a string
import theano, theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], h)
"""use upd with updates=upd"""
#: two functions in a class via self.step with *args
import theano, theano.tensor as T
class Net:
    def __init__(self):
        self.n = theano.shared(0)
    def step(self, a, *params):
        return a * params[0], {self.n: self.n + 1}
    def build(self):
        x = T.vector(); w = T.scalar()
        h, _ = theano.scan(self.step, sequences=[x], non_sequences=[w], strict=True)
#              ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x, w], h)
#: try import cPickle style py2 class
import cPickle
import theano, theano.tensor as T
class Net:
    def __init__(self, n_in):
        self.n = theano.shared(0, 'n')
        print 'building', n_in
    def build(self):
        x = T.vector()
        h, upds = theano.scan(fn=lambda a: [a, {self.n: self.n + 1}], sequences=x)
#                 ^^^^^^^^^^^ warning: dropped-updates
        self.fn = theano.function([x], h)
net = Net(3)
net.build()
