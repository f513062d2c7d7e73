# One mistake per program, for each rule about mistakes. Each program ran under the real library, which decided what is right.
#: state dtype int literal: outputs_info=0 with a float sequence
import theano
import theano.tensor as T

x = T.dvector('x')
total, _ = theano.scan(lambda e, acc: acc + e, sequences=x, outputs_info=0)
#                                                                        ^ error: state-dtype
#: state dtype float literal: outputs_info=0.0 is float32, the step gives float64
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")
total = pytensor.scan(
    lambda e, acc: acc + e,
    sequences=[x],
    outputs_info=[pt.as_tensor_variable(0.0)],
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: state-dtype
    return_updates=False,
)
#: state dtype arange: an int state divided in the step
import aesara
import aesara.tensor as at

n = at.lscalar("n")


def halve(k):
    return k / 2


ks, _ = aesara.scan(halve, outputs_info=[n], n_steps=3)
#                                        ^ error: state-dtype
#: state dtype float32 weights: float32 weights, float64 initial state: the state is promoted only one way
import numpy as np
import theano
import theano.tensor as T

W = theano.shared(np.eye(3, dtype='float32'), name='W')
x = T.dmatrix('x')


def step(x_t, h):
    return T.tanh(x_t + T.dot(h, W))


h0 = T.zeros((3,), dtype='float32')
h, _ = theano.scan(step, sequences=x, outputs_info=[h0])
#                                                   ^^ error: state-dtype
#: state dtype comparison: a bool result in place of the float state
import theano
import theano.tensor as T

x = T.dvector('x')
alive, _ = theano.scan(lambda e, s: T.gt(s + e, 0), sequences=x, outputs_info=T.ones(()))
#                                                                             ^^^^^^^^^^ error: state-dtype
#: state dtype second of two: two states, the counter's increment is a float
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")


def step(e, mean, n):
    n_new = n + 1.0
    return mean + (e - mean) / n_new, n_new


(means, ns), _ = pytensor.scan(
#                ^^^^^^^^^^^^^ information: return-updates-deprecated
    step, sequences=x, outputs_info=[pt.zeros(()), pt.zeros((), dtype="int64")]
#                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: state-dtype
)
#: update dtype int shared: int shared variable with a float update in the step's dict
import theano
import theano.tensor as T

count = theano.shared(0, name='count')
x = T.dvector('x')


def step(e):
    return e, {count: count + 0.5}
#                     ^^^^^^^^^^^ error: update-dtype


out, upd = theano.scan(step, sequences=x)
#: update dtype function: float64 update of a float32 parameter next to scan's updates
import numpy as np
import pytensor
import pytensor.tensor as pt

w = pytensor.shared(np.float32(0.5) * np.ones(2, dtype="float32"), name="w")
n = pytensor.shared(0, name="n")
x = pt.dmatrix("x")
out, upd = pytensor.scan(lambda r: ((r * w).sum(), {n: n + 1}), sequences=[x])
#          ^^^^^^^^^^^^^ information: return-updates-deprecated
grad = pt.ones((2,), dtype="float64") * out.sum()
upd[w] = w - 0.1 * grad
# today silent: update-dtype
train = pytensor.function([x], out, updates=upd)
#: update dtype learning rate: a float32 weight with a float64 learning rate scalar
import numpy as np
import theano
import theano.tensor as T

w = theano.shared(np.zeros(3, dtype='float32'), name='w')
lr = T.dscalar('lr')
x = T.fmatrix('x')
h, _ = theano.scan(lambda x_t, s: T.tanh(x_t * w + s), sequences=x, outputs_info=T.zeros((3,), dtype='float32'))
cost = T.sqr(h[-1]).sum()
train = theano.function([x, lr], cost, updates=[(w, w - lr * T.grad(cost, w))])
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ error: update-dtype
#: static one zeros: T.zeros((1, n)) as initial state: broadcast pattern differs
import numpy as np
import theano
import theano.tensor as T

x = T.dtensor3('x')
W = theano.shared(np.eye(3), name='W')
h, _ = theano.scan(lambda x_t, h_tm1: T.tanh(x_t + T.dot(h_tm1, W)),
                   sequences=x,
                   outputs_info=[T.zeros((1, 3))])
#                                ^^^^^^^^^^^^^^^ error: static-length-one-init
f = theano.function([x], h[-1])
#: static one alloc: at.alloc(0., 1, n)
import numpy as np
import aesara
import aesara.tensor as at

