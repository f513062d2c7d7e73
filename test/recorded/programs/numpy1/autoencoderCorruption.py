"""A denoising autoencoder in plain NumPy with tied weights."""
import numpy as np
rng = np.random.RandomState(123)
n_vis, n_hid = 8, 3
W = rng.uniform(-np.sqrt(6. / (n_hid + n_vis)), np.sqrt(6. / (n_hid + n_vis)), (n_vis, n_hid))
bh, bv = np.zeros(n_hid), np.zeros(n_vis)
sigm = lambda a: 1 / (1 + np.exp(-a))
X = np.eye(8)[rng.permutation(8)]
print(X.argmax(axis=1), W.shape, W[0])
for epoch in range(201):
    mask = rng.binomial(1, 0.9, X.shape)
    tilde = mask * X
    y = sigm(np.dot(tilde, W) + bh)
    z = sigm(np.dot(y, W.T) + bv)
    L = -np.sum(X * np.log(z) + (1 - X) * np.log(1 - z), axis=1)
    dz = z - X
    dy = np.dot(dz, W) * y * (1 - y)
    W -= 0.1 * (np.dot(tilde.T, dy) + np.dot(dz.T, y))
    bv -= 0.1 * dz.sum(0)
    bh -= 0.1 * dy.sum(0)
    if epoch % 50 == 0: print('Training epoch %d, cost' % epoch, np.mean(L).round(5))
print((z > 0.5).astype('int32').sum(), np.around(y[:2], 3), z.argmax(1), mask.sum(), np.int_ is np.int64, np.float_ is np.float64)
