# %% attributes in a format
'{0.__class__.__mro__[1].__subclasses__}'.format(5)
# => "<method-wrapper '__subclasses__' of type object …
# %% the globals in a format
def f(): pass
secret = 42
print('{0.__globals__[secret]}'.format(f))
# => 42
# %% JavaScript's names in a format
'{0.constructor}'.format('a')
# !> AttributeError: 'str' object has no attribute 'constructor'
# %% JavaScript's names in a format, by index
'{0[__proto__]}'.format({})
# !> KeyError: '__proto__'
# %% a width of a thousand millions
'%1000000000000d' % 5
# !> BudgetExceeded: The program needs more than…
# %% a width from the arguments
'%*d' % (10**12, 5)
# !> BudgetExceeded: The program needs more than…
# %% a precision from the arguments
'%.*f' % (10**9, 1.5)
# !> BudgetExceeded: The program needs more than…
# %% a precision of a float
'%.1000000000f' % 1.5
# !> BudgetExceeded: The program needs more than…
# %% a width in an f-string
f'{5:1000000000000}'
# !> BudgetExceeded: The program needs more than…
# %% a precision in an f-string
f'{1.5:.999999999999f}'
# !> BudgetExceeded: The program needs more than…
# %% a precision in an f-string that fits an integer
f'{1.5:.2147483647f}'
# !> BudgetExceeded: The program needs more than…
# %% nested fields in an f-string
n = 10**11
f'{"a":>{n}}'
# !> BudgetExceeded: The program needs more than…
# %% a width that is no integer
f'{5:99999999999999999999999999}'
# !> BudgetExceeded: The program needs more than…
# %% deeply nested fields
'{:{:{:{}}}}'.format(1, 2, 3, 4)
# !> ValueError: Invalid format specifier '   3' for object of type 'int'
# %% ljust
'a'.ljust(10**12)
# !> BudgetExceeded: The program needs more than…
# %% zfill
'a'.zfill(10**11)
# !> BudgetExceeded: The program needs more than…
# %% center
b'a'.center(10**12)
# !> BudgetExceeded: The program needs more than…
# %% expandtabs
('\t' * 1000).expandtabs(10**10)
# !> MemoryError:
# %% join
('x' * 10**6).join(['a'] * 10**4)
# !> BudgetExceeded: The program needs more than…
# %% replace
('a' * 10**6).replace('a', 'b' * 10**6)
# !> MemoryError:
# %% translate
('a' * 10**5).translate({97: 'b' * 10**7})
# !> MemoryError:
# %% multiplication of texts
'x' * 10**12
# !> BudgetExceeded: The program needs more than…
# %% of bytes
b'x' * 10**12
# !> BudgetExceeded: The program needs more than…
# %% doubling
s = 'x'
while True:
    s += s
# !> BudgetExceeded: The program needs more than…
# %% one line that is too long
print('x' * (9 * 1024 * 1024))
# !> BudgetExceeded: The program printed more than 8 MB.
# %% warnings without end
import warnings
n = 0
while True:
    n += 1
    warnings.warn(str(n))
# !> BudgetExceeded: The program ran longer than…
# %% a formatter of one's own
import string
class F(string.Formatter):
    def get_value(self, key, args, kwargs): return self
print(len(F().format('{0.__class__}')) > 0)
# => True
# %% unicode that grows
'\u0390' * 10**6 + ('\u0390' * 10**9).upper()
# !> BudgetExceeded: The program needs more than…
# %% the format of a type
class A:
    def __format__(self, spec): return format(self, spec)
f'{A()}'
# !> RecursionError: maximum recursion depth exceeded
# %% __format__ that gives no text
class A:
    def __format__(self, spec): return 5
f'{A()}'
# !> TypeError: __format__ must return a str, not int
# %% __repr__ that gives no text
class A:
    def __repr__(self): return 5
print(A())
# !> TypeError: __repr__ returned non-string (type int)
# %% __str__ that gives itself
class A:
    def __str__(self): return self
str(A())
# !> TypeError: __str__ returned non-string (type A)
# %% a text that is a subclass
class S(str):
    def __str__(self): return self
    def __repr__(self): return S('<img src=x onerror=alert(1)>')
print(S('a'), [S('b')])
# => a [<img src=x onerror=alert(1)>]
# %% time
import time
time.strftime('%Y' * 10**4)
# => '20262026202620262026202620262026202620262026202620262026202620262026202620262026202620…
# %% a date without end
import datetime
datetime.datetime.max + datetime.timedelta(days=10**9)
# !> OverflowError: days=1000000000; must have magnitude <= 999999999
# %% struct
import struct
struct.pack('1000000000000x')
# !> BudgetExceeded: The program needs more than…
# %% struct with many
import struct
struct.calcsize('9' * 100 + 's')
# !> BudgetExceeded: The program needs more than…
# %% array
import array
array.array('d', [0]) * 10**12
# !> BudgetExceeded: The program needs more than…
