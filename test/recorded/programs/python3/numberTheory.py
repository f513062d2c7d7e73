"""Sieve, gcd, big integers, perfect numbers, bases, Roman numerals, Collatz and continued fractions."""
import math
from decimal import Decimal, getcontext
from fractions import Fraction


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(flags[i * i :: i]))
    return [i for i, f in enumerate(flags) if f]


primes = sieve(100)
print(primes, len(sieve(10000)))


def factors(n):
    p = 2
    while p * p <= n:
        while n % p == 0:
            yield p
            n //= p
        p += 1
    if n > 1:
        yield n


print({n: list(factors(n)) for n in (360, 97, 1001, 600851475143)})
print(math.gcd(1071, 462), math.lcm(4, 6, 10), math.factorial(30), math.comb(50, 25), math.perm(10, 3), math.isqrt(10 ** 21), pow(7, -1, 13), pow(2, 1000, 1009))
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])


def to_base(n, base):
    digits = ""
    while n:
        n, r = divmod(n, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + digits
    return digits or "0"


print(to_base(255, 2), to_base(123456789, 36), int("zz", 36), bin(-10), oct(64), hex(2 ** 40), f"{1000000:,} {255:08b} {3.0} {1e-7}")


def roman(n):
    result = ""
    for value, letters in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        count, n = divmod(n, value)
        result += letters * count
    return result


print([roman(n) for n in (1, 4, 9, 14, 40, 1994, 2024, 3999)])


def collatz(n):
    length = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


print(max(range(1, 3000), key=collatz), sum(map(int, str(2 ** 1000))), len(str(3 ** 5000)), (1 << 200) % 10 ** 9)
x = Fraction(0)
for a in reversed([3, 7, 15, 1, 292]):
    x = Fraction(a) + (1 / x if x else 0)
print(x, float(x), x.limit_denominator(1000), Fraction("0.125"), Fraction(3, 4) ** -2, round(Fraction(7, 3), 2), Fraction(0.5))
getcontext().prec = 30
print(Decimal(1) / Decimal(7), Decimal(2).sqrt(), Decimal("1.10") + Decimal("2.205"), Decimal("10").quantize(Decimal("0.01")), Decimal("0.1") * 3 == Decimal("0.3"), round(Decimal("2.675"), 2))
print(0.1 + 0.2, 1e16 + 1, 2 ** 0.5, 10 / 3, -7 // 2, -7 % 3, 7.5 % -2, divmod(-7, 2), round(2.5), round(-3.5), round(1234.567, -2), int(-3.9), float("1e400"), 1e308 * 10 - 1e308 * 10)
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.fmod(-7, 3), math.hypot(3, 4), math.log2(1024), math.log(100, 10), math.degrees(math.pi), math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0), math.frexp(10), math.modf(-3.25))
print((12345).bit_length(), (0.1).as_integer_ratio(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (3.7).__floor__(), True + True, complex(3, 4) * 1j, abs(-3 + 4j), (1 + 2j) ** 2, 5 .real)
