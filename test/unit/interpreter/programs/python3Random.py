Programs of Python 3: random and numpy.random. What they print was written down from CPython and NumPy 2.4.

# %% random: streams, seeds, distributions
import random
random.seed(42)
print(random.random(), random.random())  # => 0.6394267984578837 0.025010755222666936
print([random.randint(1, 6) for _ in range(20)])  # => [3, 2, 2, 2, 6, 1, 6, 6, 5, 1, 5, 4, 1, 1, 1, 2, 2, 5, 5, 1]
print(random.choice(['a','b','c']), random.choice("hello"), random.choice(range(10, 100, 7)))  # => c e 87
l = list(range(20)); random.shuffle(l); print(l)  # => [9, 3, 10, 15, 16, 19, 1, 11, 4, 5, 6, 2, 0, 18, 12, 8, 14, 7, 13, 17]
print(random.sample(range(100), 10), random.sample([1,2,3,4,5], 3), random.sample(range(10**7), 8))  # => [45, 44, 77, 33, 5, 93, 58, 68, 15, 48] [1, 3, 4] [6067228, 9686361, 3226067, 1166941, 768805, 3823498, 4855124, 1338687]
print(random.choices(['x','y','z'], k=10), random.choices([1,2,3], weights=[10,1,1], k=8), random.choices('ab', cum_weights=[1,4], k=5))  # => ['z', 'z', 'y', 'y', 'z', 'x', 'y', 'z', 'z', 'z'] [1, 1, 1, 1, 1, 1, 3, 1] ['a', 'b', 'b', 'a', 'b']
print(random.uniform(1, 10), random.uniform(-1.5, 2))  # => 8.24541220694093 -0.0959232454218486
print(random.triangular(0, 10, 3), random.triangular(), random.triangular(2,5))  # => 1.4091338319501157 0.7915966941067692 3.6044034363947652
for i in range(8): print(random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0,1), random.normalvariate(3, .5))  # => -0.1384547017465063 3.645104403021244 -0.011436279549009299 3.1429577806436435
# => 1.0567117873562146 7.542642132120758 0.26430938090816314 2.8526008848993403
# => -2.2271859491068184 10.248937532153022 -1.2250174395946911 2.6455073829081464
# => -0.5698837278557799 2.5587386300250543 -0.4891839053838138 2.9633901024447855
# => -2.2570831050524327 3.431417018699379 0.3492933599455878 3.349175095806363
# => -0.15839231861951666 6.130021506692046 0.9128309956415165 2.098994512623611
# => 0.6483851040776267 3.0032226437495506 -0.8250084565444578 3.1659601847242227
# => 0.7245944011305393 6.22780098707347 -0.5888026222663222 3.062715653444643
for i in range(8): print(random.lognormvariate(0, 1), random.expovariate(1.5), random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 0))  # => 8.692568792835251 2.5440054940355945 0.5396432472637812 5.949225712444789
# => 0.2963285389583385 0.621941941160045 0.9517078296832542 2.3462702148916765
# => 3.4897495449436584 0.18992896611098478 0.050347533857813064 3.6972782810181926
# => 0.30101960655782406 0.4812452939082963 0.23231884879796785 4.5449582138539695
# => 4.70166188179313 0.18559225516343128 5.832605886990725 4.140510729435337
# => 0.6541306440149123 1.3292671556602804 0.04255977596699681 0.38084066318955717
# => 7.123151643435647 0.0771418941757816 6.128606719988523 1.1528893305015862
# => 0.6000153179849689 0.052251815734169586 0.07732050132385938 0.09272634709893625
for i in range(8): print(random.gammavariate(2, 3), random.gammavariate(1, 2.5), random.gammavariate(.5, 1), random.betavariate(2, 5), random.betavariate(.5,.5))  # => 1.6138389086052745 0.6742108214708586 0.2315243246719904 0.5751507762885296 0.7224242352913931
# => 2.8669881331970752 3.3270278404051243 0.005208521911030829 0.15730085457582432 0.9938376869030363
# => 4.790968415744621 2.1080387372859892 0.4697803802874581 0.08329000142698335 0.40788583164083125
# => 2.011158709352677 1.5276490551819164 0.00012163750474465459 0.30569779523721136 0.7875724982934615
# => 3.527822408773508 1.9588723583803485 1.8226715346801765 0.7012530923526648 0.14797992914913755
# => 8.245541067701172 0.11272031267287144 0.15595456769173882 0.2436371505201267 0.9849591035727338
# => 4.404123319439293 1.4043620005397854 0.002452512340602421 0.840956507329168 0.6905891205498069
# => 4.889526515380069 6.458635904843457 0.8580288178037419 0.4655068634517222 0.9969600171623467
for i in range(8): print(random.paretovariate(3), random.weibullvariate(1, 1.5))  # => 1.0770256820284854 1.8452377523360814
# => 1.1542135286048587 1.4343181532789833
# => 1.9807655071183197 0.3991925008527311
# => 1.4328074253434118 0.6368897048669087
# => 1.1150009436455954 0.17298667618737532
# => 1.6400855575897386 0.5719473298851983
# => 1.2679218715118574 1.089959213008375
# => 1.8562838002482602 0.5448679970315657
print(random.getrandbits(8), random.getrandbits(32), random.getrandbits(64), random.getrandbits(100), random.getrandbits(1000))  # => 7 495389030 17900731696954054363 1234421495462798470470671728588 7950102608661360471419799549594334347432606968457514119153933355270212005688099926404587054222838604603102450048981899533576168629286394366352908681399057046050677058011483380118103519904628261147705270210383040282683890830036833188266884855888127656426037987742458469829571593008763679544453345441914
print(random.randrange(10), random.randrange(5, 50), random.randrange(0, 101, 5), random.randrange(10, 0, -2), random.randrange(10**30))  # => 3 28 65 10 469091795515733948353651241005
print(random.randbytes(10))  # => b'\xe7\x1c\x87\x9f\x86\xc6\\P\xd3\xa9'
print(random.sample(['red','blue'], counts=[4,2], k=5))  # => ['red', 'red', 'blue', 'red', 'red']
s = random.getstate(); a = [random.random() for _ in range(3)]; random.setstate(s); print(a == [random.random() for _ in range(3)])  # => True
for seed in [0, 1, -5, 2**40, 2**100+7, 'hello', b'hello', 'héllo', '', 3.14, 0.0, True, 1e300, -2.5]:
    random.seed(seed); print(seed, random.random(), random.getrandbits(40))  # => 0 0.8444218515250481 978212965548
    # => 1 0.13436424411240122 884107995871
    # => -5 0.6229016948897019 394027974809
    # => 1099511627776 0.1036394562812375 71599492267
    # => 1267650600228229401496703205383 0.41604161323913513 585518997174
    # => hello 0.3537754404730722 836072071631
    # => b'hello' 0.3537754404730722 836072071631
    # => héllo 0.013203794245314593 128144099570
    # =>  0.9602256525641875 225895574272
    # => 3.14 0.7754488379965433 1076823277816
    # => 0.0 0.8444218515250481 978212965548
    # => True 0.13436424411240122 884107995871
    # => 1e+300 0.2614143642581235 769090188379
    # => -2.5 0.4779490710306722 521344627322
