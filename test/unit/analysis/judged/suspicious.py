# Programs that look wrong and are right. Each program ran under the real library, which decided what is right.
#: named updates empty: the name updates is rebound to the SGD list; scan's were empty: clean
import numpy as np
import theano
import theano.tensor as T

w = theano.shared(np.float64(0.3), name='w')
x, y = T.dvector('x'), T.dscalar('y')
h, updates = theano.scan(lambda xt, ht, w_: T.tanh(w_ * ht + xt), sequences=x, outputs_info=T.zeros(()), non_sequences=w)
cost = (h[-1] - y) ** 2
updates = [(w, w - 0.1 * T.grad(cost, w))]
train = theano.function([x, y], cost, updates=updates)
print(train([1., 2.], 0.5))
#: returns empty dict: the step returns an empty dict: clean
import theano
import theano.tensor as T

x = T.dvector('x')
out, _ = theano.scan(lambda e: (e * 2, {}), sequences=x)
print(theano.function([x], out)([1., 2.]))
#: reads shared only: shared variables are read, none is updated: clean
import numpy as np
import theano
import theano.tensor as T

table = theano.shared(np.arange(10.), name='table')
offset = theano.shared(0.5, name='offset')
ids = T.lvector('ids')
out, updates = theano.scan(lambda i: table[i] + offset, sequences=ids)
f = theano.function([ids], out, updates=[(offset, offset + 1)])
print(f([1, 2]), f([1, 2]))
#: dict output not updates: a dict is built in the step but only its values are returned: clean
import theano
import theano.tensor as T

x = T.dvector('x')


def step(e, h):
    state = {'h': h + e, 'e2': e ** 2}
    return [state['h'], state['e2']]


(hs, e2), _ = theano.scan(step, sequences=x, outputs_info=[T.zeros(()), None])
print(theano.function([x], [hs, e2])([1., 2.]))
#: numpy rng in step: numpy's RandomState is used in the step: frozen at construction; no updates involved. runs-once hint allowed
import numpy as np
import theano
import theano.tensor as T

rng = np.random.RandomState(0)
x = T.dvector('x')


def step(e):
    return e + rng.normal()


out, _ = theano.scan(step, sequences=x)
f = theano.function([x], out)
print(f([0., 0.]))
#: seeded streams unused: a RandomStreams object exists, used outside the scan only: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(3)
x = T.dvector('x')
noisy = x + srng.normal(size=x.shape)
cum, _ = theano.scan(lambda e, a: a + e, sequences=noisy, outputs_info=T.zeros(()))
f = theano.function([x], cum)
print(f([1., 1.]), f([1., 1.]))
#: method named normal: an own class with a method normal() that is no random stream: clean
import theano
import theano.tensor as T


class Surface(object):
    def normal(self, p):
        return p / T.sqrt((p ** 2).sum())

    def uniform(self, p):
        return p * 0 + 1


s = Surface()
P = T.dmatrix('P')
out, _ = theano.scan(lambda p: s.normal(p) + s.uniform(p), sequences=P)
print(theano.function([P], out)([[3., 4.]]))
#: updates method of rng: draws outside, stream.updates() passed, scan's empty ones dropped: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(3)
eps = srng.normal(size=(4,))
walk, _ = theano.scan(lambda e, s: s + e, sequences=eps, outputs_info=T.zeros(()))
f = theano.function([], walk, updates=srng.updates(), no_default_updates=True)
print(f(), f())
#: del updates: del updates of an empty dict: clean
import theano
import theano.tensor as T

x = T.dmatrix('x')
rows, updates = theano.scan(fn=lambda r: r / r.sum(), sequences=[x])
del updates
print(theano.function([x], rows)([[1., 3.]]))
#: jacobian: the tutorial's Jacobian, Hessian: clean
import theano
import theano.tensor as T

x = T.dvector('x')
y = x ** 2
J, updates = theano.scan(lambda i, y, x: T.grad(y[i], x), sequences=T.arange(y.shape[0]), non_sequences=[y, x])
f = theano.function([x], J, updates=updates)
cost = y.sum()
gy = T.grad(cost, x)
H, _ = theano.scan(lambda i, gy, x: T.grad(gy[i], x), sequences=T.arange(gy.shape[0]), non_sequences=[gy, x])
g = theano.function([x], H)
print(f([4., 4.]), g([4., 4.]))
#: ctc like: log-space recursion with taps, two outputs discarded: clean
import numpy as np
import theano
import theano.tensor as T

probs = T.dmatrix('probs')


def step(p_t, a_tm1, a_tm2):
    return T.log(p_t.sum()) + T.maximum(a_tm1, a_tm2)


alpha, _ = theano.scan(step, sequences=probs, outputs_info=[dict(initial=T.zeros((2,)), taps=[-1, -2])])
f = theano.function([probs], alpha[-1])
print(f(np.ones((3, 2))))
#: until no updates: until without updates: clean
import aesara
import aesara.tensor as at
from aesara.scan.utils import until

