# Functions and objects that build others; what is marked drops its updates.
#: backend theano backend rnn as in 2.2.4
import theano
from theano import tensor as T
def rnn(step_function, inputs, initial_states, go_backwards=False, mask=None, constants=None, unroll=False, input_length=None):
    ndim = inputs.ndim
    axes = [1, 0] + list(range(2, ndim))
    inputs = inputs.dimshuffle(axes)
    if constants is None:
        constants = []
    if mask is not None:
        def get_matching_mask(mask_t, ref_tensor_t):
            return mask_t
        initial_output = T.zeros_like(initial_states[0])
        def _step(inputs, mask, output_tm1, *states):
            outputs, new_states = step_function(inputs, states)
            return [outputs] + new_states
        results, _ = theano.scan(_step, sequences=[inputs, mask], outputs_info=[initial_output] + initial_states, non_sequences=constants, go_backwards=go_backwards)
    else:
        def _step(inputs, *states):
            outputs, new_states = step_function(inputs, states)
            return [outputs] + new_states
        results, _ = theano.scan(_step, sequences=inputs, outputs_info=[None] + initial_states, non_sequences=constants, go_backwards=go_backwards)
    return results
#: backend function class
import theano
from theano import tensor as T
class Function(object):
    def __init__(self, inputs, outputs, updates=[], **kwargs):
        unique_variables_to_update = {}
        for v, nv in updates:
            if v not in unique_variables_to_update:
                unique_variables_to_update[v] = nv
        updates = unique_variables_to_update.items()
        self.function = theano.function(inputs, outputs, updates=updates, allow_input_downcast=True, on_unused_input='ignore', **kwargs)
    def __call__(self, inputs):
        return self.function(*inputs)
n = theano.shared(0)
x = T.vector()
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
f = Function([x], [y], updates=list(u.items()))
#: backend function class not given
import theano
from theano import tensor as T
class Function(object):
    def __init__(self, inputs, outputs, updates=None):
        if updates is None:
            updates = []
        self.function = theano.function(inputs, outputs, updates=updates)
    def __call__(self, inputs):
        return self.function(*inputs)
n = theano.shared(0)
x = T.vector()
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
f = Function([x], [y])
#: logistic style class
import theano
import theano.tensor as T
import numpy
class LogisticRegression(object):
    def __init__(self, input, n_in, n_out):
        self.W = theano.shared(value=numpy.zeros((n_in, n_out), dtype=theano.config.floatX), name='W', borrow=True)
        self.seen = theano.shared(value=numpy.asarray(0, dtype='int64'), name='seen')
        def one(row):
            return T.dot(row, self.W), {self.seen: self.seen + 1}
        self.scores, _ = theano.scan(fn=one, sequences=[input])
#                        ^^^^^^^^^^^ warning: dropped-updates
        self.y_pred = T.argmax(self.scores, axis=1)
        self.params = [self.W]
    def errors(self, y):
        return T.mean(T.neq(self.y_pred, y))
def sgd_optimization_mnist(learning_rate=0.13):
    x = T.matrix('x')
    y = T.ivector('y')
    classifier = LogisticRegression(input=x, n_in=28 * 28, n_out=10)
    test_model = theano.function(inputs=[x, y], outputs=classifier.errors(y))
if __name__ == '__main__':
    sgd_optimization_mnist()
#: rbm: persistent chain, cost updates with sgd, all kept
import theano
import theano.tensor as T
import numpy
class RBM(object):
    def __init__(self, input=None, n_visible=784, n_hidden=500, W=None):
        if W is None:
            W = theano.shared(value=numpy.zeros((n_visible, n_hidden)), name='W', borrow=True)
        self.input = input
        if not input:
            self.input = T.matrix('input')
        self.W = W
        self.chain_length = theano.shared(0)
        self.params = [self.W]
    def gibbs_hvh(self, h0):
        v1 = T.nnet.sigmoid(T.dot(h0, self.W.T))
        h1 = T.nnet.sigmoid(T.dot(v1, self.W))
        return [v1, h1], {self.chain_length: self.chain_length + 1}
    def get_cost_updates(self, lr=0.1, persistent=None, k=1):
        ph = T.nnet.sigmoid(T.dot(self.input, self.W))
        ([nv, nh], updates) = theano.scan(self.gibbs_hvh, outputs_info=[None, ph], n_steps=k, name="gibbs_hvh")
        cost = T.mean(nv[-1])
        for gparam, param in zip(T.grad(cost, self.params), self.params):
            updates[param] = param - gparam * lr
        return cost, updates
