# What Theano's own tests of scan look at, in programs of ours. Printed values were taken from Theano 1.0.5.

# %% 1, 2: a symbolic number of steps; a step that reads only non-sequences
import numpy as np, theano, theano.tensor as T
n = T.iscalar('n')
out, _ = theano.scan(lambda x: 2 * x, outputs_info=T.constant(np.float64(1.0)), n_steps=n, return_list=True)
print(theano.function([n], out)(4))  # => [array([ 2.,  4.,  8., 16.])]
w = T.dscalar('w')
same, _ = theano.scan(lambda w: w ** 2, non_sequences=w, n_steps=4)
print(theano.function([w], [same, T.grad(same.sum(), w)])(3.0))  # => [array([9., 9., 9., 9.]), array(24.)]

# %% 3, 4: one sequence, one state, weights as arguments and shared
import numpy as np, theano, theano.tensor as T
u, x0 = T.dvector('u'), T.dscalar('x0')
W_in, W = theano.shared(0.5, name='W_in'), theano.shared(-1.5, name='W')
out, updates = theano.scan(lambda u_t, x, W_in, W: u_t * W_in + x * W, u, x0, [W_in, W])
print(theano.function([u, x0], out, updates=updates)([0.1, 0.2, 0.3, 0.4], 1.0).round(6), updates)  # => [-1.45     2.275   -3.2625   5.09375] OrderedUpdates()
inner, _ = theano.scan(lambda u_t, x: u_t * W_in + x * W, u, x0)
print(theano.function([u, x0], inner)([0.1, 0.2, 0.3, 0.4], 1.0).round(6))  # => [-1.45     2.275   -3.2625   5.09375]

# %% 5, 27: several sequences, several states, outputs in another order
import numpy as np, theano, theano.tensor as T
u1, u2 = T.dmatrix('u1'), T.dvector('u2')
x0, y0 = T.dvector('x0'), T.dscalar('y0')
W = theano.shared(np.array([[0.5, -0.2], [0.1, 0.3]]))
def step(u1_t, u2_t, x, y):
    return [T.dot(u1_t, W) + u2_t * T.dot(x, W), u2_t + y * 0.5, u1_t.sum() + y]
(a, b, c), _ = theano.scan(step, [u1, u2], [x0, y0, None])
for r in theano.function([u1, u2, x0, y0], [b, c, a])([[1, 2], [3, 4]], [0.5, -1], [1, 1], 2):
    print(r.round(6).tolist())  # => [1.5, -0.25]
    # => [5.0, 8.5]
    # => [[1.0, 0.45], [1.355, 0.665]]

# %% 6, 9, 10: taps of sequences and of states
import numpy as np, theano, theano.tensor as T
x = T.dvector('x')
one, _ = theano.scan(lambda a, b, c: a + 10 * b + 100 * c, dict(input=x, taps=[-1, 0, 1]))
two, _ = theano.scan(lambda a, p, q: a + p - q, dict(input=x, taps=-2), dict(initial=T.constant(np.array([1.0, 3.0])), taps=[-1, -2]))
three, _ = theano.scan(lambda past, future: past * future, dict(input=x, taps=[-2, 2]))
f = theano.function([x], [one, two, three])
print([r.tolist() for r in f([1.0, 2.0, 3.0, 4.0, 5.0])])  # => [[321.0, 432.0, 543.0], [3.0, 2.0, 2.0], [5.0]]

# %% 7, 8, 48: sequences with negative taps only
import numpy as np, theano, theano.tensor as T
x = T.fvector('x')
for taps in ([-1], [-2, -1], [-4]):
    out, _ = theano.scan(lambda *e: e[-1], dict(input=x, taps=taps))
    print(taps, theano.function([x], out)(np.arange(1, 7, dtype='float32')))  # => [-1] [1. 2. 3. 4. 5.]
    # => [-2, -1] [2. 3. 4. 5.]
    # => [-4] [1. 2.]

# %% 11, 15, 23, 24: updates
import numpy as np, theano, theano.tensor as T
W1, W2 = theano.shared(np.array([[1.0, 2.0]]), name='W1'), theano.shared(np.array([3.0]), name='W2')
u = T.dvector('u')
def step(u_t):
    return u_t * W1.sum() + W2[0], [(W1, W1 + 0.5), (W2, W2 * 2)]
