"""pickle round trips, pprint of nested data, reprs with reprlib-free recursion, ast-free literals."""
import pickle
import pprint
class Point:
    def __init__(self, x, y): self.x, self.y, self.cache = x, y, "big"
    def __getstate__(self): d = self.__dict__.copy(); del d["cache"]; return d
    def __setstate__(self, d): self.__dict__.update(d); self.cache = None
    def __repr__(self): return f"Point({self.x}, {self.y})"
p = pickle.loads(pickle.dumps({"p": Point(1, [2]), "t": (1, 2.5, None, True, "é", b"x"), "s": {1}}))
print(p, p["p"].cache, vars(p["p"]))
data = {"name": "a long value " * 3, "list": list(range(30)), "nested": {"k" + str(i): [i, {"deep": (i,) * 2}] for i in range(4)}, "t": ("only",)}
pprint.pprint(data, width=60)
pprint.pprint([[1, 2], {"b": 1, "a": 2}])
print(pprint.pformat({"z": 1, "a": [1] * 40}, width=40, compact=True))
a = [1]; a.append(a); d = {}; d["self"] = d
print(a, d, repr("\t'"), [None, ..., NotImplemented, int, len, print], {1: {2: {3: ()}}}, (lambda: 0).__name__, slice(1, 2), range(3), b"\x00", {*()}, frozenset({2}), 1e100, 1j, type(None), complex(1, float("inf")))
try: pickle.dumps(lambda: 0)
except Exception as e: print(type(e).__name__)
