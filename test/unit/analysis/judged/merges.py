# Ways to join the updates of several scans and of a trainer. Each program ran under the real library, which decided what is right.
#: plus operator: u1 + u2 + pairs
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
c = theano.shared(0, name='c')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {a: a + e}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {b: b + e}), v)
f = theano.function([v], [o1, o2], updates=u1 + u2 + [(c, c + 1)])
f([1, 2, 3])
print(a.get_value(), b.get_value(), c.get_value())
#: double star: {**u1, **u2}
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {a: a + e}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {b: b + e}), v)
f = theano.function([v], [o1, o2], updates={**u1, **u2})
f([1, 2, 3])
print(a.get_value(), b.get_value())
#: double star one missing: {**u1, b: ...} takes only the first scan
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
c = theano.shared(0, name='c')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {a: a + e}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {b: b + e}), v)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([v], [o1, o2], updates={**u1, c: c + 1})
f([1, 2, 3])
print(a.get_value(), b.get_value(), c.get_value())
#: ordered updates init: OrderedUpdates(u1); .update(u2)
import theano
import theano.tensor as T
from theano.updates import OrderedUpdates

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {a: a + e}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {b: b + e}), v)
merged = OrderedUpdates(u1)
merged.update(u2)
f = theano.function([v], [o1, o2], updates=merged)
f([1, 2])
print(a.get_value(), b.get_value())
#: update wrong way: o's updates merged into a dict which is not the one passed
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {a: a + e}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {b: b + e}), v)
#        ^^^^^^^^^^^ warning: dropped-updates
u2.update(u1)
f = theano.function([v], [o1, o2], updates=u1)
f([1, 2])
print(a.get_value(), b.get_value())
#: loop collect: loop over scans with an accumulated OrderedDict: clean
from collections import OrderedDict
import theano
import theano.tensor as T

states = [theano.shared(0, name='s%d' % i) for i in range(3)]
v = T.lvector('v')
updates = OrderedDict()
outs = []
for s in states:
    o, u = theano.scan(lambda e, s=s: (e * s, {s: s + e}), sequences=v)
    outs.append(o)
    for key, expr in u.items():
        updates[key] = expr
f = theano.function([v], outs, updates=updates)
f([1, 2, 3])
print([s.get_value() for s in states])
#: loop overwritten: loop over scans that rebinds updates; only the last survives
import theano
import theano.tensor as T

states = [theano.shared(0, name='s%d' % i) for i in range(3)]
v = T.lvector('v')
outs = []
for s in states:
    o, updates = theano.scan(lambda e, s=s: (e * s, {s: s + e}), sequences=v)
#                ^^^^^^^^^^^ warning: overwritten-updates
    outs.append(o)
f = theano.function([v], outs, updates=updates)
f([1, 2, 3])
print([s.get_value() for s in states])
#: loop overwritten functions: the same loop, but each round compiles its own function: clean
import theano
import theano.tensor as T

states = [theano.shared(0, name='s%d' % i) for i in range(3)]
v = T.lvector('v')
fs = []
for s in states:
    o, updates = theano.scan(lambda e, s=s: (e * s, {s: s + e}), sequences=v)
    fs.append(theano.function([v], o, updates=updates))
for f in fs:
    f([1, 2, 3])
print([s.get_value() for s in states])
#: colliding plus: both scans update the same counter: KeyError Collision at +
import theano
import theano.tensor as T

calls = theano.shared(0, name='calls')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {calls: calls + 1}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {calls: calls + 1}), v)
updates = u1 + u2
#         ^^^^^^^ error: colliding-updates
f = theano.function([v], [o1, o2], updates=updates)
#: colliding update pt: plain dicts: the first scan's update is silently lost
import pytensor
import pytensor.tensor as pt

calls = pytensor.shared(0, name="calls")
v = pt.lvector("v")
o1, u1 = pytensor.scan(lambda e: (e + 1, {calls: calls + 1}), v)
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
o2, u2 = pytensor.scan(lambda e: (e * 2, {calls: calls + 10}), v)
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
u1.update(u2)
#^^^^^^^^^^^^ warning: colliding-updates
f = pytensor.function([v], [o1, o2], updates=u1)
f([1, 2, 3])
print(calls.get_value())
#: colliding items lists: two lists of pairs with one key: ValueError
import aesara
import aesara.tensor as at

