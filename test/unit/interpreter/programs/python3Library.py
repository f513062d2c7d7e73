Programs of Python 3: the standard library.

# %% enumerations
from enum import Enum, Flag, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1
    def describe(self): return f'{self.name}={self.value}'
    @classmethod
    def default(cls): return cls.RED
print(Color.RED, repr(Color.RED), Color(2), Color['BLUE'], Color.BLUE.value, Color.CRIMSON is Color.RED, list(Color), len(Color))  # => Color.RED <Color.RED: 1> Color.GREEN Color.BLUE 3 True [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3
print(Color.RED.describe(), Color.default(), isinstance(Color.RED, Color), type(Color.RED), Color)  # => RED=1 Color.RED True <enum 'Color'> <enum 'Color'>
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: 'r'}[Color.RED], Color.__members__)  # => True False True r {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'BLUE': <Color.BLUE: 3>, 'CRIMSON': <Color.RED: 1>}
for bad in (lambda: Color(9), lambda: Color['X'], lambda: Color.RED < Color.GREEN):
    try: bad()
    except Exception as e: print(type(e).__name__, e)  # => ValueError 9 is not a valid Color
    # => KeyError 'X'
    # => TypeError '<' not supported between instances of 'Color' and 'Color'
try: Color.RED = 5
except AttributeError as e: print(e)  # => cannot reassign member 'RED'
class Planet(Enum):
    EARTH = (5.976e+24, 6.37814e6)
    MARS = (6.421e+23, 3.3972e6)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def g(self): return 6.67e-11*self.mass/self.radius**2
print(Planet.EARTH.value, Planet.EARTH.g, Planet.MARS)  # => (5.976e+24, 6378140.0) 9.798245736259352 Planet.MARS
try:
    @unique
    class Bad(Enum):
        A=1; B=1
except ValueError as e: print(e)  # => duplicate values found in <enum 'Bad'>: B -> A
try:
    class Dup(Enum):
        A=1
        A=2
except TypeError as e: print(e)  # => 'A' already defined as 1
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(Perm.R, repr(Perm.R|Perm.X), Perm.RW, list(Perm), Perm.R in Perm.RW, Perm(0), repr(Perm(0)), ~Perm.R, bool(Perm(0)), Perm.R & Perm.W, repr(Perm.R^Perm.RW), list(Perm.RW), len(Perm.RW), Perm(7), Perm.R.value)  # => Perm.R <Perm.R|X: 5> Perm.RW [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] True Perm(0) <Perm: 0> Perm.W|X False Perm(0) <Perm.W: 2> [<Perm.R: 1>, <Perm.W: 2>] 2 Perm.R|W|X 1
try: Perm(16)
except ValueError as e: print(e)  # => <flag 'Perm'> invalid value 16
# =>     given 0b0 10000
# =>   allowed 0b0 00111
Animal = Enum('Animal', 'CAT DOG'); print(list(Animal), Animal.CAT.value, Animal)  # => [<Animal.CAT: 1>, <Animal.DOG: 2>] 1 <enum 'Animal'>
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = auto(); B = auto()
print(list(Auto), Auto('a'))  # => [<Auto.A: 'a'>, <Auto.B: 'b'>] Auto.A
class Miss(Enum):
    X=1
    @classmethod
    def _missing_(cls, value): return cls.X if value=='x' else None
print(Miss('x'))  # => Miss.X
try: Miss(5)
except ValueError as e: print(e)  # => 5 is not a valid Miss
try:
    class Sub(Color): Z=1
except TypeError as e: print(e)  # => <enum 'Sub'> cannot extend <enum 'Color'>
class Op(Enum):
    ADD='+'
    def __call__(self,a,b): return a+b
    def __str__(self): return self.value
print(Op.ADD(1,2), Op.ADD, f'{Op.ADD}', '%s'%Op.ADD, [c.name for c in Color], Color.RED in Color, dict((c,c.value) for c in Color))  # => 3 + + + ['RED', 'GREEN', 'BLUE'] True {<Color.RED: 1>: 1, <Color.GREEN: 2>: 2, <Color.BLUE: 3>: 3}
class Level(Enum):
    LOW=1; HIGH=2
    def __lt__(self,o): return self.value<o.value
