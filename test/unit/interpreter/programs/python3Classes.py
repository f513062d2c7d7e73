Programs of Python 3: classes, types that derive from built-in ones, match. Written down from CPython 3.11 where it agrees with 3.12.

# %% classes derived from int
class MyInt(int):
    def __new__(cls, v): return super().__new__(cls, v*2)
    def __add__(self, o): return MyInt(int(self)+int(o))
    def __repr__(self): return f'MyInt({int(self)})'
a = MyInt(3)
print(a, a+1, a*2, a == 6, isinstance(a, int), hash(a)==hash(6), [1,2,3,4,5,6,7][a], type(a*2), a/4, f'{a:05d}', '%d' % a, str(a), {6:'x'}[a])  # => MyInt(6) MyInt(14) 12 True True True 7 <class 'int'> 1.5 00006 6 MyInt(6) x
print(max(a, 3), sorted([a, 1]), sum([a,1]), range(a), bool(a), -a, abs(a), int(a), float(a), a.bit_length())  # => MyInt(6) [1, MyInt(6)] 7 range(0, 6) True -6 6 6 6.0 3

# %% classes derived from float
class Celsius(float):
    unit = 'C'
    def __new__(cls, v, name='x'):
        self = float.__new__(cls, v); self.name = name; return self
    def __str__(self): return f'{float(self)}{self.unit}'
c = Celsius(36.6, 'body')
print(c, c.name, c+1, c > 30, repr(c), round(c), f'{c:.2f}', type(c+1), c == 36.6, c.__dict__)  # => 36.6C body 37.6 True 36.6 37 36.60 <class 'float'> True {'name': 'body'}

# %% classes derived from str
class S(str):
    def shout(self): return self.upper() + '!'
    def __new__(cls, x): return super().__new__(cls, x.strip())
s = S('  hello ')
print(s, s.shout(), len(s), s + 'x', s == 'hello', type(s), type(s.upper()), repr(s), s[0], 'ell' in s, {'hello': 1}[s], f'{s:>10}', '%s' % s, ''.join([s, 'y']), hash(s) == hash('hello'), isinstance(s, str), s.split('l'), s < 'z', list(s), str(s), s * 2)  # => hello HELLO! 5 hellox True <class '__main__.S'> <class 'str'> 'hello' h True 1      hello hello helloy True True ['he', '', 'o'] True ['h', 'e', 'l', 'l', 'o'] hello hellohello

# %% classes derived from tuple
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t = T(1,2,3)
print(t, t.first, len(t), t + (4,), t == (1,2,3), type(t), hash(t) == hash((1,2,3)), t[1:], type(t[1:]), list(t), 2 in t)  # => (1, 2, 3) 1 3 (1, 2, 3, 4) True <class '__main__.T'> True (2, 3) <class 'tuple'> [1, 2, 3] True
x, y, z = t
print(x, y, z, '%s-%s-%s' % t, (lambda *a: a)(*t))  # => 1 2 3 1-2-3 (1, 2, 3)

# %% classes derived from list
class Stack(list):
    def push(self, x): self.append(x)
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return ('got', r)
    def __len__(self): return 100
s = Stack([1,2]); s.push(3)
print(s, s[0], len(s), list(s), s == [1,2,3], isinstance(s, list), s + [4], type(s+[4]), sorted(s), s.__class__.__name__)  # => [1, 2, 3] ('got', 1) 100 [1, 2, 3] True True [1, 2, 3, 4] <class 'list'> [1, 2, 3] Stack
s.color = 'red'; print(s.color, s.__dict__)  # => red {'color': 'red'}

# %% classes derived from dict
class D(dict):
    def __missing__(self, k): self[k] = v = k*2; return v
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)  # => set 5
    # => set q
    __getattr__ = dict.get
d = D(a=1); print(d[5], d, d.a, d.zz, d.get(9)); d['q'] = 1; d.update(z=2); print(d, len(d), list(d.items()), d == {'a':1,5:10,'q':1,'z':2}, D({1:2}), D([(1,2)]))  # => 10 {'a': 1, 5: 10} 1 None None
    # => {'a': 1, 5: 10, 'q': 1, 'z': 2} 4 [('a', 1), (5, 10), ('q', 1), ('z', 2)] True {1: 2} {1: 2}