x0 = at.dscalar("x0")


def halve(x):
    return x / 2, until(x < 1)


xs, _ = aesara.scan(halve, outputs_info=x0, n_steps=100)
f = aesara.function([x0], xs.shape[0])
print(f(10.0))
#: step pair outputs: a tuple (h, y) of two outputs, none shared: clean
import theano
import theano.tensor as T

x = T.dvector('x')


def step(e, acc):
    return (acc + e, acc)


res, _ = theano.scan(step, sequences=x, outputs_info=[T.zeros(()), None])
print(theano.function([x], res)([1., 2., 3.]))
#: updates in other cell: notebook: the function is made in a later cell with the updates under another name: clean
# %%
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

# %%
srng = RandomStreams(0)
res = theano.scan(lambda: srng.uniform(), n_steps=3)

# %%
samples, state_change = res

# %%
u = state_change
get = theano.function([], samples, updates=u)
print(get(), get())
#: function in loop updates kw: updates through a loop of (name, outputs, updates) triples: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

srng = RandomStreams(1)
n, un = theano.scan(lambda: srng.normal(), n_steps=2)
b, ub = theano.scan(lambda: srng.binomial(), n_steps=2)
fns = {}
for name, outs, ups in [('normal', n, un), ('binomial', b, ub)]:
    fns[name] = theano.function([], outs, updates=ups)
print(fns['normal'](), fns['binomial']())
#: try except import: from-import fallback; clean RNN with both return forms
try:
    import aesara.tensor as T
    from aesara import function, scan, shared
except ImportError:
    import theano.tensor as T
    from theano import function, scan, shared
import numpy as np

W = shared(np.eye(2) * 0.5, name="W")
x = T.dmatrix("x")
h, updates = scan(lambda xt, ht: T.tanh(xt + T.dot(ht, W)), sequences=[x], outputs_info=[T.zeros((2,))])
f = function([x], h[-1])
print(f(np.ones((3, 2))))
#: try except import dropped: the same fallback import with a draw in the step, dropped
try:
    import aesara.tensor as T
    from aesara import function, scan, shared
    from aesara.tensor.random.utils import RandomStream as RandomStreams
except ImportError:
    import theano.tensor as T
    from theano import function, scan, shared
    from theano.tensor.shared_randomstreams import RandomStreams
import numpy as np

srng = RandomStreams(9)
W = shared(np.eye(2) * 0.5, name="W")
x = T.dmatrix("x")
h, updates = scan(
#            ^^^^ warning: dropped-random-updates
    lambda xt, ht: T.tanh(xt + T.dot(ht, W) + srng.normal(size=(2,))),
    sequences=[x],
    outputs_info=[T.zeros((2,))],
)
f = function([x], h[-1])
print(f(np.ones((3, 2))), f(np.ones((3, 2))))
#: wrapper function adds updates: an own function() wrapper adds the collected updates: clean
import theano
import theano.tensor as T

_collected = []


def scan(*args, **kwargs):
    outs, ups = theano.scan(*args, **kwargs)
    _collected.append(ups)
    return outs


def compile_function(inputs, outputs, **kw):
    updates = list(kw.pop('updates', []))
    for ups in _collected:
        updates.extend(ups.items())
    return theano.function(inputs, outputs, updates=updates, **kw)


n = theano.shared(0, name='n')
x = T.dvector('x')
y = scan(lambda e: (e + 1, {n: n + 1}), sequences=x)
f = compile_function([x], y)
f([1., 2., 3.])
print(n.get_value())
#: attribute on variable: blocks style: updates hidden in a tag of the output variable: clean
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
y, ups = theano.scan(lambda e: (e + 1, {n: n + 1}), sequences=x)
y.tag.updates = ups
f = theano.function([x], y, updates=y.tag.updates)
f([1., 2.])
print(n.get_value())
#: setattr updates: setattr/getattr with the updates: clean
import pytensor
import pytensor.tensor as pt

n = pytensor.shared(0, name="n")


class Graph:
    pass


g = Graph()
x = pt.dvector("x")
out, ups = pytensor.scan(lambda e: (e + 1, {n: n + 1}), sequences=x)
#          ^^^^^^^^^^^^^ information: return-updates-deprecated
setattr(g, "out", out)
setattr(g, "updates", ups)
f = pytensor.function([x], g.out, updates=getattr(g, "updates"))
f([1.0, 2.0])
print(n.get_value())
#: closure function builder: updates captured by an inner function that compiles on demand: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


