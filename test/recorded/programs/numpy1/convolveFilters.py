"""1-D filters, edge detection, correlations, strides and padding in NumPy 1 style."""
import numpy as np
sig = np.array([0, 0, 1, 3, 3, 3, 1, 0, 0], dtype='float32')
for mode in ('valid', 'same', 'full'): print(mode, np.convolve(sig, [1, 0, -1], mode), np.correlate(sig, [1, 2, 1], mode))
img = np.zeros((5, 5), dtype='float32'); img[1:4, 1:4] = 1
kx = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]], dtype='float32')
def conv(im, k, stride=1, border='valid'):
    if border == 'half': im = np.pad(im, k.shape[0] // 2, 'constant')
    h = (im.shape[0] - k.shape[0]) // stride + 1
    return np.array([[np.sum(im[i * stride:i * stride + 3, j * stride:j * stride + 3] * k[::-1, ::-1]) for j in range(h)] for i in range(h)])
print(conv(img, kx), conv(img, kx.T, border='half'), conv(img, kx, stride=2).dtype)
mag = np.sqrt(conv(img, kx, border='half') ** 2 + conv(img, kx.T, border='half') ** 2); print(mag.round(2), mag.max(), (mag > 3).astype('int8'))
s = np.lib.stride_tricks.as_strided(np.arange(6), shape=(4, 3), strides=(8, 8)); print(s, s.max(axis=1))
print(np.pad([[1, 2], [3, 4]], ((1, 0), (0, 2)), mode='constant', constant_values=9), np.pad([1, 2, 3], 2, 'reflect'), np.pad([1, 2, 3], 1, 'edge'), np.pad([1, 2], (1, 2), 'wrap'))
print(img.sum(), img.mean(), img.nonzero()[0], img[::2, ::2], img.astype(bool).any(axis=0), np.bool_(1), np.outer([1, 2, 1], [1, 0, -1]), np.roll(img, 1, axis=0)[2], img.T.flags['F_CONTIGUOUS'], img.strides, np.asfortranarray(img).strides)
