# 100 numpy exercises (a selection)
import numpy as np

n = 0


def show(title, *values):
    global n
    n += 1
    print(f"{n}. {title}")
    for v in values:
        print(v)


Z = np.zeros(10)
Z[4] = 1
show("null vector with fifth value 1", Z)
show("values 10 to 49", np.arange(10, 50))
show("reverse", np.arange(12)[::-1])
show("3x3 matrix 0..8", np.arange(9).reshape(3, 3))
show("nonzero indices", np.nonzero([1, 2, 0, 0, 4, 0]))
Z = np.ones((5, 5))
Z[1:-1, 1:-1] = 0
show("border", Z)
show("diag below", np.diag(1 + np.arange(4), k=-1))
Z = np.zeros((8, 8), dtype=int)
Z[1::2, ::2] = 1
Z[::2, 1::2] = 1
show("checkerboard", Z)
show("100th element of 6x7x8", np.unravel_index(99, (6, 7, 8)))
rng = np.random.default_rng(100)
Z = rng.random((3, 3))
show("normalize", ((Z - Z.mean()) / Z.std()).round(3))
show("nan facts", 0 * np.nan, np.inf > np.nan, np.nan - np.nan, np.nan in set([np.nan]), 0.3 == 3 * 0.1)
Z = np.arange(11)
Z[(3 < Z) & (Z < 8)] *= -1
show("negate", Z)
show("sum trick", sum(range(5), -1), np.sum(np.arange(5)))
Z = np.array([-2.5, 0.5, 1.5, 2.5, -0.2])
show("rounding", np.round(Z), np.floor(Z), np.ceil(Z), np.trunc(Z), np.copysign(np.ceil(np.abs(Z)), Z), np.rint(Z))
show("common values", np.intersect1d([1, 5, 3, 9], [9, 5, 2]))
show("float parts", np.modf(np.array([1.25, -3.5])))
show("yesterday", np.datetime64("2024-03-01") - np.timedelta64(1, "D"), np.arange("2016-07", "2016-08", dtype="datetime64[D]")[:3])
A, B = np.ones(3), np.ones(3) * 2
np.add(A, B, out=B)
np.negative(A, out=A)
np.multiply(A, B, out=A)
show("in place", A, B)
show("rows 0..4", np.zeros((3, 5)) + np.arange(5))
show("generator", np.fromiter((x * x for x in range(8)), dtype=float, count=-1))
show("open linspace", np.linspace(0, 1, 6, endpoint=False)[1:])
Z = rng.integers(0, 100, 10)
show("sorted", Z, np.sort(Z))
show("equal?", np.array_equal([1, 2], [1, 2]), np.allclose([1, 2], [1, 2.000000001]), (np.array([1, 2]) == np.array([1, 3])))
Z = np.zeros(4)
Z.flags.writeable = False
try:
    Z[0] = 1
except ValueError as e:
    show("immutable", e)
C = rng.integers(-5, 5, (4, 2)).astype(float)
show("polar", np.hypot(C[:, 0], C[:, 1]).round(4), np.arctan2(C[:, 1], C[:, 0]).round(4))
Z = rng.random(6)
Z[Z.argmax()] = 0
show("max to zero", Z.round(4))
X = np.arange(4)
show("cauchy", 1.0 / np.subtract.outer(X, X + 0.5))
for t in (np.int8, np.int32, np.int64):
    show(t.__name__, np.iinfo(t).min, np.iinfo(t).max)
P = rng.integers(0, 10, (4, 2))
D = np.sqrt(((P[:, None] - P[None]) ** 2).sum(-1))
show("distances", P, D.round(3))
Z = np.arange(4, dtype=np.float32)
show("float32 view int32", Z.view(np.int32), Z.astype(np.int32, copy=False))
for idx, v in np.ndenumerate(np.arange(4).reshape(2, 2)):
    print(idx, v)
X, Y = np.meshgrid(np.linspace(-1, 1, 5), np.linspace(-1, 1, 5))
show("gaussian", np.exp(-((X ** 2 + Y ** 2) / 2.0)).round(3))
Z = np.zeros((3, 4))
np.put(Z, [1, 5, 10], [7, 8, 9])
show("put", Z)
X = rng.random((3, 4))
show("subtract row mean", (X - X.mean(axis=1, keepdims=True)).round(4))
Z = rng.integers(0, 10, (3, 3))
show("sort by 2nd column", Z, Z[Z[:, 1].argsort()])
show("null columns", (~np.array([[0, 1], [0, 2]]).any(axis=0)))
Z = np.array([0.1, 0.9, 0.4, 0.65])
show("nearest to 0.5", Z[np.abs(Z - 0.5).argmin()])
A = rng.integers(0, 3, (2, 2, 3, 3))
show("sum last two axes", A.sum(axis=(-2, -1)))
F, S = np.array([1, 2, 3, 4, 5, 6]), np.array([0, 1, 0, 2, 1, 0])
show("mean by group", np.bincount(S, weights=F) / np.bincount(S))
show("dot diagonal", np.einsum("ij,ji->i", np.arange(4).reshape(2, 2), np.ones((2, 2))))
Z = np.array([1, 2, 3, 4, 5])
Z0 = np.zeros(len(Z) + (len(Z) - 1) * 3, dtype=int)
Z0[::4] = Z
show("interleave zeros", Z0)
A = np.arange(10).reshape(5, 2)
A[[0, 1]] = A[[1, 0]]
show("swap rows", A)
show("repeat by counts", np.repeat(np.arange(3), [3, 0, 2]))
show("sliding mean", np.lib.stride_tricks.sliding_window_view(np.arange(8), 3).mean(axis=1))
Z = rng.integers(0, 2, 10)
show("negate bool / float sign", np.logical_not(Z), np.negative(np.array([1.5, -2])))
show("block sum", np.add.reduceat(np.add.reduceat(np.ones((8, 8)), np.arange(0, 8, 4), axis=0), np.arange(0, 8, 4), axis=1))
show("n largest", np.sort(Z0)[-3:], np.argpartition(-Z0, 2)[:3].size)
show("cartesian", np.stack(np.meshgrid([1, 2], [3, 4], [5], indexing="ij"), -1).reshape(-1, 3))
I = np.array([0, 1, 2, 3, 15, 16, 128], dtype=np.uint8)
show("to binary", np.unpackbits(I[:, np.newaxis], axis=1), np.packbits([1, 0, 0, 0, 0, 0, 0, 1]))
show("unique rows", np.unique(np.array([[1, 2], [3, 4], [1, 2]]), axis=0))
show("symmetric", np.allclose((B := np.array([[1, 2], [2, 5]])), B.T), np.trace(B))
show("rank / nunique", np.linalg.matrix_rank([[1, 2], [2, 4]]), len(np.unique([1, 1, 2])))
