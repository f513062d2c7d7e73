# Updates that take unusual ways, to the function or to nowhere. Each program ran under the real library, which decided what is right.
#: update returns none: updates = updates.update(u) is None, so nothing is passed
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
w = theano.shared(1.0, name='w')
x = T.dvector('x')
updates = {w: w + 1.0}
y, u = theano.scan(lambda e: (e * w, {n: n + 1}), sequences=x)
# today silent: dropped-updates
updates = updates.update(u)
f = theano.function([x], y, updates=updates)
f([1., 2.])
print(n.get_value(), w.get_value())
#: copy then update: the copy that got the updates is thrown away
import aesara
import aesara.tensor as at

n = aesara.shared(0, name="n")
w = aesara.shared(1.0, name="w")
x = at.dvector("x")
params = {w: w + 1.0}
y, u = aesara.scan(lambda e: (e * w, {n: n + 1}), sequences=[x])
# today silent: dropped-updates
params.copy().update(u)
f = aesara.function([x], y, updates=params)
f([1.0, 2.0])
print(n.get_value(), w.get_value())
#: or picks first: u1 or u2 hands over only the first
import pytensor
import pytensor.tensor as pt

a = pytensor.shared(0, name="a")
b = pytensor.shared(0, name="b")
x = pt.dvector("x")
y1, u1 = pytensor.scan(lambda e: (e, {a: a + 1}), sequences=[x])
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
y2, u2 = pytensor.scan(lambda e: (e, {b: b + 1}), sequences=[x])
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
# today silent: dropped-updates
f = pytensor.function([x], [y1, y2], updates=u1 or u2)
f([1.0, 2.0])
print(a.get_value(), b.get_value())
#: extended after function: the list is extended after the function was compiled
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
w = theano.shared(1.0, name='w')
x = T.dvector('x')
y, u = theano.scan(lambda e: (e * w, {n: n + 1}), sequences=x)
# today silent: dropped-updates
updates = [(w, w * 0.5)]
train = theano.function([x], y, updates=updates)
updates.extend(u.items())
train([1., 2.])
print(n.get_value(), w.get_value())
#: extended before function: the same in the right order: clean
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
w = theano.shared(1.0, name='w')
x = T.dvector('x')
y, u = theano.scan(lambda e: (e * w, {n: n + 1}), sequences=x)
updates = [(w, w * 0.5)]
updates.extend(u.items())
train = theano.function([x], y, updates=updates)
train([1., 2.])
print(n.get_value(), w.get_value())
#: filter keeps params only: a comprehension keeps parameters only, the draws' states fall through
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

mrg = MRG_RandomStreams(8)
w = theano.shared(np.ones(2), name='w')
params = [w]
x = T.dmatrix('x')
y, updates = theano.scan(lambda e: (e * w + mrg.normal(size=(2,)), {w: w * 0.9}), sequences=x)
# today silent: dropped-random-updates
updates = dict((k, v) for k, v in updates.items() if k in params)
f = theano.function([x], y, updates=updates)
print(f(np.zeros((2, 2))), f(np.zeros((2, 2))))
#: typo other updates: the other function's updates are passed by a typo
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(4)
x = T.dvector('x')
noisy1, updates1 = theano.scan(lambda e: e + srng.normal(), sequences=x)
noisy2, updates2 = theano.scan(lambda e: e * srng.uniform(), sequences=x)
#                  ^^^^^^^^^^^ warning: dropped-random-updates
f1 = theano.function([x], noisy1, updates=updates1)
f2 = theano.function([x], noisy2, updates=updates1)
print(f1([0., 0.]), f2([1., 1.]), f2([1., 1.]))
#: logged only: the updates are logged and counted, never passed
import logging

import aesara
import aesara.tensor as at

log = logging.getLogger(__name__)
srng = at.random.RandomStream(3)
x = at.dvector("x")
y, updates = aesara.scan(lambda e: e + srng.normal(), sequences=[x])
# today silent: dropped-random-updates
log.info("scan has %d updates: %s", len(updates), list(updates))
assert len(updates) == 1
f = aesara.function([x], y)
print(f([0.0, 0.0]), f([0.0, 0.0]))
#: attribute typo: the layer stores self.updates, the trainer reads layer.param_updates
import numpy as np
import theano
import theano.tensor as T


