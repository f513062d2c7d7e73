Programs of Python 3: generators, exceptions, texts, bytes, sets. Written down from CPython 3.11 where it agrees with 3.12.

# %% yield in every place
def inner():
    r = yield 'i1'
    print('inner got', r)  # => inner got S
    return 'res'
def outer():
    a = yield from inner()
    print('a', a)  # => a res
    b = yield from [1, 2]
    c = yield from 'xy'
    return a
o = outer(); print(next(o), o.send('S'), list(o))  # => i1 1 [2, 'x', 'y']
def f():
    t = (yield 1), (yield 2)
    d = {'a': (yield 3), (yield 'k'): (yield 4)}
    s = f"{(yield 5)}-{(yield 6)!r}"
    z = (yield 7) + (yield 8) * (yield 9)
    q = (yield 10) if (yield 11) else (yield 12)
    w = (yield 13) and (yield 14) or (yield 15)
    e = print((yield 16), sep=(yield 17))  # => 16
    d['idx'] = (yield 18)
    d['n'] = 0
    d['n'] += (yield 19)
    u = (yield 20) < (yield 21)
    v = [1,2,3][(yield 23):(yield 24)]
    h = lambda: (yield 25)
    print(list(h()))  # => [25]
    for i in (yield 26): print(i)  # => 1
    while (yield 27): pass
    if (yield 28): pass
    assert not (yield 29), 'x'
    x = not (yield 31)
    y = -(yield 32)
    (yield 33).foo if False else None
    return [t, d, s, z, q, w]
import contextlib
it = f()
vals = []
v = next(it)
try:
    while True:
        vals.append(v)
        r = {26: [1], 27: 0, 28: 0, 29: 0, 17: '-', 23: 0, 24: 1, 30: 'n', 34: contextlib.nullcontext(1)}.get(v, v)
        v = it.send(r)
except StopIteration as e: print(e.value)  # => [(1, 2), {'a': 3, 'k': 4, 'idx': 18, 'n': 19}, '5-6', 79, 10, 14]
print(vals)  # => [1, 2, 3, 'k', 4, 5, 6, 7, 8, 9, 11, 10, 13, 14, 16, 17, 18, 19, 20, 21, 23, 24, 26, 27, 28, 29, 31, 32]

# %% send, throw and close
def g():
    x = yield 1
    print('got', x)  # => got a
    # => got None
    try: y = yield 2
    except ValueError as e: print('caught', e); y = yield 'v'  # => caught boo
    finally: print('fin')  # => fin
    # => fin
    return (x, y)
it = g(); print(next(it), it.send('a'), it.throw(ValueError('boo')))  # => 1 2 v
try: it.send('z')
except StopIteration as e: print(e.value, e.args)  # => ('a', 'z') (('a', 'z'),)
try: next(it)
except StopIteration as e: print(repr(e))  # => StopIteration()
it = g(); next(it); it.close(); it.close()  # => 1
it = g()
try: it.send(5)
except TypeError as e: print(e)  # => can't send non-None value to a just-started generator
it = g(); next(it)  # => 1
try: it.throw(KeyError)
except KeyError as e: print(repr(e))  # => KeyError()
it = g(); next(it); next(it); it.close()  # => 1
    # => 2

# %% generators of all kinds
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)), next(x for x in fib() if x > 50))  # => [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] 55
g = (x*x for x in range(5)); print(next(g), list(g), list(g), type(g), g.__name__)  # => 0 [1, 4, 9, 16] [] <class 'generator'> <genexpr>
def countdown(n):
    while n: yield n; n -= 1
print(*countdown(3), sum(countdown(4)), max(countdown(3)), list(zip(countdown(2), 'ab')))  # => 3 2 1 10 3 [(2, 'a'), (1, 'b')]
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1,[2,[3]],4])))  # => [1, 2, 3, 4]
def e():
    return
    yield
print(list(e()))  # => []
def r():
    yield 1
    raise ValueError('in gen')
try: list(r())
except ValueError as x: print(x)  # => in gen
def si():
    yield 1
    raise StopIteration
try: list(si())
except RuntimeError as x: print(x, repr(x.__cause__))  # => generator raised StopIteration StopIteration()
def sn():
    yield next(iter([]))
try: list(sn())
except RuntimeError as x: print(x)  # => generator raised StopIteration
gg = fib(); print(gg.gi_running)  # => False
def self_():
    yield next(s)
s = self_()
try: next(s)
except ValueError as x: print(x)  # => generator already executing

# %% causes, contexts and finally
try:
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)  # => ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
try:
    try: 1/0
    except ZeroDivisionError: raise KeyError('k')
except KeyError as e: print(e.__cause__, repr(e.__context__), e.__suppress_context__)  # => None ZeroDivisionError('division by zero') False
try:
    try: 1/0
    except ZeroDivisionError: raise KeyError('k') from None
except KeyError as e: print(e.__cause__, repr(e.__context__), e.__suppress_context__)  # => None ZeroDivisionError('division by zero') True
def f():
    try: return 'try'
    finally: print('finally')  # => finally
print(f())  # => try
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)  # => body 0
        except: pass
        else: print('else', i)  # => else 0
        finally: print('fin', i)  # => fin 0
    # => fin 1
    # => fin 2
    else: print('no break')
    return 'x'
print(g())  # => x
def h():
    try: raise ValueError
    except ValueError: return 1
    finally: return 2
print(h())  # => 2
try: e
except NameError as x: print(x)  # => name 'e' is not defined
try:
    raise 5
except TypeError as e: print(e)  # => exceptions must derive from BaseException
try:
    raise ValueError from 5
except TypeError as e: print(e)  # => exception causes must derive from BaseException
try:
    try: 1/0
    except 5: pass
except TypeError as e: print(e)  # => catching classes that do not inherit from BaseException is not allowed
try: raise
except RuntimeError as e: print(e)  # => No active exception to reraise
e = ValueError('x'); e.add_note('note1'); print(e.__notes__)  # => ['note1']
try: raise e.with_traceback(None)
except ValueError as q: print(q is e, q.__traceback__ is not None)  # => True True
try: assert 1 == 2, ('a', 1)
except AssertionError as e: print(e, e.args)  # => ('a', 1) (('a', 1),)
try: assert False
except AssertionError as e: print(repr(e))  # => AssertionError()
try: {}['k']
except LookupError as e: print(type(e), e, str(e), e.args)  # => <class 'KeyError'> 'k' 'k' ('k',)
try: [][1]
except (KeyError, IndexError) as e: print(e)  # => list index out of range
try: int('x')
except ValueError as e: print(e)  # => invalid literal for int() with base 10: 'x'
else: print('no')
finally: print('f')  # => f
print(issubclass(IndexError, LookupError), issubclass(FileNotFoundError, OSError), IOError is OSError, ZeroDivisionError.__mro__)  # => True True True (<class 'ZeroDivisionError'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
print(repr(ValueError('a', 1)), str(ValueError('a', 1)), str(KeyError('a')), repr(KeyError()), str(OSError(2, 'No such')), repr(OSError(2, 'No such')), OSError(2,'x').errno, OSError(2, 'x', 'file'))  # => ValueError('a', 1) ('a', 1) 'a' KeyError() [Errno 2] No such FileNotFoundError(2, 'No such') 2 [Errno 2] x: 'file'
import sys
try: sys.exit(3)
except SystemExit as e: print(e.code, repr(e))  # => 3 SystemExit(3)
try: sys.exit('bye')
except SystemExit as e: print(e.code, e)  # => bye bye
try: raise KeyboardInterrupt
except KeyboardInterrupt as e: print(repr(e))  # => KeyboardInterrupt()
print(sys.exc_info())  # => (None, None, None)
try: 1/0
except: print(sys.exc_info()[0], sys.exc_info()[1])  # => <class 'ZeroDivisionError'> division by zero

# %% except*
def f(n):
    try:
        if n == 0: raise ValueError('a')
        if n == 1: raise TypeError('b')
        return 'ok'
    except* ValueError as eg: print('V', eg.exceptions)  # => V (ValueError('a'),)
    except* TypeError as eg: print('T', repr(eg))  # => T ExceptionGroup('', (TypeError('b'),))
f(0); f(1); print(f(2) if False else '')  # =>

# %% exception groups
eg = ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3)])])
print(eg, repr(eg), eg.message, eg.exceptions)  # => g (3 sub-exceptions) ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3)])]) g (ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3)]))
try: raise eg
except* ValueError as e: print('V', e.exceptions)  # => V (ValueError(1), ExceptionGroup('h', [ValueError(3)]))
except* TypeError as e: print('T', e)  # => T g (1 sub-exception)
print(eg.subgroup(ValueError), eg.split(TypeError))  # => g (2 sub-exceptions) (ExceptionGroup('g', [TypeError(2)]), ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]))
try:
    try: raise ExceptionGroup('x', [OSError(1), KeyError(2)])
    except* OSError: print('os')  # => os
except ExceptionGroup as r: print('rest', r.exceptions)  # => rest (KeyError(2),)
try: ExceptionGroup('a', [])
except ValueError as e: print(e)  # => second argument (exceptions) must be a non-empty sequence
try: raise eg
except ExceptionGroup as e: print(len(e.exceptions))  # => 3

# %% format specifications
x = 10; name = 'Bob'; d = {'a': 1}; pi = 3.14159; n = 1234567
print(f'{x}', f'{x:5}|', f'{x:<5}|', f'{x:^5}|', f'{x:>5}|', f'{x:05}', f'{x:+}', f'{x:x}', f'{x:#x}', f'{x:b}', f'{x:#o}', f'{x:e}', f'{x!r}', f'{name!r:>10}', f'{name:*^9}', f'{pi:.2f}', f'{pi:10.3f}|', f'{n:,}', f'{n:_}', f'{n:,.2f}', f'{0.256:.1%}', f'{x=}', f'{x = }', f'{x+1=}', f'{name=!s}', f'{pi=:.2f}', f'{d["a"]}', f"{d['a']}", f'{{}}', f'{{{x}}}', f'{x:{x}}', f'{pi:{x}.{2}}', f'{name:{"*"}>{x}}', f'{"a" "b"}', f'{x if x > 5 else 0}', f'{[i for i in range(3)]}', f'{(lambda y: y*2)(3)}', f'{x:c}', f'{65:c}', f'{x:n}', f'{1e10:g}', f'{1e-5:g}', f'{123456789:g}', f'{0.1:g}', f'{100.0:g}', f'{1.5:#g}', f'{True:d}', f'{None}', f'{x!s:>5}', f'{"é"!a}')  # => 10    10| 10   |  10  |    10| 00010 +10 a 0xa 1010 0o12 1.000000e+01 10      'Bob' ***Bob*** 3.14      3.142| 1,234,567 1_234_567 1,234,567.00 25.6% x=10 x = 10 x+1=11 name=Bob pi=3.14 1 1 {} {10}         10        3.1 *******Bob ab 10 [0, 1, 2] 6
    # =>  A 10 1e+10 1e-05 1.23457e+08 0.1 100 1.50000 1 None    10 '\xe9'
