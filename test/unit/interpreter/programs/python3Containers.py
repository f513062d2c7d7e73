# What these programs show was written down from CPython.
# %% itertools
from itertools import *
import itertools
s = iter(range(20))
print(list(islice(s, 3, 3)), next(s))  # => [] 3
s = iter(range(20))
print(list(islice(s, 2, 8, 3)), next(s))  # => [2, 5] 8
s = iter(range(20))
print(list(islice(s, 0)), list(islice(s, 2)), list(islice(s, None, None, 7)))  # => [] [0, 1] [2, 9, 16]
for bad in [(-1,), (1, -1), (1, 2, 0), ('a',), (1.5,)]:
    try: islice([1], *bad)
    except Exception as e: print(type(e).__name__, e)
# => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# => ValueError Step for islice() must be a positive integer or None.
# => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
print(count(3), count(3, 2), count(1.5), count(0.5, 0.25), repeat(3), repeat('a', 4))  # => count(3) count(3, 2) count(1.5) count(0.5, 0.25) repeat(3) repeat('a', 4)
c = count(0.0, 0.1)
print([next(c) for _ in range(8)], c)  # => [0.0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6, 0.7] count(0.7999999999999999, 0.1)
print(type(count()), type(chain()), type(groupby([])), chain, itertools.count.__name__)  # => <class 'itertools.count'> <class 'itertools.chain'> <class 'itertools.groupby'> <class 'itertools.chain'> count
print(isinstance(count(), count), isinstance(count(), itertools.chain))  # => True False
g = groupby('AAABBC')
for k, v in g: print(k, type(v), list(v))
# => A <class 'itertools._grouper'> ['A', 'A', 'A']
# => B <class 'itertools._grouper'> ['B', 'B']
# => C <class 'itertools._grouper'> ['C']
g = list(groupby('AAABBC'))
print([(k, list(v)) for k, v in g])  # => [('A', []), ('B', []), ('C', [])]
g = groupby([1, 1, 2, 3, 3], key=lambda x: x % 2)
k, v = next(g); print(k, next(v)); k2, v2 = next(g); print(k2, list(v), list(v2))
# => 1 1
# => 0 [] [2]
a, b = tee([1, 2, 3]); print(next(a), next(a), list(b), list(a), type(a))  # => 1 2 [1, 2, 3] [3] <class 'itertools._tee'>
print(list(batched('ABCDEFG', 3)))  # => [('A', 'B', 'C'), ('D', 'E', 'F'), ('G',)]
try: batched('abc', 0)
except Exception as e: print(e)  # => n must be at least one
print(list(pairwise([1, 2, 3])), list(pairwise([1])), list(pairwise([None, None, 1])))  # => [(1, 2), (2, 3)] [] [(None, None), (None, 1)]
print(list(permutations('ABC')), list(permutations('ABC', 2)), list(permutations('AB', 3)), list(permutations([])))  # => [('A', 'B', 'C'), ('A', 'C', 'B'), ('B', 'A', 'C'), ('B', 'C', 'A'), ('C', 'A', 'B'), ('C', 'B', 'A')] [('A', 'B'), ('A', 'C'), ('B', 'A'), ('B', 'C'), ('C', 'A'), ('C', 'B')] [] [()]
print(list(combinations('ABCD', 2)), list(combinations('AB', 0)), list(combinations('AB', 3)))  # => [('A', 'B'), ('A', 'C'), ('A', 'D'), ('B', 'C'), ('B', 'D'), ('C', 'D')] [()] []
print(list(combinations_with_replacement('ABC', 2)), list(combinations_with_replacement('', 0)), list(combinations_with_replacement('', 1)))  # => [('A', 'A'), ('A', 'B'), ('A', 'C'), ('B', 'B'), ('B', 'C'), ('C', 'C')] [()] []
print(list(product('AB', [1, 2])), list(product()), list(product('AB', repeat=2)), list(product('AB', repeat=0)), list(product('AB', '')))  # => [('A', 1), ('A', 2), ('B', 1), ('B', 2)] [()] [('A', 'A'), ('A', 'B'), ('B', 'A'), ('B', 'B')] [()] []
print(list(zip_longest('ABCD', 'xy', fillvalue='-')), list(zip_longest()))  # => [('A', 'x'), ('B', 'y'), ('C', '-'), ('D', '-')] []
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], initial=100)), list(accumulate([3, 1, 4], max)), list(accumulate([], initial=0)))  # => [1, 3, 6] [100, 101, 103, 106] [3, 3, 4] [0]
print(list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])), list(starmap(pow, [(2, 5), (3, 2)])))  # => ['A', 'C', 'E', 'F'] [32, 9]
print(list(takewhile(lambda x: x < 5, [1, 4, 6, 3])), list(dropwhile(lambda x: x < 5, [1, 4, 6, 3])), list(filterfalse(None, [0, 1, ''])))  # => [1, 4] [6, 3] [0, '']
print(list(chain('ab', [1])), list(chain.from_iterable([[1], (2,)])), type(chain.from_iterable([])))  # => ['a', 'b', 1] [1, 2] <class 'itertools.chain'>
try: list(permutations('ab', -1))
except Exception as e: print(e)  # => r must be non-negative
try: list(combinations('ab', -1))
except Exception as e: print(e)  # => r must be non-negative
try: product('ab', repeat=-1)
except Exception as e: print(e)  # => repeat argument cannot be negative
try: count('a')
except Exception as e: print(e)  # => a number is required
try: _ = chain(1).__next__()
except TypeError as e: print(e)  # => 'int' object is not iterable
print(hasattr(chain(), 'next'), hasattr(iter([]), 'next'), iter(chain()).__class__)  # => False False <class 'itertools.chain'>
from fractions import Fraction
c = count(Fraction(1, 2), Fraction(1, 3)); print(next(c), next(c), c)  # => 1/2 5/6 count(Fraction(7, 6), Fraction(1, 3))
r = repeat(10, 3); _ = next(r); print(r, list(r), r)  # => repeat(10, 0) [10, 10] repeat(10, 0)
print(list(map(pow, range(5), repeat(2))))  # => [0, 1, 4, 9, 16]
cy = cycle('ab'); print([next(cy) for _ in range(5)])  # => ['a', 'b', 'a', 'b', 'a']
a, b, c = tee(range(5), 3); _ = next(a); d, e = tee(a); print(d is a, list(e), list(d), list(b))  # => True [1, 2, 3, 4] [1, 2, 3, 4] [0, 1, 2, 3, 4]
print(sum(1 for _ in permutations(range(7))))  # => 5040
import copy
a, = tee('abc', 1); _ = next(a); b = copy.copy(a); print(list(a), list(b))  # => ['b', 'c'] ['b', 'c']
def gen():
    yield 1
    raise ValueError('x')
