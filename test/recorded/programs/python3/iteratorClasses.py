"""Iterators and generators: classes with __iter__ and __next__, send, throw, close, yield from, pipelines."""
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * i
    def __len__(self): return 4
class Grid:
    def __init__(self, w, h): self.w, self.h = w, h
    def __iter__(self): return ((x, y) for y in range(self.h) for x in range(self.w))
    def __reversed__(self): return reversed(list(self))
    def __contains__(self, p): return 0 <= p[0] < self.w
c = Countdown(3)
print(list(c), list(c), list(Seq()), list(reversed(Seq())), 9 in Seq(), 5 in Seq(), list(Grid(2, 2)), list(reversed(Grid(2, 1))), (1, 99) in Grid(2, 2))
def averager():
    total = n = 0; avg = None
    while True:
        try: x = yield avg
        except ValueError as e:
            print("reset:", e); total = n = 0; avg = None; continue
        total += x; n += 1; avg = total / n
a = averager(); next(a)
print(a.send(10), a.send(20), a.throw(ValueError("go")), a.send(7)); a.close()
try: a.send(1)
except StopIteration as e: print("stopped", e.value)
def inner():
    got = yield 1
    print("got", got)
    yield 2
    return "result"
def outer():
    r = yield from inner()
    print("inner returned", r)
    yield from "ab"
o = outer(); print(next(o), o.send("hi"), list(o))
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, (3, [4])], [], "ab"])), iter(callable, 1) is not None, list(iter(iter([3, 2, 0, 1]).__next__, 0)))
lines = (l.strip() for l in ["a 1", "", " b 2 ", "c x"])
pairs = (l.split() for l in lines if l)
nums = ((k, int(v)) for k, v in pairs)
try:
    for p in nums: print(p)
except ValueError as e: print("stopped:", e)
print(next(nums, "exhausted"), sum(x for x in range(5)), dict((k, v) for k, v in zip("ab", [1, 2])), max((len(w), w) for w in ["aa", "b"]))
def g():
    try: yield 1; yield 2
    finally: print("finally")
for v in g(): break
gg = g(); next(gg); gg.close(); print(list(gg), gg.gi_frame)
def bad(): yield 1; raise StopIteration("x")
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
x, *y, z = Countdown(5); print(x, y, z, *Countdown(2), [*Countdown(2), *"q"])
