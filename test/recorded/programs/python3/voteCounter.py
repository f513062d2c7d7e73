"""Instant-runoff voting."""
from collections import Counter
ballots = [("A", "B", "C")] * 4 + [("B", "C", "A")] * 3 + [("C", "B")] * 2 + [("D", "C", "B")]
alive = sorted({c for b in ballots for c in b})
round_no = 1
while True:
    tops = [next((c for c in b if c in alive), None) for b in ballots]
    tally = Counter({c: 0 for c in alive})
    tally.update(t for t in tops if t)
    total = sum(tally.values())
    print(f"Round {round_no}:", ", ".join(f"{c}={n} ({n / total:.0%})" for c, n in sorted(tally.items(), key=lambda kv: (-kv[1], kv[0]))))
    winner, votes = max(tally.items(), key=lambda kv: kv[1])
    if votes * 2 > total:
        print("Winner:", winner)
        break
    low = min(tally.values())
    out = [c for c in alive if tally[c] == low]
    print("  eliminated:", *out)
    alive = [c for c in alive if c not in out]
    round_no += 1
borda = Counter()
for b in ballots:
    for points, c in enumerate(reversed(b)): borda[c] += points
print(borda, Counter(map(len, ballots)))
