# Recurrent networks and their layers. Each program ran under the real library, which decided what is right.
#: elman plain: an ordinary RNN, updates discarded and empty: clean
import numpy as np
import theano
import theano.tensor as T


class RNN(object):
    def __init__(self, n_in, n_hid, n_out, rng):
        init = lambda *s: theano.shared(rng.normal(scale=0.1, size=s))
        self.W_in, self.W, self.W_out = init(n_in, n_hid), init(n_hid, n_hid), init(n_hid, n_out)
        self.h0 = theano.shared(np.zeros(n_hid))
        self.params = [self.W_in, self.W, self.W_out, self.h0]

    def _step(self, u_t, h_tm1):
        h_t = T.tanh(T.dot(u_t, self.W_in) + T.dot(h_tm1, self.W))
        return h_t, T.dot(h_t, self.W_out)

    def build(self, u):
        [h, y], _ = theano.scan(self._step, sequences=u, outputs_info=[self.h0, None])
        return y


u, t = T.dmatrix('u'), T.dmatrix('t')
net = RNN(2, 3, 1, np.random.RandomState(0))
cost = T.mean((net.build(u) - t) ** 2)
train = theano.function([u, t], cost, updates=[(p, p - 0.1 * T.grad(cost, p)) for p in net.params])
print(train(np.ones((4, 2)), np.zeros((4, 1))))
#: lstm dict params: LSTM with a params dict in dl4mt style, clean
import numpy
import theano
from theano import tensor

floatX = theano.config.floatX


def _p(pp, name):
    return '%s_%s' % (pp, name)


def init_tparams(dim, prefix='lstm'):
    rng = numpy.random.RandomState(1)
    params = {_p(prefix, 'W'): rng.randn(dim, 4 * dim) * 0.1,
              _p(prefix, 'U'): rng.randn(dim, 4 * dim) * 0.1,
              _p(prefix, 'b'): numpy.zeros(4 * dim)}
    return {k: theano.shared(v.astype(floatX), name=k) for k, v in params.items()}


def lstm_layer(tparams, state_below, dim, prefix='lstm', mask=None):
    nsteps = state_below.shape[0]
    n_samples = state_below.shape[1]

    def _slice(_x, n, dim):
        return _x[:, n * dim:(n + 1) * dim]

    def _step(m_, x_, h_, c_):
        preact = tensor.dot(h_, tparams[_p(prefix, 'U')]) + x_
        i = tensor.nnet.sigmoid(_slice(preact, 0, dim))
        f = tensor.nnet.sigmoid(_slice(preact, 1, dim))
        o = tensor.nnet.sigmoid(_slice(preact, 2, dim))
        c = f * c_ + i * tensor.tanh(_slice(preact, 3, dim))
        c = m_[:, None] * c + (1. - m_)[:, None] * c_
        h = o * tensor.tanh(c)
        return m_[:, None] * h + (1. - m_)[:, None] * h_, c

    state_below = tensor.dot(state_below, tparams[_p(prefix, 'W')]) + tparams[_p(prefix, 'b')]
    rval, updates = theano.scan(_step, sequences=[mask, state_below],
                                outputs_info=[tensor.alloc(numpy.asarray(0., dtype=floatX), n_samples, dim),
                                              tensor.alloc(numpy.asarray(0., dtype=floatX), n_samples, dim)],
                                name=_p(prefix, '_layers'), n_steps=nsteps)
    return rval[0]


x = tensor.tensor3('x')
mask = tensor.matrix('mask')
tp = init_tparams(3)
h = lstm_layer(tp, x, 3, mask=mask)
f = theano.function([x, mask], h.mean(axis=0))
print(f(numpy.ones((4, 2, 3)), numpy.ones((4, 2))))
#: dropout each step trained: recurrent dropout with MRG drawn in the step; train gets SGD updates only
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

srng = MRG_RandomStreams(1)
n = 4
W = theano.shared(np.eye(n) * 0.5, name='W')
U = theano.shared(np.eye(n), name='U')
X = T.dmatrix('X')
target = T.dvector('target')