print(f'{name!r}', f'{name.upper()}', f'{name[0]}', f'{", ".join(["a","b"])}', f'''{x  # => 'Bob' BOB B a, b 10 \d10 True         1010 a10b
}''', rf'\d{x}', f'\n{x}\t' == '\n10\t', f'{x:>{x}}' f'{x}', 'a' f'{x}' 'b')
print(f"{'nested ' + f'{x}'}", f'{-5:=+5}', f'{5:=5}', f'{-5:05}', f'{3.0}', f'{1e100}', f'{-0.0:.1f}', f'{-0.0:z.1f}', f'{1234.5:010.2f}', f'{-1234.5:,.1f}', f'{1234567.891:_.2f}', f'{255:08b}', f'{255:_b}', f'{255:#010x}', f'{0xdeadbeef:_x}', f'{"abc":.2}', f'{"abc":5.2}|', f'{float("nan"):5}|', f'{float("inf"):+}', f'{12345.678:.3e}', f'{12345.678:.0f}', f'{0.5:.0f}', f'{1.5:.0f}', f'{1e16:,}', f'{5:,}', f'{1000:,d}', f'{1e6:.3g}', f'{3:.1f}', f'{10**20:,}', f'{2:>+5}', f'{2: }', f'{-2: }')  # => nested 10 -   5     5 -0005 3.0 1e+100 -0.0 0.0 0001234.50 -1,234.5 1_234_567.89 11111111 1111_1111 0x000000ff dead_beef ab ab   |   nan| +inf 1.235e+04 12346 0 2 1e+16 5 1,000 1e+06 3.0 100,000,000,000,000,000,000    +2  2 -2
for spec in ('q', '5.2d', ',x', '.', '10', 'ss', '<<5', '{', ',,', '_,', '+s', '=5', '#s', '05s', '-5s', 'd', '.2d', 'e', '%'):
    for v in (5, 2.5, 'ab', True, None):
        try: print(spec, v, format(v, spec))  # => 10 5          5
    # => 10 2.5        2.5
    # => 10 ab ab
    # => 10 True          1
    # => <<5 5 5<<<<
    # => <<5 2.5 2.5<<
    # => <<5 ab ab<<<
    # => <<5 True 1<<<<
    # => =5 5     5
    # => =5 2.5   2.5
    # => =5 True     1
    # => 05s ab ab000
    # => d 5 5
    # => d True 1
    # => e 5 5.000000e+00
    # => e 2.5 2.500000e+00
    # => e True 1.000000e+00
    # => % 5 500.000000%
    # => % 2.5 250.000000%
    # => % True 100.000000%
        except (ValueError, TypeError) as e: print(spec, v, type(e).__name__, e)  # => q 5 ValueError Unknown format code 'q' for object of type 'int'
    # => q 2.5 ValueError Unknown format code 'q' for object of type 'float'
    # => q ab ValueError Unknown format code 'q' for object of type 'str'
    # => q True ValueError Unknown format code 'q' for object of type 'bool'
    # => q None TypeError unsupported format string passed to NoneType.__format__
    # => 5.2d 5 ValueError Precision not allowed in integer format specifier
    # => 5.2d 2.5 ValueError Unknown format code 'd' for object of type 'float'
    # => 5.2d ab ValueError Unknown format code 'd' for object of type 'str'
    # => 5.2d True ValueError Precision not allowed in integer format specifier
    # => 5.2d None TypeError unsupported format string passed to NoneType.__format__
    # => ,x 5 ValueError Cannot specify ',' with 'x'.
    # => ,x 2.5 ValueError Cannot specify ',' with 'x'.
    # => ,x ab ValueError Cannot specify ',' with 'x'.
    # => ,x True ValueError Cannot specify ',' with 'x'.
    # => ,x None TypeError unsupported format string passed to NoneType.__format__
    # => . 5 ValueError Format specifier missing precision
    # => . 2.5 ValueError Format specifier missing precision
    # => . ab ValueError Format specifier missing precision
    # => . True ValueError Format specifier missing precision
    # => . None TypeError unsupported format string passed to NoneType.__format__
    # => 10 None TypeError unsupported format string passed to NoneType.__format__
    # => ss 5 ValueError Invalid format specifier 'ss' for object of type 'int'
    # => ss 2.5 ValueError Invalid format specifier 'ss' for object of type 'float'
    # => ss ab ValueError Invalid format specifier 'ss' for object of type 'str'
    # => ss True ValueError Invalid format specifier 'ss' for object of type 'bool'
    # => ss None TypeError unsupported format string passed to NoneType.__format__
    # => <<5 None TypeError unsupported format string passed to NoneType.__format__
    # => { 5 ValueError Unknown format code '{' for object of type 'int'
    # => { 2.5 ValueError Unknown format code '{' for object of type 'float'
    # => { ab ValueError Unknown format code '{' for object of type 'str'
    # => { True ValueError Unknown format code '{' for object of type 'bool'
    # => { None TypeError unsupported format string passed to NoneType.__format__
    # => ,, 5 ValueError Cannot specify ',' with ','.
    # => ,, 2.5 ValueError Cannot specify ',' with ','.
    # => ,, ab ValueError Cannot specify ',' with ','.
    # => ,, True ValueError Cannot specify ',' with ','.
    # => ,, None TypeError unsupported format string passed to NoneType.__format__
    # => _, 5 ValueError Cannot specify both ',' and '_'.
    # => _, 2.5 ValueError Cannot specify both ',' and '_'.
    # => _, ab ValueError Cannot specify both ',' and '_'.
    # => _, True ValueError Cannot specify both ',' and '_'.
    # => _, None TypeError unsupported format string passed to NoneType.__format__
    # => +s 5 ValueError Unknown format code 's' for object of type 'int'
    # => +s 2.5 ValueError Unknown format code 's' for object of type 'float'
    # => +s ab ValueError Sign not allowed in string format specifier
    # => +s True ValueError Unknown format code 's' for object of type 'bool'
    # => +s None TypeError unsupported format string passed to NoneType.__format__
    # => =5 ab ValueError '=' alignment not allowed in string format specifier
    # => =5 None TypeError unsupported format string passed to NoneType.__format__
    # => #s 5 ValueError Unknown format code 's' for object of type 'int'
    # => #s 2.5 ValueError Unknown format code 's' for object of type 'float'
    # => #s ab ValueError Alternate form (#) not allowed in string format specifier
    # => #s True ValueError Unknown format code 's' for object of type 'bool'
    # => #s None TypeError unsupported format string passed to NoneType.__format__
    # => 05s 5 ValueError Unknown format code 's' for object of type 'int'
    # => 05s 2.5 ValueError Unknown format code 's' for object of type 'float'
    # => 05s True ValueError Unknown format code 's' for object of type 'bool'
    # => 05s None TypeError unsupported format string passed to NoneType.__format__
    # => -5s 5 ValueError Unknown format code 's' for object of type 'int'
    # => -5s 2.5 ValueError Unknown format code 's' for object of type 'float'
    # => -5s ab ValueError Sign not allowed in string format specifier
    # => -5s True ValueError Unknown format code 's' for object of type 'bool'
    # => -5s None TypeError unsupported format string passed to NoneType.__format__
    # => d 2.5 ValueError Unknown format code 'd' for object of type 'float'
    # => d ab ValueError Unknown format code 'd' for object of type 'str'
    # => d None TypeError unsupported format string passed to NoneType.__format__
    # => .2d 5 ValueError Precision not allowed in integer format specifier
    # => .2d 2.5 ValueError Unknown format code 'd' for object of type 'float'
    # => .2d ab ValueError Unknown format code 'd' for object of type 'str'
    # => .2d True ValueError Precision not allowed in integer format specifier
    # => .2d None TypeError unsupported format string passed to NoneType.__format__
    # => e ab ValueError Unknown format code 'e' for object of type 'str'
    # => e None TypeError unsupported format string passed to NoneType.__format__
    # => % ab ValueError Unknown format code '%' for object of type 'str'
    # => % None TypeError unsupported format string passed to NoneType.__format__

