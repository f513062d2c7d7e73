# The same mistakes in other forms. Each program ran under the real library, which decided what is right.
#: two outputs two pairs pt: [a, b] next to a list of two pairs is itself a list of two 2-lists, so everything is parsed as updates
import pytensor
import pytensor.tensor as pt

m = pytensor.shared(0.0, name="m")
P = pytensor.shared(1.0, name="P")
obs = pt.dvector("obs")


def assimilate(y):
    K = P / (P + 0.1)
    m_new = m + K * (y - m)
    return [m_new, K], [(m, m_new), (P, (1 - K) * P)]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: unparsable-step-return


res, belief = pytensor.scan(assimilate, sequences=[obs])
#             ^^^^^^^^^^^^^ information: return-updates-deprecated
#: two outputs two pairs th: the same in Theano
import theano
import theano.tensor as T

m = theano.shared(0.0, name='m')
P = theano.shared(1.0, name='P')
obs = T.dvector('obs')


def assimilate(y):
    K = P / (P + 0.1)
    m_new = m + K * (y - m)
    return [m_new, K], [(m, m_new), (P, (1 - K) * P)]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: unparsable-step-return


res, belief = theano.scan(assimilate, sequences=[obs])
#: overwritten second model: updates rebound by a second scan in straight-line code; both outputs in one function
import theano
import theano.tensor as T

visits = theano.shared(0, name='visits')
skips = theano.shared(0, name='skips')
x = T.dvector('x')

forward, updates = theano.scan(lambda e: (e + 1, {visits: visits + 1}), sequences=x)
#                  ^^^^^^^^^^^ warning: overwritten-updates
backward, updates = theano.scan(lambda e: (e - 1, {skips: skips + 1}), sequences=x, go_backwards=True)

f = theano.function([x], [forward, backward], updates=updates)
f([1., 2.])
print(visits.get_value(), skips.get_value())
#: overwritten pt: the second scan has no updates at all and hides the first one's
import pytensor
import pytensor.tensor as pt

visits = pytensor.shared(0, name="visits")
x = pt.dvector("x")


def layer1(e):
    return pt.tanh(e), {visits: visits + 1}


h, updates = pytensor.scan(layer1, sequences=[x])
#            ^^^^^^^^^^^^^ warning: dropped-updates
#            ^^^^^^^^^^^^^ information: return-updates-deprecated
y, updates = pytensor.scan(lambda e: e * 2, sequences=[h])
#            ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([x], y, updates=updates)
f([1.0, 2.0])
print(visits.get_value())
#: overwritten underscore mix: `_` reused: first _ would have been needed, second not
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(2)
x = at.dvector("x")
noisy, _ = aesara.scan(lambda e: e + srng.normal(), sequences=[x])
#          ^^^^^^^^^^^ warning: dropped-random-updates
smooth, _ = aesara.scan(lambda e, a: 0.9 * a + e, sequences=[noisy], outputs_info=[at.zeros(())])
f = aesara.function([x], smooth, updates=_)
print(f([0.0, 0.0]), f([0.0, 0.0]))
#: overwritten but read ok: the first updates are read (function compiled) before the name is rebound: clean
import theano
import theano.tensor as T

visits = theano.shared(0, name='visits')
x = T.dvector('x')
a, updates = theano.scan(lambda e: (e + 1, {visits: visits + 1}), sequences=x)
f = theano.function([x], a, updates=updates)
b, updates = theano.scan(lambda e: (e + 1, {visits: visits + 2}), sequences=x)
g = theano.function([x], b, updates=updates)
f([1.]), g([1.])
print(visits.get_value())
#: collide in function list: param update and scan update of the same shared variable
import theano
import theano.tensor as T

w = theano.shared(1.0, name='w')
x = T.dvector('x')
y, u = theano.scan(lambda e: (e * w, {w: w * 0.99}), sequences=x)
updates = list(u.items())
updates.append((w, w - 0.1 * y.sum()))
f = theano.function([x], y, updates=updates)
#                                   ^^^^^^^ error: colliding-updates
#: collide ordered updates: OrderedUpdates.update with a key that is there already
import aesara
import aesara.tensor as at

