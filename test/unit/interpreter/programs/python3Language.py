Programs of Python 3: the language.

# %% functions and parameters
def f(a, b=2, *args, c=3, **kw):
    return a + b + c, args, kw
print(f(1), f(1, 2, 3, c=4, d=5))  # => (6, (), {}) (7, (3,), {'d': 5})
def g(a, /, b, *, c): return a, b, c
print(g(1, b=2, c=3))  # => (1, 2, 3)
for call in [lambda: g(1, 2), lambda: g(a=1, b=2, c=3), lambda: g(1, 2, 3), lambda: g(), lambda: f(), lambda: g(1, 2, c=1, d=2), lambda: f(1, a=2)]:
    try: call()
    except TypeError as e: print(e)  # => g() missing 1 required keyword-only argument: 'c'
    # => g() got some positional-only arguments passed as keyword arguments: 'a'
    # => g() takes 2 positional arguments but 3 were given
    # => g() missing 2 required positional arguments: 'a' and 'b'
    # => f() missing 1 required positional argument: 'a'
    # => g() got an unexpected keyword argument 'd'
    # => f() got multiple values for argument 'a'
print((lambda *a, **k: (a, k))(1, *[2], z=3, **{'w': 4}), f.__name__, f.__defaults__)  # => ((1, 2), {'z': 3, 'w': 4}) f (2,)
def h(x, acc=[]):
    acc.append(x)
    return acc
_ = h(1)
print(h(2), f(*'ab', c='x'))  # => [1, 2] ('abx', (), {})

# %% closures, nonlocal and global
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter()
_ = c()
print(c(5), [q() for q in [lambda: j for j in range(3)]], [q() for q in [lambda i=i: i for i in range(3)]])  # => 6 [2, 2, 2] [0, 1, 2]
x = 1
def set_x():
    global x, y
    x, y = 2, 3
set_x()
print(x, y)  # => 2 3
def early():
    print(z)
    z = 1
try: early()
except UnboundLocalError as e: print(e)  # => cannot access local variable 'z' where it is not associated with a value
def outer():
    def inner(): return later
    try: inner()
    except NameError as e: print(e)  # => cannot access free variable 'later' where it is not associated with a value in enclosing scope
    later = 1
    return inner()
print(outer())  # => 1
if (n := len('abc')) > 2: print(n, [m := v for v in range(3)], m)  # => 3 [0, 1, 2] 2

# %% classes
class A:
    """Doc."""
    x = 1
    __private = 5
    def __init__(self, v): self.v = v
    def __repr__(self): return f'A({self.v!r})'
    @property
    def double(self): return self.v * 2
    @double.setter
    def double(self, d): self.v = d / 2
    @classmethod
    def make(cls): return cls(7)
    @staticmethod
    def plain(q): return q + 1
    def get(self): return self.__private
class B(A):
    def __init__(self, v): super().__init__(v + 1)
    def get(self): return super().get() + 1
b = B(3)
b.double = 10
print(b, b.double, B.make(), isinstance(b, A), issubclass(B, A), b.plain(1), b.get(), A.__doc__, B.__name__, B.__mro__)  # => A(5.0) 10.0 A(8) True True 2 6 Doc. B (<class '__main__.B'>, <class '__main__.A'>, <class 'object'>)
print(type(b), b.__class__ is B, b.__dict__, hasattr(b, 'zz'), getattr(b, 'zz', None), vars(b), b._A__private)  # => <class '__main__.B'> True {'v': 5.0} False None {'v': 5.0} 5
try: b.zz
except AttributeError as e: print(e)  # => 'B' object has no attribute 'zz'
try: A.zz
except AttributeError as e: print(e)  # => type object 'A' has no attribute 'zz'
try: A()
except TypeError as e: print(e)  # => A.__init__() missing 1 required positional argument: 'v'
class P: pass
try: P(1)
except TypeError as e: print(e)  # => P() takes no arguments
try: P().a.b
except AttributeError as e: print(e)  # => 'P' object has no attribute 'a'
del b.v
try: b.v
except AttributeError as e: print(e)  # => 'B' object has no attribute 'v'
class X(A): pass
class Y(A): pass
class Z(X, Y): pass
print([k.__name__ for k in Z.__mro__])  # => ['Z', 'X', 'Y', 'A', 'object']
try: type('Bad', (A, Z), {})
except TypeError as e: print(str(e).replace('\n', ' '))  # => Cannot create a consistent method resolution order (MRO) for bases A, Z
T = type('T', (A,), {'w': 3})
print(T(1).w, T)  # => 3 <class '__main__.T'>
class Slots:
    __slots__ = ('a',)
