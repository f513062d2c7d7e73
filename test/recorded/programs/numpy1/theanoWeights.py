"""Weights initialised as in the deep learning tutorials: RandomState, float32 casts, sigmoid layers."""
import numpy
import numpy as np

rng = numpy.random.RandomState(1234)
n_in, n_out = 6, 4
W_values = numpy.asarray(rng.uniform(low=-numpy.sqrt(6. / (n_in + n_out)), high=numpy.sqrt(6. / (n_in + n_out)), size=(n_in, n_out)), dtype='float32')
b_values = numpy.zeros((n_out,), dtype='float32')
print(W_values.dtype, W_values.shape, b_values)
print(W_values)
W_values *= 4
print(W_values.max(), W_values.min(), W_values.mean())
x = rng.randn(3, n_in).astype(np.float32)
h = np.tanh(np.dot(x, W_values) + b_values)
print(h.dtype, h.shape)
print(np.round(h, 3))
y = numpy.arange(3) % n_out
p = np.exp(h) / np.exp(h).sum(axis=1, keepdims=True)
print(p.sum(axis=1), -np.mean(np.log(p)[np.arange(y.shape[0]), y]).round(4), p.argmax(axis=1))
mask = rng.binomial(n=1, p=0.5, size=(3, 4))
print(mask, (mask * h).round(2))
print(rng.permutation(10), rng.randint(0, 5, size=8), rng.choice(5))
