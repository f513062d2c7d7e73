"""Decorators with and without arguments, wraps, caches, context managers that swallow and nest."""
import functools
from contextlib import contextmanager, suppress, ExitStack


def traced(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        shown = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        result = function(*args, **kwargs)
        print(f"{function.__name__}({shown}) -> {result!r}")
        return result

    return inner


def retry(times, errors=(Exception,)):
    def decorate(function):
        def inner(*args):
            for attempt in range(1, times + 1):
                try:
                    return function(*args)
                except errors as error:
                    print(f"attempt {attempt}: {error!r}")
            raise RuntimeError(f"{function.__name__} failed {times} times") from error_of(errors)

        return inner

    return decorate


def error_of(errors):
    return errors[0]("last")


@traced
def area(width, height=1, *, unit="m"):
    """The area."""
    return f"{width * height}{unit}²"


area(3)
area(3, 4, unit="cm")
print(area.__name__, area.__doc__, area.__wrapped__(1))

calls = []


@retry(3, (ValueError, KeyError))
def flaky(n):
    calls.append(n)
    if len(calls) < n:
        raise ValueError(f"call {len(calls)}")
    return "done"


print(flaky(3))
calls.clear()
try:
    flaky(9)
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))


@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


print(ways(80), ways.cache_info())


@contextmanager
def section(name):
    print("<" + name)
    try:
        yield name.upper()
    except KeyError as error:
        print("swallowed", error)
    finally:
        print(name + ">")


with section("outer") as o, section("inner") as i:
    print(o, i)
    raise KeyError("lost")
with suppress(ZeroDivisionError):
    1 / 0
with ExitStack() as stack:
    names = [stack.enter_context(section(n)) for n in "ab"]
    stack.callback(print, "callback", sep="!")
    print(names)


class Timer:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.kind = kind
        return kind is TypeError


with Timer() as timer:
    len(5)
print(timer.kind, functools.partial(pow, 2)(5), functools.reduce(lambda a, b: a - b, [10, 2, 3]))
