# Activations, losses, convolutions and pools of theano.tensor.nnet and theano.tensor.signal.

# %% activations
import numpy as np
import theano.tensor as T
x = T.dvector('x')
at = {x: [-2.0, -0.5, 0.0, 3.0]}
print(T.nnet.relu(x).eval(at), T.nnet.relu(x, 0.1).eval(at))  # => [0. 0. 0. 3.] [-0.2  -0.05  0.    3.  ]
print(T.nnet.elu(x).eval(at).round(6), T.nnet.selu(x).eval(at).round(6))  # => [-0.864665 -0.393469  0.        3.      ] [-1.520166 -0.691758  0.        3.152103]
print(T.nnet.softsign(x).eval(at).round(6), T.nnet.ultra_fast_sigmoid(x).eval(at).round(6), T.nnet.hard_sigmoid(x).eval(at))  # => [-0.666667 -0.333333  0.        0.75    ] [0.125 0.35  0.5   0.95 ] [0.1 0.4 0.5 1. ]
print(T.nnet.softsign(x), T.nnet.ultra_fast_sigmoid(x), T.nnet.relu(x), T.nnet.elu(x))  # => softsign.0 ultra_fast_sigmoid.0 Elemwise{mul,no_inplace}.0 Elemwise{switch,no_inplace}.0

# %% softmax works on the rows of matrices
import theano
import theano.tensor as T
m = T.dmatrix('m')
values = {m: [[1.0, 2.0, 3.0], [0.0, 0.0, 5.0]]}
print(T.nnet.softmax(m), T.nnet.logsoftmax(m), T.nnet.softmax(m).eval(values).round(5).tolist())  # => Softmax.0 LogSoftmax.0 [[0.09003, 0.24473, 0.66524], [0.00665, 0.00665, 0.9867]]
print(theano.grad(T.nnet.logsoftmax(m)[:, 0].sum(), m).eval(values).round(5).tolist())  # => [[0.90997, -0.24473, -0.66524], [0.99335, -0.00665, -0.9867]]
T.nnet.softmax(T.lmatrix())  # !> ValueError: x must be 1-d or 2-d tensor of floats. Got TensorType(int64, matrix)

# %% losses
import theano
import theano.tensor as T
p, y = T.dmatrix('p'), T.lvector('y')
given = {p: [[0.2, 0.8], [0.7, 0.3]], y: [1, 0]}
loss = T.nnet.categorical_crossentropy(p, y)
print(loss, loss.eval(given).round(6), theano.grad(loss.sum(), p).eval(given).round(6).tolist())  # => CrossentropyCategorical1Hot.0 [0.223144 0.356675] [[0.0, -1.25], [-1.428571, 0.0]]
parts = theano.function([p, y], T.nnet.crossentropy_softmax_argmax_1hot_with_bias(p, T.zeros((2,)), y))
print([v.round(5).tolist() for v in parts(given[p], given[y])])  # => [[0.43749, 0.51302], [[0.35434, 0.64566], [0.59869, 0.40131]], [1, 0]]
print(T.nnet.confusion_matrix(y, y)[0].eval({y: [2, 0, 2]}).tolist())  # => [[1, 0], [0, 2]]
T.nnet.categorical_crossentropy(p, T.dvector())  # !> TypeError: integer vector required for argument: true_one_of_n(got type: TensorType(float64, vector) instead of: TensorType(int64, vector))

# %% convolution, pool and their gradients
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.signal.pool import pool_2d
x, w = T.tensor4('x'), T.tensor4('w')
values = {x: np.arange(16.0).reshape(1, 1, 4, 4), w: np.array([[[[1.0, 2.0], [0.0, -1.0]]]])}
y = T.nnet.conv2d(x, w)
print(y)  # => AbstractConv2d{convdim=2, border_mode='valid', subsample=(1, 1), filter_flip=True, imshp=(None, None, None, None), kshp=(None, None, None, None), filter_dilation=(1, 1), num_groups=1, unshared=False}.0
print(y.eval(values)[0, 0].tolist())  # => [[13.0, 15.0, 17.0], [21.0, 23.0, 25.0], [29.0, 31.0, 33.0]]
print(theano.grad((y ** 2).sum(), w).eval(values)[0, 0].tolist())  # => [[4548.0, 4134.0], [2892.0, 2478.0]]
z = pool_2d(x, (2, 2), ignore_border=True)
print(z, z.eval({x: values[x]}).ravel().tolist(), theano.grad((z ** 2).sum(), x).eval({x: values[x]})[0, 0, 1].tolist())  # => Pool{ignore_border=True, mode='max', ndim=2}.0 [5.0, 7.0, 13.0, 15.0] [0.0, 10.0, 0.0, 14.0]
print(pool_2d(x, (3, 3), ignore_border=False, mode='sum').eval({x: values[x]})[0, 0].tolist())  # => [[45.0, 21.0], [39.0, 15.0]]

