"""Decorators: timing-free call counter, retry, memo, type checks, class decorators, stacking."""
import functools
import inspect


def counted(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return fn(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


def retry(times=3, *, on=(Exception,)):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*a, **k):
            for attempt in range(1, times + 1):
                try:
                    return fn(*a, **k)
                except on as e:
                    print(f"  attempt {attempt}/{times} of {fn.__name__} failed: {e!r}")
                    last = e
            raise RuntimeError("gave up") from last
        return inner
    return deco


def checked(fn):
    sig = inspect.signature(fn)
    @functools.wraps(fn)
    def inner(*a, **k):
        bound = sig.bind(*a, **k)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            ann = sig.parameters[name].annotation
            if ann is not inspect.Parameter.empty and not isinstance(value, ann):
                raise TypeError(f"{name} should be {ann.__name__}, got {type(value).__name__}")
        return fn(*a, **k)
    return inner


class trace:
    depth = 0
    def __init__(self, fn):
        functools.update_wrapper(self, fn)
        self.fn = fn
    def __call__(self, *args):
        print("  " * trace.depth + f"{self.fn.__name__}{args}")
        trace.depth += 1
        try:
            r = self.fn(*args)
        finally:
            trace.depth -= 1
        print("  " * trace.depth + f"-> {r}")
        return r


def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls


@trace
def fib(n):
    """Naive Fibonacci."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@counted
@checked
def area(w: int, h: int = 2, *, label: str = "x"):
    return w * h


@add_repr
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


attempts = iter([ValueError("one"), KeyError("two"), None])


@retry(2, on=(ValueError, KeyError))
def flaky():
    e = next(attempts)
    if e:
        raise e
    return "fine"


print(fib(3), fib.__name__, fib.__doc__)
print(area(3), area(3, h=5), area.calls, area.__name__, inspect.signature(area))
for call in (lambda: area("3"), lambda: area(), lambda: area(1, 2, 3), lambda: area(1, label=None)):
    try:
        call()
    except TypeError as e:
        print("TypeError:", e)
print(area.calls, Point(1, "b"))
try:
    flaky()
except RuntimeError as e:
    print(e, "|", repr(e.__cause__), "|", e.__cause__.args)
print(flaky())
