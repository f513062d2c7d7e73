# %% __len__ that is negative
class A:
    def __len__(self): return -1
len(A())
# !> ValueError: __len__() should return >= 0
# %% __len__ that is immense
class A:
    def __len__(self): return 10**100
len(A())
# !> OverflowError: cannot fit 'int' into an index-sized integer
# %% __len__ that is a text
class A:
    def __len__(self): return 'a'
len(A())
# !> TypeError: 'str' object cannot be interpreted as an integer
# %% __length_hint__
class A:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return 10**12
print(list(A()))
# => [1]
# %% __bool__ that is a number
class A:
    def __bool__(self): return 2
bool(A())
# !> TypeError: __bool__ should return bool, returned int
# %% __hash__ that is a text
class A:
    def __hash__(self): return 'a'
{A()}
# !> TypeError: __hash__ method should return an integer
# %% __hash__ that changes
import itertools
c = itertools.count()
class A:
    def __hash__(self): return next(c)
a = A()
d = {a: 1}
print(a in d, len(d), list(d) == [a])
# => False 1 True
# %% __eq__ that changes the dict
d = {}
class A:
    def __hash__(self): return 1
    def __eq__(self, other):
        d.clear()
        return False
d[A()] = 1
d[A()] = 2
print(len(d) <= 2)
# => True
# %% __eq__ that changes the list
x = []
class A:
    def __eq__(self, other):
        x.clear()
        return False
x.extend([A(), A(), A()])
print(5 in x, x)
# => False []
# %% __eq__ that adds to the list
x = []
class A:
    def __eq__(self, other):
        x.append(A())
        return False
x.append(A())
5 in x
# => False
# %% a key that changes the list that is sorted
x = [3, 2, 1]
def key(v):
    x.append(v)
    return v
x.sort(key=key)
# !> ValueError: list modified during sort
# %% __lt__ that changes the list that is sorted
x = []
class A:
    def __lt__(self, other):
        x.clear()
        return True
x.extend(A() for _ in range(5))
x.sort()
# %% __lt__ at random
class A:
    def __lt__(self, other): return True
print(len(sorted(A() for _ in range(500))))
# => 500
# %% a dict that changes while it is read
d = {1: 1, 2: 2}
for k in d:
    d[k + 10] = 1
# !> RuntimeError: dictionary changed size during iteration
# %% a dict that shrinks while it is read
d = {1: 1, 2: 2, 3: 3}
for k in d:
    d.clear()
# !> RuntimeError: dictionary changed size during iteration
# %% a set that changes while it is read
s = {1, 2}
for k in s:
    s.add(k + 10)
# !> RuntimeError: Set changed size during iteration
# %% a deque that changes while it is read
from collections import deque
d = deque([1, 2])
for x in d:
    d.append(x)
# !> RuntimeError: deque mutated during iteration
# %% a list that shrinks while it is read
x = list(range(10))
for i in x:
    x.clear()
print(x)
# => []
# %% __iter__ that gives no iterator
class A:
    def __iter__(self): return 5
list(A())
# !> TypeError: iter() returned non-iterator of type 'int'
# %% __next__ that raises something else
class A:
    def __iter__(self): return self
    def __next__(self): raise SystemError('mine')
list(A())
# !> SystemError: mine
# %% __index__ that gives a float
class A:
    def __index__(self): return 1.5
[1, 2][A()]
# !> TypeError: __index__ returned non-int (type float)
# %% __index__ that changes the list
x = [1, 2, 3]
class A:
    def __index__(self):
        x.clear()
        return 1
x[A()]
# !> IndexError: list index out of range
# %% __index__ in a slice that is assigned
x = list(range(10))
class A:
    def __index__(self):
        x.clear()
        return 5
x[A():8] = [1]
print(x)
# => [1]
# %% __index__ in a shape
import numpy as np
class A:
    def __index__(self): return 10**12
np.zeros(A())
# !> BudgetExceeded: The program needs more than…
# %% __array__ that is no array
import numpy as np
class A:
    def __array__(self, dtype=None, copy=None): return 5
