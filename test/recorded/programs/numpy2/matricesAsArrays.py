"""Which functions give matrices for matrices, and which arrays."""
import numpy as np

m = np.matrix('1 2; 3 4')
kinds = {}
for name in 'array asarray asanyarray ascontiguousarray asfortranarray atleast_2d copy triu tril transpose ravel diff sort gradient'.split():
    result = getattr(np, name)(m)
    kinds[name] = [type(part).__name__ for part in (result if isinstance(result, (tuple, list)) else [result])]
print(kinds)
print([type(part).__name__ for part in np.split(m, 2)], type(np.moveaxis(m, 0, 1)).__name__, type(np.inner(m, m)).__name__, type(np.isclose(m, m)).__name__)
print(np.asarray(m).sum(0), np.sum(m, 0), np.asarray(m)[0], m[0], np.shares_memory(np.asarray(m), m))
