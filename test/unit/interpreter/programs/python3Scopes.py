Programs of Python 3: scopes and generators.

# %% private names, class cells, lambdas in comprehensions
class A:
    def m(self):
        __x = 1
        def inner(): return __x
        return inner() + self._A__y
    __y = 4
print(A().m())  # => 5
def f():
    x = 1
    class B:
        y = x
        def g(self): return __class__.__name__, x
    return B
print(f()().g(), f().y)  # => ('B', 1) 1
print([[(lambda: (i, j))() for j in range(2)] for i in range(2)])  # => [[(0, 0), (0, 1)], [(1, 0), (1, 1)]]
def gen():
    x = None
    yield x
def h():
    for k in range(2):
        fs = [lambda: k + q for q in range(2)]
        yield [z() for z in fs]
print(list(h()))  # => [[1, 1], [2, 2]]
print({k: (lambda: k)() for k in 'ab'}, any(x > 1 for x in [1, 2]))  # => {'a': 'a', 'b': 'b'} True
g = (a * b for a in range(2) for b in range(a, 3))
print(list(g))  # => [0, 0, 0, 1, 2]

# %% nested generators and annotations
try:
    raise ValueError
except Exception as e:
    print(type(e), e.args)  # => <class 'ValueError'> ()
import os
os.environ['THEANO_FLAGS'] = 'floatX=float32'
print(os.environ['THEANO_FLAGS'], os.path.join('a', 'b'))  # => floatX=float32 a/b
from typing import List, Optional
def t(a: List[int], b: Optional[str] = None) -> 'x': return a
print(t(1))  # => 1
x: int = 5
print(x, __name__)  # => 5 __main__
del x
try: x
except NameError as e: print(e)  # => name 'x' is not defined
