"""Closures, nonlocal, late binding, defaults, *args and **kwargs, recursion, currying and first-class functions."""
counter = 0


def make_counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    increment.reset = reset
    return increment


c = make_counter(10)
print(c(), c(5), c.reset(), c())
late = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in bound])


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []))


def show(first, /, second=2, *rest, third, fourth=4, **others):
    return first, second, rest, third, fourth, others


print(show(1, third=3), show(1, 5, 6, 7, third=8, extra=9), show(*[1, 2], **{"third": 3, "z": 0}))
for wrong in (lambda: show(), lambda: show(1), lambda: show(1, third=3, first=0), lambda: show(second=1, third=2), lambda: make_counter(1, 2), lambda: c(by=1, of=2)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


def outer():
    x = "outer"

    class Inner:
        x = "class"
        seen = [x for _ in range(1)]

        def method(self):
            return x

    def change():
        global counter
        counter += 1
        return counter

    return Inner().method(), Inner.x, Inner.seen, change(), change()


try:
    print(outer())
except NameError as error:
    print(error)
print(counter)


def unbound():
    print(counter)
    counter = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)


def compose(*functions):
    def composed(value):
        for function in reversed(functions):
            value = function(value)
        return value

    return composed


def curry(function, *first):
    return lambda *more: function(*first, *more)


print(compose(str, abs, lambda n: n - 10)(3), curry(max, 5)(3, 9), (lambda *a, **k: (a, k))(1, b=2), list(map(lambda x, y: x * y, [1, 2], [3, 4])), sorted([-3, 2, -1], key=abs))


def hanoi(n, source="A", target="C", spare="B"):
    if n == 0:
        return []
    return hanoi(n - 1, source, spare, target) + [f"{source}{target}"] + hanoi(n - 1, spare, target, source)


print(hanoi(3), len(hanoi(8)))


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 3), show.__name__, show.__defaults__, show.__kwdefaults__, make_counter.__code__.co_varnames if False else "", c.__closure__ is not None, collect.__defaults__)


def depth(n):
    return depth(n + 1)


try:
    depth(0)
except RecursionError as error:
    print(type(error).__name__, error)
if (n := len("walrus")) > 5:
    print(n, [y := 1, y ** 2], y)
x = 5
print([x for x in range(3)], x, (lambda x: x + 1)(x), {x: x for x in "ab"}, x)
del x
try:
    x
except NameError as error:
    print(error)
print(type(print), callable(c), isinstance(len, type(len)), id(c) == id(c), eval if False else "no eval")
