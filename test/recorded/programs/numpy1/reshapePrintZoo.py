"""Printing in NumPy 1: nested arrays, precision, threshold, columns, objects, booleans and big numbers."""
import numpy as np
print(np.arange(12).reshape(2, 2, 3)); print(np.linspace(-1, 1, 7)); print(np.array([1e-8, 1.0, 1e8])); print(np.array([[0.001, 1000.5], [-2, 3]]))
print(np.arange(1100)); print(np.eye(3) * 0.5); print(np.array([True, False])); print(repr(np.arange(30) / 7.)); print(np.array([1 + 1j, 2.5 - 3j]), np.array([np.inf, -np.inf, np.nan]))
np.set_printoptions(precision=3, suppress=True); print(np.array([1e-8, 3.14159265, 100]), np.random.RandomState(3).rand(2, 3))
np.set_printoptions(threshold=5, edgeitems=1); print(np.arange(10), np.ones((4, 4)))
np.set_printoptions(threshold=1000, edgeitems=3, linewidth=40, precision=8, suppress=False); print(np.arange(20) * 1.5, repr(np.arange(20)))
print(np.float32(1) / 3, np.float64(1) / 3, np.float16(0.1), [np.float32(0.5), np.int64(3)], (np.float64(2.0),), {'a': np.float32(1.5)}, str(np.array(7)), repr(np.array(7.)), '%s %r' % (np.float64(0.1), np.float64(0.1)), '{:.2f}'.format(np.float32(2.345)), np.array2string(np.array([1.23456, 2]), precision=2), np.array_repr(np.array([1.5])), np.bool_(True), repr(np.bool_(False)))
