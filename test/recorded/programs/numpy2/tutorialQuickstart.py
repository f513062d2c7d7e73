"""The NumPy quickstart, retyped by a learner."""
import numpy as np
from numpy import pi
a = np.arange(15).reshape(3, 5)
print(a)
print(a.shape, a.ndim, a.dtype.name, a.itemsize, a.size, type(a))
b = np.array([(1.5, 2, 3), (4, 5, 6)])
print(b, b.dtype)
print(np.array([[1, 2], [3, 4]], dtype=complex), np.zeros((3, 4)), np.ones((2, 3, 4), dtype=np.int16))
print(np.arange(10, 30, 5), np.arange(0, 2, 0.3), np.linspace(0, 2, 9))
x = np.linspace(0, 2 * pi, 5)
print(np.sin(x))
A, B = np.array([[1, 1], [0, 1]]), np.array([[2, 0], [3, 4]])
print(A * B, A @ B, A.dot(B))
rg = np.random.default_rng(1)
c = rg.random((2, 3))
print(c, c.sum(), c.min(), c.max())
d = np.arange(12).reshape(3, 4)
print(d.sum(axis=0), d.min(axis=1), d.cumsum(axis=1))
e = np.arange(10) ** 3
print(e[2], e[2:5])
e[:6:2] = 1000
print(e, e[::-1])
def f(x, y): return 10 * x + y
g = np.fromfunction(f, (5, 4), dtype=int)
print(g[2, 3], g[0:5, 1], g[:, 1], g[1:3, :], g[-1])
for row in g: print(row)
h = np.floor(10 * rg.random((3, 4)))
print(h, h.ravel(), h.reshape(6, 2), h.T.shape)
h.resize((2, 6)); print(h)
i = np.arange(12) ** 2; j = np.array([[3, 4], [9, 7]]); print(i[j], np.hsplit(h, 3), np.exp(np.arange(3)), np.sqrt(np.arange(3)))
palette = np.array([[0, 0, 0], [255, 0, 0], [0, 255, 0]]); print(palette[np.array([[0, 1], [2, 0]])])