steps = aesara.shared(0, name="steps")
x = at.dvector("x")


def count(fn):
    return lambda e: (fn(e), {steps: steps + 1})


total = None
outs = []
for fn in (at.exp, at.log):
    o, u = aesara.scan(count(fn), sequences=[x])
    outs.append(o)
    if total is None:
        total = u
    else:
        total.update(u)
# today silent: colliding-updates
f = aesara.function([x], outs, updates=total)
#: sum of updates pt: sum(list_of_updates, {}) of dicts
import pytensor
import pytensor.tensor as pt

cs = [pytensor.shared(0, name=f"c{i}") for i in range(2)]
x = pt.dvector("x")
runs = [pytensor.scan(lambda e, c=c: (e, {c: c + 1}), sequences=[x]) for c in cs]
#       ^^^^^^^^^^^^^ information: return-updates-deprecated
updates = sum((u for _, u in runs), {})
# today silent: merge-not-supported-by-version
f = pytensor.function([x], [o for o, _ in runs], updates=updates)
#: augmented plus pt: updates += other
import pytensor
import pytensor.tensor as pt

a = pytensor.shared(0, name="a")
w = pytensor.shared(1.0, name="w")
x = pt.dvector("x")
y, updates = pytensor.scan(lambda e: (e * 2, {a: a + 1}), sequences=[x])
#            ^^^^^^^^^^^^^ information: return-updates-deprecated
updates += {w: w - y.sum()}
#^^^^^^ error: merge-not-supported-by-version
f = pytensor.function([x], y, updates=updates)
#: list plus dict pt: [(w, ...)] + u
import pytensor
import pytensor.tensor as pt

a = pytensor.shared(0, name="a")
w = pytensor.shared(1.0, name="w")
x = pt.dvector("x")
y, u = pytensor.scan(lambda e: (e * 2, {a: a + 1}), sequences=[x])
#      ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([x], y, updates=[(w, w - y.sum())] + u)
#                                     ^^^^^^^^^^^^^^^^^^^^^^ error: merge-not-supported-by-version
#: list plus dict th ok: [(w, ...)] + u works in Theano: clean
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
w = theano.shared(1.0, name='w')
x = T.dvector('x')
y, u = theano.scan(lambda e: (e * 2, {a: a + 1}), sequences=x)
f = theano.function([x], y, updates=[(w, w - y.sum())] + u)
f([1., 2.])
print(a.get_value(), w.get_value())
#: plus plain dict th: the step's own dicts added with + in the step (plain dict + dict)
import theano
import theano.tensor as T

a = theano.shared(0, name='a')
b = theano.shared(0, name='b')
x = T.dvector('x')


def step(e):
    ua = {a: a + 1}
    ub = {b: b + 1}
    return e, ua + ub
# today silent: merge-not-supported-by-version


y, u = theano.scan(step, sequences=x)
#: pair tuple with output: return x, (s, s + 1): cannot be parsed
import theano
import theano.tensor as T

s = theano.shared(0, name='s')
x = T.dvector('x')


def step(e):
    return e * 2, (s, s + 1)
#          ^^^^^^^^^^^^^^^^^ error: unparsable-step-return


y, u = theano.scan(step, sequences=x)
#: pair is outputs aesara: counters as pair, then get_value read and found unchanged
import aesara
import aesara.tensor as at

iteration = aesara.shared(0, name="iteration")
beta = aesara.shared(1.0, name="beta")


def anneal():
    return [beta, beta * 0.9]
#          ^^^^^^^^^^^^^^^^^^ warning: pair-is-two-outputs


_, ups = aesara.scan(anneal, n_steps=10)
cool = aesara.function([], [], updates=ups)
for _i in range(3):
    cool()
    print(beta.get_value())
#: arity default ok: default parameters make the arity fine: clean
import theano
import theano.tensor as T

x = T.dvector('x')
k = T.dscalar('k')


def step(e, acc, scale=2.0, *rest):
    return acc + scale * e


