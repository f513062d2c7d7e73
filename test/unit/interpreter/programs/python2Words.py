Programs of Python 2, written down from CPython 2.7.18.

# %% print and literals
# -*- coding: utf-8 -*-
print 'a', 1, 2.5, 'x', None, True, [1, 'a', u'b'], (1,), {'k': u'v'}  # => a 1 2.5 x None True [1, 'a', u'b'] (1,) {'k': u'v'}
print  # =>
print 'no newline',  # => no newline
print 'same line'  # =>  same line
print 'a' 'b', ; print 'c'  # => ab c
print('paren'), 5  # => paren 5
print ('a', 'b')  # => ('a', 'b')
print 7/2, -7/2, 7%3, -7%3, 7.0/2, 7//2, 2**-1, 2**100, 10**18*10, 5L, repr(5L), 5L + 3, type(5L), 0777, 0o17, 0xff, 0b11  # => 3 -4 1 2 3.5 3 0.5 1267650600228229401496703205376 10000000000000000000 5 5L 8 <type 'long'> 511 15 255 3
print 1/3.0, 0.1, 0.1+0.2, 1e16, 1e-5, 123456789.123456789, repr(0.1), repr(0.1+0.2), str(1.0/3), 1e12, 1e11, 100000000000.0, 3.0  # => 0.333333333333 0.1 0.3 1e+16 1e-05 123456789.123 0.1 0.30000000000000004 0.333333333333 1e+12 1e+11 1e+11 3.0
print 2**31, 2**62, 2**63, 2**64, -2**63, type(2**62), type(2**63), sys.maxint if 0 else '', 9223372036854775807 + 1, int(1e20), long(5), int('99999999999999999999')  # => 2147483648 4611686018427387904 9223372036854775808 18446744073709551616 -9223372036854775808 <type 'int'> <type 'long'>  9223372036854775808 100000000000000000000 5 99999999999999999999
print 'abc'[0], 'abc'[::-1], len('abc'), 'a' * 3, 'a' + u'b', repr('a' + u'b'), 'abc' == u'abc', u'abc', repr(u'abc'), repr(u'é'), repr('é'), len(u'é'), [u'é'], ['é']  # => a cba 3 aaa ab u'ab' True abc u'abc' u'\xe9' '\xc3\xa9' 1 [u'\xe9'] ['\xc3\xa9']
print u'é'.encode('utf-8'), 'é'.decode('utf-8') == u'é', repr('é'.decode('utf-8')), repr(u'é'.encode('utf-8')), repr(u'\u20ac'), isinstance('a', basestring), isinstance(u'a', basestring), isinstance('a', str), unicode('abc'), str(u'abc'), unicode(5), repr(unicode(5))  # => é True u'\xe9' '\xc3\xa9' u'\u20ac' True True True abc abc 5 u'5'
print `1`, `'a'`, 1 <> 2, 1 != 2  # => 1 'a' True True

# %% exceptions and their words
try: raise ValueError, 'msg'
except ValueError, e: print e, repr(e), e.args, e.message  # => msg ValueError('msg',) ('msg',) msg
try: raise ValueError('a', 1)
except (TypeError, ValueError), e: print e, repr(e)  # => ('a', 1) ValueError('a', 1)
try: raise KeyError, 'k'
except KeyError, e: print e, str(e), repr(e)  # => 'k' 'k' KeyError('k',)
try: 1/0
except ZeroDivisionError as e: print e  # => integer division or modulo by zero
try: {}['x']
except KeyError as e: print e  # => 'x'
try: [][0]
except IndexError as e: print e  # => list index out of range
try: int('x')
except ValueError as e: print e  # => invalid literal for int() with base 10: 'x'
try: undefined
except NameError as e: print e  # => name 'undefined' is not defined
try: 'a' + 1
except TypeError as e: print e  # => cannot concatenate 'str' and 'int' objects
try: 1 + 'a'
except TypeError as e: print e  # => unsupported operand type(s) for +: 'int' and 'str'
try: None.x
except AttributeError as e: print e  # => 'NoneType' object has no attribute 'x'
try: len(5)
except TypeError as e: print e  # => object of type 'int' has no len()
try: (lambda x: x)()
except TypeError as e: print e  # => <lambda>() takes exactly 1 argument (0 given)
def f(a, b=1): pass
for args in ((), (1,2,3)):
    try: f(*args)
    except TypeError as e: print e  # => f() takes at least 1 argument (0 given)
    # => f() takes at most 2 arguments (3 given)
