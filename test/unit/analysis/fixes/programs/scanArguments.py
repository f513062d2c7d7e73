# Other arguments of scan.

#: a list of numbers as sequence
"""A program."""
import theano  # the library
out, u = theano.scan(lambda v: v * 2, sequences=[1, 2, 3])
#                                               ^^^^^^^^^ list-as-sequence {"text": "[1, 2, 3]"}
print(theano.function([], out)())
#> safe: Make it an array
"""A program."""
import theano  # the library
import numpy as np
out, u = theano.scan(lambda v: v * 2, sequences=np.asarray([1, 2, 3], dtype='int64'))
print(theano.function([], out)())
#~ TypeError ~> [2 4 6]
#: a list of floats as sequence
import theano
import numpy
out, u = theano.scan(lambda v: v * 2, sequences=[1., 2])
#                                               ^^^^^^^ list-as-sequence {"text": "[1., 2]"}
print(theano.function([], out)())
#> safe: Make it an array
import theano
import numpy
out, u = theano.scan(lambda v: v * 2, sequences=numpy.asarray([1., 2], dtype=theano.config.floatX))
print(theano.function([], out)())
#~ TypeError ~> [2. 4.]
#: a list of numbers and a number of steps
import theano
import theano.tensor as T
out, u = theano.scan(lambda v: v * 2, sequences=[1, 2, 3], n_steps=2)
#                                               ^^^^^^^^^ list-as-sequence {"text": "[1, 2, 3]"}
print(theano.function([], out)())
#> safe: Make it a constant
import theano
import theano.tensor as T
out, u = theano.scan(lambda v: v * 2, sequences=T.constant([1, 2, 3], dtype='int64'), n_steps=2)
print(theano.function([], out)())
#~ TypeError ~> [2 4]
#: an array and a number of steps
import numpy as np
import theano
import theano.tensor as T
data = np.asarray([1.0, 2.0, 3.0])
out, u = theano.scan(lambda v: v * 2, sequences=data, n_steps=2)
#                                               ^^^^ list-as-sequence {"text": "data"}
print(theano.function([], out)())
#> safe: Make it a constant
import numpy as np
import theano
import theano.tensor as T
data = np.asarray([1.0, 2.0, 3.0])
out, u = theano.scan(lambda v: v * 2, sequences=T.constant(data), n_steps=2)
print(theano.function([], out)())
#~ TypeError ~> [2. 4.]
#: a float as number of steps
out, u = theano.scan(lambda: {a: a + 1}, n_steps=10.0)
#                                                ^^^^ n-steps-not-integer {"text": "10.0"}
theano.function([], [], updates=u)()
#> safe: Make the number of steps an integer
out, u = theano.scan(lambda: {a: a + 1}, n_steps=10)
theano.function([], [], updates=u)()
#~ TypeError ~> a=11 b=0
#: a fraction as number of steps
out, u = theano.scan(lambda: {a: a + 1}, n_steps=3.7)
#                                                ^^^ n-steps-not-integer {"text": "3.7"}
#> refused: Make the number of steps an integer: Whether 3 or 4 steps are meant is not known.
#: half of something
n = 6
out, u = theano.scan(lambda: {a: a + 1}, n_steps=n / 2)
#                                                ^^^^^ n-steps-not-integer {"text": "n / 2"}
theano.function([], [], updates=u)()
#> manual: Make the number of steps an integer
n = 6
out, u = theano.scan(lambda: {a: a + 1}, n_steps=n // 2)
theano.function([], [], updates=u)()
#~ TypeError ~> a=4 b=0
#: a tuple of taps
out, u = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, taps=(-1,)), n_steps=2)
#                                                                       ^^^^^ taps {"form": "tupleOfMinusOne", "text": "(-1,)"}
print(theano.function([], out)())
#> safe: Write the taps as a list
out, u = theano.scan(lambda s: s + 1, outputs_info=dict(initial=b, taps=[-1]), n_steps=2)
print(theano.function([], out)())
#~ IndexError ~> [1. 2.] a=1 b=0
#: strict, a lambda
w = theano.shared(2.0, name='w')
out, u = theano.scan(lambda v: v * w, x, strict=True)
#        ^^^^^^^^^^^ strict-missing {"names": ["w"], "nonSequences": null}
print(theano.function([x], out)([1.0]))
#> safe: Add `w` to `non_sequences`
w = theano.shared(2.0, name='w')
out, u = theano.scan(lambda v, w: v * w, x, strict=True, non_sequences=[w])
print(theano.function([x], out)([1.0]))
#: strict, a def and a list
w = theano.shared(2.0, name='w')
def step(v, c):
    return v * w + c
