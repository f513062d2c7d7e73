"""try, else, finally, chaining, groups, custom hierarchies and what the messages of the built-ins say."""
import traceback


class AppError(Exception):
    code = 1


class NotFound(AppError):
    code = 404

    def __str__(self):
        return f"{self.code}: {super().__str__()}"


def order(action):
    steps = []
    try:
        steps.append("try")
        action()
    except NotFound as error:
        steps.append(f"except {error}")
    except (AppError, ArithmeticError) as error:
        steps.append(f"other {type(error).__name__}")
    else:
        steps.append("else")
    finally:
        steps.append("finally")
    return steps


def fail(error):
    def action():
        raise error

    return action


print(order(lambda: None), order(fail(NotFound("page"))), order(fail(AppError())), order(lambda: 1 // 0))


def early():
    for i in range(3):
        try:
            if i == 1:
                return i
        finally:
            print("leaving", i)


print(early())
try:
    try:
        {}["key"]
    except KeyError as error:
        raise ValueError("wrapped") from error
except ValueError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
try:
    try:
        int("x")
    except ValueError:
        [][1]
except IndexError as error:
    print(repr(error), repr(error.__context__))

attempts = [
    lambda: int("12a"),
    lambda: float("abc"),
    lambda: [1, 2][5],
    lambda: (1,)[3],
    lambda: "abc"[10],
    lambda: {}["missing"],
    lambda: {1: 2}[(1, 2)],
    lambda: None.upper(),
    lambda: "a" + 1,
    lambda: 1 + "a",
    lambda: [] + (),
    lambda: len(5),
    lambda: undefined_name,
    lambda: (lambda a, b: a)(1),
    lambda: (lambda a: a)(1, 2),
    lambda: (lambda *, k: k)(),
    lambda: (lambda a: a)(b=1),
    lambda: sorted([1, "a"]),
    lambda: max([]),
    lambda: [].pop(),
    lambda: [1].remove(2),
    lambda: [1].index(2),
    lambda: set().pop(),
    lambda: {}.popitem(),
    lambda: next(iter([])),
    lambda: list(5),
    lambda: dict([1]),
    lambda: {[]: 1},
    lambda: chr(-1),
    lambda: ord("ab"),
    lambda: "{} {}".format(1),
    lambda: "%d" % "x",
    lambda: 1 / 0,
    lambda: 1 % 0,
    lambda: 2.0 // 0,
    lambda: 10 ** 400 * 1.0,
    lambda: (-1) ** 0.5 < 1,
    lambda: int(float("nan")),
    lambda: "abc".index("z"),
    lambda: b"abc".decode("ascii") + b"",
    lambda: "é".encode("ascii"),
    lambda: b"\xff".decode("utf-8"),
    lambda: object().x,
    lambda: setattr(object(), "x", 1),
    lambda: isinstance(1, "int"),
    lambda: range(1, 2, 0),
    lambda: [1, 2, 3][::0],
    lambda: zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True)),
    lambda: (lambda: (yield))().send(1),
    lambda: exec,
]
for attempt in attempts:
    try:
        attempt()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def unpack(values):
    a, b = values
    return a


for values in ([1], [1, 2, 3], 5, "xyz"):
    try:
        unpack(values)
    except (ValueError, TypeError) as error:
        print(error)
try:
    first, *rest, last = [1]
except ValueError as error:
    print(error)
try:
    raise ExceptionGroup("several", [ValueError("a"), KeyError("b"), TypeError("c")])
except* ValueError as group:
    print("values", group.exceptions)
except* (KeyError, TypeError) as group:
    print("others", group.exceptions, group)
error = ValueError("with note")
error.add_note("a note")
print(error.__notes__, traceback.format_exception_only(error))
assert order, "never"
try:
    assert 1 > 2, f"compared {1} and {2}"
except AssertionError as error:
    print("assertion:", error)
raise NotFound("at the end")
