"""K-means on three blobs from default_rng, with the steps printed."""
import numpy as np

rng = np.random.default_rng(42)
centers = np.array([[0, 0], [5, 5], [0, 6]])
X = np.vstack([c + rng.normal(scale=0.6, size=(20, 2)) for c in centers])
print(X.shape, X.mean(axis=0).round(4), X.std(0).round(4))
mu = X[[0, 1, 45]]
for it in range(10):
    d = np.linalg.norm(X[:, None] - mu[None], axis=2)
    label = d.argmin(axis=1)
    new = np.array([X[label == k].mean(axis=0) if (label == k).any() else mu[k] for k in range(3)])
    shift = np.abs(new - mu).max()
    print(f"iteration {it}: inertia {np.square(d.min(axis=1)).sum():.3f} shift {shift:.4f} sizes {np.bincount(label, minlength=3)}")
    mu = new
    if shift < 1e-9:
        break
print(np.round(mu, 3))
print(label.reshape(6, 10))
order = np.lexsort((mu[:, 1], mu[:, 0]))
print(order, mu[order].astype(int), np.allclose(mu[order].round(), [[0, 0], [0, 6], [5, 5]], atol=1))