print(sorted([Level.HIGH,Level.LOW]), max(Level))  # => [<Level.LOW: 1>, <Level.HIGH: 2>] Level.HIGH
class Base(Enum):
    def hi(self): return 'hi '+self.name
class Der(Base):
    A=1
print(Der.A.hi(), hash(Der.A)==hash(Der.A), Der.A.name, f"{Der.A!r:>20}|{Der.A:>10}|")  # => hi A True A           <Der.A: 1>|     Der.A|
class W(Enum):
    def __new__(cls, value, label):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj
    A=(1,'one'); B=(2,'two')
print(W(1), W.A.label, W.B.value, list(W))  # => W.A one 2 [<W.A: 1>, <W.B: 2>]

# %% enumerations with values of a type
from enum import *
class Num(IntEnum):
    ONE=1; TWO=2
    THREE=auto()
print(Num.ONE, repr(Num.ONE), Num.ONE+1, Num.TWO>Num.ONE, Num.THREE==3, [10,20,30][Num.ONE], f'{Num.ONE}', '%d'%Num.TWO, range(Num.TWO), isinstance(Num.ONE,int), sorted(Num, reverse=True), Num(2), {1:'x'}[Num.ONE], max(Num), sum(Num), hash(Num.ONE)==hash(1), str(Num.ONE), format(Num.ONE,'03d'))  # => 1 <Num.ONE: 1> 2 True True 20 1 2 range(0, 2) True [<Num.THREE: 3>, <Num.TWO: 2>, <Num.ONE: 1>] 2 x 3 6 True 1 001
class S(str, Enum):
    A='a'; B='b'
print(S.A, repr(S.A), S.A=='a', S.A.upper(), S('b'), S.A.value, len(S.A), f'{S.A}')  # => S.A <S.A: 'a'> True A S.B a 1 S.A
class T(StrEnum):
    X=auto(); Y='why'
print(T.X, repr(T.X), T.Y+'!', T('x'), f'{T.Y:>5}|', T.X=='x')  # => x <T.X: 'x'> why! x   why| True
class P(IntFlag):
    R=4; W=2; X=1
print(P.R|P.W, repr(P.R|P.W), P.R in (P.R|P.W), P(7), repr(P(8)), repr(P(9)), P.R|8, ~P.R, repr(~P.R), P.R&P.W, bool(P.R&P.W), int(P.R), repr(P(0)), P.R+1)  # => 6 <P.R|W: 6> True 7 <P: 8> <P.X|8: 9> 12 3 <P.W|X: 3> 0 False 4 <P: 0> 5
class F(float, Enum):
    PI=3.14
print(F.PI, F.PI*2, repr(F.PI))  # => F.PI 6.28 <F.PI: 3.14>
class Pt(tuple, Enum):
    O=(0,0)
print(Pt.O, repr(Pt.O), len(Pt.O))  # => Pt.O <Pt.O: (0, 0)> 2
class HttpStatus(IntEnum):
    OK = 200, 'fine'
    NOT_FOUND = 404, 'missing'
    def __new__(cls, value, phrase):
        o = int.__new__(cls, value)
        o._value_ = value
        o.phrase = phrase
        return o
print(HttpStatus.OK, HttpStatus.OK.phrase, HttpStatus(404).phrase, HttpStatus.OK == 200, repr(HttpStatus.OK))  # => 200 fine missing True <HttpStatus.OK: 200>
import json
class Shape(Enum):
    SQUARE = 2
    DIAMOND = 1
    CIRCLE = 3
    ALIAS_FOR_SQUARE = 2
for name, member in Shape.__members__.items(): print(name, member)  # => SQUARE Shape.SQUARE
# => DIAMOND Shape.DIAMOND
# => CIRCLE Shape.CIRCLE
# => ALIAS_FOR_SQUARE Shape.SQUARE
print([s.name for s in Shape], Shape.SQUARE.name, Shape.ALIAS_FOR_SQUARE.name, Shape(1), type(Shape.SQUARE), Shape.SQUARE is Shape['SQUARE'])  # => ['SQUARE', 'DIAMOND', 'CIRCLE'] SQUARE SQUARE Shape.DIAMOND <enum 'Shape'> True
class Weekday(Flag):
    MONDAY = 1
    TUESDAY = 2
    WEDNESDAY = 4
    WEEKEND = 24
