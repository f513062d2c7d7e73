# %% iterators are types
def t(f):
    try: return repr(f())
    except Exception as e: return f'{type(e).__name__} {e}'
print(enumerate, map, zip, filter, reversed)  # => <class 'enumerate'> <class 'map'> <class 'zip'> <class 'filter'> <class 'reversed'>
print(isinstance(map(str, []), map), isinstance(zip(), (map, zip)), type(enumerate([])) is enumerate, issubclass(filter, object))  # => True True True True
class Doubled(map):
    def __next__(self): return super().__next__() * 2
class Numbered(enumerate): pass
d = Doubled(int, '12')
print(next(d), type(d).__name__, list(Numbered('ab', 1)), iter(d) is d)  # => 2 Doubled [(1, 'a'), (2, 'b')] True
print(list(Doubled(int, '123')))  # => [2, 4, 6]
for f in [lambda: enumerate(), lambda: enumerate([1], 2, 3), lambda: reversed(), lambda: zip([1], foo=1), lambda: map(str), lambda: filter(1)]: print(t(f))
# => TypeError enumerate() missing required argument 'iterable'
# => TypeError enumerate() takes at most 2 arguments (3 given)
# => TypeError reversed expected 1 argument, got 0
# => TypeError 'foo' is an invalid keyword argument for zip()
# => TypeError map() must have at least two arguments.
# => TypeError filter expected 2 arguments, got 1

# %% memoryview
def t(f):
    try: return repr(f())
    except Exception as e: return f'{type(e).__name__} {e}'
m = memoryview(b'hello')
print(m[0], bytes(m[1:3]), len(m), m.tolist()[:2], m.format, m.readonly, m == b'hello', m.shape, m.hex())  # => 104 b'el' 5 [104, 101] B True True (5,) 68656c6c6f
b = bytearray(b'abcdef')
v = memoryview(b)
v[0] = 122; v[1:3] = b'XY'
print(b, v[::-1].tobytes(), memoryview(bytes(range(8))).cast('I').tolist())  # => bytearray(b'zXYdef') b'fedYXz' [50462976, 117835012]
for f in [lambda: v.__setitem__(slice(0, 2), b'abc'), lambda: m.__setitem__(0, 1), lambda: memoryview('a'), lambda: m[10], lambda: v.__setitem__(0, 256)]: print(t(f))
# => ValueError memoryview assignment: lvalue and rvalue have different structures
# => TypeError cannot modify read-only memory
# => TypeError memoryview: a bytes-like object is required, not 'str'
# => IndexError index out of bounds on dimension 1
# => ValueError memoryview: invalid value for format 'B'
with memoryview(b) as w: print(w[0], w.readonly)  # => 122 False
print(t(lambda: w[0]))  # => ValueError operation forbidden on released memoryview object
v = memoryview(b); b.append(1)
v[0]  # !> NotSupportedByScanLens: a memoryview of a bytearray that has another size now

# %% methods of object and descriptors
def t(f):
    try: return repr(f())
    except Exception as e: return f'{type(e).__name__} {e}'
class A:
    def __eq__(self, o): return super().__eq__(o)
    def __hash__(self): return super().__hash__()
    def __ne__(self, o): return super().__ne__(o)
a, b = A(), A()
print(a == a, a == b, a != b, hash(a) == hash(a), object.__eq__(a, b), A.__lt__(a, b))  # => True False True True NotImplemented NotImplemented
class B: pass
print(B.__str__ is object.__str__, B.__eq__, str.upper, int.__add__, B.__init__ is object.__init__)  # => True <slot wrapper '__eq__' of 'object' objects> <method 'upper' of 'str' objects> <slot wrapper '__add__' of 'int' objects> True
print(type(str.upper).__name__, type('a'.upper).__name__, type(len).__name__, type(b.__repr__).__name__, type((1).__add__).__name__)  # => method_descriptor builtin_function_or_method builtin_function_or_method method-wrapper method-wrapper
for f in [lambda: object.__repr__(), lambda: format(B(), 'd'), lambda: [].append(), lambda: ''.upper(1), lambda: [].pop(1, 2), lambda: ''.split(1, 2, 3), lambda: {}.get(), lambda: [].append(object=1), lambda: ''.split(x=1), lambda: isinstance(1), lambda: round(), lambda: [].sort(1), lambda: ''.find()]: print(t(f))
# => TypeError descriptor '__repr__' of 'object' object needs an argument
# => TypeError unsupported format string passed to B.__format__
# => TypeError list.append() takes exactly one argument (0 given)
# => TypeError str.upper() takes no arguments (1 given)
# => TypeError pop expected at most 1 argument, got 2
# => TypeError split() takes at most 2 arguments (3 given)
# => TypeError get expected at least 1 argument, got 0
# => TypeError list.append() takes no keyword arguments
# => TypeError 'x' is an invalid keyword argument for split()
# => TypeError isinstance expected 2 arguments, got 1
# => TypeError round() missing required argument 'number' (pos 1)
# => TypeError sort() takes no positional arguments
# => TypeError find() takes at least 1 argument (0 given)
class V:
    def __index__(self): return 2
    def __rmul__(self, o): return ('rmul', o)
print('a' * V(), [1] * V(), locals() is globals(), a.__dict__ is a.__dict__)  # => ('rmul', 'a') ('rmul', [1]) True True
from enum import Enum
from typing import Generic, TypeVar
T = TypeVar('T')
class Box(Generic[T]): pass
print(Box.__parameters__, Box[int].__args__)  # => (~T,) (<class 'int'>,)
print(t(lambda: type('Sub', (Enum,), {})))  # => AttributeError 'dict' object has no attribute '_member_names'
