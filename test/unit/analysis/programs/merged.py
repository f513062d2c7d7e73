# Updates that are merged, and then passed or forgotten; what is marked drops its updates.
#: a sum that nobody reads
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
#          ^^^^^^^^^^^ warning: dropped-updates
q, second = theano.scan(lambda v: (v * b, {b: b + 1}), x)
#           ^^^^^^^^^^^ warning: dropped-updates
together = first + second
f = theano.function([x], p + q)
#: a sum that is passed
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
q, second = theano.scan(lambda v: (v * b, {b: b + 1}), x)
together = first + second
f = theano.function([x], p + q, updates=together)
#: a display with two stars that nobody reads
def build():
    p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
#              ^^^^^^^^^^^ warning: dropped-updates
    q, second = theano.scan(lambda v: (v * b, {b: b + 1}), x)
#               ^^^^^^^^^^^ warning: dropped-updates
    together = {**first, **second}
    return theano.function([x], p + q)
f = build()
#: lists of items that nobody reads
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
#          ^^^^^^^^^^^ warning: dropped-updates
together = [(b, b + 1)] + list(first.items())
f = theano.function([x], p)
#: merged into a dict that nobody reads
together = OrderedDict()
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
#          ^^^^^^^^^^^ warning: dropped-updates
together.update(first)
f = theano.function([x], p)
#: merged into a dict that is passed in a function
together = OrderedDict()
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
together.update(first)
def build():
    return theano.function([x], p, updates=together)
f = build()
#: merged into the updates of another scan that nobody reads
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
#          ^^^^^^^^^^^ warning: dropped-updates
q, second = theano.scan(lambda v: (v * b, {b: b + 1}), x)
#           ^^^^^^^^^^^ warning: dropped-updates
first.update(second)
f = theano.function([x], p + q)
#: merged into the updates of another scan that are passed
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
q, second = theano.scan(lambda v: (v * b, {b: b + 1}), x)
first += second
f = theano.function([x], p + q, updates=first)
#: the sum of a sum that nobody reads
p, updates = theano.scan(lambda v: (v * a, {a: a + 1}), x)
#            ^^^^^^^^^^^ warning: dropped-updates
q, more = theano.scan(lambda v: (v * b, {b: b + 1}), x)
#         ^^^^^^^^^^^ warning: dropped-updates
updates = updates + more
f = theano.function([x], p + q)
#: the sum of a sum that is passed
p, updates = theano.scan(lambda v: (v * a, {a: a + 1}), x)
q, more = theano.scan(lambda v: (v * b, {b: b + 1}), x)
updates = updates + more
f = theano.function([x], p + q, updates=updates)
#: a sum that is exported
__all__ = ['together', 'f']
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
together = first + [(b, b + 1)]
f = theano.function([x], p)
#: a sum of a class that others can read
class Model(object):
    p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
    together = first + [(b, b + 1)]
    f = theano.function([x], p)
#: a sum that a call gets which is not followed
import theano
import theano.tensor as T
from trainer import keep
a = theano.shared(1)
x = T.vector('x')
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
together = keep(first + [(a, a)])
f = theano.function([x], p)
#: merged into a list that has another name
everything = together = []
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
together.extend(first.items())
f = theano.function([x], p, updates=everything)
#: merged into what a call returns
def store():
    return registry
registry = {}
together = store()
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
together.update(first)
f = theano.function([x], p, updates=registry)
#: passed where there are some
p, first = theano.scan(lambda v: (v * a, {a: a + 1}), x)
if first:
    f = theano.function([x], p, updates=first)
else:
    f = theano.function([x], p)
#: pairs of a generator
params = [a, b]
def step(v):
    return v, OrderedDict((p, p * 2) for p in params)
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: pairs of two lists
params = [a, b]
def step(v):
    return v, [(p, e) for p, e in zip(params, [a + 1, b * 2])]
out, _ = theano.scan(step, x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: pairs under a condition
params = [a, b]
def step(v):
    return v, [(p, p * 2) for p in params if p.name in chosen]
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: pairs of a list that may be empty
def step(v):
    return v, [(p, p * 2) for p in params]
params = []
if trained:
    params.append(a)
out, _ = theano.scan(step, x)
f = theano.function([x], out)
#: a generator of pairs, which scan refuses
params = [a, b]
out, _ = theano.scan(lambda v: (v, ((p, p * 2) for p in params)), x)
f = theano.function([x], out)
#: what zip gives in Python 3, which scan refuses
params = [a, b]
out, _ = theano.scan(lambda v: (v, zip(params, [a + 1, b * 2])), x)
f = theano.function([x], out)
print(f'{out}')
#: a sum that PyTensor refuses, where the program ends
import pytensor
a = pytensor.shared(0)
b = pytensor.shared(0)
_, first = pytensor.scan(lambda: {a: a + 1}, n_steps=3)
_, second = pytensor.scan(lambda: {b: b + 1}, n_steps=3)
together = first + second
#: a sum of two updates of one variable, where the program ends
_, first = theano.scan(lambda: {a: a + 1}, n_steps=3)
_, second = theano.scan(lambda: {a: a + 1}, n_steps=3)
together = first + second
#: a variable that the program updates itself in the updates of another scan
p, _ = theano.scan(lambda v: (v, {b: b + v}), x)
q, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
updates[b] = p[-1]
f = theano.function([x], [p, q], updates=updates)
#: a variable that the program updates itself in a dict that it merges
p, _ = theano.scan(lambda v: (v, {b: b + v}), x)
q, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
updates.update({b: p[-1]})
f = theano.function([x], [p, q], updates=updates)
#: another variable in the updates of another scan
p, _ = theano.scan(lambda v: (v, {b: b + v}), x)
#      ^^^^^^^^^^^ warning: dropped-updates
q, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
w = theano.shared(1.0)
updates[w] = p[-1]
f = theano.function([x], [p, q], updates=updates)
#: updates that are added to themselves
p, updates = theano.scan(lambda v: (v, {b: b + v}), x)
updates.update(updates)
f = theano.function([x], p, updates=updates)
#: the rest of what scan returns
p, *rest = theano.scan(lambda v: (v, {a: a + 1}), x)
q, *_ = theano.scan(lambda v: (v, {b: b + 1}), x)
#       ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], [p, q], updates=rest[0])
#: a variable that gets its own update by setdefault
p, _ = theano.scan(lambda v: (v, {b: b + v}), x)
q, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
updates.setdefault(b, p[-1])
f = theano.function([x], [p, q], updates=updates)
#: updates to which something unknown may add
p, _ = theano.scan(lambda v: (v, {b: b + v}), x)
q, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
add_momentum(updates)
f = theano.function([x], [p, q], updates=updates)
#: a variable that moves by itself
p, _ = theano.scan(lambda v: (v, {b: b + v}), x)
b.default_update = p[-1]
f = theano.function([x], p)
