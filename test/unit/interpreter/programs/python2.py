Programs of Python 2.

# %% print and numbers
import sys
print 1, 2.0, 'three', [4], (5,), {6: 7}, None, 8L, True  # => 1 2.0 three [4] (5,) {6: 7} None 8 True
for i in range(3):
    print i,  # => 0 1 2
print  # =>
print 'a', 'b\n', 'c'  # => a b
# => c
print 10 / 4, 10 / 4., 1e3, 1e16, 1e-5, 0.1 + 0.2, 1 / 3., 2. ** 0.5, 1e22, 100000000000000000000., -0.0  # => 2 2.5 1000.0 1e+16 1e-05 0.3 0.333333333333 1.41421356237 1e+22 1e+20 -0.0
print [0.1 + 0.2, 1 / 3.], (1, 2.0), [1, [2, (3,)]], {'a': 1.5}, None, True, 'txt', ['txt', u'uni'], 3L ** 2, 2 ** 70, [2 ** 70]  # => [0.30000000000000004, 0.3333333333333333] (1, 2.0) [1, [2, (3,)]] {'a': 1.5} None True txt ['txt', u'uni'] 9 1180591620717411303424 [1180591620717411303424L]
print '%s %r' % (0.1 + 0.2, 0.1 + 0.2), str(1 / 3.), repr(1 / 3.), float('inf'), [float('nan')]  # => 0.3 0.30000000000000004 0.333333333333 0.3333333333333333 inf [nan]
print round(2.5), round(-2.567, 2), round(3), -7 / 2, 7 % -3, [10L, 5], 10L, `[1L]`, long(5), int(5L), 2 ** 31, [2**62, 2**63, -2**63]  # => 3.0 -2.57 3.0 -4 -2 [10L, 5] 10 [1L] 5 5 2147483648 [4611686018427387904, 9223372036854775808L, -9223372036854775808L]

# %% functions and exceptions
def f(a, (b, c), d=4): return a + b * c + d
print f(1, (2, 3)), map(lambda (x, y): x + y, [(1, 2)]), reduce(lambda a, b: a + b, [1, 2, 3]), filter(None, [0, 1]), zip([1], [2])  # => 11 [3] 6 [1] [(1, 2)]
try:
    raise ValueError, 'msg'
except ValueError, e:
    print 'caught', e, e.message, repr(e)  # => caught msg msg ValueError('msg',)
print [x for x in range(3)], x  # => [0, 1, 2] 2

# %% old-style classes, texts and built-in functions
import sys
class A:
    def __init__(self): self.v = 1
    def __str__(self): return 'old'
class B(A):
    def __nonzero__(self): return False
print A(), bool(B()), isinstance(B(), A), type(1), int, 5 <> 4, cmp(1, 2), 'a' < 1, None < 0, xrange(3), xrange(1, 5)  # => old False True <type 'int'> <type 'int'> True -1 False True xrange(3) xrange(1, 5)
print d.keys() if 0 else {1: 2}.keys(), {1: 2}.items(), {1: 2}.has_key(1), sorted({'b': 1, 'a': 2}.iteritems()), dict(a=1).values()  # => [1] [(1, 2)] True [('a', 2), ('b', 1)] [1]
print u'x' + 'y', [u'x' + 'y'], unicode('z'), isinstance('a', basestring), 'abc'.encode('hex') if 0 else '', oct(8), hex(255), unichr(97)  # => xy [u'xy'] z True  010 0xff a
sys.stdout.write('w\n')  # => w
print '%d %5.1f %e %g %x' % (3.7, 2.25, 12345.678, 1e-5, 255), 7 // 2, 7.0 // 2, divmod(7, 2), 1 if True else 0, '{0:.3f} {1!r:>5}'.format(1.5, 'a')  # => 3   2.2 1.234568e+04 1e-05 ff 3 3.0 (3, 1) 1 1.500   'a'
from itertools import izip, imap
print list(izip([1, 2], 'ab')), sum([1, 2]), max(1, 2), sorted([3, 1], cmp=lambda a, b: b - a), set([1, 2]), frozenset([1]), 017, 0x1F, 1j  # => [(1, 'a'), (2, 'b')] 3 2 [3, 1] set([1, 2]) frozenset([1]) 15 31 1j
def g():
    yield 1
