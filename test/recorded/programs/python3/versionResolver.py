"""Semantic versions, constraints and a dependency resolver."""
from functools import total_ordering
import re
@total_ordering
class Version:
    def __init__(self, s):
        m = re.fullmatch(r"(\d+)\.(\d+)(?:\.(\d+))?(?:-(\w+))?", s)
        if not m: raise ValueError(f"invalid version {s!r}")
        self.key = (*map(int, m.group(1, 2)), int(m[3] or 0), m[4] is None, m[4] or "")
    def __eq__(self, o): return self.key == o.key
    def __lt__(self, o): return self.key < o.key
    def __hash__(self): return hash(self.key)
    def __str__(self): return ".".join(map(str, self.key[:3])) + (f"-{self.key[4]}" if self.key[4] else "")
def ok(v, spec):
    ops = {">=": v.__ge__, "<": v.__lt__, "==": v.__eq__, "!=": v.__ne__, "<=": v.__le__, ">": v.__gt__}
    return all(ops[op](Version(x)) for op, x in re.findall(r"([<>=!]=?)\s*([\w.-]+)", spec))
vs = [Version(s) for s in ("1.0", "1.2.3", "1.10.0", "2.0.0-beta", "2.0.0")]
print(*sorted(vs, reverse=True), Version("1.0") == Version("1.0.0"), max(vs))
for spec in (">=1.2,<2.0", "!=1.0", "==2.0.0", ">9.9", ">=1.0 <=1.2.3"): print(spec, [str(v) for v in vs if ok(v, spec)])
INDEX = {"app": {"1.0": {"lib": ">=1.0,<2.0", "log": ">=0.1"}}, "lib": {"1.5": {"core": "<2.0"}, "2.1": {}, "1.0": {}}, "log": {"0.3": {"core": ">=1.0"}}, "core": {"1.0": {}, "1.4": {}, "2.0": {}}}
def resolve(todo, chosen=()):
    if not todo: return dict(chosen)
    (name, spec), *rest = todo
    done = dict(chosen)
    if name in done: return resolve(rest, chosen) if ok(Version(done[name]), spec) else None
    for v in sorted(INDEX[name], key=Version, reverse=True):
        if ok(Version(v), spec) and (r := resolve(rest + list(INDEX[name][v].items()), (*chosen, (name, v)))): return r
print(resolve([("app", ">=1.0")]), resolve([("lib", ">3.0")]))
try: Version("1.x")
except ValueError as e: print(e)
