"""Sums, means, maxima along axes, sorting, unique values and searching."""
import numpy as np

data = np.array([[3, 1, 2], [9, 7, 8], [4, 6, 5]])
for name in ["sum", "prod", "min", "max", "mean", "std", "var", "argmin", "argmax", "cumsum", "any", "all", "ptp"]:
    function = getattr(np, name)
    print(name, function(data), function(data, axis=0), function(data, axis=1))
print(data.sum(axis=0, keepdims=True), data.mean(axis=(0, 1)), np.median(data, axis=1), np.percentile(data, [25, 50, 75]))
print(np.sort(data, axis=0), np.argsort(data[:, 0]), np.sort(data, axis=None)[::-1])
values = np.array([3, 1, 2, 3, 1, 3])
print(np.unique(values), np.unique(values, return_counts=True), np.unique(values, return_inverse=True)[1])
print(np.bincount(values), np.histogram(values, bins=3), np.searchsorted([1, 2, 3], [0, 2, 5]), np.digitize([0.5, 1.5], [0, 1, 2]))
print(np.where(data > 5, data, 0), np.where(values == 3), np.nonzero(values > 1)[0], np.argwhere(data == 7))
print(np.diff(values), np.cumprod([1, 2, 3, 4]), np.clip(values, 2, 2.5), np.round([1.234, 2.345, -0.5], 1))
print(np.concatenate([values, [9]]), np.stack([values, values], axis=1), np.vstack([values, values]), np.hstack([[1], [2]]))
print(np.split(values, 3), np.array_split(values, 4), np.tile([1, 2], (2, 2)), np.repeat([1, 2], [2, 3]), np.roll(values, 2), np.flip(data, 1))
print(np.allclose([1.0], [1.0 + 1e-9]), np.array_equal(data, data.T), np.isnan([1, np.nan]), np.isfinite([np.inf, 1]))
print(np.dot([1, 2], [3, 4]), data @ [1, 0, 0], np.outer([1, 2], [3, 4]), np.trace(data), np.cross([1, 0, 0], [0, 1, 0]), np.inner([1, 2], [3, 4]))
with np.errstate(divide="ignore", invalid="ignore"):
    print(np.array([1.0, 0.0, -1.0]) / 0)
print(np.nanmean([1, np.nan, 3]), np.nansum([np.nan, 2]), np.average([1, 2, 3], weights=[3, 2, 1]), np.cov([1, 2, 3], [1, 2, 4]), np.corrcoef([1, 2, 3], [3, 2, 1]))
print(np.argmax([1, 5, 5]), np.max([[1], [2]]), np.minimum([1, 5], [3, 2]), np.sign([-2, 0, 3]), np.mod(-7, 3), np.gcd(12, 18))
