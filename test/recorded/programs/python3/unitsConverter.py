"""Units of measure with an operator class and a conversion graph."""
from collections import deque
RATES = {("m", "cm"): 100, ("km", "m"): 1000, ("in", "cm"): 2.54, ("ft", "in"): 12, ("mi", "ft"): 5280, ("kg", "g"): 1000, ("lb", "kg"): 0.45359237}
EDGES = {}
for (a, b), r in RATES.items():
    EDGES.setdefault(a, {})[b] = r
    EDGES.setdefault(b, {})[a] = 1 / r
def convert(value, src, dst):
    seen, q = {src}, deque([(src, value)])
    while q:
        u, v = q.popleft()
        if u == dst: return v
        for n, r in EDGES.get(u, {}).items():
            if n not in seen: seen.add(n); q.append((n, v * r))
    raise ValueError(f"cannot convert {src} to {dst}")
class Q:
    def __init__(self, v, u): self.v, self.u = v, u
    def to(self, u): return Q(convert(self.v, self.u, u), u)
    def __add__(self, o): return Q(self.v + o.to(self.u).v, self.u)
    def __str__(self): return f"{self.v:.6g} {self.u}"
    def __lt__(self, o): return self.v < o.to(self.u).v
    @classmethod
    def parse(cls, s): v, u = s.split(); return cls(float(v), u)
for s, u in [("1 mi", "km"), ("6 ft", "m"), ("150 lb", "kg"), ("1 kg", "m"), ("3 parsec", "m"), ("x m", "cm"), ("5", "m")]:
    try: print(s, "=", Q.parse(s).to(u))
    except ValueError as e: print(s, "!", e)
print(Q(1, "m") + Q(1, "ft"), Q(1, "in") < Q(3, "cm"), max(map(Q.parse, ["1 mi", "1 km", "2000 m"])), *sorted([Q(3, "ft"), Q(1, "m")]))
