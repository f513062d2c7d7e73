"""What NumPy makes of deques, of classes of a program, of values of dicts and of generators."""
import collections
import numpy as np


class Samples:
    def __init__(self, values):
        self.values = values

    def __len__(self):
        return len(self.values)

    def __getitem__(self, i):
        return self.values[i]


class Signal:
    def __array__(self, dtype=None, copy=None):
        return np.arange(3)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __float__(self):
        return self.cents / 100

    def mean(self, axis=None, dtype=None, out=None):
        return 'mean of %d cents, axis %s' % (self.cents, axis)


window = collections.deque([1.0, 2.0, 4.0], maxlen=3)
print(np.array(window), np.mean(window), np.max(window), window[0], np.std(window), np.zeros(3) + window)
print(np.arange(4)[collections.deque([1, 3])], np.array([window, window]).shape, np.concatenate([window, [1]]))
print(np.array(Samples([1, 2])), np.sum(Samples([1.5, 2])), np.array([Samples([1, 2])] * 2), np.sqrt(Samples([4, 9])))
print(np.array(Signal()) + 1, np.sqrt(Signal()), np.array(Signal(), dtype=float), np.sum(Signal()))
print(np.array([Money(250), 1], dtype=float), np.array(Money(125), dtype='f4'), np.mean(Money(5)), np.mean(Money(5), axis=0))
scores = {'a': 1, 'b': 3}
for attempt in (lambda: np.mean(scores.values()), lambda: np.std(scores.values()), lambda: np.mean(map(float, '12')),
                lambda: np.sum(i for i in range(3)), lambda: np.array({1, 2}, float), lambda: np.array([None], int),
                lambda: np.mean(None), lambda: np.sqrt({1}), lambda: np.array([Samples([1])], int) + Signal(),
                lambda: np.sum(scores.values()), lambda: np.max({3}), lambda: np.mean(list(scores.values()))):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class Scaled:
    def __init__(self, factor):
        self.factor = factor

    def __radd__(self, other):
        return type(other).__name__, other + self.factor

    def __lt__(self, other):
        return self.factor < other

    def __eq__(self, other):
        return self.factor == other


class Answering(Scaled):
    __array_ufunc__ = None


class Preferred(Scaled):
    __array_priority__ = 10


print(np.float64(2) + Scaled(3), np.array(5) + Scaled(1), np.arange(4) > Scaled(2), np.array([2, 3]) == Scaled(3))
print(np.arange(2) + Answering(1), np.arange(2) + Preferred(1), np.add(1, Scaled(2)))
for attempt in (lambda: np.arange(2) - Scaled(1), lambda: np.ones(2) * {}, lambda: np.float32(1) / Scaled(1), lambda: np.ones(1) + None):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
