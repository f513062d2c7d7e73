"""Context managers: class, generator, ExitStack, suppress, redirect, nested, exceptions swallowed."""
from contextlib import contextmanager, ExitStack, suppress, redirect_stdout, closing, nullcontext, ContextDecorator
import io


class Tag:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print(f"<{self.name}>")
        return self
    def __exit__(self, kind, value, tb):
        print(f"</{self.name}>", kind.__name__ if kind else None, value)
        return self.swallow


@contextmanager
def managed(name):
    print("open", name)
    try:
        yield name.upper()
    except ZeroDivisionError as e:
        print("handled", e)
    finally:
        print("close", name)


class loud(ContextDecorator):
    def __enter__(self): print("start"); return self
    def __exit__(self, *exc): print("stop"); return False


@loud()
def work(x): print("working", x); return x + 1


with Tag("a") as a, Tag("b"):
    print("inside", a.name)
with Tag("quiet", swallow=True):
    raise KeyError("lost")
with managed("db") as db:
    print(db, 1 / 0)
try:
    with managed("file"):
        raise OSError(2, "No such file", "x.txt")
except OSError as e:
    print("outer", e, e.errno, e.filename)
with ExitStack() as stack:
    names = [stack.enter_context(managed(n)) for n in ("one", "two")]
    stack.callback(print, "callback", sep="!")
    print(names)
with suppress(FileNotFoundError, KeyError):
    {}["k"]
    print("never")
buf = io.StringIO()
with redirect_stdout(buf):
    print("captured", end="")
print(repr(buf.getvalue()), work(41))
class Res:
    def close(self): print("closed")
with closing(Res()) as r, nullcontext(5) as five:
    print(type(r).__name__, five)
def early():
    for i in range(3):
        with Tag(i):
            if i == 1:
                return "left at 1"
print(early())
gen = managed("x")
try:
    with gen: pass
    with gen: pass
except (RuntimeError, AttributeError) as e:
    print(type(e).__name__, e)
try:
    with 5: pass
except TypeError as e:
    print(e)