m = accumulate(gen())
print(next(m))  # => 1
try: next(m)
except ValueError as e: print('VE', e)  # => VE x
print(next(m, 'end'))  # => end
sm = starmap(lambda a: 1 // a, [(1,), (0,), (2,)])
print(next(sm))  # => 1
try: next(sm)
except ZeroDivisionError as e: print(e)  # => integer division or modulo by zero
print(next(sm))  # => 0
# %% deques
from collections import deque
d = deque('ghi')
d.insert(1, 'x'); print(d)  # => deque(['g', 'x', 'h', 'i'])
d.insert(-1, 'y'); d.insert(100, 'z'); print(d)  # => deque(['g', 'x', 'h', 'y', 'i', 'z'])
print(d + deque([1]), d * 2, 2 * deque([1]))  # => deque(['g', 'x', 'h', 'y', 'i', 'z', 1]) deque(['g', 'x', 'h', 'y', 'i', 'z', 'g', 'x', 'h', 'y', 'i', 'z']) deque([1, 1])
d += 'ab'; print(d)  # => deque(['g', 'x', 'h', 'y', 'i', 'z', 'a', 'b'])
d *= 2; print(len(d))  # => 16
try: d[1:2]
except TypeError as e: print(e)  # => sequence index must be integer, not 'slice'
try: deque()[0]
except IndexError as e: print(e)  # => deque index out of range
try: d[100]
except IndexError as e: print(e)  # => deque index out of range
try: d[100] = 1
except IndexError as e: print(e)  # => deque index out of range
try: d['a']
except TypeError as e: print(e)  # => sequence index must be integer, not 'str'
try: deque() + [1]
except TypeError as e: print(e)  # => can only concatenate deque (not "list") to deque
m = deque(range(5), maxlen=3); print(m, m.maxlen)  # => deque([2, 3, 4], maxlen=3) 3
m.append(9); print(m); m.appendleft(0); print(m)
# => deque([3, 4, 9], maxlen=3)
# => deque([0, 3, 4], maxlen=3)
try: m.insert(0, 1)
except IndexError as e: print(e)  # => deque already at its maximum size
m.extend([7, 8]); print(m); m.extendleft([1, 2]); print(m)
# => deque([4, 7, 8], maxlen=3)
# => deque([2, 1, 4], maxlen=3)
r = deque(range(5)); r.rotate(2); print(r); r.rotate(-1); print(r); r.rotate(); print(r); r.rotate(12); print(r)
# => deque([3, 4, 0, 1, 2])
# => deque([4, 0, 1, 2, 3])
# => deque([3, 4, 0, 1, 2])
# => deque([1, 2, 3, 4, 0])
r.rotate(-7); print(r)  # => deque([3, 4, 0, 1, 2])
print(r.index(3), r.index(1, 1), r.count(3))  # => 0 3 1
try: r.index(3, 0, 1)
except ValueError as e: print(e)
try: r.remove(99)
except ValueError as e: print(e)  # => 99 is not in deque
try: deque().pop()
except IndexError as e: print(e)  # => pop from an empty deque
try: deque().popleft()
except IndexError as e: print(e)  # => pop from an empty deque
del r[0]; print(r); del r[-1]; print(r)
# => deque([4, 0, 1, 2])
# => deque([4, 0, 1])
r.append(r); print(r)  # => deque([4, 0, 1, [...]])
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) == [1, 2], deque([1]) < deque([2]), deque([1, 2]) != deque([1]))  # => True False True True
print(list(reversed(deque([1, 2, 3]))), 2 in deque([1, 2]), deque([1, 2]).copy(), bool(deque()))  # => [3, 2, 1] True deque([1, 2]) False
try: hash(deque())
except TypeError as e: print(e)  # => unhashable type: 'collections.deque'
try: deque(5)
except TypeError as e: print(e)  # => 'int' object is not iterable
try: deque([], -1)
except ValueError as e: print(e)  # => maxlen must be non-negative
try: deque([], 'a')
except TypeError as e: print(e)  # => an integer is required
try: deque([1], maxlen=2, foo=3)
except TypeError as e: print(e)  # => deque() takes at most 2 arguments (3 given)
class S(deque):
    def __init__(self, it=(), n=0):
        super().__init__(it, maxlen=4)
        self.n = n
s = S([1, 2, 3], n=9); s.append(4); s.append(5); print(s, s.n, type(s.copy()), s[1])  # => S([2, 3, 4, 5], maxlen=4) 9 <class '__main__.S'> 3
x = deque([1, 2, 3])
try:
    for i in x: x.append(i)
except RuntimeError as e: print(e)  # => deque mutated during iteration
import copy
a = deque([[1], [2]], maxlen=5); b = copy.copy(a); c = copy.deepcopy(a); a[0].append(9); print(a, b, c, b.maxlen, c.maxlen)  # => deque([[1, 9], [2]], maxlen=5) deque([[1, 9], [2]], maxlen=5) deque([[1], [2]], maxlen=5) 5 5
d = deque([3, 1, 2]); print(sorted(d), max(d), sum(d), list(map(str, d)), *d)  # => [1, 2, 3] 3 6 ['3', '1', '2'] 3 1 2
d.reverse(); print(d); d.clear(); print(d, len(d))
# => deque([2, 1, 3])
# => deque([]) 0
print(deque(maxlen=0), deque([1, 2, 3], 0))  # => deque([], maxlen=0) deque([], maxlen=0)
q = deque([(0, 0)]); 
while q:
    x, y = q.popleft()
    if x < 2: q.append((x + 1, y + 2))
