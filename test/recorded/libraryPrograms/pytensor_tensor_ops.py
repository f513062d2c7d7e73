# Tensor ops of PyTensor 3: products, order, diagonals, index arrays, linear algebra. Recorded from the library.

# %% products of any number of axes
import numpy as np
import pytensor as th
import pytensor.tensor as T
a, b, v = T.dtensor3('a'), T.dmatrix('b'), T.dvector('v')
at = [np.arange(12.0).reshape(2, 2, 3), np.arange(6.0).reshape(3, 2), np.array([1.0, -1.0, 2.0])]
made = [T.dot(a, b), T.dot(a, v), T.tensordot(a, b, [[2, 1], [0, 1]]), T.outer(v, v)]
for r in th.function([a, b, v], made)(*at): print(r.shape, r.tolist())  # => (2, 2, 2) [[[10.0, 13.0], [28.0, 40.0]], [[46.0, 67.0], [64.0, 94.0]]]
# => (2, 2) [[3.0, 9.0], [15.0, 21.0]]
# => (2,) [50.0, 140.0]
# => (3, 3) [[1.0, -1.0, 2.0], [-1.0, 1.0, -2.0], [2.0, -2.0, 4.0]]
g = th.grad(T.tensordot(a, b, 1).sum(), b)
print(th.function([a, b], g, on_unused_input='ignore')(*at[:2]).tolist())  # => [[18.0, 18.0], [22.0, 22.0], [26.0, 26.0]]
try: th.function([b, v], T.dot(b, v))(at[1], at[2])
except ValueError as e: print(str(e).split('\n')[0])  # => matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 3 is different from 2)

# %% order, places and counts
import numpy as np
import pytensor as th
import pytensor.tensor as T
m, k = T.dmatrix('m'), T.lvector('k')
E = T.extra_ops
made = [T.sort(m), T.argsort(m, axis=0), m.argmax(axis=1), T.max_and_argmax(m)[1], E.bincount(k), E.searchsorted(T.sort(m[0]), 1.5), T.cumsum(m, axis=1), E.diff(m)]
print([str(e) for e in made[:4]])  # => ["SortOp{kind='quicksort'}.0", "ArgSortOp{kind='quicksort'}.0", 'argmax', 'argmax']
for r in th.function([m, k], made)([[3.0, 1.0, 2.0], [0.0, 5.0, 5.0]], [2, 0, 2]): print(r.dtype, r.tolist())  # => float64 [[1.0, 2.0, 3.0], [0.0, 5.0, 5.0]]
# => int64 [[1, 0, 0], [0, 1, 1]]
# => int64 [0, 1]
# => int64 4
# => int64 [1, 0, 2]
# => int64 1
# => float64 [[3.0, 4.0, 6.0], [0.0, 5.0, 10.0]]
# => float64 [[-2.0, 1.0], [5.0, 0.0]]
f = th.function([m], th.grad((T.sort(m, axis=1)[:, 0] ** 2).sum(), m))
print(f([[3.0, 1.0, 2.0], [0.5, 5.0, 5.0]]).tolist())  # => [[0.0, 2.0, 0.0], [1.0, 0.0, 0.0]]