rbm = RBM(n_visible=10, n_hidden=5)
cost, updates = rbm.get_cost_updates()
train = theano.function([rbm.input], cost, updates=updates)
#: rbm: sampling function loses the count
import theano
import theano.tensor as T
import numpy
x = T.matrix('x')
chain_length = theano.shared(0)
W = theano.shared(numpy.zeros((10, 5)))
persistent_vis_chain = theano.shared(numpy.zeros((20, 10)))
def gibbs_vhv(v0):
    h1 = T.nnet.sigmoid(T.dot(v0, W))
    v1 = T.nnet.sigmoid(T.dot(h1, W.T))
    return [h1, v1], {chain_length: chain_length + 1}
([hs, vs], updates) = theano.scan(gibbs_vhv, outputs_info=[None, persistent_vis_chain], n_steps=10, name="gibbs_vhv")
updates.update({persistent_vis_chain: vs[-1]})
sample_fn = theano.function([], [vs[-1]], updates=updates, name='sample_fn')
#: same but own dict only
import theano
import theano.tensor as T
import numpy
chain_length = theano.shared(0)
W = theano.shared(numpy.zeros((10, 5)))
persistent_vis_chain = theano.shared(numpy.zeros((20, 10)))
def gibbs_vhv(v0):
    h1 = T.nnet.sigmoid(T.dot(v0, W))
    v1 = T.nnet.sigmoid(T.dot(h1, W.T))
    return [h1, v1], {chain_length: chain_length + 1}
([hs, vs], updates) = theano.scan(gibbs_vhv, outputs_info=[None, persistent_vis_chain], n_steps=10, name="gibbs_vhv")
#                     ^^^^^^^^^^^ warning: dropped-updates
sample_fn = theano.function([], [vs[-1]], updates={persistent_vis_chain: vs[-1]}, name='sample_fn')
#: rnn with truncated bptt, mode by position
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.matrix()
h, upd = theano.scan(lambda a, b: (T.tanh(a + b), {n: n + 1}), [x], [T.zeros((3,))], None, None, 5)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], h, theano.Mode('py'))
#: positional third is updates (an error of the user, but they go to the call)
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.matrix()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
f = theano.function([x], h, upd)
#: conditional compile under debug flag
import theano
import theano.tensor as T
DEBUG = True
n = theano.shared(0)
x = T.matrix()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
if DEBUG:
    f = theano.function([x], h)
else:
    f = theano.function([x], h, updates=upd)
#: functions in a dict of lambdas
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.matrix()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
make = {'train': lambda: theano.function([x], h, updates=upd), 'test': lambda: theano.function([x], h)}
f = make['test']()
#: closure returning functions
import theano
import theano.tensor as T
def build():
    n = theano.shared(0)
    x = T.matrix()
    h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
#            ^^^^^^^^^^^ warning: dropped-updates
    train = theano.function([x], h.sum())
    predict = theano.function([x], h)
    return train, predict
train, predict = build()
#: closure with nested compile function
import theano
import theano.tensor as T
def build():
    n = theano.shared(0)
    x = T.matrix()
    h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
    def compile(with_updates):
        if with_updates:
            return theano.function([x], h, updates=upd)
        return theano.function([x], h)
    return compile
#: comment only difference
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.matrix()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], h)  # , updates=upd)
#: multi line function call
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.matrix()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
f = theano.function(
    inputs=[x],
    outputs=h,
    updates=upd,
    allow_input_downcast=True,
)
#: OrderedDict merge
import theano
import theano.tensor as T
from collections import OrderedDict
n = theano.shared(0); w = theano.shared(0.)
x = T.vector()
h, upd = theano.scan(lambda a: (a * w, {n: n + 1}), [x])
updates = OrderedDict(list(upd.items()) + [(w, w - 0.1 * T.grad(h.sum(), w))])
f = theano.function([x], h, updates=updates)
#: itertools chain
import itertools
import theano
import theano.tensor as T
n = theano.shared(0); w = theano.shared(0.)
x = T.vector()
h, upd = theano.scan(lambda a: (a * w, {n: n + 1}), [x])
f = theano.function([x], h, updates=list(itertools.chain(upd.items(), [(w, w + 1.)])))
#: dict(upd, **{})
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
f = theano.function([x], h, updates=dict(upd))
#: copy
import copy
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
f = theano.function([x], h, updates=copy.copy(upd))
#: updates in the second element of a tuple passed through a list of results
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector()
results = []
for i in range(2):
    results.append(theano.scan(lambda a: (a, {n: n + 1}), [x]))
