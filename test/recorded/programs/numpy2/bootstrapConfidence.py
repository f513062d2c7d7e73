"""Bootstrap, permutation test, Monte Carlo pi and the central limit theorem."""
import numpy as np
rng = np.random.default_rng(2024)
a, b = rng.normal(10, 2, 20), rng.normal(11.5, 2, 20)
diff = b.mean() - a.mean()
boot = np.array([rng.choice(a, a.size).mean() for _ in range(200)])
print(a.mean().round(4), diff.round(4), np.percentile(boot, [2.5, 97.5]).round(3), boot.std().round(4))
pool = np.concatenate([a, b])
perm = np.empty(300)
for i in range(300):
    p = rng.permutation(pool)
    perm[i] = p[20:].mean() - p[:20].mean()
print("p =", (np.abs(perm) >= abs(diff)).mean())
xy = rng.random((2000, 2)); inside = (xy ** 2).sum(axis=1) < 1
print(4 * inside.mean(), np.cumsum(inside)[[9, 99, 999]] * 4 / np.array([10, 100, 1000]))
dice = rng.integers(1, 7, size=(500, 10)).sum(axis=1)
print(dice.mean(), dice.std().round(3), np.bincount(dice).argmax(), np.histogram(dice, bins=[10, 25, 30, 35, 40, 45, 61])[0])
t = diff / np.sqrt(a.var(ddof=1) / 20 + b.var(ddof=1) / 20); print(round(float(t), 4), np.quantile(a, [0.25, 0.5]).round(3))