out, u = theano.scan(step, x, non_sequences=[b], strict=True)
#        ^^^^^^^^^^^ strict-missing {"names": ["w"], "nonSequences": "[b]"}
print(theano.function([x], out)([1.0]))
#> safe: Add `w` to `non_sequences`
w = theano.shared(2.0, name='w')
def step(v, c, w):
    return v * w + c
out, u = theano.scan(step, x, non_sequences=[b, w], strict=True)
print(theano.function([x], out)([1.0]))
#: strict, a step that is used elsewhere
w = theano.shared(2.0, name='w')
def step(v):
    return v * w
y = step(x)
out, u = theano.scan(step, x, strict=True)
#        ^^^^^^^^^^^ strict-missing {"names": ["w"], "nonSequences": null}
#> refused: Add `w` to `non_sequences`: `step` is used elsewhere too.
#: strict, an attribute
class Layer(object):
    def __init__(self):
        self.w = theano.shared(2.0, name='weight')
    def step(self, v):
        return v * self.w
    def run(self):
        return theano.scan(self.step, x, strict=True)[0]
#              ^^^^^^^^^^^ strict-missing {"names": ["self.w"], "nonSequences": null}
out = Layer().run()
#> safe: Add `self.w` to `non_sequences`
class Layer(object):
    def __init__(self):
        self.w = theano.shared(2.0, name='weight')
    def step(self, v, w):
        return v * self.w
    def run(self):
        return theano.scan(self.step, x, strict=True, non_sequences=[self.w])[0]
out = Layer().run()
#: strict, a variable that has its name in the library only
def made():
    return theano.shared(2.0, name='weight')
def scaled(w):
    return theano.scan(lambda v: v * w, x, strict=True)[0]
#          ^^^^^^^^^^^ strict-missing {"names": ["weight"], "nonSequences": null}
out = scaled(made())
#> refused: Add `weight` to `non_sequences`: `weight` has another name where scan is called.
#: strict without a list
w = theano.shared(2.0, name='w')
out, u = theano.scan(lambda v, w: v * w, x, non_sequences=w, strict=True)
#                                                         ^ strict-needs-list
print(theano.function([x], out)([1.0]))
#> safe: Put it into a list
w = theano.shared(2.0, name='w')
out, u = theano.scan(lambda v, w: v * w, x, non_sequences=[w], strict=True)
print(theano.function([x], out)([1.0]))
#~ TypeError ~> [2.] a=1 b=0 w=2
#: an input that only the updates use
y = T.scalar('y')
out, u = theano.scan(lambda: {b: b + y}, n_steps=3)
#                                    ^ missing-input-in-updates {"name": "y"}
theano.function([y], [], updates=u)(2.0)
#> safe: Pass `y` to the step
y = T.scalar('y')
out, u = theano.scan(lambda y: {b: b + y}, n_steps=3, non_sequences=[y])
theano.function([y], [], updates=u)(2.0)
#: a name that is bound late
us = []
for k in [a, b]:
    _, u = theano.scan(lambda: {k: k + 1}, n_steps=2)
#                      ^^^^^^^^^^^^^^^^^^ late-binding-step {"name": "k"}
    us.append(u)
#> safe: Bind `k` now: `k=k`
us = []
for k in [a, b]:
    _, u = theano.scan(lambda k=k: {k: k + 1}, n_steps=2)
    us.append(u)
