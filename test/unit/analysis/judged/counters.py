# Counters and other shared state that a step changes. Each program ran under the real library, which decided what is right.
#: tutorial accumulate: The loop tutorial's counter, updates thrown away
import theano
import theano.tensor as T

k = theano.shared(0, name='k')
n_sym = T.iscalar('n_sym')

results, updates = theano.scan(lambda: {k: (k + 1)}, n_steps=n_sym)
#                  ^^^^^^^^^^^ warning: dropped-updates
accumulator = theano.function([n_sym], [], on_unused_input='ignore')

print(k.get_value())
accumulator(5)
print(k.get_value())
#: tutorial accumulate ok: The same counter, passed
import theano
import theano.tensor as T

k = theano.shared(0, name='k')
n_sym = T.iscalar('n_sym')

results, updates = theano.scan(lambda: {k: (k + 1)}, n_steps=n_sym)
accumulator = theano.function([n_sym], [], updates=updates, allow_input_downcast=True)

print(k.get_value())
accumulator(5)
print(k.get_value())
#: step counter underscore: dict update next to an output, bound to _
import numpy as np
import theano as th
import theano.tensor as tt

calls = th.shared(np.int64(0), 'calls')
x = tt.dvector('x')

def step(xi, acc):
    return acc + xi, {calls: calls + 1}

sums, _ = th.scan(step, sequences=[x], outputs_info=[tt.zeros(())])
#         ^^^^^^^ warning: dropped-updates
f = th.function([x], sums[-1])
for n in range(3):
    print(f(np.arange(4.)), calls.get_value())
#: step counter index0: scan(...)[0] loses a dict update
from theano import scan, function, shared
from theano import tensor as T

seen = shared(0, name='seen')
v = T.vector('v')

def fn(e):
    return e ** 2, {seen: seen + 1}

squares = scan(fn, v)[0]
#         ^^^^ warning: dropped-updates
total = function([v], squares.sum(), allow_input_downcast=True)
print(total([1, 2, 3]), seen.get_value())
#: never read name: updates bound to a normal name and never read
import aesara
import aesara.tensor as at
import numpy as np

position = aesara.shared(np.zeros(3), name="position")
velocity = at.dvector("velocity")


def move(t):
    new_pos = position + 0.1 * velocity
    return new_pos, {position: new_pos}


trajectory, state_updates = aesara.scan(
#                           ^^^^^^^^^^^ warning: dropped-updates
    fn=move,
    sequences=at.arange(5),
    non_sequences=None,
)
simulate = aesara.function([velocity], trajectory)
print(simulate([1.0, 2.0, 3.0]))
print(position.get_value())
#: only printed: updates printed but not passed
import aesara
import aesara.tensor as at

a = aesara.shared(1, name="a")
values, u = aesara.scan(lambda: {a: a + 1}, n_steps=10)
#           ^^^^^^^^^^^ warning: dropped-updates
print(len(u), list(u.keys()))
b = a + 1
f = aesara.function([], [b])
print(f(), f(), a.get_value())
#: updates read as expression: updates[a] read as an expression AND passed: clean
import theano
a = theano.shared(1)
values, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
b = a + 1
c = updates[a] + 1
f = theano.function([], [b, c], updates=updates)
print(f(), a.get_value())
print(f(), a.get_value())
#: updates expression only: updates[a] is only used as an output value; the state never changes (the doc's 'without updates' variant). The value is what the user reads, so a finding is allowed, not required
import theano
a = theano.shared(1)
values, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
final = updates[a]
f = theano.function([], final)
print(f(), f(), a.get_value())
#: ordered dict return: OrderedDict in a named step of pytensor, dropped
from collections import OrderedDict

import numpy as np
import pytensor
import pytensor.tensor as pt

count = pytensor.shared(np.asarray(0, dtype="int64"), name="count")
biggest = pytensor.shared(-np.inf, name="biggest")
data = pt.dvector("data")


def record(value):
    ups = OrderedDict()
    ups[count] = count + 1
    ups[biggest] = pt.maximum(biggest, value)
    return value * 2, ups


doubled, ignored = pytensor.scan(record, sequences=[data])
#                  ^^^^^^^^^^^^^ warning: dropped-updates
#                  ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([data], doubled)
f([1.0, 7.0, 3.0])
print(count.get_value(), biggest.get_value())
#: ordered dict return ok: as above, passed through .items()
from collections import OrderedDict

