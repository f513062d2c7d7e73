"""A card game of war with seeded shuffles and rich comparisons."""
import random
from dataclasses import dataclass
from collections import deque
@dataclass(frozen=True, order=True)
class Card:
    rank: int
    suit: str
    def __str__(self): return f"{'23456789TJQKA'[self.rank]}{self.suit}"
deck = [Card(r, s) for r in range(13) for s in "♠♥"]
random.Random(11).shuffle(deck)
a, b = deque(deck[::2]), deque(deck[1::2])
print(*deck[:6], len(deck), max(deck), min(deck), sorted(deck)[3])
rounds, wars = 0, 0
while a and b and rounds < 200:
    rounds += 1
    pot = [a.popleft(), b.popleft()]
    while pot[-2].rank == pot[-1].rank and len(a) > 1 and len(b) > 1:
        wars += 1
        pot += [a.popleft(), b.popleft(), a.popleft(), b.popleft()]
    (a if pot[-2] > pot[-1] else b).extend(sorted(pot, reverse=True))
    if rounds % 20 == 0: print(f"round {rounds}: {len(a)}-{len(b)} {a[0] if a else None} {b[0] if b else None}")
print(rounds, wars, len(a), len(b), hash(Card(1, "x")) == hash(Card(1, "x")), Card(1, "x"))