print(Weekday.MONDAY | Weekday.TUESDAY, list(Weekday), Weekday.WEEKEND, repr(Weekday.WEEKEND))  # => Weekday.MONDAY|TUESDAY [<Weekday.MONDAY: 1>, <Weekday.TUESDAY: 2>, <Weekday.WEDNESDAY: 4>] Weekday.WEEKEND <Weekday.WEEKEND: 24>

# %% context managers
from contextlib import *
import contextlib
@contextmanager
def tag(name):
    print(f'<{name}>')  # => <a>
    # => <b>
    # => <c>
    # => <deco>
    # => <deco>
    # => <s1>
    # => <s2>
    try:
        yield name.upper()
    except ValueError as e:
        print('caught', e)  # => caught x
    finally:
        print(f'</{name}>')  # => </a>
        # => </b>
        # => </c>
        # => </deco>
        # => </deco>
        # => </s2>
        # => </s1>
with tag('a') as t: print(t)  # => A
with tag('b'): raise ValueError('x')
try:
    with tag('c'): raise KeyError('k')
except KeyError as e: print('out', e)  # => out 'k'
@tag('deco')
def f(x): return x+1
print(f(1), f.__name__, f(2))  # => 2 f 3
with suppress(ZeroDivisionError, KeyError): 1/0
class R:
    def close(self): print('closed')  # => closed
with closing(R()) as r: pass
with ExitStack() as st:  # => cb 5
    st.enter_context(tag('s1')); st.enter_context(tag('s2'))
    st.callback(print, 'cb', 5)
class M(ContextDecorator):
    def __enter__(self): print('en'); return self  # => en
    def __exit__(self,*e): print('ex'); return False  # => ex
@M()
def g(): print('in g')  # => in g
g()
with nullcontext(4) as n: print(n)  # => 4
@contextmanager
def bad(): 
    if False: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)  # => generator didn't yield
class W:
    def __init__(self): self.s=''
    def write(self,t): self.s+=t
    def flush(self): pass
w=W()
with redirect_stdout(w): print('hid', 1)
print(repr(w.s))  # => 'hid 1\n'
try:
    with 5: pass
except TypeError as e: print(e)  # => 'int' object does not support the context manager protocol
class CM(AbstractContextManager):
    def __exit__(self,*a): print('bye')  # => bye
with CM() as c: print(isinstance(c, AbstractContextManager))  # => True
@contextmanager
def two():
    yield 1
    yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)  # => generator didn't stop
with ExitStack() as s:
    @s.callback
    def _(): print('later')  # => later
    print('now')  # => now

# %% functools, collections and abc
import heapq, bisect, functools, operator
from collections import *
from collections.abc import *
from abc import *
h=[5,3,8,1,9,2]
heapq.heapify(h); print(h); heapq.heappush(h,0); print(h, heapq.heappop(h), h, heapq.heappushpop(h,4), heapq.heapreplace(h,7), h)  # => [1, 3, 2, 5, 9, 8]
# => [3, 5, 4, 7, 9, 8] 0 [3, 5, 4, 7, 9, 8] 1 2 [3, 5, 4, 7, 9, 8]
print(heapq.nlargest(3,h), heapq.nsmallest(2,h,key=lambda x:-x), list(heapq.merge([1,4],[2,3],[0,9])))  # => [9, 8, 7] [9, 8] [0, 1, 2, 3, 4, 9]
a=[1,2,2,3]; bisect.insort(a,2); print(a,bisect.bisect_left(a,2),bisect.bisect(a,2))  # => [1, 2, 2, 2, 3] 1 4
@functools.lru_cache(maxsize=None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info(), fib.__name__)  # => 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=None, currsize=81) fib
fib.cache_clear(); print(fib.cache_info())  # => CacheInfo(hits=0, misses=0, maxsize=None, currsize=0)
class C:
    @functools.cached_property
    def p(self): print('once'); return 5  # => once
    @functools.lru_cache
    def m(self,x): return x*2