random.seed('hello', version=1); print(random.random())  # => 0.8180391270568783
random.seed('', version=1); print(random.random())  # => 0.8444218515250481
r = random.Random(7); print(r.random(), r.randint(0, 99), r.choice([1,2,3]))  # => 0.32383276483316237 19 2
r2 = random.Random('seed'); print(r2.random())  # => 0.1382359792209653
class MyRandom(random.Random):
    def __init__(self, seed=None):
        super().__init__(seed)
        self.count = 0
    def random(self):
        self.count += 1
        return super().random()
m = MyRandom(3); print(m.random(), m.randint(1, 10), m.choice('abc'), m.count, m.gauss(0,1), m.shuffle([1,2,3]))  # => 0.23796462709189137 6 a 3 -1.1135742356240734 None

# %% random: errors
import random
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)  # => IndexError Cannot choose from an empty sequence
    # => TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
    # => ValueError Sample larger than population or is negative
    # => ValueError Total of weights must be greater than zero
    # => ValueError The number of weights does not match the population
    # => ValueError empty range for randrange()
    # => TypeError The only supported seed types are: None,
    # => int, float, str, bytes, and bytearray.
    # => IndexError list index out of range
    # => TypeError 'tuple' object does not support item assignment
    # => ValueError zero step for randrange()
    # => ValueError gammavariate: alpha and beta must be > 0.0
    # => TypeError The number of choices must be a keyword argument: k=3
    # => ValueError number of bits must be non-negative
    # => KeyError 0
    # => ValueError empty range in randrange(5, 3)
t(random.choice, []); t(random.sample, {1,2,3}, 2); t(random.sample, [1,2], 3); t(random.choices, [1,2], [0,0]); t(random.choices, [1,2], [1,2,3])
t(random.randrange, 0); t(random.seed, [1,2]); t(random.choices, [], k=1); t(random.shuffle, (1,2)); t(random.randrange, 1, 10, 0); t(random.gammavariate, 0, 1); t(random.choices, 'ab', 3); t(random.getrandbits, -1); t(random.choice, {1:2})
t(random.randint, 5, 2)

# %% random: sequences
import random
import collections
random.seed(1)
print(random.sample(collections.deque([1,2,3,4]), 2), random.choice(collections.deque([5,6,7])))  # => [2, 3] 5
print(random.sample("abcdefghij", 4), random.sample((1,2,3), k=2))  # => ['e', 'b', 'h', 'g'] [2, 3]
d = [[1,2],[3,4],[5,6]]; random.shuffle(d); print(d)  # => [[1, 2], [3, 4], [5, 6]]
print(round(random.random(), 3), f"{random.random():.4f}")  # => 0.789 0.0939
print(random.Random(5).sample(range(1000), 400)[:10])  # => [637, 261, 759, 367, 814, 707, 965, 861, 757, 667]

