# Helpers that return outputs, updates or both. Each program ran under the real library, which decided what is right.
#: returns last: the helper returns only out[-1]
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(1)


def run_chain(x0, steps):
    out, updates = theano.scan(lambda x: x + srng.normal(), outputs_info=x0, n_steps=steps)
#                  ^^^^^^^^^^^ warning: lost-in-helper
    return out[-1]


x0 = T.dscalar('x0')
f = theano.function([x0], run_chain(x0, 4))
print(f(0.), f(0.))
#: returns pair: the helper returns both, the caller passes both: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(1)


def run_chain(x0, steps):
    out, updates = theano.scan(lambda x: x + srng.normal(), outputs_info=x0, n_steps=steps)
    return out[-1], updates


x0 = T.dscalar('x0')
last, ups = run_chain(x0, 4)
f = theano.function([x0], last, updates=ups)
print(f(0.), f(0.))
#: returns dict entry: the helper returns a dict with the updates under a key: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(1)


def run_chain(x0, steps):
    out, updates = theano.scan(lambda x: x + srng.normal(), outputs_info=x0, n_steps=steps)
    return {'last': out[-1], 'all': out, 'updates': updates}


x0 = T.dscalar('x0')
chain = run_chain(x0, 4)
f = theano.function([x0], chain['last'], updates=chain['updates'])
print(f(0.), f(0.))
#: out parameter: the helper fills a list given by the caller: clean
import theano
import theano.tensor as T

hits = theano.shared(0, name='hits')


def layer(x, updates):
    out, u = theano.scan(lambda e: (T.tanh(e), {hits: hits + 1}), sequences=x)
    updates += list(u.items())
    return out


x = T.dvector('x')
updates = []
y = layer(x, updates)
f = theano.function([x], y, updates=updates)
f([1., 2.])
print(hits.get_value())
#: global registry: a module-level dict collects all updates: clean
import theano
import theano.tensor as T
from collections import OrderedDict

UPDATES = OrderedDict()
hits = theano.shared(0, name='hits')


def layer(x):
    out, u = theano.scan(lambda e: (T.tanh(e), {hits: hits + 1}), sequences=x)
    UPDATES.update(u)
    return out


x = T.dvector('x')
f = theano.function([x], layer(x), updates=UPDATES)
f([1., 2.])
print(hits.get_value())
#: step parameter unknown: the helper gets the step as a parameter and drops updates; one caller passes a counting step
import theano
import theano.tensor as T

n = theano.shared(0, name='n')


def scan_over(fn, seq):
    outs, _ = theano.scan(fn, sequences=[seq])
#             ^^^^^^^^^^^ warning: lost-in-helper
    return outs


x = T.dvector('x')
plain = scan_over(lambda e: e + 1, x)
counted = scan_over(lambda e: (e + 1, {n: n + 1}), x)
f = theano.function([x], [plain, counted])
f([1., 2.])
print(n.get_value())
#: step parameter clean: the same helper used with stateless steps only: clean
import theano
import theano.tensor as T


def scan_over(fn, seq):
    outs, _ = theano.scan(fn, sequences=[seq])
    return outs


x = T.dvector('x')
f = theano.function([x], [scan_over(lambda e: e + 1, x), scan_over(T.exp, x)])
f([1., 2.])
#: decorator step: a decorated step with a counter; dropped
import functools

import aesara
import aesara.tensor as at

n_evals = aesara.shared(0, name="n_evals")


def counted(fn):
    @functools.wraps(fn)
    def wrapper(*args):
        return fn(*args), {n_evals: n_evals + 1}

    return wrapper


@counted
def f(x_tm1):
    return at.cos(x_tm1)


xs, _ = aesara.scan(f, outputs_info=[at.ones(())], n_steps=10)
#       ^^^^^^^^^^^ warning: dropped-updates
fixed_point = aesara.function([], xs[-1])
print(fixed_point(), n_evals.get_value())
#: partial step: functools.partial over a step with a dict; dropped
from functools import partial

import aesara
import aesara.tensor as at

n_evals = aesara.shared(0, name="n_evals")


def newton(f, df, x):
    return x - f(x) / df(x), {n_evals: n_evals + 1}


