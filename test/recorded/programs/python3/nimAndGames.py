"""Nim with the winning strategy, 21 sticks, Grundy numbers, the Monty Hall problem."""
import random
from functools import reduce, lru_cache
from operator import xor
def best(heaps):
    s = reduce(xor, heaps)
    for i, h in enumerate(heaps):
        if h ^ s < h: return i, h - (h ^ s)
    i = max(range(len(heaps)), key=heaps.__getitem__)
    return i, 1
heaps, player = [3, 4, 5], 0
while any(heaps):
    i, n = best(heaps)
    heaps[i] -= n
    print(f"player {player + 1} takes {n} from heap {i}: {heaps}")
    player ^= 1
print("winner", 2 - player)
@lru_cache(None)
def grundy(n):
    reach = {grundy(n - k) for k in (1, 3, 4) if k <= n}
    g = 0
    while g in reach: g += 1
    return g
print([grundy(n) for n in range(15)])
rng = random.Random(1)
stay = switch = 0
for _ in range(1000):
    car, pick = rng.randrange(3), rng.randrange(3)
    opened = next(d for d in range(3) if d not in (car, pick))
    switch += ({0, 1, 2} - {pick, opened}).pop() == car
    stay += pick == car
print(stay, switch, stay + switch)
