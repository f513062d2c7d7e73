"""Secret Santa with a seeded shuffle, constraints, and a result table."""
import random
def assign(people, forbidden, seed):
    rng = random.Random(seed)
    for attempt in range(1, 1001):
        to = people[:]
        rng.shuffle(to)
        if all(a != b and (a, b) not in forbidden for a, b in zip(people, to)):
            return attempt, dict(zip(people, to))
    raise RuntimeError("impossible")
people = ["ann", "bob", "cat", "dan", "eve"]
forbidden = {("ann", "bob"), ("bob", "ann"), ("cat", "dan")}
for seed in (1, 2, "x"):
    n, result = assign(people, forbidden, seed)
    print(seed, n, " ".join(f"{a}>{b}" for a, b in result.items()))
    cycles, left = [], set(people)
    for p in people:
        if p in left:
            cyc = []
            while p in left: left.discard(p); cyc.append(p); p = result[p]
            cycles.append(cyc)
    print("  cycles", cycles)
try: assign(["a"], set(), 0)
except RuntimeError as e: print(e)