print(x, y)  # => 2 4
match deque([1,2]):
    case [a, b]: print('seq', a, b)  # => seq 1 2
print(deque([1,2,3])[-1], deque.__name__, deque.__module__, isinstance(deque(), __import__('collections.abc').abc.MutableSequence))  # => 3 deque collections True
d = deque([1,2,3]); e = iter(d); print(next(e))  # => 1
d = deque("abc"); d[1] = 'Z'; print(''.join(d))  # => aZc
# %% named tuples
from collections import namedtuple
P = namedtuple('P', 'x y z')
p = P(1, 2, z=3)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), P._make([4, 5, 6]), P.__doc__, P.x.__doc__, P._field_defaults)  # => P(x=1, y=2, z=3) 1 2 ('x', 'y', 'z') {'x': 1, 'y': 2, 'z': 3} P(x=9, y=2, z=3) P(x=4, y=5, z=6) P(x, y, z) Alias for field number 0 {}
print(namedtuple('A', 'x, y, x, class, _b, 9', rename=True)._fields)  # => ('x', 'y', '_2', '_3', '_4', '_5')
for args in [('A', 'x x'), ('A', 'class'), ('9a', 'x'), ('A', '_x'), ('A', 'a-b'), ('class', 'x')]:
    try: namedtuple(*args)
    except ValueError as e: print(e)
# => Encountered duplicate field name: 'x'
# => Type names and field names cannot be a keyword: 'class'
# => Type names and field names must be valid identifiers: '9a'
# => Field names cannot start with an underscore: '_x'
# => Type names and field names must be valid identifiers: 'a-b'
# => Type names and field names cannot be a keyword: 'class'
D = namedtuple('D', ['a', 'b', 'c'], defaults=[10, 20]); print(D(1), D(1, 2), D._field_defaults, D.__new__.__defaults__)  # => D(a=1, b=10, c=20) D(a=1, b=2, c=20) {'b': 10, 'c': 20} (10, 20)
try: namedtuple('D', 'a', defaults=[1, 2])
except TypeError as e: print(e)  # => Got more default values than field names
try: P(1)
except TypeError as e: print(e)  # => P.__new__() missing 2 required positional arguments: 'y' and 'z'
try: P(1, 2, 3, 4)
except TypeError as e: print(e)  # => P.__new__() takes 4 positional arguments but 5 were given
try: P(1, 2, w=3)
except TypeError as e: print(e)  # => P.__new__() got an unexpected keyword argument 'w'
try: P._make([1])
except TypeError as e: print(e)  # => Expected 3 arguments, got 1
try: p._replace(q=1)
except ValueError as e: print(e)  # => Got unexpected field names: ['q']
try: p.x = 5
except AttributeError as e: print(e)  # => can't set attribute
try: p.foo
except AttributeError as e: print(e)  # => 'P' object has no attribute 'foo'
class Q(namedtuple('Q', 'a b')):
    __slots__ = ()
    @property
    def s(self): return self.a + self.b
    def __str__(self): return f'Q<{self.a}>'
    def __new__(cls, a, b=5): return super().__new__(cls, a, b)
q = Q(1); print(q, repr(q), q.s, q._replace(a=7), Q._make([1, 2]), q == (1, 5), isinstance(q, tuple), Q.__mro__)  # => Q<1> Q(a=1, b=5) 6 Q<7> Q<1> True True (<class '__main__.Q'>, <class '__main__.Q'>, <class 'tuple'>, <class 'object'>)
x, y, z = p; print(x, y, z, p + (4,), p * 1, p < P(1, 2, 4), hash(p) == hash((1, 2, 3)), len(p), list(p), sorted([P(2, 1, 1), P(1, 2, 3)]))  # => 1 2 3 (1, 2, 3, 4) (1, 2, 3) True True 3 [1, 2, 3] [P(x=1, y=2, z=3), P(x=2, y=1, z=1)]
print(max([P(2, 1, 1), P(1, 2, 3)], key=lambda t: t.y), p.index(2), p.count(1), dict(zip(P._fields, p)))  # => P(x=1, y=2, z=3) 1 1 {'x': 1, 'y': 2, 'z': 3}
M = namedtuple('M', 'a', module='mm'); print(M.__module__, M, P, P.__module__, P.__qualname__, P.__name__)  # => mm <class 'mm.M'> <class '__main__.P'> __main__ P P
print(P.__slots__, isinstance(p, P), type(p)(1, 2, 3), p.__getnewargs__(), P.__match_args__)  # => () True P(x=1, y=2, z=3) (1, 2, 3) ('x', 'y', 'z')
match p:
    case P(x, y): print('m', x, y)  # => m 1 2
class R(namedtuple('Base', 'u v')): pass
r = R(1, 2); r.extra = 3; print(r, r.extra, r.__dict__)  # => R(u=1, v=2) 3 {'extra': 3}
P.__doc__ = 'new doc'; print(P.__doc__)  # => new doc
print(namedtuple('E', '')(), namedtuple('L', ('a', 'b'))(1, b=2), namedtuple('C', 'a,b,c')(*'xyz'))  # => E() L(a=1, b=2) C(a='x', b='y', c='z')
import copy; print(copy.copy(p), copy.deepcopy(P([1], 2, 3)))  # => P(x=1, y=2, z=3) P(x=[1], y=2, z=3)
from typing import NamedTuple
class Emp(NamedTuple):
    'doc'
    name: str
    id: int = 3
    def hi(self): return self.name * self.id