s = Slots()
s.a = 1
try: s.b = 2
except AttributeError as e: print(e)  # => 'Slots' object has no attribute 'b'

# %% special methods
class V:
    def __init__(s, *a): s.a = a
    def __add__(s, o): return V(*(x + y for x, y in zip(s.a, o.a)))
    def __radd__(s, o): return ('radd', o)
    def __iadd__(s, o): s.a += (o,); return s
    def __eq__(s, o): return isinstance(o, V) and s.a == o.a
    def __hash__(s): return hash(s.a)
    def __getitem__(s, i): return s.a[i]
    def __len__(s): return len(s.a)
    def __call__(s, k): return k * s.a[0]
    def __lt__(s, o): return s.a < o.a
    def __contains__(s, q): return q in s.a
    def __neg__(s): return V(*(-x for x in s.a))
    def __bool__(s): return s.a != ()
    def __str__(s): return 'V' + str(s.a)
    def __getattr__(s, n): return n.upper()
    def __format__(s, spec): return 'F' + spec
    def __enter__(s): return s
    def __exit__(s, *e): return False
    def __reversed__(s): return reversed(s.a)
    def __round__(s, n=None): return n
    def __int__(s): return 42
    def __index__(s): return 1
    def __float__(s): return 4.5
    def __abs__(s): return 'abs'
    def __divmod__(s, o): return 'dm'
    def __matmul__(s, o): return 'mm'
    def __truediv__(s, o): return NotImplemented
v = V(1, 2) + V(3, 4)
print(v, v == V(4, 6), v != V(1), v[0], v[-1:], len(v), v(3), list(v), 4 in v, sorted([V(3), V(1)])[0].a, -v, bool(V()), 1 + v)  # => V(4, 6) True True 4 (6,) 2 12 [4, 6] True (1,) V(-4, -6) False ('radd', 1)
v += 9
print(v, v.hello, f'{v:>5}', {V(1): 'k'}[V(1)], list(reversed(v)), round(v, 3), int(v), float(v), abs(v), divmod(v, 1), v @ 2, [10, 20][v])  # => V(4, 6, 9) HELLO F>5 k [9, 6, 4] 3 42 4.5 abs dm mm 20
try: v / 2
except TypeError as e: print(e)  # => unsupported operand type(s) for /: 'V' and 'int'
try: v > 1
except TypeError as e: print(e)  # => '>' not supported between instances of 'V' and 'int'
with v as w: print(w is v)  # => True

# %% descriptors, metaclasses, class hooks
class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
class Holder:
    d = Desc()
h = Holder()
print(h.d)  # => unset
h.d = 4
print(h.d, Holder.d.name)  # => 8 d
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        ns['tag'] = name.lower()
        return super().__new__(m, name, bases, ns)
    def __len__(cls): return 99
class M(metaclass=Meta): pass
print(M.tag, type(M), len(M))  # => m <class '__main__.Meta'> 99
class Base:
    registry = []
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        Base.registry.append((cls.__name__, kw))
class Sub(Base, flag=1): pass
print(Base.registry)  # => [('Sub', {'flag': 1})]
class Single:
    one = None
    def __new__(cls, *a):
        if cls.one is None: cls.one = super().__new__(cls)
        return cls.one
print(Single() is Single())  # => True
class D(dict):
    def __missing__(self, k): return k * 2
print(D(a=1)['a'], D()['z'], D({1: 2}), len(D()))  # => 1 zz {1: 2} 0
class L(list):
    def total(self): return sum(self)
print(L([1, 2]).total(), L([1]) + [2], L((3, 4))[1])  # => 3 [1, 2] 4
class S(set): pass
print(S([1]) | {2}, isinstance(S(), set))  # => {1, 2} True
class E(Exception):
    def __init__(self, code): super().__init__('code %d' % code); self.code = code
