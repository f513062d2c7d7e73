"""Matrices as lists: product, determinant, inverse with fractions, Gaussian elimination, power."""
from fractions import Fraction
from functools import reduce

def matmul(a, b):
    if len(a[0]) != len(b):
        raise ValueError(f"shapes ({len(a)},{len(a[0])}) and ({len(b)},{len(b[0])}) do not fit")
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]

def transpose(m): return [list(c) for c in zip(*m)]

def identity(n): return [[int(i == j) for j in range(n)] for i in range(n)]

def det(m):
    if len(m) == 1: return m[0][0]
    return sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))

def inverse(m):
    n = len(m)
    a = [[Fraction(v) for v in row] + identity(n)[i] for i, row in enumerate(m)]
    for col in range(n):
        pivot = next((r for r in range(col, n) if a[r][col] != 0), None)
        if pivot is None:
            raise ZeroDivisionError("singular matrix")
        a[col], a[pivot] = a[pivot], a[col]
        p = a[col][col]
        a[col] = [v / p for v in a[col]]
        for r in range(n):
            if r != col and a[r][col]:
                f = a[r][col]
                a[r] = [x - f * y for x, y in zip(a[r], a[col])]
    return [row[n:] for row in a]

def mpow(m, k):
    result = identity(len(m))
    while k:
        if k & 1: result = matmul(result, m)
        m, k = matmul(m, m), k >> 1
    return result

def show(m, width=6):
    for row in m:
        print("[" + " ".join(f"{str(v):>{width}}" for v in row) + "]")

A = [[2, -1, 0], [-1, 2, -1], [0, -1, 2]]
show(A, 3)
print("det", det(A), "transpose", transpose([[1, 2, 3], [4, 5, 6]]))
inv = inverse(A)
show(inv)
print(matmul(A, inv) == identity(3), inv[0][0], repr(inv[0][0]), float(inv[1][0]))
print(mpow([[1, 1], [1, 0]], 90)[0][1], reduce(matmul, [[[1, 2], [3, 4]]] * 3))
for bad in (lambda: matmul([[1, 2]], [[1, 2]]), lambda: inverse([[1, 2], [2, 4]])):
    try: bad()
    except (ValueError, ZeroDivisionError) as e: print(type(e).__name__, e, sep=": ")
spiral = [[0] * 5 for _ in range(4)]
r = c = 0; dr, dc = 0, 1
for n in range(1, 21):
    spiral[r][c] = n
    if not (0 <= r + dr < 4 and 0 <= c + dc < 5) or spiral[r + dr][c + dc]:
        dr, dc = dc, -dr
    r, c = r + dr, c + dc
show(spiral, 2)
