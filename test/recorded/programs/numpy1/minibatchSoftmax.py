"""Softmax regression on minibatches with float32, one-hot targets and shuffling by RandomState."""
import numpy as np

rng = np.random.RandomState(123)
N, feats, classes = 60, 4, 3
X = rng.randn(N, feats).astype('float32')
true_w = rng.randn(feats, classes)
y = np.argmax(np.dot(X, true_w), axis=1)
print(X.dtype, y.dtype, np.bincount(y))
onehot = np.zeros((N, classes), dtype='float32')
onehot[np.arange(N), y] = 1.
print(onehot[:3], onehot.sum(axis=0))
W = np.zeros((feats, classes), dtype='float32')
b = np.zeros(classes, dtype='float32')
batch = 20
lr = np.float32(0.5)
for epoch in range(5):
    idx = rng.permutation(N)
    costs = []
    for start in range(0, N, batch):
        mb = idx[start:start + batch]
        z = np.dot(X[mb], W) + b
        e = np.exp(z - z.max(axis=1)[:, None])
        p = e / e.sum(axis=1)[:, None]
        costs.append(-np.mean(np.log(p[np.arange(len(mb)), y[mb]])))
        g = (p - onehot[mb]) / len(mb)
        W -= lr * np.dot(X[mb].T, g)
        b -= lr * g.sum(axis=0)
    pred = np.argmax(np.dot(X, W) + b, axis=1)
    print('epoch %d, cost %.4f, errors %.2f %%' % (epoch, np.mean(costs), 100. * np.mean(pred != y)))
print(W.dtype, b.dtype, np.round(W, 2))
print(np.mean(np.asarray(costs)).dtype, np.float32(1) / 3, np.float32(0.1) + 0.2, type(lr * 2))