xs, _ = aesara.scan(
#       ^^^^^^^^^^^ warning: dropped-updates
    partial(newton, lambda x: x**2 - 2, lambda x: 2 * x),
    outputs_info=[at.ones(())],
    n_steps=6,
)
root = aesara.function([], xs[-1])
print(root(), n_evals.get_value())
#: factory step: a step made by a factory, its updates name a shared variable made inside; passed via the factory's object: clean
import numpy as np
import theano
import theano.tensor as T


def make_filter(alpha):
    memory = theano.shared(np.float64(0), name='memory')

    def smooth(x):
        new = alpha * x + (1 - alpha) * memory
        return new, {memory: new}

    smooth.memory = memory
    return smooth


smooth = make_filter(0.5)
x = T.dvector('x')
y, upd = theano.scan(smooth, x)
f = theano.function([x], y, updates=upd)
print(f([1., 1., 1.]), f([1., 1., 1.]), smooth.memory.get_value())
#: factory step dropped: the factory's step, dropped
import numpy as np
import theano
import theano.tensor as T


def make_filter(alpha):
    memory = theano.shared(np.float64(0), name='memory')

    def smooth(x):
        new = alpha * x + (1 - alpha) * memory
        return new, {memory: new}

    return smooth


x = T.dvector('x')
y = theano.scan(make_filter(0.5), x)[0]
#   ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], y)
print(f([1., 1., 1.]), f([1., 1., 1.]))
#: method returns output only: Model.output() loses them in a method
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams


class Model(object):
    rng = MRG_RandomStreams(10)

    def step(self, x_t):
        return x_t + self.rng.normal(size=(2,))

    def output(self, X):
        out, _updates = theano.scan(self.step, sequences=X)
#                       ^^^^^^^^^^^ warning: lost-in-helper
        return out


X = T.dmatrix('X')
m = Model()
predict = theano.function([X], m.output(X))
print(predict([[0., 0.]]), predict([[0., 0.]]))
#: wrapper scan function: an own scan wrapper that normalises outputs and returns updates; caller passes them: clean
import theano
import theano.tensor as T


def scan(fn, **kw):
    """Always returns a list of outputs."""
    outputs, updates = theano.scan(fn, **kw)
    if not isinstance(outputs, (list, tuple)):
        outputs = [outputs]
    return outputs, updates


n = theano.shared(0, name='n')
x = T.dvector('x')
(y,), u = scan(lambda e: (e * 2, {n: n + 1}), sequences=x)
f = theano.function([x], y, updates=u)
f([1., 2.])
print(n.get_value())
#: wrapper scan caller drops: the same wrapper; the caller drops
import theano
import theano.tensor as T


def scan(fn, **kw):
    """Always returns a list of outputs."""
    outputs, updates = theano.scan(fn, **kw)
#                      ^^^^^^^^^^^ warning: dropped-updates
    if not isinstance(outputs, (list, tuple)):
        outputs = [outputs]
    return outputs, updates


n = theano.shared(0, name='n')
x = T.dvector('x')
(y,), u = scan(lambda e: (e * 2, {n: n + 1}), sequences=x)
f = theano.function([x], y)
f([1., 2.])
print(n.get_value())
#: generator helper: a generator yields outputs and updates; collected by the caller: clean
import theano
import theano.tensor as T

counters = [theano.shared(0, name='c%d' % i) for i in range(2)]


def layers(x):
    for c in counters:
        x, u = theano.scan(lambda e, c=c: (e * 2, {c: c + 1}), sequences=x)
        yield x, u


x = T.dvector('x')
outs, ups = zip(*layers(x))
total = sum(ups[1:], ups[0])
f = theano.function([x], outs[-1], updates=total)
f([1., 2.])
print([c.get_value() for c in counters])
#: build function inside: a helper that builds the function with updates itself: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


def sampler(step, n):
    samples, updates = theano.scan(step, n_steps=n)
    return theano.function([], samples, updates=updates)


rng = RandomStreams(0)
normal = sampler(lambda: rng.normal(), 3)
uniform = sampler(lambda: rng.uniform(), 2)
print(normal(), normal(), uniform())
#: build function inside lost: a helper that builds the function without them
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


def sampler(step, n):
    samples, updates = theano.scan(step, n_steps=n)
#                      ^^^^^^^^^^^ warning: dropped-random-updates
    return theano.function([], samples)


rng = RandomStreams(0)
normal = sampler(lambda: rng.normal(), 3)
print(normal(), normal())
#: unused helper: a helper that would lose updates, only its outputs' shapes are used by nobody: no function is compiled: not required
import theano
import theano.tensor as T

