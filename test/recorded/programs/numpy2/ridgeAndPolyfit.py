"""Polynomial fits, normal equations, ridge, lstsq, QR and Cholesky."""
import numpy as np
x = np.linspace(-1, 1, 9)
y = 1 + 2 * x - 3 * x ** 2 + 0.1 * np.sin(20 * x)
print(np.polyfit(x, y, 2).round(5), np.polyval([1, 2, 3], 2), np.poly1d([1, -3, 2]), np.roots([1, -3, 2]))
A = np.vander(x, 3, increasing=True)
print(A[:3])
w = np.linalg.solve(A.T @ A, A.T @ y)
w2, res, rank, sv = np.linalg.lstsq(A, y, rcond=None)
print(w.round(5), np.allclose(w, w2), res.round(6), rank, sv.round(4))
for lam in (0, 0.1, 1, 10):
    r = np.linalg.solve(A.T @ A + lam * np.eye(3), A.T @ y)
    print(f"lambda {lam:<5} w {np.array2string(r, precision=3, suppress_small=True)} norm {np.linalg.norm(r):.4f}")
Q, R = np.linalg.qr(A)
print(np.allclose(Q @ R, A), np.abs(np.diag(R)).round(4), np.allclose(Q.T @ Q, np.eye(3)))
L = np.linalg.cholesky(A.T @ A)
print(L.round(4), np.linalg.det(A.T @ A).round(5), np.linalg.cond(A).round(3), np.linalg.inv(A.T @ A).round(3), sep="\n")
try:
    np.linalg.inv(np.array([[1., 2.], [2., 4.]]))
except np.linalg.LinAlgError as e:
    print(type(e).__name__, e)
try:
    np.linalg.solve(np.ones((2, 3)), np.ones(2))
except np.linalg.LinAlgError as e:
    print(e)
p = np.polynomial.Polynomial([1, 2, 3])
print(p(2), p.deriv().coef, np.linalg.norm(A, axis=0).round(3), np.linalg.norm(A, 1).round(3), np.linalg.norm([3, 4], np.inf), np.outer([1, 2], [3, 4]), np.cross([1, 0, 0], [0, 1, 0]))