calls = aesara.shared(0, name="calls")
v = at.lvector("v")
o1, u1 = aesara.scan(lambda e: (e + 1, {calls: calls + 1}), v)
o2, u2 = aesara.scan(lambda e: (e * 2, {calls: calls + 1}), v)
f = aesara.function([v], [o1, o2], updates=list(u1.items()) + list(u2.items()))
#                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: colliding-updates
#: chained same key ok: the same shared variable updated by one scan over both sequences: clean
import theano
import theano.tensor as T

calls = theano.shared(0, name='calls')
v = T.lvector('v')

def both(e):
    return [e + 1, e * 2], {calls: calls + 2}

(o1, o2), u = theano.scan(both, v)
f = theano.function([v], [o1, o2], updates=u)
f([1, 2, 3])
print(calls.get_value())
#: plus in pytensor: u1 + u2 is a TypeError in pytensor 3
import pytensor
import pytensor.tensor as pt

a = pytensor.shared(0, name="a")
b = pytensor.shared(0, name="b")
v = pt.lvector("v")
o1, u1 = pytensor.scan(lambda e: (e + 1, {a: a + e}), v)
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
o2, u2 = pytensor.scan(lambda e: (e * 2, {b: b + e}), v)
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([v], [o1, o2], updates=u1 + u2)
#                                            ^^^^^^^ error: merge-not-supported-by-version
#: union operator pt: u1
import pytensor
import pytensor.tensor as pt

a = pytensor.shared(0, name="a")
b = pytensor.shared(0, name="b")
v = pt.lvector("v")
o1, u1 = pytensor.scan(lambda e: (e + 1, {a: a + e}), v)
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
o2, u2 = pytensor.scan(lambda e: (e * 2, {b: b + e}), v)
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([v], [o1, o2], updates=u1 | u2)
f([1, 2])
print(a.get_value(), b.get_value())
#: extend keys only: updates.extend(u) appends only the keys
import theano
import theano.tensor as T

w = theano.shared(1.0, name='w')
n = theano.shared(0, name='n')
x = T.dvector('x')
h, scan_updates = theano.scan(lambda e: (e * w, {n: n + 1}), x)
updates = [(w, w - 0.1 * T.grad(h.sum(), w))]
updates.extend(scan_updates)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: merge-not-supported-by-version
train = theano.function([x], h, updates=updates)
#: items plus items py3: u1.items() + u2.items() on Python 3
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {a: a + e}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {b: b + e}), v)
f = theano.function([v], [o1, o2], updates=u1.items() + u2.items())
# today silent: merge-not-supported-by-version
#: list of dicts: [u1, u2] is no list of pairs
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {a: a + e}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {b: b + e}), v)
f = theano.function([v], [o1, o2], updates=[u1, u2])
#                                          ^^^^^^^^ error: wrong-updates-argument
#: chain from iterable: itertools.chain over several update dicts: clean
import itertools
import aesara
import aesara.tensor as at

cells = {name: aesara.shared(0, name=name) for name in "abc"}
v = at.lvector("v")
results = {
    name: aesara.scan(lambda e, c=c: (e + c, {c: c + e}), sequences=v)
    for name, c in cells.items()
}
updates = list(itertools.chain.from_iterable(u.items() for _, u in results.values()))
f = aesara.function([v], [o for o, _ in results.values()], updates=updates)
f([1, 2])
print({k: int(c.get_value()) for k, c in cells.items()})
#: helper merges: a merge_updates(*us) helper
import theano
import theano.tensor as T
from collections import OrderedDict


def merge_updates(*many):
    result = OrderedDict()
    for u in many:
        result.update(u)
    return result


a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
v = T.lvector('v')
o1, u1 = theano.scan(lambda e: (e + 1, {a: a + e}), v)
o2, u2 = theano.scan(lambda e: (e * 2, {b: b + e}), v)
f = theano.function([v], [o1, o2], updates=merge_updates(u1, u2))
f([1, 2, 3])
print(a.get_value(), b.get_value())
#: key by key: only u[a] is taken from a dict of two keys: one is lost
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
v = T.lvector('v')

def step(e):
    return e + 1, [(a, a + e), (b, b + 1)]

