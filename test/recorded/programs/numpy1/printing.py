"""How arrays print: widths, exponents, signs, large and empty arrays, print options."""
import numpy as np

print(np.array([1.0, 2.5, -3.125]), np.array([1e-10, 1.0]), np.array([1e10, 1.0]), np.array([123456789.0, 0.1]))
print(np.array([np.nan, -np.inf, 0.0, -0.0]), np.array([1, -100, 10]), np.array([True, False]), np.array([1 + 2j, -1.5j]))
print(repr(np.array([1.0, 2.0])), repr(np.array([1, 2], dtype=np.int32)), repr(np.array([[1.5], [2.25]], dtype=np.float32)), repr(np.array([])), repr(np.zeros((0, 3))))
print(np.arange(2000), np.arange(10000).reshape(100, 100))
print(repr(np.arange(1001.0)), np.ones((3, 40)))
print(np.array(3.5), repr(np.array(3)), np.float64(1.5), repr(np.float32(0.1)), [np.int64(3), np.bool_(True)], (np.float64(2),))
with np.printoptions(precision=2, suppress=True):
    print(np.array([1.23456, 1e-8, 1000.5]), np.pi * np.ones(2))
np.set_printoptions(precision=3, threshold=6, edgeitems=2, linewidth=40)
print(np.linspace(0, 1, 10), np.arange(50).reshape(5, 10), np.array([0.00012345, 123.456]))
np.set_printoptions(precision=8, threshold=1000, edgeitems=3, linewidth=75, sign="+")
print(np.array([1.0, -1.0]))
np.set_printoptions(sign="-", formatter={"float": lambda x: f"<{x:.1f}>"})
print(np.array([1.0, 2.0]))
np.set_printoptions(formatter=None)
print(np.array2string(np.array([1.0, 2.0]), separator=", ", prefix="x"), np.array_str(np.array([1, 2])), f"{np.float64(3.14159):.2f}", "%d %s" % (np.int64(5), np.arange(2)))
print(np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]), np.array([0.1, 0.25, 1 / 3], dtype=np.float16), np.array([1e-320, 1e300]))
print(str(np.dtype("float32")), repr(np.dtype("int64")), np.float32, np.arange(3).dtype.name, np.array(["a", "bcd"]) if False else "")