class Tracker(object):
    def __init__(self):
        self.peak = theano.shared(0.0, name='peak')
        self.param_updates = []
        self.updates = {}

    def _step(self, e):
        return e * 2, {self.peak: T.maximum(self.peak, e)}

    def apply(self, x):
        y, self.updates = theano.scan(self._step, sequences=x)
# today silent: dropped-updates
        return y


def compile_model(model, x):
    return theano.function([x], model.apply(x), updates=model.param_updates)


t = Tracker()
f = compile_model(t, T.dvector('x'))
f([1., 5.])
print(t.peak.get_value())
#: argument order before apply: updates=model.updates is right, and evaluated after apply: clean
import theano
import theano.tensor as T


class Tracker(object):
    def __init__(self):
        self.peak = theano.shared(0.0, name='peak')
        self.updates = {}

    def _step(self, e):
        return e * 2, {self.peak: T.maximum(self.peak, e)}

    def apply(self, x):
        y, self.updates = theano.scan(self._step, sequences=x)
        return y


t = Tracker()
x = T.dvector('x')
f = theano.function([x], t.apply(x), updates=t.updates)
f([1., 5.])
print(t.peak.get_value())
#: evaluated too early: the updates are read before apply() has filled them
import theano
import theano.tensor as T


class Tracker(object):
    def __init__(self):
        self.peak = theano.shared(0.0, name='peak')
        self.updates = {}

    def _step(self, e):
        return e * 2, {self.peak: T.maximum(self.peak, e)}

    def apply(self, x):
        y, self.updates = theano.scan(self._step, sequences=x)
# today silent: dropped-updates
        return y


t = Tracker()
x = T.dvector('x')
updates = t.updates
f = theano.function([x], t.apply(x), updates=updates)
f([1., 5.])
print(t.peak.get_value())
#: constant one by name: K = 1 as a module constant: no scan node, draws keep their default updates: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

K = 1
srng = RandomStreams(4)
v = T.dvector('v')
vs, _ = theano.scan(lambda v: v + srng.normal(size=(2,)), outputs_info=v, n_steps=K)
f = theano.function([v], vs[-1])
print(f([0., 0.]), f([0., 0.]))
#: constant one numpy: n_steps=len(...) which is 1: clean
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(3)
betas = [0.5]
v = at.dscalar("v")
vs, _ = aesara.scan(lambda v: v + srng.normal(), outputs_info=[v], n_steps=len(betas))
f = aesara.function([v], vs[-1])
print(f(0.0), f(0.0))
#: constant one dict dropped: n_steps=1 but dict updates: these must still be passed
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
v = T.dscalar('v')
vs, _ = theano.scan(lambda v: (v + 1, {n: n + 1}), outputs_info=v, n_steps=1)
#       ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([v], vs[-1])
f(0.)
print(n.get_value())
#: helper default one: the helper's k defaults to 1 and is never given: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(4)


def contrast(v, k=1):
    vs, _ = theano.scan(lambda v: v + srng.normal(size=(2,)), outputs_info=v, n_steps=k)
    return vs[-1]


v = T.dvector('v')
f = theano.function([v], contrast(v))
print(f([0., 0.]), f([0., 0.]))
#: outside expression closure: an expression of a draw made outside, captured by the step: fresh per step in Theano
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(4)
x = T.dvector('x')
eps = 0.1 * srng.normal()
y, _ = theano.scan(lambda e: e + eps, sequences=x)
#      ^^^^^^^^^^^ warning: dropped-random-updates
f = theano.function([x], y)
print(f([0., 0., 0.]), f([0., 0., 0.]))
#: outside draw initial state: the draw made outside is the initial state: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(4)
x = T.dmatrix('x')
h0 = srng.normal(size=(2,))
h, _ = theano.scan(lambda e, h: T.tanh(e + h), sequences=x, outputs_info=h0)
f = theano.function([x], h[-1])
print(f([[0., 0.]]), f([[0., 0.]]))
#: outside draw default arg: a draw made outside bound as default argument of the step: as a closure
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(4)
x = T.dvector('x')
noise = srng.normal()


