"""Functional pipelines: compose, pipe, Maybe, Result, lazy streams and an operator-overloaded pipe."""
from functools import reduce
from itertools import count, islice, takewhile
class Pipe:
    def __init__(self, f): self.f = f
    def __ror__(self, x): return self.f(x)
    def __call__(self, *a): return Pipe(lambda x: self.f(*a, x))
where, select = Pipe(filter), Pipe(map)
print([1, 2, 3, 4] | where(lambda x: x % 2) | select(lambda x: x * 10) | Pipe(list), "b a" | Pipe(str.split) | Pipe(sorted))
class Maybe:
    def __init__(self, v): self.v = v
    def bind(self, f): return self if self.v is None else Maybe(f(self.v))
    __rshift__ = bind
    def __repr__(self): return "Nothing" if self.v is None else f"Just({self.v!r})"
parse = lambda s: int(s) if s.lstrip("-").isdigit() else None
print([Maybe(s) >> parse >> (lambda n: 100 // n if n else None) for s in ("5", "x", "0", "-7")])
class Result:
    @staticmethod
    def of(f, *a):
        try: return ("ok", f(*a))
        except Exception as e: return ("err", f"{type(e).__name__}: {e}")
print([Result.of(int, s) for s in ("1", "q")], Result.of(lambda: 1 / 0), Result.of([].pop))
squares = (n * n for n in count(1))
print(list(takewhile(lambda s: s < 50, squares)), next(squares), reduce(lambda a, f: f(a), [abs, str, len], -1234), list(islice(filter(lambda n: str(n) == str(n)[::-1], count(100)), 4)), sum(map(lambda p: p[0] * p[1], zip(range(4), range(4, 8)))), list(map(max, [1, 5], [3, 2])), (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))
