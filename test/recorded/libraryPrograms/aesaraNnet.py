# Convolutions and upsamplings of aesara.tensor.nnet.

# %% upsampling, separable, causal and unshared convolutions
import numpy as np
import aesara
import aesara.tensor as at
from aesara.tensor.nnet.abstract_conv import bilinear_upsampling, causal_conv1d, conv2d, separable_conv2d
x, d, p = at.tensor4('x'), at.tensor4('d'), at.tensor4('p')
image = np.arange(12.0).reshape(1, 2, 2, 3)
print(bilinear_upsampling(x, ratio=2).eval({x: image})[0, 0].tolist())  # => [[0.0, 0.5, 1.0, 1.5, 2.0, 2.0], [1.5, 2.0, 2.5, 3.0, 3.5, 3.5], [3.0, 3.5, 4.0, 4.5, 5.0, 5.0], [3.0, 3.5, 4.0, 4.5, 5.0, 5.0]]
print(bilinear_upsampling(x, frac_ratio=(3, 2), use_1D_kernel=False).eval({x: image})[0, 1].round(6).tolist())  # => [[6.0, 6.333333, 7.0, 7.666667, 8.0], [7.0, 7.333333, 8.0, 8.666667, 9.0], [9.0, 9.333333, 10.0, 10.666667, 11.0]]
print(separable_conv2d(x, d, p, num_channels=2).eval({x: image, d: np.arange(4.0).reshape(2, 1, 1, 2), p: np.ones((1, 2, 1, 1))}).tolist())  # => [[[[32.0, 38.0], [50.0, 56.0]]]]
s, k = at.tensor3('s'), at.tensor3('k')
print(causal_conv1d(s, k, (1, 1, 3), filter_dilation=2).eval({s: np.arange(6.0).reshape(1, 1, 6), k: np.array([[[1.0, 2.0, 3.0]]])}).tolist())  # => [[[0.0, 1.0, 2.0, 5.0, 8.0, 14.0]]]
w = at.TensorType('float64', shape=(None,) * 6)('w')
local = conv2d(x, w, unshared=True)
given = {x: image, w: np.arange(16.0).reshape(1, 1, 2, 2, 2, 2)}
print(local.eval(given).tolist(), aesara.grad(local.sum(), x).eval(given).tolist())  # => [[[[174.0, 586.0]]]] [[[[3.0, 13.0, 10.0], [1.0, 9.0, 8.0]], [[7.0, 21.0, 14.0], [5.0, 17.0, 12.0]]]]

