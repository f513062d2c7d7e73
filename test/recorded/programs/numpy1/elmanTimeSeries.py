"""A recurrent network forward pass over a sequence, orthogonal initialisation, gradient clipping."""
import numpy as np
rng = np.random.RandomState(42)
n, m = 4, 2
u, s, v = np.linalg.svd(rng.normal(0.0, 1.0, (n, n)))
W = u
print(np.allclose(np.dot(W, W.T), np.eye(n)), s.round(4))
W_in = (rng.uniform(size=(n, m)) - 0.5).astype('float32')
W_out = rng.normal(scale=0.01, size=(1, n)).astype('float32')
seq = np.vstack([np.sin(np.arange(6) * 0.5), np.cos(np.arange(6) * 0.5)]).T.astype('float32')
h = np.zeros(n, dtype='float32')
hs = []
for t, x in enumerate(seq):
    h = np.tanh(np.dot(W, h) + np.dot(W_in, x))
    hs.append(h)
    print('t=%d |h|=%.5f' % (t, np.sqrt((h ** 2).sum())), h.dtype)
hs = np.array(hs)
y = np.dot(hs, W_out.T)
print(hs.shape, y.shape, y[:, 0].round(5))
g = rng.randn(3, 3) * 10
norm = np.sqrt(np.sum(g ** 2))
if norm > 5: g *= 5 / norm
print(norm.round(4), np.linalg.norm(g), np.clip(g, -1, 1).round(2))
print(np.asarray([1, 2, 3], dtype=np.float32) * 0.1, np.float32(7) / np.float32(3), np.array([1], 'int8') + np.array([200], 'uint8'), np.array([1, 2], dtype='int32') / 2, np.arange(3, dtype='float32').mean().dtype)
vel, theta = np.zeros(2), np.array([1., -1.])
for i in range(3): vel = 0.9 * vel - 0.1 * 2 * theta; theta = theta + vel; print(i, theta, vel)
