"""Project Euler 1 to 9, 14, 16, 20, 25."""
from math import gcd, prod, isqrt, comb
from functools import reduce

print(1, sum(n for n in range(1000) if n % 3 == 0 or n % 5 == 0))
a, b, t = 1, 2, 0
while a < 4_000_000:
    if not a & 1: t += a
    a, b = b, a + b
print(2, t)
n, f = 600851475143, 2
while f * f <= n:
    while n % f == 0 and n > f: n //= f
    f += 1
print(3, n)
print(4, max(x * y for x in range(900, 1000) for y in range(x, 1000) if str(x * y) == str(x * y)[::-1]))
print(5, reduce(lambda x, y: x * y // gcd(x, y), range(1, 21)))
print(6, sum(range(101)) ** 2 - sum(k * k for k in range(101)))
limit = 20000
sieve = bytearray([1]) * limit
sieve[:2] = b"\0\0"
for i in range(2, isqrt(limit) + 1):
    if sieve[i]:
        sieve[i * i::i] = bytes(len(range(i * i, limit, i)))
primes = [i for i, p in enumerate(sieve) if p]
print(7, primes[1000], len(primes), sum(primes[:500]))
digits = "73167176531330624919225119674426574742355349194934969835203127745063262395783180169848018694788518438586156078911294949545950173795833195285320880551112540698747158523863050715693290963295227443043557"
print(8, max(prod(map(int, digits[i:i + 5])) for i in range(len(digits) - 4)))
print(9, next(a * b * (1000 - a - b) for a in range(1, 400) for b in range(a, 500) if a * a + b * b == (1000 - a - b) ** 2))
cache = {1: 1}
def collatz(n):
    chain = []
    while n not in cache:
        chain.append(n)
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    k = cache[n]
    for m in reversed(chain):
        k += 1
        cache[m] = k
    return k
print(14, max(range(1, 10000), key=collatz), collatz(837799))
print(15, comb(40, 20), 16, sum(map(int, str(2 ** 1000))), 20, sum(int(c) for c in str(prod(range(1, 101)))))
i, a, b = 1, 1, 1
while len(str(a)) < 1000:
    i, a, b = i + 1, b, a + b
print(25, i, str(a)[:10])