# %% numpy.random: RandomState
import numpy as np
np.random.seed(0)
print(np.random.rand(3), np.random.rand(2, 2), np.random.rand())  # => [0.5488135  0.71518937 0.60276338] [[0.54488318 0.4236548 ]
# =>  [0.64589411 0.43758721]] 0.8917730007820798
print(np.random.randn(3), np.random.randn(2, 3), np.random.randn())  # => [-0.10321885  0.4105985   0.14404357] [[1.45427351 0.76103773 0.12167502]
# =>  [0.44386323 0.33367433 1.49407907]] -0.20515826376580087
print(np.random.randint(10), np.random.randint(5, 10, size=5), np.random.randint(0, 2, (2, 3)))  # => 7 [5 6 6 6 5] [[1 0 0]
# =>  [1 1 0]]
print(np.random.random((2, 2)), np.random.random(), np.random.random_sample(2), np.random.ranf(), np.random.sample(2))  # => [[0.77423369 0.45615033]
# =>  [0.56843395 0.0187898 ]] 0.6176354970758771 [0.61209572 0.616934  ] 0.9437480785146242 [0.6818203 0.3595079]
print(np.random.uniform(-1, 1, 4), np.random.normal(0, 1, (2, 2)), np.random.normal(loc=5, scale=2))  # => [-0.12593609  0.39526239 -0.87954906  0.33353343] [[-1.0858006   0.63973599]
# =>  [-0.38586334 -0.77576235]] 6.991422697294115
print(np.random.choice(5, 3), np.random.choice([10, 20, 30]), np.random.choice(5, 3, replace=False), np.random.choice([1, 2, 3], size=5, p=[.1, .2, .7]), np.random.choice(np.arange(10), size=(2, 2)))  # => [4 3 4] 30 [2 1 0] [3 3 3 3 3] [[5 5]
# =>  [0 1]]
print(np.random.permutation(10), np.random.permutation([1, 5, 9]), np.random.permutation(np.arange(6).reshape(3, 2)))  # => [4 8 6 2 1 7 9 0 3 5] [9 5 1] [[2 3]
# =>  [0 1]
# =>  [4 5]]
a = np.arange(10); np.random.shuffle(a); print(a)  # => [8 6 3 4 2 9 1 5 7 0]
b = np.arange(12).reshape(4, 3); np.random.shuffle(b); print(b)  # => [[ 0  1  2]
# =>  [ 3  4  5]
# =>  [ 6  7  8]
# =>  [ 9 10 11]]
l = [1, 2, 3, 4, 'a']; np.random.shuffle(l); print(l)  # => [1, 2, 4, 'a', 3]
print(np.random.binomial(10, .5, 5), np.random.poisson(3, 5), np.random.exponential(2., 3), np.random.beta(2, 3, 2), np.random.gamma(2., 2., 3), np.random.dirichlet([1, 2, 3]), np.random.dirichlet([1, 2, 3], 2))  # => [4 5 7 5 7] [2 0 4 2 3] [1.1358083  2.82204884 1.0086876 ] [0.48231121 0.16292327] [10.23426177  6.52953431  9.43084743] [0.24457897 0.16305719 0.59236384] [[0.4423297  0.08114034 0.47652996]
# =>  [0.01553471 0.41060898 0.57385632]]
print(np.random.multinomial(20, [1/6.]*6), np.random.multinomial(20, [.2, .3, .5], size=3))  # => [1 8 2 3 3 3] [[ 2  6 12]
# =>  [ 4  8  8]
# =>  [ 6  2 12]]
print(np.random.standard_normal(3), np.random.standard_t(3, 2), np.random.laplace(0, 1, 2), np.random.bytes(5))  # => [-0.69342441 -1.27348939  0.03178615] [ 0.44883894 -0.02555805] [-2.29089143 -0.31335247] b'\t\xbbA\x04\x8a'
print(np.random.normal([0, 10, 100], [1, 2, 3]), np.random.normal([[0], [10]], [1, 2, 3]), np.random.poisson([1, 5, 10]), np.random.uniform([0, 1], [1, 2], size=(3, 2)))  # => [ 0.74279571  8.49003695 99.58515186] [[-2.12492027 -2.06003767 -1.55235559]
# =>  [ 9.85819999  7.44703957 14.44453983]] [2 9 7] [[0.45210904 1.97023668]
# =>  [0.68054469 1.08529557]
# =>  [0.05641833 1.4878377 ]]
print(np.random.randint(0, 256, 5, dtype=np.uint8), np.random.randint(-100, 100, 5, dtype='int16'), np.random.randint(0, 2, 5, dtype=bool), np.random.randint(2**40, size=3), np.random.randint(0, 2**32, 2, dtype=np.uint32), np.random.randint([1, 10], [5, 100]))  # => [199 131 137 225  18] [ -8 -57  80 -17 -70] [ True False False False  True] [176199653469 747613144469 866206396249] [2055555570 1948613088] [ 4 83]
r = np.random.RandomState(42); print(r.rand(2), r.randint(5), r.normal(), r.choice(3))  # => [0.37454012 0.95071431] 2 0.473860833744823 1
r2 = np.random.RandomState([1, 2, 3]); print(r2.rand(2))  # => [0.60986127 0.88669704]
st = np.random.get_state(); x = np.random.rand(3); np.random.set_state(st); print(np.array_equal(x, np.random.rand(3)), st[0], st[1][:3], st[2:])  # => True MT19937 [2443250962 1093594115 1878467924] (417, 1, 1.6592766406795751)
print(np.random.mtrand._rand, type(np.random.rand()), type(np.random.randint(3)), type(np.random.normal()))  # => RandomState(MT19937) <class 'float'> <class 'int'> <class 'float'>
print(np.random.RandomState(1).permutation(5), np.random.RandomState(7).triangular(1, 2, 4, 3), np.random.RandomState(7).vonmises(0, 1), np.random.RandomState(7).hypergeometric(5, 5, 3, 4))  # => [2 1 4 0 3] [1.47846094 2.85087544 2.16436806] -0.11690471836222471 [1 2 1 2]
print(np.random.RandomState(3).standard_normal((2, 2)).dtype, np.random.RandomState(3).randint(0, 5, 3).dtype)  # => float64 int64
print(np.random.choice(4, size=3, replace=False, p=[.1, .2, .3, .4]), np.random.normal(size=()), np.random.normal(size=(0,)))  # => [1 0 3] -1.0002153473895647 []
print(repr(np.random.rand(2)), np.random.logseries(.5, 3), np.random.geometric(.3, 3), np.random.zipf(2, 3), np.random.negative_binomial(3, .4, 3), np.random.weibull(2, 2), np.random.pareto(2, 2), np.random.power(3, 2), np.random.rayleigh(1, 2), np.random.gumbel(size=2), np.random.logistic(size=2), np.random.lognormal(0, 1, 2), np.random.chisquare(3, 2), np.random.f(2, 3, 2), np.random.wald(1, 1, 2), np.random.standard_cauchy(2), np.random.standard_gamma(2, 2), np.random.standard_exponential(2))  # => array([0.58831711, 0.83104846]) [1 1 2] [1 9 4] [1 3 1] [0 0 1] [0.85353608 0.3763536 ] [0.8793131  0.28677613] [0.82690838 0.56803038] [0.55942071 1.15718675] [ 0.82221906 -1.03696234] [1.18210042 1.09149758] [8.69924247 3.80580659] [1.62322215 1.8534761 ] [2.95547517 0.0403324 ] [0.75652581 1.10308526] [ 2.86925172 -1.68588286] [0.72054988 1.19136373] [0.68794347 1.02018709]