# %% a dict as attributes of itself
class AttrDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k); self.__dict__ = self
a = AttrDict(x=1); a.y = 2; print(a, a.x, a['y'], a.__dict__ is a); del a.x; print(a)  # => {'x': 1, 'y': 2} 1 2 True
    # => {'y': 2}

# %% classes derived from set
class MySet(set):
    def add(self, x): print('add', x); super().add(x)  # => add 3
m = MySet([1,2]); m.add(3); print(m, len(m), m | {9}, type(m | {9}), 3 in m, m == {1,2,3})  # => MySet({1, 2, 3}) 3 {1, 2, 3, 9} <class 'set'> True True
class F(frozenset): pass
print(F([1]), hash(F([1])) == hash(frozenset([1])))  # => F({1}) True

# %% exception classes of the program
class E(Exception):
    def __init__(self, code, msg):
        self.code = code; self.msg = msg
        super().__init__(code, msg)
    def __str__(self): return f'[{self.code}] {self.msg}'
try: raise E(5, 'bad')
except E as e: print(e, repr(e), e.args, e.code)  # => [5] bad E(5, 'bad') (5, 'bad') 5
class E2(E): pass
try: raise E2(1, 'x')
except (ValueError, E) as e: print(type(e).__name__, e)  # => E2 [1] x
class E3(Exception): pass
try: raise E3
except E3 as e: print(repr(e), str(e) == '', e.args)  # => E3() True ()
print(repr(E3(1)), repr(E3('a', 2)), str(E3('a', 2)), str(E3(1)))  # => E3(1) E3('a', 2) ('a', 2) 1

# %% a metaclass and what it decides
class Meta(type):
    registry = {}
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        mcs.registry[name] = cls; cls.kw = kw
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns); print('init', name)  # => init A
    # => init B
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a)  # => call B (3,)
        return super().__call__(*a, **k)
    def __len__(cls): return 42
    def __iter__(cls): return iter(['a','b'])
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, k): return k == 1
    def __repr__(cls): return f'<Meta {cls.__name__}>'
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    @property
    def prop(cls): return 'P' + cls.__name__
    def method(cls): return cls.__name__
class A(metaclass=Meta, flag=True):
    def __init__(self, x): self.x = x
class B(A): pass
print(A, len(A), list(A), A['k'], 1 in A, isinstance(5, A), issubclass(int, A), A.prop, A.method(), A.kw, B.kw, Meta.registry)  # => <Meta A> 42 ['a', 'b'] ('A', 'k') True True True PA A {'flag': True} {} {'A': <Meta A>, 'B': <Meta B>}
b = B(3); print(b.x, type(B), type(b))  # => 3 <class '__main__.Meta'> <Meta B>
try: b.method
except AttributeError as e: print(e)  # => 'B' object has no attribute 'method'

# %% __prepare__
class Prep(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, bases, kw)  # => prepare X () {}
        class Rec(dict):
            def __setitem__(s, k, v):
                if not k.startswith('__'): print('define', k)  # => define a
    # => define f
    # => define b
                super().__setitem__(k, v)
        return Rec()
    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, dict(ns))
class X(metaclass=Prep):
    a = 1
    def f(self): pass
    b = a + 1
print(X.b)  # => 2

# %% singletons
class Singleton(type):
    _i = {}
    def __call__(cls, *a, **k):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a, **k)
        return cls._i[cls]
class Cfg(metaclass=Singleton):
    def __init__(self): self.v = 1
print(Cfg() is Cfg())  # => True
class S2:
    _inst = None
    def __new__(cls, *args, **kwargs):
        if cls._inst is None: cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, v): self.v = v
a = S2(1); b = S2(2); print(a is b, a.v)  # => True 2

# %% descriptors with names
class Desc:
    def __set_name__(self, owner, name): self.name = '_' + name; print('name', owner.__name__, name)  # => name P x
    # => name P y
    def __get__(self, obj, typ=None):
        if obj is None: return self
        return getattr(obj, self.name, 'unset')
    def __set__(self, obj, v):
        if not isinstance(v, int): raise TypeError('int expected')
        setattr(obj, self.name, v)
    def __delete__(self, obj): delattr(obj, self.name)
