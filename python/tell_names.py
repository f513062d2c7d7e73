# Runs a program and tells what its names hold, as JSON: the other half of "Compare with Python" of ScanLens.
# Reads {"text", "name", "limit"} from standard input; writes one line that begins with the marker below.
# Works with Python 2.7 and 3.
from __future__ import print_function

import io
import json
import math
import sys
import traceback

MARKER = "@@scanlens-names "
LARGEST_EXACT = 2 ** 53
PYTHON2 = sys.version_info[0] == 2
TEXT = (str, u"".__class__)
WHOLE = (int, type(2 ** 80))


def element(value):
    """One element as JSON, as ScanLens writes it."""
    if isinstance(value, bool):
        return value
    if isinstance(value, WHOLE):
        return value if abs(value) <= LARGEST_EXACT else str(value)
    if isinstance(value, float):
        if math.isnan(value):
            return "nan"
        if math.isinf(value):
            return "inf" if value > 0 else "-inf"
        return value
    return repr(value)


def array_data(value, limit):
    flat = value.ravel()[:limit]
    # float16 and its like know no shorter way than through double precision.
    return {
        "dtype": str(value.dtype),
        "shape": [int(n) for n in value.shape],
        "data": [element(one) for one in flat.tolist()],
    }


def number_data(value):
    """A number of Python as an array without axes; None where no array type holds it."""
    if isinstance(value, bool):
        dtype = "bool"
    elif isinstance(value, WHOLE):
        if not -(2 ** 63) <= value < 2 ** 63:
            return None
        dtype = "int64"
    else:
        dtype = "float64" if isinstance(value, float) else "complex128"
    return {"dtype": dtype, "shape": [], "data": [element(value)]}


def is_plain(value, depth=3):
    if value is None or isinstance(value, (bool, float, complex) + WHOLE + TEXT):
        return True
    if depth == 0:
        return False
    if type(value) in (list, tuple):
        return all(is_plain(one, depth - 1) for one in value)
    if type(value) is dict:
        return all(is_plain(k, 0) and is_plain(v, depth - 1) for k, v in value.items())
    return False


def shared_value(value):
    """The value of a shared variable, if it is one that holds an array."""
    if not (hasattr(value, "get_value") and hasattr(value, "owner")):
        return None
    try:
        return value.get_value(borrow=True)
    except Exception:
        return None


def describe(value, limit):
    numpy = sys.modules.get("numpy")
    held = shared_value(value)
    if held is not None:
        value = held
    array = None
    if type(value) in (bool, float, complex) + WHOLE:
        array = number_data(value)
    elif numpy is not None and isinstance(value, (numpy.ndarray, numpy.generic)):
        value = numpy.asarray(value)
        if value.dtype.kind in "biufc":
            array = array_data(value, limit)
    if array is not None:
        return {"array": array, "text": None}
    if is_plain(value):
        return {"array": None, "text": repr(value)[: max(limit, 1000)]}
    return None


def main():
    stream = sys.stdin if PYTHON2 else io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")
    asked = json.loads(stream.read())
    text, name, limit = asked["text"], asked["name"], asked["limit"]
    answer = {"python": sys.version.split()[0], "error": None, "names": []}
    namespace = {"__name__": "__main__", "__file__": name}
    printed, out = io.BytesIO() if PYTHON2 else io.StringIO(), sys.stdout
    sys.stdout, sys.argv = printed, [name]
    try:
        source = text.encode("utf-8") if PYTHON2 else text
        exec(compile(source, name, "exec"), namespace)
    except BaseException:
        answer["error"] = traceback.format_exc().splitlines()[-1]
    finally:
        sys.stdout = out
    answer["output"] = printed.getvalue().decode("utf-8", "replace") if PYTHON2 else printed.getvalue()
    for key in sorted(namespace):
        if key.startswith("_"):
            continue
        found = describe(namespace[key], limit)
        if found is not None:
            found["name"] = key
            answer["names"].append(found)
    print()
    print(MARKER + json.dumps(answer))


main()
