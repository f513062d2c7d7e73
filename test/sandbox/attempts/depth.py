# %% a function that calls itself
def f(): return f()
f()
# !> RecursionError: maximum recursion depth exceeded
# %% two of them
def f(): return g()
def g(): return f()
f()
# !> RecursionError: maximum recursion depth exceeded
# %% a limit that is raised
import sys
sys.setrecursionlimit(10**9)
def f(n): return f(n + 1) + 1
f(0)
# !> RecursionError: maximum recursion depth exceeded
# %% a lambda
f = lambda x: f(x)
f(1)
# !> RecursionError: maximum recursion depth exceeded
# %% in repr
class A:
    def __repr__(self): return repr(self)
A()
# !> RecursionError: maximum recursion depth exceeded
# %% in str
class A:
    def __str__(self): return str(self)
print(A())
# !> RecursionError: maximum recursion depth exceeded
# %% in eq
class A:
    def __eq__(self, other): return self == other
A() == A()
# !> RecursionError: maximum recursion depth exceeded
# %% in hash
class A:
    def __hash__(self): return hash(self)
{A(): 1}
# !> RecursionError: maximum recursion depth exceeded
# %% in getattr
class A:
    def __getattr__(self, name): return getattr(self, name + 'x')
A().a
# !> RecursionError: maximum recursion depth exceeded
# %% in getattribute
class A:
    def __getattribute__(self, name): return self.x
A().a
# !> RecursionError: maximum recursion depth exceeded
# %% in len
class A:
    def __len__(self): return len(self)
len(A())
# !> RecursionError: maximum recursion depth exceeded
# %% in iter
class A:
    def __iter__(self): return iter(self)
list(A())
# !> RecursionError: maximum recursion depth exceeded
# %% in contains
class A:
    def __contains__(self, x): return x in self
1 in A()
# !> RecursionError: maximum recursion depth exceeded
# %% in call
class A:
    def __call__(self): return self()
A()()
# !> RecursionError: maximum recursion depth exceeded
# %% in add
class A:
    def __add__(self, other): return self + other
A() + 1
# !> RecursionError: maximum recursion depth exceeded
# %% in bool
class A:
    def __bool__(self): return bool(self)
if A(): pass
# !> RecursionError: maximum recursion depth exceeded
# %% in index
class A:
    def __index__(self): return [1, 2][self]
[1][A()]
# !> RecursionError: maximum recursion depth exceeded
# %% in a property
class A:
    @property
    def a(self): return self.a
A().a
# !> RecursionError: maximum recursion depth exceeded
# %% in a sort key
def key(x): return sorted([1], key=key)
sorted([1, 2], key=key)
# !> RecursionError: maximum recursion depth exceeded
# %% in lt
class A:
    def __lt__(self, other): return sorted([self, other])
sorted([A(), A()])
# !> RecursionError: maximum recursion depth exceeded
# %% in init
class A:
    def __init__(self): A()
A()
# !> RecursionError: maximum recursion depth exceeded
# %% in new
class A:
    def __new__(cls): return cls()
A()
# !> RecursionError: maximum recursion depth exceeded
# %% in a descriptor
class D:
    def __get__(self, obj, cls): return getattr(cls, 'd')
class A:
    d = D()
A.d
# !> RecursionError: maximum recursion depth exceeded
# %% in del
class A:
    def __del__(self): A()
A()
print('on')
# => <__main__.A object …
# => on
# %% in enter
class A:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
with A(): pass
# !> RecursionError: maximum recursion depth exceeded
# %% in an exception's text
class E(Exception):
    def __str__(self): raise E()
raise E()
# !> E: <exception str() failed>
# %% an exception of exceptions
def f():
    try:
        1 / 0
    except Exception:
        f()
f()
# !> RecursionError: maximum recursion depth exceeded
# %% a generator in generators
def g(n):
    yield from g(n + 1)
list(g(0))
# !> RecursionError: maximum recursion depth exceeded
# %% a chain of generators
g = iter([1])
for _ in range(100000):
    g = (x for x in g)
list(g)
# !> RecursionError: maximum recursion depth exceeded
# %% a chain of maps
g = iter([1])
for _ in range(2000):
    g = map(abs, g)
