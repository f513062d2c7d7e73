"""Match statements: literals, captures, guards, classes, mappings, sequences, or, star, nested."""
from dataclasses import dataclass
@dataclass
class Point: x: int; y: int
@dataclass
class Line: a: Point; b: Point
class Old:
    __match_args__ = ("w",)
    def __init__(self, w): self.w = w
    def __repr__(self): return f"Old({self.w!r})"
RED = 0
class C: RED = 1
def what(v):
    match v:
        case None | False: return "nothing"
        case True: return "yes"
        case 0 | 1.5: return "zero or 1.5"
        case int(n) if n < 0: return f"negative {n}"
        case C.RED: return "red?"
        case int() | float() as num: return f"number {num}"
        case "": return "empty"
        case str(s) if s.isupper(): return f"shout {s}"
        case b"x": return "bytes x"
        case []: return "empty seq"
        case [x]: return f"one {x}"
        case ["cmd", ("go" | "run") as verb, *args]: return f"{verb} with {args}"
        case [int(a), int(b)] if a == b: return "pair of same"
        case (first, *_, last) if first == last: return f"ends alike {first}"
        case [_, [inner, *_], *rest]: return f"nested {inner} {rest}"
        case {"type": "circle", "r": float(r) | int(r)}: return f"circle {r}"
        case {"type": str(t), **rest}: return f"{t} {rest}"
        case {}: return "a mapping"
        case Point(x=0, y=0): return "origin"
        case Point(0, y) | Point(y, 0): return f"on axis {y}"
        case Line(Point(a, b), Point(c, d)) if a == c: return f"vertical {b}-{d}"
        case Line(a=Point(), b=q): return f"line to {q}"
        case Old(w): return f"old {w}"
        case list() | tuple(): return "some sequence"
        case _: return type(v).__name__
for v in [None, False, True, 0, 1, 1.5, -3, 7, 2.5, "", "HI", "hi", b"x", b"y", [], [9], ("cmd", "run", 1, 2), ["cmd", "fly"], (3, 3), "aba", (1, 2, 1), [0, [5, 6], 7, 8], {"type": "circle", "r": 2}, {"type": "sq", "side": 1}, {"k": 1}, {}, Point(0, 0), Point(0, 5), Point(6, 0), Point(1, 2), Line(Point(1, 2), Point(1, 9)), Line(Point(0, 0), Point(3, 4)), Old("z"), range(3), {1}, 3j, (1, 2, 3)]:
    print(f"{v!r:<45.45} {what(v)}")
match (1, 2):
    case x, y: pass
print(x, y)
try:
    match 1:
        case int(1, 2): pass
except TypeError as e: print(e)
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
