# the outer step is in one module, the inner scan in another, which returns only outputs.
import theano
import theano.tensor as T
from outer import matmul
from inner import ops

A, B = T.dmatrices('A', 'B')
C, updates = matmul(A, B)
f = theano.function([A, B], C, updates=updates)
print(f([[1., 2.]], [[1.], [1.]]), ops.get_value())