out, updates = theano.scan(step, u)
f = theano.function([u], out, updates=updates)
print(f([1.0, 2.0, 3.0]))  # => [ 6. 14. 27.]
print(W1.get_value(), W2.get_value())  # => [[2.5 3.5]] [24.]
state = theano.shared(2.0, name='state')
nothing, updates = theano.scan(lambda: {state: state * 2}, n_steps=3)
print(nothing, theano.function([], [], updates=updates)())  # => None []
print(state.get_value())  # => 16.0
x, y = theano.shared(np.array(1.0), name='x'), theano.shared(np.array(0.0), name='y')
_, updates = theano.scan(lambda: [(x, x + 1), (y, x)], n_steps=10)
nothing = theano.function([], updates=updates)()
print(x.get_value(), y.get_value())  # => 11.0 10.0

# %% 16-19, 36: map, reduce, foldl, foldr, backwards
import numpy as np, theano, theano.tensor as T
v, s = T.dvector('v'), T.dscalar('s')
print(theano.function([v], theano.map(lambda e: e + 3, v)[0])([1.0, 2.0]))  # => [4. 5.]
print(theano.function([v], theano.map(lambda e: abs(e), v)[0])([-1.0, 2.0]))  # => [1. 2.]
total, _ = theano.reduce(lambda e, acc: e + acc, v, s)
print(theano.function([v, s], [total, T.grad(total, v)])([1.0, 2.0, 3.0], 10.0))  # => [array(16.), array([1., 1., 1.])]
left, _ = theano.foldl(lambda e, acc: acc * 10 + e, v, s)
right, _ = theano.foldr(lambda e, acc: acc * 10 + e, v, s)
print(theano.function([v, s], [left, right])([1.0, 2.0, 3.0], 0.0))  # => [array(123.), array(321.)]
back, _ = theano.scan(lambda e, acc: acc * 0.5 + e, v, s, go_backwards=True)
print(theano.function([v, s], back)([1.0, 2.0, 3.0], 1.0))  # => [3.5   3.75  2.875]

# %% 21, 22, 26, 47: gradients
import numpy as np, theano, theano.tensor as T
shared = theano.shared(3.0, name='shared')
v = T.dvector('v')
K, _ = theano.scan(lambda e: e * shared, v)
print(theano.function([v], T.grad(K.sum(), shared))([2.0, 3.0]))  # => 5.0
J, _ = theano.scan(lambda i, K, v: T.grad(K[i], v), T.arange(K.shape[0]), non_sequences=[K, v])
print(theano.function([v], J)([2.0, 3.0]).tolist())  # => [[3.0, 0.0], [0.0, 3.0]]
cost = T.sum(T.exp(v) * v)
g = T.grad(cost, v)
H, _ = theano.scan(lambda i, g, v: T.grad(g[i], v), T.arange(g.shape[0]), non_sequences=[g, v])
print(theano.function([v], H)([0.0, 1.0]).round(6).tolist())  # => [[2.0, 0.0], [0.0, 8.154845]]
moving = theano.shared(2.0, name='moving')
out, updates = theano.scan(lambda e: (e * moving, {moving: moving + 1}), v)
print(theano.function([v], T.grad(out.sum(), moving))([1.0, 2.0, 3.0]))  # => 6.0

# %% 25, 59: one step
import numpy as np, theano, theano.tensor as T
b = theano.shared(np.arange(3.0), name='b')
out, updates = theano.scan(lambda x: (x + b, {b: b + x}), outputs_info=T.zeros((3,)), n_steps=1)
f = theano.function([], [out, updates[b]])
print([r.shape for r in f()])  # => [(1, 3), (3,)]
x = T.vector('x')
two, _ = theano.scan(lambda e: e, dict(input=x, taps=[2]), n_steps=1)
print(theano.function([x], two)([0.0, 1.0, 2.0, 3.0]))  # => [2.]

# %% 28, 29, 45: parts of outputs
import numpy as np, theano, theano.tensor as T
u = T.dvector('u')
(a, b), _ = theano.scan(lambda e, x, y: [e + x * 0.5, e - y], u, [T.constant(np.float64(1.0)), T.constant(np.float64(2.0))])
f = theano.function([u], [a[-2:], b[:-1], a[1], b[::2]])
print([np.asarray(r).tolist() for r in f([1.0, 2.0, 3.0, 4.0])])  # => [[4.375, 6.1875], [-1.0, 3.0, 0.0], 2.75, [-1.0, 0.0]]
col = T.dcol('col')
out, _ = theano.scan(lambda x: x * 2, outputs_info=col, n_steps=2)
print(theano.function([col], out)(np.ones((2, 1))).tolist())  # => [[[2.0], [2.0]], [[4.0], [4.0]]]

# %% 30, 31, 40, 43: lengths of outputs
import numpy as np, theano, theano.tensor as T
from theano.scan_module import until
v = T.dvector('v')
out, _ = theano.scan(lambda e: (e * 2, until(e > 3)), v)
print(theano.function([v], [out.shape[0], out])(np.arange(10.0)))  # => [array(5), array([0., 2., 4., 6., 8.])]
grow, _ = theano.scan(lambda i: T.alloc(1.0, 3) * i, T.arange(4), n_steps=2)
print(theano.function([], grow.shape)().tolist())  # => [2, 3]