import numpy as np
import pytensor
import pytensor.tensor as pt

count = pytensor.shared(np.asarray(0, dtype="int64"), name="count")
biggest = pytensor.shared(-np.inf, name="biggest")
data = pt.dvector("data")


def record(value):
    ups = OrderedDict()
    ups[count] = count + 1
    ups[biggest] = pt.maximum(biggest, value)
    return value * 2, ups


doubled, collected = pytensor.scan(record, sequences=[data])
#                    ^^^^^^^^^^^^^ information: return-updates-deprecated
f = pytensor.function([data], doubled, updates=list(collected.items()))
f([1.0, 7.0, 3.0])
print(count.get_value(), biggest.get_value())
#: list of pairs step: the step returns outputs and a list of pairs; updates dropped
import numpy
import theano
import theano.tensor as T

W = theano.shared(numpy.eye(2), name='W')
lr = T.dscalar('lr')
xs = T.dmatrix('xs')

def oja(x_t, eta):
    y = T.dot(W, x_t)
    delta = eta * (T.outer(y, x_t) - T.outer(y, T.dot(y, W)))
    return [y, delta.norm(2)], [(W, W + delta)]

(ys, norms), learn = theano.scan(oja, sequences=xs, non_sequences=lr)
#                    ^^^^^^^^^^^ warning: dropped-updates
train = theano.function([xs, lr], [ys, norms])
print(train(numpy.ones((3, 2)), 0.1))
print(W.get_value())
#: list of pairs step ok: Oja's rule, passed
import numpy
import theano
import theano.tensor as T

W = theano.shared(numpy.eye(2), name='W')
lr = T.dscalar('lr')
xs = T.dmatrix('xs')

def oja(x_t, eta):
    y = T.dot(W, x_t)
    delta = eta * (T.outer(y, x_t) - T.outer(y, T.dot(y, W)))
    return [y, delta.norm(2)], [(W, W + delta)]

(ys, norms), learn = theano.scan(oja, sequences=xs, non_sequences=lr)
train = theano.function([xs, lr], [ys, norms], updates=learn)
print(train(numpy.ones((3, 2)), 0.1))
print(W.get_value())
#: rebound by function updates: name rebound to the parameter updates before the function is made
import numpy as np
import theano
import theano.tensor as T

w = theano.shared(0.5, name='w')
n_seen = theano.shared(0, name='n_seen')
x = T.dvector('x')
y = T.dscalar('y')

def step(x_t, h):
    return T.tanh(w * h + x_t), {n_seen: n_seen + 1}

h, updates = theano.scan(step, sequences=x, outputs_info=T.zeros(()))
#            ^^^^^^^^^^^ warning: dropped-updates
cost = (h[-1] - y) ** 2
updates = [(w, w - 0.1 * T.grad(cost, w))]
train = theano.function([x, y], cost, updates=updates)
for i in range(3):
    train(np.ones(5), 0.3)
print(w.get_value(), n_seen.get_value())
#: added to scan dict: parameter updates added to scan's own dict: clean
import numpy as np
import theano
import theano.tensor as T

w = theano.shared(0.5, name='w')
n_seen = theano.shared(0, name='n_seen')
x = T.dvector('x')
y = T.dscalar('y')

def step(x_t, h):
    return T.tanh(w * h + x_t), {n_seen: n_seen + 1}

h, updates = theano.scan(step, sequences=x, outputs_info=T.zeros(()))
cost = (h[-1] - y) ** 2
for p in [w]:
    updates[p] = p - 0.1 * T.grad(cost, p)
train = theano.function([x, y], cost, updates=updates)
for i in range(3):
    train(np.ones(5), 0.3)
print(w.get_value(), n_seen.get_value())
#: conditional updates arg: updates passed only if the flag says so; flag is True: clean
import theano
import theano.tensor as T

TRACK = True
hits = theano.shared(0, name='hits')
v = T.ivector('v')

def step(e):
    return T.switch(e > 2, 1, 0), {hits: hits + T.cast(e > 2, 'int64')}

flags, upd = theano.scan(step, sequences=v)
f = theano.function([v], flags, updates=upd if TRACK else None)
print(f([1, 2, 3, 4]), hits.get_value())
#: until with updates: until and updates both returned, updates dropped
import pytensor
import pytensor.tensor as pt
from pytensor.scan.utils import until