try: f(c=1)
except TypeError as e: print e  # => f() got an unexpected keyword argument 'c'
try: f(1, a=2)
except TypeError as e: print e  # => f() got multiple values for keyword argument 'a'
try: a, b = 1, 2, 3
except ValueError as e: print e  # => too many values to unpack
try: a, b = 1,
except ValueError as e: print e  # => need more than 1 value to unpack
try: for_ = 5; for_()
except TypeError as e: print e  # => 'int' object is not callable
try: 5[0]
except TypeError as e: print e  # => 'int' object has no attribute '__getitem__'
try: iter(5)
except TypeError as e: print e  # => 'int' object is not iterable
try: 'abc'.foo
except AttributeError as e: print e  # => 'str' object has no attribute 'foo'
try: float('x')
except ValueError as e: print e  # => could not convert string to float: x
try: [].remove(1)
except ValueError as e: print e  # => list.remove(x): x not in list
try: [1,2].index(5)
except ValueError as e: print e  # => 5 is not in list
try: u'é'.encode('ascii')
except UnicodeEncodeError as e: print e  # => 'ascii' codec can't encode character u'\xe9' in position 0: ordinal not in range(128)
try: 'é'.decode('ascii')
except UnicodeDecodeError as e: print e  # => 'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)
try: u'a' + 'é'
except UnicodeDecodeError as e: print e  # => 'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)
try: str(u'é')
except UnicodeEncodeError as e: print e  # => 'ascii' codec can't encode character u'\xe9' in position 0: ordinal not in range(128)
try: assert 0, 'm'
except AssertionError, e: print e  # => m

# %% lists, classes and comparison
d = {'a': 1}
print d.has_key('a'), d.keys(), d.values(), d.items(), list(d.iteritems()), list(d.iterkeys()), d.get('z'), type(d.keys()), d  # => True ['a'] [1] [('a', 1)] [('a', 1)] ['a'] None <type 'list'> {'a': 1}
print range(5), range(1,10,3), xrange(5), type(xrange(5)), list(xrange(3)), map(lambda x: x*2, [1,2]), filter(lambda x: x > 1, [1,2,3]), filter(None, 'a0'), filter(lambda c: c != 'a', 'banana'), zip([1,2],[3,4]), reduce(lambda a, b: a+b, [1,2,3]), map(None, [1,2],[3]), sorted([3,1,2], cmp=lambda a,b: cmp(b,a)), sorted([3,1,2], lambda a,b: b-a), cmp(1,2), cmp('b','a'), sum([1,2]), max([1,2]), any([0,1])  # => [0, 1, 2, 3, 4] [1, 4, 7] xrange(5) <type 'xrange'> [0, 1, 2] [2, 4] [2, 3] a0 bnn [(1, 3), (2, 4)] 6 [(1, 3), (2, None)] [3, 2, 1] [3, 2, 1] -1 1 3 2 True
l = [3,1,2]; l.sort(cmp=lambda a,b: b-a); print l; l.sort(key=lambda x: x, reverse=True); print l  # => [3, 2, 1]
    # => [3, 2, 1]
