# Classes, factories and ways to write one call; what is marked drops its updates.
#: class counters over the instance at module level
import theano
import theano.tensor as T
class Counter(object):
    def __init__(self, start=0):
        self.n = theano.shared(start)
    def step(self, v):
        return v + 1, {self.n: self.n + 1}
c = Counter()
x = T.vector('x')
out, _ = theano.scan(c.step, sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: class with two instances, one passed
import theano
import theano.tensor as T
class Counter(object):
    def __init__(self, start=0):
        self.n = theano.shared(start)
    def run(self, x):
        return theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=x)
c = Counter()
x = T.vector('x')
out, u = c.run(x)
f = theano.function([x], out, updates=u)
#: method returns scan, dropped by the program that the class belongs to
import theano
import theano.tensor as T
class Counter(object):
    def __init__(self, start=0):
        self.n = theano.shared(start)
    def run(self, x):
        return theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=x)
#              ^^^^^^^^^^^ warning: dropped-updates
c = Counter()
x = T.vector('x')
out, _ = c.run(x)
f = theano.function([x], out)
#: attribute rebound elsewhere
import theano
import theano.tensor as T
class M(object):
    def __init__(self):
        self.n = theano.shared(0)
    def reset(self, value):
        self.n = value
    def build(self, x):
        out, _ = theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=x)
        return theano.function([x], out)
#: two classes with the same attribute
import theano
import theano.tensor as T
class A(object):
    def __init__(self):
        self.n = theano.shared(0)
    def build(self, x):
        out, _ = theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=x)
#                ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x], out)
class B(object):
    def __init__(self):
        self.n = 5
    def size(self):
        return self.n
#: unknown base
import theano
import theano.tensor as T
from layers import Layer
class A(Layer):
    def __init__(self):
        self.n = theano.shared(0)
    def build(self, x):
        out, _ = theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=x)
#                ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x], out)
#: own base
import theano
import theano.tensor as T
class Base(object):
    def __init__(self, name):
        self.name = name
        self.n = theano.shared(0, name='n')
class Net(Base):
    def __init__(self, size):
        super(Net, self).__init__('net')
        self.size = size
    def step(self, v, h):
        return T.tanh(v + h), [(self.n, self.n + 1)]
    def compile(self):
        x = T.vector('x')
        hs, _ = theano.scan(self.step, sequences=[x], outputs_info=[T.zeros(())])
#               ^^^^^^^^^^^ warning: dropped-updates
        self.predict = theano.function([x], hs)
net = Net(3)
net.compile()
#: subclass overrides the step
import theano
import theano.tensor as T
class Base(object):
    def __init__(self):
        self.n = theano.shared(0, name='n')
    def step(self, v):
        return v, {self.n: self.n + 1}
    def build(self, x):
        hs, _ = theano.scan(self.step, sequences=[x])
        return theano.function([x], hs)
class Quiet(Base):
    def step(self, v):
        return v
#: attribute changed by setattr
import theano
import theano.tensor as T
class M(object):
    def __init__(self, **kwargs):
        self.n = theano.shared(0)
        for k, v in kwargs.items():
            setattr(self, k, v)
    def build(self, x):
        out, _ = theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=x)
        return theano.function([x], out)
#: updates kept under self in another method
import theano
import theano.tensor as T
class M(object):
    def __init__(self):
        self.n = theano.shared(0)
        self.x = T.vector('x')
        self.out, self.upd = theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=self.x)
    def fit(self):
        return theano.function([self.x], self.out, updates=self.upd)
#: outputs under self, compiled in another method
import theano
import theano.tensor as T
class M(object):
    def __init__(self):
        self.n = theano.shared(0)
        self.x = T.vector('x')
        self.out, _ = theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=self.x)
#                     ^^^^^^^^^^^ warning: dropped-updates
        self.cost = T.mean(self.out)
    def fit(self):
        return theano.function([self.x], self.cost)
#: outputs under self, compiled outside
import theano
import theano.tensor as T
class M(object):
    def __init__(self, input):
        self.n = theano.shared(0)
        self.out, _ = theano.scan(lambda v: (v, {self.n: self.n + 1}), sequences=input)
#                     ^^^^^^^^^^^ warning: dropped-updates
x = T.vector('x')
m = M(x)
f = theano.function(inputs=[x], outputs=m.out)
#: rng default None, params passed
import numpy
import theano
import theano.tensor as T
class RNN(object):
    def __init__(self, n, W=None, count=None, activation=T.tanh):
        if W is None:
            W = theano.shared(numpy.zeros((n, n)), name='W')
        if count is None:
            count = theano.shared(0, name='count')
        self.W = W
        self.count = count
        self.activation = activation
        self.params = [self.W]
    def __call__(self, x):
        def step(x_t, h):
            return self.activation(T.dot(x_t, self.W) + h), {self.count: self.count + 1}
        h, _ = theano.scan(step, sequences=x, outputs_info=[T.zeros((5,))])