x = at.dtensor3("x")
W = aesara.shared(np.eye(3), name="W")
h0 = at.alloc(np.float64(0.0), 1, 3)
h, _ = aesara.scan(lambda x_t, h_tm1: at.tanh(x_t + at.dot(h_tm1, W)), sequences=[x], outputs_info=[h0])
#                                                                                                   ^^ error: static-length-one-init
f = aesara.function([x], h[-1])
#: static one unbroadcast ok: the same with T.unbroadcast: clean
import numpy as np
import theano
import theano.tensor as T

x = T.dtensor3('x')
W = theano.shared(np.eye(3), name='W')
h0 = T.unbroadcast(T.zeros((1, 3)), 0)
h, _ = theano.scan(lambda x_t, h_tm1: T.tanh(x_t + T.dot(h_tm1, W)), sequences=x, outputs_info=[h0])
f = theano.function([x], h[-1])
print(f(np.ones((2, 1, 3))))
#: state ndim scalar for vector: scalar initial state, vector result
import theano
import theano.tensor as T

x = T.dmatrix('x')
s, _ = theano.scan(lambda row, acc: acc + row, sequences=x, outputs_info=T.zeros(()))
#                                                                        ^^^^^^^^^^^ error: state-ndim
#: state ndim multitap: two taps with an initial state that has no extra axis
import pytensor
import pytensor.tensor as pt

a = pt.dscalar("a")
fib = pytensor.scan(
    lambda x2, x1: x1 + x2,
    outputs_info=[dict(initial=a, taps=[-2, -1])],
#                              ^ error: state-ndim
    n_steps=5,
    return_updates=False,
)
#: state ndim sum keepdims: the step reduces the state
import aesara
import aesara.tensor as at

v0 = at.dvector("v0")


def contract(v):
    return (v**2).sum()


vs, _ = aesara.scan(contract, outputs_info=[v0], n_steps=3)
#                                           ^^ error: state-ndim
#: arity too few: the step forgets the non_sequence parameter
import theano
import theano.tensor as T

x = T.dvector('x')
k = T.dscalar('k')
out, _ = theano.scan(lambda e, acc: acc * 0.5 + e,
#        ^^^^^^^^^^^ error: step-arity
                     sequences=x, outputs_info=T.zeros(()), non_sequences=[k])
#: arity taps: taps give two arguments, the step has one
import theano
import theano.tensor as T

x = T.dvector('x')


def diff(now):
    return now


out, _ = theano.scan(diff, sequences=dict(input=x, taps=[0, -1]))
#                    ^^^^ error: step-arity
#: arity none state: the step expects a previous value for a None output
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")


def step(e, h, y_prev):
    h = h + e
    return h, h * 2


(h, y), _ = pytensor.scan(step, sequences=[x], outputs_info=[pt.zeros(()), None])
#           ^^^^^^^^^^^^^ information: return-updates-deprecated
#                         ^^^^ error: step-arity
#: arity method: a method without a slot for the weights
import aesara
import aesara.tensor as at


class Cell:
    def __init__(self):
        self.w = aesara.shared(0.5, name="w")

    def step(self, x, h):
        return at.tanh(x + self.w * h)

    def run(self, xs):
        hs, _ = aesara.scan(
            self.step, sequences=[xs], outputs_info=[at.zeros(())], non_sequences=[self.w]
#           ^^^^^^^^^ error: step-arity
        )
        return hs


xs = at.dvector("xs")
Cell().run(xs)
#: outputs info too short: two outputs, one entry
import theano
import theano.tensor as T

x = T.dvector('x')


def step(e, h):
    h = h + e
    return h, T.exp(h)


(h, y), _ = theano.scan(step, sequences=x, outputs_info=[T.zeros(())])
#                                                       ^^^^^^^^^^^^^ error: outputs-info-arity
#: outputs info too long: three entries, two outputs
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")


def step(e, h):
    h = h + e
    return [h, pt.exp(h)]


res = pytensor.scan(
    step, sequences=[x], outputs_info=[pt.zeros(()), None, None], return_updates=False
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: outputs-info-arity
)
#: pair for update: return (s, s + 1) is two outputs
import theano
import theano.tensor as T

s = theano.shared(0, name='s')


def count():
    return (s, s + 1)
#          ^^^^^^^^^^ warning: pair-is-two-outputs


outs, updates = theano.scan(count, n_steps=4)
f = theano.function([], [], updates=updates)
f()
print(s.get_value())
#: pair for update lambda: lambda: [s, s * 2]
import pytensor
import pytensor.tensor as pt

