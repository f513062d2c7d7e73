"""Closures, nonlocal, late binding, default arguments, global, currying, memo by closure, *args and **kwargs."""
def account(balance):
    def deposit(n):
        nonlocal balance
        balance += n
        return balance
    def withdraw(n):
        nonlocal balance
        if n > balance: raise ValueError("no funds")
        balance -= n
        return balance
    return {"dep": deposit, "wd": withdraw, "bal": lambda: balance}
a, b = account(10), account(0)
print(a["dep"](5), b["dep"](1), a["wd"](12), a["bal"](), a["dep"].__closure__[0].cell_contents, a["dep"].__code__.co_freevars)
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
def append(x, to=[]): to.append(x); return to
print(append(1), append(2), append(3, []), append.__defaults__)
total = 0
def add(n):
    global total
    total += n
def shadow(): total = 99; return total
add(5); print(total, shadow(), total)
def broken():
    print(total)
    total = 1
try: broken()
except UnboundLocalError as e: print(type(e).__name__, e)
def show(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(show(1, d=4), show(1, 2, 3, 4, 5, d=6, z=7), show(*[1, 2], **{"d": 0, "e": 1, "a": 9}))
for call in (lambda: show(1), lambda: show(), lambda: show(1, b=2, d=1) and show(b=1, d=1), lambda: add(), lambda: add(1, 2), lambda: add(x=1), lambda: add(1, n=1), lambda: shadow(1), lambda: show(1, d=1, **{"d": 2})):
    try: print(call())
    except TypeError as e: print(e)
curry = lambda f, *a: lambda *b: f(*a, *b)
print(curry(pow, 2)(10), (lambda x: lambda y: x + y)(1)(2), (lambda *a, k=1: (a, k))(1, 2, k=3))
def counter():
    counter.n = getattr(counter, "n", 0) + 1
    return counter.n
counter(); counter(); print(counter.n, counter.__name__, counter.__dict__, show.__kwdefaults__)
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "changed"
        class C:
            x = "class"
            def m(self): return x
            y = [x for _ in range(1)]
        return C().m(), C.x, C.y
    return inner(), x
print(outer(), [x for x in range(2)], "x" in dir(), callable(len), (lambda: (yield))().__class__.__name__)
x = 10
def f(): return x
x = 20; print(f(), (y := 5) + y, y, locals() is globals(), "f" in globals())
del x
try: f()
except NameError as e: print(e)
