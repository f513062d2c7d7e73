"""A social graph with sets: mutual friends, suggestions, degrees, cliques."""
from itertools import combinations
from collections import Counter
edges = "ann-bob bob-cat cat-ann cat-dan dan-eve eve-ann fay-dan".split()
friends = {}
for e in edges:
    a, b = e.split("-")
    friends.setdefault(a, set()).add(b)
    friends.setdefault(b, set()).add(a)
for p in sorted(friends):
    second = Counter(f for q in friends[p] for f in friends[q] if f != p and f not in friends[p])
    best = sorted(second.items(), key=lambda kv: (-kv[1], kv[0]))
    print(f"{p}: {sorted(friends[p])} suggest {best}")
print({a: len(f) for a, f in friends.items()}, sorted(friends["ann"] & friends["dan"]), sorted(set.union(*friends.values())) == sorted(friends))
print([t for t in combinations(sorted(friends), 3) if all(b in friends[a] for a, b in combinations(t, 2))])
def degrees(a):
    level, seen, out = {a}, {a}, []
    while level:
        level = {f for p in level for f in friends[p]} - seen
        seen |= level
        if level: out.append(sorted(level))
    return out
print(degrees("fay"), max(friends, key=lambda p: (len(friends[p]), p)))
