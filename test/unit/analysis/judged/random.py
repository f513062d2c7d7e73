# Draws in steps. Each program ran under the real library, which decided what is right.
#: uniform walk dropped: draw in a lambda step, underscore
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(seed=234)
walk, _ = theano.scan(lambda x: x + srng.normal(), outputs_info=[T.zeros(())], n_steps=5)
#         ^^^^^^^^^^^ warning: dropped-random-updates
sample = theano.function([], walk)
print(sample())
print(sample())
#: uniform walk ok: same with updates
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(seed=234)
walk, rng_updates = theano.scan(lambda x: x + srng.normal(), outputs_info=[T.zeros(())], n_steps=5)
sample = theano.function([], walk, updates=rng_updates)
print(sample())
print(sample())
#: outside draw closure: a draw made outside and captured by closure is a fresh draw per step in Theano; dropping shifts the stream
import numpy
import theano
import theano.tensor as tensor
from theano.tensor import shared_randomstreams

X = tensor.matrix("X")
W = tensor.matrix("W")
b_sym = tensor.vector("b_sym")

trng = shared_randomstreams.RandomStreams(1234)
d = trng.binomial(size=W[1].shape)

results, updates = theano.scan(lambda v: tensor.tanh(tensor.dot(v, W) + b_sym) * d, sequences=X)
#                  ^^^^^^^^^^^ warning: dropped-random-updates
compute_with_bnoise = theano.function(inputs=[X, W, b_sym], outputs=results)

x = numpy.eye(4, 2)
w = numpy.ones((2, 2))
b = numpy.ones((2))
print(compute_with_bnoise(x, w, b))
print(compute_with_bnoise(x, w, b))
#: outside draw closure ok: the tutorial's form
import numpy
import theano
import theano.tensor as tensor
from theano.tensor import shared_randomstreams

X = tensor.matrix("X")
W = tensor.matrix("W")
b_sym = tensor.vector("b_sym")

trng = shared_randomstreams.RandomStreams(1234)
d = trng.binomial(size=W[1].shape)

results, updates = theano.scan(lambda v: tensor.tanh(tensor.dot(v, W) + b_sym) * d, sequences=X)
compute_with_bnoise = theano.function(inputs=[X, W, b_sym], outputs=results,
                                      updates=updates, allow_input_downcast=True)
print(compute_with_bnoise(numpy.eye(4, 2), numpy.ones((2, 2)), numpy.ones(2)))
#: outside draw nonsequence: the mask is a non_sequence: one draw per call, nothing in updates: clean
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

x = T.dtensor3('x')
h0 = T.dmatrix('h0')
srng = RandomStreams(42)
mask = srng.binomial(size=h0.shape, p=0.5, dtype='float64')

def step(x_t, h_tm1, m):
    return T.tanh(x_t + h_tm1 * m)

hs, _ = theano.scan(step, sequences=[x], outputs_info=[h0], non_sequences=[mask])
f = theano.function([x, h0], hs[-1])
print(f(numpy.ones((3, 2, 2)), numpy.ones((2, 2))))
#: outside draw sequence: all noise drawn up front and scanned over: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(seed=1)
n = T.iscalar('n')
noise = srng.normal(size=(n,), avg=0., std=1.)
sigma = T.dscalar('sigma')

path, _ = theano.scan(lambda eps, s: s + sigma * eps, sequences=noise, outputs_info=T.zeros(()))
brownian = theano.function([n, sigma], path)
print(brownian(4, 0.5), brownian(4, 0.5))
#: one step: n_steps=1 literal: the default update stays with the function: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

rng = RandomStreams(99)
start = T.dvector('start')

def gibbs(v):
    return rng.binomial(size=v.shape, n=1, p=T.nnet.sigmoid(v), dtype='float64')

sample, _ = theano.scan(gibbs, outputs_info=start, n_steps=1)
f = theano.function([start], sample[-1])
print(f([0., 0., 0.]), f([0., 0., 0.]))
#: one step variable: the step count is a keyword argument with default 1, but called with 4
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

rng = RandomStreams(99)
start = T.dvector('start')

