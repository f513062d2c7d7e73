"""floatX casts, asarray, dtype kinds and value-based casting of NumPy 1."""
import numpy as np
floatX = 'float32'
a = np.asarray([[1, 2], [3, 4]], dtype=floatX)
print(a, a.dtype, (a * 2).dtype, (a * 2.0).dtype, (a * np.float64(2)).dtype, (a + np.array(1.0)).dtype, (a + np.array([1.0])).dtype, (a + 1e300).dtype, (a.astype('int8') + 1000).dtype, (a.astype('int8') * np.int16(3)).dtype)
print(np.float32(1) + 1.5, (np.float32(1) + 1.5).dtype, (np.float32(3) * np.float32(0.1)), repr(np.float32(0.1)), repr(np.float64(0.1)), repr(np.int8(5)), np.uint8(250) + 3, np.int8(100) + np.int8(20), np.array([250], 'uint8') + 10, -np.array([1], 'uint8'))
print(np.asarray(a) is a, np.array(a) is a, np.asarray(a, 'float64').dtype, np.cast['int32']([1.7]) if hasattr(np, 'cast') else None, np.float_(3), np.int_(4), np.bool8(1), np.issubdtype(a.dtype, np.floating), a.dtype == 'float32', np.dtype('f4').name, a.dtype.str)
print(np.zeros((2,), dtype=[('w', 'f4'), ('n', 'i4')]), np.array([1, 'a'], dtype=object), np.array([[1, 2], [3]], dtype=object), np.array([None, 1.5]), np.array(3.0).item(), np.round_(2.567, 1), np.sometrue([0, 1]), np.asscalar(np.array(3)) if hasattr(np, 'asscalar') else 'gone')
print(a.mean().dtype, a.sum(0), np.sqrt(a), np.exp(a[0]), a / 3, np.tanh(a), 1 / (1 + np.exp(-a)), np.log(a), a ** 2, a ** 0.5, np.dot(a, a.T), a.std(), a.var(axis=1))