class P:
    x = Desc(); y = Desc()
p = P(); print(p.x); p.x = 5; print(p.x, p.__dict__); del p.x; print(p.x)  # => unset
    # => 5 {'_x': 5}
    # => unset
try: p.y = 'a'
except TypeError as e: print(e)  # => int expected
print(isinstance(P.x, Desc))  # => True
class NonData:
    def __get__(self, o, t): return 'nd'
class Q: z = NonData()
q = Q(); print(q.z); q.z = 3; print(q.z, q.__dict__)  # => nd
    # => 3 {'z': 3}

# %% properties
class Temp:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "doc of c"
        return self._c
    @c.setter
    def c(self, v): self._c = v
    @c.deleter
    def c(self): print('del'); self._c = None  # => del
    ro = property(lambda s: 7)
t = Temp(); t.c = 5; print(t.c); del t.c; print(t.c, Temp.c.__doc__, t.ro, type(Temp.c))  # => 5
    # => None doc of c 7 <class 'property'>
try: t.ro = 1
except AttributeError as e: print(e)  # => property 'ro' of 'Temp' object has no setter
try: del t.ro
except AttributeError as e: print(e)  # => property 'ro' of 'Temp' object has no deleter
class U(Temp):
    @Temp.c.getter
    def c(self): return 'U'
    wo = property(None, lambda s, v: None)
print(U().c)  # => U
try: U().wo
except AttributeError as e: print(e)  # => property 'wo' of 'U' object has no getter
print(Temp.c.fget.__name__)  # => c

# %% attribute hooks
class G:
    def __getattr__(self, n): print('ga', n); return n.upper()  # => ga y
    # => ga x
    def __setattr__(self, n, v): print('sa', n, v); super().__setattr__(n, v)  # => sa x 1
    def __delattr__(self, n): print('da', n); object.__delattr__(self, n)  # => da x
g = G(); g.x = 1; print(g.x, g.y); del g.x; print(g.x)  # => 1 Y
    # => X
class GA:
    def __init__(self): self.z = 1
    def __getattribute__(self, n):
        if n == 'secret': raise AttributeError('no!')
        return object.__getattribute__(self, n)
print(GA().z)  # => 1
try: GA().secret
except AttributeError as e: print(e)  # => no!
print(getattr(GA(), 'secret', 'dflt'), hasattr(GA(), 'secret'))  # => dflt False

# %% every operator of a class
class V:
    def __init__(self, *a): self.a = a
    def __repr__(self): return 'V' + repr(self.a)
    def __add__(self, o): return V('add', o) if isinstance(o, (int, V)) else NotImplemented
    def __radd__(self, o): return V('radd', o)
    def __iadd__(self, o): self.a += (o,); return self
    def __sub__(self, o): return NotImplemented
    def __mul__(self, o): return V('mul', o)
    __rmul__ = __mul__
    def __matmul__(self, o): return 'mm'
    def __rmatmul__(self, o): return 'rmm'
    def __truediv__(self, o): return 'td'
    def __floordiv__(self, o): return 'fd'
    def __mod__(self, o): return 'mod'
    def __divmod__(self, o): return 'dm'
    def __rdivmod__(self, o): return 'rdm'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return 'rpow'
    def __lshift__(self, o): return 'ls'
    def __and__(self, o): return 'and'
    def __ror__(self, o): return 'ror'
    def __xor__(self, o): return 'xor'
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 1j
    def __index__(self): return 2
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 't'
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __bool__(self): return False
    def __len__(self): return 3
    def __hash__(self): return 99
    def __contains__(self, x): return x == 1
    def __call__(self, *a, **k): return ('called', a, k)
    def __getitem__(self, k): return ('gi', k)
    def __reversed__(self): return iter([3,2])
    def __format__(self, s): return 'fmt:' + s
    def __bytes__(self): return b'by'
    def __str__(self): return 'str'
    def __dir__(self): return ['b','a']
    def __sizeof__(self): return 5
