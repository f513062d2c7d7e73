"""A genetic algorithm and hill climbing with seeded random on small problems."""
import random
rng = random.Random(99)
TARGET = "HELLO WORLD"
ABC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ "
fit = lambda s: sum(a == b for a, b in zip(s, TARGET))
pop = ["".join(rng.choices(ABC, k=len(TARGET))) for _ in range(30)]
gen = 0
while fit(best := max(pop, key=fit)) < len(TARGET) and gen < 120:
    if gen % 20 == 0: print(f"{gen:3} {best!r} {fit(best)}")
    pop.sort(key=fit, reverse=True)
    elite = pop[:8]
    kids = []
    while len(kids) < 22:
        a, b = rng.sample(elite, 2)
        cut = rng.randrange(1, len(TARGET))
        kid = list(a[:cut] + b[cut:])
        if rng.random() < 0.7: kid[rng.randrange(len(kid))] = rng.choice(ABC)
        kids.append("".join(kid))
    pop, gen = elite + kids, gen + 1
print(gen, best, fit(best))
cities = [(rng.randint(0, 20), rng.randint(0, 20)) for _ in range(7)]
dist = lambda t: sum(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in zip(t, t[1:] + t[:1]))
tour = cities[:]
for _ in range(300):
    i, j = sorted(rng.sample(range(7), 2))
    new = tour[:i] + tour[i:j + 1][::-1] + tour[j + 1:]
    if dist(new) < dist(tour): tour = new
print(round(dist(cities), 4), round(dist(tour), 4), tour)
