"""Convolution and max pooling on small float32 images with loops, as LeNet tutorials explain them."""
import numpy as np
floatX = 'float32'
rng = np.random.RandomState(23455)
img = np.arange(36).reshape(1, 1, 6, 6).astype(floatX) / 36
w = np.asarray(rng.uniform(-0.5, 0.5, size=(2, 1, 3, 3)), dtype=floatX)
b = np.asarray([0.1, -0.1], dtype=floatX)
def conv2d(x, w, mode='valid'):
    n, c, h, ww = x.shape
    k, _, fh, fw = w.shape
    if mode == 'full':
        x = np.pad(x, ((0, 0), (0, 0), (fh - 1, fh - 1), (fw - 1, fw - 1)), mode='constant')
        h, ww = x.shape[2:]
    out = np.zeros((n, k, h - fh + 1, ww - fw + 1), dtype=x.dtype)
    flipped = w[:, :, ::-1, ::-1]
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            patch = x[:, :, i:i + fh, j:j + fw]
            out[:, :, i, j] = np.tensordot(patch, flipped, axes=([1, 2, 3], [1, 2, 3]))
    return out
def pool(x, s=2):
    n, c, h, w = x.shape
    return x[:, :, :h // s * s, :w // s * s].reshape(n, c, h // s, s, w // s, s).max(axis=(3, 5))
c = conv2d(img, w)
a = np.tanh(c + b.reshape((1, 2, 1, 1)))
p = pool(a)
print(c.shape, a.dtype, p.shape)
print(w.round(3))
print(a.round(3))
print(p)
print(conv2d(img, w, 'full').shape, p.flatten().shape, np.abs(a).max() < 1)
flat = p.reshape((1, -1))
print(flat.dot(np.ones((8, 1), dtype=floatX)).round(4), flat.mean().dtype, np.sum(flat, dtype='float64').dtype)
