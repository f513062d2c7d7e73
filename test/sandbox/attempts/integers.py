# %% a tower
10**10**10
# !> NotSupportedByScanLens: an integer of millions of digits
# %% a tower that is larger
9**9**9**9
# !> NotSupportedByScanLens: an integer of millions of digits
# %% a shift
1 << 10**12
# !> NotSupportedByScanLens: an integer of millions of digits
# %% a shift that is larger than any machine
1 << 10**30
# !> NotSupportedByScanLens: an integer of millions of digits
# %% shifts in a loop
x = 1
while True:
    x <<= 10**6
# !> NotSupportedByScanLens: an integer of millions of digits
# %% squares
x = 3
while True:
    x = x * x
# !> NotSupportedByScanLens: an integer of millions of digits
# %% pow with three arguments
print(pow(3, 10**1000, 10**9 + 7))
# => 992647316
# %% pow with a modulus of zero
pow(2, 10**9, 0)
# !> ValueError: pow() 3rd argument cannot be 0
# %% a power of a float
10.0 ** 10**10
# !> OverflowError: (34, 'Numerical result out of range')
# %% a power of a negative exponent
2 ** -10**10
# => 0.0
# %% factorial
import math
math.factorial(10**9)
# !> NotSupportedByScanLens: an integer of millions of digits
# %% factorial of the immense
import math
math.factorial(10**30)
# !> NotSupportedByScanLens: an integer of millions of digits
# %% perm
import math
math.perm(10**9)
# !> BudgetExceeded: The program ran longer than…
# %% gcd
import math
print(math.gcd(10**5000, 10**4000) == 10**4000)
# => True
# %% lcm
import math, functools
print(math.lcm(*range(1, 2000)) > 0)
# => True
# %% isqrt
import math
print(math.isqrt(10**20000) > 0)
# => True
# %% prod
import math
math.prod(range(1, 10**9))
# !> BudgetExceeded: The program needs more than…
# %% reading digits
int('9' * 10**6)
# !> ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 10…
# %% reading digits when that is allowed
import sys
sys.set_int_max_str_digits(0)
int('9' * 10**7) + 1
# !> NotSupportedByScanLens: an integer of millions of digits
# %% printing digits
print(10**5000)
# !> ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_…
# %% printing digits when that is allowed
import sys
sys.set_int_max_str_digits(0)
len(str(3**10**7))
# !> NotSupportedByScanLens: an integer of millions of digits
# %% hexadecimal digits
len(hex(1 << 10**8))
# !> NotSupportedByScanLens: an integer of millions of digits
# %% another base
int('z' * 10**6, 36)
# !> ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 10…
# %% from bytes
int.from_bytes(b'\xff' * 10**7, 'big') + 1
# !> NotSupportedByScanLens: an integer of millions of digits
# %% to bytes
(5).to_bytes(10**12, 'big')
# !> BudgetExceeded: The program needs more than…
# %% bit_length and bit_count
print((1 << 10**6).bit_length(), ((1 << 1000) - 1).bit_count())
# => 1000001 1000
# %% a product of large numbers
a = 3 ** 10**6
b = a * a * a * a
# !> NotSupportedByScanLens: an integer of millions of digits
# %% a quotient of large numbers
a = 7 ** 10**5
print(a // (3 ** 10**4) > 0)
# => True
# %% fractions
from fractions import Fraction
x = Fraction(1, 3)
while True:
    x = x * x + Fraction(1, 7)
# !> BudgetExceeded: The program ran longer than…
# %% a fraction of a text
from fractions import Fraction
Fraction('1e1000000000')
# !> NotSupportedByScanLens: an integer of millions of digits
# %% a fraction of a float
from fractions import Fraction
print(Fraction(1e308).numerator > 0)
# => True
# %% a power of a fraction
from fractions import Fraction
Fraction(3, 7) ** 10**10
# !> MemoryError:
# %% limit_denominator
from fractions import Fraction
print(Fraction(10**50, 3**60).limit_denominator(1000))
# => 1889544972561650858465834/801
# %% decimals
from decimal import Decimal, getcontext
getcontext().prec = 10**9
Decimal(1) / Decimal(3)
# !> NotSupportedByScanLens: a decimal precision of more than 100,000 digits
# %% a decimal of a text
from decimal import Decimal
int(Decimal('1e1000000000'))
# !> NotSupportedByScanLens: a decimal exponent of more than six digits
# %% decimals to fixed point
from decimal import Decimal
'{:f}'.format(Decimal('1e999999999'))
# !> NotSupportedByScanLens: a decimal exponent of more than six digits
# %% exp of a decimal
from decimal import Decimal, getcontext
getcontext().prec = 10**6
Decimal(2).sqrt()
# !> NotSupportedByScanLens: a decimal precision of more than 100,000 digits
# %% quantize
from decimal import Decimal
Decimal(1).quantize(Decimal('1e-999999999'))
# !> NotSupportedByScanLens: a decimal exponent of more than six digits
# %% round
round(10**1000, -10**12)
# => 0
# %% divmod
print(divmod(10**100, -3))
# => (-3333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333334, -2)
# %% hash of large numbers
print(hash(10**10000) == hash(10**10000), hash(1 << 61) == hash(1))
# => True True
# %% a range of large numbers
for i in range(10**100, 10**100 + 3):
    pass
print(i - 10**100, list(range(10**30, 10**30 + 2))[0] == 10**30)
# !> OverflowError: cannot fit 'int' into an index-sized integer
# %% an index that is too large
[1, 2][10**30]
# !> IndexError: list index out of range
# %% an index that wraps
[1, 2][2**32]
# !> IndexError: list index out of range
# %% an index of an array that wraps
import numpy as np
np.zeros(3)[2**53 + 1]
# !> IndexError: index 9007199254740992 is out of bounds for axis 0 with size 3
# %% an integer array that overflows
import numpy as np
print(np.array([2**63 - 1]) + 1)
# => [-9223372036854775808]
# %% an array of immense integers
import numpy as np
np.array([10**30], dtype='i8')
# !> OverflowError: Python int too large to convert to C long
# %% an object array of powers
import numpy as np
np.array([10**6], dtype=object) ** 10**9
# !> NotSupportedByScanLens: arrays of the type 'object'
# %% a float of an immense integer
float(10**400)
# !> OverflowError: int too large to convert to float
# %% an immense integer divided
print(10**400 / 10**399)
# => 10.0
# %% a timestamp
import datetime
datetime.datetime.fromtimestamp(10**20)
# !> TypeError: 'int' object cannot be interpreted as an integer
# %% a year
import datetime
datetime.date(10**10, 1, 1)
# !> ValueError: year 10000000000 is out of range
# %% a span of time
import datetime
datetime.timedelta(days=10**30)
# !> OverflowError: days=1000000000000000000000000000000; must have magnitude <= 999999999
# %% a calendar
import calendar
calendar.monthrange(10**9, 1)
# => (calendar.SATURDAY, 31)
# %% a random number below the immense
import random
random.seed(1)
print(random.randrange(10**100) < 10**100)
# => True
# %% a seed
import random
random.seed(10**10**4)
# %% a seed of NumPy
import numpy as np
np.random.seed(10**20)
# !> ValueError: Seed must be between 0 and 2**32 - 1
# %% chr
chr(10**20)
# !> ValueError: chr() arg not in range(0x110000)
# %% a complex power
print((1e308 + 1j) * 1e308)
# => (inf+1e+308j)
# %% a matrix power
import numpy as np
print(np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 10**6).dtype)
# => int64
# %% a polynomial
import numpy as np
np.poly1d([1, 1]) ** 10**7
# !> BudgetExceeded: The program ran longer than…
# %% the digits of a float
print(len('%.1000f' % 0.1), len(repr(1e308)))
# => 1002 6
# %% a literal with many digits
x = 0x1 << 4
print(x ** 1000 > 0, 1_0_0)
# => True 100
