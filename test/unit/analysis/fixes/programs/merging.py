# Updates join those that a function has.

#: a list of pairs
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=[(b, b + 1.0)])
f([1.0])
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=[(b, b + 1.0)] + list(updates.items()))
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: by position
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, None, [(b, b + 1.0)])
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, None, [(b, b + 1.0)] + list(updates.items()))
#: a tuple of pairs
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=((b, b + 1.0),))
f([1.0])
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=list(((b, b + 1.0),)) + list(updates.items()))
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: a dict
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates={b: b + 1.0})
f([1.0])
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=updates + {b: b + 1.0})
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: a list that is built step by step
w = theano.shared(0.0, name='w')
out, _ = theano.scan(lambda v: (v * w, {a: a + 1}), x)
updates = []
for p, g in zip([w], T.grad(out.sum(), [w])):
    updates.append((p, p - 0.1 * g))
updates += [(b, b + 1.0)]
f = theano.function([x], out, updates=updates)
f([1.0])
#> safe: Pass the updates to `f`
w = theano.shared(0.0, name='w')
out, updates_2 = theano.scan(lambda v: (v * w, {a: a + 1}), x)
updates = []
for p, g in zip([w], T.grad(out.sum(), [w])):
    updates.append((p, p - 0.1 * g))
updates += [(b, b + 1.0)]
f = theano.function([x], out, updates=updates + list(updates_2.items()))
f([1.0])
#: a dict that is built step by step
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
mine = OrderedDict()
mine[b] = b + 1.0
f = theano.function([x], out, updates=mine)
f([1.0])
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
mine = OrderedDict()
mine[b] = b + 1.0
f = theano.function([x], out, updates=updates + mine)
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: items
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
mine = {b: b + 1.0}
f = theano.function([x], out, updates=mine.items())
f([1.0])
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
mine = {b: b + 1.0}
f = theano.function([x], out, updates=list(mine.items()) + list(updates.items()))
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: the updates of another scan
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
p, u = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [out, p], updates=u)
f([1.0])
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
p, u = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [out, p], updates=u + updates)
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: the sum of two
c = theano.shared(0, name='c')
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
p, u1 = theano.scan(lambda v: (v, {b: b + v}), x)
q, u2 = theano.scan(lambda v: (v, {c: c + 1}), x)
f = theano.function([x], [out, p, q], updates=u1 + u2)
f([1.0])
#> safe: Pass the updates to `f`
c = theano.shared(0, name='c')
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
p, u1 = theano.scan(lambda v: (v, {b: b + v}), x)
q, u2 = theano.scan(lambda v: (v, {c: c + 1}), x)
f = theano.function([x], [out, p, q], updates=u1 + u2 + updates)
f([1.0])
#~ a=1 b=1 c=1 ~> a=2 b=1 c=1
#: what a function of the file returns
def rules():
    return [(b, b + 1.0)]
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=rules())
f([1.0])
#> safe: Pass the updates to `f`
def rules():
    return [(b, b + 1.0)]
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=rules() + list(updates.items()))
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: one or the other
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates={b: b + 1.0} if out.ndim else [])
f([1.0])
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=updates + ({b: b + 1.0} if out.ndim else []))
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: nothing said in so many ways
out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=None)
g = theano.function([x], out, updates=OrderedDict())
h = theano.function(inputs=[x], outputs=[out], updates={}, allow_input_downcast=True)
#> safe: Pass the updates to 3 functions
out, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=updates)
g = theano.function([x], out, updates=updates)
h = theano.function(inputs=[x], outputs=[out], updates=updates, allow_input_downcast=True)
#: PyTensor, a dict
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
out, _ = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = pytensor.function([], out, updates={b: b + 1})
f()
#> safe: Pass the updates to `f`
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
out, updates = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = pytensor.function([], out, updates={b: b + 1, **updates})
f()
#~ a=1 b=2 ~> a=4 b=2
#: PyTensor, a dict with a name
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
mine = {b: b + 1}
out, _ = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = pytensor.function([], out, updates=mine)
f()
#> safe: Pass the updates to `f`
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
mine = {b: b + 1}
out, updates = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = pytensor.function([], out, updates={**mine, **updates})
f()
#~ a=1 b=2 ~> a=4 b=2
#: PyTensor, pairs
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
out, _ = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = pytensor.function([], out, updates=[(b, b + 1)])
f()
#> safe: Pass the updates to `f`
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
out, updates = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = pytensor.function([], out, updates=[(b, b + 1)] + list(updates.items()))
f()
#~ a=1 b=2 ~> a=4 b=2
#: one step: the library returns the step's own dict
out, _ = theano.scan(lambda s: (s + 1, {a: a + 1}), outputs_info=b, n_steps=1)
f = theano.function([], out, updates={b: b + 1.0})
f()
#> safe: Pass the updates to `f`
out, updates = theano.scan(lambda s: (s + 1, {a: a + 1}), outputs_info=b, n_steps=1)
f = theano.function([], out, updates={b: b + 1.0, **updates})
f()
#~ a=1 b=1 ~> a=2 b=1
#: Python 2 has no double stars in dicts
import theano
a = theano.shared(1, name='a')
b = theano.shared(0.0, name='b')
mine = {b: b + 1.0}
out, _ = theano.scan(lambda s: (s + 1, {a: a + 1}), outputs_info=b, n_steps=1)
f = theano.function([], out, updates=mine)
print f()
#> safe: Pass the updates to `f`
import theano
a = theano.shared(1, name='a')
b = theano.shared(0.0, name='b')
mine = {b: b + 1.0}
out, updates = theano.scan(lambda s: (s + 1, {a: a + 1}), outputs_info=b, n_steps=1)
f = theano.function([], out, updates=list(mine.items()) + list(updates.items()))
print f()
#~ [1.] a=1 b=1 ~> [1.] a=2 b=1
#: the updates of a stream, which may hold the same ones
import theano
from theano.tensor.shared_randomstreams import RandomStreams
stream = RandomStreams(seed=3)
out, _ = theano.scan(lambda: stream.uniform(), n_steps=3)
f = theano.function([], out, updates=stream.updates())
#> manual: Pass the updates to `f`
import theano
from theano.tensor.shared_randomstreams import RandomStreams
stream = RandomStreams(seed=3)
out, updates = theano.scan(lambda: stream.uniform(), n_steps=3)
f = theano.function([], out, updates=updates + stream.updates())