print(Emp('a'), Emp('a').hi(), Emp.__annotations__, Emp._field_defaults, Emp.__doc__, Emp._fields)  # => Emp(name='a', id=3) aaa {'name': <class 'str'>, 'id': <class 'int'>} {'id': 3} doc ('name', 'id')
print(P(**{'x': 1, 'y': 2, 'z': 3}), '%s %s %s' % p, '{0.x} {0[1]}'.format(p), f'{p!r:>25}')  # => P(x=1, y=2, z=3) 1 2 3 1 2          P(x=1, y=2, z=3)
print(p.__repr__(), p.__class__.__name__, dir(P)[-3:], [n for n in dir(p) if not n.startswith('__')])  # => P(x=1, y=2, z=3) P ['x', 'y', 'z'] ['_asdict', '_field_defaults', '_fields', '_make', '_replace', 'count', 'index', 'x', 'y', 'z']
# %% counters, ordered and default dicts, views
from collections import Counter, OrderedDict, defaultdict, ChainMap
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], 'z' in c, list(c.elements()), c.total(), sum(c.values()))  # => Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 0 False ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'r', 'r', 'c', 'd'] 11 11
d = Counter(a=1, b=-2, c=0)
print(+d, -d, c + d, c - d, c & d, c | d)  # => Counter({'a': 1}) Counter({'b': 2}) Counter({'a': 6, 'r': 2, 'c': 1, 'd': 1}) Counter({'a': 4, 'b': 4, 'r': 2, 'c': 1, 'd': 1}) Counter({'a': 1}) Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1})
c.subtract('aaa'); print(c); c.update({'a': 10}); print(c)
# => Counter({'a': 2, 'b': 2, 'r': 2, 'c': 1, 'd': 1})
# => Counter({'a': 12, 'b': 2, 'r': 2, 'c': 1, 'd': 1})
c += Counter(z=3); print(c); c -= Counter(a=100); print(c); c &= Counter(b=1, r=5); print(c); c |= Counter(q=2); print(c)
# => Counter({'a': 12, 'z': 3, 'b': 2, 'r': 2, 'c': 1, 'd': 1})
# => Counter({'z': 3, 'b': 2, 'r': 2, 'c': 1, 'd': 1})
# => Counter({'r': 2, 'b': 1})
# => Counter({'r': 2, 'q': 2, 'b': 1})
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=3) > Counter(b=1), Counter() != {}, Counter(a=1) == {'a': 1})  # => True True False False False True
try: Counter.fromkeys('ab')
except NotImplementedError as e: print(e)  # => Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
try: Counter([1], [2])
except TypeError as e: print(e)  # => Counter.__init__() takes from 1 to 2 positional arguments but 3 were given
try: Counter(5)
except TypeError as e: print(e)  # => 'int' object is not iterable
del d['nope']; print(d, d.copy(), type(d.copy()), Counter([1, 2, 2, 3, 3, 3]).most_common(), Counter({'x': 3, 'y': 1}))  # => Counter({'a': 1, 'c': 0, 'b': -2}) Counter({'a': 1, 'c': 0, 'b': -2}) <class 'collections.Counter'> [(3, 3), (2, 2), (1, 1)] Counter({'x': 3, 'y': 1})
print(Counter(), repr(Counter(a=2)), Counter('hello').most_common()[:-3:-1], dict(Counter('aab')), sorted(Counter('hello').items()))  # => Counter() Counter({'a': 2}) [('o', 1), ('e', 1)] {'a': 2, 'b': 1} [('e', 1), ('h', 1), ('l', 2), ('o', 1)]
class MyC(Counter):
    def __missing__(self, k): return 7
m = MyC('aab'); print(m, m['zz'], m + MyC('a'), type(m + MyC('a')), m.copy())  # => MyC({'a': 2, 'b': 1}) 7 Counter({'b': 8, 'a': 3}) <class 'collections.Counter'> MyC({'a': 2, 'b': 1})
print(Counter(a=1.5, b='x') if False else Counter(a=1.5), Counter(['a', 'b']) | Counter('a'))  # => Counter({'a': 1.5}) Counter({'a': 1, 'b': 1})
x = Counter(); x['k'] += 1; x.update(['k', 'j']); x.update(k=4); print(x, x.pop('k'), x.get('k'), x.setdefault('w', 3), x)  # => Counter({'w': 3, 'j': 1}) 6 None 3 Counter({'w': 3, 'j': 1})
print(Counter({1: 2, 'a': 'b'}.keys()), Counter({'a': 5}).items() >= {('a', 5)}, Counter(a=1) | {'b': 2}.keys() if False else '')  # => Counter({1: 1, 'a': 1}) True
od = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
od.move_to_end('a'); print(od); od.move_to_end('c', last=False); print(od, od.popitem(last=False), od.popitem())
# => OrderedDict({'b': 2, 'c': 3, 'a': 1})
# => OrderedDict({'b': 2}) ('c', 3) ('a', 1)
print(list(reversed(OrderedDict(x=1, y=2))), list(reversed(OrderedDict(x=1, y=2).items())), OrderedDict(a=1) | {'b': 2}, {'b': 2} | OrderedDict(a=1), OrderedDict.fromkeys('ab', 0), od.pop('zz', 5))  # => ['y', 'x'] [('y', 2), ('x', 1)] OrderedDict({'a': 1, 'b': 2}) OrderedDict({'b': 2, 'a': 1}) OrderedDict({'a': 0, 'b': 0}) 5
try: od.pop('zz')
except KeyError as e: print(e)  # => 'zz'
try: OrderedDict().popitem()
except KeyError as e: print(e)  # => 'dictionary is empty'
try: od.move_to_end('q')
except KeyError as e: print(e)  # => 'q'
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict(a=1).keys(), OrderedDict(a=1).values(), OrderedDict(a=1).items(), od.setdefault('n', 1), od)  # => False True odict_keys(['a']) odict_values([1]) odict_items([('a', 1)]) 1 OrderedDict({'b': 2, 'n': 1})
class LRU(OrderedDict):
    def __init__(self, n): super().__init__(); self.n = n
    def __setitem__(self, k, v):
        super().__setitem__(k, v); self.move_to_end(k)
        if len(self) > self.n: self.popitem(last=False)
    def __getitem__(self, k):
        v = super().__getitem__(k); self.move_to_end(k); return v
