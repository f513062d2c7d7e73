# Updates that can not be passed by an edit.

#: only on some ways
import sys
import theano
a = theano.shared(1)
out = a * 1
if len(sys.argv) > 1:
    out, _ = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
f = theano.function([], out)
#> refused: Pass the updates to `f`: The scan is not made on every way to the function.
#: as a whole
f = theano.function(*[[x], [theano.scan(lambda v: (v, {a: a + 1}), x)[0] for _ in (1,)][0]])
#> refused: Pass the updates to `f`: The call stands where it can not get a statement of its own.
#: no function is named
_, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], b)
g = theano.function([], b * 2)
#> refused: Pass the updates: Nothing says which function they belong to.
