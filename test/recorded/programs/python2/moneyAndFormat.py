"""Formatting of numbers in Python 2: %, format, round, division, long, Decimal, and fractions."""
from decimal import Decimal
from fractions import Fraction
import math
for v in (0, 1.0, 2.5, -3.14159, 1e10, 1e16, 1e-5, 123456.789, 1/3., 100000000000.0, 12345678901234567890):
    print v, repr(v), str(v), '%s' % v, '%.3f' % v, '%g' % v, '%e' % v, '%d' % v, '{0:.2f}'.format(v), '{0:>12,.1f}'.format(v)
print Decimal('1.10') + Decimal('2.205'), repr(Decimal(3)), Decimal(1) / 3, Fraction(1, 3) + Fraction(1, 6), repr(Fraction(1, 2)), Decimal('2.5').quantize(Decimal(1))
print round(2.5), round(0.5), round(-1.5), round(1.25, 1), round(5), int(2.9), int(-2.9), 7 / 2, 7 // 2, -7 / 2, 7 / 2.0, 7 % 3, -7 % 3, 7.5 // 2, divmod(7.5, 2), 2 ** 10, 2 ** -1, 2L ** 70, abs(-5L), pow(2, 5, 7)
print math.floor(2.7), math.ceil(2.1), math.sqrt(16), math.pi, math.e, math.log(10), math.trunc(-2.5), math.factorial(20), math.hypot(3, 4), math.fmod(-7, 3), float('inf'), float('nan'), -0.0, 1e400, 0.1 + 0.2, 1.1 * 1.1, sum([.1] * 10), hex(255), oct(8), bin(5), 0x1F, 017, 0b11, 0o17, long(5), 10 ** 18 + 1, 3 + 4j, abs(3 + 4j), (1 + 2j) * 2, complex(1, -1)
print '%5s|%-5s|%05.1f|%+d|%x|%X|%#x|%o|%c|%r|%%' % ('ab', 'cd', 3.14159, 5, 255, 255, 255, 8, 'z', 'q'), '%(a)s %(b)5.2f' % dict(a=1, b=2), '%s' % [1.1, 'x', u'y', None], '%*d' % (5, 42), '{:^9}|{:<5}|{:>5}|{:05d}|{:x}|{!r}'.format('mid', 'l', 'r', 42, 255, 'x'), '{0[a]} {1.real}'.format({'a': 1}, 5)
