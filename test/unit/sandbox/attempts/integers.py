# %% a tower
10**10**10
# %% a tower that is larger
9**9**9**9
# %% a shift
1 << 10**12
# %% a shift that is larger than any machine
1 << 10**30
# %% shifts in a loop
x = 1
while True:
    x <<= 10**6
# %% squares
x = 3
while True:
    x = x * x
# %% pow with three arguments
print(pow(3, 10**1000, 10**9 + 7))
# %% pow with three large arguments
pow(10**3000 + 7, 10**3000, 10**3000 + 9) + 1
# %% pow with a modulus of zero
pow(2, 10**9, 0)
# %% a power of a float
10.0 ** 10**10
# %% a power of a negative exponent
2 ** -10**10
# %% factorial
import math
math.factorial(10**9)
# %% factorial of the immense
import math
math.factorial(10**30)
# %% comb
import math
math.comb(10**12, 10**11)
# %% perm
import math
math.perm(10**9)
# %% gcd
import math
print(math.gcd(10**5000, 10**4000) == 10**4000)
# %% lcm
import math, functools
print(math.lcm(*range(1, 2000)) > 0)
# %% isqrt
import math
print(math.isqrt(10**20000) > 0)
# %% prod
import math
math.prod(range(1, 10**9))
# %% reading digits
int('9' * 10**6)
# %% reading digits when that is allowed
import sys
sys.set_int_max_str_digits(0)
int('9' * 10**7) + 1
# %% printing digits
print(10**5000)
# %% printing digits when that is allowed
import sys
sys.set_int_max_str_digits(0)
len(str(3**10**7))
# %% hexadecimal digits
len(hex(1 << 10**8))
# %% another base
int('z' * 10**6, 36)
# %% from bytes
int.from_bytes(b'\xff' * 10**7, 'big') + 1
# %% to bytes
(5).to_bytes(10**12, 'big')
# %% bit_length and bit_count
print((1 << 10**6).bit_length(), ((1 << 1000) - 1).bit_count())
# %% a product of large numbers
a = 3 ** 10**6
b = a * a * a * a
# %% a quotient of large numbers
a = 7 ** 10**5
print(a // (3 ** 10**4) > 0)
# %% fractions
from fractions import Fraction
x = Fraction(1, 3)
while True:
    x = x * x + Fraction(1, 7)
# %% a fraction of a text
from fractions import Fraction
Fraction('1e1000000000')
# %% a fraction of a float
from fractions import Fraction
print(Fraction(1e308).numerator > 0)
# %% a power of a fraction
from fractions import Fraction
Fraction(3, 7) ** 10**10
# %% limit_denominator
from fractions import Fraction
print(Fraction(10**50, 3**60).limit_denominator(1000))
# %% decimals
from decimal import Decimal, getcontext
getcontext().prec = 10**9
Decimal(1) / Decimal(3)
# %% a decimal of a text
from decimal import Decimal
int(Decimal('1e1000000000'))
# %% decimals to fixed point
from decimal import Decimal
'{:f}'.format(Decimal('1e999999999'))
# %% exp of a decimal
from decimal import Decimal, getcontext
getcontext().prec = 10**6
Decimal(2).sqrt()
# %% quantize
from decimal import Decimal
Decimal(1).quantize(Decimal('1e-999999999'))
# %% round
round(10**1000, -10**12)
# %% divmod
print(divmod(10**100, -3))
# %% hash of large numbers
print(hash(10**10000) == hash(10**10000), hash(1 << 61) == hash(1))
# %% a range of large numbers
for i in range(10**100, 10**100 + 3):
    pass
print(i - 10**100, list(range(10**30, 10**30 + 2))[0] == 10**30)
# %% an index that is too large
[1, 2][10**30]
# %% an index that wraps
[1, 2][2**32]
# %% an index of an array that wraps
import numpy as np
np.zeros(3)[2**53 + 1]
# %% an integer array that overflows
import numpy as np
print(np.array([2**63 - 1]) + 1)
# %% an array of immense integers
import numpy as np
np.array([10**30], dtype='i8')
# %% an object array of powers
import numpy as np
np.array([10**6], dtype=object) ** 10**9
# %% a float of an immense integer
float(10**400)
# %% an immense integer divided
print(10**400 / 10**399)
# %% a timestamp
import datetime
datetime.datetime.fromtimestamp(10**20)
# %% a year
import datetime
datetime.date(10**10, 1, 1)
# %% a span of time
import datetime
datetime.timedelta(days=10**30)
# %% a calendar
import calendar
calendar.monthrange(10**9, 1)
# %% a random number below the immense
import random
random.seed(1)
print(random.randrange(10**100) < 10**100)
# %% a seed
import random
random.seed(10**10**4)
# %% a seed of NumPy
import numpy as np
np.random.seed(10**20)
# %% chr
chr(10**20)
# %% a complex power
print((1e308 + 1j) * 1e308)
# %% a matrix power
import numpy as np
print(np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 10**6).dtype)
# %% a polynomial
import numpy as np
np.poly1d([1, 1]) ** 10**7
# %% the digits of a float
print(len('%.1000f' % 0.1), len(repr(1e308)))
# %% a literal with many digits
x = 0x1 << 4
print(x ** 1000 > 0, 1_0_0)