y, _ = theano.scan(step, sequences=x, outputs_info=T.zeros(()), non_sequences=[k, k + 1])
z, _ = theano.scan(step, sequences=x, outputs_info=T.zeros(()))
print(theano.function([x, k], [y, z])([1., 2.], 3.))
#: arity star ok: *args step over any number of sequences: clean
import pytensor
import pytensor.tensor as pt

x, y = pt.dvectors("x", "y")
out = pytensor.scan(lambda *args: sum(args), sequences=[x, y, x], return_updates=False)
print(pytensor.function([x, y], out)([1.0], [2.0]))
#: arity unbound method: the class is used in place of the instance: self is filled by the sequence
import theano
import theano.tensor as T


class Cell(object):
    def step(self, x, h):
        return x + h


x = T.dvector('x')
h, _ = theano.scan(Cell.step, sequences=x, outputs_info=T.zeros(()))
#                  ^^^^^^^^^ error: step-arity
#: arity sequence dict taps: three taps, two parameters, plus a state
import aesara
import aesara.tensor as at

x = at.dvector("x")


def smooth(a, b, acc):
    return acc + a + b


y, _ = aesara.scan(
    smooth,
#   ^^^^^^ error: step-arity
    sequences=dict(input=x, taps=[-1, 0, 1]),
    outputs_info=at.zeros(()),
)
#: outputs info none ok: outputs_info=None and [None, None]: clean
import theano
import theano.tensor as T

x = T.dvector('x')
(a, b), _ = theano.scan(lambda e: (e, e * 2), sequences=x, outputs_info=[None, None])
(c, d), _ = theano.scan(lambda e: [e, e * 2], sequences=x, outputs_info=None)
print(theano.function([x], [a, b, c, d])([1.]))
#: outputs info dict for two: one dict as outputs_info, two outputs
import theano
import theano.tensor as T

x = T.dvector('x')
(a, b), _ = theano.scan(lambda e, h: (h + e, e), sequences=x, outputs_info=dict(initial=T.zeros(())))
#                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ error: outputs-info-arity
#: state dtype explicit ok: typed initial states: clean
import numpy as np
import theano
import theano.tensor as T

x = T.dvector('x')
a, _ = theano.scan(lambda e, s: s + e, sequences=x, outputs_info=np.float64(0))
b, _ = theano.scan(lambda e, s: s + e, sequences=x, outputs_info=T.as_tensor_variable(np.asarray(0, x.dtype)))
c, _ = theano.scan(lambda e, n: n + 1, sequences=x, outputs_info=0)
d, _ = theano.scan(lambda s: T.cast(s * 1.5, 'float32'), outputs_info=1.0, n_steps=3)
print(theano.function([x], [a, b, c, d])([1., 2.]))
#: state dtype len counter: a count initialised with pt.constant(0) (int8) and increased by an int64
import pytensor
import pytensor.tensor as pt

x = pt.lvector("x")
n = pytensor.scan(
    lambda e, c: c + pt.switch(e > 0, e, 0),
    sequences=[x],
    outputs_info=[pt.constant(0)],
#                 ^^^^^^^^^^^^^^ error: state-dtype
    return_updates=False,
)
#: state dtype mean of ints: the running mean of ints starts as an int
import aesara
import aesara.tensor as at

x = at.lvector("x")


def running_mean(e, i, mean):
    return mean + (e - mean) / (i + 1)


means, _ = aesara.scan(
    running_mean,
    sequences=[x, at.arange(x.shape[0])],
    outputs_info=[at.zeros((), dtype="int64")],
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: state-dtype
)
#: update dtype scan value: int64 shared variable set to the float scan result
import theano
import theano.tensor as T

best = theano.shared(0, name='best')
x = T.dvector('x')
m, _ = theano.scan(lambda e, b: T.maximum(e, b), sequences=x, outputs_info=T.zeros(()))
f = theano.function([x], m[-1], updates={best: m[-1]})
#                                              ^^^^^ error: update-dtype
#: update dtype bool flag: a bool shared flag updated with an int
import aesara
import aesara.tensor as at

seen = aesara.shared(False, name="seen")
x = at.dvector("x")