# %% numpy.random: Generator
import numpy as np
from numpy.random import default_rng, SeedSequence, PCG64, Generator, MT19937, Philox, SFC64
rng = np.random.default_rng(42)
print(rng, rng.random(), rng.random(3), rng.random((2, 2)), rng.random(2, dtype=np.float32))  # => Generator(PCG64) 0.7739560485559633 [0.43887844 0.85859792 0.69736803] [[0.09417735 0.97562235]
# =>  [0.7611397  0.78606431]] [0.51322657 0.12811363]
print(rng.integers(10), rng.integers(0, 10, size=5), rng.integers(1, 7, (2, 3)), rng.integers(5, endpoint=True), rng.integers(0, 255, 6, dtype=np.uint8), rng.integers(0, 2**50, 2))  # => 8 [4 5 3 1 9] [[5 4 3]
# =>  [5 4 3]] 2 [29 80 43 57 33 55] [ 71851842702642 931829859446499]
print(rng.normal(), rng.normal(0, 1, 3), rng.standard_normal((2, 2)), rng.standard_normal(3, dtype='float32'), rng.uniform(-1, 1, 3))  # => -0.049925910986252896 [-0.18486236 -0.68092954  1.22254134] [[-0.15452948 -0.42832782]
# =>  [-0.35213355  0.53230919]] [ 1.1391768   0.5191191  -0.04702563] [-0.69142102  0.36609791  0.48952431]
print(rng.choice(5), rng.choice(5, 3), rng.choice([10, 20, 30], 2), rng.choice(10, 4, replace=False), rng.choice(10, 4, replace=False, shuffle=False), rng.choice([1, 2, 3], 4, p=[.2, .3, .5]), rng.choice(np.arange(12).reshape(4, 3), 2), rng.choice(np.arange(12).reshape(4, 3), 2, axis=1), rng.choice(20000, 5, replace=False), rng.choice(20000, 1000, replace=False)[:5], rng.choice(5, 3, replace=False, p=[.1, .2, .3, .2, .2]))  # => 1 [4 2 1] [30 20] [7 1 0 3] [3 2 8 5] [2 3 3 2] [[ 6  7  8]
# =>  [ 9 10 11]] [[ 2  1]
# =>  [ 5  4]
# =>  [ 8  7]
# =>  [11 10]] [17960 16092  5766  7748 16831] [ 8242   783 14353 15877  1521] [2 1 4]
print(rng.permutation(10), rng.permutation([3, 2, 1]), rng.permutation(np.arange(6).reshape(3, 2)), rng.permutation(np.arange(6).reshape(2, 3), axis=1))  # => [2 6 3 5 0 1 4 7 9 8] [2 3 1] [[4 5]
# =>  [0 1]
# =>  [2 3]] [[1 0 2]
# =>  [4 3 5]]
a = np.arange(10); rng.shuffle(a); print(a)  # => [5 6 2 7 9 8 3 0 4 1]
b = np.arange(12).reshape(3, 4); rng.shuffle(b, axis=1); print(b); rng.shuffle(b); print(b)  # => [[ 3  1  0  2]
# =>  [ 7  5  4  6]
# =>  [11  9  8 10]]
# => [[ 7  5  4  6]
# =>  [11  9  8 10]
# =>  [ 3  1  0  2]]
l = [1, 2, 3]; rng.shuffle(l); print(l)  # => [3, 1, 2]
print(rng.permuted(np.arange(12).reshape(3, 4), axis=1), rng.permuted([1, 2, 3, 4]), rng.permuted(np.arange(6).reshape(3, 2), axis=0))  # => [[ 3  0  2  1]
# =>  [ 5  4  6  7]
# =>  [ 9  8 10 11]] [1 4 3 2] [[2 5]
# =>  [0 3]
# =>  [4 1]]
print(rng.exponential(1.0, 3), rng.poisson(5, 5), rng.binomial(10, .3, 5), rng.gamma(2, 1, 2), rng.beta(1, 2, 2), rng.dirichlet([1, 1, 1], 2), rng.multinomial(10, [.2, .8], 3), rng.geometric(.2, 3), rng.laplace(size=2), rng.lognormal(size=2), rng.hypergeometric(10, 10, 5, 3), rng.dirichlet([.01, .02, .03]))  # => [0.45919473 0.14423478 0.84167376] [ 4  3  1 12  9] [1 1 4 3 6] [1.99851938 2.42453593] [0.09225911 0.49012055] [[0.8880876  0.07345291 0.03845949]
# =>  [0.34224235 0.18328724 0.47447042]] [[3 7]
# =>  [3 7]
# =>  [3 7]] [1 2 6] [-4.71050294  0.02969526] [0.53812418 1.60181329] [3 3 4] [2.80864767e-13 1.00000000e+00 0.00000000e+00]
print(rng.bytes(4), rng.normal([1, 2, 3], .1), rng.integers([1, 2, 3], [10, 20, 30]), rng.standard_exponential(2), rng.standard_gamma(3, 2), rng.triangular(1, 2, 3), rng.zipf(2, 2), rng.vonmises(0, 1), rng.wald(1, 2), rng.f(2, 3), rng.chisquare(2), rng.standard_t(3), rng.weibull(2), rng.power(2), rng.pareto(2), rng.rayleigh(), rng.gumbel(), rng.logistic(), rng.logseries(.3), rng.negative_binomial(3, .5), rng.noncentral_chisquare(2, 1), rng.noncentral_f(2, 3, 1), rng.standard_cauchy())  # => b'\x1a\x86\x88W' [0.96626748 1.98579968 3.06152568] [ 2 19 26] [3.37272009 0.41044296] [2.07851222 2.39223599] 1.3665151261483404 [1 1] 0.5658867652088717 1.012496146328454 1.6128911833896589 1.7084651406590863 0.7116734777488822 0.7780289368776967 0.829855439257949 0.44285619673694193 0.5993298323435028 0.9433165859439484 -1.6925440624136856 1 9 2.6584918840123306 0.008172287066854569 -4.541593626935117
ss = SeedSequence(12345); print(ss, ss.generate_state(4), ss.generate_state(2, np.uint64), ss.spawn(2), ss, ss.entropy, ss.pool)  # => SeedSequence(
# =>     entropy=12345,
# =>     n_children_spawned=2,
# => ) [2688385916 3048105090 4196366895 3152189807] [13091511679009522556 13538552136045918767] [SeedSequence(
# =>     entropy=12345,
# =>     spawn_key=(0,),
# => ), SeedSequence(
# =>     entropy=12345,
# =>     spawn_key=(1,),
# => )] SeedSequence(
# =>     entropy=12345,
# =>     n_children_spawned=2,
# => ) 12345 [4069775156 4251353637 4182767765 2267058336]
print([default_rng(s).random() for s in ss.spawn(3)])  # => [0.141339263238754, 0.3919583896455968, 0.8189201849105845]
print(Generator(PCG64(7)).random(), Generator(MT19937(7)).random(3), Generator(Philox(7)).random(), Generator(SFC64(7)).normal(), Generator(np.random.PCG64DXSM(7)).integers(100))  # => 0.625095466604667 [0.30630461 0.63299725 0.19402783] 0.46881748695593284 0.7641290428159387 65
print(rng.bit_generator.state, PCG64(5).state)  # => {'bit_generator': 'PCG64', 'state': {'state': 216669141618099655755598572816537576964, 'inc': 332724090758049132448979897138935081983}, 'has_uint32': 1, 'uinteger': 3010261016} {'bit_generator': 'PCG64', 'state': {'state': 304397142111423816445458517940380168174, 'inc': 233193750087604940414945475171846202189}, 'has_uint32': 0, 'uinteger': 0}
print(MT19937(3).state['state']['key'][:4], MT19937(3).state['state']['pos'], Philox(3).state, SFC64(3).state)  # => [2147483648 2902887791  607385081 2997055210] 623 {'bit_generator': 'Philox', 'state': {'counter': array([0, 0, 0, 0], dtype=uint64), 'key': array([12467808127879573787, 12872254111863797241], dtype=uint64)}, 'buffer': array([0, 0, 0, 0], dtype=uint64), 'buffer_pos': 4, 'has_uint32': 0, 'uinteger': 0} {'bit_generator': 'SFC64', 'state': {'state': array([16382569367148151393, 13655545141158083296, 16632329132100692696,
# =>                          13], dtype=uint64)}, 'has_uint32': 0, 'uinteger': 0}
print(default_rng([1, 2, 3]).random(), default_rng(SeedSequence(5)).random(), default_rng(2**80).integers(1000, size=3))  # => 0.6704722626516632 0.8050029237453802 [755 867 986]
r = default_rng(1); r2 = default_rng(1); r2.bit_generator.state = r.bit_generator.state; print(r.random() == r2.random())  # => True
print(PCG64(1).random_raw(), PCG64(1).random_raw(2), type(rng.integers(5)), type(rng.normal()), type(rng.choice([1, 2])))  # => 9441442522235856127 [ 9441442522235856127 17532960557476522086] <class 'numpy.int64'> <class 'float'> <class 'numpy.int64'>
print(np.random.RandomState(PCG64(5)).rand(2), np.random.RandomState(MT19937(5)).rand(2), Generator(PCG64(3)).spawn(2)[0].random() if hasattr(Generator, 'spawn') else '')  # => [0.80500292 0.80794079] [0.34079842 0.47398861] 0.5413696492633944