# %% 33, 37: what does not depend on the step
import numpy as np, theano, theano.tensor as T
W1, W2, h0 = T.dmatrix('W1'), T.dmatrix('W2'), T.dvector('h0')
out, _ = theano.scan(lambda h, W1, W2: T.tanh(T.dot(h, W1 + W2)), outputs_info=h0, non_sequences=[W1, W2], n_steps=3)
print(theano.function([h0, W1, W2], out)([1.0, 0.5], np.eye(2), np.ones((2, 2)) * 0.1).round(6).tolist())  # => [[0.817754, 0.57167], [0.7428, 0.611061], [0.705509, 0.633024]]
alloced, _ = theano.scan(lambda x: T.dot(x, T.alloc(np.float64(0.5), 2, 2)), outputs_info=h0, n_steps=2)
print(theano.function([h0], alloced)([1.0, 3.0]).tolist())  # => [[2.0, 2.0], [2.0, 2.0]]

# %% 34, 35: sequences as dicts; a memory with join
import numpy as np, theano, theano.tensor as T
x, w = T.dmatrix('x'), T.dvector('w')
pairs, _ = theano.scan(lambda e, h: e.sum() + h, [dict(input=x)], T.zeros(()))
memory, _ = theano.scan(lambda e, mem: [e.sum(), T.join(0, [T.dot(e, w)], mem[:-1])], x, [None, T.zeros((3,))])
print(theano.function([x], pairs)(np.ones((3, 2))))  # => [2. 4. 6.]
print([r.tolist() for r in theano.function([x, w], memory)(np.arange(6.0).reshape(3, 2), [1.0, 10.0])])  # => [[1.0, 5.0, 9.0], [[10.0, 0.0, 0.0], [32.0, 10.0, 0.0], [54.0, 32.0, 10.0]]]

# %% 38, 39: conditions
import numpy as np, theano, theano.tensor as T
from theano.scan_module import until
x = T.vector('x')
o, _ = theano.scan(lambda e: (T.tanh(e), until(e > 3)), x)
o2, _ = theano.scan(lambda e: (e * 10, until(e > 1)), x)
f = theano.function([x], [o.shape[0], o2])
print(f(np.linspace(0, 5, 11)))  # => [array(8), array([ 0.,  5., 10., 15.])]

# %% 41, 58: initial values without a type
import numpy as np, theano, theano.tensor as T
from theano.scan_module import until
n = T.iscalar('n')
(c, t), _ = theano.scan(lambda c, t: ((T.cast(c + 1, 'int8'), T.cast(t + 2, 'int8')), until(c >= 9)), outputs_info=[0, 0], n_steps=1000)
print(theano.function([], [c[-1], t[-1], c.dtype + '' and c[0]])())  # => [array(10, dtype=int8), array(20, dtype=int8), array(1, dtype=int8)]
theano.scan(lambda i, total: total + i, T.arange(5), 0.)  # !> ValueError: When compiling the inner function of scan the following error has been encountered: The initial state (`outputs_info` in scan nomenclature) of variable IncSubtensor{Set;:int64:}.0 (argument number 1) has dtype float32, while the result of the inner function (`fn`) has dtype float64. This can happen if the inner function of scan results in an upcast or downcast.

# %% 42, 49, 50: functions cut in the middle; updates with outputs of a loop
import numpy as np, theano, theano.tensor as T
u = T.dvector('u')
middle = u * 2
out, _ = theano.scan(lambda e, h: e + h, middle, T.zeros(()))
print(theano.function([middle], out)([1.0, 2.0]))  # => [1. 3.]
s = theano.shared(np.zeros(1), name='s')
f = theano.function([u], out[-1], updates=[(s, out[-1:])])
print(f([1.0, 2.0]))  # => 6.0
print(s.get_value())  # => [6.]

# %% 44: two loops with different numbers of steps
import numpy as np, theano, theano.tensor as T
c, x, y = T.dscalar('c'), T.dvector('x'), T.dvector('y')
a, _ = theano.scan(lambda e, f, c: e * f * c, [x, y], non_sequences=c, n_steps=2)
b, _ = theano.scan(lambda e, c: e ** 2 * c, x, non_sequences=c)
cost = a.sum() + b.sum()
print([np.asarray(g).tolist() for g in theano.function([c, x, y], T.grad(cost, [c, x, y]))(2.0, [1.0, 2.0, 3.0], [4.0, 5.0, 6.0])])  # => [28.0, [12.0, 18.0, 12.0], [2.0, 4.0, 0.0]]