def chain(v0, k=1):
    def gibbs(v):
        return v + rng.normal(size=(3,))
    out, ups = theano.scan(gibbs, outputs_info=v0, n_steps=k)
#              ^^^^^^^^^^^ warning: lost-in-helper
    return out[-1]

f = theano.function([start], chain(start, k=4))
print(f([0., 0., 0.]), f([0., 0., 0.]))
#: mrg constant size: MRG stream, constant size, silent shift
import theano
from theano import tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams as RandomStreams

srng = RandomStreams(seed=7)
x = T.dmatrix('x')

def noisy(row):
    return row + srng.normal(size=(3,), std=0.1)

rows, junk = theano.scan(fn=noisy, sequences=[x])
#            ^^^^^^^^^^^ warning: dropped-random-updates
f = theano.function([x], rows)
print(f([[1., 2., 3.], [4., 5., 6.]]))
print(f([[1., 2., 3.], [4., 5., 6.]]))
#: mrg constant size ok: MRG stream passed
import theano
from theano import tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams as RandomStreams

srng = RandomStreams(seed=7)
x = T.dmatrix('x')

def noisy(row):
    return row + srng.normal(size=(3,), std=0.1)

rows, updates = theano.scan(fn=noisy, sequences=[x])
f = theano.function([x], rows, updates=updates)
print(f([[1., 2., 3.], [4., 5., 6.]]))
print(f([[1., 2., 3.], [4., 5., 6.]]))
#: state size missing input: size depends on the state: function() raises MissingInputError when updates are dropped
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

trng = RandomStreams(5)
W = theano.shared(numpy.eye(2), name='W')
v = T.dvector('v')

def flip(state):
    p = T.nnet.sigmoid(T.dot(state, W))
    return trng.binomial(size=p.shape, n=1, p=p, dtype='float64')

states, updates = theano.scan(flip, outputs_info=[v], n_steps=3)
#                 ^^^^^^^^^^^ warning: dropped-random-updates
f = theano.function([v], states[-1])
#: choice of function updates: stream.updates() is not a substitute for scan's updates
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

stream = RandomStreams(seed=3)
draws, _ = theano.scan(lambda: stream.uniform(), n_steps=3)
#          ^^^^^^^^^^^ warning: dropped-random-updates
f = theano.function([], draws, updates=stream.updates())
print(f())
print(f())
#: train only: train gets updates, the evaluation function does not. At most info
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(11)
x = T.dmatrix('x')
w = theano.shared(np.ones(2), name='w')

def step(x_t, h):
    keep = srng.binomial(size=(2,), p=0.8, dtype='float64')
    return T.tanh(x_t * w + h) * keep

h, updates = theano.scan(step, sequences=x, outputs_info=T.zeros((2,)))
cost = h[-1].sum()
updates[w] = w + 0.01 * h[-1]
train = theano.function([x], cost, updates=updates)
evaluate = theano.function([x], cost)
#          ^^^^^^^^^^^^^^^ information: updates-not-in-this-function
data = np.ones((3, 2))
print(train(data), evaluate(data), train(data))
#: deterministic branch: the step draws only when train is true, and here it is False: nothing to pass: clean
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(11)
x = T.dmatrix('x')

def build(train):
    def step(x_t, h):
        out = T.tanh(x_t + h)
        if train:
            out = out * srng.binomial(size=(2,), p=0.8, dtype='float64')
        return out
    hs, _ = theano.scan(step, sequences=x, outputs_info=T.zeros((2,)))
    return hs[-1]

f = theano.function([x], build(False))
print(f(np.ones((3, 2))))
#: draw not used: the draw does not reach the step's result, so scan has no update for it: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(8)
x = T.dvector('x')

def step(x_t):
    noise = srng.normal()
    clean = x_t * 2
    return clean

out, _ = theano.scan(step, sequences=x)
f = theano.function([x], out)
print(f([1., 2.]))
#: choose in step: draw used only through a comparison in the step (Metropolis accept), dropped
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

s_rng = RandomStreams(numpy.random.randint(2 ** 30))
x0 = T.dscalar('x0')

def energy(z):
    return 0.5 * z ** 2

