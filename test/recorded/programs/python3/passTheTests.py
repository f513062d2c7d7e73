"""Home-made test runner with assert messages, fixtures and a summary, as in a course on testing."""
import traceback
TESTS = []
def test(fn): TESTS.append(fn); return fn
def expect_raises(exc, fn, *args):
    try: fn(*args)
    except exc as e: return e
    raise AssertionError(f"{exc.__name__} was not raised")
def divide(a, b):
    """Divides, or complains."""
    if b == 0: raise ZeroDivisionError("no!")
    return a / b
@test
def test_ok(): assert divide(6, 3) == 2
@test
def test_raises(): assert str(expect_raises(ZeroDivisionError, divide, 1, 0)) == "no!"
@test
def test_wrong(): assert divide(1, 3) == 0.33, f"got {divide(1, 3)}"
@test
def test_missing(): expect_raises(KeyError, dict().get, "k")
@test
def test_error(): divide("a", 2)
@test
def test_bare(): assert []
passed = failed = errors = 0
for t in TESTS:
    try:
        t()
    except AssertionError as e:
        failed += 1; print(f"FAIL {t.__name__}: {e!r}")
    except Exception as e:
        errors += 1; print(f"ERROR {t.__name__}: {traceback.format_exception_only(type(e), e)[-1].strip()}")
    else:
        passed += 1; print(".", t.__name__)
print(f"{len(TESTS)} tests, {passed=}, {failed=}, {errors=}", __name__, __doc__[:9], divide.__doc__)