# %% batch normalization
import theano.tensor as T
from theano.tensor.nnet.bn import batch_normalization_train
x, g, b = T.dmatrix('x'), T.dvector('g'), T.dvector('b')
out, mean, invstd = batch_normalization_train(x, g, b)
given = {x: [[1.0, 2.0], [3.0, 6.0]], g: [1.0, 2.0], b: [0.0, 0.5]}
import theano
f = theano.function([x, g, b], [out, mean, invstd])
print([v.round(4).tolist() for v in f(*given.values())])  # => [[[-1.0, -1.5], [1.0, 2.5]], [2.0, 4.0], [1.0, 0.5]]

# %% special functions and their gradients
import theano
import theano.tensor as T
x = T.dvector('x')
at = {x: [0.5, 1.5, 4.0]}
print([f(x).eval(at).round(6).tolist() for f in (T.erf, T.erfinv, T.gammaln, T.psi, T.j0, T.i1)][0])  # => [0.5205, 0.966105, 1.0]
print(T.gamma(x).eval(at).round(6), T.tri_gamma(x).eval(at).round(6), T.gammainc(x, x).eval(at).round(6), T.chi2sf(x, 3).eval(at).round(6))  # => [1.772454 0.886227 6.      ] [4.934802 0.934802 0.283823] [0.682689 0.608375 0.56653 ] [0.918891 0.68227  0.261464]
print(theano.grad(T.gammaln(x).sum(), x).eval(at).round(6), theano.grad(T.erfcx(x).sum(), x).eval(at).round(6))  # => [-1.96351   0.03649   1.256118] [-0.512689 -0.163623 -0.032384]
print(T.erf(x), T.gammaincc(x, x), T.deg2rad(x), T.isclose(x, x), T.iround(x))  # => Elemwise{erf,no_inplace}.0 Elemwise{gammaincc,no_inplace}.0 Elemwise{deg2rad,no_inplace}.0 Elemwise{or_,no_inplace}.0 Elemwise{Cast{int64}}.0

# %% complex variables
import theano
import theano.tensor as T
z = T.zvector('z')
at = {z: [3 + 4j, 1 - 2j]}
print(abs(z).eval(at), T.real(z).eval(at), (z * T.conj(z)).eval(at), T.exp(z).eval(at).round(4), z.sum().eval(at), T.eq(z, 3 + 4j).eval(at))  # => [5.         2.23606798] [3. 1.] [25.+0.j  5.+0.j] [-13.1288-15.2008j  -1.1312 -2.4717j] (4+2j) [ True False]
print(z.type, abs(z).dtype, T.angle(z).dtype, T.complex(T.dscalar(), T.fscalar()).dtype)  # => TensorType(complex128, vector) float64 float64 complex128
theano.grad(T.real(z).sum(), z)  # !> TypeError: Elemwise{real,no_inplace}.grad illegally  returned an integer-valued variable. (Input index 0, dtype complex128)