v = V()
print(v + 1, 1 + v, v * 2, 2 * v, v @ 1, 1 @ v, v / 1, v // 1, v % 1, divmod(v, 1), divmod(1, v), v ** 2, pow(v, 2, 3), 2 ** v, v << 1, v & 1, 1 | v, v ^ 1, -v, +v, ~v, abs(v))  # => str str str str mm rmm td fd mod dm rdm ('pow', 2, None) ('pow', 2, 3) rpow ls and ror xor neg pos inv abs
print(int(v), float(v), complex(v), [10,20,30][v], round(v), round(v, 2), bool(v), len(v), hash(v), 1 in v, 2 in v, v(1, k=2), v[1:2, ...], list(reversed(v)), f'{v:abc}', f'{v}', f'{v!r}', format(v), bytes(v), str(v), dir(v), '%s' % v, hex(v), bin(v))  # => 7 7.5 1j 30 ('round', None) ('round', 2) False 3 99 True False ('called', (1,), {'k': 2}) ('gi', (slice(1, 2, None), Ellipsis)) [3, 2] fmt:abc fmt: V() fmt: b'by' str ['a', 'b'] str 0x2 0b10
w = v; w += 5; print(w, w is v)  # => str True
for f in (lambda: v - 1, lambda: 1 - v, lambda: v + 'a', lambda: v > 1, lambda: 1 >> v, lambda: v | 1):
    try: print(f())
    except TypeError as e: print(e)  # => unsupported operand type(s) for -: 'V' and 'int'
    # => unsupported operand type(s) for -: 'int' and 'V'
    # => unsupported operand type(s) for +: 'V' and 'str'
    # => '>' not supported between instances of 'V' and 'int'
    # => unsupported operand type(s) for >>: 'int' and 'V'
    # => unsupported operand type(s) for |: 'V' and 'int'
import math
print(math.floor(v), math.ceil(v), math.trunc(v))  # => fl ce t

# %% super
class A:
    def f(self): return ['A']
class B(A):
    def f(self): return ['B'] + super().f()
class C(A):
    def f(self): return ['C'] + super(C, self).f()
class D(B, C):
    def f(self): return ['D'] + super().f()
print(D().f())  # => ['D', 'B', 'C', 'A']
print(super(B, D()).f(), super(B, D), )  # => ['C', 'A'] <super: <class 'B'>, <D object>>
class K:
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(x): return x
    n = staticmethod(lambda: 5)
class L(K):
    @classmethod
    def make(cls): return 'L:' + super().make()
print(L.make(), L().make(), L.st(3), L().n(), K.n())  # => L:L L:L 3 5 5
print(K.__dict__['st'], type(K.__dict__['make']), K.make, K().make.__func__.__name__) if False else None

# %% __init_subclass__ and __class_getitem__
class P:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag; print('sub', cls.__name__, tag)  # => sub Q q
    # => sub R None
class Q(P, tag='q'): pass
class R(Q): pass
print(Q.tag, R.tag)  # => q None
try:
    class S(P, foo=1): pass
except TypeError as e: print(e)  # => S.__init_subclass__() takes no keyword arguments
class Gen:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
print(Gen[int], Gen[1,2])  # => Gen[<class 'int'>] Gen[(1, 2)]

# %% annotations and code
class A:
    x: int = 5
    y: 'str'
    def f(self, a: int, b: str = 'x') -> bool:
        "doc"
        return True
print(A.__annotations__, A.f.__annotations__, A.__doc__, A.f.__doc__, A.__name__, A.__qualname__, A.__module__, A.f.__name__, A.f.__qualname__, A().f.__name__)  # => {'x': <class 'int'>, 'y': 'str'} {'a': <class 'int'>, 'b': <class 'str'>, 'return': <class 'bool'>} None doc A A __main__ f A.f f
z: int = 3
w: 'float'
print(__annotations__)  # => {'z': <class 'int'>, 'w': 'float'}
print(A.f.__defaults__, A.f.__code__.co_varnames, A.f.__code__.co_argcount, A.f.__kwdefaults__)  # => ('x',) ('self', 'a', 'b') 3 None

# %% classes made by type()
X = type('X', (object,), {'a': 1, 'f': lambda self: self.a})
print(X, X().f(), X.__name__, type(X))  # => <class '__main__.X'> 1 X <class 'type'>
Y = type('Y', (X,), dict(b=2)); print(Y().a, Y.b, Y.__mro__)  # => 1 2 (<class '__main__.Y'>, <class '__main__.X'>, <class 'object'>)
print(vars(Y()).__class__, sorted(k for k in vars(Y) if not k.startswith('__')), type(vars(Y)))  # => <class 'dict'> ['b'] <class 'mappingproxy'>
try: type('Z', 5, {})
except TypeError as e: print(e)  # => type.__new__() argument 2 must be tuple, not int
try: type(1, 2)
except TypeError as e: print(e)  # => type() takes 1 or 3 arguments

# %% equality and hashes of classes
class A:
    def __eq__(self, o): return isinstance(o, A)
try: hash(A())
except TypeError as e: print(e)  # => unhashable type: 'A'
try: {A(): 1}
except TypeError as e: print(e)  # => unhashable type: 'A'
print(A() == A(), A() != A(), A() == 1, 1 == A())  # => True False False False
class B:
    def __lt__(self, o): return True
print(B() < B(), B() > B())  # => True True
try: B() <= B()
except TypeError as e: print(e)  # => '<=' not supported between instances of 'B' and 'B'
class C:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
print(len({C(1), C(1), C(2)}), C(1) in [C(1)], [C(1)].index(C(1)), {C(1): 'a'}[C(1)])  # => 2 True 0 a

# %% iteration protocols and their mistakes
class A:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
a = A(); print(list(a), 20 in a, 5 in a, list(reversed(a)), bool(a), [*a], max(a), list(zip(a, a)), list(iter(a)))  # => [0, 10, 20] True False [20, 10, 0] True [0, 10, 20] 20 [(0, 0), (10, 10), (20, 20)] [0, 10, 20]
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), [x for x in It()], 2 in It(), tuple(It()), dict(zip(It(), 'abc')), sorted(It(), reverse=True))  # => [1, 2, 3] 6 [1, 2, 3] True (1, 2, 3) {1: 'a', 2: 'b', 3: 'c'} [3, 2, 1]
x, y, z = It(); print(x, y, z)  # => 1 2 3
a, *b = It(); print(a, b)  # => 1 [2, 3]
class Bad:
    def __iter__(self): return 5
