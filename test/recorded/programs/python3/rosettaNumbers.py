"""Rosetta Code: perfect numbers, happy, Kaprekar, amicable, Armstrong, Pascal, Catalan, egyptian fractions, Luhn."""
from fractions import Fraction
from math import ceil
def divisors(n): return [d for d in range(1, n // 2 + 1) if n % d == 0]
print([n for n in range(2, 1000) if sum(divisors(n)) == n], sum(divisors(220)), sum(divisors(284)))
def happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(d) ** 2 for d in str(n))
    return n == 1
print([n for n in range(1, 50) if happy(n)], [n for n in range(100, 1000) if n == sum(int(d) ** len(str(n)) for d in str(n))])
def kaprekar(n, steps=0):
    while n != 6174:
        s = sorted(f"{n:04}")
        n = int("".join(reversed(s))) - int("".join(s))
        steps += 1
    return steps
print([kaprekar(k) for k in (3524, 1000, 9998, 2111)])
row = [1]
for i in range(8):
    print(" ".join(f"{v:3}" for v in row).center(40).rstrip())
    row = [a + b for a, b in zip([0] + row, row + [0])]
cat = [1]
for n in range(12): cat.append(cat[-1] * 2 * (2 * n + 1) // (n + 2))
print(cat)
def egyptian(fr):
    out = []
    while fr:
        d = ceil(1 / fr)
        out.append(Fraction(1, d))
        fr -= out[-1]
    return out
print(*egyptian(Fraction(43, 48)), "|", *egyptian(Fraction(5, 121))[:2], "|", repr(egyptian(Fraction(2, 3))))
luhn = lambda code: sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(reversed(str(code)))) % 10 == 0
print([luhn(n) for n in (49927398716, 49927398717, 1234567812345670)])
def hailstone(n):
    yield n
    while n > 1:
        n = 3 * n + 1 if n % 2 else n // 2
        yield n
h = list(hailstone(27)); print(len(h), h[:4], h[-4:], max(h))
def base(n, b, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    return ("" if n < b else base(n // b, b)) + digits[n % b]
print(base(26, 2), base(255, 16), base(123456, 36), int(base(98765, 7), 7), [f"{n:o} {n:b} {n:X}" for n in (5, 33)])
bern = [Fraction(1)]
for m in range(1, 11):
    a = [Fraction(1, j + 1) for j in range(m + 1)]
    for k in range(m, 0, -1):
        for j in range(1, k + 1): a[j - 1] = j * (a[j - 1] - a[j])
    bern.append(a[0])
print([str(b) for b in bern])
