"""Numerical gradients of several losses against formulas; broadcasting of keepdims; float32 tolerance."""
import numpy as np
rng = np.random.RandomState(7)
x = rng.randn(3, 4); w = rng.randn(4, 2); t = np.array([0, 1, 1])
def softmax(z): e = np.exp(z - z.max(1, keepdims=True)); return e / e.sum(1, keepdims=True)
losses = {
    'mse': (lambda w: ((x.dot(w) - 1) ** 2).mean(), lambda w: 2 * x.T.dot(x.dot(w) - 1) / 6),
    'nll': (lambda w: -np.log(softmax(x.dot(w))[range(3), t]).mean(), lambda w: x.T.dot(softmax(x.dot(w)) - np.eye(2)[t]) / 3),
    'l2': (lambda w: 0.5 * (w ** 2).sum(), lambda w: w),
    'relu': (lambda w: np.maximum(0, x.dot(w)).sum(), lambda w: x.T.dot((x.dot(w) > 0).astype(float))),
}
for name in sorted(losses):
    f, g = losses[name]
    num = np.zeros_like(w)
    for i in np.ndindex(*w.shape):
        d = np.zeros_like(w); d[i] = 1e-5
        num[i] = (f(w + d) - f(w - d)) / 2e-5
    print('%-5s %.6f max error ok: %s' % (name, f(w), np.abs(num - g(w)).max() < 1e-7), num.round(4).tolist())
print(x.astype('float32').dot(w.astype('float32')).dtype, np.allclose(x.astype('float32'), x), (x.astype('float32') == x).any(), np.finfo('float32').eps, np.float32(16777216) + np.float32(1), np.sum(np.ones(10, 'float32')) , np.mean(x, axis=1, dtype='float32'))
