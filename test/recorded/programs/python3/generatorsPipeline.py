"""A pipeline of generators: primes, windows, running averages, a coroutine that is sent values."""
from itertools import count, islice, takewhile, chain, tee, accumulate, groupby, zip_longest


def primes():
    composites = {}
    for n in count(2):
        steps = composites.pop(n, None)
        if steps is None:
            yield n
            composites[n * n] = [n]
        else:
            for step in steps:
                composites.setdefault(n + step, []).append(step)


def windows(iterable, size):
    streams = tee(iterable, size)
    for offset, stream in enumerate(streams):
        next(islice(stream, offset, offset), None)
    return zip(*streams)


def averager():
    total, n = 0.0, 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError:
            total, n, average = 0.0, 0, None
            continue
        if value is None:
            return total
        total += value
        n += 1
        average = total / n


def flatten(nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(islice(primes(), 15)))
print(list(takewhile(lambda p: p < 60, primes()))[-3:])
print([b - a for a, b in islice(windows(primes(), 2), 12)])
print(list(flatten([1, [2, (3, [4, []]), 5], ((6,),)])))
mean = averager()
print(next(mean), mean.send(10), mean.send(20), mean.throw(ValueError), mean.send(6))
try:
    mean.send(None)
except StopIteration as stop:
    print("total", stop.value)
print(list(accumulate(range(1, 8), lambda a, b: a * b)), list(chain.from_iterable(["ab", "cd"])))
print([(k, len(list(g))) for k, g in groupby("aaabbbbcd")])
print(list(zip_longest("ab", range(4), fillvalue="-")))


def closing():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


g = closing()
print(next(g))
g.close()
print(list(g))
