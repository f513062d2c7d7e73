Programs of Python 3: cells of closures, literals that `ast.literal_eval` reads, and what recorded programs asked for.

# %% closures, literals, codecs
import ast
import codecs
from contextlib import contextmanager
from decimal import Decimal
from enum import Enum, IntEnum


def outer(a, b):
    c = 3

    def inner():
        return c, a

    class K:
        def method(self):
            return super().__repr__(), b

    return inner, K.method, lambda: 1


for f in outer(1, 2):
    print(f.__code__.co_freevars, f.__closure__ and [str(x.cell_contents)[-4:] for x in f.__closure__])
# => ('a', 'c') ['1', '3']
# => ('__class__', 'b') [".K'>", '2']
# => () None


def counter():
    n = 0

    def count():
        nonlocal n
        n += 1
        return n

    return count


c = counter()
_ = c()
print(c.__closure__[0].cell_contents, type(c.__closure__[0]), c.__closure__[0] == c.__closure__[0])  # => 1 <class 'cell'> True
c.__closure__[0].cell_contents = 10
print(c(), outer.__closure__)  # => 11 None

for text in ["(1, -2)", "1,", "{'a': [1.5, None], 'b': b'\\x00'}", "{1, 2}", "'a' \"b\"", "1+2j", " [1,\n 2,]", "set()", "0x1f"]:
    print(repr(ast.literal_eval(text)))
# => (1, -2)
# => (1,)
# => {'a': [1.5, None], 'b': b'\x00'}
# => {1, 2}
# => 'ab'
# => (1+2j)
# => [1, 2]
# => set()
# => 31
for text in ["foo", "1+1", "f(1)", "x.y", "-'a'", "[1+1]", "", "[1", "a b", "1 2", "012", "{1: 2, 3}", "{[]: 1}"]:
    try:
        print(ast.literal_eval(text))
    except Exception as e:
        print(text, type(e).__name__)
# => foo ValueError
# => 1+1 ValueError
# => f(1) ValueError
# => x.y ValueError
# => -'a' ValueError
# => [1+1] ValueError
# =>  SyntaxError
# => [1 SyntaxError
# => a b SyntaxError
# => 1 2 SyntaxError
# => 012 SyntaxError
# => {1: 2, 3} SyntaxError
# => {[]: 1} TypeError


@contextmanager
def managed():
    yield 1


manager = managed()
with manager:
    pass
for attempt in (
    lambda: manager.__enter__(),
    lambda: setattr(object(), "x", 1),
    lambda: super().x,
):
    try:
        attempt()
    except Exception as e:
        print(type(e).__name__, e)
# => AttributeError '_GeneratorContextManager' object has no attribute 'args'
# => AttributeError 'object' object has no attribute 'x'
# => RuntimeError super(): no arguments


class Static:
    def none():
        return super().x


try:
    Static.none()
except RuntimeError as e:
    print(e)  # => super(): no arguments


class Shape(Enum):
    SQUARE = "s"


class Level(IntEnum):
    LOW = 5


print(hash(Shape.SQUARE) == hash("SQUARE"), hash(Level.LOW), {Shape.SQUARE: 1}[Shape.SQUARE])  # => True 5 1
print(f"{Decimal('1234.5'):012,.1f} {Decimal('-1234.5'):09,.1f} {Decimal('NaN'):06}")  # => 00,001,234.5 -01,234.5    NaN
print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode("é"), codecs.decode(b"abc", "ascii"))  # => Uryyb Hello b'\xc3\xa9' abc
# %% bound arguments
import inspect
def f(a, b=2, /, c=3, *rest, d, e=5, **more): pass
def g(x, y=1): pass
s = inspect.signature(f)
for args, kw in (((1,), {'d': 4}), ((1, 2, 3, 4, 5), {'d': 6, 'z': 7}), ((), {}), ((1,), {}), ((1, 2, 3), {'c': 1, 'd': 0}), ((1,), {'d': 1, 'c': 9})):
    try:
        b = s.bind(*args, **kw)
        print(b, b.arguments, b.args, b.kwargs)
# => <BoundArguments (a=1, d=4)> {'a': 1, 'd': 4} (1,) {'d': 4}
# => <BoundArguments (a=1, b=2, c=3, rest=(4, 5), d=6, more={'z': 7})> {'a': 1, 'b': 2, 'c': 3, 'rest': (4, 5), 'd': 6, 'more': {'z': 7}} (1, 2, 3, 4, 5) {'d': 6, 'z': 7}
# => <BoundArguments (a=1, c=9, d=1)> {'a': 1, 'c': 9, 'd': 1} (1,) {'c': 9, 'd': 1}
        b.apply_defaults()
        print(b.arguments, b.args, b.kwargs)
# => {'a': 1, 'b': 2, 'c': 3, 'rest': (), 'd': 4, 'e': 5, 'more': {}} (1, 2, 3) {'d': 4, 'e': 5}
# => {'a': 1, 'b': 2, 'c': 3, 'rest': (4, 5), 'd': 6, 'e': 5, 'more': {'z': 7}} (1, 2, 3, 4, 5) {'d': 6, 'e': 5, 'z': 7}
# => {'a': 1, 'b': 2, 'c': 9, 'rest': (), 'd': 1, 'e': 5, 'more': {}} (1, 2, 9) {'d': 1, 'e': 5}
    except TypeError as error:
        print(error)
# => missing a required argument: 'a'
# => missing a required argument: 'd'
# => multiple values for argument 'c'
t = inspect.signature(g)
for args, kw in (((1, 2, 3), {}), ((), {'y': 2}), ((1,), {'x': 2}), ((1,), {'q': 2}), ((1,), {'y': 5}), ((), {'y': 1, 'x': 0})):
    try:
        b = t.bind(*args, **kw)
        print(b, b.args, b.kwargs)
# => <BoundArguments (x=1, y=5)> (1, 5) {}
# => <BoundArguments (x=0, y=1)> (0, 1) {}
    except TypeError as error:
        print(error)
# => too many positional arguments
# => missing a required argument: 'x'
# => multiple values for argument 'x'
# => got an unexpected keyword argument 'q'
print(t.bind_partial(), t.bind_partial(y=3).arguments, t.bind(1).signature)  # => <BoundArguments ()> {'y': 3} (x, y=1)
