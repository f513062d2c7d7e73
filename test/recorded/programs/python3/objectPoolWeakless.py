"""A singleton, a borg, a flyweight, a builder, a visitor, a chain of responsibility."""
class Singleton:
    _it = None
    def __new__(cls, *a):
        if cls._it is None: cls._it = super().__new__(cls); cls._it.n = 0
        cls._it.n += 1
        return cls._it
class Borg:
    _shared = {}
    def __init__(self): self.__dict__ = self._shared
print(Singleton() is Singleton(1), Singleton().n); a, b = Borg(), Borg(); a.x = 1; print(b.x, a is b)
class Burger:
    def __init__(self): self.parts = []
    def __getattr__(self, name):
        if name.startswith("add_"):
            return lambda n=1: (self.parts.extend([name[4:]] * n), self)[1]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
print(Burger().add_bun().add_patty(2).add_bun().parts)
try: Burger().cook()
except AttributeError as e: print(e)
class Num:
    def __init__(self, v): self.v = v
class Add:
    def __init__(self, l, r): self.l, self.r = l, r
class Mul(Add): pass
class Visitor:
    def visit(self, n):
        for c in type(n).__mro__:
            if m := getattr(self, "visit_" + c.__name__, None): return m(n)
class Eval(Visitor):
    def visit_Num(self, n): return n.v
    def visit_Add(self, n): return self.visit(n.l) + self.visit(n.r)
    def visit_Mul(self, n): return self.visit(n.l) * self.visit(n.r)
class Show(Visitor):
    def visit_Num(self, n): return str(n.v)
    def visit_Add(self, n): return f"({self.visit(n.l)} {'*' if isinstance(n, Mul) else '+'} {self.visit(n.r)})"
t = Add(Num(2), Mul(Num(3), Num(4))); print(Show().visit(t), "=", Eval().visit(t), Eval().visit("x"))
class Handler:
    def __init__(self, limit, nxt=None): self.limit, self.nxt = limit, nxt
    def handle(self, n): return f"{type(self).__name__} ok {n}" if n <= self.limit else self.nxt.handle(n) if self.nxt else "refused"
Clerk, Boss = type("Clerk", (Handler,), {}), type("Boss", (Handler,), {})
print([Clerk(10, Boss(100)).handle(n) for n in (5, 50, 500)])