try: raise E(3)
except E as e: print(e, e.code, e.args, repr(e))  # => code 3 3 ('code 3',) E('code 3')

# %% exceptions
def f(k):
    try:
        if k == 0: return 'ret'
        if k == 1: raise ValueError('v')
        if k == 2: 1 / 0
        print('body')  # => body
    except ValueError as e:
        print('value', e)  # => value v
        return 'handled'
    except (TypeError, ZeroDivisionError):
        print('zero')  # => zero
    else:
        print('else')  # => else
    finally:
        print('finally')  # => finally
        # => finally
        # => finally
        # => finally
    return 'end'
print([f(k) for k in range(4)])  # => ['ret', 'handled', 'end', 'end']
def over():
    for i in range(3):
        try: continue
        finally: print('c', i)  # => c 0
        # => c 1
        # => c 2
    while True:
        try: break
        finally: print('b')  # => b
    try: return 1
    finally: return 2
print(over())  # => 2
try:
    try: raise ValueError('x')
    except ValueError as e: raise KeyError('y') from e
except KeyError as e: print(repr(e), repr(e.__cause__), repr(e.__context__))  # => KeyError('y') ValueError('x') ValueError('x')
try:
    try: 1 / 0
    except ZeroDivisionError: undefined
except NameError as e: print(repr(e.__context__))  # => ZeroDivisionError('division by zero')
try: e
except NameError as err: print(err)  # => name 'e' is not defined
try:
    try: raise IndexError
    except IndexError: raise
except LookupError as e: print(type(e).__name__, str(e) == '')  # => IndexError True
try: raise 'text'
except TypeError as e: print(e)  # => exceptions must derive from BaseException
try: raise
except RuntimeError as e: print(e)  # => No active exception to reraise
try: assert 1 == 2, 'why'
except AssertionError as e: print(e)  # => why
try: raise KeyError('k')
except Exception as e: print(str(e), e.args)  # => 'k' ('k',)
print(repr(ValueError(1, 'a')), str(ValueError(1, 'a')), ValueError().args, isinstance(KeyError(), LookupError), str(OSError(2, 'gone')))  # => ValueError(1, 'a') (1, 'a') () True [Errno 2] gone
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print(e)  # => maximum recursion depth exceeded

# %% with
class T:
    def __init__(s, n, swallow=False): s.n, s.swallow = n, swallow
    def __enter__(s): print('in', s.n); return s.n  # => in 1
    # => in 2
    # => in 3
    # => in 4
    def __exit__(s, k, v, t): print('out', s.n, k and k.__name__, v); return s.swallow  # => out 2 ZeroDivisionError division by zero
    # => out 1 None None
    # => out 3 None None
    # => out 4 ValueError q
with T(1) as a, T(2, True) as b:
    print(a, b)  # => 1 2
    1 / 0
def early():
    with T(3): return 'r'
print(early())  # => r
try:
    with T(4): raise ValueError('q')
except ValueError as e: print('caught', e)  # => caught q
try:
    with 5: pass
except TypeError as e: print(e)  # => 'int' object does not support the context manager protocol

# %% generators
def g():
    try:
        r = yield 1
        print('r', r)  # => r a
        z = (yield 2) + (yield 3)
        print('z', z)  # => z 30
        return 'end'
    finally: print('closed')  # => closed
def outer():
    v = yield from g()
    print('v', v)  # => v end
    yield from [7, 8]
it = outer()
print(next(it), it.send('a'), it.send(10), it.send(20), list(it))  # => 1 2 3 7 [8]
try: next(it)
except StopIteration as e: print('stop', e.value)  # => stop None
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])  # => [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
def walk(t):
    for x in t:
        if isinstance(x, list): yield from walk(x)
        else: yield x
print(list(walk([1, [2, [3], 4]])), sum(x * x for x in range(4)), list(x for x in 'ab' for y in range(2)))  # => [1, 2, 3, 4] 14 ['a', 'a', 'b', 'b']
def c():
    try:
        while True:
            try: x = yield
            except ValueError as e: print('thrown', e)  # => thrown t
            else: print('got', x)  # => got 5
    finally: print('bye')  # => bye