#              ^^^^^^^^^^^ warning: lost-in-helper
        return h
x = T.matrix('x')
rnn = RNN(5)
f = theano.function([x], rnn(x))
#: class static step
import theano
import theano.tensor as T
n = theano.shared(0)
class M(object):
    @staticmethod
    def step(v):
        return v, {n: n + 1}
    def build(self):
        x = T.vector('x')
        y, _ = theano.scan(M.step, sequences=x)
#              ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x], y)
#: class attribute shared
import theano
import theano.tensor as T
class M(object):
    n = theano.shared(0)
    def step(self, v):
        return v, {self.n: self.n + 1}
    def build(self):
        x = T.vector('x')
        y, _ = theano.scan(self.step, sequences=x)
#              ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([x], y)
#: list of layers
import theano
import theano.tensor as T
class Layer:
    def __init__(self, i):
        self.count = theano.shared(0, name='count%d' % i)
    def forward(self, x):
        y, upd = theano.scan(lambda v: (T.tanh(v), {self.count: self.count + 1}), sequences=x)
        self.updates = upd
        return y
layers = [Layer(i) for i in range(3)]
h = T.vector('x')
for l in layers:
    h = l.forward(h)
f = theano.function([h], h, updates=sum([list(l.updates.items()) for l in layers], []))
#: dropout mask counter, train true flag
import theano
import theano.tensor as T
n = theano.shared(0)
def model(x, train=True):
    def step(v):
        if train:
            return v * 0.5, {n: n + 1}
        return v
    y, _ = theano.scan(step, x)
    return y
x = T.vector('x')
f = theano.function([x], model(x, False))
#: step through a dictionary of functions
import theano
import theano.tensor as T
n = theano.shared(0)
steps = {'plain': lambda v: v, 'counted': lambda v: (v, {n: n + 1})}
x = T.vector('x')
y, _ = theano.scan(steps['counted'], x)
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], y)
#: step chosen by name
import theano, sys
import theano.tensor as T
n = theano.shared(0)
steps = {'plain': lambda v: v, 'counted': lambda v: (v, {n: n + 1})}
x = T.vector('x')
y, _ = theano.scan(steps[sys.argv[1]], x)
f = theano.function([x], y)
#: kwargs options dict to scan
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
opts = dict(sequences=x, name='loop')
y, _ = theano.scan(lambda v: (v, {n: n + 1}), **opts)
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], y)
#: keyword fn first
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
y, u = theano.scan(sequences=x, fn=lambda v: (v, {n: n + 1}))
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function(inputs=[x], outputs=[y, y.sum()], name='f', mode='FAST_COMPILE')
#: printed and plotted
import theano
import theano.tensor as T
import numpy as np
import matplotlib.pyplot as plt
n = theano.shared(0)
x = T.vector('x')
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
print('updates are', u)
print("%s" % u)
print(u.keys())
f = theano.function([x], y)
plt.plot(f(np.arange(3.)))
#: logged
import logging
import theano
import theano.tensor as T
log = logging.getLogger(__name__)
n = theano.shared(0)
x = T.vector('x')
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
log.info('updates %s', u)
f = theano.function([x], y)
#: f-string in a log
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
print(f'updates {u}')
f = theano.function([x], y)
#: given to a helper that ignores them
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
def compile_it(inputs, output, updates):
    return theano.function(inputs, output)
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
f = compile_it([x], y, u)
#: given to a helper that uses them
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
def compile_it(inputs, output, updates=None):
    updates = updates or {}
    return theano.function(inputs, output, updates=updates)
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
f = compile_it([x], y, u)
g = compile_it([x], y)
#: helper gets default none
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
def compile_it(inputs, output, updates=None):
    if updates is None:
        updates = []
    return theano.function(inputs, output, updates=updates)
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
g = compile_it([x], y)
#: config dict of names
import theano
import theano.tensor as T
config = {'updates': None}
n = theano.shared(0)
x = T.vector('x')
y, config['updates'] = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
f = theano.function([x], y, **config)
#: with shared dict of params
import theano
import theano.tensor as T
import numpy as np
from collections import OrderedDict
tparams = OrderedDict()
for kk, pp in {'W': np.zeros(3), 'n': np.zeros(3)}.items():
    tparams[kk] = theano.shared(pp, name=kk)
def lstm_layer(tparams, state_below):
    def _step(x_, h_):
        return T.tanh(x_ + h_ * tparams['W']), {tparams['n']: tparams['n'] + x_}
    rval, updates = theano.scan(_step, sequences=[state_below], outputs_info=[T.zeros((3,))])
