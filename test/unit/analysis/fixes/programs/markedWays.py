# Ways to lose updates, given by marks.

#: a random draw
import theano
from theano.tensor.shared_randomstreams import RandomStreams
srng = RandomStreams(1)
out, _ = theano.scan(lambda: srng.uniform(()), n_steps=2)
#        ^^^^^^^^^^^ dropped-random-updates {"kind": "noFunction"}
f = theano.function([], out)
#> safe: Pass the updates to `f`
import theano
from theano.tensor.shared_randomstreams import RandomStreams
srng = RandomStreams(1)
out, updates = theano.scan(lambda: srng.uniform(()), n_steps=2)
f = theano.function([], out, updates=updates)
#: thrown away by a caller
def run(values):
    return theano.scan(lambda v: (v, {a: a + 1}), values)
#          ^^^^^^^^^^^ dropped-updates {"kind": "caller", "call": "run(x)", "helper": "run"}
out, _ = run(x)
f = theano.function([x], out)
f([1.0])
#> safe: Pass the updates to `f`
def run(values):
    return theano.scan(lambda v: (v, {a: a + 1}), values)
out, updates = run(x)
f = theano.function([x], out, updates=updates)
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: the first item of what a caller gets
def run(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
#            ^^^^^^^^^^^ dropped-updates {"kind": "caller", "call": "run(x)", "helper": "run"}
    return out, u
f = theano.function([x], run(x)[0])
f([1.0])
#> safe: Pass the updates to `f`
def run(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out, u
outputs, updates = run(x)
f = theano.function([x], outputs, updates=updates)
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: lost in a helper
def _total(values):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), values)
#            ^^^^^^^^^^^ lost-in-helper {"kind": "helper", "name": "_total", "return": "return out[-1]"}
    return out[-1]
f = theano.function([x], _total(x))
#> safe: Return the updates from `_total` and pass them
def _total(values):
    out, updates = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out[-1], updates
outputs, updates = _total(x)
f = theano.function([x], outputs, updates=updates)
#: the name means something else where it is needed
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
#        ^^^^^^^^^^^ dropped-updates {"kind": "noFunction"}
def make(u=None):
    return theano.function([x], out)
f = make()
#> refused: Pass the updates to `theano.function`: `u` means something else where they are needed.
