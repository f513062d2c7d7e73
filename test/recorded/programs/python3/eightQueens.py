"""N queens by backtracking, with bit masks and with permutations."""
from itertools import permutations


def solve(n, row=0, cols=(), out=None):
    if out is None:
        out = []
    if row == n:
        out.append(cols)
        return out
    for c in range(n):
        if all(c != cc and abs(c - cc) != row - r for r, cc in enumerate(cols)):
            solve(n, row + 1, cols + (c,), out)
    return out


def count_bits(n, cols=0, d1=0, d2=0):
    full = (1 << n) - 1
    if cols == full:
        return 1
    total, free = 0, full & ~(cols | d1 | d2)
    while free:
        bit = free & -free
        free ^= bit
        total += count_bits(n, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1)
    return total


for n in range(1, 8):
    print(n, len(solve(n)), count_bits(n))
first = solve(8)[0]
print(first)
for c in first:
    print(" ".join("Q" if i == c else "." for i in range(8)))
print(sum(len({a + i for i, a in enumerate(p)}) == len({a - i for i, a in enumerate(p)}) == 6 for p in permutations(range(6))))
