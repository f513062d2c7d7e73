# Elementwise functions of pytensor.tensor, its special functions and signals.

# %% special functions
import pytensor
import pytensor.tensor as pt
x = pt.vector('x')
at = {x: [0.2, 0.5, 0.9]}
print(pt.betainc(2, 3, x).eval(at).round(6), pt.gammaincinv(2.0, x).eval(at).round(6), pt.owens_t(x, 2.0).eval(at).round(6), pt.polygamma(2, x).eval(at).round(4))  # => [0.1808 0.6875 0.9963] [0.824388 1.678347 3.88972 ] [0.169988 0.141581 0.090433] [-251.478   -16.8288   -3.2018]
print(pt.log1mexp(-x).eval(at).round(6), pt.erfcx(x).eval(at).round(6), pt.ive(1.5, x).eval(at).round(6), pt.expit(x).eval(at).round(6))  # => [-1.707772 -0.932752 -0.521835] [0.80902  0.61569  0.456532] [0.019554 0.058472 0.100023] [0.549834 0.622459 0.71095 ]
print(pytensor.grad(pt.gammainc(x, 2.0).sum(), x).eval(at).round(5), pytensor.grad(pt.betainc(x, 2.0, 0.3).sum(), x).eval(at).round(5))  # => [-0.08164 -0.13562 -0.2054 ] [-0.52861 -0.50684 -0.4272 ]
print(pt.special.xlogy(x, x), pt.special.logit(x).eval(at).round(6), pt.special.betaln(x, 2.0).eval(at).round(6), pt.tri_gamma(x), pt.iv(x, x))  # => XLogY{inline=False}.0 [-1.386294  0.        2.197225] [ 1.427116  0.287682 -0.536493] Tri_gamma.0 Mul.0
pt.polygamma(x, x)  # !> TypeError: Polygamma order parameter must be discrete, got float64 dtype

# %% softmax along axes
import pytensor
import pytensor.tensor as pt
m = pt.matrix('m')
at = {m: [[1.0, 2.0], [3.0, 5.0]]}
print(pt.special.softmax(m), pt.special.softmax(m, axis=1), pt.special.log_softmax(m, axis=-1))  # => Softmax{axis=None}.0 Softmax{axis=(1,)}.0 LogSoftmax{axis=(1,)}.0
print(pt.special.softmax(m).eval(at).round(5).tolist(), pt.special.log_softmax(m, axis=0).eval(at).round(5).tolist())  # => [[0.01522, 0.04137], [0.11246, 0.83095]] [[-2.12693, -3.04859], [-0.12693, -0.04859]]
print(pytensor.grad(pt.special.softmax(m, axis=0)[0].sum(), m).eval(at).round(5).tolist(), pt.logsumexp(m, axis=1).eval(at).round(5))  # => [[0.10499, 0.04518], [-0.10499, -0.04518]] [2.31326 5.12693]

# %% infinities and what is no number
import numpy as np
import pytensor.tensor as pt
x = pt.vector('x')
at = {x: [1.0, np.inf, -np.inf, np.nan]}
print(pt.isfinite(x).eval(at), pt.isposinf(x).eval(at), pt.nan_to_num(x, nan=5.0, posinf=1.0).eval(at), pt.isnan(pt.lvector()))  # => [ True False False False] [False  True False False] [ 1.00000000e+000  1.00000000e+000 -1.79769313e+308  5.00000000e+000] Alloc.0
print(pt.isclose(x, x).eval(at), pt.isclose(x, x, equal_nan=True).eval(at), pt.allclose(x, x))  # => [ True  True  True False] [ True  True  True  True] All{axes=None}.0

# %% convolutions of signals
import pytensor
import pytensor.tensor as pt
from pytensor.tensor.signal import convolve1d
a, b = pt.vectors('ab')
at = {a: [1.0, 2.0, 3.0, 4.0], b: [1.0, -1.0, 2.0]}
print([convolve1d(a, b, mode=mode).eval(at).tolist() for mode in ('full', 'valid', 'same')])  # => [[1.0, 1.0, 3.0, 5.0, 2.0, 8.0], [3.0, 5.0], [1.0, 3.0, 5.0, 2.0]]
print(pytensor.grad((convolve1d(a, b) ** 2).sum(), b).eval(at).tolist())  # => [64.0, 60.0, 102.0]

# %% reductions print their axes and types
import pytensor.tensor as pt
x, f = pt.matrix('x'), pt.fmatrix('f')
print(x.sum(), f.sum(axis=0), x.max(axis=(0, 1), keepdims=True), x.min(), x.argmin(axis=0), pt.prod(x, no_zeros_in_input=True))  # => Sum{axes=None}.0 Sum{axis=0, acc=float64}.0 ExpandDims{axes=(0, 1)}.0 Neg.0 argmax Prod{axes=None, no_zeros_in_input}).0
print(x.var(ddof=1).eval({x: [[1.0, 2.0], [4.0, 8.0]]}), pt.cov(x).eval({x: [[1.0, 2.0, 4.0], [3.0, 1.0, 1.0]]}).round(4).tolist(), pt.median(x, axis=1).eval({x: [[1.0, 9.0, 4.0]]}))  # => 28.75 [[2.3333, -1.3333], [-1.3333, 1.3333]] [4.]
pt.sub(pt.vector(dtype='bool'), pt.vector(dtype='bool'))  # !> TypeError: bool output not supported

# %% complex results, and names that are no element types
import pytensor
import pytensor.tensor as pt
v = pt.dvector('v')
print(pytensor.function([v], v[:2] + 1j * v[1:])([1.0, 2.0, 3.0]))  # => [1.+2.j 2.+3.j]
pt.tensor('q', dtype='floot', shape=(2,))  # !> TypeError: Invalid dtype: floot
