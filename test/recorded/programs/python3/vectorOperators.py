"""A Vector class with every operator; hashing, slicing, comparing, formatting, in-place."""
import math
class Vector:
    __slots__ = ("_c",)
    def __init__(self, *c): object.__setattr__(self, "_c", tuple(map(float, c)))
    def __setattr__(self, n, v): raise AttributeError(f"{type(self).__name__} is immutable ({n})")
    def __repr__(self): return f"Vector({', '.join(f'{x:g}' for x in self._c)})"
    def __add__(self, o): return Vector(*(a + b for a, b in zip(self, o, strict=True))) if isinstance(o, Vector) else NotImplemented
    def __sub__(self, o): return self + -o
    def __mul__(self, k): return Vector(*(a * k for a in self)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self, o))
    def __truediv__(self, k): return self * (1 / k)
    def __neg__(self): return -1 * self
    def __pos__(self): return self
    def __abs__(self): return math.sqrt(self @ self)
    def __iter__(self): return iter(self._c)
    def __len__(self): return len(self._c)
    def __getitem__(self, i): return Vector(*self._c[i]) if isinstance(i, slice) else self._c[i]
    def __eq__(self, o): return isinstance(o, Vector) and self._c == o._c
    def __lt__(self, o): return abs(self) < abs(o)
    def __hash__(self): return hash(self._c)
    def __bool__(self): return any(self)
    def __format__(self, spec): return "<" + ", ".join(format(x, spec) for x in self) + ">"
    def __getattr__(self, n):
        if n in "xyz" and "xyz".index(n) < len(self): return self["xyz".index(n)]
        raise AttributeError(n)
    def __round__(self, n=0): return Vector(*(round(x, n) for x in self))
    def __complex__(self): return complex(self.x, self.y)
    def __int__(self): return int(abs(self))
    __radd__ = lambda self, o: self if o == 0 else NotImplemented
v, w = Vector(1, 2, 2), Vector(0.5, -1, 4)
print(v + w, v - w, 3 * v, v * 2, v @ w, v / 4, -v, +v is v, abs(v), len(v), v[0], v[1:], v == Vector(1, 2, 2), v != w, v < w, v > w)
print({v: 1}[Vector(1, 2, 2)], bool(Vector(0, 0)), f"{w:.2f}", f"{v}", v.x, v.z, round(Vector(1.256, 2.344), 1), complex(Vector(1, -1)), int(Vector(3, 4)), sum([v, w]), max(v, w), sorted([w, v]), list(v), 2.0 in v)
v += w; print(v, [*v], dict(zip("xyz", v)), str(v), (lambda *a: a)(*w))
for f in (lambda: v + 1, lambda: "a" * v, lambda: v.q, lambda: setattr(v, "x", 1), lambda: v + Vector(1), lambda: v[9], lambda: v ** 2, lambda: Vector("a"), lambda: Vector(1).y, lambda: v @ 3):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
