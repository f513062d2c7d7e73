"""Short NumPy one-liners collected from answers."""
import numpy as np
a = np.array([3, 1, 2, 3, 0])
print(a.argsort(), a[a.argsort()], np.sort(a)[::-1], a.argmax(), np.where(a == 3)[0], np.unique(a), a.tolist().index(2), np.flip(a), a.cumsum(), np.ediff1d(a))
print(np.array([1, 2, 3]) @ np.array([4, 5, 6]), np.linalg.norm([3, 4]), np.dot([[1, 2]], [[3], [4]]), np.arange(6).reshape(2, 3).T, np.full((2, 2), "x").tolist() if False else 0)
print(np.mean(a), np.median(a), np.std(a).round(4), a.var(), a.min(), np.ptp(a), a.clip(1, 2), a % 2 == 0, (a > 1).sum(), a[a % 2 == 1], a[-2:], a[::2], a.dtype, len(a), a.nbytes)
b = a.astype(float); b[1] = np.nan
print(b, np.isnan(b), np.nanmean(b), b[~np.isnan(b)], np.nan_to_num(b, nan=-1), b.sum(), np.nanmax(b), b == b)
print(np.repeat([1, 2], 2), np.tile([1, 2], 2), np.concatenate([[1], [2, 3]]), np.minimum(a, 2), np.rint([0.5, 1.5, 2.5]), np.sum([[1, 2], [3, 4]], axis=1), np.prod([1, 2, 3, 4]), np.power(2, [1, 2, 3]), 2 ** np.arange(5), np.abs([-1.5, 2]), np.any(a > 2), np.all(a), np.isin(2, a), np.eye(2)[::-1], np.outer([1, 2], [1, 2]).ravel(), np.pi, np.e, np.inf, np.log(np.e), np.floor(-1.5), [*np.arange(3)], {int(x) for x in a}, max(a), sorted(a.tolist()), [int(i) for i in a if i], dict(enumerate(a.tolist())), f"{a[0]} {a[0]!r} {b[0]:.1f}", str(a), (a * 1.5).round().astype(int))