# %% element types of reductions
import theano.tensor as T
b, h, q, f = T.bvector('b'), T.vector('h', dtype='float16'), T.vector('q', dtype='bool'), T.fvector('f')
print(b.sum(), h.sum(), f.sum(acc_dtype='float32'), b.mean(dtype='float32').dtype, h.mean().dtype, q.sum().dtype, q.max().dtype, b.min(), q.min())  # => Sum{acc_dtype=int64}.0 Sum{acc_dtype=float32}.0 Sum{acc_dtype=float32}.0 float32 float16 int64 bool Elemwise{neg,no_inplace}.0 Elemwise{invert,no_inplace}.0
print(f.var(ddof=1, corrected=True).eval({f: [1, 2, 4]}), f.std().eval({f: [1, 2, 4]}), T.max_and_argmax(f), (q // q).dtype, (q ** q).dtype)  # => 2.3333334922790434 1.2472192 [max, argmax] bool int8

# %% pools with symbolic sizes
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.signal.pool import pool_2d, pool_3d
x, ws, stride, pad = T.matrix('x'), T.lvector('ws'), T.ivector('stride'), T.lvector('pad')
image = np.arange(12.0).reshape(3, 4)
given = {x: image, ws: [2, 2], stride: [1, 2], pad: [1, 0]}
pooled = pool_2d(x, ws, True, stride, pad, mode='average_inc_pad')
print(pooled.eval(given).tolist(), theano.grad(pooled.sum(), x).eval(given).tolist())  # => [[0.25, 1.25], [2.5, 4.5], [6.5, 8.5], [4.25, 5.25]] [[0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5]]
print(pool_2d(x, (2, 2), True).owner.inputs)  # => [x, TensorConstant{(2,) of 2}, TensorConstant{(2,) of 2}, TensorConstant{(2,) of 0}]
v = T.tensor4('v')
print(pool_3d(v, (2, 2, 2), True, mode='sum').eval({v: np.arange(16.0).reshape(1, 2, 2, 4)}).tolist())  # => [[[[52.0, 68.0]]]]

# %% patches of images
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.nnet.neighbours import images2neibs, neibs2images
x, shape = T.tensor4('x'), T.lvector('shape')
v = np.arange(24.0).reshape(1, 1, 4, 6)
print(images2neibs(x, (2, 3)), images2neibs(x, (2, 3)).eval({x: v}).tolist())  # => Images2Neibs{valid}.0 [[0.0, 1.0, 2.0, 6.0, 7.0, 8.0], [3.0, 4.0, 5.0, 9.0, 10.0, 11.0], [12.0, 13.0, 14.0, 18.0, 19.0, 20.0], [15.0, 16.0, 17.0, 21.0, 22.0, 23.0]]
print(images2neibs(x, shape, mode='ignore_borders').eval({x: v, shape: [3, 3]}).tolist())  # => [[0.0, 1.0, 2.0, 6.0, 7.0, 8.0, 12.0, 13.0, 14.0], [3.0, 4.0, 5.0, 9.0, 10.0, 11.0, 15.0, 16.0, 17.0]]
for mode, size, steps in [('half', (3, 3), (3, 5)), ('full', (3, 3), (1, 7)), ('wrap_centered', (3, 3), (4, 4))]: print(images2neibs(x, size, steps, mode).eval({x: v}).tolist(), end=' ')  # => [[0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 6.0, 7.0], [0.0, 0.0, 0.0, 4.0, 5.0, 0.0, 10.0, 11.0, 0.0], [0.0, 12.0, 13.0, 0.0, 18.0, 19.0, 0.0, 0.0, 0.0], [16.0, 17.0, 0.0, 22.0, 23.0, 0.0, 0.0, 0.0, 0.0]] [[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 6.0], [0.0, 0.0, 0.0, 5.0, 0.0, 0.0, 11.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 6.0, 0.0, 0.0, 12.0], [5.0, 0.0, 0.0, 11.0, 0.0, 0.0, 17.0, 0.0, 0.0], [0.0, 0.0, 6.0, 0.0, 0.0, 12.0, 0.0, 0.0, 18.0], [11.0, 0.0, 0.0, 17.0, 0.0, 0.0, 23.0, 0.0, 0.0], [0.0, 0.0, 12.0, 0.0, 0.0, 18.0, 0.0, 0.0, 0.0], [17.0, 0.0, 0.0, 23.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 18.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [23.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]] [[23.0, 18.0, 19.0, 5.0, 0.0, 1.0, 11.0, 6.0, 7.0], [21.0, 22.0, 23.0, 3.0, 4.0, 5.0, 9.0, 10.0, 11.0]] 
print(neibs2images(images2neibs(x, (3, 4), mode='ignore_borders'), (3, 4), x.shape, 'ignore_borders').eval({x: v}).tolist())  # => [[[[0.0, 1.0, 2.0, 3.0, 0.0, 0.0], [6.0, 7.0, 8.0, 9.0, 0.0, 0.0], [12.0, 13.0, 14.0, 15.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]]]]
print(theano.grad((images2neibs(x, (3, 3), (1, 1)) ** 2).sum(), x).eval({x: v}).tolist())  # => [[[[0.0, 4.0, 12.0, 18.0, 16.0, 10.0], [24.0, 56.0, 96.0, 108.0, 80.0, 44.0], [48.0, 104.0, 168.0, 180.0, 128.0, 68.0], [36.0, 76.0, 120.0, 126.0, 88.0, 46.0]]]]
print(theano.grad((images2neibs(x, (2, 3)) ** 2).sum(), x).eval({x: v}).tolist())  # => [[[[0.0, 2.0, 4.0, 6.0, 8.0, 10.0], [12.0, 14.0, 16.0, 18.0, 20.0, 22.0], [24.0, 26.0, 28.0, 30.0, 32.0, 34.0], [36.0, 38.0, 40.0, 42.0, 44.0, 46.0]]]]