# %% str methods and code points
s = 'Hello, World'
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), s.find('o'), s.rfind('o'), s.index('W'), s.count('l'), s.replace('l','L'), s.replace('l','L',1), s.split(', '), s.split(), s.partition(', '), s.rpartition('o'), s.startswith('He'), s.endswith(('x','ld')), s.center(20,'*'), s.ljust(15,'.'), s.rjust(15), s.zfill(15), s[::-1], s[2:5], s[-3:], s[::2], 'o' in s, s.isalpha(), s.encode(), s.casefold(), s.join('ab'), s.strip('Hd'), s.removeprefix('Hello'), s.removesuffix('World'))  # => HELLO, WORLD hello, world hELLO, wORLD Hello, World Hello, world 4 8 7 3 HeLLo, WorLd HeLlo, World ['Hello', 'World'] ['Hello,', 'World'] ('Hello', ', ', 'World') ('Hello, W', 'o', 'rld') True True ****Hello, World**** Hello, World...    Hello, World 000Hello, World dlroW ,olleH llo rld Hlo ol True False b'Hello, World' hello, world aHello, Worldb ello, Worl , World Hello,
print('a,b,,c'.split(','), 'a b  c'.split(' '), ' a b '.split(), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), 'l1\nl2\r\nl3\x0bl4'.splitlines(), 'l1\nl2\n'.splitlines(True), ''.split(), ''.split(','), 'abc'.split('b'), '  x  y '.split(None, 1), '  x  y '.rsplit(None, 1), 'a\tb'.expandtabs(4), 'they\'re bill\'s'.title(), 'ß'.upper(), 'İ'.lower(), 'ΑΣ'.lower(), 'ß'.casefold())  # => ['a', 'b', '', 'c'] ['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b,c'] ['a,b', 'c'] ['l1', 'l2', 'l3', 'l4'] ['l1\n', 'l2\n'] [] [''] ['a', 'c'] ['x', 'y '] ['  x', 'y'] a   b They'Re Bill'S SS i̇ ας ss
print('abc'.translate({97: 'X', 98: None}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), str.maketrans({'a': '1'}), '12'.isdigit(), '½'.isdigit(), '²'.isdigit(), '½'.isnumeric(), '²'.isdecimal(), 'Ⅷ'.isnumeric(), '一'.isnumeric(), 'a1'.isalnum(), 'a_1'.isidentifier(), '1a'.isidentifier(), 'class'.isidentifier(), ' \t'.isspace(), '\x1c'.isspace(), '\x85'.isspace(), ''.isspace(), 'Abc Def'.istitle(), 'ABC1'.isupper(), 'abc1'.islower(), '1'.isupper(), 'a\n'.isprintable(), ''.isprintable(), 'é'.isascii(), ''.isascii(), 'x'.isalpha(), 'é'.isalpha(), 'ª'.isalpha())  # => Xc xy {97: '1'} True False True True False True True True True False True True True True False True True True False False True False True True True True
e = '😀é日本'
print(len(e), e[0], e[1:3], e[::-1], [c for c in e], e.index('日'), e.find('本'), e.upper(), ord(e[0]), e.center(10,'*'), e.ljust(6)+'|', '%-6s|' % e, f'{e:>8}', e.split('é'), e.count(''), list(reversed(e)), e.encode(), e.replace('', '-'), max(e), sorted(e), e * 2, e.startswith('é', 1), e.zfill(6), repr(e), ascii(e), e.isalpha(), e.translate({0x1F600: 'x'}), e.partition('é'), e.rjust(5, '日'))  # => 4 😀 é日 本日é😀 ['😀', 'é', '日', '本'] 2 3 😀É日本 128512 ***😀é日本*** 😀é日本  | 😀é日本  |     😀é日本 ['😀', '日本'] 5 ['本', '日', 'é', '😀'] b'\xf0\x9f\x98\x80\xc3\xa9\xe6\x97\xa5\xe6\x9c\xac' -😀-é-日-本- 😀 ['é', '日', '本', '😀'] 😀é日本😀é日本 True 00😀é日本 '😀é日本' '\U0001f600\xe9\u65e5\u672c' False xé日本 ('😀', 'é', '日本') 日😀é日本
for f in (lambda: 'a'.index('b'), lambda: 'a'.center('x'), lambda: 'a'.center(5, 'xx'), lambda: 'a'.split(''), lambda: 'a'.join([1]), lambda: 'a'.replace(1, 2), lambda: 'a'.startswith(1), lambda: 'a'.find(1), lambda: 'a'[5], lambda: 'a' < 1, lambda: 'a'.encode('ascii', 5), lambda: 'é'.encode('ascii'), lambda: b'\xff'.decode(), lambda: 'a'.encode('foo'), lambda: 'a'.strip(1), lambda: 'a'.count(1), lambda: 'a'.zfill('a'), lambda: 'a'.partition(''), lambda: str.upper(1), lambda: 'a'.foo, lambda: 'a'.split(1), lambda: ''.join(['a', b'b']), lambda: 'abc'.translate(5), lambda: str.maketrans('a','bc'), lambda: str.maketrans(5), lambda: 'a'.rindex('z'), lambda: 'a'.removeprefix(1), lambda: 'a'.ljust(3, ''), lambda: 'a'.expandtabs('x'), lambda: 'é'.encode('latin-1'), lambda: '€'.encode('latin-1'), lambda: 'é€'.encode('ascii', 'replace'), lambda: 'é€'.encode('ascii', 'ignore'), lambda: 'é€'.encode('ascii','xmlcharrefreplace'), lambda: 'é€'.encode('ascii','backslashreplace'), lambda: b'\xe9a'.decode('latin-1'), lambda: b'\xe9a'.decode('utf-8','replace'), lambda: b'\xe9a'.decode('utf-8','ignore'), lambda: b'\xe9a'.decode('ascii'), lambda: b'abc'.decode('ascii'), lambda: 'a'.encode('utf-16'), lambda: 'é'.encode('utf-16-le'), lambda: 'ab'.encode('utf-32-be'), lambda: 'é'.encode('cp1252'), lambda: bytes('é', 'utf8'), lambda: str(b'ab', 'ascii'), lambda: str(b'ab'), lambda: bytes('a'), lambda: str('a', 'utf8'), lambda: '\ud800'.encode()):
    try: print(ascii(f()))  # => b'\xe9'
    # => b'??'
    # => b''
    # => b'&#233;&#8364;'
    # => b'\\xe9\\u20ac'
    # => '\xe9a'
    # => '\ufffda'
    # => 'a'
    # => 'abc'
    # => b'\xff\xfea\x00'
    # => b'\xe9\x00'
    # => b'\x00\x00\x00a\x00\x00\x00b'
    # => b'\xe9'
    # => b'\xc3\xa9'
    # => 'ab'
    # => "b'ab'"
    except Exception as x: print(type(x).__name__, x)  # => ValueError substring not found
    # => TypeError 'str' object cannot be interpreted as an integer
    # => TypeError The fill character must be exactly one character long
    # => ValueError empty separator
    # => TypeError sequence item 0: expected str instance, int found
    # => TypeError replace() argument 1 must be str, not int
    # => TypeError startswith first arg must be str or a tuple of str, not int
    # => TypeError must be str, not int
    # => IndexError string index out of range
    # => TypeError '<' not supported between instances of 'str' and 'int'
    # => TypeError encode() argument 'errors' must be str, not int
    # => UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
    # => UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
    # => LookupError unknown encoding: foo
    # => TypeError strip arg must be None or str
    # => TypeError must be str, not int
    # => TypeError 'str' object cannot be interpreted as an integer
    # => ValueError empty separator
    # => TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
    # => AttributeError 'str' object has no attribute 'foo'
    # => TypeError must be str or None, not int
    # => TypeError sequence item 1: expected str instance, bytes found
    # => TypeError 'int' object is not subscriptable
    # => ValueError the first two maketrans arguments must have equal length
    # => TypeError if you give only one argument to maketrans it must be a dict
    # => ValueError substring not found
    # => TypeError removeprefix() argument must be str, not int
    # => TypeError The fill character must be exactly one character long
    # => TypeError 'str' object cannot be interpreted as an integer
    # => UnicodeEncodeError 'latin-1' codec can't encode character '\u20ac' in position 0: ordinal not in range(256)
    # => UnicodeDecodeError 'ascii' codec can't decode byte 0xe9 in position 0: ordinal not in range(128)
    # => TypeError string argument without an encoding
    # => TypeError decoding str is not supported
    # => UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed

# %% bytes and bytearray
b = b'Hello, World'
print(b, b[0], b[1:4], len(b), b + b'!', b * 2, b.upper(), b.lower(), b.find(b'o'), b.replace(b'l', b'L'), b.split(b', '), b.hex(), list(b), b == b'Hello, World', b < b'a', b'W' in b, 72 in b, b.decode(), b.startswith(b'He'), b.count(b'l'), b.index(b'W'), b.join([b'a', b'b']), b.strip(b'Hd'), b.center(20, b'*'), b.partition(b','), b.isalpha(), hash(b'a') == hash(b'a'))  # => b'Hello, World' 72 b'ell' 12 b'Hello, World!' b'Hello, WorldHello, World' b'HELLO, WORLD' b'hello, world' 4 b'HeLLo, WorLd' [b'Hello', b'World'] 48656c6c6f2c20576f726c64 [72, 101, 108, 108, 111, 44, 32, 87, 111, 114, 108, 100] True True True True Hello, World True 3 7 b'aHello, Worldb' b'ello, Worl' b'****Hello, World****' (b'Hello', b',', b' World') False True
print(bytes(3), bytes([1,2,255]), bytes('é', 'utf-8'), bytes(range(5)), bytes.fromhex('48 65 6c'), b'\x00\xff\n\t\\\'"', b"it's", bytes(b'x'), b''.join([]), b'a,b'.split(b','), b' a  b '.split(), b'ab'.hex(':'), b'abcdef'.hex('-', 2), b'abcdef'.hex('-', -4), b'%d %s %x %c %r' % (5, b'x', 255, 65, 'q'), b'abc'.translate(bytes.maketrans(b'a', b'z')), b'abc'.rjust(5), b'7'.zfill(3), b'a\nb\r\nc'.splitlines())  # => b'\x00\x00\x00' b'\x01\x02\xff' b'\xc3\xa9' b'\x00\x01\x02\x03\x04' b'Hel' b'\x00\xff\n\t\\\'"' b"it's" b'x' b'' [b'a', b'b'] [b'a', b'b'] 61:62 6162-6364-6566 61626364-6566 b"5 x ff A 'q'" b'zbc' b'  abc' b'007' [b'a', b'b', b'c']
for f in (lambda: 'a' + b'b', lambda: b'a'[5], lambda: bytes([256]), lambda: bytes(-1), lambda: b'a'.index(b'z'), lambda: b'a'.join(['x']), lambda: b'a'['x'], lambda: bytes.fromhex('zz'), lambda: b'a'.foo, lambda: b'abc'.find('b'), lambda: 'a' in b'abc', lambda: 300 in b'abc', lambda: b'a'.split('a'), lambda: bytes('a'), lambda: bytes([1.5]), lambda: b'a' < 'a', lambda: b'a'.replace('a', 'b'), lambda: b'a'.startswith('a'), lambda: b'%s' % 'a'):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)  # => TypeError can only concatenate str (not "bytes") to str
    # => IndexError index out of range
    # => ValueError bytes must be in range(0, 256)
    # => ValueError negative count
    # => ValueError subsection not found
    # => TypeError sequence item 0: expected a bytes-like object, str found
    # => TypeError byte indices must be integers or slices, not str
    # => ValueError non-hexadecimal number found in fromhex() arg at position 0
    # => AttributeError 'bytes' object has no attribute 'foo'
    # => TypeError argument should be integer or bytes-like object, not 'str'
    # => TypeError a bytes-like object is required, not 'str'
    # => ValueError byte must be in range(0, 256)
    # => TypeError a bytes-like object is required, not 'str'
    # => TypeError string argument without an encoding
    # => TypeError 'float' object cannot be interpreted as an integer
    # => TypeError '<' not supported between instances of 'bytes' and 'str'
    # => TypeError a bytes-like object is required, not 'str'
    # => TypeError startswith first arg must be bytes or a tuple of bytes, not str
    # => TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