def make_sampler(seed):
    rng = RandomStreams(seed)
    mean = T.dscalar('mean')
    draws, updates = theano.scan(lambda m: m + rng.normal(), non_sequences=mean, n_steps=4)
    cache = {}

    def sample(m):
        if 'f' not in cache:
            cache['f'] = theano.function([mean], draws, updates=updates)
        return cache['f'](m)

    return sample


s = make_sampler(3)
print(s(0.), s(0.))
#: lambda function builder: the function is compiled in a lambda that ignores the updates
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

rng = RandomStreams(4)
draws, updates = theano.scan(lambda: rng.normal(), n_steps=4)
#                ^^^^^^^^^^^ warning: dropped-random-updates
build = lambda **kw: theano.function([], draws, **kw)
f = build()
print(f(), f())
#: lambda function builder ok: the lambda gets them by keyword: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

rng = RandomStreams(4)
draws, updates = theano.scan(lambda: rng.normal(), n_steps=4)
build = lambda **kw: theano.function([], draws, **kw)
f = build(updates=updates)
print(f(), f())
#: shape only: a function that uses only the length of a random scan; dropped updates without effect on the value. At most info
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams

rng = RandomStreams(4)
n = T.lscalar('n')
draws, _ = theano.scan(lambda i: i + rng.normal(), sequences=T.arange(n))
f = theano.function([n], draws.shape[0])
print(f(5))
#: no function compiled: only printed with debugprint, no function at all: not required
import io
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(1)
xs, _ = aesara.scan(lambda: srng.normal(), n_steps=5)
aesara.dprint(xs, file=io.StringIO())
#: deterministic seed reset: updates dropped on purpose in a function named frozen, while another gets them: at most info
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(1)
xs, ups = aesara.scan(lambda: srng.normal(), n_steps=5)
moving = aesara.function([], xs, updates=ups)
frozen = aesara.function([], xs)
#        ^^^^^^^^^^^^^^^ information: updates-not-in-this-function
print(moving(), frozen(), frozen())
#: switch updates by mode: list of updates grows only if train; here train: clean
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


def build(x, train):
    updates = []
    rng = RandomStreams(1)
    if train:
        y, u = theano.scan(lambda e: e * rng.binomial(), sequences=x)
        updates += u.items()
    else:
        y, _ = theano.scan(lambda e: e * 0.5, sequences=x)
    return y, updates


x = T.dvector('x')
y, ups = build(x, True)
f = theano.function([x], y, updates=ups)
y2, ups2 = build(x, False)
g = theano.function([x], y2, updates=ups2)
print(f([1.] * 4), g([1.] * 4))
#: theano clone replace: the outputs are cloned with a replacement; the updates are still passed: clean
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x, z = T.dvector('x'), T.dvector('z')
y, u = theano.scan(lambda e: (e + 1, {n: n + 1}), sequences=x)
f = theano.function([x], y * 2, updates=u, name='f')
f([1., 2.])
print(n.get_value())
#: givens minibatch: givens and updates together: clean
import numpy as np
import theano
import theano.tensor as T

data = theano.shared(np.ones((6, 2)), name='data')
seen = theano.shared(0, name='seen')
i = T.lscalar('i')
x = T.dmatrix('x')
y, u = theano.scan(lambda r: (r.sum(), {seen: seen + 1}), sequences=x)
f = theano.function([i], y, updates=u, givens={x: data[i * 2:(i + 1) * 2]})
for k in range(3):
    f(k)
print(seen.get_value())
#: custom key in plain dict: scan's result is unpacked with a starred target; updates are last: clean
import pytensor
import pytensor.tensor as pt

n = pytensor.shared(0, name="n")
x = pt.dvector("x")
*outs, ups = pytensor.scan(lambda e: (e + 1, {n: n + 1}), sequences=x)
#            ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([x], outs[0], updates=ups)
f([1.0, 2.0])
print(n.get_value())
#: exec updates attr chain: a self-made container: outs.updates via a class with __iter__: clean
import theano
import theano.tensor as T


class ScanResult(object):
    def __init__(self, outputs, updates):
        self.outputs, self.updates = outputs, updates

    def __iter__(self):
        return iter((self.outputs, self.updates))


n = theano.shared(0, name='n')
x = T.dvector('x')
r = ScanResult(*theano.scan(lambda e: (e + 1, {n: n + 1}), sequences=x))
y, u = r
f = theano.function([x], y, updates=u)
f([1., 2.])
print(n.get_value())
#: checkpoints stateless: map/foldl/foldr results indexed [0], stateless: clean
import theano
import theano.tensor as T

x = T.dvector('x')
a = theano.map(lambda e: e + 1, x)[0]
b = theano.foldl(lambda e, acc: acc + e, x, T.zeros(()))[0]
c = theano.foldr(lambda e, acc: e - acc, x, T.zeros(()))[0]
d, _ = theano.reduce(T.maximum, x, T.zeros(()))
print(theano.function([x], [a, b, c, d])([1., 2., 3.]))
