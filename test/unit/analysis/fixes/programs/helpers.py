# Updates that a helper keeps to itself.

#: lost in a helper
def total(values):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out[-1]
y = total(x)
f = theano.function([x], y)
f([1.0])
#> manual: Return the updates from `total` and pass them
def total(values):
    out, updates = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out[-1], updates
y, updates = total(x)
f = theano.function([x], y, updates=updates)
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: lost in a private helper, used in the call of function
def _total(values):
    return theano.scan(lambda v: (v, {a: a + 1}), values)[0]
f = theano.function([x], _total(x))
f([1.0])
#> safe: Return the updates from `_total` and pass them
def _total(values):
    return theano.scan(lambda v: (v, {a: a + 1}), values)
outputs, updates = _total(x)
f = theano.function([x], outputs, updates=updates)
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: a helper with two results and a caller that only prints
def _run(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out, out[-1]
p, q = _run(x)
print(len(_run(x)))
f = theano.function([x], [p, q])
f([1.0])
#> safe: Return the updates from `_run` and pass them
def _run(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out, out[-1], u
p, q, updates = _run(x)
print(len(_run(x)[:2]))
f = theano.function([x], [p, q], updates=updates)
f([1.0])
#~ 2 a=1 b=0 ~> 2 a=2 b=0
#: in a method
class Model(object):
    def _run(self, values):
        out, _ = theano.scan(lambda v: (v, {a: a + 1}), values)
        return out
    def build(self):
        y = self._run(x)
        cost = y.sum()
        return theano.function([x], cost)
f = Model().build()
f([1.0])
#> safe: Return the updates from `_run` and pass them
class Model(object):
    def _run(self, values):
        out, updates = theano.scan(lambda v: (v, {a: a + 1}), values)
        return out, updates
    def build(self):
        y, updates = self._run(x)
        cost = y.sum()
        return theano.function([x], cost, updates=updates)
f = Model().build()
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: called twice
def _total(values):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out[-1]
f = theano.function([x], _total(x) + _total(x + 1))
#> refused: Return the updates from `_total` and pass them: A function uses `_total` twice, and both calls update the same variables.
#: used without being called
def _total(values):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out[-1]
h = [_total]
f = theano.function([x], _total(x))
#> refused: Return the updates from `_total` and pass them: `_total` is also used without being called.
#: different returns
def _total(values):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), values)
    if values.ndim > 1:
        return out, out
    return out
f = theano.function([x], _total(x))
#> refused: Return the updates from `_total` and pass them: `_total` returns different things on different ways.
#: thrown away by a caller
def build():
    def run(values):
        return theano.scan(lambda v: (v, {a: a + 1}), values)
    out, _ = run(x)
    return theano.function([x], out)
f = build()
#> safe: Pass the updates to `theano.function`
def build():
    def run(values):
        return theano.scan(lambda v: (v, {a: a + 1}), values)
    out, updates = run(x)
    return theano.function([x], out, updates=updates)
f = build()
#: thrown away by the caller of a helper with three results
def _run(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out, out[-1], u
p, q, _ = _run(x)
f = theano.function([x], [p, q])
f([1.0])
#> safe: Pass the updates to `f`
def _run(values):
    out, u = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out, out[-1], u
p, q, updates = _run(x)
f = theano.function([x], [p, q], updates=updates)
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: outputs under self, compiled in another method
class Model(object):
    def __init__(self, values):
        self.out, _ = theano.scan(lambda v: (v, {a: a + 1}), sequences=values)
        self.cost = T.mean(self.out)
    def build(self):
        return theano.function([x], self.cost)
f = Model(x).build()
f([1.0])
#> manual: Keep the updates beside the outputs and pass them
class Model(object):
    def __init__(self, values):
        self.out, self.updates = theano.scan(lambda v: (v, {a: a + 1}), sequences=values)
        self.cost = T.mean(self.out)
    def build(self):
        return theano.function([x], self.cost, updates=self.updates)
f = Model(x).build()
f([1.0])
#~ a=1 b=0 ~> a=2 b=0
#: outputs under self, compiled outside
class Model(object):
    def __init__(self, values):
        self.updates = []
        self.out, u = theano.scan(lambda v: (v, {a: a + 1}), sequences=values)
model = Model(x)
f = theano.function([x], model.out, updates=[(b, b + 1.0)])
f([1.0])
#> manual: Keep the updates beside the outputs and pass them
class Model(object):
    def __init__(self, values):
        self.updates = []
        self.out, u = theano.scan(lambda v: (v, {a: a + 1}), sequences=values)
        self.updates_2 = u
model = Model(x)
f = theano.function([x], model.out, updates=[(b, b + 1.0)] + list(model.updates_2.items()))
f([1.0])
#~ a=1 b=1 ~> a=2 b=1
#: a function that compiles what it is given
def compile_it(inputs, output):
    return theano.function(inputs, output)
out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = compile_it([x], out)
#> refused: Pass the updates to `theano.function`: `compile_it` compiles what it is given: give it the updates too.