ba = bytearray(b'abc'); ba.append(100); ba += b'ef'; ba[0] = 65; ba[1:3] = b'XYZ'; print(ba, len(ba), bytes(ba), ba[0], ba[1:3], ba.pop(), ba, ba.decode(), ba == b'AXYZde', ba.find(b'Y'), ba.upper(), list(ba)); del ba[0]; ba.extend([1,2]); ba.insert(0, 255); ba.reverse(); print(ba, ba.hex()); ba.clear(); print(ba, bytearray(3), bytearray([1,2]), bytearray('x', 'utf8'), isinstance(ba, bytes))  # => bytearray(b'AXYZde') 7 b'AXYZdef' 65 bytearray(b'XY') 102 bytearray(b'AXYZde') AXYZde True 2 bytearray(b'AXYZDE') [65, 88, 89, 90, 100, 101]
    # => bytearray(b'\x02\x01edZYX\xff') 020165645a5958ff
    # => bytearray(b'') bytearray(b'\x00\x00\x00') bytearray(b'\x01\x02') bytearray(b'x') False
try: hash(ba)
except TypeError as e: print(e)  # => unhashable type: 'bytearray'
try: ba[0] = 1
except IndexError as e: print(e)  # => bytearray index out of range
try: bytearray([1])[0] = 300
except ValueError as e: print(e)  # => byte must be in range(0, 256)
try: b'abc'[0] = 1
except TypeError as e: print(e)  # => 'bytes' object does not support item assignment
for x in b'ab': print(x, end=' ')  # => 97 98
print({b'a': 1}[b'a'], sorted([b'b', b'a']), max(b'abc'), bytes(reversed(b'abc')), b'abc'[::-1], int.from_bytes(b'\x01\x00', 'big'), (258).to_bytes(2, 'big'), int(b'12'), float(b'1.5'), repr(b'a'), str(b'a'), ascii(b'\xff'), f'{b"x"}', '%s' % b'x', b'a' b'b', br'\n', sum(b'abc'), bytearray(b'x') + b'y', b'x' + bytearray(b'y'), b'a' == bytearray(b'a'), ord(b'a'), chr(b'a'[0]))  # => 1 [b'a', b'b'] 99 b'cba' b'cba' 256 b'\x01\x02' 12 1.5 b'a' b'a' b'\xff' b'x' b'x' b'ab' b'\\n' 294 bytearray(b'xy') b'xy' True 97 a

