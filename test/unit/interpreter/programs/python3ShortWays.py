Programs of Python 3: what the interpreter does on short ways must be what it does on long ones.

# %% operators of small and large integers in loops
def around():
    for n in (2 ** 53 - 2, -2 ** 53 + 2, 2 ** 31 - 1, -2 ** 31):
        i = n
        for _ in range(4):
            i += 1
        j = n
        for _ in range(4):
            j -= 1
        print(i, j, n * 3, n * n, n // 7, n % 7, -n // 7, n % -7, n << 3, n >> 3, n & 255, n | 1, n ^ 5)  # => 9007199254740994 9007199254740986 27021597764222970 81129638414606645666991986180100 1286742750677284 2 -1286742750677285 -5 72057594037927920 1125899906842623 254 9007199254740991 9007199254740987
        # => -9007199254740986 -9007199254740994 -27021597764222970 81129638414606645666991986180100 -1286742750677285 5 1286742750677284 -2 -72057594037927920 -1125899906842624 2 -9007199254740989 -9007199254740985
        # => 2147483651 2147483643 6442450941 4611686014132420609 306783378 1 -306783379 -6 17179869176 268435455 255 2147483647 2147483642
        # => -2147483644 -2147483652 -6442450944 4611686018427387904 -306783379 5 306783378 -2 -17179869184 -268435456 0 -2147483647 -2147483643
around()
print([a % b for a in (-7, 7, 0) for b in (-3, 3)], [a // b for a in (-7, 7, 0) for b in (-3, 3)])  # => [-1, 2, -2, 1, 0, 0] [2, -3, -3, 2, 0, 0]
print([x ** y for x in (-2, 0, 3) for y in (0, 1, 5, 40)], 2 ** 62, (-3) ** 33, 0 * -5, -4 % 4)  # => [1, -2, -32, 1099511627776, 1, 0, 0, 0, 1, 3, 243, 12157665459056928801] 4611686018427387904 -5559060566555523 0 0

# %% operators of floats and integers
def mixed():
    x = 0.5
    for i in range(5):
        x = 3.7 * x * (1 - x) + i
        x -= 1
    print(x, x > 1, 1 < x, x == x, 1 + 0.5, 0.5 + 1, 2 * 0.25, 1 / 3, 7.0 / 2, 0.1 + 0.2)  # => 1.580908899583008 True True True 1.5 1.5 0.5 0.3333333333333333 3.5 0.30000000000000004
mixed()
for zero in (0, 0.0):
    for operation in (lambda: 1 / zero, lambda: 1 // zero, lambda: 1 % zero):
        try: operation()
        except ZeroDivisionError as e: print(e)  # => division by zero
        # => integer division or modulo by zero
        # => integer modulo by zero
        # => float division by zero
        # => float floor division by zero
        # => float modulo

# %% attributes that come and go
class A:
    kind = 'class'
    def __init__(self): self.x = 1
    def name(self): return 'method'
def read(a): return a.x
def kind(a): return a.kind
def name(a): return a.name()
a, b = A(), A()
b.y = 2
print(read(a), read(b), kind(a), name(a))  # => 1 1 class method
a.kind = 'own'
print(kind(a), kind(b))  # => own class
del a.kind
print(kind(a), sorted(a.__dict__), sorted(b.__dict__))  # => class ['x'] ['x', 'y']
A.kind = 'changed'
print(kind(a), kind(b))  # => changed changed
a.name = lambda: 'shadowed'
print(name(a), name(b))  # => shadowed method
A.name = lambda self: 'replaced'
print(name(a), name(b))  # => shadowed replaced
A.y = property(lambda self: 'property')
print(b.y, b.__dict__['y'])  # => property 2
class B(A):
    def name(self): return 'derived ' + super().name()
print(name(B()), kind(B()))  # => derived replaced changed
A.kind = 'again'
print(kind(B()))  # => again
a.__class__ = B
del a.name
print(name(a))  # => derived replaced
for i in range(100): setattr(b, 'n%d' % i, i)
print(b.n0, b.n99, len(b.__dict__))  # => 0 99 102
class G:
    def __getattr__(self, n): return n * 2
g = G()
print(g.ab, g.ab)  # => abab abab
g.ab = 1
print(g.ab)  # => 1

# %% calls with other arguments than parameters
def two(a, b=2): return (a, b)
def call1(f): return f(1)
print(call1(two), call1(lambda *r: r), call1(lambda x, **k: (x, k)), call1(str), call1([].append), call1(int))  # => (1, 2) (1,) (1, {}) 1 None 1
for f in (lambda: 0, lambda a, b: 0, len, 5):
    try: call1(f)
    except TypeError as e: print(e)  # => <lambda>() takes 0 positional arguments but 1 was given
    # => <lambda>() missing 1 required positional argument: 'b'
    # => object of type 'int' has no len()
    # => 'int' object is not callable
class C:
    def m(self, a): return a
    s = staticmethod(lambda a: ('static', a))
    c = classmethod(lambda cls, a: (cls.__name__, a))
def method(o): return o.m(3), o.s(3), o.c(3)
print(method(C()))  # => (3, ('static', 3), ('C', 3))
try: C.m(3)
except TypeError as e: print(e)  # => C.m() missing 1 required positional argument: 'a'
try: list.append((), 1)
except TypeError as e: print(e)  # => descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object

# %% generators that are entered again
def walk(n):
    got = []
    try:
        for i in range(n):
            if i % 2:
                while i > 0:
                    got.append((yield i))
                    i -= 1
                else:
                    got.append((yield 'else'))
            else:
                with Manager() as m:
                    try:
                        yield m
                        if i == 2: raise KeyError(i)
                    except KeyError as e:
                        got.append((yield ('caught', e.args)))
                    finally:
                        got.append((yield 'finally'))
    finally:
        print('end', got)  # => end [None, None, None, None, None, None, None, None, None]
        # => end ['b', 'c']
        # => end [None]
class Manager:
    def __enter__(self): return 'in'
    def __exit__(self, *args): print('exit', args[0]); return False  # => exit None
    # => exit None
    # => exit None
    # => exit None
print(list(walk(4)))  # => ['in', 'finally', 1, 'else', 'in', ('caught', (2,)), 'finally', 3, 2, 1, 'else']
g = walk(4)
print(next(g), g.send('a'), g.send('b'), g.send('c'))  # => in finally 1 else
try: g.throw(ValueError('thrown'))
except ValueError as e: print('out', e)  # => out thrown
print(list(g))  # => []
g = walk(4)
print(next(g), next(g), next(g))  # => in finally 1
try: g.close()
except RuntimeError as e: print(e)
print(list(g))  # => []
def outer():
    result = yield from inner()
    yield ('result', result)
def inner():
    try:
        x = yield 1
    except ZeroDivisionError:
        x = 'zero'
    return x
g = outer()
print(next(g), g.throw(ZeroDivisionError()), list(g))  # => 1 ('result', 'zero') []
g = outer()
print(next(g), g.send(9), list(g))  # => 1 ('result', 9) []
def repeated():
    for _ in range(2):
        try:
            yield 1
            raise IndexError
        except IndexError:
            pass
print(list(repeated()), list(x + y for x in range(2) for y in (yielded for yielded in 'ab') if x == 1 or y != 'a') if False else list((x, y) for x in range(2) for y in 'ab' if x or y == 'b'))  # => [1, 1] [(0, 'b'), (1, 'a'), (1, 'b')]
print([next(r) for r in [iter(repeated())] for _ in range(2)])  # => [1, 1]

# %% sorting is stable and asks only for less
class Key:
    asked = 0
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        Key.asked += 1
        return self.n < other.n
    def __gt__(self, other): raise AssertionError
    def __eq__(self, other): raise AssertionError
keys = [Key(n) for n in (3, 1, 2, 3, 1)]
print([k.n for k in sorted(keys)], Key.asked <= 10)  # => [1, 1, 2, 3, 3] True
pairs = [(i % 3, 'abcdefgh'[i]) for i in range(8)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))  # => [(0, 'a'), (0, 'd'), (0, 'g'), (1, 'b'), (1, 'e'), (1, 'h'), (2, 'c'), (2, 'f')] [(2, 'c'), (2, 'f'), (1, 'b'), (1, 'e'), (1, 'h'), (0, 'a'), (0, 'd'), (0, 'g')]
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([2.5, 1, True, 0]), sorted('hello'), sorted([[2], [1, 5], [1]]))  # => [(0, 'z'), (1, 'a'), (1, 'b')] [0, 1, True, 2.5] ['e', 'h', 'l', 'l', 'o'] [[1], [1, 5], [2]]
try: sorted([1, 'a'])
except TypeError as e: print(e)  # => '<' not supported between instances of 'str' and 'int'

# %% recursion to the limit
import sys
def depth():
    deepest = 0
    def down():
        nonlocal deepest
        deepest += 1
        down()
    try: down()
    except RecursionError as e: print(e)  # => maximum recursion depth exceeded
    # => maximum recursion depth exceeded
    return deepest
print(depth(), sys.getrecursionlimit())  # => 998 1000
sys.setrecursionlimit(200)
print(depth())  # => 198
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)  # => recursion limit must be greater or equal than 1
sys.setrecursionlimit(1000)

# %% integers of many digits as text
import sys
n = 10 ** 4300
for show in (lambda: str(n), lambda: '%d' % n, lambda: f'{n}', lambda: repr(-n), lambda: int('1' * 4301)):
    try: show()
    except ValueError as e: print(e)  # => Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
    # => Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
    # => Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
    # => Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
    # => Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
print(len(str(n - 1)), len(hex(n)), int('1' * 4300) % 9)  # => 4300 3574 7
sys.set_int_max_str_digits(0)
print(len(str(n)))  # => 4301

# %% texts by position
text = 'abc' * 20
print(text[0], text[-1], text[59], text[1:4], text[::-20], len(text))  # => a c c bca cab 60
wide = text + '\U0001F600' + 'z'
print(wide[60] == '\U0001F600', wide[61], len(wide), wide[58:62], [c for c in wide][-2:] == ['\U0001F600', 'z'])  # => True z 62 bc😀z True
for index in (60, -61, 'a', 1.0):
    try: text[index]
    except (IndexError, TypeError) as e: print(e)  # => string index out of range
    # => string index out of range
    # => string indices must be integers, not 'str'
    # => string indices must be integers, not 'float'

# %% tuples as keys
table = {}
for i in range(-2, 3):
    for j in (0, 1, True, 1.0, 'x', None):
        table[i, j] = table.get((i, j), 0) + 1
print(table, (-1.0, 1) in table, (-1, False) in table, (-1, '1') in table)  # => {(-2, 0): 1, (-2, 1): 3, (-2, 'x'): 1, (-2, None): 1, (-1, 0): 1, (-1, 1): 3, (-1, 'x'): 1, (-1, None): 1, (0, 0): 1, (0, 1): 3, (0, 'x'): 1, (0, None): 1, (1, 0): 1, (1, 1): 3, (1, 'x'): 1, (1, None): 1, (2, 0): 1, (2, 1): 3, (2, 'x'): 1, (2, None): 1} True True False
print({(-1,): 1}[(-1.0,)], {(1, (2, 3)): 'nested'}[(1.0, (2, True + 2))], len({(float('nan'),), (float('nan'),)}))  # => 1 nested 2
