"""Spigot of pi, e by series, continued fractions, Newton square roots with integers, Machin's formula."""
from fractions import Fraction
from decimal import Decimal, getcontext
from itertools import islice
def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
print("".join(map(str, islice(pi_digits(), 60))))
def cf(x, n):
    out = []
    while n and x.denominator:
        a = x.numerator // x.denominator
        out.append(a); n -= 1
        if x == a: break
        x = 1 / (x - a)
    return out
print(cf(Fraction(415, 93), 10), cf(Fraction("3.14159265358979"), 6), cf(Fraction(1.5), 5))
def convergents(terms):
    h, k, h1, k1 = 1, 0, 0, 1
    for a in terms:
        h, h1, k, k1 = a * h + h1, h, a * k + k1, k
        yield Fraction(h, k)
print(*convergents([3, 7, 15, 1]), sep=" ~ ")
def isqrt(n):
    x = n
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y
print(isqrt(2 * 10 ** 80), isqrt(99), str(isqrt(5 * 10 ** 40))[:12])
getcontext().prec = 50
def arctan(x):
    x, total, sign, n = Decimal(1) / x, Decimal(0), 1, 1
    p = x
    while abs(p) > Decimal("1e-52"):
        total += sign * p / n
        p *= x * x; sign, n = -sign, n + 2
    return total
print(4 * (4 * arctan(5) - arctan(239)))
e, f = Decimal(0), Decimal(1)
for i in range(1, 45): e += 1 / f; f *= i
print(e, +Decimal(2).sqrt(), Decimal(1).exp() - e < Decimal("1e-45"))
print(sum(Fraction(1, k) for k in range(1, 21)), float(sum(Fraction(1, k * k) for k in range(1, 50))))
