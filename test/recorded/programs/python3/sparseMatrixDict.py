"""Sparse matrices in a dict of keys with operators."""
from collections import defaultdict
class Sparse:
    def __init__(self, shape, data=None): self.shape, self.d = shape, {k: v for k, v in (data or {}).items() if v}
    def __getitem__(self, ij):
        i, j = ij
        if not (0 <= i < self.shape[0] and 0 <= j < self.shape[1]): raise IndexError(f"{ij} outside {self.shape}")
        return self.d.get(ij, 0)
    def __setitem__(self, ij, v):
        if v: self.d[ij] = v
        else: self.d.pop(ij, None)
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError("shapes do not align")
        rows, out = defaultdict(dict), defaultdict(int)
        for (i, j), v in o.d.items(): rows[i][j] = v
        for (i, k), v in self.d.items():
            for j, w in rows[k].items(): out[i, j] += v * w
        return Sparse((self.shape[0], o.shape[1]), out)
    def __add__(self, o): return Sparse(self.shape, {k: self.d.get(k, 0) + o.d.get(k, 0) for k in self.d.keys() | o.d.keys()})
    @property
    def T(self): return Sparse(self.shape[::-1], {(j, i): v for (i, j), v in self.d.items()})
    def __eq__(self, o): return (self.shape, self.d) == (o.shape, o.d)
    def __str__(self): return "\n".join(" ".join(f"{self[i, j] or '.':>3}" for j in range(self.shape[1])) for i in range(self.shape[0]))
    def __len__(self): return len(self.d)
a = Sparse((3, 4), {(0, 0): 1, (1, 2): 5, (2, 3): -2, (0, 3): 0})
print(a, len(a), a.T, a @ a.T, a + a == Sparse((3, 4), {k: 2 * v for k, v in a.d.items()}), sep="\n--\n")
a[1, 2] = 0; a[0, 1] = 7; print(sorted(a.d.items()), a[2, 2])
for f in (lambda: a[3, 0], lambda: a @ a, lambda: a[1]):
    try: f()
    except (IndexError, ValueError, TypeError) as e: print(type(e).__name__, e)
