import numpy as np
from scipy import linalg
import scipy.linalg as la
np.set_printoptions(precision=8, suppress=True)
A = np.array([[4.0, 2.0, 0.6], [2.0, 3.0, 0.4], [0.6, 0.4, 2.0]])
b = np.array([1.0, 2.0, 3.0])
print(linalg.cholesky(A))
print(linalg.cholesky(A, lower=True))
print(la.solve(A, b), la.inv(A), '%.8f' % la.det(A))
c = la.cho_factor(A)
print(la.cho_solve(c, b), c[1])
L = la.cholesky(A, lower=True)
print(la.solve_triangular(L, b, lower=True), la.solve_triangular(L.T, b), la.solve_triangular(L, b, trans=1, lower=True))
print(la.block_diag([[1, 2], [3, 4]], 5, [6, 7]))
print(la.toeplitz([1, 2, 3]), la.toeplitz([1.0, 2, 3], [1, 9, 8, 7]))
print(la.expm(A / 10))
w, v = la.eigh(A)
print(w, np.abs(v))
print(la.eigvalsh(A), '%.8f' % la.norm(A), la.svdvals(A))
P, L, U = la.lu(np.array([[1.0, 2.0], [3.0, 4.0]]))
print(P, L, U)
Q, R = la.qr(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), mode='economic')
print(np.abs(Q), np.abs(R))
U, s, Vt = la.svd(A)
print(s)
print(la.pinv(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])))
for f in (lambda: la.cholesky(-A), lambda: la.inv(np.zeros((2, 2))), lambda: la.solve_triangular(np.zeros((2, 2)), [1.0, 2])):
    try:
        f()
    except la.LinAlgError as e:
        print('LinAlgError')