s = pytensor.shared(1.0, name="s")
outs, updates = pytensor.scan(lambda: [s, s * 2], n_steps=4)
#               ^^^^^^^^^^^^^ information: return-updates-deprecated
#                                     ^^^^^^^^^^ warning: pair-is-two-outputs
f = pytensor.function([], outs, updates=updates)
f()
print(s.get_value())
#: pair meant as outputs: a pair (shared, expression) of which both are read as outputs: clean
import theano
import theano.tensor as T

scale = theano.shared(2.0, name='scale')
x = T.dvector('x')
(scales, scaled), _ = theano.scan(lambda e: (scale, scale * e), sequences=x)
f = theano.function([x], [scales, scaled])
print(f([1., 2.]))
#: flat tuple until: return a, b, until(...)
import theano
import theano.tensor as T
from theano.scan_module import until

x = T.dvector('x')


def step(e, a):
    b = a + e
    return b, b ** 2, until(b > 10)
#          ^^^^^^^^^^^^^^^^^^^^^^^^ error: unparsable-step-return


res, _ = theano.scan(step, sequences=x, outputs_info=[T.zeros(()), None])
#: flat tuple updates: return a, b, {..}
import aesara
import aesara.tensor as at

n = aesara.shared(0, name="n")
x = at.dvector("x")


def step(e):
    return e + 1, e + 2, {n: n + 1}
#          ^^^^^^^^^^^^^^^^^^^^^^^^ error: unparsable-step-return


res, u = aesara.scan(step, sequences=x)
#: python value return: a python number among the outputs
import theano
import theano.tensor as T

x = T.dvector('x')


def step(e):
    return [e, 1]
#          ^^^^^^ error: step-returns-python-value


res, _ = theano.scan(step, sequences=x)
#: forgot return: the step has no return
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")


def step(e, acc):
#   ^^^^ error: step-returns-python-value
    new = acc + e


res = pytensor.scan(step, sequences=[x], outputs_info=[pt.zeros(())], return_updates=False)
#: updates before outputs: (updates, outputs)
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')


def step(e):
    return {n: n + 1}, e * 2
#          ^^^^^^^^^^^^^^^^^ error: unparsable-step-return


res, u = theano.scan(step, sequences=x)
#: string keys: a dict with string keys as the step's result
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")


def step(e, h):
    h = h + e
    return {"h": h, "e": e}
#          ^^^^^^^^^^^^^^^^ error: step-returns-python-value


res, u = pytensor.scan(step, sequences=[x], outputs_info=[pt.zeros(())])
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
#: until alone: only until(...)
import theano
import theano.tensor as T

x = T.dvector('x')


def step(e):
    return theano.scan_module.until(e > 2)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: unparsable-step-return


res, u = theano.scan(step, sequences=x)
#: no steps: until only, no n_steps
import theano
import theano.tensor as T


def step(x):
    return x * 2, theano.scan_module.until(x > 100)


res, _ = theano.scan(step, outputs_info=T.ones(()))
#        ^^^^^^^^^^^ error: no-number-of-steps
#: no steps nonseq: only non_sequences
import pytensor
import pytensor.tensor as pt

A = pt.dmatrix("A")
v0 = pt.dvector("v0")
power, _ = pytensor.scan(lambda v, A: A @ v, outputs_info=[v0], non_sequences=[A])
#          ^^^^^^^^^^^^^ error: no-number-of-steps
#          ^^^^^^^^^^^^^ information: return-updates-deprecated
#: taps tuple: taps=(-1,) takes the multi-tap path
import theano
import theano.tensor as T

x = T.dvector('x')
s, _ = theano.scan(lambda e, a: a + e, sequences=x,
                   outputs_info=[dict(initial=T.zeros(()), taps=(-1,))])
#                                                               ^^^^^ warning: taps
#: taps positive: output taps 0 and 1
import aesara
import aesara.tensor as at

x = at.dvector("x")
s, _ = aesara.scan(
    lambda e, a, b: a + b + e,
    sequences=x,
    outputs_info=[dict(initial=at.zeros((2,)), taps=[0, -1])],
#                                                   ^^^^^^^ error: taps
)
#: taps duplicate: the same tap twice
import pytensor
import pytensor.tensor as pt

s, _ = pytensor.scan(
#      ^^^^^^^^^^^^^ information: return-updates-deprecated
    lambda a, b: a + b,
    outputs_info=[dict(initial=pt.ones((2,)), taps=[-1, -1])],
#                                                  ^^^^^^^^ error: taps
    n_steps=3,
)
#: taps without initial: taps but no initial
import theano
import theano.tensor as T

x = T.dvector('x')
s, _ = theano.scan(lambda e, a: a + e, sequences=x, outputs_info=[dict(taps=[-1])])
#                                                                           ^^^^ error: taps
#: if on symbolic: if x > 0 in the step
import theano
import theano.tensor as T