evaluations = pytensor.shared(0, name="evaluations")
limit = pt.dscalar("limit")


def doubling(previous):
    value = previous * 2
    return value, {evaluations: evaluations + 1}, until(value > limit)


values, _ = pytensor.scan(
#           ^^^^^^^^^^^^^ warning: dropped-updates
#           ^^^^^^^^^^^^^ information: return-updates-deprecated
    doubling, outputs_info=pt.constant(1.0, dtype="float64"), n_steps=1024
)
run = pytensor.function([limit], values)
print(run(45.0), evaluations.get_value())
#: until with updates ok: until with updates passed by positional argument 4
import theano
import theano.tensor as T

evaluations = theano.shared(0, name='evaluations')
limit = T.dscalar('limit')

def doubling(previous):
    value = previous * 2
    return value, {evaluations: evaluations + 1}, theano.scan_module.until(value > limit)

values, upd = theano.scan(doubling, outputs_info=T.ones(()), n_steps=1024)
run = theano.function([limit], values, None, upd)
print(run(45.0), evaluations.get_value())
#: eval only: .eval() never applies updates
import theano
import theano.tensor as T

ticks = theano.shared(0, name='ticks')

def tick(previous):
    return previous + 1, {ticks: ticks + 1}

out, up = theano.scan(tick, outputs_info=T.constant(0, dtype='int64'), n_steps=4)
#         ^^^^^^^^^^^ warning: dropped-updates
print(out.eval())
print(out.eval())
print(ticks.get_value())
#: swap state: a queue shifted in the step, dropped by reduce
import numpy as np
import aesara
import aesara.tensor as at

queue = aesara.shared(np.zeros(4), name="queue")
arrivals = at.dvector("arrivals")


def push(value, total):
    shifted = at.concatenate([queue[1:], at.shape_padleft(value)])
    return total + queue[0], {queue: shifted}


served, qstate = aesara.reduce(push, arrivals, at.zeros(()))
#                ^^^^^^^^^^^^^ warning: dropped-updates
serve = aesara.function([arrivals], served)
print(serve([1.0, 2.0, 3.0]), queue.get_value())
print(serve([1.0, 2.0, 3.0]), queue.get_value())
#: swap state ok: the queue is kept (foldl)
import numpy as np
import aesara
import aesara.tensor as at

queue = aesara.shared(np.zeros(4), name="queue")
arrivals = at.dvector("arrivals")


def push(value, total):
    shifted = at.concatenate([queue[1:], at.shape_padleft(value)])
    return total + queue[0], {queue: shifted}


served, qstate = aesara.foldl(push, arrivals, at.zeros(()))
serve = aesara.function([arrivals], served, updates=qstate)
print(serve([1.0, 2.0, 3.0]), queue.get_value())
print(serve([1.0, 2.0, 3.0]), queue.get_value())
#: map with dict: theano.map drops a dict
import theano
import theano.tensor as T

largest = theano.shared(0.0, name='largest')
m = T.dmatrix('m')
norms, unused = theano.map(lambda row: (row.norm(2), {largest: T.maximum(largest, row.norm(2))}), m)
#               ^^^^^^^^^^ warning: dropped-updates
f = theano.function([m], norms)
print(f([[3., 4.], [0., 1.]]), largest.get_value())
#: user takes over: the user stores the last value himself in place of scan's update: explicit intent, clean
import theano
import theano.tensor as T

state = theano.shared(1.0, name='state')

def step():
    new = state * 2
    return new, {state: new}

values, _ = theano.scan(step, n_steps=3)
f = theano.function([], values, updates={state: values[-1]})
print(f(), f(), state.get_value())
#: reset and restore: updates passed to a second function only, which also depends on the outputs; the first merely previews. Info at most
import pytensor
import pytensor.tensor as pt

level = pytensor.shared(10.0, name="level")
drain = pt.dscalar("drain")


def leak(amount):
    new_level = level - amount
    return new_level, {level: new_level}


