"""Coroutine pipeline with generators: source, filter, window, sink, with close handling."""
from contextlib import contextmanager
from functools import wraps
def coroutine(f):
    @wraps(f)
    def start(*a, **k):
        g = f(*a, **k)
        next(g)
        return g
    return start
@coroutine
def sink(name):
    items = []
    try:
        while True: items.append((yield))
    except GeneratorExit:
        print(name, "got", items)
@coroutine
def window(n, target):
    buf = []
    while True:
        buf.append((yield))
        buf = buf[-n:]
        if len(buf) == n: target.send(round(sum(buf) / n, 2))
@coroutine
def split(pred, yes, no):
    while True: (yes if pred(x := (yield)) else no).send(x)
good, bad = sink("means"), sink("outliers")
w = window(3, good)
p = split(lambda x: abs(x) < 100, w, bad)
for x in (1, 2, 4, 500, 8, -999, 16): p.send(x)
for g in (p, w, good, bad): g.close()
try: p.send(1)
except StopIteration as e: print("closed", repr(e))
try: window.__wrapped__(1, None).send(5)
except TypeError as e: print(e)
@contextmanager
def tag(t):
    print(f"<{t}>", end=""); yield lambda s: print(s, end=""); print(f"</{t}>")
with tag("p") as out: out("text"); out("!")