def step(e, n=noise):
    return e + n


y, junk = theano.scan(step, sequences=x)
#         ^^^^^^^^^^^ warning: dropped-random-updates
f = theano.function([x], y)
print(f([0., 0., 0.]), f([0., 0., 0.]))
#: default update attribute: a shared variable with a hand-set default_update, read in the step: part of scan's updates in Theano; dropped
import theano
import theano.tensor as T

tick = theano.shared(0, name='tick')
tick.default_update = tick + 1
x = T.dvector('x')
y, updates = theano.scan(lambda e: e + tick, sequences=x)
#            ^^^^^^^^^^^ warning: dropped-updates
print(len(updates))
f = theano.function([x], y)
print(f([0., 0., 0.]), f([0., 0., 0.]), tick.get_value())
#: default update attribute aesara: the same in Aesara: not applied per step, updates empty: clean
import aesara
import aesara.tensor as at

tick = aesara.shared(0, name="tick")
tick.default_update = tick + 1
x = at.dvector("x")
y, updates = aesara.scan(lambda e: e + tick, sequences=[x])
print(len(updates))
f = aesara.function([x], y)
print(f([0.0, 0.0, 0.0]), f([0.0, 0.0, 0.0]), tick.get_value())
#: rng parameter numpy: the class gets a NumPy RandomState under the name rng: frozen number, no updates: no dropped updates
import numpy as np
import theano
import theano.tensor as T


class NoisyCell(object):
    def __init__(self, rng):
        self.rng = rng

    def step(self, x, h):
        return T.tanh(x + h + self.rng.normal(size=(2,)))

    def run(self, xs):
        hs, _ = theano.scan(self.step, sequences=xs, outputs_info=T.zeros((2,)))
        return hs


xs = T.dmatrix('xs')
f = theano.function([xs], NoisyCell(np.random.RandomState(1)).run(xs))
print(f(np.zeros((2, 2))))
#: rng parameter stream: the same class with a RandomStreams: lost in run()
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class NoisyCell(object):
    def __init__(self, rng):
        self.rng = rng

    def step(self, x, h):
        return T.tanh(x + h + self.rng.normal(size=(2,)))

    def run(self, xs):
        hs, _ = theano.scan(self.step, sequences=xs, outputs_info=T.zeros((2,)))
#               ^^^^^^^^^^^ warning: lost-in-helper
        return hs


xs = T.dmatrix('xs')
f = theano.function([xs], NoisyCell(RandomStreams(1)).run(xs))
print(f(np.zeros((2, 2))))
#: override without updates: the base step has updates, the subclass that is used overrides it without: clean
import theano
import theano.tensor as T


class Counting(object):
    def __init__(self):
        self.n = theano.shared(0, name='n')

    def step(self, x, h):
        return x + h, {self.n: self.n + 1}

    def run(self, xs):
        hs, _ = theano.scan(self.step, sequences=xs, outputs_info=T.zeros(()))
        return hs


class Plain(Counting):
    def step(self, x, h):
        return x + h


xs = T.dvector('xs')
f = theano.function([xs], Plain().run(xs))
print(f([1., 2.]))
#: override with updates: the base step is plain, the subclass that is used counts: lost in the base's run()
import theano
import theano.tensor as T


class Plain(object):
    def step(self, x, h):
        return x + h

    def run(self, xs):
        hs, _ = theano.scan(self.step, sequences=xs, outputs_info=T.zeros(()))
#               ^^^^^^^^^^^ warning: lost-in-helper
        return hs


class Counting(Plain):
    def __init__(self):
        self.n = theano.shared(0, name='n')

    def step(self, x, h):
        return super(Counting, self).step(x, h), {self.n: self.n + 1}


xs = T.dvector('xs')
c = Counting()
f = theano.function([xs], c.run(xs))
f([1., 2.])
print(c.n.get_value())
#: redefined step: step is defined twice; the scan between uses the first one (counting), the later one is plain
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')


def step(e):
    return e * 2, {n: n + 1}


