# What these programs show was written down from CPython.
# %% the order of printing, and numbers
from decimal import Decimal
from fractions import Fraction

try:
    print 'shown', [][1]  # => shown
except IndexError:
    print  # =>
print xrange(1, 10, 3), xrange(5, 1)  # => xrange(1, 10, 3) xrange(5, 5)
print xrange(2, 10, 3)  # => xrange(2, 11, 3)
print apply(max, [1, 5, 3]), apply(dict, (), {'a': 1}), coerce(1, 2.5)  # => 5 {'a': 1} (1.0, 2.5)
print {'a': 1}.viewitems(), {'a': 1}.viewkeys() & set('ab')  # => dict_items([('a', 1)]) set(['a'])
print Decimal(1) / 4, 1 / Decimal(4), Fraction(1, 2) / 3  # => 0.25 0.25 1/6
print round(1.25, 1), round(-2.5), round(2.675, 2), round(-0.5)  # => 1.3 -3.0 2.67 -1.0
try:
    unichr(-1)
except ValueError, error:
    print error  # => unichr() arg not in range(0x110000) (wide Python build)
