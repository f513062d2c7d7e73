"""Descriptive statistics of a table: means by axis, z-scores, percentiles, groups, correlations, nan functions."""
import numpy as np
names = ["temp", "rain", "wind"]
T = np.array([[21.5, 0.0, 12], [19.0, 5.2, 20], [np.nan, 1.1, 8], [25.1, 0.0, 15], [17.3, 12.4, np.nan]])
print(T, T.mean(), np.nanmean(T, axis=0), np.nanstd(T, axis=0).round(4), np.nanmax(T), np.nanargmin(T, axis=0), np.isnan(T).sum(axis=1), np.nansum(T), np.nanmedian(T, axis=0))
F = np.where(np.isnan(T), np.nanmean(T, axis=0), T)
print(F.round(2))
for n, col in zip(names, F.T): print(f"{n:>5}: mean {col.mean():6.2f} sd {col.std(ddof=1):5.2f} range {col.min():g}..{col.max():g} median {np.median(col):g} q1,q3 {np.percentile(col, [25, 75])}")
z = (F - F.mean(0)) / F.std(0); print(z.round(3), np.allclose(z.mean(0), 0), z.var(0))
print(np.corrcoef(F, rowvar=False).round(3), np.cov(F[:, 0], F[:, 1]), np.quantile(F, 0.9, axis=0), np.average(F, axis=0, weights=[1, 1, 1, 1, 6]))
g = np.array([0, 1, 0, 1, 1]); print([F[g == k].mean(0).round(2).tolist() for k in np.unique(g)], np.bincount(g, weights=F[:, 1]), np.histogram(F[:, 2], bins=3), np.cumsum(F[:, 1]), np.cumprod([1, 2, 3, 4]), np.diff(F[:, 1]), np.convolve(F[:, 1], [0.5, 0.5], "same"), F.argsort(0), np.sort(F, axis=0)[::-1], F[F[:, 0].argsort()], np.max(F, axis=1, keepdims=True), np.ptp(F), F.var(), F.prod(), np.unique([3, 1, 1, 2], return_index=True, return_inverse=True, return_counts=True))
print(np.nan_to_num(T)[2:], np.mean([]) if False else "", np.std([1, 2, 3, 4], ddof=1), np.var([[1, 2], [3, 5]], axis=1), np.median([[1, 3], [2, 9]]), np.argmax([[1, 9], [9, 0]]), np.max([1, np.nan]), np.mean(np.array([1, 2], dtype=np.int8)), np.mean([True, False, True]), np.round(2.5), np.round([1.25, 1.35], 1), np.around(1234.5, -2))
