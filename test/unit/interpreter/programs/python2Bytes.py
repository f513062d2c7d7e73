# -*- coding: utf-8 -*-
# %% byte strings that are not ASCII
s = 'caf\xc3\xa9'
print len(s), repr(s), s  # => 5 'caf\xc3\xa9' café
print repr(s[3:]), [ord(c) for c in s][3:], s[-1] == '\xa9'  # => '\xc3\xa9' [195, 169] True
print repr('é'), len('é'), repr(u'é'), len(u'é')  # => '\xc3\xa9' 2 u'\xe9' 1
print repr('\xff\x00\xfe'), '\xff\x00'.encode('hex'), repr('ff00'.decode('hex'))  # => '\xff\x00\xfe' ff00 '\xff\x00'
print repr(s.decode('utf-8')), repr(u'\u20ac'.encode('utf-8')), repr(u'é'.encode('latin-1'))  # => u'caf\xe9' '\xe2\x82\xac' '\xe9'
try: u'é' + 'é'
except UnicodeDecodeError as e: print e  # => 'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)
try: str(u'é')
except UnicodeEncodeError as e: print e  # => 'ascii' codec can't encode character u'\xe9' in position 0: ordinal not in range(128)
print repr(chr(200)), ord(chr(255)), u'\xe9' == '\xc3\xa9', repr(s.upper()), s.find('\xa9')  # => '\xc8' 255 False 'CAF\xc3\xa9' 4
print 'é'.center(6, '*'), sorted(['é', 'a']), {'é': 1}, '%s|%r' % ('é', 'é')  # => **é** ['a', '\xc3\xa9'] {'\xc3\xa9': 1} é|'\xc3\xa9'
import string, struct, re, json
table = string.maketrans('abc', 'xyz')
print len(table), 'aabbcc'.translate(table), 'hello'.translate(None, 'l'), string.atoi('12') + 1  # => 256 xxyyzz heo 13
print repr(struct.pack('<I', 0xdeadbeef)), struct.unpack('<H', '\xef\xbe'), re.findall(r'\w+', 'caf\xc3\xa9 x')  # => '\xef\xbe\xad\xde' (48879,) ['caf', 'x']
print repr('a\xe9b'.decode('ascii', 'ignore')), repr('a\xe9b'.decode('utf-8', 'replace')), repr('a\x80b'.split('\x80'))  # => u'ab' u'a\ufffdb' ['a', 'b']
b = buffer('hello', 1, 3)
print b, len(b), repr(b[0]), 'abc'.encode('rot13'), repr('abc'.encode('base64'))  # => ell 3 'e' nop 'YWJj\n'

# %% texts of objects
class U(object):
    def __unicode__(self): return u'uni'
    def __str__(self): return 'str'
print u'%s' % U(), '%s' % U(), unicode(U()), str(U())  # => uni str uni str

# %% unicode literals
from __future__ import unicode_literals
import StringIO, collections
print repr('é'), repr(b'é'), type(''), repr('\u2713'), '%s' % 'ü'  # => u'\xe9' '\xc3\xa9' <type 'unicode'> u'\u2713' ü
f = StringIO.StringIO(); f.write('é\n')
print repr(f.getvalue()), collections.namedtuple('P', 'x y')(1, 2)  # => u'\xe9\n' P(x=1, y=2)

# %% unbound methods, slices and old-style exceptions
class Old:
    def __init__(self, m): self.m = m
    def __str__(self): return self.m
    def hi(self): return 1
class New(object):
    def hi(self, x): return x
def t(f):
    try: return f()
    except TypeError as e: return e
for f in [lambda: Old.hi(), lambda: New.hi(1), lambda: New.hi(New(), 2), lambda: New().hi()]: print t(f)
# => unbound method hi() must be called with Old instance as first argument (got nothing instead)
# => unbound method hi() must be called with New instance as first argument (got int instance instead)
# => 2
# => hi() takes exactly 2 arguments (1 given)
print New.hi, New.hi == New.hi, New.hi.im_class, type(New().hi).__name__  # => <unbound method New.hi> True <class '__main__.New'> instancemethod
try: raise Old('boom')
except Old, e: print e, e.m, e.__class__  # => boom boom __main__.Old
try: raise Old, 'second'
except (KeyError, Old), e: print e  # => second
log = []
class Seq:
    def __getslice__(self, i, j): return ('slice', i, j)
    def __setslice__(self, i, j, v): log.append((i, j, v))
    def __delslice__(self, i, j): log.append((i, j))
    def __getitem__(self, i): return ('item', i)
    def __len__(self): return 10
s = Seq()
print s[1:2], s[:], s[-1:], s[1:2:3]  # => ('slice', 1, 2) ('slice', 0, 9223372036854775807) ('slice', 9, 9223372036854775807) ('item', slice(1, 2, 3))
s[1:3] = [1]
del s[2:]
print log  # => [(1, 3, [1]), (2, 9223372036854775807)]
class L(list):
    def __getslice__(self, i, j): return L(list.__getslice__(self, i, j))
print type(L([1, 2, 3])[1:]).__name__, L([1, 2, 3])[1:]  # => L [2, 3]
class E2(Exception):
    def __init__(self, v): self.v = v
print repr(E2(5)), E2(5).args  # => E2() ()
raise Old('last')  # !> Old: last
