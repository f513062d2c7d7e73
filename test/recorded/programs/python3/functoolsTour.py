"""functools: partial, reduce, singledispatch, cached_property, total_ordering, cmp_to_key, partialmethod."""
from functools import partial, reduce, singledispatch, cached_property, total_ordering, cmp_to_key, partialmethod, wraps, singledispatchmethod
import operator

p = partial(print, "pre", sep="-")
p(1, 2)
print(p.func is print, p.args, p.keywords, partial(int, base=2)("101"), reduce(operator.add, [[1], [2]], []), reduce(max, [3, 9, 2]))
basetwo = partial(pow, 2)
print(list(map(basetwo, range(5))), partial(basetwo, 3)(), partial(partial(operator.sub, 10), 3).args)


@singledispatch
def describe(x):
    return f"thing {x!r}"

@describe.register
def _(x: int): return f"int {x}"

@describe.register(list)
@describe.register(tuple)
def _seq(x): return f"{type(x).__name__} of " + ", ".join(map(describe, x))

@describe.register
def _(x: str | bytes): return f"text {x}"

print(describe(1), describe([1, "a", None]), describe((2.5,)), describe(True), describe(b"z"), describe.dispatch(bool).__name__, sorted(c.__name__ for c in describe.registry))


class Data:
    def __init__(self, xs): self.xs = xs
    @cached_property
    def total(self):
        print("(computing)", end=" ")
        return sum(self.xs)
    def scale(self, k, by): return [x * k + by for x in self.xs]
    double = partialmethod(scale, 2, by=0)
    @singledispatchmethod
    def get(self, k): raise NotImplementedError(type(k))
    @get.register
    def _(self, k: int): return self.xs[k]
    @get.register
    def _(self, k: str): return getattr(self, k)

d = Data([1, 2, 3])
print(d.total, d.total, d.double(), d.get(0), d.get("xs"), d.__dict__)
del d.total
print(d.total)
try: d.get(1.5)
except NotImplementedError as e: print(e)


@total_ordering
class Card:
    RANKS = "23456789TJQKA"
    def __init__(self, s): self.s = s
    def __eq__(self, o): return self.s[0] == o.s[0] if isinstance(o, Card) else NotImplemented
    def __lt__(self, o): return self.RANKS.index(self.s[0]) < self.RANKS.index(o.s[0]) if isinstance(o, Card) else NotImplemented
    def __repr__(self): return self.s

print(sorted(map(Card, ["KS", "2H", "TD"])), Card("AS") >= Card("KS"), Card("2S") != Card("2H"), max(Card("3S"), Card("JS")))
try: Card("2S") > 5
except TypeError as e: print(e)
try: {Card("2S")}
except TypeError as e: print(e)
versions = ["1.10", "1.9", "1.2.3"]
def vcmp(a, b):
    x, y = ([int(k) for k in v.split(".")] for v in (a, b))
    return (x > y) - (x < y)
print(sorted(versions, key=cmp_to_key(vcmp)), max(versions, key=cmp_to_key(vcmp)), sorted(["30", "3", "9"], key=cmp_to_key(lambda a, b: 1 if a + b < b + a else -1)))
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-42"), compose(len, str.split)("a b c"))
