# %% attributes in a format
'{0.__class__.__mro__[1].__subclasses__}'.format(5)
# %% the globals in a format
def f(): pass
secret = 42
print('{0.__globals__[secret]}'.format(f))
# %% JavaScript's names in a format
'{0.constructor}'.format('a')
# %% JavaScript's names in a format, by index
'{0[__proto__]}'.format({})
# %% a width of a thousand millions
'%1000000000000d' % 5
# %% a width from the arguments
'%*d' % (10**12, 5)
# %% a precision from the arguments
'%.*f' % (10**9, 1.5)
# %% a precision of a float
'%.1000000000f' % 1.5
# %% a width in an f-string
f'{5:1000000000000}'
# %% a precision in an f-string
f'{1.5:.999999999999f}'
# %% a precision in an f-string that fits an integer
f'{1.5:.2147483647f}'
# %% nested fields in an f-string
n = 10**11
f'{"a":>{n}}'
# %% a width that is no integer
f'{5:99999999999999999999999999}'
# %% deeply nested fields
'{:{:{:{}}}}'.format(1, 2, 3, 4)
# %% ljust
'a'.ljust(10**12)
# %% zfill
'a'.zfill(10**11)
# %% center
b'a'.center(10**12)
# %% expandtabs
('\t' * 1000).expandtabs(10**10)
# %% join
('x' * 10**6).join(['a'] * 10**4)
# %% replace
('a' * 10**6).replace('a', 'b' * 10**6)
# %% translate
('a' * 10**5).translate({97: 'b' * 10**7})
# %% multiplication of texts
'x' * 10**12
# %% of bytes
b'x' * 10**12
# %% doubling
s = 'x'
while True:
    s += s
# %% doubling and hashing
s = 'x'
while True:
    s = s + s
    hash(s)
# %% many large texts
kept = []
while True:
    kept.append('x' * 10**6 + str(len(kept)))
# %% printing without end
while True:
    print('x' * 10**6)
# %% one line that is too long
print('x' * (9 * 1024 * 1024))
# %% to the errors without end
import sys
while True:
    sys.stderr.write('x' * 10**6)
# %% warnings without end
import warnings
n = 0
while True:
    n += 1
    warnings.warn(str(n))
# %% textwrap
import textwrap
textwrap.fill('a ' * 10**5, 1, initial_indent='x' * 10**5, subsequent_indent='x' * 10**5)
# %% a formatter of one's own
import string
class F(string.Formatter):
    def get_value(self, key, args, kwargs): return self
print(len(F().format('{0.__class__}')) > 0)
# %% unicode that grows
'\u0390' * 10**6 + ('\u0390' * 10**9).upper()
# %% the format of a type
class A:
    def __format__(self, spec): return format(self, spec)
f'{A()}'
# %% __format__ that gives no text
class A:
    def __format__(self, spec): return 5
f'{A()}'
# %% __repr__ that gives no text
class A:
    def __repr__(self): return 5
print(A())
# %% __str__ that gives itself
class A:
    def __str__(self): return self
str(A())
# %% a text that is a subclass
class S(str):
    def __str__(self): return self
    def __repr__(self): return S('<img src=x onerror=alert(1)>')
print(S('a'), [S('b')])
# %% time
import time
time.strftime('%Y' * 10**6)
# %% a date without end
import datetime
datetime.datetime.max + datetime.timedelta(days=10**9)
# %% hex of what is large
(b'x' * 10**8).hex('-', 1)[:3]
# %% struct
import struct
struct.pack('1000000000000x')
# %% struct with many
import struct
struct.calcsize('9' * 100 + 's')
# %% array
import array
array.array('d', [0]) * 10**12
