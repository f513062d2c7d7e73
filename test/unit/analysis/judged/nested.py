# Scans in scans. Each program ran under the real library, which decided what is right.
#: inner draw lost: inner scan draws; updates not returned from the outer step. Theano: overlapping windows
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(1)


def outer(i):
    noise, _ = theano.scan(lambda: srng.normal(), n_steps=2)
#              ^^^^^^^^^^^ warning: lost-in-nested-scan
    return noise.sum() + i


x = T.dvector('x')
out, updates = theano.scan(outer, sequences=x)
f = theano.function([x], out, updates=updates)
print(f([0., 0.]), f([0., 0.]))
#: inner draw returned: the inner updates are returned by the outer step: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(1)


def outer(i):
    noise, inner_updates = theano.scan(lambda: srng.normal(), n_steps=2)
    return noise.sum() + i, inner_updates


x = T.dvector('x')
out, updates = theano.scan(outer, sequences=x)
f = theano.function([x], out, updates=updates)
print(f([0., 0.]), f([0., 0.]))
#: inner dict lost: inner counter lost
import pytensor
import pytensor.tensor as pt

ops = pytensor.shared(0, name="ops")
A = pt.dmatrix("A")
B = pt.dmatrix("B")


def row(a, B):
    def cell(b, a):
        return pt.dot(a, b), {ops: ops + 1}

    values, _ = pytensor.scan(cell, sequences=[B.T], non_sequences=[a])
#               ^^^^^^^^^^^^^ warning: lost-in-nested-scan
#               ^^^^^^^^^^^^^ information: return-updates-deprecated
    return values


C, updates = pytensor.scan(row, sequences=[A], non_sequences=[B])
#            ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([A, B], C, updates=updates)
print(f([[1.0, 2.0]], [[1.0], [1.0]]), ops.get_value())
#: inner dict kept: inner counter returned by the outer step
import pytensor
import pytensor.tensor as pt

ops = pytensor.shared(0, name="ops")
A = pt.dmatrix("A")
B = pt.dmatrix("B")


def row(a, B):
    def cell(b, a):
        return pt.dot(a, b), {ops: ops + 1}

    return pytensor.scan(cell, sequences=[B.T], non_sequences=[a])
#          ^^^^^^^^^^^^^ information: return-updates-deprecated


C, updates = pytensor.scan(row, sequences=[A], non_sequences=[B])
#            ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([A, B], C, updates=updates)
print(f([[1.0, 2.0]], [[1.0], [1.0]]), ops.get_value())
#: inner kept outer dropped: the outer step returns the inner updates, but the outer scan's own are dropped
import theano
import theano.tensor as T

ops = theano.shared(0, name='ops')
A = T.dmatrix('A')


def row(a):
    def cell(x):
        return x * x, {ops: ops + 1}

    squares, u = theano.scan(cell, sequences=a)
    return squares.sum(), u


norms2, _ = theano.scan(row, sequences=A)
#           ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([A], norms2)
print(f([[1., 2.], [3., 4.]]), ops.get_value())
#: stateless both: a convolution by nested scans, everything discarded: clean
import numpy as np
import theano
import theano.tensor as T

signal = T.dvector('signal')
kernel = T.dvector('kernel')


def at_position(i, sig, ker):
    terms, _ = theano.scan(lambda j, k, s, i_: k * s[i_ - j],
                           sequences=[T.arange(ker.shape[0]), ker],
                           non_sequences=[sig, i])
    return terms.sum()


conv, _ = theano.scan(at_position, sequences=T.arange(2, signal.shape[0]), non_sequences=[signal, kernel])
f = theano.function([signal, kernel], conv)
print(f(np.arange(5.), np.array([1., 0., -1.])))
#: three levels middle lost: three levels; the middle one forgets to pass on
import aesara
import aesara.tensor as at

leaf_count = aesara.shared(0, name="leaf_count")


def leaf(k):
    return k * 1.0, {leaf_count: leaf_count + 1}


def middle(j):
    out, u = aesara.scan(leaf, sequences=at.arange(3))
#            ^^^^^^^^^^^ warning: lost-in-nested-scan
    return out.sum() + j


def top(i):
    out, u = aesara.scan(middle, sequences=at.arange(2))
    return out.sum() + i, u


res, updates = aesara.scan(top, sequences=at.arange(2))
f = aesara.function([], res, updates=updates)
print(f(), leaf_count.get_value())
#: three levels kept: three levels, all pass on: clean
import aesara
import aesara.tensor as at

leaf_count = aesara.shared(0, name="leaf_count")


def leaf(k):
    return k * 1.0, {leaf_count: leaf_count + 1}


def middle(j):
    out, u = aesara.scan(leaf, sequences=at.arange(3))
    return out.sum() + j, u


def top(i):
    out, u = aesara.scan(middle, sequences=at.arange(2))
    return out.sum() + i, u


res, updates = aesara.scan(top, sequences=at.arange(2))
f = aesara.function([], res, updates=updates)
print(f(), leaf_count.get_value())
#: inner in method: the inner scan is in a method called by the outer step method
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams


class StochasticAttention(object):
    def __init__(self, dim):
        self.rng = MRG_RandomStreams(3)
        self.dim = dim

    def glimpse(self, h):
        def one(h_):
            return h_ + self.rng.normal(size=(self.dim,))
        looks, _ = theano.scan(one, non_sequences=[h], n_steps=4)