levels, changes = pytensor.scan(leak, non_sequences=[drain], n_steps=4)
#                 ^^^^^^^^^^^^^ information: return-updates-deprecated
preview = pytensor.function([drain], levels)
#         ^^^^^^^^^^^^^^^^^ information: updates-not-in-this-function
commit = pytensor.function([drain], levels[-1], updates=changes)
print(preview(1.0), level.get_value())
print(commit(1.0), level.get_value())
print(preview(1.0), level.get_value())
#: list comprehension scans: several scans in a comprehension, all dropped
import theano
import theano.tensor as T

counters = [theano.shared(0, name='c%d' % i) for i in range(3)]

def make(c):
    return lambda e: (e + c, {c: c + 1})

v = T.lvector('v')
runs = [theano.scan(make(c), sequences=v) for c in counters]
# today silent: dropped-updates
f = theano.function([v], [r[0].sum() for r in runs])
print(f([1, 2, 3]), [c.get_value() for c in counters])
#: list comprehension scans ok: several scans in a comprehension, merged with sum of lists
import theano
import theano.tensor as T

counters = [theano.shared(0, name='c%d' % i) for i in range(3)]

def make(c):
    return lambda e: (e + c, {c: c + 1})

v = T.lvector('v')
runs = [theano.scan(make(c), sequences=v) for c in counters]
pairs = [p for _, u in runs for p in u.items()]
f = theano.function([v], [r[0].sum() for r in runs], updates=pairs)
print(f([1, 2, 3]), [c.get_value() for c in counters])
#: moving average bn: running statistics of batch normalisation kept in the step, updates forgotten in train
import numpy as np
import theano
import theano.tensor as T

floatX = theano.config.floatX
run_mean = theano.shared(np.zeros(3, dtype=floatX), name='run_mean')
run_var = theano.shared(np.ones(3, dtype=floatX), name='run_var')
gamma = theano.shared(np.ones(3, dtype=floatX), name='gamma')
W = theano.shared(np.eye(3).astype(floatX), name='W')
x = T.tensor3('x')

def bn_step(x_t, h_tm1):
    pre = x_t + T.dot(h_tm1, W)
    mu = pre.mean(axis=0)
    var = pre.var(axis=0)
    normed = gamma * (pre - mu) / T.sqrt(var + 1e-5)
    stats = [(run_mean, 0.9 * run_mean + 0.1 * mu),
             (run_var, 0.9 * run_var + 0.1 * var)]
    return T.tanh(normed), stats

h, bn_updates = theano.scan(bn_step, sequences=x, outputs_info=T.zeros_like(x[0]))
#               ^^^^^^^^^^^ warning: dropped-updates
cost = T.sqr(h[-1]).mean()
params = [gamma, W]
grads = T.grad(cost, params)
sgd = [(p, p - 0.1 * g) for p, g in zip(params, grads)]
train = theano.function([x], cost, updates=sgd)
train(np.random.RandomState(0).normal(size=(4, 5, 3)))
print(run_mean.get_value(), run_var.get_value())
#: moving average bn ok: running statistics merged with the SGD pairs
import numpy as np
import theano
import theano.tensor as T

floatX = theano.config.floatX
run_mean = theano.shared(np.zeros(3, dtype=floatX), name='run_mean')
W = theano.shared(np.eye(3).astype(floatX), name='W')
x = T.tensor3('x')

def bn_step(x_t, h_tm1, W_):
    pre = x_t + T.dot(h_tm1, W_)
    mu = pre.mean(axis=0)
    return T.tanh(pre - mu), [(run_mean, 0.9 * run_mean + 0.1 * mu)]

h, bn_updates = theano.scan(bn_step, sequences=x, outputs_info=T.zeros_like(x[0]), non_sequences=W)
cost = T.sqr(h[-1]).mean()
sgd = [(W, W - 0.1 * T.grad(cost, W))]
train = theano.function([x], cost, updates=sgd + list(bn_updates.items()))
train(np.random.RandomState(0).normal(size=(4, 5, 3)))
print(run_mean.get_value())
#: extend pairs: a running list of updates extended with items(): clean
import aesara
import aesara.tensor as at

all_updates = []
energy = aesara.shared(0.0, name="energy")
spins = at.dvector("spins")


def couple(s, s_prev):
    return s, {energy: energy - s * s_prev}


chain, u = aesara.scan(couple, sequences=[spins], outputs_info=[at.zeros(())])
all_updates.extend(u.items())
f = aesara.function([spins], chain.sum(), updates=all_updates)
print(f([1.0, -1.0, -1.0, 1.0]), energy.get_value())