# %% numpy.random: errors
import numpy as np
r=np.random.default_rng(5)
def t(n, f):
    try: print(n, repr(f()))
    except Exception as e: print(n, type(e).__name__, e)  # => np.random.normal(0,-1) ValueError scale < 0
    # => np.random.uniform(0,np.inf) OverflowError Range exceeds valid bounds
    # => np.random.randint(5,2) ValueError low >= high
    # => np.random.randint(0) ValueError high <= 0
    # => np.random.choice(0) ValueError a must be greater than 0 unless no samples are taken
    # => np.random.choice(5,6,replace=False) ValueError Cannot take a larger sample than population when 'replace=False'
    # => np.random.choice(5,p=[1,2]) ValueError 'a' and 'p' must have same size
    # => np.random.choice(5,p=[.1]*5) ValueError probabilities do not sum to 1
    # => np.random.choice(2,p=[-1,2]) ValueError probabilities are not non-negative
    # => np.random.poisson(-1) ValueError lam < 0 or lam is NaN
    # => np.random.binomial(5,2) ValueError p < 0, p > 1 or p is NaN
    # => np.random.binomial(-5,.2) ValueError n < 0
    # => np.random.exponential(-1) ValueError scale < 0
    # => np.random.gamma(-1) ValueError shape < 0
    # => np.random.beta(0,1) ValueError a <= 0
    # => np.random.seed(-1) ValueError Seed must be between 0 and 2**32 - 1
    # => np.random.seed(2**32) ValueError Seed must be between 0 and 2**32 - 1
    # => np.random.seed("a") TypeError Cannot cast scalar from dtype('<U1') to dtype('int64') according to the rule 'safe'
    # => np.random.seed(1.5) TypeError Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'
    # => np.random.choice([]) ValueError 'a' cannot be empty unless no samples are taken
    # => np.random.choice(np.zeros((2,2))) ValueError a must be 1-dimensional
    # => np.random.dirichlet([0,1]) ValueError alpha <= 0
    # => np.random.triangular(3,2,1) ValueError left > mode
    # => np.random.normal([1,2],size=3) ValueError shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (3,) and arg 1 with shape (2,).
    # => np.random.randint(300,dtype=np.int8) ValueError high is out of bounds for int8
    # => np.random.randint(5,dtype=float) TypeError Unsupported dtype dtype('float64') for randint
    # => np.random.rand(2.5) TypeError 'float' object cannot be interpreted as an integer
    # => np.random.normal(size=-1) ValueError negative dimensions are not allowed
    # => np.random.geometric(0) ValueError p <= 0, p > 1 or p contains NaNs
    # => np.random.zipf(1) ValueError a <= 1 or a is NaN
    # => np.random.logseries(1) ValueError p < 0, p >= 1 or p is NaN
    # => np.random.hypergeometric(1,1,5) ValueError ngood + nbad < nsample
    # => np.random.vonmises(0,-1) ValueError kappa < 0
    # => np.random.wald(0,1) ValueError mean <= 0
    # => np.random.standard_t(0) ValueError df <= 0
    # => np.random.laplace(0,-1) ValueError scale < 0
    # => np.random.weibull(-1) ValueError a < 0
    # => np.random.power(0) ValueError a <= 0
    # => np.random.rayleigh(-1) ValueError scale < 0
    # => np.random.negative_binomial(0,.5) ValueError n <= 0
    # => np.random.shuffle(3) TypeError object of type 'int' has no len()
    # => np.random.permutation(3.5) IndexError x must be an integer or at least 1-dimensional
    # => np.random.lognormal(0,-1) ValueError sigma < 0
    # => np.random.chisquare(0) ValueError df <= 0
    # => np.random.f(0,1) ValueError dfnum <= 0
    # => np.random.pareto(0) ValueError a <= 0
    # => np.random.noncentral_chisquare(0,1) ValueError df <= 0
    # => np.random.logistic(0,-1) ValueError scale < 0
    # => np.random.gumbel(0,-1) ValueError scale < 0
    # => np.random.choice("abc") ValueError a must be 1-dimensional or an integer
    # => np.random.choice(5, 3, p=[.5,.5]) ValueError 'a' and 'p' must have same size
    # => np.random.standard_gamma(-1) ValueError shape < 0
    # => np.random.choice(-1) ValueError a must be greater than 0 unless no samples are taken
    # => r.integers(5,2) ValueError low >= high
    # => r.integers(300,dtype=np.int8) ValueError high is out of bounds for int8
    # => r.choice(0) ValueError a must be a positive integer unless no samples are taken
    # => r.choice(5,6,replace=False) ValueError Cannot take a larger sample than population when replace is False
    # => r.choice(5,p=[.1]*5) ValueError Probabilities do not sum to 1. See Notes section of docstring for more information.
    # => r.normal(0,-1) ValueError scale < 0
    # => r.shuffle((1,2)) TypeError 'tuple' object does not support item assignment
    # => r.random(dtype=int) TypeError Unsupported dtype dtype('int64') for random
    # => r.exponential(-1) ValueError scale < 0
    # => np.random.default_rng(-1) ValueError expected non-negative integer
    # => np.random.default_rng("a") TypeError SeedSequence expects int or sequence of ints for entropy not a
    # => np.random.default_rng(1.5) TypeError SeedSequence expects int or sequence of ints for entropy not 1.5
    # => np.random.foo AttributeError module 'numpy.random' has no attribute 'foo'
    # => np.random.poisson(1e20) ValueError lam value too large
    # => np.random.shuffle((1,2)) TypeError 'tuple' object does not support item assignment
    # => np.random.permutation("abc") IndexError x must be an integer or at least 1-dimensional
    # => r.poisson(-1) ValueError lam < 0 or lam is NaN
    # => r.binomial(5,-1) ValueError p < 0, p > 1 or p is NaN
    # => np.random.uniform("a") ValueError could not convert string to float: 'a'
    # => np.random.normal(None) TypeError must be real number, not NoneType
    # => np.random.choice(None) ValueError a must be 1-dimensional or an integer