#                  ^^^^^^^^^^^ warning: lost-in-nested-scan
        return looks.mean(axis=0)

    def step(self, x_t, h_tm1):
        return T.tanh(x_t + self.glimpse(h_tm1))

    def apply(self, xs):
        return theano.scan(self.step, sequences=xs, outputs_info=T.zeros((self.dim,)))


xs = T.dmatrix('xs')
net = StochasticAttention(2)
hs, updates = net.apply(xs)
f = theano.function([xs], hs[-1], updates=updates)
print(f(np.zeros((3, 2))), f(np.zeros((3, 2))))
#: reduce inside map: theano.map over rows with a theano.reduce inside, stateless: clean
import theano
import theano.tensor as T

m = T.dmatrix('m')
prods, _ = theano.map(lambda row: theano.reduce(lambda e, acc: acc * e, row, T.ones(()))[0], m)
f = theano.function([m], prods)
print(f([[1., 2., 3.], [4., 5., 6.]]))
#: aesara inner stream lost: inner RandomStream; repeats in each outer step
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(seed=4)


def experiment(p):
    flips, _ = aesara.scan(lambda q: srng.bernoulli(q), non_sequences=[p], n_steps=5)
#              ^^^^^^^^^^^ warning: lost-in-nested-scan
    return flips.sum()


ps = at.dvector("ps")
totals, updates = aesara.scan(experiment, sequences=[ps])
f = aesara.function([ps], totals, updates=updates)
print(f([0.5] * 6), f([0.5] * 6))
#: aesara inner stream kept: inner RandomStream, passed on under the outer step's own dict: clean
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(seed=4)
n_exp = aesara.shared(0, name="n_exp")


def experiment(p):
    flips, upd = aesara.scan(lambda q: srng.bernoulli(q), non_sequences=[p], n_steps=5)
    upd[n_exp] = n_exp + 1
    return flips.sum(), upd


ps = at.dvector("ps")
totals, updates = aesara.scan(experiment, sequences=[ps])
f = aesara.function([ps], totals, updates=updates)
print(f([0.5] * 6), f([0.5] * 6), n_exp.get_value())
#: pytensor inner rng carried: inner and outer carry the generator: clean
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=10)


def inner(rng, x):
    rng, e = rng.normal(0, 1)
    return rng, x + e


def outer(rng, level):
    rng_out, xs = pytensor.scan(inner, outputs_info=[rng, level], n_steps=3, return_updates=False)
    return rng_out, xs[-1]


final_rng, levels = pytensor.scan(outer, outputs_info=[rng, pt.zeros(())], n_steps=4, return_updates=False)
f = pytensor.function([], levels, updates={rng: final_rng})
print(f(), f())
#: pytensor inner rng not passed on: the inner final rng is not handed to the outer state: all outer steps use the same draws
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=10)


def inner(rng, x):
    rng, e = rng.normal(0, 1)
    return rng, x + e


def outer(level):
    _, xs = pytensor.scan(inner, outputs_info=[rng, level], n_steps=3, return_updates=False)
#           ^^^^^^^^^^^^^ warning: forgotten-final-rng
    return xs[-1]


levels = pytensor.scan(outer, outputs_info=[pt.zeros(())], n_steps=4, return_updates=False)
f = pytensor.function([], levels)
print(f(), f())
#: literal one inner: the inner scan has n_steps=1 and a draw: its default update is collected by the outer scan: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(2)


def outer(x):
    d, _ = theano.scan(lambda: srng.normal(), n_steps=1)
    return x + d[0]


x = T.dvector('x')
y, updates = theano.scan(outer, sequences=x)
f = theano.function([x], y, updates=updates)
print(f([0., 0.]), f([0., 0.]))
#: inner updates merged with own: outer step merges two inner scans' updates by +: clean
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')


def step(n):
    evens, ua = theano.scan(lambda k: (2 * k, {a: a + 1}), sequences=T.arange(n))
    odds, ub = theano.scan(lambda k: (2 * k + 1, {b: b + k}), sequences=T.arange(n))
    return [evens.sum(), odds.sum()], ua + ub


ns = T.lvector('ns')
(es, os), u = theano.scan(step, sequences=ns)
f = theano.function([ns], [es, os], updates=u)
print(f([1, 2, 3]), a.get_value(), b.get_value())
#: inner updates one of two: of two inner scans only one is passed on
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')


def step(n):
    evens, ua = theano.scan(lambda k: (2 * k, {a: a + 1}), sequences=T.arange(n))
    odds, ub = theano.scan(lambda k: (2 * k + 1, {b: b + k}), sequences=T.arange(n))
#              ^^^^^^^^^^^ warning: lost-in-nested-scan
    return [evens.sum(), odds.sum()], ua


ns = T.lvector('ns')
(es, os), u = theano.scan(step, sequences=ns)
f = theano.function([ns], [es, os], updates=u)
print(f([1, 2, 3]), a.get_value(), b.get_value())
#: pascal triangle: nested map, stateless, return_updates=False outside but default inside: clean
import pytensor
import pytensor.tensor as pt

n = pt.lscalar("n")


def row(i):
    cells, _ = pytensor.map(lambda j, i_: pt.switch(j > i_, 0, i_ - j), sequences=[pt.arange(5)], non_sequences=[i])
#              ^^^^^^^^^^^^ information: return-updates-deprecated
    return cells


tri = pytensor.scan(row, sequences=[pt.arange(n)], return_updates=False)
f = pytensor.function([n], tri)
print(f(3))
