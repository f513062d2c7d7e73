# Merges that a version does not know.

#: a sum of plain dicts
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
p, u1 = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=2)
q, u2 = pytensor.scan(lambda: (b * 2, {b: b + 1}), n_steps=3)
f = pytensor.function([], [p, q], updates=u1 + u2)
#                                         ^^^^^^^ merge-not-supported-by-version {"form": "plus", "operands": ["u1", "u2"]}
f()
#> safe: Merge as this version can
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
p, u1 = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=2)
q, u2 = pytensor.scan(lambda: (b * 2, {b: b + 1}), n_steps=3)
f = pytensor.function([], [p, q], updates={**u1, **u2})
f()
#~ TypeError ~> a=3 b=4
#: a list and a dict
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
p, u = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=2)
f = pytensor.function([], p, updates=[(b, b + 1)] + u)
#                                    ^^^^^^^^^^^^^^^^ merge-not-supported-by-version {"form": "plus", "operands": []}
f()
#> safe: Merge as this version can
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
p, u = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=2)
f = pytensor.function([], p, updates=[(b, b + 1)] + list(u.items()))
f()
#~ TypeError ~> a=3 b=2
#: a list that is extended by keys
pairs = [(b, b + 1.0)]
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
pairs.extend(u)
#            ^ merge-not-supported-by-version {"form": "keysOnly", "operands": []}
f = theano.function([x], out, updates=pairs)
f([1.0])
#> safe: Merge as this version can
pairs = [(b, b + 1.0)]
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
pairs.extend(u.items())
f = theano.function([x], out, updates=pairs)
f([1.0])
#~ ValueError ~> a=2 b=1
#: a list to which keys are added
pairs = [(b, b + 1.0)]
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
pairs += u
#        ^ merge-not-supported-by-version {"form": "keysOnly", "operands": []}
f = theano.function([x], out, updates=pairs)
#> safe: Merge as this version can
pairs = [(b, b + 1.0)]
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
pairs += u.items()
f = theano.function([x], out, updates=pairs)
#: a sum of items
p, u1 = theano.scan(lambda v: (v, {a: a + 1}), x)
q, u2 = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [p, q], updates=u1.items() + u2.items())
#                                        ^^^^^^^^^^^^^^^^^^^^^^^ merge-not-supported-by-version {"form": "itemsPlus", "operands": []}
f([1.0])
#> safe: Merge as this version can
p, u1 = theano.scan(lambda v: (v, {a: a + 1}), x)
q, u2 = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [p, q], updates=list(u1.items()) + list(u2.items()))
f([1.0])
#~ TypeError ~> a=2 b=1