t('np.random.normal(0,-1)', lambda: np.random.normal(0,-1))
t('np.random.uniform(0,np.inf)', lambda: np.random.uniform(0,np.inf))
t('np.random.randint(5,2)', lambda: np.random.randint(5,2))
t('np.random.randint(0)', lambda: np.random.randint(0))
t('np.random.choice(0)', lambda: np.random.choice(0))
t('np.random.choice(5,6,replace=False)', lambda: np.random.choice(5,6,replace=False))
t('np.random.choice(5,p=[1,2])', lambda: np.random.choice(5,p=[1,2]))
t('np.random.choice(5,p=[.1]*5)', lambda: np.random.choice(5,p=[.1]*5))
t('np.random.choice(2,p=[-1,2])', lambda: np.random.choice(2,p=[-1,2]))
t('np.random.poisson(-1)', lambda: np.random.poisson(-1))
t('np.random.binomial(5,2)', lambda: np.random.binomial(5,2))
t('np.random.binomial(-5,.2)', lambda: np.random.binomial(-5,.2))
t('np.random.exponential(-1)', lambda: np.random.exponential(-1))
t('np.random.gamma(-1)', lambda: np.random.gamma(-1))
t('np.random.beta(0,1)', lambda: np.random.beta(0,1))
t('np.random.seed(-1)', lambda: np.random.seed(-1))
t('np.random.seed(2**32)', lambda: np.random.seed(2**32))
t('np.random.seed("a")', lambda: np.random.seed("a"))
t('np.random.seed(1.5)', lambda: np.random.seed(1.5))
t('np.random.choice([])', lambda: np.random.choice([]))
t('np.random.choice(np.zeros((2,2)))', lambda: np.random.choice(np.zeros((2,2))))
t('np.random.dirichlet([0,1])', lambda: np.random.dirichlet([0,1]))
t('np.random.triangular(3,2,1)', lambda: np.random.triangular(3,2,1))
t('np.random.normal([1,2],size=3)', lambda: np.random.normal([1,2],size=3))
t('np.random.randint(300,dtype=np.int8)', lambda: np.random.randint(300,dtype=np.int8))
t('np.random.randint(5,dtype=float)', lambda: np.random.randint(5,dtype=float))
t('np.random.rand(2.5)', lambda: np.random.rand(2.5))
t('np.random.normal(size=-1)', lambda: np.random.normal(size=-1))
t('np.random.geometric(0)', lambda: np.random.geometric(0))
t('np.random.zipf(1)', lambda: np.random.zipf(1))
t('np.random.logseries(1)', lambda: np.random.logseries(1))
t('np.random.hypergeometric(1,1,5)', lambda: np.random.hypergeometric(1,1,5))
t('np.random.vonmises(0,-1)', lambda: np.random.vonmises(0,-1))
t('np.random.wald(0,1)', lambda: np.random.wald(0,1))
t('np.random.standard_t(0)', lambda: np.random.standard_t(0))
t('np.random.laplace(0,-1)', lambda: np.random.laplace(0,-1))
t('np.random.weibull(-1)', lambda: np.random.weibull(-1))
t('np.random.power(0)', lambda: np.random.power(0))
t('np.random.rayleigh(-1)', lambda: np.random.rayleigh(-1))
t('np.random.negative_binomial(0,.5)', lambda: np.random.negative_binomial(0,.5))
t('np.random.shuffle(3)', lambda: np.random.shuffle(3))
t('np.random.permutation(3.5)', lambda: np.random.permutation(3.5))
t('np.random.lognormal(0,-1)', lambda: np.random.lognormal(0,-1))
t('np.random.chisquare(0)', lambda: np.random.chisquare(0))
t('np.random.f(0,1)', lambda: np.random.f(0,1))
t('np.random.pareto(0)', lambda: np.random.pareto(0))
t('np.random.noncentral_chisquare(0,1)', lambda: np.random.noncentral_chisquare(0,1))
t('np.random.logistic(0,-1)', lambda: np.random.logistic(0,-1))
t('np.random.gumbel(0,-1)', lambda: np.random.gumbel(0,-1))
t('np.random.choice("abc")', lambda: np.random.choice("abc"))
t('np.random.choice(5, 3, p=[.5,.5])', lambda: np.random.choice(5, 3, p=[.5,.5]))
t('np.random.standard_gamma(-1)', lambda: np.random.standard_gamma(-1))
t('np.random.choice(-1)', lambda: np.random.choice(-1))
t('r.integers(5,2)', lambda: r.integers(5,2))
t('r.integers(300,dtype=np.int8)', lambda: r.integers(300,dtype=np.int8))
t('r.choice(0)', lambda: r.choice(0))
t('r.choice(5,6,replace=False)', lambda: r.choice(5,6,replace=False))
t('r.choice(5,p=[.1]*5)', lambda: r.choice(5,p=[.1]*5))
t('r.normal(0,-1)', lambda: r.normal(0,-1))
t('r.shuffle((1,2))', lambda: r.shuffle((1,2)))
t('r.random(dtype=int)', lambda: r.random(dtype=int))
t('r.exponential(-1)', lambda: r.exponential(-1))
t('np.random.default_rng(-1)', lambda: np.random.default_rng(-1))
t('np.random.default_rng("a")', lambda: np.random.default_rng("a"))
t('np.random.default_rng(1.5)', lambda: np.random.default_rng(1.5))
t('np.random.foo', lambda: np.random.foo)
t('np.random.poisson(1e20)', lambda: np.random.poisson(1e20))
t('np.random.shuffle((1,2))', lambda: np.random.shuffle((1,2)))
t('np.random.permutation("abc")', lambda: np.random.permutation("abc"))
t('r.poisson(-1)', lambda: r.poisson(-1))
t('r.binomial(5,-1)', lambda: r.binomial(5,-1))
t('np.random.uniform("a")', lambda: np.random.uniform("a"))
t('np.random.normal(None)', lambda: np.random.normal(None))
t('np.random.choice(None)', lambda: np.random.choice(None))

