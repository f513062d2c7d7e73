"""Attribute protocol: __getattr__, __getattribute__, slots, class and static methods, MRO, super chains, __new__, __del__-free."""
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_t", target); object.__setattr__(self, "log", [])
    def __getattr__(self, n): self.log.append("get " + n); return getattr(self._t, n)
    def __setattr__(self, n, v): self.log.append(f"set {n}"); setattr(self._t, n, v)
    def __delattr__(self, n): self.log.append(f"del {n}"); delattr(self._t, n)
    def __dir__(self): return ["only"]
class T: x = 1
t = T(); p = Proxy(t); p.y = 2; p.x = 7; del p.x
print(p.y, p.x, p.log, vars(t), dir(p), hasattr(p, "zz"), p.log[-1])
class Meta(type):
    def __call__(cls, *a, **k):
        print("calling", cls.__name__); return super().__call__(*a, **k)
class Temp(float, metaclass=Meta):
    def __new__(cls, v, unit="C"): self = super().__new__(cls, v); self.unit = unit; return self
    def __init__(self, v, unit="C"): pass
    @classmethod
    def from_f(cls, f): return cls(round((f - 32) / 1.8, 2))
    @staticmethod
    def valid(v): return v > -273.15
    def __str__(self): return f"{float(self):.1f}°{self.unit}"
print(Temp.from_f(98.6), Temp(3) + 1, Temp.valid(-300), type(Temp(1) + 1).__name__, Temp(2.5).unit, Temp(4) == 4, repr(Temp(1.5)))
class Slot:
    __slots__ = "a", "b"
class Slot2(Slot): pass
s = Slot(); s.a = 1
for f in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__, lambda: T().nope, lambda: T.nope, lambda: delattr(T(), "x"), lambda: object().x, lambda: setattr(5, "x", 1), lambda: setattr(int, "x", 1), lambda: Temp("q"), lambda: T(1), lambda: super().x, lambda: T.__init__(), lambda: len(T()), lambda: T()(), lambda: T()[0], lambda: iter(T()), lambda: T() < T(), lambda: hash([]), lambda: {T: 1}[0]):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
z = Slot2(); z.c = 5; print(z.__dict__, Slot.__slots__)
class A:
    def __init__(self, **k): print("A", k)
class B(A):
    def __init__(self, b=0, **k): print("B", b); super().__init__(**k)
class C(A):
    def __init__(self, c=0, **k): print("C", c); super().__init__(**k)
class D(B, C):
    def __init__(self, **k): super().__init__(**k)
D(b=1, c=2, other=3)
print([k.__name__ for k in D.__mro__], D.__bases__, issubclass(D, A), isinstance(D(), C), A.__subclasses__()[0].__name__, D.__name__, D.__qualname__, D.__module__, type(D), type(type))
class Money:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
try: hash(Money(1))
except TypeError as e: print(e)
X = type("X", (T,), {"hi": lambda self: "hi " + str(self.x), "__len__": lambda s: 0}); print(X().hi(), bool(X()), X.__name__, X.__mro__[1] is T, isinstance(X(), T), X.x, getattr(X(), "q", "dflt"))
class Const:
    @property
    def v(self): return 1
    @v.setter
    def v(self, x): print("setting", x)
    @v.deleter
    def v(self): print("deleting")
c = Const(); c.v = 5; del c.v; print(c.v, type(Const.v), Const.v.fget(c), Const.__doc__)
