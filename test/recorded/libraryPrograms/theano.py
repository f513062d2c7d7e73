# Programs of Theano in Python 3. What their markers say follows Theano 1.0.5.

# %% the value before each update is given, and only passed updates are stored
import theano
a = theano.shared(1, name='a')
values, updates = theano.scan(lambda: (a, {a: a + 1}), n_steps=5)
look = theano.function([], values)
move = theano.function([], values, updates=updates)
print(look(), a.get_value())  # => [1 2 3 4 5] 1
print(move(), a.get_value())  # => [1 2 3 4 5] 6
print(type(updates).__name__, list(updates) == [a])  # => OrderedUpdates True

# %% a step of updates alone gives None, and a function of None gives an empty list
import theano
a = theano.shared(1, name='a')
values, updates = theano.scan(lambda: {a: a * 2}, n_steps=3)
print(values)  # => None
print(theano.function([], values, updates=updates)(), a.get_value())  # => [] 8

# %% texts of variables
import theano
import theano.tensor as T
x = T.dvector('x')
s = theano.shared(2.5, name='s')
print(x, s, x + s, x.type, T.constant(3), x[0], x.T)  # => x s Elemwise{add,no_inplace}.0 TensorType(float64, vector) TensorConstant{3} Subtensor{int64}.0 x.T

# %% what Python can not do with variables
import theano.tensor as T
v = T.dvector('v')
print(v == 1, v == v, bool(v))  # => False True True
bool(v > 1)  # !> TypeError: Variables do not support boolean operations.

# %% iteration
import theano.tensor as T
for row in T.dmatrix('m'):  # !> TypeError: TensorType does not support iteration. Maybe you are using builtin.sum instead of theano.tensor.sum? (Maybe .max?)
    pass

# %% item assignment
import theano.tensor as T
T.dvector('v')[0] = 1  # !> TypeError: 'TensorVariable' object does not support item assignment

# %% a name that the library does not have
import theano.tensor as T
T.sigmoids  # !> AttributeError: module 'theano.tensor' has no attribute 'sigmoids'

# %% a name that ScanLens does not have
import theano.tensor as T
T.mpi_send_wait_key(1.0)  # !> NotSupportedByScanLens: theano.tensor.mpi_send_wait_key is not supported yet

# %% merging updates
import theano
s, t = theano.shared(1, name='s'), theano.shared(1, name='t')
_, plus = theano.scan(lambda: {s: s + 1}, n_steps=3)
_, times = theano.scan(lambda: {t: t * 2}, n_steps=3)
both = plus + times + [(t, times[t])]
print([k.name for k in both])  # => ['s', 't']
theano.function([], updates=both)()  # => []
print(s.get_value(), t.get_value())  # => 4 8
plus.update({s: s})  # !> KeyError: ('Collision', s)

# %% shared variables copy
import numpy as np
import theano
start = np.zeros(2)
copied, borrowed = theano.shared(start), theano.shared(start, borrow=True)
start += 1
print(copied.get_value(), borrowed.get_value())  # => [0. 0.] [1. 1.]
copied.set_value(np.zeros((2, 2)))  # !> TypeError: ('Wrong number of dimensions: expected 1, got 2 with shape (2, 2).', 'Container name "None"')

# %% floatX
import theano
import theano.tensor as T
theano.config.floatX = 'float32'
print(T.vector().dtype, T.constant(0.1).dtype, theano.shared(0.1).dtype)  # => float32 float32 float64
theano.config.floatX = 'float'  # !> ValueError: Invalid value ("float") for configuration variable "floatX". Valid options are ('float64', 'float32', 'float16')

# %% a condition ends the loop after its step
import theano
import theano.tensor as T
from theano.scan_module import until
powers, _ = theano.scan(lambda p: (p * 2, until(p * 2 > 40)), outputs_info=T.constant(1.), n_steps=1024)
print(theano.function([], powers)())  # => [ 2.  4.  8. 16. 32. 64.]

