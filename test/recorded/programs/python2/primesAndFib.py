#!/usr/bin/env python
"""A student's script of 2009: primes, Fibonacci, long integers, print statements."""
import math

def is_prime(n):
    if n < 2: return False
    for i in xrange(2, int(math.sqrt(n)) + 1):
        if n % i == 0:
            return False
    return True

print "Primes:", filter(is_prime, range(50))
a, b = 0, 1
fibs = []
while len(fibs) < 15:
    fibs.append(a)
    a, b = b, a + b
print "Fibonacci: %s" % fibs
print "fib(100) =", reduce(lambda (x, y), _: (y, x + y), xrange(100), (0, 1))[0]
print 2 ** 62, 2 ** 63, 2 ** 64 - 1, -2 ** 63, type(2 ** 63), type(2 ** 62)
print 10 / 3, -10 / 3, 10 % -3, 10.0 / 3, 10 // 3.0, divmod(-7, 2)
print map(None, [1, 2, 3], ['a', 'b']), zip([1, 2, 3], ['a', 'b'])
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print gcd(1071, 462), gcd(2 ** 80, 6 ** 40), repr(gcd(2L, 4))
n = 360
factors = {}
d = 2
while n > 1:
    while n % d == 0:
        factors[d] = factors.get(d, 0) + 1
        n /= d
    d += 1
keys = factors.keys()
keys.sort()
for k in keys: print k, '^', factors[k],
print
print ["%d%s" % (i, ("th", "st", "nd", "rd")[i % 10] if i % 10 < 4 and i % 100 not in (11, 12, 13) else "th") for i in (1, 2, 3, 4, 11, 21, 112)]
print int("ff", 16), int("0777", 8), oct(64), hex(2 ** 70), long("123456789012345678901234567890"), str(10L ** 20), `10L ** 20`
