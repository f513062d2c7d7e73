"""Ratings: cosine similarity, predictions by SVD of rank k, alternating least squares."""
import numpy as np
R = np.array([[5, 4, 0, 1], [4, 5, 1, 0], [1, 0, 5, 4], [0, 1, 4, 5], [5, 5, 0, 0]], dtype=float)
norm = np.linalg.norm(R, axis=1, keepdims=True)
sim = (R / norm) @ (R / norm).T
print(sim.round(3), (sim - np.eye(5)).argmax(axis=1))
U, s, Vt = np.linalg.svd(R, full_matrices=False)
print(s.round(4), (s ** 2 / (s ** 2).sum()).cumsum().round(4))
for k in (1, 2):
    Rk = (U[:, :k] * s[:k]) @ Vt[:k]
    print(k, np.sqrt(((R - Rk) ** 2).mean()).round(5), np.abs(Rk.round(2))[0])
rng = np.random.default_rng(3); P, Q = rng.random((5, 2)), rng.random((4, 2)); M = R > 0
for it in range(15):
    for u in range(5): q = Q[M[u]]; P[u] = np.linalg.solve(q.T @ q + 0.1 * np.eye(2), q.T @ R[u, M[u]])
    for i in range(4): p = P[M[:, i]]; Q[i] = np.linalg.solve(p.T @ p + 0.1 * np.eye(2), p.T @ R[M[:, i], i])
E = (P @ Q.T - R)[M]; print((P @ Q.T).round(2), np.sqrt((E ** 2).mean()).round(4), M.sum(), R[M].mean(), np.where(M, R, np.nan)[0])