n = theano.shared(0, name='n')


def count(x):
    out, _ = theano.scan(lambda e: (e, {n: n + 1}), sequences=x)
    return out


x = T.dvector('x')
y = count(x)
print(y.ndim)
#: log density tests: aeppl style: graph built and never compiled with draws: only logprob of given values: clean
import aesara
import aesara.tensor as at


def normal_logprob(v, mu):
    return -0.5 * (v - mu) ** 2


def test_scan_logprob():
    ys = at.dvector("ys")
    rho = at.dscalar("rho")

    def step(y_t, y_tm1, rho):
        return normal_logprob(y_t, rho * y_tm1)

    lp, _ = aesara.scan(step, sequences=[dict(input=ys, taps=[0, -1])], non_sequences=[rho])
    f = aesara.function([ys, rho], lp.sum())
    assert f([1.0, 2.0, 3.0], 0.5) < 0


test_scan_logprob()
#: lambda wraps scan: a lambda hides the scan call and takes [0]
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
apply_all = lambda fn, xs: theano.scan(fn, sequences=xs)[0]
#                          ^^^^^^^^^^^ warning: dropped-updates
x = T.dvector('x')
f = theano.function([x], apply_all(lambda e: (e + 1, {n: n + 1}), x))
f([1.])
print(n.get_value())
#: static and class methods: scan in a classmethod, step a staticmethod with a class-level shared variable, updates lost
import pytensor
import pytensor.tensor as pt


class Meter:
    total = pytensor.shared(0.0, name="total")

    @staticmethod
    def step(x):
        return x * 2, {Meter.total: Meter.total + x}

    @classmethod
    def run(cls, xs):
        doubled, _ = pytensor.scan(cls.step, sequences=[xs])
#                    ^^^^^^^^^^^^^ warning: lost-in-helper
#                    ^^^^^^^^^^^^^ information: return-updates-deprecated
        return doubled


xs = pt.dvector("xs")
f = pytensor.function([xs], Meter.run(xs))
f([1.0, 2.0])
print(Meter.total.get_value())
#: callable object step: the step is an object with __call__ that records its update; dropped
import pytensor
import pytensor.tensor as pt


class Integrator:
    def __init__(self):
        self.acc = pytensor.shared(0.0, name="acc")

    def __call__(self, x):
        new = self.acc + x
        return new, {self.acc: new}


integ = Integrator()
xs = pt.dvector("xs")
ys, upd = pytensor.scan(integ, sequences=[xs])
#         ^^^^^^^^^^^^^ warning: dropped-updates
#         ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([xs], ys)
print(f([1.0, 2.0]), f([1.0, 2.0]), integ.acc.get_value())
#: callable object step ok: the same, passed
import pytensor
import pytensor.tensor as pt


class Integrator:
    def __init__(self):
        self.acc = pytensor.shared(0.0, name="acc")

    def __call__(self, x):
        new = self.acc + x
        return new, {self.acc: new}


integ = Integrator()
xs = pt.dvector("xs")
ys, upd = pytensor.scan(integ, sequences=[xs])
#         ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([xs], ys, updates=upd)
print(f([1.0, 2.0]), f([1.0, 2.0]), integ.acc.get_value())
#: assert empty helper: the helper asserts that there are no updates: clean
import aesara
import aesara.tensor as at


def scan_no_state(fn, *args, **kwargs):
    outs, updates = aesara.scan(fn, *args, **kwargs)
    assert not updates, "use aesara.scan directly for stateful steps"
    return outs


x = at.dvector("x")
f = aesara.function([x], scan_no_state(lambda e: e**2, sequences=x))
print(f([1.0, 2.0]))
#: raise if updates: if updates: raise. clean
import pytensor
import pytensor.tensor as pt


def pure_scan(fn, sequences, outputs_info):
    outs, updates = pytensor.scan(fn, sequences=sequences, outputs_info=outputs_info)
#                   ^^^^^^^^^^^^^ information: return-updates-deprecated
    if updates:
        raise NotImplementedError("stateful step functions are not supported")
    return outs


x = pt.dvector("x")
f = pytensor.function([x], pure_scan(lambda e, a: a + e, [x], [pt.zeros(())]))
print(f([1.0, 2.0]))
