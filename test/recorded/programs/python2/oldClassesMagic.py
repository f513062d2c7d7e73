"""Old-style class features: __getattr__, __coerce__-free arithmetic, __getslice__, __cmp__, __hash__, __call__, super in new style."""
class Old:
    x = 1
    def __getattr__(self, name):
        if name.startswith('__'): raise AttributeError, name
        return 'attr ' + name
    def __call__(self, *args, **kw): return args, kw
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return 'slice', i.start, i.stop, i.step
        if i > 2: raise IndexError
        return i * 10
    def __contains__(self, v): return v == 'in'
    def __int__(self): return 42
    def __hex__(self): return 'hexed'
    def __str__(self): return 'I am old'
    def __iadd__(self, o): return 'iadd %s' % o
    def __radd__(self, o): return 'radd %s' % o
    def __nonzero__(self): return False
o = Old()
print o.foo, o(1, k=2), len(o), list(o), o[1], 'in' in o, 'out' in o, int(o), o, o[::2], 5 + o, bool(o)
o += 3
print o, Old.__name__, Old.__module__, Old.__dict__['x'], type(Old), isinstance(Old(), Old)
class Base(object):
    def __init__(self, n): self.n = n
    def hello(self): return 'base %s' % self.n
    @classmethod
    def make(cls): return cls(7)
    @staticmethod
    def st(): return 'static'
class Child(Base):
    __slots__ = ('extra',)
    def hello(self): return 'child+' + super(Child, self).hello()
c = Child.make()
print c.hello(), Base.st(), Child.__mro__[1].__name__, Base.hello(c), c.__class__.__name__
try: Base.hello(5)
except TypeError, e: print e
try: Child()
except TypeError, e: print e
try: c.nothing
except AttributeError, e: print e
try: object.x
except AttributeError, e: print e
class Meta(type):
    def __new__(m, name, bases, d):
        d['added'] = name.lower(); return type.__new__(m, name, bases, d)
class WithMeta(object):
    __metaclass__ = Meta
print WithMeta.added, type(WithMeta).__name__
class Cmp(object):
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return 'C%d' % self.v
print sorted([Cmp(3), Cmp(1)]), min(Cmp(2), Cmp(0)), Cmp(1) == Cmp(1), Cmp(1) < Cmp(2), getattr(c, 'zz', None), callable(o), hasattr(c, 'n'), vars(Base(1)), setattr(c, 'q', 1), c.q