def metropolis_step(z):
    proposal = z + s_rng.normal(size=())
    accept = s_rng.uniform(size=()) < T.exp(energy(z) - energy(proposal))
    return T.switch(accept, proposal, z), T.cast(accept, 'int32')

(zs, acc), _upd = theano.scan(metropolis_step, outputs_info=[x0, None], n_steps=10)
#                 ^^^^^^^^^^^ warning: dropped-random-updates
draw = theano.function([x0], [zs[-1], acc.mean()])
print(draw(0.1), draw(0.1))
#: choose in step ok: Metropolis with thinning, passed
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

s_rng = RandomStreams(numpy.random.randint(2 ** 30))
x0 = T.dscalar('x0')

def energy(z):
    return 0.5 * z ** 2

def metropolis_step(z):
    proposal = z + s_rng.normal(size=())
    accept = s_rng.uniform(size=()) < T.exp(energy(z) - energy(proposal))
    return T.switch(accept, proposal, z), T.cast(accept, 'int32')

(zs, acc), ups = theano.scan(metropolis_step, outputs_info=[x0, None], n_steps=10)
draw = theano.function([x0], [zs[::2], acc.mean()], updates=ups)
print(draw(0.1), draw(0.1))
#: no default updates: dropped and no_default_updates=True: the same draws each time
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(seed=17)

def one():
    return srng.uniform(low=-1., high=1.)

sequence, info = theano.scan(one, n_steps=4)
#                ^^^^^^^^^^^ warning: dropped-random-updates
g = theano.function([], sequence, no_default_updates=True)
print(g() == g())
#: passed as givens: the updates are passed as givens, silently wrong
import theano
import theano.tensor as T

s = theano.shared(0, name='s')
vals, ups = theano.scan(lambda: (s * 10, {s: s + 1}), n_steps=3)
f = theano.function([], s + 0, givens=ups)
#                                     ^^^ warning: wrong-updates-argument
print(f(), f(), s.get_value())
#: aesara stream dropped: RandomStream in the step
import aesara
import aesara.tensor as at
from aesara.tensor.random.utils import RandomStream

srng = RandomStream(seed=30)


def ar1(x_tm1, rho):
    return rho * x_tm1 + srng.normal(0, 1)


rho = at.dscalar("rho")
xs, _ = aesara.scan(ar1, outputs_info=[at.zeros(())], non_sequences=[rho], n_steps=6)
#       ^^^^^^^^^^^ warning: dropped-random-updates
simulate = aesara.function([rho], xs)
print(simulate(0.9))
print(simulate(0.9))
#: aesara stream ok: RandomStream in the step, passed
import aesara
import aesara.tensor as at
from aesara.tensor.random.utils import RandomStream

srng = RandomStream(seed=30)


def ar1(x_tm1, rho):
    return rho * x_tm1 + srng.normal(0, 1)


rho = at.dscalar("rho")
xs, updates = aesara.scan(ar1, outputs_info=[at.zeros(())], non_sequences=[rho], n_steps=6)
simulate = aesara.function([rho], xs, updates=updates)
print(simulate(0.9))
print(simulate(0.9))
#: aesara outside closure: a draw made outside is one draw for all steps in Aesara and updates are empty: no dropped updates
import numpy as np
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(1234)
X = at.dmatrix("X")
d = srng.binomial(1, 0.5, size=X.shape[1:])

results, updates = aesara.scan(lambda v: at.tanh(v) * d, sequences=X)
#                                                     ^ information: draw-outside-step
f = aesara.function([X], results)
print(len(updates), f(np.ones((3, 4))))
#: aesara dependent params: draw parameters depend on the state: silent repetition
import numpy as np
import aesara
import aesara.tensor as at
from aesara.tensor.random.utils import RandomStream

srng = RandomStream(0)
P = aesara.shared(np.array([[0.9, 0.1], [0.4, 0.6]]), name="P")


def transition(previous):
    probs = P[previous]
    return srng.categorical(probs)


states, updates = aesara.scan(transition, outputs_info=at.constant(0, dtype="int64"), n_steps=8)
#                 ^^^^^^^^^^^ warning: dropped-random-updates
simulate_chain = aesara.function([], states)
for _ in range(2):
    print(simulate_chain())