it = g(); print it.next(), list(g())  # => 1 [1]
print "%s" % ((1, 2),), 'x' * 3, "it's", ["it's"], ['\xc3\xa9'] if 0 else '', True + 1, not 1, 3 and 4, 0 or 'x', [] or None  # => (1, 2) xxx it's ["it's"]  2 False 4 x None

# %% new-style classes and messages
class A:
    pass
class New(object):
    n = 0
    def __init__(self, n, **kw): self.n, self.o = n, dict({'g': 1.0}, **kw)
    @property
    def gain(self): return self.o['g']
    __repr__ = lambda self: '<%s n=%d gain=%s>' % (type(self).__name__, self.n, self.gain)
class Sub(New):
    def __init__(self, n): super(Sub, self).__init__(n, g=2.0)
print Sub(3), [New(1)], Sub.__name__, New, Sub.__mro__ and 1  # => <Sub n=3 gain=2.0> [<New n=1 gain=1.0>] Sub <class '__main__.New'> 1
def h(a, b): pass
for t in [lambda: h(1), lambda: h(1, 2, 3), lambda: h(1, c=2), lambda: h(1, a=2), lambda: undefined_thing, lambda: A().zz, lambda: [][1], lambda: 1 / 0, lambda: int('z'), lambda: float('x'), lambda: 'a' + 1, lambda: len(5), lambda: None[0], lambda: range(2.5), lambda: (lambda: 0)(1)]:
    try: t()
    except Exception as e: print type(e).__name__, e  # => TypeError h() takes exactly 2 arguments (1 given)
    # => TypeError h() takes exactly 2 arguments (3 given)
    # => TypeError h() got an unexpected keyword argument 'c'
    # => TypeError h() got multiple values for keyword argument 'a'
    # => NameError global name 'undefined_thing' is not defined
    # => AttributeError A instance has no attribute 'zz'
    # => IndexError list index out of range
    # => ZeroDivisionError integer division or modulo by zero
    # => ValueError invalid literal for int() with base 10: 'z'
    # => ValueError could not convert string to float: x
    # => TypeError cannot concatenate 'str' and 'int' objects
    # => TypeError object of type 'int' has no len()
    # => TypeError 'NoneType' object has no attribute '__getitem__'
    # => TypeError range() integer end argument expected, got float.
    # => TypeError <lambda>() takes no arguments (1 given)
1 / 0  # !> ZeroDivisionError: integer division or modulo by zero

# %% true division and print function
from __future__ import division, print_function
print(7 / 2, 7 // 2, 1 / 3, end='!\n')  # => 3.5 3 0.333333333333!
x = 7
x /= 2
print(x)  # => 3.5

# %% names with private parts, star arguments, conversions
class C(object):
    __p = 1
    def get(self): return self.__p
    def __div__(self, o): return ('div', o)
    def __cmp__(self, o): return cmp(1, o)
print C().get(), C() / 2, C() == 1, C() < 5, str(3L), int('7'), long('8'), float('1.5'), `'a'`, [1, 2L]  # => 1 ('div', 2) True True 3 7 8 1.5 'a' [1, 2L]
def f(*a, **k): return a, sorted(k.items())
print f(1, *(2, 3), **{'z': 1}), dict(zip('ab', [1, 2])), map(None, [1, 2], [3]), range(5, 0, -2), sorted('bca')  # => ((1, 2, 3), [('z', 1)]) {'a': 1, 'b': 2} [(1, 3), (2, None)] [5, 3, 1] ['a', 'b', 'c']
print 'a,b'.split(','), ' x '.strip() + '|', 'abc'.center(9, '*'), 'x' in 'text', 'hidden'[1:4], '%s' % u'u', u'%s' % 1 == u'1'  # => ['a', 'b'] x| ***abc*** True idd u True
exec_name = 1
print [i for i in range(3) if i], i, (lambda x, y=2: x ** y)(3), any([0, 1]), sum(x for x in range(4)), [d for d in [{1: 2}]]  # => [1, 2] 2 9 True 6 [{1: 2}]
print divmod(7, -2), -7 // 2, 2 ** -1, 2 ** 0.5, 1e300 * 1e10, 3 % 2.5, int(-3.7), abs(-3L), 5 / 2.0, 0xFF, 1 / 2, -1 / 2, 1.0 / 3  # => (-4, -1) -4 0.5 1.41421356237 inf 0.5 -3 3 2.5 255 0 -1 0.333333333333