def dropout(h, p=0.5):
    return h * srng.binomial(size=(n,), p=p, dtype='float64') / p


def recurrence(x_t, h_tm1):
    return T.tanh(T.dot(x_t, U) + T.dot(dropout(h_tm1), W))


hidden, _ = theano.scan(recurrence, sequences=X, outputs_info=T.zeros((n,)))
#           ^^^^^^^^^^^ warning: dropped-random-updates
loss = T.sqr(hidden[-1] - target).sum()
params = [W, U]
updates = [(p, p - 0.05 * g) for p, g in zip(params, T.grad(loss, params))]
train = theano.function([X, target], loss, updates=updates)
for epoch in range(3):
    print(train(np.ones((5, n)), np.zeros(n)))
#: dropout each step trained ok: the same, merged in an OrderedDict
from collections import OrderedDict
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

srng = MRG_RandomStreams(1)
n = 4
W = theano.shared(np.eye(n) * 0.5, name='W')
U = theano.shared(np.eye(n), name='U')
X = T.dmatrix('X')
target = T.dvector('target')


def dropout(h, p=0.5):
    return h * srng.binomial(size=(n,), p=p, dtype='float64') / p


def recurrence(x_t, h_tm1):
    return T.tanh(T.dot(x_t, U) + T.dot(dropout(h_tm1), W))


hidden, dropout_updates = theano.scan(recurrence, sequences=X, outputs_info=T.zeros((n,)))
loss = T.sqr(hidden[-1] - target).sum()
updates = OrderedDict()
for p, g in zip([W, U], T.grad(loss, [W, U])):
    updates[p] = p - 0.05 * g
updates.update(dropout_updates)
train = theano.function([X, target], loss, updates=updates)
for epoch in range(3):
    print(train(np.ones((5, n)), np.zeros(n)))
#: dropout on state size: RandomStreams, size=h.shape, as in Lasagne #429: MissingInputError
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class DropoutLayer(object):
    def __init__(self, p=0.5, seed=3):
        self._srng = RandomStreams(seed)
        self.p = p

    def get_output_for(self, input, deterministic=False):
        if deterministic or self.p == 0:
            return input
        return input * self._srng.binomial(input.shape, p=1 - self.p, dtype='float64')


layer = DropoutLayer()
x = T.dtensor3('x')


def step(x_t, h_tm1):
    return T.tanh(layer.get_output_for(h_tm1) + x_t)


out = theano.scan(fn=step, sequences=x, outputs_info=T.zeros_like(x[0]))[0]
#     ^^^^^^^^^^^ warning: dropped-random-updates
f = theano.function([x], out)
#: dropout deterministic: the same layer in deterministic mode: clean
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class DropoutLayer(object):
    def __init__(self, p=0.5, seed=3):
        self._srng = RandomStreams(seed)
        self.p = p

    def get_output_for(self, input, deterministic=False):
        if deterministic or self.p == 0:
            return input
        return input * self._srng.binomial(input.shape, p=1 - self.p, dtype='float64')


layer = DropoutLayer(p=0.5)
x = T.dtensor3('x')


def step(x_t, h_tm1):
    return T.tanh(layer.get_output_for(h_tm1, deterministic=True) + x_t)


out = theano.scan(fn=step, sequences=x, outputs_info=T.zeros_like(x[0]))[0]
f = theano.function([x], out)
print(f(np.ones((2, 1, 3))))
#: zoneout masks as sequences: masks drawn outside and scanned over, Theano: clean
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams as RandomStreams

theano_rng = RandomStreams(1)
x = T.dtensor3('x')
W = theano.shared(np.eye(3), name='W')
masks = theano_rng.binomial(size=x.shape, n=1, p=0.9, dtype='float64')

def step(x_t, m_t, h_tm1, W):
    h = T.tanh(x_t + T.dot(h_tm1, W))
    return m_t * h + (1 - m_t) * h_tm1

