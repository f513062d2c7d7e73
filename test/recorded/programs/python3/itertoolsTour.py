"""A tour of itertools with small inputs."""
from itertools import *
import operator

print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([2, 3], operator.mul, initial=10)))
print(list(chain("ab", [1])), list(chain.from_iterable([[1], (2, 3)])), list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])))
print(list(combinations("ABCD", 2)), list(combinations_with_replacement([1, 2], 2)), sep="\n")
print(["".join(p) for p in permutations("abc")], list(permutations(range(3), 1)), list(product([0, 1], repeat=2)), list(product("a", "xy")))
print(list(islice(count(5, 3), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice("abcdefg", 1, None, 2)))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, "", "a"])))
for key, group in groupby(sorted(["apple", "bat", "ant", "bee", "cat"], key=lambda w: w[0]), key=lambda w: w[0]):
    print(key, list(group))
print([(k, sum(1 for _ in g)) for k, g in groupby("aaabbcaa")], list(pairwise("abcd")), list(starmap(pow, [(2, 5), (3, 2)])))
print(list(zip_longest("abc", [1], fillvalue="-")), list(batched("abcdefg", 3)), dict(zip("ab", count())))
a, b, c = tee(iter([1, 2, 3]), 3)
next(b)
print(list(a), list(b), sum(c), repr(count(3)), repr(repeat(1, 2)), count(1.5))
def roundrobin(*its):
    pending, nexts = len(its), cycle(iter(i).__next__ for i in its)
    while pending:
        try:
            for n in nexts:
                yield n()
        except StopIteration:
            pending -= 1
            nexts = cycle(islice(nexts, pending))
def powerset(s):
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
print(list(roundrobin("ABC", "D", "EF")), list(powerset([1, 2, 3])), len(list(powerset(range(10)))))
for bad in (lambda: islice([1], -1), lambda: batched("a", 0), lambda: list(combinations("ab", -1)), lambda: repeat(), lambda: next(iter(chain()))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(type(chain()).__name__, sum(map(len, product("abc", repeat=4))), max(accumulate(range(6), lambda a, x: a * 2 + x)))