# %% modes change nothing, settings that would are refused
import theano
import theano.tensor as T
x = T.dscalar('x')
print(theano.function([x], x + 1, mode=theano.Mode(optimizer=None))(1), theano.config.optimizer)  # => 2.0 o4
theano.config.cast_policy = 'numpy'  # !> ValueError: Invalid value ("numpy") for configuration variable "cast_policy". Valid options are ('custom', 'numpy+floatX')

# %% ifelse, repeat and roll
import theano
import theano.tensor as T
from theano.ifelse import ifelse
v = T.lvector('v')
f = theano.function([v], [ifelse(v.sum() > 3, v[:1], v), T.repeat(v, 2), T.roll(v, 1), T.diag(v)[1]])
print(f([1, 2, 3]))  # => [array([1]), array([1, 1, 2, 2, 3, 3]), array([3, 1, 2]), array([0, 2, 0])]

# %% what a program puts into os.environ before the import decides floatX
import os

os.environ['THEANO_FLAGS'] = 'device=cpu,floatX=float32'
import theano
import theano.tensor as T

print(theano.config.floatX)  # => float32
print(T.scalar().dtype)  # => float32

# %% ops and results by Theano's names
import theano
import theano.tensor as T
x, m, i = T.dvector('x'), T.dmatrix('m'), T.lvector('i')
a = theano.shared(1, 'a')
print(m[i], m[m > 0], x.mean(), m.max(axis=0), x.min(), T.nnet.sigmoid(x), m.prod(axis=0))  # => AdvancedSubtensor1.0 AdvancedBooleanSubtensor.0 mean max Elemwise{neg,no_inplace}.0 sigmoid.0 Prod{axis=(0,), dtype='float64', acc_dtype='float64'}.0
print(theano.scan(lambda e: (e, {a: a + 1}), x)[0], type(a), type(x))  # => for{cpu,scan_fn}.1 <class 'theano.tensor.sharedvar.ScalarSharedVariable'> <class 'theano.tensor.var.TensorVariable'>

# %% bits of booleans and integers do not mix
import theano.tensor as T
T.vector('b', dtype='bool') & T.lvector('i')  # !> TypeError: input to a BitOp must have type (u)int8, (u)int16, (u)int32 or (u)int64 or be all bools not bool

# %% new axes need the whole index
import theano.tensor as T
print(T.vector('v')[None, :].type)  # => TensorType(float64, row)
T.vector('v')[None]  # !> ValueError: ('You cannot drop a non-broadcastable dimension.', ([False], ['x']))

# %% what a given stands for is fixed when it is met
import theano
import theano.tensor as T
a = theano.shared(3)
out, ups = theano.scan(lambda e: (e * a, {a: a + 1}), T.arange(1, 4))
print(theano.function([], out, givens=ups)(), a.get_value())  # => [ 3  8 15] 3
b = theano.shared(1)
theano.function([], a + b, givens=[(a, b), (b, a + 1)])  # !> AssertionError: When using 'givens' or 'replace' with several (old_v, new_v) replacement pairs, you can not have a new_v variable depend on an old_v one. For instance, givens = {a:b, b:(a+1)} is not allowed. Here, the old_v <TensorType(int64, scalar)> is used to compute other new_v's, but it is scheduled to be replaced by Elemwise{add,no_inplace}.0.

# %% a shorter sequence
import theano
import theano.tensor as T
x = T.dvector('x')
f = theano.function([x], theano.scan(lambda e: e, x, n_steps=3)[0])
f([1.0])  # !> ValueError: ('Sequence is shorter then the required number of steps : (n_steps, seq, seq.shape):', array(3, dtype=int8), Subtensor{:int8:}.0, (1,))

# %% arguments that are variables
import theano
import theano.tensor as T
x = T.dvector('x')
f = theano.function([x], x, name='f')
try:
    f(x)
except TypeError as e:
    print(str(e).splitlines()[0])  # => Bad input argument with name "x" to theano function with name "f" at index 0 (0-based).  
