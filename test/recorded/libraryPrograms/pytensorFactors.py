# LU factors in PyTensor, solutions by them, and NumPy's numbers.

# %% factors
import numpy as np
import pytensor
import pytensor.tensor as pt
A = pt.dmatrix('A')
v = pt.dvector('v')
a = np.array([[1., 2., 3.], [4., 4., 2.], [2., 8., 7.]])
p, l, u = pt.linalg.lu(A)
print(u)  # => Blockwise{LU{permute_l=False, overwrite_a=False, p_indices=False}, (m,m)->(m,m),(m,m),(m,m)}.2
print(*(each.ravel().round(4) for each in pytensor.function([A], [p, l, u])(a)))  # => [0. 0. 1. 1. 0. 0. 0. 1. 0.] [1.     0.     0.     0.5    1.     0.     0.25   0.1667 1.    ] [4.  4.  2.  0.  6.  6.  0.  0.  1.5]
order, l, u = pt.linalg.lu(A, p_indices=True)
print(order.type, order.eval({A: a}), pt.linalg.lu(A, permute_l=True)[0].eval({A: a}).ravel().round(4))  # => Vector(int32, shape=(?,)) [2 0 1] [0.25   0.1667 1.     1.     0.     0.     0.5    1.     0.    ]
factors, pivots = pt.linalg.lu_factor(A)
print(factors, pivots.eval({A: a}), pt.linalg.pivot_to_permutation(pivots).eval({A: a}))  # => Blockwise{LUFactor{overwrite_a=False}, (m,m)->(m,m),(m)}.0 [1 2 2] [2 0 1]
x = pt.linalg.lu_solve((factors, pivots), v)
print(pytensor.function([A, v], x)(a, [1., 2., 3.]), np.linalg.solve(a, [1., 2., 3.]))  # => [0.22222222 0.22222222 0.11111111] [0.22222222 0.22222222 0.11111111]
print(pytensor.function([A, v], pt.linalg.lu_solve((factors, pivots), v, trans=True))(a, [1., 2., 3.]).round(6))  # => [1. 0. 0.]
print(pytensor.grad(u.sum(), A).eval({A: a}).ravel().round(3))  # => [ 0.5   -1.     1.     1.667  0.667  0.333 -1.583  1.167  0.833]
print(pytensor.grad(factors.sum(), A).eval({A: a}).ravel().round(3))  # => [ 0.583 -0.833  1.     1.507  0.639  0.333 -1.306  1.139  0.833]

# %% numbers
import pytensor.tensor as pt
print(pt.pi, pt.e, pt.inf, pt.nan, pt.newaxis is None)  # => 3.141592653589793 2.718281828459045 inf nan True