a, u = theano.scan(step, sequences=x)


def step(e):
    return e * 3


b, _ = theano.scan(step, sequences=x)
f = theano.function([x], [a, b], updates=u)
f([1., 2.])
print(n.get_value())
#: redefined step dropped: step is defined twice; the counting one comes second and its scan drops
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')


def step(e):
    return e * 3


a, _ = theano.scan(step, sequences=x)


def step(e):
    return e * 2, {n: n + 1}


b, _ = theano.scan(step, sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], [a, b])
f([1., 2.])
print(n.get_value())
#: step in branches: the step is chosen by an if; the counting branch is taken
import aesara
import aesara.tensor as at

PROFILE = True
n = aesara.shared(0, name="n")
x = at.dvector("x")

if PROFILE:

    def step(e):
        return e**2, {n: n + 1}

else:

    def step(e):
        return e**2


y, _ = aesara.scan(step, sequences=[x])
#      ^^^^^^^^^^^ warning: dropped-updates
f = aesara.function([x], y)
f([1.0, 2.0])
print(n.get_value())
#: aliases: loop = theano.scan, compile_ = theano.function; dropped
import theano
import theano.tensor as T

loop = theano.scan
compile_ = theano.function
var = theano.shared
n = var(0, name='n')
x = T.dvector('x')
y, _ = loop(lambda e: (e, {n: n + 1}), sequences=x)
#      ^^^^ warning: dropped-updates
f = compile_([x], y)
f([1., 2.])
print(n.get_value())
#: aliases ok: import aliases, passed: clean
from pytensor import function as F, scan as loop, shared as S
import pytensor.tensor as tt

n = S(0, name="n")
x = tt.dvector("x")
y, change = loop(lambda e: (e, {n: n + 1}), sequences=[x])
#           ^^^^ information: return-updates-deprecated
f = F([x], y, updates=change)
f([1.0, 2.0])
print(n.get_value())
#: underscore used: _ is passed as updates: clean
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
y, _ = theano.scan(lambda e: (e, {n: n + 1}), sequences=x)
f = theano.function([x], y, updates=_)
f([1., 2.])
print(n.get_value())
#: locals return: the helper returns locals(), the caller picks ['updates']: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(1)


def build(x):
    y, updates = theano.scan(lambda e: e + srng.normal(), sequences=x)
    cost = y.sum()
    return locals()


x = T.dvector('x')
g = build(x)
f = theano.function([x], g['cost'], updates=g['updates'])
print(f([0.]), f([0.]))
#: dataclass field: a dataclass result with updates field, used with dataclasses.astuple-free access: clean
from dataclasses import dataclass, field

import pytensor
import pytensor.tensor as pt


@dataclass
class Graph:
    inputs: list
    outputs: list
    updates: dict = field(default_factory=dict)

    def compile(self):
        return pytensor.function(self.inputs, self.outputs, updates=self.updates)


n = pytensor.shared(0, name="n")
x = pt.dvector("x")
y, u = pytensor.scan(lambda e: (e, {n: n + 1}), sequences=[x])
#      ^^^^^^^^^^^^^ information: return-updates-deprecated
f = Graph([x], [y], u).compile()
f([1.0, 2.0])
print(n.get_value())
#: dataclass default: the dataclass is filled without the updates, the default is an empty dict
from dataclasses import dataclass, field

import pytensor
import pytensor.tensor as pt


@dataclass
class Graph:
    inputs: list
    outputs: list
    updates: dict = field(default_factory=dict)

    def compile(self):
        return pytensor.function(self.inputs, self.outputs, updates=self.updates)


n = pytensor.shared(0, name="n")
x = pt.dvector("x")
y, u = pytensor.scan(lambda e: (e, {n: n + 1}), sequences=[x])
#      ^^^^^^^^^^^^^ information: return-updates-deprecated
# today silent: dropped-updates
f = Graph([x], [y]).compile()
f([1.0, 2.0])
print(n.get_value())
#: chain in loop accumulates: h through several scans with updates = updates + u: clean
import theano
import theano.tensor as T
from theano.updates import OrderedUpdates
from theano.sandbox.rng_mrg import MRG_RandomStreams

