"""Creation, dtypes, shapes, slices and views."""
import numpy as np

a = np.arange(12).reshape(3, 4)
print(a, a.shape, a.ndim, a.dtype, a.size, a.itemsize, a.nbytes)
print(np.zeros((2, 3)), np.ones(3, dtype=int), np.full((2, 2), 7.5), np.eye(3), np.empty((0, 2)))
print(np.linspace(0, 1, 5), np.arange(0, 1, 0.25), np.array([1, 2.5, True]), np.array([[1, 2], [3, 4]], dtype=np.float32))
view = a[1:, ::2]
view[:] = -1
print(a, view.base is not None, np.shares_memory(a, view))
b = a.copy()
b[0, 0] = 100
print(a[0, 0], b[0, 0], a[-1], a[:, -1], a[::-1, ::-1])
print(a[[0, 2]], a[[0, 2], [1, 3]], a[a > 3], a[np.array([True, False, True])])
a[a < 0] = 0
print(a, a.T, a.T.shape, a.ravel(), a.flatten()[::3])
print(a.reshape(2, -1), a.reshape(-1, 1).T, a[np.newaxis].shape, a[..., None].shape)
c = np.array([1.5, -2.0, 3.25])
c += 1
c *= 2
print(c, -c, c ** 2, c // 1, c % 2, abs(c), 1 / c, c > 0, ~(c > 0))
i = np.array([1, 2, 3], dtype=np.int8)
i += 1
print(i, i.dtype, (i / 2).dtype, (i * 2.0).dtype, (i + np.int64(1)).dtype, (i * 100).dtype)
try:
    i += 0.5
except Exception as error:
    print(type(error).__name__, error)
try:
    np.ones((2, 3)) + np.ones((3, 2))
except ValueError as error:
    print(error)
try:
    a[5]
except IndexError as error:
    print(error)
try:
    if np.array([1, 2]):
        pass
except ValueError as error:
    print(error)
for row in a:
    print(row, row.sum(), type(row[0]))
print(list(enumerate(np.array([10, 20]))), len(a), 7 in a, a.tolist(), a.item(0), a[0, 1].item())
