"""dtypes and printing: ints of all widths, float16 to complex, bools, casting rules, NEP 50 promotion."""
import numpy as np
for dt in (np.int8, np.uint8, np.int32, np.int64, np.float16, np.float32, np.float64, np.complex64, np.bool_):
    a = np.array([0, 1, 2.9]).astype(dt)
    print(np.dtype(dt).name, a, a.itemsize, repr(a), a.dtype.kind, a.dtype.char, (a + a).dtype, a.sum().dtype if dt is not np.bool_ else a.sum())
print(np.float32(0.1), repr(np.float32(0.1)), np.float64(0.1) + np.float32(0.2), repr(np.int8(5) + 3), np.float32(3) + 1, np.int64(7) / 2, np.uint8(200) + np.uint8(5), type(np.float64(1) + 1), np.float16(1) / 3)
print(np.iinfo(np.int16).max, np.finfo(np.float32).eps, np.finfo(float).max, np.result_type(np.int8, np.float32), np.promote_types("i4", "u4"), np.can_cast(np.int64, np.float32), np.array([1, 2.5]).dtype, np.array([True, 2]).dtype, np.array([1, 2j]).dtype)
try: np.int8(200)
except OverflowError as e: print(e)
try: np.array([1, 2], dtype=np.uint8) + 300
except OverflowError as e: print(e)
print(np.array([1e10, 1.5, -3]), np.array([1e-5, 1]), np.array([1.0, 2.0, 1e16]), np.array([0.1, 0.12345678901]), np.array([np.nan, 1, np.inf]), np.array([1 / 3, 1e-20]), np.array([100000.0, 0.5]), np.array([1e8, 1]))
print(np.arange(2000), np.arange(10000).reshape(100, 100), np.zeros((2, 0)), np.array(5), np.array([[[1]]]), np.array([]), sep="\n")
print(repr(np.arange(3.0)), repr(np.array([[1, 2], [3, 4]], dtype=np.int32)), repr(np.zeros((0, 3))), repr(np.array(2.5)), repr(np.float64(2)), repr(np.array([True])), repr(np.array([1], dtype=np.float32)), str(np.float64(1e16)), str(np.float32(1e-8)))
print(np.array_repr(np.linspace(0, 1, 12)), np.array2string(np.arange(4) / 3, precision=2, floatmode="fixed"), np.array2string(np.eye(2), formatter={"float": lambda x: f"<{x:.0f}>"}), np.format_float_positional(1e-7), np.format_float_scientific(12345.678, precision=2))
with np.printoptions(precision=2, suppress=True, threshold=6, edgeitems=2): print(np.array([1e-6, 123.456]), np.arange(12), np.random.RandomState(0).rand(3, 8))
a = np.array([[1.5, -2], [3, 1000]]); print(a, a.astype(int), f"{a[0, 0]:.3f}", f"{a}", "%s" % a[0], "{}".format(a.mean()), [a[0, 1], a[1, 1]], a.tolist(), list(a[0]), tuple(a.shape), {"k": a[0, 0]}, bool(a.any()), int(a[1, 0]), float(a[0, 0]), a.astype("f4").dtype.name, a.view(np.int64)[0, 0], np.isfinite(a).all())