x = T.dvector('x')


def relu(e):
    if e > 0:
#      ^^^^^ error: python-control-flow-on-symbolic
        return e
    return T.zeros(())


y, _ = theano.scan(relu, sequences=x)
#: equality on symbolic: t == 0 is a silent False
import theano
import theano.tensor as T

x = T.dvector('x')


def step(t, e, h):
    if t == 0:
#      ^^^^^^ warning: python-control-flow-on-symbolic
        return e
    return h + e


y, _ = theano.scan(step, sequences=[T.arange(x.shape[0]), x], outputs_info=T.zeros(()))
f = theano.function([x], y, on_unused_input='ignore')
print(f([1., 2.]))
#: while on symbolic: while in the step
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")


def normalise(e):
    while e > 1:
#         ^^^^^ error: python-control-flow-on-symbolic
        e = e / 2
    return e


y = pytensor.scan(normalise, sequences=[x], return_updates=False)
#: and on symbolic: conditional expression with and
import aesara
import aesara.tensor as at

x = at.dvector("x")


def clip(e):
    return e if e > 0 and e < 1 else at.zeros(())
#               ^^^^^ error: python-control-flow-on-symbolic


y, _ = aesara.scan(clip, sequences=[x])
#: range on symbolic: for i in range(n) with symbolic n
import theano
import theano.tensor as T

ns = T.lvector('ns')


def factorial(n):
    r = T.constant(1)
    for i in range(n):
# today silent: python-control-flow-on-symbolic
        r = r * (i + 1)
    return r


y, _ = theano.scan(factorial, sequences=ns)
#: print in step: print shows the symbol, once
import theano
import theano.tensor as T

x = T.dvector('x')


def step(e, acc):
    acc = acc + e
    print('acc is', acc)
#   ^^^^^ hint: runs-once-in-step
    return acc


y, _ = theano.scan(step, sequences=x, outputs_info=T.zeros(()))
f = theano.function([x], y)
f([1., 2., 3.])
#: python counter in step: a python list collects one symbolic value
import pytensor
import pytensor.tensor as pt

history = []
x = pt.dvector("x")


def step(e, acc):
    acc = acc + e
    history.append(acc)
# today silent: runs-once-in-step
    return acc


y = pytensor.scan(step, sequences=[x], outputs_info=[pt.zeros(())], return_updates=False)
f = pytensor.function([x], y)
f([1.0, 2.0, 3.0])
print(len(history))
#: set value in step: shared.set_value runs once, at construction
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')


def step(e):
    n.set_value(n.get_value() + 1)
#   ^^^^^^^^^^^ warning: runs-once-in-step
    return e * 2


y, _ = theano.scan(step, sequences=x)
f = theano.function([x], y)
f([1., 2., 3.])
print(n.get_value())
#: global counter: global integer counter
import aesara
import aesara.tensor as at

calls = 0
x = at.dvector("x")


def step(e):
    global calls
    calls += 1
# today silent: runs-once-in-step
    return e * calls


y, _ = aesara.scan(step, sequences=[x])
f = aesara.function([x], y)
f([1.0, 2.0, 3.0])
print(calls)
#: item assignment: out[i] = v in the step
import theano
import theano.tensor as T

idx = T.lvector('idx')
buf0 = T.dvector('buf0')


def write(i, buf):
    buf[i] = 1.0
#   ^^^^^^ error: item-assignment
    return buf


bufs, _ = theano.scan(write, sequences=idx, outputs_info=buf0)
#: item assignment shared: shared[...] += 1
import numpy as np
import pytensor
import pytensor.tensor as pt

hist = pytensor.shared(np.zeros(5), name="hist")
idx = pt.lvector("idx")


def step(i):
    hist[i] += 1
#   ^^^^^^^ error: item-assignment
    return i


out, _ = pytensor.scan(step, sequences=[idx])
#        ^^^^^^^^^^^^^ information: return-updates-deprecated
#: strict unlisted: strict=True and a shared variable that is not listed
import numpy as np
import theano
import theano.tensor as T

W = theano.shared(np.eye(2), name='W')
b = theano.shared(np.zeros(2), name='b')
x = T.dmatrix('x')
h, _ = theano.scan(lambda x_t, h, W: T.tanh(x_t + T.dot(h, W) + b),
                   sequences=x, outputs_info=T.zeros((2,)), non_sequences=[W], strict=True)
#                                                                         ^^^ error: strict-missing
#: strict not in list: strict with non_sequences=W not in a list
import numpy as np
import pytensor
import pytensor.tensor as pt

