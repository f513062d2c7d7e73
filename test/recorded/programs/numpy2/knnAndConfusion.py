"""k nearest neighbours, a confusion matrix, train/test split and cross validation by hand."""
import numpy as np
rng = np.random.default_rng(10)
X = np.concatenate([rng.normal(m, 1.0, (15, 2)) for m in ((0, 0), (3, 0), (0, 3))])
y = np.repeat([0, 1, 2], 15)
idx = rng.permutation(45); train, test = idx[:30], idx[30:]
def knn(Xt, yt, q, k):
    d = ((q[:, None] - Xt) ** 2).sum(-1)
    near = np.argsort(d, axis=1, kind="stable")[:, :k]
    return np.array([np.bincount(v, minlength=3).argmax() for v in yt[near]])
for k in (1, 3, 7):
    p = knn(X[train], y[train], X[test], k)
    cm = np.zeros((3, 3), int); np.add.at(cm, (y[test], p), 1)
    print(f"k={k} accuracy {np.mean(p == y[test]):.3f}"); print(cm, cm.diagonal() / cm.sum(1), (cm.diagonal() / cm.sum(0)).round(3))
folds = np.array_split(idx, 5)
acc = [np.mean(knn(X[np.setdiff1d(idx, f)], y[np.setdiff1d(idx, f)], X[f], 5) == y[f]) for f in folds]
print(np.round(acc, 3), f"{np.mean(acc):.3f} +- {np.std(acc):.3f}", [len(f) for f in folds], X[:2].round(3), np.unique(y[train], return_counts=True)[1])
