import numpy as np
from numpy import linalg as LA
a = np.arange(24.).reshape(2, 3, 4); c = np.array([[4., 1], [2, 3]])
for f in (lambda: LA.vector_norm(a), lambda: LA.vector_norm(a, axis=(0, 2)), lambda: LA.vector_norm(a, axis=1, keepdims=True).shape, lambda: LA.vector_norm([3, 4], ord=1), lambda: LA.vector_norm(a, keepdims=True), lambda: LA.matrix_norm(a), lambda: LA.matrix_norm(a, ord=2, keepdims=True), lambda: LA.matrix_norm(c, ord='nuc'), lambda: LA.outer([1, 2], [3, 4]), lambda: LA.outer(c, [1]), lambda: LA.cross([1, 2, 3], [0, 1, 0]), lambda: LA.cross([1, 2], [3, 4]), lambda: LA.trace(a[:, :, :3]), lambda: LA.trace(c, offset=1), lambda: LA.diagonal(a), lambda: LA.matmul(c, c), lambda: LA.tensordot(a, a, axes=3), lambda: LA.vecdot(a[0], a[1]), lambda: LA.matrix_transpose(a).shape, lambda: LA.tensorsolve(np.eye(6).reshape(2, 3, 3, 2), np.ones((2, 3))), lambda: LA.tensorsolve(a, np.ones(2)), lambda: LA.tensorinv(np.eye(24).reshape(4, 6, 8, 3)).shape, lambda: LA.tensorinv(c, ind=1), lambda: LA.tensorinv(c, ind=0), lambda: LA.svdvals(c).round(6)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
