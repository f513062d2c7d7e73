Programs of Python 3: values.

# %% integers
print(10 ** 30, -7 // 2, -7 % 3, 7 % -3, 7 / 2, 2 ** -1, 2 ** 100 // 3 ** 20, -2 ** 70 % 1000, divmod(-7, 2), 1 << 70, -1 >> 3, 5 & 3, 5 | 3, 5 ^ 3, ~5)  # => 1000000000000000000000000000000 -4 2 -2 3.5 0.5 363558641556578823726 576 (-4, 1) 1180591620717411303424 -1 1 7 6 -6
print(9007199254740993 + 1, 9007199254740992 * 3, 2 ** 53 - 1 - 2 ** 53, int('ff', 16), int('0b11', 0), int('-12'), int(3.9), int(-3.9), int('1_000'), 10 ** 20 / 3, (2 ** 70) / (2 ** 69))  # => 9007199254740994 27021597764222976 -1 255 3 -12 3 -3 1000 3.333333333333333e+19 2.0
print(True + 1, True & False, True | 2, hash(2 ** 61), (5).bit_length(), pow(3, 100, 7), pow(3, -1, 7), 0 * -5, abs(-3), -0, 2 ** 63, bool(0), int(True), 0x1F, 0o17, 0b101, 1_000)  # => 2 False 3 1 3 4 5 0 3 0 9223372036854775808 False 1 31 15 5 1000
print(round(1234, -2), round(25, -1), round(35, -1), 10 ** 18 + 1 == 10.0 ** 18, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 1 == 1.0 == True, 3 < 3.5 < 4)  # => 1200 20 40 False True False True True

# %% floats
print(1e16, 1e-5, 0.1 + 0.2, 1e15, 123456789012345678.0, 5e-324, 1.7976931348623157e308, float('inf'), -0.0, float('nan'), 1e22, 1e21, 0.0001, 0.00001, 1.0, 100.0, 1e100)  # => 1e+16 1e-05 0.30000000000000004 1000000000000000.0 1.2345678901234568e+17 5e-324 1.7976931348623157e+308 inf -0.0 nan 1e+22 1e+21 0.0001 1e-05 1.0 100.0 1e+100
print(7.5 // 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), 2.0 ** 0.5, (-8) ** 2, round(2.5), round(3.5), round(2.675, 2), round(-1.5), round(1e300), round(0.5, 0), round(1234.5678, -2))  # => 3.0 -4.0 0.5 -0.5 (3.0, 1.5) 1.4142135623730951 64 2 4 2.67 -2 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160 0.0 1200.0
print(int(1e20), float('1e3'), float(' -1.5 '), float('infinity'), 1.5.is_integer(), (0.5).as_integer_ratio(), 3.0 == 3, hash(0.5), 1e308 * 10, -1e308 * 10, 0.1 * 3, sum([0.1] * 10), 1 / 3)  # => 100000000000000000000 1000.0 -1.5 inf False (1, 2) True 1152921504606846976 inf -inf 0.30000000000000004 1.0 0.3333333333333333
print(str(1.0), repr(1e-7), 1.23456789e-7, 12345.678, 1e5, 123456.0, 0.1 + 0.7, 4.35 * 100, 1.1 + 2.2, 3.0 * 1.1)  # => 1.0 1e-07 1.23456789e-07 12345.678 100000.0 123456.0 0.7999999999999999 434.99999999999994 3.3000000000000003 3.3000000000000003

# %% complex numbers
print(1j * 1j, (1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), abs(3 + 4j), 1j ** 2, complex(1, -2), complex('1+2j'), (1 + 2j).conjugate(), (1 + 2j).real, -1j, 2 + 0j, 1j == 1j, (1 + 0j) == 1, complex(0, -0.0))  # => (-1+0j) (5+5j) (0.1+0.7000000000000001j) 5.0 (-1+0j) (1-2j) (1+2j) (1-2j) 1.0 (-0-1j) (2+0j) True True -0j

# %% format specifications
print(f"{2.5:.3f}|{'a'!r:>5}|{3:d}|{1e10:g}|{0.1:%}|{255:x}|{255:#x}|{255:#b}|{5:03d}|{-5:+d}|{1.5:e}|{1234567:,}|{1234567.891:,.2f}|{1234567:_}|{0.00001234:g}|{1e-7}")  # => 2.500|  'a'|3|1e+10|10.000000%|ff|0xff|0b11111111|005|-5|1.500000e+00|1,234,567|1,234,567.89|1_234_567|1.234e-05|1e-07
print(format(3.14159, '.2f'), format(3.14159, '10.3e'), format('x', '^7'), format('x', '*<4'), format(True, 'd'), format(42, '08.2f'), format(-42, '=+6'), format(1.0, ''), format(10, 'c'), format(3, '>5'), format(12.5, '<8'), format(0.5, '.0f'), format(1.5, '.0f'), format(2.5, '.0f'))  # => 3.14  3.142e+00    x    x*** 1 00042.00 -   42 1.0
# =>      3 12.5     0 2 2
print('{} {}'.format(1, 2), '{1} {0}'.format('a', 'b'), '{x:>{w}}'.format(x=1, w=4), '{0[k]} {1.real}'.format({'k': 5}, 3), '{{}}'.format(), '{!r}'.format('q'), '{:.3}'.format('abcdef'), '{:10.3}|'.format(1.23456))  # => 1 2 b a    1 5 3 {} 'q' abc       1.23|
print('%d|%5d|%-5d|%05d|%+d|%x|%X|%o|%e|%.3e|%g|%G|%f|%.2f|%s|%r|%c|%%|%5s|%-5s|%.2s' % (3, 3, 3, 3, 3, 255, 255, 8, 1.5, 1.5, 1e-10, 1e-10, 1.5, 2.675, 'a', 'a', 'c', 'ab', 'ab', 'abc'))  # => 3|    3|3    |00003|+3|ff|FF|10|1.500000e+00|1.500e+00|1e-10|1E-10|1.500000|2.67|a|'a'|c|%|   ab|ab   |ab
print('%(a)s %(b)05.1f' % {'a': 1, 'b': 2.25}, '%s' % (1,), '%s' % [1, 2], '%*d' % (5, 3), '%.3d' % 5, '%i' % 3.99, '%s %s' % (None, True), '%5.1f%%' % 99.5)  # => 1 002.2 1 [1, 2]     3 005 3 None True  99.5%
width, value = 10, 3.14159
print(f'{value:{width}.{2}f}|{value=}|{value = :.1f}|{"nested " + f"{1 + 1}"}|{[1, 2]!s:>8}|{{}}|{value!r}')  # =>       3.14|value=3.14159|value = 3.1|nested 2|  [1, 2]|{}|3.14159
for spec in [lambda: format('a', 'd'), lambda: format(1.5, 'd'), lambda: format(1, 's'), lambda: '{}{}'.format(1), lambda: '{a}'.format(), lambda: '%d' % 'a', lambda: '%s %s' % 1, lambda: '%s' % (1, 2), lambda: '%z' % 1, lambda: '{'.format(), lambda: '}'.format(), lambda: '%(a)s' % {}, lambda: '%x' % 1.5, lambda: format([], 'd')]:
    try: spec()
    except (ValueError, TypeError, IndexError, KeyError) as e: print(type(e).__name__, e)  # => ValueError Unknown format code 'd' for object of type 'str'
    # => ValueError Unknown format code 'd' for object of type 'float'
    # => ValueError Unknown format code 's' for object of type 'int'
    # => IndexError Replacement index 1 out of range for positional args tuple
    # => KeyError 'a'
    # => TypeError %d format: a real number is required, not str
    # => TypeError not enough arguments for format string
    # => TypeError not all arguments converted during string formatting
    # => ValueError unsupported format character 'z' (0x7a) at index 1
    # => ValueError Single '{' encountered in format string
    # => ValueError Single '}' encountered in format string
    # => KeyError 'a'
    # => TypeError %x format: an integer is required, not float
    # => TypeError unsupported format string passed to list.__format__

# %% strings
s = 'Hello, World'
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.replace('l', 'L', 2), s.find('o'), s.rfind('o'), s.count('l'), s.split(', '), s.partition(', '), s.startswith('He'), s.endswith(('x', 'd')))  # => HELLO, WORLD hello, world hELLO, wORLD Hello, World HeLLo, World 4 8 3 ['Hello', 'World'] ('Hello', ', ', 'World') True True
print('a,b,,c'.split(','), ' a  b '.split(), 'a b c'.split(None, 1), 'a b c'.rsplit(' ', 1), 'a\nb\r\nc'.splitlines(), '-'.join(['x', 'y']), 'ab' * 3, 3 * 'x', 'abc'[1], 'abc'[-1], 'abc'[::-1], 'abcdef'[1:5:2])  # => ['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b c'] ['a b', 'c'] ['a', 'b', 'c'] x-y ababab xxx b c cba bd
print('x'.center(5, '*'), 'x'.ljust(3) + '|', 'x'.rjust(3), '7'.zfill(3), '-7'.zfill(4), ' x '.strip() + '|', 'xxaxx'.strip('x'), 'abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.isupper(), 'abc'.islower())  # => **x** x  |   x 007 -007 x| a True True True True False True
print(repr('it\'s'), repr("a\"b'"), repr('\n\t\\\x00é\u2028'), 'héllo'.upper(), len('héllo'), ord('a'), chr(8364), 'a' < 'b', 'a' in 'cat', 'tan-h'.replace('-', ''), 'x=1;y=2'.split(';'), sorted('bca'))  # => "it's" 'a"b\'' '\n\t\\\x00é\u2028' HÉLLO 5 97 € True True tanh ['x=1', 'y=2'] ['a', 'b', 'c']
print('abc'.index('c'), 'aXbX'.translate(str.maketrans('X', '-')), 'a\tb'.expandtabs(4), 'test'.capitalize(), 'prefix_x'.removeprefix('prefix_'), ascii('é'), 'a' 'b', r'\n', 'ß'.casefold(), list('ab'), tuple('ab'), '%s' % 'x', str(None), str([1, 'a']))  # => 2 a-b- a   b Test x '\xe9' ab \n ss ['a', 'b'] ('a', 'b') x None [1, 'a']
print(b'abc', b'a\x00"', bytes([1, 2]), 'é'.encode(), b'\xc3\xa9'.decode(), b'ab' + b'c', b'abc'[0], b'abc'[1:], len(b'ab'), b'a' == b'a', b'a' == 'a')  # => b'abc' b'a\x00"' b'\x01\x02' b'\xc3\xa9' é b'abc' 97 b'bc' 2 True False

# %% lists and tuples
a = [3, 1, 2]
a.append(5); a.extend([7, 8]); a.insert(1, 9); a.remove(1)
print(a, a.pop(), a.pop(0), a.index(2), a.count(5), sorted(a), sorted(a, reverse=True), a[::-1], a[1:3], a * 2, a + [0], len(a), max(a), min(a), sum(a), 5 in a)  # => [9, 2, 5, 7] 8 3 1 1 [2, 5, 7, 9] [9, 7, 5, 2] [7, 5, 2, 9] [2, 5] [9, 2, 5, 7, 9, 2, 5, 7] [9, 2, 5, 7, 0] 4 9 2 23 True
a.sort(key=lambda v: -v); print(a); a.reverse(); print(a); b = a.copy(); a.clear(); print(a, b, [1, 2] < [1, 3], (1, 2) < (1, 2, 3), [1] == [1.0], (1,) + (2,), (1, 2) * 2)  # => [9, 7, 5, 2]
# => [2, 5, 7, 9]
# => [] [2, 5, 7, 9] True True True (1, 2) (1, 2, 1, 2)
t = (1, 'a', None, (2,))
print(t, t[0], t[1:], len(t), t.count(1), (), (1,), tuple([1]), t == (1, 'a', None, (2,)), hash((1, 2)) == hash((1, 2)), [[]] * 2, [[1, 2], [3]][1][0])  # => (1, 'a', None, (2,)) 1 ('a', None, (2,)) 4 1 () (1,) (1,) True True [[], []] 3
l = [1]; l.append(l); print(l)  # => [1, [...]]
for f in [lambda: [][0], lambda: [1].index(5), lambda: [].pop(), lambda: [1].remove(2), lambda: (1,)[3], lambda: [1]['a'], lambda: [1] + (2,), lambda: [3, 'a'].sort(), lambda: [1, 2][::0], lambda: 'abc'[5], lambda: [1] * 1.5, lambda: {}[1], lambda: {[]: 1}, lambda: 1 < 'a', lambda: len(5), lambda: 5[0], lambda: None.x, lambda: iter(5), lambda: int('x'), lambda: float('x'), lambda: 'a' + 1, lambda: 1 + 'a', lambda: -'a', lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0 ** -1, lambda: 2.0 ** 5000, lambda: 10 ** 400 * 1.0, lambda: abs('a'), lambda: chr(-1), lambda: ord('ab'), lambda: range(1, 2, 0), lambda: dict([1]), lambda: max([]), lambda: int([]), lambda: 1(), lambda: 'a'.join([1]), lambda: isinstance(1, 1), lambda: next(5), lambda: print(foo=1), lambda: sum(['a']), lambda: (1).x, lambda: setattr(1, 'x', 2), lambda: len(), lambda: complex('z'), lambda: [1, 2] @ [3], lambda: 1 in 5, lambda: {1} + {2}, lambda: 'a'.foo(), lambda: reversed({1})]:
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)  # => IndexError: list index out of range
    # => ValueError: 5 is not in list
    # => IndexError: pop from empty list
    # => ValueError: list.remove(x): x not in list
    # => IndexError: tuple index out of range
    # => TypeError: list indices must be integers or slices, not str
    # => TypeError: can only concatenate list (not "tuple") to list
    # => TypeError: '<' not supported between instances of 'str' and 'int'
    # => ValueError: slice step cannot be zero
    # => IndexError: string index out of range
    # => TypeError: can't multiply sequence by non-int of type 'float'
    # => KeyError: 1
    # => TypeError: unhashable type: 'list'
    # => TypeError: '<' not supported between instances of 'int' and 'str'
    # => TypeError: object of type 'int' has no len()
    # => TypeError: 'int' object is not subscriptable
    # => AttributeError: 'NoneType' object has no attribute 'x'
    # => TypeError: 'int' object is not iterable
    # => ValueError: invalid literal for int() with base 10: 'x'
    # => ValueError: could not convert string to float: 'x'
    # => TypeError: can only concatenate str (not "int") to str
    # => TypeError: unsupported operand type(s) for +: 'int' and 'str'
    # => TypeError: bad operand type for unary -: 'str'
    # => ZeroDivisionError: division by zero
    # => ZeroDivisionError: integer division or modulo by zero
    # => ZeroDivisionError: integer modulo by zero
    # => ZeroDivisionError: float division by zero
    # => ZeroDivisionError: float floor division by zero
    # => ZeroDivisionError: float modulo
    # => ZeroDivisionError: 0.0 cannot be raised to a negative power
    # => OverflowError: (34, 'Numerical result out of range')
    # => OverflowError: int too large to convert to float
    # => TypeError: bad operand type for abs(): 'str'
    # => ValueError: chr() arg not in range(0x110000)
    # => TypeError: ord() expected a character, but string of length 2 found
    # => ValueError: range() arg 3 must not be zero
    # => TypeError: cannot convert dictionary update sequence element #0 to a sequence
    # => ValueError: max() iterable argument is empty
    # => TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
    # => TypeError: 'int' object is not callable
    # => TypeError: sequence item 0: expected str instance, int found
    # => TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
    # => TypeError: 'int' object is not an iterator
    # => TypeError: 'foo' is an invalid keyword argument for print()
    # => TypeError: unsupported operand type(s) for +: 'int' and 'str'
    # => AttributeError: 'int' object has no attribute 'x'
    # => AttributeError: 'int' object has no attribute 'x'
    # => TypeError: len() takes exactly one argument (0 given)
    # => ValueError: complex() arg is a malformed string
    # => TypeError: unsupported operand type(s) for @: 'list' and 'list'
    # => TypeError: argument of type 'int' is not iterable
    # => TypeError: unsupported operand type(s) for +: 'set' and 'set'
    # => AttributeError: 'str' object has no attribute 'foo'
    # => TypeError: 'set' object is not reversible

# %% dictionaries and sets
d = {'b': 1, 'a': 2}
d['c'] = 3
print(d, list(d), d.keys(), d.values(), d.items(), d.get('z'), d.get('z', 0), 'a' in d, len(d), d.pop('b'), d.setdefault('q', []), d.popitem(), sorted(d), dict(a=1), dict([(1, 2)]), dict(zip('ab', [1, 2])))  # => {'a': 2, 'c': 3} ['b', 'a', 'c'] dict_keys(['a', 'c']) dict_values([2, 3]) dict_items([('a', 2), ('c', 3)]) None 0 True 3 1 [] ('q', []) ['a', 'c'] {'a': 1} {1: 2} {'a': 1, 'b': 2}
d.update({'z': 26}, y=25); print(d, {**d, 'n': 1}, d | {'m': 1}, {1: 'a'} == {1.0: 'a'}, {1: 1, True: 2, 1.0: 3}, dict.fromkeys('ab', 0), {(1, 2): 3}[1, 2], {None: 1}, {k: v for k, v in sorted(d.items())})  # => {'a': 2, 'c': 3, 'z': 26, 'y': 25} {'a': 2, 'c': 3, 'z': 26, 'y': 25, 'n': 1} {'a': 2, 'c': 3, 'z': 26, 'y': 25, 'm': 1} True {1: 3} {'a': 0, 'b': 0} 3 {None: 1} {'a': 2, 'c': 3, 'y': 25, 'z': 26}
del d['z']
try:
    for k in d: d[k + 'x'] = 1
except RuntimeError as e: print(e)  # => dictionary changed size during iteration
s = {3, 1, 2}
s.add(10); s.discard(99); s.remove(3)
print(s, s | {7}, s & {1, 2}, s - {1}, s ^ {1, 50}, {1} < s, s >= {2}, {1, 2} == {2, 1}, set(), frozenset([2, 1]), len(s), set('a'), {10, 1, 100, 33}, {1, 2}.union([3], [4]), {1}.isdisjoint({2}), {-1, 5, 0})  # => {10, 1, 2} {1, 10, 2, 7} {1, 2} {10, 2} {2, 50, 10} True True True set() frozenset({1, 2}) 3 {'a'} {1, 10, 100, 33} {1, 2, 3, 4} True {0, 5, -1}
print(list(range(5)), range(1, 10, 3), range(5)[2], range(10)[2:8:2], 3 in range(5), len(range(0, 10, 3)), range(3) == range(0, 3), list(reversed(range(3))), slice(1, 2), [*range(5, 0, -2)])  # => [0, 1, 2, 3, 4] range(1, 10, 3) 2 range(2, 8, 2) True 4 True [2, 1, 0] slice(1, 2, None) [5, 3, 1]

# %% built-in functions
print(all([1, 2]), any([0, 3]), abs(-2.5), bin(10), hex(255), oct(8), callable(len), divmod(7, 3), list(enumerate('ab', 1)), list(filter(None, [0, 1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(zip([1, 2], 'ab')), max(3, 1), max([1, 5], key=lambda v: -v), min('b', 'a'), max([], default=0))  # => True True 2.5 0b1010 0xff 0o10 True (2, 1) [(1, 'a'), (2, 'b')] [1, 2] [4, 6] [(1, 'a'), (2, 'b')] 3 1 a 0
print(sum([1, 2], 10), sorted([3, 1], key=lambda v: -v), list(reversed([1, 2])), type(1), type('a'), type(None), type([]), type(print), isinstance(1, (str, int)), isinstance(True, int), issubclass(bool, int), id(1) == id(1), pow(2, 3), repr('a'), str(1.5), hasattr('a', 'upper'))  # => 13 [3, 1] [2, 1] <class 'int'> <class 'str'> <class 'NoneType'> <class 'list'> <class 'builtin_function_or_method'> True True True True 8 'a' 1.5 True
print(type(1).__name__, int.__name__, len('abc'), iter([1]).__class__.__name__, list(iter(lambda c=[0]: c.append(0) or len(c), 4)), print, len, int, ValueError, type, object, [int, str], lambda: 0 if 0 else 1 and None or 'fn') if 0 else print('ok', int, [int], ValueError, range, type)  # => ok <class 'int'> [<class 'int'>] <class 'ValueError'> <class 'range'> <class 'type'>
print(globals()['__name__'], 'x' in locals(), sorted(vars(type('Q', (), {'z': 1}))())[:0] if 0 else [], callable(int), next(iter({5: 1})), bool([]), bool('x'), bytes(2), complex(1), tuple(range(3)), list('ab'), dict(), set(), frozenset(), float(), int(), str())  # => __main__ False [] True 5 False True b'\x00\x00' (1+0j) (0, 1, 2) ['a', 'b'] {} set() frozenset() 0.0 0
print(1, 'a', sep='-', end='!\n')  # => 1-a!
print(*[1, 2], sep='')  # => 12

# %% collections and itertools
from collections import OrderedDict, defaultdict, namedtuple, Counter, deque
from itertools import accumulate, chain, product, islice, count, permutations, combinations, groupby, cycle, repeat, zip_longest, takewhile, dropwhile, starmap, tee, compress, pairwise
Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p == (1, 2), p._asdict(), Point._fields, [*p], Point._make([3, 4]))  # => Point(x=1, y=2) 1 2 Point(x=5, y=2) True {'x': 1, 'y': 2} ('x', 'y') [1, 2] Point(x=3, y=4)
try: Point(1)
except TypeError as e: print(e)  # => Point.__new__() missing 1 required positional argument: 'y'
od = OrderedDict([('b', 1), ('a', 2)])
od.move_to_end('b')
print(od, list(od), od.popitem(last=False), OrderedDict(a=1) == {'a': 1})  # => OrderedDict({'b': 1}) ['a', 'b'] ('a', 2) True
dd = defaultdict(list)
dd['x'].append(1)
print(dd, dict(dd), len(dd), defaultdict(int, a=1)['q'])  # => defaultdict(<class 'list'>, {'x': [1]}) {'x': [1]} 1 0
c = Counter('abracadabra')
c.update('aa')
print(c, c.most_common(2), c['z'], sum(c.values()), Counter(a=1) + Counter(a=2, b=1))  # => Counter({'a': 7, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 7), ('b', 2)] 0 13 Counter({'a': 3, 'b': 1})
dq = deque([1, 2, 3], maxlen=3)
dq.append(4)
dq.rotate(1)
print(dq, dq[0], dq.popleft(), list(dq), len(dq))  # => deque([2, 3], maxlen=3) 4 4 [2, 3] 2
print(list(accumulate([1, 2, 3])), list(chain([1], (2, 3))), list(chain.from_iterable(['ab', 'c'])), list(product('ab', [0, 1])), list(islice(count(5, 2), 3)), list(permutations([1, 2, 3], 2))[:3], list(combinations('abc', 2)), [(k, list(g)) for k, g in groupby([1, 1, 2])])  # => [1, 3, 6] [1, 2, 3] ['a', 'b', 'c'] [('a', 0), ('a', 1), ('b', 0), ('b', 1)] [5, 7, 9] [(1, 2), (1, 3), (2, 1)] [('a', 'b'), ('a', 'c'), ('b', 'c')] [(1, [1, 1]), (2, [2])]
print(list(islice(cycle('ab'), 5)), list(repeat(1, 3)), list(zip_longest([1, 2], 'a', fillvalue='-')), list(takewhile(lambda v: v < 3, [1, 2, 5, 1])), list(dropwhile(lambda v: v < 3, [1, 5, 1])), list(starmap(pow, [(2, 3)])), [list(t) for t in tee([1, 2])], list(compress('abc', [1, 0, 1])), list(pairwise('abc')), list(islice('abcdef', 1, 5, 2)))  # => ['a', 'b', 'a', 'b', 'a'] [1, 1, 1] [(1, 'a'), (2, '-')] [1, 2] [5, 1] [8] [[1, 2], [1, 2]] ['a', 'c'] [('a', 'b'), ('b', 'c')] ['b', 'd']

# %% math, operator, copy, sys
import math, operator, copy, sys, os
print(math.sqrt(2), math.floor(2.5), math.ceil(-2.5), math.pi, math.factorial(20), math.gcd(12, 18), math.log(10), math.log(8, 2), math.log10(1000), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.trunc(-2.7), math.isnan(math.nan), math.inf, math.fsum([0.1] * 10), math.comb(5, 2), math.exp(0), math.pow(2, 3), math.fabs(-1), math.copysign(1, -0.0), math.degrees(math.pi), math.modf(2.5), math.frexp(8))  # => 1.4142135623730951 2 -2 3.141592653589793 2432902008176640000 6 2.302585092994046 3.0 3.0 True 5.0 -2 True inf 1.0 10 1.0 8.0 1.0 -1.0 180.0 (0.5, 2.0) (0.5, 4)
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.sqrt('a'), lambda: math.factorial(-1)]:
    try: f()
    except Exception as e: print(type(e).__name__, e)  # => ValueError math domain error
    # => ValueError math domain error
    # => OverflowError math range error
    # => TypeError must be real number, not str
    # => ValueError factorial() not defined for negative values
x = [1, [2], {'k': (3, [4])}]
y, z = copy.deepcopy(x), copy.copy(x)
y[1].append(3); z[1].append(9)
print(x, y, operator.itemgetter(1)([4, 5]), operator.add(1, 2), operator.attrgetter('real')(5), sorted({'b': 1, 'a': 2}.items(), key=operator.itemgetter(1)), operator.mul('a', 3))  # => [1, [2, 9], {'k': (3, [4])}] [1, [2, 3], {'k': (3, [4])}] 5 3 5 [('b', 1), ('a', 2)] aaa
_ = sys.stdout.write('w\n')  # => w
print(sys.version_info[0], sys.version_info >= (3, 0), sys.maxsize, os.environ.get('NOT_SET_AT_ALL', 'd'))  # => 3 True 9223372036854775807 d

# %% dataclasses
from dataclasses import dataclass, field, asdict
@dataclass
class Config:
    n: int = 3
    rates: list = field(default_factory=lambda: [0.5])
    name: str = 'x'
    def scaled(self, k): return [r * k for r in self.rates]
cfg = Config(4, name='q')
print(cfg, cfg.scaled(2), Config() == Config(), Config(1) != Config(2), asdict(cfg))  # => Config(n=4, rates=[0.5], name='q') [1.0] True True {'n': 4, 'rates': [0.5], 'name': 'q'}
@dataclass(order=True)
class Pair(Config):
    extra: float = 0.0
    def __post_init__(self): self.total = self.n + self.extra
print(Pair(1, extra=2).total, Pair(1) < Pair(2), Pair())  # => 3 True Pair(n=3, rates=[0.5], name='x', extra=0.0)
try: Config(1, 2, 3, 4)
except TypeError as e: print(e)  # => Config.__init__() takes from 1 to 4 positional arguments but 5 were given
