"""Polynomials: arithmetic, evaluation, derivative, printing with superscripts."""
from itertools import zip_longest
class Poly:
    def __init__(self, *coef):
        coef = list(coef)
        while len(coef) > 1 and coef[-1] == 0: coef.pop()
        self.c = coef or [0]
    @classmethod
    def from_roots(cls, *roots):
        p = cls(1)
        for r in roots: p = p * cls(-r, 1)
        return p
    @property
    def degree(self): return len(self.c) - 1
    def __add__(self, o): return Poly(*(a + b for a, b in zip_longest(self.c, o.c, fillvalue=0)))
    def __sub__(self, o): return self + o * Poly(-1)
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
    def __pow__(self, n):
        p = Poly(1)
        for _ in range(n): p *= self
        return p
    def __call__(self, x):
        r = 0
        for a in reversed(self.c): r = r * x + a
        return r
    def deriv(self): return Poly(*(i * a for i, a in enumerate(self.c) if i))
    def __divmod__(self, o):
        q, r = [0] * max(1, len(self.c) - o.degree), self
        while r.degree >= o.degree and r.c != [0]:
            k, s = r.c[-1] / o.c[-1], r.degree - o.degree
            q[s] = k
            r = Poly(*(r - Poly(*[0] * s, k) * o).c[:r.degree])
        return Poly(*q), r
    def __eq__(self, o): return self.c == o.c
    def __str__(self):
        sup = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
        terms = []
        for i, a in reversed(list(enumerate(self.c))):
            if a == 0 and self.degree: continue
            sign = ("-" if a < 0 else "") if not terms else (" - " if a < 0 else " + ")
            body = f"{abs(a):g}" if abs(a) != 1 or i == 0 else ""
            terms.append(sign + body + ("x" + str(i).translate(sup) if i > 1 else "x" * i))
        return "".join(terms)
    def __repr__(self): return f"{type(self).__name__}({', '.join(map(repr, self.c))})"
p, q = Poly(-4, 0, 3, 1), Poly(2, 1)
print(p, "|", q, "|", p + q, "|", p - q, "|", p * q, "|", q ** 3, "|", p.deriv(), "|", p(2), p(-1.5), repr(p))
print(*map(str, divmod(p, q)), Poly.from_roots(1, 2, -3), Poly(), Poly(0, 0), Poly(-1), Poly(0, -1), Poly(1.5, 0, -2.25), Poly(1, 2) == Poly(1, 2, 0), p.degree, sep=" | ")
x = 3.0
f = Poly(-2, 0, 1); d = f.deriv()
for _ in range(5): x -= f(x) / d(x); print(x, end=" ")
print(); print([Poly(1, 1).__pow__(n).c for n in range(5)])