next(g)
# => 1
# %% a chain of chains
import itertools
g = iter([1])
for _ in range(2000):
    g = itertools.chain(g)
next(g)
# => 1
# %% nested lists that are compared
x, y = [], []
for _ in range(100000):
    x, y = [x], [y]
x == y
# !> RecursionError: maximum recursion depth exceeded
# %% nested lists as an array
import numpy as np
x = 1
for _ in range(4000):
    x = [x]
np.array(x)
# !> ValueError: setting an array element with a sequence. The requested array would exceed…
# %% a cycle as text
x = []
x.append(x)
d = {'x': x}
d['d'] = d
print(x, d)
# => [[...]] {'x': [[...]], 'd': {...}}
# %% a cycle that is compared
x = []
x.append(x)
y = [[]]
y[0].append(y)
x == y
# !> RecursionError: maximum recursion depth exceeded
# %% a cycle as an array
import numpy as np
x = []
x.append(x)
np.array(x)
# !> ValueError: setting an array element with a sequence. The requested array would exceed…
# %% a cycle as json
import json
x = []
x.append(x)
json.dumps(x)
# !> ValueError: Circular reference detected
# %% nested json that is never closed
import json
json.loads('{"a":' * 10**6)
# !> RecursionError: maximum recursion depth exceeded
# %% nested literals
import ast
ast.literal_eval('(' * 4000 + ')' * 4000)
# !> SyntaxError: too many nested parentheses
# %% nested minus
import ast
ast.literal_eval('-' * 4000 + '1')
# !> SyntaxError: invalid syntax (<unknown>, line 1)
# %% nested xml
import xml.etree.ElementTree as ET
ET.fromstring('<a>' * 4000 + '</a>' * 4000)
# => <Element 'a' …
# %% entities of xml
import xml.etree.ElementTree as ET
ET.fromstring('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>')
# !> NotSupportedByScanLens: XML that defines its own entities
# %% nested partials
import functools
f = lambda: 1
for _ in range(2000):
    f = functools.partial(f)
f()
# => 1
# %% a deep chain of classes
A = object
for _ in range(300):
    A = type('A', (A,), {})
A().x
# !> AttributeError: 'A' object has no attribute 'x'
# %% a wide class
type('A', tuple(type('B', (), {}) for _ in range(100)), {})()
# => <__main__.A object …
# %% a graph as wide as its square
import pytensor, pytensor.tensor as pt
x = pt.dscalar('x')
y = x
for _ in range(1000):
    y = y * y
print(pytensor.function([x], y)(1.0))
# => 1.0
# %% scans in scans
import pytensor, pytensor.tensor as pt
def nest(n):
    if n == 0:
        return pt.constant(1.0)
    return pytensor.scan(lambda: nest(n - 1), n_steps=2)[0].sum()
print(pytensor.function([], nest(6))())
# => 64.0
# %% a step function that scans for ever
import pytensor
def step():
    return pytensor.scan(step, n_steps=2)[0]
pytensor.scan(step, n_steps=2)
# !> RecursionError: maximum recursion depth exceeded
# %% a clone of itself
import pytensor, pytensor.tensor as pt
x = pt.dscalar('x')
print(pytensor.clone_replace(x + 1, {x: x + 1}).eval({x: 1.0}))
# !> AttributeError: module 'pytensor' has no attribute 'clone_replace'
# %% a variable that replaces itself in givens
import pytensor, pytensor.tensor as pt
x = pt.dscalar('x')
pytensor.function([], x, givens={x: x + 1})
# !> MissingInputError: Input 0 (x) of the graph (indices start from 0), used to compute Add…
# %% exceptions that are their own cause
try:
    raise ValueError(1)
except ValueError as e:
    e.__cause__ = e
    raise
# !> ValueError: 1
# %% a long chain of causes
e = None
for i in range(2000):
    n = ValueError(i)
    n.__cause__ = e
    e = n
raise e
# !> ValueError: 1999
# %% groups in groups
e = ValueError(1)
for _ in range(3000):
    e = ExceptionGroup('g', [e])
raise e
# !> ExceptionGroup: g (1 sub-exception)