def check(e):
    return e, {seen: at.switch(e > 1, 1, 0)}
#                    ^^^^^^^^^^^^^^^^^^^^^^ error: update-dtype


y, u = aesara.scan(check, sequences=[x])
#: update dtype cast ok: cast to the shared variable's dtype: clean
import numpy as np
import aesara
import aesara.tensor as at

n = aesara.shared(np.int32(0), name="n")
x = at.dvector("x")
y, u = aesara.scan(lambda e: (e, {n: at.cast(n + e, n.dtype)}), sequences=[x])
f = aesara.function([x], y, updates=u)
f([1.0, 2.0])
print(n.get_value())
#: static one numpy: np.zeros((1, 3)) as initial state, the step concatenates batch information
import numpy as np
import pytensor
import pytensor.tensor as pt

x = pt.dtensor3("x")
W = pytensor.shared(np.eye(3), name="W")
h = pytensor.scan(
    lambda x_t, h, W: pt.tanh(x_t + h @ W),
    sequences=[x],
    outputs_info=[pt.as_tensor(np.zeros((1, 3)))],
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: static-length-one-init
    non_sequences=[W],
    return_updates=False,
)
f = pytensor.function([x], h[-1])
#: static one dimshuffle: a bias row dimshuffled to (1, n)
import numpy as np
import theano
import theano.tensor as T

b = theano.shared(np.zeros(3), name='b')
x = T.dtensor3('x')
h0 = b.dimshuffle('x', 0)
h, _ = theano.scan(lambda x_t, h: T.tanh(x_t + h), sequences=x, outputs_info=h0)
#                                                                            ^^ error: static-length-one-init
f = theano.function([x], h)
#: state ndim dot outer: vector state, matrix result
import theano
import theano.tensor as T

v0 = T.dvector('v0')
M = T.dmatrix('M')
vs, _ = theano.scan(lambda v, M: M * v, outputs_info=v0, non_sequences=M, n_steps=3)
#                                                    ^^ error: state-ndim
#: no steps empty sequences: sequences=[] built by a comprehension that is empty
import aesara
import aesara.tensor as at

optional = {"mask": None}
seqs = [v for v in optional.values() if v is not None]
out, _ = aesara.scan(lambda h: at.tanh(h), sequences=seqs, outputs_info=[at.ones(())])
# today silent: no-number-of-steps
#: no steps until ok: until with a sequence and no n_steps: clean
import theano
import theano.tensor as T

x = T.dvector('x')
y, _ = theano.scan(lambda e: (e, theano.scan_module.until(e > 1)), sequences=x)
print(theano.function([x], y)([0., 2., 5.]))
#: taps sequence ok: positive sequence taps and several negative state taps: clean
import numpy as np
import theano
import theano.tensor as T

x = T.dvector('x')
y, _ = theano.scan(lambda x0, x1, a, b: x0 + x1 + a - b,
                   sequences=dict(input=x, taps=[0, 1]),
                   outputs_info=dict(initial=T.zeros((3,)), taps=[-1, -3]))
print(theano.function([x], y)(np.arange(5.)))
#: if on python ok: if on python flags, None and isinstance in the step: clean
import theano
import theano.tensor as T

x = T.dvector('x')
ACTIVATION = 'tanh'


def make_step(use_bias, bias=None):
    def step(e, h):
        out = e + h
        if use_bias and bias is not None:
            out = out + bias
        if isinstance(out, T.TensorVariable) and out.ndim == 0:
            out = out * 1.0
        return T.tanh(out) if ACTIVATION == 'tanh' else out
    return step


y, _ = theano.scan(make_step(True, T.constant(0.5)), sequences=x, outputs_info=T.zeros(()))
print(theano.function([x], y)([1., 2.]))
#: for in step ok: a python for loop over a constant range and list of weights in the step: clean
import numpy as np
import pytensor
import pytensor.tensor as pt

Ws = [pytensor.shared(np.eye(2) * 0.5, name=f"W{i}") for i in range(3)]
x = pt.dmatrix("x")