k = c()
next(k)
k.send(5)
k.throw(ValueError('t'))
k.close()
def cond(): print((yield 1) or (yield 2), [(yield 3)] if (yield 4) else (yield 5), {'k': 1}[(yield 6)] if False else 0)
q = cond()
print(next(q), q.send(0), q.send('x'), q.send(0))  # => 1 2 4 5
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e)  # => generator raised StopIteration
print(next(iter([]), 'default'), g.__name__, type(g()).__name__, *(i for i in range(3)))  # => default g generator 0 1 2
def gw():
    with_ = []
    for i in range(3):
        if i == 1: continue
        with_.append((yield i))
    return with_
def gg(): print((yield from gw()))  # => [None, None]
print(list(gg()))  # => [0, 2]

# %% comprehensions and unpacking
print([i * j for i in range(3) for j in range(i) if j], {k: v for k, v in zip('ab', [1, 2])}, {x % 3 for x in range(7)}, [[y for y in range(x)] for x in range(3)])  # => [2] {'a': 1, 'b': 2} {0, 1, 2} [[], [0], [0, 1]]
class C:
    n = 3
    xs = [i for i in range(n)]
print(C.xs, [(lambda: i)() for i in range(3)])  # => [0, 1, 2] [0, 1, 2]
a, *rest = [1, 2, 3]
*init, last = 'xyz'
(p, q), [r, *s] = (1, 2), (3, 4, 5)
print(a, rest, init, last, p, q, r, s)  # => 1 [2, 3] ['x', 'y'] z 1 2 3 [4, 5]
for i, (x, y) in enumerate([(1, 2), (3, 4)]): print(i, x, y)  # => 0 1 2
# => 1 3 4
for bad in [lambda: (lambda a, b: 0)(*[1]), lambda: exec]: pass
def unpack(n, v):
    try:
        if n == 2: a, b = v
        else: a, b, *c = v
    except (ValueError, TypeError) as e: print(e)  # => not enough values to unpack (expected 2, got 1)
    # => too many values to unpack (expected 2)
    # => not enough values to unpack (expected at least 2, got 1)
    # => cannot unpack non-iterable int object
unpack(2, [1])
unpack(2, [1, 2, 3])
unpack(3, [1])
unpack(2, 5)
x = y = [1]
x += [2]
x[0:1] = [8, 9]
x[::2] = 'ab'
del x[0]
print(y, x is y, [*range(3), *'ab'], (*[1], 2), {**{'a': 1}, 'b': 2}, {*[1], 2})  # => [9, 'b'] True [0, 1, 2, 'a', 'b'] (1, 2) {'a': 1, 'b': 2} {1, 2}
d = {'k': [1]}
d['k'][0] += 5
d['n'] = d.get('n', 0) + 1
print(d, 1 < 2 < 3, 1 < 3 < 2, not None, 1 if [] else 2, 3 == 3.0 is not None, 'a' 'b', ...)  # => {'k': [6], 'n': 1} True False True 2 True ab Ellipsis
i = 0
while i < 10:
    i += 1
    if i == 3: continue
    if i == 5: break
else: print('no')
for k in []: pass
else: print('else', i)  # => else 5

# %% decorators and functools
from functools import wraps, partial, reduce, lru_cache, cmp_to_key
def twice(fn):
    @wraps(fn)
    def inner(*a, **k): return [fn(*a, **k)] * 2
    inner.mark = True
    return inner
@twice
def hello(n): "doc"; return 'hi ' + n
print(hello('x'), hello.__name__, hello.__doc__, hello.mark)  # => ['hi x', 'hi x'] hello doc True
p = partial(pow, 2)
print(p(5), partial(p, 3)(), reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2], 5), p.func is pow, p.args)  # => 32 8 120 9 True (2,)
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))  # => 1548008755920 [3, 2, 1]

# %% an uncaught exception
def inner(v):
    return v['missing']  # !> KeyError: 'missing'
inner({})

# %% an uncaught exception of a class of the program
class Mine(ValueError): pass
raise Mine('text')  # !> Mine: text

# %% modules that do not exist
try: import nothing_like_this
except ModuleNotFoundError as e: print(str(e)[:35])  # => No module named 'nothing_like_this'
try: from math import nothing
except ImportError as e: print(str(e)[:41])  # => cannot import name 'nothing' from 'math'
import math
try: math.nothing
except AttributeError as e: print(e)  # => module 'math' has no attribute 'nothing'