l = LRU(2); l['a'] = 1; l['b'] = 2; _ = l['a']; l['c'] = 3; print(l, list(l))  # => LRU({'a': 1, 'c': 3}) ['a', 'c']
dd = defaultdict(list); dd['a'].append(1); print(dd, dd.default_factory, dd.get('q'), 'q' in dd, dd | {'z': 1}, dd.copy(), type(dd.copy()))  # => defaultdict(<class 'list'>, {'a': [1]}) <class 'list'> None False defaultdict(<class 'list'>, {'a': [1], 'z': 1}) defaultdict(<class 'list'>, {'a': [1]}) <class 'collections.defaultdict'>
try: defaultdict(5)
except TypeError as e: print(e)  # => first argument must be callable or None
try: defaultdict()['x']
except KeyError as e: print(e)  # => 'x'
print(defaultdict(int, {'a': 1}, b=2), defaultdict(lambda: 'x')['q'], defaultdict(None, a=1), defaultdict(int, [('p', 2)]).items())  # => defaultdict(<class 'int'>, {'a': 1, 'b': 2}) x defaultdict(None, {'a': 1}) dict_items([('p', 2)])
class DD(defaultdict):
    def __missing__(self, key): self[key] = key * 2; return self[key]
x = DD(); print(x[4], x, x.__missing__(5), dict(x))  # => 8 DD(None, {4: 8, 5: 10}) 10 {4: 8, 5: 10}
t = defaultdict(lambda: defaultdict(int)); t['a']['b'] += 1; print({k: dict(v) for k, v in t.items()}, sorted(t), 1)  # => {'a': {'b': 1}} ['a'] 1
dd2 = defaultdict(list, x=[1]); dd2 |= {'y': 2}; print(dd2, dd2 == {'x': [1], 'y': 2}, dd2.pop('x'), dd2.default_factory())  # => defaultdict(<class 'list'>, {'y': 2}) True [1] []
print(defaultdict(set), defaultdict(int), defaultdict(str), defaultdict(dict))  # => defaultdict(<class 'set'>, {}) defaultdict(<class 'int'>, {}) defaultdict(<class 'str'>, {}) defaultdict(<class 'dict'>, {})
d = {'a': 1, 'b': 2}
print(d.items() >= {('a', 1)}, d.keys() & {'a', 'z'}, sorted(d.keys() | ['q']), d.items() - {('a', 1)}, d.keys() ^ {'a'}, d.keys() == {'a', 'b'}, {'a'} < d.keys(), sorted({'a'} | d.keys()), {'a', 'x'} & d.keys(), {'a', 'x'} - d.keys(), ['a'] & d.keys(), d.keys() - ['a'], d.keys().isdisjoint(['x']), {'a'} <= d.keys(), {('a', 1)} <= d.items(), frozenset('ab') == d.keys(), d.keys() >= frozenset('a'), d.items() == {'b': 2, 'a': 1}.items(), d.keys().mapping)  # => True {'a'} ['a', 'b', 'q'] {('b', 2)} {'b'} True True ['a', 'b'] {'a'} {'x'} {'a'} {'b'} True True True True True True {'a': 1, 'b': 2}
e = {'a': [1]}
print(('a', [1]) in e.items(), e.items() == {'a': [1]}.items(), ('a', [2]) in e.items(), e.items() == {'a': [2]}.items())  # => True True False False
try: e.items() & {1}
except TypeError as x: print(x)  # => unhashable type: 'list'
print({1: 2}.keys() <= {1: 3, 2: 3}.keys(), {1: 2}.items() <= {1: 2, 2: 3}.items(), {1: 2}.items() > {}.items(), d.values() == d.values(), set(d.items()) == d.items())  # => True True True False True
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm, cm['b'], list(cm), len(cm), cm.maps, cm.new_child({'c': 1}), cm.parents, dict(cm))  # => ChainMap({'a': 1}, {'a': 2, 'b': 3}) 3 ['a', 'b'] 2 [{'a': 1}, {'a': 2, 'b': 3}] ChainMap({'c': 1}, {'a': 1}, {'a': 2, 'b': 3}) ChainMap({'a': 2, 'b': 3}) {'a': 1, 'b': 3}
try: cm['zz']
except KeyError as e: print(e)  # => 'zz'
cm['new'] = 5; print(cm.maps[0], cm.get('q', 7), 'b' in cm, cm.pop('new'))  # => {'a': 1} 7 True 5
try: del cm['b']
except KeyError as e: print(e)  # => "Key not found in the first mapping: 'b'"
# %% pretty collections
from collections import *
from pprint import pprint
pprint(OrderedDict((i, 'x'*20) for i in range(5)))
# => OrderedDict([(0, 'xxxxxxxxxxxxxxxxxxxx'),
# =>              (1, 'xxxxxxxxxxxxxxxxxxxx'),
# =>              (2, 'xxxxxxxxxxxxxxxxxxxx'),
# =>              (3, 'xxxxxxxxxxxxxxxxxxxx'),
# =>              (4, 'xxxxxxxxxxxxxxxxxxxx')])
pprint(defaultdict(list, {i: 'x'*20 for i in range(5)}))
# => defaultdict(<class 'list'>,
# =>             {0: 'xxxxxxxxxxxxxxxxxxxx',
# =>              1: 'xxxxxxxxxxxxxxxxxxxx',
# =>              2: 'xxxxxxxxxxxxxxxxxxxx',
# =>              3: 'xxxxxxxxxxxxxxxxxxxx',
# =>              4: 'xxxxxxxxxxxxxxxxxxxx'})
pprint(deque(['x'*20]*5))
# => deque(['xxxxxxxxxxxxxxxxxxxx',
# =>        'xxxxxxxxxxxxxxxxxxxx',
# =>        'xxxxxxxxxxxxxxxxxxxx',
# =>        'xxxxxxxxxxxxxxxxxxxx',
# =>        'xxxxxxxxxxxxxxxxxxxx'])
pprint(deque(['x'*20]*5, maxlen=8))
# => deque(['xxxxxxxxxxxxxxxxxxxx',
# =>        'xxxxxxxxxxxxxxxxxxxx',
# =>        'xxxxxxxxxxxxxxxxxxxx',
# =>        'xxxxxxxxxxxxxxxxxxxx',
# =>        'xxxxxxxxxxxxxxxxxxxx'],
# =>       maxlen=8)
pprint(Counter({i: i for i in range(30)}))
# => Counter({29: 29,
# =>          28: 28,
# =>          27: 27,
# =>          26: 26,
# =>          25: 25,
# =>          24: 24,
# =>          23: 23,
# =>          22: 22,
# =>          21: 21,
# =>          20: 20,
# =>          19: 19,
# =>          18: 18,
# =>          17: 17,
# =>          16: 16,
# =>          15: 15,
# =>          14: 14,
# =>          13: 13,
# =>          12: 12,
# =>          11: 11,
# =>          10: 10,
# =>          9: 9,
# =>          8: 8,
# =>          7: 7,
# =>          6: 6,
# =>          5: 5,
# =>          4: 4,
# =>          3: 3,
# =>          2: 2,
# =>          1: 1,
# =>          0: 0})
print(deque[int], OrderedDict[str, int], defaultdict, OrderedDict, deque, Counter, type(deque()).__name__, OrderedDict.__name__, OrderedDict.__qualname__, OrderedDict.__module__)  # => collections.deque[int] collections.OrderedDict[str, int] <class 'collections.defaultdict'> <class 'collections.OrderedDict'> <class 'collections.deque'> <class 'collections.Counter'> deque OrderedDict OrderedDict collections
import random
random.seed(1); print(random.choice(deque([1, 2, 3])), random.sample(deque(range(9)), 2))  # => 1 [1, 4]
try: deque().foo
except AttributeError as e: print(e)  # => 'collections.deque' object has no attribute 'foo'
try: OrderedDict().foo
except AttributeError as e: print(e)  # => 'collections.OrderedDict' object has no attribute 'foo'
try: defaultdict().foo
except AttributeError as e: print(e)  # => 'collections.defaultdict' object has no attribute 'foo'
try: Counter().foo
except AttributeError as e: print(e)  # => 'Counter' object has no attribute 'foo'
try: deque() + 1
except TypeError as e: print(e)  # => can only concatenate deque (not "int") to deque
try: 1 + deque()
except TypeError as e: print(e)  # => unsupported operand type(s) for +: 'int' and 'collections.deque'
try: deque.append(1, 2)
except TypeError as e: print(e)  # => descriptor 'append' for 'collections.deque' objects doesn't apply to a 'int' object
from typing import Deque, Dict
print(Deque[int])  # => typing.Deque[int]
def f(x: deque) -> Counter: pass
print(f.__annotations__)  # => {'x': <class 'collections.deque'>, 'return': <class 'collections.Counter'>}
import copy
print(copy.copy(OrderedDict(a=[1])), copy.deepcopy(OrderedDict(a=[1])), copy.deepcopy(defaultdict(list, a=[1])), copy.copy(Counter('aab')), copy.deepcopy(Counter('aab')))  # => OrderedDict({'a': [1]}) OrderedDict({'a': [1]}) defaultdict(<class 'list'>, {'a': [1]}) Counter({'a': 2, 'b': 1}) Counter({'a': 2, 'b': 1})
# %% copies
import copy
class A:
    def __init__(self, x): self.x = x; self.l = [1, [2]]