def deep(e):
    for i, W in enumerate(Ws):
        e = e @ W
        if i < len(Ws) - 1:
            e = pt.tanh(e)
    return e


y = pytensor.scan(deep, sequences=[x], return_updates=False)
print(pytensor.function([x], y)(np.ones((1, 2))))
#: if symbolic state: if on the counter state in the step
import aesara
import aesara.tensor as at


def countdown(n, acc):
    if n <= 0:
#      ^^^^^^ error: python-control-flow-on-symbolic
        return n, acc
    return n - 1, acc + n


(ns, accs), _ = aesara.scan(
    countdown, outputs_info=[at.constant(5, dtype="int64"), at.constant(0, dtype="int64")], n_steps=8
)
#: bool in pt: `not mask` on a symbolic bool
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")
mask = pt.bvector("mask")


def masked(e, m):
    return pt.zeros(()) if not m else e
#                              ^ error: python-control-flow-on-symbolic


y = pytensor.scan(masked, sequences=[x, mask], return_updates=False)
#: item assignment numpy ok: item assignment on a python list and dict in the step: clean
import theano
import theano.tensor as T

x = T.dvector('x')


def step(e, h):
    parts = [None, None]
    parts[0] = e * 2
    parts[1] = h + 1
    cache = {}
    cache['sum'] = parts[0] + parts[1]
    return cache['sum']


y, _ = theano.scan(step, sequences=x, outputs_info=T.zeros(()))
print(theano.function([x], y)([1., 2.]))
#: item assignment slice: h[:, 0] = ... in a method
import theano
import theano.tensor as T


class Reset(object):
    def step(self, r, h):
        h[:, 0] = r
#       ^^^^^^^ error: item-assignment
        return h


rs = T.dmatrix('rs')
h0 = T.dmatrix('h0')
hs, _ = theano.scan(Reset().step, sequences=rs, outputs_info=h0)
#: set subtensor ok: set_subtensor and inc in place of assignment: clean
import numpy as np
import pytensor
import pytensor.tensor as pt

idx = pt.lvector("idx")
hist = pytensor.scan(
    lambda i, h: h[i].inc(1.0), sequences=[idx], outputs_info=[pt.zeros((4,))], return_updates=False
)
print(pytensor.function([idx], hist[-1])([1, 1, 3]))
#: printing print ok: theano.printing.Print in the step and python print outside: clean
import theano
import theano.tensor as T

x = T.dvector('x')
printer = theano.printing.Print('acc', attrs=('shape',))


def step(e, acc):
    return printer(acc + e)


y, _ = theano.scan(step, sequences=x, outputs_info=T.zeros(()))
print('graph built', y.ndim)
print(theano.function([x], y)([1., 2.]))
#: self attribute in step: self.h = ... in the step, expected to carry the state between steps
import theano
import theano.tensor as T


class Accumulator(object):
    def __init__(self):
        self.total = T.zeros(())

    def step(self, e):
        self.total = self.total + e
# today silent: runs-once-in-step
        return self.total


acc = Accumulator()
x = T.dvector('x')
y, _ = theano.scan(acc.step, sequences=x)
print(theano.function([x], y)([1., 2., 3.]))
#: get value in step: get_value() freezes the weights at construction
import numpy as np
import pytensor
import pytensor.tensor as pt

w = pytensor.shared(1.0, name="w")
x = pt.dvector("x")


def step(e):
    return e * w.get_value()
#              ^^^^^^^^^^^ warning: runs-once-in-step


y = pytensor.scan(step, sequences=[x], return_updates=False)
f = pytensor.function([x], y)
w.set_value(5.0)
print(f([1.0, 2.0]))
#: numpy random in step: numpy random numbers in the step: one frozen number
import numpy as np
import aesara
import aesara.tensor as at

x = at.dvector("x")
y, _ = aesara.scan(lambda e: e + np.random.normal(), sequences=[x])
# today silent: runs-once-in-step
f = aesara.function([x], y)
print(f([0.0, 0.0, 0.0]), f([0.0, 0.0, 0.0]))
#: time seed outside ok: numpy randomness outside of the step for initial values: clean
import numpy as np
import aesara
import aesara.tensor as at