# %% diagonals and triangles
import numpy as np
import pytensor as th
import pytensor.tensor as T
m, v = T.dmatrix('m'), T.dvector('v')
made = [T.diag(m), T.diag(v, -1), m.diagonal(1), T.tril(m), T.triu(m, 1), T.fill_diagonal(m, 9), T.tri(2, 3, 1, dtype='int8')]
print([str(e) for e in made[:3]], made[-1].type)  # => ['ExtractDiag{offset=0, axis1=0, axis2=1, view=True}.0', 'AllocDiag{self.axis1=0, self.axis2=1, self.offset=-1}.0', 'ExtractDiag{offset=1, axis1=0, axis2=1, view=True}.0'] Matrix(int8, shape=(2, 3))
for r in th.function([m, v], made)([[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0]): print(r.dtype, r.tolist())  # => float64 [1.0, 4.0]
# => float64 [[0.0, 0.0, 0.0], [5.0, 0.0, 0.0], [0.0, 6.0, 0.0]]
# => float64 [2.0]
# => float64 [[1.0, 0.0], [3.0, 4.0]]
# => float64 [[0.0, 2.0], [0.0, 0.0]]
# => float64 [[9.0, 2.0], [3.0, 9.0]]
# => int8 [[1, 1, 0], [1, 1, 1]]
print(th.function([m], th.grad((T.diag(m, 1) ** 2).sum() + T.tril(m).sum(), m))([[1.0, 2.0], [3.0, 4.0]]).tolist())  # => [[1.0, 4.0], [1.0, 1.0]]

# %% parts repeated, tiled, split and stacked
import pytensor as th
import pytensor.tensor as T
v, k = T.dvector('v'), T.lvector('k')
made = [T.repeat(v, 2), T.repeat(v, k), T.tile(v, (2, 1)), T.roll(v, -1), T.stack([v, v], axis=-1), T.choose(k, [v, v * 10])] + list(T.split(v, [1, 2], n_splits=2))
for r in th.function([v, k], made)([1.0, 2.0, 3.0], [1, 0, 1]): print(r.tolist())  # => [1.0, 1.0, 2.0, 2.0, 3.0, 3.0]
# => [1.0, 3.0]
# => [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]
# => [2.0, 3.0, 1.0]
# => [[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]
# => [10.0, 2.0, 30.0]
# => [1.0]
# => [2.0, 3.0]
try: th.function([v], T.split(v, [1, 1], n_splits=2))([1.0, 2.0, 3.0])
except ValueError as e: print(str(e).split('\n')[0])  # => Split sizes sum to 2; expected 3
try: T.stack([v, v], axis=4)
except IndexError as e: print(e)  # => axis 4 is out of bounds [-2, 2)

# %% masks and index arrays
import numpy as np
import pytensor as th
import pytensor.tensor as T
m, v, k = T.dmatrix('m'), T.dvector('v'), T.lvector('k')
made = [m[k, k], m[:, k], m[m > 2], m[k, None, 0], T.set_subtensor(m[:, v > 0], 0), T.inc_subtensor(m[[0, 0]], v)]
for r in th.function([m, v, k], made)([[1.0, 2.0], [3.0, 4.0]], [1.0, -1.0], [1, 0]): print(r.shape, r.tolist())  # => (2,) [4.0, 1.0]
# => (2, 2) [[2.0, 1.0], [4.0, 3.0]]
# => (2,) [3.0, 4.0]
# => (2, 1) [[3.0], [1.0]]
# => (2, 2) [[0.0, 2.0], [0.0, 4.0]]
# => (2, 2) [[3.0, 0.0], [3.0, 4.0]]
try: th.function([m, v], m[v > 0])([[1.0, 2.0], [3.0, 4.0]], [1.0, 1.0, 0.0])
except IndexError as e: print(str(e).split('\n')[0])  # => boolean index did not match indexed array along axis 0; size of axis is 2 but size of corresponding boolean axis is 3
print(th.function([m, k], th.grad((m[k, k] ** 2).sum(), m))([[1.0, 2.0], [3.0, 4.0]], [1, 1]).tolist())  # => [[0.0, 0.0], [0.0, 16.0]]

# %% the shape of another gives no gradient
import pytensor as th
import pytensor.tensor as T
m = T.dmatrix('m')
try: th.grad(T.zeros_like(m).sum(), m)
except Exception as e: print(type(e).__name__)  # => DisconnectedInputError

# %% inverses, determinants and factors
import numpy as np
import pytensor as th
import pytensor.tensor as T
N = S = T.linalg
m, v = T.dmatrix('m'), T.dvector('v')
A = np.array([[4.0, 1.0], [1.0, 3.0]])
made = [N.matrix_inverse(m), N.det(m), S.cholesky(m), S.solve(m, v), N.svd(m, compute_uv=False), N.eigh(m)[0], S.expm(m / 4), N.pinv(m), N.matrix_power(m, 3), N.matrix_dot(m, m, m)]
for r in th.function([m, v], made)(A, [1.0, 2.0]): print(r.shape, (np.round(r, 6) + 0).tolist())  # => (2, 2) [[0.272727, -0.090909], [-0.090909, 0.363636]]
# => () 11.0
# => (2, 2) [[2.0, 0.0], [0.5, 1.658312]]
# => (2,) [0.090909, 0.636364]
# => (2,) [4.618034, 2.381966]
# => (2,) [2.381966, 4.618034]
# => (2, 2) [[2.796972, 0.607558], [0.607558, 2.189414]]
# => (2, 2) [[0.272727, -0.090909], [-0.090909, 0.363636]]
# => (2, 2) [[75.0, 38.0], [38.0, 37.0]]
# => (2, 2) [[75.0, 38.0], [38.0, 37.0]]
cost = N.det(m) + S.cholesky(m).sum() + (S.solve(m, v) ** 2).sum() + N.eigh(m)[0][0]
print(np.round(th.function([m, v], th.grad(cost, m))(A, [1.0, 2.0]), 6).tolist())  # => [[3.488748, -0.957926], [-1.585754, 4.741121]]
try: th.function([m], N.matrix_inverse(m))(A * 0)
except np.linalg.LinAlgError as e: print(str(e).split('\n')[0])  # => Singular matrix

# %% products and matrices in stacks
import numpy as np
import pytensor
import pytensor.tensor as pt
t, m, v = pt.dtensor3('t'), pt.dmatrix('m'), pt.dvector('v')
A = np.arange(8.0).reshape(2, 2, 2) + np.eye(2) * 3
made = [t @ m, t @ v, pt.einsum('bij,jk->bik', t, m), pt.linalg.inv(t), pt.linalg.det(t), pt.linalg.solve(t, m), pt.linalg.slogdet(m)[1]]
print(made[0], made[3])  # => Matmul.0 Blockwise{MatrixInverse, (m,m)->(m,m)}.0
for r in pytensor.function([t, m, v], made)(A, A[0], [1.0, -1.0]): print(r.shape, (np.round(r, 6) + 0).tolist())  # => (2, 2, 2) [[[11.0, 9.0], [18.0, 38.0]], [[31.0, 37.0], [38.0, 66.0]]]
# => (2, 2) [[2.0, -4.0], [2.0, -4.0]]
# => (2, 2, 2) [[[11.0, 9.0], [18.0, 38.0]], [[31.0, 37.0], [38.0, 66.0]]]
# => (2, 2, 2) [[[0.375, -0.0625], [-0.125, 0.1875]], [[0.25, -0.125], [-0.15, 0.175]]]
# => (2,) [16.0, 40.0]
# => (2, 2, 2) [[[1.0, 0.0], [0.0, 1.0]], [[0.5, -0.5], [-0.1, 0.9]]]
# => () 2.772589
g = pytensor.grad(pt.linalg.det(t).sum(), t)
print(np.round(pytensor.function([t], g)(A), 6).tolist())  # => [[[6.0, -2.0], [-1.0, 3.0]], [[10.0, -6.0], [-5.0, 7.0]]]

# %% lengths that a type knows
import pytensor.tensor as pt
x = pt.tensor('x', dtype='float64', shape=(3, None, 5))
print(pt.repeat(x, 2, axis=0).type, pt.tile(x, 2).type, x[[0, 1]].type)  # => Tensor3(float64, shape=(6, ?, 5)) Tensor3(float64, shape=(3, ?, 10)) Tensor3(float64, shape=(2, ?, 5))
print(pt.arange(4).type, pt.linspace(0, 1, 5).type, pt.split(x, [1, 2], n_splits=2)[1].type)  # => Vector(int64, shape=(4,)) Vector(float64, shape=(5,)) Tensor3(float64, shape=(2, ?, 5))
print(pt.eye(x.shape[0]).type, x.diagonal(0, 0, 2).type, pt.zeros(x.shape).type)  # => Matrix(float64, shape=(3, 3)) Matrix(float64, shape=(?, 3)) Tensor3(float64, shape=(3, ?, 5))

# %% axes joined, split and packed
import numpy as np
import pytensor
import pytensor.tensor as pt
x, m = pt.tensor('x', shape=(2, 3)), pt.matrix('m')
given = {x: np.arange(6.0).reshape(2, 3), m: np.ones((2, 2))}
joined = pt.join_dims(x, 0, 2)
print(joined, joined.type, pytensor.grad((joined ** 2).sum(), x).eval({x: given[x]}).tolist())  # => JoinDims{start_axis=0, n_axes=2}.0 Vector(float64, shape=(6,)) [[0.0, 2.0, 4.0], [6.0, 8.0, 10.0]]
print(pt.split_dims(joined, (3, 2)), pt.split_dims(joined, (3, 2)).eval({x: given[x]}).tolist())  # => SplitDims{axis=0}.0 [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]
whole, shapes = pt.pack(x, m)
print(whole.eval(given).tolist(), [part.type for part in pt.unpack(whole, shapes)])  # => [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 1.0, 1.0, 1.0, 1.0] [TensorType(float64, shape=(2, 3)), TensorType(float64, shape=(None, None))]
rows, shapes = pt.pack(x, m, keep_axes=0)
print([part.eval(given).tolist() for part in pt.unpack(rows, shapes, keep_axes=0)])  # => [[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]], [[1.0, 1.0], [1.0, 1.0]]]

# %% interpolation
import numpy as np
import pytensor
import pytensor.tensor as pt
v = pt.vector('v')
points, values, at = np.array([1.0, 2.0, 4.0]), np.array([10.0, 5.0, 7.0]), {v: [0.0, 1.0, 1.5, 3.0, 9.0]}
print(pt.interp(v, points, values).eval(at), pt.interp(v, points, values, left=-1.0, right=-2.0).eval(at))  # => [10.  10.   7.5  6.   7. ] [-1.  -1.   7.5  6.  -2. ]
for method in ['linear', 'nearest', 'first', 'last', 'mean']: print(pt.interpolate1d(points[::-1].copy(), values, method)(v).eval(at), end=' ')  # => [ 9.   7.   6.   7.5 22.5] [ 7.  7.  7.  5. 10.] [ 7.  7.  7.  5. 10.] [ 7.  7.  5. 10. 10.] [6.  6.  6.  7.5 7.5] 
print(pytensor.grad(pt.interp(v, points, values).sum(), v).eval(at))  # => [ 0.  0. -5.  1.  0.]