print [1, 'a', None, 2.5, (1,), [2], {}] > 5, sorted([1, 'a', None, 2.5, (1,), [2], u'b', True]), 1 < 'a', None < 1, [] < (), (1,2) < (1,'a'), 'a' < 1  # => True [None, 1, True, 2.5, [2], 'a', (1,), u'b'] True True True True False
print [x for x in range(3)], x  # => [0, 1, 2] 2
print round(2.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(5.015, 2), round(1234.5, -2), round(3)  # => 3.0 -3.0 1.0 2.0 2.67 5.01 1200.0 3.0
print divmod(7,2), pow(2,3), abs(-5), oct(8), hex(255), hex(2**70), bin(5), chr(97), unichr(233) == u'é', ord('a'), ord(u'é'), coerce(1, 2.5) if 0 else ''  # => (3, 1) 8 5 010 0xff 0x400000000000000000L 0b101 a True 97 233
def t(a, (b, c), d=1): return a, b, c, d
print t(1, (2, 3))  # => (1, 2, 3, 1)
print (lambda (a, b): a + b)((1, 2))  # => 3
class Old: 
    def __init__(self): self.x = 1
    def m(self): return 'm'
o = Old(); print o.x, o.m(), isinstance(o, Old), Old.__name__, o.__class__.__name__, type(o), type(Old)  # => 1 m True Old Old <type 'instance'> <type 'classobj'>
class New(object): pass
print type(New()), New.__mro__, type(New)  # => <class '__main__.New'> (<class '__main__.New'>, <type 'object'>) <type 'type'>
class M(type):
    def __new__(c, n, b, d): d['z'] = 9; return type.__new__(c, n, b, d)
class WithMeta(object): __metaclass__ = M
print WithMeta.z  # => 9
class It(object):
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def next(self):
        self.i += 1
        if self.i > 2: raise StopIteration
        return self.i
print list(It()), [i for i in It()]  # => [1, 2] [1, 2]
g = (i for i in range(2)); print g.next(), g.next()  # => 0 1
class V(object):
    def __cmp__(self, o): return cmp(1, 2)
    def __nonzero__(self): return False
    def __div__(self, o): return 'div'
    def __unicode__(self): return u'uni'
    def __str__(self): return 'st'
    def __getslice__(self, a, b): return (a, b)
    def __coerce__(self, o): return None
    def __hash__(self): return 1
    def __long__(self): return 5L
    def __oct__(self): return 'o'
print V() < V(), bool(V()), V()/1, unicode(V()), str(V()), '%s' % V()  # => True False div uni st st

# %% formatting and types
import sys
print >>sys.stdout, 'to stdout', 5  # => to stdout 5
sys.stdout.write('w\n')  # => w
print "%s %d %r %5.2f %x" % ('a', 5, 'b', 3.14159, 255), '%s' % u'é' == u'é', '%d' % 5L, '%d' % 3.7, '%s' % (1,), '%(a)s' % {'a': 1}, '%r' % u'x', '%s' % 0.1, '%s' % (1.0/3), '%r' % (1.0/3), 'a'.upper(), 'Hello World'.swapcase(), 'a,b'.split(','), ' x '.strip(), 'abc'.find('c'), 'abc'.replace('a','b'), 'abc'.startswith('a'), '{} {}'.format(1,'a'), '{0:>5}'.format('x'), '{:.2f}'.format(3.14159), '{:,}'.format(1234567), 'a'.isalpha(), 'abc'.title(), 'x'.zfill(3), 'a-b'.partition('-'), 'abc'.join(['1','2']), 'a\tb'.expandtabs(), 'abc'.count('a'), u'abc'.upper(), repr(u'abc'.upper()), repr('a'.join([u'b', 'c'])), repr('%s %s' % ('a', u'b')), repr(u'a %s' % 'b'), repr('{}'.format(u'a')), repr(u'{}'.format('a'))  # => a 5 'b'  3.14 ff True 5 3 1 1 u'x' 0.1 0.333333333333 0.3333333333333333 A hELLO wORLD ['a', 'b'] x 2 bbc True 1 a     x 3.14 1,234,567 True Abc 00x ('a', '-', 'b') 1abc2 a       b 1 ABC u'ABC' u'bac' u'a b' u'a b' 'a' u'a'
print set([1,2,3]), frozenset([1]), set(), {1,2}, {x for x in 'a'}, {k: v for k, v in [(1,2)]}, (1,), [], {}, 1 if True else 2, not 1, 3 and 4, 0 or 'x'  # => set([1, 2, 3]) frozenset([1]) set([]) set([1, 2]) set(['a']) {1: 2} (1,) [] {} 1 False 4 x
from collections import OrderedDict, defaultdict, Counter, namedtuple, deque
print OrderedDict([('a', 1)]), defaultdict(int), Counter('aab'), deque([1]), namedtuple('P', 'x y')(1, 2)  # => OrderedDict([('a', 1)]) defaultdict(<type 'int'>, {}) Counter({'a': 2, 'b': 1}) deque([1]) P(x=1, y=2)
print 1 == 1.0, 1 is 1, 'a' in 'abc', True + 1, True, int(True), -5 // 2, -5 % 2, 5 % -3, 1e308 * 10, float('nan'), float('inf'), -0.0, 1.5e300 * 1e10, 3+4j, abs(3+4j), complex(1,2), (1+2j)*2  # => True True True 2 True 1 -3 1 -1 inf nan inf -0.0 inf (3+4j) 5.0 (1+2j) (2+4j)
with type('C', (), {'__enter__': lambda s: 1, '__exit__': lambda s, *a: False})() as z: print z  # => 1
def gen():
    x = yield 1
    print x  # => s
    yield 2
g = gen(); print g.next(); print g.send('s')  # => 1
    # => 2
print dir([])[-3:], callable(len), hasattr([], 'sort'), getattr([], 'foo', 5), id(1) == id(1), type(1), type('a'), type(u'a'), type(1.0), type(None), type([]), int, str, unicode, object, type(len), Exception, ValueError  # => ['remove', 'reverse', 'sort'] True True 5 True <type 'int'> <type 'str'> <type 'unicode'> <type 'float'> <type 'NoneType'> <type 'list'> <type 'int'> <type 'str'> <type 'unicode'> <type 'object'> <type 'builtin_function_or_method'> <type 'exceptions.Exception'> <type 'exceptions.ValueError'>
i = 5
while i > 0:
    i -= 1
    if i == 2: continue
    if i == 1: break
else: print 'else'
print i, [1,2,3][-1], [1,2,3,4][1:3], range(10)[::2], [[0]*2 for _ in range(2)], zip(*[[1,2],[3,4]]), list(enumerate('ab')), list(reversed([1,2])), sorted({'b':1,'a':2}), min('abc'), 'abc'[1:], "it's", 'say "hi"'  # => 1 3 [2, 3] [0, 2, 4, 6, 8] [[0, 0], [0, 0]] [(1, 3), (2, 4)] [(0, 'a'), (1, 'b')] [2, 1] ['a', 'b'] a bc it's say "hi"

