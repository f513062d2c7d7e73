# Mistakes of programs, and what Theano 1.0.5 says.

# %% updates come from anything that a dict can be made of
import theano
import theano.tensor as T
a, b = theano.shared(1.0, 'a'), theano.shared(2.0, 'b')
u = theano.updates.OrderedUpdates([(a, a + 1), (a, a * 3)])
u.update((p, p * 2) for p in [b])
print(u, len(u + {b: u[b]}), len(u + [(b, u[b])].__iter__()))  # => OrderedUpdates([(a, Elemwise{mul,no_inplace}.0), (b, Elemwise{mul,no_inplace}.0)]) 2 2
try: u.update({a: a})
except KeyError as e: print(e)  # => ('Collision', a)
u.update(5)  # !> TypeError: 'int' object is not iterable

# %% what the first scan loads
import theano
import theano.tensor as T
once = theano.scan(lambda: T.constant(1.), n_steps=1)
print([hasattr(theano, 'ifelse'), hasattr(T.nnet, 'neighbours')])  # => [False, False]
twice = theano.scan(lambda: T.constant(1.), n_steps=2)
print([hasattr(theano, 'ifelse'), hasattr(T.nnet, 'neighbours'), hasattr(theano, 'sandbox'), hasattr(T, 'slinalg')])  # => [True, True, True, True]

# %% the second derivative of a product
import theano
import theano.tensor as T
v = T.dvector('v')
print(theano.function([v], theano.gradient.hessian(T.prod(v, no_zeros_in_input=True), v))([1., 2., 3.]).tolist())  # => [[0.0, 3.0, 2.0], [3.0, 0.0, 1.0], [2.0, 1.0, 0.0]]
try: theano.gradient.hessian(T.prod(v), v)
except theano.gradient.NullTypeGradError as e: print(str(e)[-163:])  # => is not implemented. 2nd derivatives of `product(a)` is not currently supported.If `a` is guaranteed to contains no zeros, use `product(a, no_zeros_in_input=True)`.

# %% types by other names, indices and constants that are none
import numpy as np
import theano
import theano.tensor as T
x, i, m = T.dvector('x'), T.lvector('i'), T.dmatrix('m')
problems = []
for bad in (lambda: x.astype(float), lambda: T.cast(x, 'int'), lambda: x.astype('f4'), lambda: x.sum(dtype=np.float32), lambda: T.eye(2, dtype=int), lambda: T.vector(dtype=np.float64),
            lambda: m[x], lambda: m[i, x], lambda: T.constant('a'), lambda: T.constant([x]), lambda: x.dimshuffle('y'), lambda: T.arange(x),
            lambda: theano.function([x], x, givens=[(x,)]), lambda: T.round(x, 2)):
    try: problems.append(bad())
    except Exception as e: problems.append('%s: %s' % (type(e).__name__, e))
print('\n'.join(map(str, problems)))
# => KeyError: <class 'float'>
# => KeyError: 'int'
# => KeyError: 'f4'
# => TypeError: Unsupported dtype for TensorType: <class 'numpy.float32'>
# => TypeError: Unsupported dtype for TensorType: <class 'int'>
# => TypeError: Unsupported dtype for TensorType: <class 'numpy.float64'>
# => TypeError: index must be integers
# => TypeError: index must be integers or a boolean mask
# => TypeError: ('Could not convert a to TensorType', <class 'str'>)
# => TypeError: ('Could not convert [x] to TensorType', <class 'list'>)
# => TypeError: ("DimShuffle indices must be python ints. Got: '%s' of type '%s'.", 'y', "<class 'str'>")
# => AssertionError: 
# => ValueError: not enough values to unpack (expected 2, got 1)
# => Exception: round mode 2 is not implemented.
print(T.zeros((2,), dtype=float).dtype, T.constant(1, dtype=np.float32).dtype, T.ones_like(x, dtype=int).dtype)  # => float64 float32 int64

# %% a number of steps that is a float
import theano
import theano.tensor as T
x = T.dvector('x')
try: theano.scan(lambda a: a + 1, outputs_info=T.dscalar(), n_steps=10 / 2)
except TypeError as e: print(e)  # => Shape arguments to Alloc must be integers, but argument 0 is not for apply node: Elemwise{add,no_inplace}.0
theano.scan(lambda a: a, sequences=x, n_steps=10 / 2)  # !> TypeError: Expected an integer

# %% NumPy's functions on variables
import numpy as np
import theano.tensor as T
x = T.dvector('x')
print(np.exp(x), np.square(x))  # => Elemwise{exp,no_inplace}.0 Elemwise{mul,no_inplace}.0
