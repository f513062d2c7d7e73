"""Python 2 calls classes of C types."""
import collections
import decimal
import fractions


class Old:
    pass


class New(object):
    pass

print int, dict, ValueError, object, type, New, Old
print collections.OrderedDict, collections.Counter, collections.deque, collections.defaultdict
print fractions.Fraction, decimal.Decimal, type(fractions.Fraction(1, 2)), type(collections.Counter())
