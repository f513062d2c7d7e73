# x log(x) and x log(y), 0 where x is; lists of element types.

# %% values and gradients
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.xlogx import xlogx, xlogy0
x, y = T.dvectors('x', 'y')
print(xlogx(x), xlogy0(x, y), xlogx(T.ivector()).type)  # => xlogx.0 xlogy0.0 TensorType(float64, vector)
print(xlogx(x).eval({x: [0, 1., 2.5]}), xlogy0(x, y).eval({x: [0, 1., 2.5], y: [np.nan, 2, 3]}))  # => [0.         0.         2.29072683] [0.         0.69314718 2.74653072]
print(T.grad(xlogx(x).sum(), x).eval({x: [1., 2.]}), T.grad(xlogy0(x, y).sum(), y).eval({x: [1., 2.], y: [2., 3.]}))  # => [1.         1.69314718] [0.5        0.66666667]

# %% lists of element types
import theano.tensor as T
print(T.discrete_dtypes, 'float16' in T.continuous_dtypes, T.float_dtypes)  # => ['bool', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'] True ['float16', 'float32', 'float64']
print(T.all_dtypes == T.discrete_dtypes + T.continuous_dtypes, T.integer_dtypes == T.int_dtypes + T.uint_dtypes, T.float64_atol)  # => True True 1e-08

# %% what is constant when the graph is built
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.basic import NotScalarConstantError
i, x = T.lscalar('i'), T.matrix('x')
print(T.get_scalar_constant_value(T.constant(3) + 4), T.get_scalar_constant_value(T.alloc(2.0, i)), T.get_scalar_constant_value(T.as_tensor_variable([i, 3])[1]))  # => 7 2.0 3
try: T.get_scalar_constant_value(i)
except NotScalarConstantError as e: print('no constant:', e)  # => no constant: i
print(T.extract_constant(i), T.extract_constant(T.ones_like(x)), T.get_vector_length(x.shape), T.get_vector_length([i, i, 2]))  # => i 1.0 2 3
try: T.get_vector_length(T.vector('v'))
except ValueError as e: print(str(e).strip())  # => length not known: v [id A]
print(T.inverse_permutation(T.constant([2, 0, 1])).eval(), T.permute_row_elements(T.constant([5.0, 6.0, 7.0]), [2, 0, 1]).eval())  # => [1 2 0] [7. 5. 6.]

# %% element types of numbers and pairs
import numpy as np
import theano
import theano.tensor as T
print(T.constant(np.nan).type, T.constant(np.inf).type, (T.fscalar() * np.nan).type)  # => TensorType(float64, scalar) TensorType(float32, scalar) TensorType(float64, scalar)
print(theano.scalar.upcast('int8', 'float32'), theano.scalar.upcast('int32', 'float32', 'bool'))  # => float32 float64

# %% ifelse computes one branch only
import numpy as np
import theano
import theano.tensor as T
from theano.ifelse import ifelse
v, i = T.dvector('v'), T.iscalar('i')
f = theano.function([v, i], [ifelse(i < v.shape[0], v[i], T.constant(np.nan)), v.sum()])
print(f([1, 2], 1), f([1, 2], 7))  # => [array(2.), array(3.)] [array(nan), array(3.)]
a, b = theano.printing.Print('a')(v * 2), theano.printing.Print('b')(v * 3)
g = theano.function([v, i], ifelse(i, ifelse(i > 1, a, b), v))
print(g([1], 0))  # => [1.]
x, _ = theano.scan(lambda k: ifelse(k < v.shape[0], v[k], -T.ones(())), sequences=T.arange(4))
print(theano.function([v], x)([1, 2]))  # => [ 1.  2. -1. -1.]
problems = []
for bad in (lambda: ifelse(i, v, T.zeros((1,))), lambda: ifelse(v, i, i), lambda: ifelse(i, [v, v], [v])):
    try: bad()
    except Exception as e: problems.append(str(e).split(',')[0])
print(problems)  # => ['The two branches should have identical types', 'Condition given to the op has to be a scalar with 0 standing for False', 'The number of values on the `then` branch should have the same number of variables as the `else` branch : (variables on `then` 2']
print(type(ifelse(i, (v, v), [v, v])).__name__)  # => tuple

# %% outlines and formulas
import theano
import theano.tensor as T
v = T.dvector('v')
s = (v * 2).sum()
s.name = 's'
print(theano.printing.min_informative_str(T.exp(s) + s).split('\n'))  # => ['A. Elemwise{add,no_inplace}', ' B. Elemwise{exp,no_inplace}', '  C. s', ' <C>']
print(theano.pp(T.concatenate([v, v])))  # => join(TensorConstant{0}, v, v)

# %% fewer initial rows than taps
import theano
import theano.tensor as T
v = T.dvector('v')
o, _ = theano.scan(lambda a, b: a + b, outputs_info=dict(initial=v, taps=[-3, -1]), n_steps=3)
f = theano.function([v], o)
print(f([1, 2, 3]))  # => [4. 6. 9.]
f([1, 2])  # !> NotSupportedByScanLens: an initial state of 2 rows where the taps need 3: the libraries read unset memory there

# %% modules that nothing has imported are no attributes
import theano
import theano.tensor as T
print(hasattr(theano, 'sandbox'), hasattr(theano, 'ifelse'), hasattr(T, 'signal'), hasattr(T, 'nnet'), hasattr(T, 'slinalg'))  # => False False False True False
import theano.sandbox.neighbours
from theano.tensor.signal.pool import pool_2d
print(hasattr(theano, 'sandbox'), hasattr(T.nnet, 'neighbours'), hasattr(T, 'signal'), hasattr(T.signal, 'conv'))  # => True True True False
theano.ifelse
# !> AttributeError: module 'theano' has no attribute 'ifelse'