a = A(5); b = copy.copy(a); c = copy.deepcopy(a); a.l[1].append(3); print(b.l, c.l, b.x, type(c), b is a)  # => [1, [2, 3]] [1, [2]] 5 <class '__main__.A'> False
class S:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
s = S(); print(copy.copy(s) is s, copy.deepcopy(s) is s)  # => True True
class D:
    def __init__(self, v): self.v = v
    def __copy__(self): print('copying'); return D(self.v)  # => copying
    def __deepcopy__(self, memo):
        print('deep', type(memo)); r = D(copy.deepcopy(self.v, memo)); memo[id(self)] = r; return r  # => deep <class 'dict'>
d = D([1]); x = copy.deepcopy([d, d]); print(x[0] is x[1], x[0].v is d.v); _ = copy.copy(d)  # => True False
l = [1]; l.append(l); m = copy.deepcopy(l); print(m, m[1] is m)  # => [1, [...]] True
t = ([1, 2], 3); u = copy.deepcopy(t); print(u, u[0] is t[0], copy.copy(t) is t, copy.deepcopy((1, 2)) == (1, 2))  # => ([1, 2], 3) False True True
class N:
    def __init__(self, v): self.v = v; self.next = None; self.prev = None
n = N(1); n.next = N(2); n.next.prev = n
k = copy.deepcopy(n); print(k.next.prev is k, k.next.v)  # => True 2
class R:
    def __init__(self, a, b): self.a = a; self.b = b
    def __reduce__(self): return (R, (self.a, 'reduced'))
r = copy.copy(R(1, 2)); print(r.a, r.b)  # => 1 reduced
class G:
    def __init__(self): self.d = {'a': [1]}; self.tmp = 5
    def __getstate__(self): s = self.__dict__.copy(); del s['tmp']; return s
    def __setstate__(self, s): self.__dict__.update(s); self.tmp = 'restored'
g = copy.deepcopy(G()); print(g.d, g.tmp)  # => {'a': [1]} restored
class Sl:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = [1]
z = copy.deepcopy(Sl()); print(z.a, hasattr(z, 'b'))  # => [1] False
class L(list):
    def __init__(self, *a): super().__init__(a); self.tag = [9]
q = copy.deepcopy(L(1, [2])); print(q, q.tag, type(q))  # => [1, [2]] [9] <class '__main__.L'>
class DD(dict): pass
w = DD(a=[1]); w.z = 3; v = copy.copy(w); print(v, v.z, type(v), v['a'] is w['a'])  # => {'a': [1]} 3 <class '__main__.DD'> True
class I(int): pass
i = I(5); i.note = 'x'; j = copy.copy(i); print(j, j.note, type(j))  # => 5 x <class '__main__.I'>
for bad in [(i for i in [1]), copy]:
    try: copy.copy(bad)
    except TypeError as e: print(e)