c=C(); print(c.p,c.p,c.m(2),c.m(2),C.m.cache_info())  # => 5 5 4 4 CacheInfo(hits=1, misses=1, maxsize=128, currsize=1)
@functools.total_ordering
class V:
    def __init__(s,x): s.x=x
    def __eq__(s,o): return s.x==o.x
    def __lt__(s,o): return s.x<o.x
print(V(1)<V(2),V(1)<=V(1),V(3)>V(2),V(1)>=V(2))  # => True True True False
@functools.singledispatch
def show(x): return 'obj'
@show.register(int)
def _(x): return 'int'
@show.register
def _(x: str): return 'str'
@show.register(list)
@show.register(tuple)
def _(x): return 'seq'
print(show(1),show('a'),show([]),show(()),show(1.5),show(True))  # => int str seq seq obj int
print(ChainMap({'a':1},{'b':2,'a':3}), ChainMap({'a':1},{'b':2})['b'], dict(ChainMap({'a':1},{'b':2,'a':3})))  # => ChainMap({'a': 1}, {'b': 2, 'a': 3}) 2 {'b': 2, 'a': 1}
class D(UserDict):
    def __setitem__(self,k,v): super().__setitem__(k,v*2)
d=D(a=1); d['b']=5; print(d, len(d), 'a' in d, list(d.items()), d.get('z',0), d.pop('a'), d)  # => {'b': 10} 2 True [('a', 2), ('b', 10)] 0 2 {'b': 10}
print(isinstance([],Iterable),isinstance(5,Iterable),isinstance({},Mapping),isinstance('a',Sequence),isinstance([],MutableSequence),isinstance((x for x in []),Generator),isinstance(len,Callable),isinstance([],Hashable),isinstance((),Hashable))  # => True False True True True True True False True
class S(Sequence):
    def __init__(s,*a): s.a=a
    def __getitem__(s,i): return s.a[i]
    def __len__(s): return len(s.a)
s=S(1,2,3); print(list(s),2 in s,list(reversed(s)),s.index(3),s.count(1))  # => [1, 2, 3] True [3, 2, 1] 2 1
class A(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def g(self): ...
try: A()
except TypeError as e: print(e)  # => Can't instantiate abstract class A without an implementation for abstract methods 'f', 'g'
class B(A):
    def f(self): return 1
try: B()
except TypeError as e: print(e)  # => Can't instantiate abstract class B without an implementation for abstract method 'g'
class Bad(Sequence): pass
try: Bad()
except TypeError as e: print(e)  # => Can't instantiate abstract class Bad without an implementation for abstract methods '__getitem__', '__len__'
print(operator.itemgetter(1), operator.attrgetter('a','b'), sorted([(1,2),(0,3)],key=operator.itemgetter(0)))  # => operator.itemgetter(1) operator.attrgetter('a', 'b') [(0, 3), (1, 2)]
class MM(MutableMapping):
    def __init__(s): s.d={}
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m=MM(); m['x']=1; m.update(y=2); print(m.keys(), list(m.values()), m.setdefault('z',9), m.pop('x'), m=={'y':2,'z':9}, m.popitem()) if False else print(list(m.keys()), list(m.values()), m.setdefault('z',9), m.pop('x'), m=={'y':2,'z':9}, m.popitem())  # => ['x', 'y'] [1, 2] 9 1 True ('y', 2)
class P:
    @functools.partialmethod
    def q(self): pass
    def setit(self, v): self.v=v
    on=functools.partialmethod(setit, True)
p=P(); p.on(); print(p.v)  # => True
u=UserList([3,1]); u.append(2); u.sort(); print(u, u+[1], u[0:2], type(u[0:2]).__name__)  # => [1, 2, 3] [1, 2, 3, 1] [1, 2] UserList
us=UserString('abc'); print(us.upper(), us+'d', us=='abc', len(us))  # => ABC abcd True 3
class W(Set):
    def __init__(s,it): s.e=list(it)
    def __iter__(s): return iter(s.e)
    def __contains__(s,x): return x in s.e
    def __len__(s): return len(s.e)
w=W('abc')&W('bcd'); print(sorted(w), W('ab')<=W('abc'), W('ab')|{'z'} is None)  # => ['b', 'c'] True False
