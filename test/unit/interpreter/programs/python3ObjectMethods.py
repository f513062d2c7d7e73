# What these programs show was written down from CPython.
# %% what every object has
"""What every object has, and what a program says of itself."""  # => 'What every object has, and what a program says of itself.'
import functools
import itertools
import operator
import statistics

print(__doc__)  # => What every object has, and what a program says of itself.


class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.number < other.number


class Bare:
    pass


one, two, bare = Version(1), Version(2), Bare()
print(one.__ne__(two), one.__ne__(Version(1)), one.__ne__(3))  # => True False NotImplemented
print(one.__lt__(two), one.__ge__(two))  # => True NotImplemented
print(bare.__eq__(bare), bare.__eq__(1), bare.__ne__(bare))  # => True NotImplemented False


class Box[T]:
    pass


print(Box.__type_params__, Box.__parameters__)  # => (T,) (T,)


@functools.lru_cache(maxsize=2)
def count(*args, **named):
    return len(args) + len(named)


print(count(1, x=2), count(1, x=2), count(x=1), count.cache_info().hits)  # => 2 2 1 1


def numbers():
    yield 1


finished = numbers()
values = list(finished)
print(finished.gi_frame)  # => None


class Guess:
    def __length_hint__(self):
        return 7


print(operator.length_hint(Guess()), operator.length_hint([1]), operator.length_hint(3, 4))  # => 7 1 4
try:
    itertools.combinations([1])
except TypeError as error:
    print(error)  # => combinations() missing required argument 'r' (pos 2)
try:
    itertools.starmap()
except TypeError as error:
    print(error)  # => starmap expected 2 arguments, got 0
try:
    itertools.islice([1])
except TypeError as error:
    print(error)  # => islice expected at least 2 arguments, got 1
print(statistics.linear_regression([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8]).intercept)  # => 0.15000000000000036
print(statistics.linear_regression([1, 2], [2, 4.5], proportional=True).intercept)  # => 0.0