try: list(Bad())
except TypeError as e: print(e)  # => iter() returned non-iterator of type 'int'
class Bad2:
    def __len__(self): return -1
try: len(Bad2())
except ValueError as e: print(e)  # => __len__() should return >= 0
class Bad3:
    def __len__(self): return 'a'
try: len(Bad3())
except TypeError as e: print(e)  # => 'str' object cannot be interpreted as an integer
class Bad4:
    def __bool__(self): return 5
try: bool(Bad4())
except TypeError as e: print(e)  # => __bool__ should return bool, returned int
class Bad5:
    def __str__(self): return 5
    def __repr__(self): return None
for f in (str, repr):
    try: f(Bad5())
    except TypeError as e: print(e)  # => __str__ returned non-string (type int)
    # => __repr__ returned non-string (type NoneType)
class Bad6:
    def __hash__(self): return 'a'
    def __index__(self): return 'a'
    def __int__(self): return 'x'
    def __float__(self): return 'x'
for f in (hash, int, float, lambda b: [1][b], bin):
    try: f(Bad6())
    except TypeError as e: print(e)  # => __hash__ method should return an integer
    # => __int__ returned non-int (type str)
    # => Bad6.__float__ returned non-float (type str)
    # => __index__ returned non-int (type str)
    # => __index__ returned non-int (type str)

# %% with
class CM:
    def __init__(self, n, swallow=False): self.n = n; self.s = swallow
    def __enter__(self): print('enter', self.n); return self.n  # => enter 1
    # => enter 2
    # => enter 1
    # => enter 2
    # => enter 1
    # => enter 2
    # => enter f
    # => enter 0
    # => enter 1
    # => enter 1
    def __exit__(self, t, v, tb): print('exit', self.n, t and t.__name__, v, tb is None); return self.s  # => exit 2 None None True
    # => exit 1 None None True
    # => exit 2 ValueError x False
    # => exit 1 None None True
    # => exit 2 ZeroDivisionError division by zero False
    # => exit 1 ZeroDivisionError division by zero False
    # => exit f None None True
    # => exit 0 None None True
    # => exit 1 None None True
    # => exit 1 None None True