# %% encodings and their errors
for enc in ('utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-32-be', 'cp1252', 'UTF8', 'foo'):
    for errs in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace'):
        for s in ('abc', 'é', '€x', '😀', 'a\ud800b'):
            try: print(enc, errs, s.encode('unicode_escape') if 0 else ascii(s), s.encode(enc, errs))  # => utf-8 strict 'abc' b'abc'
    # => utf-8 strict '\xe9' b'\xc3\xa9'
    # => utf-8 strict '\u20acx' b'\xe2\x82\xacx'
    # => utf-8 strict '\U0001f600' b'\xf0\x9f\x98\x80'
    # => utf-8 ignore 'abc' b'abc'
    # => utf-8 ignore '\xe9' b'\xc3\xa9'
    # => utf-8 ignore '\u20acx' b'\xe2\x82\xacx'
    # => utf-8 ignore '\U0001f600' b'\xf0\x9f\x98\x80'
    # => utf-8 ignore 'a\ud800b' b'ab'
    # => utf-8 replace 'abc' b'abc'
    # => utf-8 replace '\xe9' b'\xc3\xa9'
    # => utf-8 replace '\u20acx' b'\xe2\x82\xacx'
    # => utf-8 replace '\U0001f600' b'\xf0\x9f\x98\x80'
    # => utf-8 replace 'a\ud800b' b'a?b'
    # => utf-8 xmlcharrefreplace 'abc' b'abc'
    # => utf-8 xmlcharrefreplace '\xe9' b'\xc3\xa9'
    # => utf-8 xmlcharrefreplace '\u20acx' b'\xe2\x82\xacx'
    # => utf-8 xmlcharrefreplace '\U0001f600' b'\xf0\x9f\x98\x80'
    # => utf-8 xmlcharrefreplace 'a\ud800b' b'a&#55296;b'
    # => utf-8 backslashreplace 'abc' b'abc'
    # => utf-8 backslashreplace '\xe9' b'\xc3\xa9'
    # => utf-8 backslashreplace '\u20acx' b'\xe2\x82\xacx'
    # => utf-8 backslashreplace '\U0001f600' b'\xf0\x9f\x98\x80'
    # => utf-8 backslashreplace 'a\ud800b' b'a\\ud800b'
    # => ascii strict 'abc' b'abc'
    # => ascii ignore 'abc' b'abc'
    # => ascii ignore '\xe9' b''
    # => ascii ignore '\u20acx' b'x'
    # => ascii ignore '\U0001f600' b''
    # => ascii ignore 'a\ud800b' b'ab'
    # => ascii replace 'abc' b'abc'
    # => ascii replace '\xe9' b'?'
    # => ascii replace '\u20acx' b'?x'
    # => ascii replace '\U0001f600' b'?'
    # => ascii replace 'a\ud800b' b'a?b'
    # => ascii xmlcharrefreplace 'abc' b'abc'
    # => ascii xmlcharrefreplace '\xe9' b'&#233;'
    # => ascii xmlcharrefreplace '\u20acx' b'&#8364;x'
    # => ascii xmlcharrefreplace '\U0001f600' b'&#128512;'
    # => ascii xmlcharrefreplace 'a\ud800b' b'a&#55296;b'
    # => ascii backslashreplace 'abc' b'abc'
    # => ascii backslashreplace '\xe9' b'\\xe9'
    # => ascii backslashreplace '\u20acx' b'\\u20acx'
    # => ascii backslashreplace '\U0001f600' b'\\U0001f600'
    # => ascii backslashreplace 'a\ud800b' b'a\\ud800b'
    # => latin-1 strict 'abc' b'abc'
    # => latin-1 strict '\xe9' b'\xe9'
    # => latin-1 ignore 'abc' b'abc'
    # => latin-1 ignore '\xe9' b'\xe9'
    # => latin-1 ignore '\u20acx' b'x'
    # => latin-1 ignore '\U0001f600' b''
    # => latin-1 ignore 'a\ud800b' b'ab'
    # => latin-1 replace 'abc' b'abc'
    # => latin-1 replace '\xe9' b'\xe9'
    # => latin-1 replace '\u20acx' b'?x'
    # => latin-1 replace '\U0001f600' b'?'
    # => latin-1 replace 'a\ud800b' b'a?b'
    # => latin-1 xmlcharrefreplace 'abc' b'abc'
    # => latin-1 xmlcharrefreplace '\xe9' b'\xe9'
    # => latin-1 xmlcharrefreplace '\u20acx' b'&#8364;x'
    # => latin-1 xmlcharrefreplace '\U0001f600' b'&#128512;'
    # => latin-1 xmlcharrefreplace 'a\ud800b' b'a&#55296;b'
    # => latin-1 backslashreplace 'abc' b'abc'
    # => latin-1 backslashreplace '\xe9' b'\xe9'
    # => latin-1 backslashreplace '\u20acx' b'\\u20acx'
    # => latin-1 backslashreplace '\U0001f600' b'\\U0001f600'
    # => latin-1 backslashreplace 'a\ud800b' b'a\\ud800b'
    # => utf-16 strict 'abc' b'\xff\xfea\x00b\x00c\x00'
    # => utf-16 strict '\xe9' b'\xff\xfe\xe9\x00'
    # => utf-16 strict '\u20acx' b'\xff\xfe\xac x\x00'
    # => utf-16 strict '\U0001f600' b'\xff\xfe=\xd8\x00\xde'
    # => utf-16 ignore 'abc' b'\xff\xfea\x00b\x00c\x00'
    # => utf-16 ignore '\xe9' b'\xff\xfe\xe9\x00'
    # => utf-16 ignore '\u20acx' b'\xff\xfe\xac x\x00'
    # => utf-16 ignore '\U0001f600' b'\xff\xfe=\xd8\x00\xde'
    # => utf-16 ignore 'a\ud800b' b'\xff\xfea\x00b\x00'
    # => utf-16 replace 'abc' b'\xff\xfea\x00b\x00c\x00'
    # => utf-16 replace '\xe9' b'\xff\xfe\xe9\x00'
    # => utf-16 replace '\u20acx' b'\xff\xfe\xac x\x00'
    # => utf-16 replace '\U0001f600' b'\xff\xfe=\xd8\x00\xde'
    # => utf-16 replace 'a\ud800b' b'\xff\xfea\x00?\x00b\x00'
    # => utf-16 xmlcharrefreplace 'abc' b'\xff\xfea\x00b\x00c\x00'
    # => utf-16 xmlcharrefreplace '\xe9' b'\xff\xfe\xe9\x00'
    # => utf-16 xmlcharrefreplace '\u20acx' b'\xff\xfe\xac x\x00'
    # => utf-16 xmlcharrefreplace '\U0001f600' b'\xff\xfe=\xd8\x00\xde'
    # => utf-16 xmlcharrefreplace 'a\ud800b' b'\xff\xfea\x00&\x00#\x005\x005\x002\x009\x006\x00;\x00b\x00'
    # => utf-16 backslashreplace 'abc' b'\xff\xfea\x00b\x00c\x00'
    # => utf-16 backslashreplace '\xe9' b'\xff\xfe\xe9\x00'
    # => utf-16 backslashreplace '\u20acx' b'\xff\xfe\xac x\x00'
    # => utf-16 backslashreplace '\U0001f600' b'\xff\xfe=\xd8\x00\xde'
    # => utf-16 backslashreplace 'a\ud800b' b'\xff\xfea\x00\\\x00u\x00d\x008\x000\x000\x00b\x00'
    # => utf-16-le strict 'abc' b'a\x00b\x00c\x00'
    # => utf-16-le strict '\xe9' b'\xe9\x00'
    # => utf-16-le strict '\u20acx' b'\xac x\x00'
    # => utf-16-le strict '\U0001f600' b'=\xd8\x00\xde'
    # => utf-16-le ignore 'abc' b'a\x00b\x00c\x00'
    # => utf-16-le ignore '\xe9' b'\xe9\x00'
    # => utf-16-le ignore '\u20acx' b'\xac x\x00'
    # => utf-16-le ignore '\U0001f600' b'=\xd8\x00\xde'
    # => utf-16-le ignore 'a\ud800b' b'a\x00b\x00'
    # => utf-16-le replace 'abc' b'a\x00b\x00c\x00'
    # => utf-16-le replace '\xe9' b'\xe9\x00'
    # => utf-16-le replace '\u20acx' b'\xac x\x00'
    # => utf-16-le replace '\U0001f600' b'=\xd8\x00\xde'
    # => utf-16-le replace 'a\ud800b' b'a\x00?\x00b\x00'
    # => utf-16-le xmlcharrefreplace 'abc' b'a\x00b\x00c\x00'
    # => utf-16-le xmlcharrefreplace '\xe9' b'\xe9\x00'
    # => utf-16-le xmlcharrefreplace '\u20acx' b'\xac x\x00'
    # => utf-16-le xmlcharrefreplace '\U0001f600' b'=\xd8\x00\xde'
    # => utf-16-le xmlcharrefreplace 'a\ud800b' b'a\x00&\x00#\x005\x005\x002\x009\x006\x00;\x00b\x00'
    # => utf-16-le backslashreplace 'abc' b'a\x00b\x00c\x00'
    # => utf-16-le backslashreplace '\xe9' b'\xe9\x00'
    # => utf-16-le backslashreplace '\u20acx' b'\xac x\x00'
    # => utf-16-le backslashreplace '\U0001f600' b'=\xd8\x00\xde'
    # => utf-16-le backslashreplace 'a\ud800b' b'a\x00\\\x00u\x00d\x008\x000\x000\x00b\x00'
    # => utf-32-be strict 'abc' b'\x00\x00\x00a\x00\x00\x00b\x00\x00\x00c'
    # => utf-32-be strict '\xe9' b'\x00\x00\x00\xe9'
    # => utf-32-be strict '\u20acx' b'\x00\x00 \xac\x00\x00\x00x'
    # => utf-32-be strict '\U0001f600' b'\x00\x01\xf6\x00'
    # => utf-32-be ignore 'abc' b'\x00\x00\x00a\x00\x00\x00b\x00\x00\x00c'
    # => utf-32-be ignore '\xe9' b'\x00\x00\x00\xe9'
    # => utf-32-be ignore '\u20acx' b'\x00\x00 \xac\x00\x00\x00x'
    # => utf-32-be ignore '\U0001f600' b'\x00\x01\xf6\x00'
    # => utf-32-be ignore 'a\ud800b' b'\x00\x00\x00a\x00\x00\x00b'
    # => utf-32-be replace 'abc' b'\x00\x00\x00a\x00\x00\x00b\x00\x00\x00c'
    # => utf-32-be replace '\xe9' b'\x00\x00\x00\xe9'
    # => utf-32-be replace '\u20acx' b'\x00\x00 \xac\x00\x00\x00x'
    # => utf-32-be replace '\U0001f600' b'\x00\x01\xf6\x00'
    # => utf-32-be replace 'a\ud800b' b'\x00\x00\x00a\x00\x00\x00?\x00\x00\x00b'
    # => utf-32-be xmlcharrefreplace 'abc' b'\x00\x00\x00a\x00\x00\x00b\x00\x00\x00c'
    # => utf-32-be xmlcharrefreplace '\xe9' b'\x00\x00\x00\xe9'
    # => utf-32-be xmlcharrefreplace '\u20acx' b'\x00\x00 \xac\x00\x00\x00x'
    # => utf-32-be xmlcharrefreplace '\U0001f600' b'\x00\x01\xf6\x00'
    # => utf-32-be xmlcharrefreplace 'a\ud800b' b'\x00\x00\x00a\x00\x00\x00&\x00\x00\x00#\x00\x00\x005\x00\x00\x005\x00\x00\x002\x00\x00\x009\x00\x00\x006\x00\x00\x00;\x00\x00\x00b'
    # => utf-32-be backslashreplace 'abc' b'\x00\x00\x00a\x00\x00\x00b\x00\x00\x00c'
    # => utf-32-be backslashreplace '\xe9' b'\x00\x00\x00\xe9'
    # => utf-32-be backslashreplace '\u20acx' b'\x00\x00 \xac\x00\x00\x00x'
    # => utf-32-be backslashreplace '\U0001f600' b'\x00\x01\xf6\x00'
    # => utf-32-be backslashreplace 'a\ud800b' b'\x00\x00\x00a\x00\x00\x00\\\x00\x00\x00u\x00\x00\x00d\x00\x00\x008\x00\x00\x000\x00\x00\x000\x00\x00\x00b'
    # => cp1252 strict 'abc' b'abc'
    # => cp1252 strict '\xe9' b'\xe9'
    # => cp1252 strict '\u20acx' b'\x80x'
    # => cp1252 ignore 'abc' b'abc'
    # => cp1252 ignore '\xe9' b'\xe9'
    # => cp1252 ignore '\u20acx' b'\x80x'
    # => cp1252 ignore '\U0001f600' b''
    # => cp1252 ignore 'a\ud800b' b'ab'
    # => cp1252 replace 'abc' b'abc'
    # => cp1252 replace '\xe9' b'\xe9'
    # => cp1252 replace '\u20acx' b'\x80x'
    # => cp1252 replace '\U0001f600' b'?'
    # => cp1252 replace 'a\ud800b' b'a?b'
    # => cp1252 xmlcharrefreplace 'abc' b'abc'
    # => cp1252 xmlcharrefreplace '\xe9' b'\xe9'
    # => cp1252 xmlcharrefreplace '\u20acx' b'\x80x'
    # => cp1252 xmlcharrefreplace '\U0001f600' b'&#128512;'
    # => cp1252 xmlcharrefreplace 'a\ud800b' b'a&#55296;b'
    # => cp1252 backslashreplace 'abc' b'abc'
    # => cp1252 backslashreplace '\xe9' b'\xe9'
    # => cp1252 backslashreplace '\u20acx' b'\x80x'
    # => cp1252 backslashreplace '\U0001f600' b'\\U0001f600'
    # => cp1252 backslashreplace 'a\ud800b' b'a\\ud800b'
    # => UTF8 strict 'abc' b'abc'
    # => UTF8 strict '\xe9' b'\xc3\xa9'
    # => UTF8 strict '\u20acx' b'\xe2\x82\xacx'
    # => UTF8 strict '\U0001f600' b'\xf0\x9f\x98\x80'
    # => UTF8 ignore 'abc' b'abc'
    # => UTF8 ignore '\xe9' b'\xc3\xa9'
    # => UTF8 ignore '\u20acx' b'\xe2\x82\xacx'
    # => UTF8 ignore '\U0001f600' b'\xf0\x9f\x98\x80'
    # => UTF8 ignore 'a\ud800b' b'ab'
    # => UTF8 replace 'abc' b'abc'
    # => UTF8 replace '\xe9' b'\xc3\xa9'
    # => UTF8 replace '\u20acx' b'\xe2\x82\xacx'
    # => UTF8 replace '\U0001f600' b'\xf0\x9f\x98\x80'
    # => UTF8 replace 'a\ud800b' b'a?b'
    # => UTF8 xmlcharrefreplace 'abc' b'abc'
    # => UTF8 xmlcharrefreplace '\xe9' b'\xc3\xa9'
    # => UTF8 xmlcharrefreplace '\u20acx' b'\xe2\x82\xacx'
    # => UTF8 xmlcharrefreplace '\U0001f600' b'\xf0\x9f\x98\x80'
    # => UTF8 xmlcharrefreplace 'a\ud800b' b'a&#55296;b'
    # => UTF8 backslashreplace 'abc' b'abc'
    # => UTF8 backslashreplace '\xe9' b'\xc3\xa9'
    # => UTF8 backslashreplace '\u20acx' b'\xe2\x82\xacx'
    # => UTF8 backslashreplace '\U0001f600' b'\xf0\x9f\x98\x80'
    # => UTF8 backslashreplace 'a\ud800b' b'a\\ud800b'
            except (UnicodeEncodeError, LookupError) as e: print(enc, errs, ascii(s), type(e).__name__, e)  # => utf-8 strict 'a\ud800b' UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 1: surrogates not allowed
    # => ascii strict '\xe9' UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
    # => ascii strict '\u20acx' UnicodeEncodeError 'ascii' codec can't encode character '\u20ac' in position 0: ordinal not in range(128)
    # => ascii strict '\U0001f600' UnicodeEncodeError 'ascii' codec can't encode character '\U0001f600' in position 0: ordinal not in range(128)
    # => ascii strict 'a\ud800b' UnicodeEncodeError 'ascii' codec can't encode character '\ud800' in position 1: ordinal not in range(128)
    # => latin-1 strict '\u20acx' UnicodeEncodeError 'latin-1' codec can't encode character '\u20ac' in position 0: ordinal not in range(256)
    # => latin-1 strict '\U0001f600' UnicodeEncodeError 'latin-1' codec can't encode character '\U0001f600' in position 0: ordinal not in range(256)
    # => latin-1 strict 'a\ud800b' UnicodeEncodeError 'latin-1' codec can't encode character '\ud800' in position 1: ordinal not in range(256)
    # => utf-16 strict 'a\ud800b' UnicodeEncodeError 'utf-16' codec can't encode character '\ud800' in position 1: surrogates not allowed
    # => utf-16-le strict 'a\ud800b' UnicodeEncodeError 'utf-16-le' codec can't encode character '\ud800' in position 1: surrogates not allowed
    # => utf-32-be strict 'a\ud800b' UnicodeEncodeError 'utf-32-be' codec can't encode character '\ud800' in position 1: surrogates not allowed
    # => cp1252 strict '\U0001f600' UnicodeEncodeError 'charmap' codec can't encode character '\U0001f600' in position 0: character maps to <undefined>
    # => cp1252 strict 'a\ud800b' UnicodeEncodeError 'charmap' codec can't encode character '\ud800' in position 1: character maps to <undefined>
    # => UTF8 strict 'a\ud800b' UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 1: surrogates not allowed
    # => foo strict 'abc' LookupError unknown encoding: foo
    # => foo strict '\xe9' LookupError unknown encoding: foo
    # => foo strict '\u20acx' LookupError unknown encoding: foo
    # => foo strict '\U0001f600' LookupError unknown encoding: foo
    # => foo strict 'a\ud800b' LookupError unknown encoding: foo
    # => foo ignore 'abc' LookupError unknown encoding: foo
    # => foo ignore '\xe9' LookupError unknown encoding: foo
    # => foo ignore '\u20acx' LookupError unknown encoding: foo
    # => foo ignore '\U0001f600' LookupError unknown encoding: foo
    # => foo ignore 'a\ud800b' LookupError unknown encoding: foo
    # => foo replace 'abc' LookupError unknown encoding: foo
    # => foo replace '\xe9' LookupError unknown encoding: foo
    # => foo replace '\u20acx' LookupError unknown encoding: foo
    # => foo replace '\U0001f600' LookupError unknown encoding: foo
    # => foo replace 'a\ud800b' LookupError unknown encoding: foo
    # => foo xmlcharrefreplace 'abc' LookupError unknown encoding: foo
    # => foo xmlcharrefreplace '\xe9' LookupError unknown encoding: foo
    # => foo xmlcharrefreplace '\u20acx' LookupError unknown encoding: foo
    # => foo xmlcharrefreplace '\U0001f600' LookupError unknown encoding: foo
    # => foo xmlcharrefreplace 'a\ud800b' LookupError unknown encoding: foo
    # => foo backslashreplace 'abc' LookupError unknown encoding: foo
    # => foo backslashreplace '\xe9' LookupError unknown encoding: foo
    # => foo backslashreplace '\u20acx' LookupError unknown encoding: foo
    # => foo backslashreplace '\U0001f600' LookupError unknown encoding: foo
    # => foo backslashreplace 'a\ud800b' LookupError unknown encoding: foo