# => cannot pickle 'generator' object
# => cannot pickle 'module' object
try: copy.deepcopy({'g': (i for i in [])})
except TypeError as e: print(e)  # => cannot pickle 'generator' object
f = lambda: 1
print(copy.deepcopy(f) is f, copy.copy(int) is int, copy.deepcopy(None), copy.copy('a'), copy.deepcopy(1.5), copy.copy(range(3)), copy.copy({1, 2}), copy.deepcopy(frozenset([1])))  # => True True None a 1.5 range(0, 3) {1, 2} frozenset({1})
e = copy.copy(ValueError('a', 1)); print(repr(e))  # => ValueError('a', 1)
class E2(Exception):
    def __init__(self, code): super().__init__(f'code {code}'); self.code = code
ee = copy.copy(E2(5)); print(ee, ee.code)  # => code code 5 5
b = bytearray(b'ab'); cc = copy.copy(b); cc[0] = 0; print(b, cc)  # => bytearray(b'ab') bytearray(b'\x00b')
m1 = A(1); mm = [m1, m1, [m1]]; c2 = copy.deepcopy(mm); print(c2[0] is c2[1] is c2[2][0])  # => True
from dataclasses import dataclass, field
@dataclass
class P:
    x: int
    ys: list = field(default_factory=list)
p = P(1, [1]); p2 = copy.deepcopy(p); p2.ys.append(2); print(p, p2)  # => P(x=1, ys=[1]) P(x=1, ys=[1, 2])
from collections import *
dd = defaultdict(list, a=[1]); d3 = copy.deepcopy(dd); d3['b'].append(1); print(dd, d3, copy.copy(dd))  # => defaultdict(<class 'list'>, {'a': [1]}) defaultdict(<class 'list'>, {'a': [1], 'b': [1]}) defaultdict(<class 'list'>, {'a': [1]})
import datetime, decimal, fractions
print(copy.deepcopy([datetime.date(2020, 1, 1), decimal.Decimal('1.5'), fractions.Fraction(1, 2)]))  # => [datetime.date(2020, 1, 1), Decimal('1.5'), Fraction(1, 2)]
grid = [[0] * 3 for _ in range(3)]; g2 = copy.deepcopy(grid); g2[0][0] = 1; print(grid[0], g2[0])  # => [0, 0, 0] [1, 0, 0]
o = A(1); mo = copy.deepcopy(o.__init__); print(mo.__self__ is o)  # => False
memo = {}; _ = copy.deepcopy([1, [2]], memo); print(len(memo) > 0)  # => True
import re; print(copy.deepcopy(re.compile('a')))  # => re.compile('a')
print(copy.Error, copy.copy(Ellipsis), copy.copy(NotImplemented))  # => <class 'copy.Error'> Ellipsis NotImplemented
# %% logging
import logging, sys, io
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format='%(levelname)s:%(name)s:%(message)s')
logging.debug('d %d', 1); logging.info('i'); logging.warning('w %s %s', 'a', 'b'); logging.error('e'); logging.critical('c')
# => DEBUG:root:d 1
# => INFO:root:i
# => WARNING:root:w a b
# => ERROR:root:e
# => CRITICAL:root:c
log = logging.getLogger('app.db')
log.info('hello %(x)s', {'x': 5})  # => INFO:app.db:hello 5
print(log, logging.getLogger(), logging.getLogger('app'), log.parent, log.handlers, logging.getLogger().handlers)  # => <Logger app.db (DEBUG)> <RootLogger root (DEBUG)> <Logger app (DEBUG)> <Logger app (DEBUG)> [] [<StreamHandler <stdout> (NOTSET)>]
log.setLevel('ERROR'); log.warning('no'); log.error('yes'); print(log.level, log.getEffectiveLevel(), log.isEnabledFor(30), logging.getLogger('app').getEffectiveLevel())
# => ERROR:app.db:yes
# => 40 40 False 10
try: 1 / 0
except ZeroDivisionError:
    log.error('caught')  # => ERROR:app.db:caught
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('[{levelname:>8}] {name}: {message}', style='{')); h.setLevel(logging.WARNING)
a = logging.getLogger('solo'); a.propagate = False; a.addHandler(h); a.setLevel(logging.DEBUG)
a.info('hidden'); a.warning('shown'); print(h, a.handlers, a.hasHandlers())
# => [ WARNING] solo: shown
# => <StreamHandler <stdout> (WARNING)> [<StreamHandler <stdout> (WARNING)>] True
s = io.StringIO(); h2 = logging.StreamHandler(s); h2.setFormatter(logging.Formatter('$levelname-$message', style='$')); a.addHandler(h2); a.error('both'); print(repr(s.getvalue()))
# => [   ERROR] solo: both
# => 'ERROR-both\n'
class F(logging.Filter):
    def filter(self, record): return 'secret' not in record.getMessage()
h.addFilter(F()); a.error('secret stuff'); a.error('fine');   # => [   ERROR] solo: fine
class ListHandler(logging.Handler):
    def __init__(self): super().__init__(); self.records = []
    def emit(self, record): self.records.append(self.format(record))
lh = ListHandler(); lh.setFormatter(logging.Formatter('%(levelname)-8s|%(funcName)s|%(lineno)d|%(module)s|%(message)s')); a.addHandler(lh)
def func(): a.warning('in func')  # => [ WARNING] solo: in func
func(); print(lh.records[0].split('|')[:2], lh)  # => ['WARNING ', 'func'] <ListHandler (NOTSET)>
print(logging.getLevelName(30), logging.getLevelName('INFO'), logging.getLevelName(35)); logging.addLevelName(25, 'NOTICE'); a.log(25, 'custom'); print(lh.records[-1].split('|')[0])
# => WARNING 20 Level 35
# => NOTICE
logging.disable(logging.ERROR); a.error('x'); a.critical('y'); logging.disable(logging.NOTSET)  # => [CRITICAL] solo: y
ad = logging.LoggerAdapter(a, {'user': 'bob'}); h.setFormatter(logging.Formatter('%(user)s %(message)s')); a.removeHandler(h2); a.removeHandler(lh); ad.warning('adapted')  # => bob adapted
a.warning('extra', extra={'user': 'al'})  # => al extra
for bad in [lambda: log.setLevel('NOPE'), lambda: log.setLevel(1.5), lambda: logging.Formatter('x'), lambda: logging.Formatter('%(a)s', style='x'), lambda: logging.getLogger(5), lambda: a.warning('x', extra={'msg': 1}), lambda: logging.basicConfig(foo=1, force=True), lambda: a.info('x', foo=1)]:
    try: bad(); print('ok')
    except Exception as e: print(type(e).__name__, e)