with CM(1) as a, CM(2) as b: print(a, b)  # => 1 2
with (CM(1) as a, CM(2, True) as b,): raise ValueError('x')
print('after')  # => after
try:
    with CM(1), CM(2): 1/0
except ZeroDivisionError as e: print('caught', e)  # => caught division by zero
try:
    with 5: pass
except TypeError as e: print(e)  # => 'int' object does not support the context manager protocol
class Half:
    def __enter__(self): pass
try:
    with Half(): pass
except TypeError as e: print(e)  # => 'Half' object does not support the context manager protocol (missed __exit__ method)
def f():
    with CM('f'): return 'ret'
print(f())  # => ret
for i in range(3):
    with CM(i):
        if i == 0: continue
        break
with CM(1) as (x): print(x)  # => 1

# %% calls and every complaint about them
def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
print(f(1, c=3), f(1,2,3,4,c=5,e=6), f(*[1,2], **{'c':3,'z':9}), f(1, *(2,), *[3], c=1, **{'x':1}, **{'y':2}))  # => (1, 2, (), 3, 4, {}) (1, 2, (3, 4), 5, 4, {'e': 6}) (1, 2, (), 3, 4, {'z': 9}) (1, 2, (3,), 1, 4, {'x': 1, 'y': 2})
def t(fn):
    try: print(fn())  # => (1, 2, 3, 4)
    # => (1, 2, 3, 4)
    except TypeError as e: print(e)  # => f() missing 1 required positional argument: 'a'
    # => f() missing 1 required keyword-only argument: 'c'
    # => f() got multiple values for argument 'a'
    # => __main__.f() got multiple values for keyword argument 'c'
    # => f() missing 1 required positional argument: 'a'
    # => g() got some positional-only arguments passed as keyword arguments: 'b'
    # => g() missing 1 required keyword-only argument: 'd'
    # => g() takes 3 positional arguments but 4 were given
    # => g() got an unexpected keyword argument 'e'
    # => g() missing 3 required positional arguments: 'a', 'b', and 'c'
    # => h() takes 0 positional arguments but 1 was given
    # => h() got an unexpected keyword argument 'x'
    # => __main__.h() argument after * must be an iterable, not int
    # => __main__.h() argument after ** must be a mapping, not int
    # => keywords must be strings
    # => k() missing 1 required positional argument: 'a'
    # => k() takes from 1 to 2 positional arguments but 3 were given
    # => k() got an unexpected keyword argument 'c'
    # => k() missing 1 required positional argument: 'a'
    # => m() missing 2 required keyword-only arguments: 'x' and 'y'
    # => m() takes 0 positional arguments but 1 positional argument (and 2 keyword-only arguments) were given
    # => m() missing 1 required keyword-only argument: 'y'
    # => C.__init__() missing 1 required positional argument: 'a'
    # => C.__init__() takes 2 positional arguments but 3 were given
    # => C.meth() missing 1 required positional argument: 'x'
    # => C.meth() missing 2 required positional arguments: 'self' and 'x'
    # => C.s() missing 1 required positional argument: 'a'
    # => C.meth() takes 2 positional arguments but 3 were given
    # => C.__init__() got an unexpected keyword argument 'b'
    # => N() takes no arguments
    # => N() takes no arguments
t(lambda: f()); t(lambda: f(1)); t(lambda: f(1, a=2, c=3)); t(lambda: f(1, c=1, **{'c': 2})); t(lambda: f(c=1))
def g(a, b, /, c, *, d): return a, b, c, d
t(lambda: g(1,2,3,d=4)); t(lambda: g(1,2,c=3,d=4)); t(lambda: g(1,b=2,c=3,d=4)); t(lambda: g(1,2,3)); t(lambda: g(1,2,3,4)); t(lambda: g(1,2,3,d=1,e=2)); t(lambda: g())
def h(): pass
t(lambda: h(1)); t(lambda: h(x=1)); t(lambda: h(*5)); t(lambda: h(**5)); t(lambda: h(**{1:2}))
def k(a, b=1): pass
t(lambda: k()); t(lambda: k(1,2,3)); t(lambda: k(1, c=2)); t(lambda: k(b=2))
def m(*, x, y): pass
t(lambda: m()); t(lambda: m(1, x=1, y=2)); t(lambda: m(x=1))
class C:
    def __init__(self, a): pass
    def meth(self, x): pass
    @staticmethod
    def s(a): pass