for bts in (b'abc', b'\xc3\xa9', b'\xff\xfe', b'\xe2\x82', b'a\xf0\x9f\x98\x80', b'\xed\xa0\x80', b'\xc0\x80', b'a\x80b'):
    for enc in ('utf-8', 'ascii', 'latin-1', 'cp1252'):
        for errs in ('strict', 'ignore', 'replace', 'backslashreplace'):
            try: print(ascii(bts.decode(enc, errs)))  # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => 'abc'
    # => '\xe9'
    # => '\xe9'
    # => '\xe9'
    # => '\xe9'
    # => ''
    # => '\ufffd\ufffd'
    # => '\\xc3\\xa9'
    # => '\xc3\xa9'
    # => '\xc3\xa9'
    # => '\xc3\xa9'
    # => '\xc3\xa9'
    # => '\xc3\xa9'
    # => '\xc3\xa9'
    # => '\xc3\xa9'
    # => '\xc3\xa9'
    # => ''
    # => '\ufffd\ufffd'
    # => '\\xff\\xfe'
    # => ''
    # => '\ufffd\ufffd'
    # => '\\xff\\xfe'
    # => '\xff\xfe'
    # => '\xff\xfe'
    # => '\xff\xfe'
    # => '\xff\xfe'
    # => '\xff\xfe'
    # => '\xff\xfe'
    # => '\xff\xfe'
    # => '\xff\xfe'
    # => ''
    # => '\ufffd'
    # => '\\xe2\\x82'
    # => ''
    # => '\ufffd\ufffd'
    # => '\\xe2\\x82'
    # => '\xe2\x82'
    # => '\xe2\x82'
    # => '\xe2\x82'
    # => '\xe2\x82'
    # => '\xe2\u201a'
    # => '\xe2\u201a'
    # => '\xe2\u201a'
    # => '\xe2\u201a'
    # => 'a\U0001f600'
    # => 'a\U0001f600'
    # => 'a\U0001f600'
    # => 'a\U0001f600'
    # => 'a'
    # => 'a\ufffd\ufffd\ufffd\ufffd'
    # => 'a\\xf0\\x9f\\x98\\x80'
    # => 'a\xf0\x9f\x98\x80'
    # => 'a\xf0\x9f\x98\x80'
    # => 'a\xf0\x9f\x98\x80'
    # => 'a\xf0\x9f\x98\x80'
    # => 'a\xf0\u0178\u02dc\u20ac'
    # => 'a\xf0\u0178\u02dc\u20ac'
    # => 'a\xf0\u0178\u02dc\u20ac'
    # => 'a\xf0\u0178\u02dc\u20ac'
    # => ''
    # => '\ufffd\ufffd\ufffd'
    # => '\\xed\\xa0\\x80'
    # => ''
    # => '\ufffd\ufffd\ufffd'
    # => '\\xed\\xa0\\x80'
    # => '\xed\xa0\x80'
    # => '\xed\xa0\x80'
    # => '\xed\xa0\x80'
    # => '\xed\xa0\x80'
    # => '\xed\xa0\u20ac'
    # => '\xed\xa0\u20ac'
    # => '\xed\xa0\u20ac'
    # => '\xed\xa0\u20ac'
    # => ''
    # => '\ufffd\ufffd'
    # => '\\xc0\\x80'
    # => ''
    # => '\ufffd\ufffd'
    # => '\\xc0\\x80'
    # => '\xc0\x80'
    # => '\xc0\x80'
    # => '\xc0\x80'
    # => '\xc0\x80'
    # => '\xc0\u20ac'
    # => '\xc0\u20ac'
    # => '\xc0\u20ac'
    # => '\xc0\u20ac'
    # => 'ab'
    # => 'a\ufffdb'
    # => 'a\\x80b'
    # => 'ab'
    # => 'a\ufffdb'
    # => 'a\\x80b'
    # => 'a\x80b'
    # => 'a\x80b'
    # => 'a\x80b'
    # => 'a\x80b'
    # => 'a\u20acb'
    # => 'a\u20acb'
    # => 'a\u20acb'
    # => 'a\u20acb'
            except UnicodeDecodeError as e: print(e)  # => 'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)
    # => 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
    # => 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
    # => 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
    # => 'ascii' codec can't decode byte 0xe2 in position 0: ordinal not in range(128)
    # => 'ascii' codec can't decode byte 0xf0 in position 1: ordinal not in range(128)
    # => 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte
    # => 'ascii' codec can't decode byte 0xed in position 0: ordinal not in range(128)
    # => 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte
    # => 'ascii' codec can't decode byte 0xc0 in position 0: ordinal not in range(128)
    # => 'utf-8' codec can't decode byte 0x80 in position 1: invalid start byte
    # => 'ascii' codec can't decode byte 0x80 in position 1: ordinal not in range(128)
try: 'é'.encode('ascii')
except UnicodeEncodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason)  # => ascii é 0 1 ordinal not in range(128)

# %% a little of everything
def f():
    x = [1,2,3]
    for i, v in enumerate(x): print(i, v, sep=':', end=' ')  # => 0:1 1:2 2:3
    print()  # =>
f()
print(*[1,2], *'ab', **{'sep': '-'})  # => 1-2-a-b
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)  # => 1 2 [3, 4] 5
[x, y] = 1, 2; (z) = 3; print(x, y, z)  # => 1 2 3
a = b = c = []; a.append(1); print(b, c is a)  # => [1] True
x = 5; x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 2; x |= 1; x &= 15; x ^= 3; x >>= 1; print(x)  # => 3
l = [1,2,3]; l += (4,); l *= 2; l[1:3] = ['a','b','c']; del l[0], l[-1]; l[::2] = [0]*len(l[::2]); print(l)  # => [0, 'b', 0, 4, 0, 2, 0]
d = {'a': 1}; d['b'] = 2; d |= {'c': 3}; del d['a']; print(d, {**d, 'z': 0}, {'x': 1} | d, d.pop('b'), d.popitem(), d, d.setdefault('q', []), d)  # => {'q': []} {'b': 2, 'c': 3, 'z': 0} {'x': 1, 'b': 2, 'c': 3} 2 ('c', 3) {'q': []} [] {'q': []}
def outer():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    return inc
i = outer(); print(i(), i(), [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])  # => 1 2 [0, 1, 2] [2, 2, 2]
def gl():
    global G; G = 5
gl(); print(G, (lambda x, *y, z=1, **k: (x, y, z, k))(1, 2, z=3, w=4))  # => 5 (1, (2,), 3, {'w': 4})
print([x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(2) for y in 'ab'], {x: x**2 for x in range(3)}, {x % 3 for x in range(9)}, list(x for x in 'ab'), [[j for j in range(i)] for i in range(3)], [y := 5, y**2])  # => [5, 7, 9] [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b')] {0: 0, 1: 1, 2: 4} {0, 1, 2} ['a', 'b'] [[], [0], [0, 1]] [5, 25]
if (n := len('abc')) > 2: print(n)  # => 3
print([last := x for x in range(3)], last, any((w := x) > 1 for x in range(5)), w)  # => [0, 1, 2] 2 True 2
def deco(f):
    def w(*a, **k): print('call', f.__name__); return f(*a, **k)  # => call g
    w.__name__ = f.__name__; return w
def deco2(n): return lambda f: (print('deco', n), f)[1]  # => deco 3
@deco
@deco2(3)
def g(x): return x * 2
print(g(4), g.__name__)  # => 8 g
print(1 < 2 < 3 != 4, not (1 == 2), 1 if 0 else 2, [] or 'x', None and 1, 0 or [] or {}, 1 in [1], 'a' not in 'b', None is None, 5 is not None)  # => True True 2 x None {} True True True True
for i in range(3):
    if i == 1: continue
    for j in range(3):
        if j == 1: break
    else: print('never')
else: print('done', i, j)  # => done 2 1
while True:
    break
else: print('no')
try: print(undefined_x)
except NameError as e: print(e, e.name)  # => name 'undefined_x' is not defined undefined_x
def u():
    print(q); q = 1
try: u()
except UnboundLocalError as e: print(e)  # => cannot access local variable 'q' where it is not associated with a value
try: del nope
except NameError as e: print(e)  # => name 'nope' is not defined
print(f'{3:>{5}}|{"x":^{3}}|', "%-5s|" % 'a', 'abc'[1:][::-1], (1, 2) + (3,), [1] * 3, 'ab' * 2, (1,) * 2, -2 ** 2, 2 ** 3 ** 2, not True == False, 1 - -1, +5, ~5 & 3 | 8 ^ 1)  # =>     3| x | a    | cb (1, 2, 3) [1, 1, 1] abab (1, 1) -4 512 True 2 5 11
print(0x_ff, 0b1_0, 0o17, 1_000, 1e3, 1E-2, .5, 5., 1j, 'a' "b" 'c', r'\n', b'\x41', '\x41\u00e9\N{GREEK SMALL LETTER ALPHA}\101')  # => 255 2 15 1000 1000.0 0.01 0.5 5.0 1j abc \n b'A' AéαA
class A:
    x = [i for i in range(3)]
    y = 5
    def m(self): return self.y
    z = property(m)
    class Inner: v = 1
    def __private(self): return 'p'
    def call(self): return self.__private()
