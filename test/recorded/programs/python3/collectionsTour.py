"""Lists, tuples, dicts, sets and the collections module, with slices, sorting keys and comprehensions."""
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from operator import attrgetter, itemgetter
import bisect
import copy
import itertools

numbers = [5, 3, 8, 1, 9, 2]
numbers[1:3] = [30, 80, 81]
del numbers[::4]
numbers.insert(1, 7)
numbers.extend(x for x in (4, 4))
numbers += [0]
print(numbers, numbers.count(4), numbers.index(4), sorted(numbers, key=lambda n: (n % 3, -n)), numbers[::-2], numbers[-3:], numbers[10:], [*numbers[:2], *"ab"])
nested = [[0] * 3 for _ in range(2)]
alias = [[0] * 2] * 2
nested[0][1] = alias[0][0] = 1
deep, shallow = copy.deepcopy(nested), nested[:]
nested[0].append(9)
print(nested, alias, deep, shallow, nested == shallow, nested is not shallow)
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), [x for row in matrix for x in row if x % 2], {x: x ** 2 for x in range(4)}, {len(w) for w in "a bb cc".split()}, list(map(list, zip(*matrix))))
a, (b, *c), d = 1, [2, 3, 4], 5
a, d = d, a
print(a, b, c, d, max([(1, "b"), (1, "a")]), min("hello", key=lambda ch: (ch != "l", ch)), sum([[1], [2]], []), any([]), all([]), list(reversed(range(0, 10, 3))), list(enumerate("ab", 1)))
grades = {"ann": 90, "bob": 72, "cid": 85}
grades.update(dan=60, bob=75)
print(grades, sorted(grades.items(), key=itemgetter(1), reverse=True), grades.pop("ann"), grades.pop("zed", None), grades.setdefault("eve", 100), list(grades), "bob" in grades, dict(zip("abc", range(3))) | {"c": 9})
print({v: k for k, v in grades.items()}, grades.keys() & {"bob", "zed"}, grades.items() >= {("bob", 75)}, dict.fromkeys("ab", 0), {**grades, "bob": 1}["bob"], list(grades.values())[::-1])
evens, small = set(range(0, 10, 2)), {1, 2, 3, 4}
print(evens & small, evens | small, evens - small, evens ^ small, evens.isdisjoint({1}), {2} < small, frozenset([1, 2]) == {2, 1}, small.discard(7), sorted(small.union([9], (8,))))
Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
print(p, p.x + p[1], p._replace(z=5), p._asdict(), Point._fields, Point._make([7, 8, 9]), p == (1, 2, 0), sorted([Point(2, 1), Point(1, 9)], key=attrgetter("x")))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], Counter("mississippi").most_common(2), Counter(a=3) + Counter(a=1, b=-2), +Counter(a=0, b=1), ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], dict(ChainMap({"a": 1}, {"b": 3})))
od = OrderedDict([("x", 1), ("y", 2), ("z", 3)])
od.move_to_end("x")
print(od, od.popitem(last=False), list(od), OrderedDict(a=1) == {"a": 1})
d = deque([1, 2, 3], maxlen=3)
d.appendleft(0)
d.extend([7, 8])
print(d, d.pop(), d.popleft(), list(d), deque("abc") == deque(["a", "b", "c"]))
scores = [33, 99, 77, 70, 89, 90, 100]
print(["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in scores], bisect.bisect_left([1, 2, 2, 3], 2))
print(list(itertools.product("ab", repeat=2)), list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations_with_replacement("xy", 2)), list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.compress("abcd", [1, 0, 1, 0])), list(itertools.dropwhile(lambda x: x < 3, [1, 5, 2])), list(itertools.islice(itertools.cycle("ab"), 5)), list(itertools.pairwise([1, 2, 3])), list(itertools.repeat(0, 3)))
words = ["banana", "Apple", "cherry", "apple"]
words.sort(key=str.lower)
print(words, sorted(words, key=len, reverse=True), sorted(set(words)), [w for w in words if w not in ("cherry",)], ",".join(words[1:]), words * 0, (1,) + (2,) * 2, tuple("ab"), list(range(5))[1:-1])
