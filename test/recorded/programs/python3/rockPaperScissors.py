"""Rock, paper, scissors, lizard, Spock: a tournament of strategies with a seeded random."""
import random
from collections import Counter
from itertools import combinations
BEATS = {"rock": ("scissors", "lizard"), "paper": ("rock", "spock"), "scissors": ("paper", "lizard"), "lizard": ("spock", "paper"), "spock": ("scissors", "rock")}
random.seed("rps")
strategies = {
    "stubborn": lambda mine, theirs: "rock",
    "copycat": lambda mine, theirs: theirs[-1] if theirs else "paper",
    "random": lambda mine, theirs: random.choice(sorted(BEATS)),
    "counter": lambda mine, theirs: next(k for k, v in BEATS.items() if theirs and theirs[-1] in v) if theirs else "spock",
}
score = Counter()
for (n1, s1), (n2, s2) in combinations(strategies.items(), 2):
    h1, h2, wins = [], [], [0, 0, 0]
    for _ in range(30):
        a, b = s1(h1, h2), s2(h2, h1)
        h1.append(a); h2.append(b)
        wins[0 if b in BEATS[a] else 1 if a in BEATS[b] else 2] += 1
    score[n1] += wins[0]; score[n2] += wins[1]
    print(f"{n1:>9} vs {n2:<9} {wins[0]:>2}-{wins[1]:<2} draws {wins[2]:>2} {h1[-3:]}")
print(score.most_common(), score.total())