print(A.x, A().z, A.Inner.v, A().call(), A()._A__private(), hasattr(A(), '__private'))  # => [0, 1, 2] 5 1 p p False
print(type(A()).__name__, A.__dict__['y'], A().__class__ is A, isinstance(A(), object), A.__bases__, str(A), repr(A.Inner))  # => A 5 True True (<class 'object'>,) <class '__main__.A'> <class '__main__.A.Inner'>
import sys
print(sys.version_info[0], sys.maxsize, len(sys.argv) >= 0)  # => 3 9223372036854775807 True
print(list(map(int, '1 2 3'.split())), sum(map(len, ['a', 'bc'])), max('a', 'bb', key=len), sorted('bca', reverse=True), min([3,1,2]), list(zip(*[(1,2),(3,4)])), dict(zip('ab', [1,2])), dict(a=1), dict([(1,2)]), list({'a':1}.items()), tuple('ab'), set('a'), list(range(0, 10, 3)), range(5)[2], range(10)[2:5], 3 in range(5), len(range(0, 10, 3)), range(3) == range(0,3), bool(range(0)), list(range(5, 0, -2)), range(0, 10, 2).index(4), range(5).count(3))  # => [1, 2, 3] 3 bb ['c', 'b', 'a'] 1 [(1, 3), (2, 4)] {'a': 1, 'b': 2} {'a': 1} {1: 2} [('a', 1)] ('a', 'b') {'a'} [0, 3, 6, 9] 2 range(2, 5) True 4 True False [5, 3, 1] 2 1
print(slice(1, 2), slice(None, None, -1).indices(5), [1,2,3,4][slice(1,3)], (1,2,3).index(2), (1,2,2).count(2), [3,1,2].sort(), [1,2].reverse(), [1].copy(), [1,2,3].pop(0), 'abc'.index('c'))  # => slice(1, 2, None) (4, -1, -1) [2, 3] 1 2 None None [1] 1 2
print(divmod(-7, 3), round(2.567, 2), abs(-3), pow(2, 3, 5), int('ff', 16), float('1e3'), complex('1+2j'), hex(255), bin(5), oct(8), chr(65), ord('a'), repr('a\n'), ascii('é'), bool('x'), str(5), hash(5), callable(f), id(f) == id(f))  # => (-3, 2) 2.57 3 3 255 1000.0 (1+2j) 0xff 0b101 0o10 A 97 'a\n' '\xe9' True 5 5 True True
print(1/3, 2/3, 10/3, 1e20, 1e-7, 123456789.123456789, 1.0, 100.0, 1e15, 1e16, 0.1 + 0.2, 3.0 * 2, 7 // 2.0, -7 // 2, 7 % -3, 2.5 % 1, 1e308 * 10, float('nan') == float('nan'))  # => 0.3333333333333333 0.6666666666666666 3.3333333333333335 1e+20 1e-07 123456789.12345679 1.0 100.0 1000000000000000.0 1e+16 0.30000000000000004 6.0 3.0 -4 -2 0.5 inf False

# %% functions, scopes and common mistakes
def f(x, /, y, *, z=3): return x + y + z
print(f(1, 2), f(1, y=2, z=0), f.__kwdefaults__, f.__defaults__)  # => 6 3 {'z': 3} None
def g(**kw): return sorted(kw.items())
print(g(a=1, **{'b': 2}), (lambda **k: k)(x=1))  # => [('a', 1), ('b', 2)] {'x': 1}
def h(a, b=[], *c): b.append(a); return b
print(h(1), h(2), h(3, []), h(4))  # => [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
print(fact(30), fact(5))  # => 265252859812191058636308480000000 120
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)  # => maximum recursion depth exceeded
import functools
@functools.lru_cache(None)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80))  # => 23416728348467685
print((lambda: (yield))().__class__.__name__)  # => generator
x = 'global'
def scope():
    x = 'local'
    class C: y = x; x = 'class'; z = x
    return C.y, C.z
try: print(scope())  # => ('global', 'class')
except NameError as e: print(e)
def nested():
    def a(): return b()
    def b(): return 'b'
    return a()
print(nested())  # => b
print([i for i in range(3)], 'i' in globals())  # => [0, 1, 2] False
def va(*args): return args
print(va(*range(3), *[9], *(), *'x'))  # => (0, 1, 2, 9, 'x')
print(max(range(5), key=lambda v: -v), sorted([(1, 'b'), (0, 'a')], key=lambda t: t[1]))  # => 0 [(0, 'a'), (1, 'b')]
def gen():
    try: yield 1; yield 2
    finally: print('cleanup')  # => cleanup
for v in gen():
    print(v); break  # => 1
print('after')  # => after
def docs():
    """Doc
    string"""
print(docs.__doc__, docs.__name__, docs.__module__, docs.__qualname__)  # => Doc
    # =>     string docs __main__ docs
docs.attr = 5; print(docs.attr, docs.__dict__)  # => 5 {'attr': 5}
print(eval if False else 'ok', __name__, __doc__)  # => ok __main__ None
assert True, 'x'
try: assert [], 'empty'
except AssertionError as e: print(e)  # => empty
with open('/nonexistent') if False else __import__('contextlib').suppress(ValueError): raise ValueError
print(...)  # => Ellipsis
print(print, end='\n') if 0 else None
a = [1, 2, 3]; b = a[:]; b[0] = 9; print(a, b, a is b, a == [1,2,3])  # => [1, 2, 3] [9, 2, 3] False True
m = [[0] * 3] * 2; m[0][0] = 1; print(m)  # => [[1, 0, 0], [1, 0, 0]]
t = ([1],); t[0].append(2); print(t)  # => ([1, 2],)
try: t[0] += [3]
except TypeError as e: print(e, t)  # => 'tuple' object does not support item assignment ([1, 2, 3],)
s = 'abc'
try: s[0] = 'x'
except TypeError as e: print(e)  # => 'str' object does not support item assignment
try: (1,2)[0] = 5
except TypeError as e: print(e)  # => 'tuple' object does not support item assignment
try: del (1,2)[0]
except TypeError as e: print(e)  # => 'tuple' object doesn't support item deletion
try: [1,2,3][10] = 1
except IndexError as e: print(e)  # => list assignment index out of range
try: [].pop()
except IndexError as e: print(e)  # => pop from empty list
try: {}.popitem()
except KeyError as e: print(e)  # => 'popitem(): dictionary is empty'
try: [1].remove(5)
except ValueError as e: print(e)  # => list.remove(x): x not in list
try: [1].index(5)
except ValueError as e: print(e)  # => 5 is not in list
try: (1,).index(5)
except ValueError as e: print(e)  # => tuple.index(x): x not in tuple
try: [1,2][::2] = [1,2,3]
except ValueError as e: print(e)  # => attempt to assign sequence of size 3 to extended slice of size 1
try: a, b = [1]
except ValueError as e: print(e)  # => not enough values to unpack (expected 2, got 1)
try: a, b = [1,2,3]
except ValueError as e: print(e)  # => too many values to unpack (expected 2)
try: a, *b, c = [1]
except ValueError as e: print(e)  # => not enough values to unpack (expected at least 2, got 1)
try: a, b = 5
except TypeError as e: print(e)  # => cannot unpack non-iterable int object
try: for_ = {1: 2}; next(for_)
except TypeError as e: print(e)  # => 'dict' object is not an iterator
d = {1: 'a'}
try:
    for k in d: d[k+1] = 1
except RuntimeError as e: print(e)  # => dictionary changed size during iteration
l = [1,2,3]
for x in l:
    if x < 3 and len(l) < 6: l.append(x + 10)
print(l)  # => [1, 2, 3, 11, 12]
s = {1,2}
try:
    for x in s: s.add(x+10)
except RuntimeError as e: print(e)  # => Set changed size during iteration
print({1: 'a', 1.0: 'b', True: 'c'}, {(1,2): 3}[1,2], {None: 1}[None], {'a': {'b': 1}}['a']['b'])  # => {1: 'c'} 3 1 1
print(dict.fromkeys('ab', 0), {}.get('x', 5), list({'a': 1}.keys() & {'a', 'b'}), {'a': 1}.keys() == {'a'}, {'a': 1}.items() >= {('a', 1)}, 'a' in {'a': 1}, list(reversed({'a': 1, 'b': 2})), {'a':1}.keys() | {'c'} == {'a', 'c'}, {'a': 1}.values(), {'a': 1}.keys(), {'a': 1}.items())  # => {'a': 0, 'b': 0} 5 ['a'] True True True ['b', 'a'] True dict_values([1]) dict_keys(['a']) dict_items([('a', 1)])
print(type({}.keys()).__name__, isinstance({}.keys(), object), len({'a':1}.items()))  # => dict_keys True 1

# %% the order of sets
print({10, 20, 30, 40, 50}, set([10,20,30,40,50]))  # => {50, 20, 40, 10, 30} {40, 10, 50, 20, 30}
a = set([10,20,30,40,50, 100, 1000, 77]); b = set(a); print(a, b, a.copy(), frozenset(a), a | {5}, a - {10}, a & b, a ^ {3, 10})  # => {100, 40, 1000, 10, 77, 50, 20, 30} {100, 40, 1000, 10, 77, 50, 20, 30} {100, 40, 1000, 10, 77, 50, 20, 30} frozenset({100, 40, 1000, 10, 77, 50, 20, 30}) {100, 5, 40, 1000, 10, 77, 50, 20, 30} {100, 40, 1000, 77, 50, 20, 30} {100, 40, 1000, 10, 77, 50, 20, 30} {3, 100, 40, 1000, 77, 50, 20, 30}
c = set(); c.update(a); print(c); c |= {1,2,3}; print(c); c -= {100}; c.add(7); print(c)  # => {100, 40, 1000, 10, 77, 50, 20, 30}
    # => {1, 2, 3, 100, 40, 1000, 10, 77, 50, 20, 30}
    # => {1, 2, 3, 7, 40, 1000, 10, 77, 50, 20, 30}
d = {x*x for x in range(20)}; print(d); d.discard(16); d.add(500); print(d); print(d.pop(), d)  # => {0, 1, 256, 4, 9, 16, 144, 25, 289, 36, 169, 49, 64, 196, 324, 81, 225, 100, 361, 121}
    # => {0, 1, 256, 4, 9, 144, 25, 289, 36, 169, 49, 64, 196, 324, 81, 225, 100, 361, 500, 121}
    # => 0 {1, 256, 4, 9, 144, 25, 289, 36, 169, 49, 64, 196, 324, 81, 225, 100, 361, 500, 121}