W = pytensor.shared(np.float64(2.0), name="W")
x = pt.dvector("x")
h = pytensor.scan(lambda e, w: e * w, sequences=[x], non_sequences=W, strict=True, return_updates=False)
#                                                                  ^ error: strict-needs-list
#: strict class: a class whose step uses self.W under strict=True
import numpy as np
import aesara
import aesara.tensor as at


class RNN:
    def __init__(self):
        self.W = aesara.shared(np.eye(2), name="W")

    def step(self, x, h):
        return at.tanh(x + at.dot(h, self.W))

    def __call__(self, xs):
        return aesara.scan(self.step, sequences=[xs], outputs_info=[at.zeros((2,))], strict=True)[0]
#              ^^^^^^^^^^^ error: strict-missing


RNN()(at.dmatrix("xs"))
#: not unpacked: the pair is used as a tensor
import theano
import theano.tensor as T

x = T.dvector('x')
y = theano.scan(lambda e: e * 2, sequences=x)
f = theano.function([x], y + 1)
#                        ^ error: not-unpacked
#: not unpacked function: the pair given to function
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")
y = pytensor.scan(lambda e: e * 2, sequences=[x])
#   ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([x], y)
#                          ^ error: not-unpacked
#: not unpacked last: res[-1] is the updates dict, not the last step
import aesara
import aesara.tensor as at

x = at.dvector("x")
res = aesara.scan(lambda e, a: a + e, sequences=[x], outputs_info=[at.zeros(())])
# today silent: not-unpacked
f = aesara.function([x], res[-1] * 2)
#: unpack with return updates false: out, upd = with return_updates=False
import pytensor
import pytensor.tensor as pt

x = pt.dvector("x")
out, upd = pytensor.scan(lambda e: e * 2, sequences=[x], return_updates=False)
#    ^^^ error: unpacked-without-updates
#: updates positional: third positional argument of function is mode
import theano
import theano.tensor as T

n = theano.shared(0, name='n')
x = T.dvector('x')
y, updates = theano.scan(lambda e: (e, {n: n + 1}), sequences=x)
f = theano.function([x], y, updates)
#                           ^^^^^^^ error: wrong-updates-argument
#: updates single pair: updates=(s, e)
import pytensor
import pytensor.tensor as pt

n = pytensor.shared(0, name="n")
x = pt.dvector("x")
y, updates = pytensor.scan(lambda e: e * 2, sequences=[x])
#            ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([x], y, updates=(n, n + 1))
#                                     ^^^^^^^^^^ error: wrong-updates-argument
#: updates whole tuple: the whole result of scan as updates
import aesara
import aesara.tensor as at

n = aesara.shared(0, name="n")
x = at.dvector("x")
result = aesara.scan(lambda e: (e, {n: n + 1}), sequences=[x])
f = aesara.function([x], result[0], updates=result)
#                                           ^^^^^^ error: wrong-updates-argument
#: updates as givens: givens=updates
import aesara
import aesara.tensor as at

n = aesara.shared(0, name="n")
x = at.dvector("x")
y, updates = aesara.scan(lambda e: (e, {n: n + 1}), sequences=[x])
f = aesara.function([x], [y, n + 0], givens=updates)
#                                           ^^^^^^^ warning: wrong-updates-argument
print(f([1.0, 2.0]), n.get_value())
#: one step backwards: n_steps=1 ignores go_backwards
import theano
import theano.tensor as T

x = T.dvector('x')
last, _ = theano.scan(lambda e: e * 1, sequences=x, go_backwards=True, n_steps=1)
#                                                                ^^^^ warning: one-step-scan-ignores
f = theano.function([x], last)
print(f([1., 2., 3.]))
#: one step until: n_steps=1 ignores until; harmless for the value but the condition is dead
import pytensor
import pytensor.tensor as pt
from pytensor.scan import until

x0 = pt.dscalar("x0")


def step(x):
    return x * 2, until(x > 10)


xs = pytensor.scan(step, outputs_info=[x0], n_steps=1, return_updates=False)
#                                                   ^ warning: one-step-scan-ignores
f = pytensor.function([x0], xs)
print(f(3.0))
#: updates not in this function: the sampler used for results never gets the updates, only an unused warm-up function does
import aesara
import aesara.tensor as at

srng = at.random.RandomStream(3)
draws, ups = aesara.scan(lambda: srng.normal(), n_steps=3)
warmup = aesara.function([], [], updates=ups)
sample = aesara.function([], draws)
#        ^^^^^^^^^^^^^^^ information: updates-not-in-this-function
print(sample(), sample())