# %% 46: inner loops of no step
import numpy as np, theano, theano.tensor as T
x = T.dvector('x')
def outer(e, h):
    inner, _ = theano.scan(lambda k, a: a + k, T.arange(1, 3), h)
    return inner[-1] + e
out, _ = theano.scan(outer, x, T.zeros(()))
print(theano.function([x], out)([1.0, 2.0]))  # => [4. 9.]

# %% 51: strict
import numpy as np, theano, theano.tensor as T
x = T.dvector('x')
w = theano.shared(2.0, name='w')
ok, _ = theano.scan(lambda e, w: e * w, x, non_sequences=[w], strict=True)
print(theano.function([x], ok)([1.0, 2.0]))  # => [2. 4.]
theano.scan(lambda e: e * w, x, strict=True)  # !> theano.gof.fg.MissingInputError: ScanOp is missing an input: w

# %% 53: taps that are refused
import theano, theano.tensor as T
x = T.dvector('x')
for taps in ([0], [-1, -1]):
    try:
        theano.scan(lambda a, *b: a, outputs_info=dict(initial=x, taps=taps), n_steps=2)
    except ValueError as error:
        print(str(error).split('`')[0][:60].replace('(', ''))  # => 'All the tap values must be smaller than 0.', {'initial': x
        # => 'All the taps must be different in  

# %% 54, 55: broadcasting states
import numpy as np, theano, theano.tensor as T
x = T.matrix('x')
W = theano.shared(np.full((2, 4), 0.1), name='W')
out, _ = theano.scan(lambda e, h: T.dot(T.reshape(e, (1, 2)), W), x, T.alloc(np.float64(0.0), 1, 4))
cost = T.mean(out)
f = theano.function([x], cost, updates=[(W, W - 0.1 * T.grad(cost, W))])
print(f(np.ones((3, 2))))  # => 0.20000000000000004
print(W.get_value()[0])  # => [0.075 0.075 0.075 0.075]
init = T.unbroadcast(T.zeros((1, 2)), 0)
loose, _ = theano.scan(lambda e, h: h + e, T.dtensor3('t'), init)
print(loose.ndim)  # => 3
t = T.dtensor3('t')
tight, _ = theano.scan(lambda e, h: h + e, t, T.zeros((1, 2)))
try:
    theano.function([t], tight)
except TypeError as error:
    print(str(error).rsplit('Inconsistency', 1)[1].rstrip('")'))  # =>  in the inner graph of scan 'scan_fn' : an input and an output are associated with the same recurrent state and should have the same type but have type 'TensorType(float64, row)' and 'TensorType(float64, matrix)' respectively.

# %% 56: an input that only the updates read
import theano, theano.tensor as T
inc, count = T.scalar('inc'), theano.shared(0.0, name='count')
try:
    theano.scan(lambda: {count: count + inc}, n_steps=3)
except Exception as error:
    print(type(error).__name__, str(error).split(' Use the')[0])  # => MissingInputError Input 1 of the graph (indices start from 0), used to compute Elemwise{add,no_inplace}(count, inc), was not provided and not given a value.

# %% 57: gradients of loops that stop
import numpy as np, theano, theano.tensor as T
from theano.scan_module import until
x, limit = T.dvector('x'), T.dscalar('limit')
r, _ = theano.scan(lambda e, u: (e * u, until(e > u)), x, non_sequences=[limit])
print(theano.function([x, limit], T.grad(r.sum(), x))(np.arange(1.0, 7.0), 3.0))  # => [3. 3. 3. 3. 0. 0.]
r, _ = theano.scan(lambda e, u: (e * u, until(e > u)), x, non_sequences=[limit], truncate_gradient=2)
print(theano.function([x, limit], T.grad(r.sum(), x))(np.arange(1.0, 7.0), 3.0))  # => [0. 0. 3. 3. 0. 0.]
r, _ = theano.scan(lambda a, b, u: (a * b * u, until(b > u)), dict(input=x, taps=[-2, 0]), non_sequences=[limit])
print(theano.function([x, limit], T.grad(r.sum(), x))(np.arange(1.0, 7.0), 4.0))  # => [12. 16. 24.  8. 12.  0.]

# %% 66: OrderedUpdates
import theano
from theano.updates import OrderedUpdates
a = theano.shared(1, name='a')
u = OrderedUpdates()
u[a] = a + 1
print(len(u), list(u) == [a], len(u + OrderedUpdates()))  # => 1 True 1
u['a'] = 2  # !> TypeError: ('OrderedUpdates keys must inherit from SharedVariable', 'a')
