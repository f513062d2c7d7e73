"""Roman numerals both ways, with checks of bad input."""
import re
NUMERALS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
VALID = re.compile(r"^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")


class RomanError(ValueError): pass
class OutOfRange(RomanError): pass
class Invalid(RomanError): pass


def to_roman(n):
    """Convert an integer to a Roman numeral."""
    if not isinstance(n, int) or isinstance(n, bool):
        raise TypeError("not an integer: %r" % (n,))
    if not 0 < n < 4000:
        raise OutOfRange(f"{n} is out of 1..3999")
    res = ""
    for v, s in NUMERALS:
        while n >= v:
            res += s
            n -= v
    return res


def from_roman(s):
    if not s or not VALID.search(s):
        raise Invalid("invalid numeral", s)
    total, i = 0, 0
    for v, r in NUMERALS:
        while s[i:i + len(r)] == r:
            total += v
            i += len(r)
    return total


for n in (1, 4, 9, 14, 40, 90, 400, 1666, 1994, 2024, 3999):
    print(n, to_roman(n), from_roman(to_roman(n)))
for bad in (0, 4000, 1.5, True, "IIII", "", "VX", "MCMC"):
    try:
        print(from_roman(bad) if isinstance(bad, str) else to_roman(bad))
    except (RomanError, TypeError) as e:
        print(type(e).__mro__[1].__name__, "|", type(e).__name__, "|", e)
print(to_roman.__doc__, max(range(1, 4000), key=lambda n: len(to_roman(n))), all(from_roman(to_roman(k)) == k for k in range(1, 4000, 7)))