np.array(A())
# !> ValueError: object __array__ method not producing an array
# %% __array__ that raises
import numpy as np
class A:
    def __array__(self, *a, **k): raise KeyError('x')
np.asarray(A())
# !> KeyError: 'x'
# %% __array_interface__
import numpy as np
class A:
    __array_interface__ = {'shape': (10**9,), 'typestr': '<f8', 'data': (1, False), 'version': 3}
np.array(A())
# !> NotSupportedByScanLens: an array of 'A' objects
# %% __buffer__
class A:
    def __buffer__(self, flags): return memoryview(b'abc')
bytes(A())
# !> TypeError: 'A' object is not iterable
# %% __del__ that raises
class A:
    def __del__(self): raise ValueError('mine')
a = A()
del a
print('on')
# => on
# %% __del__ that revives
kept = []
class A:
    def __del__(self): kept.append(self)
a = A()
del a
print(len(kept))
# => 1
# %% __exit__ that raises
class A:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('exit')
with A():
    1 / 0
# !> KeyError: 'exit'
# %% __getattr__ that raises something else
class A:
    def __getattr__(self, name): raise ZeroDivisionError(name)
hasattr(A(), 'x')
# !> ZeroDivisionError: x
# %% __getattr__ that answers everything
class A:
    def __getattr__(self, name): return lambda *a, **k: A()
a = A()
print(len([a.b, a.c()]))
a
# => 2
# => <__main__.A object …
# %% __getattr__ that answers everything, given to a tensor library
import pytensor, pytensor.tensor as pt
class A:
    def __getattr__(self, name): return lambda *a, **k: A()
pt.as_tensor_variable(A())
# !> NotImplementedError: Cannot convert <__main__.A object …
# %% __getattr__ that answers everything, given to a scan
import pytensor
class A:
    def __getattr__(self, name): return lambda *a, **k: A()
pytensor.scan(A(), n_steps=A())
# !> NotImplementedError: Cannot convert <__main__.A object …
# %% __getattr__ that answers everything, given to NumPy
import numpy as np
class A:
    def __getattr__(self, name): return lambda *a, **k: A()
print(type(np.sum(A())))
# => <class '__main__.A'>
# %% __class__ that lies to a tensor library
import pytensor.tensor as pt
class A:
    @property
    def __class__(self): return type(pt.dscalar())
pt.exp(A())
# !> NotImplementedError: Cannot convert <__main__.A object …
# %% __eq__ that raises in a list
class A:
    def __eq__(self, other): raise ValueError('eq')
[A()].index(5)
# !> ValueError: eq
# %% __eq__ that raises in a dict
class A:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError('eq')
d = {A(): 1}
d[A()]
# !> ValueError: eq
# %% __eq__ that gives an array
import numpy as np
class A:
    def __eq__(self, other): return np.array([1, 2])
[A()].index(5)
# !> ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
# %% a subclass of int that lies
class I(int):
    def __add__(self, o): return 'x'
    def __index__(self): return 10**12
    def __int__(self): return 10**12
    def __eq__(self, o): return True
    __hash__ = int.__hash__
print(I(2) + 1, [0] * I(2), 'ab'[I(1)], range(I(3)))
# => x [0, 0] b range(0, 3)
# %% a subclass of int as a shape
import numpy as np
class I(int):
    def __index__(self): return 10**12
print(np.zeros(I(2)).shape)
# => (2,)
# %% a subclass of list that lies about its length
class L(list):
    def __len__(self): return 10**12
    def __iter__(self): return iter([1])
import numpy as np
print(list(L([1, 2])), np.array(L([1, 2])).shape)
# => [1] (1,)
# %% a subclass of dict as keywords
class D(dict):
    def keys(self): return ['a', 5]
    def __getitem__(self, k): return k
def f(**k): return k
print(f(**D()))
# !> TypeError: keywords must be strings
# %% a subclass of tuple as a shape
import numpy as np
class T(tuple):
    def __iter__(self): return iter((10**12,))
    def __getitem__(self, i): return 10**12