# => ValueError Unknown level: 'NOPE'
# => TypeError Level not an integer or a valid string: 1.5
# => ValueError Invalid format 'x' for '%' style
# => ValueError Style must be one of: %,{,$
# => TypeError A logger name must be a string
# => KeyError "Attempt to overwrite 'msg' in LogRecord"
# => ValueError Unrecognised argument(s): foo
# => TypeError Logger._log() got an unexpected keyword argument 'foo'
logging.basicConfig(stream=sys.stdout, level='INFO', format='%(message)s', force=True); logging.info('forced'); logging.debug('no')  # => forced
r = logging.makeLogRecord({'msg': 'm %s', 'args': (1,), 'levelname': 'INFO', 'name': 'n'}); print(r.getMessage(), logging.Formatter('%(name)s %(message)s').format(r))  # => m 1 n m 1
print(logging.getLogger('a.b').getChild('c').name, logging.getLogger('a.b.c').parent.name, logging.getLogger('x') is logging.getLogger('x'), logging.root is logging.getLogger(), logging.WARNING, logging.NOTSET)  # => a.b.c a.b True True 30 0
l = logging.getLogger('arg'); l.info('one arg %s', [1, 2]); l.info('no args 100%'); l.info(5); l.info(ValueError('v')); l.info('%s %s', 1, 2)
# => one arg [1, 2]
# => no args 100%
# => 5
# => v
# => 1 2
print(logging.getLogger('p.q').parent, type(logging.getLogger()), logging.Logger.manager if False else '')  # => <RootLogger root (INFO)> <class 'logging.RootLogger'>
import logging as L; L.getLogger('z').addHandler(L.NullHandler()); print(L.getLogger('z').handlers)  # => [<NullHandler (NOTSET)>]
a.handlers.clear(); print(a.handlers)  # => []
l.warning('multi\nline'); l.log(logging.INFO, 'lvl')
# => multi
# => line
# => lvl
print(logging.Formatter().format(r))  # => m 1
# %% warnings
import warnings, sys, io
def old():
    warnings.warn('old is deprecated', DeprecationWarning, stacklevel=2)
    return 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    old(); old(); warnings.warn('user')
    print(len(w), w[0].category, w[0].message, w[0].category.__name__, str(w[2].message), issubclass(w[-1].category, UserWarning), repr(w[2].message))  # => 3 <class 'DeprecationWarning'> old is deprecated DeprecationWarning user True UserWarning('user')
with warnings.catch_warnings(record=True) as w:
    for i in range(3): warnings.warn('same')
    print(len(w))  # => 1
    warnings.simplefilter('once')
    for i in range(3): warnings.warn('once')
    print(len(w))  # => 2
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: old()
    except DeprecationWarning as e: print('raised', e)  # => raised old is deprecated
    try: warnings.warn('x', RuntimeWarning)
    except RuntimeWarning as e: print(repr(e))  # => RuntimeWarning('x')
with warnings.catch_warnings():
    warnings.filterwarnings('ignore', category=DeprecationWarning)
    warnings.filterwarnings('error', message='.*bad.*')
    old()
    try: warnings.warn('a BAD thing')
    except UserWarning as e: print('UW', e)  # => UW a BAD thing
class MyW(UserWarning): pass
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('default')
    warnings.warn(MyW('mine')); warnings.warn('m2', MyW); warnings.warn('pend', PendingDeprecationWarning)
    print([(type(x.message).__name__, str(x.message)) for x in w], w[0].source)  # => [('MyW', 'mine'), ('MyW', 'm2'), ('PendingDeprecationWarning', 'pend')] None
try: warnings.warn('x', str)
except TypeError as e: print(e)  # => category must be a Warning subclass, not 'type'
try: warnings.warn('x', 'y')
except TypeError as e: print(e)  # => category must be a Warning subclass, not 'str'
try: warnings.simplefilter('nope')
except AssertionError as e: print(e)  # => invalid action: 'nope'
print(warnings.formatwarning('msg', UserWarning, 'f.py', 3, 'src line'))
# => f.py:3: UserWarning: msg
# =>   src line
# =>
def sw(message, category, filename, lineno, file=None, line=None): print('SHOW', message, category.__name__)  # => SHOW custom UserWarning
warnings.showwarning = sw; warnings.warn('custom')
warnings.showwarning = warnings._showwarning_orig
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('ignore'); warnings.warn('x'); print(w)  # => []
with warnings.catch_warnings(action='ignore'): warnings.warn('zz')
print(str(warnings.WarningMessage) , type(warnings.catch_warnings()))  # => <class 'warnings.WarningMessage'> <class 'warnings.catch_warnings'>

# %% keys that can not be hashed, in empty tables
for attempt in (lambda: {}[[]], lambda: [] in {}, lambda: {}.get([]), lambda: [] in set(), lambda: {1: 2}[{}], lambda: {1: 2}.pop((1, []))):
    try: print(attempt())
    except (TypeError, KeyError) as e: print(type(e).__name__, e)  # => TypeError unhashable type: 'list'
    # => TypeError unhashable type: 'list'
    # => TypeError unhashable type: 'list'
    # => TypeError unhashable type: 'list'
    # => TypeError unhashable type: 'dict'
    # => TypeError unhashable type: 'list'

# %% a dict whose attributes are its keys
class Attr(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
a = Attr(x=1)
a.y = 2
print(a, a.y, a.none, vars(a))  # => {'x': 1, 'y': 2} 2 None {}
del a.x
print(a)  # => {'y': 2}
