"""Several prime sieves compared."""
from itertools import count, islice, takewhile
def erat(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(flags[i * i::i])
    return [i for i, f in enumerate(flags) if f]
def incremental():
    comp = {}
    for n in count(2):
        if n in comp:
            for p in comp.pop(n): comp.setdefault(p + n, []).append(p)
        else:
            yield n
            comp[n * n] = [n]
def miller(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in (2, 3, 5, 7, 11, 13):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print(erat(60), list(islice(incremental(), 17)) == erat(60), [n for n in range(60) if miller(n)] == erat(60))
print([p for p in takewhile(lambda p: p < 200, incremental()) if miller(p + 2)], miller(2 ** 61 - 1), miller(2 ** 67 - 1), pow(3, -1, 11), [(p, p + 2) for p in erat(50) if miller(p + 2)])
try: pow(2, -1, 4)
except ValueError as e: print(e)