mrg = MRG_RandomStreams(4)
h = x = T.dmatrix('x')
updates = OrderedUpdates()
for depth in range(3):
    h, u = theano.scan(lambda e: T.tanh(e) + mrg.normal(size=(2,)), sequences=h)
    updates = updates + u
f = theano.function([x], h, updates=updates)
print(f([[0., 0.]]), f([[0., 0.]]))
#: chain in loop discards sum: updates + u is computed but not assigned
import theano
import theano.tensor as T
from theano.updates import OrderedUpdates
from theano.sandbox.rng_mrg import MRG_RandomStreams

mrg = MRG_RandomStreams(4)
h = x = T.dmatrix('x')
updates = OrderedUpdates()
for depth in range(3):
    h, u = theano.scan(lambda e: T.tanh(e) + mrg.normal(size=(2,)), sequences=h)
# today silent: dropped-random-updates
    updates + u
f = theano.function([x], h, updates=updates)
print(f([[0., 0.]]), f([[0., 0.]]))
#: conditional dict false: the step returns its dict only in training; built for test: clean
import theano
import theano.tensor as T

avg = theano.shared(0.0, name='avg')


def make_step(train):
    def step(e):
        ups = {}
        if train:
            ups[avg] = 0.9 * avg + 0.1 * e
        return e - avg, ups
    return step


x = T.dvector('x')
test_out, _ = theano.scan(make_step(False), sequences=x)
train_out, train_updates = theano.scan(make_step(True), sequences=x)
test = theano.function([x], test_out)
train = theano.function([x], train_out, updates=train_updates)
train([1., 1.]), test([1.])
print(avg.get_value())
#: conditional dict true dropped: the same factory; the training graph's updates are forgotten
import theano
import theano.tensor as T

avg = theano.shared(0.0, name='avg')


def make_step(train):
    def step(e):
        ups = {}
        if train:
            ups[avg] = 0.9 * avg + 0.1 * e
        return e - avg, ups
    return step


x = T.dvector('x')
test_out, _ = theano.scan(make_step(False), sequences=x)
train_out, train_updates = theano.scan(make_step(True), sequences=x)
#                          ^^^^^^^^^^^ warning: dropped-updates
test = theano.function([x], test_out)
train = theano.function([x], train_out)
train([1., 1.]), test([1.])
print(avg.get_value())
#: updates param shadowed: a parameter named updates hides the scan's in an inner function
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
y, updates = theano.scan(lambda e: (e, {n: n + 1}), sequences=x)
#            ^^^^^^^^^^^ warning: dropped-updates


def compile_graph(outputs, updates=()):
    return theano.function([x], outputs, updates=updates)


f = compile_graph(y)
f([1., 2.])
print(n.get_value())
#: updates param given: the same helper, given by keyword: clean
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
y, updates = theano.scan(lambda e: (e, {n: n + 1}), sequences=x)


def compile_graph(outputs, updates=()):
    return theano.function([x], outputs, updates=updates)


f = compile_graph(y, updates=updates)
f([1., 2.])
print(n.get_value())
#: generator zip first only: zip(*runs) and only the outputs kept
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(8)
x = at.dvector("x")
kernels = [lambda e: e + srng.normal(), lambda e: e * srng.uniform()]
outputs, _ = zip(*[aesara.scan(k, sequences=[x]) for k in kernels])
# today silent: dropped-random-updates
f = aesara.function([x], list(outputs))
print(f([0.0, 1.0]), f([0.0, 1.0]))
#: last value update same rng: explicit update of the generator from a draw outside while the scan carries it too; consistent: clean
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=3)
rng1, start = rng.normal(0, 10)


def step(g, x):
    g, e = g.normal()
    return g, x + e


rng2, xs = pytensor.scan(step, outputs_info=[rng1, start], n_steps=3, return_updates=False)
f = pytensor.function([], [start, xs], updates={rng: rng2})
print(f(), f())
#: first generator stored: the generator after the first draw is stored, not the one after the scan: part of the draws is used again by the next call
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=3)
rng1, start = rng.normal(0, 10)


def step(g, x):
    g, e = g.normal()
    return g, x + e