t(lambda: C()); t(lambda: C(1,2)); t(lambda: C(1).meth()); t(lambda: C.meth()); t(lambda: C(1).s()); t(lambda: C(1).meth(1,2)); t(lambda: C(b=1))
class N: pass
t(lambda: N(1)); t(lambda: N(a=1)); t(lambda: N().x());   # !> AttributeError: 'N' object has no attribute 'x'
t(lambda: len()); t(lambda: [].append()); t(lambda: [].append(1,2)); t(lambda: {}.get()); t(lambda: ''.join()); t(lambda: 'a'.upper(1)); t(lambda: abs()); t(lambda: isinstance(1)); t(lambda: print(foo=1)); t(lambda: [].sort(1)); t(lambda: [].pop(1,2)); t(lambda: {}.pop()); t(lambda: 'a'.split(1,2,3)); t(lambda: 'a'.replace('b')); t(lambda: [].insert(1)); t(lambda: dict(1)); t(lambda: list(1)); t(lambda: list(1,2)); t(lambda: tuple(1,2)); t(lambda: set(1,2)); t(lambda: range()); t(lambda: range(1,2,3,4)); t(lambda: int(1,2,3)); t(lambda: str(1,2,3,4)); t(lambda: [].index()); t(lambda: ''.startswith()); t(lambda: (1).foo()); t(lambda: chr()); t(lambda: ord()); t(lambda: sorted()); t(lambda: sum()); t(lambda: enumerate()); t(lambda: zip(strict=1)); t(lambda: map()); t(lambda: input(1,2)); t(lambda: round()); t(lambda: hash()); t(lambda: iter()); t(lambda: next()); t(lambda: getattr()); t(lambda: getattr(1)); t(lambda: pow(1)); t(lambda: divmod(1)); t(lambda: float(1,2)); t(lambda: bool(1,2)); t(lambda: {}.update(1)); t(lambda: {}.update([1])); t(lambda: {}.update([(1,2,3)])); t(lambda: dict([(1,)])); t(lambda: set().add()); t(lambda: [].extend(1)); t(lambda: ''.join([1])); t(lambda: ''.join(5)); t(lambda: 'a' + 1); t(lambda: 1 + 'a'); t(lambda: [] + ()); t(lambda: 'a' * 'b'); t(lambda: 'a' * 1.5); t(lambda: [1] * 'a'); t(lambda: -'a'); t(lambda: ~1.5); t(lambda: +[]); t(lambda: 1 @ 2); t(lambda: {} | 1); t(lambda: 5()); t(lambda: 'a'()); t(lambda: None()); t(lambda: 5[0]); t(lambda: None[0]); t(lambda: [1]['a']); t(lambda: (1,)['a']); t(lambda: 'a'['b']); t(lambda: [1][1.0]); t(lambda: {}[[]]); t(lambda: 1 in 5); t(lambda: 1 in 'a'); t(lambda: [1][None]); t(lambda: [1,2][::'a']); t(lambda: range(1.5)); t(lambda: range('a')); t(lambda: len(None)); t(lambda: None + 1); t(lambda: 1 < None); t(lambda: len(5)); t(lambda: f.x.y if hasattr(f,'x') else print.x)

# %% annotations
def f(x: int, *a: str, k: 'z' = 1, **kw: list[int]) -> dict[str, int] | None: ...
print(f.__annotations__)  # => {'x': <class 'int'>, 'a': <class 'str'>, 'k': 'z', 'kw': list[int], 'return': dict[str, int] | None}
x: list[int] = [1]
y: dict[str, tuple[int, ...]] | None = None
print(__annotations__, x, int | str, type(int | str), list[int], (int | None), list[int] == list[int])  # => {'x': list[int], 'y': dict[str, tuple[int, ...]] | None} [1] int | str <class 'types.UnionType'> list[int] int | None True
def g():
    z: undefined_name = 5
    return z