h, _ = theano.scan(step, sequences=[x, masks], outputs_info=[T.zeros_like(x[0])], non_sequences=[W], strict=True)
cost = h[-1].sum()
train = theano.function([x], cost, updates=[(W, W - 0.1 * T.grad(cost, W))])
print(train(np.ones((2, 2, 3))), train(np.ones((2, 2, 3))))
#: stateful hidden: a stateful RNN keeps its last state through the step's dict, dropped by the predict function
import numpy as np
import theano
import theano.tensor as T

h_state = theano.shared(np.zeros(2), name='h_state')
W = theano.shared(np.array([[0.5, 0.1], [0.0, 0.5]]), name='W')
seq = T.dmatrix('seq')

def cell(x_t):
    new_h = T.tanh(x_t + T.dot(h_state, W))
    return new_h, {h_state: new_h}

(hs), carry = theano.scan(cell, sequences=[seq])
#             ^^^^^^^^^^^ warning: dropped-updates
predict = theano.function([seq], hs)
chunk = np.ones((3, 2))
print(predict(chunk)[-1])
print(predict(chunk)[-1], 'state:', h_state.get_value())
#: stateful hidden outputs: stateful the usual way: updates={state: hs[-1]}: clean
import numpy as np
import theano
import theano.tensor as T

h_state = theano.shared(np.zeros(2), name='h_state')
W = theano.shared(np.array([[0.5, 0.1], [0.0, 0.5]]), name='W')
seq = T.dmatrix('seq')

hs, carry = theano.scan(lambda x_t, h: T.tanh(x_t + T.dot(h, W)), sequences=[seq], outputs_info=[h_state])
predict = theano.function([seq], hs, updates={h_state: hs[-1]})
reset = lambda: h_state.set_value(np.zeros(2))
chunk = np.ones((3, 2))
print(predict(chunk)[-1], predict(chunk)[-1])
reset()
#: gru self updates: a layer stores scan's updates on self; the model sums them over layers: clean
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class GRU(object):
    def __init__(self, dim, seed):
        r = np.random.RandomState(seed)
        self.srng = RandomStreams(seed)
        self.dim = dim
        self.Uz, self.Ur, self.Uh = [theano.shared(r.normal(size=(dim, dim)) * .1) for _ in range(3)]
        self.updates = {}

    def step(self, x, h):
        z = T.nnet.sigmoid(x + T.dot(h, self.Uz))
        r = T.nnet.sigmoid(x + T.dot(h, self.Ur))
        c = T.tanh(x + T.dot(r * h, self.Uh)) + self.srng.normal(size=(self.dim,), std=.01)
        return (1 - z) * h + z * c

    def __call__(self, xs):
        h, self.updates = theano.scan(self.step, sequences=xs, outputs_info=T.zeros((self.dim,)))
        return h


class Stack(object):
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, xs):
        for l in self.layers:
            xs = l(xs)
        return xs

    @property
    def updates(self):
        pairs = []
        for l in self.layers:
            pairs += list(l.updates.items())
        return pairs


x = T.dmatrix('x')
model = Stack([GRU(2, 1), GRU(2, 2)])
y = model(x)
f = theano.function([x], y[-1], updates=model.updates)
print(f(np.ones((3, 2))), f(np.ones((3, 2))))
#: gru self updates forgotten: the layer stores them on self, nobody reads the attribute
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class GRU(object):
    def __init__(self, dim, seed):
        r = np.random.RandomState(seed)
        self.srng = RandomStreams(seed)
        self.dim = dim
        self.Uz, self.Uh = [theano.shared(r.normal(size=(dim, dim)) * .1) for _ in range(2)]
        self.updates = {}

    def step(self, x, h):
        z = T.nnet.sigmoid(x + T.dot(h, self.Uz))
        c = T.tanh(x + T.dot(h, self.Uh)) + self.srng.normal(size=(self.dim,), std=.01)
        return (1 - z) * h + z * c

    def __call__(self, xs):
        h, self.updates = theano.scan(self.step, sequences=xs, outputs_info=T.zeros((self.dim,)))