#: aesara mrg in class: MRG stream kept on an object, in a lambda
import aesara
import aesara.tensor as at
from aesara.sandbox.rng_mrg import MRG_RandomStream


class Noise:
    def __init__(self, seed):
        self.srng = MRG_RandomStream(seed)

    def __call__(self, size):
        return self.srng.normal(size=size, avg=0.0, std=1.0)


noise = Noise(12)
x = at.dmatrix("x")
out, upd = aesara.scan(lambda row: row + noise((2,)), sequences=[x])
f = aesara.function([x], out, updates=upd)
print(f([[0.0, 0.0], [0.0, 0.0]]))
#: aesara default rng: at.random.normal without rng in the step: updates empty, the same value in every step and call
import aesara
import aesara.tensor as at

mu = at.dscalar("mu")


def step(x):
    return x + at.random.normal(mu, 1.0)
#              ^^^^^^^^^^^^^^^^ warning: repeated-random-draw


xs, updates = aesara.scan(step, outputs_info=[at.zeros(())], n_steps=4)
f = aesara.function([mu], xs, updates=updates)
print(f(0.0))
print(f(0.0))
#: aesara shared generator dict: an explicit generator advanced in the step's dict, dropped
import numpy as np
import aesara
import aesara.tensor as at

gen = aesara.shared(np.random.default_rng(23), name="gen")


def draw_step():
    next_rng, value = at.random.normal(0, 1, rng=gen).owner.outputs
    return value, {gen: next_rng}


vals, ups = aesara.scan(draw_step, n_steps=3)
#           ^^^^^^^^^^^ warning: dropped-random-updates
f = aesara.function([], vals)
print(f(), f())
#: aesara shared generator dict ok: an explicit generator advanced, passed
import numpy as np
import aesara
import aesara.tensor as at

gen = aesara.shared(np.random.default_rng(23), name="gen")


def draw_step():
    next_rng, value = at.random.normal(0, 1, rng=gen).owner.outputs
    return value, {gen: next_rng}


vals, ups = aesara.scan(draw_step, n_steps=3)
f = aesara.function([], vals, updates={gen: ups[gen]})
print(f(), f())
#: pytensor shared rng dict: shared_rng with a dict in the step, dropped
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=123, name="rng")
n = pt.iscalar("n")


def step(x):
    next_rng, eps = rng.normal(0, 1)
    return x + eps, {rng: next_rng}


path, _ = pytensor.scan(step, outputs_info=[pt.zeros(())], n_steps=n)
#         ^^^^^^^^^^^^^ warning: dropped-random-updates
#         ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([n], path)
print(f(3), f(3))
#: pytensor shared rng dict ok: shared_rng with a dict in the step, passed
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=123, name="rng")
n = pt.iscalar("n")


def step(x):
    next_rng, eps = rng.normal(0, 1)
    return x + eps, {rng: next_rng}


path, updates = pytensor.scan(step, outputs_info=[pt.zeros(())], n_steps=n)
#               ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([n], path, updates=updates)
print(f(3), f(3))
#: pytensor carried rng: the new idiom: clean
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=123)


def step(rng, x):
    next_rng, eps = rng.normal(0, 1)
    return next_rng, x + eps


final_rng, path = pytensor.scan(
    step, outputs_info=[rng, pt.zeros(())], n_steps=4, return_updates=False
)
f = pytensor.function([], path, updates={rng: final_rng})
print(f(), f())
#: pytensor carried rng forgotten: the new idiom without storing the final generator
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=123)


def step(rng, x):
    next_rng, eps = rng.normal(0, 1)
    return next_rng, x + eps


final_rng, path = pytensor.scan(
#                 ^^^^^^^^^^^^^ warning: forgotten-final-rng
    step, outputs_info=[rng, pt.zeros(())], n_steps=4, return_updates=False
)
f = pytensor.function([], path)
print(f(), f())
#: pytensor closure rng: rng captured by closure without a dict: the same number in each step
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=1)
x = pt.dvector("x")


def jitter(xi):
    _, noise = rng.normal(0, 0.1)
#              ^^^^^^^^^^ warning: repeated-random-draw
    return xi + noise