#                   ^^^^^^^^^^^ warning: lost-in-helper
    return rval
x = T.matrix('x')
f = theano.function([x], lstm_layer(tparams, x))
#: literal tparams
import theano
import theano.tensor as T
import numpy as np
tparams = {'W': theano.shared(np.zeros(3), name='W'), 'n': theano.shared(np.zeros(3), name='n')}
def lstm_layer(tparams, state_below):
    def _step(x_, h_):
        return T.tanh(x_ + h_ * tparams['W']), {tparams['n']: tparams['n'] + x_}
    rval, updates = theano.scan(_step, sequences=[state_below], outputs_info=[T.zeros((3,))])
#                   ^^^^^^^^^^^ warning: lost-in-helper
    return rval
x = T.matrix('x')
f = theano.function([x], lstm_layer(tparams, x))
#: two lists of updates plus
import theano
import theano.tensor as T
n = theano.shared(0); m = theano.shared(0)
x = T.vector('x')
y, u1 = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
z, u2 = theano.scan(lambda v: (v, {m: m + 1}), sequences=y)
f = theano.function([x], z, updates=u1 + u2)
#: update keeps only one
import theano
import theano.tensor as T
n = theano.shared(0); m = theano.shared(0)
x = T.vector('x')
y, u1 = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
z, u2 = theano.scan(lambda v: (v, {m: m + 1}), sequences=y)
#       ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], z, updates=u1)
#: dict update call
import theano
import theano.tensor as T
n = theano.shared(0); m = theano.shared(0)
x = T.vector('x')
y, u1 = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
z, u2 = theano.scan(lambda v: (v, {m: m + 1}), sequences=y)
u1.update(u2)
f = theano.function([x], z, updates=u1)
#: eval only
import theano
n = theano.shared(0)
y, _ = theano.scan(lambda: (n * 2, {n: n + 1}), n_steps=3)
#      ^^^^^^^^^^^ warning: dropped-updates
print(y.eval())
#: returned value unpacked later
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
result = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#        ^^^^^^^^^^^ warning: dropped-updates
y, u = result
f = theano.function([x], y)
#: returned value indexed
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
result = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
f = theano.function([x], result[0], updates=result[1])
#: starred unpack
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
y, *rest = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
f = theano.function([x], y, updates=rest[0])
#: starred unpack lost
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
y, *rest = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#          ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], y)
#: py2 print program
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], y)
print f([1, 2]), n.get_value()
for i in xrange(3):
    print i
#: py2 exec
import theano
n = theano.shared(0)
y, u = theano.scan(lambda: (n, {n: n + 1}), n_steps=3)
exec "f = theano.function([], y, updates=u)"
#: lambda tuple parameter of py2
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
pairs = map(lambda (a, b): a + b, [(1, 2)])
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
#      ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], y)
print pairs
#: foldl lost
import theano
import theano.tensor as T
n = theano.shared(0)
x = T.vector('x')
y, u = theano.foldl(lambda v, s: (v + s, {n: n + 1}), x, T.zeros(()))
#      ^^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], y)
#: reduce without updates
import theano
import theano.tensor as T
x = T.vector('x')
y, _ = theano.reduce(lambda v, s: v + s, x, T.zeros(()))
f = theano.function([x], y)
#: jacobian
import theano
import theano.tensor as T
x = T.dvector('x')
y = x ** 2
J, updates = theano.scan(lambda i, y, x: T.grad(y[i], x), sequences=T.arange(y.shape[0]), non_sequences=[y, x])
f = theano.function([x], J, updates=updates)
g = theano.function([x], J)
#: global in a function
import theano
import theano.tensor as T
def setup():
    global n
    n = theano.shared(0)
setup()
x = T.vector('x')
y, u = theano.scan(lambda v: (v, {n: n + 1}), sequences=x)
f = theano.function([x], y)
#: typed
from typing import Any
import pytensor
import pytensor.tensor as pt
def build(x: pt.TensorVariable) -> Any:
    n: Any = pytensor.shared(0)
    def step(v: pt.TensorVariable):
        return v, {n: n + 1}
    ys, upd = pytensor.scan(step, sequences=[x])
#             ^^^^^^^^^^^^^ warning: dropped-updates
    return pytensor.function([x], ys)
#: dataclass
from dataclasses import dataclass
import pytensor
import pytensor.tensor as pt
@dataclass
class M:
    n: object
    def build(self, x):
        ys, _ = pytensor.scan(lambda v: (v, {self.n: self.n + 1}), sequences=[x])
        return pytensor.function([x], ys)
