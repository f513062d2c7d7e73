# %% __len__ that is negative
class A:
    def __len__(self): return -1
len(A())
# %% __len__ that is immense
class A:
    def __len__(self): return 10**100
len(A())
# %% __len__ that is a text
class A:
    def __len__(self): return 'a'
len(A())
# %% __length_hint__
class A:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return 10**12
print(list(A()))
# %% __bool__ that is a number
class A:
    def __bool__(self): return 2
bool(A())
# %% __hash__ that is a text
class A:
    def __hash__(self): return 'a'
{A()}
# %% __hash__ that changes
import itertools
c = itertools.count()
class A:
    def __hash__(self): return next(c)
a = A()
d = {a: 1}
print(a in d, len(d), list(d) == [a])
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
# %% __eq__ that changes the list
x = []
class A:
    def __eq__(self, other):
        x.clear()
        return False
x.extend([A(), A(), A()])
print(5 in x, x)
# %% __eq__ that adds to the list
x = []
class A:
    def __eq__(self, other):
        x.append(A())
        return False
x.append(A())
5 in x
# %% a key that changes the list that is sorted
x = [3, 2, 1]
def key(v):
    x.append(v)
    return v
x.sort(key=key)
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
# %% a dict that changes while it is read
d = {1: 1, 2: 2}
for k in d:
    d[k + 10] = 1
# %% a dict that shrinks while it is read
d = {1: 1, 2: 2, 3: 3}
for k in d:
    d.clear()
# %% a set that changes while it is read
s = {1, 2}
for k in s:
    s.add(k + 10)
# %% a deque that changes while it is read
from collections import deque
d = deque([1, 2])
for x in d:
    d.append(x)
# %% a list that shrinks while it is read
x = list(range(10))
for i in x:
    x.clear()
print(x)
# %% __iter__ that gives no iterator
class A:
    def __iter__(self): return 5
list(A())
# %% __next__ that raises something else
class A:
    def __iter__(self): return self
    def __next__(self): raise SystemError('mine')
list(A())
# %% __index__ that gives a float
class A:
    def __index__(self): return 1.5
[1, 2][A()]
# %% __index__ that changes the list
x = [1, 2, 3]
class A:
    def __index__(self):
        x.clear()
        return 1
x[A()]
# %% __index__ in a slice that is assigned
x = list(range(10))
class A:
    def __index__(self):
        x.clear()
        return 5
x[A():8] = [1]
print(x)
# %% __index__ in a shape
import numpy as np
class A:
    def __index__(self): return 10**12
np.zeros(A())
# %% __array__ that is no array
import numpy as np
class A:
    def __array__(self, dtype=None, copy=None): return 5
np.array(A())
# %% __array__ that raises
import numpy as np
class A:
    def __array__(self, *a, **k): raise KeyError('x')
np.asarray(A())
# %% __array_interface__
import numpy as np
class A:
    __array_interface__ = {'shape': (10**9,), 'typestr': '<f8', 'data': (1, False), 'version': 3}
np.array(A())
# %% __buffer__
class A:
    def __buffer__(self, flags): return memoryview(b'abc')
bytes(A())
# %% __del__ that raises
class A:
    def __del__(self): raise ValueError('mine')
a = A()
del a
print('on')
# %% __del__ that revives
kept = []
class A:
    def __del__(self): kept.append(self)
a = A()
del a
print(len(kept))
# %% __exit__ that raises
class A:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('exit')
with A():
    1 / 0
# %% __getattr__ that raises something else
class A:
    def __getattr__(self, name): raise ZeroDivisionError(name)
hasattr(A(), 'x')
# %% __getattr__ that answers everything
class A:
    def __getattr__(self, name): return lambda *a, **k: A()
a = A()
print(len([a.b, a.c()]))
a
# %% __getattr__ that answers everything, given to a tensor library
import pytensor, pytensor.tensor as pt
class A:
    def __getattr__(self, name): return lambda *a, **k: A()
pt.as_tensor_variable(A())
# %% __getattr__ that answers everything, given to a scan
import pytensor
class A:
    def __getattr__(self, name): return lambda *a, **k: A()
