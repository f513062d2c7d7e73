Programs of Python 2: random.

# %% random: streams, seeds, distributions
import random
random.seed(42)
print random.random(), random.randint(1, 6), random.randrange(100), random.choice([1,2,3]), random.uniform(1,2)  # => 0.639426798458 1 27 1 1.73647121416
l = range(10); random.shuffle(l); print l  # => [4, 3, 5, 9, 1, 7, 2, 0, 8, 6]
print random.sample(xrange(1000), 5), random.sample([1,2,3,4],2), random.sample(range(100), 50)[:5]  # => [649, 544, 220, 589, 809] [1, 3] [69, 33, 15, 92, 32]
print repr(random.gauss(0,1)), repr(random.gauss(0,1)), repr(random.normalvariate(1,2)), random.expovariate(2), random.getrandbits(10), random.getrandbits(70)  # => 1.914576711726711 -0.7178312531072517 -0.8453912836330406 0.251785915674 936 174485019377592823986
random.seed('abc'); print random.random()  # => 0.0963937497877
random.seed(u'abc'); print random.random()  # => 0.0963937497877
random.seed(3.25); print random.random()  # => 0.566492873786
random.seed(-3.7e-5); print random.random()  # => 0.361254417012
random.seed(10**30); print random.random(), random.randrange(10**20)  # => 0.934150848457 39179104345415910173
r = random.Random(3); print r.random(), r.betavariate(1,2), r.gammavariate(2,3), r.triangular(1,2,1.5)  # => 0.237964627092 0.292616847412 8.07247262966 1.08114182508
print random.sample(set([1,2,3,4,5]), 3)  # => [1, 4, 3]
try: random.randint(5,2)
except ValueError as e: print e  # => empty range for randrange() (5,3, -2)
try: random.choice([])
except IndexError as e: print e  # => list index out of range