print(np.zeros(T((2, 2))).shape)
# => (2, 2)
# %% a subclass of an array
import numpy as np
class A(np.ndarray):
    def __array_finalize__(self, obj): raise ValueError('mine')
np.zeros(3).view(A)
# !> NotSupportedByScanLens: a class derived from numpy.ndarray
# %% a callable that is a class and a text
class A(str):
    def __call__(self): return 'called'
print(A('x')())
# => called
# %% a comparison that is a class
class A:
    def __lt__(self, other): return A
    def __gt__(self, other): return NotImplemented
print(max(1, A()) == 1, A() < A())
# !> TypeError: '>' not supported between instances of 'A' and 'int'
# %% operators that give NotImplemented
class A:
    def __add__(self, other): return NotImplemented
    __radd__ = __add__
A() + A()
# !> TypeError: unsupported operand type(s) for +: 'A' and 'A'
# %% __new__ that gives something else
class A:
    def __new__(cls): return 5
    def __init__(self): raise ValueError
print(A() + 1)
# => 6
# %% __init__ that gives something
class A:
    def __init__(self): return 5
A()
# !> TypeError: __init__() should return None, not 'int'
# %% __prepare__ that is hostile
class M(type):
    @classmethod
    def __prepare__(m, name, bases): return 5
class A(metaclass=M): pass
# !> TypeError: M.__prepare__() must return a mapping, not int
# %% __prepare__ with a dict that lies
class D(dict):
    def __getitem__(self, k):
        raise KeyError(k)
    def __setitem__(self, k, v): print(k)
class M(type):
    @classmethod
    def __prepare__(m, name, bases): return D()
class A(metaclass=M):
    x = 1
# => __module__
# => __qualname__
# => x
# %% a run within a run
import sys
main = sys.modules['__main__']
main.__dict__['x'] = 5
print(x)
# => 5
# %% a shared value that holds the program's list
import pytensor
s = pytensor.shared([1, 2], borrow=True)
print(s.get_value())
# => [1, 2]
# %% a shared variable that holds itself
import pytensor
s = pytensor.shared(1.0)
s.set_value(s)
# !> TypeError: ('Expected an array-like object, but found a Variable: maybe you are trying to…
# %% an update with a liar
import pytensor
class A:
    def __iter__(self): return iter([(1, 2)])
pytensor.function([], [], updates=A())
# !> TypeError: The `updates` parameter must be an ordered mapping or a list of pairs
# %% outputs of a liar
import pytensor, pytensor.tensor as pt
class A(list):
    def __iter__(self): return iter([5])
pytensor.function([], A([pt.dscalar()]))
# !> MissingInputError: Undeclared input: <Scalar(float64, shape=())>
# %% an exception that is no exception
raise 5
# !> TypeError: exceptions must derive from BaseException
# %% an exception class whose making fails
class E(Exception):
    def __init__(self): raise KeyError('init')
raise E
# !> KeyError: 'init'
# %% except with something that is no class
try:
    1 / 0
except 5:
    pass
# !> TypeError: catching classes that do not inherit from BaseException is not allowed
# %% except with a class that lies
class M(type):
    def __instancecheck__(cls, x): return True
class E(Exception, metaclass=M): pass
try:
    1 / 0
except E:
    print('caught')
# !> ZeroDivisionError: division by zero
# %% a traceback that is replaced
try:
    1 / 0
except Exception as e:
    e.with_traceback(5)
# !> TypeError: __traceback__ must be a traceback or None
# %% args of an exception
e = ValueError(1)
e.args = 5
# !> TypeError: 'int' object is not iterable
# %% args of an exception that are deleted
e = ValueError(1)
e.__dict__ = 5
# !> TypeError: __dict__ must be set to a dictionary
# %% the name of a class
class A: pass
A.__name__ = '<img src=x onerror=alert(1)>'
A.__qualname__ = '](command:evil)'
A
# => <class '__main__.](command:evil)'>
