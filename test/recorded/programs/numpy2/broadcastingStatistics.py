"""Standardising columns, distances, one-hot rows, softmax, moving averages and masks."""
import numpy as np

points = np.array([[1.0, 2.0], [3.0, 5.0], [6.0, 1.0], [8.0, 8.0]])
standard = (points - points.mean(axis=0)) / points.std(axis=0)
print(standard, standard.mean(axis=0).round(12), standard.std(axis=0))
distances = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=-1))
print(distances.round(3), distances.argmax(), np.unravel_index(distances.argmax(), distances.shape))
labels = np.array([0, 2, 1, 2])
print(np.eye(3)[labels], np.eye(3, dtype=int)[labels].sum(0))


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


print(softmax(np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]])).round(4))
series = np.array([1, 3, 5, 7, 9, 11])
print(np.convolve(series, np.ones(3) / 3, mode="valid"), np.convolve([1, 2], [1, 1]), np.cumsum(series) / np.arange(1, 7))
mask = (series > 2) & (series < 10)
print(series[mask], series[~mask], mask.sum(), np.flatnonzero(mask), np.where(mask)[0].max())
grid = np.add.outer(np.arange(3), np.arange(4))
print(grid, grid[1:, :-1], np.triu(grid), np.diag(grid[:3, :3]), np.fliplr(grid))
xs, ys = np.meshgrid([1, 2, 3], [10, 20])
print(xs + ys, np.mgrid[0:2, 0:3].shape, np.indices((2, 2)).tolist())
print(np.einsum("ij,jk->ik", grid[:, :3], grid[:3]), np.tensordot(grid, grid, axes=([1], [1])), np.kron([1, 2], [1, 10]))
print(np.apply_along_axis(lambda r: r[::-1], 1, grid), np.vectorize(lambda v: v ** 2 if v > 2 else -v)(grid))
print(np.interp(2.5, [1, 2, 3], [10, 20, 30]), np.pad([1, 2], 2), np.gradient([1.0, 4.0, 9.0, 16.0]), np.trapezoid([1, 2, 3]))
print(np.isin([1, 2, 5], [2, 5]), np.intersect1d([1, 2, 3], [2, 3, 4]), np.union1d([1], [3, 1]), np.setdiff1d([1, 2, 3], [2]))