f = theano.function([x], [r[0] for r in results], updates=results[-1][1])
#: zip star
import theano
import theano.tensor as T
n = theano.shared(0); m = theano.shared(0)
x = T.vector()
outs, upds = zip(*[theano.scan(lambda a, s=s: (a, {s: s + 1}), [x]) for s in (n, m)])
f = theano.function([x], list(outs), updates=upds[0] + upds[1])
#: aesara theano compat import
try:
    import aesara as theano
    import aesara.tensor as T
except ImportError:
    import theano
    import theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, _ = theano.scan(lambda a: (a, {n: n + 1}), [x])
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], h)
#: ewma with state in shared
import numpy as np
import pytensor
import pytensor.tensor as pt
state = pytensor.shared(np.float64(0.0), name='state')
alpha = pt.scalar('alpha')
xs = pt.vector('xs')
def ewma(x, alpha):
    new = alpha * x + (1 - alpha) * state
    return new, [(state, new)]
ys, updates = pytensor.scan(fn=ewma, sequences=xs, non_sequences=alpha)
#             ^^^^^^^^^^^^^ warning: dropped-updates
smooth = pytensor.function([xs, alpha], ys)
print(smooth(np.arange(5.0), 0.5))
print(smooth(np.arange(5.0), 0.5))
#: kalman, kept in a namedtuple
import collections
import pytensor
import pytensor.tensor as pt
Result = collections.namedtuple('Result', 'ys updates')
n = pytensor.shared(0)
xs = pt.vector('xs')
r = Result(*pytensor.scan(lambda x: (x, {n: n + 1}), sequences=xs))
f = pytensor.function([xs], r.ys, updates=r.updates)
#: walrus
import pytensor
import pytensor.tensor as pt
n = pytensor.shared(0)
xs = pt.vector('xs')
f = pytensor.function([xs], (res := pytensor.scan(lambda x: (x, {n: n + 1}), sequences=xs))[0], updates=res[1])
#: match statement in builder
import pytensor
import pytensor.tensor as pt
n = pytensor.shared(0)
xs = pt.vector('xs')
ys, upd = pytensor.scan(lambda x: (x, {n: n + 1}), sequences=xs)
#         ^^^^^^^^^^^^^ warning: dropped-updates
match 'train':
    case 'train':
        f = pytensor.function([xs], ys)
    case _:
        f = None
#: instance attribute stored updates from outside
import theano, theano.tensor as T
class Net: pass
net = Net()
n = theano.shared(0)
x = T.vector()
net.h, net.updates = theano.scan(lambda a: (a, {n: n + 1}), [x])
f = theano.function([x], net.h, updates=net.updates)
#: del then nothing
import theano, theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, upd = theano.scan(lambda a: (a, {n: n + 1}), [x])
#        ^^^^^^^^^^^ warning: dropped-updates
del upd
g = theano.function([x], T.sum(h))
#: property returning function
import theano, theano.tensor as T
class Net(object):
    def __init__(self):
        self.n = theano.shared(0)
    @property
    def predict(self):
        x = T.vector()
        h, _ = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
#              ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x], h)
#: pickled model
import pickle
import theano, theano.tensor as T
class Net(object):
    def __init__(self):
        self.n = theano.shared(0)
    def build(self):
        x = T.vector()
        h, _ = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
#              ^^^^^^^^^^^ warning: dropped-updates
        self.f = theano.function([x], h)
net = Net()
net.build()
pickle.dump(net, open('net.pkl', 'wb'))
#: attribute set conditionally to None
import theano, theano.tensor as T
class Net(object):
    def __init__(self, count=True):
        self.n = theano.shared(0) if count else None
    def build(self):
        x = T.vector()
        h, _ = theano.scan(lambda a: (a, {self.n: self.n + 1} if self.n is not None else {}), [x])
        self.f = theano.function([x], h)
#: the step of a subclass
import theano, theano.tensor as T
class Base(object):
    def step(self, a):
        raise NotImplementedError
    def build(self, x):
        h, _ = theano.scan(self.step, [x])
#              ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x], h)
class Counting(Base):
    def __init__(self):
        self.n = theano.shared(0)
    def step(self, a):
        return a, {self.n: self.n + 1}
f = Counting().build(T.vector())