h0 = np.random.normal(size=(3,))
x = at.dmatrix("x")
y, _ = aesara.scan(lambda e, h: at.tanh(e + h), sequences=[x], outputs_info=[at.as_tensor_variable(h0)])
print(aesara.function([x], y.shape)(np.ones((2, 3))))
#: strict ok: strict=True with everything listed, and a shared variable with update not listed: clean
import numpy as np
import theano
import theano.tensor as T

W = theano.shared(np.eye(2), name='W')
n = theano.shared(0, name='n')
x = T.dmatrix('x')


def step(x_t, h, W):
    return T.tanh(x_t + T.dot(h, W)), {n: n + 1}


h, u = theano.scan(step, sequences=x, outputs_info=T.zeros((2,)), non_sequences=[W], strict=True)
f = theano.function([x], h, updates=u)
f(np.ones((3, 2)))
print(n.get_value())
#: strict closure bias: strict=True, b only by closure
import numpy as np
import pytensor
import pytensor.tensor as pt

W = pytensor.shared(np.eye(2), name="W")
b = pytensor.shared(np.zeros(2), name="b")
x = pt.dmatrix("x")


def step(x_t, h, W):
    return pt.tanh(x_t + h @ W + b)


h = pytensor.scan(
    step, sequences=[x], outputs_info=[pt.zeros((2,))], non_sequences=[W], strict=True, return_updates=False
#                                                                     ^^^ error: strict-missing
)
#: not unpacked method: result.sum() on the pair
import theano
import theano.tensor as T

x = T.dmatrix('x')
rows = theano.map(lambda r: r.sum(), x)
f = theano.function([x], rows.sum())
#                        ^^^^ error: not-unpacked
#: not unpacked helper: a helper returns scan(...) and its caller uses it as a tensor
import theano
import theano.tensor as T


def cumulative(x):
    return theano.scan(lambda e, a: a + e, sequences=x, outputs_info=T.zeros(()))
# today silent: not-unpacked


x = T.dvector('x')
f = theano.function([x], cumulative(x) * 2)
#: indexed ok: result[0] and result[1] used right: clean
import theano
import theano.tensor as T

x = T.dmatrix('x')
res = theano.map(lambda r: r.sum(), x)
f = theano.function([x], res[0].sum(), updates=res[1])
print(f([[1., 2.]]))
#: single result pt ok: return_updates=False with one name and with a list: clean
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")
y = pytensor.scan(lambda e: e * 2, sequences=[x], return_updates=False)
a, b = pytensor.scan(lambda e: [e, e**2], sequences=[x], return_updates=False)
print(pytensor.function([x], [y + 1, a, b])([1.0, 2.0]))
#: two outputs unpack trap: out, upd = with return_updates=False and two outputs silently unpacks two outputs; the second is then given as updates
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")
outs, upd = pytensor.scan(lambda e: [e, e**2], sequences=[x], return_updates=False)
#     ^^^ warning: unpacked-without-updates
f = pytensor.function([x], outs, updates=upd)
#: keyword mode order ok: positional mode=None before updates: clean
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
y, u = theano.scan(lambda e: (e, {n: n + 1}), x)
f = theano.function([x], y, None, u, name='f')
f([1.])
print(n.get_value())
#: updates list single pair: updates=[w, w - g]
import aesara
import aesara.tensor as at

w = aesara.shared(1.0, name="w")
x = at.dvector("x")
y, _ = aesara.scan(lambda e: e * w, sequences=[x])
train = aesara.function([x], y.sum(), updates=[w, w - 0.1 * y.sum()])
#                                             ^^^^^^^^^^^^^^^^^^^^^^ error: wrong-updates-argument
#: outputs swapped with updates: function([x], updates, updates=outputs)
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
updates, outputs = theano.scan(lambda e: (e, {n: n + 1}), sequences=x)
f = theano.function([x], outputs, updates=updates)
# today silent: wrong-updates-argument
#: one step variable ok: n_steps is a symbolic 1 at run time; go_backwards honoured: clean
import theano
import theano.tensor as T