_, xs = pytensor.scan(step, outputs_info=[rng1, start], n_steps=3, return_updates=False)
# today silent: forgotten-final-rng
f = pytensor.function([], [start, xs], updates={rng: rng1})
print(f(), f())
#: unused scan result: the scan's outputs reach no function (dead code): nothing is lost: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(4)
x = T.dvector('x')
noisy, _ = theano.scan(lambda e: e + srng.normal(), sequences=x)
y = x * 2
f = theano.function([x], y)
print(f([1.]))
#: replaced output: the stochastic graph is built and then replaced by a deterministic one before compiling: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(4)
x = T.dvector('x')
out, ups = theano.scan(lambda e: e + srng.normal(), sequences=x)
out, ups = theano.scan(lambda e: e + 0.5, sequences=x)
f = theano.function([x], out, updates=ups)
print(f([1.]))
#: stream in grad only: costs' gradient graph contains the scan; the train function returns nothing and updates only w, draws dropped
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams

mrg = MRG_RandomStreams(5)
w = theano.shared(np.ones(2), name='w')
x = T.dmatrix('x')
h, _ = theano.scan(lambda e, h: T.tanh(e * w + h + mrg.normal(size=(2,))), sequences=x, outputs_info=T.zeros((2,)))
#      ^^^^^^^^^^^ warning: dropped-random-updates
train = theano.function([x], [], updates=[(w, w - 0.1 * T.grad(h[-1].sum(), w))])
train(np.ones((3, 2)))
print(w.get_value())
#: dict values of outputs: function with dict outputs and scan updates (Theano 1.0 form): clean
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
(a, b), u = theano.scan(lambda e: ([e, e * 2], {n: n + 1}), sequences=x)
f = theano.function([x], {'a': a, 'b': b}, updates=u)
print(sorted(f([1., 2.])), n.get_value())
#: context manager collects: a context manager collects the updates of a scan wrapper: clean
from contextlib import contextmanager

import aesara
import aesara.tensor as at

_stack = []


@contextmanager
def collect_updates():
    store = {}
    _stack.append(store)
    try:
        yield store
    finally:
        _stack.pop()


def scan(fn, **kw):
    outs, ups = aesara.scan(fn, **kw)
    _stack[-1].update(ups)
    return outs


n = aesara.shared(0, name="n")
x = at.dvector("x")
with collect_updates() as updates:
    y = scan(lambda e: (e, {n: n + 1}), sequences=[x])
f = aesara.function([x], y, updates=updates)
f([1.0, 2.0])
print(n.get_value())
#: cached property graph: a lazily built graph: (outputs, updates) tuple in a cached_property; sample() uses both: clean
from functools import cached_property

import pytensor
import pytensor.tensor as pt


class Simulator:
    def __init__(self, seed=0):
        self.srng = pt.random.RandomStream(seed)
        self.x0 = pt.dscalar("x0")

    @cached_property
    def graph(self):
        return pytensor.scan(lambda x: 0.5 * x + self.srng.normal(), outputs_info=[self.x0], n_steps=4)
#              ^^^^^^^^^^^^^ information: return-updates-deprecated

    @cached_property
    def fn(self):
        outputs, updates = self.graph
        return pytensor.function([self.x0], outputs, updates=updates)

    def sample(self, x0):
        return self.fn(x0)


s = Simulator()
print(s.sample(0.0), s.sample(0.0))
#: cached property graph lost: the same with self.graph[0]
from functools import cached_property

import pytensor
import pytensor.tensor as pt


class Simulator:
    def __init__(self, seed=0):
        self.srng = pt.random.RandomStream(seed)
        self.x0 = pt.dscalar("x0")

    @cached_property
    def graph(self):
        return pytensor.scan(lambda x: 0.5 * x + self.srng.normal(), outputs_info=[self.x0], n_steps=4)
#              ^^^^^^^^^^^^^ information: return-updates-deprecated
# today silent: dropped-random-updates

    @cached_property
    def fn(self):
        return pytensor.function([self.x0], self.graph[0])

    def sample(self, x0):
        return self.fn(x0)