#: with context
import pytensor
import pytensor.tensor as pt
n = pytensor.shared(0)
x = pt.vector('x')
with pytensor.config.change_flags(mode='FAST_COMPILE'):
    ys, upd = pytensor.scan(lambda v: (v, {n: n + 1}), sequences=[x])
#             ^^^^^^^^^^^^^ warning: dropped-updates
    f = pytensor.function([x], ys)
#: try finally
import pytensor
import pytensor.tensor as pt
n = pytensor.shared(0)
x = pt.vector('x')
try:
    ys, upd = pytensor.scan(lambda v: (v, {n: n + 1}), sequences=[x])
#             ^^^^^^^^^^^^^ warning: dropped-updates
    f = pytensor.function([x], ys)
finally:
    print('done')
#: asserted empty in pytest style
import pytensor
import pytensor.tensor as pt
n = pytensor.shared(0)
def test_it():
    x = pt.vector('x')
    ys, upd = pytensor.scan(lambda v: (v, {n: n + 1}), sequences=[x])
    assert len(upd) == 1
    f = pytensor.function([x], ys)
#: test raises
import pytest
import pytensor
import pytensor.tensor as pt
n = pytensor.shared(0)
def test_it():
    with pytest.raises(ValueError):
        ys = pytensor.scan(lambda: (n * 2, {n: n + 1}), n_steps=3, return_updates=False)
#: explicit same variable
import theano
import theano.tensor as T
h = theano.shared(0.)
x = T.vector('x')
hs, _ = theano.scan(lambda v: (v + h, {h: h + v}), sequences=x)
f = theano.function([x], hs, updates={h: hs[-1]})
#: stateful rnn: state as output and explicit update
import theano
import theano.tensor as T
import numpy as np
h0 = theano.shared(np.zeros(4), name='h0')
x = T.matrix('x')
hs, _ = theano.scan(lambda v, h: T.tanh(v + h), sequences=x, outputs_info=h0)
f = theano.function([x], hs, updates=[(h0, hs[-1])])
#: sample counter in Gibbs class with dict returned by helper method
import theano
import theano.tensor as T
import numpy as np
class Gibbs(object):
    def __init__(self):
        self.W = theano.shared(np.zeros((3, 3)))
        self.n = theano.shared(0)
    def count(self):
        return {self.n: self.n + 1}
    def step(self, v):
        return T.dot(v, self.W), self.count()
    def build(self, steps):
        v = T.vector('v')
        vs, u = theano.scan(self.step, outputs_info=[v], n_steps=steps)
#               ^^^^^^^^^^^ warning: dropped-updates
        return theano.function([v], vs[-1])
g = Gibbs().build(10)
#: the updates are made by a property
import theano
import theano.tensor as T
class Counter(object):
    def __init__(self):
        self._count = theano.shared(0)
    @property
    def count(self):
        return self._count
    @property
    def counted(self):
        return {self.count: self.count + 1}
counter = Counter()
x = T.vector('x')
out, _ = theano.scan(lambda v: (v, counter.counted), x)
#        ^^^^^^^^^^^ warning: dropped-updates
f = theano.function([x], out)
#: a property has a setter
import theano
import theano.tensor as T
class Counter(object):
    @property
    def count(self):
        return self._count
    @count.setter
    def count(self, count):
        self._count = count
counter = Counter()
counter.count = theano.shared(0)
x = T.vector('x')
out, _ = theano.scan(lambda v: (v, {counter.count: counter.count + 1}), x)
f = theano.function([x], out)
#: a scan in a property that keeps its updates
import theano
import theano.tensor as T
class Model(object):
    def __init__(self):
        self.count = theano.shared(0)
        self.updates = OrderedDict()
        self.x = T.vector('x')
    @property
    def output(self):
        out, updates = theano.scan(lambda v: (v, {self.count: self.count + 1}), self.x)
        self.updates.update(updates)
        return out
model = Model()
f = theano.function([model.x], model.output, updates=model.updates)
#: a scan in a property that loses its updates
import theano
import theano.tensor as T
class Model(object):
    def __init__(self):
        self.count = theano.shared(0)
        self.x = T.vector('x')
    @property
    def output(self):
        out, _ = theano.scan(lambda v: (v, {self.count: self.count + 1}), self.x)
#                ^^^^^^^^^^^ warning: lost-in-helper
        return out
model = Model()
f = theano.function([model.x], model.output)
#: a property that a subclass replaces
import theano
import theano.tensor as T
class Base(object):
    def __init__(self):
        self.count = theano.shared(0)
    @property
    def counted(self):
        return {self.count: self.count + 1}
    def build(self, x):
        out, _ = theano.scan(lambda v: (v, self.counted), x)
        return theano.function([x], out)
class Quiet(Base):
    @property
    def counted(self):
        return {}
f = Quiet().build(T.vector('x'))
