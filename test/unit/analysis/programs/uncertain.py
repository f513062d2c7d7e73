# Updates that may reach something; what is marked surely does not.
#: attribute of an instance changed from outside
import theano, theano.tensor as T
class Net(object):
    def __init__(self):
        self.n = theano.shared(0)
    def build(self, x):
        h, _ = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
        return theano.function([x], h)
net = Net()
net.n = T.scalar()
f = net.build(T.vector())
#: two instances share one function
import theano, theano.tensor as T
class Net(object):
    def __init__(self, n):
        self.n = n
    def build(self, x):
        h, u = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
        return theano.function([x], h, updates=u)
a = Net(theano.shared(0)).build(T.vector()); b = Net(theano.shared(1)).build(T.vector())
#: constructor stores updates through a method
import theano, theano.tensor as T
class Net(object):
    def __init__(self):
        self.n = theano.shared(0)
        self.all_updates = []
    def remember(self, u):
        self.all_updates.extend(u.items())
    def build(self, x):
        h, u = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
        self.remember(u)
        return theano.function([x], h, updates=self.all_updates)
f = Net().build(T.vector())
#: method appends to a list of the instance and compiles in another
import theano, theano.tensor as T
class Net(object):
    def __init__(self):
        self.n = theano.shared(0)
        self.updates = {}
    def forward(self, x):
        h, u = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
        self.updates.update(u)
        return h
    def compile(self, x):
        h = self.forward(x)
        return theano.function([x], h, updates=self.updates)
#: helper keeps the updates in a global list
import theano, theano.tensor as T
collected = []
n = theano.shared(0)
def forward(x):
    h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
    collected.append(u)
    return h
x = T.vector()
f = theano.function([x], forward(x), updates=collected[0])
#: helper sets an attribute on the output
import theano, theano.tensor as T
n = theano.shared(0)
def forward(x):
    h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
    h.tag.updates = u
    return h
x = T.vector()
h = forward(x)
f = theano.function([x], h, updates=h.tag.updates)
#: default updates set by hand
import theano, theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
for var, new in u.items():
    var.default_update = new
f = theano.function([x], h)
#: default update of the variable itself
import theano, theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
n.default_update = u[n]
f = theano.function([x], [h, n])
#: update re-done by hand after the call
import theano, theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], h)
f([1.]); n.set_value(n.get_value() + 1)
#: private helper also exported in all
import theano, theano.tensor as T
__all__ = ['_run']
n = theano.shared(0)
def _run(x):
    h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
    return h, u
def build():
    x = T.vector()
    h, _ = _run(x)
#          ^^^^ warning: dropped-updates
    return theano.function([x], h)
#: private helper used as a value
import theano, theano.tensor as T
from tools import cached
n = theano.shared(0)
def _run(x):
    h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
    return h, u
run = cached(_run)
x = T.vector()
h, _ = _run(x)
f = theano.function([x], h)
#: module helper in a list of builders
import theano, theano.tensor as T
n = theano.shared(0)
def run(x):
    h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
    return h, u
builders = [run]
x = T.vector()
for b in builders:
    h, u = b(x)
    f = theano.function([x], h, updates=u)
#: helper with star result
import theano, theano.tensor as T
n = theano.shared(0)
def run(x):
    return theano.scan(lambda a: (a, {n: n + 1}), [x])
x = T.vector()
f = theano.function([x], *run(x)[:1], updates=run(x)[1])
#: main guard helper
import theano, theano.tensor as T
n = theano.shared(0)
def run(x):
    return theano.scan(lambda a: (a, {n: n + 1}), [x])
def main():
    x = T.vector()
    h, _ = run(x)
#          ^^^ warning: dropped-updates
    f = theano.function([x], h)
if __name__ == '__main__':
    main()
#: no outputs, later function passes through a name
import theano
n = theano.shared(0)
def tick(k):
    _, u = theano.scan(lambda: {n: n + 1}, n_steps=k)
    return u
f = theano.function([], updates=tick(3))
#: no outputs in a test that counts
import theano
n = theano.shared(0)
def test_tick():
    out, u = theano.scan(lambda: {n: n + 1}, n_steps=3)
    assert out is None
    assert n in u
#: no outputs under pytest raises
import pytest, pytensor
n = pytensor.shared(0)
def test_tick():
    with pytest.raises(ValueError):
        pytensor.scan(lambda: {n: n + 1}, n_steps=3, return_updates=False)
