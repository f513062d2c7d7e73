"""random with seeds: shuffle, sample, choices, gauss and friends; a Monte Carlo and a dice game."""
import random
from collections import Counter

random.seed(42)
print(random.random(), random.randint(1, 6), random.uniform(2, 3), random.choice("abc"), random.randrange(0, 100, 5))
deck = [r + s for s in "SH" for r in "A23456789TJQK"]
random.shuffle(deck)
print(deck[:8], random.sample(range(1000), 5), random.choices(["win", "lose"], weights=[1, 4], k=6))
print(random.gauss(0, 1), random.normalvariate(10, 2), random.expovariate(1.5), random.triangular(0, 10, 3), random.betavariate(2, 3), random.getrandbits(40))
r = random.Random("text seed")
print(r.random(), [r.randint(0, 9) for _ in range(10)], r.sample("abcdef", 3))
state = r.getstate()
x = [r.random() for _ in range(3)]
r.setstate(state)
print(x == [r.random() for _ in range(3)], random.Random(7).random() == random.Random(7).random(), r.choice({"k": 1}.keys().__class__ and [1, 2, 3]))
rng = random.Random(2024)
inside = sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(5000))
print("pi about", 4 * inside / 5000)
rolls = Counter(rng.randint(1, 6) + rng.randint(1, 6) for _ in range(600))
for total in range(2, 13):
    print(f"{total:>2} {rolls[total]:>3} {'#' * (rolls[total] // 5)}")
walk, pos = [], 0
for _ in range(30):
    pos += rng.choice((-1, 1))
    walk.append(pos)
print(walk, min(walk), max(walk))
password = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=12))
print(password, rng.sample(["a", "b", "c"], counts=[2, 1, 3], k=4), rng.randbytes(5), rng.gammavariate(2, 1), rng.vonmisesvariate(0, 4), rng.paretovariate(3), rng.weibullvariate(1, 2), rng.lognormvariate(0, 1))
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1, 2], 3), lambda: random.randrange(0), lambda: random.choices([1], weights=[0]), lambda: random.sample({1, 2}, 1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
