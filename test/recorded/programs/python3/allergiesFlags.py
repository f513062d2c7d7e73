"""Exercism style: allergies by bits, raindrops, acronyms, clock arithmetic, resistor colours."""
ITEMS = "eggs peanuts shellfish strawberries tomatoes chocolate pollen cats".split()
class Allergies:
    def __init__(self, score): self._s = score
    def allergic_to(self, item): return bool(self._s >> ITEMS.index(item) & 1)
    lst = property(lambda self: [i for i in ITEMS if self.allergic_to(i)])
print(Allergies(34).lst, Allergies(509).lst, Allergies(256).lst, Allergies(5).allergic_to("peanuts"))
class Clock:
    def __init__(self, h, m): self.t = (h * 60 + m) % 1440
    def __repr__(self): return "Clock({}, {})".format(*divmod(self.t, 60))
    def __str__(self): return "{:02}:{:02}".format(*divmod(self.t, 60))
    def __add__(self, m): return Clock(0, self.t + m)
    def __sub__(self, m): return self + -m
    def __eq__(self, o): return self.t == o.t
print(Clock(25, -61), repr(Clock(-1, 15)), Clock(0, 3) - 4, Clock(10, 0) + 3000, Clock(1, 0) == Clock(25, 0))
print(["".join(s for d, s in ((3, "Pling"), (5, "Plang"), (7, "Plong")) if n % d == 0) or str(n) for n in (28, 30, 34, 105)])
import re
print(["".join(w[0] for w in re.findall(r"[A-Za-z']+", t)).upper() for t in ("Portable Network Graphics", "Complementary metal-oxide semiconductor", "Halley's Comet")])
COLORS = "black brown red orange yellow green blue violet grey white".split()
def label(a, b, c, *_):
    v = (COLORS.index(a) * 10 + COLORS.index(b)) * 10 ** COLORS.index(c)
    for unit in ("", "kilo", "mega", "giga"):
        if v < 1000 or v % 1000: return f"{v} {unit}ohms"
        v //= 1000
print(label("orange", "orange", "orange"), label("black", "red", "black", "gold"), label("blue", "green", "yellow"), label("white", "white", "white"))
