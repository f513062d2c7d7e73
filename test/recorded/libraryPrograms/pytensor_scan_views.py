# What PyTensor's views of scan give. Printed values were taken from PyTensor 3.0.7.

# %% checkpoints and filter
import warnings
warnings.simplefilter('ignore')
import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.scan import scan_checkpoints
from pytensor.scan.views import filter as scan_filter

A = pt.vector('A')
k = pt.iscalar('k')
result, updates = scan_checkpoints(lambda prior, A: prior * A, outputs_info=pt.ones_like(A), non_sequences=A, n_steps=k, save_every_N=4)
f = pytensor.function([A, k], [result, pytensor.grad(result[-1].sum(), A)])
values, gradient = f(np.array([1.0, 2.0, 0.5]), 10)
print(values.tolist())  # => [[1.0, 16.0, 0.0625], [1.0, 256.0, 0.00390625], [1.0, 1024.0, 0.0009765625]]
print(gradient.tolist())  # => [10.0, 5120.0, 0.01953125]

x = pt.vector('x')
sums, _ = scan_checkpoints(lambda e, s, w: s + e * w, sequences=[x], outputs_info=pt.zeros(()), non_sequences=[k], save_every_N=3)
g = pytensor.function([x, k], sums)
print(g(np.arange(7.0), 2))  # => [ 6. 30. 42.]

try:
    scan_checkpoints(lambda a: a, outputs_info=[dict(initial=x, taps=[-2])], n_steps=3)
except RuntimeError as error:
    print(error)  # => scan_checkpoints doesn't work with taps.

kept = scan_filter(lambda e: e > 1, x)
print(pytensor.function([x], kept)(np.array([0.5, 2.0, 1.0, 3.0])))  # => [2. 3.]