print(set(range(30, 0, -3)), {1.5, 2.5, 3}, {(1,2),(3,4),(0,0),(5,6)}, {(x, y) for x in range(3) for y in range(3)})  # => {3, 6, 9, 12, 15, 18, 21, 24, 27, 30} {1.5, 2.5, 3} {(1, 2), (3, 4), (5, 6), (0, 0)} {(0, 1), (1, 2), (2, 1), (0, 0), (1, 1), (2, 0), (0, 2), (2, 2), (1, 0)}
print(set(dict.fromkeys([9, 8, 77, 55, 33])), {-1, -2, 0, 5}, {2**70, 5, 2**61})  # => {33, 55, 8, 9, 77} {0, 5, -1, -2} {1180591620717411303424, 2305843009213693952, 5}
e = {i for i in range(100) if i % 7 == 3}; print(e, e - set(range(50)), set(range(50)) - e, e & set(range(0,100,2)))  # => {66, 3, 38, 73, 10, 45, 80, 17, 52, 87, 24, 59, 94, 31} {66, 73, 80, 52, 87, 59, 94} {0, 1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 23, 25, 26, 27, 28, 29, 30, 32, 33, 34, 35, 36, 37, 39, 40, 41, 42, 43, 44, 46, 47, 48, 49} {66, 38, 10, 80, 52, 24, 94}
s = set(range(1000, 0, -37)); print(s); s2 = s.difference([1000]); print(s2, s.union([5], [6]), s.intersection([1000, 963]))  # => {1, 260, 519, 778, 149, 408, 667, 926, 38, 297, 556, 815, 186, 445, 704, 963, 75, 334, 593, 852, 223, 482, 741, 1000, 112, 371, 630, 889}
    # => {704, 1, 963, 260, 519, 778, 75, 334, 593, 852, 149, 408, 667, 926, 223, 482, 741, 38, 297, 556, 815, 112, 371, 630, 889, 186, 445} {704, 1, 963, 260, 5, 6, 519, 778, 75, 334, 593, 852, 149, 408, 667, 926, 223, 482, 741, 38, 1000, 297, 556, 815, 112, 371, 630, 889, 186, 445} {1000, 963}
print(frozenset([3, 1, 2]) | {100}, set([1,2]).union({3: 1}), {True, 2, 0}, {None, 1}if 0 else '')  # => frozenset({1, 2, 3, 100}) {1, 2, 3} {0, True, 2}
print({frozenset([1,2]), frozenset([3])} if 0 else '', sorted({(2,1),(1,2)}))  # =>  [(1, 2), (2, 1)]
g = {(i, i*i) for i in range(12)}; print(g); g.remove((3,9)); g.add((99, 1)); print(g); print({(0.5, 1), (1, 2.25)}, {(1,(2,3)), ((4,),5)})  # => {(7, 49), (2, 4), (4, 16), (0, 0), (1, 1), (8, 64), (6, 36), (10, 100), (3, 9), (11, 121), (5, 25), (9, 81)}
    # => {(7, 49), (2, 4), (4, 16), (0, 0), (1, 1), (8, 64), (6, 36), (10, 100), (11, 121), (5, 25), (99, 1), (9, 81)}
    # => {(0.5, 1), (1, 2.25)} {(1, (2, 3)), ((4,), 5)}
t = {1, 2, 3}; t.update([100, 50], {7}, (8,)); print(t); t.difference_update({2}); t.symmetric_difference_update({1, 9}); print(t); t.intersection_update({3, 50, 9}); print(t)  # => {1, 2, 3, 100, 7, 8, 50}
    # => {3, 100, 7, 8, 9, 50}
    # => {9, 50, 3}
big = set(); 
for i in range(200): big.add(i * 7919 % 1009)
for i in range(0, 200, 3): big.discard(i * 7919 % 1009)
print(big); print(big.copy()); print(set(big)); print(big | {5}); print(big - {1}); print({*big})  # => {513, 517, 9, 13, 17, 21, 25, 29, 38, 42, 46, 559, 50, 563, 54, 567, 58, 571, 575, 579, 588, 592, 596, 600, 604, 608, 100, 104, 108, 112, 116, 120, 129, 133, 137, 650, 141, 654, 145, 658, 149, 662, 666, 670, 683, 687, 691, 695, 699, 703, 191, 195, 199, 203, 207, 211, 224, 228, 741, 232, 745, 236, 749, 240, 753, 244, 757, 761, 774, 778, 782, 786, 790, 794, 282, 286, 290, 294, 298, 302, 315, 319, 832, 323, 836, 327, 840, 331, 844, 335, 848, 852, 856, 865, 869, 873, 877, 881, 885, 377, 381, 385, 389, 393, 397, 406, 410, 414, 927, 418, 931, 422, 935, 426, 939, 943, 947, 956, 960, 964, 968, 972, 976, 468, 472, 476, 480, 484, 488, 497, 501, 505, 509}
    # => {513, 517, 9, 13, 17, 21, 25, 29, 38, 42, 46, 559, 50, 563, 54, 567, 58, 571, 575, 579, 588, 592, 596, 600, 604, 608, 100, 104, 108, 112, 116, 120, 129, 133, 137, 650, 141, 654, 145, 658, 149, 662, 666, 670, 683, 687, 691, 695, 699, 703, 191, 195, 199, 203, 207, 211, 224, 228, 741, 232, 745, 236, 749, 240, 753, 244, 757, 761, 774, 778, 782, 786, 790, 794, 282, 286, 290, 294, 298, 302, 315, 319, 832, 323, 836, 327, 840, 331, 844, 335, 848, 852, 856, 865, 869, 873, 877, 881, 885, 377, 381, 385, 389, 393, 397, 406, 410, 414, 927, 418, 931, 422, 935, 426, 939, 943, 947, 956, 960, 964, 968, 972, 976, 468, 472, 476, 480, 484, 488, 497, 501, 505, 509}
    # => {513, 517, 9, 13, 17, 21, 25, 29, 38, 42, 46, 559, 50, 563, 54, 567, 58, 571, 575, 579, 588, 592, 596, 600, 604, 608, 100, 104, 108, 112, 116, 120, 129, 133, 137, 650, 141, 654, 145, 658, 149, 662, 666, 670, 683, 687, 691, 695, 699, 703, 191, 195, 199, 203, 207, 211, 224, 228, 741, 232, 745, 236, 749, 240, 753, 244, 757, 761, 774, 778, 782, 786, 790, 794, 282, 286, 290, 294, 298, 302, 315, 319, 832, 323, 836, 327, 840, 331, 844, 335, 848, 852, 856, 865, 869, 873, 877, 881, 885, 377, 381, 385, 389, 393, 397, 406, 410, 414, 927, 418, 931, 422, 935, 426, 939, 943, 947, 956, 960, 964, 968, 972, 976, 468, 472, 476, 480, 484, 488, 497, 501, 505, 509}
    # => {513, 517, 5, 9, 13, 17, 21, 25, 29, 38, 42, 46, 559, 50, 563, 54, 567, 58, 571, 575, 579, 588, 592, 596, 600, 604, 608, 100, 104, 108, 112, 116, 120, 129, 133, 137, 650, 141, 654, 145, 658, 149, 662, 666, 670, 683, 687, 691, 695, 699, 703, 191, 195, 199, 203, 207, 211, 224, 228, 741, 232, 745, 236, 749, 240, 753, 244, 757, 761, 774, 778, 782, 786, 790, 794, 282, 286, 290, 294, 298, 302, 315, 319, 832, 323, 836, 327, 840, 331, 844, 335, 848, 852, 856, 865, 869, 873, 877, 881, 885, 377, 381, 385, 389, 393, 397, 406, 410, 414, 927, 418, 931, 422, 935, 426, 939, 943, 947, 956, 960, 964, 968, 972, 976, 468, 472, 476, 480, 484, 488, 497, 501, 505, 509}
    # => {513, 517, 9, 13, 17, 21, 25, 29, 38, 42, 46, 559, 50, 563, 54, 567, 58, 571, 575, 579, 588, 592, 596, 600, 604, 608, 100, 104, 108, 112, 116, 120, 129, 133, 137, 650, 141, 654, 145, 658, 149, 662, 666, 670, 683, 687, 691, 695, 699, 703, 191, 195, 199, 203, 207, 211, 224, 228, 741, 232, 745, 236, 749, 240, 753, 244, 757, 761, 774, 778, 782, 786, 790, 794, 282, 286, 290, 294, 298, 302, 315, 319, 832, 323, 836, 327, 840, 331, 844, 335, 848, 852, 856, 865, 869, 873, 877, 881, 885, 377, 381, 385, 389, 393, 397, 406, 410, 414, 927, 418, 931, 422, 935, 426, 939, 943, 947, 956, 960, 964, 968, 972, 976, 468, 472, 476, 480, 484, 488, 497, 501, 505, 509}
    # => {513, 517, 9, 13, 17, 21, 25, 29, 38, 42, 46, 559, 50, 563, 54, 567, 58, 571, 575, 579, 588, 592, 596, 600, 604, 608, 100, 104, 108, 112, 116, 120, 129, 133, 137, 650, 141, 654, 145, 658, 149, 662, 666, 670, 683, 687, 691, 695, 699, 703, 191, 195, 199, 203, 207, 211, 224, 228, 741, 232, 745, 236, 749, 240, 753, 244, 757, 761, 774, 778, 782, 786, 790, 794, 282, 286, 290, 294, 298, 302, 315, 319, 832, 323, 836, 327, 840, 331, 844, 335, 848, 852, 856, 865, 869, 873, 877, 881, 885, 377, 381, 385, 389, 393, 397, 406, 410, 414, 927, 418, 931, 422, 935, 426, 939, 943, 947, 956, 960, 964, 968, 972, 976, 468, 472, 476, 480, 484, 488, 497, 501, 505, 509}
print(set([5, 3]) | set([9]), set('') | {4, 2})  # => {9, 3, 5} {2, 4}

# %% hashes of numbers and tuples
print(hash((1,2)), hash((1,2,3)), hash(()), hash((1,(2,3))), hash((0.5, 1)), hash((-1,)), hash((2**70, -2**65, 0.1, True)))  # => -3550055125485641917 529344067295497451 5740354900026072187 7267574591690527098 -8572458927399070566 8078679518589016365 1006978859480296912
print(hash(frozenset([1,2,3])), hash(frozenset()), hash(frozenset([(1,2)])))  # => -272375401224217160 133146708735736 3819360209092968377
print(hash((0,0)), hash((10**12, -10**13)), hash((-2,-1)), hash(tuple(range(100))))  # => -8458139203682520985 6257613261775761697 960947337673586213 4479737025582696436