o, u = theano.scan(step, v)
f = theano.function([v], o, updates=[(a, u[a])])
f([1, 2, 3])
print(a.get_value(), b.get_value())
#: filter by condition: a comprehension over u.items(): clean
import theano
import theano.tensor as T

a = theano.shared(0.0, name='a')
frozen = set()
v = T.dvector('v')
o, u = theano.scan(lambda e: (e + 1, {a: a + e}), v)
updates = [(k, T.clip(e, -5, 5)) for k, e in u.items() if k not in frozen]
f = theano.function([v], o, updates=updates)
f([4., 4.])
print(a.get_value())
#: optimizer function: an sgd() helper that returns a new dict; the scan's updates are not merged
import numpy as np
import theano
import theano.tensor as T
from collections import OrderedDict
from theano.sandbox.rng_mrg import MRG_RandomStreams


def sgd(cost, params, lr=0.1):
    updates = OrderedDict()
    for p, g in zip(params, T.grad(cost, params)):
        updates[p] = p - lr * g
    return updates


rng = MRG_RandomStreams(4)
w = theano.shared(np.ones(3), name='w')
x = T.dmatrix('x')


def step(x_t, h):
    return T.tanh(x_t * w + h + 0.1 * rng.normal(size=(3,)))


h, updates = theano.scan(step, sequences=x, outputs_info=T.zeros((3,)))
#            ^^^^^^^^^^^ warning: dropped-random-updates
cost = (h[-1] ** 2).sum()
updates = sgd(cost, [w])
train = theano.function([x], cost, updates=updates)
print(train(np.ones((2, 3))), train(np.ones((2, 3))))
#: optimizer function ok: the sgd helper takes the scan's updates as a starting point: clean
import numpy as np
import theano
import theano.tensor as T
from collections import OrderedDict
from theano.sandbox.rng_mrg import MRG_RandomStreams


def sgd(cost, params, lr=0.1, extra=None):
    updates = OrderedDict(extra or {})
    for p, g in zip(params, T.grad(cost, params)):
        updates[p] = p - lr * g
    return updates


rng = MRG_RandomStreams(4)
w = theano.shared(np.ones(3), name='w')
x = T.dmatrix('x')


def step(x_t, h):
    return T.tanh(x_t * w + h + 0.1 * rng.normal(size=(3,)))


h, noise = theano.scan(step, sequences=x, outputs_info=T.zeros((3,)))
cost = (h[-1] ** 2).sum()
train = theano.function([x], cost, updates=sgd(cost, [w], extra=noise))
print(train(np.ones((2, 3))), train(np.ones((2, 3))))
#: tuple unpack later: result kept as one tuple and indexed later: clean
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
v = T.lvector('v')
result = theano.scan(lambda e: (e + 1, {a: a + e}), v)
outputs, state = result[0], result[1]
f = theano.function([v], outputs, updates=state)
f([1, 2, 3])
print(a.get_value())
#: kwargs dict: function arguments collected in a dict and **-expanded: clean
import pytensor
import pytensor.tensor as pt

a = pytensor.shared(0, name="a")
v = pt.lvector("v")
outs, upd = pytensor.scan(fn=lambda e: (e + 1, {a: a + e}), sequences=[v])
#           ^^^^^^^^^^^^^ information: return-updates-deprecated
options = dict(inputs=[v], outputs=outs)
options["updates"] = upd
f = pytensor.function(**options)
f([1, 2, 3])
print(a.get_value())
#: setdefault pt: dict.setdefault in a loop over items: clean
import aesara
import aesara.tensor as at

a = aesara.shared(0, name="a")
b = aesara.shared(0, name="b")
v = at.lvector("v")
o, u = aesara.scan(lambda e: (e + 1, [(a, a + e), (b, b + 1)]), v)
mine = {b: b * 0}
for k in u:
    mine.setdefault(k, u[k])
f = aesara.function([v], o, updates=mine)
f([1, 2, 3])
print(a.get_value(), b.get_value())
#: reversed ternary: updates chosen by a test-time flag that is False, so they are lost at run time; statically unknown: not required
import theano
import theano.tensor as T

LEARN = False
a = theano.shared(0, name='a')
v = T.lvector('v')
o, u = theano.scan(lambda e: (e + 1, {a: a + e}), v)
f = theano.function([v], o, updates=u if LEARN else {})
f([1, 2, 3])
print(a.get_value())