pytensor.scan(A(), n_steps=A())
# %% __getattr__ that answers everything, given to NumPy
import numpy as np
class A:
    def __getattr__(self, name): return lambda *a, **k: A()
np.sum(A())
# %% __class__ that lies to a tensor library
import pytensor.tensor as pt
class A:
    @property
    def __class__(self): return type(pt.dscalar())
pt.exp(A())
# %% __eq__ that raises in a list
class A:
    def __eq__(self, other): raise ValueError('eq')
[A()].index(5)
# %% __eq__ that raises in a dict
class A:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError('eq')
d = {A(): 1}
d[A()]
# %% __eq__ that gives an array
import numpy as np
class A:
    def __eq__(self, other): return np.array([1, 2])
[A()].index(5)
# %% a subclass of int that lies
class I(int):
    def __add__(self, o): return 'x'
    def __index__(self): return 10**12
    def __int__(self): return 10**12
    def __eq__(self, o): return True
    __hash__ = int.__hash__
print(I(2) + 1, [0] * I(2), 'ab'[I(1)], range(I(3)))
# %% a subclass of int as a shape
import numpy as np
class I(int):
    def __index__(self): return 10**12
print(np.zeros(I(2)).shape)
# %% a subclass of list that lies about its length
class L(list):
    def __len__(self): return 10**12
    def __iter__(self): return iter([1])
import numpy as np
print(list(L([1, 2])), np.array(L([1, 2])).shape)
# %% a subclass of dict as keywords
class D(dict):
    def keys(self): return ['a', 5]
    def __getitem__(self, k): return k
def f(**k): return k
print(f(**D()))
# %% a subclass of tuple as a shape
import numpy as np
class T(tuple):
    def __iter__(self): return iter((10**12,))
    def __getitem__(self, i): return 10**12
print(np.zeros(T((2, 2))).shape)
# %% a subclass of an array
import numpy as np
class A(np.ndarray):
    def __array_finalize__(self, obj): raise ValueError('mine')
np.zeros(3).view(A)
# %% a callable that is a class and a text
class A(str):
    def __call__(self): return 'called'
print(A('x')())
# %% a comparison that is a class
class A:
    def __lt__(self, other): return A
    def __gt__(self, other): return NotImplemented
print(max(1, A()) == 1, A() < A())
# %% operators that give NotImplemented
class A:
    def __add__(self, other): return NotImplemented
    __radd__ = __add__
A() + A()
# %% __new__ that gives something else
class A:
    def __new__(cls): return 5
    def __init__(self): raise ValueError
print(A() + 1)
# %% __init__ that gives something
class A:
    def __init__(self): return 5
A()
# %% __prepare__ that is hostile
class M(type):
    @classmethod
    def __prepare__(m, name, bases): return 5
class A(metaclass=M): pass
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
# %% a run within a run
import sys
main = sys.modules['__main__']
main.__dict__['x'] = 5
print(x)
# %% a shared value that holds the program's list
import pytensor
s = pytensor.shared([1, 2], borrow=True)
print(s.get_value())
# %% a shared variable that holds itself
import pytensor
s = pytensor.shared(1.0)
s.set_value(s)
# %% an update with a liar
import pytensor
class A:
    def __iter__(self): return iter([(1, 2)])
pytensor.function([], [], updates=A())
# %% outputs of a liar
import pytensor, pytensor.tensor as pt
class A(list):
    def __iter__(self): return iter([5])
pytensor.function([], A([pt.dscalar()]))
# %% an exception that is no exception
raise 5
# %% an exception class whose making fails
class E(Exception):
    def __init__(self): raise KeyError('init')
raise E
# %% except with something that is no class
try:
    1 / 0
except 5:
    pass
# %% except with a class that lies
class M(type):
    def __instancecheck__(cls, x): return True
class E(Exception, metaclass=M): pass
try:
    1 / 0
except E:
    print('caught')
# %% a traceback that is replaced
try:
    1 / 0
except Exception as e:
    e.with_traceback(5)
# %% args of an exception
e = ValueError(1)
e.args = 5
# %% args of an exception that are deleted
e = ValueError(1)
e.__dict__ = 5
# %% the name of a class
class A: pass
A.__name__ = '<img src=x onerror=alert(1)>'
A.__qualname__ = '](command:evil)'
A
