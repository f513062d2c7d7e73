"""Exceptions: chaining, notes, groups, finally order, custom hierarchies, format_exc without paths."""
import traceback
import sys


class AppError(Exception):
    code = 1
    def __init__(self, msg, **ctx):
        super().__init__(msg)
        self.ctx = ctx
    def __str__(self):
        return f"[{self.code}] {self.args[0]} {self.ctx}"


class NotFound(AppError): code = 404


def lines():
    return [l for l in traceback.format_exc().splitlines() if not l.startswith('  File "')]


def deep(n):
    if n == 0:
        return {}["missing"]
    return deep(n - 1)


try:
    deep(2)
except KeyError:
    print(*lines(), sep="\n")
try:
    try:
        int("x")
    except ValueError as e:
        raise NotFound("no row", table="t") from e
except AppError as e:
    print(*lines(), sep="\n")
    print(repr(e), e, e.__cause__, e.__suppress_context__, e.__context__ is e.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        [].pop()
except IndexError as e:
    e.add_note("a note")
    print(*lines(), sep="\n")
    print(e.__notes__, type(e.__context__))
try:
    raise AppError("hidden") from None
except AppError as e:
    print(traceback.format_exception_only(e), e.__cause__)
def order():
    try:
        print("try")
        return "from try"
    except Exception:
        print("except")
    else:
        print("else")
    finally:
        print("finally")
print(order())
def override():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                return i
print(override())
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError("t"), ExceptionGroup("sub", [ValueError(2)])])
except* ValueError as g:
    print("values", g, g.exceptions)
except* TypeError as g:
    print("types", repr(g))
for bad in (lambda: undefined_name, lambda: "a" + 1, lambda: None.foo, lambda: [1][5], lambda: (1,)[0][0], lambda: len(5), lambda: int([]), lambda: max([]), lambda: {}[[]], lambda: "abc".foo(), lambda: f(1), lambda: print(1, bad=2), lambda: next(iter([])), lambda: 5(), lambda: "x" * "y", lambda: [] < 3, lambda: sorted([1, "a"]), lambda: float("1,5"), lambda: chr(-1), lambda: "%d" % "x", lambda: "{}".format(), lambda: "{x}".format(y=1), lambda: 1 << -1, lambda: bytes([1]).decode("zzz"), lambda: abs("x"), lambda: import_("x"), lambda: __import__("no_such_module"), lambda: (lambda a, b: 0)(1), lambda: (lambda: 0)(1), lambda: round("x"), lambda: range(0, 1, 0), lambda: iter(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: "abc"["a"], lambda: [1, 2]["x"], lambda: object() + 1, lambda: -"x", lambda: sum(["a"])):
    try: bad()
    except Exception as e: print(type(e).__name__ + ":", e)
print(sys.exc_info(), traceback.format_exc().strip())
