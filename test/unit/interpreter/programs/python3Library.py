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

# %% dataclasses
from dataclasses import *
from typing import List, ClassVar, Optional
@dataclass
class P:
    x: int
    y: int = 0
    tags: List[str] = field(default_factory=list)
    count: ClassVar[int] = 7
    def dist(self): return (self.x**2+self.y**2)**.5
p=P(3,4); print(p, p.dist(), p==P(3,4), p!=P(1), P.count, fields(p)[0].name, [f.name for f in fields(P)])  # => P(x=3, y=4, tags=[]) 5.0 True True 7 x ['x', 'y', 'tags']
p.tags.append('a'); print(p, P(1), asdict(p), astuple(p), replace(p,x=9))  # => P(x=3, y=4, tags=['a']) P(x=1, y=0, tags=[]) {'x': 3, 'y': 4, 'tags': ['a']} (3, 4, ['a']) P(x=9, y=4, tags=['a'])
for bad in (lambda: P(), lambda: P(1,2,[],4), lambda: P(1,z=3), lambda: P(1,x=2)):
    try: bad()
    except TypeError as e: print(e)  # => P.__init__() missing 1 required positional argument: 'x'
    # => P.__init__() takes from 2 to 4 positional arguments but 5 were given
    # => P.__init__() got an unexpected keyword argument 'z'
    # => P.__init__() got multiple values for argument 'x'
@dataclass(frozen=True, order=True)
class Q:
    a: int
    b: str = 'x'
q=Q(1); print(q, hash(q)==hash(Q(1)), {q: 1}[Q(1)], Q(1)<Q(2), sorted([Q(2),Q(1,'z'),Q(1,'a')]), max(Q(1),Q(3)))  # => Q(a=1, b='x') True 1 True [Q(a=1, b='a'), Q(a=1, b='z'), Q(a=2, b='x')] Q(a=3, b='x')
try: q.a=5
except FrozenInstanceError as e: print(type(e).__name__, e)  # => FrozenInstanceError cannot assign to field 'a'
try: del q.a
except AttributeError as e: print(e)  # => cannot delete field 'a'
@dataclass
class Base:
    i: int
    j: int = 2
@dataclass
class Child(Base):
    k: int = 3
    j: int = 10
print(Child(1), Child(1,2,3))  # => Child(i=1, j=10, k=3) Child(i=1, j=2, k=3)
@dataclass
class C:
    w: float
    h: float
    area: float = field(init=False)
    scale: InitVar[int] = 1
    def __post_init__(self, scale): self.area=self.w*self.h*scale
print(C(2,3), C(2,3,10).area)  # => C(w=2, h=3, area=6) 60
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 1
print(K(a=1))  # => K(a=1, b=1)
try: K(1)
except TypeError as e: print(e)  # => K.__init__() takes 1 positional argument but 2 were given
try: K()
except TypeError as e: print(e)  # => K.__init__() missing 1 required keyword-only argument: 'a'
@dataclass(slots=True)
class S:
    a: int = 1
s=S()
try: s.zz=1
except AttributeError as e: print(e)  # => 'S' object has no attribute 'zz'
@dataclass
class M:
    x: int
    _: KW_ONLY
    y: int = 2
print(M(1,y=5))  # => M(x=1, y=5)
try:
    @dataclass
    class Bad:
        l: list = []
except ValueError as e: print(e)  # => mutable default <class 'list'> for field l is not allowed: use default_factory
try:
    @dataclass
    class Bad2:
        l: int = 1
        m: int
except TypeError as e: print(e)  # => non-default argument 'm' follows default argument
@dataclass
class Node:
    v: int
    kids: list = field(default_factory=list, repr=False)
    nxt: Optional['Node'] = None
print(Node(1,[Node(2)]), asdict(Node(1,[Node(2)])))  # => Node(v=1, nxt=None) {'v': 1, 'kids': [{'v': 2, 'kids': [], 'nxt': None}], 'nxt': None}
@dataclass(eq=False)
class E: a: int=1
print(E()==E(), is_dataclass(E), is_dataclass(5))  # => False True False
X=make_dataclass('X',['a',('b',int),('c',int,field(default=5))]); print(X(1,2))  # => X(a=1, b=2, c=5)
class D:
    @dataclass
    class In: v: int
