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

# %% modules that nothing has imported are no attributes
import theano
import theano.tensor as T
print(hasattr(theano, 'sandbox'), hasattr(theano, 'ifelse'), hasattr(T, 'signal'), hasattr(T, 'nnet'), hasattr(T, 'slinalg'))  # => False False False True False
import theano.sandbox.neighbours
from theano.tensor.signal.pool import pool_2d
print(hasattr(theano, 'sandbox'), hasattr(T.nnet, 'neighbours'), hasattr(T, 'signal'), hasattr(T.signal, 'conv'))  # => True True True False
theano.ifelse
# !> AttributeError: module 'theano' has no attribute 'ifelse'