s = Simulator()
print(s.sample(0.0), s.sample(0.0))
#: walrus pt: an assignment expression binds the result; the updates are taken from it: clean
import pytensor
import pytensor.tensor as pt

n = pytensor.shared(0, name="n")
x = pt.dvector("x")
f = pytensor.function([x], (res := pytensor.scan(lambda e: (e, {n: n + 1}), sequences=[x]))[0], updates=res[1])
#                                  ^^^^^^^^^^^^^ information: return-updates-deprecated
f([1.0, 2.0])
print(n.get_value())
#: match statement pt: match on the result; the case for updates drops them
import pytensor
import pytensor.tensor as pt

n = pytensor.shared(0, name="n")
x = pt.dvector("x")
match pytensor.scan(lambda e: (e, {n: n + 1}), sequences=[x]):
#     ^^^^^^^^^^^^^ information: return-updates-deprecated
# today silent: dropped-updates
    case (outputs, {}):
        f = pytensor.function([x], outputs)
f([1.0, 2.0])
print(n.get_value())
#: recursion builds layers: a recursive builder returns (out, updates) and adds its own: clean
import theano
import theano.tensor as T

counters = [theano.shared(0, name='c%d' % i) for i in range(3)]


def stack(x, depth):
    if depth == 0:
        return x, []
    below, updates = stack(x, depth - 1)
    c = counters[depth - 1]
    out, u = theano.scan(lambda e: (e + 1, {c: c + 1}), sequences=below)
    return out, updates + list(u.items())


x = T.dvector('x')
y, ups = stack(x, 3)
f = theano.function([x], y, updates=ups)
f([1., 2.])
print([c.get_value() for c in counters])
#: recursion loses inner: the recursive builder returns only the top layer's updates
import theano
import theano.tensor as T

counters = [theano.shared(0, name='c%d' % i) for i in range(3)]


def stack(x, depth):
    if depth == 0:
        return x, {}
    below, _ = stack(x, depth - 1)
    c = counters[depth - 1]
    out, u = theano.scan(lambda e: (e + 1, {c: c + 1}), sequences=below)
# today silent: dropped-updates
    return out, u


x = T.dvector('x')
y, ups = stack(x, 3)
f = theano.function([x], y, updates=ups)
f([1., 2.])
print([c.get_value() for c in counters])
#: map builtin over scans: Python's own map() is used next to theano.map: the built-in is no scan: clean
import theano
import theano.tensor as T

xs = T.dvectors('a', 'b')
outs = list(map(lambda v: theano.map(lambda e: e + 1, v)[0], xs))
f = theano.function(list(xs), outs)
print(f([1.], [2.]))
#: other scan function: a function named scan of the program's own, without theano.scan and returning a pair: clean
import theano
import theano.tensor as T


def scan(fn, sequences):
    """A python-level scan over a list of symbolic scalars."""
    outs = [fn(s) for s in sequences]
    return T.stack([o for o, _ in outs]), outs[-1][1]


n = theano.shared(0, name='n')
a, b = T.dscalars('a', 'b')
y, _ = scan(lambda e: (e * 2, {n: n + 1}), [a, b])
f = theano.function([a, b], y)
print(f(1., 2.))
#: sklearn like fit predict: an estimator: fit() compiles with updates, transform() compiles without; both from one scan. At most info
import numpy as np
import theano
import theano.tensor as T


class OnlineScaler(object):
    def __init__(self, dim):
        self.mean = theano.shared(np.zeros(dim), name='mean')
        self.x = T.dmatrix('x')
        self.z, self.updates = theano.scan(self._step, sequences=self.x)

    def _step(self, row):
        return row - self.mean, {self.mean: 0.9 * self.mean + 0.1 * row}

    def fit_transform(self, X):
        return theano.function([self.x], self.z, updates=self.updates)(X)

    def transform(self, X):
        return theano.function([self.x], self.z)(X)
#              ^^^^^^^^^^^^^^^ information: updates-not-in-this-function


s = OnlineScaler(2)
s.fit_transform(np.ones((5, 2)))
before = s.mean.get_value()
s.transform(np.ones((5, 2)))
print((before == s.mean.get_value()).all())