print(D.In(3))  # => D.In(v=3)
@dataclass(order=True)
class Item:
    sort_index: int = field(init=False, repr=False)
    name: str
    weight: int
    def __post_init__(self): self.sort_index=self.weight
print(sorted([Item('a',3),Item('b',1)]))  # => [Item(name='b', weight=1), Item(name='a', weight=3)]
@dataclass(frozen=True)
class F:
    x: int
    y: int = field(default=0, compare=False)
    def __post_init__(self): object.__setattr__(self,'y',self.x*2)
print(F(3), F(3)==F(3,9), fields(F)[1].default, hash(F(3))==hash(F(3,1)))  # => F(x=3, y=6) True 0 True
@dataclass
class G:
    x: int = 5
    def __repr__(self): return 'G!'
    def __eq__(self,o): return True
print(G(), G(1)==G(2), G.__match_args__)  # => G! True ('x',)
def f():
    @dataclass
    class L: a: int
    return L(1)
print(f())  # => f.<locals>.L(a=1)
try: Q(1)<5
except TypeError as e: print(e)  # => '<' not supported between instances of 'Q' and 'int'
try: hash(P(1))
except TypeError as e: print(e)  # => unhashable type: 'P'

# %% dates and times
from datetime import *
import datetime as dtm
d=date(2024,2,29); print(d, repr(d), d+timedelta(1), d-timedelta(days=60), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.strftime('%d/%m/%y %A %j %U %W %V'), d.replace(day=1), date.fromisoformat('2024-01-05'), date(2024,12,25)-d, (date(2024,12,25)-d).days)  # => 2024-02-29 datetime.date(2024, 2, 29) 2024-03-01 2023-12-31 3 4 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 738945 29/02/24 Thursday 060 08 09 09 2024-02-01 2024-01-05 300 days, 0:00:00 300
t=datetime(2024,1,2,3,4,5,678); print(t, repr(t), t.date(), t.time(), t+timedelta(hours=30,minutes=5), t.isoformat(), t.isoformat(' ','minutes'), t.strftime('%Y-%m-%d %H:%M:%S.%f %p %I %b %B %a'), t.replace(year=2020), t.timetuple())  # => 2024-01-02 03:04:05.000678 datetime.datetime(2024, 1, 2, 3, 4, 5, 678) 2024-01-02 03:04:05.000678 2024-01-03 09:09:05.000678 2024-01-02T03:04:05.000678 2024-01-02 03:04 2024-01-02 03:04:05.000678 AM 03 Jan January Tue 2020-01-02 03:04:05.000678 time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=1, tm_yday=2, tm_isdst=-1)
td=timedelta(days=1,hours=-3,seconds=1.5); print(td, repr(td), td.total_seconds(), td*2, td/3, td//timedelta(hours=1), td%timedelta(hours=1), -td, abs(-td), td>timedelta(0), timedelta(weeks=1), timedelta(milliseconds=1500), timedelta(microseconds=-1), timedelta(), repr(timedelta()), divmod(td,timedelta(hours=5)), td*1.5, td/timedelta(minutes=7))  # => 21:00:01.500000 datetime.timedelta(seconds=75601, microseconds=500000) 75601.5 1 day, 18:00:03 7:00:00.500000 21 0:00:01.500000 -1 day, 2:59:58.500000 21:00:01.500000 True 7 days, 0:00:00 0:00:01.500000 -1 day, 23:59:59.999999 0:00:00 datetime.timedelta(0) (4, datetime.timedelta(seconds=3601, microseconds=500000)) 1 day, 7:30:02.250000 180.00357142857143
print(datetime.strptime('2021-03-04 05:06:07','%Y-%m-%d %H:%M:%S'), datetime.strptime('Mar 4, 2021','%b %d, %Y'), datetime.strptime('04/03/21 11PM','%d/%m/%y %I%p'), datetime.strptime('2021-03-04T05:06:07+0200','%Y-%m-%dT%H:%M:%S%z'))  # => 2021-03-04 05:06:07 2021-03-04 00:00:00 2021-03-04 23:00:00 2021-03-04 05:06:07+02:00
for bad in (lambda: date(2023,2,29), lambda: datetime(2023,13,1), lambda: datetime.strptime('x','%Y'), lambda: datetime.strptime('2020 z','%Y'), lambda: date.fromisoformat('x'), lambda: date(2020,1,1)<5, lambda: datetime(2020,1,1)<datetime(2020,1,1,tzinfo=timezone.utc), lambda: date.max+timedelta(1), lambda: time(25), lambda: date(2020,1,1)+1, lambda: date(0,1,1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)  # => ValueError day is out of range for month
    # => ValueError month must be in 1..12
    # => ValueError time data 'x' does not match format '%Y'
    # => ValueError unconverted data remains:  z
    # => ValueError Invalid isoformat string: 'x'
    # => TypeError '<' not supported between instances of 'datetime.date' and 'int'
    # => TypeError can't compare offset-naive and offset-aware datetimes
    # => OverflowError date value out of range
    # => ValueError hour must be in 0..23
    # => TypeError unsupported operand type(s) for +: 'datetime.date' and 'int'
    # => ValueError year 0 is out of range
u=datetime(2024,1,2,12,tzinfo=timezone.utc); print(u, repr(u), u.astimezone(timezone(timedelta(hours=5,minutes=30))), u.timestamp(), datetime.fromtimestamp(0,timezone.utc), timezone(timedelta(hours=-3)), repr(timezone(timedelta(hours=-3),'X')), u.tzname(), u.utcoffset(), u==datetime(2024,1,2,13,tzinfo=timezone(timedelta(hours=1))))  # => 2024-01-02 12:00:00+00:00 datetime.datetime(2024, 1, 2, 12, 0, tzinfo=datetime.timezone.utc) 2024-01-02 17:30:00+05:30 1704196800.0 1970-01-01 00:00:00+00:00 UTC-03:00 datetime.timezone(datetime.timedelta(days=-1, seconds=75600), 'X') UTC 0:00:00 True
print(time(3,4), repr(time(3,4,5,6)), time(3)<time(4), time.fromisoformat('04:05:06'), datetime.combine(d,time(1,2)), datetime.fromisoformat('2024-01-02T03:04:05.123456+01:00'), datetime.min, datetime.max, date.min, timedelta.max, timedelta.resolution)  # => 03:04:00 datetime.time(3, 4, 5, 6) True 04:05:06 2024-02-29 01:02:00 2024-01-02 03:04:05.123456+01:00 0001-01-01 00:00:00 9999-12-31 23:59:59.999999 0001-01-01 999999999 days, 23:59:59.999999 0:00:00.000001
print(sorted([date(2024,1,2),date(2023,5,6)]), {d:1}[date(2024,2,29)], d==date(2024,2,29), isinstance(t,date), (datetime(2024,3,1)-datetime(2024,2,1)), f'{t:%Y/%m}', f'{d}', '%s'%d, d.ctime(), t.timestamp())  # => [datetime.date(2023, 5, 6), datetime.date(2024, 1, 2)] 1 True True 29 days, 0:00:00 2024/01 2024-02-29 2024-02-29 Thu Feb 29 00:00:00 2024 1704164645.000678
class MyDate(date):
    def hi(self): return self.year
m=MyDate(2020,1,1); print(m.hi(), repr(m), type(m+timedelta(1)).__name__)  # => 2020 MyDate(2020, 1, 1) MyDate

# %% type hints
from typing import *
import typing
T=TypeVar('T'); K=TypeVar('K', bound=int); 
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s=Stack[int](); s.push(3); print(s.pop(), Stack[int], T, K, TypeVar('C',covariant=True))  # => 3 __main__.Stack[int] ~T ~K +C
print(List[int], Dict[str,int], Optional[int], Union[int,str], Union[int,None,str], Callable[[int],str], Callable[...,Any], Tuple[int,...], Tuple[int,str], Any, Type[int], Literal['a',1], Set[str], Iterable[T], Optional[List[int]])  # => typing.List[int] typing.Dict[str, int] typing.Optional[int] typing.Union[int, str] typing.Union[int, NoneType, str] typing.Callable[[int], str] typing.Callable[..., typing.Any] typing.Tuple[int, ...] typing.Tuple[int, str] typing.Any typing.Type[int] typing.Literal['a', 1] typing.Set[str] typing.Iterable[~T] typing.Optional[typing.List[int]]
class P(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return (self.x**2+self.y**2)**.5
p=P(3,4); print(p, p.norm(), P(1), p._asdict(), p._replace(x=1), P._fields, p==(3,4), isinstance(p,tuple))  # => P(x=3, y=4) 5.0 P(x=1, y=0) {'x': 3, 'y': 4} P(x=1, y=4) ('x', 'y') True True
E=NamedTuple('E',[('name',str),('id',int)]); print(E('a',1))  # => E(name='a', id=1)
class M(TypedDict):
    name: str
    year: int
m: M = {'name':'x','year':1}; print(m, M(name='a',year=2), M.__annotations__)  # => {'name': 'x', 'year': 1} {'name': 'a', 'year': 2} {'name': <class 'str'>, 'year': <class 'int'>}
class Draw(Protocol):
    def draw(self) -> str: ...
class Circle:
    def draw(self): return 'o'
def render(d: Draw) -> str: return d.draw()
print(render(Circle()))  # => o
@runtime_checkable
class Closeable(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(), Closeable), isinstance(3, Closeable))  # => True False
UserId=NewType('UserId',int); print(UserId(5), UserId.__name__)  # => 5 UserId
@overload
def f(x:int)->int: ...
@overload
def f(x:str)->str: ...
def f(x): return x
print(f(1), cast(int,'a'), get_type_hints(render), get_origin(List[int]), get_args(Dict[str,int]), get_origin(Union[int,str]), get_origin(int))  # => 1 a {'d': <class '__main__.Draw'>, 'return': <class 'str'>} <class 'list'> (<class 'str'>, <class 'int'>) typing.Union None
print(Annotated[int,'meta'], List[T][int], Dict[K,T][int,str], List, isinstance([],List), List[int]==List[int], Optional[int]==Union[int,None], hash(List[int])==hash(List[int]))  # => typing.Annotated[int, 'meta'] typing.List[int] typing.Dict[int, str] typing.List True True True True
try:
    class A(Protocol):
        def x(self): ...
    A()
except TypeError as e: print(e)  # => Protocols cannot be instantiated
class Pair(Generic[T,K]):
    def __init__(self,a,b): self.a=a; self.b=b
print(Pair[str,int], Pair(1,2).a, Pair.__mro__)  # => __main__.Pair[str, int] 1 (<class '__main__.Pair'>, <class 'typing.Generic'>, <class 'object'>)
class Repo(Generic[T]):
    pass
class URepo(Repo[int]): pass
print(URepo.__mro__, URepo())if False else print(URepo.__bases__)  # => (<class '__main__.Repo'>,)
def g(a: int, b: 'str' = 'x', *args: int, **kw: float) -> Optional[str]: ...
print(g.__annotations__)  # => {'a': <class 'int'>, 'b': 'str', 'args': <class 'int'>, 'kw': <class 'float'>, 'return': typing.Optional[str]}
print(Sequence[int], Mapping[str,int], Iterator[int], Generator[int,None,None], Deque[int], DefaultDict[str,int], ClassVar[int], Final[int], NoReturn)  # => typing.Sequence[int] typing.Mapping[str, int] typing.Iterator[int] typing.Generator[int, NoneType, NoneType] typing.Deque[int] typing.DefaultDict[str, int] typing.ClassVar[int] typing.Final[int] typing.NoReturn
print(List[int] | None, int | List[int])  # => typing.Optional[typing.List[int]] typing.Union[int, typing.List[int]]
try: List[int]() ; print(List[int]([1]))
except TypeError as e: print(e)  # => Type List cannot be instantiated; use list() instead
try: Union()
except TypeError as e: print(e)  # => Cannot instantiate typing.Union
P2=ParamSpec('P2'); print(P2, Callable[P2,T])  # => ~P2 typing.Callable[~P2, ~T]
