# Updates in the wrong argument or form.

#: updates in the place of mode
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, (u))
#                              ^ wrong-updates-argument {"form": "thirdPositional"}
f([1.0])
#> safe: Name the argument `updates`
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=(u))
f([1.0])
#~ AttributeError ~> a=2 b=0
#: updates as givens
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, givens=u)
#                                    ^ wrong-updates-argument {"form": "givens"}
f([1.0])
#> safe: Pass them as `updates`
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u)
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: updates as givens beside other updates
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, givens=u, updates=[(b, b + 1.0)])
#                                    ^ wrong-updates-argument {"form": "givens"}
f([1.0])
#> safe: Pass them as `updates`
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=[(b, b + 1.0)] + list(u.items()))
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: other things among the givens
y = T.vector('y')
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, givens=dict(u))
#                                    ^^^^^^^ wrong-updates-argument {"form": "givens"}
#> refused: Pass them as `updates`: What is given may be more than the updates.
#: the whole result
res = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], res[0], updates=res)
#                                        ^^^ wrong-updates-argument {"form": "wholeResult"}
f([1.0])
#> safe: Pass the second item, the updates
res = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], res[0], updates=res[1])
f([1.0])
#~ ValueError ~> a=2 b=0
#: a list of updates
p, u1 = theano.scan(lambda v: (v, {a: a + 1}), x)
q, u2 = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [p, q], updates=[u1, u2])
#                                        ^^^^^^^^ wrong-updates-argument {"form": "listOfUpdates"}
f([1.0])
#> safe: Merge the updates
p, u1 = theano.scan(lambda v: (v, {a: a + 1}), x)
q, u2 = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], [p, q], updates=u1 + u2)
f([1.0])
#~ ValueError ~> a=2 b=1
#: a list of updates in PyTensor
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
p, u1 = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=2)
q, u2 = pytensor.scan(lambda: (b * 2, {b: b + 1}), n_steps=3)
f = pytensor.function([], [p, q], updates=[u1, u2])
#                                         ^^^^^^^^ wrong-updates-argument {"form": "listOfUpdates"}
f()
#> safe: Merge the updates
import pytensor
a = pytensor.shared(1, name='a')
b = pytensor.shared(1, name='b')
p, u1 = pytensor.scan(lambda: (a * 2, {a: a + 1}), n_steps=2)
q, u2 = pytensor.scan(lambda: (b * 2, {b: b + 1}), n_steps=3)
f = pytensor.function([], [p, q], updates={**u1, **u2})
f()
#~ TypeError ~> a=3 b=4
#: one pair
f = theano.function([], [], updates=(a, a + 1))
#                                   ^^^^^^^^^^ wrong-updates-argument {"form": "onePair"}
f()
#> safe: Put the pair into a list
f = theano.function([], [], updates=[(a, a + 1)])
f()
#~ ValueError ~> a=2 b=0
#: updates that another function gets
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
test = theano.function([x], out)
#      ^^^^^^^^^^^^^^^ updates-not-in-this-function {"receiver": "theano.function([x], out, updates=u)", "names": ["a"], "isRandom": false}
test([1.0])
#> manual: Pass the updates to this function too
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
train = theano.function([x], out, updates=u)
test = theano.function([x], out, updates=u)
test([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: two updates of one variable
p, u1 = theano.scan(lambda v: (v, {a: a + 1}), x)
q, u2 = theano.scan(lambda v: (v, {a: a * 2}), x)
f = theano.function([x], [p, q], updates=u1 + u2)
#                                        ^^^^^^^ colliding-updates {"name": "a", "effect": "raises"}
#> refused: Let one scan update `a`: Both begin with its old value: let one scan do both, or give each a variable of its own.