#: no outputs, updates read through eval
import theano
n = theano.shared(0)
_, u = theano.scan(lambda: {n: n + 1}, n_steps=3)
print(u[n].eval())
#: no outputs, values summed by an expression
import theano
n = theano.shared(0)
_, u = theano.scan(lambda: {n: n + 1}, n_steps=3)
total = list(u.values())[0] * 2
print(theano.function([], total)())
#: no outputs, a cell shows them
# %%
import theano
n = theano.shared(0)
# %%
_, u = theano.scan(lambda: {n: n + 1}, n_steps=3)
#      ^^^^^^^^^^^ warning: dropped-updates
u
#: none decided wrongly
import theano, theano.tensor as T
class Net(object):
    def __init__(self):
        self.counter = None
    def enable(self):
        self.counter = theano.shared(0)
    def step(self, a):
        if self.counter is None:
            return a
        return a, {self.counter: self.counter + 1}
    def build(self, x):
        h, _ = theano.scan(self.step, [x])
        return theano.function([x], h)
net = Net()
f = net.build(T.vector())
#: decided none with enable
import theano, theano.tensor as T
class Net(object):
    def __init__(self):
        self.counter = None
    def enable(self):
        self.counter = theano.shared(0)
    def step(self, a):
        if self.counter is None:
            return a
        return a, {self.counter: self.counter + 1}
    def build(self, x):
        h, _ = theano.scan(self.step, [x])
#              ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x], h)
net = Net()
net.enable()
f = net.build(T.vector())
#: optional updates argument used when given, keyword
import theano, theano.tensor as T
n = theano.shared(0)
def compile_it(ins, outs, scan_updates=None, own=None):
    updates = OrderedDict()
    if scan_updates is not None:
        updates.update(scan_updates)
    if own is not None:
        updates.update(own)
    return theano.function(ins, outs, updates=updates)
from collections import OrderedDict
x = T.vector()
h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
f = compile_it([x], h, scan_updates=u)
#: callable object as step
import theano, theano.tensor as T
class Step(object):
    def __init__(self):
        self.n = theano.shared(0)
    def __call__(self, a):
        return a, {self.n: self.n + 1}
x = T.vector()
h, u = theano.scan(Step(), [x])
f = theano.function([x], h, updates=u)
#: callable object as step lost
import theano, theano.tensor as T
class Step(object):
    def __init__(self):
        self.n = theano.shared(0)
    def __call__(self, a):
        return a, {self.n: self.n + 1}
x = T.vector()
h, u = theano.scan(Step(), [x])
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], h)
#: mixin of an unknown base later
import theano, theano.tensor as T
from base import Trainer
class Net(Trainer):
    def __init__(self):
        self.n = theano.shared(0)
        Trainer.__init__(self)
    def forward(self, x):
        h, self.scan_updates = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
        return h
#: registered by a metaclass
import theano, theano.tensor as T
class Net(object, metaclass=Registry):
    def __init__(self):
        self.n = theano.shared(0)
    def forward(self, x):
        h, _ = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
        return theano.function([x], h)
#: setattr in the file
import theano, theano.tensor as T
class Net(object):
    def __init__(self, **kw):
        self.n = theano.shared(0)
        for k in kw: setattr(self, k, kw[k])
    def forward(self, x):
        h, _ = theano.scan(lambda a: (a, {self.n: self.n + 1}), [x])
        return theano.function([x], h)
#: return dict of results
import theano, theano.tensor as T
n = theano.shared(0)
def build(x):
    h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
    return {'h': h, 'updates': u}
x = T.vector()
r = build(x)
f = theano.function([x], r['h'], updates=r['updates'])
#: updates filtered
import theano, theano.tensor as T
n = theano.shared(0); m = theano.shared(0)
x = T.vector()
h, u = theano.scan(lambda a: (a, {n: n + 1, m: m + 1}), [x])
keep = {k: v for k, v in u.items() if k is not m}
f = theano.function([x], h, updates=keep)
#: updates via function inputs In
import theano, theano.tensor as T
n = theano.shared(0)
x = T.vector()
h, u = theano.scan(lambda a: (a, {n: n + 1}), [x])
f = theano.function([theano.In(x), theano.In(n, update=u[n])], h)