print(g())  # => 5
class A:
    a: int
    b: list['A'] = None
    def m(self, o: 'A') -> 'A': return o
print(A.__annotations__, A.m.__annotations__)  # => {'a': <class 'int'>, 'b': list['A']} {'o': 'A', 'return': 'A'}
print(list[int](), dict[str, int](a=1), isinstance(5, int | str), list[int | None], tuple[()], type[int])  # => [] {'a': 1} True list[int | None] tuple[()] type[int]

# %% annotations that are postponed
from __future__ import annotations
def f(x: Foo, y: int = 3) -> Bar: return x
print(f.__annotations__, f(1))  # => {'x': 'Foo', 'y': 'int', 'return': 'Bar'} 1
class A:
    q: Undefined = 1
print(A.__annotations__)  # => {'q': 'Undefined'}

# %% match
def m(x):
    match x:
        case 0: return 'zero'
        case 1 | 2: return 'one-two'
        case -1: return 'neg'
        case 3.5: return 'f'
        case 'a' | 'b' as s: return f's{s}'
        case None: return 'none'
        case True: return 'true'
        case []: return 'empty'
        case [1, *rest]: return f'1+{rest}'
        case (a, b) if a == b: return f'eq{a}'
        case [a, [b, c], *_]: return f'nest{a}{b}{c}'
        case {'k': v, **rest}: return f'map{v}{rest}'
        case {'t': 'x', 'y': int(y)}: return f'y{y}'
        case {}: return 'anymap'
        case str(): return 'str'
        case int(n) if n > 100: return f'big{n}'
        case int() | float(): return 'num'
        case P(x=0, y=y): return f'P0{y}'
        case P(a, b): return f'P{a}{b}'
        case Color.RED: return 'red'
        case list(q): return f'list{q}'
        case tuple((a, *_)): return 'tuple'
        case _: return 'other'
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x = x; s.y = y
class Color: RED = object()
for v in (0, 1, 2, -1, 3.5, 'a', 'b', None, True, [], [1,2,3], (5,5), [2,[3,4],5], {'k':1,'z':2}, {'t':'x','y':3}, {'q':1}, 'hello', 500, 50, 5.5, P(0,7), P(1,2), Color.RED, [2,3], [9,8,7], (9,8,7), {1,2}, b'x', {}, {'k': 5}):
    print(v if not isinstance(v, (P, object().__class__)) or True and not hasattr(v,'__dict__') and type(v) is not object else '', m(v))  # => 0 zero
    # => 1 one-two
    # => 2 one-two
    # => -1 neg
    # => 3.5 f
    # => a sa
    # => b sb
    # => None none
    # => True one-two
    # => [] empty
    # => [1, 2, 3] 1+[2, 3]
    # => (5, 5) eq5
    # => [2, [3, 4], 5] nest234
    # => {'k': 1, 'z': 2} map1{'z': 2}
    # => {'t': 'x', 'y': 3} y3
    # => {'q': 1} anymap
    # => hello str
    # => 500 big500
    # => 50 num
    # => 5.5 num
    # =>  P07
    # =>  P12
    # =>  red
    # => [2, 3] list[2, 3]
    # => [9, 8, 7] list[9, 8, 7]
    # => (9, 8, 7) tuple
    # => {1, 2} other
    # => b'x' other
    # => {} anymap
    # => {'k': 5} map5{}
match 5, 6:
    case x, y: print(x, y)  # => 5 6
match {'a': {'b': [1, 2]}}:
    case {'a': {'b': [x, y]}}: print(x, y)  # => 1 2
match 'abc':
    case 'x': pass
command = 'go north'
match command.split():
    case ['go', ('north' | 'south') as d]: print('going', d)  # => going north
    case [cmd, *args]: print(cmd, args)
try:
    match P(1,2):
        case P(1,2,3): pass
except TypeError as e: print(e)  # => P() accepts 2 positional sub-patterns (3 given)
match = 5; case = 6; print(match, case); type = 3; print(type)  # => 5 6
    # => 3

