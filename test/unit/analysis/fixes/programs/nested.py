# Updates of a scan inside the step of another.

#: inner updates lost by the outer step
def outer(limit):
    out, _ = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum()
n = T.ivector('n')
outs, _ = theano.scan(outer, n)
f = theano.function([n], outs)
print(f([2, 3]))
#> safe: Return the updates of the inner scan too
def outer(limit):
    out, updates = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum(), updates
n = T.ivector('n')
outs, updates = theano.scan(outer, n)
f = theano.function([n], outs, updates=updates)
print(f([2, 3]))
#~ [1 3] a=1 b=0 ~> [1 3] a=6 b=0
#: several outputs
def outer(limit):
    out, u = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum(), limit
n = T.ivector('n')
(outs, limits), _ = theano.scan(outer, n)
f = theano.function([n], [outs, limits])
#> safe: Return the updates of the inner scan too
def outer(limit):
    out, u = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return [out.sum(), limit], u
n = T.ivector('n')
(outs, limits), updates = theano.scan(outer, n)
f = theano.function([n], [outs, limits], updates=updates)
#: with a condition
def outer(limit):
    out, u = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum(), theano.scan_module.until(limit > 5)
n = T.ivector('n')
outs, _ = theano.scan(outer, n)
f = theano.function([n], outs)
#> safe: Return the updates of the inner scan too
def outer(limit):
    out, u = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum(), u, theano.scan_module.until(limit > 5)
n = T.ivector('n')
outs, updates = theano.scan(outer, n)
f = theano.function([n], outs, updates=updates)
#: beside updates of its own
def outer(limit):
    out, u = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum(), {b: b + 1.0}
n = T.ivector('n')
outs, v = theano.scan(outer, n)
f = theano.function([n], outs, updates=v)
f([2, 3])
#> safe: Return the updates of the inner scan too
def outer(limit):
    out, u = theano.scan(lambda i: (i, {a: a + 1}), T.arange(limit))
    return out.sum(), u + {b: b + 1.0}
n = T.ivector('n')
outs, v = theano.scan(outer, n)
f = theano.function([n], outs, updates=v)
f([2, 3])
#~ a=1 b=2 ~> a=6 b=2
#: a lambda that returns the first item
n = T.ivector('n')
outs, _ = theano.scan(lambda k: theano.scan(lambda s: (s + 1, {a: a + 1}), outputs_info=T.constant(0), n_steps=k)[0], n, n_steps=1)
f = theano.function([n], outs)
f([2])
#> safe: Return the updates of the inner scan too
n = T.ivector('n')
outs, updates = theano.scan(lambda k: theano.scan(lambda s: (s + 1, {a: a + 1}), outputs_info=T.constant(0), n_steps=k), n, n_steps=1)
f = theano.function([n], outs, updates=updates)
f([2])
#~ a=1 b=0 ~> a=3 b=0
#: a lambda
n = T.ivector('n')
outs, _ = theano.scan(lambda k: theano.scan(lambda i: (i, {a: a + 1}), T.arange(k))[0].sum(), n)
f = theano.function([n], outs)
#> refused: Return the updates of the inner scan too: A lambda has no place for a name: write the step as a `def`.
