# What scan returns.

#: one name for the pair
res = theano.scan(lambda v: v * 2, x)
f = theano.function([x], res * 2)
#                        ^^^ not-unpacked {"use": "operand", "name": "res"}
print(f([1.0]))
#> safe: Unpack outputs and updates
res, updates = theano.scan(lambda v: v * 2, x)
f = theano.function([x], res * 2)
print(f([1.0]))
#: the last item of the pair
res = theano.scan(lambda v: v * 2, x)
f = theano.function([x], res[-1])
#                        ^^^^^^^ not-unpacked {"use": "item", "name": "res"}
print(f([1.0, 2.0]))
#> safe: Unpack outputs and updates
res, updates = theano.scan(lambda v: v * 2, x)
f = theano.function([x], res[-1])
print(f([1.0, 2.0]))
#: used as both
res = theano.scan(lambda v: v * 2, x)
f = theano.function([x], res[0])
g = theano.function([x], res * 2)
#                        ^^^ not-unpacked {"use": "operand", "name": "res"}
#> refused: Unpack outputs and updates: `res` is also used as the pair that it is.
#: straight into the function
f = theano.function([x], theano.scan(lambda v: v * 2, x))
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-unpacked {"use": "function", "name": null}
print(f([1.0]))
#> safe: Unpack outputs and updates
f = theano.function([x], theano.scan(lambda v: v * 2, x)[0])
print(f([1.0]))
#~ TypeError ~> [2.] a=1 b=0
#: updates that are never there
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
out, _ = pytensor.scan(lambda v: v * 2, x)
#        ^^^^^^^^^^^^^ return-updates-deprecated {"isEmpty": true}
print(pytensor.function([x], out)([1.0]))
#> safe: Take the outputs only: `return_updates=False`
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
out = pytensor.scan(lambda v: v * 2, x, return_updates=False)
print(pytensor.function([x], out)([1.0]))
#: updates that are passed all the same
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
(p, q), updates = pytensor.scan(
#                 ^^^^^^^^^^^^^ return-updates-deprecated {"isEmpty": true}
    lambda v: [v, v * 2],
    sequences=x,
)
f = pytensor.function([x], [p, q], updates=updates, name='f')
#> safe: Take the outputs only: `return_updates=False`
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
(p, q) = pytensor.scan(
    lambda v: [v, v * 2],
    sequences=x,
    return_updates=False,
)
f = pytensor.function([x], [p, q], name='f')
#: the first item of the pair
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
res = pytensor.scan(lambda v: v * 2, x)
#     ^^^^^^^^^^^^^ return-updates-deprecated {"isEmpty": true}
f = pytensor.function([x], res[0] + res [0])
#> safe: Take the outputs only: `return_updates=False`
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
res = pytensor.scan(lambda v: v * 2, x, return_updates=False)
f = pytensor.function([x], res + res)
#: the first item at once
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
f = pytensor.function([x], pytensor.scan(lambda v: v * 2, x, return_updates=True)[0][-1])
#                          ^^^^^^^^^^^^^ return-updates-deprecated {"isEmpty": true}
#> safe: Take the outputs only: `return_updates=False`
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
f = pytensor.function([x], pytensor.scan(lambda v: v * 2, x, return_updates=False)[-1])
#: updates that may be there
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
out, _ = pytensor.scan(lambda v: unknown(v), x)
#        ^^^^^^^^^^^^^ return-updates-deprecated {"isEmpty": false}
#> refused: Take the outputs only: `return_updates=False`: The updates are not proven to be empty.
#: unpacked too far
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
out, updates = pytensor.scan(lambda v: v * 2, x, return_updates=False)
#              ^^^^^^^^^^^^^ unpacked-without-updates {"outputs": 1}
f = pytensor.function([x], out, updates=updates)
print(f([1.0]))
#> safe: Unpack the outputs only
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
out = pytensor.scan(lambda v: v * 2, x, return_updates=False)
f = pytensor.function([x], out)
print(f([1.0]))
#~ ValueError ~> [2.]
#: two outputs where outputs and updates are expected
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
out, updates = pytensor.scan(lambda v: [v * 2, v], x, return_updates=False)
#              ^^^^^^^^^^^^^ unpacked-without-updates {"outputs": 2}
#> refused: Unpack the outputs only: The scan returns 2 outputs and no updates: which of them is meant is not known.
