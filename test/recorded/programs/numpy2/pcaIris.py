"""PCA of a small table by covariance and by SVD."""
import numpy as np

X = np.array([[5.1, 3.5, 1.4, 0.2], [4.9, 3.0, 1.4, 0.2], [4.7, 3.2, 1.3, 0.2], [7.0, 3.2, 4.7, 1.4], [6.4, 3.2, 4.5, 1.5], [6.9, 3.1, 4.9, 1.5], [6.3, 3.3, 6.0, 2.5], [5.8, 2.7, 5.1, 1.9]])
mean = X.mean(axis=0)
Xc = X - mean
cov = np.cov(Xc, rowvar=False)
print("mean", mean)
print(np.round(cov, 4))
vals, vecs = np.linalg.eigh(cov)
order = vals.argsort()[::-1]
vals, vecs = vals[order], vecs[:, order]
vecs *= np.sign(vecs[0])
print("explained", np.round(vals / vals.sum(), 5), "cumulative", np.cumsum(vals / vals.sum()).round(4))
U, s, Vt = np.linalg.svd(Xc, full_matrices=False)
print(np.allclose(s ** 2 / (len(X) - 1), vals), U.shape, s.shape, Vt.shape)
Z = Xc @ vecs[:, :2]
print(Z.round(3))
back = Z @ vecs[:, :2].T + mean
print("error", np.abs(back - X).max().round(4), np.linalg.matrix_rank(Xc), np.trace(cov).round(6))
print(np.corrcoef(X.T).round(3))