x = T.dvector('x')
n = T.iscalar('n')
y, _ = theano.scan(lambda e: e * 2, sequences=x, n_steps=n, go_backwards=True)
f = theano.function([x, n], y)
print(f([1., 2., 3.], 1))
#: one step backwards aesara: go_backwards with n_steps=1 to fetch the last element
import aesara
import aesara.tensor as at

x = at.dmatrix("x")


def last_row(X):
    row, _ = aesara.scan(lambda r: r, sequences=[X], n_steps=1, go_backwards=True)
#                                                                            ^^^^ warning: one-step-scan-ignores
    return row[0]


f = aesara.function([x], last_row(x))
print(f([[1.0, 2.0], [3.0, 4.0]]))
#: rng given as seed twice: the same shared generator is the initial state of two scans; both final states dropped for one: repeated draws
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=5)


def step(rng, x):
    rng, e = rng.normal()
    return rng, x + e


ra, xa = pytensor.scan(step, outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
rb, xb = pytensor.scan(step, outputs_info=[ra, pt.zeros(())], n_steps=3, return_updates=False)
f = pytensor.function([], [xa, xb], updates={rng: rb})
print(f(), f())
#: rng middle state stored: two chained scans, but the first one's final generator is stored: the second's draws are repeated by the next call's first
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=5)


def step(rng, x):
    rng, e = rng.normal()
    return rng, x + e


ra, xa = pytensor.scan(step, outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
rb, xb = pytensor.scan(step, outputs_info=[ra, pt.zeros(())], n_steps=3, return_updates=False)
f = pytensor.function([], [xa, xb], updates={rng: ra})
print(f(), f())
#: wrong generator updated: the function updates another generator with the final state
import pytensor
import pytensor.tensor as pt

rng = pt.random.shared_rng(seed=5)
other = pt.random.shared_rng(seed=6)


def step(rng, x):
    rng, e = rng.uniform()
    return rng, x + e


final, xs = pytensor.scan(step, outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
# today silent: forgotten-final-rng
f = pytensor.function([], xs, updates={other: final})
print(f(), f())
#: aesara nonseq generator: a generator in non_sequences, no dict: the same value in each step
import numpy as np
import aesara
import aesara.tensor as at

gen = aesara.shared(np.random.default_rng(1), name="gen")
x = at.dvector("x")


def step(e, g):
    return e + at.random.normal(0, 1, rng=g)
#              ^^^^^^^^^^^^^^^^ warning: repeated-random-draw


y, u = aesara.scan(step, sequences=[x], non_sequences=[gen])
f = aesara.function([x], y, updates=u)
print(f([0.0, 0.0]), f([0.0, 0.0]))
#: aesara wrong owner output: the dict stores the draw's generator under the right key but of another draw; both draws use one generator
import numpy as np
import aesara
import aesara.tensor as at

gen = aesara.shared(np.random.default_rng(1), name="gen")


def step(x):
    next_gen, a = at.random.normal(0, 1, rng=gen).owner.outputs
    b = at.random.normal(0, 1, rng=gen)
# today silent: repeated-random-draw
    return x + a - b, {gen: next_gen}


xs, u = aesara.scan(step, outputs_info=[at.zeros(())], n_steps=3)
f = aesara.function([], xs, updates=u)
print(f())
#: return updates false mapped: pytensor.map with return_updates=False over a counting step
import pytensor
import pytensor.tensor as pt

n = pytensor.shared(0, name="n")
x = pt.dvector("x")
y = pytensor.map(lambda e: (e, {n: n + 1}), sequences=[x], return_updates=False)
#   ^^^^^^^^^^^^ error: return-updates-false-with-updates
#: return updates false one step: return_updates=False with n_steps=1 and a RandomStream draw: accepted: clean
import pytensor
import pytensor.tensor as pt

srng = pt.random.RandomStream(seed=1)
x0 = pt.dscalar("x0")
xs = pytensor.scan(lambda x: x + srng.normal(), outputs_info=[x0], n_steps=1, return_updates=False)
f = pytensor.function([x0], xs)
print(f(0.0), f(0.0))