out = pytensor.scan(jitter, sequences=[x], return_updates=False)
f = pytensor.function([x], out)
print(f([0.0, 0.0, 0.0]))
#: pytensor nonseq rng: rng given as a non_sequence: the same number in each step
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=1)
x = pt.dvector("x")


def jitter(xi, gen):
    next_gen, noise = gen.uniform(-1, 1)
#                     ^^^^^^^^^^^ warning: repeated-random-draw
    return xi + noise


out = pytensor.scan(jitter, sequences=[x], non_sequences=[rng], return_updates=False)
print(pytensor.function([x], out)([0.0, 0.0, 0.0]))
#: pytensor stream: deprecated RandomStream, dropped
import pytensor
import pytensor.tensor as pt

srng = pt.random.RandomStream(seed=2)
probs = pt.dvector("probs")


def flip(p):
    return srng.bernoulli(p)


flips, unused = pytensor.scan(flip, sequences=probs)
#               ^^^^^^^^^^^^^ warning: dropped-random-updates
#               ^^^^^^^^^^^^^ information: return-updates-deprecated
toss = pytensor.function([probs], flips)
print(toss([0.5] * 5), toss([0.5] * 5))
#: pytensor stream ok: deprecated RandomStream via from pytensor.scan.basic import scan
import pytensor
import pytensor.tensor as pt
from pytensor.scan.basic import scan

srng = pt.random.RandomStream(seed=2)
probs = pt.dvector("probs")


def flip(p):
    return srng.bernoulli(p)


flips, ups = scan(flip, sequences=probs)
#            ^^^^ information: return-updates-deprecated
toss = pytensor.function([probs], flips, updates=ups)
print(toss([0.5] * 5), toss([0.5] * 5))
#: pytensor draw before: all noise drawn outside with an explicit rng and its update passed: clean
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=77)
T = pt.iscalar("T")
next_rng, eps = rng.normal(0, 1, size=(T,))

levels, _ = pytensor.scan(
#           ^^^^^^^^^^^^^ information: return-updates-deprecated
    lambda e, prev: 0.5 * prev + e, sequences=[eps], outputs_info=[pt.zeros(())]
)
f = pytensor.function([T], levels, updates={rng: next_rng})
print(f(3), f(3))
#: two streams one kept: two scans with streams, only the first one's updates passed
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

a = RandomStreams(1)
b = RandomStreams(2)
xs, ux = theano.scan(lambda: a.normal(), n_steps=3)
ys, uy = theano.scan(lambda: b.normal(), n_steps=3)
#        ^^^^^^^^^^^ warning: dropped-random-updates
f = theano.function([], [xs, ys], updates=ux)
print(f())
print(f())
#: two streams both: both merged with +
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

a = RandomStreams(1)
b = RandomStreams(2)
xs, ux = theano.scan(lambda: a.normal(), n_steps=3)
ys, uy = theano.scan(lambda: b.normal(), n_steps=3)
f = theano.function([], [xs, ys], updates=ux + uy)
print(f())
#: permutation shuffle: a permutation drawn in a map over epochs; dropped
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(21)
data = T.dvector('data')
epochs, _ = theano.map(lambda e, d: d[srng.permutation(size=(), n=4)],
#           ^^^^^^^^^^ warning: dropped-random-updates
                       sequences=T.arange(3), non_sequences=data)
f = theano.function([data], epochs)
print(f([1., 2., 3., 4.]))
#: noise helper function: the draw is two function calls away from the step
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

SEED = 123

_trng = RandomStreams(SEED)

def gaussian(shape, std):
    return std * _trng.normal(size=shape)

def corrupt(x, std=0.3):
    return x + gaussian((2,), std)

def step(x_t, h_tm1):
    return T.nnet.sigmoid(corrupt(x_t) + h_tm1)

x = T.dmatrix('x')
h, _ = theano.scan(step, sequences=x, outputs_info=T.zeros((2,)))
#      ^^^^^^^^^^^ warning: dropped-random-updates
encode = theano.function([x], h[-1])
print(encode(np.zeros((3, 2))), encode(np.zeros((3, 2))))