# today silent: dropped-random-updates
        return h


x = T.dmatrix('x')
layer = GRU(2, 1)
y = layer(x)
f = theano.function([x], y[-1])
print(f(np.ones((3, 2))), f(np.ones((3, 2))))
#: bidirectional: two scans, backwards one, empty updates in both: clean
import numpy as np
import theano
import theano.tensor as T


def layer(x, Wx, Wh, backwards):
    h, updates = theano.scan(lambda xt, ht: T.tanh(T.dot(xt, Wx) + T.dot(ht, Wh)),
                             sequences=x, outputs_info=[T.zeros((2,))], go_backwards=backwards)
    return h[::-1] if backwards else h


mk = lambda: theano.shared(np.eye(2) * .3)
x = T.dmatrix('x')
both = T.concatenate([layer(x, mk(), mk(), False), layer(x, mk(), mk(), True)], axis=1)
f = theano.function([x], both)
print(f(np.ones((3, 2))).shape)
#: generate text: char-RNN sampler: multinomial drawn in the step on the state, MRG, function gets the updates
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

vocab, dim = 5, 3
rs = np.random.RandomState(0)
E = theano.shared(rs.normal(size=(vocab, dim)), 'E')
R = theano.shared(rs.normal(size=(dim, dim)), 'R')
O = theano.shared(rs.normal(size=(dim, vocab)), 'O')
srng = MRG_RandomStreams(9)
first = T.lscalar('first')
length = T.iscalar('length')


def sample_step(c_tm1, h_tm1):
    h = T.tanh(E[c_tm1] + T.dot(h_tm1, R))
    p = T.nnet.softmax(T.dot(h, O))
    c = T.argmax(srng.multinomial(pvals=p), axis=1)[0]
    return T.cast(c, 'int64'), h


[chars, _h], generate_updates = theano.scan(sample_step, outputs_info=[first, T.zeros((dim,))], n_steps=length)
generate = theano.function([first, length], chars, updates=generate_updates, allow_input_downcast=True)
print(generate(1, 6), generate(1, 6))
#: generate text dropped: the sampler without updates: multinomial on pvals of the state needs them: MissingInputError or shift
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

vocab, dim = 5, 3
rs = np.random.RandomState(0)
E = theano.shared(rs.normal(size=(vocab, dim)), 'E')
R = theano.shared(rs.normal(size=(dim, dim)), 'R')
O = theano.shared(rs.normal(size=(dim, vocab)), 'O')
srng = MRG_RandomStreams(9)
first = T.lscalar('first')


def sample_step(c_tm1, h_tm1):
    h = T.tanh(E[c_tm1] + T.dot(h_tm1, R))
    u = srng.uniform(size=(vocab,))
    gumbel = -T.log(-T.log(u))
    return T.argmax(T.dot(h, O) + gumbel), h


[chars, _h], _ = theano.scan(sample_step, outputs_info=[first, T.zeros((dim,))], n_steps=10)
#                ^^^^^^^^^^^ warning: dropped-random-updates
generate = theano.function([first], chars)
print(generate(1), generate(1))
#: aesara vae decoder: sequential VAE decoder: reparameterised draw in a scanned method, dropped
import numpy as np
import aesara
import aesara.tensor as at
from aesara.tensor.random.utils import RandomStream


class SequentialVAE:
    def __init__(self, dim, seed=0):
        self.dim = dim
        self.srng = RandomStream(seed)
        self.W_mu = aesara.shared(np.eye(dim), name="W_mu")
        self.W_sig = aesara.shared(0.1 * np.ones((dim, dim)), name="W_sig")

    def encode_step(self, x_t, z_tm1):
        mu = at.dot(x_t + z_tm1, self.W_mu)
        log_sigma = at.dot(x_t, self.W_sig)
        z_t = mu + at.exp(log_sigma) * self.srng.normal(size=(self.dim,))
        return z_t, mu

    def encode(self, xs):
        (zs, mus), _ = aesara.scan(
#                      ^^^^^^^^^^^ warning: lost-in-helper
            self.encode_step, sequences=[xs], outputs_info=[at.zeros((self.dim,)), None]
        )
        return zs, mus


