"""Gram-Schmidt, power iteration, Jacobi iterations, PageRank, LU by hand, least squares."""
import numpy as np
A = np.array([[4., 1, 0], [1, 3, 1], [0, 1, 2]])
Q = []
for v in A.T:
    w = v - sum((v @ q) * q for q in Q)
    Q.append(w / np.linalg.norm(w))
Q = np.array(Q).T
print(Q.round(5), np.allclose(Q.T @ Q, np.eye(3)))
v = np.ones(3)
for i in range(60):
    w = A @ v; v = w / np.linalg.norm(w)
print((v @ A @ v).round(8), v.round(5), np.linalg.eigvalsh(A).round(6))
b, x = np.array([1., 2, 3]), np.zeros(3)
for k in range(25): x = (b - (A - np.diag(np.diag(A))) @ x) / np.diag(A)
print(x.round(6), np.linalg.solve(A, b).round(6), np.abs(A @ x - b).max() < 1e-4)
L, U = np.eye(3), A.copy()
for k in range(3):
    for i in range(k + 1, 3):
        L[i, k] = U[i, k] / U[k, k]; U[i] -= L[i, k] * U[k]
print(L.round(4), U.round(4), np.allclose(L @ U, A), np.prod(np.diag(U)).round(6), np.linalg.det(A).round(6))
links = {0: [1, 2], 1: [2], 2: [0], 3: [2]}
M = np.zeros((4, 4))
for s, ts in links.items(): M[ts, s] = 1 / len(ts)
r = np.full(4, 0.25)
for _ in range(50): r = 0.15 / 4 + 0.85 * M @ r
print(r.round(4), r.argsort()[::-1], r.sum().round(6), np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 30), np.linalg.pinv(np.array([[1., 2], [2, 4], [0, 1]])).round(4), np.vdot([1, 2], [3, 4]), np.inner([1, 2], [3, 4]), np.kron(np.eye(2), [1, 1]), np.triu(A), np.linalg.slogdet(A), np.linalg.norm(A).round(6))