xs = at.dmatrix("xs")
vae = SequentialVAE(2)
zs, mus = vae.encode(xs)
f = aesara.function([xs], [zs[-1], mus[-1]])
print(f(np.ones((3, 2))))
print(f(np.ones((3, 2))))
#: pytensor plain rnn: an RNN in pytensor with return_updates=False: clean
import numpy as np
import pytensor
import pytensor.tensor as pt

rng = np.random.default_rng(0)
W = pytensor.shared(rng.normal(size=(3, 3)), name="W")
b = pytensor.shared(np.zeros(3), name="b")
X = pt.dmatrix("X")

hs = pytensor.scan(
    fn=lambda x, h, W, b: pt.tanh(x + h @ W + b),
    sequences=[X],
    outputs_info=[pt.zeros((3,))],
    non_sequences=[W, b],
    strict=True,
    return_updates=False,
)
loss = (hs[-1] ** 2).sum()
gW, gb = pytensor.grad(loss, [W, b])
train = pytensor.function([X], loss, updates=[(W, W - 0.1 * gW), (b, b - 0.1 * gb)])
print(train(np.ones((4, 3))), train(np.ones((4, 3))))
#: attention decoder nested: nested scan without state (attention over memory), both updates thrown away: clean
import numpy as np
import theano
import theano.tensor as T

memory = T.dmatrix('memory')
queries = T.dmatrix('queries')


def attend(q, state, mem):
    scores, _ = theano.scan(lambda m, qq: T.dot(m, qq), sequences=mem, non_sequences=q)
    weights = T.nnet.softmax(scores.dimshuffle('x', 0))[0]
    context = T.dot(weights, mem)
    return T.tanh(context + state)


states, _ = theano.scan(attend, sequences=queries, outputs_info=T.zeros((2,)), non_sequences=memory)
f = theano.function([memory, queries], states)
print(f(np.eye(2), np.ones((3, 2))))
#: keras backend style: keras' K.rnn: the backend discards updates of an unknown step function. Here a stateless step: clean
import numpy as np
import theano
import theano.tensor as T


def rnn(step_function, inputs, initial_states, go_backwards=False, constants=None):
    inputs = inputs.dimshuffle((1, 0, 2))
    if constants is None:
        constants = []

    def _step(input, *states):
        output, new_states = step_function(input, states)
        return [output] + new_states

    results, _ = theano.scan(
        _step,
        sequences=inputs,
        outputs_info=[None] + initial_states,
        non_sequences=constants,
        go_backwards=go_backwards)
    if type(results) is list:
        outputs = results[0]
        states = results[1:]
    else:
        outputs = results
        states = []
    outputs = T.squeeze(outputs)
    states = [T.squeeze(state[-1]) for state in states]
    return outputs[-1], outputs, states


x = T.dtensor3('x')


def simple(inp, states):
    h = T.tanh(inp + states[0])
    return h, [h]


last, outs, st = rnn(simple, x, [T.zeros_like(x[:, 0])])
f = theano.function([x], last)
print(f(np.ones((2, 4, 3))))
#: keras backend style lost: the same backend, but the step keeps a counter: lost in the helper
import numpy as np
import theano
import theano.tensor as T


def rnn(step_function, inputs, initial_states):
    def _step(input, *states):
        return step_function(input, states)

    results, _ = theano.scan(
#                ^^^^^^^^^^^ warning: lost-in-helper
        _step,
        sequences=inputs,
        outputs_info=initial_states)
    return results[-1]


x = T.dtensor3('x')
n_updates = theano.shared(0, name='n_updates')


def counting(inp, states):
    h = T.tanh(inp + states[0])
    return h, {n_updates: n_updates + 1}


f = theano.function([x], rnn(counting, x, [T.zeros_like(x[0])]))
print(f(np.ones((4, 2, 3))), n_updates.get_value())
